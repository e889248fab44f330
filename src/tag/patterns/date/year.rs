//! Years, decades and centuries.
//!
//! ```text
//! year    = ( عام / سنة ) [ "(" ] number [ ")" ] [ era ]      ; عام 2020، سنة ألفين وعشرين
//!         / 4 digits era / 4 digits                          ; 1442هـ، في 2019
//! years   = ( عامي / سنتي / أعوام ) year ( و / إلى / "-" ) year
//! era     = م / هـ / ميلادي / هجري / ق.م / قبل الميلاد
//! decade  = [ ال ] تسعينيات [ century ]
//! century = القرن ( ordinal / digits ) [ قبل الميلاد ] / القرن الماضي
//! ```
//! Four digits alone are a year from 1900 to 2049 (in brackets from 1800) where a word stands before them and they can't count what stands
//! after: Arabic counts in the indefinite. Without a century a decade is the twentieth's.

use super::day::Read;
use super::edtf::{Point, When};
use super::hijri;
use crate::segment::{TokenKind, proclitics};
use crate::tag::patterns::number::numeral::Number;
use crate::tag::patterns::number::unit::{CENTURY, YEAR};
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{COUNTED, Kind, Row, Sense};

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("ه هـ هجري هجرية", Sense(Kind::Hijri, 0)),
    ("م م. ميلادي ميلادية", Sense(Kind::Gregorian, 0)),
    ("عشرينيات عشرينات", Sense(Kind::Decade, 20)),
    ("ثلاثينيات ثلاثينات", Sense(Kind::Decade, 30)),
    ("أربعينيات أربعينات", Sense(Kind::Decade, 40)),
    ("خمسينيات خمسينات", Sense(Kind::Decade, 50)),
    ("ستينيات ستينات", Sense(Kind::Decade, 60)),
    ("سبعينيات سبعينات", Sense(Kind::Decade, 70)),
    ("ثمانينيات ثمانينات", Sense(Kind::Decade, 80)),
    ("تسعينيات تسعينات", Sense(Kind::Decade, 90)),
];

