//! Organisations of several words that the lists know, so that silver labels which miss them can be mended.

use std::collections::HashMap;
use std::path::Path;

use super::labels::{Target, name_percents};
use crate::error::Error;
use crate::normalize::{Folds, fold_into};
use crate::resolve;
use crate::segment::Token;

/// The columns of `O`, `B-ORG` and `I-ORG`.
const OUTSIDE: usize = 0;
const BEGINS: usize = 5;
const INSIDE: usize = 6;

/// Armies, which no corpus here takes for names, though the lists have some.
const COMMON: [&str; 2] = ["الجيش", "جيش"];

/// Phrases by their first word, longest first, each with how often gold corpora leave it unmarked, less how
/// often they mark it.
#[derive(Default)]
pub(super) struct Phrases(HashMap<String, Vec<(Vec<String>, i32)>>);

impl Phrases {
    /// Reads the lists of a folder.
    pub(super) fn read(lists: &Path) -> Result<Self, Error> {
        let mut phrases = Self::default();
        for list in ["organisations", "bodies"] {
            let path = lists.join(list).with_extension("txt");
            let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, &error))?;
            for line in text.lines().filter(|line| !line.starts_with(['#', '(']) && line.contains(' ')) {
                let words: Vec<String> = line.split(' ').map(fold).collect();
                if !COMMON.contains(&words[0].as_str()) {
                    phrases.0.entry(words[0].clone()).or_default().push((words, 0));
                }
            }
        }
        phrases.0.values_mut().for_each(|all| all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        Ok(phrases)
    }

    /// Learns from a gold corpus which phrases its annotators did not take for names.
    pub(super) fn weigh(&mut self, text: &str, tokens: &[Token], targets: &mut [Target]) {
        self.each(text, tokens, |found, balance| {
            *balance += if targets[found].iter_mut().all(unmarked) { 1 } else { -1 };
        });
    }

    /// Marks the phrases that a silver document leaves unmarked, but for those that gold corpora do too.
    pub(super) fn mend(&mut self, text: &str, tokens: &[Token], targets: &mut [Target]) {
        self.each(text, tokens, |found, balance| {
            let targets = &mut targets[found];
            if *balance <= 0 && targets.iter_mut().all(unmarked) {
                for (number, target) in targets.iter_mut().enumerate() {
                    let names = name_percents(target);
                    names.fill(0);
                    names[if number == 0 { BEGINS } else { INSIDE }] = 100;
                }
            }
        });
    }

    fn each(
        &mut self,
        text: &str,
        tokens: &[Token],
        mut found: impl FnMut(std::ops::Range<usize>, &mut i32),
    ) {
        let words: Vec<String> = tokens.iter().map(|token| fold(token.span.slice(text))).collect();
        let mut at = 0;
        while at < words.len() {
            let (_, bare) = resolve::name(text, tokens[at].span);
            let mut length = 1;
            for first in [&words[at], &bare] {
                let Some(phrases) = self.0.get_mut(first) else { continue };
                let here = phrases.iter_mut().find(|(phrase, _)| {
                    words.get(at + 1..at + phrase.len()).is_some_and(|rest| rest == &phrase[1..])
                });
                if let Some((phrase, balance)) = here {
                    length = phrase.len();
                    found(at..at + length, balance);
                    break;
                }
            }
            at += length;
        }
    }
}

/// Whether a label says that this is no name.
fn unmarked(target: &mut Target) -> bool {
    name_percents(target)[OUTSIDE] >= 50
}

fn fold(word: &str) -> String {
    let mut folded = String::new();
    fold_into(word, &Folds::MATCH, &mut folded);
    folded
}
