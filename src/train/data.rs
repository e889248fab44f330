//! Corpora in memory: each distinct word's feature rows once, each sentence as word numbers and targets.

use std::collections::HashMap;
use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Settings, TAGS};
use crate::corpus::{self, Sentence};
use crate::error::Error;
use crate::model::crc32;
use crate::resolve::Evidence;
use crate::segment::{Token, TokenKind, sentences_into, tokenize_into};
use crate::tag::{Decoder, Features};

/// Sentences are cut to this many tokens, so that a step's size stays even.
const LONGEST: usize = 128;

/// What a label that is not listed gets, in percent, before a document corrects its labels.
const FLOOR: f32 = 0.5;

/// A corpus file, plain or gzip, and how it is used.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file.
    pub path: PathBuf,
    /// How often an epoch goes over it.
    pub repeat: usize,
    /// Types whose tokens teach nothing, because the corpus follows other rules for them.
    pub masked: Vec<String>,
}

/// A probability in percent for each tag; all zero where a token teaches nothing.
type Target = [u8; TAGS.len()];

#[derive(Default)]
pub(super) struct Dataset {
    rows: Vec<u32>,
    /// Word number → where its rows end; word 0 is the padding between sentences and has none.
    ends: Vec<u32>,
    words: Vec<u32>,
    targets: Vec<Target>,
    /// Where each sentence ends among `words`.
    sentences: Vec<usize>,
    /// Sentence numbers of an epoch, repeats included.
    order: Vec<u32>,
    seed: u64,
}

/// What one step learns from: sentences laid end to end with empty words between.
pub(super) struct Batch<'a> {
    data: &'a Dataset,
    pub(super) words: Vec<u32>,
    pub(super) targets: Vec<f32>,
}

impl Batch<'_> {
    pub(super) fn words(&self) -> usize {
        self.words.iter().filter(|&&word| word != 0).count()
    }

    /// The feature rows of a word; none for padding.
    pub(super) fn rows(&self, word: u32) -> &[u32] {
        let at = word as usize;
        if at == 0 {
            &[]
        } else {
            &self.data.rows[self.data.ends[at - 1] as usize..self.data.ends[at] as usize]
        }
    }

    /// The batch in two halves, each at a sentence's end.
    pub(super) fn halves(&self, margin: usize) -> [(&[u32], &[f32]); 2] {
        let middle = self.words.len() / 2;
        let cut = (middle..self.words.len()).find(|&at| self.words[at] == 0).map_or(middle, |at| at + margin);
        let cut = cut.min(self.words.len());
        let (words, more_words) = self.words.split_at(cut);
        let (targets, more_targets) = self.targets.split_at(cut * TAGS.len());
        [(words, targets), (more_words, more_targets)]
    }
}

impl Dataset {
    pub(super) fn load(settings: &Settings, say: &mut dyn FnMut(String)) -> Result<Self, Error> {
        let mut data = Self { ends: vec![0], seed: settings.seed, ..Self::default() };
        let mut loader = Loader { log_rows: settings.log_rows, ..Loader::default() };
        for source in &settings.sources {
            let first = data.sentences.len() as u32;
            let bytes = std::fs::read(&source.path).map_err(|error| Error::io(&source.path, &error))?;
            for document in corpus::documents(&corpus::parse(&text(&source.path, &bytes)?)?, 1) {
                loader.add(&mut data, &document, &source.masked);
            }
            let last = data.sentences.len() as u32;
            (0..source.repeat).for_each(|_| data.order.extend(first..last));
            say(format!("{source}: crc32 {:08x}, {} sentences", crc32(&bytes), last - first));
        }
        Ok(data)
    }

    pub(super) fn sentences(&self) -> usize {
        self.order.len()
    }

    /// Steps in an epoch.
    pub(super) fn steps(&self, batch: usize) -> usize {
        self.order.len().div_ceil(batch).max(1)
    }

    /// The sentences of a step, out of an epoch's [`order`](Self::shuffled).
    pub(super) fn batch(&self, order: &[u32], step: usize, settings: &Settings) -> Batch<'_> {
        let from = (step % self.steps(settings.batch)) * settings.batch;
        let chosen = &order[from..(from + settings.batch).min(order.len())];
        let margin = settings.dilations.iter().copied().max().unwrap_or(1);
        let mut batch = Batch { data: self, words: Vec::new(), targets: Vec::new() };
        for &number in chosen {
            let number = number as usize;
            let range = if number == 0 { 0 } else { self.sentences[number - 1] }..self.sentences[number];
            batch.words.extend(&self.words[range.clone()]);
            for target in &self.targets[range] {
                let sum: u32 = target.iter().map(|&p| u32::from(p)).sum();
                batch.targets.extend(target.iter().map(|&p| f32::from(p) / (sum.max(1) as f32)));
            }
            batch.words.extend(std::iter::repeat_n(0, margin));
            batch.targets.extend(std::iter::repeat_n(0.0, margin * TAGS.len()));
        }
        batch
    }

    /// All sentences in the order of one epoch, repeats included.
    pub(super) fn shuffled(&self, epoch: usize) -> Vec<u32> {
        let mut order = self.order.clone();
        fastrand::Rng::with_seed(self.seed.wrapping_add(epoch as u64 + 1)).shuffle(&mut order);
        order
    }
}

