//! Numbers in words, and in digits with words.
//!
//! ```text
//! number   = term *( و term ) [ و fraction [ [ ال ] scale ] ]     ; terms of falling scale
//! term     = digits [ scale ]                                    ; 3.5 مليون
//!          / group [ scale ] / scale / two-scales                ; أربعة آلاف، ألف، مليونان
//!          / fraction scale                                      ; نصف مليون، ثلاثة أرباع المليون
//! group    = hundreds [ و below ] / below
//! hundreds = مئة / مئتان / ثلاثمئة / ثلاث مئة …
//! below    = ones / ones عشر / ones و tens / tens
//! vague    = ( بضعة / نيف / عشرات / مئات / آلاف ) [ scale ] / number و نيف
//! ```
//! Every case and gender of a numeral is the same number. A vague one is a number without a value.

use super::amount::Amount;
use super::digits::Digits;
use crate::segment::TokenKind;
use crate::tag::patterns::particle::Particle;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Row, Sense};

pub(in crate::tag::patterns) const WORDS: &[Row] = &[
    ("واحد واحدة واحدا", Sense(Kind::Ones, 1)),
    ("أحد إحدى", Sense(Kind::Bound, 1)),
    ("اثنان اثنين اثنتان اثنتين إثنان إثنين إثنتان إثنتين", Sense(Kind::Ones, 2)),
    ("اثنا اثني اثنتا اثنتي", Sense(Kind::Bound, 2)),
    ("ثلاثة ثلاث", Sense(Kind::Ones, 3)),
    ("أربعة أربع", Sense(Kind::Ones, 4)),
    ("خمسة خمس", Sense(Kind::Ones, 5)),
    ("ستة ست", Sense(Kind::Ones, 6)),
    ("سبعة سبع", Sense(Kind::Ones, 7)),
    ("ثمانية ثماني ثمان", Sense(Kind::Ones, 8)),
    ("تسعة تسع", Sense(Kind::Ones, 9)),
    ("عشرة عشر", Sense(Kind::Ten, 0)),
    ("عشرون عشرين", Sense(Kind::Tens, 20)),
    ("ثلاثون ثلاثين", Sense(Kind::Tens, 30)),
    ("أربعون أربعين", Sense(Kind::Tens, 40)),
    ("خمسون خمسين", Sense(Kind::Tens, 50)),
    ("ستون ستين", Sense(Kind::Tens, 60)),
    ("سبعون سبعين", Sense(Kind::Tens, 70)),
    ("ثمانون ثمانين", Sense(Kind::Tens, 80)),
    ("تسعون تسعين", Sense(Kind::Tens, 90)),
    ("مئة مائة", Sense(Kind::Hundreds, 1)),
    ("مئتان مائتان مئتين مائتين مئتا مائتا مئتي مائتي", Sense(Kind::Hundreds, 2)),
    ("ثلاثمئة ثلاثمائة ثلثمائة", Sense(Kind::Hundreds, 3)),
    ("أربعمئة أربعمائة", Sense(Kind::Hundreds, 4)),
    ("خمسمئة خمسمائة", Sense(Kind::Hundreds, 5)),
    ("ستمئة ستمائة", Sense(Kind::Hundreds, 6)),
    ("سبعمئة سبعمائة", Sense(Kind::Hundreds, 7)),
    ("ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة", Sense(Kind::Hundreds, 8)),
    ("تسعمئة تسعمائة", Sense(Kind::Hundreds, 9)),
    ("ألف", Sense(Kind::Scale, 3)),
    ("آلاف", Sense(Kind::Scales, 3)),
    ("ألفان ألفين ألفي", Sense(Kind::TwoScales, 3)),
    ("ألفا", Sense(Kind::ScaleInA, 3)),
    ("مليون", Sense(Kind::Scale, 6)),
    ("ملايين", Sense(Kind::Scales, 6)),
    ("مليونان مليونين مليوني", Sense(Kind::TwoScales, 6)),
    ("مليونا", Sense(Kind::ScaleInA, 6)),
    ("مليار بليون", Sense(Kind::Scale, 9)),
    ("مليارات بلايين", Sense(Kind::Scales, 9)),
    ("ملياران مليارين ملياري بليونان بليونين بليوني", Sense(Kind::TwoScales, 9)),
    ("مليارا بليونا", Sense(Kind::ScaleInA, 9)),
    ("تريليون ترليون", Sense(Kind::Scale, 12)),
    ("تريليونات ترليونات", Sense(Kind::Scales, 12)),
    ("تريليونان تريليونين تريليوني ترليونان ترليونين ترليوني", Sense(Kind::TwoScales, 12)),
    ("تريليونا ترليونا", Sense(Kind::ScaleInA, 12)),
    ("نصف نصفا", Sense(Kind::Fraction, 6)),
    ("ثلث", Sense(Kind::Fraction, 4)),
    ("ربع ربعا", Sense(Kind::Fraction, 3)),
    ("ثلثا ثلثي ثلثان ثلثين", Sense(Kind::Fraction, 8)),
    ("أرباع", Sense(Kind::Quarters, 0)),
    ("بضعة بضع نيف نيفا", Sense(Kind::Several, 0)),
    ("عشرات مئات", Sense(Kind::Vague, 0)),
    ("أول أولى", Sense(Kind::Ordinal, 1)),
    ("ثاني ثانية ثان", Sense(Kind::Ordinal, 2)),
    ("ثالث ثالثة", Sense(Kind::Ordinal, 3)),
    ("رابع رابعة", Sense(Kind::Ordinal, 4)),
    ("خامس خامسة", Sense(Kind::Ordinal, 5)),
    ("سادس سادسة", Sense(Kind::Ordinal, 6)),
    ("سابع سابعة", Sense(Kind::Ordinal, 7)),
    ("ثامن ثامنة", Sense(Kind::Ordinal, 8)),
    ("تاسع تاسعة", Sense(Kind::Ordinal, 9)),
    ("عاشر عاشرة", Sense(Kind::Ordinal, 10)),
    ("حادي حادية", Sense(Kind::BoundOrdinal, 0)),
];

