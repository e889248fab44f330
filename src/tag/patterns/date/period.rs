//! Stretches that have a name: the last year, this week, a summer, a quarter, and parts of them.
//!
//! ```text
//! period  = [ part [ من ] ] whole
//! part    = مطلع / بداية / منتصف / أواخر / نهاية …
//! whole   = turned / season / quarter / month-year / year / decade / century
//! turned  = ال unit ( الماضي / المقبل / الجاري ) / هذا ال unit / ال units [ ال number ] ( الماضية / المقبلة / الأخيرة )
//! season  = ( صيف / شتاء … ) year / ال season ( الماضي / المقبل )
//! quarter = الربع ordinal من year / النصف ordinal من ( year / month )
//! ```
//! A week runs from Monday to Sunday (ISO 8601). After a part, «العام» and «الشهر» alone are those of the text. What
//! [`When::part`] makes of parts stands there. «العام» is *general* after «الأمين», «الرأي» and their like.

use super::day::{Read, Turn};
use super::edtf::{Point, When};
use crate::tag::patterns::number::unit::{CENTURY, DAY, DECADE, MONTH, WEEK, YEAR};
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{COUNTED, Kind, Row, Sense};

pub(in crate::tag::patterns) use super::edtf::Part;

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("بداية مستهل", Sense(Kind::Part, Part::Start as u8)),
    ("مطلع أوائل باكورة", Sense(Kind::Part, Part::Early as u8)),
    ("منتصف أواسط", Sense(Kind::Part, Part::Middle as u8)),
    ("أواخر", Sense(Kind::Part, Part::Late as u8)),
    ("نهاية ختام", Sense(Kind::Part, Part::End as u8)),
    ("ماضي ماضية ماض منصرم منصرمة فائت فائتة منقضي منقضية", Sense(Kind::Past, 0)),
    ("مقبل مقبلة قادم قادمة آتي آتية", Sense(Kind::Next, 0)),
    ("جاري جارية حالي حالية", Sense(Kind::Current, 0)),
    ("أخيرة", Sense(Kind::Recent, 0)),
    ("هذا هذه", Sense(Kind::This, 0)),
    ("ربيع", Sense(Kind::Season, 21)),
    ("صيف", Sense(Kind::Season, 22)),
    ("خريف", Sense(Kind::Season, 23)),
    ("شتاء", Sense(Kind::Season, 24)),
];

