//! Measures segmentation against treebanks in CoNLL-U form.

mod treebank;

use std::fmt;
use std::fs;
use std::path::Path;

use treebank::{Annotated, seen, sentences};

use super::{Sentence, clitics_into, sentences_into, tokenize_into};
use crate::error::Kind;
use crate::{Error, Span};

/// Counts of spans: those of the treebank, those found, and those in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Spans of the treebank.
    pub gold: usize,
    /// Spans found.
    pub found: usize,
    /// Spans found that are the treebank's.
    pub right: usize,
}

impl Score {
    /// Counts spans that ascend.
    fn add(&mut self, gold: &[Span], found: &[Span]) {
        self.gold += gold.len();
        self.found += found.len();
        self.right += found.iter().filter(|span| gold.binary_search(span).is_ok()).count();
    }

    /// The harmonic mean of precision and recall, 0 to 1.
    #[must_use]
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |of: usize| 100.0 * self.right as f64 / of.max(1) as f64;
        write!(
            f,
            "P {:.2}  R {:.2}  F1 {:.2}  ({} gold)",
            share(self.found),
            share(self.gold),
            100.0 * self.f1(),
            self.gold
        )
    }
}

/// What [`conllu`] measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Syntactic words: tokens with their clitics cut off.
    pub words: Score,
    /// Sentences.
    pub sentences: Score,
    /// Words of the text that were not cut as the treebank cuts them, with both readings and how
    /// often, most frequent first.
    pub errors: Vec<(String, String, usize)>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "words      {}", self.words)?;
        write!(f, "sentences  {}", self.sentences)
    }
}

/// Segments the raw text of a CoNLL-U file and compares with its words and sentences, as the CoNLL
/// shared task does: a word is right if it covers exactly the characters of one of the treebank's.
///
/// The treebank's article («ال», a word of its own tagged DET in some) joins the word after it, as the scheme here has
/// it. Where its words are not what is written («أمتعة» + «ك» for «أمتعتك», «ل» + «العراق» for «للعراق»), they are aligned
/// with what is. Sentences are joined by a space; documents and paragraphs (`# newdoc`, `# newpar`, or a new
/// `# parnumber`) are read apart. The text is that of `# text`, or else made from the forms and `SpaceAfter=No`.
///
/// # Errors
/// `io` where the file can't be read, `corpus_invalid` where it has no word in the form of CoNLL-U.
pub fn conllu(path: &Path) -> Result<Report, Error> {
    let file = fs::read_to_string(path).map_err(|error| Error::io(path, &error))?;
    let sentences = sentences(&file);
    if sentences.is_empty() {
        return Err(Error::new(Kind::CorpusInvalid, format!("{}: no word of a treebank", path.display())));
    }
    let mut report = Report::default();
    for paragraph in sentences.chunk_by(|_, next| !next.first) {
        measure(paragraph, &mut report);
    }
    let mut errors: Vec<(String, String, usize)> = Vec::new();
    report.errors.sort_unstable();
    for (gold, found, _) in std::mem::take(&mut report.errors) {
        match errors.last_mut().filter(|last| last.0 == gold && last.1 == found) {
            Some(last) => last.2 += 1,
            None => errors.push((gold, found, 1)),
        }
    }
    errors.sort_by_key(|error| std::cmp::Reverse(error.2));
    report.errors = errors;
    Ok(report)
}

/// Compares one paragraph, counting in seen characters.
fn measure(paragraph: &[Annotated], report: &mut Report) {
    let mut text = String::new();
    let (mut gold_words, mut gold_sentences) = (Vec::new(), Vec::new());
    let mut start = 0;
    for sentence in paragraph {
        let len = seen(&sentence.text).len();
        gold_words.extend(sentence.words.iter().map(|word| Span::new(start + word.start, start + word.end)));
        gold_sentences.push(Span::new(start, start + len));
        start += len;
        text.push_str(&sentence.text);
        text.push(' ');
    }
    let raw = seen(&text);
    let index = |byte: usize| raw.partition_point(|&(_, at)| at < byte);
    let count = |span: Span| Span::new(index(span.start), index(span.end));
    let (mut tokens, mut sentences, mut pieces) = (Vec::new(), Vec::new(), Vec::new());
    tokenize_into(&text, &mut tokens);
    sentences_into(&text, &tokens, &mut sentences);
    let mut found = Vec::new();
    for token in &tokens {
        pieces.clear();
        clitics_into(&text, token, &mut pieces);
        let cut: Vec<Span> =
            pieces.iter().map(|piece| count(piece.span)).filter(|span| !span.is_empty()).collect();
        let whole = count(token.span);
        let from = gold_words.partition_point(|word: &Span| word.end <= whole.start);
        let to = gold_words.partition_point(|word: &Span| word.start < whole.end);
        let gold = gold_words.get(from..to).unwrap_or_default();
        if gold != cut {
            let show = |spans: &[Span]| {
                let words = spans.iter().map(|span| raw.get(span.start..span.end).unwrap_or_default());
                let words = words.map(|word| word.iter().map(|&(c, _)| c).collect::<String>());
                words.collect::<Vec<_>>().join("+")
            };
            report.errors.push((show(gold), show(&cut), 1));
        }
        found.extend(cut);
    }
    report.words.add(&gold_words, &found);
    let found: Vec<Span> = sentences.iter().map(|sentence: &Sentence| count(sentence.span)).collect();
    report.sentences.add(&gold_sentences, &found);
}
