//! Whose word counts where the host's lists meet each other and the other sources. The rules are told in
//! [`gazetteer`](crate::gazetteer).

use std::cmp::Reverse;

use super::range;
use crate::document::{Entity, Source};
use crate::segment::Token;
use crate::tag::gazetteer::Match;

/// Keeps of the entries' names in a text of so many tokens the longest where they meet. `holds` tells those that
/// others may stand inside. Leaves them ascending.
pub(crate) fn precedence(tokens: usize, matches: &mut Vec<Match>, holds: impl Fn(&Match) -> bool) {
    matches.sort_by_key(|found| (Reverse(found.end - found.first), found.first));
    let mut taken = vec![false; tokens];
    // Of each token, the number of the holder that it stands in.
    let mut held = vec![0_usize; tokens];
    let mut last = 0;
    matches.retain(|found| {
        let range = found.first..found.end;
        let names = taken.get_mut(range.clone()).unwrap_or_default();
        let around = held.get_mut(range).unwrap_or_default();
        if holds(found) {
            let free = !names.contains(&true) && around.iter().all(|&holder| holder == 0);
            if free {
                last += 1;
                around.fill(last);
            }
            return free;
        }
        let outer = around.first().copied().unwrap_or_default();
        // Outside every holder or inside one, not across its edge nor in its place.
        let inside = around.iter().all(|&holder| holder == outer);
        let free = !names.contains(&true) && inside;
        if free {
            names.fill(true);
        }
        free
    });
    matches.sort_by_key(|found| (found.first, Reverse(found.end)));
}

/// How an entity and an entry's name stand to each other.
#[derive(PartialEq)]
enum Meeting {
    /// Both can be told.
    Apart,
    /// One of them can, and the priority decides.
    Contest,
    /// The entity stays: it holds the name.
    Held,
}

/// Takes out the entities that give way to names of the lists, and gives the names that don't give way to
/// entities. `matches` are ascending and nest only in holders; `kind` is the type of a name, and `holds` tells the
/// types of holders.
pub(crate) fn contest(
    tokens: &[Token],
    entities: &mut Vec<Entity>,
    matches: &[Match],
    kind: impl Fn(&Match) -> usize,
    holds: impl Fn(usize) -> bool,
) -> Vec<Match> {
    let layers = [true, false].map(|holder| {
        (0..matches.len())
            .filter(|&at| matches.get(at).is_some_and(|m| holds(kind(m)) == holder))
            .collect::<Vec<_>>()
    });
    let meeting = |entity: &Entity, [first, end]: [usize; 2], found: &Match| {
        let holder = first <= found.first && found.end <= end && end - first > found.end - found.first;
        let held = found.first <= first && end <= found.end && end - first < found.end - found.first;
        let own = kind(found);
        if holder && (entity.source == Source::Pattern || entity.kind == own) {
            Meeting::Held
        } else if holder || (held && holds(own) && !holds(entity.kind)) {
            Meeting::Apart
        } else {
            Meeting::Contest
        }
    };
    // The names that a range of tokens touches: in each layer none overlaps another, so their ends ascend too.
    let touching = |[first, end]: [usize; 2]| {
        layers.iter().flat_map(move |layer| {
            let get = |&at: &usize| matches.get(at);
            let from = layer.partition_point(|at| get(at).is_some_and(|found| found.end <= first));
            let to = layer.partition_point(|at| get(at).is_some_and(|found| found.first < end));
            layer.get(from..to).unwrap_or_default().iter().copied()
        })
    };
    let mut beaten = vec![false; matches.len()];
    for entity in entities.iter() {
        let place = range(tokens, entity.surface);
        for at in touching(place) {
            let loses = |found: &Match| match meeting(entity, place, found) {
                Meeting::Held => true,
                Meeting::Contest => found.priority < entity.score,
                Meeting::Apart => false,
            };
            if let (Some(found), Some(beaten)) = (matches.get(at), beaten.get_mut(at)) {
                *beaten |= loses(found);
            }
        }
    }
    entities.retain(|entity| {
        let place = range(tokens, entity.surface);
        let wins = |at: usize| beaten.get(at) == Some(&false);
        !touching(place).any(|at| {
            wins(at) && matches.get(at).is_some_and(|m| meeting(entity, place, m) == Meeting::Contest)
        })
    });
    matches.iter().zip(beaten).filter(|(_, beaten)| !beaten).map(|(found, _)| *found).collect()
}
