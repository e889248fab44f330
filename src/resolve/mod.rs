//! From token ranges to entities: which letters are the name, and what it is called when spelling and
//! clitics are set aside.

mod clusters;
mod consistency;
mod heads;
mod layers;
mod precedence;

pub(crate) use clusters::cluster;
pub(crate) use consistency::Evidence;
pub(crate) use heads::join;
pub(crate) use layers::arrange;
pub(crate) use precedence::{contest, precedence};

use crate::Span;
use crate::lexicon::{Classes, Lexicon};
use crate::normalize::{Folds, fold_into};
use crate::segment::{Token, proclitics};
use crate::tag::Mention;

/// A person's name cut where a proclitic begins another: «بايدن بالكاظمي» are two people. Not before «الله»,
/// with which names go on («المعتصم بالله»). A particle at its head is no part of it: «فإنّ قاآني».
pub(crate) fn people(text: &str, tokens: &[Token], mention: Mention, mut each: impl FnMut(Mention)) {
    let mut rest = mention;
    let words = tokens.get(mention.first..mention.end).unwrap_or_default();
    for (at, token) in (mention.first..).zip(words) {
        let word = token.span.slice(text);
        let cut = proclitics(word);
        if at == rest.first {
            if particle(word.get(cut..).unwrap_or(word)) {
                rest.first += 1;
            }
        } else if cut > 0 && word.get(cut..) != Some("الله") {
            each(Mention { end: at, ..rest });
            rest.first = at;
        }
    }
    if rest.first < rest.end {
        each(rest);
    }
}

/// «إنّ» and «أنّ», with their hamza: without it the word may be a name («ان» for «آن»).
fn particle(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| !('\u{064B}'..='\u{0652}').contains(letter));
    matches!([letters.next(), letters.next(), letters.next()], [Some('إ' | 'أ'), Some('ن'), None])
}

/// The name inside the written words `surface`: proclitics cut off the front, with its folded form.
///
/// In «للعراق» the article has lost its alef: the name is «لعراق» in the text and «العراق» folded.
pub(crate) fn name(text: &str, surface: Span) -> (Span, String) {
    let written = surface.slice(text);
    let first = written.split_whitespace().next().unwrap_or(written);
    let cut = proclitics(first);
    let span = Span::new(surface.start + cut, surface.end);
    let (before, name) = written.split_at_checked(cut).unwrap_or(("", written));
    let mut norm = String::with_capacity(name.len() + 2);
    fold_into(name, &Folds::MATCH, &mut norm);
    // «للبنان» has no article: «لبنان» is a place as it stands.
    let whole = |norm: &str| {
        let word = norm.split_whitespace().next().unwrap_or_default();
        Lexicon::shared().classes(word).has(Classes::PLACE)
    };
    if before.ends_with('ل') && name.starts_with('ل') && !whole(&norm) {
        norm.insert(0, 'ا');
    }
    (span, norm)
}

/// The whole tokens that a span touches.
pub(crate) fn surface(tokens: &[Token], span: Span) -> Span {
    let [first, end] = range(tokens, span);
    match tokens.get(first..end) {
        Some([first, .., last]) => Span::new(first.span.start, last.span.end),
        Some([only]) => only.span,
        _ => span,
    }
}

/// The range of tokens that a span touches.
pub(crate) fn range(tokens: &[Token], span: Span) -> [usize; 2] {
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    [first, end]
}

/// The folded form of a part of the text.
pub(crate) fn norm(text: &str, span: Span) -> String {
    let mut norm = String::with_capacity(span.len());
    fold_into(span.slice(text), &Folds::MATCH, &mut norm);
    norm
}
