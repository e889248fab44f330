//! The words of a name or of a text as the table knows them.

use crate::normalize::{Folds, fold_into};
use crate::segment::{Token, TokenKind, tokenize_into};

/// Folded words in one string, a space between each two. Reusable.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    folded: String,
    /// Where each word ends.
    ends: Vec<usize>,
    tokens: Vec<Token>,
}

impl Words {
    /// Reads the tokens of a text.
    pub(crate) fn read(&mut self, text: &str, tokens: &[Token]) {
        self.clear();
        for token in tokens {
            let word = token.span.slice(text);
            // «أ.ف.ب» ends in a stop where a sentence does, and «د» with one or without.
            let stop = token.kind == TokenKind::Abbreviation;
            self.push(if stop { word.trim_end_matches('.') } else { word });
        }
    }

    /// Reads a name, cut into words as a text would be.
    pub(super) fn read_name(&mut self, name: &str) {
        // Most names are letters and spaces alone, of which the tokens are plain to see.
        let plain = |c: char| c == ' ' || matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}');
        if name.chars().all(plain) {
            self.clear();
            name.split(' ').filter(|word| !word.is_empty()).for_each(|word| self.push(word));
            return;
        }
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        tokenize_into(name, &mut tokens);
        self.read(name, &tokens);
        self.tokens = tokens;
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn all(&self) -> &str {
        &self.folded
    }

    pub(super) fn get(&self, word: usize) -> &str {
        self.folded.get(self.start(word)..self.end(word)).unwrap_or_default()
    }

    /// The words of a range, less as many bytes of the first as `cut`.
    pub(super) fn range(&self, first: usize, end: usize, cut: usize) -> &str {
        let last = end.checked_sub(1).map_or(0, |last| self.end(last));
        self.folded.get(self.start(first) + cut..last).unwrap_or_default()
    }

    fn start(&self, word: usize) -> usize {
        word.checked_sub(1).map_or(0, |before| self.end(before) + 1)
    }

    fn end(&self, word: usize) -> usize {
        self.ends.get(word).copied().unwrap_or(self.folded.len())
    }

    fn clear(&mut self) {
        self.folded.clear();
        self.ends.clear();
    }

    fn push(&mut self, word: &str) {
        if !self.ends.is_empty() {
            self.folded.push(' ');
        }
        fold_into(word, &Folds::MATCH, &mut self.folded);
        self.ends.push(self.folded.len());
    }
}