impl Reader<'_> {
    #[inline(never)]
    pub(super) fn year_date(&self, at: usize) -> Option<Read> {
        let called = self.unit_is(at, YEAR);
        if called {
            let bracket = self.mark(at + 1) == Some('(');
            let from = at + 1 + usize::from(bracket);
            let (end, year) = self.said_year(from)?;
            let end = if bracket { (self.mark(end) == Some(')')).then_some(end + 1)? } else { end };
            return self.in_era(end, year, true);
        }
        let (end, year) = self.year_digits(at)?;
        let bracket = self.touches(at) && at > 0 && self.mark(at - 1) == Some('(');
        if bracket && self.mark(end) == Some(')') && self.inner(end + 1, Kind::Hijri).is_some() {
            return Some(Read::new(end + 2, hijri::year(year).filter(|_| year < 2000)));
        }
        let read = self.in_era(end, year, false)?;
        let known = read.end > end || self.bare_year(at, year);
        known.then_some(read)
    }

    /// A year after «عام»: in digits, or in words.
    fn said_year(&self, at: usize) -> Option<(usize, i32)> {
        if !self.bare(at) || self.definite(at) {
            return None;
        }
        self.year_digits(at).filter(|(_, year)| (1..2200).contains(year)).or_else(|| {
            let number = self.number(at).filter(|number| !number.digits)?;
            let year = number.amount?.integer().filter(|year| (1000..2200).contains(year))?;
            Some((number.end, i32::try_from(year).ok()?))
        })
    }

    fn in_era(&self, end: usize, year: i32, called: bool) -> Option<Read> {
        if self.inner(end, Kind::Hijri).is_some() {
            return ((1..2000).contains(&year)).then(|| Read::new(end + 1, hijri::year(year)));
        }
        if let Some(end) = self.before_christ(end) {
            return Some(Read::new(end, Some(Point::Year(1 - year).into())));
        }
        // «800 م» may be metres.
        let sure = called || self.touches(end) && year >= 500 || (1500..2200).contains(&year);
        let metres = self.sense(end + 1, Kind::Tail).is_some();
        let gregorian = self.inner(end, Kind::Gregorian).is_some() && sure && !metres;
        Some(Read::new(end + usize::from(gregorian), Some(Point::Year(year).into())))
    }

    fn before_christ(&self, at: usize) -> Option<usize> {
        if self.is(at, Particle::Before) && self.is(at + 1, Noun::Christ) {
            return Some(at + 2);
        }
        let short = self.get(at).is_some_and(|word| word.kind == TokenKind::Abbreviation);
        (short && self.is(at, Noun::Christ)).then_some(at + 1)
    }

    /// Whether four digits that nothing names are a year.
    fn bare_year(&self, at: usize, year: i32) -> bool {
        let enclosed = at > 0 && self.mark(at - 1) == Some('(') && self.mark(at + 1) == Some(')');
        if !(if enclosed { 1800 } else { 1900 }..2050).contains(&year) {
            return false;
        }
        let Some(before) = self.before(at) else { return false };
        let lead = match before.mark {
            Some('(') => true,
            Some(_) => false,
            None => {
                before.kind == TokenKind::Word
                    && !before.is(Noun::Label)
                    && !before.is(Noun::Name)
                    && !before.is(Particle::About)
                    && !before.any(&[Kind::Ones, Kind::Tens, Kind::Hundreds, Kind::Scale, Kind::Scales])
            }
        };
        let time = [Particle::In, Particle::Since, Particle::Until, Particle::Within, Particle::By];
        let in_time = time.iter().any(|particle| before.is(*particle)) && year >= 1950;
        // «الانتفاضة الأولى 1987»
        let ordinal = before.article && before.sense(Kind::Ordinal).is_some();
        let noun = self.get(at + 1).is_some_and(|next| next.any(COUNTED));
        lead && (!self.may_be_counted(at + 1) || (ordinal || in_time) && !noun)
    }

    /// Whether a number before word `at` may count it: it is a sign, a unit or an indefinite word.
    fn may_be_counted(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else { return false };
        let written = word.token.slice(self.text);
        match word.kind {
            TokenKind::Number => true,
            TokenKind::Word if word.any(COUNTED) || word.any(&[Kind::Tail]) => true,
            TokenKind::Word if word.is_particle() || !word.bare() => false,
            TokenKind::Word => {
                let definite = ["ال", "وال", "بال", "فال", "كال", "لل", "ولل"];
                !definite.iter().any(|form| written.starts_with(form)) && proclitics(written) == 0
            }
            _ => matches!(word.mark, Some('%' | '$' | '/' | '-' | '+')) && !self.is_range(at),
        }
    }

    fn is_range(&self, at: usize) -> bool {
        self.mark(at) == Some('-') && self.year_digits(at + 1).is_some()
    }

    /// «عامي 2003 و2011»: the two years, or after «بين» all from one to the other.
    pub(super) fn years(&self, at: usize) -> Option<Read> {
        let called = self.get(at)?.is(Particle::Years) || self.sense(at, Kind::UnitDual) == Some(YEAR);
        let (end, from) = self.said_year(at + 1).filter(|_| called)?;
        let next = self.joined(end).or_else(|| self.connector(end))?;
        let to = self.get(next).filter(|word| word.and || word.bare())?.digits;
        let (end, to) = to.and_then(|_| self.year_digits(next))?;
        let (from, to) = (Point::Year(from), Point::Year(to));
        let between = self.follows(at, Particle::Between) || self.connector(next - 1).is_some();
        let when =
            if between { When::stretch(from, to) } else { When { both: true, ..When::stretch(from, to) } };
        when.in_order().then(|| Read::new(end, Some(when)))
    }

    /// «التسعينيات», «ثمانينات القرن الماضي».
    pub(super) fn decade(&self, at: usize) -> Option<Read> {
        let decade = self.sense(at, Kind::Decade).map(|years| i32::from(years) / 10)?;
        let of = at + 1 + usize::from(self.is(at + 1, Particle::From));
        if self.is(of, Noun::Life) {
            return None;
        }
        let century = self.century(of).filter(|_| self.bare(of));
        if let Some(century) = century {
            let when = match century.when.map(|when| when.from) {
                Some(Point::Century(century)) => Some(Point::Decade(century * 10 + decade).into()),
                _ => None,
            };
            return Some(Read::new(century.end, when));
        }
        self.definite(at).then(|| Read::new(at + 1, Some(Point::Decade(190 + decade).into())))
    }

    /// «القرن العشرين», «القرن الماضي», «القرن الخامس قبل الميلاد».
    #[inline(never)]
    pub(super) fn century(&self, at: usize) -> Option<Read> {
        if !self.unit_is(at, CENTURY) || !self.definite(at) {
            return None;
        }
        if let Some(read) = self.turned(at) {
            return Some(read);
        }
        let (mut end, number) = self.ordinal(at + 1).or_else(|| {
            let said =
                |number: &Number| (1..3).contains(&number.plain) || !number.digits && self.definite(at + 1);
            let number = self.number(at + 1).filter(said)?;
            Some((number.end, u32::try_from(number.amount?.integer()?).ok()?))
        })?;
        if !self.bare(at + 1) {
            return None;
        }
        let number = i32::try_from(number).ok().filter(|number| (1..=30).contains(number))?;
        if self.inner(end, Kind::Hijri).is_some() {
            let (first, last) = (hijri::year(number * 100 - 99)?, hijri::year(number * 100)?);
            return Some(Read::new(end + 1, first.until(&last).or(Some(When { to: last.to, ..first }))));
        }
        if let Some(end) = self.before_christ(end) {
            return Some(Read::new(end, Some(Point::Century(-number).into())));
        }
        end += usize::from(self.inner(end, Kind::Gregorian).is_some());
        Some(Read::new(end, Some(Point::Century(number - 1).into())))
    }
}
