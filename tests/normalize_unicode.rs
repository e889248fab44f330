//! The Arabic folds against Unicode's own forms, over every Arabic code point and mixtures of them.

mod common;

use proptest::prelude::*;
use tawsim::normalize::{Folds, fold_into};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Every code point of the Arabic blocks.
fn arabic() -> impl Iterator<Item = char> {
    [
        0x600..0x700,
        0x750..0x780,
        0x870..0x900,
        0xfb50..0xfe00,
        0xfe70..0xff00,
        0x10e60..0x10e80,
        0x10ec0..0x10f00,
        0x1ee00..0x1ef00,
    ]
    .into_iter()
    .flatten()
    .filter_map(char::from_u32)
}

fn folded(text: &str, folds: &Folds) -> String {
    let mut out = String::new();
    fold_into(text, folds, &mut out);
    out
}

fn only(switch: impl Fn(&mut Folds)) -> Folds {
    let mut folds = Folds::CANONICAL;
    switch(&mut folds);
    folds
}

/// Where `MATCH` and Unicode's compatibility forms part on purpose.
fn differs_from_compatibility(c: char) -> bool {
    match c {
        // Vowel signs by themselves: Unicode puts a space under them, which would part the word they were typed in.
        '\u{fc5e}'..='\u{fc63}' | '\u{fe70}'..='\u{fe7e}' => true,
        // Mathematical letters are symbols, not an old way to write words.
        '\u{1ee00}'.. => true,
        _ => false,
    }
}

#[test]
fn presentation_forms_are_those_of_nfkc() {
    let folds = only(|f| f.presentation = true);
    for c in arabic() {
        let text = c.to_string();
        let expected: String = match c {
            // The isolated vowel signs: here without the space that Unicode puts under them.
            '\u{fc5e}'..='\u{fc63}' | '\u{fe70}'..='\u{fe7e}' => text.nfkc().filter(|&c| c != ' ').collect(),
            // Mathematical letters are symbols, not an old way to write words.
            '\u{1ee00}'.. => text.clone(),
            _ => text.nfkc().collect(),
        };
        // A letter with a hamza is one character in both; only presentation forms differ.
        assert_eq!(folded(&text, &folds), expected, "U+{:04X}", u32::from(c));
    }
}

#[test]
fn every_sign_above_or_below_a_letter_is_dropped() {
    for c in arabic().filter(|&c| is_combining_mark(c)) {
        assert_eq!(folded(&c.to_string(), &Folds::MATCH), "", "U+{:04X}", u32::from(c));
    }
}

#[test]
fn what_unicode_composes_is_composed() {
    let folds = only(|f| f.compose = true);
    for c in arabic() {
        let apart: String = c.to_string().nfd().collect();
        let composed: String = apart.nfc().collect();
        assert_eq!(folded(&apart, &folds), composed, "U+{:04X}", u32::from(c));
        for mark in ['\u{653}', '\u{654}', '\u{655}', '\u{64e}'] {
            let pair: String = [c, mark].iter().collect();
            // Two such marks on one letter, or two alone, Unicode puts in an order of its own.
            let ordered = apart != c.to_string() || canonical_combining_class(c) != 0;
            if !ordered {
                assert_eq!(folded(&pair, &folds), pair.nfc().collect::<String>(), "U+{:04X}", u32::from(c));
            }
        }
    }
}

#[test]
fn all_forms_of_a_letter_match() {
    for c in arabic() {
        let text = c.to_string();
        let expected = folded(&text, &Folds::MATCH);
        let forms = [text.nfc().collect::<String>(), text.nfd().collect()];
        for form in forms {
            assert_eq!(folded(&form, &Folds::MATCH), expected, "U+{:04X}", u32::from(c));
        }
        if !differs_from_compatibility(c) {
            for form in [text.nfkc().collect::<String>(), text.nfkd().collect()] {
                assert_eq!(folded(&form, &Folds::MATCH), expected, "U+{:04X}", u32::from(c));
            }
        }
    }
}

fn mixture() -> impl Strategy<Value = String> {
    let all: Vec<char> = arabic().collect();
    let piece = prop_oneof![
        4 => prop::sample::select(all),
        4 => prop::sample::select("اويىبلهةءآأإؤئۀۂۓەہے".chars().collect::<Vec<_>>()),
        4 => prop::sample::select("\u{64b}\u{64e}\u{650}\u{651}\u{653}\u{654}\u{655}\u{670}\u{6e4}".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    prop::collection::vec(piece, 0..16).prop_map(String::from_iter)
}

/// Letters, signs and presentation forms.
fn arabic_mixture() -> impl Strategy<Value = String> {
    let all: Vec<char> = arabic().filter(|&c| !differs_from_compatibility(c)).collect();
    let piece = prop_oneof![
        4 => prop::sample::select(all),
        4 => prop::sample::select("اويىبلهةءآأإؤئۀۂۓەہے".chars().collect::<Vec<_>>()),
        4 => prop::sample::select("\u{64b}\u{64e}\u{650}\u{651}\u{653}\u{654}\u{655}\u{670}\u{6e4}".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(piece, 0..16).prop_map(String::from_iter)
}

fn folds_with_nfkc() -> Folds {
    let mut folds = Folds::MATCH;
    folds.nfkc = true;
    folds
}

proptest! {
    #![proptest_config(common::cases(4_000))]

    #[test]
    fn the_unicode_switches_are_unicode(text in mixture()) {
        prop_assert_eq!(folded(&text, &only(|f| f.nfc = true)), text.nfc().collect::<String>());
        prop_assert_eq!(folded(&text, &only(|f| f.nfkc = true)), text.nfkc().collect::<String>());
    }

    /// Composing changes how a letter is written and never which one it is.
    #[test]
    fn composing_keeps_canonical_equivalence(text in mixture()) {
        let composed = folded(&text, &only(|f| f.compose = true));
        prop_assert_eq!(composed.nfd().collect::<String>(), text.nfd().collect::<String>());
    }

    #[test]
    fn canonically_equal_texts_match(text in mixture()) {
        let expected = folded(&text, &Folds::MATCH);
        prop_assert_eq!(folded(&text.nfc().collect::<String>(), &Folds::MATCH), expected.nfc().collect::<String>());
        prop_assert_eq!(folded(&text.nfd().collect::<String>(), &Folds::MATCH).nfc().collect::<String>(), expected.nfc().collect::<String>());
    }

    /// The same of Unicode's compatibility forms, Arabic with Arabic.
    #[test]
    fn compatible_texts_match(text in arabic_mixture()) {
        // Signs that no fold drops keep their order, where Unicode has one of its own.
        let folded = |text: &str| folded(text, &Folds::MATCH).nfc().collect::<String>();
        let expected = folded(&text);
        for form in [text.nfkc().collect::<String>(), text.nfkd().collect()] {
            prop_assert_eq!(folded(&form), expected.clone(), "{:?}", form);
        }
    }

    /// With the switches for them on, all four forms of a text are one.
    #[test]
    fn all_four_forms_are_one_under_nfkc(text in mixture()) {
        let folds = folds_with_nfkc();
        let expected = folded(&text, &folds);
        let forms = [text.nfc().collect::<String>(), text.nfd().collect(), text.nfkc().collect(), text.nfkd().collect()];
        for form in forms {
            prop_assert_eq!(folded(&form, &folds), expected.clone(), "{:?}", form);
        }
    }
}
