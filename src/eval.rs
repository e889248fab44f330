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
    /// Names of the corpus that share a token with a found one of the same type.
    pub gold_touched: usize,
    /// Found names that share a token with one of the corpus of the same type.
    pub found_touching: usize,
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

    /// F1 where it is enough that names of one type overlap, in percent.
    #[must_use]
    pub fn overlap_f1(&self) -> f64 {
        let recall = percent(self.gold_touched, self.gold);
        let precision = percent(self.found_touching, self.found);
        if recall + precision == 0.0 { 0.0 } else { 2.0 * recall * precision / (recall + precision) }
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
            gold_touched: sum.gold_touched + c.gold_touched,
            found_touching: sum.found_touching + c.found_touching,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "type   precision  recall     F1  overlap F1   gold  found  right")?;
        let micro = self.micro();
        let rows = self.types.iter().map(|(name, counts)| (name.as_str(), counts));
        for (name, c) in rows.chain([("micro", &micro)]) {
            writeln!(
                f,
                "{name:<6} {:9.1} {:7.1} {:6.1} {:11.1} {:6} {:6} {:6}",
                c.precision(),
                c.recall(),
                c.f1(),
                c.overlap_f1(),
                c.gold,
                c.found,
                c.right
            )?;
        }
        writeln!(f, "calibration error {:.1}", self.calibration.error())
    }
}

/// Runs the annotator over the raw text of each document and compares what it finds with the annotated
/// names. Only `types` count; where it is empty, those that the documents have.
#[must_use]
pub fn names(annotator: &Annotator, documents: &[Sentence], types: &[String], options: &Options) -> Report {
    let types = &known(documents, types);
    let mut report = Report::default();
    let mut scratch = Scratch::default();
    for document in documents {
        let gold = gold(document, types);
        let found = found(annotator, document, types, options, &mut scratch);
        let found_names: BTreeSet<Name<'_>> = found.iter().map(|(name, _)| *name).collect();
        for (name, score) in found {
            let counts = report.types.entry(name.1.to_owned()).or_default();
            let right = gold.contains(&name);
            counts.found += 1;
            counts.right += usize::from(right);
            counts.found_touching += usize::from(touches(name, &gold));
            report.calibration.add(score, right);
        }
        for &name in &gold {
            let counts = report.types.entry(name.1.to_owned()).or_default();
            counts.gold += 1;
            counts.gold_touched += usize::from(touches(name, &found_names));
        }
    }
    report
}

/// What goes wrong, by kind, with how often and some of the names: `PERS missed`, `ORG for nothing`,
/// `LOC as ORG`, `PERS cut otherwise`. The commonest first.
#[must_use]
pub fn confusions(
    annotator: &Annotator,
    documents: &[Sentence],
    types: &[String],
    options: &Options,
) -> Vec<(String, BTreeMap<String, usize>)> {
    let types = &known(documents, types);
    let mut kinds: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    let mut scratch = Scratch::default();
    for document in documents {
        let gold = gold(document, types);
        let found = found(annotator, document, types, options, &mut scratch);
        let found: BTreeSet<Name<'_>> = found.into_iter().map(|(name, _)| name).collect();
        let mut add = |what: String, span: crate::Span| {
            let names = kinds.entry(what).or_default();
            *names.entry(span.slice(&document.text).to_owned()).or_default() += 1;
        };
        for &(span, kind) in gold.difference(&found) {
            let others = found.difference(&gold).filter(|other| other.0.overlaps(span));
            let other = others.max_by_key(|other| other.0.end.min(span.end) - other.0.start.max(span.start));
            match other {
                None => add(format!("{kind} missed"), span),
                Some(other) if other.1 == kind => add(format!("{kind} cut otherwise"), span),
                Some(other) => add(format!("{kind} as {}", other.1), span),
            }
        }
        for &(span, kind) in found.difference(&gold) {
            if !gold.iter().any(|name| name.0.overlaps(span)) {
                add(format!("{kind} for nothing"), span);
            }
        }
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, names)| std::cmp::Reverse(names.values().sum::<usize>()));
    kinds
}

/// Of each name that the annotator finds: the number of its type, its score, and whether the documents have
/// it so.
#[cfg(feature = "train")]
pub(crate) fn scores(
    annotator: &Annotator,
    documents: &[Sentence],
    types: &[String],
    options: &Options,
) -> Vec<(usize, f32, bool)> {
    let mut scratch = Scratch::default();
    let mut scored = Vec::new();
    for document in documents {
        let gold = gold(document, types);
        for (name, score) in found(annotator, document, types, options, &mut scratch) {
            let kind = annotator.types().iter().position(|kind| kind == name.1);
            scored.extend(kind.map(|kind| (kind, score, gold.contains(&name))));
        }
    }
    scored
}

/// The types, or those that the documents have.
fn known(documents: &[Sentence], types: &[String]) -> Vec<String> {
    if !types.is_empty() {
        return types.to_vec();
    }
    let kinds: BTreeSet<&str> = documents.iter().flat_map(Sentence::names).map(|name| name.1).collect();
    kinds.into_iter().map(str::to_owned).collect()
}

fn counts(types: &[String], kind: &str) -> bool {
    types.iter().any(|name| name == kind)
}

fn gold<'d>(document: &'d Sentence, types: &[String]) -> BTreeSet<Name<'d>> {
    document.names().into_iter().filter(|name| counts(types, name.1)).collect()
}

/// Each name that the annotator finds, as the document would draw it, and its score. Two entities inside one
/// token of the corpus are one name there.
fn found<'a>(
    annotator: &'a Annotator,
    document: &Sentence,
    types: &[String],
    options: &Options,
    scratch: &mut Scratch,
) -> Vec<(Name<'a>, f32)> {
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    for entity in annotator.annotate(&document.text, options, scratch).entities {
        let Some(kind) = annotator.types().get(entity.kind).filter(|kind| counts(types, kind)) else {
            continue;
        };
        let name: Name<'_> = (document.widen(entity.span), kind);
        if seen.insert(name) {
            names.push((name, entity.score));
        }
    }
    names
}

/// Whether a name overlaps one of the same type. Few names start inside another, so the search is short.
fn touches(name: Name<'_>, others: &BTreeSet<Name<'_>>) -> bool {
    others
        .iter()
        .take_while(|other| other.0.start < name.0.end)
        .any(|other| other.1 == name.1 && other.0.overlaps(name.0))
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
