//! Entities on their way in: what a format says of each, before it is checked and the rest is filled in.
//!
//! Every format says the same of an entity besides its span and type, in [attributes](Draft::attributes) of its own
//! notation. What is said of clusters stands with their mentions, so that entities can be moved, added and taken
//! away in any editor without breaking a number elsewhere:
//!
//! | attribute | | left out |
//! |---|---|---|
//! | `score` | 0 to 1 | for 1 |
//! | `source` | `model`, `gazetteer`, `pattern`, `user` | for `user` |
//! | `sentence` | its number from 0 | never, but found again |
//! | `norm` | the folded form | where folding the name gives it |
//! | `before`, `after` | code points of its words on both sides of the name | for 0 |
//! | `value` | JSON | where there is none |
//! | `id` | the identifier from a list | where there is none |
//! | `cluster` | a number | where it has none |
//! | `canonical` | of the fullest mention | on the others |
//! | `describes` | the numbers of the clusters that a role speaks of | where there are none |

use super::annotation::{Annotation, Cluster, Entity};
use super::syntax::{Json, Put, decimal, parse_decimal, quote};
use crate::document::{Source, Value};
use crate::segment::{Sentence, sentences_into, tokenize_into};
use crate::{Span, resolve};

/// An entity, as far as a format tells it.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) kind: String,
    pub(super) span: Span,
    pub(super) surface: Option<Span>,
    /// Code points of the surface on both sides of the span, where `surface` is not given.
    pub(super) around: [usize; 2],
    pub(super) norm: Option<String>,
    pub(super) score: Option<f64>,
    pub(super) source: Option<Source>,
    pub(super) sentence: Option<usize>,
    pub(super) cluster: Option<usize>,
    pub(super) canonical: bool,
    /// Clusters that it speaks of.
    pub(super) describes: Vec<usize>,
    pub(super) value: Option<Value>,
    pub(super) id: Option<String>,
}

/// Something that is said of an entity: JSON, or text.
pub(super) enum Attribute {
    Json(String),
    Text(String),
}

impl From<Entity> for Draft {
    fn from(entity: Entity) -> Self {
        Self {
            kind: entity.kind,
            span: entity.span,
            surface: Some(entity.surface),
            norm: Some(entity.norm),
            score: Some(entity.score),
            source: Some(entity.source),
            sentence: Some(entity.sentence),
            cluster: entity.cluster,
            value: entity.value,
            id: entity.id,
            ..Self::default()
        }
    }
}

impl Draft {
    /// What an annotation says of its entity `at`, besides span and type, in the order of the table above;
    /// `described` is that of [`described`].
    pub(super) fn attributes(
        annotation: &Annotation,
        described: &[Vec<usize>],
        at: usize,
    ) -> Vec<(&'static str, Attribute)> {
        let mut all = Vec::new();
        let Some(entity) = annotation.entities.get(at) else {
            return all;
        };
        let text = &annotation.text;
        if entity.score != 1.0 {
            all.push(("score", Attribute::Json(decimal(entity.score))));
        }
        if entity.source != Source::User {
            all.push(("source", Attribute::Text(name(entity.source).to_owned())));
        }
        all.push(("sentence", Attribute::Json(entity.sentence.to_string())));
        if entity.norm != resolve::norm(text, entity.span) {
            all.push(("norm", Attribute::Text(entity.norm.clone())));
        }
        let before = Span::new(entity.surface.start, entity.span.start);
        let after = Span::new(entity.span.end, entity.surface.end);
        for (name, side) in [("before", before), ("after", after)] {
            if !side.is_empty() {
                all.push((name, Attribute::Json(side.slice(text).chars().count().to_string())));
            }
        }
        if let Some(value) = &entity.value {
            all.push(("value", Attribute::Json(value_json(value).to_string())));
        }
        if let Some(id) = &entity.id {
            all.push(("id", Attribute::Text(id.clone())));
        }
        if let Some(number) = entity.cluster {
            all.push(("cluster", Attribute::Json(number.to_string())));
            if annotation.clusters.get(number).is_some_and(|cluster| cluster.canonical == at) {
                all.push(("canonical", Attribute::Json("true".to_owned())));
            }
        }
        if let Some(numbers) = described.get(at).filter(|numbers| !numbers.is_empty()) {
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            all.push(("describes", Attribute::Text(numbers.join(" "))));
        }
        all
    }

