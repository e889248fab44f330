//! Positions in other units than bytes: UTF-16 code units (JSON, JavaScript) and code points (brat, Web Annotation).

use super::draft::ascending;
use crate::Span;

/// Positions that were asked for, in bytes and in another unit.
pub(super) struct Offsets {
    /// What was asked for and its counterpart, ascending.
    known: Vec<[usize; 3]>,
}

const NONE: usize = usize::MAX;

/// The unit of a code point in UTF-16.
pub(super) const UTF16: fn(char) -> usize = char::len_utf16;
/// The unit of a code point among code points.
pub(super) const POINTS: fn(char) -> usize = |_| 1;

impl Offsets {
    /// The bytes of `text` at which the ends of these spans stand, which count `unit`s.
    pub(super) fn bytes(text: &str, unit: fn(char) -> usize, spans: &[Span]) -> Self {
        Self::map(text, unit, char::len_utf8, spans)
    }

    /// The ends of these spans, in bytes of `text`, as positions that count `unit`s.
    pub(super) fn of_bytes(text: &str, unit: fn(char) -> usize, spans: &[Span]) -> Self {
        Self::map(text, char::len_utf8, unit, spans)
    }

    #[inline(never)]
    fn map(text: &str, from: fn(char) -> usize, to: fn(char) -> usize, spans: &[Span]) -> Self {
        let mut known: Vec<[usize; 3]> = Vec::with_capacity(2 * spans.len());
        known.extend(spans.iter().flat_map(|span| [[span.start, NONE, 0], [span.end, NONE, 0]]));
        ascending(&mut known);
        let (mut chars, mut here, mut there) = (text.chars(), 0, 0);
        for [at, found, _] in &mut known {
            while here < *at {
                let Some(c) = chars.next() else {
                    return Self { known };
                };
                here += from(c);
                there += to(c);
            }
            // A position within a character has no counterpart.
            if here == *at {
                *found = there;
            }
        }
        Self { known }
    }

    /// The counterpart of a position, unless it is outside the text or within a character.
    #[inline(never)]
    fn get(&self, at: usize) -> Option<usize> {
        let place = self.known.partition_point(|&[here, ..]| here < at);
        self.known
            .get(place)
            .filter(|&&[here, found, _]| here == at && found != NONE)
            .map(|&[_, found, _]| found)
    }

    pub(super) fn span(&self, span: Span) -> Option<Span> {
        Some(Span::new(self.get(span.start)?, self.get(span.end)?))
    }
}
