//! Clitics: words whose reading is not in doubt, and what holds for any word.

mod common;

use proptest::prelude::*;
use tawsim::segment::{Piece, Role, TokenKind, clitics_into, tokenize_into};

fn pieces(text: &str) -> Vec<Piece> {
    let (mut tokens, mut out) = (Vec::new(), Vec::new());
    tokenize_into(text, &mut tokens);
    for token in &tokens {
        clitics_into(text, token, &mut out);
    }
    out
}

fn cut(text: &str) -> String {
    pieces(text).iter().map(|piece| piece.span.slice(text)).collect::<Vec<_>>().join("+")
}

#[test]
fn clitics_are_cut() {
    let words = [
        "و+ب+العراق",
        "و+ل+لعراقيين",
        "ب+الولايات",
        "ك+البرادعي",
        "ل+لأمم",
        "ل+لبنان",
        "و+قال",
        "ف+قال",
        "س+يكون",
        "و+س+يكون",
        "ل+ه",
        "و+ل+ها",
        "ب+ه",
        "في+ه",
        "علي+هم",
        "كتاب+هم",
        "وكالت+ها",
        "و+رئيس+ه",
        "ب+هم",
        "ل+رئيس",
        "و+وزير",
        "إن+ه",
        "بين+هما",
        "رئيس+نا",
        "ف+ب+رئيس+هم",
        "و+ل+حقوق+هم",
        "و+ب+عمل+هم",
        "علي+نا",
    ];
    for word in words {
        let expected = word.split('+').collect::<Vec<_>>().join("+");
        assert_eq!(cut(&word.replace('+', "")), expected);
    }
}

#[test]
fn words_that_only_look_cut_stay_whole() {
    let words = [
        "لبنان",
        "وزير",
        "فارس",
        "كتاب",
        "بيان",
        "والد",
        "فيصل",
        "وزارة",
        "بغداد",
        "كان",
        "بين",
        "فلسطين",
        "وكالة",
        "سوريا",
        "لجنة",
        "بعد",
        "كل",
        "فرنسا",
        "سلام",
        "ولاية",
        "واشنطن",
        "كثير",
        "هذه",
        "الذي",
        "على",
        "فقط",
        "بيروت",
        "كريم",
        "وفد",
        "فريق",
        "سعر",
        "كما",
        "عندما",
    ];
    for word in words {
        assert_eq!(cut(word), word);
    }
}

#[test]
fn pieces_have_their_roles() {
    let roles = |text| pieces(text).iter().map(|piece| piece.role).collect::<Vec<_>>();
    use Role::{Conjunction, Future, Preposition, Pronoun, Stem};
    assert_eq!(roles("وسيكون"), [Conjunction, Future, Stem]);
    assert_eq!(roles("ولها"), [Conjunction, Preposition, Pronoun]);
    assert_eq!(roles("فبرئيسهم"), [Conjunction, Preposition, Stem, Pronoun]);
    assert_eq!(roles("و لـ العراق"), [Conjunction, Preposition, Stem]);
    assert_eq!(roles("NATO، 7 #وقال"), [Stem; 4]);
}

/// The article stays on its word, which says where it ends.
#[test]
fn stems_know_their_article() {
    let article = |text| {
        let found = pieces(text).iter().find_map(|piece| piece.article);
        found.map_or(String::new(), |article: tawsim::Span| article.slice(text).to_owned())
    };
    for (article_of, words) in [
        (
            "ال",
            &["العراق", "وبالعراق", "كالبرادعي", "التحقيق", "التقدم", "التقاطع", "الآخر", "ٱلعراق", "الأمن"][..],
        ),
        ("ل", &["للعراق", "وللعراقيين", "للأمم", "لليوم", "للغاية"]),
        ("اَلْ", &["اَلْعراق"]),
        (
            "",
            &[
                "الذي",
                "والتي",
                "الله",
                "لله",
                "الآن",
                "ألمانيا",
                "إلغاء",
                "التقى",
                "والتزام",
                "التزاماتها",
                "بالتزام",
                "للبنان",
                "للجنة",
                "ال",
                "لها",
                "لبنان",
                "ليبيا",
                "عراق",
                "7",
            ],
        ),
    ] {
        for word in words {
            // A wasla is an alef.
            assert_eq!(article(word).replace('ٱ', "ا"), article_of, "{word}");
        }
    }
}

/// Signs, tatweel and old letter shapes change nothing but the offsets.
#[test]
fn spelling_habits_do_not_matter() {
    for (text, expected) in [
        ("وَبِالعِراقِ", "وَ+بِ+العِراقِ"),
        ("وبـالعراق", "و+بـ+العراق"),
        ("لِـلعراقيين", "لِـ+لعراقيين"),
        ("ﻭﻗﺎﻝ", "ﻭ+ﻗﺎﻝ"),
        ("كِتابُهُم", "كِتابُ+هُم"),
        ("ورييسه", "و+رييس+ه"),
        // The ligature of lam and alef is one character, and isn't cut in two.
        ("ﻷنه", "ﻷن+ه"),
    ] {
        assert_eq!(cut(text), expected);
    }
}

proptest! {
    #![proptest_config(common::cases(4_000))]

    #[test]
    fn pieces_cover_their_token(text in "([وفبلكس]{0,3}(ال)?[ا-ي]{0,7}(ها|هم|نا|ه)?[\u{640}\u{64b}-\u{655}\u{200f}\u{fef5}-\u{fefc}. ]{0,2}){0,4}|[\u{600}-\u{6ff}]{0,40}") {
        let mut tokens = Vec::new();
        tokenize_into(&text, &mut tokens);
        for token in &tokens {
            let mut found = Vec::new();
            clitics_into(&text, token, &mut found);
            let mut end = token.span.start;
            for piece in &found {
                prop_assert_eq!(piece.span.start, end);
                prop_assert!(!piece.span.slice(&text).is_empty());
                end = piece.span.end;
            }
            prop_assert_eq!(end, token.span.end);
            prop_assert!(token.kind == TokenKind::Word || found.len() == 1);
        }
    }
}
