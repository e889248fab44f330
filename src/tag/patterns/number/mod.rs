//! Numbers, ordinals and amounts.

pub(super) mod amount;
mod cardinal;
pub(super) mod currency;
pub(super) mod digits;
pub(super) mod numeral;
mod ordinal;
mod percent;
pub(super) mod unit;
