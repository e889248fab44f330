//! Tokens, sentences, clitics.

mod proclitic;
mod sentence;
mod token;

pub use proclitic::proclitics;
pub use sentence::{Sentence, sentences_into};
pub use token::{Token, TokenKind, tokenize_into};
