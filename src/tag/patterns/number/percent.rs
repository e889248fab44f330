//! Percentages.
//!
//! ```text
//! percent = number ( "%" / "٪" / في المئة / بالمئة ) / ( "%" / "٪" ) digits
//! ```
//! The sign before the number is what right-to-left typing often leaves.

use super::numeral::Number;
use crate::tag::patterns::particle::Particle;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::Kind;

impl Reader<'_> {
    /// One past the percent sign or words that follow a number.
    pub fn percent(&self, number: &Number) -> Option<usize> {
        let at = number.end;
        if self.mark(at) == Some('%') {
            return Some(at + 1);
        }
        let hundred = |at: usize| {
            let word = self.get(at).filter(|word| word.article && !word.and)?;
            (word.sense(Kind::Hundreds) == Some(1)).then_some(word.preposition)
        };
        match hundred(at) {
            Some(Some('ب')) => Some(at + 1),
            _ => (self.is(at, Particle::In) && hundred(at + 1) == Some(None)).then_some(at + 2),
        }
    }

    /// The number after a percent sign that touches it.
    pub fn sign_before(&self, at: usize) -> Option<Number> {
        let signed = self.mark(at) == Some('%') && self.touches(at + 1) && !self.touches(at);
        let number = self.number(at + 1).filter(|number| signed && number.digits)?;
        (self.mark(number.end) != Some('%')).then_some(number)
    }
}
