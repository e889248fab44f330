//! A folded text and its alignment.

use super::{Folds, pass, unicode};
use crate::Span;

/// One change: the bytes `from` of the text before became the bytes `to` of the text after.
/// Everything between two changes is the same in both.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Edit {
    from: Span,
    to: Span,
    /// Something dropped that belongs to the letter before it, as a vowel sign does.
    trails: bool,
}

impl Edit {
    /// The change of `from`, which begins with `first`, to `to`.
    pub(super) const fn new(from: Span, to: Span, first: char) -> Self {
        let hidden = matches!(
            first,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        );
        Self { from, to, trails: to.is_empty() && !hidden }
    }
}

/// The changes of two passes, one after the other, as those of one.
///
/// Where a change of the second touches what one of the first made, they become one change.
fn compose(first: &[Edit], second: &[Edit]) -> Vec<Edit> {
    let mut out = Vec::with_capacity(first.len() + second.len());
    let (mut first, mut second) = (first.iter().peekable(), second.iter().peekable());
    // The ends of the last change of each pass: how far the text before, between and after stand apart.
    let (mut before, mut after) = (Edit::default(), Edit::default());
    let outside = |last: &Edit, between: usize| last.from.end + (between - last.to.end);
    let inside = |last: &Edit, between: usize| last.to.end + (between - last.from.end);
    loop {
        let start = match (first.peek(), second.peek()) {
            (Some(a), Some(b)) => a.to.start.min(b.from.start),
            (Some(a), None) => a.to.start,
            (None, Some(b)) => b.from.start,
            (None, None) => return out,
        };
        let (from, to) = (outside(&before, start), inside(&after, start));
        // What the first pass dropped stands before what the second changes from there on.
        let (mut end, mut trails, mut dropped) = (start, false, false);
        if let Some(&a) = first.next_if(|a| a.to.start == start) {
            (before, end, trails, dropped) = (a, a.to.end, a.trails, a.to.is_empty());
        }
        loop {
            if let Some(&b) = second.next_if(|b| b.from.start < end || b.from.start == start && !dropped) {
                (after, end, trails) = (b, end.max(b.from.end), trails || b.trails);
            } else if let Some(&a) = first.next_if(|a| a.to.start < end) {
                (before, end, trails) = (a, end.max(a.to.end), trails || a.trails);
            } else {
                break;
            }
        }
        let (from, to) = (Span::new(from, outside(&before, end)), Span::new(to, inside(&after, end)));
        out.push(Edit { from, to, trails: trails && to.is_empty() });
    }
}

/// A folded text that remembers where each part of it came from.
///
/// Made by [`normalize`]. Folding may drop a character, make one of several («ا» and a combining
/// hamza) or several of one («ﷲ»); a position inside what has no counterpart of its own is widened
/// to the whole of it, so a mapped span never cuts a character.
#[derive(Clone, Debug)]
pub struct Normalized {
    text: String,
    /// Ascending.
    edits: Vec<Edit>,
    original: usize,
}

/// Folds `text` and keeps the alignment.
///
/// See [`fold_into`](super::fold_into) where the alignment isn't wanted.
///
/// ```
/// use tawsim::Span;
/// use tawsim::normalize::{Folds, normalize};
/// let folded = normalize("ﷲُ أَكبر", &Folds::MATCH);
/// assert_eq!(folded.text(), "الله اكبر");
/// // U+FDF2 is three bytes and carries a vowel sign of two.
/// assert_eq!(folded.to_original(Span::new(0, 8)), Span::new(0, 5));
/// assert_eq!(folded.to_normalised(Span::new(0, 3)), Span::new(0, 8));
/// ```
#[must_use]
pub fn normalize(text: &str, folds: &Folds) -> Normalized {
    let mut out = Normalized { text: String::new(), edits: Vec::new(), original: text.len() };
    let forms = folds.nfc || folds.nfkc;
    if forms {
        out.pass(text, |text, out, edits| unicode::normalise(text, folds.nfkc, out, edits));
        for _ in 0..pass::ROUNDS {
            let composed = std::mem::take(&mut out.text);
            if !out.pass(&composed, |text, out, edits| pass::arabic(text, folds.mask(), out, edits)) {
                break;
            }
            let folded = std::mem::take(&mut out.text);
            out.pass(&folded, |text, out, edits| unicode::normalise(text, folds.nfkc, out, edits));
        }
    } else {
        out.pass(text, |text, out, edits| pass::arabic(text, folds.mask(), out, edits));
    }
    out
}

