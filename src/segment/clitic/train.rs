//! Learns the clitic segmenter from segmented word types and from plain news.
//!
//! The readings of a word compete for probability (a softmax over their summed weights); each type
//! pulls towards its own reading by the root of its count, so that rare words have a say.
//!
//! It goes in two steps. A first model learns the types from the look of their letters and from
//! [evidence](super::evidence): how often the news holds the rest of the word by itself, with the
//! article, behind other proclitics. It then reads the words of the news that the types lack: names
//! of today above all. The model that ships learns from both and from lists of names, whole and
//! behind proclitics, and needs no counts any more. Its weights end as signed bytes.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::analysis::{self, Analysis, PRONOUNS};
use super::evidence::Counts;
use super::features;
use super::letters::{Letters, code};
use super::weights::Weights;
use crate::Error;
use crate::error::Kind;

/// Binary logarithm of the number of weights that ship, and of the first model's.
const LOG: u32 = 17;
const FIRST_LOG: u32 = 20;
const EPOCHS: usize = 12;
const RATE: f32 = 0.3;
/// Cost of a weight's distance from zero: what has little to say becomes zero and packs away.
const LASSO: f32 = 2e-4;
const SEED: u64 = 7;
/// A word of the news is learned from if it stands there this often.
const LEAST: f32 = 2.0;
/// What the first model's reading of a word is worth against a reading by hand.
const TRUST: f32 = 0.5;
/// Size of the largest weight that ships. So few steps lose nothing that could be measured and pack
/// into less than half of what 127 would.
const STEPS: f32 = 7.0;
/// How hard a name pulls.
const NAME: f32 = 1.0;

/// What there is to learn from.
#[derive(Clone, Debug, Default)]
pub struct Corpora {
    /// Segmented word types, a line each: `count<TAB>mor+phe+mes`, with «ال» as a morpheme.
    pub types: PathBuf,
    /// News: gzipped files with a word in the first column of each line.
    pub news: Vec<PathBuf>,
    /// Names of people and places: a name a line; lines that begin with `#` are comments.
    pub names: Vec<PathBuf>,
}

/// What the training measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Report {
    /// Word types learned from.
    pub types: usize,
    /// Words of the news and of the names learned from besides.
    pub words: usize,
    /// Share of the types left out of a trial that the first model read right, 0 to 1: by type, and
    /// by how often each was counted.
    pub first: (f64, f64),
    /// The same of a trial of the model that ships.
    pub held_out: (f64, f64),
    /// Weights that aren't zero.
    pub weights: usize,
}

/// A word, how often each of its readings was counted, and how hard it pulls.
struct Example {
    letters: Letters,
    readings: Vec<(Analysis, f32)>,
    pull: f32,
}

/// Visits the hashes of the features of a reading.
type Features<'f> = &'f dyn Fn(&[u8], &Analysis, &mut dyn FnMut(u32));

/// Learns the weights and writes them to `out`. The same input gives the same file.
///
/// # Errors
/// `io` where a file can't be read or written, `corpus_invalid` where a line of the types isn't of
/// the form they need.
pub fn run(corpora: &Corpora, out: &Path) -> Result<Report, Error> {
    let text = read(&corpora.types)?;
    let mut examples = examples(&text)
        .map_err(|line| Error::new(Kind::CorpusInvalid, format!("{}:{line}", corpora.types.display())))?;
    let names = names(&corpora.names)?;
    let counts = Counts::read(&corpora.news)?;
    let evidence: Features = &|codes, analysis, visit| {
        features::shape(codes, analysis, &mut *visit);
        counts.each(codes, analysis, visit);
    };
    let all: Features = &|codes, analysis, visit| features::each(codes, analysis, visit);

    let split = |held: bool| {
        let chosen = move |&(index, _): &(usize, _)| (index % 20 == 0) == held;
        examples.iter().enumerate().filter(chosen).map(|(_, example)| example).collect::<Vec<_>>()
    };
    let (kept, held_out) = (split(false), split(true));
    let first = learn(&kept, FIRST_LOG, evidence);
    let first_right = accuracy(&held_out, &first, FIRST_LOG, evidence);
    let read = unread(&counts, &names, &examples, &first, evidence);
    let second: Vec<&Example> = kept.iter().copied().chain(&read).collect();
    let held_out = accuracy(&held_out, &learn(&second, LOG, all), LOG, all);

    let types = examples.len();
    examples.extend(read);
    let weights = pack(&learn(&examples.iter().collect::<Vec<_>>(), LOG, all));
    fs::write(out, Weights::write(&weights)).map_err(|error| Error::io(out, &error))?;
    Ok(Report {
        types,
        words: examples.len() - types,
        first: first_right,
        held_out,
        weights: weights.iter().filter(|&&weight| weight != 0).count(),
    })
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::io(path, &error))
}

