//! A fragment of HTML ([Living Standard](https://html.spec.whatwg.org/multipage/)): the text with a
//! [`<mark>`](https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-mark-element) around each entity.
//!
//! ```html
//! <div lang="ar" dir="rtl" style="white-space:pre-wrap">وصل <mark data-type="PERS" data-score="0.97" …>قاآني</mark>.</div>
//! ```
//!
//! Safe to put into a page: all text is escaped, and there is neither script nor link. Marks nest as entities do. They
//! are inline, without padding or margin, so that Arabic letters stay joined across their edges; keep to a background
//! and a text decoration when you style `mark[data-type=PERS]`.
//!
//! What is known of an entity stands in `data-*` attributes: `data-type`, and those of the table in
//! `src/export/draft.rs`. The text content of the `<div>`
//! is the text, but for U+0000, which HTML can't hold: it is `<span data-char="0000"></span>`. Carriage returns are
//! references (`&#13;`). In attributes a backslash is doubled, and U+0000 is `\u{0000}`.

use super::annotation::Annotation;
use super::draft::{Attribute, Draft};
use super::nested::{self, Attributes, Element};
use super::syntax::{Escape, Markup, Piece, Put, attribute, escape, hexadecimal};

pub(super) fn write(annotation: &Annotation) -> String {
    let attributes = Attributes::new(annotation);
    let mut out = String::with_capacity(annotation.text.len() + annotation.entities.len() * 120);
    out.put("<div lang=\"ar\" dir=\"rtl\" style=\"white-space:pre-wrap\">");
    nested::write(
        annotation,
        &mut out,
        &|text, out| {
            escape(text, Escape::Html, out, &|c, out| {
                out.put("<span data-char=\"");
                out.put(&hexadecimal(c));
                out.put("\"></span>");
            });
        },
        &|at, out| {
            out.put("<mark");
            let kind = annotation.entities.get(at).map_or("", |entity| &entity.kind);
            attribute("data-type", kind, Escape::Html, out);
            for (key, value) in attributes.of(at) {
                let (Attribute::Json(value) | Attribute::Text(value)) = value;
                attribute(&format!("data-{key}"), &value, Escape::Html, out);
            }
            out.put(">");
        },
        &|_, out| out.put("</mark>"),
    );
    out.put("</div>\n");
    out
}

pub(super) fn read(input: &str) -> Result<Annotation, (usize, String)> {
    let mut markup = Markup::new(input);
    match markup.next() {
        Ok(Some(Piece::Open { name, empty: false, .. })) if name == "div" => {}
        _ => return Err((0, "it does not begin with the <div> that Tawsim writes".to_owned())),
    }
    let annotation = nested::read(&mut markup, "div", &|name, attributes| match name {
        "mark" => {
            let mut draft = Draft::default();
            let known = attributes.iter().all(|(key, value)| match key.strip_prefix("data-") {
                Some(key) => draft.take(key, value),
                // A browser's or an editor's own: classes, styles.
                None => true,
            });
            known.then(|| Element::Entity(Box::new(draft)))
        }
        "span" => match attributes {
            [(key, code)] if key == "data-char" => Some(Element::Char(character(code)?)),
            _ => None,
        },
        _ => None,
    })?;
    let at = markup.at;
    match input.get(at..).map(str::trim) {
        Some("") => Ok(annotation),
        _ => Err((at, "something follows the <div>".to_owned())),
    }
}

/// The character with this number in hexadecimal digits.
pub(super) fn character(code: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}
