//! TEI P5 ([Guidelines](https://tei-c.org/release/doc/tei-p5-doc/en/html/), chapters
//! [13](https://tei-c.org/release/doc/tei-p5-doc/en/html/ND.html) on names and dates and
//! [3.6](https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#CONA) on names, numbers and measures).
//!
//! The text is one `<ab xml:space="preserve">`, entities are elements in it:
//!
//! | type | element | |
//! |---|---|---|
//! | `PERS` `LOC` `ORG` `OCC` | `persName` `placeName` `orgName` `roleName` | |
//! | `DATE` `TIME` | `date` `time` | `when`, or `from` and `to`, where W3C's formats can say it |
//! | `MONEY` `QUANTITY` | `measure` | `quantity`, `unit` |
//! | `PERCENT` `CARDINAL` `ORDINAL` | `num` | `value` |
//! | `NORP` and others | `rs`, as the technical types and those of the host; `name` for `MISC`, `EVENT`, `FAC`, `LAW` | |
//!
//! `type` holds the type itself, `cert` the score, `resp` the source (declared in the header), `key` the
//! identifier from a list, `ref` the cluster, which is an `<interp>` in `<standOff>`. What TEI has no attribute for
//! is in the namespace `urn:tawsim`, under the names of the table in `src/export/draft.rs`; a strict TEI schema wants
//! that namespace allowed.
//!
//! Whitespace is the text's own; carriage returns are `&#13;`, since XML makes line feeds of others. A character that
//! XML can't hold is `<g n="U+0007"/>`, and `\u{0007}` in an attribute, where backslashes are doubled.

use super::annotation::Annotation;
use super::draft::{Attribute, Draft};
use super::html::character;
use super::nested::{self, Attributes, Element};
use super::syntax::{Escape, Markup, Piece, Put, attribute, decimal, escape, hexadecimal};
use crate::document::Value;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:t="urn:tawsim" xml:lang="ar">
<teiHeader><fileDesc>
<titleStmt><title>Annotated text</title>
<respStmt xml:id="model"><resp>entities</resp><name>trained network</name></respStmt>
<respStmt xml:id="gazetteer"><resp>entities</resp><name>list of names</name></respStmt>
<respStmt xml:id="pattern"><resp>entities</resp><name>grammar</name></respStmt>
<respStmt xml:id="user"><resp>entities</resp><name>person</name></respStmt></titleStmt>
<publicationStmt><p>Unpublished</p></publicationStmt>
<sourceDesc><p>Plain text</p></sourceDesc>
</fileDesc></teiHeader>
"#;

/// The element of a type.
fn element(kind: &str) -> &'static str {
    match kind {
        "PERS" => "persName",
        "LOC" => "placeName",
        "ORG" => "orgName",
        "OCC" => "roleName",
        "DATE" => "date",
        "TIME" => "time",
        "MONEY" | "QUANTITY" => "measure",
        "PERCENT" | "CARDINAL" | "ORDINAL" => "num",
        "MISC" | "EVENT" | "FAC" | "LAW" => "name",
        _ => "rs",
    }
}

pub(super) fn write(annotation: &Annotation) -> String {
    let Annotation { text, entities, clusters, .. } = annotation;
    let attributes = Attributes::new(annotation);
    let mut out = String::with_capacity(1200 + text.len() + entities.len() * 160);
    out.put(HEAD);
    if !clusters.is_empty() {
        out.put("<standOff><interpGrp type=\"cluster\">\n");
        for (at, cluster) in clusters.iter().enumerate() {
            out.put("<interp");
            attribute("xml:id", &format!("cluster-{at}"), Escape::Xml, &mut out);
            out.put(">");
            let name = entities.get(cluster.canonical).map_or("", |entity| entity.span.slice(text));
            escape(name, Escape::Xml, &mut out, &outside);
            out.put("</interp>\n");
        }
        out.put("</interpGrp></standOff>\n");
    }
    out.put("<text><body><ab xml:space=\"preserve\">");
    let kind = |at: usize| entities.get(at).map_or("", |entity| &entity.kind);
    nested::write(
        annotation,
        &mut out,
        &|text, out| escape(text, Escape::Xml, out, &outside),
        &|at, out| {
            out.put("<");
            out.put(element(kind(at)));
            attribute("type", kind(at), Escape::Xml, out);
            if let Some(value) = entities.get(at).and_then(|entity| entity.value.as_ref()) {
                said(element(kind(at)), value, out);
            }
            for (key, value) in attributes.of(at) {
                let (Attribute::Json(value) | Attribute::Text(value)) = value;
                match key {
                    "score" => attribute("cert", &value, Escape::Xml, out),
                    "source" => attribute("resp", &format!("#{value}"), Escape::Xml, out),
                    "cluster" => attribute("ref", &format!("#cluster-{value}"), Escape::Xml, out),
                    "id" => attribute("key", &value, Escape::Xml, out),
                    _ => attribute(&format!("t:{key}"), &value, Escape::Xml, out),
                }
            }
            out.put(">");
        },
        &|at, out| {
            out.put("</");
            out.put(element(kind(at)));
            out.put(">");
        },
    );
    out.put("</ab></body></text>\n</TEI>\n");
    out
}

