//! Days and months by name.
//!
//! ```text
//! day-month  = [ يوم ] day [ من ] [ شهر ] month [ year-tail ]       ; 3 آب، الثالث من آب/أغسطس 2021
//! month-year = [ شهر ] month [ year-tail ]                  ; حزيران (يونيو) الماضي
//! day        = digits / ال ordinal من
//! year-tail  = [ من ] [ عام ] year [ era ] / "(" year ")" / [ من ] العام الماضي … / الماضي / المقبل / الجاري
//! ```
//! A year that is not said is found from the day of the text:
//! - «الماضي» is the last one before it, «المقبل» the first one after, «الجاري» its own;
//! - a weekday that stands with the date chooses the nearest year in which it falls so;
//! - after a verb in the future («سيلتقي», «سوف») or «مقرر» in the same clause it is the first that is not past;
//! - else a day is the last one that is at most 31 days ahead, since news announces what is near, and a month or
//!   season the last that has begun.
//!
//! Without a day of the text the year stays open: `XXXX-08-03`.

use super::Date;
use super::edtf::{Point, When};
use super::hijri;
use super::month::Month;
use crate::segment::{Role, Token, TokenKind, clitics_into};
use crate::tag::patterns::number::digits::Digits;
use crate::tag::patterns::number::unit::{DAY, MONTH, YEAR};
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::Kind;

/// Which of several the text means, counted from its own day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Turn {
    Past,
    Current,
    Next,
    /// What the text foretells: the next, or the current.
    Ahead,
}

/// A date that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Read {
    /// One past its last word.
    pub end: usize,
    /// None where it can't be known.
    pub when: Option<When>,
    pub turn: Option<Turn>,
    /// The day of the week that stands with it.
    pub weekday: Option<u8>,
    /// Whether it is shorter than a day.
    pub time: bool,
}

impl Read {
    pub fn new(end: usize, when: Option<When>) -> Self {
        Self { end, when, turn: None, weekday: None, time: false }
    }
}

/// How many words before a date may say that it is to come.
const CLAUSE: usize = 8;

/// How far ahead a day without a year may lie, in days.
const AHEAD: i32 = 31;

/// What follows the name of a month.
struct Tail {
    end: usize,
    year: Option<i32>,
    turn: Option<Turn>,
}

