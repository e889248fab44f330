//! The name tagger: a small convolutional network over hashed subwords, then the best path of tags.

mod decode;
pub(crate) mod features;
mod network;

use decode::Decoder;
pub(crate) use decode::{Mention, inside, opening};
use network::Activations;

use crate::model::Model;
use crate::segment::Token;

/// Reusable buffers of one worker.
#[derive(Debug, Default)]
pub(crate) struct Tagger {
    activations: Activations,
    decoder: Decoder,
}

impl Tagger {
    /// Appends the scores of one sentence's tokens: a row of logits each, one a tag.
    pub(crate) fn score(&mut self, model: &Model, text: &str, tokens: &[Token], out: &mut Vec<f32>) {
        for window in tokens.chunks(network::LONGEST) {
            for row in self.activations.run(model, text, window).chunks_exact(model.head.outputs) {
                out.extend_from_slice(row.get(..model.tags.len()).unwrap_or(row));
            }
        }
    }

    /// Two names for a word; see [`Features::keys`](features::Features::keys).
    pub(crate) fn keys(&mut self, word: &str) -> [u32; 2] {
        self.activations.features.keys(word)
    }

    /// Appends the names among the tokens of one sentence, as token ranges within it.
    pub(crate) fn decode(&mut self, model: &Model, scores: &[f32], out: &mut Vec<Mention>) {
        self.decoder.mentions(scores, model.tags.len(), out);
    }
}
