//! [brat standoff](https://brat.nlplab.org/standoff.html): the `.ann` file beside a `.txt` that holds the text, byte
//! for byte.
//!
//! - `T1<TAB>PERS 0 12<TAB>…`: an entity, offsets in code points. Where it goes over a line break it is in
//!   fragments, `0 5;6 12`, as brat has it.
//! - `N1<TAB>Reference T1 List:Q7<TAB>…`: its identifier, where that has no space.
//! - `A1<TAB>Value T1 2021-08`: its value, where that has no space.
//! - `R1<TAB>Role Arg1:T2 Arg2:T1`: the role T2 speaks of the cluster whose fullest mention is T1.
//! - `*<TAB>Cluster T1 T3`: mentions of one thing.
//! - `#1<TAB>AnnotatorNotes T1<TAB>{…}`: what brat has no line for, as JSON under the names of the table in
//!   `src/export/draft.rs`; besides, `type` where brat can't spell it, and `span`, where fragments leave out a
//!   line break at its edge.
//!
//! On the way in, `T` and `N` lines and notes in JSON count; the others say what the notes say, for people. Offsets
//! stand against the text, which the reader is given.

use super::annotation::{Annotation, Entity};
use super::draft::{Attribute, Draft, ascending, described, members, settle, value_json};
use super::offsets::{Offsets, POINTS};
use super::syntax::{Json, Put, quote};
use crate::Span;

const LIST: &str = "List:";

pub(super) fn write(annotation: &Annotation) -> String {
    let Annotation { text, entities, clusters, .. } = annotation;
    let described = described(annotation);
    let fragments: Vec<Vec<Span>> = entities.iter().map(|entity| fragments(text, entity.span)).collect();
    let mut spans: Vec<Span> = entities.iter().map(|entity| entity.span).collect();
    fragments.iter().for_each(|fragments| spans.extend(fragments));
    let offsets = Offsets::of_bytes(text, POINTS, &spans);
    let points = |span: Span| offsets.span(span).unwrap_or_default();
    let mut out = String::new();
    let mut values = 0;
    for ((at, entity), fragments) in entities.iter().enumerate().zip(&fragments) {
        let t = at + 1;
        let places: Vec<String> =
            fragments.iter().map(|&s| points(s)).map(|s| format!("{} {}", s.start, s.end)).collect();
        let words: Vec<String> = fragments.iter().map(|span| plain(span.slice(text))).collect();
        let (kind, places, words) = (spelt(&entity.kind), places.join(";"), words.join(" "));
        out.put(&format!("T{t}\t{kind} {places}\t{words}\n"));
        if let Some(id) = reference(entity) {
            out.put(&format!("N{t}\tReference T{t} {LIST}{id}\t{words}\n"));
        }
        if let Some(value) = entity.value.as_ref().map(|value| value_json(value).to_string()) {
            let value = value.trim_matches('"');
            if !value.contains(char::is_whitespace) {
                values += 1;
                out.put(&format!("A{values}\tValue T{t} {value}\n"));
            }
        }
        let mut notes = Draft::attributes(annotation, &described, at);
        notes.retain(|(key, _)| *key != "id" || reference(entity).is_none());
        if kind != entity.kind {
            notes.push(("type", Attribute::Text(entity.kind.clone())));
        }
        let reach = fragments.first().zip(fragments.last()).map(|(a, b)| Span::new(a.start, b.end));
        if reach != Some(entity.span) {
            let Span { start, end } = points(entity.span);
            notes.push(("span", Attribute::Json(format!("[{start},{end}]"))));
        }
        out.put(&format!("#{t}\tAnnotatorNotes T{t}\t{{"));
        members(&notes, "", &mut out);
        out.put("}\n");
    }
    let roles = clusters.iter().flat_map(|c| c.roles.iter().map(|role| (role + 1, c.canonical + 1)));
    for (number, (role, of)) in roles.enumerate() {
        out.put(&format!("R{}\tRole Arg1:T{role} Arg2:T{of}\n", number + 1));
    }
    for cluster in clusters.iter().filter(|cluster| cluster.mentions.len() > 1) {
        let mentions: Vec<String> = cluster.mentions.iter().map(|at| format!("T{}", at + 1)).collect();
        out.put(&format!("*\tCluster {}\n", mentions.join(" ")));
    }
    out
}

/// The lines of a span, without their breaks; itself if it is nothing else.
fn fragments(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.start;
    let mut all = Vec::new();
    for line in span.slice(text).split_inclusive(['\n', '\r']) {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        if end > start {
            all.push(Span::new(start, end));
        }
        start += line.len();
    }
    if all.is_empty() {
        all.push(span);
    }
    all
}

