//! The network: word vectors, a few residual convolutions over words, one score per tag.
//!
//! Every sum is taken in one written order and nothing but `+ − × ÷ √` touches a float, so native and wasm
//! agree bit for bit. Each lane of the inner loops is its own sum, which lets the compiler use SIMD without
//! reordering anything.

use super::features::Features;
use crate::model::{BLOCK, Layer, Model, TAPS};
use crate::segment::Token;

/// Words that go through the network at once; a longer sentence is cut. Bounds memory on hostile input.
pub(crate) const LONGEST: usize = 512;

/// Activations of one worker, reused from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Activations {
    words: Vec<f32>,
    hidden: Vec<f32>,
    padded: Vec<f32>,
    update: Vec<f32>,
    scores: Vec<f32>,
}

impl Activations {
    /// Scores of the tags (logits), one row of `model.head.outputs` a token.
    pub(crate) fn run(
        &mut self,
        model: &Model,
        features: &mut Features,
        text: &str,
        tokens: &[Token],
    ) -> &[f32] {
        let n = tokens.len();
        self.embed(model, features, text, tokens);
        linear(&model.input, &self.words, &mut self.hidden);
        rectify(&mut self.hidden);
        for (layer, &dilation) in model.convolutions.iter().zip(&model.dilations) {
            // Zero rows at both ends stand for "no word here".
            let margin = dilation * model.width;
            self.padded.clear();
            self.padded.resize(n * model.width + 2 * margin, 0.0);
            let inside = self.padded.get_mut(margin..).unwrap_or_default();
            normalise(&self.hidden, inside, model.width);
            convolve(layer, &self.padded, dilation, n, &mut self.update);
            rectify(&mut self.update);
            self.hidden.iter_mut().zip(&self.update).for_each(|(h, u)| *h += u);
        }
        self.padded.clear();
        self.padded.resize(n * model.width, 0.0);
        normalise(&self.hidden, &mut self.padded, model.width);
        linear(&model.head, &self.padded, &mut self.scores);
        &self.scores
    }

    fn embed(&mut self, model: &Model, features: &mut Features, text: &str, tokens: &[Token]) {
        self.words.clear();
        self.words.resize(tokens.len() * model.dim, 0.0);
        for (token, word) in tokens.iter().zip(self.words.chunks_exact_mut(model.dim)) {
            let rows = features.rows(token.span.slice(text), token.kind, &model.vocabulary);
            for &row in rows {
                let at = row as usize;
                let values = model.embeddings.get(at * model.dim..).unwrap_or_default();
                let scale = model.scales.get(at).copied().unwrap_or_default();
                word.iter_mut().zip(values).for_each(|(sum, &v)| *sum += scale * f32::from(v));
            }
            let share = 1.0 / rows.len().max(1) as f32;
            word.iter_mut().for_each(|sum| *sum *= share);
        }
    }
}

fn rectify(values: &mut [f32]) {
    values.iter_mut().for_each(|v| *v = v.max(0.0));
}

/// Layer normalisation without gain and bias: the layer that follows has both.
fn normalise(rows: &[f32], out: &mut [f32], width: usize) {
    let share = 1.0 / width as f32;
    for (row, out) in rows.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
        let mean = lanes(row, |v| v) * share;
        let variance = lanes(row, |v| (v - mean) * (v - mean)) * share;
        let factor = 1.0 / (variance + 1e-5).sqrt();
        out.iter_mut().zip(row).for_each(|(o, v)| *o = (v - mean) * factor);
    }
}

/// A sum in sixteen interleaved parts, added up in order.
fn lanes(row: &[f32], f: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0_f32; BLOCK];
    for chunk in row.as_chunks::<BLOCK>().0 {
        sums.iter_mut().zip(chunk).for_each(|(sum, &v)| *sum += f(v));
    }
    sums.iter().sum()
}

fn linear(layer: &Layer, rows: &[f32], out: &mut Vec<f32>) {
    let n = rows.len() / layer.inputs;
    start(layer, n, out);
    multiply(layer, &layer.weights, rows, n, out);
}

fn convolve(layer: &Layer, padded: &[f32], dilation: usize, n: usize, out: &mut Vec<f32>) {
    start(layer, n, out);
    for (tap, weights) in layer.weights.chunks_exact(layer.inputs * layer.outputs).take(TAPS).enumerate() {
        let rows = padded.get(tap * dilation * layer.inputs..).unwrap_or_default();
        multiply(layer, weights, rows, n, out);
    }
}

fn start(layer: &Layer, n: usize, out: &mut Vec<f32>) {
    out.clear();
    (0..n).for_each(|_| out.extend_from_slice(&layer.bias));
}

/// `out += rows × weights` for `n` rows: two rows and [`BLOCK`] outputs at a time, kept in registers.
fn multiply(layer: &Layer, weights: &[f32], rows: &[f32], n: usize, out: &mut [f32]) {
    let pairs = rows.chunks(2 * layer.inputs).zip(out.chunks_mut(2 * layer.outputs)).take(n.div_ceil(2));
    for (rows, out) in pairs {
        let (first, second) = rows.split_at(layer.inputs.min(rows.len()));
        let (out_first, out_second) = out.split_at_mut(layer.outputs.min(out.len()));
        let both = out_second.len() == layer.outputs && second.len() == layer.inputs;
        let blocks = weights.chunks_exact(layer.inputs * BLOCK);
        if both {
            let outs = out_first.as_chunks_mut().0.iter_mut().zip(out_second.as_chunks_mut().0.iter_mut());
            for (block, (a, b)) in blocks.zip(outs) {
                two(block.as_chunks().0, first, second, a, b);
            }
        } else {
            for (block, a) in blocks.zip(out_first.as_chunks_mut().0) {
                one(block.as_chunks().0, first, a);
            }
        }
    }
}

fn one(block: &[[f32; BLOCK]], row: &[f32], out: &mut [f32; BLOCK]) {
    let mut sums = *out;
    for (x, weights) in row.iter().zip(block) {
        add_scaled(&mut sums, *x, weights);
    }
    *out = sums;
}

fn two(block: &[[f32; BLOCK]], a: &[f32], b: &[f32], out_a: &mut [f32; BLOCK], out_b: &mut [f32; BLOCK]) {
    let mut sums_a = *out_a;
    let mut sums_b = *out_b;
    for ((x, y), weights) in a.iter().zip(b).zip(block) {
        add_scaled(&mut sums_a, *x, weights);
        add_scaled(&mut sums_b, *y, weights);
    }
    *out_a = sums_a;
    *out_b = sums_b;
}

/// A loop over a constant range of arrays, which the compiler turns into four SIMD additions; iterators here
/// leave calls in builds of several codegen units.
#[inline(always)]
#[expect(clippy::indexing_slicing, reason = "arrays of BLOCK, indexed below BLOCK")]
fn add_scaled(sums: &mut [f32; BLOCK], x: f32, weights: &[f32; BLOCK]) {
    for j in 0..BLOCK {
        sums[j] += x * weights[j];
    }
}
