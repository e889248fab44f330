//! CoNLL-U files: sentences as written, and where their words are in them.
//!
//! What a word covers is counted in seen characters: those of the text without vowel signs, tatweel and spaces. A word
//! whose form is what is written stands where it is written. Other forms are aligned with what is written, within
//! their token where the treebank has lines for tokens of several words («عليه» of «على» + «ه», «للعراق» of «ل» +
//! «العراق»), else within the sentence.

use crate::Span;
use crate::normalize::{Folds, fold_into};

/// A sentence of a treebank.
pub(super) struct Annotated {
    /// Whether a paragraph or document begins with it.
    pub first: bool,
    pub text: String,
    /// In seen characters, ascending. An article that is a word of its own is part of the next one.
    pub words: Vec<Span>,
}

/// A token: a word, or several that are written together.
struct Token<'f> {
    form: &'f str,
    spaced: bool,
    /// The forms of its words, and whether each is an article.
    words: Vec<(&'f str, bool)>,
}

/// The sentences of a file.
pub(super) fn sentences(file: &str) -> Vec<Annotated> {
    let mut place = None;
    let blocks = file.split("\n\n").flat_map(|block| block.split("\r\n\r\n"));
    blocks.filter_map(|block| annotated(block, &mut place)).collect()
}

fn annotated<'f>(block: &'f str, place: &mut Option<(&'f str, &'f str)>) -> Option<Annotated> {
    let comment = |name: &str| {
        block.lines().find_map(|line| line.strip_prefix('#')?.trim_start().strip_prefix(name)).map(str::trim)
    };
    let field = |name: &str| comment(name)?.strip_prefix('=').map(str::trim);
    let tokens = tokens(block);
    if tokens.is_empty() {
        return None;
    }
    let text = field("text").map_or_else(|| join(&tokens), str::to_owned);
    let here = (field("doc_id").unwrap_or_default(), field("parnumber").unwrap_or_default());
    let moved = place.replace(here).is_some_and(|before| before != here);
    let first = moved
        || comment("newdoc").is_some()
        || comment("newpar").is_some()
        || field("sentnumber") == Some("1");
    let words = words(&text, &tokens);
    Some(Annotated { first, text, words })
}

fn tokens(block: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    // The last word of the token that has a line of its own.
    let mut within = 0;
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, tag, ..] = columns.as_slice() else { continue };
        let spaced = !columns.get(9).is_some_and(|misc| misc.split('|').any(|note| note == "SpaceAfter=No"));
        if let Some(last) = id.split_once('-').and_then(|(_, last)| last.parse().ok()) {
            within = last;
            tokens.push(Token { form, spaced, words: Vec::new() });
        } else if let Ok(number) = id.parse::<usize>() {
            let word = (form, tag == "DET" && matches!(letters(form).as_str(), "ال" | "ل"));
            match tokens.last_mut().filter(|_| number <= within) {
                Some(token) => token.words.push(word),
                None => tokens.push(Token { form, spaced, words: vec![word] }),
            }
        }
    }
    tokens
}

/// The text of a sentence that no comment gives.
fn join(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    for token in tokens {
        text.push_str(token.form);
        if token.spaced {
            text.push(' ');
        }
    }
    text.trim_end().to_owned()
}

fn letters(form: &str) -> String {
    seen(form).into_iter().map(|(c, _)| c).collect()
}

/// The folded characters of a text that are seen, with where each begins.
pub(super) fn seen(text: &str) -> Vec<(char, usize)> {
    let mut out = Vec::new();
    let (mut one, mut folded) = ([0; 4], String::new());
    for (at, c) in text.char_indices() {
        folded.clear();
        fold_into(c.encode_utf8(&mut one), &Folds::MATCH, &mut folded);
        out.extend(folded.chars().filter(|c| !c.is_whitespace()).map(|c| (c, at)));
    }
    out
}

