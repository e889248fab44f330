//! Points and stretches of the calendar, and how EDTF (ISO 8601-2) writes them.
//!
//! | what | EDTF |
//! |---|---|
//! | day, month, year | `2021-08-04`, `2021-08`, `2021` |
//! | day or month of an unknown year | `XXXX-08-04`, `XXXX-08` |
//! | decade, century | `199X`, `19XX` |
//! | season, quarter, half of a year | `2021-21` spring to `-24`, `2021-33` to `-36`, `2021-40` and `-41` |
//! | stretch | `2021-08-01/2021-08-10` |
//! | two and nothing between them | `{2006,2012}` |
//! | before Christ | `-0043` is 44 BC |
//! | about | `2021-05~` |

use super::Date;
use super::days_in;

/// A day, or a larger square of the calendar; months and days may lack their year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) enum Point {
    Day(Option<i32>, u8, u8),
    Month(Option<i32>, u8),
    Year(i32),
    /// A number of EDTF: 21 to 24, 33 to 36, 40, 41.
    Season(Option<i32>, u8),
    /// The year without its last digit.
    Decade(i32),
    /// The year without its last two digits.
    Century(i32),
}

/// What a date stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) struct When {
    pub from: Point,
    pub to: Option<Point>,
    pub about: bool,
    /// Whether `from` and `to` are meant, and nothing between them.
    pub both: bool,
}

/// Which part of a stretch: its start and end are closer to its borders than what is early and late in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) enum Part {
    Start,
    Early,
    Middle,
    Late,
    End,
}

impl Part {
    pub const ALL: [Self; 5] = [Self::Start, Self::Early, Self::Middle, Self::Late, Self::End];

    fn pick<T>(self, early: T, middle: T, late: T) -> T {
        match self {
            Self::Start | Self::Early => early,
            Self::Middle => middle,
            Self::Late | Self::End => late,
        }
    }
}

impl From<Date> for Point {
    fn from(date: Date) -> Self {
        Self::Day(Some(i32::from(date.year)), date.month, date.day)
    }
}

impl From<Point> for When {
    fn from(from: Point) -> Self {
        Self { from, to: None, about: false, both: false }
    }
}

impl When {
    pub fn stretch(from: impl Into<Point>, to: impl Into<Point>) -> Self {
        Self { from: from.into(), to: Some(to.into()), about: false, both: false }
    }

    pub fn edtf(&self) -> String {
        let mut out = match self.to {
            None => self.from.edtf(),
            Some(to) if self.both => format!("{{{},{}}}", self.from.edtf(), to.edtf()),
            Some(to) => format!("{}/{}", self.from.edtf(), to.edtf()),
        };
        if self.about {
            out.push('~');
        }
        out
    }

    /// Whether the year must be found elsewhere.
    pub fn lacks_year(&self) -> bool {
        let last = self.to.unwrap_or(self.from);
        matches!(last, Point::Day(None, ..) | Point::Month(None, _) | Point::Season(None, _))
    }

