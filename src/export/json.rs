//! JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)): an object a document, as `www/annotation.schema.json`
//! says (JSON Schema 2020-12); and JSON Lines ([jsonlines.org](https://jsonlines.org)): the same, a line each.
//!
//! ```json
//! {"id":…,"offset_unit":"utf16","text":"…",
//!  "entities":[{"type","start","end","text","surface":{"start","end"},"norm","score","source","sentence",
//!               "parent","cluster","value","id"}],
//!  "clusters":[{"type","name","canonical","mentions","roles"}]}
//! ```
//!
//! Offsets count UTF-16 code units, as JavaScript does. What there is none of is left out; `parent`, `canonical`,
//! `mentions` and `roles` are positions in `entities`, `cluster` one in `clusters`.
//!
//! On the way in, of an entity only `type`, `start` and `end` need be there. `parent`, and `type` and `name` of a
//! cluster, follow from the rest and are not read; where an entity's `text` is there, it must be what stands
//! in the text. Without `clusters`, the entities' `cluster` decide.

use super::annotation::{Annotation, Cluster};
use super::draft::{Draft, name, settle, source, value_json, value_of};
use super::offsets::{Offsets, UTF16};
use super::syntax::{Json, Put, decimal, quote};
use crate::Span;

/// Writes the object; without the text where the reader has it.
pub(super) fn write(annotation: &Annotation, with_text: bool) -> String {
    let Annotation { text, entities, clusters, .. } = annotation;
    let spans: Vec<Span> = entities.iter().flat_map(|e| [e.span, e.surface]).collect();
    let offsets = Offsets::of_bytes(text, UTF16, &spans);
    let mut out = String::with_capacity(text.len() + entities.len() * 200);
    out.put("{");
    if let Some(id) = &annotation.id {
        member("id", id, &mut out);
        out.put(",");
    }
    member("offset_unit", "\"utf16\"", &mut out);
    if with_text {
        out.put(",\"text\":");
        quote(text, &mut out);
    }
    out.put(",\"entities\":[");
    for (at, entity) in entities.iter().enumerate() {
        out.put(if at > 0 { ",{\"type\":" } else { "{\"type\":" });
        quote(&entity.kind, &mut out);
        out.put(",");
        ends(offsets.span(entity.span), &mut out);
        out.put(",\"text\":");
        quote(entity.span.slice(text), &mut out);
        out.put(",\"surface\":{");
        ends(offsets.span(entity.surface), &mut out);
        out.put("},\"norm\":");
        quote(&entity.norm, &mut out);
        out.put(",");
        member("score", &decimal(entity.score), &mut out);
        out.put(",\"source\":");
        quote(name(entity.source), &mut out);
        out.put(",");
        member("sentence", &entity.sentence.to_string(), &mut out);
        for (key, number) in [("parent", entity.parent), ("cluster", entity.cluster)] {
            if let Some(number) = number {
                out.put(",");
                member(key, &number.to_string(), &mut out);
            }
        }
        if let Some(value) = &entity.value {
            out.put(",\"value\":");
            value_json(value).write(&mut out);
        }
        if let Some(id) = &entity.id {
            out.put(",\"id\":");
            quote(id, &mut out);
        }
        out.put("}");
    }
    out.put("],\"clusters\":[");
    for (at, cluster) in clusters.iter().enumerate() {
        let canonical = entities.get(cluster.canonical);
        out.put(if at > 0 { ",{\"type\":" } else { "{\"type\":" });
        quote(canonical.map_or("", |entity| &entity.kind), &mut out);
        out.put(",\"name\":");
        quote(canonical.map_or("", |entity| entity.span.slice(text)), &mut out);
        out.put(",");
        member("canonical", &cluster.canonical.to_string(), &mut out);
        out.put(",");
        member("mentions", &list(&cluster.mentions), &mut out);
        if !cluster.roles.is_empty() {
            out.put(",");
            member("roles", &list(&cluster.roles), &mut out);
        }
        out.put("}");
    }
    out.put("]}");
    out
}

fn member(key: &str, json: &str, out: &mut String) {
    quote(key, out);
    out.put(":");
    out.put(json);
}

