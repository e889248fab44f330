//! One document, one reading: a name that was recognised with confidence once is recognised where it comes
//! back without its helpers, as surnames do.
//!
//! The tagger reads sentence by sentence. Here its confident names speak for their words elsewhere in the
//! same text: each such word gains a bonus on the scores of that type, and the sentences are decoded again.
//! A bonus is not a verdict: where the tagger was sure of something else, its word stands.

use std::collections::HashMap;

use crate::segment::Token;
use crate::tag::{Features, Group, Mention, inside, opening};

/// Names below this probability say nothing about other places.
const CONFIDENT: f32 = 0.6;
/// What a certain name adds to the scores of its words elsewhere, in nats.
const BONUS: f32 = 3.0;

/// What the confident names of a document say about words.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// Key of a word, or of two in a row → type number → confidence.
    seen: HashMap<(u32, usize), f32>,
    keys: Vec<[u32; 2]>,
}

impl Evidence {
    /// Learns from the names of a document, the tagger's and those of lists, given as ranges of its tokens.
    /// `person` is the number of the type whose names come back by a single word.
    pub(crate) fn collect(
        &mut self,
        text: &str,
        tokens: &[Token],
        mentions: impl Iterator<Item = Mention>,
        person: Option<usize>,
        features: &mut Features,
    ) {
        self.seen.clear();
        self.keys.clear();
        self.keys.extend(tokens.iter().map(|token| features.keys(token.span.slice(text))));
        for mention in mentions.filter(|mention| mention.score >= CONFIDENT) {
            let words = self.keys.get(mention.first..mention.end).unwrap_or_default();
            let mut note = |key: u32| {
                let known = self.seen.entry((key, mention.kind)).or_default();
                *known = known.max(mention.score);
            };
            if words.len() == 1 || Some(mention.kind) == person {
                words.iter().flatten().for_each(|&key| note(key));
            }
            for pair in words.windows(2) {
                pairs(pair).for_each(&mut note);
            }
        }
    }

    /// Adds to a group's scores (in rows of `stride` logits, one a token) what the evidence says.
    pub(crate) fn apply(&self, scores: &mut [f32], stride: usize, group: Group) {
        let mut before = vec![0.0_f32; group.kinds()];
        for (at, row) in scores.chunks_exact_mut(stride).enumerate() {
            for (kind, before) in before.iter_mut().enumerate() {
                let says = |key: u32| self.seen.get(&(key, kind)).copied().unwrap_or_default();
                let here = self.keys.get(at..at + 1).unwrap_or_default();
                let single = here.iter().flatten().map(|&key| says(key)).fold(0.0, f32::max);
                let pair = self.keys.get(at..at + 2).unwrap_or_default();
                let next = pairs(pair).map(says).fold(0.0, f32::max);
                let bonus = BONUS * single.max(next).max(*before);
                *before = next;
                for tag in [opening(kind), inside(kind)] {
                    row.iter_mut().skip(group.first + tag).take(1).for_each(|score| *score += bonus);
                }
            }
        }
    }

    /// Whether no name was confident enough to say anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }
}

/// The keys of two words in a row; none for fewer.
fn pairs(words: &[[u32; 2]]) -> impl Iterator<Item = u32> {
    let both = match words {
        [first, second] => Some((*first, *second)),
        _ => None,
    };
    both.into_iter().flat_map(|(first, second)| {
        // The second word carries no proclitic inside a name: its whole form is enough.
        first.map(|key| key.rotate_left(16).wrapping_mul(0x9E37_79B1) ^ second[0])
    })
}
