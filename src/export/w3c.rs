//! [W3C Web Annotation](https://www.w3.org/TR/annotation-model/) in JSON-LD: an `AnnotationCollection` with its page, an
//! `Annotation` an entity.
//!
//! The body is a `TextualBody` for `tagging`, whose value is the type. The target has the two selectors of
//! the model: [`TextQuoteSelector`](https://www.w3.org/TR/annotation-model/#text-quote-selector), with 32 code points on
//! both sides, and [`TextPositionSelector`](https://www.w3.org/TR/annotation-model/#text-position-selector), which counts
//! code points of the text as it is, not normalised. What else is known of an entity
//! is in properties of the prefix `tawsim:` (`urn:tawsim:`), under the names of the table in `src/export/draft.rs`.
//! `tawsim:document` holds the text, so that the file is whole.
//!
//! Collections, pages, lists and single annotations that other programs wrote are read as well, where each has a
//! `tagging` body and both selectors.

use super::annotation::Annotation;
use super::draft::{Draft, described, members, settle};
use super::offsets::{Offsets, POINTS};
use super::syntax::{Json, Put, quote};
use crate::Span;

/// Code points of context on each side of a quote.
const CONTEXT: usize = 32;

/// What the text is called where the host gives it no address.
const SOURCE: &str = "urn:tawsim:document";

/// One annotation, as it is written.
pub(super) struct Item {
    /// All but the span.
    pub(super) draft: Draft,
    pub(super) exact: String,
    pub(super) prefix: String,
    pub(super) suffix: String,
    /// Code points from the start of the text.
    pub(super) position: Option<Span>,
}

