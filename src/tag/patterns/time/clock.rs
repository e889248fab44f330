//! Clock times.
//!
//! ```text
//! time    = [ الساعة ] hour [ minutes ] [ daytime ] [ zone ]     ; at least one of الساعة, daytime, zone
//!         / hh ":" mm [ ":" ss ] [ daytime ] [ zone ]
//!         / منتصف الليل / منتصف النهار
//! hour    = ال ordinal / الواحدة / digits / hh ":" mm
//! minutes = والنصف / والربع / والثلث / إلا ربعاً / إلا ثلثاً / و number [ دقيقة ]
//! daytime = [ من ] صباحاً / فجراً / ظهراً / عصراً / مساءً / ليلاً / قبل الظهر / بعد الظهر / بعد منتصف الليل
//! zone    = بتوقيت place / بالتوقيت المحلي
//! ```
//! The value is ISO 8601 (`18:30+03:00`, `18:00Z`); without a zone, or where its offset is not known for the day of the
//! text, it is the bare time. Hours in words and whole hours are of the twelve-hour clock and have no value without a
//! part of the day; «10:30» is read as written.

use super::zone::Offset;
use crate::tag::patterns::number::digits::Digits;
use crate::tag::patterns::number::unit::{HOUR, MINUTE};
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Row, Sense};

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) enum Daytime {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

impl Daytime {
    const ALL: [Self; 5] = [Self::Morning, Self::Noon, Self::Afternoon, Self::Evening, Self::Night];
}

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("صباحا صباح ص فجرا فجر ضحى سحرا", Sense(Kind::Daytime, Daytime::Morning as u8)),
    ("ظهرا ظهر ظهيرة", Sense(Kind::Daytime, Daytime::Noon as u8)),
    ("عصرا عصر", Sense(Kind::Daytime, Daytime::Afternoon as u8)),
    ("مساء م", Sense(Kind::Daytime, Daytime::Evening as u8)),
    ("ليلا ليل", Sense(Kind::Daytime, Daytime::Night as u8)),
];

/// An hour and minutes and seconds as they are said, and whether the hour may be one of twelve.
#[derive(Clone, Copy)]
struct Clock {
    end: usize,
    hour: u32,
    minute: u32,
    second: Option<u32>,
    twelve: bool,
}

