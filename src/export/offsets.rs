//! Positions in other units than bytes: UTF-16 code units (JSON, JavaScript) and code points (brat, Web Annotation).

use crate::Span;

/// Positions that were asked for, in bytes and in another unit.
pub(super) struct Offsets {
    /// Pairs of (what was asked for, its counterpart), ascending.
    known: Vec<(usize, usize)>,
}

/// The unit of a code point in UTF-16.
pub(super) const UTF16: fn(char) -> usize = char::len_utf16;
/// The unit of a code point among code points.
pub(super) const POINTS: fn(char) -> usize = |_| 1;

impl Offsets {
    /// The bytes of `text` at which these positions stand, which count `unit`s.
    pub(super) fn bytes(text: &str, unit: fn(char) -> usize, wanted: impl Iterator<Item = usize>) -> Self {
        Self::map(text, unit, char::len_utf8, wanted)
    }

    /// These bytes of `text` as positions that count `unit`s.
    pub(super) fn of_bytes(text: &str, unit: fn(char) -> usize, wanted: impl Iterator<Item = usize>) -> Self {
        Self::map(text, char::len_utf8, unit, wanted)
    }

    fn map(
        text: &str,
        from: fn(char) -> usize,
        to: fn(char) -> usize,
        wanted: impl Iterator<Item = usize>,
    ) -> Self {
        let mut wanted: Vec<usize> = wanted.collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut known = Vec::with_capacity(wanted.len());
        let (mut chars, mut here, mut there) = (text.chars(), 0, 0);
        for at in wanted {
            while here < at {
                let Some(c) = chars.next() else {
                    return Self { known };
                };
                here += from(c);
                there += to(c);
            }
            // A position within a character has no counterpart.
            if here == at {
                known.push((at, there));
            }
        }
        Self { known }
    }

    /// The counterpart of a position, unless it is outside the text or within a character.
    pub(super) fn get(&self, at: usize) -> Option<usize> {
        let found = self.known.binary_search_by_key(&at, |&(here, _)| here).ok()?;
        self.known.get(found).map(|&(_, there)| there)
    }

    pub(super) fn span(&self, span: Span) -> Option<Span> {
        Some(Span::new(self.get(span.start)?, self.get(span.end)?))
    }
}
