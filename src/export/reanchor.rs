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
//!    expected, and not begin or end with another annotation of its type.
//! 5. No place is given twice to the same type, and what would cross another annotation is not placed.
//!
//! Of each quote the 64 places nearest to the old position are looked at, so the cost is linear in the text.

use std::collections::HashMap;

use super::annotation::Annotation;
use super::draft::{ascending, settle};
use super::syntax::Json;
use super::w3c::{Item, items};
use crate::error::{Error, Kind};
use crate::normalize::{Folds, Normalized, fold_into, normalize};
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
    let position = |item: &Item| item.position.map_or([usize::MAX, 0], |span| [span.start, span.end]);
    let mut order: Vec<[usize; 3]> = Vec::with_capacity(items.len());
    order.extend(items.iter().map(position).enumerate().map(|(at, [start, end])| [start, end, at]));
    ascending(&mut order);
    let (mut places, map) = Places::new(text, &items);
    let mut found: Vec<Option<usize>> = vec![None; items.len()];
    for sure in [true, false] {
        let mut shift = 0_isize;
        for &[old, _, at] in &order {
            let (Some(item), Some(place)) = (items.get(at), found.get_mut(at)) else {
                continue;
            };
            let old = if old == usize::MAX { 0 } else { old };
            if place.is_none() {
                *place = places.take(at, item, old.saturating_add_signed(shift), sure, &items);
            }
            if let Some(start) = *place {
                shift = start as isize - old as isize;
            }
        }
    }
    let spans: Vec<Option<Span>> =
        found.iter().enumerate().map(|(at, &start)| places.span(at, start?, &map)).collect();
    let kept = uncrossed(spans);
    let mut tokens = Vec::new();
    tokenize_into(text, &mut tokens);
    let mut lost = Vec::new();
    let mut drafts = Vec::new();
    for (item, (Item { mut draft, exact, .. }, place)) in items.into_iter().zip(kept).enumerate() {
        let Some(span) = place else {
            lost.push(Lost { item, kind: draft.kind, exact });
            continue;
        };
        let words = resolve::surface(&tokens, span);
        draft.span = span;
        draft.surface =
            Some(words).filter(|words| words.start <= span.start && span.end <= words.end).or(Some(span));
        draft.sentence = None;
        drafts.push(draft);
    }
    Ok(Reanchored { annotation: settle(text.to_owned(), drafts).map_err(invalid)?, lost })
}

#[cfg(target_arch = "wasm32")]
impl Reanchored {
    /// Both parts as JSON, a line each.
    pub(crate) fn to_json(&self) -> String {
        use super::syntax::{Put, quote};
        let mut out = super::json::write(&self.annotation, true);
        out.put("\n[");
        for (at, lost) in self.lost.iter().enumerate() {
            out.put(if at > 0 { ",{\"item\":" } else { "{\"item\":" });
            out.put_number(lost.item);
            out.put(",\"type\":");
            quote(&lost.kind, &mut out);
            out.put(",\"text\":");
            quote(&lost.exact, &mut out);
            out.put("}");
        }
        out.put("]");
        out
    }
}

/// The spans without those that would cross another.
fn uncrossed(mut spans: Vec<Option<Span>>) -> Vec<Option<Span>> {
    let placed = spans.iter().enumerate().filter_map(|(at, span)| span.map(|span| (at, span)));
    let mut order: Vec<[usize; 3]> =
        placed.map(|(at, span)| [span.start, usize::MAX - span.end, at]).collect();
    ascending(&mut order);
    let mut open: Vec<usize> = Vec::new();
    for [start, from_end, at] in order {
        let end = usize::MAX - from_end;
        while open.last().is_some_and(|end| *end <= start) {
            open.pop();
        }
        if open.last().is_none_or(|around| *around >= end) {
            open.push(end);
        } else {
            spans.get_mut(at).into_iter().for_each(|span| *span = None);
        }
    }
    spans
}

/// The folded text and where in it the folded quotes stand; all counts are its characters.
struct Places {
    chars: Vec<char>,
    /// The byte that each character begins at, and one past the end.
    bytes: Vec<usize>,
    /// Of each item, the length of its folded quote and the number of its list.
    quotes: Vec<(usize, usize)>,
    /// Places of one quote, ascending.
    lists: Vec<Vec<Place>>,
    /// Of each character, the item put last so that it begins or ends there.
    edges: Vec<Option<usize>>,
}

struct Place {
    at: usize,
    /// Items that have been put there.
    takers: Vec<usize>,
}

fn folded(text: &str) -> Vec<char> {
    let mut out = String::new();
    fold_into(text, &Folds::SEARCH, &mut out);
    out.chars().map(flat).collect()
}

