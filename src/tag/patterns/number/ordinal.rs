//! Ordinal numbers.
//!
//! ```text
//! ordinal = [ ال ] ( أول / ثاني … عاشر )
//!         / ال ones عشر / ال ones و ال tens / ال tens        ; الحادي عشر، الثالث والعشرون، الثلاثون
//!         / الـ digits                                      ; الـ25
//! ```
//! Without the article only what stands before a noun («ثاني أكبر») or, feminine, after one («مرة ثالثة») is one:
//! «ثانية» is *again* or a second of time.

use crate::segment::TokenKind;
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::Kind;

impl Reader<'_> {
    /// The ordinal with an article that begins at word `at`.
    #[inline(never)]
    pub fn ordinal(&self, at: usize) -> Option<(usize, u32)> {
        if self.get(at)?.is(Particle::The) {
            let number = self.number(at + 1).filter(|number| number.digits && self.touches(at + 1))?;
            return Some((number.end, u32::try_from(number.amount?.integer()?).ok()?));
        }
        if !self.definite(at) {
            return None;
        }
        let bound = self.sense(at, Kind::BoundOrdinal).map(|_| (1, true));
        let ones = self.sense(at, Kind::Ordinal).map(|number| (u32::from(number), false)).or(bound);
        let tens = |at| self.sense(at, Kind::Tens).map(u32::from);
        let Some((ones, bound)) = ones else {
            return Some((at + 1, tens(at)?));
        };
        if self.inner(at + 1, Kind::Ten).is_some() && !self.definite(at + 1) {
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
        self.follows(at, Noun::Lady) || number == 2 && last && self.follows(at, Particle::In)
    }

    /// An ordinal before its noun: «أول», «ثالث».
    pub fn construct_ordinal(&self, at: usize) -> Option<(usize, u32)> {
        let word = self.get(at).filter(|word| !word.article)?;
        let number = u32::from(word.sense(Kind::Ordinal)?);
        // «باول» is a name, «فريق أول» a rank.
        let name = number == 1
            && (word.preposition == Some('ب') && word.span.slice(self.text).starts_with('ا')
                || self.follows(at, Noun::Rank));
        let feminine = word.span.slice(self.text).trim_end_matches(['ٌ', 'ٍ', 'ً', 'َ', 'ُ', 'ِ']);
        let again = number == 2 && feminine.ends_with(['ة', 'ه']);
        let noun = self.get(at + 1).is_some_and(|next| {
            let near = next.any(&[Kind::Yesterday, Kind::Tomorrow]);
            next.kind == TokenKind::Word && next.bare() && !next.is_particle() && !near
        });
        // «مرة ثالثة», «خطوة أولى»
        let adjective = feminine.ends_with(['ة', 'ه', 'ى'])
            && self.before(at).is_some_and(|before| {
                before.kind == TokenKind::Word && !before.is_particle() && !before.is(Noun::Namer)
            });
        (!again && !name && (noun || adjective)).then_some((at + 1, number))
    }
}
