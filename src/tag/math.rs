//! Exponential and logarithm from `+ − × ÷` alone: the system's own differ between machines in the last bit.

/// e^x for x ≤ 0, within 2 units in the last place: 2^n times the Taylor series of the rest, |r| ≤ ln 2 / 2.
pub(crate) fn exp(x: f32) -> f32 {
    if x < -87.0 {
        return 0.0;
    }
    let n = (x * std::f32::consts::LOG2_E - 0.5) as i32;
    // ln 2 in two parts, so that the subtraction loses nothing.
    let r = x - n as f32 * 0.693_359_4 - n as f32 * -2.121_944_4e-4;
    let series = [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let value = series.iter().fold(0.0_f32, |sum, c| sum * r + c);
    value * f32::from_bits(((n + 127).max(0) as u32) << 23)
}

/// Natural logarithm of a normal positive number: the exponent's share, and the series of the inverse
/// hyperbolic tangent for the mantissa m in [√½, √2).
pub(crate) fn ln(x: f32) -> f32 {
    let bits = x.max(f32::MIN_POSITIVE).to_bits();
    let shifted = bits.wrapping_sub(0x3F35_04F3);
    let n = (shifted as i32) >> 23;
    let m = f32::from_bits((shifted & 0x007F_FFFF) + 0x3F35_04F3);
    let t = (m - 1.0) / (m + 1.0);
    let series = [1.0 / 9.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 3.0, 1.0];
    let sum = series.iter().fold(0.0_f32, |sum, c| sum * t * t + c);
    2.0 * t * sum + n as f32 * std::f32::consts::LN_2
}

/// Platt's scaling: the probability whose log-odds are `slope` times those of `p` plus `shift`.
pub(crate) fn platt(p: f32, slope: f32, shift: f32) -> f32 {
    let p = p.clamp(1e-6, 1.0 - 1e-6);
    let odds = slope * (ln(p) - ln(1.0 - p)) + shift;
    let power = exp(-odds.abs());
    (if odds < 0.0 { power } else { 1.0 }) / (1.0 + power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_and_ln_agree_with_the_system() {
        for i in 0..8700 {
            let x = -(i as f32) / 100.0;
            assert!((exp(x) - x.exp()).abs() <= 4e-7 * x.exp(), "{x}: {} {}", exp(x), x.exp());
            let y = (i + 1) as f32 / 977.0;
            assert!((ln(y) - y.ln()).abs() <= 1e-6 * y.ln().abs().max(1.0), "{y}: {} {}", ln(y), y.ln());
        }
    }

    #[test]
    fn platt_is_a_probability_and_may_do_nothing() {
        for p in [0.0, 0.1, 0.5, 0.9, 1.0] {
            assert!((platt(p, 1.0, 0.0) - p).abs() < 1e-5, "{p}: {}", platt(p, 1.0, 0.0));
            assert!((0.0..=1.0).contains(&platt(p, 40.0, -90.0)));
        }
    }
}