/// The words of the names in some files that could have clitics, without article.
fn names(files: &[PathBuf]) -> Result<BTreeSet<String>, Error> {
    let mut words = BTreeSet::new();
    for path in files {
        let text = read(path)?;
        let names = text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        let whole = names
            .filter(|word| !word.starts_with("ال") && word.chars().filter(|&c| code(c) < 63).count() > 2);
        words.extend(whole.map(str::to_owned));
    }
    Ok(words)
}

/// What the types lack: the names, whole and behind proclitics, and the words of the news as the
/// first model reads them.
fn unread(
    counts: &Counts,
    names: &BTreeSet<String>,
    types: &[Example],
    first: &[f32],
    evidence: Features,
) -> Vec<Example> {
    let types_hold: HashSet<Vec<u8>> = types.iter().map(|example| example.letters.codes().to_vec()).collect();
    let (mut known, mut words) = (types_hold.clone(), Vec::new());
    // All names before any with proclitics: «بايدن» is no «ايدن».
    for before in ["", "و", "ل", "ب", "ول", "وب"] {
        for name in names {
            let bare = Letters::of(name).is_none_or(|letters| types_hold.contains(letters.codes()));
            let Some(letters) = Letters::of(&format!("{before}{name}")).filter(|_| !bare) else { continue };
            let conjunction = usize::from(before.starts_with('و'));
            let wanted = Analysis {
                conjunction,
                stem: before.chars().count(),
                end: letters.codes().len(),
                pronoun: 0,
            };
            if known.insert(letters.codes().to_vec()) {
                let pull = if before.is_empty() { NAME } else { NAME / 4.0 };
                words.push(Example { letters, readings: vec![(wanted, 1.0)], pull });
            }
        }
    }
    for (word, count) in counts.words() {
        if count < LEAST || known.contains(word) {
            continue;
        }
        let letters = Letters::from_codes(word);
        let readings = probabilities(&letters, first, FIRST_LOG, evidence);
        if readings.len() > 1 {
            words.push(Example { letters, readings, pull: TRUST * count.sqrt().min(10.0) });
        }
    }
    words
}

/// The probability of each reading.
fn probabilities(letters: &Letters, weights: &[f32], log: u32, features: Features) -> Vec<(Analysis, f32)> {
    let mut readings = Vec::new();
    analysis::each(letters, |analysis| {
        let mut score = 0.0;
        features(letters.codes(), &analysis, &mut |hash| {
            score += weights.get((hash >> (32 - log)) as usize).copied().unwrap_or_default();
        });
        readings.push((analysis, score));
    });
    let top = readings.iter().map(|reading| reading.1).fold(f32::MIN, f32::max);
    let total: f32 = readings.iter().map(|reading| (reading.1 - top).exp()).sum();
    readings.iter().map(|&(analysis, score)| (analysis, (score - top).exp() / total)).collect()
}

/// Shares of the examples, by type and by count, that are read right.
fn accuracy(examples: &[&Example], weights: &[f32], log: u32, features: Features) -> (f64, f64) {
    let (mut right, mut running, mut count) = (0.0, 0.0, 0.0);
    for example in examples {
        let found = probabilities(&example.letters, weights, log, features);
        let found = found.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|best| best.0);
        let all: f64 = example.readings.iter().map(|&(_, n)| f64::from(n)).sum();
        let best = example.readings.iter().filter(|&&(reading, _)| Some(reading) == found);
        let share = best.map(|&(_, n)| f64::from(n)).sum::<f64>();
        right += share / all;
        running += share;
        count += all;
    }
    (right / examples.len().max(1) as f64, running / f64::max(count, 1.0))
}

/// The examples in a file, or the number of its first bad line.
fn examples(text: &str) -> Result<Vec<Example>, usize> {
    let mut rows = Vec::new();
    for (line, row) in text.lines().enumerate() {
        let parsed = row.split_once('\t').and_then(|(count, morphemes)| {
            Some((count.parse::<f32>().ok()?, morphemes.split('+').collect::<Vec<_>>()))
        });
        rows.push(parsed.filter(|(_, morphemes)| !morphemes.iter().any(|m| m.is_empty())).ok_or(line + 1)?);
    }
    let verbs = verbs(&rows);
    let mut words: HashMap<String, HashMap<(usize, usize, usize), f32>> = HashMap::new();
    for (count, morphemes) in &rows {
        let (word, cuts) = scheme(morphemes, &verbs);
        *words.entry(word).or_default().entry(cuts).or_default() += count;
    }
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    Ok(words.into_iter().filter_map(|(word, cuts)| example(&word, cuts)).collect())
}

