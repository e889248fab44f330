//! The folds one by one, and what holds for all of them on any text.

mod common;

use proptest::prelude::*;
use tawsim::Span;
use tawsim::normalize::{Folds, Utf16Cursor, fold_into, normalize};

fn only(switch: impl Fn(&mut Folds)) -> Folds {
    let mut folds = Folds::CANONICAL;
    switch(&mut folds);
    folds
}

fn folded(text: &str, folds: &Folds) -> String {
    let mut out = String::new();
    fold_into(text, folds, &mut out);
    out
}

/// Every switch with what it folds and, between bars, what it leaves alone.
#[test]
fn each_fold_does_its_own_and_nothing_else() {
    type Case = (fn(&mut Folds), &'static str, &'static str);
    let cases: &[Case] = &[
        (|f| f.tatweel = true, "العـــراق أُ", "العراق أُ"),
        (|f| f.harakat = true, "مُحَمَّدٌ رَسُولُ ٱللَّهِۚ هٰذا أـ", "محمد رسول ٱلله هٰذا أـ"),
        (|f| f.harakat = true, "قُرۡءَانٞ ﷺ\u{610} \u{8f0}", "قرءان ﷺ "),
        (|f| f.superscript_alef = true, "هٰذا الرَّحمٰن", "هذا الرَّحمن"),
        (|f| f.hamza = true, "أإآٱؤئء ا\u{654}و\u{654}", "ااااويء او"),
        (|f| f.alef_maqsura = true, "على مصطفى ي", "علي مصطفي ي"),
        (|f| f.ta_marbuta = true, "مكة ه", "مكه ه"),
        (
            |f| f.persian = true,
            "کریم پوتين گرکوک ڤيينا چاد ڨفصة أݣادير ﮐ",
            "كريم بوتين كركوك فيينا جاد قفصة أكادير ﮐ",
        ),
        (
            |f| f.presentation = true,
            "ﺍﻟﻌﺮﺑﻴﺔ ﻻ ﻷ ﷲ ﹶ ﱠ ﻃﹷ ٵ",
            "العربية لا لأ الله \u{64e} \u{64e}\u{651} طـ\u{64e} ا\u{674}",
        ),
        (|f| f.compose = true, "ا\u{653}ا\u{654}ا\u{655}و\u{654}ي\u{654}ى\u{654}", "آأإؤئى\u{654}"),
        (|f| f.compose = true, "ا\u{64e}\u{654}ب", "أ\u{64e}ب"),
        (|f| f.digits = true, "٣٫٥ ۱٬۲۰۰ 7٪", "3.5 1,200 7٪"),
        (|f| f.invisible = true, "\u{feff}می\u{200c}خواهم\u{200f} \u{202b}ب\u{202c}\u{ad}", "میخواهم ب"),
        (|f| f.spaces = true, "١٠\u{a0}آلاف\u{202f}\u{2009}\u{3000}\r\n", "١٠ آلاف   \r\n"),
        (|f| f.punctuation = true, "«نعم»، “لا”؛ لماذا؟ ٥٪ – ‘س’ …", "\"نعم\", \"لا\"; لماذا? ٥% - 'س' ..."),
        (|f| f.nfc = true, "ا\u{653} e\u{301} ﻻ", "آ é ﻻ"),
        (|f| f.nfkc = true, "ﻻ ﬁ ² ①", "لا fi 2 1"),
    ];
    for (switch, text, expected) in cases {
        assert_eq!(folded(text, &only(switch)), *expected, "{text}");
    }
}

#[test]
fn canonical_changes_nothing_and_folds_append() {
    let text = "أَهْلًا… ﻻ ۱۲\u{200f}";
    assert_eq!(folded(text, &Folds::CANONICAL), text);
    assert_eq!(Folds::default(), Folds::CANONICAL);
    let mut out = String::from("قبل ");
    fold_into("بَعْد", &Folds::MATCH, &mut out);
    assert_eq!(out, "قبل بعد");
}

