//! Tokens and sentences, construct by construct, and what holds for any text.

mod common;

use proptest::prelude::*;
use tawsim::segment::{Sentence, Token, TokenKind, TokenKind::*, proclitics, sentences_into, tokenize_into};

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    tokenize_into(text, &mut out);
    out
}

fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    sentences_into(text, &tokens(text), &mut out);
    out.iter().map(|sentence| sentence.span.slice(text)).collect()
}

/// One token of one kind, whatever stands around it.
#[test]
fn tokens_of_each_kind() {
    let cases: &[(TokenKind, &[&str])] = &[
        (
            Word,
            &[
                "محمد",
                "مُحَمَّدٌ",
                "الـــعراق",
                "می\u{200c}خواهم",
                "كتا\u{ad}ب",
                "ﻣﺤﻤﺪ",
                "Россия",
                "הארץ",
                "هـ",
                "گرد",
            ],
        ),
        (Latin, &["NATO", "G20", "COVID-19", "al-Assad", "AT&T", "l'Orient", "Erdoğan", "file_name", "café"]),
        (
            Number,
            &[
                "7",
                "٣٫٥",
                "1,200",
                "١٬٢٠٠٫٥",
                "04/08/2021",
                "٤/٨/٢٠٢١",
                "2021-08-04",
                "4-8-2021",
                "10:30",
                "۱۰:۳۰",
                "2020/2021",
                "192.168.0.1",
                "٣،٥",
            ],
        ),
        (
            Url,
            &[
                "https://example.com",
                "http://a.b/c?d=e&f=g#h",
                "www.alquds.co.uk/?p=1",
                "alarab.com",
                "bbc.com/arabic",
                "https://ar.wikipedia.org/wiki/بغداد_(توضيح)",
                "HTTPS://X.ORG",
                "t.co/abc",
                "http://localhost:8080/a",
            ],
        ),
        (Email, &["desk@example.com", "first.last+tag@mail.example.org", "a_b@x-y.co"]),
        (Hashtag, &["#بغداد", "#لبنان_ينتفض", "#Iraq2021", "#2021عام", "#ثورة_17_تشرين"]),
        (Handle, &["@alarabiya", "@user_1"]),
        (Abbreviation, &["أ.ف.ب.", "أ.ف.ب", "ش.م.م.", "د.ب.أ", "ق.م", "U.S.A.", "U.N", "a.m.", "هـ.ش."]),
        (
            Punctuation,
            &["،", "؛", "؟", "!", "«", "»", "\"", "(", "-", "–", "…", "٪", "%", "_", "/", "”", "‼\u{fe0f}"],
        ),
        (Symbol, &["$", "€", "+", "😀", "👍🏽", "👨‍👩‍👧‍👦", "🇮🇶", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "ﷺ", "ـــ", "©"]),
    ];
    for &(kind, texts) in cases {
        for &text in texts {
            for (before, after) in
                [("", ""), (" ", " "), ("«", "»"), ("قال (", ")\n"), ("\u{200f}", "\u{200f}")]
            {
                let whole = format!("{before}{text}{after}");
                let found = tokens(&whole);
                let found = found.iter().find(|token| token.span.start == before.len());
                let found = found.map(|token| (token.kind, token.span.slice(&whole)));
                assert_eq!(found, Some((kind, text)), "in {whole:?}");
            }
        }
    }
}

