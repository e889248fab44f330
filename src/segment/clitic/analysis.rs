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
    let proclitic = matches!(codes, [WAW | FA | BA | KAF | LAM | SEEN, ..]);
    proclitic
        || match codes {
            [.., HA | KAF | YA] => true,
            [.., before, ALEF] => matches!(*before, HA | MEEM | NOON),
            [.., before, MEEM | NOON] => matches!(*before, HA | KAF),
            _ => false,
        }
}

/// Visits every reading of a word, the one without clitics first.
pub(super) fn each(letters: &Letters, mut visit: impl FnMut(Analysis)) {
    let codes = letters.codes();
    let len = codes.len();
    let may_cut = |at: usize| at == 0 || at == len || letters.cut(at).is_some();
    let first = |at: usize, any: &[u8]| codes.get(at).is_some_and(|code| any.contains(code));
    let conjunctions = if first(0, &[WAW, FA]) { 2 } else { 1 };
    for conjunction in 0..conjunctions {
        let particles = if first(conjunction, &[BA, KAF, LAM, SEEN]) { 2 } else { 1 };
        for stem in conjunction..conjunction + particles {
            if !may_cut(conjunction) || !may_cut(stem) {
                continue;
            }
            for (pronoun, ending) in std::iter::once(&[][..]).chain(PRONOUNS).enumerate() {
                let Some(end) = len.checked_sub(ending.len()) else { continue };
                // Letter by letter: comparing so few costs less than calling what compares many.
                if !codes.iter().skip(end).zip(ending).all(|(a, b)| a == b) {
                    continue;
                }
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
