//! All mentions of one thing: full name and surname, spellings, acronyms, short forms.
//!
//! Mentions of one type and one spelling are a *form*. What a form is called elsewhere is looked up by keys, so
//! that the cost is linear in the mentions:
//!
//! - **people** ([`person`]): a surname, a kunya or a given name alone is its full name's;
//! - **organisations** ([`organisation`]): without nationality, without head, by the head alone, by an acronym in
//!   brackets;
//! - **places** ([`place`]): with and without article, «مدينة» and the like;
//! - everything else by its spelling, with and without article.
//!
//! Mentions of one identifier of the host's are one cluster, and those of two are never. Types never mix.
//!
//! A short form that may be several things' («الكاظمي», where two are called so) is decided mention by mention:
//! it is the only one of them named so far, or else the only one named so far in its paragraph. Where neither is
//! so, the mention stays alone. A person is never the one whose kin the text calls him («بطرس، عم وجيه»).

mod forms;
mod organisation;
mod person;
mod place;
mod roles;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::Span;
use crate::document::{Cluster, Document, Entity};
use forms::Forms;

/// What a form that isn't the fullest may stand for.
#[derive(Clone, Debug, Default)]
struct Candidates {
    /// Forms, each of another thing; no more than [`MANY`].
    forms: Vec<usize>,
    /// Those of them that it is the given name of.
    given: Vec<usize>,
    /// Whether one of them must have been named before.
    after: bool,
}

/// More things than these behind one short form are too many to tell apart.
const MANY: usize = 8;

/// Puts each name of the document in a cluster. `kind` tells what a type is called, and none for those that have
/// no clusters.
pub(crate) fn cluster<'k>(text: &str, document: &mut Document, kind: impl Fn(usize) -> Option<&'k str>) {
    let mut forms = Forms::read(document, &kind);
    let aliases = forms::aliases(text, document, &forms);
    forms.join_ids();
    organisation::acronyms(&mut forms, &aliases);
    person::join(&mut forms, &aliases);
    let mut candidates: HashMap<usize, Candidates> = HashMap::new();
    person::candidates(&mut forms, &mut candidates);
    organisation::candidates(&mut forms, &mut candidates);
    let kin = person::kin(text, document, &forms);
    assign(text, document, &mut forms, &candidates, &kin);
    roles::attach(text, document, &kind);
}

/// Decides the mentions one after another and gathers them.
fn assign(
    text: &str,
    document: &mut Document,
    forms: &mut Forms,
    candidates: &HashMap<usize, Candidates>,
    kin: &HashMap<usize, Vec<usize>>,
) {
    // Of each thing, the paragraph of its last mention.
    let mut seen: HashMap<usize, usize> = HashMap::new();
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    let (mut paragraph, mut last) = (0, 0);
    for at in 0..document.entities.len() {
        let (Some(form), Some(entity)) = (forms.of(at), document.entities.get_mut(at)) else { continue };
        let start = entity.span.start;
        paragraph += usize::from(Span::new(last, start).slice(text).contains(['\n', '\r']));
        last = start;
        let chosen = match candidates.get(&form) {
            None => Some(forms.root(form)),
            Some(some) => {
                let mut roots: Vec<usize> = some.forms.iter().map(|&form| forms.root(form)).collect();
                roots.sort_unstable();
                roots.dedup();
                let kin = kin.get(&at).map(Vec::as_slice).unwrap_or_default();
                let given: Vec<usize> = some.given.iter().map(|&form| forms.root(form)).collect();
                roots.retain(|root| {
                    given.contains(root) || !kin.iter().any(|&other| forms.is(other, *root, candidates))
                });
                decide(&roots, some.after, &seen, paragraph)
            }
        };
        let number = match chosen {
            Some(root) => *numbers.entry(root).or_insert(document.clusters.len()),
            None => document.clusters.len(),
        };
        if let Some(root) = chosen {
            seen.insert(root, paragraph);
        }
        if number == document.clusters.len() {
            let (kind, mentions, roles) = (entity.kind, Vec::new(), Vec::new());
            document.clusters.push(Cluster { kind, canonical: at, mentions, roles });
        }
        entity.cluster = Some(number);
        if let Some(cluster) = document.clusters.get_mut(number) {
            cluster.mentions.push(at);
            cluster.canonical = forms.fuller(text, &document.entities, cluster.canonical, at);
        }
    }
}

/// Which of several things a mention stands for.
fn decide(roots: &[usize], after: bool, seen: &HashMap<usize, usize>, paragraph: usize) -> Option<usize> {
    let only = |mut some: Box<dyn Iterator<Item = usize> + '_>| some.next().filter(|_| some.next().is_none());
    let named = || roots.iter().copied().filter(|root| seen.contains_key(root));
    if let ([one], false) = (roots, after) {
        return Some(*one);
    }
    only(Box::new(named()))
        .or_else(|| only(Box::new(named().filter(|root| seen.get(root) == Some(&paragraph)))))
}

impl Forms {
    /// Whether a form is a person's full name or the given name of one.
    fn is(&mut self, form: usize, root: usize, candidates: &HashMap<usize, Candidates>) -> bool {
        match candidates.get(&form) {
            Some(some) => some.given.iter().any(|&form| self.root(form) == root),
            None => self.root(form) == root,
        }
    }

    /// The fuller name of two mentions: of more words, or else of more letters, or else not without its alef as
    /// in «للعراق», or else the first.
    fn fuller(&self, text: &str, entities: &[Entity], one: usize, other: usize) -> usize {
        let size = |at: usize| {
            let words = self.of(at).and_then(|form| self.get(form)).map(|form| form.words.as_slice());
            let words = words.unwrap_or_default();
            let entity = entities.get(at);
            let whole =
                entity.is_some_and(|e| e.span.slice(text).starts_with('ل') == e.norm.starts_with('ل'));
            (words.len(), words.iter().map(String::len).sum::<usize>(), whole)
        };
        if size(other) > size(one) { other } else { one }
    }
}
