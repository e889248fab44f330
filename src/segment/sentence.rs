//! Sentences.

use super::Token;
use crate::Span;

/// A sentence of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From the start of its first token to the end of its last.
    pub span: Span,
    /// Index of its first token.
    pub first: usize,
    /// One past the index of its last token.
    pub end: usize,
}

/// Appends the sentences of `text`, whose tokens are `tokens`, to `out`.
pub fn sentences_into(text: &str, tokens: &[Token], out: &mut Vec<Sentence>) {
    let mut open: Option<Sentence> = None;
    for (index, token) in tokens.iter().enumerate() {
        let sentence = open.get_or_insert(Sentence {
            span: token.span,
            first: index,
            end: index,
        });
        sentence.end = index + 1;
        sentence.span.end = token.span.end;
        let next = tokens.get(index + 1).map_or(text.len(), |t| t.span.start);
        let gap = Span::new(token.span.end, next).slice(text);
        if matches!(token.span.slice(text), "." | "!" | "؟" | "?" | "…") || gap.contains('\n') {
            out.extend(open.take());
        }
    }
    out.extend(open);
}
