//! Cuts corpus sentences the way the pipeline will cut them, and carries their tags over.

use std::collections::HashMap;
use std::path::Path;

use super::data::Dataset;
use super::labels::{COLUMNS, Scheme, TAGS, Target, ministries, name_percents};
use super::names::{Pools, slot};
use super::phrases::Phrases;
use crate::corpus::Sentence;
use crate::error::Error;
use crate::lexicon::Classes;
use crate::resolve::Evidence;
use crate::segment::{Token, TokenKind, proclitics, sentences_into, tokenize_into};
use crate::tag::{Decoder, Features, Group, LISTED};

/// Sentences are cut to this many tokens, so that a step's size stays even.
const LONGEST: usize = 128;

/// What a label that is not listed gets, in percent, before a document corrects its labels.
const FLOOR: f32 = 0.5;

/// A label of this many percent is certain enough to put another name in its place.
const CERTAIN: u8 = 90;

pub(super) struct Loader {
    phrases: Option<Phrases>,
    scheme: Scheme,
    known: HashMap<(String, TokenKind), u32>,
    features: Features,
    decoder: Decoder,
    evidence: Evidence,
    tokens: Vec<Token>,
    sentences: Vec<crate::segment::Sentence>,
}

impl Loader {
    pub(super) fn new() -> Self {
        Self {
            phrases: None,
            scheme: Scheme::Names,
            known: HashMap::new(),
            features: Features::default(),
            decoder: Decoder::default(),
            evidence: Evidence::default(),
            tokens: Vec::new(),
            sentences: Vec::new(),
        }
    }

    /// The rules of the corpus that comes next.
    pub(super) fn scheme(&mut self, sentences: &[Sentence]) {
        self.scheme = Scheme::of(sentences);
    }

    /// Takes the organisations of the lists, to mend silver labels with.
    pub(super) fn phrases(&mut self, lists: &Path) -> Result<(), Error> {
        self.phrases = Some(Phrases::read(lists)?);
        Ok(())
    }

    /// Lets a corpus say which of them are no names, if it is gold.
    pub(super) fn weigh(&mut self, sentences: &[Sentence]) {
        for sentence in sentences.iter().filter(|_| self.scheme == Scheme::Names) {
            self.tokens.clear();
            tokenize_into(&sentence.text, &mut self.tokens);
            let mut targets = self.targets(sentence, &[]);
            if let Some(phrases) = &mut self.phrases {
                phrases.weigh(&sentence.text, &self.tokens, &mut targets);
            }
        }
    }

    /// The names of the lists, each once as the lists know it and once as a word that no list has.
    pub(super) fn pools(&mut self, data: &mut Dataset, lists: &Path) -> Result<Pools, Error> {
        Pools::read(lists, |name| {
            let known = self.word(data, name, TokenKind::Word);
            let (general, features) = self.features.of(name, TokenKind::Word);
            data.features.extend(&features[..LISTED]);
            data.features.extend(&features[general..]);
            data.ends.push((data.features.len() as u32, LISTED as u32));
            [known, data.ends.len() as u32 - 1]
        })
    }

    pub(super) fn add(&mut self, data: &mut Dataset, document: &Sentence, masked: &[String]) {
        self.tokens.clear();
        self.sentences.clear();
        tokenize_into(&document.text, &mut self.tokens);
        sentences_into(&document.text, &self.tokens, &mut self.sentences);
        let mut targets = self.targets(document, masked);
        if self.scheme == Scheme::Names {
            let tokens = &self.tokens;
            ministries(&mut targets, |at| {
                let word = tokens[at].span.slice(&document.text);
                matches!(word.get(proclitics(word)..), Some("وزارة" | "وزاره"))
            });
        }
        if document.opens && self.scheme == Scheme::Names {
            if let Some(phrases) = &mut self.phrases {
                phrases.mend(&document.text, &self.tokens, &mut targets);
            }
            self.settle(&document.text, &mut targets);
        }
        for piece in std::mem::take(&mut self.sentences) {
            for from in (piece.first..piece.end).step_by(LONGEST) {
                let cut = from..piece.end.min(from + LONGEST);
                data.targets.extend(&targets[cut.clone()]);
                for at in cut {
                    let token = self.tokens[at];
                    let text = token.span.slice(&document.text);
                    let word = self.word(data, text, token.kind);
                    data.words.push(word);
                    let tag = certain(&mut targets[at]);
                    let alone = targets.get_mut(at + 1).is_none_or(|next| !certain(next).starts_with('I'));
                    let place = tag.starts_with('I') && self.features.classes(text).has(Classes::PLACE);
                    data.slots.push(slot(text, token.kind, tag, alone, place));
                }
                data.sentences.push(data.words.len());
            }
        }
    }

