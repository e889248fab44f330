//! Platt's scaling (Platt 1999): slope and shift of the log-odds, fitted by logistic regression on dev files.

use super::TAGS;
use crate::corpus::Sentence;
use crate::{Annotator, eval};

/// Scaling that leaves scores as they are.
pub(super) const NONE: [[f32; 2]; TAGS.len() / 2] = [[1.0, 0.0]; TAGS.len() / 2];

/// Fewer names of a type than this say too little for a fit of its own.
const ENOUGH: usize = 40;

/// The scaling of each type that makes the scores on these documents most likely.
pub(super) fn fit(annotator: &Annotator, documents: &[Sentence]) -> [[f32; 2]; TAGS.len() / 2] {
    let scored = eval::scores(annotator, documents);
    let all: Vec<(f32, bool)> = scored.iter().map(|&(_, score, right)| (score, right)).collect();
    let mut calibration = [regression(&all); TAGS.len() / 2];
    for (kind, scaling) in calibration.iter_mut().enumerate() {
        let mine: Vec<_> = scored.iter().filter(|s| s.0 == kind).map(|&(_, p, right)| (p, right)).collect();
        if mine.len() >= ENOUGH {
            *scaling = regression(&mine);
        }
    }
    calibration
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
    use super::regression;

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
}
