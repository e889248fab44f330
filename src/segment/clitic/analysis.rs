//! The ways a word can be read: which of its first letters are proclitics, which of its last a
//! pronoun.
//!
//! ```text
//! word = [ و / ف ] [ ب / ك / ل / س ] stem [ pronoun ]
//!      / [ و / ف ] ( ب / ك / ل ) pronoun
//! pronoun = ه / ها / هم / هما / هن / ك / كم / كما / كن / ي / ني / نا
//! ```

use super::letters::{ALEF, BA, FA, HA, KAF, LAM, Letters, MEEM, NOON, SEEN, WAW, YA, code};

/// One reading, as letter positions: `0..proclitic` is the conjunction, `proclitic..stem` the
/// preposition or future particle, `end..` the pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Analysis {
    pub conjunction: usize,
    pub stem: usize,
    pub end: usize,
    /// One more than the pronoun's place in [`PRONOUNS`], 0 without one.
    pub pronoun: usize,
}

/// The pronouns that a word can end in.
pub(super) const PRONOUNS: [&[u8]; 12] = [
    &[code('ه')],
    &[code('ه'), code('ا')],
    &[code('ه'), code('م')],
    &[code('ه'), code('م'), code('ا')],
    &[code('ه'), code('ن')],
    &[code('ك')],
    &[code('ك'), code('م')],
    &[code('ك'), code('م'), code('ا')],
    &[code('ك'), code('ن')],
    &[code('ي')],
    &[code('ن'), code('ي')],
    &[code('ن'), code('ا')],
];

impl Analysis {
    /// The word without clitics.
    pub(super) const fn whole(letters: usize) -> Self {
        Self { conjunction: 0, stem: 0, end: letters, pronoun: 0 }
    }
}

/// Whether a word has another reading than that without clitics: most have none.
#[inline]
pub(super) fn may_have_clitics(codes: &[u8]) -> bool {
    matches!(codes, [WAW | FA | BA | KAF | LAM | SEEN, ..]) || !endings(codes).is_empty()
}

/// The pronouns that a word ends in, each as one more than its place in [`PRONOUNS`].
#[inline]
fn endings(codes: &[u8]) -> &'static [usize] {
    match codes {
        [.., HA] => &[1],
        [.., HA, ALEF] => &[2],
        [.., HA, MEEM] => &[3],
        [.., HA, MEEM, ALEF] => &[4],
        [.., HA, NOON] => &[5],
        [.., KAF] => &[6],
        [.., KAF, MEEM] => &[7],
        [.., KAF, MEEM, ALEF] => &[8],
        [.., KAF, NOON] => &[9],
        [.., NOON, YA] => &[10, 11],
        [.., YA] => &[10],
        [.., NOON, ALEF] => &[12],
        _ => &[],
    }
}

/// Visits every reading of a word, the one without clitics first.
pub(super) fn each(letters: &Letters, mut visit: impl FnMut(Analysis)) {
    let codes = letters.codes();
    let len = codes.len();
    let may_cut = |at: usize| at == 0 || at == len || letters.cut(at).is_some();
    let first = |at: usize, any: &[u8]| codes.get(at).is_some_and(|code| any.contains(code));
    let pronouns = endings(codes);
    let conjunctions = if first(0, &[WAW, FA]) { 2 } else { 1 };
    for conjunction in 0..conjunctions {
        let particles = if first(conjunction, &[BA, KAF, LAM, SEEN]) { 2 } else { 1 };
        for stem in conjunction..conjunction + particles {
            if !may_cut(conjunction) || !may_cut(stem) {
                continue;
            }
            for &pronoun in [0].iter().chain(pronouns) {
                let length = pronoun.checked_sub(1).and_then(|at| PRONOUNS.get(at)).map_or(0, |p| p.len());
                let end = len - length;
                let bare = end == stem && stem > conjunction && codes.get(conjunction) != Some(&SEEN);
                let least = if stem > 0 || pronoun > 0 { 2 } else { 1 };
                let enough = end >= stem + least || pronoun > 0 && bare;
                if enough && may_cut(end) {
                    visit(Analysis { conjunction, stem, end, pronoun });
                }
            }
        }
    }
}

/// The letters of the stem, and where its article ends: after «ال», or after the second «ل» of «لل».
pub(super) fn stem<'l>(codes: &'l [u8], analysis: &Analysis) -> (&'l [u8], usize) {
    let stem = codes.get(analysis.stem..analysis.end).unwrap_or_default();
    let li = analysis.stem > analysis.conjunction && codes.get(analysis.conjunction) == Some(&LAM);
    let article = match stem {
        [ALEF, LAM, _, _, ..] => 2,
        [LAM, _, _, ..] if li => 1,
        _ => 0,
    };
    (stem, article)
}
