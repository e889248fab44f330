//! What people are called.
//!
//! A name is read as units: «محمد | بن سلمان», «عبد الفتاح | السيسي», «أبو مهدي | المهندس», «محمد | ولد الغزواني»,
//! without titles before it. Two names of several units are one person's if they begin with the same unit and
//! the units of one are all in the other in their order: «مصطفى الكاظمي» and «مصطفى عبد اللطيف الكاظمي». Names that
//! begin otherwise never are: of «حسني مبارك» and «علاء حسني مبارك» one is the father.
//!
//! A single unit is looked up among the last units, those with «بن», «ولد», «آل» and kunyas, and the first ones
//! (given names, which must have been named in full before).

use std::collections::HashMap;

use super::forms::{Forms, Sort, bare};
use super::{Candidates, MANY};
use crate::document::Document;
use crate::lexicon::{Classes, Lexicon};
use crate::normalize::{Folds, fold_into};

/// Words that begin a unit of two or more words.
const LEADING: [&str; 16] = [
    "عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ولد", "ال", "دي", "دا", "فان", "فون", "بو", "ايت",
];
/// Words that end a unit.
const TRAILING: [&str; 6] = ["الدين", "الله", "الاسلام", "الزمان", "الحق", "الهدي"];
/// Units that tell namesakes apart: the surname is the one before.
const NAMESAKES: [&str; 6] = ["الابن", "الاب", "الصغير", "الكبير", "جونيور", "الحفيد"];
/// Who is somebody's is somebody else.
const KIN: [&str; 24] = [
    "اخ",
    "اخو",
    "شقيق",
    "اخت",
    "شقيقه",
    "والد",
    "والده",
    "اب",
    "ام",
    "ابن",
    "ابنه",
    "نجل",
    "نجله",
    "كريمه",
    "زوج",
    "زوجه",
    "عقيله",
    "ارمله",
    "عم",
    "عمه",
    "خال",
    "حفيد",
    "حفيده",
    "صهر",
];

/// The units of a name, given as folded words, each as one word: «عبد الله» and «عبدالله» are the same. What leads a unit
/// is marked: `بن_سلمان`.
pub(super) fn units(words: &[String]) -> Vec<String> {
    let title = |word: &str| {
        let honoured = word.starts_with("ال") && Lexicon::shared().classes(word).has(Classes::TITLE);
        honoured || word.chars().nth(1).is_none()
    };
    let mut rest = words;
    while let [first, after @ ..] = rest
        && !after.is_empty()
        && title(first)
    {
        rest = after;
    }
    let mut units: Vec<String> = Vec::new();
    let mut open = false;
    for word in rest {
        let part = match word.as_str() {
            "عبد" => "عبد".to_owned(),
            "ابي" | "ابا" => "ابو_".to_owned(),
            "ابن" => "بن_".to_owned(),
            lead if LEADING.contains(&lead) => format!("{lead}_"),
            // «أبوسالم»
            other => match other.strip_prefix("ابو").filter(|rest| rest.chars().nth(2).is_some()) {
                Some(rest) => format!("ابو_{rest}"),
                None => other.to_owned(),
            },
        };
        match units.last_mut().filter(|_| open || TRAILING.contains(&word.as_str())) {
            Some(unit) => unit.push_str(&part),
            None => units.push(part),
        }
        open = LEADING.contains(&word.as_str());
    }
    if let [_, others @ ..] = units.as_mut_slice() {
        // «كاظمي» is «الكاظمي» only beside a given name.
        others
            .iter_mut()
            .filter(|unit| !NAMESAKES.contains(&unit.as_str()))
            .for_each(|u| *u = bare(u).to_owned());
    }
    units
}

/// Joins the full names of one person, and by-names in brackets: «خليل الوزير (أبو جهاد)».
pub(super) fn join(forms: &mut Forms, aliases: &[(usize, usize)]) {
    let mut known: HashMap<[String; 2], Vec<usize>> = HashMap::new();
    for at in forms.longest(Sort::Person, 2) {
        let Some(form) = forms.get(at) else { continue };
        let [first, middle @ .., last] = form.words.as_slice() else { continue };
        let ends = [first.clone(), last.clone()];
        // The space keeps a unit within a name apart from the last one.
        let inner = |unit: &String| [first.clone(), format!("{unit} ")];
        let keys: Vec<[String; 2]> = middle.iter().map(inner).chain([ends.clone()]).collect();
        // Those that share its beginning and its end, and those that go on where it ends.
        let near = [known.get(&ends), known.get(&inner(last))].into_iter().flatten().flatten();
        let fits = |&&other: &&usize| forms.get(other).is_some_and(|other| within(&form.words, &other.words));
        let mut roots: Vec<usize> = near.filter(fits).copied().collect();
        roots.iter_mut().for_each(|root| *root = forms.root(*root));
        roots.sort_unstable();
        roots.dedup();
        if let [only] = roots.as_slice() {
            forms.join(*only, at);
        }
        for key in keys {
            let some = known.entry(key).or_default();
            if some.len() <= MANY {
                some.push(at);
            }
        }
    }
    for &(outer, inner) in aliases {
        let person = |form: usize| forms.get(form).filter(|form| form.sort == Sort::Person);
        if person(outer).is_some() && person(inner).is_some_and(|form| form.words.len() == 1) {
            forms.join(outer, inner);
        }
    }
}