    /// Lets the confident names of a document correct its labels elsewhere, as the annotator does with its
    /// own: who labelled sentence by sentence has missed surnames that stand alone.
    fn settle(&mut self, text: &str, targets: &mut [Target]) {
        let floor = |percent: u8| (f32::from(percent).max(FLOOR) / 100.0).ln();
        let group = Group { first: 0, tags: TAGS.len() };
        let percents = targets.iter_mut().flat_map(|target| name_percents(target).to_vec());
        let mut scores: Vec<f32> = percents.map(floor).collect();
        let mut mentions = Vec::new();
        self.decoder.document(&scores, group.tags, group, &self.sentences, &mut mentions);
        self.evidence.collect(text, &self.tokens, mentions.drain(..), Some(0), &mut self.features);
        self.evidence.apply(&mut scores, group.tags, group);
        for (target, scores) in targets.iter_mut().zip(scores.chunks_exact(group.tags)) {
            if name_percents(target).iter().all(|&percent| percent == 0) {
                continue;
            }
            let powers: Vec<f32> = scores.iter().map(|score| score.exp()).collect();
            let sum: f32 = powers.iter().sum();
            let percents = powers.iter().map(|power| (100.0 * power / sum).round() as u8);
            name_percents(target).iter_mut().zip(percents).for_each(|(target, percent)| *target = percent);
        }
    }

    fn word(&mut self, data: &mut Dataset, word: &str, kind: TokenKind) -> u32 {
        *self.known.entry((word.to_owned(), kind)).or_insert_with(|| {
            let (general, features) = self.features.of(word, kind);
            data.features.extend(features);
            data.ends.push((data.features.len() as u32, general as u32));
            data.ends.len() as u32 - 1
        })
    }

    /// The target of each pipeline token. Where a corpus token falls into several, its first tag opens and
    /// the others continue; punctuation at its edges stays outside.
    fn targets(&self, sentence: &Sentence, masked: &[String]) -> Vec<Target> {
        let mut targets = vec![[0; COLUMNS]; self.tokens.len()];
        for (number, span) in sentence.tokens.iter().enumerate() {
            let (tag, more) = (&sentence.tags[number], &sentence.more[number]);
            let from = self.tokens.partition_point(|token| token.span.end <= span.start);
            let to = self.tokens.partition_point(|token| token.span.start < span.end);
            let mut inner = from..to;
            let edge = |at: usize| self.tokens[at].kind == TokenKind::Punctuation;
            if tag != "O" && !inner.clone().all(edge) {
                inner.start += inner.clone().take_while(|&at| edge(at)).count();
                inner.end -= inner.clone().rev().take_while(|&at| edge(at)).count();
            }
            let hidden = tag.get(2..).is_some_and(|kind| masked.iter().any(|name| name == kind));
            for (at, target) in (from..).zip(&mut targets[from..to]) {
                let (inside, continues) = (inner.contains(&at), at > inner.start);
                if !hidden {
                    let (tag, more) = if inside { (tag.as_str(), more.as_str()) } else { ("O", "") };
                    self.scheme.teach(tag, more, continues, target);
                }
                if let Some(tag) = sentence.nested.get(number).filter(|tag| !tag.is_empty()) {
                    Scheme::Nested.teach(if inside { tag } else { "O" }, "", continues, target);
                }
            }
        }
        targets
    }
}

/// The tag of the names' group that a target is sure of.
fn certain(target: &mut Target) -> &'static str {
    let percents = name_percents(target).iter().zip(TAGS);
    percents.filter(|(percent, _)| **percent >= CERTAIN).map(|(_, tag)| tag).next().unwrap_or("")
}
