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
        if self.read_plain(name) {
            return;
        }
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        tokenize_into(name, &mut tokens);
        self.read(name, &tokens);
        self.tokens = tokens;
    }

    /// Reads a name of letters and single spaces alone, as most are: its words and their folds are plain to see.
    fn read_plain(&mut self, name: &str) -> bool {
        self.clear();
        let mut kept = 0;
        for (at, c) in name.char_indices() {
            let Some(folded) = plain(c) else { return false };
            if folded == ' ' {
                self.ends.push(at);
            } else if folded != c {
                self.folded.push_str(name.get(kept..at).unwrap_or_default());
                self.folded.push(folded);
                kept = at + c.len_utf8();
            }
        }
        self.folded.push_str(name.get(kept..).unwrap_or_default());
        self.ends.push(name.len());
        // Two spaces, or one at an edge, make an empty word.
        (0..self.len()).all(|at| self.start(at) < self.end(at))
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

/// What a space or a common Arabic letter folds to by itself: as many bytes as it is.
const fn plain(c: char) -> Option<char> {
    Some(match c {
        'آ' | 'أ' | 'إ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        'ة' => 'ه',
        ' ' | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}' => c,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_fold_as_all_do() {
        for (c, plain) in ('\u{0}'..'\u{3000}').filter_map(|c| Some((c, plain(c)?))) {
            let mut folded = String::new();
            fold_into(c.encode_utf8(&mut [0; 4]), &Folds::MATCH, &mut folded);
            assert_eq!(folded, plain.to_string(), "{c}");
            assert_eq!(folded.len(), c.len_utf8(), "{c}");
        }
    }
}
