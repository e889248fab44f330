//! Words found again through clitics and spelling, and the keys that say which are the same.

mod common;

use proptest::prelude::*;
use tawsim::Span;
use tawsim::segment::{Phrase, stem_key};

fn found<'t>(phrase: &Phrase, text: &'t str) -> Vec<&'t str> {
    phrase.occurrences(text).iter().map(|span| span.slice(text)).collect()
}

#[test]
fn words_of_one_key() {
    for words in [
        &["العراق", "عراق", "بالعراق", "للعراق", "وللعراق", "العِـراق", "كالعراق"][..],
        &["حكومة", "الحكومة", "حكومته", "لحكومتهم", "وبالحكومة", "حكومه"],
        &["رئيس", "الرئيس", "رييس", "ورئيسها", "لرئيسنا", "للرئيس"],
        &["بيت", "البيت", "بيته", "بيتهم"],
        &["لغة", "لغته", "اللغة", "بلغتهم"],
        &["أبناء", "أبنائه", "أبناؤهم", "الأبناء", "ابناء"],
        &["شركات", "شركاتها", "الشركات"],
        &["لبنان", "للبنان", "بلبنان", "ولبنان"],
        &["التزام", "إلتزام", "بالتزام"],
        &["NATO", "nato"],
        &["٢٠٢١", "2021"],
    ] {
        let key = stem_key(words[0]);
        for word in words {
            assert_eq!(stem_key(word), key, "{word} and {}", words[0]);
        }
    }
}

#[test]
fn words_of_different_keys() {
    for (a, b) in [
        ("وزير", "زير"),
        ("لبنان", "بنان"),
        ("فارس", "ارس"),
        ("رئيس", "رئاسة"),
        ("بغداد", "غداد"),
        ("كتاب", "تاب"),
        ("الذي", "ذي"),
    ] {
        assert_ne!(stem_key(a), stem_key(b));
    }
}

/// A phrase, a text, and what of it is the phrase.
#[test]
fn phrases_are_found_through_clitics_and_spelling() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("العراق", "في العراق وبالعراق وللعراق والعراقي عراق", &["العراق", "العراق", "لعراق"]),
        ("بالعراق", "العراق", &["العراق"]),
        ("قاآني", "إسماعيل قاآني وقاآني، لقاآني؟ بقاآنى", &["قاآني", "قاآني", "قاآني", "قاآنى"]),
        ("بايدن", "زار بايدن، وبايدن قال لبايدن أيدن", &["بايدن", "بايدن", "بايدن"]),
        ("لافروف", "لافروف للافروف ولافروف الافروف", &["لافروف", "لافروف", "لافروف"]),
        ("لبنان", "لبنان للبنان وبلبنان بنان اللبناني", &["لبنان", "لبنان", "لبنان"]),
        ("الليبيين", "لليبيين والليبيين ليبيين", &["ليبيين", "الليبيين"]),
        ("رئيس", "رئيسها ورئيس الرئيس ورئيسنا رئاسة", &["رئيسها", "رئيس", "رئيسنا"]),
        ("حكومة", "حكومتهم وحكومته الحكومة حُكُومَة", &["حكومتهم", "حكومته", "حُكُومَة"]),
        ("مستشفى", "في مستشفاهم وبمستشفى", &["مستشفاهم", "مستشفى"]),
        ("زير", "وزير", &[]),
        ("ارس", "فارس", &[]),
        ("مجلس الأمن", "قال مجلس الأمن ولمجلس الامن: مجلس\nالأمن، مجلس أمن", &["مجلس الأمن", "مجلس الامن"]),
        ("محمد بن سلمان", "لمحمد  بن سلمان ومحمّد بن سلمان", &["محمد  بن سلمان", "محمّد بن سلمان"]),
        ("حزب الله", "لحزب الله وحزب اللّه", &["حزب الله", "حزب اللّه"]),
        ("علي", "جلس علي على الكرسي عليه", &["علي"]),
        ("علي", "جلس علي علي الكرسي", &["علي", "علي"]),
        ("G20", "قمة g20 والـG20", &["g20", "G20"]),
        ("أ.ف.ب.", "نقلت أ.ف.ب. عنه", &["أ.ف.ب."]),
        ("", "نص", &[]),
        (" ", "نص آخر", &[]),
    ];
    for (phrase, text, expected) in cases {
        assert_eq!(found(&Phrase::new(phrase), text), *expected, "{phrase} in {text}");
    }
}

#[test]
fn switches_widen_and_narrow() {
    let text = "الأسد وأسد وللأسد بأسده";
    assert_eq!(found(&Phrase::new("الأسد"), text), ["الأسد", "لأسد"]);
    assert_eq!(found(&Phrase::new("أسد").without_pronouns(), text), ["أسد"]);
    assert_eq!(found(&Phrase::new("أسد").any_article(), text), ["الأسد", "أسد", "لأسد", "أسده"]);
    assert_eq!(found(&Phrase::new("الأسد").any_article().without_pronouns(), text), ["الأسد", "أسد", "لأسد"]);
}

#[test]
fn a_mark_inside_a_word_begins_the_phrase() {
    let text = "وللعراق جيران. العراق كبير";
    for (from, to) in [("لعراق", 1), ("العراق", 0)] {
        let at = if to == 1 { text.find(from) } else { text.rfind(from) }.unwrap();
        let phrase = Phrase::at(text, Span::new(at, at + from.len()));
        assert_eq!(found(&phrase, text), ["لعراق", "العراق"]);
    }
    // A mark that begins or ends within a letter group means the word.
    let text = "قال الوزير";
    assert_eq!(found(&Phrase::at(text, Span::new(7, 13)), text), ["الوزير"]);
    assert_eq!(found(&Phrase::at(text, Span::new(6, 7)), text), Vec::<&str>::new());
    assert_eq!(found(&Phrase::at(text, Span::new(900, 7)), text), Vec::<&str>::new());
}

proptest! {
    #![proptest_config(common::cases(2_000))]

    #[test]
    fn what_is_marked_is_found(text in "([وفبلكس]{0,2}(ال)?[ا-ي]{1,5}(ها|ه)?[\u{640}\u{64b}-\u{655} .،\n]{1,2}){0,6}|[\u{600}-\u{6ff} ]{0,30}|\\PC{0,20}", from in any::<prop::sample::Index>(), len in 1usize..12) {
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = from.index(edges.len());
        let mark = Span::new(edges[start], edges[(start + len).min(edges.len() - 1)]);
        let mut last = 0;
        for span in Phrase::at(&text, mark).any_article().occurrences(&text) {
            prop_assert!(span.start >= last && span.end > span.start);
            prop_assert!(text.get(span.start..span.end).is_some());
            last = span.end;
        }
    }

    #[test]
    fn a_key_is_folded_once(word in "[\u{621}-\u{652}]{0,10}|\\PC{0,8}") {
        prop_assert!(word.is_empty() || !stem_key(&word).contains('\n'));
        prop_assert_eq!(stem_key(&format!("{word}\u{640}")), stem_key(&word));
    }
}
