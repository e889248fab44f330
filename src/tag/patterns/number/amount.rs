//! Exact arithmetic for what people write: decimals, thirds and quarters.

use super::digits::Part;

/// A number up to 2⁶⁴ with a part in units of 1/12,000,000, which hold six decimals and the usual fractions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::tag::patterns) struct Amount {
    whole: u64,
    part: u32,
}

/// Units of a part in one.
const ONE: u32 = 12_000_000;
/// Longest run of decimals that fits.
const DECIMALS: u8 = 6;

impl Amount {
    pub const fn whole(whole: u64) -> Self {
        Self { whole, part: 0 }
    }

    /// Less than twelve twelfths.
    pub const fn twelfths(number: u8) -> Self {
        Self { whole: 0, part: number as u32 * (ONE / 12) }
    }

    /// A whole number and the digits after its decimal mark; none with more of them than fit.
    pub fn decimal(whole: u64, decimals: Part) -> Option<Self> {
        let padding = DECIMALS.checked_sub(decimals.digits)?;
        let millionths = decimals.value as u32 * 10_u32.pow(u32::from(padding));
        Some(Self { whole, part: millionths * 12 })
    }

    pub fn times_ten_to(self, power: u8) -> Self {
        let factor = 10_u64.pow(u32::from(power.min(12)));
        // A part under 12,000,000 times 10¹² is under 2⁶⁴.
        let part = u64::from(self.part) * factor;
        let whole = self.whole.saturating_mul(factor).saturating_add(part / u64::from(ONE));
        Self { whole, part: (part % u64::from(ONE)) as u32 }
    }

    pub fn plus(self, other: Self) -> Self {
        let part = self.part + other.part;
        let whole = self.whole.saturating_add(other.whole).saturating_add(u64::from(part / ONE));
        Self { whole, part: part % ONE }
    }

    /// The number if it is whole.
    pub fn integer(self) -> Option<u64> {
        (self.part == 0).then_some(self.whole)
    }

    pub fn value(self) -> f64 {
        let part = f64::from(self.part);
        if self.part == 0 || self.whole > 1 << 29 {
            return self.whole as f64 + part / f64::from(ONE);
        }
        // One division of whole numbers rounds once: 1.1 is 1.1.
        (self.whole as f64 * f64::from(ONE) + part) / f64::from(ONE)
    }
}
