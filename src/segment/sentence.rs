//! Sentences.
//!
//! A sentence ends at a line break, and after `. ! ? ؟ ۔ …` with the stops and closing quotes or
//! brackets that touch it. It goes on all the same
//!
//! - after the stop of an abbreviation or within a number, which belong to their token;
//! - after the number or letter of a list item: «1. نحمّي الفرن»;
//! - where a comma, semicolon or colon follows: «لماذا؟»، سأل;
//! - after a mark that stands alone in brackets: (!);
//! - after an ellipsis that a line begins with;
//! - where the stop touches letters or digits that aren't Arabic: Node.js.

use super::{Token, TokenKind};
use crate::Span;

/// A sentence of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From the start of its first token to the end of its last, in bytes.
    pub span: Span,
    /// Index of its first token.
    pub first: usize,
    /// One past the index of its last token.
    pub end: usize,
}

/// Appends the sentences of `text` to `out`; `tokens` are those of
/// [`tokenize_into`](super::tokenize_into).
///
/// Every token is in exactly one sentence, no sentence is empty, and none goes past a line break.
/// The cost is linear in the text.
pub fn sentences_into(text: &str, tokens: &[Token], out: &mut Vec<Sentence>) {
    let mut rest = tokens;
    while !rest.is_empty() {
        let (sentence, after) = rest.split_at_checked(length(text, rest)).unwrap_or((rest, &[]));
        if let (Some(first), Some(last)) = (sentence.first(), sentence.last()) {
            let end = tokens.len() - after.len();
            out.push(Sentence {
                span: Span::new(first.span.start, last.span.end),
                first: end - sentence.len(),
                end,
            });
        }
        rest = after;
    }
}

/// What a token is to the end of a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Stop,
    Opener,
    Closer,
    Comma,
    Other,
}

/// The mark that closes what a quotation mark opens.
pub(crate) fn closing_quote(opening: char) -> Option<char> {
    match opening {
        '«' => Some('»'),
        '"' => Some('"'),
        '“' => Some('”'),
        '„' => Some('“'),
        '‹' => Some('›'),
        _ => None,
    }
}

fn role(text: &str, token: &Token) -> Role {
    if token.kind != TokenKind::Punctuation {
        return Role::Other;
    }
    match token.span.slice(text) {
        "." | "!" | "?" | "؟" | "۔" | "…" | "‼" | "⁇" | "⁈" | "⁉" => Role::Stop,
        "(" | "[" | "{" | "«" | "“" | "‹" | "‘" | "\u{fd3f}" => Role::Opener,
        ")" | "]" | "}" | "»" | "”" | "›" | "’" | "\u{fd3e}" | "\"" | "'" => Role::Closer,
        "،" | "," | "؛" | ";" | ":" => Role::Comma,
        _ => Role::Other,
    }
}

/// The number of tokens in the sentence that `tokens` begins with: one or more.
fn length(text: &str, tokens: &[Token]) -> usize {
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let stop = index;
        index += 1;
        if breaks(text, tokens, index) {
            return index;
        }
        if role(text, token) != Role::Stop {
            continue;
        }
        while closes(text, tokens, index) {
            index += 1;
        }
        if breaks(text, tokens, index) || ends(text, tokens, stop, index) {
            return index;
        }
    }
    index.max(1)
}

/// Whether a line ends, or the text, before token `index`.
fn breaks(text: &str, tokens: &[Token], index: usize) -> bool {
    let (Some(before), Some(next)) = (index.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(index))
    else {
        return true;
    };
    let gap = Span::new(before.span.end, next.span.start).slice(text);
    gap != " " && gap.contains(is_line_end)
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether nothing stands between token `index` and the one before it.
fn touches(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|i| tokens.get(i));
    matches!((before, tokens.get(index)), (Some(a), Some(b)) if a.span.end == b.span.start)
}

/// Whether token `index`, which follows a stop, belongs to it.
fn closes(text: &str, tokens: &[Token], index: usize) -> bool {
    let Some(token) = tokens.get(index) else {
        return false;
    };
    match role(text, token) {
        Role::Stop => !breaks(text, tokens, index),
        // A straight quote that touches the next word opens what follows.
        Role::Closer if matches!(token.span.slice(text), "\"" | "'") => {
            touches(tokens, index)
                && (!touches(tokens, index + 1)
                    || tokens.get(index + 1).is_some_and(|next| next.kind == TokenKind::Punctuation))
        }
        role => role == Role::Closer && touches(tokens, index),
    }
}

/// Whether the sentence ends with the stops and closing marks that are `tokens[stop..after]`.
fn ends(text: &str, tokens: &[Token], stop: usize, after: usize) -> bool {
    let Some(next) = tokens.get(after) else {
        return true;
    };
    let Some(before) = stop.checked_sub(1).and_then(|i| tokens.get(i)) else {
        return false;
    };
    if role(text, next) == Role::Comma {
        return false;
    }
    if touches(tokens, stop) && role(text, before) == Role::Opener {
        return false;
    }
    let lone = after == stop + 1 && tokens.get(stop).is_some_and(|token| token.span.slice(text) == ".");
    if lone && stop == 1 && lists(text, before) {
        return false;
    }
    let foreign = |token: &Token| matches!(token.kind, TokenKind::Latin | TokenKind::Number);
    !(lone && touches(tokens, after) && (foreign(before) || foreign(next)))
}

/// Whether the first token of a line numbers an item of a list.
fn lists(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Number || token.span.slice(text).chars().take(2).count() == 1
}