#[test]
fn folds_chain() {
    for text in ["ﻷ", "لأ", "لا\u{654}", "ﻻ\u{654}", "ﻟﺎ\u{64e}\u{200f}\u{654}", "لٱ", "ـلـﺎ"]
    {
        assert_eq!(folded(text, &Folds::MATCH), "لا", "{text}");
    }
    assert_eq!(folded("مدرسۃ ﯽ ۓ ۀ", &Folds::MATCH), "مدرسه ي ي ه");
}

/// A sign that is dropped stood between two that Unicode then puts in another order, which sets a third one free.
#[test]
fn folds_and_unicode_forms_settle() {
    let folds = only(|f| (f.harakat, f.nfc) = (true, true));
    assert_eq!(folded("آ\u{65f}\u{655}", &folds), "إ");
    let map = normalize("آ\u{65f}\u{655}", &folds);
    assert_eq!((map.text(), map.to_original(Span::new(0, 2))), ("إ", Span::new(0, 6)));
}

#[test]
fn spans_map_both_ways() {
    let text = "قالَ \u{200f}«الـــكاظمي» ﷲ";
    let map = normalize(text, &Folds::MATCH);
    assert_eq!(map.text(), "قال \"الكاظمي\" الله");
    let original = |found: &str| {
        let start = map.text().find(found).unwrap();
        map.to_original(Span::new(start, start + found.len())).slice(text)
    };
    assert_eq!(original("قال"), "قالَ");
    assert_eq!(original("الكاظمي"), "الـــكاظمي");
    assert_eq!(original("\"الكاظمي\""), "«الـــكاظمي»");
    // One letter of a ligature is the ligature.
    assert_eq!(original("لله"), "ﷲ");
    let normalised = |written: &str| {
        let start = text.find(written).unwrap();
        map.to_normalised(Span::new(start, start + written.len())).slice(map.text())
    };
    assert_eq!(normalised("لَ"), "ل");
    assert_eq!(normalised("ـــ"), "");
    assert_eq!(normalised("«الـــكاظمي»"), "\"الكاظمي\"");
    assert_eq!(normalised("ﷲ"), "الله");
    assert_eq!(map.to_original(Span::new(0, usize::MAX)), Span::new(0, text.len()));
    assert_eq!(map.to_original(Span::new(7, 3)), Span::new(3, 3));
}

#[test]
fn unicode_forms_keep_the_map() {
    let text = "cafe\u{301} ﬁn ا\u{655}لى";
    let map = normalize(text, &only(|f| f.nfkc = true));
    assert_eq!(map.text(), "café fin إلى");
    let start = map.text().find("fin").unwrap();
    assert_eq!(map.to_original(Span::new(start, start + 3)).slice(text), "ﬁn");
    let start = map.text().find("إلى").unwrap();
    assert_eq!(map.to_original(Span::new(start, map.text().len())).slice(text), "ا\u{655}لى");
}

/// Pieces of what Arabic text is made of, and of what breaks it.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::char::range('\u{600}', '\u{6ff}').prop_map(String::from),
        4 => "[ابتدرسلمنويهةىأإآؤئ]{1,5}".prop_map(String::from),
        3 => prop::char::range('\u{64b}', '\u{65f}').prop_map(String::from),
        2 => prop::char::range('\u{fb50}', '\u{feff}').prop_map(String::from),
        1 => prop::char::range('\u{8a0}', '\u{8ff}').prop_map(String::from),
        2 => prop::char::range('\u{2000}', '\u{206f}').prop_map(String::from),
        2 => prop::sample::select(vec![" ", "\r\n", "\n", "😀", "👩\u{200d}👩\u{200d}👧", "🇮🇶", "e\u{301}", "\u{a0}", "\u{ad}", "¨", "ﬁ", "각", "\u{1100}\u{1161}", "क\u{93c}"]).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{1,6}".prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn folds() -> impl Strategy<Value = Folds> {
    prop_oneof![
        Just(Folds::MATCH),
        Just(Folds::SEARCH),
        prop::array::uniform15(any::<bool>()).prop_map(|on| {
            let mut f = Folds::CANONICAL;
            [
                f.tatweel,
                f.harakat,
                f.superscript_alef,
                f.hamza,
                f.alef_maqsura,
                f.ta_marbuta,
                f.persian,
                f.presentation,
                f.compose,
                f.digits,
                f.invisible,
                f.spaces,
                f.punctuation,
                f.nfc,
                f.nfkc,
            ] = on;
            f
        }),
    ]
}

