//! Times of day.

pub(super) mod clock;
pub(super) mod zone;
