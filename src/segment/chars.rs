//! What kind of character each one is, for the purposes of tokens.

use unicode_normalization::char::is_combining_mark;

/// The class of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Whitespace, line ends, control characters, the zero-width space: what parts words.
    Gap,
    /// Direction marks and other unseen characters that do not part words.
    Hidden,
    /// What belongs to the character before it: vowel signs, variation selectors, the joiner.
    Mark,
    /// Arabic letters, tatweel and presentation forms.
    Arabic,
    /// Latin letters.
    Latin,
    /// Letters of all other scripts.
    Letter,
    /// Decimal digits: ASCII, Arabic-Indic, Persian.
    Digit,
    /// Punctuation.
    Punctuation,
    /// Everything else: currency, mathematics, arrows, emoji.
    Symbol,
}

type Page = [Class; 256];

/// U+0000–00FF, U+0600–06FF and U+2000–20FF answer for nearly all of a text with one look.
static PAGES: [Page; 3] = [page(0x00), page(0x06), page(0x20)];

#[allow(clippy::indexing_slicing, reason = "runs when the library is compiled, not after")]
const fn page(high: u32) -> Page {
    let mut page = [Class::Symbol; 256];
    let mut low = 0;
    while low < 256 {
        page[low] = match high {
            0x00 => latin(low as u8),
            0x06 => arabic(low as u8),
            _ => general(low as u8),
        };
        low += 1;
    }
    page
}

/// The class of `c`.
#[inline]
pub(super) fn class(c: char) -> Class {
    let code = u32::from(c);
    let [latin, arabic, general] = &PAGES;
    let page = match code >> 8 {
        0x00 => latin,
        0x06 => arabic,
        0x20 => general,
        _ => return other(c),
    };
    page.get((code & 0xff) as usize).copied().unwrap_or(Class::Symbol)
}

/// U+0000–00FF.
const fn latin(low: u8) -> Class {
    match low {
        0x00..=0x20 | 0x7f..=0xa0 => Class::Gap,
        0xad => Class::Hidden,
        b'0'..=b'9' => Class::Digit,
        b'a'..=b'z' | b'A'..=b'Z' | 0xaa | 0xb5 | 0xba => Class::Latin,
        b'$' | b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~' => Class::Symbol,
        0x21..=0x7e | 0xa1 | 0xa7 | 0xab | 0xb6 | 0xb7 | 0xbb | 0xbf => Class::Punctuation,
        0xd7 | 0xf7 => Class::Symbol,
        0xc0..=0xff => Class::Latin,
        _ => Class::Symbol,
    }
}

/// U+0600–06FF.
const fn arabic(low: u8) -> Class {
    match low {
        0x0c | 0x0d | 0x1b | 0x1d..=0x1f | 0x6a..=0x6d | 0xd4 => Class::Punctuation,
        0x1c => Class::Hidden,
        0x10..=0x1a | 0x4b..=0x5f | 0x70 | 0xd6..=0xdc | 0xdf..=0xe4 | 0xe7 | 0xe8 | 0xea..=0xed => {
            Class::Mark
        }
        0x60..=0x69 | 0xf0..=0xf9 => Class::Digit,
        0x00..=0x0f | 0xdd | 0xde | 0xe9 | 0xfd | 0xfe => Class::Symbol,
        _ => Class::Arabic,
    }
}

/// U+2000–20FF.
const fn general(low: u8) -> Class {
    match low {
        0x00..=0x0b | 0x28 | 0x29 | 0x2f | 0x5f => Class::Gap,
        // The joiner shapes the letter before it and ties emoji together.
        0x0d | 0xd0..=0xff => Class::Mark,
        0x0c | 0x0e | 0x0f | 0x2a..=0x2e | 0x60..=0x6f => Class::Hidden,
        0x10..=0x27 | 0x30..=0x5e => Class::Punctuation,
        _ => Class::Symbol,
    }
}

/// All other characters.
#[cold]
fn other(c: char) -> Class {
    match c {
        '\u{fb50}'..='\u{fbb1}'
        | '\u{fbd3}'..='\u{fd3d}'
        | '\u{fd50}'..='\u{fdf9}'
        | '\u{fe70}'..='\u{fefc}' => Class::Arabic,
        '\u{180e}' | '\u{feff}' => Class::Hidden,
        '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' => Class::Mark,
        // Whole formulas in one character («ﷺ»), which would glue themselves to the name before.
        '\u{fdfa}'..='\u{fdff}' => Class::Symbol,
        '\u{2e00}'..='\u{2e5d}'
        | '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{3014}'..='\u{301f}' => Class::Punctuation,
        '\u{fd3e}' | '\u{fd3f}' | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe52}' => Class::Punctuation,
        '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff3f}'
        | '\u{ff5b}'..='\u{ff65}' => Class::Punctuation,
        _ if c.is_whitespace() || c.is_control() => Class::Gap,
        _ if is_combining_mark(c) => Class::Mark,
        '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}' if c.is_alphabetic() => Class::Arabic,
        '\u{100}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}' => {
            Class::Latin
        }
        _ if c.is_alphanumeric() => Class::Letter,
        _ => Class::Symbol,
    }
}
