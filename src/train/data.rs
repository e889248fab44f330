//! Corpora in memory: each distinct word's feature rows once, each sentence as word numbers and targets.

use std::io::Read;
use std::path::Path;

use super::Settings;
use super::labels::{COLUMNS, Group, Target, groups};
use super::loader::Loader;
use super::names::Pools;
use super::vocabulary;
use crate::corpus;
use crate::error::Error;
use crate::model::Vocabulary;
use crate::tag::known;

#[derive(Default)]
pub(super) struct Dataset {
    pub(super) features: Vec<u32>,
    /// Word number → where its features end, and how many of them are general; word 0 is the padding between
    /// sentences and has none.
    pub(super) ends: Vec<(u32, u32)>,
    pub(super) words: Vec<u32>,
    pub(super) targets: Vec<Target>,
    /// Where each sentence ends among `words`.
    pub(super) sentences: Vec<usize>,
    /// Of each word: which pool another name may be drawn from.
    pub(super) slots: Vec<u8>,
    pub(super) pools: Pools,
    /// Sentence numbers of an epoch, repeats included.
    pub(super) order: Vec<u32>,
}

/// The features that have a row in a network's embedding table, and the rows of each word.
pub(super) struct Table {
    pub(super) vocabulary: Vocabulary,
    rows: Vec<u32>,
    ends: Vec<u32>,
}

impl Table {
    /// The rows of a word; none for padding.
    pub(super) fn rows(&self, word: u32) -> &[u32] {
        let at = word as usize;
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.rows[from as usize..self.ends[at] as usize]
    }
}

/// What one step learns from: sentences laid end to end with empty words between.
#[derive(Default)]
pub(super) struct Batch {
    pub(super) words: Vec<u32>,
    pub(super) targets: Vec<f32>,
}

impl Batch {
    pub(super) fn words(&self) -> usize {
        self.words.iter().filter(|&&word| word != 0).count()
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
        let mut data = Self { ends: vec![(0, 0)], ..Self::default() };
        let mut loader = Loader::new();
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

    /// Gives `rows` rows to the features that say most.
    pub(super) fn table(&self, rows: usize) -> Table {
        let vocabulary = vocabulary::choose(self, rows);
        let mut table = Table { vocabulary, rows: Vec::new(), ends: vec![0] };
        for ends in self.ends.windows(2) {
            let (from, (to, general)) = (ends[0].0 as usize, ends[1]);
            let features = &self.features[from..to as usize];
            known(features, general as usize, &table.vocabulary, &mut table.rows);
            table.ends.push(table.rows.len() as u32);
        }
        table
    }

    /// Where the words of a sentence are.
    pub(super) fn words_of(&self, sentence: usize) -> std::ops::Range<usize> {
        let from = sentence.checked_sub(1).map_or(0, |before| self.sentences[before]);
        from..self.sentences[sentence]
    }

    /// Sentences laid end to end, with `margin` empty words after each. In a share of them, `rename`, every
    /// name of a person or place gives way to another, so that the network learns how names stand, not who
    /// they are.
    pub(super) fn batch(
        &self,
        sentences: &[u32],
        margin: usize,
        rename: f32,
        rng: &mut fastrand::Rng,
    ) -> Batch {
        let mut batch = Batch::default();
        for &sentence in sentences {
            let range = self.words_of(sentence as usize);
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
