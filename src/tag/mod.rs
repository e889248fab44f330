//! The name tagger: a small convolutional network over hashed subwords, then the best path of tags.

mod decode;
mod features;
pub mod gazetteer;
mod math;
mod network;
pub(crate) mod patterns;

pub(crate) use decode::{Decoder, Mention, inside, opening};
pub(crate) use features::Features;
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
    decoder: Decoder,
}

impl Tagger {
    /// Appends the scores of one sentence's tokens: a row of logits each, one a tag.
    pub(crate) fn score(&mut self, model: &Model, text: &str, tokens: &[Token], out: &mut Vec<f32>) {
        for window in tokens.chunks(network::LONGEST) {
            for row in
                self.activations.run(model, &mut self.features, text, window).chunks_exact(model.head.outputs)
            {
                out.extend_from_slice(row.get(..model.tags.len()).unwrap_or(row));
            }
        }
    }

    /// Appends the names among the tokens of one sentence, as token ranges within it.
    pub(crate) fn decode(&mut self, model: &Model, scores: &[f32], out: &mut Vec<Mention>) {
        self.decoder.mentions(scores, model.tags.len(), out);
    }
}
