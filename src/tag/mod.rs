//! The name tagger: a small convolutional network over hashed subwords, then the best path of tags.

mod decode;
mod features;
pub mod gazetteer;
mod math;
mod network;
pub(crate) mod patterns;

pub(crate) use decode::{Decoder, Group, Mention, inside, opening};
pub(crate) use features::Features;
#[cfg(feature = "train")]
pub(crate) use features::{LISTED, gaps, known};
pub(crate) use math::platt;
use network::Activations;
pub use patterns::{Date, Value};

use crate::model::Model;
use crate::segment::Token;

/// Reusable buffers of one worker.
#[derive(Debug, Default)]
pub(crate) struct Tagger {
    pub(crate) features: Features,
    activations: Activations,
    pub(crate) decoder: Decoder,
}

impl Tagger {
    /// Appends the scores of one sentence's tokens: a row of [`Model::columns`] logits each.
    pub(crate) fn score(&mut self, model: &Model, text: &str, tokens: &[Token], out: &mut Vec<f32>) {
        for window in tokens.chunks(network::LONGEST) {
            for row in
                self.activations.run(model, &mut self.features, text, window).chunks_exact(model.head.outputs)
            {
                out.extend_from_slice(row.get(..model.columns()).unwrap_or(row));
            }
        }
    }
}
