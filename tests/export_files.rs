//! Files that people and other programs have changed: what is found again, what is refused, and where it is said to be wrong.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use tawsim::export::{Annotation, Cluster, Entity, Format, Given, Style, read, read_all, reanchor, write};
use tawsim::{Source, Span, Value};

const PLAIN: Style<'static> = Style { source: None, text: true };

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
            assert_eq!(
                read(&written, format, &Given { text: Some(annotation.text()) }).unwrap(),
                annotation,
                "{}",
                format.name()
            );
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
