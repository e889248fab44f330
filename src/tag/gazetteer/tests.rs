//! Matching by itself: what a list finds in a text, without a model.

use proptest::prelude::*;

use super::*;
use crate::normalize::{Folds, fold_into};
use crate::segment::{Token, sentences_into, tokenize_into};

/// The names that a list finds in a text, as they stand there.
fn found<'t>(gazetteer: &Gazetteer, text: &'t str) -> Vec<&'t str> {
    let (mut tokens, mut sentences, mut words, mut out) = (vec![], vec![], Words::default(), vec![]);
    tokenize_into(text, &mut tokens);
    sentences_into(text, &tokens, &mut sentences);
    words.read(text, &tokens);
    gazetteer.find(text, &tokens, &sentences, &words, &mut out);
    out.iter().map(|found| found.span.slice(text)).collect()
}

fn list(names: &[&str]) -> Gazetteer {
    let mut gazetteer = Gazetteer::default();
    for name in names {
        gazetteer.add(&Entry::new(*name, "ORG")).unwrap();
    }
    gazetteer
}

#[test]
fn names_are_found_through_proclitics() {
    for (name, word, expected) in [
        ("الكاظمي", "وبالكاظمي", Some("الكاظمي")),
        ("العراق", "للعراق", Some("لعراق")),
        ("العراق", "وللعراق", Some("لعراق")),
        ("اللجنة الأولمبية", "للجنة الأولمبية", Some("لجنة الأولمبية")),
        ("لبنان", "بلبنان", Some("لبنان")),
        ("لبنان", "للبنان", Some("لبنان")),
        ("لبنان", "ولبنان", Some("لبنان")),
        ("محمد شياع", "لمحمد شياع", Some("محمد شياع")),
        ("بغداد", "وَبِبَغْدَاد", Some("بَغْدَاد")),
        ("مصر", "ومصر", Some("مصر")),
        ("مصر", "لمصر", Some("مصر")),
        ("قطر", "بقطر", Some("قطر")),
        ("عزم", "وعزم", Some("عزم")),
        ("فيلق القدس", "كفيلق القدس", Some("فيلق القدس")),
        ("توسيم", "بتوسيم", Some("توسيم")),
        ("سبوتنيك", "وسبوتنيك", Some("سبوتنيك")),
        // The letters are the word's own.
        ("ريم", "كريم", None),
        ("زير", "وزير", None),
        ("يان", "بيان", None),
        ("سام", "وسام", None),
        ("بنان", "لبنان", None),
        ("ريم عامر", "كريم عامر", None),
        ("ليد", "وليد", None),
        ("ندا", "كندا", None),
        ("ارس", "فارس", None),
        // Part of a word is no word.
        ("الكاظم", "الكاظمي", None),
        ("كاظمي", "الكاظمي", None),
    ] {
        let text = format!("قالوا {word} اليوم");
        let found = found(&list(&[name]), &text);
        assert_eq!(found.first().copied(), expected, "{name} in {word}");
    }
}

