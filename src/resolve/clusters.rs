//! All mentions of one thing: full name and surname, spellings, acronyms.

use std::collections::HashMap;

use crate::document::{Cluster, Document};

/// Puts each name of the document in a cluster. `clustered` tells the types that have clusters.
pub(crate) fn cluster(_text: &str, document: &mut Document, clustered: impl Fn(usize) -> bool) {
    let mut known: HashMap<(usize, &str), usize> = HashMap::new();
    for (at, entity) in document.entities.iter_mut().enumerate().filter(|(_, entity)| clustered(entity.kind))
    {
        let Cluster { mentions, .. } = {
            let number = *known.entry((entity.kind, entity.norm.as_str())).or_insert(document.clusters.len());
            if number == document.clusters.len() {
                let (kind, canonical) = (entity.kind, at);
                document.clusters.push(Cluster { kind, canonical, mentions: Vec::new(), roles: Vec::new() });
            }
            entity.cluster = Some(number);
            match document.clusters.get_mut(number) {
                Some(cluster) => cluster,
                None => continue,
            }
        };
        mentions.push(at);
    }
}
