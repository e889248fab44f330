//! How well the whole pipeline finds names: exact spans against an annotated corpus.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::corpus::{Name, Sentence};
use crate::{Annotator, Entity, Scratch};

/// Counts of one type, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Names that the corpus has.
    pub gold: usize,
    /// Names that the annotator found.
    pub found: usize,
    /// Names that both have with the same tokens and type.
    pub right: usize,
}

impl Counts {
    /// Share of the found names that are right, in percent.
    #[must_use]
    pub fn precision(&self) -> f64 {
        percent(self.right, self.found)
    }

    /// Share of the corpus's names that were found, in percent.
    #[must_use]
    pub fn recall(&self) -> f64 {
        percent(self.right, self.gold)
    }

    /// Harmonic mean of precision and recall, in percent.
    #[must_use]
    pub fn f1(&self) -> f64 {
        percent(2 * self.right, self.gold + self.found)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Counts per type. Its [`Display`](fmt::Display) is the table that `tawsim eval ner` prints.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The counts of each type.
    pub types: BTreeMap<String, Counts>,
}

impl Report {
    /// The counts of all types together (micro average).
    #[must_use]
    pub fn micro(&self) -> Counts {
        self.types.values().fold(Counts::default(), |sum, c| Counts {
            gold: sum.gold + c.gold,
            found: sum.found + c.found,
            right: sum.right + c.right,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "type   precision  recall     F1   gold  found  right")?;
        let micro = self.micro();
        let rows = self.types.iter().map(|(name, counts)| (name.as_str(), counts));
        for (name, c) in rows.chain([("micro", &micro)]) {
            writeln!(
                f,
                "{name:<6} {:9.1} {:7.1} {:6.1} {:6} {:6} {:6}",
                c.precision(),
                c.recall(),
                c.f1(),
                c.gold,
                c.found,
                c.right
            )?;
        }
        Ok(())
    }
}

/// Runs the annotator over the raw text of each sentence and compares what it finds with the annotated
/// names. Only `types` count; all when empty.
#[must_use]
pub fn names(annotator: &Annotator, sentences: &[Sentence], types: &[String]) -> Report {
    let mut report = Report::default();
    let mut scratch = Scratch::default();
    let counts = |kind: &str| types.is_empty() || types.iter().any(|name| name == kind);
    for sentence in sentences {
        let gold = sentence.names();
        let entities = annotator.annotate(&sentence.text, &mut scratch);
        let kind = |entity: &Entity| annotator.types().get(entity.kind).map(String::as_str);
        let found: BTreeSet<Name<'_>> =
            entities.iter().filter_map(|e| Some((sentence.widen(e.span), kind(e)?))).collect();
        for name in found.iter().filter(|name| counts(name.1)) {
            let entry = report.types.entry(name.1.to_owned()).or_default();
            entry.found += 1;
            entry.right += usize::from(gold.contains(name));
        }
        for name in gold.iter().filter(|name| counts(name.1)) {
            report.types.entry(name.1.to_owned()).or_default().gold += 1;
        }
    }
    report
}
