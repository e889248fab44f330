//! One JSON object a document, offsets in UTF-16 code units as JavaScript counts them.

use serde::Serialize;

use crate::normalize::Utf16Cursor;
use crate::{Document, Source, Span, Value};

#[derive(Serialize)]
struct Output<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a serde_json::Value>,
    offset_unit: &'static str,
    entities: Vec<Record<'a>>,
    clusters: Vec<Cluster<'a>>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cluster: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
}

#[derive(Serialize)]
struct Cluster<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    name: &'a str,
    canonical: usize,
    mentions: &'a [usize],
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    roles: &'a [usize],
}

/// `{"id":…,"offset_unit":"utf16","entities":[{"type","start","end","text","surface":{"start","end"},
/// "norm","score","source","sentence","parent","cluster","value","id"}],
/// "clusters":[{"type","name","canonical","mentions","roles"}]}` on one line. What there is none of is left out;
/// `parent`, `canonical`, `mentions` and `roles` are positions in `entities`, `cluster` one in `clusters`.
///
/// ```
/// let line = tawsim::export::json(None, "نص", &tawsim::Document::default(), &[]);
/// assert_eq!(line, r#"{"offset_unit":"utf16","entities":[],"clusters":[]}"#);
/// ```
#[must_use]
pub fn json(id: Option<&serde_json::Value>, text: &str, document: &Document, types: &[String]) -> String {
    let mut cursor = Utf16Cursor::new(text);
    let mut utf16 = |span: Span| Span::new(cursor.utf16_offset(span.start), cursor.utf16_offset(span.end));
    let kind = |number: usize| types.get(number).map_or("", String::as_str);
    let entities = document.entities.iter().map(|entity| Record {
        kind: kind(entity.kind),
        span: utf16(entity.span),
        text: entity.span.slice(text),
        surface: utf16(entity.surface),
        norm: &entity.norm,
        score: (f64::from(entity.score) * 1e6).round() / 1e6,
        source: entity.source,
        sentence: entity.sentence,
        parent: entity.parent,
        cluster: entity.cluster,
        value: entity.value.as_ref(),
        id: entity.id.as_deref(),
    });
    let entities = entities.collect();
    let clusters = document.clusters.iter().map(|cluster| Cluster {
        kind: kind(cluster.kind),
        name: document.entities.get(cluster.canonical).map_or("", |entity| entity.span.slice(text)),
        canonical: cluster.canonical,
        mentions: &cluster.mentions,
        roles: &cluster.roles,
    });
    let clusters = clusters.collect();
    // Borrowed strings and numbers alone: nothing here can fail to serialise.
    serde_json::to_string(&Output { id, offset_unit: "utf16", entities, clusters }).unwrap_or_default()
}
