//! F1 on the project's own articles, through the whole pipeline, against a recorded floor.
#![cfg(feature = "cli")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::path::Path;

use tawsim::{Annotator, Model, Options, corpus, eval};

/// Points of F1 that a change may not fall below. Raised when a better model lands, never lowered.
const FLOOR: [(&str, f64); 3] = [("LOC", 85.0), ("PERS", 86.0), ("ORG", 69.0)];

#[test]
fn names_in_the_golden_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut articles = Vec::new();
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        articles.extend(corpus::read(&path).unwrap());
    }
    assert!(articles.len() >= 30);
    let report = eval::names(&Annotator::new(Model::news().unwrap()), &articles, &[], &Options::default());
    println!("{report}");
    for (name, floor) in FLOOR {
        let f1 = report.types[name].f1();
        assert!(f1 >= floor, "{name}: F1 {f1:.1} is under {floor}\n{report}");
    }
}
