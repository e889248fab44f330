//! A head alone is no name.

use crate::lexicon::{Classes, Lexicon};
use crate::resolve::name;
use crate::segment::Token;
use crate::tag::Mention;

/// Joins an organisation that is nothing but its head («جامعة») with the place right behind it («القاهرة»): they
/// are one name, and the tagger has cut it in two.
pub(crate) fn join(
    text: &str,
    tokens: &[Token],
    organisation: usize,
    place: usize,
    mentions: &mut Vec<Mention>,
) {
    let head = |mention: &Mention| {
        let word = tokens.get(mention.first).map(|token| name(text, token.span).1);
        word.is_some_and(|word| Lexicon::shared().classes(&word).has(Classes::HEAD))
    };
    mentions.dedup_by(|next, before| {
        let alone = before.kind == organisation && before.end == before.first + 1;
        let joined = alone && next.kind == place && next.first == before.end && head(before);
        if joined {
            before.end = next.end;
            before.score = before.score.min(next.score);
        }
        joined
    });
}