proptest! {
    #![proptest_config(common::cases(2_000))]

    #[test]
    fn folding_twice_is_folding_once(text in text(), folds in folds()) {
        let once = folded(&text, &folds);
        prop_assert_eq!(folded(&once, &folds), once);
    }

    #[test]
    fn with_and_without_a_map_agree(text in text(), folds in folds()) {
        let map = normalize(&text, &folds);
        prop_assert_eq!(map.text(), folded(&text, &folds));
    }

    #[test]
    fn the_map_is_monotone_and_keeps_to_characters(text in text(), folds in folds()) {
        let map = normalize(&text, &folds);
        let check = |from: &str, to: &str, translate: &dyn Fn(Span) -> Span| {
            let edges: Vec<usize> = from.char_indices().map(|(at, _)| at).chain([from.len()]).collect();
            let mut last = Span::default();
            for pair in edges.windows(2) {
                let span = translate(Span::new(pair[0], pair[1]));
                prop_assert!(last.start <= span.start && last.end <= span.end.max(span.start));
                prop_assert!(to.get(span.start..span.end).is_some());
                last = span;
            }
            prop_assert_eq!(translate(Span::new(0, from.len())).end, translate(Span::new(0, usize::MAX)).end);
            Ok(())
        };
        check(map.text(), &text, &|span| map.to_original(span))?;
        check(&text, map.text(), &|span| map.to_normalised(span))?;
    }

    /// The changes are all that differs, and the map is nothing but them.
    #[test]
    fn the_changes_make_the_one_text_of_the_other(text in text(), folds in folds()) {
        let map = normalize(&text, &folds);
        let (mut from, mut to) = (0, 0);
        for (before, after, trails) in map.edits() {
            prop_assert!(before.start >= from && before.end > before.start && after.start >= to);
            prop_assert_eq!(&text[from..before.start], &map.text()[to..after.start]);
            prop_assert!(!trails || after.is_empty());
            (from, to) = (before.end, after.end);
        }
        prop_assert_eq!(&text[from..], &map.text()[to..]);
    }

    /// What a folded span came from folds back to it, and to no less.
    #[test]
    fn a_span_and_back_covers_it(text in text(), folds in folds(), cut in any::<prop::sample::Index>(), len in 1usize..5) {
        let map = normalize(&text, &folds);
        let edges: Vec<usize> = map.text().char_indices().map(|(at, _)| at).chain([map.text().len()]).collect();
        let from = cut.index(edges.len());
        let span = Span::new(edges[from], edges[(from + len).min(edges.len() - 1)]);
        let back = map.to_normalised(map.to_original(span));
        if !span.is_empty() {
            prop_assert!(back.start <= span.start && back.end >= span.end, "{:?} {:?}", span, back);
        }
    }

    #[test]
    fn utf16_offsets_agree_with_a_count(text in text(), seed in prop::collection::vec(any::<prop::sample::Index>(), 1..8)) {
        let mut cursor = Utf16Cursor::new(&text);
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for &edge in edges.iter().chain(seed.iter().map(|index| &edges[index.index(edges.len())])) {
            prop_assert_eq!(cursor.utf16_offset(edge), text[..edge].encode_utf16().count());
        }
        prop_assert_eq!(cursor.utf16_offset(usize::MAX), text.encode_utf16().count());
    }
}
