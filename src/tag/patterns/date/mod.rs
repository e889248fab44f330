//! Days, and the expressions that stand for days and stretches of the calendar.
//!
//! ```text
//! date = range / simple
//! ```
//! A day's part («صباح», «مساء») stays outside: EDTF has no name for it.

mod day;
pub(super) mod edtf;
mod hijri;
pub(super) mod month;
mod numeric;
pub(super) mod period;
mod range;
pub(super) mod relative;
mod umm_al_qura;
pub(super) mod weekday;
pub(super) mod year;

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};

/// A day of the proleptic Gregorian calendar.
///
/// ```
/// let day: tawsim::Date = "2021-08-04".parse()?;
/// assert_eq!(day.to_string(), "2021-08-04");
/// assert_eq!("2021-02-30".parse::<tawsim::Date>().unwrap_err().code(), "date_invalid");
/// # Ok::<(), tawsim::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day with these numbers, if there is one; years from 1 to 9999.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month);
        (known && (1..=days_in(year, month)).contains(&day)).then_some(Self { year, month, day })
    }

    /// The day so many days after 1970-01-01 (Howard Hinnant's `civil_from_days`).
    #[inline(never)]
    fn from_days(days: i32) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Self::new(u16::try_from(year).ok()?, month as u8, day as u8)
    }

    /// Days from 1970-01-01 to this one.
    #[inline(never)]
    pub(super) fn days(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month <= 2);
        let month = (i32::from(self.month) + 9) % 12;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
    }

    /// The day so many days later.
    #[inline(never)]
    pub(super) fn plus(self, days: i32) -> Option<Self> {
        Self::from_days(self.days().checked_add(days)?)
    }

    pub(super) const fn month(self) -> u8 {
        self.month
    }

    /// 0 for Monday to 6 for Sunday.
    pub(super) fn weekday(self) -> u8 {
        (self.days() + 3).rem_euclid(7) as u8
    }
}

/// Days of a month that exists.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = Error;

    /// # Errors
    /// `date_invalid` for anything but a day that exists, as `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = |range: std::ops::Range<usize>| -> Option<u16> {
            let part = text.get(range)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let stops = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let date = (|| Self::new(digits(0..4)?, digits(5..7)? as u8, digits(8..10)? as u8))();
        date.filter(|_| stops)
            .ok_or_else(|| Error::new(Kind::DateInvalid, text.chars().take(20).collect::<String>()))
    }
}

impl TryFrom<String> for Date {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
