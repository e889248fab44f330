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
use tawsim::export::{Annotation, Cluster, Entity, Format, Given, Style, read, read_all, reanchor, write};
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

const ARTICLE: &str = "وصل قائد فيلق القدس إسماعيل قاآني إلى بغداد. والتقى قاآني رئيس الحكومة مصطفى الكاظمي، ثم عاد قاآني إلى طهران.\n\
    وقال الكاظمي إن بغداد «ترحّب» بالزيارة. وغادر الوفد بغداد مساءً.";

/// Every occurrence of these names.
fn article() -> Annotation {
    let mut entities = Vec::new();
    for (kind, name) in [
        ("OCC", "قائد فيلق القدس"),
        ("ORG", "فيلق القدس"),
        ("PERS", "إسماعيل قاآني"),
        ("PERS", "مصطفى الكاظمي"),
        ("LOC", "بغداد"),
        ("LOC", "طهران"),
    ] {
        entities.extend(
            ARTICLE
                .match_indices(name)
                .map(|(at, _)| Entity::new(kind, Span::new(at, at + name.len()), ARTICLE)),
        );
    }
    for (short, long) in [("قاآني", "إسماعيل قاآني"), ("الكاظمي", "مصطفى الكاظمي")]
    {
        let within =
            |at: usize| ARTICLE.match_indices(long).any(|(from, _)| (from..from + long.len()).contains(&at));
        let alone = ARTICLE.match_indices(short).filter(|(at, _)| !within(*at));
        entities.extend(alone.map(|(at, _)| Entity::new("PERS", Span::new(at, at + short.len()), ARTICLE)));
    }
    Annotation::new(ARTICLE.to_owned(), entities, Vec::new()).unwrap()
}

fn names<'t>(annotation: &Annotation, text: &'t str) -> Vec<&'t str> {
    annotation.entities().iter().map(|entity| entity.span.slice(text)).collect()
}

#[test]
fn annotations_are_found_again_after_edits() {
    let file = write(&article(), Format::W3c, &PLAIN);
    let all = article().entities().len();
    assert_eq!(all, 11);
    let untouched = reanchor(ARTICLE, &file).unwrap();
    assert_eq!(
        (names(&untouched.annotation, ARTICLE), untouched.lost.len()),
        (names(&article(), ARTICLE), 0)
    );
    // What is edited, by what, and how many annotations it costs.
    let edits: [(&str, &str, usize); 9] = [
        ("وصل ", "بعد تأجيل دام أسبوعين وصل صباح اليوم ", 0),
        ("ترحّب", "ترحب كلّ الترحيب", 0),
        ("إسماعيل قاآني", "اسماعيل قاآني", 0),
        ("وغادر الوفد بغداد مساءً", "وغادر الوفدُ بَغْـدَاد مساء", 0),
        ("\n", "\r\n\r\n", 0),
        (" ثم عاد قاآني إلى طهران", "", 2),
        ("والتقى قاآني رئيس", "والتقى رئيس", 1),
        ("مصطفى الكاظمي", "الكاظمي", 1),
        ("وقال الكاظمي إن بغداد", "وقال الكاظمي لاحقا إن العاصمة بغداد", 0),
    ];
    for (before, after, cost) in edits {
        let edited = ARTICLE.replacen(before, after, 1);
        assert_ne!(edited, ARTICLE);
        let found = reanchor(&edited, &file).unwrap();
        assert_eq!(found.lost.len(), cost, "{after}: {:?}", found.lost);
        assert_eq!(found.annotation.entities().len(), all - cost);
        assert!(found.annotation.entities().is_sorted_by_key(|entity| entity.span.start));
    }
}

#[test]
fn a_removed_mention_does_not_take_the_place_of_another() {
    let edited = ARTICLE.replacen(" وغادر الوفد بغداد مساءً.", "", 1);
    let found = reanchor(&edited, &write(&article(), Format::W3c, &PLAIN)).unwrap();
    assert_eq!(found.lost.len(), 1);
    assert_eq!((found.lost[0].exact.as_str(), found.lost[0].item), ("بغداد", 10));
}