/// A number that was read.
#[derive(Clone, Copy, Debug)]
pub(in crate::tag::patterns) struct Number {
    /// Its first word.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// None where it is vague or can be read two ways.
    pub amount: Option<Amount>,
    /// The power of ten that its last term counts.
    pub scale: u8,
    /// Digits in its only token, where it is one without separators; else 0.
    pub plain: u8,
    /// Whether it begins with a token of digits.
    pub digits: bool,
    /// Whether it is one word that says a fraction of what follows: «نصف».
    pub fraction: bool,
}

struct Term {
    end: usize,
    amount: Amount,
    scale: u8,
    unsure: bool,
}

impl Reader<'_> {
    /// The number that begins at word `at`, whatever stands before its stem.
    #[inline(never)]
    pub fn number(&self, at: usize) -> Option<Number> {
        if let Some(vague) = self.vague(at) {
            return Some(vague);
        }
        let first = self.term(at)?;
        let Term { mut end, mut amount, mut scale, unsure } = first;
        while scale > 0
            && let Some(next) = self.joined(end)
            && let Some(term) = self.term(next)
            && term.scale < scale
            && !term.unsure
            && term.amount < Amount::whole(1).times_ten_to(scale)
        {
            amount = amount.plus(term.amount);
            (end, scale) = (term.end, term.scale);
        }
        let mut number = Number {
            start: at,
            end,
            amount: (!unsure).then_some(amount),
            scale,
            plain: self.plain(at).filter(|_| end == at + 1).unwrap_or(0),
            digits: self.get(at).is_some_and(|word| word.digits.is_some()),
            fraction: false,
        };
        if self.and_stem(end) {
            if let Some(part) = self.fraction(end) {
                number.end = self.same_scale(end + 1, scale).unwrap_or(end + 1);
                number.amount = Some(amount.plus(Amount::twelfths(part).times_ten_to(scale)));
                number.plain = 0;
            } else if self.sense(end, Kind::Several).is_some() {
                (number.end, number.amount) = (end + 1, None);
            }
        }
        Some(number)
    }

    /// Where the word goes on that is tied to the one before by «و», in one token or in a token of its own before
    /// digits.
    #[inline(never)]
    pub fn joined(&self, at: usize) -> Option<usize> {
        if self.and_stem(at) {
            return Some(at);
        }
        let lone = self.is(at, Particle::And) && self.get(at + 1)?.digits.is_some();
        lone.then_some(at + 1)
    }

    /// Whether word `at` is «و» and an indefinite stem.
    #[inline(never)]
    pub fn and_stem(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.and && word.preposition.is_none() && !word.article)
    }

    fn plain(&self, at: usize) -> Option<u8> {
        match self.get(at)?.digits? {
            Digits::Number { plain, .. } => Some(plain),
            Digits::Parts { .. } => None,
        }
    }

    /// The twelfths of a fraction that word `at` says.
    pub fn fraction(&self, at: usize) -> Option<u8> {
        self.sense(at, Kind::Fraction)
    }

    fn same_scale(&self, at: usize, scale: u8) -> Option<usize> {
        let (power, end) = self.scale(at)?;
        (power == scale).then_some(end)
    }

    /// The power of ten of a scale that multiplies what stands before it.
    #[inline(never)]
    fn scale(&self, at: usize) -> Option<(u8, usize)> {
        let word = self.get(at).filter(|word| word.bare())?;
        let power =
            [Kind::Scale, Kind::Scales, Kind::ScaleInA].into_iter().find_map(|kind| word.sense(kind))?;
        Some((power, at + 1))
    }

    fn term(&self, at: usize) -> Option<Term> {
        let word = self.get(at)?;
        if let Some(digits) = word.digits {
            let Digits::Number { amount, unsure, .. } = digits else { return None };
            let (amount, end, unsure) = self.spaced(at, amount).unwrap_or((amount, at + 1, unsure));
            return Some(match self.scale(end).filter(|_| !self.definite(end)) {
                Some((power, end)) => {
                    Term { end, amount: amount.times_ten_to(power), scale: power, unsure: false }
                }
                None => Term { end, amount, scale: 0, unsure },
            });
        }
        if let Some((part, end)) = self.part(at) {
            let (scale, end) = self.scale(end)?;
            let amount = Amount::twelfths(part).times_ten_to(scale);
            return Some(Term { end, amount, scale, unsure: false });
        }
        if let Some((amount, end)) = self.group(at) {
            let (scale, end) = self.scale(end).filter(|_| !self.definite(end)).unwrap_or((0, end));
            let amount = Amount::whole(amount).times_ten_to(scale);
            return Some(Term { end, amount, scale, unsure: false });
        }
        let one = word.sense(Kind::Scale).map(|power| (1, power));
        let two = word.sense(Kind::TwoScales).map(|power| (2, power));
        let either =
            || word.sense(Kind::ScaleInA).map(|power| (if self.dual_in_a(at) { 2 } else { 1 }, power));
        let (count, power) = one.or(two).or_else(either)?;
        let (more, end) = self.scale(at + 1).filter(|_| !self.definite(at + 1)).unwrap_or((0, at + 1));
        let amount = Amount::whole(count).times_ten_to(power).times_ten_to(more);
        Some(Term { end, amount, scale: power + more, unsure: false })
    }

    /// A fraction as the number of what it is a fraction of: «نصف ساعة».
    pub fn part_number(&self, at: usize) -> Option<Number> {
        let (part, end) = self.part(at).filter(|_| !self.definite(at))?;
        let amount = Some(Amount::twelfths(part));
        Some(Number { start: at, end, amount, scale: 0, plain: 0, digits: false, fraction: true })
    }

    /// A fraction of something: «نصف», «ثلاثة أرباع».
    #[inline(never)]
    pub fn part(&self, at: usize) -> Option<(u8, usize)> {
        let quarters = self.inner(at + 1, Kind::Quarters);
        if quarters.is_some() && self.ones(at) == Some(3) {
            return Some((9, at + 2));
        }
        Some((self.fraction(at)?, at + 1))
    }

    /// Groups of three digits with spaces between them that hold them together, as the Maghreb writes: «1 200 000».
    fn spaced(&self, at: usize, first: Amount) -> Option<(Amount, usize, bool)> {
        let mut amount = first;
        let mut end = at + 1;
        if self.plain(at)? > 3 {
            return None;
        }
        while let (Some(before), Some(word)) = (self.get(end - 1), self.get(end))
            && end < at + 5
            && self.plain(end) == Some(3)
            && matches!(self.between(before, word), "\u{a0}" | "\u{202f}" | "\u{2009}")
        {
            let Some(Digits::Number { amount: next, .. }) = word.digits else { break };
            amount = amount.times_ten_to(3).plus(next);
            end += 1;
        }
        (end > at + 1).then_some((amount, end, false))
    }

    /// Whether «ألفا» is two thousand of what follows, and not a thousand in the accusative.
    fn dual_in_a(&self, at: usize) -> bool {
        let tanwin = self.get(at).is_some_and(|word| word.token.slice(self.text).contains('ً'));
        let noun = self
            .get(at + 1)
            .is_some_and(|word| word.kind == TokenKind::Word && word.bare() && !word.is_particle());
        noun && !tanwin
    }

    fn ones(&self, at: usize) -> Option<u8> {
        self.sense(at, Kind::Ones)
    }

    fn ten(&self, at: usize) -> bool {
        self.inner(at, Kind::Ten).is_some() && !self.definite(at)
    }

    fn tens(&self, at: usize) -> Option<u64> {
        self.sense(at, Kind::Tens).map(u64::from)
    }

    /// A number in words under a thousand.
    fn group(&self, at: usize) -> Option<(u64, usize)> {
        let hundreds = |at| self.sense(at, Kind::Hundreds).map(|hundreds| u64::from(hundreds) * 100);
        let two_words = self
            .ones(at)
            .filter(|n| *n > 2)
            .filter(|_| self.inner(at + 1, Kind::Hundreds) == Some(1) && !self.definite(at + 1));
        let (number, end) = match (hundreds(at), two_words) {
            (Some(number), _) => (number, at + 1),
            (None, Some(ones)) => (u64::from(ones) * 100, at + 2),
            (None, None) => return self.below(at),
        };
        if self.and_stem(end)
            && let Some((rest, end)) = self.below(end)
        {
            return Some((number + rest, end));
        }
        Some((number, end))
    }

    /// A number in words under a hundred.
    fn below(&self, at: usize) -> Option<(u64, usize)> {
        let bound = self.sense(at, Kind::Bound).map(u64::from);
        let ones = self.ones(at).map(u64::from);
        if let Some(number) = bound.or(ones) {
            if self.ten(at + 1) && (bound.is_some() || number > 2) {
                return Some((10 + number, at + 2));
            }
            if self.and_article(at + 1) == Some(self.definite(at))
                && let Some(tens) = self.tens(at + 1)
            {
                return Some((tens + number, at + 2));
            }
            return Some((ones?, at + 1));
        }
        let ten = self.sense(at, Kind::Ten).map(|_| 10);
        Some((ten.or(self.tens(at))?, at + 1))
    }

    /// Whether word `at` has an article, if «و» and nothing else stands before it.
    fn and_article(&self, at: usize) -> Option<bool> {
        self.get(at).filter(|word| word.and && word.preposition.is_none()).map(|word| word.article)
    }

    /// A number that is not told.
    fn vague(&self, at: usize) -> Option<Number> {
        let several = self.sense(at, Kind::Several).is_some();
        let plural = self.get(at)?.any(&[Kind::Vague, Kind::Scales]) && !self.definite(at);
        if !several && !plural {
            return None;
        }
        let scale = self.scale(at + 1).map_or(at + 1, |(_, end)| end);
        let tens = self.and_stem(at + 1) && self.tens(at + 1).is_some();
        let end = if several && tens { at + 2 } else { scale };
        Some(Number { start: at, end, amount: None, scale: 0, plain: 0, digits: false, fraction: false })
    }
}
