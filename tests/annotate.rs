//! The whole pipeline over generated text: whatever comes in, spans are exact and nothing panics.
#![cfg(feature = "default-model")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::LazyLock;

use proptest::prelude::*;
use tawsim::normalize::Utf16Cursor;
use tawsim::{Annotator, Entity, Model, Options, Scratch};

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::new(Model::news().unwrap()));

fn annotate(text: &str) -> Vec<Entity> {
    ANNOTATOR.annotate(text, &Options::default(), &mut Scratch::default()).entities
}

/// What every result must be, whatever the text.
fn check(text: &str, entities: &[Entity]) {
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let points: Vec<char> = text.chars().collect();
    let mut cursor = Utf16Cursor::new(text);
    let mut start = 0;
    for (at, entity) in entities.iter().enumerate() {
        let name = &text[entity.span.start..entity.span.end];
        assert!(!name.is_empty() && name.trim() == name, "{name:?}");
        assert!(entity.span.start >= start, "entities step back");
        start = entity.span.start;
        for (number, other) in entities[..at].iter().enumerate() {
            let around = other.span.start <= entity.span.start && entity.span.end <= other.span.end;
            assert!(around || !other.span.overlaps(entity.span), "entities cross");
            assert!(!around || entity.parent >= Some(number), "the smallest one around is the parent");
        }
        assert!(entity.surface.start <= entity.span.start && entity.span.end <= entity.surface.end);
        assert!((0.0..=1.0).contains(&entity.score), "{}", entity.score);
        assert!(entity.kind < ANNOTATOR.types().len());
        let (from, to) = (cursor.utf16_offset(entity.span.start), cursor.utf16_offset(entity.span.end));
        assert_eq!(String::from_utf16(&utf16[from..to]).unwrap(), name);
        let before = text[..entity.span.start].chars().count();
        let length = name.chars().count();
        assert_eq!(points[before..before + length].iter().collect::<String>(), name);
    }
}

/// Names in many spellings, between words and noise.
fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "زار", "الرئيس", "جو بايدن", "وبالكاظمي", "للعراق", "ببغداد", "وواشنطن", "إيران", "فرنسا", "مصطفى",
            "قال", "في", "من", "وزارة الخارجية", "الأمم المتحدة", "القاهرة", "محمد صلاح", "د.", "أ.ف.ب.",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "بَغْدَاد", "بـــغـــداد", "ﺑﻐﺪﺍﺩ", "ﻻ", "م\u{0653}حمد", "👨‍👩‍👧‍👦", "🇮🇶", "\u{200F}العراق\u{200E}", "ايـران\u{064B}",
            "٣٫٥", "2021", "Reuters", "\u{0640}", "\u{0651}", "\u{FEFF}", "«بغداد»", "(دمشق", "#بغداد_اليوم",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let gap = prop::sample::select(vec![" ", " ", " ", "", "\r\n", "\n", ". ", "، ", "\u{00A0}", "\u{202B}"]);
    prop::collection::vec((piece, gap), 0..24)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap.to_owned()]).collect())
}

proptest! {
    #[test]
    fn spans_are_exact(text in news()) {
        check(&text, &annotate(&text));
    }

    #[test]
    fn anything_at_all_is_survived(text in "(?s).{0,200}") {
        check(&text, &annotate(&text));
    }

    #[test]
    fn a_used_scratch_changes_nothing(first in news(), second in news()) {
        let mut scratch = Scratch::default();
        let _ = ANNOTATOR.annotate(&first, &Options::default(), &mut scratch);
        prop_assert_eq!(ANNOTATOR.annotate(&second, &Options::default(), &mut scratch).entities, annotate(&second));
    }

    #[test]
    fn steps_of_any_size_find_the_same(text in news(), budget in 1_usize..40) {
        let (mut progress, mut scratch) = (ANNOTATOR.start(&text, &Options::default()), Scratch::default());
        while !progress.is_done() {
            let before = progress.fraction();
            ANNOTATOR.advance(&text, &mut progress, budget, &mut scratch);
            prop_assert!(progress.fraction() > before || progress.is_done());
        }
        let all = annotate(&text);
        prop_assert_eq!(&progress.document().entities, &all);
    }
}

#[test]
fn empty_and_foreign_texts_have_no_entities() {
    for text in ["", " ", "\r\n\r\n", "…", "\u{202B}\u{200F}", "12 + 30 = 42"] {
        assert_eq!(annotate(text), [], "{text:?}");
    }
}

#[test]
fn one_endless_sentence_and_one_endless_word_are_survived() {
    for text in
        ["بغداد ".repeat(20_000), "بغداد".repeat(100_000), "\u{0651}".repeat(100_000), "ا".repeat(100_000)]
    {
        let entities = annotate(&text);
        check(&text, &entities);
        assert!(entities.iter().all(|entity| entity.surface.len() <= 400), "a name of a page's length");
    }
}

#[test]
fn a_proclitic_is_outside_the_name() {
    let text = "وصل الوفد إلى بغداد قادما من طهران، ثم عاد للعراق.";
    let entities = annotate(text);
    let iraq = entities.iter().find(|entity| entity.norm == "العراق").expect("للعراق is found");
    assert_eq!(iraq.span.slice(text), "لعراق");
    assert_eq!(iraq.surface.slice(text), "للعراق");
    let text = "قدّمت فرنسا مساعدات للبنان بعد الانفجار في بيروت.";
    let lebanon = annotate(text).into_iter().find(|entity| entity.norm == "لبنان");
    assert_eq!(lebanon.expect("للبنان is found").span.slice(text), "لبنان");
}