fn outside(c: char, out: &mut String) {
    out.put("<g n=\"U+");
    out.put(&hexadecimal(c));
    out.put("\"/>");
}

/// What TEI's own attributes can say of a value.
fn said(element: &str, value: &Value, out: &mut String) {
    let mut put = |name: &str, value: &str| attribute(name, value, Escape::Xml, out);
    match value {
        Value::Time(time) if matches!(element, "date" | "time") => match time.split_once('/') {
            None if is_w3c(time) => put("when", time),
            Some((from, to)) if is_w3c(from) && is_w3c(to) => {
                put("from", from);
                put("to", to);
            }
            _ => {}
        },
        Value::Number(value) if element == "num" => put("value", &decimal(*value)),
        Value::Money { amount, currency: unit } | Value::Quantity { amount, unit }
            if element == "measure" && !unit.is_empty() && !unit.contains(char::is_whitespace) =>
        {
            put("quantity", &decimal(*amount));
            put("unit", unit);
        }
        _ => {}
    }
}

/// Whether a date or time is one of XML Schema's: `2021`, `2021-08`, `2021-08-04`, `18:30:00+03:00`, or both with
/// a T between.
fn is_w3c(time: &str) -> bool {
    let shape = |text: &str, shapes: &[&str]| {
        shapes.iter().any(|shape| {
            text.len() == shape.len()
                && text
                    .bytes()
                    .zip(shape.bytes())
                    .all(|(b, s)| if s == b'0' { b.is_ascii_digit() } else { b == s })
        })
    };
    let clock = |text: &str| {
        let zone = text.get(8..).unwrap_or_default();
        let known = zone.is_empty() || zone == "Z" || shape(zone, &["+00:00", "-00:00"]);
        shape(text.get(..8).unwrap_or_default(), &["00:00:00"]) && known
    };
    match time.split_once('T') {
        Some((day, time)) => shape(day, &["0000-00-00"]) && clock(time),
        None => shape(time, &["0000", "0000-00", "0000-00-00"]) || clock(time),
    }
}

pub(super) fn read(input: &str) -> Result<Annotation, (usize, String)> {
    let mut markup = Markup::new(input);
    loop {
        let at = markup.at;
        match markup.next().map_err(|at| (at, "this is not XML that Tawsim writes".to_owned()))? {
            Some(Piece::Open { name, empty: false, .. }) if name == "ab" => break,
            Some(_) => {}
            None => return Err((at, "it has no <ab> with the text".to_owned())),
        }
    }
    let annotation = nested::read(&mut markup, "ab", &|name, attributes| {
        if name == "g" {
            let code = attributes.iter().find(|(key, _)| key == "n")?.1.strip_prefix("U+")?;
            return Some(Element::Char(character(code)?));
        }
        let mut draft = Draft::default();
        for (key, value) in attributes {
            let taken = match key.as_str() {
                "type" => draft.take("type", value),
                "cert" => draft.take("score", value),
                "resp" => draft.take("source", value.strip_prefix('#')?),
                "ref" => draft.take("cluster", value.strip_prefix("#cluster-")?),
                "key" => draft.take("id", value),
                // What they say, `t:value` says as well.
                "when" | "from" | "to" | "quantity" | "unit" | "value" => true,
                _ => draft.take(key.strip_prefix("t:")?, value),
            };
            if !taken {
                return None;
            }
        }
        (name == element(&draft.kind)).then(|| Element::Entity(Box::new(draft)))
    })?;
    for expected in ["body", "text", "TEI"] {
        let at = markup.at;
        match markup.next() {
            Ok(Some(Piece::Text(space))) if space.trim().is_empty() => match markup.next() {
                Ok(Some(Piece::Close(name))) if name == expected => {}
                _ => return Err((at, format!("</{expected}> is missing"))),
            },
            Ok(Some(Piece::Close(name))) if name == expected => {}
            _ => return Err((at, format!("</{expected}> is missing"))),
        }
    }
    Ok(annotation)
}
