//! The one pass over the characters that applies the Arabic folds.

use super::map::Edit;
use super::rules::{Change, bit, change, compose};
use super::{Folds, unicode};
use crate::Span;

/// Appends `text` to `out`, folded.
///
/// Allocates only where `out` has to grow, and where a Unicode form is switched on that the text
/// is not in yet.
///
/// ```
/// use tawsim::normalize::{Folds, fold_into};
/// let mut out = String::new();
/// fold_into("الأُمّـــة", &Folds::MATCH, &mut out);
/// assert_eq!(out, "الامه");
/// ```
pub fn fold_into(text: &str, folds: &Folds, out: &mut String) {
    if !folds.nfc && !folds.nfkc {
        arabic(text, folds.mask(), out, |_| ());
        return;
    }
    let mut composed = String::new();
    unicode::normalise(text, folds.nfkc, &mut composed, |_| ());
    for _ in 0..ROUNDS {
        let (mut folded, mut changed) = (String::new(), false);
        arabic(&composed, folds.mask(), &mut folded, |_| changed = true);
        if !changed {
            break;
        }
        composed.clear();
        unicode::normalise(&folded, folds.nfkc, &mut composed, |_| ());
    }
    out.push_str(&composed);
}

/// Dropping a mark can bring two others together that compose, and composing can set free another to be dropped: the
/// folds and the Unicode form take turns until nothing changes. Two or three rounds do; the bound is for the unforeseen.
pub(super) const ROUNDS: usize = 8;

/// Appends `text` to `out` with the folds of `mask` applied, and reports every change.
///
/// Offsets in the reports count from the start of `text` and from where `out` ended before.
pub(super) fn arabic(text: &str, mask: u16, out: &mut String, mut edited: impl FnMut(Edit)) {
    if mask == 0 {
        out.push_str(text);
        return;
    }
    let base = out.len();
    // Text from here on is unchanged and not in `out` yet.
    let mut kept = 0;
    // Where the mark stands that a letter before it has taken in.
    let mut taken = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii() {
            continue;
        }
        let after = at + c.len_utf8();
        let changed = if taken == Some(at) { Change::Drop } else { change(c, mask) };
        if changed == Change::None && !(mask & bit::COMPOSE != 0 && carries(c)) {
            continue;
        }
        let mut buffer = [0; 4];
        let letters: &str = match changed {
            Change::None => c.encode_utf8(&mut buffer),
            Change::Char(to) => to.encode_utf8(&mut buffer),
            Change::Letters(letters) => letters,
            Change::Drop => "",
        };
        let joined = if mask & bit::COMPOSE != 0 { join(c, letters, text, after, mask) } else { None };
        if changed == Change::None && joined.is_none() {
            continue;
        }
        out.push_str(text.get(kept..at).unwrap_or_default());
        kept = after;
        let start = out.len() - base;
        let mut rest = letters.chars();
        while let Some(mut letter) = rest.next() {
            if let (Some((whole, mark)), "") = (joined, rest.as_str()) {
                letter = whole;
                taken = Some(mark);
            }
            out.extend(settle(letter, mask));
        }
        edited(Edit::new(Span::new(at, after), Span::new(start, out.len() - base), c));
    }
    out.push_str(text.get(kept..).unwrap_or_default());
}

/// The letter that the last of `letters`, written as `original`, makes with the combining madda or
/// hamza after it, and where that mark stands. Vowel signs may stand between them, as may what the
/// folds drop.
#[inline]
fn join(original: char, letters: &str, text: &str, after: usize, mask: u16) -> Option<(char, usize)> {
    let last = letters.chars().next_back()?;
    let settled = settle(last, mask)?;
    if !carries(original) && !carries(settled) {
        return None;
    }
    for (offset, mark) in text.get(after..)?.char_indices() {
        let joined = [original, last, settled].into_iter().find_map(|letter| compose(letter, mark));
        if let Some(joined) = joined {
            return Some((joined, after + offset));
        }
        let transparent = match change(mark, mask) {
            Change::Letters(letters) => {
                letters.chars().all(|c| is_vowel(c) || change(c, mask) == Change::Drop)
            }
            other => other == Change::Drop || is_vowel(mark),
        };
        if !transparent {
            return None;
        }
    }
    None
}

/// Whether a letter and a mark after it can be one letter.
const fn carries(letter: char) -> bool {
    matches!(letter, 'ا' | 'و' | 'ي' | 'ە' | 'ہ' | 'ے')
}

const fn is_vowel(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}')
}

/// What is left of `letter` when every fold has been applied to it: one changes «ۃ» to «ة»,
/// another that to «ه».
fn settle(mut letter: char, mask: u16) -> Option<char> {
    loop {
        match change(letter, mask) {
            Change::Char(to) => letter = to,
            Change::Drop => return None,
            Change::None | Change::Letters(_) => return Some(letter),
        }
    }
}
