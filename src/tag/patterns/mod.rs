//! Dates, times, amounts, numbers and technical tokens, found by grammars over tokens, each with its value.

mod date;

pub use date::Date;

use serde::Serialize;

use crate::Span;
use crate::segment::{Token, TokenKind};

/// The types that patterns find, in the order of [`Pattern`].
pub(crate) const TYPES: [&str; 11] = [
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "URL", "EMAIL", "HASHTAG",
    "HANDLE",
];

/// What a pattern finds: a position in [`TYPES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Url = 7,
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
    /// A number; of a percentage, the number before the sign.
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

/// Appends the values of a text in the order of their start, none overlapping another. `tokens` are its tokens, and a value does
/// not cross from one sentence into the next. `date` is the day that relative dates are counted from.
pub(crate) fn values(_text: &str, _tokens: &[Token], _date: Option<Date>, _out: &mut Vec<Found>) {}
