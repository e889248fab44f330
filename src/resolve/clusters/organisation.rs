//! What organisations are called when they have been named in full.
//!
//! | full | short |
//! |---|---|
//! | «رابطة دول جنوب شرق آسيا (آسيان)» | «آسيان» |
//! | «الحرس الثوري الإيراني» | «الحرس الثوري»: nationality and the like dropped from its end |
//! | «وكالة سبوتنيك» | «سبوتنيك»: a head dropped that says what kind of body a name is; not «مجلس الأمن» |
//! | «الحرس الثوري», «حزب الوفاق» | «الحرس», «الحزب»: the head alone with the article, once it has been named |

use std::collections::HashMap;

use super::forms::{Forms, Sort, bare};
use super::{Candidates, MANY};
use crate::lexicon::{Classes, Lexicon};

/// Adjectives that come and go at the end of an organisation's name, besides nationalities.
const LOOSE: [&str; 12] = [
    "الدولي",
    "الدوليه",
    "العالمي",
    "العالميه",
    "الوطني",
    "الوطنيه",
    "الاسلامي",
    "الاسلاميه",
    "الاتحادي",
    "الاتحاديه",
    "الاشتراكي",
    "الاشتراكيه",
];

/// What stands before a name that is enough by itself.
const NAMED: [&str; 20] = [
    "شركه",
    "مجموعه",
    "موسسه",
    "حركه",
    "حزب",
    "تحالف",
    "ايتلاف",
    "كتله",
    "جماعه",
    "تنظيم",
    "منظمه",
    "بنك",
    "مصرف",
    "دار",
    "تيار",
    "جبهه",
    "شبكه",
    "جمعيه",
    "مطعم",
    "متجر",
];
/// Those of them before names of places too: «نادي الزمالك» is «الزمالك», but «جامعة القاهرة» and «بنك مصر» aren't the place's name.
const OF_PLACES: [&str; 10] =
    ["نادي", "فريق", "صحيفه", "قناه", "مجله", "موقع", "جريده", "وكاله", "راديو", "اذاعه"];

/// Joins names with the acronyms, or acronyms with the names, that follow them in brackets: one of the two is of one
/// word.
pub(super) fn acronyms(forms: &mut Forms, aliases: &[(usize, usize)]) {
    for &(outer, inner) in aliases {
        let size =
            |form: usize| forms.get(form).filter(|form| form.sort != Sort::Person).map(|f| f.words.len());
        if let (Some(a), Some(b)) = (size(outer), size(inner))
            && a.min(b) == 1
            && forms.get(outer).is_some_and(|form| form.sort != Sort::Place)
        {
            forms.join(outer, inner);
        }
    }
}

/// Tells what short forms may stand for, and joins those that can be one thing only.
pub(super) fn candidates(forms: &mut Forms, out: &mut HashMap<usize, Candidates>) {
    let all = forms.longest(Sort::Organisation, 1);
    let mut shorts: HashMap<String, Vec<usize>> = HashMap::new();
    let mut heads: HashMap<String, Vec<usize>> = HashMap::new();
    for &at in &all {
        let Some(form) = forms.get(at) else { continue };
        for short in short(&form.words) {
            push(shorts.entry(short).or_default(), at);
        }
        if let [first, _, ..] = form.words.as_slice()
            && is(first, Classes::HEAD)
        {
            push(heads.entry(first.clone()).or_default(), at);
        }
    }
    for &at in &all {
        let Some(form) = forms.get(at) else { continue };
        let head = matches!(form.words.as_slice(), [only] if is(only, Classes::HEAD));
        let longer = shorts.get(&form.words.join(" ")).into_iter();
        let longer =
            longer.chain(head.then(|| form.words.first().and_then(|only| heads.get(only))).flatten());
        let mut others: Vec<usize> = longer.flatten().copied().collect();
        let own = forms.root(at);
        others.retain(|&other| forms.root(other) != own);
        let mut roots: Vec<usize> = others.iter().map(|&other| forms.root(other)).collect();
        roots.sort_unstable();
        roots.dedup();
        match roots.as_slice() {
            [] => {}
            &[only] if !head => {
                forms.join(only, at);
            }
            // The club «الاتحاد» was there before «الاتحاد الآسيوي»: it is its name.
            [first, ..] if head && at < *first => {}
            _ => {
                out.insert(at, Candidates { forms: roots, given: Vec::new(), after: head });
            }
        }
    }
}

fn push(some: &mut Vec<usize>, one: usize) {
    if some.len() <= MANY {
        some.push(one);
    }
}

/// The names that a name of these words is shortened to, as keys.
fn short(words: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    let mut tell = |words: &[String], least: usize| {
        if words.len() >= least
            && let Some((first, rest)) = words.split_first()
        {
            out.push(
                [&[bare(first)], rest.iter().map(String::as_str).collect::<Vec<_>>().as_slice()]
                    .concat()
                    .join(" "),
            );
        }
    };
    let loose = |word: &str| is(word, Classes::NATIONALITY) || LOOSE.contains(&word);
    let end = words.iter().rposition(|word| !loose(word)).map_or(words.len(), |last| last + 1);
    if end < words.len() {
        tell(words.get(..end).unwrap_or_default(), 2);
    }
    if let Some((head, rest)) = words.split_first()
        && (OF_PLACES.contains(&head.as_str())
            || NAMED.contains(&head.as_str()) && !matches!(rest, [only] if is(only, Classes::PLACE)))
        && end > 1
    {
        tell(rest, 1);
        if end < words.len() {
            tell(rest.get(..end - 1).unwrap_or_default(), 1);
        }
    }
    out
}

/// Whether the lists have the word in a class, with the article or without.
fn is(word: &str, class: Classes) -> bool {
    Lexicon::shared().classes(word).has(class)
}
