//! Adam (Kingma and Ba 2015) over flat arrays, dense or by touched rows.

const BETA1: f32 = 0.9;
const BETA2: f32 = 0.999;
const EPSILON: f32 = 1e-8;

/// Values with their moments.
pub(super) struct Adam {
    pub(super) values: Vec<f32>,
    mean: Vec<f32>,
    square: Vec<f32>,
}

/// A part of the values, which one thread may change while another changes another part.
pub(super) struct Slice<'a> {
    values: &'a mut [f32],
    mean: &'a mut [f32],
    square: &'a mut [f32],
}

impl Adam {
    pub(super) fn new(values: Vec<f32>) -> Self {
        let zeros = vec![0.0; values.len()];
        Self { mean: zeros.clone(), square: zeros, values }
    }

    pub(super) fn whole(&mut self) -> Slice<'_> {
        Slice { values: &mut self.values, mean: &mut self.mean, square: &mut self.square }
    }

    pub(super) fn halves(&mut self) -> (Slice<'_>, Slice<'_>) {
        let middle = self.values.len() / 2;
        let (values, more_values) = self.values.split_at_mut(middle);
        let (mean, more_mean) = self.mean.split_at_mut(middle);
        let (square, more_square) = self.square.split_at_mut(middle);
        (Slice { values, mean, square }, Slice { values: more_values, mean: more_mean, square: more_square })
    }

    pub(super) fn arrays(&mut self) -> [&mut Vec<f32>; 3] {
        [&mut self.values, &mut self.mean, &mut self.square]
    }
}

impl Slice<'_> {
    /// One update of the values from `at` on; `rate` includes the correction of [`corrected`].
    pub(super) fn update(&mut self, at: usize, gradient: &[f32], rate: f32) {
        let range = at..at + gradient.len();
        let cells = self.values[range.clone()]
            .iter_mut()
            .zip(&mut self.mean[range.clone()])
            .zip(&mut self.square[range])
            .zip(gradient);
        for (((value, mean), square), g) in cells {
            *mean += (1.0 - BETA1) * (g - *mean);
            *square += (1.0 - BETA2) * (g * g - *square);
            *value -= rate * *mean / (square.sqrt() + EPSILON);
        }
    }
}

/// The rate with the bias of the moments taken out after `step` updates (from 1).
pub(super) fn corrected(rate: f64, step: usize) -> f32 {
    let step = step.min(1 << 20) as i32;
    let (b1, b2) = (f64::from(BETA1), f64::from(BETA2));
    (rate * (1.0 - b2.powi(step)).sqrt() / (1.0 - b1.powi(step))) as f32
}
