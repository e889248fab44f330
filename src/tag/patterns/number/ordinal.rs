//! Ordinal numbers.
//!
//! ```text
//! ordinal = [ ال ] ( أول / ثاني … عاشر )
//!         / ال ones عشر / ال ones و ال tens / ال tens        ; الحادي عشر، الثالث والعشرون، الثلاثون
//!         / الـ digits                                      ; الـ25
//! ```
//! Without the article only what stands before a noun is one («ثاني أكبر»): «ثانية» is *again* or a second of time.

use crate::segment::TokenKind;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Particle, Sense};

impl Reader<'_> {
    /// The ordinal with an article that begins at word `at`.
    pub fn ordinal(&self, at: usize) -> Option<(usize, u32)> {
        if self.get(at)?.is(Particle::The) {
            let number = self.number(at + 1).filter(|number| number.digits && self.touches(at + 1))?;
            return Some((number.end, u32::try_from(number.amount?.integer()?).ok()?));
        }
        if !self.definite(at) {
            return None;
        }
        let ones = self.sense(at, |sense| match sense {
            Sense::Ordinal(number) => Some((u32::from(number), false)),
            Sense::BoundOrdinal => Some((1, true)),
            _ => None,
        });
        let tens = |at| {
            self.sense(at, |sense| match sense {
                Sense::Tens(number) => Some(u32::from(number)),
                _ => None,
            })
        };
        let Some((ones, bound)) = ones else {
            return Some((at + 1, tens(at)?));
        };
        if self.has(at + 1, Sense::Ten) && !self.definite(at + 1) {
            return Some((at + 2, 10 + ones));
        }
        let tied =
            self.get(at + 1).is_some_and(|word| word.and && word.article && word.preposition.is_none());
        if let Some(tens) = tens(at + 1).filter(|_| tied) {
            return Some((at + 2, tens + ones));
        }
        (!bound).then_some((at + 1, ones))
    }

    /// Whether what looks like an ordinal is not one: «السيدة الأولى», «كذا عملية في الثانية».
    pub fn no_ordinal(&self, at: usize, end: usize, number: u32) -> bool {
        let last = self.get(end).is_none_or(|next| next.mark.is_some());
        self.follows(at, Particle::Lady) || number == 2 && last && self.follows(at, Particle::In)
    }

    /// An ordinal before its noun: «أول», «ثالث».
    pub fn construct_ordinal(&self, at: usize) -> Option<(usize, u32)> {
        let word = self.get(at).filter(|word| !word.article)?;
        let number = word.find(|sense| match sense {
            Sense::Ordinal(number) => Some(u32::from(number)),
            _ => None,
        })?;
        let feminine = word.span.slice(self.text).trim_end_matches(['ٌ', 'ٍ', 'ً', 'َ', 'ُ', 'ِ']);
        let again = number == 2 && feminine.ends_with(['ة', 'ه']);
        let noun = self.get(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Word
                && next.bare()
                && next
                    .find(|sense| match sense {
                        Sense::Word(_) | Sense::Day(_) => Some(()),
                        _ => None,
                    })
                    .is_none()
        });
        (noun && !again).then_some((at + 1, number))
    }
}