impl Reader<'_> {
    /// The time that begins at word `at`: one past its last word, and its value in ISO 8601.
    pub fn clock(&self, at: usize) -> Option<(usize, Option<String>)> {
        if let Some(found) = self.middle(at) {
            return Some(found);
        }
        let called = self.unit_named(at, HOUR);
        let from = at + usize::from(called);
        if called && !self.bare(from) {
            return None;
        }
        let clock = self.digital(from).or_else(|| self.spoken(from))?;
        let digital = !clock.twelve;
        let mut end = clock.end;
        // «5 م» are metres, «10 ص» a page.
        let letter = !(called || digital) && self.get(end).is_some_and(|word| word.token.len() == 2);
        let daytime = self.daytime(end).filter(|_| !letter);
        if let Some((after, _)) = daytime {
            end = after;
        }
        let zone = self.zone(end);
        if let Some((after, _)) = zone {
            end = after;
        }
        if !(called || digital || daytime.is_some() || zone.is_some()) {
            return None;
        }
        let hour = match daytime {
            Some((_, daytime)) => of_day(clock.hour, daytime),
            None if clock.twelve && (1..=12).contains(&clock.hour) => None,
            None => Some(clock.hour),
        };
        let offset = zone.and_then(|(_, offset)| offset);
        Some((end, hour.map(|hour| iso(Clock { hour, ..clock }, offset))))
    }

    fn unit_named(&self, at: usize, unit: u8) -> bool {
        self.sense(at, Kind::Unit) == Some(unit) && self.definite(at)
    }

    /// «منتصف الليل», «منتصف النهار».
    fn middle(&self, at: usize) -> Option<(usize, Option<String>)> {
        use crate::tag::patterns::date::edtf::Part;
        self.sense(at, Kind::Part).filter(|part| *part == Part::Middle as u8)?;
        if !self.definite(at + 1) {
            return None;
        }
        let night = self.inner(at + 1, Kind::Daytime) == Some(Daytime::Night as u8);
        let hour = if night { 0 } else { self.is(at + 1, Noun::Midday).then_some(12)? };
        let clock = Clock { end: at + 2, hour, minute: 0, second: None, twelve: false };
        let zone = self.zone(clock.end);
        let end = zone.map_or(clock.end, |(end, _)| end);
        Some((end, Some(iso(clock, zone.and_then(|(_, offset)| offset)))))
    }

    /// «10:30».
    fn digital(&self, at: usize) -> Option<Clock> {
        let Digits::Parts { mark: ':', parts: [Some(hour), Some(minute), second] } = self.get(at)?.digits?
        else {
            return None;
        };
        let sixty = |part: crate::tag::patterns::number::digits::Part| part.value < 60 && part.digits == 2;
        let fits = hour.value <= 24 && hour.digits <= 2 && sixty(minute) && second.is_none_or(sixty);
        let whole = hour.value < 24 || minute.value == 0;
        // «البقرة 2:255» and «فاز 3:10» are neither.
        let text = self.follows(at, Noun::Label);
        (fits && whole && !text).then_some(Clock {
            end: at + 1,
            hour: hour.value as u32 % 24,
            minute: minute.value as u32,
            second: second.map(|second| second.value as u32),
            twelve: false,
        })
    }

    fn spoken(&self, at: usize) -> Option<Clock> {
        let digits = match self.get(at)?.digits {
            Some(Digits::Number { amount, plain: 1..=2, .. }) => amount.integer(),
            _ => None,
        };
        let one = self.sense(at, Kind::Ones) == Some(1) && self.definite(at);
        let (end, hour) = match (digits, one) {
            (Some(hour), _) => (at + 1, u32::try_from(hour).ok()?),
            (None, true) => (at + 1, 1),
            (None, false) => self.ordinal(at).filter(|_| self.feminine(at))?,
        };
        if hour > if digits.is_some() { 24 } else { 12 } || hour == 0 && digits.is_none() {
            return None;
        }
        let (end, minutes) = self.minutes(end).unwrap_or((end, 0));
        let minutes = hour as i32 * 60 + minutes;
        if minutes < 0 {
            return None;
        }
        let hour = (minutes / 60) as u32;
        let hour = if hour == 0 && minutes < 60 && digits.is_none() { 12 } else { hour };
        Some(Clock { end, hour: hour % 24, minute: (minutes % 60) as u32, second: None, twelve: true })
    }

    fn feminine(&self, at: usize) -> bool {
        let written = self.get(at).map_or("", |word| word.span.slice(self.text));
        written.trim_end_matches(['ُ', 'َ', 'ِ', 'ّ']).ends_with(['ة', 'ه', 'ى'])
    }

    /// What is added to an hour or taken from it, in minutes.
    fn minutes(&self, at: usize) -> Option<(usize, i32)> {
        let part = |at| self.fraction(at).map(|twelfths| i32::from(twelfths) * 5);
        let word = self.get(at)?;
        if word.is(Particle::Except) && word.bare() {
            if let Some(part) = part(at + 1) {
                // «إلا ثلثاً» is one third, though two are spelt like it.
                return Some((at + 2, if part == 40 { -20 } else { -part }));
            }
            let number = self.number(at + 1)?;
            let minutes = number.amount?.integer().filter(|minutes| (1..60).contains(minutes))?;
            let named = self.minute(number.end);
            return named.then_some((number.end + 1, -(minutes as i32)));
        }
        let tied = word.and && word.preposition.is_none() && word.article;
        if let Some(part) = part(at).filter(|_| tied) {
            return Some((at + 1, part));
        }
        let next = self.joined(at)?;
        let number = self.number(next)?;
        let minutes = number.amount?.integer().filter(|minutes| (1..60).contains(minutes))?;
        self.minute(number.end).then_some((number.end + 1, minutes as i32))
    }

    fn minute(&self, at: usize) -> bool {
        self.inner(at, Kind::Unit) == Some(MINUTE) && !self.definite(at)
    }

    /// One past a part of the day.
    fn daytime(&self, at: usize) -> Option<(usize, Daytime)> {
        let part = |at: usize| {
            self.inner(at, Kind::Daytime).and_then(|daytime| Daytime::ALL.get(usize::from(daytime)).copied())
        };
        if self.is(at, Particle::From) {
            // «من صباح الثلاثاء», «من بعد ظهر اليوم»: the day stays outside.
            if part(at + 2) == Some(Daytime::Noon) && self.is(at + 1, Particle::After) {
                return Some((at + 3, Daytime::Afternoon));
            }
            let daytime = part(at + 1)?;
            return Some((at + 2, daytime));
        }
        if self.is(at, Particle::After) || self.is(at, Particle::Before) {
            let after = self.is(at, Particle::After);
            if part(at + 1) == Some(Daytime::Noon) {
                return Some((at + 2, if after { Daytime::Afternoon } else { Daytime::Morning }));
            }
            return (after && self.middle(at + 1).is_some()).then_some((at + 3, Daytime::Morning));
        }
        if self.definite(at) {
            return None;
        }
        Some((at + 1, part(at)?))
    }
}

/// The hour of 24 that an hour of a part of the day is.
fn of_day(hour: u32, daytime: Daytime) -> Option<u32> {
    if hour > 12 || hour == 0 {
        return Some(hour);
    }
    match daytime {
        Daytime::Morning => Some(hour % 12),
        Daytime::Noon => Some(if hour < 6 { hour + 12 } else { hour }),
        Daytime::Afternoon => Some(hour % 12 + 12),
        Daytime::Evening => (hour < 12).then_some(hour + 12),
        Daytime::Night => Some(match hour {
            12 => 0,
            1..=5 => hour,
            _ => hour + 12,
        }),
    }
}

fn iso(clock: Clock, offset: Option<Offset>) -> String {
    let Clock { hour, minute, second, .. } = clock;
    let seconds = second.map_or(String::new(), |second| format!(":{second:02}"));
    let zone = match offset {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    };
    format!("{hour:02}:{minute:02}{seconds}{zone}")
}
