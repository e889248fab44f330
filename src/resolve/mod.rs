//! From token ranges to entities: which letters are the name, and what it is called when spelling and
//! clitics are set aside.

mod consistency;

pub(crate) use consistency::Evidence;

use crate::Span;
use crate::normalize::{Folds, fold_into};
use crate::segment::proclitics;

/// The name inside the written words `surface`: proclitics cut off the front, with its folded form.
///
/// In «للعراق» the article has lost its alef: the name is «لعراق» in the text and «العراق» folded.
pub(crate) fn name(text: &str, surface: Span) -> (Span, String) {
    let written = surface.slice(text);
    let first = written.split_whitespace().next().unwrap_or(written);
    let cut = proclitics(first);
    let span = Span::new(surface.start + cut, surface.end);
    let (before, name) = written.split_at_checked(cut).unwrap_or(("", written));
    let mut norm = String::with_capacity(name.len() + 2);
    if before.ends_with('ل') && name.starts_with('ل') {
        norm.push('ا');
    }
    fold_into(name, &Folds::MATCH, &mut norm);
    (span, norm)
}
