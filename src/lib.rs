//! Tawsim (توسيم, "tagging") finds the people, organisations and places in Arabic news text.

pub mod normalize;
pub mod segment;
mod span;

pub use span::Span;