    /// Takes up what an attribute says; `false` where that is nothing it could say.
    pub(super) fn take(&mut self, name: &str, value: &str) -> bool {
        let taken = match name {
            "type" => {
                self.kind = value.to_owned();
                Some(())
            }
            "score" => parse_decimal(value).map(|score| self.score = Some(score)),
            "source" => source(value).map(|source| self.source = Some(source)),
            "sentence" => value.parse().ok().map(|number| self.sentence = Some(number)),
            "norm" => {
                self.norm = Some(value.to_owned());
                Some(())
            }
            "before" => value.parse().ok().map(|count| self.around[0] = count),
            "after" => value.parse().ok().map(|count| self.around[1] = count),
            "value" => {
                Json::parse(value).ok().as_ref().and_then(value_of).map(|value| self.value = Some(value))
            }
            "id" => {
                self.id = Some(value.to_owned());
                Some(())
            }
            "cluster" => value.parse().ok().map(|number| self.cluster = Some(number)),
            "canonical" => {
                self.canonical = value == "true";
                Some(())
            }
            "describes" => {
                let numbers: Result<Vec<usize>, _> = value.split(' ').map(str::parse).collect();
                numbers.ok().map(|numbers| self.describes = numbers)
            }
            _ => None,
        };
        taken.is_some()
    }

    /// Tells the entities what the clusters say of them.
    pub(super) fn gather(drafts: &mut [Self], clusters: &[Cluster]) -> Result<(), String> {
        let mut told = 0;
        for (number, cluster) in clusters.iter().enumerate() {
            let known = |draft: Option<&Self>| draft.is_some_and(|draft| draft.cluster == Some(number));
            let mut before = None;
            for &at in &cluster.mentions {
                if !known(drafts.get(at)) || before >= Some(at) {
                    return Err(format!(
                        "clusters[{number}]: its mention {at} is not in the cluster, or out of order"
                    ));
                }
                before = Some(at);
            }
            told += cluster.mentions.len();
            match drafts.get_mut(cluster.canonical).filter(|draft| draft.cluster == Some(number)) {
                Some(canonical) => canonical.canonical = true,
                None => {
                    return Err(format!("clusters[{number}]: its canonical mention is not in the cluster"));
                }
            }
            for &at in &cluster.roles {
                match drafts.get_mut(at) {
                    Some(role) if role.describes.last() != Some(&number) => role.describes.push(number),
                    _ => return Err(format!("clusters[{number}]: there is no role {at}")),
                }
            }
        }
        match drafts.iter().filter(|draft| draft.cluster.is_some()).count() == told {
            true => Ok(()),
            false => Err("an entity says that it is in a cluster, and the cluster doesn't".to_owned()),
        }
    }
}

/// Which clusters each entity speaks of.
pub(super) fn described(annotation: &Annotation) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); annotation.entities.len()];
    for (number, cluster) in annotation.clusters.iter().enumerate() {
        for &role in &cluster.roles {
            all.get_mut(role).into_iter().for_each(|numbers: &mut Vec<usize>| numbers.push(number));
        }
    }
    all
}