impl Normalized {
    /// Whether the pass changed anything.
    fn pass(&mut self, text: &str, run: impl FnOnce(&str, &mut String, &mut dyn FnMut(Edit))) -> bool {
        let mut edits = Vec::new();
        self.text.reserve(text.len());
        run(text, &mut self.text, &mut |edit| edits.push(edit));
        let changed = !edits.is_empty();
        if self.edits.is_empty() {
            self.edits = edits;
        } else if changed {
            self.edits = compose(&self.edits, &edits);
        }
        changed
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The part of the original, in bytes, that became `span` of the folded text.
    ///
    /// It begins with the first character that left a trace in `span`, and ends with the last such
    /// one and the vowel signs and tatweel dropped after it. An empty span stays empty; ends past
    /// the text count as its end.
    #[must_use]
    pub fn to_original(&self, span: Span) -> Span {
        clamp(span, self.text.len(), self.original, |span| back(&self.edits, span))
    }

    /// The part of the folded text, in bytes, that `span` of the original became.
    ///
    /// Empty where all of it was dropped; ends past the text count as its end.
    #[must_use]
    pub fn to_normalised(&self, span: Span) -> Span {
        clamp(span, self.original, self.text.len(), |span| forth(&self.edits, span))
    }

    /// The changes, ascending: the part of the original, the part of the folded text that it became, and whether it
    /// was dropped together with the letter before it, as a vowel sign is. All between them is the same in both.
    pub fn edits(&self) -> impl ExactSizeIterator<Item = (Span, Span, bool)> {
        self.edits.iter().map(|edit| (edit.from, edit.to, edit.trails))
    }
}

fn clamp(span: Span, from: usize, to: usize, map: impl FnOnce(Span) -> Span) -> Span {
    let end = span.end.min(from);
    let start = span.start.min(end);
    let mapped = map(Span::new(start, end));
    let end = if start == end { mapped.start } else { mapped.end.max(mapped.start) };
    Span::new(mapped.start.min(to), end.min(to))
}

/// From the text after a pass to the text before it.
fn back(edits: &[Edit], span: Span) -> Span {
    let before = edits.partition_point(|edit| edit.to.end <= span.start);
    let start = match edits.get(before) {
        Some(edit) if edit.to.start < span.start => edit.from.start,
        _ => shift(edits, before, span.start, |edit| (edit.to, edit.from)),
    };
    let mut before = edits
        .partition_point(|edit| edit.to.end < span.end || edit.to.end == span.end && !edit.to.is_empty());
    while edits.get(before).is_some_and(|edit| edit.to.end == span.end && edit.trails) {
        before += 1;
    }
    let end = match edits.get(before) {
        Some(edit) if edit.to.start < span.end => edit.from.end,
        _ => shift(edits, before, span.end, |edit| (edit.to, edit.from)),
    };
    Span::new(start, end)
}

/// From the text before a pass to the text after it.
fn forth(edits: &[Edit], span: Span) -> Span {
    let map = |at: usize, inside: fn(&Edit) -> usize| {
        let before = edits.partition_point(|edit| edit.from.end <= at);
        match edits.get(before) {
            Some(edit) if edit.from.start < at => inside(edit),
            _ => shift(edits, before, at, |edit| (edit.from, edit.to)),
        }
    };
    Span::new(map(span.start, |edit| edit.to.start), map(span.end, |edit| edit.to.end))
}

/// The counterpart of a position in unchanged text that `before` changes precede.
fn shift(edits: &[Edit], before: usize, at: usize, sides: impl Fn(&Edit) -> (Span, Span)) -> usize {
    match before.checked_sub(1).and_then(|last| edits.get(last)) {
        Some(last) => {
            let (here, there) = sides(last);
            there.end + (at - here.end)
        }
        None => at,
    }
}
