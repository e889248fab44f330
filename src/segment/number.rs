//! Numbers.
//!
//! ```text
//! number = digits *( separator digits )
//! separator = "." / "," / "٫" / "٬" / "،" / "/" / ":"
//! date = digits "-" digits "-" digits      ; four digits first or last, one or two in the others
//! ```
//! Digits are ASCII, Arabic-Indic or Persian. A separator needs a digit on both sides, so a stop
//! or comma after a number stays outside. A hyphen joins only a date: «2003-2011» is a range of two
//! numbers, «3-2» a result. Signs, percent and currency are tokens of their own.

use super::TokenKind;
use super::chars::{Class, class};
use super::token::char_at;

/// The number that begins with the digit at `at`, and its end; or the keycap emoji that does.
pub(super) fn find(text: &str, at: usize) -> (TokenKind, usize) {
    let first = digits(text, at);
    if let Some(end) = date(text, at, first) {
        return (TokenKind::Number, end);
    }
    if let Some('\u{fe0f}' | '\u{20e3}') = char_at(text, first) {
        return (TokenKind::Symbol, first);
    }
    let mut end = first;
    while let Some(c @ ('.' | ',' | '٫' | '٬' | '،' | '/' | ':')) = char_at(text, end) {
        let next = end + c.len_utf8();
        let after = digits(text, next);
        if after == next {
            break;
        }
        end = after;
    }
    (TokenKind::Number, end)
}

/// Where the digits end that begin at `at`.
fn digits(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.char_indices().find(|&(_, c)| class(c) != Class::Digit).map_or(text.len(), |(len, _)| at + len)
}

/// The end of the date with hyphens whose first group is `at..first`.
fn date(text: &str, at: usize, first: usize) -> Option<usize> {
    let group = |start: usize| {
        let start = text.get(start..)?.starts_with('-').then_some(start + 1)?;
        let end = digits(text, start);
        Some((end, text.get(start..end)?.chars().count()))
    };
    let (second, middle) = group(first)?;
    let (third, last) = group(second)?;
    let year = text.get(at..first)?.chars().count();
    let short = |len| len == 1 || len == 2;
    let dated = short(middle) && (year == 4 && short(last) || short(year) && last == 4);
    (dated && !text.get(third..)?.starts_with('-')).then_some(third)
}
