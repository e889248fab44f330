//! Clitics: the small words that Arabic writes as part of their neighbour.
//!
//! The scheme is that of the Arabic Treebank: conjunctions (و، ف), prepositions (ب، ك، ل), the future
//! particle (س) and pronouns (ه، ها، هم…) are cut off; the article «ال» stays on its word, and the
//! second «ل» of «لل» is that article's. Whether «و» begins «وزير» or precedes «زير» no rule can tell,
//! so a small linear model trained on segmented words weighs the readings of each word.

mod analysis;
mod article;
#[cfg(feature = "train")]
mod evidence;
mod features;
mod key;
mod letters;
mod phrase;
mod proclitic;
#[cfg(feature = "train")]
pub mod train;
mod weights;

pub use key::stem_key;
pub use phrase::Phrase;
pub use proclitic::proclitics;

use letters::Letters;
use serde::Serialize;
use weights::Weights;

use super::{Token, TokenKind};
use crate::Span;

/// What a piece of a word does. Serialised as its name in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Role {
    /// و، ف: *and*, *so*.
    Conjunction,
    /// ب، ك، ل: *in*, *like*, *for*; ل also before verbs.
    Preposition,
    /// س: *will*.
    Future,
    /// The word itself, with its article.
    Stem,
    /// ه، ها، هم…: *his*, *it*, *their*.
    Pronoun,
}

/// A piece of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the text, in bytes. The pieces of a token are adjacent and cover it.
    pub span: Span,
    /// What it does.
    pub role: Role,
    /// The article that the stem begins with, in bytes: «ال», or the second «ل» of «لل». A reader who wants the
    /// article as a word of its own cuts there; one who wants the scheme's words does nothing.
    pub article: Option<Span>,
}

/// Appends the pieces of `token`, which is one of `text`'s, to `out`: one or more, in order.
///
/// Only words are cut; every other token is one stem. A vowel sign or tatweel belongs to the piece of
/// the letter before it. Allocates nothing but what `out` needs to grow.
///
/// ```
/// use tawsim::segment::{Role, clitics_into, tokenize_into};
/// let text = "وبالعراق";
/// let (mut tokens, mut pieces) = (Vec::new(), Vec::new());
/// tokenize_into(text, &mut tokens);
/// clitics_into(text, &tokens[0], &mut pieces);
/// let pieces: Vec<_> = pieces.iter().map(|piece| (piece.span.slice(text), piece.role)).collect();
/// assert_eq!(pieces, [("و", Role::Conjunction), ("ب", Role::Preposition), ("العراق", Role::Stem)]);
/// ```
///
/// The stem says where its article ends:
///
/// ```
/// # use tawsim::segment::{clitics_into, tokenize_into};
/// # let (mut tokens, mut pieces) = (Vec::new(), Vec::new());
/// let text = "للعراق";
/// # tokenize_into(text, &mut tokens);
/// # clitics_into(text, &tokens[0], &mut pieces);
/// assert_eq!(pieces[0].span.slice(text), "ل");
/// assert_eq!(pieces[1].span.slice(text), "لعراق");
/// assert_eq!(pieces[1].article.map(|article| article.slice(text)), Some("ل"));
/// ```
pub fn clitics_into(text: &str, token: &Token, out: &mut Vec<Piece>) {
    let word = token.span.slice(text);
    let read = || {
        let letters = Letters::of(word)?;
        let best = Weights::shipped()?.best(&letters);
        Some((letters, best.analysis))
    };
    let Some((letters, analysis)) = (token.kind == TokenKind::Word).then(read).flatten() else {
        out.push(Piece { span: token.span, role: Role::Stem, article: None });
        return;
    };
    let codes = letters.codes();
    let first = codes.get(analysis.conjunction).copied().unwrap_or_default();
    let whole = match codes {
        [letters::WAW | letters::FA] => Role::Conjunction,
        [letters::BA | letters::KAF | letters::LAM] => Role::Preposition,
        _ => Role::Stem,
    };
    let particle = if first == letters::SEEN { Role::Future } else { Role::Preposition };
    let ends = [
        (analysis.conjunction, Role::Conjunction),
        (analysis.stem, particle),
        (analysis.end, whole),
        (codes.len(), Role::Pronoun),
    ];
    let mut start = token.span.start;
    let mut from = 0;
    for (to, role) in ends {
        if to == from {
            continue;
        }
        let byte = |letter| letters.cut(letter).map(|cut| token.span.start + cut);
        let end = byte(to).unwrap_or(token.span.end);
        let article = match role {
            Role::Stem => article::length(word, &letters, &analysis),
            _ => 0,
        };
        let article = (article > 0).then(|| byte(from + article)).flatten();
        let article = article.map(|end| Span::new(start, end));
        out.push(Piece { span: Span::new(start, end), role, article });
        (start, from) = (end, to);
    }
    if from == 0 {
        out.push(Piece { span: token.span, role: Role::Stem, article: None });
    }
}