#[test]
fn columns_that_were_corrected_decide() {
    let annotation = article();
    let written = write(&annotation, Format::Conll, &PLAIN);
    // طهران is no place any more, and الزيارة an event.
    let corrected =
        written.replace("طهران\tB-LOC\tO", "طهران\tO\tO").replace("بالزيارة\tO\tO", "بالزيارة\tB-EVENT\tO");
    assert_ne!(corrected, written);
    let back = read(&corrected, Format::Conll, &Given::default()).unwrap();
    assert_eq!(back.entities().len(), annotation.entities().len());
    let event = back.entities().iter().find(|entity| entity.kind == "EVENT").unwrap();
    assert_eq!((event.span.slice(ARTICLE), event.source), ("بالزيارة", Source::User));
    assert!(!back.entities().iter().any(|entity| entity.span.slice(ARTICLE) == "طهران"));
}

#[test]
fn columns_of_other_programs_are_read() {
    let file = "-\tO\nجو\tB-PERS\nبايدن\tI-PERS\n\nبغداد\tI-LOC\n";
    let annotation = read(file, Format::Conll, &Given::default()).unwrap();
    assert_eq!(annotation.text(), "- جو بايدن\nبغداد");
    assert_eq!(names(&annotation, annotation.text()), ["جو بايدن", "بغداد"]);
}

#[test]
fn lines_and_columns_hold_many_documents() {
    for format in [Format::Jsonl, Format::Conll] {
        let one = write(&article().with_id(Some("\"a 1\"".to_owned())), format, &PLAIN);
        let two = write(&Annotation::default().with_id(Some("7".to_owned())), format, &PLAIN);
        let all = read_all(&(one + &two), format, &Given::default()).unwrap();
        let ids: Vec<_> = all.iter().map(|annotation| annotation.id().unwrap()).collect();
        assert_eq!(ids, ["\"a 1\"", "7"], "{}", format.name());
        assert_eq!(
            read(&(two.clone() + &two), format, &Given::default()).unwrap_err().code(),
            "import_invalid"
        );
    }
}

#[test]
fn annotations_of_other_programs_are_found() {
    let file = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"https://example.org/1","type":"Annotation",
        "body":[{"type":"TextualBody","purpose":"commenting","value":"?"},{"type":"TextualBody","purpose":"tagging","value":"LOC"}],
        "target":{"source":"https://example.org/","selector":{"type":"TextQuoteSelector","exact":"طهران","prefix":"إلى "}}}"#;
    let found = reanchor(ARTICLE, file).unwrap();
    assert_eq!(names(&found.annotation, ARTICLE), ["طهران"]);
}

