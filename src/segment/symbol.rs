//! Symbols and emoji.
//!
//! An emoji may be many characters: two regional letters make a flag, the joiner ties people into
//! a family, and selectors, skin tones and tags follow what they change. Unicode calls the whole a
//! grapheme; here it is one token.

use super::chars::{Class, class};
use super::token::char_at;

/// Where the symbol ends that begins with `first` at `at`.
pub(super) fn end(text: &str, at: usize, first: char) -> usize {
    let mut end = at + first.len_utf8();
    let flag = |c| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    if flag(first)
        && let Some(second) = char_at(text, end).filter(|&c| flag(c))
    {
        end += second.len_utf8();
    }
    let mut joiner = first == '\u{200d}';
    while let Some(c) = char_at(text, end) {
        let tied = joiner && class(c) == Class::Symbol;
        if !tied && class(c) != Class::Mark {
            break;
        }
        joiner = c == '\u{200d}';
        end += c.len_utf8();
    }
    end
}
