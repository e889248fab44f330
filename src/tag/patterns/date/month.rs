//! Names of months.
//!
//! ```text
//! month = name / name ( name ) / name "/" name / name أو name / name name       ; both names of one month
//! name  = Levantine / Egyptian and Gulf / Maghrebi / Hijri
//! ```
//! Names that are words or people's names too («مارس», «آب», «رجب») need company to be months: a day before, a year
//! after, «شهر», another name of the same month, or a word of time around them. CLDR 48's `ar*` locales and the
//! usage of the Maghrebi press are the sources.

use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Particle, Row, Sense};

/// The first word of a month of two words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) enum Head {
    Kanun,
    Tishrin,
    Rabi,
    Jumada,
    Dhu,
}

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("يناير ينائر جانفي", Sense::Month(1, true)),
    ("فبراير فيفري شباط", Sense::Month(2, true)),
    ("آذار", Sense::Month(3, true)),
    ("مارس", Sense::Month(3, false)),
    ("أبريل إبريل أفريل", Sense::Month(4, true)),
    ("نيسان", Sense::Month(4, false)),
    ("مايو أيار", Sense::Month(5, true)),
    ("ماي", Sense::Month(5, false)),
    ("يونيو يونيه حزيران", Sense::Month(6, true)),
    ("جوان", Sense::Month(6, false)),
    ("يوليو يوليه يوليوز جويلية تموز", Sense::Month(7, true)),
    ("أغسطس اغسطس غشت أغشت", Sense::Month(8, true)),
    ("آب أوت", Sense::Month(8, false)),
    ("سبتمبر شتنبر شتمبر أيلول", Sense::Month(9, true)),
    ("أكتوبر", Sense::Month(10, true)),
    ("نوفمبر نونبر", Sense::Month(11, true)),
    ("ديسمبر دجنبر دجمبر", Sense::Month(12, true)),
    ("كانون", Sense::MonthHead(Head::Kanun)),
    ("تشرين", Sense::MonthHead(Head::Tishrin)),
    ("ربيع", Sense::MonthHead(Head::Rabi)),
    ("جمادى", Sense::MonthHead(Head::Jumada)),
    ("ذو ذي", Sense::MonthHead(Head::Dhu)),
    ("محرم", Sense::HijriMonth(1, false)),
    ("صفر", Sense::HijriMonth(2, false)),
    ("رجب", Sense::HijriMonth(7, false)),
    ("شعبان", Sense::HijriMonth(8, false)),
    ("رمضان", Sense::HijriMonth(9, false)),
    ("شوال", Sense::HijriMonth(10, false)),
    ("قعدة", Sense::HijriMonth(11, false)),
    ("حجة", Sense::HijriMonth(12, false)),
    ("آخر آخرة", Sense::Last),
];

/// A month that was read: one past its last word, its number, its calendar, and whether it needs no company.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Month {
    pub end: usize,
    pub number: u8,
    pub hijri: bool,
    pub sure: bool,
}

impl Reader<'_> {
    /// The month that begins at word `at`, whatever stands before its stem, with its other name.
    pub(super) fn month(&self, at: usize) -> Option<Month> {
        let first = self.month_name(at)?;
        let bracket = self.mark(first.end) == Some('(');
        let joined =
            matches!(self.mark(first.end), Some('/' | '-' | '(' | '\\')) || self.is(first.end, Particle::Or);
        let next = first.end + usize::from(joined);
        let second = self.get(next).filter(|word| word.bare()).and_then(|_| self.month_name(next));
        let Some(second) =
            second.filter(|second| (second.number, second.hijri) == (first.number, first.hijri))
        else {
            return Some(first);
        };
        if bracket && self.mark(second.end) != Some(')') {
            return Some(first);
        }
        Some(Month { end: second.end + usize::from(bracket), sure: true, ..first })
    }

    fn month_name(&self, at: usize) -> Option<Month> {
        let word = self.get(at)?;
        let head = word.find(|sense| match sense {
            Sense::MonthHead(head) => Some(head),
            _ => None,
        });
        if let Some(head) = head {
            return self.second_word(at + 1, head).filter(|_| !word.article);
        }
        let (number, hijri, sure) = word.find(|sense| match sense {
            Sense::Month(number, sure) => Some((number, false, sure)),
            Sense::HijriMonth(number, sure) if number < 11 => Some((number, true, sure)),
            _ => None,
        })?;
        let father =
            number == 8 && !hijri && word.span.slice(self.text).starts_with('أ') && word.span.len() < 6;
        let end = at + 1;
        (!word.article && !father || number == 1 && hijri).then_some(Month { end, number, hijri, sure })
    }

    fn second_word(&self, at: usize, head: Head) -> Option<Month> {
        let ordinal = self.inner(at, |sense| match sense {
            Sense::Ordinal(number @ 1..=2) => Some(number),
            Sense::Last => Some(2),
            _ => None,
        });
        let hijri = self.inner(at, |sense| match sense {
            Sense::HijriMonth(number @ 11.., _) => Some(number),
            _ => None,
        });
        let last = self.has(at, Sense::Last);
        let (number, hijri) = match (head, ordinal, hijri) {
            (Head::Kanun, Some(1), _) if !last => (12, false),
            (Head::Kanun, Some(2), _) if !last => (1, false),
            (Head::Tishrin, Some(number), _) if !last => (9 + number, false),
            (Head::Rabi, Some(number), _) => (2 + number, true),
            (Head::Jumada, Some(number), _) => (4 + number, true),
            (Head::Dhu, _, Some(number)) => (number, true),
            _ => return None,
        };
        Some(Month { end: at + 1, number, hijri, sure: true })
    }
}