#[test]
fn what_an_annotation_may_not_say() {
    let entity = |start, end| Entity::new("LOC", Span::new(start, end), ARTICLE);
    let make = |entities, clusters| Annotation::new(ARTICLE.to_owned(), entities, clusters);
    let clustered = |number| Entity { cluster: Some(number), ..entity(0, 6) };
    let cluster =
        |mentions: &[usize]| Cluster { canonical: 0, mentions: mentions.to_vec(), roles: Vec::new() };
    let bad: Vec<(Vec<Entity>, Vec<Cluster>)> = vec![
        (vec![entity(0, 0)], vec![]),
        (vec![entity(4, 2)], vec![]),
        (vec![entity(0, 1)], vec![]),
        (vec![entity(0, ARTICLE.len() + 2)], vec![]),
        (vec![entity(0, 6), entity(4, 11)], vec![]),
        (vec![Entity { kind: String::new(), ..entity(0, 6) }], vec![]),
        (vec![Entity { score: f64::NAN, ..entity(0, 6) }], vec![]),
        (vec![Entity { score: 1.5, ..entity(0, 6) }], vec![]),
        (vec![Entity { surface: Span::new(2, 6), ..entity(0, 6) }], vec![]),
        (vec![Entity { value: Some(Value::Number(f64::INFINITY)), ..entity(0, 6) }], vec![]),
        (vec![clustered(0)], vec![]),
        (vec![entity(0, 6)], vec![cluster(&[0])]),
        (vec![clustered(0)], vec![cluster(&[0, 0])]),
        (vec![clustered(0)], vec![cluster(&[0, 1])]),
        (vec![clustered(0)], vec![cluster(&[0]), cluster(&[])]),
        (vec![clustered(0)], vec![Cluster { roles: vec![3], ..cluster(&[0]) }]),
    ];
    for (entities, clusters) in bad {
        let said = format!("{entities:?} {clusters:?}");
        assert_eq!(make(entities, clusters).expect_err(&said).code(), "annotation_invalid", "{said}");
    }
    // Nested, equal, touching and unordered ones are fine.
    let all =
        make(vec![entity(7, 11), entity(0, 6), entity(0, 6), entity(0, 11), entity(2, 4)], vec![]).unwrap();
    let parents: Vec<_> = all.entities().iter().map(|entity| entity.parent).collect();
    assert_eq!(parents, [None, Some(0), Some(1), Some(2), Some(0)]);
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_place() {
    let cases = [
        (Format::Json, "{\"text\":\"\",\n \"entities\":[}", "line 2, column 14: this is not JSON"),
        (Format::Json, "{\"text\":\"\"}", "«entities»"),
        (
            Format::Json,
            "{\"text\":\"س\",\"entities\":[{\"type\":\"LOC\",\"start\":0,\"end\":2}]}",
            "entities[0]",
        ),
        (
            Format::Json,
            "{\"text\":\"س\",\"entities\":[{\"type\":\"LOC\",\"start\":0,\"end\":1,\"text\":\"ش\"}]}",
            "UTF-16",
        ),
        (Format::Jsonl, "\n{\"text\":\"\",\"entities\":[]}\n{", "line 3"),
        (Format::Conll, "كلمة\tB-LOC\nكلمة", "line 2, column 1"),
        (Format::Conll, "كلمة\tX-LOC\n", "line 1"),
        (Format::W3c, "{\"first\":{\"items\":[]}}", "reanchor"),
        (Format::Tei, "<TEI><text><body><p>نص</p></body></text></TEI>", "<ab>"),
        (Format::Tei, "<TEI><text><body><ab>نص<hi>!</hi></ab></body></text></TEI>", "column 24"),
        (Format::Html, "<div>نص<script>1</script></div>", "line 1, column 8"),
        (Format::Html, "<div>نص<mark data-type=\"LOC\"></mark></div>", "empty"),
        (Format::Html, "<div>نص</div><p>", "follows"),
        (Format::Brat, "T1\tLOC 0 99\tنص\n", "outside the text"),
        (Format::Brat, "T1\tLOC 0 2\tنص\nT1\tLOC 0 1\tن\n", "line 2"),
        (Format::Brat, "?\n", "line 1"),
    ];
    for (format, file, said) in cases {
        let error = read(file, format, &Given { text: Some("نص") }).unwrap_err();
        assert_eq!(error.code(), "import_invalid");
        assert!(error.to_string().contains(said), "{file}: {error}");
    }
    assert_eq!(read("", Format::Brat, &Given::default()).unwrap_err().code(), "import_invalid");
    assert_eq!("xml".parse::<Format>().unwrap_err().code(), "format_unknown");
}

#[test]
fn deep_nesting_and_great_size_are_survived() {
    let text = "ا".repeat(2_000);
    let nested =
        (0..1_000).map(|at| Entity::new("LOC", Span::new(2 * at, text.len() - 2 * at), &text)).collect();
    let deep = Annotation::new(text, nested, Vec::new()).unwrap();
    let text = "زار بغداد. ".repeat(20_000);
    let cities = text
        .match_indices("بغداد")
        .map(|(at, name)| Entity::new("LOC", Span::new(at, at + name.len()), &text))
        .collect();
    let wide = Annotation::new(text.clone(), cities, Vec::new()).unwrap();
    for annotation in [deep, wide] {
        for format in Format::ALL {
            let written = write(&annotation, format, &PLAIN);
            assert_eq!(read(&written, format, &given(&annotation)).unwrap(), annotation, "{}", format.name());
        }
        let found = reanchor(annotation.text(), &write(&annotation, Format::W3c, &PLAIN)).unwrap();
        assert_eq!(found.lost, []);
    }
    for bomb in [
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        "<mark>".repeat(100_000),
        format!("<div>{}", "<mark data-type=\"a\">".repeat(100_000)),
    ] {
        for format in Format::ALL {
            assert!(read(&bomb, format, &Given { text: Some("") }).is_err());
        }
    }
}
