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
//! Four digits alone are a year from 1900 to 2049 where a word stands before them and they can't count what stands
//! after: Arabic counts in the indefinite. Without a century a decade is the twentieth's.

use super::day::Read;
use super::edtf::{Point, When};
use super::hijri;
use crate::segment::TokenKind;
use crate::tag::patterns::number::unit::{CENTURY, YEAR};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Particle, Row, Sense};

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("ه هـ هجري هجرية", Sense::Hijri),
    ("م م. ميلادي ميلادية", Sense::Gregorian),
    ("ق.م. ق.م", Sense::Word(Particle::Christ)),
    ("عامي سنتي", Sense::Word(Particle::Years)),
    ("عشرينيات عشرينات", Sense::Decade(20)),
    ("ثلاثينيات ثلاثينات", Sense::Decade(30)),
    ("أربعينيات أربعينات", Sense::Decade(40)),
    ("خمسينيات خمسينات", Sense::Decade(50)),
    ("ستينيات ستينات", Sense::Decade(60)),
    ("سبعينيات سبعينات", Sense::Decade(70)),
    ("ثمانينيات ثمانينات", Sense::Decade(80)),
    ("تسعينيات تسعينات", Sense::Decade(90)),
];

impl Reader<'_> {
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
        let read = self.in_era(end, year, false)?;
        let known = read.end > end || self.bare_year(at, year);
        known.then_some(read)
    }

    /// A year after «عام»: in digits, or in words.
    fn said_year(&self, at: usize) -> Option<(usize, i32)> {
        if !self.get(at)?.bare() || self.definite(at) {
            return None;
        }
        self.year_digits(at).filter(|(_, year)| (1..2200).contains(year)).or_else(|| {
            let number = self.number(at).filter(|number| !number.digits)?;
            let year = number.amount?.integer().filter(|year| (1000..2200).contains(year))?;
            Some((number.end, i32::try_from(year).ok()?))
        })
    }

    fn in_era(&self, end: usize, year: i32, called: bool) -> Option<Read> {
        if self.has(end, Sense::Hijri) {
            return ((1..2000).contains(&year)).then(|| Read::new(end + 1, hijri::year(year)));
        }
        if let Some(end) = self.before_christ(end) {
            return Some(Read::new(end, Some(Point::Year(1 - year).into())));
        }
        let gregorian = self.has(end, Sense::Gregorian) && (called || (500..2200).contains(&year));
        Some(Read::new(end + usize::from(gregorian), Some(Point::Year(year).into())))
    }

    fn before_christ(&self, at: usize) -> Option<usize> {
        if self.is(at, Particle::Before) && self.is(at + 1, Particle::Christ) {
            return Some(at + 2);
        }
        let short = self.get(at).is_some_and(|word| word.kind == TokenKind::Abbreviation);
        (short && self.is(at, Particle::Christ)).then_some(at + 1)
    }

    /// Whether four digits that nothing names are a year.
    fn bare_year(&self, at: usize, year: i32) -> bool {
        if !(1900..2050).contains(&year) {
            return false;
        }
        let Some(before) = self.before(at).filter(|_| !(self.touches(at) && self.mark(at - 1) != Some('(')))
        else {
            return false;
        };
        let lead = match before.mark {
            Some(mark) => mark == '(',
            None => {
                before.kind == TokenKind::Word && !before.is(Particle::Label) && !before.is(Particle::About)
            }
        };
        let numeral = before.find(|sense| match sense {
            Sense::Ones(_) | Sense::Tens(_) | Sense::Hundreds(_) | Sense::Scale(_) | Sense::Scales(_) => {
                Some(())
            }
            _ => None,
        });
        let counts = self.get(at + 1).is_some_and(|next| {
            let free = match next.kind {
                TokenKind::Word => {
                    let particle = next.find(|sense| match sense {
                        Sense::Unit(..) | Sense::Currency(..) | Sense::Scale(_) | Sense::Tail(_) => {
                            Some(false)
                        }
                        Sense::Word(_) => Some(true),
                        _ => None,
                    });
                    let written = next.token.slice(self.text);
                    let definite = ["ال", "وال", "بال", "فال", "كال", "لل", "ولل"];
                    particle.unwrap_or(!next.bare() || definite.iter().any(|form| written.starts_with(form)))
                }
                TokenKind::Number => false,
                _ => !matches!(next.mark, Some('%' | '$' | '/' | '-' | '+')) || self.is_range(at + 1),
            };
            !free
        });
        let time = [Particle::In, Particle::Since, Particle::Until, Particle::Within, Particle::By];
        let in_time = time.iter().any(|particle| before.is(*particle));
        let noun = self.get(at + 1).is_some_and(|next| {
            next.find(|sense| {
                matches!(sense, Sense::Unit(..) | Sense::Currency(..) | Sense::Scale(_)).then_some(())
            })
            .is_some()
        });
        lead && numeral.is_none() && (!counts || in_time && !noun && year >= 1950)
    }

    fn is_range(&self, at: usize) -> bool {
        self.mark(at) == Some('-') && self.year_digits(at + 1).is_some()
    }

    /// «عامي 2003 و2011»: the two years, or after «بين» all from one to the other.
    pub(super) fn years(&self, at: usize) -> Option<Read> {
        let called = self.get(at)?.is(Particle::Years);
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
        let decade = self.sense(at, |sense| match sense {
            Sense::Decade(years) => Some(i32::from(years) / 10),
            _ => None,
        })?;
        let of = at + 1 + usize::from(self.is(at + 1, Particle::From));
        if self.is(of, Particle::Life) {
            return None;
        }
        let century = self.century(of).filter(|_| self.get(of).is_some_and(|word| word.bare()));
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
    pub(super) fn century(&self, at: usize) -> Option<Read> {
        if !self.unit_is(at, CENTURY) || !self.definite(at) {
            return None;
        }
        if let Some(read) = self.turned(at) {
            return Some(read);
        }
        let (mut end, number) = self.ordinal(at + 1).or_else(|| {
            let number = self.number(at + 1).filter(|number| (1..3).contains(&number.plain))?;
            Some((number.end, u32::try_from(number.amount?.integer()?).ok()?))
        })?;
        if !self.get(at + 1)?.bare() {
            return None;
        }
        let number = i32::try_from(number).ok().filter(|number| (1..=30).contains(number))?;
        if self.has(end, Sense::Hijri) {
            let (first, last) = (hijri::year(number * 100 - 99)?, hijri::year(number * 100)?);
            return Some(Read::new(end + 1, first.until(&last).or(Some(When { to: last.to, ..first }))));
        }
        if let Some(end) = self.before_christ(end) {
            return Some(Read::new(end, Some(Point::Century(-number).into())));
        }
        end += usize::from(self.has(end, Sense::Gregorian));
        Some(Read::new(end, Some(Point::Century(number - 1).into())))
    }
}
