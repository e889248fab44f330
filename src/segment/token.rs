//! Tokens.

use crate::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word in Arabic letters (or any script but Latin).
    Word,
    /// A word in Latin letters.
    Latin,
    /// A number, date or time.
    Number,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `#` and its word.
    Hashtag,
    /// `@` and its name.
    Handle,
    /// An abbreviation with its stops.
    Abbreviation,
    /// One punctuation mark.
    Punctuation,
    /// One symbol or emoji.
    Symbol,
}

/// A token of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Appends the tokens of `text` to `out`.
pub fn tokenize_into(text: &str, out: &mut Vec<Token>) {
    let mut last: Option<Token> = None;
    for (start, c) in text.char_indices() {
        let kind = if c.is_whitespace() || c.is_control() {
            out.extend(last.take());
            continue;
        } else if c.is_ascii_digit() || ('\u{660}'..='\u{669}').contains(&c) {
            TokenKind::Number
        } else if c.is_ascii_alphabetic() {
            TokenKind::Latin
        } else if c.is_alphanumeric() || ('\u{640}'..='\u{670}').contains(&c) {
            TokenKind::Word
        } else {
            TokenKind::Punctuation
        };
        let end = start + c.len_utf8();
        match &mut last {
            Some(token) if token.kind == kind && kind != TokenKind::Punctuation => {
                token.span.end = end
            }
            _ => {
                out.extend(last.take());
                last = Some(Token {
                    span: Span::new(start, end),
                    kind,
                });
            }
        }
    }
    out.extend(last);
}
