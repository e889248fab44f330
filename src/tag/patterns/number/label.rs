//! Numbers that say which one, not how many.
//!
//! ```text
//! labelled = label [ "(" ] digits [ ")" ]       ; المادة 140، رقم (8)، الدقيقة 55
//! ```
//! They are ordinals: article 140 is the hundred and fortieth. After a name or Latin letters («بوينغ 737», «كوفيد-19», «هاتف»), in a row
//! of numbers, glued to letters («4K», «ملف1»), in a sum or in a
//! result («3-1») digits are no number at all.

use super::numeral::Number;
use crate::segment::TokenKind;
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::Word;

/// Longest run of digits without separators that counts something.
const LONGEST: u8 = 10;
/// Longest proclitics that stand before digits in one word, in bytes: «ولـ3».
const PROCLITICS: usize = 8;

impl Reader<'_> {
    /// Whether the digits at word `at` say which of several the noun before them is.
    pub fn labelled(&self, at: usize, number: &Number) -> bool {
        let bracket = at > 0 && self.mark(at - 1) == Some('(') && self.mark(number.end) == Some(')');
        number.plain > 0 && self.follows(at - usize::from(bracket), Noun::Label)
    }

    /// Whether digits are part of something that is not a number.
    pub fn no_number(&self, at: usize, number: &Number) -> bool {
        let Some(word) = self.get(at) else { return true };
        let zero = word.span.slice(self.text).starts_with(['0', '٠', '۰']) && number.plain > 1;
        zero || number.plain > LONGEST
            || self.follows(at, Noun::Name)
            || self.before(at).is_some_and(|before| before.kind == TokenKind::Latin)
            || self.in_name(at)
            || self.glued(at, number.end)
            || self.in_result(at, number.end)
            || self.in_row(at, number.end)
            || self.starts_item(at, number)
    }

    /// «إف-16», «كوفيد - 19».
    fn in_name(&self, at: usize) -> bool {
        at > 1 && self.mark(at - 1) == Some('-') && self.follows(at - 1, Noun::Name)
    }

    /// «ملف1», «4K», «12 + 30 = 42».
    fn glued(&self, at: usize, end: usize) -> bool {
        let sum = |mark: Option<char>| matches!(mark, Some('+' | '=' | '*' | '×' | '÷'));
        let tied = |mark: Option<char>| matches!(mark, Some('-' | '/' | '#' | '_'));
        let letters = |word: &Word| match word.kind {
            TokenKind::Latin => true,
            TokenKind::Word => word.token.len() > PROCLITICS,
            _ => false,
        };
        let mark = self.before(at).and_then(|before| before.mark);
        let before = self.touches(at) && (tied(mark) || self.before(at).is_some_and(letters));
        let latin = self.get(end).is_some_and(|word| word.kind == TokenKind::Latin);
        let after = self.touches(end) && (tied(self.mark(end)) && self.touches(end + 1) || latin);
        before || after || sum(mark) || sum(self.mark(end))
    }

    /// «فاز 3-1», «صفر - 2».
    fn in_result(&self, at: usize, end: usize) -> bool {
        let goal =
            |at: usize| self.get(at).is_some_and(|word| word.digits.is_some() || word.is(Particle::Zero));
        let dash = |at: usize| self.mark(at) == Some('-');
        dash(end) && goal(end + 1) || at > 1 && dash(at - 1) && goal(at - 2)
    }

    /// Three runs of digits with nothing between them: «962 6 123 4567».
    fn in_row(&self, at: usize, end: usize) -> bool {
        let digits =
            |at: Option<usize>| at.and_then(|at| self.get(at)).is_some_and(|word| word.digits.is_some());
        let around = [at.checked_sub(2), at.checked_sub(1), Some(end), Some(end + 1)].map(digits);
        around.windows(2).any(|pair| pair == [true, true])
    }

    /// The number of an item in a list, or of a line that is nothing else.
    fn starts_item(&self, at: usize, number: &Number) -> bool {
        let short = (1..3).contains(&number.plain) && matches!(self.mark(1), Some('.' | ')' | '-'));
        at == 0 && (self.get(1).is_none() || number.end == 1 && short)
    }
}