impl Reader<'_> {
    pub(super) fn period(&self, at: usize) -> Option<Read> {
        let part = self.sense(at, Kind::Part).and_then(|part| Part::ALL.get(usize::from(part)).copied());
        let Some(part) = part.filter(|_| !self.definite(at)) else { return self.whole(at) };
        let from = at + 1 + usize::from(self.is(at + 1, Particle::From));
        if !self.bare(from) {
            return None;
        }
        let read = self
            .whole(from)
            .or_else(|| self.month_date(from, true))
            .or_else(|| self.years(from))
            .or_else(|| self.year_date(from))
            .or_else(|| self.plain_year(from).filter(|read| self.unit_of(read.end).is_none()))
            .or_else(|| self.current(from, part))?;
        let mut read = read;
        // «مطلع الشهر الماضي تموز (يوليو)»
        if let Some(name) = self.month_date(read.end, true).filter(|_| self.bare(read.end))
            && matches!((name.when.map(|w| w.from), read.when.map(|w| w.from)),
                (Some(Point::Month(None, a)), Some(Point::Month(_, b))) if a == b)
        {
            read.end = name.end;
        }
        read.when = self.resolve(&read).or(read.when).and_then(|when| when.part(part));
        Some(read)
    }

    /// What is counted at word `at`, if something is.
    fn unit_of(&self, at: usize) -> Option<()> {
        self.get(at).filter(|word| word.any(COUNTED)).map(|_| ())
    }

    #[inline(never)]
    fn whole(&self, at: usize) -> Option<Read> {
        self.turned(at)
            .or_else(|| self.season(at))
            .or_else(|| self.quarter(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.century(at))
    }

    /// A unit with its article alone, after a part: that of the text. A weekend alone may be any.
    fn current(&self, at: usize, part: Part) -> Option<Read> {
        let unit = self.time_unit(at).filter(|unit| *unit != DAY && self.definite(at))?;
        let weekend = unit == WEEK && matches!(part, Part::Late | Part::End);
        Some(Read::new(at + 1, self.turned_unit(unit, Turn::Current).filter(|_| !weekend)))
    }

    /// The unit of time that word `at` names in the singular, from a day up.
    #[inline(never)]
    pub fn time_unit(&self, at: usize) -> Option<u8> {
        self.sense(at, Kind::Unit).filter(|unit| (DAY..=CENTURY).contains(unit))
    }

    /// «العام الماضي», «هذا الأسبوع», «السنوات الخمس الماضية».
    #[inline(never)]
    pub(super) fn turned(&self, at: usize) -> Option<Read> {
        let this = self.sense(at, Kind::This).is_some();
        if this {
            let unit = self.time_unit(at + 1).filter(|_| self.definite(at + 1) && self.bare(at + 1))?;
            let end = at + 2 + usize::from(self.turn(at + 2) == Some(Turn::Current));
            return (unit != DAY).then(|| Read::new(end, self.turned_unit(unit, Turn::Current)));
        }
        if let Some(read) = self.several(at) {
            return Some(read);
        }
        let unit = self.time_unit(at).filter(|_| self.definite(at))?;
        let turn = self.turn(at + 1)?;
        if unit == YEAR && self.follows(at, Noun::General) || unit == DAY {
            return None;
        }
        // «العام الماضي 2020»
        if let Some((end, year)) =
            self.year_digits(at + 2).filter(|(_, year)| unit == YEAR && (1900..2100).contains(year))
        {
            return Some(Read::new(end, Some(Point::Year(year).into())));
        }
        Some(Read::new(at + 2, self.turned_unit(unit, turn)))
    }

    fn turned_unit(&self, unit: u8, turn: Turn) -> Option<When> {
        let today = self.today?;
        let step = match turn {
            Turn::Past => -1,
            Turn::Current => 0,
            Turn::Next | Turn::Ahead => 1,
        };
        let year = i32::from(today.year);
        Some(match unit {
            WEEK => {
                let monday = today.plus(7 * step - i32::from(today.weekday()))?;
                When::stretch(monday, monday.plus(6)?)
            }
            MONTH => month_after(year, today.month, step).into(),
            YEAR => Point::Year(year + step).into(),
            DECADE => Point::Decade(year / 10 + step).into(),
            CENTURY => Point::Century(year / 100 + step).into(),
            _ => return None,
        })
    }

    /// «الأيام الثلاثة الماضية», «الـ24 ساعة الماضية», «السنوات الأخيرة»: from so many units ago to the day of the text.
    fn several(&self, at: usize) -> Option<Read> {
        let (unit, number, end) = if self.get(at)?.is(Particle::The) {
            let number = self.number(at + 1).filter(|number| number.digits && self.touches(at + 1))?;
            (self.any_unit(number.end)?, Some(number.amount?), number.end + 1)
        } else {
            let unit = self.any_unit(at).filter(|_| self.definite(at))?;
            let number = self.number(at + 1).filter(|number| {
                self.definite(at + 1) && self.bare(at + 1) && self.adjective(number.end).is_some()
            });
            if number.is_none() && !self.plural(at) {
                return None;
            }
            (unit, number.and_then(|number| number.amount), number.map_or(at + 1, |number| number.end))
        };
        let turn = self.adjective(end)?;
        let count = number.and_then(|number| i32::try_from(number.integer()?).ok());
        let when = count.and_then(|count| self.reach(unit, count, turn));
        let mut read = Read::new(end + 1, when);
        read.time = unit < DAY;
        Some(read)
    }

    /// The stretch of so many units before or after the day of the text.
    fn reach(&self, unit: u8, count: i32, turn: Turn) -> Option<When> {
        let today = self.today?;
        let step = if turn == Turn::Next { count } else { -count };
        if !(1..1000).contains(&count) {
            return None;
        }
        let far = self.shift(unit, step)?;
        let here = match far {
            Point::Month(..) => Point::Month(Some(i32::from(today.year)), today.month),
            Point::Year(_) => Point::Year(i32::from(today.year)),
            _ => Point::from(today),
        };
        Some(if step < 0 { When::stretch(far, here) } else { When::stretch(here, far) })
    }

    /// The day, month or year that lies so many units from the day of the text.
    #[inline(never)]
    pub(super) fn shift(&self, unit: u8, count: i32) -> Option<Point> {
        let today = self.today?;
        let year = i32::from(today.year);
        let point = match unit {
            DAY => Point::from(today.plus(count)?),
            WEEK => Point::from(today.plus(count.checked_mul(7)?)?),
            MONTH => month_after(year, today.month, count),
            YEAR => Point::Year(year + count),
            DECADE => Point::Year(year + count.checked_mul(10)?),
            CENTURY => Point::Year(year + count.checked_mul(100)?),
            _ => return None,
        };
        point.exists().then_some(point)
    }

    fn adjective(&self, at: usize) -> Option<Turn> {
        let recent = self.inner(at, Kind::Recent).is_some() && self.definite(at);
        self.turn(at).filter(|turn| *turn != Turn::Current).or(recent.then_some(Turn::Past))
    }

    pub(super) fn any_unit(&self, at: usize) -> Option<u8> {
        self.sense(at, Kind::Unit).filter(|unit| *unit <= CENTURY)
    }

    /// Whether word `at` is the plural of a unit: «أيام», «سنوات».
    #[inline(never)]
    pub fn plural(&self, at: usize) -> bool {
        self.sense(at, Kind::UnitPlural).is_some()
    }

    fn season(&self, at: usize) -> Option<Read> {
        let this = self.sense(at, Kind::This).is_some();
        let named = at + usize::from(this);
        let season = self.sense(named, Kind::Season)?;
        if self.definite(named) {
            let turn = if this { Turn::Current } else { self.turn(named + 1)? };
            let end = named + 1 + usize::from(!this);
            return Some(Read::new(end, self.turned_season(season, turn)));
        }
        let after = named + 1;
        if !self.bare(after) || this {
            return None;
        }
        let year = self.year_date(after).or_else(|| {
            let (end, year) = self.year_digits(after)?;
            (1800..2100).contains(&year).then(|| Read::new(end, Some(Point::Year(year).into())))
        });
        let year = year.or_else(|| {
            self.turned(after).filter(|_| self.unit_is(after, YEAR) || self.unit_is(after + 1, YEAR))
        })?;
        let when = year.when.and_then(|when| Some(Point::Season(Some(when.from.year()?), season).into()));
        Some(Read::new(year.end, when))
    }

    /// The season before, of or after the day of the text, by whole months; a winter, which has two years, as the
    /// stretch of its months.
    fn turned_season(&self, season: u8, turn: Turn) -> Option<When> {
        let today = self.today?;
        let first = (season - 20) * 3;
        // Years in which the last such season began.
        let began = i32::from(today.year) - i32::from(today.month < first);
        let current = (i32::from(today.year) - began) * 12 + i32::from(today.month) - i32::from(first) < 3;
        let year = match turn {
            Turn::Past => began - i32::from(current),
            Turn::Current => began + i32::from(!current),
            Turn::Next | Turn::Ahead => began + 1,
        };
        Some(match season {
            24 => When::stretch(Point::Month(Some(year), 12), Point::Month(Some(year + 1), 2)),
            _ => Point::Season(Some(year), season).into(),
        })
    }

    /// «الربع الثالث من عام 2020», «النصف الأول من العام الجاري».
    fn quarter(&self, at: usize) -> Option<Read> {
        let twelfths = self.fraction(at).filter(|_| self.definite(at))?;
        let (end, number) = self.ordinal(at + 1).filter(|_| self.bare(at + 1))?;
        let number = u8::try_from(number).ok().filter(|number| *number * twelfths <= 12)?;
        let from = end + usize::from(self.is(end, Particle::From));
        if !self.bare(from) || from == end && self.definite(from) {
            return None;
        }
        let half = twelfths == 6;
        let whole = self.turned(from).or_else(|| self.year_date(from)).or_else(|| {
            let (end, year) = self.year_digits(from).filter(|(_, year)| (1800..2100).contains(year))?;
            Some(Read::new(end, Some(Point::Year(year).into())))
        });
        let whole = whole
            .or_else(|| self.month_date(from, true).filter(|_| half))
            .or_else(|| self.century(from).filter(|_| half))
            .or_else(|| self.current(from, Part::Early).filter(|_| from > end))?;
        let part = if half { 39 + number } else { 32 + number };
        let when = self.resolve(&whole).or(whole.when).and_then(|when| match when.from {
            Point::Year(year) if when.to.is_none() => Some(Point::Season(Some(year), part).into()),
            Point::Month(year, month) if half => {
                let days = if number == 1 {
                    (1, 15)
                } else {
                    (16, When::from(when.from).part(Part::Late)?.to?.day()?)
                };
                Some(When::stretch(Point::Day(year, month, days.0), Point::Day(year, month, days.1)))
            }
            Point::Century(century) if half && century >= 0 => {
                let from = century * 100 + if number == 1 { 0 } else { 50 };
                Some(When::stretch(Point::Year(from), Point::Year(from + 49)))
            }
            _ => None,
        });
        Some(Read::new(whole.end, when))
    }
}

impl Point {
    const fn day(self) -> Option<u8> {
        match self {
            Self::Day(_, _, day) => Some(day),
            _ => None,
        }
    }
}

/// The month so many months after another.
fn month_after(year: i32, month: u8, count: i32) -> Point {
    let months = year * 12 + i32::from(month) - 1 + count;
    Point::Month(Some(months.div_euclid(12)), months.rem_euclid(12) as u8 + 1)
}
