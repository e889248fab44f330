//! Dates in digits.
//!
//! ```text
//! numeric = [ يوم ] d "/" m "/" y / y "/" m "/" d / m "/" y       ; also with "-" or "."
//! ```
//! The day comes first, as Arabic news writes it; only where the second number can't be a month and the first can are
//! they read the American way. Two digits of a year stand for 2000 to 2049 and 1950 to 1999.

use super::day::Read;
use super::edtf::{Point, When};
use super::hijri;
use crate::tag::patterns::number::digits::{Digits, Part};
use crate::tag::patterns::number::unit::DAY;
use crate::tag::patterns::particle::Particle;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::Kind;

impl Reader<'_> {
    #[inline(never)]
    pub(super) fn numeric(&self, at: usize) -> Option<Read> {
        let called = self.unit_is(at, DAY) && !self.definite(at) && self.get(at + 1)?.bare();
        let at = at + usize::from(called);
        let Digits::Parts { mark: mark @ ('/' | '-' | '.'), parts } = self.get(at)?.digits? else {
            return None;
        };
        let mut end = at + 1;
        let (year, month, day) = match parts {
            [Some(a), Some(b), Some(c)] => {
                let (year, month, day) = ordered(a, b, c, mark)?;
                (Some(year), month, Some(day))
            }
            [Some(month), Some(year), None] if mark == '/' && year.digits == 4 && month.digits < 3 => {
                (Some(i32::try_from(year.value).ok()?), u8::try_from(month.value).ok()?, None)
            }
            [Some(from), Some(to), None] if mark == '/' && from.digits == 4 => return years(end, from, to),
            [Some(day), Some(month), None] if mark == '/' && self.dated_before(at) => {
                (None, u8::try_from(month.value).ok()?, Some(u8::try_from(day.value).ok()?))
            }
            _ => return None,
        };
        if self.inner(end, Kind::Hijri).is_some() {
            let date = hijri::day(year.filter(|year| (1..2000).contains(year))?, month.clamp(1, 12), day?)?;
            return Some(Read::new(end + 1, Some(Point::from(date).into())));
        }
        end += usize::from(self.inner(end, Kind::Gregorian).is_some());
        let point = match day {
            Some(day) => Point::Day(year, month, day),
            None => Point::Month(year, month),
        };
        let plausible = year.is_none_or(|year| (1000..2200).contains(&year)) && (1..=12).contains(&month);
        (plausible && point.exists()).then(|| Read::new(end, Some(point.into())))
    }

    fn dated_before(&self, at: usize) -> bool {
        self.follows(at, Particle::OnDate) || at > 0 && self.unit_is(at - 1, DAY) && !self.definite(at - 1)
    }
}

/// Year, month, day.
fn ordered(a: Part, b: Part, c: Part, mark: char) -> Option<(i32, u8, u8)> {
    let short = |part: Part| (part.digits < 3).then_some(part.value as u8);
    if a.digits == 4 {
        return Some((a.value as i32, short(b)?, short(c)?));
    }
    let year = match c.digits {
        4 => c.value as i32,
        2 if mark == '/' => c.value as i32 + if c.value < 50 { 2000 } else { 1900 },
        _ => return None,
    };
    let (first, second) = (short(a)?, short(b)?);
    let american = second > 12 && first <= 12;
    Some(if american { (year, first, second) } else { (year, second, first) })
}

/// «2019/2020»: a season or school year.
fn years(end: usize, from: Part, to: Part) -> Option<Read> {
    let next = to.value == from.value + 1 || to.digits == 2 && to.value == (from.value + 1) % 100;
    let (from, plausible) = (from.value as i32, (1800..2200).contains(&from.value));
    (next && plausible).then(|| Read::new(end, Some(When::stretch(Point::Year(from), Point::Year(from + 1)))))
}
