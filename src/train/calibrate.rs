//! What raw scores mean: Platt's scaling (Platt 1999), slope and shift of the log-odds, fitted by logistic
//! regression on dev files; and from which score on each preset keeps a name.

use super::dev::Dev;
use crate::model::Calibration;
use crate::{Annotator, Options, Preset, eval};

/// Scaling that leaves scores as they are, and presets that keep everything.
pub(super) const NONE: Calibration = Calibration { slope: 1.0, shift: 0.0, precise: 0.0, generous: 0.0 };

/// Fewer names of a type than this say too little for a fit of its own.
const ENOUGH: usize = 40;

/// The presets keep what makes F-beta largest with these betas: half for precision, two for recall.
const BETAS: [f64; 2] = [0.5, 2.0];

/// What makes the scores of each type on the dev files most likely. The annotator's own calibration must be
/// [`NONE`].
pub(super) fn fit(annotator: &Annotator, dev: &[Dev], types: usize) -> Vec<Calibration> {
    let balanced = scored(annotator, dev, Preset::Balanced);
    let generous = scored(annotator, dev, Preset::Recall);
    let all: Vec<(f32, bool)> = balanced.iter().map(|&(_, score, right)| (score, right)).collect();
    let common = regression(&all);
    (0..types)
        .map(|kind| {
            let of = |scored: &[(usize, f32, bool)]| -> Vec<(f32, bool)> {
                scored.iter().filter(|s| s.0 == kind).map(|&(_, score, right)| (score, right)).collect()
            };
            let mine = of(&balanced);
            if mine.len() < ENOUGH {
                let [slope, shift] = common;
                return Calibration { slope, shift, ..NONE };
            }
            let [slope, shift] = regression(&mine);
            let scale = |scored: Vec<(f32, bool)>| -> Vec<(f32, bool)> {
                scored.iter().map(|&(score, right)| (crate::tag::platt(score, slope, shift), right)).collect()
            };
            let gold: usize = dev.iter().map(|dev| dev.count(annotator, kind)).sum();
            let [precise, generous] = [(mine, BETAS[0]), (of(&generous), BETAS[1])]
                .map(|(scored, beta)| threshold(scale(scored), gold, beta));
            Calibration { slope, shift, precise, generous }
        })
        .collect()
}

fn scored(annotator: &Annotator, dev: &[Dev], preset: Preset) -> Vec<(usize, f32, bool)> {
    let options = Options { preset, ..Options::default() };
    dev.iter().flat_map(|dev| eval::scores(annotator, &dev.documents, &dev.types, &options)).collect()
}

/// The lowest score to keep so that F-beta is largest.
fn threshold(mut scored: Vec<(f32, bool)>, gold: usize, beta: f64) -> f32 {
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut best) = (0, (0.0, 0.0));
    for (kept, &(score, correct)) in (1..).zip(&scored) {
        right += usize::from(correct);
        let f = (1.0 + beta * beta) * right as f64 / (f64::from(kept) + beta * beta * gold as f64);
        if f >= best.0 {
            best = (f, score);
        }
    }
    best.1
}

/// Longest step of the search: from afar the curvature is nearly none and a full step would leave for good.
const STRIDE: f64 = 0.1;

/// Newton's method in bounded steps, with a ridge that keeps separable data finite.
fn regression(scored: &[(f32, bool)]) -> [f32; 2] {
    let (mut slope, mut shift) = (1.0_f64, 0.0_f64);
    for _ in 0..200 {
        let (mut g, mut h) = ([0.1 * (1.0 - slope), -0.1 * shift], [0.1, 0.0, 0.1]);
        for &(p, right) in scored {
            let p = f64::from(p).clamp(1e-6, 1.0 - 1e-6);
            let x = (p / (1.0 - p)).ln();
            let y = 1.0 / (1.0 + (-(slope * x + shift)).exp());
            let (miss, weight) = (f64::from(u8::from(right)) - y, y * (1.0 - y));
            g = [g[0] + miss * x, g[1] + miss];
            h = [h[0] + weight * x * x, h[1] + weight * x, h[2] + weight];
        }
        let determinant = h[0] * h[2] - h[1] * h[1];
        slope += ((h[2] * g[0] - h[1] * g[1]) / determinant).clamp(-STRIDE, STRIDE);
        shift += ((h[0] * g[1] - h[1] * g[0]) / determinant).clamp(-STRIDE, STRIDE);
    }
    [slope as f32, shift as f32]
}

#[cfg(test)]
mod tests {
    use super::{regression, threshold};

    /// Scores of 0.99 of which seven in ten are right, and of 0.6 of which four in ten are.
    #[test]
    fn overconfident_scores_come_down_to_their_share() {
        let names = |score: f32, right: usize| (0..100).map(move |n| (score, n < right));
        let scored: Vec<_> = names(0.99, 70).chain(names(0.6, 40)).collect();
        let [slope, shift] = regression(&scored);
        for (score, share) in [(0.99, 0.7), (0.6, 0.4)] {
            let fitted = crate::tag::platt(score, slope, shift);
            assert!((fitted - share).abs() < 0.02, "{score}: {fitted}, {share} are right");
        }
    }

    #[test]
    fn precision_cuts_where_recall_keeps() {
        let scored: Vec<_> = (0..100).map(|n| (n as f32 / 100.0, n >= 80 || n >= 40 && n % 2 == 0)).collect();
        let [precise, generous] = [0.5, 2.0].map(|beta| threshold(scored.clone(), 40, beta));
        assert!(precise > generous, "{precise} {generous}");
    }
}
