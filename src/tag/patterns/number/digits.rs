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

#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) struct Part {
    pub value: u32,
    pub digits: u8,
}

/// Longest number that is a number and not an identifier, in digits.
const LONGEST: usize = 15;

/// Reads a number token as written.
pub(in crate::tag::patterns) fn read(written: &str) -> Option<Digits> {
    let mut groups: Vec<String> = vec![String::new()];
    let mut marks: Vec<char> = Vec::new();
    for c in written.chars() {
        if let Some(digit) = digit(c) {
            groups.last_mut()?.push(digit);
        } else if let Some(mark) = mark(c) {
            marks.push(mark);
            groups.push(String::new());
        }
    }
    if groups.iter().any(|group| group.is_empty() || group.len() > LONGEST) || groups.len() > 6 {
        return None;
    }
    let first = marks.first().copied();
    match (first, marks.as_slice()) {
        (Some(mark @ (':' | '/' | '-')), all) if all.len() <= 2 && all.iter().all(|m| *m == mark) => {
            parts(mark, &groups)
        }
        (Some('.'), ['.', '.']) if groups.iter().skip(1).any(|group| group.len() != 3) => parts('.', &groups),
        (_, all) if all.iter().any(|m| matches!(m, ':' | '/' | '-')) => None,
        _ => number(&groups, &marks),
    }
}

fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
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

fn parts(mark: char, groups: &[String]) -> Option<Digits> {
    let mut parts = [None; 3];
    for (part, group) in parts.iter_mut().zip(groups) {
        *part = Some(Part { value: group.parse().ok()?, digits: group.len() as u8 });
    }
    Some(Digits::Parts { mark, parts })
}

fn number(groups: &[String], marks: &[char]) -> Option<Digits> {
    let (last, before) = marks.split_last().map_or((None, marks), |(last, before)| (Some(*last), before));
    let grouped = |groups: &[String]| {
        let (first, rest) = groups.split_first().unzip();
        first.is_some_and(|group: &String| group.len() <= 3)
            && rest.is_some_and(|rest: &[String]| rest.iter().all(|group| group.len() == 3))
    };
    let decimals = groups.last()?;
    let threes = decimals.len() == 3;
    let decimal = match (last, before) {
        (None, _) => false,
        (Some('d'), _) => true,
        (Some(','), []) => !(threes && grouped(groups)),
        (Some('.'), []) => true,
        (Some(mark), before) => before.iter().all(|other| *other != mark),
    };
    let whole = if decimal { groups.get(..groups.len() - 1)? } else { groups };
    if whole.len() > 1 && !grouped(whole) {
        return None;
    }
    let marks_agree = before.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
    if !marks_agree || before.contains(&'d') {
        return None;
    }
    let amount = Amount::parse(&whole.concat(), if decimal { decimals } else { "" })?;
    let lead = groups.first()?;
    let unsure = marks == ['.'] && threes && lead.len() <= 3 && !lead.starts_with('0');
    let plain = if marks.is_empty() { lead.len() as u8 } else { 0 };
    Some(Digits::Number { amount, plain, unsure })
}
