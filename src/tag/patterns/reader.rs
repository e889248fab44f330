//! One sentence in the hands of the grammars.

use super::date::Date;
use super::words::{Particle, Sense, Word};

/// The words of a sentence. Each grammar is a method on it, in the file of its construct, that takes the number of a
/// word and gives one past the last word of what begins there. None looks further than a few words ahead, so the
/// whole reading is linear.
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

    /// What `pick` takes of the senses of word `at`, whatever stands before its stem.
    pub fn sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.get(at)?.find(pick)
    }

    /// What `pick` takes of the senses of word `at` if no proclitic stands before it.
    pub fn inner<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.get(at).filter(|word| word.bare())?.find(pick)
    }

    /// Whether word `at` is this word of grammar, without a proclitic.
    pub fn is(&self, at: usize, particle: Particle) -> bool {
        self.get(at).is_some_and(|word| word.bare() && word.is(particle))
    }

    /// Whether the word before `at` is this word of grammar.
    pub fn follows(&self, at: usize, particle: Particle) -> bool {
        self.before(at).is_some_and(|word| word.is(particle))
    }

    /// Whether word `at` has the sense, without a proclitic.
    pub fn has(&self, at: usize, sense: Sense) -> bool {
        self.inner(at, |other| (other == sense).then_some(())).is_some()
    }

    pub fn definite(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.article)
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        self.get(at)?.mark
    }

    /// What stands between two words.
    pub fn between(&self, word: &Word, next: &Word) -> &str {
        self.text.get(word.token.end..next.token.start).unwrap_or_default()
    }

    /// Whether nothing stands between word `at` and the one before it.
    pub fn touches(&self, at: usize) -> bool {
        matches!((self.before(at), self.get(at)), (Some(a), Some(b)) if a.token.end == b.token.start)
    }
}
