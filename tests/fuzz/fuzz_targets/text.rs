//! Any text through normalisation and segmentation: no panic, nothing lost, every offset in place.
//!
//! With cargo-fuzz and a nightly compiler: `cargo +nightly fuzz run text --fuzz-dir tests/fuzz`. With the everyday
//! compiler alone: `make fuzz`, or `make fuzz SECONDS=600`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tawsim::Span;
use tawsim::normalize::{Folds, Utf16Cursor, normalize};
use tawsim::segment::{Phrase, clitics_into, sentences_into, stem_key, tokenize_into};

fuzz_target!(|data: &[u8]| {
    let (switches, bytes) = data.split_at(data.len().min(2));
    let text = String::from_utf8_lossy(bytes);
    normalisation(&text, switches.iter().fold(0, |all, &byte| all << 8 | u32::from(byte)));
    segmentation(&text);
});

fn normalisation(text: &str, switches: u32) {
    const NAMES: [&str; 15] = [
        "tatweel",
        "harakat",
        "superscript_alef",
        "hamza",
        "alef_maqsura",
        "ta_marbuta",
        "persian",
        "presentation",
        "compose",
        "digits",
        "invisible",
        "spaces",
        "punctuation",
        "nfc",
        "nfkc",
    ];
    let mut folds = Folds::CANONICAL;
    for (at, name) in NAMES.into_iter().enumerate() {
        *folds.switch(name).expect("a switch") = switches >> at & 1 == 1;
    }
    for folds in [folds, Folds::MATCH] {
        let folded = normalize(text, &folds);
        assert_eq!(normalize(folded.text(), &folds).text(), folded.text(), "folding twice is folding once");
        let (mut from, mut to) = (0, 0);
        for (before, after, _) in folded.edits() {
            assert_eq!(text[from..before.start], folded.text()[to..after.start]);
            (from, to) = (before.end, after.end);
        }
        assert_eq!(text[from..], folded.text()[to..]);
        let mut last = Span::default();
        for (at, c) in folded.text().char_indices() {
            let span = folded.to_original(Span::new(at, at + c.len_utf8()));
            assert!(
                text.get(span.start..span.end).is_some() && span.start >= last.start && span.end >= last.end
            );
            last = span;
        }
    }
}

fn segmentation(text: &str) {
    let (mut tokens, mut sentences, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
    tokenize_into(text, &mut tokens);
    sentences_into(text, &tokens, &mut sentences);
    let mut cursor = Utf16Cursor::new(text);
    let mut end = 0;
    for token in &tokens {
        assert!(token.span.start >= end && !token.span.slice(text).is_empty());
        assert!(!text[end..token.span.start].contains(char::is_alphanumeric), "a letter is lost");
        assert!(cursor.utf16_offset(token.span.end) <= token.span.end);
        end = token.span.start;
        pieces.clear();
        clitics_into(text, token, &mut pieces);
        for piece in &pieces {
            assert!(piece.span.start == end && !piece.span.slice(text).is_empty());
            assert!(
                piece
                    .article
                    .is_none_or(|article| !article.slice(text).is_empty() && article.end <= piece.span.end)
            );
            end = piece.span.end;
        }
        assert_eq!(end, token.span.end, "the pieces cover the token");
    }
    assert!(!text[end..].contains(char::is_alphanumeric), "a letter is lost");
    let mut next = 0;
    for sentence in &sentences {
        assert!(sentence.first == next && sentence.end > next);
        next = sentence.end;
    }
    assert_eq!(next, tokens.len(), "every token is in a sentence");
    if let Some(token) = tokens.get(tokens.len() / 2) {
        stem_key(token.span.slice(text));
        for found in Phrase::at(text, token.span).any_article().occurrences(text) {
            assert!(!found.slice(text).is_empty());
        }
    }
}
