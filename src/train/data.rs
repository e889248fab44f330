//! Corpora in memory: each distinct word's feature rows once, each sentence as word numbers and targets.

use std::io::Read;
use std::path::Path;

use super::Settings;
use super::labels::{COLUMNS, Group, Target, groups};
use super::loader::Loader;
use super::names::Pools;
use crate::corpus;
use crate::error::Error;

#[derive(Default)]
pub(super) struct Dataset {
    pub(super) rows: Vec<u32>,
    /// Word number → where its rows end, and how many of them say nothing but its kind and lists; word 0 is
    /// the padding between sentences and has none.
    pub(super) ends: Vec<(u32, u32)>,
    pub(super) words: Vec<u32>,
    pub(super) targets: Vec<Target>,
    /// Where each sentence ends among `words`.
    pub(super) sentences: Vec<usize>,
    /// Of each word: which pool another name may be drawn from.
    pub(super) slots: Vec<u8>,
    pub(super) pools: Pools,
    /// Sentence numbers of an epoch, repeats included.
    order: Vec<u32>,
    seed: u64,
}

/// What one step learns from: sentences laid end to end with empty words between.
pub(super) struct Batch<'a> {
    data: &'a Dataset,
    pub(super) words: Vec<u32>,
    pub(super) targets: Vec<f32>,
}

impl Batch<'_> {
    pub(super) fn words(&self) -> usize {
        self.words.iter().filter(|&&word| word != 0).count()
    }

    /// The feature rows of a word, the general ones first, and how many those are; none for padding.
    pub(super) fn rows(&self, word: u32) -> (usize, &[u32]) {
        let at = word as usize;
        if at == 0 {
            return (0, &[]);
        }
        let (end, general) = self.data.ends[at];
        (general as usize, &self.data.rows[self.data.ends[at - 1].0 as usize..end as usize])
    }

    /// A sentence's end near the middle.
    pub(super) fn middle(&self, margin: usize) -> usize {
        let middle = self.words.len() / 2;
        let cut = (middle..self.words.len()).find(|&at| self.words[at] == 0).map_or(middle, |at| at + margin);
        cut.min(self.words.len())
    }
}

impl Dataset {
    pub(super) fn load(settings: &Settings, say: &mut dyn FnMut(String)) -> Result<Self, Error> {
        let mut data = Self { ends: vec![(0, 0)], seed: settings.seed, ..Self::default() };
        let mut loader = Loader::new(settings.log_rows, settings.trust);
        if let Some(lists) = &settings.lists {
            data.pools = loader.pools(&mut data, lists)?;
            if settings.mend {
                loader.phrases(lists)?;
            }
        }
        let mut corpora = Vec::new();
        for source in &settings.sources {
            let held_out = source.held_out.map(|each| (each, false));
            let mut sentences = read(&source.path, held_out)?;
            if let Some(companion) = &source.companion {
                let others = read(companion, held_out)?;
                for (sentence, other) in sentences.iter_mut().zip(others) {
                    sentence.pair(other);
                }
            }
            loader.scheme(&sentences);
            // Silver tells where articles begin; gold does not.
            if settings.mend && !sentences.iter().any(|sentence| sentence.opens) {
                loader.weigh(&sentences);
            }
            corpora.push((source, sentences));
        }
        for (source, sentences) in corpora {
            let first = data.sentences.len() as u32;
            loader.scheme(&sentences);
            for document in corpus::documents(&sentences, 1) {
                loader.add(&mut data, &document, &source.masked);
            }
            let last = data.sentences.len() as u32;
            (0..source.repeat).for_each(|_| data.order.extend(first..last));
            say(format!("{source}: {} sentences", last - first));
        }
        Ok(data)
    }

    pub(super) fn sentences(&self) -> usize {
        self.order.len()
    }

    /// Steps in an epoch.
    pub(super) fn steps(&self, batch: usize) -> usize {
        self.order.len().div_ceil(batch).max(1)
    }

    /// The sentences of a step, out of an epoch's [`order`](Self::shuffled). In a share of sentences, `rename`,
    /// every name of a person or place gives way to another, so that the network learns how names stand, not who they are.
    pub(super) fn batch(
        &self,
        order: &[u32],
        step: usize,
        settings: &Settings,
        rename: f32,
        rng: &mut fastrand::Rng,
    ) -> Batch<'_> {
        let from = (step % self.steps(settings.batch)) * settings.batch;
        let chosen = &order[from..(from + settings.batch).min(order.len())];
        let margin = settings.margin();
        let mut batch = Batch { data: self, words: Vec::new(), targets: Vec::new() };
        for &number in chosen {
            let number = number as usize;
            let range = if number == 0 { 0 } else { self.sentences[number - 1] }..self.sentences[number];
            let renamed = rng.f32() < rename;
            batch.words.extend(range.clone().map(|at| match self.pools.draw(self.slots[at], rng) {
                Some(other) if renamed => other,
                _ => self.words[at],
            }));
            for target in &self.targets[range] {
                for Group { first, tags, .. } in groups() {
                    let percents = &target[first..first + tags];
                    // Rounded percents rarely add up to a hundred.
                    let sum: u32 = percents.iter().map(|&percent| u32::from(percent)).sum();
                    let share = 1.0 / sum.max(1) as f32;
                    batch.targets.extend(percents.iter().map(|&percent| share * f32::from(percent)));
                }
            }
            batch.words.extend(std::iter::repeat_n(0, margin));
            batch.targets.extend(std::iter::repeat_n(0.0, margin * COLUMNS));
        }
        batch
    }

    /// All sentences in the order of one epoch, repeats included.
    pub(super) fn shuffled(&self, epoch: usize) -> Vec<u32> {
        let mut order = self.order.clone();
        fastrand::Rng::with_seed(self.seed.wrapping_add(epoch as u64 + 1)).shuffle(&mut order);
        order
    }
}

/// The sentences of a file; of those that are held out, by their distance, only them or all others.
pub(super) fn read(path: &Path, held_out: Option<(usize, bool)>) -> Result<Vec<corpus::Sentence>, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::io(path, &error))?;
    let mut sentences = corpus::parse(&text(path, &bytes)?)?;
    if let Some((each, only)) = held_out {
        let mut number = 0;
        sentences.retain(|_| {
            number += 1;
            (number % each == 0) == only
        });
    }
    Ok(sentences)
}

/// The text of a corpus file, unpacked where it is gzip.
fn text(path: &Path, bytes: &[u8]) -> Result<String, Error> {
    let mut text = String::new();
    let mut plain = bytes;
    let mut unpacked = flate2::read::MultiGzDecoder::new(bytes);
    let source: &mut dyn Read = if bytes.starts_with(&[0x1F, 0x8B]) { &mut unpacked } else { &mut plain };
    source.read_to_string(&mut text).map_err(|error| Error::io(path, &error))?;
    Ok(text)
}
