//! The spellings of places: «جمهورية العراق» and «العراق», «سوريا» and «سورية», «أمريكا» and «أميركا».

use super::forms::without_first_article;
use crate::lexicon::{Classes, Lexicon};

/// What may stand before the name of a place that is the same place. A governorate is not its city, a river
/// not its country.
const HEADS: [&str; 7] = ["مدينه", "جمهوريه", "مملكه", "دوله", "سلطنه", "اماره", "عاصمه"];
/// What the long names of states have besides.
const STATE: [&str; 7] =
    ["العربيه", "الاسلاميه", "الشعبيه", "الديمقراطيه", "الهاشميه", "الاتحاديه", "الفيدراليه"];

/// The words of a place's name as they are compared.
pub(super) fn words(mut words: Vec<String>) -> Vec<String> {
    let head = words.first().is_some_and(|first| HEADS.contains(&super::forms::bare(first)));
    if head && words.len() > 1 {
        words.remove(0);
        let name = words.iter().filter(|word| !STATE.contains(&word.as_str()));
        let name: Vec<String> = name.cloned().collect();
        if !name.is_empty() {
            words = name;
        }
    }
    // «الولايات المتحدة الأمريكية»
    if words.len() > 2
        && words.last().is_some_and(|last| Lexicon::shared().classes(last).has(Classes::NATIONALITY))
    {
        words.pop();
    }
    for word in &mut words {
        if let Some(stem) = word.strip_suffix("يه") {
            *word = format!("{stem}يا");
        }
        *word = word.replace("امريك", "اميرك");
    }
    without_first_article(words)
}
