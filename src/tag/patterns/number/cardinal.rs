//! Numbers that count or name nothing that another grammar knows.
//!
//! Not every number word is a number: «أحد المسؤولين» and «واحد» are *one of* and *a certain*, a definite scale
//! («المليون») and a definite round plural («العشرات») count nothing, and digits in names of things («كوفيد-19»,
//! «القرار 2254»), in telephone numbers and in results («3-1») belong to those.

use super::amount::Amount;
use super::numeral::Number;
use crate::segment::TokenKind;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Particle, Sense};

/// Longest run of digits without separators that counts something.
const LONGEST: u8 = 10;

impl Reader<'_> {
    /// The number at word `at`, if it is one: one past its last word, and how much.
    pub fn cardinal(&self, at: usize, number: &Number) -> Option<(usize, Option<Amount>)> {
        let counts = if number.digits { self.digits_count(at, number) } else { self.words_count(at, number) };
        counts.then_some((number.end, number.amount))
    }

    fn digits_count(&self, at: usize, number: &Number) -> bool {
        let zero = self
            .get(at)
            .is_some_and(|word| word.span.slice(self.text).starts_with(['0', '٠', '۰']) && number.plain > 1);
        let labelled = self.follows(at, Particle::Label);
        let tied =
            |at: usize| self.touches(at) && matches!(self.mark(at), Some('-' | '/' | '+' | '*' | '#' | '='));
        let after = tied(number.end) && self.touches(number.end + 1);
        let before =
            at > 0 && self.touches(at) && matches!(self.mark(at - 1), Some('-' | '/' | '+' | '*' | '='));
        // «فاز 3 - صفر»
        let result = |dash: Option<usize>, other: Option<usize>| {
            let goal =
                |at: usize| self.get(at).is_some_and(|word| word.digits.is_some() || word.is(Particle::Zero));
            dash.is_some_and(|at| self.mark(at) == Some('-')) && other.is_some_and(goal)
        };
        let result =
            result(Some(number.end), Some(number.end + 1)) || result(at.checked_sub(1), at.checked_sub(2));
        let digits =
            |at: Option<usize>| at.and_then(|at| self.get(at)).is_some_and(|word| word.digits.is_some());
        let neighbours =
            [at.checked_sub(2), at.checked_sub(1), Some(number.end), Some(number.end + 1)].map(digits);
        let row = neighbours.windows(2).any(|pair| pair == [true, true]);
        let item = at == 0
            && number.plain > 0
            && number.plain < 3
            && number.end == 1
            && matches!(self.mark(1), Some('.' | ')' | '-'));
        let alone = self.get(at + 1).is_none() && at == 0;
        !(zero || result || labelled || after || before || row || item || alone || number.plain > LONGEST)
    }

    fn words_count(&self, at: usize, number: &Number) -> bool {
        let Some(word) = self.get(at) else { return false };
        let single = number.end == at + 1;
        let next = self.get(number.end).filter(|next| next.kind == TokenKind::Word && next.bare());
        let written = word.span.slice(self.text);
        let short = single
            && word.find(|sense| match sense {
                Sense::Ones(number) => Some(number > 2),
                Sense::Ten => Some(true),
                _ => None,
            }) == Some(true)
            && !written.trim_end_matches(['ً', 'ٌ', 'ٍ', 'َ', 'ُ', 'ِ', 'ا']).ends_with(['ة', 'ه']);
        let one = single && self.sense(at, |sense| (sense == Sense::Ones(1)).then_some(())).is_some();
        let thousand =
            single && self.sense(at, |sense| matches!(sense, Sense::Scale(_)).then_some(())).is_some();
        let scale = self
            .sense(at, |sense| {
                matches!(
                    sense,
                    Sense::Scale(_) | Sense::TwoScales(_) | Sense::ScaleInA(_) | Sense::Hundreds(100)
                )
                .then_some(())
            })
            .is_some();
        let noun = next
            .is_some_and(|next| next.find(|sense| matches!(sense, Sense::Word(_)).then_some(())).is_none());
        if one || word.article && (scale || single && self.pair(at)) {
            return false;
        }
        if number.amount.is_none() && single {
            return noun || self.is(number.end, Particle::From);
        }
        // «لست» is *I am not*, «وست» an English west.
        let not = written == "ست" && !word.bare();
        if word.article {
            return self.before(at).is_some_and(|before| before.kind == TokenKind::Word);
        }
        if thousand {
            // «ألّف» is a verb.
            return noun && !written.contains('ّ');
        }
        !not && (!short || noun)
    }

    fn pair(&self, at: usize) -> bool {
        self.sense(at, |sense| (sense == Sense::Ones(2)).then_some(())).is_some()
    }

    /// A share of something definite: «نصف السكان», «ثلاثة أرباع الأعضاء».
    pub fn share(&self, at: usize) -> Option<(usize, Amount)> {
        let (part, end) = self.part(at).filter(|_| !self.definite(at))?;
        let next = self.get(end).filter(|next| next.kind == TokenKind::Word && next.bare())?;
        let definite = next.token.slice(self.text).starts_with("ال");
        (definite && !next.is(Particle::Final)).then_some((end, Amount::twelfths(part)))
    }
}
