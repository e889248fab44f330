//! What a word is when its clitics and its spelling are set aside.

use super::analysis::Analysis;
use super::article;
use super::letters::{ALEF, FOREIGN, HAMZA, LAM, Letters, TA, TA_MARBUTA, code, letter};
use super::weights::Weights;
use crate::normalize::{Folds, fold_into};

/// Stems of three letters whose last ta is no ta marbuta, before a pronoun: «بيته» is of «بيت», «لغته» of «لغة».
const SHORT_TA: [&str; 16] = [
    "بيت", "صوت", "وقت", "بنت", "موت", "زيت", "تحت", "اخت", "قوت", "سبت", "كبت", "حوت", "نبت", "سمت", "نعت",
    "صمت",
];

/// A key that is the same for a word with and without clitics, article and vowel signs, in any of its spellings.
///
/// For search, and to count words. It is a light stem: plurals, feminines and forms of a verb keep keys of their
/// own. Words of other scripts are folded and put in lower case. The key is for comparing, not for reading:
/// hamza seats, ta marbuta and alef maqsura are folded in it.
///
/// ```
/// use tawsim::segment::stem_key;
/// for word in ["حكومة", "الحكومة", "وللحكومة", "حُكُومَتِها", "بحكومتهم", "حكومه"] {
///     assert_eq!(stem_key(word), "حكومه");
/// }
/// assert_eq!(stem_key("وزير"), "وزير");
/// ```
#[must_use]
pub fn stem_key(word: &str) -> String {
    let arabic = Letters::arabic(word);
    let Some((letters, weights)) = arabic.zip(Weights::shipped()) else { return folded(word) };
    let core = Core::of(word, &letters, &weights.best(&letters).analysis);
    core.codes.iter().map(|&code| letter(article::alike(code))).collect()
}

/// The folded form of any token, in lower case.
pub(super) fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &Folds::MATCH, &mut out);
    if out.is_ascii() {
        out.make_ascii_lowercase()
    } else {
        out = out.to_lowercase()
    }
    out
}

/// A stem without its article.
#[derive(Clone, Debug)]
pub(super) struct Core {
    pub codes: Vec<u8>,
    pub definite: bool,
}

impl Core {
    /// The core of the word as `analysis` reads it, in the form it has without the pronoun.
    pub(super) fn of(word: &str, letters: &Letters, analysis: &Analysis) -> Self {
        let codes = letters.codes();
        if analysis.end == analysis.stem {
            // A preposition that a pronoun follows: «لها».
            let particle = codes.get(analysis.conjunction..analysis.stem).unwrap_or_default();
            return Self { codes: particle.to_vec(), definite: false };
        }
        let article = article::length(word, letters, analysis);
        let mut core = codes.get(analysis.stem + article..analysis.end).unwrap_or_default().to_vec();
        let marbuta = feminine(&core);
        match core.as_mut_slice() {
            _ if analysis.pronoun == 0 => {}
            [.., ALEF, last] if seated(word, letters, analysis) => *last = HAMZA,
            [.., last] if marbuta => *last = TA_MARBUTA,
            _ => {}
        }
        Self { codes: core, definite: article > 0 }
    }

    /// The core with its article before it, if it has one.
    pub(super) fn with_article(&self) -> Vec<u8> {
        let article: &[u8] = if self.definite { &[ALEF, LAM] } else { &[] };
        [article, &self.codes].concat()
    }
}

/// Whether the stem's last letter is a hamza on a seat, as in «أبنائه» for «أبناء».
pub(super) fn seated(word: &str, letters: &Letters, analysis: &Analysis) -> bool {
    let last = analysis.end.checked_sub(1).and_then(|last| letters.raw(word, last));
    matches!(last, Some('ؤ' | 'ئ' | '\u{fe85}' | '\u{fe86}' | '\u{fe89}'..='\u{fe8c}'))
}

/// Whether the ta before a pronoun is that of a feminine noun.
fn feminine(core: &[u8]) -> bool {
    match core {
        [.., ALEF, TA] => false,
        [a, b, TA] => !SHORT_TA.iter().any(|word| word.chars().map(code).eq([*a, *b, TA])),
        [_, _, _, .., TA] => true,
        _ => false,
    }
}

impl Letters {
    /// The letters of a word that has none of another script.
    pub(super) fn arabic(word: &str) -> Option<Self> {
        Self::of(word).filter(|letters| !letters.codes().is_empty() && !letters.codes().contains(&FOREIGN))
    }
}
