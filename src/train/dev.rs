//! Corpora that a run is measured on and never learns from.

use super::data::read;
use super::labels::{Scheme, TYPES};
use super::source::Source;
use crate::error::Error;
use crate::{Annotator, corpus};

/// Sentences that are read as one document where the file doesn't say.
const DOCUMENT: usize = 20;

pub(super) struct Dev {
    pub(super) name: String,
    pub(super) documents: Vec<corpus::Sentence>,
    /// The types that its rules have in common with the model's.
    pub(super) types: Vec<String>,
}

impl Dev {
    /// Reads a file, or what training holds out of it. A nested scheme speaks of the nested types alone.
    pub(super) fn load(source: &Source) -> Result<Self, Error> {
        let sentences = read(&source.path, source.held_out.map(|each| (each, true)))?;
        let types = match Scheme::of(&sentences) {
            Scheme::Names => TYPES.0,
            Scheme::Nested => TYPES.1,
        };
        let types = types.iter().map(|&name| name.to_owned()).filter(|name| !source.masked.contains(name));
        Ok(Self {
            name: source.to_string(),
            types: types.collect(),
            documents: corpus::documents(&sentences, DOCUMENT),
        })
    }

    /// How many names of a type it has.
    pub(super) fn count(&self, annotator: &Annotator, kind: usize) -> usize {
        let Some(name) = annotator.types().get(kind).filter(|name| self.types.contains(name)) else {
            return 0;
        };
        self.documents.iter().flat_map(|document| document.names()).filter(|found| found.1 == name).count()
    }
}
