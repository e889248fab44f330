//! Exact arithmetic for what people write: decimals, thirds and quarters.

/// A number in units of 1/12,000,000, which hold six decimals and the usual fractions, up to 10²⁴.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::tag::patterns) struct Amount(i128);

const ONE: i128 = 12_000_000;
/// Longest run of decimals that fits.
const DECIMALS: usize = 6;

impl Amount {
    pub const fn whole(number: i64) -> Self {
        Self(number as i128 * ONE)
    }

    pub const fn twelfths(number: u8) -> Self {
        Self(number as i128 * (ONE / 12))
    }

    /// The number with these digits before and after the decimal mark; none with more decimals than fit.
    pub fn parse(whole: &str, decimals: &str) -> Option<Self> {
        let whole: i64 = whole.parse().ok()?;
        let padding = DECIMALS.checked_sub(decimals.len())?;
        let millionths: i64 = if decimals.is_empty() { 0 } else { decimals.parse().ok()? };
        let millionths = millionths * 10_i64.pow(padding as u32);
        Some(Self(i128::from(whole) * ONE + i128::from(millionths) * 12))
    }

    pub fn times_ten_to(self, power: u8) -> Self {
        Self(self.0.saturating_mul(10_i128.pow(u32::from(power.min(12)))))
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The number if it is whole and fits.
    pub fn integer(self) -> Option<i64> {
        (self.0 % ONE == 0).then(|| i64::try_from(self.0 / ONE).ok()).flatten()
    }

    pub fn value(self) -> f64 {
        match self.integer() {
            Some(whole) => whole as f64,
            None => self.0 as f64 / ONE as f64,
        }
    }
}
