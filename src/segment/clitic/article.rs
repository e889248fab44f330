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

/// The numbers of the letters of a word, made when the library is compiled.
macro_rules! letters {
    ($word:literal) => {{
        const LETTERS: [u8; $word.len() / 2] = numbers($word);
        &LETTERS
    }};
}

/// Every Arabic letter is two bytes.
#[allow(clippy::indexing_slicing, reason = "runs when the library is compiled, not after")]
const fn numbers<const N: usize>(word: &str) -> [u8; N] {
    let bytes = word.as_bytes();
    let mut numbers = [0; N];
    let mut at = 0;
    while at < N {
        let c = (bytes[2 * at] as u32 & 0x1f) << 6 | bytes[2 * at + 1] as u32 & 0x3f;
        numbers[at] = match char::from_u32(c) {
            Some(c) => alike(code(c)),
            None => 0,
        };
        at += 1;
    }
    numbers
}

/// Words in «ال» without an article, hamza and vowel signs aside.
const NONE: &[&[u8]] = &[
    letters!("الذي"),
    letters!("التي"),
    letters!("الذين"),
    letters!("اللذان"),
    letters!("اللذين"),
    letters!("اللتان"),
    letters!("اللتين"),
    letters!("اللواتي"),
    letters!("اللاتي"),
    letters!("اللائي"),
    letters!("الله"),
    letters!("اللهم"),
    letters!("الان"),
    letters!("المانيا"),
    letters!("البانيا"),
    letters!("الغاء"),
    letters!("القاء"),
    letters!("الاف"),
];

/// Stems of the eighth form, and foreign ones, that take endings.
const STEMS: &[&[u8]] = &[
    letters!("التقى"),
    letters!("التقي"),
    letters!("التق"),
    letters!("التقاء"),
    letters!("التقا"),
    letters!("التزم"),
    letters!("التزام"),
    letters!("التحق"),
    letters!("التحاق"),
    letters!("التقط"),
    letters!("التقاط"),
    letters!("التفت"),
    letters!("التفات"),
    letters!("التمس"),
    letters!("التماس"),
    letters!("التباس"),
    letters!("التبس"),
    letters!("التصق"),
    letters!("التصاق"),
    letters!("التهاب"),
    letters!("التهب"),
    letters!("التحام"),
    letters!("التحم"),
    letters!("التام"),
    letters!("التيام"),
    letters!("التف"),
    letters!("التفاف"),
    letters!("التهام"),
    letters!("التجا"),
    letters!("التواء"),
    letters!("الكترون"),
    letters!("الكتروني"),
    letters!("التوى"),
    letters!("التوي"),
    letters!("التجاء"),
];

/// What such stems end in, before a pronoun or without.
const ENDINGS: &[&[u8]] = &[
    letters!(""),
    letters!("ت"),
    letters!("تا"),
    letters!("ا"),
    letters!("وا"),
    letters!("نا"),
    letters!("ات"),
    letters!("ون"),
    letters!("ين"),
    letters!("ة"),
    letters!("و"),
];

/// Words that begin with lam, before which a second one is the preposition.
const LAM_WORDS: &[&[u8]] = &[
    letters!("لبنان"),
    letters!("ليبي"),
    letters!("لندن"),
    letters!("لجنة"),
    letters!("لجان"),
    letters!("لقاء"),
    letters!("لغة"),
    letters!("لغات"),
    letters!("لغو"),
    letters!("لواء"),
    letters!("لون"),
    letters!("لوحة"),
    letters!("لحظ"),
    letters!("ليلة"),
    letters!("ليالي"),
    letters!("لاعب"),
    letters!("لاجي"),
    letters!("لاجء"),
    letters!("لاهاي"),
    letters!("لافروف"),
    letters!("لوكسمبورغ"),
    letters!("ليفربول"),
    letters!("ليون"),
    letters!("لوس"),
    letters!("لقاح"),
    letters!("لاتيني"),
];

/// How many letters of the stem are its article: 2, or 1 after the preposition «ل», or 0.
pub(super) fn length(word: &str, letters: &Letters, analysis: &Analysis) -> usize {
    let codes = letters.codes();
    let stem = codes.get(analysis.stem..analysis.end).unwrap_or_default();
    let prepositional = analysis.stem > analysis.conjunction && codes.get(analysis.conjunction) == Some(&LAM);
    match stem {
        [ALEF, LAM, _, _, ..] => {
            let bare = letters.raw(word, analysis.stem).is_some_and(|c| matches!(c, 'ا' | 'ٱ' | 'ﺍ' | 'ﺎ'));
            if bare && !lexical(stem) { 2 } else { 0 }
        }
        [LAM, _, _, ..] if prepositional => usize::from(!LAM_WORDS.iter().any(|own| begins(stem, own))),
        _ => 0,
    }
}

/// Whether a stem in «ال» has no article.
fn lexical(stem: &[u8]) -> bool {
    NONE.iter().any(|none| none.len() == stem.len() && begins(stem, none)) || eighth(stem)
}

fn eighth(stem: &[u8]) -> bool {
    STEMS.iter().filter(|known| begins(stem, known)).any(|known| {
        let ending = stem.get(known.len()..).unwrap_or_default();
        ENDINGS.iter().any(|known| known.len() == ending.len() && begins(ending, known))
    })
}

/// From its last letter on, since all begin alike.
fn begins(codes: &[u8], start: &[u8]) -> bool {
    codes
        .get(..start.len())
        .is_some_and(|head| head.iter().zip(start).rev().all(|(&letter, &known)| alike(letter) == known))
}

/// A letter, with the variants that spelling confuses taken for one: ta marbuta for ha, alef maqsura for ya.
pub(super) const fn alike(letter: u8) -> u8 {
    match letter {
        TA_MARBUTA => HA,
        super::letters::MAQSURA => YA,
        other => other,
    }
}