fn ends(span: Option<Span>, out: &mut String) {
    let Span { start, end } = span.unwrap_or_default();
    member("start", &start.to_string(), out);
    out.put(",");
    member("end", &end.to_string(), out);
}

fn list(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    format!("[{}]", numbers.join(","))
}

/// Reads the object; else says what is wrong where.
pub(super) fn read(json: &Json) -> Result<Annotation, String> {
    let text = json.get("text").and_then(Json::str).ok_or("it has no «text»")?.to_owned();
    let unit = json.get("offset_unit").map_or(Some("utf16"), Json::str);
    if unit != Some("utf16") {
        return Err("its «offset_unit» is not utf16".to_owned());
    }
    let entities = json.get("entities").and_then(Json::array).ok_or("it has no list «entities»")?;
    let given = entities.iter().flat_map(|entity| [Some(entity), entity.get("surface")]).flatten();
    let given: Vec<Span> = given.filter_map(span).collect();
    let offsets = Offsets::bytes(&text, UTF16, &given);
    let mut drafts = Vec::with_capacity(entities.len());
    for (at, entity) in entities.iter().enumerate() {
        let draft = draft(entity, &offsets).map_err(|problem| format!("entities[{at}]: {problem}"))?;
        if entity.get("text").is_some_and(|said| said.str() != Some(draft.span.slice(&text))) {
            return Err(format!(
                "entities[{at}]: its «text» is not what stands there: are the offsets UTF-16?"
            ));
        }
        drafts.push(draft);
    }
    if let Some(list) = json.get("clusters") {
        let list = list.array().ok_or("«clusters» is not a list")?;
        let clusters: Option<Vec<Cluster>> = list.iter().map(cluster).collect();
        let clusters =
            clusters.ok_or("a cluster has not the members «canonical» and «mentions», which are numbers")?;
        Draft::gather(&mut drafts, &clusters)?;
    }
    Ok(settle(text, drafts)?.with_id(json.get("id").map(Json::to_string)))
}

fn span(json: &Json) -> Option<Span> {
    let at = |key| json.get(key).and_then(Json::index);
    Some(Span::new(at("start")?, at("end")?))
}

fn draft(json: &Json, offsets: &Offsets) -> Result<Draft, &'static str> {
    let bytes = |json: &Json| span(json).and_then(|span| offsets.span(span));
    let text = |json: &Json| json.str().map(str::to_owned);
    Ok(Draft {
        kind: json.get("type").and_then(text).ok_or("it has no «type»")?,
        span: bytes(json).ok_or("its «start» and «end» are not UTF-16 offsets into the text")?,
        surface: match json.get("surface") {
            Some(surface) => Some(bytes(surface).ok_or("its «surface» is not two offsets into the text")?),
            None => None,
        },
        norm: given(json, "norm", text).ok_or("its «norm» is not text")?,
        score: given(json, "score", Json::number).ok_or("its «score» is not a number")?,
        source: given(json, "source", |s| source(s.str()?)).ok_or("its «source» is none that there is")?,
        sentence: given(json, "sentence", Json::index).ok_or("its «sentence» is not a number")?,
        cluster: given(json, "cluster", Json::index).ok_or("its «cluster» is not a number")?,
        value: given(json, "value", value_of).ok_or("its «value» is not one that there is")?,
        id: given(json, "id", text).ok_or("its «id» is not text")?,
        ..Draft::default()
    })
}

/// A member that may be left out: nothing where it is there and can't be read.
fn given<T>(json: &Json, key: &str, read: impl FnOnce(&Json) -> Option<T>) -> Option<Option<T>> {
    match json.get(key) {
        None => Some(None),
        Some(value) => read(value).map(Some),
    }
}

fn cluster(json: &Json) -> Option<Cluster> {
    let numbers = |json: &Json| json.array()?.iter().map(Json::index).collect::<Option<Vec<usize>>>();
    Some(Cluster {
        canonical: json.get("canonical")?.index()?,
        mentions: numbers(json.get("mentions")?)?,
        roles: given(json, "roles", numbers)?.unwrap_or_default(),
    })
}
