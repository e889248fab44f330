//! Annotations found again in a text that has been edited since, by their quotes
//! ([`TextQuoteSelector`](https://www.w3.org/TR/annotation-model/#text-quote-selector)).
//!
//! The rule:
//!
//! 1. Text and quotes are compared as [`Folds::SEARCH`] folds them, with tabs and line breaks as spaces: vowel signs,
//!    tatweel, hamza, digits, quotation marks and the like may have changed.
//! 2. A quote stands where its folded letters do, and ends a word there if it did before; where it began a word, at
//!    most proclitics (و ف ب ك ل س) may stand before it now.
//! 3. Of several places, the one whose surroundings agree with `prefix` and `suffix` over the most characters, counted
//!    outwards from the quote; of equals, the nearest to the old position, moved by as much as the annotation before has moved.
//! 4. Where fewer than 8 characters agree (or fewer than there are), the place must be within 64 characters of where it is
//!    expected, and nobody else's.
//! 5. No place is given twice to the same type, and what would cross another annotation is not placed.
//!
//! Of each quote the 64 places nearest to the old position are looked at, so the cost is linear in the text.

use std::collections::{HashMap, HashSet};

use super::annotation::Annotation;
use super::draft::settle;
use super::syntax::Json;
use super::w3c::{Item, items};
use crate::error::{Error, Kind};
use crate::normalize::{Folds, fold_into, normalize};
use crate::segment::tokenize_into;
use crate::{Span, resolve};

/// Characters of a quote that the index knows; the rest is compared.
const INDEXED: usize = 8;
/// Agreeing characters around a quote that leave no doubt.
const SURE: usize = 8;
/// How far from where it is expected a quote may stand that nothing else speaks for.
const NEAR: usize = 64;
/// Places looked at on each side of the expected one.
const LOOKED_AT: usize = 32;

/// What [`reanchor`] found.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Reanchored {
    /// The text with all annotations that were found.
    pub annotation: Annotation,
    /// The others, ascending.
    pub lost: Vec<Lost>,
}

/// An annotation whose quote is not in the text any more, or belongs to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lost {
    /// Its number among the annotations of the file, from 0.
    pub item: usize,
    /// Its type, such as `PERS`.
    pub kind: String,
    /// Its quote.
    pub exact: String,
}

/// Finds the annotations of a [Web Annotation](super::Format::W3c) file in `text`, which has been edited since. The rule is
/// at the head of `src/export/reanchor.rs`.
///
/// ```
/// use tawsim::{Span, export::{Annotation, Entity, Format, Style, reanchor, write}};
///
/// let text = "زار بغداد".to_owned();
/// let city = Entity::new("LOC", Span::new(7, 17), &text);
/// let file = write(&Annotation::new(text, vec![city], Vec::new())?, Format::W3c, &Style::default());
///
/// let edited = "أمس زارَ بَغداد";
/// let found = reanchor(edited, &file)?;
/// assert_eq!(found.annotation.entities()[0].span.slice(edited), "بَغداد");
/// assert_eq!(found.lost, []);
/// # Ok::<(), tawsim::Error>(())
/// ```
///
/// # Errors
/// `import_invalid` where the file is no Web Annotation.
pub fn reanchor(text: &str, w3c: &str) -> Result<Reanchored, Error> {
    let invalid = |problem: String| Error::new(Kind::ImportInvalid, problem);
    let json = Json::parse(w3c).map_err(|at| super::at(w3c, at, "this is not JSON"))?;
    let items = items(&json).map_err(invalid)?;
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&at| items.get(at).and_then(|item| item.position));
    let (places, map) = Text::new(text, &items);
    let mut found: Vec<Option<usize>> = vec![None; items.len()];
    let mut taken: HashSet<(usize, usize, &str)> = HashSet::new();
    for sure in [true, false] {
        let mut shift = 0_isize;
        for &at in &order {
            let (Some(item), Some(place)) = (items.get(at), found.get_mut(at)) else {
                continue;
            };
            let old = item.position.map_or(0, |[start, _]| start);
            if place.is_none() {
                let expected = old.saturating_add_signed(shift);
                let free =
                    |start: usize, length: usize| !taken.contains(&(start, length, item.draft.kind.as_str()));
                *place = places.best(at, item, expected, sure, free);
                let length = places.length(at);
                taken.extend(place.map(|start| (start, length, item.draft.kind.as_str())));
            }
            if let Some(start) = *place {
                shift = start as isize - old as isize;
            }
        }
    }
    let mut tokens = Vec::new();
    tokenize_into(text, &mut tokens);
    let mut placed: Vec<(Span, usize)> = Vec::new();
    for (at, place) in found.iter().enumerate() {
        if let Some(start) = *place {
            let span = map.to_original(places.span(start, places.length(at)));
            if !span.is_empty() {
                placed.push((span, at));
            }
        }
    }
    placed.sort_by(|(a, _), (b, _)| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
    uncross(&mut placed);
    let kept: HashMap<usize, Span> = placed.into_iter().map(|(span, at)| (at, span)).collect();
    let mut lost = Vec::new();
    let mut drafts = Vec::new();
    for (item, Item { mut draft, exact, .. }) in items.into_iter().enumerate() {
        match kept.get(&item) {
            Some(&span) => {
                draft.span = span;
                draft.surface = Some(resolve::surface(&tokens, span))
                    .filter(|s| s.start <= span.start && s.end >= span.end);
                draft.sentence = None;
                drafts.push(draft);
            }
            None => lost.push(Lost { item, kind: draft.kind, exact }),
        }
    }
    Ok(Reanchored { annotation: settle(text.to_owned(), drafts).map_err(invalid)?, lost })
}

