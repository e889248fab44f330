//! Folding of spelling variants, with an alignment back to the text as written.
//!
//! The same Arabic word reaches a newsroom in many spellings: with vowel signs or without, with
//! the hamza or without, stretched by tatweel, in the shapes of an old typesetting system, with
//! Persian letters from a Persian keyboard. Each such habit is one switch of [`Folds`].
//!
//! - [`fold_into`] gives the folded text and nothing else: for keys and features.
//! - [`normalize`] gives the folded text with an alignment both ways.
//! - [`Utf16Cursor`] turns byte offsets into those of JavaScript.
//!
//! ```
//! use tawsim::Span;
//! use tawsim::normalize::{Folds, normalize};
//!
//! let text = "إلى بَغْـــداد";
//! let folded = normalize(text, &Folds::MATCH);
//! assert_eq!(folded.text(), "الي بغداد");
//! let found = folded.text().find("بغداد").unwrap();
//! let original = folded.to_original(Span::new(found, folded.text().len()));
//! assert_eq!(original.slice(text), "بَغْـــداد");
//! ```
//!
//! Every fold is idempotent, so are all of them together, and the cost is linear in the text.

mod folds;
mod map;
mod pass;
mod presentation;
mod rules;
mod unicode;
mod utf16;

pub use folds::Folds;
pub use map::{Normalized, normalize};
pub use pass::fold_into;
pub(crate) use rules::{Change, bit, change};
pub use utf16::Utf16Cursor;
