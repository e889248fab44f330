#![doc = include_str!("../README.md")]

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