/// Texts and their tokens, between bars.
#[test]
fn where_tokens_end() {
    let cases = [
        ("قال «د. سعيد» (ب)", "قال|«|د.|سعيد|»|(|ب|)"),
        ("«(د» و«أ»", "«|(|د|»|و|«|أ|»"),
        ("اعتقل19 شخصاً", "اعتقل|19|شخصاً"),
        ("قمةG20في", "قمة|G20|في"),
        ("5كم و10%", "5|كم|و|10|%"),
        ("سعودي-إيراني", "سعودي|-|إيراني"),
        ("2003-2011 و3-2", "2003|-|2011|و|3|-|2"),
        ("انتهى... ثم؟!", "انتهى|.|.|.|ثم|؟|!"),
        ("في 2021.", "في|2021|."),
        ("1.نحمّي 2. نذيب", "1|.|نحمّي|2|.|نذيب"),
        ("من 1، 2، 3", "من|1|،|2|،|3"),
        ("د.محمد و أ.د. علي ود. سعاد", "د.|محمد|و|أ.د.|علي|ود.|سعاد"),
        ("في الفئة ب.\nوقال", "في|الفئة|ب|.|وقال"),
        ("طوله 5 م. وقال", "طوله|5|م|.|وقال"),
        ("بـ\u{200d} لـ\"سانا\"", "بـ\u{200d}|لـ|\"|سانا|\""),
        ("انظر www.x.com، أو a@b.com.", "انظر|www.x.com|،|أو|a@b.com|."),
        ("(https://x.org/a).", "(|https://x.org/a|)|."),
        ("\"https://x.org/a\"", "\"|https://x.org/a|\""),
        ("1.https://x.org", "1|.|https://x.org"),
        ("#1 # #_ @ a@b @b.", "#|1|#|#_|@|a|@|b|@b|."),
        ("Node.js و.NET", "Node|.|js|و|.|NET"),
        ("J. K. Rowling و Mr. X", "J.|K.|Rowling|و|Mr.|X"),
        ("😀😀🇮🇶🇮🇷x", "😀|😀|🇮🇶|🇮🇷|x"),
        ("\u{64e} ب\u{64e}", "\u{64e}|ب\u{64e}"),
        ("كلمة\u{200f}، ثانية\u{202c}.", "كلمة|،|ثانية|."),
        ("كلمة\u{200f}واحدة", "كلمة\u{200f}واحدة"),
        ("كلمة\u{200b}كلمتان", "كلمة|كلمتان"),
        ("$5 ٥٪ 10:30-11", "$|5|٥|٪|10:30|-|11"),
        ("محمدﷺ", "محمد|ﷺ"),
        ("م² ½", "م|²|½"),
        ("\u{0}\u{7f}\u{feff}", ""),
        ("", ""),
    ];
    for (text, expected) in cases {
        let found: Vec<&str> = tokens(text).iter().map(|token| token.span.slice(text)).collect();
        assert_eq!(found.join("|"), expected, "{text:?}");
    }
}

#[test]
fn sentences_end_where_they_should() {
    let cases: &[&[&str]] = &[
        &["قال نعم.", "ثم قال لا!", "لماذا؟", "لا أدري…", "حقا؟!", "نعم"],
        &["زار د. سعيد ود. ليلى شركة ش.م.م. في بيروت.", "وعاد."],
        &["نقلت أ.ف.ب. عن مصدر أن السعر 3.5 دولار.", "وأضافت."],
        &["قال: «انتهى الأمر.»", "ثم خرج.", "قالت \"لا.\"", "(هذا كل شيء.)", "وبعد."],
        &["«لماذا؟»، سأل الرجل.", "ثم سكت."],
        &["سعر جديد (!) في السوق.", "نعم."],
        &["1. نحمي الفرن.", "2. نذيب الزبدة.", "3.نخلط."],
        &["أ. المقدمة.", "نعم."],
        &["انتهى الاجتماع.وقال الوزير."],
        &["يستخدم Node.js في العمل؛ نعم: هذا، وذاك."],
        &["... ثم عاد.", "انتهى . . ."],
        &["عنوان بلا نقطة\n", "متن الخبر.\r\n", "- بند\u{2029}", "- بند آخر"],
        &["قال.\"نعم\" وذهب."],
    ];
    for parts in cases {
        let text = parts
            .iter()
            .map(
                |part| {
                    if part.ends_with(['\n', '\u{2029}']) { part.to_string() } else { format!("{part} ") }
                },
            )
            .collect::<String>();
        let expected: Vec<&str> = parts.iter().map(|part| part.trim_end()).collect();
        if parts.len() == 1 && !text.contains(':') {
            continue;
        }
        assert_eq!(sentences(&text), expected, "{text:?}");
    }
    assert_eq!(sentences("انتهى الاجتماع.وقال الوزير."), ["انتهى الاجتماع.", "وقال الوزير."]);
    assert_eq!(sentences("قال.\"نعم\" وذهب."), ["قال.", "\"نعم\" وذهب."]);
    assert_eq!(sentences(" \n "), Vec::<&str>::new());
}

#[test]
fn proclitics_of_names() {
    for (cut, word) in [
        ("و", "الكاظمي"),
        ("وب", "الكاظمي"),
        ("ب", "الولايات"),
        ("ك", "البرادعي"),
        ("ل", "لعراقيين"),
        ("ول", "لعراقيين"),
        ("فب", "العراق"),
        ("و", "بايدن"),
        ("ل", "بايدن"),
        ("و", "واشنطن"),
        ("ب", "بغداد"),
        ("ل", "لبنان"),
        ("و", "فرنسا"),
        ("و", "محمد"),
        ("ل", "مصر"),
    ] {
        assert_eq!(proclitics(&format!("{cut}{word}")), cut.len(), "{cut}{word}");
    }
    for word in [
        "لبنان",
        "وزير",
        "فارس",
        "بيان",
        "كتاب",
        "والد",
        "فيصل",
        "بايدن",
        "بغداد",
        "لندن",
        "كندا",
        "فلسطين",
        "ليبيا",
        "باريس",
        "بريطانيا",
        "كوريا",
        "واشنطن",
        "بلال",
        "كمال",
        "وليد",
        "فؤاد",
        "لؤي",
        "الكاظمي",
        "ال",
        "و",
        "",
    ] {
        assert_eq!(proclitics(word), 0, "{word}");
    }
}