impl Reader<'_> {
    #[inline(never)]
    pub(super) fn day_month(&self, at: usize) -> Option<Read> {
        let called = self.unit_is(at, DAY) && !self.definite(at) && self.get(at + 1)?.bare();
        let (after, day, written) = self.day_number(at + usize::from(called))?;
        let of = usize::from(self.is(after, Particle::From));
        if written && of == 0 {
            return None;
        }
        let named = after + of;
        let named = named + usize::from(self.unit_is(named, MONTH));
        let month = self.month(named).filter(|_| self.bare(named))?;
        self.dated(month, Some(day))
    }

    /// A month without a day. `company` says that the words around it make it a date.
    #[inline(never)]
    pub(super) fn month_date(&self, at: usize, company: bool) -> Option<Read> {
        let (named, called) = match self.unit_is(at, MONTH) && !self.definite(at) {
            true => (at + 1, true),
            false => (at, company || self.time_before(at)),
        };
        let month = self.month(named).filter(|_| named == at || self.bare(named))?;
        let read = self.dated(month, None)?;
        // A father, written without his hamza, looks like August.
        let written = self.get(named)?.span.slice(self.text);
        let bare = written.starts_with('ا') && month.number == 8 && written.chars().count() == 2;
        let dated = read.end > month.end;
        let known = month.sure || dated || called && !bare || named > at;
        let thing = !dated && self.follows(at, Noun::Namer) || self.is(read.end, Noun::Clinic);
        (known && !thing).then_some(read)
    }

    /// Whether a word of time or place in time stands before word `at`.
    fn time_before(&self, at: usize) -> bool {
        use Particle::{By, In, Since, Until, Within};
        self.before(at).is_some_and(|word| [In, Since, Until, Within, By].iter().any(|p| word.is(*p)))
            || self.get(at).is_some_and(|word| matches!(word.preposition, Some('ل')))
    }

    #[inline(never)]
    pub(super) fn unit_is(&self, at: usize, unit: u8) -> bool {
        self.sense(at, Kind::Unit) == Some(unit)
    }

    /// One past a day of a month, its number, and whether it is an ordinal.
    #[inline(never)]
    pub(super) fn day_number(&self, at: usize) -> Option<(usize, u8, bool)> {
        let digits = match self.get(at)?.digits {
            Some(Digits::Number { amount, plain: 1..=2, .. }) => amount.integer(),
            _ => None,
        };
        let (end, day, written) = match digits {
            Some(day) => (at + 1, u8::try_from(day).ok()?, false),
            None => {
                let (end, day) = self.ordinal(at)?;
                (end, u8::try_from(day).ok()?, true)
            }
        };
        (1..=31).contains(&day).then_some((end, day, written))
    }

    /// The date that a month makes with its day and what follows it.
    fn dated(&self, month: Month, day: Option<u8>) -> Option<Read> {
        let tail = self.tail(month.end, month.hijri);
        let mut read = Read::new(tail.end, None);
        if month.hijri {
            let year = tail.year.or_else(|| self.hijri_year(month.number, tail.turn));
            if let Some(year) = year.filter(|year| (1..2000).contains(year)) {
                read.when = match day {
                    Some(day) => hijri::day(year, month.number, day).map(|day| Point::from(day).into()),
                    None => hijri::month(year, month.number),
                };
            }
            return Some(read);
        }
        let point = match day {
            Some(day) => Point::Day(tail.year, month.number, day),
            None => Point::Month(tail.year, month.number),
        };
        read.turn = tail.turn;
        read.when = Some(point.into());
        point.exists().then_some(read)
    }

    fn hijri_year(&self, month: u8, turn: Option<Turn>) -> Option<i32> {
        let (year, now) = hijri::of(self.today?);
        Some(match turn {
            Some(Turn::Next) => year + i32::from(month <= now),
            Some(Turn::Current) => year,
            Some(Turn::Past) => year - i32::from(month >= now),
            Some(Turn::Ahead) => year + i32::from(month < now),
            None => year - i32::from(month > now),
        })
    }

    fn tail(&self, at: usize, hijri: bool) -> Tail {
        let none = Tail { end: at, year: None, turn: None };
        let comma = usize::from(self.mark(at) == Some(',') && self.year_digits(at + 1).is_some());
        let of = comma + usize::from(self.is(at, Particle::From));
        let at = at + of;
        if let Some((end, year)) = self.year_phrase(at, hijri) {
            return Tail { end, year: Some(year), turn: None };
        }
        if let Some(turn) = self.turn(at).filter(|_| of == 0) {
            return Tail { end: at + 1, year: None, turn: Some(turn) };
        }
        // «من العام الماضي», «هذا العام».
        if self.bare(at)
            && let Some(period) = self.turned(at).filter(|read| self.year_unit(at, read.end))
        {
            let year = period.when.and_then(|when| when.from.year());
            return Tail { end: period.end, year, turn: None };
        }
        none
    }

    fn year_unit(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.unit_is(at, YEAR))
    }

    /// The year after a month: «2021», «عام 2021», «(2021)», «1442هـ».
    fn year_phrase(&self, at: usize, hijri: bool) -> Option<(usize, i32)> {
        if !self.bare(at) {
            return None;
        }
        let bracket = self.mark(at) == Some('(');
        let called = !bracket && self.unit_is(at, YEAR);
        let from = at + usize::from(bracket || called);
        let (end, year) = self.year_digits(from).or_else(|| {
            let number = self.number(from).filter(|number| called && !number.digits)?;
            let year = number.amount?.integer().filter(|year| (1000..2200).contains(year))?;
            Some((number.end, i32::try_from(year).ok()?))
        })?;
        let fits = if hijri { (1..1600).contains(&year) } else { (1000..2200).contains(&year) };
        let end = end + usize::from(self.era(end, hijri));
        if bracket && self.mark(end) != Some(')') {
            return None;
        }
        fits.then_some((end + usize::from(bracket), year))
    }

    /// Whether the letter or word of the calendar stands at word `at`.
    fn era(&self, at: usize, hijri: bool) -> bool {
        self.inner(at, if hijri { Kind::Hijri } else { Kind::Gregorian }).is_some()
    }

    /// One past a year in digits, and the year.
    #[inline(never)]
    pub(super) fn year_digits(&self, at: usize) -> Option<(usize, i32)> {
        match self.get(at)?.digits? {
            Digits::Number { amount, plain: 3..=4, .. } => {
                Some((at + 1, i32::try_from(amount.integer()?).ok()?))
            }
            _ => None,
        }
    }

    /// What an adjective with the article says of time: «الماضي», «المقبل», «الجاري».
    #[inline(never)]
    pub(super) fn turn(&self, at: usize) -> Option<Turn> {
        let word = self.get(at).filter(|word| word.bare() && word.article)?;
        let turns = [(Kind::Past, Turn::Past), (Kind::Next, Turn::Next), (Kind::Current, Turn::Current)];
        turns.into_iter().find(|(kind, _)| word.sense(*kind).is_some()).map(|(_, turn)| turn)
    }

    /// Whether the clause before word `at` speaks of what is to come.
    #[inline(never)]
    pub(super) fn foretold(&self, at: usize) -> bool {
        let mut pieces = Vec::new();
        for word in self.words.get(at.saturating_sub(CLAUSE)..at).unwrap_or_default().iter().rev() {
            if matches!(word.mark, Some(',' | ';' | ':' | '.' | '"' | '(' | ')')) {
                return false;
            }
            if word.is(Particle::Will) {
                return true;
            }
            if word.senses.is_empty() && word.kind == TokenKind::Word {
                pieces.clear();
                let token = Token { span: word.token, kind: word.kind };
                clitics_into(self.text, &token, &mut pieces);
                if pieces.iter().any(|piece| piece.role == Role::Future) {
                    return true;
                }
            }
        }
        false
    }

    /// What a date stands for, its year found from the day of the text where it is not said.
    pub(super) fn resolve(&self, read: &Read) -> Option<When> {
        let when = read.when?;
        let Some(today) = self.today else { return Some(when) };
        let open = |point: Point| {
            matches!(point, Point::Day(None, ..) | Point::Month(None, _) | Point::Season(None, _))
        };
        let last = when.to.unwrap_or(when.from);
        if !open(last) {
            return Some(when);
        }
        let year = choose(last, read, today)?;
        let to = when.to.map(|to| to.in_year(year));
        // «28 كانون الأول إلى 3 كانون الثاني» goes over New Year's Eve.
        let over = when.to.is_some() && when.from.order() > last.order();
        let from = if open(when.from) { when.from.in_year(year - i32::from(over)) } else { when.from };
        let exist = from.exists() && to.is_none_or(Point::exists);
        exist.then_some(When { from, to, ..when })
    }
}

