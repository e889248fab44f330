//! Days of the week.
//!
//! ```text
//! weekday = [ يوم ] ال name [ الماضي / المقبل / الجاري ] [ [ الموافق ] [ "(" ] day-month / numeric [ ")" ] ]
//! ```
//! A day alone is the last one that is not after the day of the text, which may be that day itself; «الماضي» is the
//! last one before it, «المقبل» the first one after; and where its clause speaks of the future («سيلتقي الثلاثاء») it is
//! the first that is not before the day of the text. Where a date follows, the date counts, and the day of the week
//! helps to find its year.

use super::day::{Read, Turn};
use super::edtf::Point;
use crate::tag::patterns::number::unit::DAY;
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Row, Sense};

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("اثنين إثنين", Sense(Kind::Weekday, 0)),
    ("ثلاثاء ثلثاء", Sense(Kind::Weekday, 1)),
    ("أربعاء إربعاء", Sense(Kind::Weekday, 2)),
    ("خميس", Sense(Kind::Weekday, 3)),
    ("جمعة", Sense(Kind::Weekday, 4)),
    ("سبت", Sense(Kind::Weekday, 5)),
    ("أحد", Sense(Kind::Weekday, 6)),
];

impl Reader<'_> {
    /// The day of the week that word `at` names, with its article.
    pub(super) fn weekday(&self, at: usize) -> Option<u8> {
        let weekday = self.sense(at, Kind::Weekday);
        weekday.filter(|_| self.definite(at))
    }

    pub(super) fn weekday_date(&self, at: usize) -> Option<Read> {
        let called = self.unit_is(at, DAY) && !self.definite(at);
        let named = at + usize::from(called);
        let weekday = self.weekday(named).filter(|_| named == at || self.bare(named))?;
        if !called && self.follows(at, Noun::Prayer) {
            return None;
        }
        let mut end = named + 1;
        let turn = self.turn(end);
        end += usize::from(turn.is_some());
        if let Some(read) = self.apposition(end, weekday) {
            return Some(read);
        }
        let turn = turn.or(self.foretold(at).then_some(Turn::Ahead));
        let day = self.today.and_then(|today| {
            let back = (i32::from(today.weekday()) - i32::from(weekday)).rem_euclid(7);
            match turn {
                Some(Turn::Past) => today.plus(if back == 0 { -7 } else { -back }),
                Some(Turn::Next) => today.plus(7 - back),
                Some(Turn::Current) => today.plus(i32::from(weekday) - i32::from(today.weekday())),
                Some(Turn::Ahead) => today.plus((7 - back) % 7),
                None => today.plus(-back),
            }
        });
        Some(Read::new(end, day.map(|day| Point::from(day).into())))
    }

    /// The date that stands beside a day of the week.
    pub(super) fn apposition(&self, at: usize, weekday: u8) -> Option<Read> {
        let corresponding = self.is(at, Particle::Corresponding);
        let mark = matches!(self.mark(at), Some(',' | '('));
        let from = at + usize::from(corresponding || mark);
        let from = from + usize::from(self.is(from, Particle::Corresponding) && mark);
        if !self.bare(from) && !corresponding {
            return None;
        }
        let mut read = self.numeric(from).or_else(|| self.day_month(from))?;
        if self.mark(at) == Some('(') {
            if self.mark(read.end) != Some(')') {
                return None;
            }
            read.end += 1;
        }
        read.weekday = Some(weekday);
        Some(read)
    }
}
