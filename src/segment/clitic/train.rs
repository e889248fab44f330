//! Learns the clitic segmenter from segmented word types.
//!
//! The readings of a word compete for probability (a softmax over their summed weights); each type
//! pulls towards its own reading by the root of its count, so that rare words have a say. The weights
//! end as signed bytes.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use super::analysis::{self, Analysis, PRONOUNS};
use super::features;
use super::letters::{Letters, code};
use super::weights::Weights;
use crate::Error;
use crate::error::Kind;

/// Binary logarithm of the number of weights.
const LOG: u32 = 17;
const EPOCHS: usize = 12;
const RATE: f32 = 0.3;
/// Cost of a weight's distance from zero: what has little to say becomes zero and packs away.
const LASSO: f32 = 2e-4;
const SEED: u64 = 7;

/// What the training measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Report {
    /// Word types learned from.
    pub types: usize,
    /// Share of the types left out of a first training that it read right, 0 to 1.
    pub held_out: f64,
    /// The same share weighted by how often each type was counted.
    pub held_out_running: f64,
    /// Weights that aren't zero.
    pub weights: usize,
}

/// A word and how often each of its readings was counted.
struct Example {
    letters: Letters,
    readings: Vec<(Analysis, f32)>,
}

/// Learns from the file `types`, whose lines are `count<TAB>mor+phe+mes`, and writes the weights to
/// `out`. The same input gives the same file.
///
/// # Errors
/// `io` where a file can't be read or written, `corpus_invalid` where a line isn't of that form.
pub fn run(types: &Path, out: &Path) -> Result<Report, Error> {
    let text = fs::read_to_string(types).map_err(|error| Error::io(types, &error))?;
    let examples = examples(&text)
        .map_err(|line| Error::new(Kind::CorpusInvalid, format!("{}:{line}", types.display())))?;
    let (held_out, kept): (Vec<_>, Vec<_>) =
        examples.iter().enumerate().partition(|(index, _)| index % 20 == 0);
    let held_out: Vec<&Example> = held_out.into_iter().map(|(_, example)| example).collect();
    let kept: Vec<&Example> = kept.into_iter().map(|(_, example)| example).collect();
    let first = Weights::write(&learn(&kept));
    let (types_right, running) = accuracy(&first, &held_out);
    let weights = learn(&examples.iter().collect::<Vec<_>>());
    fs::write(out, Weights::write(&weights)).map_err(|error| Error::io(out, &error))?;
    Ok(Report {
        types: examples.len(),
        held_out: types_right,
        held_out_running: running,
        weights: weights.iter().filter(|&&weight| weight != 0).count(),
    })
}

/// Shares of the examples, by type and by count, that a file of weights reads right.
fn accuracy(file: &[u8], examples: &[&Example]) -> (f64, f64) {
    let Some(weights) = Weights::read(file) else { return (0.0, 0.0) };
    let (mut right, mut running, mut count) = (0.0, 0.0, 0.0);
    for example in examples {
        let found = weights.best(&example.letters).analysis;
        let all: f64 = example.readings.iter().map(|&(_, n)| f64::from(n)).sum();
        let best = example.readings.iter().filter(|&&(reading, _)| reading == found);
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
    (!readings.is_empty()).then_some(Example { letters, readings })
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
fn learn(examples: &[&Example]) -> Vec<i8> {
    let mut weights = vec![0.0_f32; 1 << LOG];
    let mut squares = vec![1e-6_f32; 1 << LOG];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut options: Vec<(Analysis, f32, Vec<usize>)> = Vec::new();
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for example in order.iter().filter_map(|&index| examples.get(index)) {
            options.clear();
            analysis::each(&example.letters, |analysis| {
                let mut indices = Vec::new();
                features::each(example.letters.codes(), &analysis, |hash| {
                    indices.push((hash >> (32 - LOG)) as usize)
                });
                let score = indices.iter().filter_map(|&index| weights.get(index)).sum();
                options.push((analysis, score, indices));
            });
            let top = options.iter().map(|option| option.1).fold(f32::MIN, f32::max);
            let total: f32 = options.iter().map(|option| (option.1 - top).exp()).sum();
            let count: f32 = example.readings.iter().map(|reading| reading.1).sum();
            let pull = count.sqrt().min(10.0);
            for (analysis, score, indices) in &options {
                let wanted = example.readings.iter().find(|reading| reading.0 == *analysis);
                let wanted = wanted.map_or(0.0, |reading| reading.1 / count);
                let gradient = pull * ((score - top).exp() / total - wanted);
                for &index in indices {
                    let (Some(weight), Some(square)) = (weights.get_mut(index), squares.get_mut(index))
                    else {
                        continue;
                    };
                    let gradient = gradient + LASSO * weight.signum();
                    *square += gradient * gradient;
                    *weight -= RATE * gradient / square.sqrt();
                }
            }
        }
    }
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    let largest = sizes.get(sizes.len() - sizes.len() / 1000).copied().unwrap_or(1.0).max(1e-3);
    weights.iter().map(|weight| (weight / largest * 127.0).round().clamp(-127.0, 127.0) as i8).collect()
}
