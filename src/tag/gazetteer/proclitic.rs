//! The letters that may stand before a listed name in its word.

use crate::lexicon::{Classes, Lexicon};
use crate::normalize::{Folds, fold_into};
use crate::segment::{Role, Token, clitics_into};

/// A way to read a folded word as proclitics and the beginning of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Bytes of the folded word that are no part of the name as it is listed.
    pub cut: usize,
    /// Whether the alef of the article is to be put before the rest: it is not written after «ل».
    pub alef: bool,
    /// Bytes of the folded word before the name's first letter in the text.
    pub proclitics: usize,
}

/// The readings of a folded word, the whole word first.
///
/// ```text
/// word = [ و / ف ] [ ب / ك / ل ] name
///      / [ و / ف ] ل name             name = «ال…», its alef lost: «للعراق»
///      / [ و / ف ] name               name = «الل…», its alef and a lam lost: «للجنة»
/// ```
pub(super) fn readings(word: &str) -> impl Iterator<Item = Reading> {
    const LETTER: usize = 'و'.len_utf8();
    let conjunction = word.starts_with(['و', 'ف']).then_some(LETTER);
    let plain = |at: usize| Reading { cut: at, alef: false, proclitics: at };
    std::iter::once(0)
        .chain(conjunction)
        .flat_map(move |at| {
            let rest = word.get(at..).unwrap_or_default();
            let preposition = rest.starts_with(['ب', 'ك', 'ل']).then(|| plain(at + LETTER));
            let lam = rest.starts_with("لل");
            let article = lam.then_some(Reading { cut: at + LETTER, alef: true, proclitics: at + LETTER });
            let both = lam.then_some(Reading { cut: at, alef: true, proclitics: at + LETTER });
            [Some(plain(at)), preposition, article, both].into_iter().flatten()
        })
        .filter(|reading| reading.cut < word.len())
}

/// Where the name begins in `token` under this reading, in bytes of the token; none where the letters before it
/// are more likely the word's own: «كريم» is no «ريم». `name` is the listed name, folded, of so many `words`.
///
/// With the article it is sure. Otherwise the segmenter must cut so, or the word be unknown to the lists and the name long enough
/// not to be found in it by chance.
pub(super) fn start(
    text: &str,
    token: &Token,
    reading: Reading,
    word: &str,
    name: &str,
    words: usize,
) -> Option<usize> {
    if reading.proclitics == 0 {
        return Some(0);
    }
    let start = skip(token.span.slice(text), reading.proclitics)?;
    let first = name.split(' ').next().unwrap_or_default();
    let letters = first.chars().count();
    let article = first.starts_with("ال") && letters > 4;
    let unknown =
        || letters >= if words > 1 { 3 } else { 4 } && Lexicon::shared().classes(word) == Classes::default();
    let cuts = || {
        let mut pieces = Vec::new();
        clitics_into(text, token, &mut pieces);
        let stem = pieces.iter().find(|piece| piece.role == Role::Stem);
        stem.is_some_and(|stem| stem.span.start == token.span.start + start)
    };
    (article || unknown() || cuts()).then_some(start)
}

/// The byte of `word` before which what folds to `bytes` bytes stands, with the signs that belong to it.
fn skip(word: &str, bytes: usize) -> Option<usize> {
    let mut folded = String::new();
    let mut buffer = [0; 4];
    for (at, c) in word.char_indices() {
        let before = folded.len();
        fold_into(c.encode_utf8(&mut buffer), &Folds::MATCH, &mut folded);
        if before == bytes && folded.len() > before {
            return Some(at);
        }
        if before < bytes && folded.len() > bytes {
            return None;
        }
    }
    None
}