/// Whether all units of one name are in the other, in their order.
fn within(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|unit| rest.any(|other| other == unit))
}

/// Tells what names of one unit may stand for.
pub(super) fn candidates(forms: &mut Forms, out: &mut HashMap<usize, Candidates>) {
    let mut surnames: HashMap<String, Vec<usize>> = HashMap::new();
    let mut given: HashMap<String, Vec<usize>> = HashMap::new();
    for at in forms.longest(Sort::Person, 2) {
        let root = forms.root(at);
        let Some(form) = forms.get(at) else { continue };
        let mut note = |unit: &str| {
            let known = surnames.entry(bare(unit).to_owned()).or_default();
            if known.len() <= MANY && !known.contains(&root) {
                known.push(root);
            }
        };
        let mut units = form.words.as_slice();
        if let [before @ .., _, last] = units
            && NAMESAKES.contains(&last.as_str())
        {
            units = units.get(..before.len() + 1).unwrap_or_default();
        }
        units.iter().skip(1).next_back().into_iter().for_each(|last| note(last));
        for unit in units {
            if let Some((lead, tail)) = unit.split_once('_') {
                note(unit);
                if tail.starts_with("ال") && lead != "ابو" {
                    note(tail);
                }
            }
        }
        if let Some(first) = form.words.first() {
            let known = given.entry(first.clone()).or_default();
            if known.len() <= MANY && !known.contains(&root) {
                known.push(root);
            }
        }
    }
    for at in forms.longest(Sort::Person, 1) {
        let Some([unit]) = forms.get(at).map(|form| form.words.as_slice()) else { continue };
        let family = surnames.get(bare(unit)).map(Vec::as_slice).unwrap_or_default();
        let first = given.get(unit).map(Vec::as_slice).unwrap_or_default();
        let after = family.is_empty();
        let all: Vec<usize> = family.iter().chain(first).copied().collect();
        let own = forms.root(at);
        let id = forms.get(own).and_then(|form| form.id.clone());
        let fits = |&other: &usize| {
            let other = forms.get(other);
            other.is_some_and(|other| other.id.is_none() || id.is_none() || other.id == id)
        };
        let all: Vec<usize> = all.into_iter().filter(fits).collect();
        let given = first.to_vec();
        // One that an alias or an identifier has joined to a full name is decided.
        if !all.is_empty() && own == at && !all.contains(&own) {
            out.insert(at, Candidates { forms: all, given, after });
        }
    }
}

/// Of each mention, the forms that stand beside it as kin: «عزت الدسوقي وشقيقته رانيا», «بطرس، عم وجيه».
pub(super) fn kin(text: &str, document: &Document, forms: &Forms) -> HashMap<usize, Vec<usize>> {
    let mut out: HashMap<usize, Vec<usize>> = HashMap::new();
    let person =
        |at: usize| forms.of(at).filter(|&f| forms.get(f).is_some_and(|form| form.sort == Sort::Person));
    let people: Vec<usize> = (0..document.entities.len()).filter(|&at| person(at).is_some()).collect();
    for pair in people.windows(2) {
        let &[one, other] = pair else { continue };
        let (Some(a), Some(b)) = (document.entities.get(one), document.entities.get(other)) else { continue };
        let between = text.get(a.span.end..b.span.start).unwrap_or_default();
        if between.len() > 80 || between.contains(['.', '\n']) {
            continue;
        }
        let mut folded = String::new();
        fold_into(between, &Folds::MATCH, &mut folded);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        if words.clone().count() <= 3
            && words.into_iter().any(is_kin)
            && let (Some(form), Some(next)) = (forms.of(one), forms.of(other))
        {
            out.entry(one).or_default().push(next);
            out.entry(other).or_default().push(form);
        }
    }
    out
}

/// Whether a folded word says whose kin somebody is: «شقيق», «وشقيقته», «نجله».
fn is_kin(word: &str) -> bool {
    let stem = |word: &str| {
        let of = ["ه", "ها", "هما", "هم"].iter().filter_map(|end| word.strip_suffix(end));
        let whole = std::iter::once(word).chain(of);
        whole.into_iter().any(|stem| {
            KIN.contains(&stem)
                || stem.strip_suffix('ت').is_some_and(|stem| KIN.contains(&format!("{stem}ه").as_str()))
        })
    };
    stem(word) || word.strip_prefix('و').is_some_and(stem) || stem(bare(word))
}
