//! Measures segmentation against treebanks in CoNLL-U form.

use std::fmt;
use std::fs;
use std::path::Path;

use super::{Sentence, clitics_into, sentences_into, tokenize_into};
use crate::Error;
use crate::Span;
use crate::normalize::{Folds, fold_into};

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
    fn add(&mut self, gold: &[Span], found: &[Span]) {
        self.gold += gold.len();
        self.found += found.len();
        self.right += found.iter().filter(|span| gold.contains(span)).count();
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
/// The treebank's article («ال», a word of its own there) joins the word after it, as the scheme here
/// has it. Where its words are not what is written («أمتعة» + «ك» for «أمتعتك»), they are aligned with
/// the text. Sentences are joined by a space, paragraphs (`# parnumber`, beginning at
/// `# sentnumber = 1`) are read apart.
///
/// # Errors
/// `io` where the file can't be read.
pub fn conllu(path: &Path) -> Result<Report, Error> {
    let file = fs::read_to_string(path).map_err(|error| Error::io(path, &error))?;
    let mut report = Report::default();
    let mut paragraph: Vec<Annotated> = Vec::new();
    for sentence in file.split("\n\n").filter_map(annotated) {
        if paragraph.last().is_some_and(|last| last.paragraph != sentence.paragraph || sentence.first) {
            measure(&paragraph, &mut report);
            paragraph.clear();
        }
        paragraph.push(sentence);
    }
    measure(&paragraph, &mut report);
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

/// A sentence of the treebank.
struct Annotated<'f> {
    paragraph: (&'f str, &'f str),
    first: bool,
    text: &'f str,
    /// The form of each word, and whether it is an article.
    words: Vec<(&'f str, bool)>,
}

fn annotated(block: &str) -> Option<Annotated<'_>> {
    let field = |name: &str| {
        let value =
            |line: &'_ str| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(" = ").map(str::len);
        block.lines().find_map(|line| value(line).and_then(|len| line.get(line.len() - len..)))
    };
    let words = block.lines().filter_map(|line| {
        let mut columns = line.split('\t');
        let id = columns.next()?;
        let form = columns.next()?;
        let tag = columns.nth(1)?;
        id.bytes().all(|b| b.is_ascii_digit()).then_some((form, tag == "DET" && matches!(form, "ال" | "ل")))
    });
    Some(Annotated {
        paragraph: (field("doc_id").unwrap_or_default(), field("parnumber").unwrap_or_default()),
        first: field("sentnumber") == Some("1"),
        text: field("text")?,
        words: words.collect(),
    })
}

/// The folded characters of a text that are seen, with where each begins.
fn seen(text: &str) -> Vec<(char, usize)> {
    let mut out = Vec::new();
    let (mut one, mut folded) = ([0; 4], String::new());
    for (at, c) in text.char_indices() {
        folded.clear();
        fold_into(c.encode_utf8(&mut one), &Folds::MATCH, &mut folded);
        out.extend(folded.chars().filter(|c| !c.is_whitespace()).map(|c| (c, at)));
    }
    out
}

/// For each character of `a`, the one of `b` that a cheapest alignment pairs it with.
fn align(a: &[char], b: &[char]) -> Vec<Option<usize>> {
    let width = b.len() + 1;
    let mut costs = vec![0_u32; (a.len() + 1) * width];
    let cost = |costs: &[u32], i: usize, j: usize| costs.get(i * width + j).copied().unwrap_or(u32::MAX);
    let pair = |i: usize, j: usize| u32::from(a.get(i - 1) != b.get(j - 1));
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let best = [
                (i > 0 && j > 0).then(|| cost(&costs, i - 1, j - 1) + pair(i, j)),
                (i > 0).then(|| cost(&costs, i - 1, j) + 1),
                (j > 0).then(|| cost(&costs, i, j - 1) + 1),
            ];
            if let Some(cell) = costs.get_mut(i * width + j) {
                *cell = best.into_iter().flatten().min().unwrap_or(0);
            }
        }
    }
    let (mut i, mut j) = (a.len(), b.len());
    let mut places = Vec::new();
    while i > 0 {
        let here = cost(&costs, i, j);
        if j > 0 && here == cost(&costs, i - 1, j - 1) + pair(i, j) {
            (i, j) = (i - 1, j - 1);
            places.push(Some(j));
        } else if here == cost(&costs, i - 1, j) + 1 {
            i -= 1;
            places.push(None);
        } else {
            j -= 1;
        }
    }
    places.reverse();
    places
}

/// Compares one paragraph, counting in seen characters.
fn measure(paragraph: &[Annotated], report: &mut Report) {
    let mut text = String::new();
    let (mut gold_words, mut gold_sentences) = (Vec::new(), Vec::new());
    let mut start = 0;
    for sentence in paragraph {
        let raw = seen(sentence.text);
        let characters: Vec<char> = raw.iter().map(|&(c, _)| c).collect();
        let (mut all, mut ends) = (Vec::new(), vec![0]);
        for (form, _) in &sentence.words {
            all.extend(seen(form).into_iter().map(|(c, _)| c));
            ends.push(all.len());
        }
        let places = align(&all, &characters);
        let mut joined = None;
        for (pair, &(_, article)) in ends.windows(2).zip(&sentence.words) {
            let &[a, b] = pair else { continue };
            let first = joined.take().unwrap_or(a);
            let written = places.get(first..b).unwrap_or_default();
            let mut written = written.iter().flatten();
            let Some(&from) = written.next() else {
                joined = article.then_some(first);
                continue;
            };
            let to = written.next_back().unwrap_or(&from) + 1;
            // An article apart from its noun stays a word: «الـ Cupcakes».
            let apart =
                raw.get(to - 1).zip(raw.get(to)).and_then(|(last, next)| sentence.text.get(last.1..next.1));
            if article && apart.is_some_and(|gap| !gap.contains(char::is_whitespace)) {
                joined = Some(first);
            } else {
                gold_words.push(Span::new(start + from, start + to));
            }
        }
        gold_sentences.push(Span::new(start, start + raw.len()));
        start += raw.len();
        text.push_str(sentence.text);
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
        let gold: Vec<Span> = gold_words.iter().copied().filter(|gold| gold.overlaps(whole)).collect();
        if gold != cut {
            let show = |spans: &[Span]| {
                let words = spans.iter().map(|span| raw.get(span.start..span.end).unwrap_or_default());
                words
                    .map(|word| word.iter().map(|&(c, _)| c).collect::<String>())
                    .collect::<Vec<_>>()
                    .join("+")
            };
            report.errors.push((show(&gold), show(&cut), 1));
        }
        found.extend(cut);
    }
    report.words.add(&gold_words, &found);
    let found: Vec<Span> = sentences.iter().map(|sentence: &Sentence| count(sentence.span)).collect();
    report.sentences.add(&gold_sentences, &found);
}
