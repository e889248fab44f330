//! What is written in any format is read back as it was, and says the same to a parser that isn't ours.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use proptest::prelude::*;
use tawsim::export::{Annotation, Cluster, Entity, Format, Given, Style, read, reanchor, write};
use tawsim::{Source, Span, Value};

const PLAIN: Style<'static> = Style { source: None, text: true };

fn given(annotation: &Annotation) -> Given<'_> {
    Given { text: Some(annotation.text()) }
}

/// Text that breaks careless writers.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "زار", "الرئيس", "وبالكاظمي", "قائد فيلق القدس", "د.", "٣٫٥", "بَغْـــداد", "ﻻ", "، ", ". ", " ", " ", " ",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            "\r\n", "\n", "\r", "\n\n", "\t", "&", "&amp;", "&#13;", "<", ">", "<mark>", "</ab>", "]]>", "<!--", "\"", "'",
            "\\", "\\u{0}", "\\\\", "\0", "\u{7}", "\u{b}", "\u{1b}", "\u{7f}", "\u{85}", "\u{2028}", "\u{feff}",
            "\u{fffe}", "\u{ffff}", "\u{200f}", "\u{202b}", "\u{2067}", "👨‍👩‍👧‍👦", "🇮🇶", "😀", "#", "# text", "B-PERS\tO",
            "T1\tPERS 0 1", "{\"", "\u{e000}", "\u{10ffff}", "\u{301}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn odd() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec!["Q7", "desk:12", "قائمة ١", " a  b ", "\\", "\"<&>'", "\0\t\r\n\u{1}", "", "List:x;y", "true", "7"])
            .prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = Option<Value>> {
    let number = (-9_999_999_i64..=9_999_999, 0..6)
        .prop_map(|(digits, places)| format!("{digits}e-{places}").parse().unwrap());
    let money = (number, odd()).boxed();
    let number = (-999_999_999_999_i64..=999_999_999_999, 0..9)
        .prop_map(|(d, p)| format!("{d}e-{p}").parse().unwrap());
    prop_oneof![
        6 => Just(None),
        2 => prop::sample::select(vec!["2021-08", "2021-08-04/2021-08-06", "18:30:00+03:00", "2021~", "", "/", "\\\u{1}"])
            .prop_map(|time| Some(Value::Time(time.to_owned()))),
        1 => number.prop_map(|number| Some(Value::Number(number))),
        1 => money.clone().prop_map(|(amount, currency)| Some(Value::Money { amount, currency })),
        1 => money.prop_map(|(amount, unit)| Some(Value::Quantity { amount, unit })),
    ]
}

#[derive(Clone, Debug)]
struct Seed {
    from: prop::sample::Index,
    length: usize,
    around: (usize, usize),
    kind: String,
    norm: Option<String>,
    score: u32,
    source: Source,
    sentence: usize,
    cluster: Option<usize>,
    describes: Vec<usize>,
    value: Option<Value>,
    id: Option<String>,
}

fn seed() -> impl Strategy<Value = Seed> {
    let kinds = vec![
        "PERS",
        "LOC",
        "ORG",
        "OCC",
        "DATE",
        "TIME",
        "MONEY",
        "PERCENT",
        "MISC",
        "NORP",
        "URL",
        "مكتب",
        "two words",
        "a\"<&>-b",
        "x\0\\\t\n",
        "-",
        "O",
    ];
    let kind = prop::sample::select(kinds).prop_map(str::to_owned);
    let source = prop::sample::select(vec![Source::Model, Source::Gazetteer, Source::Pattern, Source::User]);
    let place = (any::<prop::sample::Index>(), 1..9_usize, (0..3_usize, 0..3_usize));
    let says = (kind, prop::option::of(odd()), 0..=1_000_000_u32, source, 0..9_usize);
    let links = (prop::option::of(0..4_usize), prop::collection::vec(0..4_usize, 0..2));
    (place, says, links, value(), prop::option::of(odd())).prop_map(|(place, says, links, value, id)| Seed {
        from: place.0,
        length: place.1,
        around: place.2,
        kind: says.0,
        norm: says.1,
        score: says.2,
        source: says.3,
        sentence: says.4,
        cluster: links.0,
        describes: links.1,
        value,
        id,
    })
}