/// Where the words are, in seen characters.
fn words(text: &str, tokens: &[Token<'_>]) -> Vec<Span> {
    let raw = seen(text);
    let characters: Vec<char> = raw.iter().map(|&(c, _)| c).collect();
    let spaced = |at: usize| {
        let (Some(last), Some(next)) = (at.checked_sub(1).and_then(|last| raw.get(last)), raw.get(at)) else {
            return true;
        };
        text.get(last.1..next.1).is_some_and(|gap| gap.contains(char::is_whitespace))
    };
    let forms = tokens.iter().map(|token| token.form);
    let mut found: Vec<(Span, bool)> = Vec::new();
    for (token, span) in tokens.iter().zip(place(forms, &characters, 0, &spaced)) {
        let Some(span) = span else { continue };
        match token.words.as_slice() {
            // Words whose forms a treebank keeps back can't be told apart.
            [] => found.push((span, false)),
            [(_, article)] => found.push((span, *article)),
            words if words.iter().all(|&(form, _)| form == "_") => found.push((span, false)),
            words => {
                let written = characters.get(span.start..span.end).unwrap_or_default();
                let spans = place(words.iter().map(|&(form, _)| form), written, span.start, &spaced);
                found.extend(spans.zip(words).filter_map(|(span, word)| Some((span?, word.1))));
            }
        }
    }
    let mut words: Vec<Span> = Vec::new();
    let mut article: Option<usize> = None;
    for (span, is_article) in found {
        let start = article.take().unwrap_or(span.start);
        // An article apart from its noun stays a word: «الـ Cupcakes».
        if is_article && !spaced(span.end) {
            article = Some(start);
        } else {
            words.push(Span::new(start, span.end));
        }
    }
    words
}

/// Where each of some forms in a row is among the characters that they are written with, which begin at `base`. Of
/// characters that no form accounts for, the next one has those before it: the second «ن» of «إنني» is the pronoun's.
fn place<'f>(
    forms: impl Iterator<Item = &'f str>,
    written: &[char],
    base: usize,
    spaced: &dyn Fn(usize) -> bool,
) -> impl Iterator<Item = Option<Span>> {
    let (mut all, mut ends) = (Vec::new(), vec![0]);
    for form in forms {
        all.extend(seen(form).into_iter().map(|(c, _)| c));
        ends.push(all.len());
    }
    let places = align(&all, written);
    let mut spans: Vec<Option<Span>> = Vec::new();
    let mut end = base;
    for pair in ends.windows(2) {
        let &[a, b] = pair else { continue };
        let mut at = places.get(a..b).unwrap_or_default().iter().flatten();
        let span = at.next().map(|&first| {
            let last = at.next_back().unwrap_or(&first);
            let start = base + first;
            let gap = start > end && !(end..=start).any(spaced);
            Span::new(if gap { end } else { start }, base + last + 1)
        });
        end = span.map_or(end, |span| span.end);
        spans.push(span);
    }
    spans.into_iter()
}

/// For each character of `a`, the one of `b` that a cheapest alignment pairs it with.
fn align(a: &[char], b: &[char]) -> Vec<Option<usize>> {
    let same = |(a, b): &(&char, &char)| a == b;
    let head = a.iter().zip(b).take_while(same).count();
    let (middle_a, middle_b) = (a.get(head..).unwrap_or_default(), b.get(head..).unwrap_or_default());
    let tail = middle_a.iter().rev().zip(middle_b.iter().rev()).take_while(same).count();
    let core = |all: &[char]| all.len().saturating_sub(tail);
    let middle = cheapest(
        middle_a.get(..core(middle_a)).unwrap_or_default(),
        middle_b.get(..core(middle_b)).unwrap_or_default(),
    );
    let shifted = middle.into_iter().map(|place| place.map(|at| head + at));
    (0..head).map(Some).chain(shifted).chain((b.len() - tail..b.len()).map(Some)).collect()
}

/// [`align`] for what differs from its first character to its last.
fn cheapest(a: &[char], b: &[char]) -> Vec<Option<usize>> {
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
