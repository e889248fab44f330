//! Names of months.
//!
//! ```text
//! month = name / name ( name ) / name "/" name / name أو name / name name       ; both names of one month
//! name  = Levantine / Egyptian and Gulf / Maghrebi / Hijri
//! ```
//! Names that are words or people's names too («مارس», «آب», «رجب») need company to be months: a day before, a year
//! after, «شهر», another name of the same month, or a word of time around them. CLDR 48's `ar*` locales and the
//! usage of the Maghrebi press are the sources.

use crate::tag::patterns::particle::Particle;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Row, Sense};

/// The first word of a month of two words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::tag::patterns) enum Head {
    Kanun,
    Tishrin,
    Rabi,
    Jumada,
    Dhu,
}

impl Head {
    const ALL: [Self; 5] = [Self::Kanun, Self::Tishrin, Self::Rabi, Self::Jumada, Self::Dhu];
}

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("يناير ينائر جانفي", Sense(Kind::Month, 1)),
    ("فبراير فيفري شباط", Sense(Kind::Month, 2)),
    ("آذار", Sense(Kind::Month, 3)),
    ("مارس", Sense(Kind::DoubtfulMonth, 3)),
    ("أبريل إبريل أفريل", Sense(Kind::Month, 4)),
    ("نيسان", Sense(Kind::DoubtfulMonth, 4)),
    ("مايو أيار", Sense(Kind::Month, 5)),
    ("ماي", Sense(Kind::DoubtfulMonth, 5)),
    ("يونيو يونيه حزيران", Sense(Kind::Month, 6)),
    ("جوان", Sense(Kind::DoubtfulMonth, 6)),
    ("يوليو يوليه يوليوز جويلية تموز", Sense(Kind::Month, 7)),
    ("أغسطس اغسطس غشت أغشت", Sense(Kind::Month, 8)),
    ("آب أوت", Sense(Kind::DoubtfulMonth, 8)),
    ("سبتمبر شتنبر شتمبر أيلول", Sense(Kind::Month, 9)),
    ("أكتوبر", Sense(Kind::Month, 10)),
    ("نوفمبر نونبر", Sense(Kind::Month, 11)),
    ("ديسمبر دجنبر دجمبر", Sense(Kind::Month, 12)),
    ("كانون", Sense(Kind::MonthHead, Head::Kanun as u8)),
    ("تشرين", Sense(Kind::MonthHead, Head::Tishrin as u8)),
    ("ربيع", Sense(Kind::MonthHead, Head::Rabi as u8)),
    ("جمادى", Sense(Kind::MonthHead, Head::Jumada as u8)),
    ("ذو ذي", Sense(Kind::MonthHead, Head::Dhu as u8)),
    ("محرم", Sense(Kind::HijriMonth, 1)),
    ("صفر", Sense(Kind::HijriMonth, 2)),
    ("رجب", Sense(Kind::HijriMonth, 7)),
    ("شعبان", Sense(Kind::HijriMonth, 8)),
    ("رمضان", Sense(Kind::HijriMonth, 9)),
    ("شوال", Sense(Kind::HijriMonth, 10)),
    ("قعدة", Sense(Kind::HijriMonth, 11)),
    ("حجة", Sense(Kind::HijriMonth, 12)),
    ("آخر آخرة", Sense(Kind::Last, 0)),
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
    #[inline(never)]
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
        let head = word.sense(Kind::MonthHead).and_then(|head| Head::ALL.get(usize::from(head)).copied());
        if let Some(head) = head {
            return self.second_word(at + 1, head).filter(|_| !word.article);
        }
        let month = |kind, hijri: bool, sure: bool| word.sense(kind).map(|number| (number, hijri, sure));
        let (number, hijri, sure) = month(Kind::Month, false, true)
            .or(month(Kind::DoubtfulMonth, false, false))
            .or(month(Kind::HijriMonth, true, false).filter(|month| month.0 < 11))?;
        let father = number == 8
            && !hijri
            && word.span.slice(self.text).starts_with(['أ', 'إ'])
            && word.span.len() < 6;
        let end = at + 1;
        (!word.article && !father || number == 1 && hijri).then_some(Month { end, number, hijri, sure })
    }

    fn second_word(&self, at: usize, head: Head) -> Option<Month> {
        let last = self.inner(at, Kind::Last).is_some();
        let ordinal = self.inner(at, Kind::Ordinal).filter(|number| *number < 3).or(last.then_some(2));
        let hijri = self.inner(at, Kind::HijriMonth).filter(|number| *number > 10);
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
