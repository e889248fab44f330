//! The network under automatic differentiation, with the same shape as the runtime's.

use std::path::Path;

use candle_core::{D, Device, Result as Candle, Tensor, Var};

use super::adam::{Adam, corrected};
use super::data::Batch;
use super::{Settings, TAGS};
use crate::error::{Error, Kind};
use crate::model::{TAPS, write};

/// All that a run learns.
pub(super) struct Parameters {
    settings: Settings,
    steps: usize,
    embeddings: Adam,
    /// Weights and bias of each layer in turn: input, convolutions, head.
    layers: Vec<(Adam, Adam)>,
}

/// Gradients of one half of a batch.
struct Gradients {
    loss: f32,
    words: Vec<f32>,
    layers: Vec<(Vec<f32>, Vec<f32>)>,
}

impl Parameters {
    pub(super) fn new(settings: &Settings) -> Self {
        let mut rng = fastrand::Rng::with_seed(settings.seed);
        let mut uniform =
            |n: usize, bound: f32| -> Vec<f32> { (0..n).map(|_| bound * (2.0 * rng.f32() - 1.0)).collect() };
        let embeddings = Adam::new(uniform(settings.dim << settings.log_rows, 0.5));
        let shapes = shapes(settings);
        let layers = shapes.iter().map(|&(inputs, outputs)| {
            (
                Adam::new(uniform(inputs * outputs, (3.0 / inputs as f32).sqrt())),
                Adam::new(vec![0.0; outputs]),
            )
        });
        let layers = layers.collect();
        Self { settings: settings.clone(), steps: 0, embeddings, layers }
    }

    /// Learns from a batch; gives its mean loss per word in nats.
    pub(super) fn step(&mut self, batch: &Batch<'_>, rate: f64, rng: &mut fastrand::Rng) -> f32 {
        self.steps += 1;
        let rate = corrected(rate, self.steps);
        let rows = self.chosen_rows(batch, rng);
        let margin = self.settings.dilations.iter().copied().max().unwrap_or(1);
        let halves = batch.halves(margin);
        let seeds = [rng.u64(..), rng.u64(..)];
        let total = batch.targets.iter().sum::<f32>().max(1.0);
        let cut = halves[0].0.len();
        let (this, rows) = (&*self, &rows);
        let gradients: Vec<Candle<Gradients>> = std::thread::scope(|scope| {
            let parts = [(halves[0], &rows[..cut], seeds[0]), (halves[1], &rows[cut..], seeds[1])];
            let threads = parts.map(|((words, targets), rows, seed)| {
                scope.spawn(move || this.gradients(words, targets, rows, total, seed))
            });
            threads.into_iter().map(|t| t.join().expect("a training thread ended early")).collect()
        });
        let gradients = gradients.into_iter().collect::<Candle<Vec<_>>>().expect("shapes agree");
        let loss = gradients.iter().map(|g| g.loss).sum();
        self.learn(&gradients, rows, cut, rate);
        loss
    }

    /// The feature rows that each word keeps in this step; leaving some out makes the network live with
    /// words of which it knows only a part.
    fn chosen_rows(&self, batch: &Batch<'_>, rng: &mut fastrand::Rng) -> Vec<Vec<u32>> {
        let keep = 1.0 - self.settings.dropout;
        let choose = |&word: &u32| {
            let all = batch.rows(word);
            let kept: Vec<u32> = all.iter().copied().filter(|_| rng.f32() < keep).collect();
            if kept.is_empty() { all.to_vec() } else { kept }
        };
        batch.words.iter().map(choose).collect()
    }

    fn learn(&mut self, gradients: &[Gradients], rows: &[Vec<u32>], cut: usize, rate: f32) {
        let dim = self.settings.dim;
        for (number, (weights, bias)) in self.layers.iter_mut().enumerate() {
            let add = |a: &[f32], b: &[f32]| -> Vec<f32> { a.iter().zip(b).map(|(a, b)| a + b).collect() };
            let [first, second] = [&gradients[0].layers[number], &gradients[1].layers[number]];
            weights.update(0, &add(&first.0, &second.0), rate);
            bias.update(0, &add(&first.1, &second.1), rate);
        }
        // A row that several words share moves once, by the sum of what they ask.
        let mut shares: Vec<(u32, u32)> = Vec::new();
        for (word, rows) in rows.iter().enumerate() {
            shares.extend(rows.iter().map(|&row| (row, word as u32)));
        }
        shares.sort_unstable();
        let mut sum = vec![0.0; dim];
        for group in shares.chunk_by(|a, b| a.0 == b.0) {
            sum.fill(0.0);
            for &(_, word) in group {
                let word = word as usize;
                let (part, at) = if word < cut { (&gradients[0], word) } else { (&gradients[1], word - cut) };
                let share = 1.0 / rows[word].len() as f32;
                let gradient = &part.words[at * dim..(at + 1) * dim];
                sum.iter_mut().zip(gradient).for_each(|(s, g)| *s += share * g);
            }
            self.embeddings.update(group[0].0 as usize * dim, &sum, rate);
        }
    }

    fn mean(&self, rows: &[Vec<u32>]) -> Vec<f32> {
        let dim = self.settings.dim;
        let mut out = vec![0.0; rows.len() * dim];
        for (rows, out) in rows.iter().zip(out.chunks_exact_mut(dim)) {
            let share = 1.0 / rows.len().max(1) as f32;
            for &row in rows {
                let values = &self.embeddings.values[row as usize * dim..];
                out.iter_mut().zip(values).for_each(|(o, v)| *o += share * v);
            }
        }
        out
    }

