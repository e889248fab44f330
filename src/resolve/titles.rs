//! A title in quotes: «فيلم "العروس"» names a work, «صحيفة "القبس"» a newspaper, whatever its words are.

use crate::normalize::{Folds, fold_into};
use crate::segment::{Token, TokenKind, closing_quote, proclitics};
use crate::tag::{Group, inside, opening};

/// How far the quotes outweigh what the tagger thinks of each word of a title, in nats.
const BONUS: f32 = 8.0;
/// How far a title's tags then lead, in nats: of such titles nine in ten are marked in ANERcorp's train split.
const CERTAIN: f32 = 3.0;
/// More words in quotes are something that was said.
const LONGEST: usize = 6;

/// Words, folded, that stand before the title of a work; with the article and with «ه» or «ها» as well.
const WORKS: [&str; 14] = [
    "فيلم",
    "مسلسل",
    "برنامج",
    "روايه",
    "كتاب",
    "ديوان",
    "مسرحيه",
    "اغنيه",
    "قصيده",
    "البوم",
    "لوحه",
    "مقطوعه",
    "سيمفونيه",
    "اوبرا",
];
/// Words that stand before the name of a newspaper or a station.
const MEDIA: [&str; 6] = ["صحيفه", "جريده", "مجله", "قناه", "وكاله", "اذاعه"];

/// Raises in a group's scores (rows of `stride` logits, one a token) the tags of what quotes make a title: all
/// words between them or none, by what the tagger thinks of them together. `work` and `medium` are the numbers
/// of the types in the group.
pub(crate) fn titles(
    text: &str,
    tokens: &[Token],
    [work, medium]: [usize; 2],
    scores: &mut [f32],
    stride: usize,
    group: Group,
) {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.slice(text));
    let mut folded = String::new();
    for at in 1..tokens.len() {
        if tokens.get(at).is_none_or(|token| token.kind != TokenKind::Punctuation) {
            continue;
        }
        let Some(closing) = word(at).chars().next().and_then(closing_quote) else { continue };
        let length = (at + 1..tokens.len()).take(LONGEST + 1).position(|end| word(end).starts_with(closing));
        let Some(length) = length.filter(|&length| length > 0) else { continue };
        folded.clear();
        let head = word(at - 1);
        fold_into(head.get(proclitics(head)..).unwrap_or(head), &Folds::MATCH, &mut folded);
        let Some(kind) = kind(&folded, work, medium) else { continue };
        let tags = || std::iter::once(opening(kind)).chain(std::iter::repeat(inside(kind)));
        let rows = scores.chunks_exact(stride).skip(at + 1).take(length);
        let votes = rows.zip(tags()).map(|(row, tag)| BONUS - behind(row, group, tag));
        if votes.sum::<f32>() > 0.0 {
            let rows = scores.chunks_exact_mut(stride).skip(at + 1).take(length);
            for (row, tag) in rows.zip(tags()) {
                let needed = behind(row, group, tag) + CERTAIN;
                row.iter_mut().skip(group.first + tag).take(1).for_each(|score| *score += needed);
            }
        }
    }
}

/// How far a tag is behind the best of its group.
fn behind(row: &[f32], group: Group, tag: usize) -> f32 {
    let tags = row.get(group.first..group.first + group.tags).unwrap_or_default();
    let best = tags.iter().copied().fold(f32::MIN, f32::max);
    best - tags.get(tag).copied().unwrap_or(best)
}

fn kind(head: &str, work: usize, medium: usize) -> Option<usize> {
    let bare = head.strip_prefix("ال").unwrap_or(head);
    if MEDIA.contains(&bare) {
        return Some(medium);
    }
    // «روايته» is «رواية» and «ه»: its ta marbuta has opened.
    let owned = ["ها", "ه"].iter().find_map(|pronoun| bare.strip_suffix(pronoun));
    let is_work = WORKS.contains(&bare)
        || owned.is_some_and(|stem| {
            WORKS.iter().any(|work| {
                *work == stem
                    || work.strip_suffix('ه').is_some_and(|work| stem.strip_suffix('ت') == Some(work))
            })
        });
    is_work.then_some(work)
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn heads_come_with_article_and_pronoun() {
        for head in ["فيلم", "الفيلم", "روايه", "روايته", "روايتها", "كتابه", "برنامجها"]
        {
            assert_eq!(kind(head, 3, 2), Some(3), "{head}");
        }
        assert_eq!(kind("صحيفه", 3, 2), Some(2));
        for head in ["قال", "كتابهم", "ه", "ها", ""] {
            assert_eq!(kind(head, 3, 2), None, "{head}");
        }
    }
}