/// Words on one line.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A type as brat can hold it.
fn spelt(kind: &str) -> String {
    kind.chars().map(|c| if c.is_alphanumeric() || matches!(c, '_' | '-') { c } else { '_' }).collect()
}

/// The identifier, if a line can hold it.
fn reference(entity: &Entity) -> Option<&str> {
    let whole = |id: &&str| !id.is_empty() && !id.contains(|c: char| c.is_whitespace() || c.is_control());
    entity.id.as_deref().filter(whole)
}

pub(super) fn read(input: &str, text: &str) -> Result<Annotation, (usize, String)> {
    let mut drafts: Vec<(Draft, Span)> = Vec::new();
    // The number in the name of each, and its own.
    let mut known: Vec<[usize; 3]> = Vec::new();
    // Lines may stand in any order, and notes before what they speak of.
    let lines = || {
        input.split_inclusive('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line.trim_end_matches(['\n', '\r'])))
        })
    };
    for (at, line) in lines().filter(|(_, line)| line.starts_with('T')) {
        let (name, kind, span) =
            entity(line).ok_or_else(|| (at, "a line T is «T1<TAB>TYPE 0 5<TAB>…»".to_owned()))?;
        known.push([name, drafts.len(), at]);
        drafts.push((Draft { kind, ..Draft::default() }, span));
    }
    ascending(&mut known);
    if let Some([_, [.., at]]) = known.array_windows().find(|[[a, ..], [b, ..]]| a == b) {
        return Err((*at, "the name of this line is there twice".to_owned()));
    }
    let number = |name: &str| {
        let name: usize = name.strip_prefix('T')?.parse().ok()?;
        let &[found, number, _] = known.get(known.partition_point(|&[other, ..]| other < name))?;
        (found == name).then_some(number)
    };
    for (at, line) in lines() {
        let wrong = |what: &str| (at, what.to_owned());
        let mut columns = line.splitn(3, '\t');
        let (name, about, rest) = (columns.next(), columns.next().unwrap_or_default(), columns.next());
        let mut about = about.split(' ');
        let (what, of, more) = (about.next(), about.next().unwrap_or_default(), about.next());
        let draft = number(of).and_then(|number| drafts.get_mut(number));
        match (name.and_then(|name| name.chars().next()), what, draft) {
            (Some('N'), _, Some((draft, _))) => {
                let id =
                    more.and_then(|id| id.strip_prefix(LIST)).ok_or_else(|| wrong("not an identifier"))?;
                draft.id = Some(id.to_owned());
            }
            (Some('#'), Some("AnnotatorNotes"), Some((draft, span))) => {
                let Some(Ok(Json::Object(members))) = rest.map(Json::parse) else {
                    // A person's own note.
                    continue;
                };
                for (name, value) in members {
                    let taken = match (name.as_str(), &value) {
                        ("span", Json::Array(ends)) => {
                            match ends.iter().map(Json::index).collect::<Vec<_>>()[..] {
                                [Some(start), Some(end)] => {
                                    *span = Span::new(start, end);
                                    true
                                }
                                _ => false,
                            }
                        }
                        ("value", _) => draft.take("value", &value.to_string()),
                        (name, Json::String(text)) => draft.take(name, text),
                        (name, _) => draft.take(name, &value.to_string()),
                    };
                    if !taken {
                        let mut message = String::from("the note says nothing that there is under ");
                        quote(&name, &mut message);
                        return Err((at, message));
                    }
                }
            }
            (None | Some('T' | 'A' | 'M' | 'R' | 'E' | '*' | '#'), ..) => {}
            _ => return Err(wrong("no line of brat's standoff format")),
        }
    }
    let spans: Vec<Span> = drafts.iter().map(|(_, span)| *span).collect();
    let offsets = Offsets::bytes(text, POINTS, &spans);
    let mut whole = Vec::with_capacity(drafts.len());
    for (mut draft, span) in drafts {
        draft.span = offsets.span(span).ok_or_else(|| {
            (0, format!("{} {} is outside the text: is this the text it was made of?", span.start, span.end))
        })?;
        whole.push(draft);
    }
    settle(text.to_owned(), whole).map_err(|problem| (0, problem))
}

/// The number, type and reach of a line `T1<TAB>PERS 0 5;6 12<TAB>…`.
fn entity(line: &str) -> Option<(usize, String, Span)> {
    let mut columns = line.splitn(3, '\t');
    let (name, about) = (columns.next()?.strip_prefix('T')?.parse().ok()?, columns.next()?);
    let (kind, places) = about.split_once(' ')?;
    let mut reach: Option<Span> = None;
    for place in places.split(';') {
        let (start, end) = place.split_once(' ')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        reach = Some(Span::new(reach.map_or(start, |reach| reach.start), end));
    }
    Some((name, kind.to_owned(), reach?))
}
