//! Numbers, ordinals and amounts.

pub(super) mod amount;
mod cardinal;
pub(super) mod currency;
pub(super) mod digits;
mod label;
pub(super) mod numeral;
mod ordinal;
mod percent;
pub(super) mod unit;