/// Checks drafts and fills in what they leave out.
pub(super) fn settle(text: String, mut drafts: Vec<Draft>) -> Result<Annotation, String> {
    for (at, draft) in drafts.iter_mut().enumerate() {
        check(&text, draft).map_err(|problem| format!("entities[{at}]: {problem}"))?;
    }
    let mut drafts = in_order(drafts);
    let parents = parents(&drafts)?;
    let clusters = clusters(&mut drafts)?;
    let missing = drafts.iter().any(|draft| draft.sentence.is_none());
    let sentences = if missing { sentences(&text) } else { Vec::new() };
    let mut entities = Vec::with_capacity(drafts.len());
    for (draft, parent) in drafts.into_iter().zip(parents) {
        let sentence = || sentences.partition_point(|sentence| sentence.span.start <= draft.span.start);
        entities.push(Entity {
            kind: draft.kind,
            span: draft.span,
            surface: draft.surface.unwrap_or(draft.span),
            norm: draft.norm.unwrap_or_else(|| resolve::norm(&text, draft.span)),
            score: draft.score.unwrap_or(1.0),
            source: draft.source.unwrap_or(Source::User),
            sentence: draft.sentence.unwrap_or_else(|| sentence().saturating_sub(1)),
            parent,
            cluster: draft.cluster,
            value: draft.value,
            id: draft.id,
        });
    }
    Ok(Annotation { id: None, entities, clusters, text })
}

/// Ascending by start; of two with one start, the longer first; of two with one span, as they came.
fn in_order(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut keys = Vec::with_capacity(drafts.len());
    keys.extend(
        drafts.iter().enumerate().map(|(at, draft)| [draft.span.start, usize::MAX - draft.span.end, at]),
    );
    ascending(&mut keys);
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    keys.iter().filter_map(|&[_, _, at]| drafts.get_mut(at)?.take()).collect()
}

/// The one sort of the module: each kind of thing that is sorted costs a browser 3 KB.
#[inline(never)]
pub(super) fn ascending(keys: &mut [[usize; 3]]) {
    keys.sort_unstable();
}

fn check(text: &str, draft: &mut Draft) -> Result<(), &'static str> {
    let inside = |span: Span| text.get(span.start..span.end).is_some();
    if draft.kind.is_empty() {
        return Err("it has no type");
    }
    if draft.span.is_empty() || !inside(draft.span) {
        return Err("its span is empty, outside the text or within a character");
    }
    let surface = draft.surface.get_or_insert_with(|| widened(text, draft.span, draft.around));
    if !inside(*surface) || surface.start > draft.span.start || draft.span.end > surface.end {
        return Err("its surface is not around it in the text");
    }
    if !(0.0..=1.0).contains(&draft.score.unwrap_or(1.0)) {
        return Err("its score is not from 0 to 1");
    }
    match draft.value {
        Some(Value::Number(n) | Value::Money { amount: n, .. } | Value::Quantity { amount: n, .. })
            if !n.is_finite() =>
        {
            Err("its value is not a number")
        }
        _ => Ok(()),
    }
}

/// A span with some code points more on both sides; out of the text where there are none left.
fn widened(text: &str, span: Span, [before, after]: [usize; 2]) -> Span {
    let (head, tail) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    let start = match before.checked_sub(1) {
        None => Some(span.start),
        Some(more) => head.char_indices().rev().nth(more).map(|(at, _)| at),
    };
    let end = match after {
        0 => Some(span.end),
        _ => tail.char_indices().map(|(at, _)| span.end + at).chain([text.len()]).nth(after),
    };
    Span::new(start.unwrap_or(usize::MAX), end.unwrap_or(usize::MAX))
}

/// The parents of sorted drafts.
fn parents(drafts: &[Draft]) -> Result<Vec<Option<usize>>, String> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.iter().enumerate() {
        let end = |at: &usize| drafts.get(*at).map_or(0, |outer| outer.span.end);
        while open.last().map(end).is_some_and(|end| end <= draft.span.start) {
            open.pop();
        }
        if open.last().map(end).is_some_and(|end| end < draft.span.end) {
            let outer = open.last().and_then(|&at| drafts.get(at)).map_or("", |outer| outer.kind.as_str());
            let (kind, from) = (&draft.kind, draft.span.start);
            return Err(format!("{outer} and {kind} cross at byte {from}: entities may nest only"));
        }
        parents.push(open.last().copied());
        open.push(at);
    }
    Ok(parents)
}