/// The year of a point that lacks its own.
fn choose(point: Point, read: &Read, today: Date) -> Option<i32> {
    let this = i32::from(today.year);
    let (month, day) = point.order();
    let exact = matches!(point, Point::Day(..));
    // The twenty-ninth of February waits for its year.
    let mut best: Option<(i32, i32)> = None;
    for year in this - 8..=this + 8 {
        let Some(begin) = u16::try_from(year).ok().and_then(|year| Date::new(year, month, day)) else {
            continue;
        };
        let away = begin.days() - today.days();
        // The month of the text is neither past nor ahead.
        let same = if exact { away == 0 } else { (year, month) == (this, today.month) };
        // How little a year suits, if it does.
        let cost = match (read.weekday, read.turn) {
            (Some(weekday), _) => (begin.weekday() == weekday && away.abs() < 800).then_some(away.abs()),
            (_, Some(Turn::Current)) => (year == this).then_some(0),
            (_, Some(Turn::Past)) => (away <= 0 && !same).then_some(-away),
            (_, Some(Turn::Next)) => (away >= 0 && !same).then_some(away),
            (_, Some(Turn::Ahead)) => (away >= 0 || same).then_some(away),
            (_, None) => (away <= if exact { AHEAD } else { 0 }).then_some(AHEAD - away),
        };
        if let Some(cost) = cost.filter(|cost| best.is_none_or(|(least, _)| *cost < least)) {
            best = Some((cost, year));
        }
    }
    best.map(|(_, year)| year)
}
