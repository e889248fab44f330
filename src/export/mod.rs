//! Annotated texts in the formats that other tools read, and back.
//!
//! | [`Format`] | what | |
//! |---|---|---|
//! | `json` | an object, offsets in UTF-16 units | `www/annotation.schema.json` |
//! | `jsonl` | the same, a line a document | |
//! | `conll` | tokens and BIO tags in columns, nested ones side by side | offsets by token |
//! | `w3c` | Web Annotation, JSON-LD | quotes, and offsets in code points |
//! | `tei` | TEI P5 | elements in the text |
//! | `brat` | brat standoff, the `.ann` beside a `.txt` | offsets in code points |
//! | `html` | a fragment with `<mark>` | elements in the text |
//!
//! Whatever is written is read back as it was: the text to its last carriage return, and every entity with type, span,
//! surface, score, source, value, identifier and cluster. How each format does that is at the head of its file.
//!
//! ```
//! use tawsim::{Span, export::{Annotation, Entity, Format, Given, Style, read, write}};
//!
//! let text = "زار بغداد & دمشق".to_owned();
//! let city = Entity::new("LOC", Span::new(7, 17), &text);
//! let annotation = Annotation::new(text, vec![city], Vec::new())?;
//! for format in Format::ALL {
//!     let written = write(&annotation, format, &Style::default());
//!     // brat keeps the text in a file of its own.
//!     let given = Given { text: Some(annotation.text()) };
//!     assert_eq!(read(&written, format, &given)?, annotation);
//! }
//! # Ok::<(), tawsim::Error>(())
//! ```

mod annotation;
mod brat;
mod conll;
mod draft;
mod html;
mod json;
mod nested;
mod offsets;
mod reanchor;
mod syntax;
mod tei;
mod w3c;

use std::str::FromStr;

pub use annotation::{Annotation, Cluster, Entity};
pub use reanchor::{Lost, Reanchored, reanchor};

use crate::error::{Error, Kind};
use syntax::Json;

/// A format of annotated texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// One object.
    Json,
    /// One object a line.
    Jsonl,
    /// Tokens and tags in columns.
    Conll,
    /// W3C Web Annotation.
    W3c,
    /// TEI P5.
    Tei,
    /// brat standoff; the text is in another file.
    Brat,
    /// A fragment with marks.
    Html,
}

impl Format {
    /// All there are.
    pub const ALL: [Self; 7] =
        [Self::Json, Self::Jsonl, Self::Conll, Self::W3c, Self::Tei, Self::Brat, Self::Html];

    /// Its name, as [`FromStr`] reads it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Conll => "conll",
            Self::W3c => "w3c",
            Self::Tei => "tei",
            Self::Brat => "brat",
            Self::Html => "html",
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    /// # Errors
    /// `format_unknown` for what is no [name](Self::name).
    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|format| format.name() == name);
        found.ok_or_else(|| Error::new(Kind::FormatUnknown, name.chars().take(20).collect::<String>()))
    }
}

/// What a host may choose about what is written.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// The address of the annotated text, for Web Annotation; `urn:tawsim:document` without it.
    pub source: Option<&'a str>,
    /// Whether JSON and JSON Lines hold the text. They can't be read back without.
    pub text: bool,
}

impl Default for Style<'_> {
    fn default() -> Self {
        Self { source: None, text: true }
    }
}

/// What a reader knows besides the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// The text, which brat keeps in a file of its own.
    pub text: Option<&'a str>,
}

/// The annotation in a format. Ends with a line feed, but for JSON and Web Annotation, which are one line.
#[must_use]
pub fn write(annotation: &Annotation, format: Format, style: &Style<'_>) -> String {
    match format {
        Format::Json => json::write(annotation, style.text),
        Format::Jsonl => json::write(annotation, style.text) + "\n",
        Format::Conll => conll::write(annotation),
        Format::W3c => w3c::write(annotation, style.source),
        Format::Tei => tei::write(annotation),
        Format::Brat => brat::write(annotation),
        Format::Html => html::write(annotation),
    }
}

/// Reads a file of one document.
///
/// # Errors
/// `import_invalid`, with the line and column where there is one, for what isn't in the format, contradicts itself, or
/// holds no document or several.
pub fn read(input: &str, format: Format, given: &Given<'_>) -> Result<Annotation, Error> {
    let mut all = read_all(input, format, given)?;
    match all.pop().filter(|_| all.is_empty()) {
        Some(annotation) => Ok(annotation),
        None => Err(Error::new(Kind::ImportInvalid, "it doesn't hold exactly one document")),
    }
}

/// Reads a file of any number of documents, as JSON Lines and CoNLL may be.
///
/// # Errors
/// `import_invalid`, as [`read`].
pub fn read_all(input: &str, format: Format, given: &Given<'_>) -> Result<Vec<Annotation>, Error> {
    let input = input.strip_prefix('\u{feff}').unwrap_or(input);
    let one = |read: Result<Annotation, (usize, String)>| read.map(|annotation| vec![annotation]);
    let read = match format {
        Format::Json => one(object(input, 0, json::read)),
        Format::W3c => one(object(input, 0, w3c::read)),
        Format::Jsonl => lines(input),
        Format::Conll => conll::read(input),
        Format::Tei => one(tei::read(input)),
        Format::Html => one(html::read(input)),
        Format::Brat => match given.text {
            Some(text) => one(brat::read(input, text)),
            None => Err((0, "brat's text is in a file of its own: give it as well".to_owned())),
        },
    };
    read.map_err(|(byte, problem)| at(input, byte, &problem))
}

/// Checks and completes what a host passes as an annotation: the object of [`Format::Json`].
///
/// # Errors
/// `annotation_invalid`.
#[cfg(target_arch = "wasm32")]
pub(crate) fn checked(json: &str) -> Result<Annotation, Error> {
    let read = object(json, 0, json::read);
    read.map_err(|(_, problem)| Error::new(Kind::AnnotationInvalid, problem))
}

fn lines(input: &str) -> Result<Vec<Annotation>, (usize, String)> {
    let mut from = 0;
    let mut all = Vec::new();
    for line in input.split_inclusive('\n') {
        if !line.trim_ascii().is_empty() {
            all.push(object(line, from, json::read)?);
        }
        from += line.len();
    }
    Ok(all)
}

/// Reads a JSON value that begins at the byte `from` of its file.
fn object(
    input: &str,
    from: usize,
    read: impl FnOnce(&Json) -> Result<Annotation, String>,
) -> Result<Annotation, (usize, String)> {
    let json = Json::parse(input).map_err(|at| (from + at, "this is not JSON".to_owned()))?;
    read(&json).map_err(|problem| (from, problem))
}

/// What is wrong with an import, and where.
fn at(input: &str, byte: usize, problem: &str) -> Error {
    let before = input.get(..input.floor_char_boundary(byte)).unwrap_or_default();
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Error::new(Kind::ImportInvalid, format!("line {line}, column {column}: {problem}"))
}
