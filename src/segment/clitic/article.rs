//! The article inside a stem.
//!
//! The scheme keeps «ال» on its word, so the article is no piece of its own; here is where it ends. A word may begin
//! with those two letters and have none:
//!
//! - its alef carries a hamza: «ألمانيا», «إلغاء»;
//! - relative pronouns, whose «ال» is part of the word: «الذي», «التي»; «الله», «اللهم», «الآن»;
//! - the eighth form of verbs whose root begins with lam: «التقى», «التزام», «التهاب»;
//! - foreign words written without their hamza: «الكتروني», «المانيا».
//!
//! Behind the preposition «ل» the article is the second lam alone: «للعراق» is ل + ال + عراق. Not so where the word
//! itself begins with lam: in «للبنان», «للجنة» that lam is the word's.

use super::analysis::Analysis;
use super::letters::{ALEF, HA, LAM, Letters, TA_MARBUTA, YA, code};

/// Words in «ال» without an article, hamza and vowel signs aside.
const NONE: [&str; 18] = [
    "الذي",
    "التي",
    "الذين",
    "اللذان",
    "اللذين",
    "اللتان",
    "اللتين",
    "اللواتي",
    "اللاتي",
    "اللائي",
    "الله",
    "اللهم",
    "الان",
    "المانيا",
    "البانيا",
    "الغاء",
    "القاء",
    "الاف",
];

/// Stems of the eighth form, and foreign ones, that take endings.
const STEMS: [&str; 35] = [
    "التقى",
    "التقي",
    "التق",
    "التقاء",
    "التقا",
    "التزم",
    "التزام",
    "التحق",
    "التحاق",
    "التقط",
    "التقاط",
    "التفت",
    "التفات",
    "التمس",
    "التماس",
    "التباس",
    "التبس",
    "التصق",
    "التصاق",
    "التهاب",
    "التهب",
    "التحام",
    "التحم",
    "التام",
    "التيام",
    "التف",
    "التفاف",
    "التهام",
    "التجا",
    "التواء",
    "الكترون",
    "الكتروني",
    "التوى",
    "التوي",
    "التجاء",
];

/// What such stems end in, before a pronoun or without.
const ENDINGS: [&str; 11] = ["", "ت", "تا", "ا", "وا", "نا", "ات", "ون", "ين", "ة", "و"];

/// Words that begin with lam, before which a second one is the preposition.
const LAM_WORDS: [&str; 26] = [
    "لبنان",
    "ليبي",
    "لندن",
    "لجنة",
    "لجان",
    "لقاء",
    "لغة",
    "لغات",
    "لغو",
    "لواء",
    "لون",
    "لوحة",
    "لحظ",
    "ليلة",
    "ليالي",
    "لاعب",
    "لاجي",
    "لاجء",
    "لاهاي",
    "لافروف",
    "لوكسمبورغ",
    "ليفربول",
    "ليون",
    "لوس",
    "لقاح",
    "لاتيني",
];

/// How many letters of the stem are its article: 2, or 1 after the preposition «ل», or 0.
pub(super) fn length(word: &str, letters: &Letters, analysis: &Analysis) -> usize {
    let codes = letters.codes();
    let stem = codes.get(analysis.stem..analysis.end).unwrap_or_default();
    let prepositional = analysis.stem > analysis.conjunction && codes.get(analysis.conjunction) == Some(&LAM);
    match stem {
        [ALEF, LAM, _, _, ..] => {
            let bare = letters.raw(word, analysis.stem).is_some_and(|c| matches!(c, 'ا' | 'ٱ' | 'ﺍ' | 'ﺎ'));
            let lexical = NONE.iter().any(|none| spells(stem, none)) || eighth(stem);
            if bare && !lexical { 2 } else { 0 }
        }
        [LAM, _, _, ..] if prepositional => usize::from(!LAM_WORDS.iter().any(|own| begins(stem, own))),
        _ => 0,
    }
}

fn eighth(stem: &[u8]) -> bool {
    STEMS.iter().any(|known| {
        begins(stem, known) && {
            let ending = stem.get(known.chars().count()..).unwrap_or_default();
            ENDINGS.iter().any(|known| spells(ending, known))
        }
    })
}

fn spells(codes: &[u8], word: &str) -> bool {
    codes.len() == word.chars().count() && begins(codes, word)
}

fn begins(codes: &[u8], start: &str) -> bool {
    let mut rest = codes.iter();
    start.chars().all(|c| rest.next().is_some_and(|&letter| alike(letter) == alike(code(c))))
}

/// A letter, with the variants that spelling confuses taken for one: ta marbuta for ha, alef maqsura for ya.
pub(super) const fn alike(letter: u8) -> u8 {
    match letter {
        TA_MARBUTA => HA,
        super::letters::MAQSURA => YA,
        other => other,
    }
}
