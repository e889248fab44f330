//! Tokens, sentences and clitics of a text.
//!
//! ```
//! use tawsim::segment::{sentences_into, tokenize_into};
//! let text = "قال د. سعيد: «عدنا». ثم سكت…\nعنوان بلا نقطة";
//! let mut tokens = Vec::new();
//! tokenize_into(text, &mut tokens);
//! let mut sentences = Vec::new();
//! sentences_into(text, &tokens, &mut sentences);
//! let parts: Vec<&str> = sentences.iter().map(|sentence| sentence.span.slice(text)).collect();
//! assert_eq!(parts, ["قال د. سعيد: «عدنا».", "ثم سكت…", "عنوان بلا نقطة"]);
//! ```

mod abbreviation;
mod chars;
mod clitic;
#[cfg(feature = "cli")]
pub mod eval;
mod number;
mod sentence;
mod symbol;
mod token;
mod web;

#[cfg(feature = "train")]
pub use clitic::train;
pub use clitic::{Phrase, Piece, Role, clitics_into, proclitics, stem_key};
pub(crate) use sentence::closing_quote;
pub use sentence::{Sentence, sentences_into};
pub use token::{Token, TokenKind, tokenize_into};
