//! What the network sees of a word: features, of which those in the vocabulary have a row of the embedding table.
//!
//! A word's vector is the mean of the rows of its kind and length, its last letter as written, the classes
//! that the lists give it, its written form, its folded form, its stem (less likely proclitics and article)
//! and its character 2- to 4-grams with boundary marks: the subword scheme of fastText (Bojanowski et al.
//! 2017) with an Arabic view of the word added. A name never seen before still has a vector, of its parts.

use crate::hash::Hash;
use crate::lexicon::{Classes, Lexicon};
use crate::model::Vocabulary;
use crate::normalize::{Folds, fold_into};
use crate::segment::TokenKind;

/// Longest part of a word that counts, in characters; bounds the work on hostile input.
const LONGEST: usize = 32;
const GRAMS: std::ops::RangeInclusive<usize> = 2..=4;

/// Reusable buffers of one worker.
#[derive(Debug, Default)]
pub(crate) struct Features {
    form: String,
    bounds: Vec<usize>,
    /// The features of the last word, and how many of them are general.
    found: Vec<u32>,
    general: usize,
    rows: Vec<u32>,
}

/// Where the features that come from lists begin.
pub(crate) const LISTED: usize = 2;
/// Which of written form, folded form and stem the vocabulary lacks is a feature as well: what was never
/// seen is more often a name.
const UNSEEN: u8 = 8;
const FORMS: usize = 3;

/// Appends the rows of those features that have one.
pub(crate) fn known(found: &[u32], general: usize, vocabulary: &Vocabulary, rows: &mut Vec<u32>) {
    let own = found.get(general..).unwrap_or_default();
    rows.extend(vocabulary.row(unseen(own, vocabulary)));
    rows.extend(found.iter().filter_map(|&feature| vocabulary.row(feature)));
}

fn unseen(own: &[u32], vocabulary: &Vocabulary) -> u32 {
    let forms = own.iter().take(FORMS);
    lacks(forms.fold(0, |mask, &form| mask << 1 | u8::from(vocabulary.row(form).is_none())))
}

fn lacks(mask: u8) -> u32 {
    Hash::new(UNSEEN).bytes(&[mask]).finish()
}

/// The features that a vocabulary must have so that what it lacks is seen.
#[cfg(feature = "train")]
pub(crate) fn gaps() -> impl Iterator<Item = u32> {
    (0..1 << FORMS).map(lacks)
}

impl Features {
    /// The rows of the embedding table whose mean is the word's vector.
    pub(crate) fn rows(&mut self, word: &str, kind: TokenKind, vocabulary: &Vocabulary) -> &[u32] {
        self.find(word, kind);
        self.rows.clear();
        known(&self.found, self.general, vocabulary, &mut self.rows);
        &self.rows
    }

    /// The features of a word, as hashes, and how many of them, which come first, it shares with many words;
    /// those from [`LISTED`] on because lists know it.
    #[cfg(feature = "train")]
    pub(crate) fn of(&mut self, word: &str, kind: TokenKind) -> (usize, &[u32]) {
        self.find(word, kind);
        (self.general, &self.found)
    }

    fn find(&mut self, word: &str, kind: TokenKind) {
        self.found.clear();
        let written = self.fold(word);
        let form = self.form.as_str();
        let inner = form.get(1..form.len() - 1).unwrap_or_default();
        let characters = self.bounds.len().saturating_sub(3);
        let mut push = |hash: Hash| self.found.push(hash.finish());
        push(Hash::new(2).bytes(&[kind as u8, characters.min(12) as u8]));
        push(Hash::new(6).bytes(&[ending(written)]));
        let mut general = LISTED;
        for (view, classes) in (4..).zip(listed(inner)) {
            for class in (0..Classes::COUNT as u8).filter(|class| classes >> class & 1 == 1) {
                push(Hash::new(view).bytes(&[class]));
                general += 1;
            }
        }
        self.general = general;
        // Forms that are the same share a feature, which then weighs more.
        let stem = stem(inner);
        let bare = Hash::new(1).bytes(stem.as_bytes());
        let whole = if inner == stem { bare } else { Hash::new(0).bytes(inner.as_bytes()) };
        push(if written == inner { whole } else { Hash::new(7).bytes(written.as_bytes()) });
        push(whole);
        push(bare);
        for (at, &start) in self.bounds.iter().enumerate() {
            let mut hash = Hash::new(3);
            let mut from = start;
            let ends = self.bounds.get(at + 1..).unwrap_or_default().iter();
            for (length, &to) in (1..=*GRAMS.end()).zip(ends) {
                hash = hash.bytes(form.as_bytes().get(from..to).unwrap_or_default());
                from = to;
                if GRAMS.contains(&length) {
                    push(hash);
                }
            }
        }
    }