fn annotation() -> impl Strategy<Value = Annotation> {
    (text(), prop::collection::vec(seed(), 0..10)).prop_map(|(text, seeds)| build(text, seeds))
}

/// Entities wherever they fit without crossing, in the order of the seeds.
fn build(text: String, seeds: Vec<Seed>) -> Annotation {
    let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut entities: Vec<Entity> = Vec::new();
    let mut names: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    for seed in seeds {
        let from = seed.from.index(edges.len());
        let to = (from + seed.length).min(edges.len() - 1);
        let span = Span::new(edges[from], edges[to]);
        let crosses = |other: Span| {
            span.overlaps(other)
                && !(span.start >= other.start && span.end <= other.end)
                && !(other.start >= span.start && other.end <= span.end)
        };
        if from == to || entities.iter().any(|entity| crosses(entity.span)) {
            continue;
        }
        let mut entity = Entity::new(&seed.kind, span, &text);
        let end = (to + seed.around.1).min(edges.len() - 1);
        entity.surface = Span::new(edges[from.saturating_sub(seed.around.0)], edges[end]);
        entity.norm = seed.norm.unwrap_or(entity.norm);
        entity.score = f64::from(seed.score) / 1e6;
        entity.source = seed.source;
        entity.sentence = seed.sentence;
        entity.value = seed.value;
        entity.id = seed.id;
        names.push((seed.cluster, seed.describes));
        entities.push(entity);
    }
    let mut clusters = Vec::new();
    for name in 0..4 {
        let mentions: Vec<usize> = (0..names.len()).filter(|&at| names[at].0 == Some(name)).collect();
        if mentions.is_empty() {
            continue;
        }
        for &at in &mentions {
            entities[at].cluster = Some(clusters.len());
        }
        let roles = (0..names.len()).filter(|&at| names[at].1.contains(&name)).collect();
        clusters.push(Cluster { canonical: mentions[mentions.len() / 2], mentions, roles });
    }
    Annotation::new(text, entities, clusters).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_gives_back_what_it_was_given(annotation in annotation()) {
        for format in Format::ALL {
            let written = write(&annotation, format, &PLAIN);
            let back = read(&written, format, &given(&annotation));
            prop_assert_eq!(back.as_ref().ok(), Some(&annotation), "{}: {:?}\n{}", format.name(), back, written);
            // Once more, and it is the same to the byte.
            prop_assert_eq!(write(&back.unwrap(), format, &PLAIN), written, "{}", format.name());
        }
    }

    #[test]
    fn formats_chain(annotation in annotation(), id in prop::option::of(odd())) {
        let id = id.map(|id| serde_json::to_string(&id).unwrap());
        let annotation = annotation.with_id(id.clone());
        let mut chained = annotation.clone();
        for format in Format::ALL {
            let kept = chained.with_id(id.clone());
            chained = read(&write(&kept, format, &PLAIN), format, &given(&kept)).unwrap();
            if matches!(format, Format::Json | Format::Jsonl | Format::Conll | Format::W3c) {
                prop_assert_eq!(chained.id(), id.as_deref(), "{}", format.name());
            }
        }
        prop_assert_eq!(chained.with_id(id), annotation);
    }

    #[test]
    fn an_xml_parser_sees_the_text_and_the_entities(annotation in annotation()) {
        let written = write(&annotation, Format::Tei, &PLAIN);
        let tree = roxmltree::Document::parse(&written).unwrap();
        let body = tree.descendants().find(|node| node.has_tag_name("ab")).unwrap();
        let mut text = String::new();
        let mut spans = Vec::new();
        walk(body, &mut text, &mut spans);
        prop_assert_eq!(&text, annotation.text());
        let wanted: Vec<_> = annotation.entities().iter().map(|entity| entity.span).collect();
        prop_assert_eq!(spans, wanted);
        let known: Vec<_> = tree.descendants().filter_map(|node| node.attribute(("http://www.w3.org/XML/1998/namespace", "id"))).collect();
        for reference in tree.descendants().flat_map(|node| [node.attribute("ref"), node.attribute("resp")]).flatten() {
            prop_assert!(known.contains(&reference.strip_prefix('#').unwrap()), "{}", reference);
        }
    }

    #[test]
    fn a_json_parser_sees_the_same(annotation in annotation()) {
        let json: serde_json::Value = serde_json::from_str(&write(&annotation, Format::Json, &PLAIN)).unwrap();
        prop_assert_eq!(json["text"].as_str(), Some(annotation.text()));
        let units: Vec<u16> = annotation.text().encode_utf16().collect();
        let points: Vec<char> = annotation.text().chars().collect();
        let page: serde_json::Value = serde_json::from_str(&write(&annotation, Format::W3c, &PLAIN)).unwrap();
        for (at, entity) in annotation.entities().iter().enumerate() {
            let said = &json["entities"][at];
            let range = |from: &serde_json::Value| from["start"].as_u64().unwrap() as usize..from["end"].as_u64().unwrap() as usize;
            prop_assert_eq!(String::from_utf16(&units[range(said)]).unwrap(), entity.span.slice(annotation.text()));
            prop_assert_eq!(said["norm"].as_str(), Some(entity.norm.as_str()));
            prop_assert_eq!(said["score"].as_f64(), Some(entity.score));
            prop_assert_eq!(said["value"].clone(), serde_json::to_value(&entity.value).unwrap());
            let selectors = &page["first"]["items"][at]["target"]["selector"];
            let [quote, position] = [&selectors[0], &selectors[1]];
            let range = range(position);
            prop_assert_eq!(points[range.clone()].iter().collect::<String>(), quote["exact"].as_str().unwrap());
            let before: String = points[..range.start].iter().collect();
            let after: String = points[range.end..].iter().collect();
            prop_assert!(before.ends_with(quote["prefix"].as_str().unwrap()));
            prop_assert!(after.starts_with(quote["suffix"].as_str().unwrap()));
        }
    }

    #[test]
    fn a_broken_file_is_an_error_with_a_code(annotation in annotation(), cut in any::<prop::sample::Index>(), put in "[\0-\u{7f}]{0,3}") {
        for format in Format::ALL {
            let written = write(&annotation, format, &PLAIN);
            let at = written.floor_char_boundary(cut.index(written.len() + 1));
            for broken in [written[..at].to_owned(), format!("{}{put}{}", &written[..at], &written[at..])] {
                // It may still be whole; else it says so.
                if let Err(error) = read(&broken, format, &given(&annotation)) {
                    prop_assert_eq!(error.code(), "import_invalid");
                }
            }
        }
    }

    #[test]
    fn anything_at_all_is_survived(file in any::<String>()) {
        for format in Format::ALL {
            let _ = read(&file, format, &Given { text: Some(&file) });
        }
        let _ = reanchor(&file, &file);
    }

    #[test]
    fn an_unedited_text_keeps_all_its_annotations(annotation in annotation()) {
        let found = reanchor(annotation.text(), &write(&annotation, Format::W3c, &PLAIN)).unwrap();
        // Where several stand on the same letters, or differ by letters that folding drops, one may give way.
        for entity in found.annotation.entities() {
            prop_assert!(annotation.text().get(entity.span.start..entity.span.end).is_some());
        }
        prop_assert_eq!(found.annotation.entities().len() + found.lost.len(), annotation.entities().len());
    }
}

/// Text content and element ranges, with the characters that XML can't hold put back.
fn walk(node: roxmltree::Node<'_, '_>, text: &mut String, spans: &mut Vec<Span>) {
    for child in node.children() {
        if child.is_text() {
            text.push_str(child.text().unwrap());
        } else if child.tag_name().name() == "g" {
            let code =
                u32::from_str_radix(child.attribute("n").unwrap().strip_prefix("U+").unwrap(), 16).unwrap();
            text.push(char::from_u32(code).unwrap());
        } else {
            let number = spans.len();
            spans.push(Span::new(text.len(), 0));
            walk(child, text, spans);
            spans[number].end = text.len();
        }
    }
}
