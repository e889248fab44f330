//! Roles to people: «رئيس الحكومة العراقية مصطفى الكاظمي», «إسماعيل قاآني، قائد فيلق القدس».
//!
//! A role is the person's that it stands beside in one sentence, with nothing between them but a nationality, a
//! title and at most one comma or bracket, and no «و». Of two such people it is that of the one who follows it without a
//! comma, or else of the one who precedes it, or else of the one who follows it.

use crate::document::{Document, Entity};
use crate::lexicon::{Classes, Lexicon};
use crate::normalize::{Folds, fold_into};
use crate::segment::TokenKind;

/// Tokens between the two.
const FAR: usize = 4;

/// Gives each cluster of a person the entities of the type `OCC` that speak of it.
pub(super) fn attach<'k>(text: &str, document: &mut Document, kind: impl Fn(usize) -> Option<&'k str>) {
    let is = |entity: &Entity, name: &str| kind(entity.kind) == Some(name);
    // Neither has the other inside: a person within the role is another.
    let outer: Vec<usize> = (0..document.entities.len())
        .filter(|&at| {
            let entity = document.entities.get(at);
            entity.is_some_and(|entity| is(entity, "OCC") || (is(entity, "PERS") && entity.parent.is_none()))
        })
        .collect();
    let person = |at: Option<&usize>| {
        at.copied().filter(|&at| document.entities.get(at).is_some_and(|e| is(e, "PERS")))
    };
    let mut found = Vec::new();
    for (place, &role) in outer.iter().enumerate() {
        if !document.entities.get(role).is_some_and(|entity| is(entity, "OCC")) {
            continue;
        }
        let before = place.checked_sub(1).and_then(|before| person(outer.get(before)));
        let next = person(outer.get(place + 1));
        let before = before.and_then(|before| gap(text, document, before, role).map(|_| before));
        let next = next.and_then(|next| gap(text, document, role, next).map(|comma| (next, comma)));
        let holder = match (before, next) {
            (_, Some((next, false))) => Some(next),
            (Some(before), _) => Some(before),
            (None, next) => next.map(|(next, _)| next),
        };
        found.extend(holder.map(|holder| (holder, role)));
    }
    for (holder, role) in found {
        let cluster = document.entities.get(holder).and_then(|entity| entity.cluster);
        if let Some(cluster) = cluster.and_then(|cluster| document.clusters.get_mut(cluster)) {
            cluster.roles.push(role);
        }
    }
}

/// Whether a role and a person, in the order of the text, stand beside each other, and then whether a comma is
/// between them.
fn gap(text: &str, document: &Document, one: usize, other: usize) -> Option<bool> {
    let (one, other) = (document.entities.get(one)?, document.entities.get(other)?);
    if one.sentence != other.sentence
        || other.span.start != other.surface.start
        || other.span.start < one.span.end
    {
        return None;
    }
    let [_, from] = super::super::range(&document.tokens, one.surface);
    let [to, _] = super::super::range(&document.tokens, other.surface);
    let between = document.tokens.get(from..to).filter(|between| between.len() <= FAR)?;
    let mut comma = false;
    for token in between {
        let mut word = String::new();
        fold_into(token.span.slice(text), &Folds::MATCH, &mut word);
        let classes = Lexicon::shared().classes(&word);
        match word.as_str() {
            "," | "-" | "(" if !comma => comma = true,
            "\"" => {}
            _ if token.kind == TokenKind::Abbreviation => {}
            _ if classes.has(Classes::NATIONALITY) || classes.has(Classes::TITLE) => {}
            _ => return None,
        }
    }
    Some(comma)
}