#[cfg(target_arch = "wasm32")]
impl Reanchored {
    /// Both parts as JSON, a line each.
    pub(crate) fn to_json(&self) -> String {
        let mut out = super::json::write(&self.annotation, true);
        out.push_str("\n[");
        for (at, lost) in self.lost.iter().enumerate() {
            out.push_str(if at > 0 { ",{\"item\":" } else { "{\"item\":" });
            out.push_str(&lost.item.to_string());
            out.push_str(",\"type\":");
            super::syntax::quote(&lost.kind, &mut out);
            out.push_str(",\"text\":");
            super::syntax::quote(&lost.exact, &mut out);
            out.push('}');
        }
        out.push(']');
        out
    }
}

/// Takes out what crosses another, of sorted spans.
fn uncross(placed: &mut Vec<(Span, usize)>) {
    let mut open: Vec<usize> = Vec::new();
    placed.retain(|(span, _)| {
        while open.last().is_some_and(|end| *end <= span.start) {
            open.pop();
        }
        let fits = open.last().is_none_or(|end| *end >= span.end);
        if fits {
            open.push(span.end);
        }
        fits
    });
}

/// The folded text and where in it the folded quotes stand; all counts are its characters.
struct Text {
    chars: Vec<char>,
    /// The byte that each character begins at, and one past the end.
    bytes: Vec<usize>,
    /// The folded quote of each item, and the number of its places.
    quotes: Vec<(Vec<char>, usize)>,
    /// Lists of places, ascending.
    places: Vec<Vec<usize>>,
}

fn folded(text: &str) -> Vec<char> {
    let mut out = String::new();
    fold_into(text, &Folds::SEARCH, &mut out);
    out.chars().map(flat).collect()
}

const fn flat(c: char) -> char {
    if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }
}

impl Text {
    fn new(text: &str, items: &[Item]) -> (Self, crate::normalize::Normalized) {
        let map = normalize(text, &Folds::SEARCH);
        let chars: Vec<char> = map.text().chars().map(flat).collect();
        let mut bytes: Vec<usize> = map.text().char_indices().map(|(at, _)| at).collect();
        bytes.push(map.text().len());
        let mut numbers: HashMap<Vec<char>, usize> = HashMap::new();
        let mut quotes = Vec::with_capacity(items.len());
        for item in items {
            let quote = folded(&item.exact);
            let next = numbers.len();
            let number = *numbers.entry(quote.clone()).or_insert(next);
            quotes.push((quote, number));
        }
        let mut places = vec![Vec::new(); numbers.len()];
        for length in 1..=INDEXED {
            let mut index: HashMap<&[char], Vec<(&[char], usize)>> = HashMap::new();
            for (quote, &number) in numbers.iter().filter(|(quote, _)| quote.len().min(INDEXED) == length) {
                let head = quote.get(..length).unwrap_or_default();
                index.entry(head).or_default().push((quote, number));
            }
            if index.is_empty() {
                continue;
            }
            for (at, window) in chars.windows(length).enumerate() {
                for (quote, number) in index.get(window).into_iter().flatten() {
                    if chars.get(at..at + quote.len()) == Some(quote) {
                        places.get_mut(*number).into_iter().for_each(|list: &mut Vec<usize>| list.push(at));
                    }
                }
            }
        }
        (Self { chars, bytes, quotes, places }, map)
    }

    fn length(&self, item: usize) -> usize {
        self.quotes.get(item).map_or(0, |(quote, _)| quote.len())
    }

    /// Bytes of the folded text.
    fn span(&self, start: usize, length: usize) -> Span {
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or_default();
        Span::new(byte(start), byte(start + length))
    }

    fn best(
        &self,
        number: usize,
        item: &Item,
        expected: usize,
        sure: bool,
        free: impl Fn(usize, usize) -> bool,
    ) -> Option<usize> {
        let (quote, list) = self.quotes.get(number)?;
        let places = self.places.get(*list)?;
        let middle = places.partition_point(|&at| at < expected);
        let near = places.get(middle.saturating_sub(LOOKED_AT)..(middle + LOOKED_AT).min(places.len()))?;
        let (prefix, suffix) = (folded(&item.prefix), folded(&item.suffix));
        let wanted = SURE.min(prefix.len() + suffix.len());
        let mut best: Option<(usize, usize, usize)> = None;
        for &at in near {
            let (before, after) = (self.chars.get(..at)?, self.chars.get(at + quote.len()..)?);
            let agree = alike(before.iter().rev(), prefix.iter().rev()) + alike(after.iter(), suffix.iter());
            let away = at.abs_diff(expected);
            let fits = if sure { agree >= wanted && wanted > 0 } else { away <= NEAR };
            if !fits || !edges(before, after, &prefix, &suffix) || !free(at, quote.len()) {
                continue;
            }
            if best.is_none_or(|(most, least, _)| agree > most || agree == most && away < least) {
                best = Some((agree, away, at));
            }
        }
        best.map(|(.., at)| at)
    }
}

fn alike<'a>(a: impl Iterator<Item = &'a char>, b: impl Iterator<Item = &'a char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// Whether a quote is as whole as it was.
fn edges(before: &[char], after: &[char], prefix: &[char], suffix: &[char]) -> bool {
    let letter = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
    let ends = letter(suffix.first()) || !letter(after.first());
    let attached = before.iter().rev().take_while(|c| c.is_alphanumeric());
    ends && (letter(prefix.last()) || attached.take(4).all(|c| "وفبكلس".contains(*c)))
}