    /// Whether it does not run backwards, as far as its years are known.
    pub fn in_order(&self) -> bool {
        let key = |point: Point| {
            let (month, day) = point.order();
            Some((point.year()?, month, day))
        };
        match (key(self.from), self.to.and_then(key)) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        }
    }

    /// «مطلع», «منتصف», «أواخر» of it. A year's start and end are its first and last month; what is early and late in
    /// it, its first and last quarter; its middle, the middle third. A month's
    /// its days 1–10, 11–20 and from 21; a quarter's are its months; a week's Monday and Tuesday, Wednesday and Thursday, Friday to Sunday; a
    /// decade's and a century's their thirds.
    pub fn part(&self, part: Part) -> Option<Self> {
        if let Some(to) = self.to {
            let (first, last) = (self.from.date()?, to.date()?);
            let week = last.days() - first.days() == 6;
            let (from, to) = part.pick((0, 1), (2, 3), (4, 6));
            return week.then_some(Self::stretch(first.plus(from)?, first.plus(to)?));
        }
        Some(match self.from {
            Point::Year(year) => {
                if matches!(part, Part::Start | Part::End) {
                    return Some(Point::Month(Some(year), part.pick(1, 0, 12)).into());
                }
                let (from, to) = part.pick((1, 3), (5, 8), (10, 12));
                Self::stretch(Point::Month(Some(year), from), Point::Month(Some(year), to))
            }
            Point::Month(year, month) => {
                let last = year.and_then(|year| u16::try_from(year).ok()).map(|year| days_in(year, month));
                // February's last day differs from year to year.
                let last = last.or((month != 2).then(|| days_in(1, month)))?;
                let (from, to) = part.pick((1, 10), (11, 20), (21, last));
                Self::stretch(Point::Day(year, month, from), Point::Day(year, month, to))
            }
            Point::Season(year @ Some(_), quarter @ 33..=36) => {
                let first = (quarter - 33) * 3 + 1;
                Point::Month(year, part.pick(first, first + 1, first + 2)).into()
            }
            Point::Decade(decade) => {
                let (from, to) = part.pick((0, 3), (4, 6), (7, 9));
                Self::stretch(Point::Year(decade * 10 + from), Point::Year(decade * 10 + to))
            }
            Point::Century(century) if century >= 0 => {
                let (from, to) = part.pick((0, 33), (34, 66), (67, 99));
                Self::stretch(Point::Year(century * 100 + from), Point::Year(century * 100 + to))
            }
            _ => return None,
        })
    }

    /// The whole stretch from the start of this to the end of another; none where either already is one that no
    /// range can begin or end with.
    pub fn until(&self, other: &Self) -> Option<Self> {
        let (from, to) = (self.from, other.to.unwrap_or(other.from));
        let whole = self.to.is_none() || other.to.is_some();
        (whole && !self.about && !other.about).then_some(Self {
            from,
            to: Some(to),
            about: false,
            both: false,
        })
    }
}

impl Point {
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Day(Some(year), month, day) => Date::new(u16::try_from(year).ok()?, month, day),
            _ => None,
        }
    }

    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(year, ..) | Self::Month(year, _) | Self::Season(year, _) => year,
            Self::Year(year) => Some(year),
            Self::Decade(_) | Self::Century(_) => None,
        }
    }

    /// Month and day in which it begins in its year.
    pub const fn order(self) -> (u8, u8) {
        match self {
            Self::Day(_, month, day) => (month, day),
            Self::Month(_, month) => (month, 1),
            Self::Season(_, season @ 21..=24) => ((season - 20) * 3, 1),
            Self::Season(_, quarter @ 33..=36) => ((quarter - 33) * 3 + 1, 1),
            Self::Season(_, 41) => (7, 1),
            _ => (1, 1),
        }
    }

    /// The same with another year, where it has room for one.
    pub fn in_year(self, year: i32) -> Self {
        match self {
            Self::Day(_, month, day) => Self::Day(Some(year), month, day),
            Self::Month(_, month) => Self::Month(Some(year), month),
            Self::Season(_, season) => Self::Season(Some(year), season),
            other => other,
        }
    }

    /// Whether the calendar has it.
    pub fn exists(self) -> bool {
        match self {
            Self::Day(Some(year), month, day) => {
                u16::try_from(year).is_ok_and(|year| Date::new(year, month, day).is_some())
            }
            Self::Day(None, month, day) => Date::new(2000, month, day).is_some(),
            Self::Month(year, month) => (1..=12).contains(&month) && year.is_none_or(|year| year < 10_000),
            Self::Year(year) => (-9999..10_000).contains(&year),
            Self::Season(..) | Self::Decade(_) | Self::Century(_) => true,
        }
    }

    fn edtf(self) -> String {
        let year = |year: Option<i32>| match year {
            None => "XXXX".to_owned(),
            Some(year) if year < 0 => format!("-{:04}", -year),
            Some(year) => format!("{year:04}"),
        };
        match self {
            Self::Day(y, month, day) => format!("{}-{month:02}-{day:02}", year(y)),
            Self::Month(y, month) => format!("{}-{month:02}", year(y)),
            Self::Season(y, season) => format!("{}-{season:02}", year(y)),
            Self::Year(y) => year(Some(y)),
            Self::Decade(decade) => format!("{decade:03}X"),
            Self::Century(century) if century < 0 => format!("-{:02}XX", -century - 1),
            Self::Century(century) => format!("{century:02}XX"),
        }
    }
}
