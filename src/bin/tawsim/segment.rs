//! `tawsim segment`: the sentences, tokens and clitics of many documents, a line each.

use std::path::PathBuf;

use lexopt::prelude::*;
use serde::Serialize;
use serde_json::Value as Json;
use tawsim::Span;
use tawsim::normalize::Utf16Cursor;
use tawsim::segment::{Piece, Role, Sentence, TokenKind, clitics_into, sentences_into, tokenize_into};

use crate::{Failure, lines};

#[derive(Serialize)]
struct Output {
    id: Json,
    offset_unit: &'static str,
    sentences: Vec<Span>,
    tokens: Vec<TokenRecord>,
}

#[derive(Serialize)]
struct TokenRecord {
    #[serde(flatten)]
    span: Span,
    kind: TokenKind,
    pieces: Vec<PieceRecord>,
}

#[derive(Serialize)]
struct PieceRecord {
    #[serde(flatten)]
    span: Span,
    role: Role,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Span>,
}

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut file = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)).filter(|path| path != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    lines::answer(file, |lines::Document { id, text, .. }| segment(id, &text))
}

fn segment(id: Json, text: &str) -> String {
    let (mut tokens, mut sentences, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
    tokenize_into(text, &mut tokens);
    sentences_into(text, &tokens, &mut sentences);
    let mut cursor = Utf16Cursor::new(text);
    let mut utf16 = |span: Span| Span::new(cursor.utf16_offset(span.start), cursor.utf16_offset(span.end));
    let sentences = sentences.iter().map(|&Sentence { span, .. }| utf16(span)).collect();
    let tokens = tokens.iter().map(|token| {
        pieces.clear();
        clitics_into(text, token, &mut pieces);
        let pieces = pieces.iter().map(|&Piece { span, role, article }| PieceRecord {
            span: utf16(span),
            role,
            article: article.map(&mut utf16),
        });
        let pieces = pieces.collect();
        TokenRecord { span: utf16(token.span), kind: token.kind, pieces }
    });
    let output = Output { id, offset_unit: "utf16", sentences, tokens: tokens.collect() };
    // Names and numbers alone, and an identifier that was JSON before: nothing here can fail to serialise.
    serde_json::to_string(&output).unwrap_or_default()
}
