//! The Hijri calendar.
//!
//! Days of the years 1300 to 1500 (1882 to 2077) are converted by the Umm al-Qura calendar of Saudi Arabia, whose
//! months are tabulated; others by the tabular civil calendar (thirty-year cycle, leap years 2 5 7 10 13 16 18 21 24
//! 26 29, epoch 16 July 622 Julian). Where a month is announced by sighting the moon, the day may differ by one or
//! two. A month and a year are the stretches of their days.

use super::Date;
use super::edtf::When;
use super::umm_al_qura::{FIRST_DAY, YEARS};

/// Day 1 of the year 1 in the tabular civil calendar, from 1970-01-01.
const EPOCH: i32 = -492_148;
const FIRST_YEAR: i32 = 1300;

/// Days from 1970-01-01 to day 1 of a month (1 to 13, the last being the next year's first) of a year.
#[inline(never)]
fn start(year: i32, month: u8) -> i32 {
    let index = usize::try_from(year - FIRST_YEAR).ok();
    if let Some(before) = index.and_then(|index| YEARS.get(..index))
        && let Some(this) = index.and_then(|index| YEARS.get(index))
    {
        let months = u32::from(month - 1);
        let long: u32 = before.iter().map(|year| year.count_ones()).sum();
        let whole = 29 * (12 * before.len() as i32 + months as i32);
        return FIRST_DAY + whole + (long + (this & ((1 << months) - 1)).count_ones()) as i32;
    }
    let month = i32::from(month);
    EPOCH + (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + 29 * (month - 1) + month / 2
}

#[inline(never)]
fn stretch(from: i32, to: i32) -> Option<When> {
    Some(When::stretch(Date::from_days(from)?, Date::from_days(to - 1)?))
}

/// The Gregorian stretch of a Hijri year.
pub(super) fn year(year: i32) -> Option<When> {
    stretch(start(year, 1), start(year + 1, 1))
}

/// The Gregorian stretch of a Hijri month.
pub(super) fn month(year: i32, month: u8) -> Option<When> {
    stretch(start(year, month), end(year, month))
}

/// The Gregorian day of a Hijri one.
pub(super) fn day(year: i32, month: u8, day: u8) -> Option<Date> {
    let day = start(year, month) + i32::from(day) - 1;
    (day < end(year, month)).then(|| Date::from_days(day)).flatten()
}

fn end(year: i32, month: u8) -> i32 {
    if month < 12 { start(year, month + 1) } else { start(year + 1, 1) }
}

/// The Hijri year and month in which a day falls.
pub(super) fn of(date: Date) -> (i32, u8) {
    let days = date.days();
    let mut year = (days - EPOCH) * 30 / 10_631 + 1;
    while start(year, 1) > days {
        year -= 1;
    }
    while start(year + 1, 1) <= days {
        year += 1;
    }
    let month = (1..=12).rev().find(|month| start(year, *month) <= days);
    (year, month.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_of_both_calendars() {
        for (hijri, gregorian) in [
            ((1443, 1, 1), "2021-08-09"),
            ((1442, 9, 1), "2021-04-13"),
            ((1300, 1, 1), "1882-11-12"),
            ((1500, 12, 29), "2077-11-15"),
            // In the tabular calendar.
            ((656, 1, 1), "1258-01-15"),
            ((656, 12, 30), "1259-01-04"),
        ] {
            assert_eq!(day(hijri.0, hijri.1, hijri.2), Some(date(gregorian)), "{hijri:?}");
            assert_eq!(of(date(gregorian)), (hijri.0, hijri.1), "{gregorian}");
        }
    }

    #[test]
    fn the_years_follow_each_other() {
        for year in 1..2000 {
            assert!((353..=356).contains(&(start(year + 1, 1) - start(year, 1))), "{year}");
        }
    }
}
