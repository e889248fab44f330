//! Numbers in digits.
//!
//! ```text
//! number  = digits [ decimal ] / groups [ decimal ]
//! groups  = 1*3 digits 1*( thousands 3 digits )      ; thousands: "," / "،" / "٬" / "."
//! decimal = ( "." / "٫" / "," / "،" ) digits
//! parts   = digits ":" digits [ ":" digits ] / digits "/" digits [ "/" digits ]
//!         / digits "-" digits "-" digits / digits "." digits "." digits
//! ```
//! Digits are ASCII, Arabic-Indic or Persian. English and Gulf newsrooms group with the comma, the Maghreb with the
//! stop: the mark that comes twice groups, the mark that comes last and once is the decimal one. «1,200» groups,
//! «3,5» does not; of «1.200» alone nobody can tell, and it has no value unless a scale («1.200 مليون») follows.

use super::amount::Amount;

/// What a number token says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) enum Digits {
    Number {
        amount: Amount,
        /// How many digits, where no separator is among them; else 0.
        plain: u8,
        /// Whether «1.200» may be 1.2 or 1200.
        unsure: bool,
    },
    /// A date, a time or a fraction; what is missing is none.
    Parts { mark: char, parts: [Option<Part>; 3] },
}

/// A run of digits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::tag::patterns) struct Part {
    pub value: u64,
    pub digits: u8,
}

/// Longest run that is a number and not an identifier, in digits.
const LONGEST: u8 = 15;
/// Most runs in one number: «999,999,999,999,999.5».
const MOST: usize = 6;

/// Reads a number token as written.
pub(in crate::tag::patterns) fn read(written: &str) -> Option<Digits> {
    let (mut parts, mut marks, mut at) = ([Part::default(); MOST], ['\0'; MOST], 0);
    for c in written.chars() {
        if let Some(digit) = digit(c) {
            let part = parts.get_mut(at).filter(|part| part.digits < LONGEST)?;
            *part = Part { value: part.value * 10 + digit, digits: part.digits + 1 };
        } else if let Some(mark) = mark(c) {
            *marks.get_mut(at)? = mark;
            at += 1;
        }
    }
    let (parts, marks) = (parts.get(..=at)?, marks.get(..at)?);
    if parts.iter().any(|part| part.digits == 0) {
        return None;
    }
    let one_kind = marks.iter().all(|mark| Some(mark) == marks.first());
    let dotted = marks == ['.', '.'] && parts.iter().skip(1).any(|part| part.digits != 3);
    match marks.first() {
        Some(mark @ (':' | '/' | '-' | '.')) if one_kind && at <= 2 && (*mark != '.' || dotted) => {
            let part = |at: usize| parts.get(at).copied();
            Some(Digits::Parts { mark: *mark, parts: [part(0), part(1), part(2)] })
        }
        _ if marks.iter().any(|mark| matches!(mark, ':' | '/' | '-')) => None,
        _ => number(parts, marks),
    }
}

fn digit(c: char) -> Option<u64> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u64::from(u32::from(c) - u32::from(zero)))
}

/// The separator that a character is; 'd' for the decimal one that is nothing else.
fn mark(c: char) -> Option<char> {
    Some(match c {
        '٫' => 'd',
        '٬' | ',' | '،' => ',',
        '.' | '/' | ':' | '-' => c,
        _ => return None,
    })
}

fn number(parts: &[Part], marks: &[char]) -> Option<Digits> {
    let (lead, rest) = parts.split_first()?;
    let last = parts.last()?;
    // «0,125» and «0.125» have no thousands.
    let thousands = lead.digits <= 3 && (lead.value > 0 || lead.digits > 1);
    let threes = rest.iter().all(|part| part.digits == 3);
    let (group, decimal) = match marks {
        [] => (None, false),
        ['d' | '.'] => (None, true),
        [mark] => (Some(*mark), !(thousands && threes)),
        [first, between @ .., end] => {
            if *first == 'd' || between.iter().any(|mark| mark != first) {
                return None;
            }
            (Some(*first), end != first)
        }
    };
    let groups = if decimal { rest.get(..rest.len() - 1)? } else { rest };
    let grouped = group.is_some() && thousands && groups.iter().all(|part| part.digits == 3);
    if !groups.is_empty() && !grouped {
        return None;
    }
    let whole =
        groups.iter().try_fold(lead.value, |whole, part| whole.checked_mul(1000)?.checked_add(part.value))?;
    let amount = Amount::decimal(whole, if decimal { *last } else { Part::default() })?;
    let unsure = marks == ['.'] && thousands && threes;
    let plain = if marks.is_empty() { lead.digits } else { 0 };
    Some(Digits::Number { amount, plain, unsure })
}