/// The text of a corpus file, unpacked where it is gzip.
fn text(path: &Path, bytes: &[u8]) -> Result<String, Error> {
    let mut text = String::new();
    let mut plain = bytes;
    let mut unpacked = flate2::read::MultiGzDecoder::new(bytes);
    let source: &mut dyn Read = if bytes.starts_with(&[0x1F, 0x8B]) { &mut unpacked } else { &mut plain };
    source.read_to_string(&mut text).map_err(|error| Error::io(path, &error))?;
    Ok(text)
}

impl fmt::Display for Source {
    /// The file's name without its folder: a log is read elsewhere.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.path.file_name().unwrap_or_default().display();
        write!(f, "{name} ×{}", self.repeat)?;
        if self.masked.is_empty() { Ok(()) } else { write!(f, " without {}", self.masked.join(", ")) }
    }
}

/// Cuts corpus sentences the way the pipeline will cut them, and carries their tags over.
#[derive(Default)]
struct Loader {
    log_rows: u8,
    known: HashMap<(String, TokenKind), u32>,
    features: Features,
    decoder: Decoder,
    evidence: Evidence,
    tokens: Vec<Token>,
    sentences: Vec<crate::segment::Sentence>,
}

impl Loader {
    fn add(&mut self, data: &mut Dataset, document: &Sentence, masked: &[String]) {
        self.tokens.clear();
        self.sentences.clear();
        tokenize_into(&document.text, &mut self.tokens);
        sentences_into(&document.text, &self.tokens, &mut self.sentences);
        let mut targets = targets(document, &self.tokens, masked);
        if document.opens {
            self.settle(&document.text, &mut targets);
        }
        for piece in std::mem::take(&mut self.sentences) {
            for from in (piece.first..piece.end).step_by(LONGEST) {
                let cut = from..piece.end.min(from + LONGEST);
                data.targets.extend(&targets[cut.clone()]);
                for at in cut {
                    let word = self.word(data, &document.text, self.tokens[at]);
                    data.words.push(word);
                }
                data.sentences.push(data.words.len());
            }
        }
    }

    /// Lets the confident names of a document correct its labels elsewhere, as the annotator does with its
    /// own: who labelled sentence by sentence has missed surnames that stand alone.
    fn settle(&mut self, text: &str, targets: &mut [Target]) {
        let floor = |percent: u8| (f32::from(percent).max(FLOOR) / 100.0).ln();
        let mut scores: Vec<f32> = targets.iter().flatten().map(|&percent| floor(percent)).collect();
        let mut mentions = Vec::new();
        for sentence in &self.sentences {
            let from = mentions.len();
            let rows = &scores[sentence.first * TAGS.len()..sentence.end * TAGS.len()];
            self.decoder.mentions(rows, TAGS.len(), &mut mentions);
            for mention in &mut mentions[from..] {
                mention.first += sentence.first;
                mention.end += sentence.first;
            }
        }
        self.evidence.collect(text, &self.tokens, &mentions, Some(0), &mut self.features);
        self.evidence.apply(&mut scores, TAGS.len());
        for (target, scores) in targets.iter_mut().zip(scores.chunks_exact(TAGS.len())) {
            let powers: Vec<f32> = scores.iter().map(|score| score.exp()).collect();
            let sum: f32 = powers.iter().sum();
            let percents = powers.iter().map(|power| (100.0 * power / sum).round() as u8);
            target.iter_mut().zip(percents).for_each(|(target, percent)| *target = percent);
        }
    }

    fn word(&mut self, data: &mut Dataset, text: &str, token: Token) -> u32 {
        let word = token.span.slice(text);
        *self.known.entry((word.to_owned(), token.kind)).or_insert_with(|| {
            data.rows.extend(self.features.rows(word, token.kind, self.log_rows));
            data.ends.push(data.rows.len() as u32);
            data.ends.len() as u32 - 1
        })
    }
}

/// The target of each pipeline token. Where a corpus token falls into several, its first tag opens and the
/// others continue; punctuation at its edges stays outside.
fn targets(sentence: &Sentence, tokens: &[Token], masked: &[String]) -> Vec<Target> {
    let mut targets = vec![[0; TAGS.len()]; tokens.len()];
    for ((span, tag), more) in sentence.tokens.iter().zip(&sentence.tags).zip(&sentence.more) {
        let from = tokens.partition_point(|token| token.span.end <= span.start);
        let to = tokens.partition_point(|token| token.span.start < span.end);
        let mut inner = from..to;
        let edge = |at: usize| tokens[at].kind == TokenKind::Punctuation;
        if tag != "O" && !inner.clone().all(edge) {
            inner.start += inner.clone().take_while(|&at| edge(at)).count();
            inner.end -= inner.clone().rev().take_while(|&at| edge(at)).count();
        }
        let hidden = tag.get(2..).is_some_and(|kind| masked.iter().any(|name| name == kind));
        for at in (from..to).filter(|_| !hidden) {
            targets[at] = if inner.contains(&at) {
                target(tag, more, at > inner.start)
            } else {
                target("O", "", false)
            };
        }
    }
    targets
}

/// `more` lists `tag:percent` where the label is not certain.
fn target(tag: &str, more: &str, continues: bool) -> Target {
    let mut target = [0; TAGS.len()];
    let number = |tag: &str| {
        let at = TAGS.iter().position(|name| *name == tag)?;
        Some(if continues && at % 2 == 1 { at + 1 } else { at })
    };
    let listed = more.split_whitespace().filter_map(|item| {
        let (tag, percent) = item.rsplit_once(':')?;
        Some((number(tag)?, percent.parse().ok()?))
    });
    for (at, percent) in listed {
        target[at] = percent;
    }
    if target == [0; TAGS.len()] {
        target[number(tag).unwrap_or(0)] = 100;
    }
    target
}
