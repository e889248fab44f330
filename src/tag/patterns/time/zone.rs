//! Time zones by the places that Arabic news reckons in.
//!
//! An offset from UTC is given where it is certain: always for a place that keeps one all year, and for one with
//! summer time or with a change of law by the day of the text. «عمان» may be two capitals and gets none, nor do the
//! places whose summer time is decreed from year to year.

use crate::tag::patterns::date::Date;
use crate::tag::patterns::date::edtf::Point;
use crate::tag::patterns::particle::Particle;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Sense, each};

/// Minutes ahead of UTC.
pub(super) type Offset = i32;

/// When which offset holds.
#[derive(Clone, Copy)]
enum Rule {
    Always(Offset),
    /// From this day on.
    Since(i32, u8, u8, Offset),
    /// Summer time from the last Sunday of March to the last of October.
    European(Offset),
    /// From the second Sunday of March to the first of November, since 2007.
    American(Offset),
    /// From the Friday before the last Sunday of March to the last Sunday of October, since 2013.
    Jerusalem,
    /// None from 2015 to 2022; since then from the last Friday of April to the last Thursday of October.
    Cairo,
    Unknown,
}

const ZONES: &[(&str, Rule)] = &[
    ("غرينتش جرينتش غرينيتش غرينيتش عالمي GMT UTC", Rule::Always(0)),
    ("مكة رياض سعودية جدة بغداد عراق كويت قطر دوحة بحرين منامة صنعاء عدن يمن", Rule::Always(180)),
    ("أبوظبي أبو دبي إمارات مسقط", Rule::Always(240)),
    ("جزائر تونس", Rule::Always(60)),
    ("طرابلس ليبيا", Rule::Since(2013, 10, 25, 120)),
    ("خرطوم سودان", Rule::Since(2017, 11, 1, 120)),
    ("قاهرة مصر", Rule::Cairo),
    ("بيروت لبنان أثينا كييف", Rule::European(120)),
    ("دمشق سوريا أردن", Rule::Since(2022, 10, 28, 180)),
    ("قدس إسرائيل", Rule::Jerusalem),
    ("موسكو", Rule::Since(2014, 10, 26, 180)),
    ("إسطنبول أنقرة تركيا", Rule::Since(2016, 9, 8, 180)),
    ("طهران إيران", Rule::Since(2022, 9, 22, 210)),
    ("كابل كابول", Rule::Always(270)),
    ("نيودلهي هند", Rule::Always(330)),
    ("بكين صين", Rule::Always(480)),
    ("طوكيو يابان سيول", Rule::Always(540)),
    ("باريس برلين روما مدريد بروكسل جنيف فيينا", Rule::European(60)),
    ("لندن", Rule::European(0)),
    ("واشنطن نيويورك", Rule::American(-300)),
    ("عمان رباط مغرب فلسطين غزة رام محلي دار محلية", Rule::Unknown),
];

/// Adds the names of the zones to the table of words.
pub(in crate::tag::patterns) fn words(add: &mut dyn FnMut(&str, Sense)) {
    for (number, (names, _)) in (0_u8..).zip(ZONES) {
        each(names, &mut |name| add(name, Sense(Kind::Zone, number)));
    }
    for tail in ["مكرمة", "محتلة", "ظبي", "بيضاء", "الله"] {
        add(tail, Sense(Kind::ZoneTail, 0));
    }
}

impl Reader<'_> {
    /// One past «بتوقيت بغداد», and the offset where it is known.
    pub(super) fn zone(&self, at: usize) -> Option<(usize, Option<Offset>)> {
        let direct = self.get(at)?.kind == crate::segment::TokenKind::Latin;
        let named = if direct { at } else { at + 1 };
        if !direct && !self.get(at)?.is(Particle::AtTime) {
            return None;
        }
        let zone = self.inner(named, Kind::Zone).and_then(|zone| ZONES.get(usize::from(zone)));
        let (_, rule) = zone?;
        let tail = self.inner(named + 1, Kind::ZoneTail).is_some();
        Some((named + 1 + usize::from(tail), rule.offset(self.today)))
    }
}

impl Rule {
    fn offset(self, today: Option<Date>) -> Option<Offset> {
        if let Self::Always(offset) = self {
            return Some(offset);
        }
        let today = today?;
        let year = Point::from(today).year()?;
        let summer = |from: (u8, u8, i32), to: (u8, u8, i32)| {
            let from = nth(year, from.0, from.1, from.2)?;
            let to = nth(year, to.0, to.1, to.2)?;
            Some(if today >= from && today < to { 60 } else { 0 })
        };
        match self {
            Self::Always(offset) => Some(offset),
            Self::Since(y, month, day, offset) => {
                (today >= Date::new(u16::try_from(y).ok()?, month, day)?).then_some(offset)
            }
            Self::European(standard) if year >= 1996 => {
                Some(standard + summer((3, SUNDAY, -1), (10, SUNDAY, -1))?)
            }
            Self::American(standard) if year >= 2007 => {
                Some(standard + summer((3, SUNDAY, 2), (11, SUNDAY, 1))?)
            }
            Self::Jerusalem if year >= 2013 => {
                let from = nth(year, 3, SUNDAY, -1)?.plus(-2)?;
                let to = nth(year, 10, SUNDAY, -1)?;
                Some(if today >= from && today < to { 180 } else { 120 })
            }
            Self::Cairo if (2015..2023).contains(&year) => Some(120),
            Self::Cairo if year >= 2023 => Some(120 + summer((4, FRIDAY, -1), (10, THURSDAY, -1))?),
            _ => None,
        }
    }
}

const THURSDAY: u8 = 3;
const FRIDAY: u8 = 4;
const SUNDAY: u8 = 6;

/// The so-manieth weekday of a month; −1 is the last.
#[inline(never)]
fn nth(year: i32, month: u8, weekday: u8, count: i32) -> Option<Date> {
    let year = u16::try_from(year).ok()?;
    let first = Date::new(year, month, 1)?;
    let ahead = (i32::from(weekday) - i32::from(first.weekday())).rem_euclid(7);
    if count > 0 {
        return first.plus(ahead + 7 * (count - 1));
    }
    let mut day = first.plus(ahead + 28)?;
    if day.month() != month {
        day = first.plus(ahead + 21)?;
    }
    Some(day)
}
