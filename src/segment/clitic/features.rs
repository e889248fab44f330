//! What the weights are about: each reading of a word as a handful of hashes.
//!
//! The stem as a whole says whether it is a known word, its first and last letters say whether an
//! unknown one looks like a word that takes these clitics, and the whole word with its cuts lets the
//! model learn a single word by heart.

use super::analysis::{self, Analysis};
use super::letters::{TA, TA_MARBUTA};

fn mix(hash: u32, value: u32) -> u32 {
    let hash = (hash ^ value).wrapping_mul(0x9e37_79b1);
    hash ^ (hash >> 15)
}

pub(super) fn hash(template: u32, values: &[u32]) -> u32 {
    let hash = values.iter().fold(mix(0x7a31, template), |hash, &value| mix(hash, value));
    mix(hash, 0x51ed)
}

fn word(letters: impl Iterator<Item = u8>) -> u32 {
    letters.fold(0x811c, |hash, letter| mix(hash, u32::from(letter)))
}

/// A reading in the terms of its features.
struct Reading<'w> {
    stem: &'w [u8],
    core: &'w [u8],
    /// The proclitics, the pronoun and the article as numbers.
    before: u32,
    after: u32,
    article: u32,
}

impl<'w> Reading<'w> {
    fn of(codes: &'w [u8], analysis: &Analysis) -> Self {
        let (stem, article) = analysis::stem(codes, analysis);
        Self {
            stem,
            core: stem.get(article..).unwrap_or_default(),
            before: proclitics(codes, analysis),
            after: analysis.pronoun as u32,
            article: article as u32,
        }
    }
}

/// The proclitics of a reading as one number, 0 for none.
pub(super) fn proclitics(codes: &[u8], analysis: &Analysis) -> u32 {
    let letter = |at: usize| codes.get(at).map_or(0, |&code| u32::from(code));
    let conjunction = if analysis.conjunction > 0 { letter(0) } else { 0 };
    let particle = if analysis.stem > analysis.conjunction { letter(analysis.conjunction) } else { 0 };
    conjunction << 6 | particle
}

/// Visits the hash of every feature of a reading of the word `codes`.
pub(super) fn each(codes: &[u8], analysis: &Analysis, mut visit: impl FnMut(u32)) {
    shape(codes, analysis, &mut visit);
    let Reading { stem, core, before, after, article } = Reading::of(codes, analysis);
    // A ta before a pronoun is the ta marbuta of the word without it.
    let known = match core {
        [rest @ .., TA] if after > 0 => word(rest.iter().copied().chain([TA_MARBUTA])),
        _ => word(core.iter().copied()),
    };
    let cut = u32::from(before > 0) << 1 | u32::from(after > 0);
    visit(hash(12, &[known]));
    visit(hash(13, &[known, cut]));
    visit(hash(14, &[known, article, before]));
    visit(hash(15, &[known, after]));
    visit(hash(21, &[known, before & 63]));
    if cut > 0 {
        let whole = word(codes.iter().copied());
        visit(hash(16, &[whole, before, after]));
        visit(hash(17, &[word(stem.iter().copied()), cut]));
    }
}

/// Visits the hashes of the features that a word shares with many others.
pub(super) fn shape(codes: &[u8], analysis: &Analysis, mut visit: impl FnMut(u32)) {
    let Reading { stem, core, before, after, article } = Reading::of(codes, analysis);
    let length = stem.len().min(9) as u32;
    let head = |n: usize| word(core.iter().take(n).copied());
    let tail = |n: usize| word(stem.iter().rev().take(n).copied());
    visit(hash(1, &[before, after]));
    visit(hash(2, &[before, article, length]));
    visit(hash(3, &[before, article, head(1)]));
    visit(hash(4, &[before, article, head(2)]));
    visit(hash(5, &[before, article, head(3)]));
    visit(hash(6, &[after, article, length]));
    visit(hash(7, &[after, tail(1)]));
    visit(hash(8, &[after, tail(2)]));
    visit(hash(9, &[after, tail(3)]));
    visit(hash(10, &[after, head(1), tail(2)]));
    visit(hash(11, &[head(4)]));
    // Behind a conjunction the other proclitics are what they are without it.
    let particle = before & 63;
    visit(hash(18, &[particle, article, head(2)]));
    visit(hash(19, &[particle, article, head(3)]));
    visit(hash(20, &[particle, after, length]));
}
