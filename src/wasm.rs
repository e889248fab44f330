//! What JavaScript sees. The only file that knows it.

mod formats;
mod text;

use std::rc::Rc;

use js_sys::{Object, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::error::Kind;
use crate::gazetteer::Gazetteer;
use crate::normalize::Utf16Cursor;
use crate::{Annotator, Document, Entity, Error, Model, Options, Progress, Scratch, Source, Span, Value};

/// Numbers that describe one entity in [`Job::take`]'s flat array.
const STRIDE: usize = 10;

/// What stands for "none" among those numbers.
const NONE: u32 = u32::MAX;

/// What few entities have, of the entity with this number.
#[derive(Serialize)]
struct Extra<'a> {
    entity: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
}

#[derive(Serialize)]
struct Cluster<'a> {
    canonical: usize,
    mentions: &'a [usize],
    roles: &'a [usize],
}

/// What became of the host's lists.
#[derive(Serialize)]
struct Report {
    entries: usize,
    errors: Vec<Fault>,
}

#[derive(Serialize)]
struct Fault {
    list: &'static str,
    row: usize,
    code: &'static str,
    message: String,
}

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

    /// Sets the host's lists, packed as lists.js does it, in place of those before. What has been started goes on with
    /// the old ones. Tells how many entries there are, and which rows are not in as they were given.
    ///
    /// # Errors
    /// None in practice: the report is a fresh plain object.
    #[wasm_bindgen(
        js_name = setGazetteer,
        unchecked_return_type = "{ entries: number, errors: { list: 'entries' | 'block', row: number, code: string, message: string }[] }"
    )]
    pub fn set_gazetteer(&mut self, packed: &str) -> Result<JsValue, JsValue> {
        let (gazetteer, faults) = Gazetteer::unpack(packed);
        let fault = |fault: &crate::gazetteer::Fault| Fault {
            list: if fault.blocked { "block" } else { "entries" },
            row: fault.row,
            code: fault.error.code(),
            message: fault.error.to_string(),
        };
        let report = Report { entries: gazetteer.len(), errors: faults.iter().map(fault).collect() };
        let mut annotator = Annotator::clone(&self.annotator);
        annotator.set_gazetteer(gazetteer);
        self.annotator = Rc::new(annotator);
        Ok(report.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }

    /// Begins to annotate a text, which must be well-formed UTF-16. The options are those of [`Options`], in
    /// camel case; `undefined` stands for the usual ones.
    ///
    /// # Errors
    /// `options_invalid` where an option has no such value, `date_invalid` included.
    pub fn start(&self, text: String, options: JsValue) -> Result<Job, JsValue> {
        let options = if options.is_undefined() {
            Options::default()
        } else {
            let read = serde_wasm_bindgen::from_value(options);
            read.map_err(|problem| Error::new(Kind::OptionsInvalid, problem.to_string()))?
        };
        let progress = self.annotator.start(&text, &options);
        Ok(Job { annotator: Rc::clone(&self.annotator), text, progress, scratch: Scratch::default() })
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

    /// What was found: `spans`, ten numbers an entity (type, start, end, surface start, surface end,
    /// sentence, source, score × 10⁶, parent, cluster; offsets in UTF-16 code units, 2³² − 1 for none), `norms`,
    /// the folded forms joined by line feeds, `extras`, the values and identifiers of the entities that have
    /// one, and `clusters`.
    ///
    /// # Errors
    /// None in practice: the result is a fresh plain object.
    #[wasm_bindgen(
        unchecked_return_type = "{ spans: Uint32Array, norms: string, extras: { entity: number, value?: any, id?: string }[], clusters: { canonical: number, mentions: number[], roles: number[] }[] }"
    )]
    pub fn take(&self) -> Result<Object, JsValue> {
        let Document { entities, clusters, .. } = self.progress.document();
        let norms: Vec<&str> = entities.iter().map(|entity| entity.norm.as_str()).collect();
        let extras: Vec<Extra<'_>> = (entities.iter().enumerate())
            .map(|(at, entity)| Extra { entity: at, value: entity.value.as_ref(), id: entity.id.as_deref() })
            .filter(|extra| extra.value.is_some() || extra.id.is_some())
            .collect();
        let clusters: Vec<Cluster<'_>> = (clusters.iter())
            .map(|c| Cluster { canonical: c.canonical, mentions: &c.mentions, roles: &c.roles })
            .collect();
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        let result = Object::new();
        Reflect::set(&result, &"spans".into(), &Uint32Array::from(flatten(&self.text, entities).as_slice()))?;
        Reflect::set(&result, &"norms".into(), &norms.join("\n").into())?;
        Reflect::set(&result, &"extras".into(), &extras.serialize(&plain)?)?;
        Reflect::set(&result, &"clusters".into(), &clusters.serialize(&plain)?)?;
        Ok(result)
    }
}

fn flatten(text: &str, entities: &[Entity]) -> Vec<u32> {
    let mut flat = Vec::with_capacity(entities.len() * STRIDE);
    let mut cursor = Utf16Cursor::new(text);
    let mut push = |span: Span, flat: &mut Vec<u32>| {
        flat.extend([span.start, span.end].map(|byte| cursor.utf16_offset(byte) as u32));
    };
    let number = |at: Option<usize>| at.map_or(NONE, |at| at as u32);
    for entity in entities {
        flat.push(entity.kind as u32);
        push(entity.span, &mut flat);
        push(entity.surface, &mut flat);
        let source = match entity.source {
            Source::Model => 0,
            Source::Gazetteer => 1,
            Source::Pattern => 2,
            Source::User => 3,
        };
        flat.extend([entity.sentence as u32, source, (f64::from(entity.score) * 1e6).round() as u32]);
        flat.extend([entity.parent, entity.cluster].map(number));
    }
    flat
}
