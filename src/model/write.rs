//! The inverse of [`super::Model::read`]: quantises float weights into a model file.

use super::{Calibration, VERSION, Vocabulary, format, steps};

/// Float weights in training order.
pub(crate) struct Weights<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) dim: usize,
    pub(crate) width: usize,
    pub(crate) dilations: &'a [usize],
    pub(crate) groups: &'a [Vec<String>],
    pub(crate) embeddings: &'a [f32],
    /// Largest nibble in use, up to 7: fewer levels compress better and lose more.
    pub(crate) levels: u8,
    /// Per layer: weights ordered tap, input, output; bias.
    pub(crate) layers: &'a [(Vec<f32>, Vec<f32>)],
    /// Of each type.
    pub(crate) calibration: &'a [Calibration],
}

/// The bytes of the model file.
pub(crate) fn model(weights: &Weights<'_>) -> Vec<u8> {
    let fingerprints = weights.vocabulary.fingerprints();
    let mut out = (fingerprints.len() as u32).to_le_bytes().to_vec();
    out.extend((weights.dim as u16).to_le_bytes());
    out.extend((weights.width as u16).to_le_bytes());
    out.push(weights.dilations.len() as u8);
    out.extend(weights.dilations.iter().map(|&d| d as u8));
    out.push(weights.groups.len() as u8);
    for tags in weights.groups {
        out.push(tags.len() as u8);
        for tag in tags {
            out.push(tag.len() as u8);
            out.extend(tag.as_bytes());
        }
    }
    let (codes, nibbles) = embeddings(weights.embeddings, weights.dim, weights.levels);
    out.extend(fingerprints);
    out.extend(codes);
    out.extend(nibbles.chunks_exact(2).map(|p| p.iter().rev().fold(0, |b, &n| b << 4 | (n as u8 & 15))));
    for (values, bias) in weights.layers {
        layer(values, bias, &mut out);
    }
    for &Calibration { slope, shift, precise, generous } in weights.calibration {
        out.extend([slope, shift, precise, generous].iter().flat_map(|value| value.to_le_bytes()));
    }
    format::seal(VERSION, &out)
}

/// Each row in nibbles, with the step among the possible ones that loses least.
fn embeddings(values: &[f32], dim: usize, levels: u8) -> (Vec<u8>, Vec<i8>) {
    let steps = steps();
    let levels = f32::from(levels);
    let mut codes = Vec::new();
    let mut nibbles = Vec::with_capacity(values.len());
    for row in values.chunks_exact(dim) {
        let largest = row.iter().fold(0.0_f32, |m, v| m.max(v.abs()));
        let quantise = |v: f32, step: f32| (v / step).round().clamp(-levels, levels);
        let loss = |step: f32| -> f32 { row.iter().map(|&v| (v - step * quantise(v, step)).powi(2)).sum() };
        let top = steps.iter().position(|step| step * levels >= largest).unwrap_or(255);
        let near = steps.iter().copied().enumerate().take(top + 1).skip(top.saturating_sub(16));
        let best = near.min_by(|a, b| loss(a.1).total_cmp(&loss(b.1)));
        let (code, step) = best.unwrap_or((0, 1.0));
        codes.push(code as u8);
        nibbles.extend(row.iter().map(|&v| quantise(v, step) as i8));
    }
    (codes, nibbles)
}

fn layer(values: &[f32], bias: &[f32], out: &mut Vec<u8>) {
    let outputs = bias.len();
    let mut largest = vec![1e-12_f32; outputs];
    for row in values.chunks_exact(outputs) {
        largest.iter_mut().zip(row).for_each(|(m, v)| *m = m.max(v.abs()));
    }
    let steps: Vec<f32> = largest.iter().map(|m| m / 127.0).collect();
    out.extend(steps.iter().chain(bias).flat_map(|v| v.to_le_bytes()));
    for row in values.chunks_exact(outputs) {
        out.extend(row.iter().zip(&steps).map(|(v, s)| (v / s).round().clamp(-127.0, 127.0) as i8 as u8));
    }
}
