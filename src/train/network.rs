//! The network of [`crate::tag`] forwards and backwards, over the words of one half of a batch.
//!
//! Derivatives are written out: the network is four kinds of layer, and this way a step costs little more
//! than its matrix products, for which `ndarray` is there.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView2, ArrayViewMut2, Axis, Slice};

use super::labels::{COLUMNS, groups};
use crate::model::TAPS;

/// Weights (inputs × outputs, taps one after the other) and bias of a layer.
#[derive(Clone, Copy)]
pub(super) struct Layer<'a> {
    pub(super) weights: &'a [f32],
    pub(super) bias: &'a [f32],
}

/// The gradients of a layer.
pub(super) struct LayerGradients {
    pub(super) weights: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

/// Gradients of one half of a batch.
pub(super) struct Gradients {
    pub(super) loss: f32,
    /// Of each word's vector.
    pub(super) words: Array2<f32>,
    pub(super) layers: Vec<LayerGradients>,
}

/// The half of a batch that one thread works on.
pub(super) struct Part<'a> {
    /// Word vectors.
    pub(super) words: Array2<f32>,
    /// 1 for a word, 0 for the padding between sentences.
    pub(super) present: Vec<f32>,
    /// Probabilities, [`COLUMNS`] a word.
    pub(super) targets: &'a [f32],
    /// What the loss is divided by.
    pub(super) total: f32,
    pub(super) seed: u64,
}

/// What a convolution keeps for the way back.
struct Kept {
    dropped: Vec<f32>,
    normal: Array2<f32>,
    deviations: Vec<f32>,
    update: Array2<f32>,
}

/// Loss and gradients. Layers come in order: input, convolutions, head.
pub(super) fn gradients(
    part: Part<'_>,
    layers: &[Layer<'_>],
    dilations: &[usize],
    dropout: f32,
) -> Gradients {
    let Part { words, present, targets, total, seed } = part;
    let mut rng = fastrand::Rng::with_seed(seed);
    let ([input, convolutions @ ..], Some(head)) = (&layers[..layers.len() - 1], layers.last()) else {
        unreachable!("there is an input layer and a head")
    };
    let (n, dim) = words.dim();
    let width = input.bias.len();

    let mut first = affine(&words, input.weights, input.bias);
    rectify(&mut first);
    let mut hidden = first.clone();
    let mut kept = Vec::with_capacity(convolutions.len());
    for (layer, &dilation) in convolutions.iter().zip(dilations) {
        let dropped = mask(n * width, dropout, &mut rng);
        let (mut normal, deviations) = normalise(&hidden, &dropped);
        scale_rows(&mut normal, &present);
        let mut update = rows_of(layer.bias, n);
        for (tap, weights) in taps(layer.weights, width) {
            let (from, to, length) = shift(tap, dilation, n);
            let source = normal.slice_axis(Axis(0), rows(from, length));
            let mut target = update.slice_axis_mut(Axis(0), rows(to, length));
            general_mat_mul(1.0, &source, &weights, 1.0, &mut target);
        }
        rectify(&mut update);
        hidden += &update;
        kept.push(Kept { dropped, normal, deviations, update });
    }
    let dropped = mask(n * width, dropout, &mut rng);
    let (normal, deviations) = normalise(&hidden, &dropped);
    let mut scores = affine(&normal, head.weights, head.bias);
    let loss = cross_entropy(&mut scores, targets, total);

    // From here on `scores` holds the gradient of the loss by the scores.
    let mut gradients: Vec<LayerGradients> = Vec::with_capacity(layers.len());
    gradients.push(layer_gradients(&normal, &scores));
    let mut back = by_inputs(&scores, head.weights);
    normalise_back(&mut back, &normal, &deviations, &dropped);
    let mut flow = back;
    for ((layer, &dilation), kept) in convolutions.iter().zip(dilations).zip(&kept).rev() {
        let mut update = flow.clone();
        gate(&mut update, &kept.update);
        let mut weights = vec![0.0; layer.weights.len()];
        let mut back = Array2::zeros((n, width));
        for ((tap, layer), mut gradient) in taps(layer.weights, width).zip(taps_mut(&mut weights, width)) {
            let (from, to, length) = shift(tap, dilation, n);
            let source = kept.normal.slice_axis(Axis(0), rows(from, length));
            let flow = update.slice_axis(Axis(0), rows(to, length));
            general_mat_mul(1.0, &source.t(), &flow, 0.0, &mut gradient);
            let mut back = back.slice_axis_mut(Axis(0), rows(from, length));
            general_mat_mul(1.0, &flow, &layer.t(), 1.0, &mut back);
        }
        gradients.push(LayerGradients { weights, bias: update.sum_axis(Axis(0)).to_vec() });
        scale_rows(&mut back, &present);
        normalise_back(&mut back, &kept.normal, &kept.deviations, &kept.dropped);
        flow += &back;
    }
    gate(&mut flow, &first);
    gradients.push(layer_gradients(&words, &flow));
    let words = by_inputs(&flow, input.weights);
    debug_assert_eq!(words.dim(), (n, dim));
    gradients.reverse();
    Gradients { loss, words, layers: gradients }
}

fn view(weights: &[f32], outputs: usize) -> ArrayView2<'_, f32> {
    ArrayView2::from_shape((weights.len() / outputs, outputs), weights).expect("whole rows")
}

