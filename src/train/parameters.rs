//! All that a run learns, how a step changes it, and its checkpoint.

use std::path::Path;

use ndarray::Array2;

use super::Settings;
use super::adam::{Adam, Slice, corrected};
use super::data::{Batch, Table};
use super::labels::{self, COLUMNS};
use super::network::{Gradients, Layer, Part, gradients};
use crate::error::{Error, Kind};
use crate::model::{Calibration, TAPS, Vocabulary, write};

pub(super) struct Parameters {
    settings: Settings,
    steps: usize,
    embeddings: Adam,
    /// Weights and bias of each layer in turn: input, convolutions, head.
    layers: Vec<(Adam, Adam)>,
}

/// The feature rows that each word keeps in a step.
struct Chosen {
    rows: Vec<u32>,
    ends: Vec<usize>,
}

impl Chosen {
    fn of(&self, word: usize) -> &[u32] {
        let from = if word == 0 { 0 } else { self.ends[word - 1] };
        &self.rows[from..self.ends[word]]
    }
}

impl Parameters {
    pub(super) fn new(settings: &Settings) -> Self {
        let mut rng = fastrand::Rng::with_seed(settings.seed);
        let mut uniform =
            |n: usize, bound: f32| -> Vec<f32> { (0..n).map(|_| bound * (2.0 * rng.f32() - 1.0)).collect() };
        let embeddings = Adam::new(uniform(settings.dim * settings.rows, 0.5));
        let layers = shapes(settings).into_iter().map(|(inputs, outputs)| {
            let weights = uniform(inputs * outputs, (3.0 / inputs as f32).sqrt());
            (Adam::new(weights), Adam::new(vec![0.0; outputs]))
        });
        let layers = layers.collect();
        Self { settings: settings.clone(), steps: 0, embeddings, layers }
    }

    /// Learns from a batch, with `left` of the run to come; gives its mean loss per word in nats.
    pub(super) fn step(&mut self, table: &Table, batch: &Batch, left: f64, rng: &mut fastrand::Rng) -> f32 {
        self.steps += 1;
        let [rate, row_rate] =
            [self.settings.rate, self.settings.row_rate].map(|rate| corrected(rate * left, self.steps));
        let chosen = self.choose(table, batch, rng);
        let seeds = [rng.u64(..), rng.u64(..)];
        let cut = batch.middle(self.settings.margin());
        let (this, chosen) = (&*self, &chosen);
        let parts = [(0..cut, seeds[0]), (cut..batch.words.len(), seeds[1])];
        let gradients: Vec<Gradients> = std::thread::scope(|scope| {
            let threads =
                parts.map(|(range, seed)| scope.spawn(move || this.part(batch, chosen, range, seed)));
            threads.into_iter().map(|t| t.join().expect("a training thread ended early")).collect()
        });
        let loss = gradients.iter().map(|g| g.loss).sum();
        self.learn(&gradients, chosen, cut, rate, row_rate);
        loss
    }

    /// Leaving rows out makes the network live with words of which it knows only a part.
    fn choose(&self, table: &Table, batch: &Batch, rng: &mut fastrand::Rng) -> Chosen {
        let keep = 1.0 - self.settings.dropout;
        let mut chosen = Chosen { rows: Vec::new(), ends: Vec::with_capacity(batch.words.len()) };
        for &word in &batch.words {
            let all = table.rows(word);
            let from = chosen.rows.len();
            chosen.rows.extend(all.iter().filter(|_| rng.f32() < keep));
            if chosen.rows.len() == from {
                chosen.rows.extend(all);
            }
            chosen.ends.push(chosen.rows.len());
        }
        chosen
    }

    fn part(&self, batch: &Batch, chosen: &Chosen, range: std::ops::Range<usize>, seed: u64) -> Gradients {
        let part = Part {
            words: self.vectors(chosen, range.clone()),
            present: present(&batch.words[range.clone()]),
            targets: &batch.targets[range.start * COLUMNS..range.end * COLUMNS],
            total: batch.words().max(1) as f32,
            seed,
        };
        gradients(part, &self.layers(), &self.settings.dilations, self.settings.dropout)
    }

