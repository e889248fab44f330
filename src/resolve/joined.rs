//! What the tagger has cut in two.

use crate::Span;
use crate::lexicon::{Classes, Lexicon};
use crate::resolve::name;
use crate::segment::Token;
use crate::tag::Mention;

/// The types, by their numbers, whose names are joined.
pub(crate) struct Joined {
    pub(crate) person: usize,
    pub(crate) organisation: usize,
    pub(crate) place: usize,
}

/// Joins an organisation that is nothing but its head («جامعة») with the place right behind it («القاهرة»), and a person
/// or an organisation of one word with the next, where neither a mark nor a letter nor a line's end parts them:
/// «تودة» «أوحساين».
pub(crate) fn join(text: &str, tokens: &[Token], types: &Joined, mentions: &mut Vec<Mention>) {
    let first = |mention: &Mention| tokens.get(mention.first).map(|token| name(text, token.span));
    let head = |mention: &Mention| {
        first(mention).is_some_and(|(_, word)| Lexicon::shared().classes(&word).has(Classes::HEAD))
    };
    // A conjunction that might be a letter of the name counts as one.
    let bare = |mention: &Mention| {
        let token = tokens.get(mention.first).map(|token| token.span);
        first(mention).zip(token).is_some_and(|((name, _), token)| {
            name.start == token.start && !token.slice(text).starts_with('و')
        })
    };
    let one_line = |at: usize| {
        let ends = tokens.get(at.wrapping_sub(1)).zip(tokens.get(at));
        let gap = ends.map(|(last, next)| Span::new(last.span.end, next.span.start));
        gap.is_some_and(|gap| !gap.slice(text).contains('\n'))
    };
    mentions.dedup_by(|next, before| {
        if next.first != before.end || before.end != before.first + 1 || !one_line(next.first) {
            return false;
        }
        let place = before.kind == types.organisation && next.kind == types.place && head(before);
        let alike = next.kind == before.kind && [types.person, types.organisation].contains(&next.kind);
        let joined = place || alike && bare(next);
        if joined {
            before.end = next.end;
            before.score = before.score.min(next.score);
        }
        joined
    });
}
