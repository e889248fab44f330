//! How well the whole pipeline finds names: exact spans against an annotated corpus.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::corpus::{Name, Sentence};
use crate::{Annotator, Options, Scratch};

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
    /// How far the scores can be taken at their word.
    pub calibration: Calibration,
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
        writeln!(f, "calibration error {:.1}", self.calibration.error())
    }
}

/// Runs the annotator over the raw text of each document and compares what it finds with the annotated
/// names. Only `types` count; all when empty.
#[must_use]
pub fn names(annotator: &Annotator, documents: &[Sentence], types: &[String]) -> Report {
    let mut report = Report::default();
    let counts = |kind: &str| types.is_empty() || types.iter().any(|name| name == kind);
    for (kind, score, right) in scores(annotator, documents) {
        let kind = annotator.types().get(kind).map_or("", String::as_str);
        if counts(kind) {
            let entry = report.types.entry(kind.to_owned()).or_default();
            entry.found += 1;
            entry.right += usize::from(right);
            report.calibration.add(score, right);
        }
    }
    for (_, kind) in documents.iter().flat_map(Sentence::names).filter(|name| counts(name.1)) {
        report.types.entry(kind.to_owned()).or_default().gold += 1;
    }
    report
}

/// Of each name that the annotator finds: the number of its type, its score, and whether the documents have
/// it so.
#[must_use]
pub fn scores(annotator: &Annotator, documents: &[Sentence]) -> Vec<(usize, f32, bool)> {
    let mut scratch = Scratch::default();
    let mut scored = Vec::new();
    for document in documents {
        let gold = document.names();
        let mut seen = BTreeSet::new();
        for entity in annotator.annotate(&document.text, &Options::default(), &mut scratch).entities {
            let Some(kind) = annotator.types().get(entity.kind) else { continue };
            let name: Name<'_> = (document.widen(entity.span), kind);
            // Two entities inside one token of the corpus are one name there.
            if seen.insert(name) {
                scored.push((entity.kind, entity.score, gold.contains(&name)));
            }
        }
    }
    scored
}

/// How far scores are from the share of right names, in ten bins of equal width.
#[derive(Clone, Copy, Debug, Default)]
pub struct Calibration {
    /// Per bin: names, sum of their scores, right ones.
    bins: [(usize, f64, usize); 10],
}

impl Calibration {
    fn add(&mut self, score: f32, right: bool) {
        let at = (score * 10.0) as usize;
        if let Some(bin) = self.bins.get_mut(at.min(9)) {
            *bin = (bin.0 + 1, bin.1 + f64::from(score), bin.2 + usize::from(right));
        }
    }

    /// Expected calibration error (Guo et al. 2017), in percent.
    #[must_use]
    pub fn error(&self) -> f64 {
        let all: usize = self.bins.iter().map(|bin| bin.0).sum();
        let gap: f64 = self.bins.iter().map(|bin| (bin.1 - bin.2 as f64).abs()).sum();
        if all == 0 { 0.0 } else { 100.0 * gap / all as f64 }
    }
}