/// Pieces of news, and of what breaks it.
fn text() -> impl Strategy<Value = String> {
    let fixed = vec![
        " ",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u{a0}",
        "\u{200f}",
        "\u{200c}",
        "\u{200d}",
        "\u{200b}",
        "\u{2028}",
        "\u{feff}",
        "\u{64e}",
        "\u{651}",
        "\u{fe0f}",
        ".",
        ".",
        "..",
        "،",
        "؛",
        "؟",
        "!",
        "…",
        "«",
        "»",
        "\"",
        "'",
        "(",
        ")",
        "[",
        "]",
        "-",
        "_",
        "/",
        ":",
        "@",
        "#",
        "%",
        "&",
        "د.",
        "أ.ف.ب",
        "U.S.",
        "http://",
        "www.",
        ".com",
        "a@b.co",
        "٣٫٥",
        "04/08",
        "-2021",
        "۱۲",
        "😀",
        "👩\u{200d}👩\u{200d}👧",
        "👍🏽",
        "🇮🇶",
        "🇮",
        "1\u{fe0f}\u{20e3}",
        "ﻻ",
        "ﷲ",
        "ﷺ",
        "e\u{301}",
        "ـ",
        "और",
        "日本",
        "\u{0}",
    ];
    let piece = prop_oneof![
        6 => "[ابتدرسلمنويهةىأإآؤئ]{1,6}".prop_map(String::from),
        6 => prop::sample::select(fixed).prop_map(String::from),
        2 => prop::char::range('\u{600}', '\u{6ff}').prop_map(String::from),
        1 => prop::char::range('\u{fb50}', '\u{feff}').prop_map(String::from),
        1 => prop::char::range('\u{2000}', '\u{20ff}').prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
        2 => "[ -~]{1,6}".prop_map(String::from),
        1 => "[0-9]{1,4}".prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// What may stand between tokens.
fn is_gap(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || unseen
}

/// What belongs to the character before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200d}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

proptest! {
    #![proptest_config(common::cases(4_000))]

    #[test]
    fn tokens_and_gaps_give_back_the_text(text in text()) {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(token.span.start >= end && token.span.end > token.span.start);
            let gap = text.get(end..token.span.start);
            prop_assert!(gap.is_some_and(|gap| gap.chars().all(is_gap)), "{:?}", gap);
            prop_assert!(text.get(token.span.start..token.span.end).is_some());
            end = token.span.end;
        }
        prop_assert!(text[end..].chars().all(is_gap));
    }

    #[test]
    fn no_token_ends_inside_a_cluster(text in text()) {
        for token in tokens(&text) {
            let next = text[token.span.end..].chars().next();
            prop_assert!(!next.is_some_and(is_mark), "{:?}", token);
            let written = token.span.slice(&text);
            let first = written.chars().next().unwrap();
            let before = text[..token.span.start].chars().next_back();
            // A mark begins a token only where nothing precedes that it could belong to.
            prop_assert!(!is_mark(first) || before.is_none_or(is_gap), "{:?}", token);
        }
    }

    #[test]
    fn every_token_is_in_one_sentence(text in text()) {
        let tokens = tokens(&text);
        let mut found: Vec<Sentence> = Vec::new();
        sentences_into(&text, &tokens, &mut found);
        let mut next = 0;
        for sentence in found {
            prop_assert_eq!(sentence.first, next);
            prop_assert!(sentence.end > sentence.first);
            prop_assert_eq!(sentence.span.start, tokens[sentence.first].span.start);
            prop_assert_eq!(sentence.span.end, tokens[sentence.end - 1].span.end);
let breaks = ['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}'];
            prop_assert!(!sentence.span.slice(&text).contains(breaks));
            next = sentence.end;
        }
        prop_assert_eq!(next, tokens.len());
    }

    #[test]
    fn a_line_break_parts_texts_that_know_nothing_of_each_other(a in text(), b in text()) {
        let mut whole = tokens(&a);
        let shift = a.len() + 1;
        whole.extend(tokens(&b).into_iter().map(|mut token| {
            token.span.start += shift;
            token.span.end += shift;
            token
        }));
        prop_assert_eq!(tokens(&format!("{a}\n{b}")), whole);
    }

    #[test]
    fn proclitics_are_a_proper_prefix(word in "[\u{621}-\u{652}]{0,10}") {
        let cut = proclitics(&word);
        prop_assert!(cut == 0 || cut < word.len());
        prop_assert!(word.get(cut..).is_some());
    }
}
