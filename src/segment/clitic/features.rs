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
    /// The hashes of the first 0, 1… 4 letters of the core, and of all.
    heads: [u32; 5],
    all: u32,
    /// The hashes of the last 0, 1, 2, 3 letters of the stem, backwards.
    tails: [u32; 4],
    /// The proclitics, the pronoun and the article as numbers.
    before: u32,
    after: u32,
    article: u32,
}

impl<'w> Reading<'w> {
    fn of(codes: &'w [u8], analysis: &Analysis) -> Self {
        let (stem, article) = analysis::stem(codes, analysis);
        let core = stem.get(article..).unwrap_or_default();
        let (heads, all) = prefixes(core.iter());
        let (tails, _) = prefixes(stem.iter().rev().take(3));
        Self {
            stem,
            core,
            heads,
            all,
            tails,
            before: proclitics(codes, analysis),
            after: analysis.pronoun as u32,
            article: article as u32,
        }
    }
}

/// The hash of some letters, and those of their first 0, 1… as far as asked for; of fewer letters, that of all.
fn prefixes<'l, const N: usize>(letters: impl Iterator<Item = &'l u8>) -> ([u32; N], u32) {
    let mut hash = word(std::iter::empty());
    let mut hashes = [hash; N];
    for (index, &letter) in letters.enumerate() {
        hash = mix(hash, u32::from(letter));
        hashes.iter_mut().skip(index + 1).for_each(|slot| *slot = hash);
    }
    (hashes, hash)
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
    let reading = Reading::of(codes, analysis);
    shared(&reading, &mut visit);
    let Reading { stem, core, all, before, after, article, .. } = reading;
    // A ta before a pronoun is the ta marbuta of the word without it.
    let known = match core {
        [rest @ .., TA] if after > 0 => word(rest.iter().copied().chain([TA_MARBUTA])),
        _ => all,
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
        let stem = if article == 0 { all } else { word(stem.iter().copied()) };
        visit(hash(17, &[stem, cut]));
    }
}

/// Visits the hashes of the features that a word shares with many others.
#[cfg(feature = "train")]
pub(super) fn shape(codes: &[u8], analysis: &Analysis, mut visit: impl FnMut(u32)) {
    shared(&Reading::of(codes, analysis), &mut visit);
}

#[inline]
fn shared(reading: &Reading<'_>, visit: &mut impl FnMut(u32)) {
    let &Reading { stem, heads, tails, before, after, article, .. } = reading;
    let length = stem.len().min(9) as u32;
    let [_, head1, head2, head3, head4] = heads;
    let [_, tail1, tail2, tail3] = tails;
    visit(hash(1, &[before, after]));
    visit(hash(2, &[before, article, length]));
    visit(hash(3, &[before, article, head1]));
    visit(hash(4, &[before, article, head2]));
    visit(hash(5, &[before, article, head3]));
    visit(hash(6, &[after, article, length]));
    visit(hash(7, &[after, tail1]));
    visit(hash(8, &[after, tail2]));
    visit(hash(9, &[after, tail3]));
    visit(hash(10, &[after, head1, tail2]));
    visit(hash(11, &[head4]));
    // Behind a conjunction the other proclitics are what they are without it.
    let particle = before & 63;
    visit(hash(18, &[particle, article, head2]));
    visit(hash(19, &[particle, article, head3]));
    visit(hash(20, &[particle, after, length]));
}