    fn gradients(
        &self,
        words: &[u32],
        targets: &[f32],
        rows: &[Vec<u32>],
        total: f32,
        seed: u64,
    ) -> Candle<Gradients> {
        let device = &Device::Cpu;
        let mut rng = fastrand::Rng::with_seed(seed);
        let n = words.len();
        if n == 0 {
            let layers =
                self.layers.iter().map(|(w, b)| (vec![0.0; w.values.len()], vec![0.0; b.values.len()]));
            return Ok(Gradients { loss: 0.0, words: Vec::new(), layers: layers.collect() });
        }
        let vectors = Var::from_vec(self.mean(rows), (n, self.settings.dim), device)?;
        let mask: Vec<f32> = words.iter().map(|&word| f32::from(word != 0)).collect();
        let mask = Tensor::from_vec(mask, (n, 1), device)?;
        let layers =
            self.layers.iter().zip(shapes(&self.settings)).map(|((weights, bias), (inputs, outputs))| {
                let weights = Var::from_slice(&weights.values, (inputs, outputs), device)?;
                Ok((weights, Var::from_slice(&bias.values, outputs, device)?))
            });
        let layers: Vec<(Var, Var)> = layers.collect::<Candle<_>>()?;
        let scores = self.forward(vectors.as_tensor(), &mask, &layers, &mut rng)?;
        let targets = Tensor::from_slice(targets, (n, TAGS.len()), device)?;
        let loss = (log_softmax(&scores)? * targets)?.sum_all()?.affine(-1.0 / f64::from(total), 0.0)?;
        let store = loss.backward()?;
        let flat = |var: &Var| -> Candle<Vec<f32>> {
            match store.get(var) {
                Some(gradient) => gradient.flatten_all()?.to_vec1(),
                None => Ok(vec![0.0; var.elem_count()]),
            }
        };
        let layers = layers.iter().map(|(weights, bias)| Ok((flat(weights)?, flat(bias)?)));
        Ok(Gradients {
            loss: loss.to_scalar()?,
            words: flat(&vectors)?,
            layers: layers.collect::<Candle<_>>()?,
        })
    }

    fn forward(
        &self,
        words: &Tensor,
        mask: &Tensor,
        layers: &[(Var, Var)],
        rng: &mut fastrand::Rng,
    ) -> Candle<Tensor> {
        let linear = |x: &Tensor, (weights, bias): &(Var, Var)| {
            x.matmul(weights.as_tensor())?.broadcast_add(bias.as_tensor())
        };
        let (first, rest) = layers.split_first().expect("an input layer");
        let (last, convolutions) = rest.split_last().expect("a head");
        let mut hidden = linear(words, first)?.relu()?;
        for (layer, &dilation) in convolutions.iter().zip(&self.settings.dilations) {
            let inner = normalise(&self.drop(&hidden, rng)?)?.broadcast_mul(mask)?;
            let n = inner.dim(0)?;
            let padded = inner.pad_with_zeros(0, dilation, dilation)?;
            let taps = (0..TAPS).map(|tap| padded.narrow(0, tap * dilation, n));
            let window = Tensor::cat(&taps.collect::<Candle<Vec<_>>>()?, 1)?;
            hidden = (hidden + linear(&window, layer)?.relu()?)?;
        }
        linear(&normalise(&self.drop(&hidden, rng)?)?, last)
    }

    fn drop(&self, x: &Tensor, rng: &mut fastrand::Rng) -> Candle<Tensor> {
        let keep = 1.0 - self.settings.dropout;
        if keep >= 1.0 {
            return Ok(x.clone());
        }
        let bound = (keep * 65536.0) as u64;
        let mut bits = 0;
        let mask = (0..x.elem_count()).map(|at| {
            bits = if at % 4 == 0 { rng.u64(..) } else { bits >> 16 };
            if bits & 0xFFFF < bound { 1.0 / keep } else { 0.0 }
        });
        x * Tensor::from_vec(mask.collect::<Vec<f32>>(), x.shape(), x.device())?
    }

    /// The model file of the values as they are.
    pub(super) fn export(&self, calibration: &[[f32; 2]]) -> Vec<u8> {
        let layers: Vec<_> = self
            .layers
            .iter()
            .map(|(weights, bias)| (weights.values.as_slice(), bias.values.as_slice()))
            .collect();
        write::model(&write::Weights {
            log_rows: self.settings.log_rows,
            dim: self.settings.dim,
            width: self.settings.width,
            dilations: &self.settings.dilations,
            tags: &TAGS.map(str::to_owned),
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

/// Inputs and outputs of each layer.
fn shapes(settings: &Settings) -> Vec<(usize, usize)> {
    let width = settings.width;
    let convolutions = settings.dilations.iter().map(|_| (TAPS * width, width));
    std::iter::once((settings.dim, width)).chain(convolutions).chain([(width, TAGS.len())]).collect()
}

fn normalise(x: &Tensor) -> Candle<Tensor> {
    let centred = x.broadcast_sub(&x.mean_keepdim(D::Minus1)?)?;
    let variance = centred.sqr()?.mean_keepdim(D::Minus1)?;
    centred.broadcast_div(&variance.affine(1.0, 1e-5)?.sqrt()?)
}

fn log_softmax(x: &Tensor) -> Candle<Tensor> {
    let shifted = x.broadcast_sub(&x.max_keepdim(D::Minus1)?.detach())?;
    shifted.broadcast_sub(&shifted.exp()?.sum_keepdim(D::Minus1)?.log()?)
}