fn taps(weights: &[f32], width: usize) -> impl Iterator<Item = (usize, ArrayView2<'_, f32>)> {
    weights.chunks_exact(width * width).map(move |tap| view(tap, width)).enumerate()
}

fn taps_mut(weights: &mut [f32], width: usize) -> impl Iterator<Item = ArrayViewMut2<'_, f32>> {
    weights
        .chunks_exact_mut(width * width)
        .map(move |tap| ArrayViewMut2::from_shape((width, width), tap).expect("whole rows"))
}

/// Of a tap: the first row it reads, the first row it writes, and how many.
fn shift(tap: usize, dilation: usize, n: usize) -> (usize, usize, usize) {
    let middle = TAPS / 2;
    let far = middle.abs_diff(tap) * dilation;
    let length = n.saturating_sub(far);
    if tap < middle { (0, far.min(n), length) } else { (far.min(n), 0, length) }
}

fn rows(from: usize, length: usize) -> Slice {
    Slice::from(from..from + length)
}

fn rows_of(bias: &[f32], n: usize) -> Array2<f32> {
    Array2::from_shape_fn((n, bias.len()), |(_, column)| bias[column])
}

fn affine(rows: &Array2<f32>, weights: &[f32], bias: &[f32]) -> Array2<f32> {
    let mut out = rows_of(bias, rows.nrows());
    general_mat_mul(1.0, rows, &view(weights, bias.len()), 1.0, &mut out);
    out
}

fn layer_gradients(inputs: &Array2<f32>, flow: &Array2<f32>) -> LayerGradients {
    let weights = inputs.t().dot(flow);
    // A product of a transposed matrix may come out column by column.
    let weights = weights.as_standard_layout().iter().copied().collect();
    LayerGradients { weights, bias: flow.sum_axis(Axis(0)).to_vec() }
}

fn by_inputs(flow: &Array2<f32>, weights: &[f32]) -> Array2<f32> {
    let mut out = Array2::zeros((flow.nrows(), weights.len() / flow.ncols()));
    general_mat_mul(1.0, flow, &view(weights, flow.ncols()).t(), 0.0, &mut out);
    out
}

fn rectify(values: &mut Array2<f32>) {
    values.mapv_inplace(|value| value.max(0.0));
}

/// Stops the flow where the rectified output is zero.
fn gate(flow: &mut Array2<f32>, output: &Array2<f32>) {
    flow.zip_mut_with(output, |flow, &output| *flow = if output > 0.0 { *flow } else { 0.0 });
}

fn scale_rows(rows: &mut Array2<f32>, factors: &[f32]) {
    let width = rows.ncols();
    for (row, &factor) in flat(rows).chunks_exact_mut(width).zip(factors) {
        row.iter_mut().for_each(|value| *value *= factor);
    }
}

fn flat(rows: &mut Array2<f32>) -> &mut [f32] {
    rows.as_slice_mut().expect("rows are contiguous")
}

/// What a dropout of this share multiplies each value with.
fn mask(length: usize, share: f32, rng: &mut fastrand::Rng) -> Vec<f32> {
    let keep = 1.0 - share;
    let bound = (keep * 65536.0) as u64;
    let mut bits = 0;
    let draw = |at: usize| {
        bits = if at.is_multiple_of(4) { rng.u64(..) } else { bits >> 16 };
        if bits & 0xFFFF < bound { 1.0 / keep } else { 0.0 }
    };
    (0..length).map(draw).collect()
}

/// Layer normalisation of what the dropout leaves, and what each row was divided by.
fn normalise(rows: &Array2<f32>, dropped: &[f32]) -> (Array2<f32>, Vec<f32>) {
    let mut out = rows.clone();
    let width = out.ncols();
    let share = 1.0 / width as f32;
    let mut deviations = Vec::with_capacity(out.nrows());
    for (row, dropped) in flat(&mut out).chunks_exact_mut(width).zip(dropped.chunks_exact(width)) {
        row.iter_mut().zip(dropped).for_each(|(value, factor)| *value *= factor);
        let mean = sum(row.iter().copied()) * share;
        row.iter_mut().for_each(|value| *value -= mean);
        let deviation = (sum(row.iter().map(|v| v * v)) * share + 1e-5).sqrt();
        row.iter_mut().for_each(|value| *value /= deviation);
        deviations.push(deviation);
    }
    (out, deviations)
}

