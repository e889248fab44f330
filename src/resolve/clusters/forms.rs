//! Names of one type and one spelling, and which of them are the same thing.

use std::collections::HashMap;

use super::{person, place};
use crate::document::{Document, Entity};

/// The rules that a type follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Organisation,
    Place,
    Other,
}

/// A name, however often it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub kind: usize,
    pub sort: Sort,
    /// Its words as they are compared; of a person, given name, surname and what is between.
    pub words: Vec<String>,
    pub id: Option<String>,
    /// A form that is the same thing, itself if it is the first of them.
    same: usize,
}

/// The forms of a document.
#[derive(Debug, Default)]
pub(super) struct Forms {
    all: Vec<Form>,
    /// Of each entity.
    of: Vec<Option<usize>>,
}

impl Forms {
    pub(super) fn read<'k>(document: &Document, kind: impl Fn(usize) -> Option<&'k str>) -> Self {
        let mut forms = Self::default();
        let mut known: HashMap<(usize, Option<&str>, Vec<String>), usize> = HashMap::new();
        for entity in &document.entities {
            let form = kind(entity.kind).map(|name| {
                let sort = match name {
                    "PERS" => Sort::Person,
                    "ORG" => Sort::Organisation,
                    "LOC" => Sort::Place,
                    _ => Sort::Other,
                };
                let words = words(entity, sort);
                let key = (entity.kind, entity.id.as_deref(), words);
                let (kind, id, same) = (entity.kind, entity.id.clone(), forms.all.len());
                let number = *known.entry(key.clone()).or_insert(same);
                if number == same {
                    forms.all.push(Form { kind, sort, words: key.2, id, same });
                }
                number
            });
            forms.of.push(form);
        }
        forms
    }

    pub(super) fn of(&self, entity: usize) -> Option<usize> {
        self.of.get(entity).copied().flatten()
    }

    pub(super) fn get(&self, form: usize) -> Option<&Form> {
        self.all.get(form)
    }

    /// The numbers of the forms of a sort that have so many words or more, the longest first.
    pub(super) fn longest(&self, sort: Sort, least: usize) -> Vec<usize> {
        let size = |&at: &usize| self.get(at).map_or(0, |form| form.words.len());
        let mut numbers: Vec<usize> = (0..self.all.len())
            .filter(|at| self.get(*at).is_some_and(|form| form.sort == sort) && size(at) >= least)
            .collect();
        numbers.sort_by_key(|at| std::cmp::Reverse(size(at)));
        numbers
    }

    /// The first form of the same thing.
    pub(super) fn root(&mut self, mut form: usize) -> usize {
        while let Some(next) = self.all.get(form).map(|form| form.same).filter(|&next| next != form) {
            let after = self.all.get(next).map_or(next, |form| form.same);
            if let Some(form) = self.all.get_mut(form) {
                form.same = after;
            }
            form = next;
        }
        form
    }

    /// Makes two forms one thing, unless their types or identifiers are against it.
    pub(super) fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        let (first, second) = (one.min(other), one.max(other));
        let (Some(a), Some(b)) = (self.all.get(first), self.all.get(second)) else { return false };
        let clash = a.id.is_some() && b.id.is_some() && a.id != b.id;
        if a.kind != b.kind || clash {
            return false;
        }
        let id = a.id.clone().or_else(|| b.id.clone());
        if let Some(form) = self.all.get_mut(first) {
            form.id = id;
        }
        if let Some(form) = self.all.get_mut(second) {
            form.same = first;
        }
        true
    }

    /// Joins the forms of one identifier, and those without to the only one of their spelling that has one.
    pub(super) fn join_ids(&mut self) {
        let mut ids: HashMap<(usize, &str), usize> = HashMap::new();
        let mut spellings: HashMap<(usize, &[String]), Vec<usize>> = HashMap::new();
        let mut pairs = Vec::new();
        for (at, form) in self.all.iter().enumerate() {
            if let Some(id) = &form.id {
                pairs.push((*ids.entry((form.kind, id)).or_insert(at), at));
                spellings.entry((form.kind, &form.words)).or_default().push(at);
            }
        }
        for (at, form) in self.all.iter().enumerate().filter(|(_, form)| form.id.is_none()) {
            if let Some([only]) = spellings.get(&(form.kind, form.words.as_slice())).map(Vec::as_slice) {
                pairs.push((*only, at));
            }
        }
        for (one, other) in pairs {
            self.join(one, other);
        }
    }
}

/// The words of a name as they are compared.
fn words(entity: &Entity, sort: Sort) -> Vec<String> {
    let words: Vec<String> =
        entity.norm.split_whitespace().map(squeeze).filter(|word| !word.is_empty()).collect();
    let words = match sort {
        Sort::Person => person::units(&words),
        Sort::Place => place::words(words),
        Sort::Organisation | Sort::Other => without_first_article(words),
    };
    // A name of marks alone is still a name.
    if words.is_empty() { vec![entity.norm.clone()] } else { words }
}

/// A word without punctuation, and with one alef or waw where two stand for a long one: «قاآني» and «قآني»,
/// «داوود» and «داود».
fn squeeze(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut last = None;
    for c in word.trim_matches(|c: char| !c.is_alphanumeric()).chars() {
        if !(last == Some(c) && matches!(c, 'ا' | 'و')) {
            out.push(c);
        }
        last = Some(c);
    }
    out
}

/// A word without the article, as long as two letters remain.
pub(super) fn bare(word: &str) -> &str {
    let rest = word.strip_prefix("ال").filter(|rest| !rest.starts_with('_') && rest.chars().nth(1).is_some());
    rest.unwrap_or(word)
}

pub(super) fn without_first_article(mut words: Vec<String>) -> Vec<String> {
    if let Some(first) = words.first_mut() {
        *first = bare(first).to_owned();
    }
    words
}

/// Entities that stand in brackets right after another of the same type, with that one.
pub(super) fn aliases(text: &str, document: &Document, forms: &Forms) -> Vec<(usize, usize)> {
    let pairs = document.entities.windows(2).enumerate().filter_map(|(at, pair)| {
        let [outer, inner] = pair else { return None };
        let (outer_form, inner_form) = (forms.of(at)?, forms.of(at + 1)?);
        let between = text.get(outer.surface.end..inner.surface.start)?.trim();
        let after = text.get(inner.surface.end..)?.trim_start_matches(['"', '»', '”', ' ']);
        let opened = matches!(between.trim_end_matches(['"', '«', '“', ' ']), "(" | "[");
        (opened && after.starts_with([')', ']']) && outer.kind == inner.kind)
            .then_some((outer_form, inner_form))
    });
    pairs.collect()
}