    /// What the lists say of a word, with or without proclitics and article.
    #[cfg(feature = "train")]
    pub(crate) fn classes(&mut self, word: &str) -> Classes {
        self.fold(word);
        let [whole, more] = listed(self.form.get(1..self.form.len() - 1).unwrap_or_default());
        Classes::from_bits(whole | more).unwrap_or_default()
    }

    /// Two names for a word, so that it is recognised with and without proclitics and article: the hash of
    /// its folded form and that of its stem. «ببغداد» and «بغداد» share one, «بالكاظمي» and «الكاظمي» the other.
    pub(crate) fn keys(&mut self, word: &str) -> [u32; 2] {
        self.fold(word);
        let inner = self.form.get(1..self.form.len() - 1).unwrap_or_default();
        [inner, stem(inner)].map(|form| Hash::new(0).bytes(form.as_bytes()).finish())
    }

    /// Leaves `<form>` in `form` and the character boundaries in `bounds`; digits become one digit, so
    /// that numbers of one shape share a vector. Gives the part of the word that counts, as written.
    fn fold<'w>(&mut self, word: &'w str) -> &'w str {
        let end = word.char_indices().nth(2 * LONGEST).map_or(word.len(), |(at, _)| at);
        let word = word.get(..end).unwrap_or(word);
        self.form.clear();
        self.form.push('<');
        fold_into(word, &Folds::MATCH, &mut self.form);
        if let Some((at, _)) = self.form.char_indices().nth(LONGEST + 1) {
            self.form.truncate(at);
        }
        if self.form.bytes().any(|b| b.is_ascii_digit()) {
            self.form = self.form.replace(|c: char| c.is_ascii_digit(), "0");
        }
        self.form.push('>');
        self.bounds.clear();
        self.bounds.extend(self.form.char_indices().map(|(at, _)| at));
        self.bounds.push(self.form.len());
        word
    }
}

/// The last letter, where spelling tells words apart that folding makes one: «علي» and «على», «وفاه» and «وفاة».
fn ending(written: &str) -> u8 {
    match written.chars().next_back() {
        Some('ي') => 1,
        Some('ى') => 2,
        Some('ة') => 3,
        Some('ه') => 4,
        _ => 0,
    }
}

/// What the lists say of a folded word as it stands, and what they add for it without proclitics and article.
fn listed(word: &str) -> [u16; 2] {
    let lexicon = Lexicon::shared();
    let [whole, bare, stem] = [word, bare(word), stem(word)].map(|form| lexicon.classes(form).bits());
    // «للعراق» is «ل» and «العراق».
    let contracted = cut(cut(word, &["و", "ف"]).unwrap_or(word), &["لل"]);
    let article = contracted.map_or(0, |rest| lexicon.classes_of(&["ال", rest]).bits());
    [whole, (bare | stem | article) & !whole]
}

/// A folded word less what may be proclitics and the article. A guess on purpose: the network weighs it
/// against the whole form.
fn stem(word: &str) -> &str {
    let word = cut(word, &["و", "ف"]).unwrap_or(word);
    cut(word, &["لل"]).unwrap_or_else(|| {
        let bare = bare(word);
        cut(bare, &["ال"]).unwrap_or(bare)
    })
}

/// A folded word less what may be proclitics.
fn bare(word: &str) -> &str {
    let word = cut(word, &["و", "ف"]).unwrap_or(word);
    cut(word, &["ب", "ل", "ك"]).unwrap_or(word)
}

/// The word without the first of the prefixes that it begins with, as long as three letters remain.
fn cut<'w>(word: &'w str, prefixes: &[&str]) -> Option<&'w str> {
    let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix))?;
    rest.chars().nth(2).map(|_| rest)
}