    fn layers(&self) -> Vec<Layer<'_>> {
        self.layers.iter().map(|(w, b)| Layer { weights: &w.values, bias: &b.values }).collect()
    }

    fn vectors(&self, chosen: &Chosen, range: std::ops::Range<usize>) -> Array2<f32> {
        let dim = self.settings.dim;
        let mut words = vec![0.0; range.len() * dim];
        for (word, out) in range.clone().zip(words.chunks_exact_mut(dim)) {
            let rows = chosen.of(word);
            let share = 1.0 / rows.len().max(1) as f32;
            for &row in rows {
                let values = &self.embeddings.values[row as usize * dim..(row as usize + 1) * dim];
                out.iter_mut().zip(values).for_each(|(o, v)| *o += share * v);
            }
        }
        Array2::from_shape_vec((range.len(), dim), words).expect("whole rows")
    }

    fn learn(&mut self, gradients: &[Gradients], chosen: &Chosen, cut: usize, rate: f32, row_rate: f32) {
        for (number, (weights, bias)) in self.layers.iter_mut().enumerate() {
            let add = |a: &[f32], b: &[f32]| -> Vec<f32> { a.iter().zip(b).map(|(a, b)| a + b).collect() };
            let [first, second] = [&gradients[0].layers[number], &gradients[1].layers[number]];
            weights.whole().update(0, &add(&first.weights, &second.weights), rate);
            bias.whole().update(0, &add(&first.bias, &second.bias), rate);
        }
        // Each thread moves the rows of its half of the table.
        let rows = self.settings.rows as u32;
        let middle = rows / 2;
        let dim = self.settings.dim;
        let (low, high) = self.embeddings.halves();
        std::thread::scope(|scope| {
            scope.spawn(|| embed(low, dim, 0..middle, gradients, chosen, cut, row_rate));
            embed(high, dim, middle..rows, gradients, chosen, cut, row_rate);
        });
    }

    /// The model file of the values as they are.
    pub(super) fn export(&self, vocabulary: &Vocabulary, calibration: &[Calibration]) -> Vec<u8> {
        let groups = labels::shipped();
        let columns: usize = groups.iter().map(Vec::len).sum();
        let mut layers: Vec<(Vec<f32>, Vec<f32>)> =
            self.layers.iter().map(|(weights, bias)| (weights.values.clone(), bias.values.clone())).collect();
        if let Some((weights, bias)) = layers.last_mut() {
            *weights = weights.chunks_exact(COLUMNS).flat_map(|row| &row[..columns]).copied().collect();
            bias.truncate(columns);
        }
        write::model(&write::Weights {
            vocabulary,
            dim: self.settings.dim,
            width: self.settings.width,
            dilations: &self.settings.dilations,
            groups: &groups,
            embeddings: &self.embeddings.values,
            levels: self.settings.levels,
            layers: &layers,
            calibration,
        })
    }

    fn arrays(&mut self) -> impl Iterator<Item = &mut Vec<f32>> {
        let layers = self.layers.iter_mut().flat_map(|(weights, bias)| [weights, bias]);
        std::iter::once(&mut self.embeddings).chain(layers).flat_map(Adam::arrays)
    }

    pub(super) fn save(&mut self, path: &Path, step: usize) -> Result<(), Error> {
        let mut out = (step as u64).to_le_bytes().to_vec();
        out.extend((self.steps as u64).to_le_bytes());
        for array in self.arrays() {
            out.extend(array.iter().flat_map(|value| value.to_le_bytes()));
        }
        // Written aside and renamed, so that a stop in the middle leaves the last one whole.
        let aside = path.with_extension("part");
        std::fs::write(&aside, out)
            .and_then(|()| std::fs::rename(&aside, path))
            .map_err(|e| Error::io(path, &e))
    }

    /// Takes up a saved run; step 0 where there is none.
    pub(super) fn restore(&mut self, path: &Path) -> Result<usize, Error> {
        if !path.exists() {
            return Ok(0);
        }
        let bytes = std::fs::read(path).map_err(|error| Error::io(path, &error))?;
        let expected = 16 + 4 * self.arrays().map(|array| array.len()).sum::<usize>();
        if bytes.len() != expected {
            let detail = format!("{}: a checkpoint of other settings", path.display());
            return Err(Error::new(Kind::CorpusInvalid, detail));
        }
        let (head, mut rest) = bytes.split_at(16);
        let number = |at: usize| u64::from_le_bytes(std::array::from_fn(|i| head[at + i])) as usize;
        self.steps = number(8);
        for array in self.arrays() {
            let (mine, others) = rest.split_at(4 * array.len());
            for (value, word) in array.iter_mut().zip(mine.as_chunks().0) {
                *value = f32::from_le_bytes(*word);
            }
            rest = others;
        }
        Ok(number(0))
    }
}

/// 1 for a word, 0 for the padding between sentences.
fn present(words: &[u32]) -> Vec<f32> {
    words.iter().map(|&word| f32::from(word != 0)).collect()
}

/// Moves the rows of a range of the table, of which `table` is the slice. A row that several words share
/// moves once, by the sum of what they ask.
fn embed(
    mut table: Slice<'_>,
    dim: usize,
    range: std::ops::Range<u32>,
    gradients: &[Gradients],
    chosen: &Chosen,
    cut: usize,
    rate: f32,
) {
    let mut shares: Vec<u64> = Vec::new();
    for word in 0..chosen.ends.len() {
        let mine = chosen.of(word).iter().filter(|row| range.contains(row));
        shares.extend(mine.map(|&row| u64::from(row) << 32 | word as u64));
    }
    shares.sort_unstable();
    let mut sum = vec![0.0; dim];
    for group in shares.chunk_by(|a, b| a >> 32 == b >> 32) {
        sum.fill(0.0);
        for &share in group {
            let word = (share & 0xFFFF_FFFF) as usize;
            let (part, at) = if word < cut { (&gradients[0], word) } else { (&gradients[1], word - cut) };
            let factor = 1.0 / chosen.of(word).len() as f32;
            let gradient = part.words.row(at);
            let gradient = gradient.to_slice().expect("rows are contiguous");
            sum.iter_mut().zip(gradient).for_each(|(s, g)| *s += factor * g);
        }
        let row = (group[0] >> 32) as u32 - range.start;
        table.update(row as usize * dim, &sum, rate);
    }
}

/// Inputs and outputs of each layer.
fn shapes(settings: &Settings) -> Vec<(usize, usize)> {
    let width = settings.width;
    let convolutions = settings.dilations.iter().map(|_| (TAPS * width, width));
    std::iter::once((settings.dim, width)).chain(convolutions).chain([(width, COLUMNS)]).collect()
}
