//! Dates, times, amounts, numbers and technical tokens, found by grammars over tokens, each with its value.
//!
//! One construct a file, with its grammar at its head: [`date`], [`time`], [`number`]. [`words`] looks each token up
//! once in the tables that they share; then [`reader`] goes over a sentence, and at each word the constructs are tried
//! in the order in which one may be part of another: a time, a date, an amount, an ordinal, a number.

mod date;
mod number;
mod particle;
mod reader;
mod time;
mod words;

pub use date::Date;

use serde::Serialize;

use crate::Span;
use crate::segment::{Sentence, Token, TokenKind, closing_quote};
use number::amount::Amount;
use reader::Reader;

/// The types that patterns find, in the order of [`Pattern`].
pub(crate) const TYPES: [&str; 11] = [
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "URL", "EMAIL", "HASHTAG",
    "HANDLE",
];

/// What a pattern finds: a position in [`TYPES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Date,
    Time,
    Money,
    Percent,
    Quantity,
    Cardinal,
    Ordinal,
    Url,
    Email,
    Hashtag,
    Handle,
}

/// What an expression stands for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Value {
    /// A date, an interval or a time of day, in ISO 8601 or its extension EDTF: `2021-08`, `2021-08-04/2021-08-06`,
    /// `18:30+03:00`.
    Time(String),
    /// A number; of a percentage, the number before the sign; of money whose currency the text leaves open
    /// («500 ريال»), how much.
    Number(f64),
    /// An amount of money.
    Money {
        /// How much.
        amount: f64,
        /// The currency's ISO 4217 code.
        currency: String,
    },
    /// An amount of something that is measured.
    Quantity {
        /// How much.
        amount: f64,
        /// The unit as CLDR names it: `kilometer`, `kilogram`.
        unit: String,
    },
}

/// Something that a pattern found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The expression itself, without proclitics; on the character boundaries of the text.
    pub(crate) span: Span,
    pub(crate) pattern: Pattern,
    pub(crate) value: Option<Value>,
}

/// Appends what the technical tokens of a text are.
pub(crate) fn technical(tokens: &[Token], out: &mut Vec<Found>) {
    for token in tokens {
        let pattern = match token.kind {
            TokenKind::Url => Pattern::Url,
            TokenKind::Email => Pattern::Email,
            TokenKind::Hashtag => Pattern::Hashtag,
            TokenKind::Handle => Pattern::Handle,
            _ => continue,
        };
        out.push(Found { span: token.span, pattern, value: None });
    }
}

/// Whether a part of a text stands alone in quotes: one word there is a name, «صحيفة "الغد"», and no day.
fn quoted(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|before| before.trim_end_matches(' ').chars().next_back());
    let after = text.get(end..).and_then(|after| after.trim_start_matches(' ').chars().next());
    after.is_some() && before.and_then(closing_quote) == after
}

/// Appends the values of a text in the order of their start, none overlapping another and none crossing from one
/// sentence into the next. `date` is the day that relative dates are counted from.
pub(crate) fn values(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    date: Option<Date>,
    out: &mut Vec<Found>,
) {
    let (mut words, mut folded) = (Vec::new(), String::new());
    for sentence in sentences {
        words.clear();
        words::read(
            text,
            tokens.get(sentence.first..sentence.end).unwrap_or_default(),
            &mut folded,
            &mut words,
        );
        let reader = Reader { text, words: &words, today: date };
        let mut at = 0;
        while at < words.len() {
            let Some((end, pattern, value)) = reader.find(at) else {
                at += 1;
                continue;
            };
            let ends = words.get(at).zip(end.checked_sub(1).and_then(|last| words.get(last)));
            let ends = ends.filter(|(first, last)| {
                end > at + 1 || pattern != Pattern::Date || !quoted(text, first.span.start, last.token.end)
            });
            out.extend(ends.map(|(first, last)| Found {
                span: Span::new(first.span.start, last.token.end),
                pattern,
                value,
            }));
            at = end.max(at + 1);
        }
    }
}

impl Reader<'_> {
    /// What begins at word `at`: one past its last word, its type and its value.
    fn find(&self, at: usize) -> Option<(usize, Pattern, Option<Value>)> {
        let word = self.get(at)?;
        if word.senses.is_empty() && word.digits.is_none() && word.mark.is_none() {
            return None;
        }
        if let Some((end, iso)) = self.clock(at) {
            return Some((end, Pattern::Time, iso.map(Value::Time)));
        }
        if let Some(dated) = self.date(at) {
            let pattern = if dated.time { Pattern::Time } else { Pattern::Date };
            return Some((dated.end, pattern, dated.edtf.map(Value::Time)));
        }
        self.amount(at).or_else(|| self.plain_number(at))
    }

    /// A percentage, an amount of money or a quantity.
    fn amount(&self, at: usize) -> Option<(usize, Pattern, Option<Value>)> {
        let number_value = |amount: Option<Amount>| amount.map(|amount| Value::Number(amount.value()));
        if let Some((end, value)) = self.signed_money(at) {
            return Some((end, Pattern::Money, value));
        }
        if let Some(number) = self.sign_before(at) {
            return Some((number.end, Pattern::Percent, number_value(number.amount)));
        }
        let article = usize::from(self.get(at)?.is(particle::Particle::The) && self.touches(at + 1));
        let number = self.number(at + article);
        if let Some(number) = &number {
            if let Some(end) = self.percent(number) {
                return Some((end, Pattern::Percent, number_value(number.amount)));
            }
        } else if article > 0 {
            return None;
        }
        let part = self.part_number(at);
        let counted = number.as_ref().or(part.as_ref());
        if let Some((end, value)) = self.money(at, counted) {
            return Some((end, Pattern::Money, value));
        }
        let (end, amount, unit) = self.quantity(at, counted)?;
        let value = amount.map(|amount| Value::Quantity { amount: amount.value(), unit: unit.to_owned() });
        Some((end, Pattern::Quantity, value))
    }

    /// An ordinal or a number of nothing in particular.
    fn plain_number(&self, at: usize) -> Option<(usize, Pattern, Option<Value>)> {
        let ordinal = self.ordinal(at).or_else(|| self.construct_ordinal(at));
        if let Some((end, number)) = ordinal.filter(|(end, number)| !self.no_ordinal(at, *end, *number)) {
            return Some((end, Pattern::Ordinal, Some(Value::Number(f64::from(number)))));
        }
        let (end, amount) = match self.number(at) {
            Some(number) => {
                let (end, amount) = self.cardinal(at, &number)?;
                if self.labelled(at, &number) {
                    return Some((end, Pattern::Ordinal, amount.map(|amount| Value::Number(amount.value()))));
                }
                (end, amount)
            }
            None => self.share(at).map(|(end, amount)| (end, Some(amount)))?,
        };
        Some((end, Pattern::Cardinal, amount.map(|amount| Value::Number(amount.value()))))
    }
}
