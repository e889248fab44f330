#![doc = include_str!("../README.md")]

mod annotate;
#[cfg(feature = "cli")]
pub mod corpus;
mod document;
mod error;
#[cfg(feature = "cli")]
pub mod eval;
pub mod export;
mod hash;
pub mod lexicon;
mod model;
pub mod normalize;
mod options;
mod resolve;
pub mod segment;
mod span;
mod tag;
#[cfg(feature = "train")]
pub mod train;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use annotate::{Annotator, Progress, Scratch};
pub use document::{Cluster, Document, Entity, Source, Value};
pub use error::Error;
pub use model::Model;
pub use options::{Options, Preset};
pub use span::Span;
pub use tag::{Date, gazetteer};
