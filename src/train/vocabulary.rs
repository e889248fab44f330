//! Which features deserve a row of the embedding table.

use std::collections::HashMap;

use super::data::Dataset;
use super::labels::{TAGS, name_percents};
use crate::model::Vocabulary;
use crate::tag::gaps;

/// How often a feature stood at a word of each tag, before one, and after one.
type Counts = [[f32; TAGS.len()]; 3];

/// The features that tell most about the tags around them, by Dunning's log-likelihood ratio (1993): how many
/// nats of the corpus a feature explains, which is much for what is frequent and tells names from other words.
pub(super) fn choose(data: &Dataset, rows: usize) -> Vocabulary {
    let counts = by_word(data);
    let mut all = Counts::default();
    let mut features: HashMap<u32, Counts> = HashMap::new();
    let mut from = 0;
    for (&(end, _), counts) in data.ends.iter().zip(&counts) {
        let to = end as usize;
        add(&mut all, counts);
        for &feature in &data.features[from..to] {
            add(features.entry(feature).or_default(), counts);
        }
        from = to;
    }
    let mut ranked: Vec<(f32, u32)> =
        features.iter().map(|(&feature, counts)| (gain(counts, &all), feature)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    Vocabulary::choose(gaps().chain(ranked.into_iter().map(|(_, feature)| feature)), rows)
}

fn add(sum: &mut Counts, more: &Counts) {
    for (sum, more) in sum.iter_mut().flatten().zip(more.iter().flatten()) {
        *sum += more;
    }
}

/// How many nats the counts of a feature save against those of all words.
fn gain(counts: &Counts, all: &Counts) -> f32 {
    let mut gain = 0.0;
    for (counts, all) in counts.iter().zip(all) {
        let (n, whole) = (counts.iter().sum::<f32>(), all.iter().sum::<f32>());
        for (&count, &expected) in counts.iter().zip(all) {
            if count > 0.0 {
                gain += count * ((count / n) / (expected / whole)).ln();
            }
        }
    }
    gain
}

fn by_word(data: &Dataset) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); data.ends.len()];
    let best = |at: usize| -> Option<usize> {
        let mut target = data.targets[at];
        let percents = name_percents(&mut target);
        (0..TAGS.len()).filter(|&tag| percents[tag] > 0).max_by_key(|&tag| percents[tag])
    };
    for &sentence in &data.order {
        let range = data.words_of(sentence as usize);
        for at in range.clone() {
            let Some(tag) = best(at) else { continue };
            counts[data.words[at] as usize][0][tag] += 1.0;
            if at > range.start {
                counts[data.words[at - 1] as usize][1][tag] += 1.0;
            }
            if at + 1 < range.end {
                counts[data.words[at + 1] as usize][2][tag] += 1.0;
            }
        }
    }
    counts
}
