//! One JSON object a document, offsets in UTF-16 code units as JavaScript counts them.

use serde::Serialize;

use crate::normalize::Utf16Cursor;
use crate::{Entity, Source, Span};

#[derive(Serialize)]
struct Document<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a serde_json::Value>,
    offset_unit: &'static str,
    entities: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(flatten)]
    span: Span,
    text: &'a str,
    surface: Span,
    norm: &'a str,
    score: f64,
    source: Source,
    sentence: usize,
}

/// `{"id":…,"offset_unit":"utf16","entities":[{"type","start","end","text","surface":{"start","end"},
/// "norm","score","source","sentence"}]}` on one line; `id` is left out where there is none.
///
/// ```
/// let line = tawsim::export::json(None, "نص", &[], &[]);
/// assert_eq!(line, r#"{"offset_unit":"utf16","entities":[]}"#);
/// ```
#[must_use]
pub fn json(id: Option<&serde_json::Value>, text: &str, entities: &[Entity], types: &[String]) -> String {
    let (mut spans, mut surfaces) = (Utf16Cursor::new(text), Utf16Cursor::new(text));
    let mut records = Vec::with_capacity(entities.len());
    for entity in entities {
        records.push(Record {
            kind: types.get(entity.kind).map_or("", String::as_str),
            span: utf16(&mut spans, entity.span),
            text: entity.span.slice(text),
            surface: utf16(&mut surfaces, entity.surface),
            norm: &entity.norm,
            score: (f64::from(entity.score) * 1e6).round() / 1e6,
            source: entity.source,
            sentence: entity.sentence,
        });
    }
    // Borrowed strings and numbers alone: nothing here can fail to serialise.
    serde_json::to_string(&Document { id, offset_unit: "utf16", entities: records }).unwrap_or_default()
}

fn utf16(cursor: &mut Utf16Cursor<'_>, span: Span) -> Span {
    Span::new(cursor.utf16_offset(span.start), cursor.utf16_offset(span.end))
}