const fn flat(c: char) -> char {
    if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }
}

impl Places {
    fn new(text: &str, items: &[Item]) -> (Self, Normalized) {
        let map = normalize(text, &Folds::SEARCH);
        let chars: Vec<char> = map.text().chars().map(flat).collect();
        let mut bytes: Vec<usize> = map.text().char_indices().map(|(at, _)| at).collect();
        bytes.push(map.text().len());
        let folded: Vec<Vec<char>> = items.iter().map(|item| folded(&item.exact)).collect();
        // Equal quotes share a list; so do, below, quotes with one beginning a look at each place.
        let mut same: HashMap<&[char], Vec<usize>> = HashMap::new();
        let mut lists: Vec<Vec<Place>> = Vec::new();
        let mut quotes = Vec::with_capacity(items.len());
        for quote in &folded {
            let list = same.entry(quote).or_insert_with(|| {
                lists.push(Vec::new());
                vec![lists.len() - 1]
            });
            quotes.push((quote.len(), list.first().copied().unwrap_or_default()));
        }
        for length in 1..=INDEXED {
            let mut heads: HashMap<&[char], Vec<usize>> = HashMap::new();
            let mut seen = vec![false; lists.len()];
            for (at, (quote, (_, list))) in folded.iter().zip(&quotes).enumerate() {
                let new = seen.get_mut(*list).is_some_and(|seen| !std::mem::replace(seen, true));
                if let Some(head) = quote.get(..length).filter(|_| new && quote.len().min(INDEXED) == length)
                {
                    heads.entry(head).or_default().push(at);
                }
            }
            for (at, window) in chars.windows(length).enumerate().take_while(|_| !heads.is_empty()) {
                for item in heads.get(window).into_iter().flatten() {
                    let quote = folded.get(*item).map_or(&[][..], Vec::as_slice);
                    if chars.get(at..).is_some_and(|rest| rest.starts_with(quote)) {
                        let list = quotes.get(*item).and_then(|(_, list)| lists.get_mut(*list));
                        list.into_iter().for_each(|list| list.push(Place { at, takers: Vec::new() }));
                    }
                }
            }
        }
        let edges = vec![None; chars.len()];
        (Self { chars, bytes, quotes, lists, edges }, map)
    }

    /// What an item covers in the original text from `start` on.
    fn span(&self, item: usize, start: usize, map: &Normalized) -> Option<Span> {
        let (length, _) = self.quotes.get(item)?;
        let span = map.to_original(Span::new(*self.bytes.get(start)?, *self.bytes.get(start + length)?));
        (!span.is_empty()).then_some(span)
    }

    /// Puts an item at its best place.
    fn take(
        &mut self,
        number: usize,
        item: &Item,
        expected: usize,
        sure: bool,
        items: &[Item],
    ) -> Option<usize> {
        let &(length, list) = self.quotes.get(number)?;
        let list = self.lists.get_mut(list)?;
        let middle = list.partition_point(|place| place.at < expected);
        let near = list.get_mut(middle.saturating_sub(LOOKED_AT)..)?.iter_mut().take(2 * LOOKED_AT);
        let (prefix, suffix) = (folded(&item.prefix), folded(&item.suffix));
        let wanted = SURE.min(prefix.len() + suffix.len()).max(1);
        let mut best: Option<(usize, usize, &mut Place)> = None;
        for place in near {
            let (before, after) = (self.chars.get(..place.at)?, self.chars.get(place.at + length..)?);
            let agree = alike(before.iter().rev(), prefix.iter().rev()) + alike(after.iter(), suffix.iter());
            let away = place.at.abs_diff(expected);
            let kind =
                |taker: &usize| items.get(*taker).is_some_and(|other| other.draft.kind == item.draft.kind);
            let ends = [place.at, place.at + length.saturating_sub(1)];
            let ends = ends.map(|at| self.edges.get(at).copied().flatten());
            // The surname at the end of a full name is part of that.
            let part = ends.iter().flatten().any(kind);
            let fits = if sure { agree >= wanted } else { away <= NEAR && !part };
            if !fits || place.takers.iter().any(kind) || !edges(before, after, &prefix, &suffix) {
                continue;
            }
            if best.as_ref().is_none_or(|&(most, least, _)| agree > most || agree == most && away < least) {
                best = Some((agree, away, place));
            }
        }
        let (.., place) = best?;
        place.takers.push(number);
        let at = place.at;
        for end in [at, at + length.saturating_sub(1)] {
            self.edges.get_mut(end).into_iter().for_each(|edge| *edge = Some(number));
        }
        Some(at)
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
