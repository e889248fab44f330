//! Annotations in and out of the formats, as JSON on the side of JavaScript.

use wasm_bindgen::prelude::*;

use super::Engine;
use crate::export::{self, Format, Given, Style};

#[wasm_bindgen]
impl Engine {
    /// An annotation, as the JSON that `tawsim.d.ts` tells of, in the format of this name. `source` is the
    /// address of the text, for Web Annotation.
    ///
    /// # Errors
    /// `annotation_invalid` or `format_unknown`.
    pub fn write(&self, annotation: &str, format: &str, source: Option<String>) -> Result<String, JsValue> {
        let style = Style { source: source.as_deref(), ..Style::default() };
        Ok(export::write(&export::checked(annotation)?, format.parse()?, &style))
    }

    /// A file of the format of this name as such JSON. `text` is the text where the file has none.
    ///
    /// # Errors
    /// `import_invalid` or `format_unknown`.
    pub fn read(&self, file: &str, format: &str, text: Option<String>) -> Result<String, JsValue> {
        let annotation = export::read(file, format.parse()?, &Given { text: text.as_deref() })?;
        Ok(export::write(&annotation, Format::Json, &Style::default()))
    }

    /// The annotations of a Web Annotation file in a text that was edited since, as such JSON: first the
    /// annotation, then, behind a line feed, those that were not found.
    ///
    /// # Errors
    /// `import_invalid`.
    pub fn reanchor(&self, text: &str, file: &str) -> Result<String, JsValue> {
        Ok(export::reanchor(text, file)?.to_json())
    }
}
