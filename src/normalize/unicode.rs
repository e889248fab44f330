//! Unicode's own forms NFC and NFKC, piece by piece, so that the alignment survives.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical, decompose_compatible};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

use super::map::Edit;
use crate::Span;

/// Appends `text` to `out` in form NFKC (`compatible`) or NFC, and reports every change.
///
/// Offsets in the reports count from the start of `text` and from where `out` ended before.
pub(super) fn normalise(text: &str, compatible: bool, out: &mut String, mut edited: impl FnMut(Edit)) {
    let quick = if compatible { is_nfkc_quick(text.chars()) } else { is_nfc_quick(text.chars()) };
    if quick == IsNormalized::Yes {
        out.push_str(text);
        return;
    }
    let base = out.len();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        // Up to the next character that takes no part in what precedes it.
        while rest.next_if(|&(_, c)| !begins(c, compatible)).is_some() {}
        let end = rest.peek().map_or(text.len(), |&(at, _)| at);
        let piece = text.get(start..end).unwrap_or_default();
        let before = out.len();
        if compatible {
            out.extend(piece.nfkc());
        } else {
            out.extend(piece.nfc());
        }
        if out.get(before..) != Some(piece) {
            edited(Edit::new(Span::new(start, end), Span::new(before - base, out.len() - base), first));
        }
    }
}

/// Whether `c` neither composes with nor is reordered past what stands before it.
fn begins(c: char, compatible: bool) -> bool {
    let mut first = None;
    let mut take = |d| {
        first.get_or_insert(d);
    };
    if compatible {
        decompose_compatible(c, &mut take);
    } else {
        decompose_canonical(c, &mut take);
    }
    let first = first.unwrap_or(c);
    canonical_combining_class(first) == 0 && is_nfc_quick(std::iter::once(first)) == IsNormalized::Yes
}
