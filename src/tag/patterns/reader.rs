//! One sentence in the hands of the grammars.

use super::date::Date;
use super::words::{Kind, Sense, Word};

/// The words of a sentence. Each grammar is a method on it, in the file of its construct, that takes the number of a
/// word and gives one past the last word of what begins there. None looks further than a few words ahead, so the
/// whole reading is linear. Rules that many others use stay out of line: inlined, they would double the module.
pub(super) struct Reader<'t> {
    pub text: &'t str,
    pub words: &'t [Word],
    /// The day of the text.
    pub today: Option<Date>,
}

impl Reader<'_> {
    pub fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub fn before(&self, at: usize) -> Option<&Word> {
        self.words.get(at.checked_sub(1)?)
    }

    /// What word `at` means as a `kind`, whatever stands before its stem.
    pub fn sense(&self, at: usize, kind: Kind) -> Option<u8> {
        self.get(at)?.sense(kind)
    }

    /// What word `at` means as a `kind` if no proclitic stands before it.
    #[inline(never)]
    pub fn inner(&self, at: usize, kind: Kind) -> Option<u8> {
        self.get(at).filter(|word| word.bare())?.sense(kind)
    }

    /// Whether word `at` is this word, without a proclitic.
    #[inline(never)]
    pub fn is(&self, at: usize, sense: impl Into<Sense>) -> bool {
        self.get(at).is_some_and(|word| word.bare() && word.is(sense))
    }

    /// Whether the word before `at` is this word.
    #[inline(never)]
    pub fn follows(&self, at: usize, sense: impl Into<Sense>) -> bool {
        self.before(at).is_some_and(|word| word.is(sense))
    }

    /// Whether no proclitic stands before word `at`, which is there.
    #[inline(never)]
    pub fn bare(&self, at: usize) -> bool {
        self.get(at).is_some_and(Word::bare)
    }

    pub fn definite(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.article)
    }

    #[inline(never)]
    pub fn mark(&self, at: usize) -> Option<char> {
        self.get(at)?.mark
    }

    /// What stands between two words.
    pub fn between(&self, word: &Word, next: &Word) -> &str {
        self.text.get(word.token.end..next.token.start).unwrap_or_default()
    }

    /// Whether nothing stands between word `at` and the one before it.
    #[inline(never)]
    pub fn touches(&self, at: usize) -> bool {
        matches!((self.before(at), self.get(at)), (Some(a), Some(b)) if a.token.end == b.token.start)
    }
}