/// The clusters of sorted drafts, numbered anew where numbers are missing.
fn clusters(drafts: &mut [Draft]) -> Result<Vec<Cluster>, String> {
    let mut names = Vec::with_capacity(drafts.len());
    names.extend(drafts.iter().filter_map(|draft| Some([draft.cluster?, 0, 0])));
    ascending(&mut names);
    names.dedup();
    let number = |name: usize| names.binary_search(&[name, 0, 0]).ok();
    let mut clusters = vec![Cluster { canonical: usize::MAX, ..Cluster::default() }; names.len()];
    for (at, draft) in drafts.iter_mut().enumerate() {
        for name in std::mem::take(&mut draft.describes) {
            let cluster = number(name).and_then(|number| clusters.get_mut(number));
            cluster.into_iter().for_each(|cluster| cluster.roles.push(at));
        }
        draft.cluster = draft.cluster.and_then(number);
        let Some((number, cluster)) = draft.cluster.and_then(|at| Some((at, clusters.get_mut(at)?))) else {
            continue;
        };
        cluster.mentions.push(at);
        if draft.canonical && std::mem::replace(&mut cluster.canonical, at) != usize::MAX {
            return Err(format!("cluster {number} has two canonical mentions"));
        }
    }
    for cluster in clusters.iter_mut().filter(|cluster| cluster.canonical == usize::MAX) {
        let length = |at: &usize| drafts.get(*at).map_or(0, |draft| draft.span.len());
        // Of the longest, the first.
        cluster.canonical = cluster.mentions.iter().copied().rev().max_by_key(length).unwrap_or_default();
    }
    Ok(clusters)
}

fn sentences(text: &str) -> Vec<Sentence> {
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    tokenize_into(text, &mut tokens);
    sentences_into(text, &tokens, &mut sentences);
    sentences
}

pub(super) const fn name(source: Source) -> &'static str {
    match source {
        Source::Model => "model",
        Source::Gazetteer => "gazetteer",
        Source::Pattern => "pattern",
        Source::User => "user",
    }
}

pub(super) fn source(name: &str) -> Option<Source> {
    Some(match name {
        "model" => Source::Model,
        "gazetteer" => Source::Gazetteer,
        "pattern" => Source::Pattern,
        "user" => Source::User,
        _ => return None,
    })
}

pub(super) fn value_json(value: &Value) -> Json {
    let amount = |amount: f64, name: &str, of: &str| {
        let of = (name.to_owned(), Json::String(of.to_owned()));
        Json::Object(vec![("amount".to_owned(), Json::Number(decimal(amount))), of])
    };
    match value {
        Value::Time(time) => Json::String(time.clone()),
        Value::Number(value) => Json::Number(decimal(*value)),
        Value::Money { amount: value, currency } => amount(*value, "currency", currency),
        Value::Quantity { amount: value, unit } => amount(*value, "unit", unit),
    }
}

pub(super) fn value_of(json: &Json) -> Option<Value> {
    Some(match json {
        Json::String(time) => Value::Time(time.clone()),
        Json::Number(_) => Value::Number(json.number()?),
        _ => {
            let (amount, text) =
                (json.get("amount")?.number()?, |key| json.get(key)?.str().map(str::to_owned));
            match text("currency") {
                Some(currency) => Value::Money { amount, currency },
                None => Value::Quantity { amount, unit: text("unit")? },
            }
        }
    })
}

/// Attributes as the members of a JSON object, without its brackets; `prefix` is put before each name.
pub(super) fn members(attributes: &[(&'static str, Attribute)], prefix: &str, out: &mut String) {
    for (at, (name, value)) in attributes.iter().enumerate() {
        out.put(if at > 0 { ",\"" } else { "\"" });
        out.put(prefix);
        out.put(name);
        out.put("\":");
        match value {
            Attribute::Json(json) => out.put(json),
            Attribute::Text(text) => quote(text, out),
        }
    }
}
