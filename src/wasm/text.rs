//! Normalisation and segmentation, as flat arrays. Every offset counts UTF-16 code units.

use js_sys::{Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;

use super::Engine;
use crate::error::Kind;
use crate::normalize::{Folds, Utf16Cursor, normalize};
use crate::segment::{Phrase, Role, Sentence, clitics_into, sentences_into, tokenize_into};
use crate::{Error, Span};

#[wasm_bindgen]
impl Engine {
    /// The folded form of a text, and the changes that made it: five numbers each (start and end in the text, start
    /// and end in the folded text, 1 if it was dropped with the letter before it). `preset` is one of
    /// [`Folds::preset`]'s; the names in `on` and `off` are those of [`Folds::switch`], with spaces between them.
    ///
    /// # Errors
    /// `options_invalid` where there is no such preset or switch.
    #[wasm_bindgen(unchecked_return_type = "{ text: string, edits: Uint32Array }")]
    pub fn normalize(&self, text: &str, preset: &str, on: &str, off: &str) -> Result<Object, JsValue> {
        let invalid = |name: &str| Error::new(Kind::OptionsInvalid, name);
        let mut folds = Folds::preset(preset).ok_or_else(|| invalid(preset))?;
        for (names, state) in [(on, true), (off, false)] {
            for name in names.split_whitespace() {
                *folds.switch(name).ok_or_else(|| invalid(name))? = state;
            }
        }
        let folded = normalize(text, &folds);
        let (mut before, mut after) = (Utf16Cursor::new(text), Utf16Cursor::new(folded.text()));
        let mut flat = Vec::with_capacity(folded.edits().len() * 5);
        for (from, to, trails) in folded.edits() {
            flat.extend(utf16(&mut before, from));
            flat.extend(utf16(&mut after, to));
            flat.push(u32::from(trails));
        }
        let result = Object::new();
        Reflect::set(&result, &"text".into(), &folded.text().into())?;
        Reflect::set(&result, &"edits".into(), &Uint32Array::from(flat.as_slice()))?;
        Ok(result)
    }

    /// The sentences (start, end, first token, one past the last), tokens (start, end, kind, first piece) and pieces
    /// (start, end, role, end of the article or 0) of a text: four numbers each.
    ///
    /// # Errors
    /// None in practice: the result is a fresh plain object.
    #[wasm_bindgen(
        unchecked_return_type = "{ sentences: Uint32Array, tokens: Uint32Array, pieces: Uint32Array }"
    )]
    pub fn segment(&self, text: &str) -> Result<Object, JsValue> {
        let (mut tokens, mut sentences, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
        tokenize_into(text, &mut tokens);
        sentences_into(text, &tokens, &mut sentences);
        let (mut flat_tokens, mut flat_pieces) = (Vec::with_capacity(tokens.len() * 4), Vec::new());
        let units = |from: usize, to: usize| -> u32 {
            let bytes = text.as_bytes().get(from..to).unwrap_or_default();
            bytes.iter().map(|&b| u32::from(b & 0xc0 != 0x80) + u32::from(b >= 0xf0)).sum()
        };
        // The last token's end, in bytes and in UTF-16 code units.
        let (mut byte, mut unit) = (0, 0);
        // Most words of a text have stood in it before, and are cut as they were then.
        let mut earlier = vec![usize::MAX; EARLIER];
        for (index, token) in tokens.iter().enumerate() {
            let first = flat_pieces.len();
            let start = unit + units(byte, token.span.start);
            byte = token.span.end;
            let word = token.span.slice(text);
            let before = earlier.get_mut(slot(word)).map(|slot| std::mem::replace(slot, index));
            let before = before.filter(|&at| {
                tokens.get(at).is_some_and(|other| other.kind == token.kind && other.span.slice(text) == word)
            });
            if let Some(&[from, to, kind, piece]) = before.and_then(|at| flat_tokens.get(4 * at..4 * at + 4))
            {
                let moved = |at: u32| at - from + start;
                let mut row = 4 * piece as usize;
                while let Some(&[a, b, role, article]) = flat_pieces.get(row..row + 4) {
                    if b > to {
                        break;
                    }
                    let article = if article == 0 { 0 } else { moved(article) };
                    flat_pieces.extend([moved(a), moved(b), role, article]);
                    row += 4;
                }
                unit = moved(to);
                flat_tokens.extend([start, unit, kind, (first / 4) as u32]);
                continue;
            }
            pieces.clear();
            clitics_into(text, token, &mut pieces);
            // The pieces cover the token, one after the other.
            unit = start;
            for piece in &pieces {
                let article = piece.article.map_or(0, |article| unit + units(article.start, article.end));
                let end = unit + units(piece.span.start, piece.span.end);
                flat_pieces.extend([unit, end, role(piece.role), article]);
                unit = end;
            }
            flat_tokens.extend([start, unit, token.kind as u32, (first / 4) as u32]);
        }
        let number = |at: usize| flat_tokens.get(at).copied().unwrap_or_default();
        let sentences = sentences.iter().flat_map(|&Sentence { first, end, .. }| {
            [number(4 * first), number(4 * end - 3), first as u32, end as u32]
        });
        let sentences: Vec<u32> = sentences.collect();
        let result = Object::new();
        for (name, numbers) in [("sentences", sentences), ("tokens", flat_tokens), ("pieces", flat_pieces)] {
            Reflect::set(&result, &name.into(), &Uint32Array::from(numbers.as_slice()))?;
        }
        Ok(result)
    }

    /// Where `text` has a phrase: starts and ends by turns. It is given as `phrase`, or as the part of the text from
    /// `start` to `end`.
    #[must_use]
    pub fn occurrences(
        &self,
        text: &str,
        phrase: Option<String>,
        start: u32,
        end: u32,
        any_article: bool,
        pronouns: bool,
    ) -> Vec<u32> {
        let mut phrase = match phrase {
            Some(phrase) => Phrase::new(&phrase),
            None => Phrase::at(text, Span::new(byte_offset(text, start), byte_offset(text, end))),
        };
        if any_article {
            phrase = phrase.any_article();
        }
        if !pronouns {
            phrase = phrase.without_pronouns();
        }
        let mut cursor = Utf16Cursor::new(text);
        phrase.occurrences(text).into_iter().flat_map(|span| utf16(&mut cursor, span)).collect()
    }
}

/// Words that are remembered while a text is cut.
const EARLIER: usize = 8192;

/// Where a word is remembered.
fn slot(word: &str) -> usize {
    let hash = word.bytes().fold(0_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) as usize % EARLIER
}

fn utf16(cursor: &mut Utf16Cursor<'_>, span: Span) -> [u32; 2] {
    [span.start, span.end].map(|byte| cursor.utf16_offset(byte) as u32)
}

/// The byte where the UTF-16 code unit `unit` is, or the text's end.
fn byte_offset(text: &str, unit: u32) -> usize {
    let mut left = unit as usize;
    for (at, c) in text.char_indices() {
        if left < c.len_utf16() {
            return at;
        }
        left -= c.len_utf16();
    }
    text.len()
}

/// Its number is the place of its name in `segments.js`.
const fn role(role: Role) -> u32 {
    match role {
        Role::Conjunction => 0,
        Role::Preposition => 1,
        Role::Future => 2,
        Role::Stem => 3,
        Role::Pronoun => 4,
    }
}
