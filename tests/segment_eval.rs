//! The evaluation against treebanks of different habits: what is cut as it should be scores 100.
#![cfg(feature = "cli")]
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::fs;

use tawsim::segment::eval::{Report, conllu};

/// The report on a treebank with these lines, in which spaces stand for tabs.
fn report(name: &str, lines: &str) -> Report {
    let path = std::env::temp_dir().join(format!("tawsim-{}-{name}.conllu", std::process::id()));
    let rows = lines.lines().map(str::trim).map(|line| match line.strip_prefix('#') {
        Some(_) => line.to_owned(),
        None => line.split_whitespace().collect::<Vec<_>>().join("\t"),
    });
    fs::write(&path, rows.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    let report = conllu(&path).unwrap();
    fs::remove_file(path).unwrap();
    report
}

fn perfect(name: &str, lines: &str, words: usize) {
    let report = report(name, lines);
    assert_eq!(report.errors, []);
    assert_eq!((report.words.gold, report.words.found, report.words.right), (words, words, words));
    assert_eq!(report.sentences.f1(), 1.0);
}

/// Tokens of several words have a line of their own, and words the form they have alone.
#[test]
fn multiword_tokens_with_restored_forms() {
    perfect(
        "restored",
        "# newdoc id = a
        # newpar
        # text = وصلت شقيقته للعراق، وانه عليهم.
        1 وصلت و VERB _ _ _ _ _ _
        2-3 شقيقته _ _ _ _ _ _ _ _
        2 شقيقة _ NOUN _ _ _ _ _ _
        3 ه _ PRON _ _ _ _ _ _
        4-5 للعراق _ _ _ _ _ _ _ SpaceAfter=No
        4 ل _ ADP _ _ _ _ _ _
        5 العراق _ NOUN _ _ _ _ _ _
        6 ، _ PUNCT _ _ _ _ _ _
        7-9 وانه _ _ _ _ _ _ _ _
        7 وَ _ CCONJ _ _ _ _ _ _
        8 أَنَّ _ SCONJ _ _ _ _ _ _
        8.1 قيل _ VERB _ _ _ _ _ _
        9 هُ _ PRON _ _ _ _ _ _
        10-11 عليهم _ _ _ _ _ _ _ SpaceAfter=No
        10 على _ ADP _ _ _ _ _ _
        11 هم _ PRON _ _ _ _ _ _
        12 . _ PUNCT _ _ _ _ _ _

        # newpar
        # text = لليبيين
        1-2 لليبيين _ _ _ _ _ _ _ _
        1 ل _ ADP _ _ _ _ _ _
        2 الليبيين _ NOUN _ _ _ _ _ _
        ",
        14,
    );
}

/// The article is a word of its own there, and joins its noun.
#[test]
fn articles_that_are_split_are_folded_back() {
    perfect(
        "articles",
        "# text = في العراق وللبلاد كتابهم
        # parnumber = 1
        # sentnumber = 1
        1 في _ ADP _ _ _ _ _ _
        2 ال _ DET _ _ _ _ _ SpaceAfter=No
        3 عراق _ PROPN _ _ _ _ _ _
        4 و _ CCONJ _ _ _ _ _ SpaceAfter=No
        5 ل _ ADP _ _ _ _ _ SpaceAfter=No
        6 ال _ DET _ _ _ _ _ SpaceAfter=No
        7 بلاد _ NOUN _ _ _ _ _ _
        8 كتاب _ NOUN _ _ _ _ _ SpaceAfter=No
        9 هم _ PRON _ _ _ _ _ _
        ",
        7,
    );
    perfect(
        "articles-in-tokens",
        "# text = وللبلاد
        1-4 وللبلاد _ _ _ _ _ _ _ _
        1 و _ CCONJ _ _ _ _ _ _
        2 ل _ ADP _ _ _ _ _ _
        3 ال _ DET _ _ _ _ _ _
        4 بلاد _ NOUN _ _ _ _ _ _
        ",
        3,
    );
}

/// Without a text comment the forms say what is written, vowel signs and all.
#[test]
fn the_text_can_be_made_from_the_forms() {
    perfect(
        "forms",
        "1 قالَ _ VERB _ _ _ _ _ SpaceAfter=No
        2 : _ PUNCT _ _ _ _ _ _
        3 « _ PUNCT _ _ _ _ _ SpaceAfter=No
        4-5 وَصلْنا _ _ _ _ _ _ _ SpaceAfter=No|Note=x
        4 _ _ VERB _ _ _ _ _ _
        5 _ _ PRON _ _ _ _ _ _
        6 » _ PUNCT _ _ _ _ _ SpaceAfter=No
        7 . _ PUNCT _ _ _ _ _ _
        ",
        6,
    );
}

#[test]
fn wrong_cuts_cost_precision_and_recall() {
    let report = report(
        "wrong",
        "# text = وزير قال وقال
        1-2 وزير _ _ _ _ _ _ _ _
        1 و _ CCONJ _ _ _ _ _ _
        2 زير _ NOUN _ _ _ _ _ _
        3 قال _ VERB _ _ _ _ _ _
        4 وقال _ VERB _ _ _ _ _ _
        ",
    );
    assert_eq!((report.words.gold, report.words.found, report.words.right), (4, 4, 1));
    let error = |gold: &str, found: &str| (gold.to_owned(), found.to_owned(), 1);
    assert_eq!(report.errors, [error("و+زير", "وزير"), error("وقال", "و+قال")]);
}

#[test]
fn paragraphs_are_read_apart_and_sentences_are_found() {
    let sentence = |text: &str, more: &str| {
        let word = |(at, form): (usize, &str)| format!("{}\t{form}\t_\tX\t_\t_\t_\t_\t_\t_\n", at + 1);
        let rows: String = text.split(' ').enumerate().map(word).collect();
        format!("{more}# text = {text}\n{rows}\n")
    };
    let file = [
        sentence("عنوان الخبر", "# newdoc id = 1\n"),
        sentence("وصل الوفد أمس .", "# newpar id = 1\n"),
        sentence("ثم عاد الوفد .", ""),
    ];
    let path = std::env::temp_dir().join(format!("tawsim-{}-sentences.conllu", std::process::id()));
    fs::write(&path, file.concat().replace('\n', "\r\n")).unwrap();
    let report = conllu(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!((report.sentences.gold, report.sentences.right), (3, 3));
    fs::write(&path, "لا شيء\n").unwrap();
    assert_eq!(conllu(&path).unwrap_err().code(), "corpus_invalid");
    fs::remove_file(&path).unwrap();
}