#[test]
fn spelling_and_space_make_no_difference() {
    let list = list(&["الأُمَم المتحدة", "د. سعيد مكي", "أ.ف.ب", "G20", "حزب الله - العراق", "مستشفى ١٧ تموز"]);
    for text in [
        "الامم  المتحده",
        "الأمـــم\u{a0}المتّحدة",
        "الأمم\u{200f} المتحدة",
        "د سعيد مكى",
        "أ.ف.ب.",
        "«G20»",
        "حزب الله – العراق",
        "مستشفي 17 تموز",
        "ﺍﻷﻣﻢ ﺍﻟﻤﺘﺤﺪﺓ",
    ] {
        assert_eq!(found(&list, &format!("قال {text} أمس")).len(), 1, "{text}");
    }
    for text in ["الأمم\nالمتحدة", "الأمم، المتحدة", "أمم متحدة", "حزب الله العراق"]
    {
        assert_eq!(found(&list, text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_context_tells_a_name_from_a_word() {
    let mut list = Gazetteer::default();
    let context = |quotes, after: &[&str]| {
        Some(Context { quotes, after: after.iter().map(|&word| word.to_owned()).collect() })
    };
    let mut entry = Entry::new("عزم", "ORG");
    entry.context = context(true, &["تحالف", "كتلة نواب"]);
    list.add(&entry).unwrap();
    entry = Entry::new("فتح", "ORG");
    entry.context = context(false, &["حركة"]);
    list.add(&entry).unwrap();
    for (text, count) in [
        ("أعلن «عزم» موقفه", 1),
        ("أعلن \"عزم\" موقفه", 1),
        ("في تحالف عزم", 1),
        ("وبتحالف «عزم»", 1),
        ("لتحالف \"عزم\" رأي", 1),
        ("بعض كتلة نواب عزم", 1),
        ("عن حركة فتح", 1),
        ("مضى بعزم", 0),
        ("عزم على السفر", 0),
        ("«عزم وإرادة»", 0),
        ("في تحالف وعزم", 0),
        ("تحالف. عزم", 0),
        ("نواب عزم", 0),
        ("«فتح» الباب", 0),
        ("التحالف عزم", 0),
    ] {
        assert_eq!(found(&list, text).len(), count, "{text}");
    }
}

#[test]
fn a_name_with_two_contexts_has_two_entries() {
    let mut list = Gazetteer::default();
    let mut entry = Entry::new("الأهلي", "TEAM");
    entry.id = Some("cairo".to_owned());
    list.add(&entry).unwrap();
    entry.id = Some("jeddah".to_owned());
    assert_eq!(list.add(&entry).unwrap_err().code(), "entry_duplicate");
    entry.context = Some(Context { quotes: false, after: vec!["جدة".to_owned()] });
    assert!(list.add(&entry).is_ok());
    assert!(list.add(&entry).is_ok(), "the same again is no fault");
    assert_eq!(list.len(), 2);
}

#[test]
fn what_is_wrong_with_an_entry_is_said_and_the_rest_of_it_counts() {
    let mut list = Gazetteer::default();
    let long = "كلمة ".repeat(33);
    for (name, kind, priority, code) in [
        ("", "ORG", 1.0, "entry_name"),
        ("«…»", "ORG", 1.0, "entry_name"),
        (long.as_str(), "ORG", 1.0, "entry_name"),
        ("بغداد", "", 1.0, "entry_type"),
        ("بغداد", "A B", 1.0, "entry_type"),
        ("بغداد", "LOC", 1.5, "entry_priority"),
        ("بغداد", "LOC", f32::NAN, "entry_priority"),
    ] {
        let mut entry = Entry::new(name, kind);
        entry.priority = priority;
        assert_eq!(list.add(&entry).unwrap_err().code(), code, "{name}");
    }
    assert!(list.is_empty() && list.types().is_empty());
    let mut entry = Entry::new("بغداد", "LOC");
    entry.aliases = vec!["!".to_owned(), "مدينة السلام".to_owned()];
    assert_eq!(list.add(&entry).unwrap_err().code(), "entry_name");
    assert_eq!(found(&list, "بغداد مدينة السلام").len(), 2);
}

#[test]
fn packed_lists_say_what_rows_say() {
    let rows = ["1~تحالف|عزم|ORG|q1|0.5|عزم الشباب", "", "|?|ORG||1", "|؟|ORG||1"].join("/");
    let packed = format!("{rows}#بيان|ORG/!|");
    let packed =
        packed.replace('|', "\u{1f}").replace('/', "\u{1e}").replace('~', "\u{1d}").replace('#', "\u{1c}");
    let (list, faults) = Gazetteer::unpack(&packed);
    assert_eq!((list.len(), list.bans.len()), (1, 1));
    let faults: Vec<_> = faults.iter().map(|f| (f.blocked, f.row, f.error.code())).collect();
    assert_eq!(faults, [(false, 2, "entry_name"), (false, 3, "entry_name"), (true, 1, "entry_name")]);
    assert_eq!(found(&list, "«عزم» وتحالف عزم وعزم الشباب بعزم"), ["عزم", "عزم"]);
    assert_eq!(Gazetteer::unpack("").0.len(), 0);
}

/// Every name at every place, by comparing words.
fn naive<'t>(names: &[String], text: &'t str) -> Vec<&'t str> {
    let fold = |word: &str| {
        let mut folded = String::new();
        fold_into(word, &Folds::MATCH, &mut folded);
        folded
    };
    let split = |text: &str| {
        let mut tokens: Vec<Token> = Vec::new();
        tokenize_into(text, &mut tokens);
        tokens
    };
    let tokens = split(text);
    let words: Vec<String> = tokens.iter().map(|token| fold(token.span.slice(text))).collect();
    let mut out = Vec::new();
    for first in 0..tokens.len() {
        for end in (first + 1..=tokens.len()).rev() {
            let mut best = None;
            for name in names {
                let name: Vec<String> =
                    split(name).iter().map(|token| fold(token.span.slice(name))).collect();
                if name.len() != end - first || name[1..] != words[first + 1..end] {
                    continue;
                }
                for front in ["", "و", "ف"] {
                    for particle in ["", "ب", "ك", "ل"] {
                        let written = [
                            (true, format!("{front}{particle}{}", name[0])),
                            (particle == "ل", name[0].replacen("ال", &format!("{front}لل"), 1)),
                            (particle == "ل", name[0].replacen("الل", &format!("{front}لل"), 1)),
                        ];
                        for (_, written) in written.iter().filter(|(may, _)| *may) {
                            let proclitics = front.len() + particle.len();
                            let reading = proclitic::Reading { cut: 0, alef: false, proclitics };
                            if *written != words[first]
                                || (!name[0].starts_with("ال") && !written.ends_with(&name[0]))
                            {
                                continue;
                            }
                            let joined = name.join(" ");
                            let start = proclitic::start(
                                text,
                                &tokens[first],
                                reading,
                                &words[first],
                                &joined,
                                name.len(),
                            );
                            let cut = start.map(|start| (proclitics, tokens[first].span.start + start));
                            best = [best, cut].into_iter().flatten().min();
                        }
                    }
                }
            }
            out.extend(best.map(|(_, start)| &text[start..tokens[end - 1].span.end]));
        }
    }
    out
}

/// Words that are full of what could be proclitics and articles.
fn word() -> impl Strategy<Value = String> {
    let front = prop::sample::select(vec![
        "", "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "لل", "ال", "وال", "فلل", "الل",
    ]);
    let back = prop::sample::select(vec!["عراق", "بنان", "جنة", "ريم", "حزب", "كوفة", "وادي", "مُلك"]);
    (front, back).prop_map(|(front, back)| format!("{front}{back}"))
}

fn phrase(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), words).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn the_table_finds_what_comparing_all_names_finds(
        names in prop::collection::vec(phrase(1..4), 1..12),
        text in phrase(1..14),
    ) {
        let mut list = Gazetteer::default();
        for name in &names {
            list.add(&Entry::new(name.as_str(), "ORG")).unwrap();
        }
        prop_assert_eq!(found(&list, &text), naive(&names, &text));
    }

    #[test]
    fn any_name_is_found_where_it_stands(name in "[ء-غف-ي0-9a-z]{1,8}( [ء-غف-ي]{1,6}){0,3}", text in phrase(0..4)) {
        let mut list = Gazetteer::default();
        list.add(&Entry::new(name.as_str(), "ORG")).unwrap();
        let text = format!("{text}، {name}، {text}");
        let found = found(&list, &text);
        prop_assert!(found.contains(&name.as_str()), "{found:?}");
    }

    #[test]
    fn any_list_and_any_text_are_survived(name in "\\PC{0,12}", text in "(?s).{0,60}") {
        let (mut list, _) = Gazetteer::unpack(&text);
        let _ = list.add(&Entry::new(name.as_str(), "ORG"));
        found(&list, &text);
        found(&list, &format!("{text}{name}"));
    }
}
