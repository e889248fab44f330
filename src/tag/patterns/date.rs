//! A day of the calendar.

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