fn normalise_back(flow: &mut Array2<f32>, normal: &Array2<f32>, deviations: &[f32], dropped: &[f32]) {
    let width = flow.ncols();
    let share = 1.0 / width as f32;
    let normal = normal.as_slice().expect("rows are contiguous");
    let rows = flat(flow).chunks_exact_mut(width).zip(normal.chunks_exact(width));
    for (((flow, normal), deviation), dropped) in rows.zip(deviations).zip(dropped.chunks_exact(width)) {
        let mean = sum(flow.iter().copied()) * share;
        let along = sum(flow.iter().zip(normal).map(|(f, y)| f * y)) * share;
        for ((flow, y), dropped) in flow.iter_mut().zip(normal).zip(dropped) {
            *flow = (*flow - mean - y * along) / deviation * dropped;
        }
    }
}

/// A sum in eight interleaved parts, which the compiler can take at once.
fn sum(values: impl ExactSizeIterator<Item = f32>) -> f32 {
    let mut parts = [0.0_f32; 8];
    for (at, value) in values.enumerate() {
        parts[at % 8] += value;
    }
    parts.iter().sum()
}

/// The loss of each group; leaves its gradient in `scores`.
fn cross_entropy(scores: &mut Array2<f32>, targets: &[f32], total: f32) -> f32 {
    let mut loss = 0.0;
    for (row, targets) in flat(scores).chunks_exact_mut(COLUMNS).zip(targets.chunks_exact(COLUMNS)) {
        for group in groups() {
            let columns = group.first..group.first + group.tags;
            let (row, targets) = (&mut row[columns.clone()], &targets[columns]);
            if targets.iter().all(|&target| target == 0.0) {
                row.fill(0.0);
                continue;
            }
            let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let powers: f32 = row.iter().map(|score| (score - top).exp()).sum();
            let whole = top + powers.ln();
            let factor = group.weight / total;
            for (score, target) in row.iter_mut().zip(targets) {
                loss += factor * target * (whole - *score);
                *score = factor * ((*score - whole).exp() - target);
            }
        }
    }
    loss
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIM: usize = 16;
    const WIDTH: usize = 16;
    const DILATIONS: [usize; 2] = [1, 2];
    const N: usize = 7;

    /// The loss as a number, to be compared with its derivatives.
    fn loss(vectors: &[f32], layers: &[(Vec<f32>, Vec<f32>)], targets: &[f32]) -> Gradients {
        let layers: Vec<_> = layers.iter().map(|(weights, bias)| Layer { weights, bias }).collect();
        let words = Array2::from_shape_vec((N, DIM), vectors.to_vec()).unwrap();
        let present = vec![1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0];
        gradients(Part { words, present, targets, total: 6.0, seed: 3 }, &layers, &DILATIONS, 0.2)
    }

    #[test]
    fn gradients_are_the_slopes_of_the_loss() {
        let mut rng = fastrand::Rng::with_seed(5);
        let mut random = |n: usize| -> Vec<f32> { (0..n).map(|_| rng.f32() - 0.5).collect() };
        let mut vectors = random(N * DIM);
        let shapes = [(DIM, WIDTH), (TAPS * WIDTH, WIDTH), (TAPS * WIDTH, WIDTH), (WIDTH, COLUMNS)];
        let mut layers: Vec<_> = shapes.iter().map(|&(i, o)| (random(i * o), random(o))).collect();
        let mut targets = vec![0.0; N * COLUMNS];
        for (at, row) in targets.chunks_exact_mut(COLUMNS).enumerate().filter(|(at, _)| *at != 3) {
            (row[at % 9], row[(at + 1) % 9], row[9 + at]) = (0.7, 0.3, 1.0);
        }
        let found = loss(&vectors, &layers, &targets);
        let step = 1e-3;
        let check = |what: &str, gradient: f32, slope: f32| {
            assert!((gradient - slope).abs() < 2e-2 * slope.abs().max(0.1), "{what}: {gradient} {slope}");
        };
        for at in [0, 5, 40, N * DIM - 1] {
            let old = vectors[at];
            let [up, down] = [step, -step].map(|change| {
                vectors[at] = old + change;
                loss(&vectors, &layers, &targets).loss
            });
            vectors[at] = old;
            check("word", found.words.as_slice().unwrap()[at], (up - down) / (2.0 * step));
        }
        for number in 0..shapes.len() {
            for at in [0, 17, 100] {
                let old = layers[number].0[at];
                let [up, down] = [step, -step].map(|change| {
                    layers[number].0[at] = old + change;
                    loss(&vectors, &layers, &targets).loss
                });
                layers[number].0[at] = old;
                check("weight", found.layers[number].weights[at], (up - down) / (2.0 * step));
            }
            let old = layers[number].1[3];
            let [up, down] = [step, -step].map(|change| {
                layers[number].1[3] = old + change;
                loss(&vectors, &layers, &targets).loss
            });
            layers[number].1[3] = old;
            check("bias", found.layers[number].bias[3], (up - down) / (2.0 * step));
        }
    }
}
