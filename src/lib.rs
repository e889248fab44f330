//! Tawsim (توسيم, "tagging") finds the people, organisations and places in Arabic news text.
//!
//! The pipeline is visible in the modules: [`normalize`] folds spelling, [`segment`] cuts the text,
//! a small convolutional network tags the words, and an [`Annotator`] runs it all. Every span points into
//! the original text.

mod annotate;
#[cfg(feature = "cli")]
pub mod corpus;
mod error;
#[cfg(feature = "cli")]
pub mod eval;
#[cfg(feature = "cli")]
pub mod export;
mod hash;
pub mod lexicon;
mod model;
pub mod normalize;
mod resolve;
pub mod segment;
mod span;
mod tag;
#[cfg(feature = "train")]
pub mod train;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use annotate::{Annotator, Entity, Progress, Scratch, Source};
pub use error::Error;
pub use model::Model;
pub use span::Span;
