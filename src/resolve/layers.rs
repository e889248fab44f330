//! One order for what several sources found: conflicts are settled and each entity gets its parent.

use crate::document::Entity;

/// Sorts entities by start, longer ones first; of two that cross, or that cover the same letters, the surer
/// one stays; then each learns which entity is the smallest around it.
pub(crate) fn arrange(entities: &mut Vec<Entity>) {
    entities.sort_by(|a, b| {
        let order = a.span.start.cmp(&b.span.start).then(b.span.end.cmp(&a.span.end));
        order.then(b.score.total_cmp(&a.score))
    });
    let mut kept: Vec<Entity> = Vec::with_capacity(entities.len());
    // Numbers of the entities that are still open where the next one begins, each inside the one before.
    let mut open: Vec<usize> = Vec::new();
    for mut entity in entities.drain(..) {
        let around = |at: &usize| kept.get(*at).map(|outer| outer.span);
        while open.last().and_then(around).is_some_and(|outer| outer.end <= entity.span.start) {
            open.pop();
        }
        if open
            .last()
            .and_then(around)
            .is_some_and(|outer| outer == entity.span || outer.end < entity.span.end)
        {
            continue;
        }
        entity.parent = open.last().copied();
        open.push(kept.len());
        kept.push(entity);
    }
    *entities = kept;
}
