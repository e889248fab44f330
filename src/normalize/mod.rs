//! Folding of spelling variants, with an alignment back to the text as written.

mod folds;
mod map;
mod pass;
mod utf16;

pub use folds::Folds;
pub use map::{Normalized, normalize};
pub use pass::fold_into;
pub use utf16::Utf16Cursor;
