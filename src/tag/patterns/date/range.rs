//! Dates as they are reported, alone or from one to another.
//!
//! ```text
//! range     = simple connector simple / day connector day-month     ; 3 إلى 6 آب، 2019-2021
//!           / years                                                 ; عامي 2003 و2011
//! connector = إلى / حتى / "-" / و, after «بين»
//! ```
//! «من» and «بين» before a range are not part of it.

use super::day::{Read, Turn};
use super::edtf::{Point, When};
use crate::tag::patterns::number::unit::YEAR;
use crate::tag::patterns::particle::Particle;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::COUNTED;

/// A date or time of less than a day that was found: one past its last word, and its value in EDTF.
pub(in crate::tag::patterns) struct Dated {
    pub end: usize,
    pub edtf: Option<String>,
    pub time: bool,
}

impl Reader<'_> {
    /// The date that begins at word `at`.
    pub fn date(&self, at: usize) -> Option<Dated> {
        let read = self.days(at).or_else(|| {
            let read = self.simple(
                at,
                self.follows(at, Particle::Between) || self.follows(at, Particle::From) && self.reaches(at),
            )?;
            Some(self.extended(at, read))
        })?;
        let ahead =
            read.turn.is_none() && read.when.is_some_and(|when| when.lacks_year()) && self.foretold(at);
        let turn = if ahead { Some(Turn::Ahead) } else { read.turn };
        let edtf = self.resolve(&Read { turn, ..read }).map(|when| when.edtf());
        Some(Dated { end: read.end, edtf, time: read.time })
    }

    /// Whether a range goes on after the month at word `at`.
    fn reaches(&self, at: usize) -> bool {
        self.month(at).is_some_and(|month| self.connector(month.end).is_some())
    }

    #[inline(never)]
    fn simple(&self, at: usize, company: bool) -> Option<Read> {
        self.numeric(at)
            .or_else(|| self.near(at))
            .or_else(|| self.weekday_date(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.period(at))
            .or_else(|| self.month_date(at, company))
            .or_else(|| self.years(at))
            .or_else(|| self.year_date(at))
    }

    /// The word after one that means *up to*.
    #[inline(never)]
    pub(super) fn connector(&self, at: usize) -> Option<usize> {
        let until = self.get(at)?.preposition.is_none() && self.get(at)?.is(Particle::Until);
        let to = self.is(at, Particle::To) || until || self.mark(at) == Some('-');
        to.then_some(at + 1)
    }

    /// The word that «و» ties to the one before, with or without an article.
    fn and_then(&self, at: usize) -> Option<usize> {
        let tied = self.get(at)?.and && self.get(at)?.preposition.is_none();
        self.joined(at).or(tied.then_some(at))
    }

    /// A date, with the one that it goes on to.
    fn extended(&self, at: usize, read: Read) -> Read {
        let between = self.follows(at, Particle::Between);
        let Some(next) = self.connector(read.end).or_else(|| self.and_then(read.end).filter(|_| between))
        else {
            return read;
        };
        let dash = self.mark(read.end) == Some('-');
        let second = self
            .get(next)
            .filter(|word| word.bare() || word.and && between)
            .and_then(|_| self.simple(next, true).or_else(|| self.plain_year(next)));
        let (Some(second), Some(from)) = (second, read.when) else { return read };
        let Some(to) = second.when else { return read };
        let both = matches!(
            (from.from, to.from),
            (Point::Day(..), Point::Day(..))
                | (Point::Month(..), Point::Month(..))
                | (Point::Year(_), Point::Year(_))
                | (Point::Decade(_), Point::Decade(_))
                | (Point::Season(..), Point::Season(..))
        );
        // «الثلاثاء - 3 آب» is one date and another that says the same.
        if !both
            || dash && matches!(from.from, Point::Day(..)) && second.weekday.is_none() && !self.touches(next)
        {
            return read;
        }
        let Some(mut when) = from.until(&to) else { return read };
        // «بين الجمعة والأحد», on a Saturday: the Friday before that Sunday.
        if let (Some(first), Some(last)) = (when.from.date(), to.from.date())
            && (1..7).contains(&(first.days() - last.days()))
            && let Some(before) = first.plus(-7)
        {
            when.from = before.into();
        }
        let (from, to) = (when.from, when.to.unwrap_or(when.from));
        if !when.in_order() {
            return read;
        }
        // A year at the end of a range is that of its start too.
        if from.year().is_none()
            && let Some(year) = to.year()
        {
            let over = to.order() < from.order();
            when.from = from.in_year(year - i32::from(over));
        } else if let (Some(year), None) = (from.year(), to.year()) {
            when.to = Some(to.in_year(year + i32::from(to.order() < from.order())));
        }
        Read {
            end: second.end,
            when: Some(when),
            turn: second.turn.or(read.turn),
            weekday: None,
            time: false,
        }
    }

    /// Four digits where nothing but a year can stand.
    pub(super) fn plain_year(&self, at: usize) -> Option<Read> {
        let (end, year) = self.year_digits(at).filter(|(_, year)| (1000..2200).contains(year))?;
        Some(Read::new(end, Some(Point::Year(year).into())))
    }

    /// «3 إلى 6 آب», «3-6 آب», «3 و4 آب»: two days of one month; and «2019-2021», «2003 و2011» after «بين».
    fn days(&self, at: usize) -> Option<Read> {
        let between = self.follows(at, Particle::Between);
        if let Some((end, from)) = self.year_digits(at) {
            let dash = self.mark(end) == Some('-');
            let led = self.follows(at, Particle::From) || between;
            let next = self
                .connector(end)
                .filter(|_| dash || led)
                .or_else(|| self.joined(end).filter(|_| between))?;
            let next = next + usize::from(self.unit_is(next, YEAR));
            let (end, to) = self.year_digits(next)?;
            let counted = self.get(end).is_some_and(|word| word.any(COUNTED) || word.mark == Some('%'));
            let tied = dash && self.mark(end) == Some('-');
            let years =
                (1800..2100).contains(&from) && (1800..2100).contains(&to) && from < to && !counted && !tied;
            return years.then(|| Read::new(end, Some(When::stretch(Point::Year(from), Point::Year(to)))));
        }
        let (end, first, _) = self.day_number(at)?;
        let next = self.connector(end).or_else(|| self.joined(end))?;
        let read = self.day_month(next)?;
        let Some(When { from: Point::Day(year, month, last), to: None, .. }) = read.when else { return None };
        let tied = self.connector(end).is_some() || between || last == first + 1;
        let from = Point::Day(year, month, first);
        (tied && first < last && from.exists())
            .then(|| Read { when: Some(When::stretch(from, Point::Day(year, month, last))), ..read })
    }
}
