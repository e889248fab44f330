//! From token ranges to entities: which letters are the name, and what it is called when spelling and
//! clitics are set aside.

mod clusters;
mod consistency;
mod joined;
mod layers;
mod precedence;
mod titles;

pub(crate) use clusters::cluster;
pub(crate) use consistency::Evidence;
pub(crate) use joined::{Joined, join};
pub(crate) use layers::arrange;
pub(crate) use precedence::{contest, precedence};
pub(crate) use titles::titles;

use crate::Span;
use crate::lexicon::{Classes, Lexicon};
use crate::normalize::{Folds, fold_into};
use crate::segment::{Token, proclitics};
use crate::tag::Mention;

/// A person's name cut where a proclitic begins another: «بايدن بالكاظمي» are two people. Not before «الله»,
/// with which names go on («المعتصم بالله»), and only where an article or a list shows that it is one: the
/// tagger took «هشام بنعيسى» for one name. A particle at its head is no part of it: «فإنّ قاآني».
pub(crate) fn people(text: &str, tokens: &[Token], mention: Mention, mut each: impl FnMut(Mention)) {
    let mut rest = mention;
    let words = tokens.get(mention.first..mention.end).unwrap_or_default();
    for (at, token) in (mention.first..).zip(words) {
        let word = token.span.slice(text);
        let cut = before_name(word);
        let (before, name) = word.split_at_checked(cut).unwrap_or(("", word));
        if at == rest.first {
            if particle(name) {
                rest.first += 1;
            }
        } else if cut > 0 && name != "الله" && (article(before, name) || known(name)) {
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
    let cut = before_name(first);
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

/// Byte length of the proclitics before a name. «ف» is rare there, and foreign names that begin with it are not
/// («فالادارش»): it is cut off known words alone.
fn before_name(word: &str) -> usize {
    let cut = proclitics(word);
    let doubtful = word.starts_with('ف') && word.get(cut..).is_some_and(|name| !known(name));
    if doubtful { 0 } else { cut }
}

/// Whether the article is seen between proclitics and a name: «ب» and «الكاظمي», «ل» and «لكاظمي».
fn article(before: &str, name: &str) -> bool {
    name.starts_with("ال") || before.ends_with('ل') && name.starts_with('ل')
}

/// Whether lists know a word.
fn known(word: &str) -> bool {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &Folds::MATCH, &mut folded);
    Lexicon::shared().classes(&folded).bits() != 0
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

#[cfg(test)]
mod tests {
    use super::{name, people};
    use crate::Span;
    use crate::segment::tokenize_into;
    use crate::tag::Mention;

    fn told(text: &str) -> &str {
        name(text, Span::new(0, text.len())).0.slice(text)
    }

    #[test]
    fn what_begins_like_a_proclitic_may_be_the_name() {
        for whole in ["بان كي مون", "فان بيرسي", "فالادارش", "فيكتور", "وان", "لبنان"]
        {
            assert_eq!(told(whole), whole);
        }
        for (text, name) in
            [("فمصر", "مصر"), ("وبالكاظمي", "الكاظمي"), ("للعراق", "لعراق"), ("بباريس", "باريس")]
        {
            assert_eq!(told(text), name);
        }
    }

    /// The people in a text that the tagger took for one name.
    fn parts(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize_into(text, &mut tokens);
        let mut found = Vec::new();
        people(text, &tokens, Mention { first: 0, end: tokens.len(), kind: 0, score: 1.0 }, |mention| {
            let words = &text[tokens[mention.first].span.start..tokens[mention.end - 1].span.end];
            found.push(words);
        });
        found
    }

    #[test]
    fn a_name_is_cut_only_where_another_surely_begins() {
        for one in ["هشام بنعيسى", "روي فالادارش", "روبن فان بيرسي", "المعتصم بالله", "أحمد بن بلة"]
        {
            assert_eq!(parts(one), [one]);
        }
        assert_eq!(parts("بايدن بالكاظمي"), ["بايدن", "بالكاظمي"]);
        assert_eq!(parts("حسن ومحمد"), ["حسن", "ومحمد"]);
        assert_eq!(parts("إنّ قاآني"), ["قاآني"]);
    }
}