fn example(word: &str, cuts: HashMap<(usize, usize, usize), f32>) -> Option<Example> {
    let letters = Letters::of(word)?;
    let mut readings = Vec::new();
    analysis::each(&letters, |analysis| {
        let Analysis { conjunction, stem, end, .. } = analysis;
        if let Some(&count) = cuts.get(&(conjunction, stem, end)) {
            readings.push((analysis, count));
        }
    });
    let count: f32 = readings.iter().map(|reading| reading.1).sum();
    (!readings.is_empty()).then_some(Example { letters, readings, pull: count.sqrt().min(10.0) })
}

/// The word that morphemes make, and its cuts in letters: after the conjunction, before the stem and
/// after it.
fn scheme(morphemes: &[&str], verbs: &HashMap<&str, f32>) -> (String, (usize, usize, usize)) {
    let mut rest = morphemes;
    let (mut word, mut length) = (String::new(), 0);
    let mut take = |rest: &mut &[&str], any: &[&str]| {
        if let [first, after @ ..] = *rest
            && !after.is_empty()
            && any.contains(first)
        {
            word.push_str(first);
            length += first.chars().count();
            *rest = after;
        }
        length
    };
    let conjunction = take(&mut rest, &["و", "ف"]);
    let stem = take(&mut rest, &["ب", "ك", "ل", "س"]);
    let li = stem > conjunction && word.ends_with('ل');
    let pronoun = rest.last().filter(|last| {
        let bound = rest.len() > 1 || stem > conjunction && morphemes.len() > 1;
        bound && PRONOUNS.iter().any(|p| p.iter().copied().eq(last.chars().map(code)))
    });
    let pronoun = pronoun.filter(|&&last| last != "نا" || !subject(rest, verbs));
    let body = match (pronoun, rest) {
        (Some(_), [body @ .., _]) => body.concat(),
        _ => rest.concat(),
    };
    let body = match body.strip_prefix("ال") {
        Some(noun) if li && rest.first() == Some(&"ال") => {
            format!("ل{}", noun.strip_prefix('ل').unwrap_or(noun))
        }
        _ => body,
    };
    word.push_str(&body);
    let end = word.chars().count();
    word.extend(pronoun.copied());
    (word, (conjunction, stem, end))
}

/// How much more often each stem is seen with what only verbs of the past take than with what only
/// nouns do.
fn verbs<'t>(rows: &[(f32, Vec<&'t str>)]) -> HashMap<&'t str, f32> {
    let mut seen: HashMap<&str, f32> = HashMap::new();
    for (count, morphemes) in rows {
        for pair in morphemes.windows(2) {
            match *pair {
                [stem, "ت" | "وا"] if morphemes.first() != Some(&"ال") => {
                    *seen.entry(stem).or_default() += count
                }
                ["ال", stem] | [stem, "ة" | "ات" | "ين" | "ي"] => {
                    *seen.entry(stem).or_default() -= count
                }
                _ => {}
            }
        }
        if let [word] = morphemes.as_slice() {
            *seen.entry(word).or_default() += 0.0;
        }
    }
    seen
}

/// Whether the final «نا» of these morphemes is a verb's own *we*, and no pronoun: «قمنا».
fn subject(morphemes: &[&str], verbs: &HashMap<&str, f32>) -> bool {
    match morphemes {
        ["ي" | "ت" | "ن" | "أ", _, ..] => false,
        [stem, _] => verbs.get(stem).is_none_or(|&score| score > 0.0) && stem.chars().count() > 1,
        _ => false,
    }
}

/// Gradient descent with a rate of its own for each weight.
fn learn(examples: &[&Example], log: u32, features: Features) -> Vec<f32> {
    let mut weights = vec![0.0_f32; 1 << log];
    let mut squares = vec![1e-6_f32; 1 << log];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = fastrand::Rng::with_seed(SEED);
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for example in order.iter().filter_map(|&index| examples.get(index)) {
            let found = probabilities(&example.letters, &weights, log, features);
            let count: f32 = example.readings.iter().map(|reading| reading.1).sum();
            for (analysis, probability) in &found {
                let wanted = example.readings.iter().find(|reading| reading.0 == *analysis);
                let wanted = wanted.map_or(0.0, |reading| reading.1 / count);
                let gradient = example.pull * (probability - wanted);
                features(example.letters.codes(), analysis, &mut |hash| {
                    let index = (hash >> (32 - log)) as usize;
                    if let (Some(weight), Some(square)) = (weights.get_mut(index), squares.get_mut(index)) {
                        let gradient = gradient + LASSO * weight.signum();
                        *square += gradient * gradient;
                        *weight -= RATE * gradient / square.sqrt();
                    }
                });
            }
        }
    }
    weights
}

/// Weights in whole steps: all but the largest thousandth keep their proportions.
fn pack(weights: &[f32]) -> Vec<i8> {
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    let largest = sizes.get(sizes.len() - sizes.len() / 1000).copied().unwrap_or(1.0).max(1e-3);
    weights.iter().map(|weight| (weight / largest * STEPS).round().clamp(-STEPS, STEPS) as i8).collect()
}