pub(super) fn write(annotation: &Annotation, source: Option<&str>) -> String {
    let Annotation { text, entities, .. } = annotation;
    let source = source.unwrap_or(SOURCE);
    let described = described(annotation);
    let spans: Vec<Span> = entities.iter().map(|entity| entity.span).collect();
    let offsets = Offsets::of_bytes(text, POINTS, &spans);
    let mut out = String::with_capacity(text.len() + entities.len() * 800);
    let plain = |json: &str, out: &mut String| out.put(json);
    let named = |key: &str, value: &str, out: &mut String| {
        out.put(key);
        quote(value, out);
    };
    plain(r#"{"@context":["http://www.w3.org/ns/anno.jsonld","#, &mut out);
    plain(r#"{"tawsim":"urn:tawsim:","tawsim:value":{"@type":"@json"}}],"#, &mut out);
    named("\"id\":", &format!("{source}#annotations"), &mut out);
    plain(r#","type":"AnnotationCollection","total":"#, &mut out);
    out.put_number(entities.len());
    if let Some(id) = &annotation.id {
        named(",\"tawsim:id\":", id, &mut out);
    }
    named(",\"tawsim:document\":{\"id\":", source, &mut out);
    plain(r#","type":"Text","format":"text/plain","language":"ar","textDirection":"rtl","#, &mut out);
    named("\"value\":", text, &mut out);
    named("},\"first\":{\"id\":", &format!("{source}#page"), &mut out);
    plain(r#","type":"AnnotationPage","startIndex":0,"items":["#, &mut out);
    for (at, entity) in entities.iter().enumerate() {
        plain(if at > 0 { "," } else { "" }, &mut out);
        named("{\"id\":", &format!("{source}#entity-{at}"), &mut out);
        plain(r#","type":"Annotation","motivation":"tagging","#, &mut out);
        named(r#""body":{"type":"TextualBody","purpose":"tagging","value":"#, &entity.kind, &mut out);
        named("},\"target\":{\"source\":", source, &mut out);
        named(r#","selector":[{"type":"TextQuoteSelector","exact":"#, entity.span.slice(text), &mut out);
        let (head, tail) = (
            text.get(..entity.span.start).unwrap_or_default(),
            text.get(entity.span.end..).unwrap_or_default(),
        );
        let from = head.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
        let to = tail.char_indices().nth(CONTEXT).map_or(tail.len(), |(at, _)| at);
        named(",\"prefix\":", head.get(from..).unwrap_or_default(), &mut out);
        named(",\"suffix\":", tail.get(..to).unwrap_or_default(), &mut out);
        let span = offsets.span(entity.span).unwrap_or_default();
        plain(r#"},{"type":"TextPositionSelector","start":"#, &mut out);
        out.put_number(span.start);
        plain(",\"end\":", &mut out);
        out.put_number(span.end);
        plain("}]},", &mut out);
        members(&Draft::attributes(annotation, &described, at), "tawsim:", &mut out);
        plain("}", &mut out);
    }
    plain("]}}", &mut out);
    out
}

/// Reads the collection with the text that it holds.
pub(super) fn read(json: &Json) -> Result<Annotation, String> {
    let text = json.get("tawsim:document").and_then(|document| document.get("value")).and_then(Json::str);
    let text = text.ok_or("it has no «tawsim:document» with the text: reanchor it in the text instead")?;
    let items = items(json)?;
    let spans: Vec<Span> = items.iter().filter_map(|item| item.position).collect();
    let offsets = Offsets::bytes(text, POINTS, &spans);
    let mut drafts = Vec::with_capacity(items.len());
    for (at, Item { mut draft, exact, position, .. }) in items.into_iter().enumerate() {
        let span = position.and_then(|position| offsets.span(position));
        let span = span.filter(|span| text.get(span.start..span.end) == Some(&exact));
        draft.span = span.ok_or_else(|| {
            format!(
                "annotation {at}: its quote does not stand at its position: reanchor it in the text instead"
            )
        })?;
        drafts.push(draft);
    }
    let id = json.get("tawsim:id").and_then(Json::str).map(str::to_owned);
    Ok(settle(text.to_owned(), drafts)?.with_id(id.filter(|id| Json::parse(id).is_ok())))
}

/// The annotations of a collection, a page, a list, or the one that it is.
pub(super) fn items(json: &Json) -> Result<Vec<Item>, String> {
    let page = json.get("first").unwrap_or(json);
    let one = std::slice::from_ref(page);
    let list = page.get("items").and_then(Json::array).or_else(|| page.array()).unwrap_or(one);
    let read = |(at, json)| item(json).ok_or_else(|| format!("annotation {at}: it has no tag, or no quote"));
    list.iter().enumerate().map(read).collect()
}

fn item(json: &Json) -> Option<Item> {
    let many = |json: &'_ Json| json.array().map_or_else(|| vec![json.clone()], <[Json]>::to_vec);
    let says = |json: &Json, key: &str, word: &str| json.get(key).and_then(Json::str) == Some(word);
    let tag = many(json.get("body")?).into_iter().find(|body| says(body, "purpose", "tagging"))?;
    let target = many(json.get("target")?).into_iter().next()?;
    let selectors = many(target.get("selector")?);
    let select = |kind: &str| selectors.iter().find(|selector| says(selector, "type", kind));
    let quote = select("TextQuoteSelector")?;
    let text = |key: &str| quote.get(key).and_then(Json::str).unwrap_or_default().to_owned();
    let mut draft = Draft { kind: tag.get("value")?.str()?.to_owned(), ..Draft::default() };
    if let Json::Object(members) = json {
        for (name, value) in members {
            let Some(name) = name.strip_prefix("tawsim:") else {
                continue;
            };
            let taken = match value {
                Json::String(text) if name != "value" => draft.take(name, text),
                _ => draft.take(name, &value.to_string()),
            };
            if !taken {
                return None;
            }
        }
    }
    let position = select("TextPositionSelector");
    let position = position.and_then(|s| Some(Span::new(s.get("start")?.index()?, s.get("end")?.index()?)));
    let exact = text("exact");
    (!exact.is_empty()).then(|| Item {
        draft,
        exact,
        prefix: text("prefix"),
        suffix: text("suffix"),
        position,
    })
}
