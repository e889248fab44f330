//! What JavaScript sees. The only file that knows it.

use std::rc::Rc;

use js_sys::{Object, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::normalize::Utf16Cursor;
use crate::{Annotator, Entity, Error, Model, Progress, Scratch, Source, Span};

/// Numbers that describe one entity in [`Job::take`]'s flat array.
const STRIDE: usize = 8;

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let object = js_sys::Error::new(&error.to_string());
        // Setting a property of a fresh object can't fail.
        let _ = Reflect::set(&object, &"code".into(), &error.code().into());
        object.into()
    }
}

/// The version of this release.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// An annotator with its model, ready for any number of texts.
#[wasm_bindgen]
pub struct Engine {
    annotator: Rc<Annotator>,
}

#[wasm_bindgen]
impl Engine {
    /// Reads a model file.
    ///
    /// # Errors
    /// An `Error` whose `code` is one of [`Error::code`]'s.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Engine, JsValue> {
        Ok(Self { annotator: Rc::new(Annotator::new(Model::read(model)?)) })
    }

    /// The names of the entity types; a type number in a span is an index into them.
    ///
    /// # Errors
    /// None in practice: strings always cross.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn types(&self) -> Result<JsValue, JsValue> {
        Ok(self.annotator.types().serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }

    /// Begins to annotate a text, which must be well-formed UTF-16.
    #[must_use]
    pub fn start(&self, text: String) -> Job {
        let progress = self.annotator.start(&text);
        Job { annotator: Rc::clone(&self.annotator), text, progress, scratch: Scratch::default() }
    }
}

/// The annotation of one text, advanced piece by piece so that the host can show progress or stop.
#[wasm_bindgen]
pub struct Job {
    annotator: Rc<Annotator>,
    text: String,
    progress: Progress,
    scratch: Scratch,
}

#[wasm_bindgen]
impl Job {
    /// Works on about `words` tokens more; gives the share of the text that is done, 1 when all is.
    pub fn advance(&mut self, words: usize) -> f32 {
        self.annotator.advance(&self.text, &mut self.progress, words, &mut self.scratch);
        self.progress.fraction()
    }

    /// What was found so far: `spans`, eight numbers an entity (type, start, end, surface start, surface
    /// end, sentence, source, score × 10⁶; offsets in UTF-16 code units), and `norms`, the folded forms
    /// joined by line feeds.
    ///
    /// # Errors
    /// None in practice: the result is a fresh plain object.
    #[wasm_bindgen(unchecked_return_type = "{ spans: Uint32Array, norms: string }")]
    pub fn take(&self) -> Result<Object, JsValue> {
        let entities = self.progress.entities();
        let norms: Vec<&str> = entities.iter().map(|entity| entity.norm.as_str()).collect();
        let result = Object::new();
        Reflect::set(&result, &"spans".into(), &Uint32Array::from(flatten(&self.text, entities).as_slice()))?;
        Reflect::set(&result, &"norms".into(), &norms.join("\n").into())?;
        Ok(result)
    }
}

/// Entities ascend, so each cursor passes over the text once.
fn flatten(text: &str, entities: &[Entity]) -> Vec<u32> {
    let mut flat = Vec::with_capacity(entities.len() * STRIDE);
    let (mut spans, mut surfaces) = (Utf16Cursor::new(text), Utf16Cursor::new(text));
    let push = |cursor: &mut Utf16Cursor<'_>, span: Span, flat: &mut Vec<u32>| {
        flat.extend([span.start, span.end].map(|byte| cursor.utf16_offset(byte) as u32));
    };
    for entity in entities {
        flat.push(entity.kind as u32);
        push(&mut spans, entity.span, &mut flat);
        push(&mut surfaces, entity.surface, &mut flat);
        let source = match entity.source {
            Source::Model => 0,
        };
        flat.extend([entity.sentence as u32, source, (f64::from(entity.score) * 1e6).round() as u32]);
    }
    flat
}
