//! Abbreviations with stops.
//!
//! - Letters in a row, each with its stop: «أ.ف.ب.», «ش.م.م», «ق.م», "U.S.". The last stop belongs
//!   to the abbreviation if it is written.
//! - One letter before what it shortens: «د. سعيد», «م.أحمد», «ص. 12», "J. K. Rowling". One letter
//!   at the end of a line is a word and a stop, and so is a unit after a number: «طوله 5 م. وقال».
//! - «ود. سعيد», «وأ. سعيد»: such a title after *and*.
//! - English titles: "Mr.", "Dr.".

use super::chars::{Class, class};
use super::token::{char_at, word};
use super::{Token, TokenKind};

/// The end of the abbreviation whose first Arabic letters are `at..end`, where a stop follows.
pub(super) fn arabic(text: &str, at: usize, end: usize, before: Option<Token>) -> Option<usize> {
    let letters = text.get(at..end)?;
    if single(letters, Class::Arabic) {
        let unit = before.is_some_and(|token| {
            let gap = text.get(token.span.end..at);
            token.kind == TokenKind::Number && matches!(gap, Some("" | " " | "\u{a0}"))
        });
        return chain(text, end, Class::Arabic)
            .or_else(|| shortened(text, end, Class::Arabic).filter(|_| !unit));
    }
    let title = letters.strip_prefix('و').is_some_and(|title| matches!(title, "د" | "أ" | "م"));
    title.then(|| chain(text, end, Class::Arabic).or_else(|| shortened(text, end, Class::Arabic)))?
}

/// The end of the abbreviation whose first Latin letters are `at..end`, where a stop follows.
pub(super) fn latin(text: &str, at: usize, end: usize) -> Option<usize> {
    let letters = text.get(at..end)?;
    if single(letters, Class::Latin) {
        return chain(text, end, Class::Latin).or_else(|| shortened(text, end, Class::Latin));
    }
    matches!(letters, "Mr" | "Mrs" | "Ms" | "Dr" | "Prof" | "St" | "vs").then_some(end + 1)
}

/// Whether `letters` is one letter of `script` with its marks.
fn single(letters: &str, script: Class) -> bool {
    letters.chars().filter(|&c| c != 'ـ' && class(c) == script).take(2).count() == 1
}

/// The end of the letters with stops whose first stop is at `stop`, if there are two or more.
fn chain(text: &str, mut stop: usize, script: Class) -> Option<usize> {
    let mut found = None;
    loop {
        let end = word(text, stop + 1, script);
        if !text.get(stop + 1..end).is_some_and(|letters| single(letters, script)) {
            return found;
        }
        if text.as_bytes().get(end) != Some(&b'.') {
            return Some(end);
        }
        stop = end;
        found = Some(end + 1);
    }
}

/// The end of one letter and its stop before what they shorten, on the same line.
fn shortened(text: &str, stop: usize, script: Class) -> Option<usize> {
    let mut next = stop + 1;
    while let Some(c @ (' ' | '\u{a0}')) = char_at(text, next) {
        next += c.len_utf8();
    }
    let follows = class(char_at(text, next)?);
    (follows == script || follows == Class::Digit).then_some(stop + 1)
}
