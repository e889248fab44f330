//! The articles of tests/clusters, with the mentions that their marks give. See the README there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::super::{arrange, norm, surface};
use super::cluster;
use crate::Span;
use crate::document::{Document, Entity, Source};
use crate::segment::{sentences_into, tokenize_into};

const KINDS: [&str; 7] = ["PERS", "LOC", "ORG", "MISC", "OCC", "EVENT", "TEAM"];

/// A mark: `[TYPE#label! name]`, `[OCC#label@label name]`.
struct Mark {
    kind: usize,
    /// Of its cluster.
    label: Option<String>,
    /// Of the cluster that it is a role of.
    role: Option<String>,
    canonical: bool,
    span: Span,
}

fn parse(article: &str) -> (String, Vec<Mark>) {
    let article: Vec<&str> = article.lines().filter(|line| !line.starts_with("# ")).collect();
    let article = article.join("\n");
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = article.as_str();
    while let Some(at) = rest.find(['[', ']']) {
        text.push_str(&rest[..at]);
        if rest[at..].starts_with(']') {
            let mark: usize = open.pop().unwrap();
            let mark: &mut Mark = &mut marks[mark];
            mark.span.end = text.len();
            rest = &rest[at + 1..];
            continue;
        }
        let (head, after) = rest[at + 1..].split_once(' ').unwrap();
        let (head, canonical) = (head.trim_end_matches('!'), head.ends_with('!'));
        let (head, role) = head.split_once('@').map_or((head, None), |(head, role)| (head, Some(role)));
        let (kind, label) = head.split_once('#').map_or((head, None), |(kind, label)| (kind, Some(label)));
        open.push(marks.len());
        marks.push(Mark {
            kind: KINDS.iter().position(|name| *name == kind).unwrap(),
            label: label.map(str::to_owned),
            role: role.map(str::to_owned),
            canonical,
            span: Span::new(text.len(), text.len()),
        });
        rest = after;
    }
    text.push_str(rest);
    (text, marks)
}

fn entity(text: &str, document: &Document, mark: &Mark) -> Entity {
    let surface = surface(&document.tokens, mark.span);
    let before = Span::new(surface.start, mark.span.start).slice(text);
    let mut folded = norm(text, mark.span);
    if before.ends_with('ل') && folded.starts_with('ل') {
        folded.insert(0, 'ا');
    }
    Entity {
        kind: mark.kind,
        span: mark.span,
        surface,
        norm: folded,
        score: 1.0,
        source: Source::User,
        sentence: document.sentence_at(mark.span.start),
        parent: None,
        cluster: None,
        value: None,
        id: None,
    }
}

fn read(text: &str, marks: &[Mark]) -> Document {
    let mut document = Document::default();
    tokenize_into(text, &mut document.tokens);
    sentences_into(text, &document.tokens, &mut document.sentences);
    document.entities = marks.iter().map(|mark| entity(text, &document, mark)).collect();
    arrange(&mut document.entities);
    assert_eq!(document.entities.len(), marks.len(), "marks cross");
    cluster(text, &mut document, |kind| KINDS.get(kind).copied());
    document
}

/// Each cluster as `name: mention, mention (role, role)`.
fn told(text: &str, document: &Document) -> BTreeSet<String> {
    let name = |&at: &usize| document.entities[at].span.slice(text);
    let list = |all: &[usize]| {
        all.iter()
            .map(|at| format!("{}@{}", name(at), document.entities[*at].span.start))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let tell = |c: &crate::Cluster| format!("{}: {} ({})", KINDS[c.kind], list(&c.mentions), list(&c.roles));
    document.clusters.iter().map(tell).collect()
}

fn expected(text: &str, marks: &[Mark]) -> BTreeSet<String> {
    let mut clusters: BTreeMap<String, (Vec<&Mark>, Vec<&Mark>)> = BTreeMap::new();
    for (at, mark) in marks.iter().enumerate() {
        let label = mark.label.clone().unwrap_or_else(|| format!("alone {at}"));
        clusters.entry(label).or_default().0.push(mark);
        if let Some(label) = &mark.role {
            clusters.entry(label.clone()).or_default().1.push(mark);
        }
    }
    let list = |all: &[&Mark]| {
        let mut all: Vec<Span> = all.iter().map(|mark| mark.span).collect();
        all.sort();
        all.iter().map(|span| format!("{}@{}", span.slice(text), span.start)).collect::<Vec<_>>().join(", ")
    };
    clusters
        .values()
        .map(|(mentions, roles)| format!("{}: {} ({})", KINDS[mentions[0].kind], list(mentions), list(roles)))
        .collect()
}

#[test]
fn the_articles_have_the_clusters_that_their_marks_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clusters");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    assert!(files.len() >= 12);
    let mut wrong = String::new();
    for path in files {
        let (text, marks) = parse(&std::fs::read_to_string(&path).unwrap());
        let document = read(&text, &marks);
        let (told, expected) = (told(&text, &document), expected(&text, &marks));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for line in expected.difference(&told) {
            wrong += &format!("{name}\n  missing {line}\n");
        }
        for line in told.difference(&expected) {
            wrong += &format!("{name}\n  wrong   {line}\n");
        }
        for mark in marks.iter().filter(|mark| mark.canonical) {
            let at = document.entities.iter().position(|entity| entity.span == mark.span).unwrap();
            let canonical = document.clusters[document.entities[at].cluster.unwrap()].canonical;
            let shown = document.entities[canonical].span.slice(&text);
            if shown != mark.span.slice(&text) {
                wrong += &format!("{name}\n  {shown} is shown, not {}\n", mark.span.slice(&text));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
