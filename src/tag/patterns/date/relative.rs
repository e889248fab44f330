//! Days that are counted from the day of the text.
//!
//! ```text
//! near = [ يوم ] أمس [ الأول ] / أول [ من ] أمس / [ هذا ] اليوم / غداً / بعد غد, each with [ weekday [ date ] ]
//! ago  = ( قبل / منذ ) [ نحو / أكثر من ] ( number unit / dual-unit / unit ) [ و fraction ]
//! ```
//! So many days and weeks ago are a day, months a month, years a year. «قبل ثلاثة أيام من الانتخابات» is counted from
//! something else, «قبل أيام» and
//! «قبل أكثر من عام» are not counted: they have no value, nor has any of these without a day of the text.
//! «اليوم» names the day of the text unless what follows makes it another («اليوم التالي», «اليوم العالمي»).

use super::day::Read;
use super::edtf::{Point, When};
use crate::segment::TokenKind;
use crate::tag::patterns::number::amount::Amount;
use crate::tag::patterns::number::unit::{CENTURY, DAY, DECADE, MONTH, UNITS, YEAR};
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Row, Sense};

pub(in crate::tag::patterns) const WORDS: &[Row] =
    &[("أمس بارحة", Sense(Kind::Yesterday, 0)), ("غدا غد", Sense(Kind::Tomorrow, 0))];

impl Reader<'_> {
    pub(super) fn near(&self, at: usize) -> Option<Read> {
        let (mut end, days) = self.near_day(at)?;
        let day = self.today.and_then(|today| today.plus(days));
        if let Some(weekday) = self.weekday(end).filter(|_| self.bare(end)) {
            end += 1;
            if let Some(read) = self.apposition(end, weekday) {
                return Some(read);
            }
        } else if let Some(read) = self.apposition(end, 0).filter(|_| self.mark(end) != Some(',')) {
            return Some(Read { weekday: None, ..read });
        }
        Some(Read::new(end, day.map(|day| Point::from(day).into())))
    }

    /// One past a day near the day of the text, and how many days after it.
    fn near_day(&self, at: usize) -> Option<(usize, i32)> {
        let day = |at: usize| {
            let day = |kind, days: i32| self.sense(at, kind).map(|_| days);
            day(Kind::Yesterday, -1).or(day(Kind::Tomorrow, 1))
        };
        let inner = |at: usize| day(at).filter(|_| self.bare(at));
        let first = |at: usize| self.sense(at, Kind::Ordinal) == Some(1);
        if first(at) && !self.definite(at) {
            let named = at + 1 + usize::from(self.is(at + 1, Particle::From));
            return (inner(named) == Some(-1)).then_some((named + 1, -2));
        }
        if self.get(at)?.is(Particle::After) && inner(at + 1) == Some(1) {
            return Some((at + 2, 2));
        }
        if let Some(days) = day(at) {
            let before = days < 0 && first(at + 1) && self.definite(at + 1) && self.get(at + 1)?.bare();
            return Some((at + 1 + usize::from(before), days - i32::from(before)));
        }
        let this = self.sense(at, Kind::This).is_some();
        let named = at + usize::from(this);
        if !self.unit_is(named, DAY) || self.plural(named) {
            return None;
        }
        if !self.definite(named) {
            return near_after_day(inner(named + 1), named + 2).filter(|_| !this);
        }
        let other = self.follows(at, Particle::That)
            || self.follows(at, Noun::Paper)
            || self.is(named + 1, Noun::Kind)
            || self.turn(named + 1).is_some()
            || self.ordinal(named + 1).is_some_and(|_| self.weekday(named + 1).is_none())
            || this && self.get(named).is_none_or(|word| !word.bare());
        (!other).then_some((named + 1, 0))
    }

    /// «قبل ثلاثة أيام», «منذ أسبوعين».
    pub(super) fn ago(&self, at: usize) -> Option<Read> {
        let word = self.get(at)?;
        if !word.is(Particle::Before) && !word.is(Particle::Since) {
            return None;
        }
        let about = usize::from(self.is(at + 1, Particle::About));
        let more = self.is(at + 1, Particle::More) && self.is(at + 2, Particle::From);
        let from = at + 1 + about + 2 * usize::from(more);
        if !self.bare(from) {
            return None;
        }
        let number = self.number(from).or_else(|| self.part_number(from));
        let (end, amount, unit) = match self.quantity(from, number.as_ref()) {
            Some((end, amount, name)) => {
                let unit = UNITS.iter().position(|(unit, ..)| *unit == name)?;
                (end, amount, u8::try_from(unit).ok()?)
            }
            None => self.uncounted(from)?,
        };
        if unit > CENTURY {
            return None;
        }
        let other = more || self.is(end, Particle::From) || self.is(end, Particle::On);
        let mut read = Read::new(end, None);
        read.time = unit < DAY;
        if !other && let Some(amount) = amount {
            read.when = self.moment(unit, amount).map(|when| When { about: when.about || about > 0, ..when });
        }
        Some(read)
    }

    /// A unit that no number counts: one, or of a plural nobody knows how many.
    fn uncounted(&self, at: usize) -> Option<(usize, Option<Amount>, u8)> {
        let unit = self.any_unit(at).filter(|_| !self.definite(at))?;
        let end = at + 1;
        let definite =
            self.get(end).is_some_and(|next| next.bare() && next.token.slice(self.text).starts_with("ال"));
        if self.plural(at) {
            // «منذ ساعات الصباح» are hours of something.
            return (!definite).then_some((end, None, unit));
        }
        let named = definite
            || self.get(end).is_some_and(|next| {
                next.digits.is_some()
                // «قبل عقد الاجتماع» is *before holding*.
                || unit == DECADE && next.kind == TokenKind::Word && next.senses.is_empty()
                || self.month(end).is_some()
                || self.mark(end) == Some('(')
                || self.number(end).is_some()
            });
        let mut amount = Amount::whole(1);
        let mut end = end;
        if let Some(part) = self.fraction(end).filter(|_| self.and_stem(end)) {
            amount = amount.plus(Amount::twelfths(part));
            end += 1;
        } else if named {
            return None;
        }
        Some((end, Some(amount), unit))
    }

    /// When it was so many units ago.
    fn moment(&self, unit: u8, amount: Amount) -> Option<When> {
        let months = |per: f64| {
            let months = amount.value() * per;
            (months.fract() == 0.0 && months < 12_000.0).then_some(months as i32)
        };
        if let Some(count) = amount.integer().and_then(|count| i32::try_from(count).ok()) {
            let about = matches!(unit, DECADE | CENTURY);
            return Some(When { about, ..self.shift(unit, -count)?.into() });
        }
        match unit {
            YEAR => Some(self.shift(MONTH, -months(12.0)?)?.into()),
            DECADE => Some(When { about: true, ..self.shift(YEAR, -months(10.0)?)?.into() }),
            CENTURY => Some(When { about: true, ..self.shift(YEAR, -months(100.0)?)?.into() }),
            _ => None,
        }
    }
}

/// «يوم أمس», «يوم غد».
fn near_after_day(day: Option<i32>, end: usize) -> Option<(usize, i32)> {
    day.map(|days| (end, days))
}
