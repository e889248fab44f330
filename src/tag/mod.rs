//! The name tagger: a small convolutional network over hashed subwords, then the best path of tags.

mod decode;
pub(crate) mod features;
mod network;

pub(crate) use decode::Mention;
use decode::Decoder;
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
    /// Appends the names among the tokens of one sentence, as token ranges within it.
    pub(crate) fn tag(&mut self, model: &Model, text: &str, tokens: &[Token], out: &mut Vec<Mention>) {
        for (at, window) in tokens.chunks(network::LONGEST).enumerate() {
            let from = out.len();
            let scores = self.activations.run(model, text, window);
            self.decoder.mentions(scores, model.head.outputs, model.tags.len(), out);
            for mention in out.get_mut(from..).unwrap_or_default() {
                mention.first += at * network::LONGEST;
                mention.end += at * network::LONGEST;
            }
        }
    }
}
