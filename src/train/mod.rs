//! Training of the name tagger: gold and silver sentences in, a quantised model file out.
//!
//! Every random choice comes from one seed and every sum has one order, so a run on the same data gives the
//! same file.

#![allow(
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "a trainer stops on a broken invariant; nothing of it ships"
)]

mod adam;
mod calibrate;
mod course;
mod data;
mod dev;
mod labels;
mod loader;
mod names;
mod network;
mod parameters;
mod phrases;
mod source;
mod vocabulary;

use std::fmt;
use std::path::PathBuf;

use crate::error::Error;
use crate::{Annotator, Model, Options, eval};
use data::Dataset;
use dev::Dev;
use parameters::Parameters;
pub use source::Source;

/// What decides a training run, as printed at its start.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The corpora, each with how often an epoch repeats it.
    pub sources: Vec<Source>,
    /// Corpora to report F1 on after each epoch, whole or the part that training holds out; never trained on.
    pub dev: Vec<Source>,
    /// A folder of word lists to draw other names from.
    pub lists: Option<PathBuf>,
    /// Passes over the corpora.
    pub epochs: usize,
    /// Sentences a step.
    pub batch: usize,
    /// Adam's step size at the start; it falls linearly to zero.
    pub rate: f64,
    /// The same for the embeddings, each of which a step seldom touches.
    pub row_rate: f64,
    /// Share of hidden values and of word features that a step leaves out.
    pub dropout: f32,
    /// Share of sentences whose names a step exchanges for others of the lists, at the start; it falls linearly to
    /// zero, so that a run ends on what was written.
    pub rename: f32,
    /// Whether organisations of the lists that silver labels miss are marked.
    pub mend: bool,
    /// Rows of the embedding table: how many features the network knows.
    pub rows: usize,
    /// Width of an embedding.
    pub dim: usize,
    /// Largest quantised value of an embedding, 1 to 7.
    pub levels: u8,
    /// Width of the network.
    pub width: usize,
    /// Dilation of each convolution.
    pub dilations: Vec<usize>,
    /// Where every random choice starts.
    pub seed: u64,
    /// Where the run is saved each two thousand steps and resumed from, if anywhere.
    pub checkpoint: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            dev: Vec::new(),
            lists: None,
            epochs: 8,
            batch: 48,
            rate: 4e-3,
            row_rate: 32e-3,
            dropout: 0.15,
            rename: 0.0,
            mend: false,
            rows: 1 << 16,
            dim: 64,
            levels: 7,
            width: 128,
            dilations: vec![1, 2, 4],
            seed: 1,
            checkpoint: None,
        }
    }
}

impl Settings {
    /// Empty words between sentences: as many as the widest convolution reaches.
    fn margin(&self) -> usize {
        self.dilations.iter().copied().max().unwrap_or(1)
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { epochs, batch, rate, row_rate, dropout, rename, mend, seed, .. } = self;
        let Self { rows, dim, levels, width, dilations, .. } = self;
        write!(f, "epochs {epochs}, batch {batch}, rate {rate}, of rows {row_rate}, dropout {dropout}, ")?;
        write!(f, "rename {rename}, mend {mend}, seed {seed}; ")?;
        write!(f, "{rows} rows of {dim} in ±{levels}, width {width}, dilations {dilations:?}")
    }
}

/// A model file, and the line that identifies it: its length and CRC-32.
#[derive(Debug)]
pub struct Trained {
    /// The model file.
    pub bytes: Vec<u8>,
    /// `model: N bytes, crc32 XXXXXXXX`.
    pub stamp: String,
}

/// Trains, telling of its progress on `log`.
///
/// # Errors
/// `io` or `corpus_invalid` where a file can't be used.
pub fn run(settings: &Settings, log: &mut dyn std::io::Write) -> Result<Trained, Error> {
    let mut say = |line: String| {
        // A log that can't be written must not end hours of training.
        let _ = writeln!(log, "{line}").and_then(|()| log.flush());
    };
    say(settings.to_string());
    let data = Dataset::load(settings, &mut say)?;
    let dev = settings.dev.iter().map(Dev::load).collect::<Result<Vec<_>, Error>>()?;
    let table = data.table(settings.rows);
    let types = labels::TYPES.0.len() + labels::TYPES.1.len();
    let uncalibrated = vec![calibrate::NONE; types];
    let annotator = |parameters: &Parameters| {
        Model::read(&parameters.export(&table.vocabulary, &uncalibrated)).map(Annotator::new)
    };
    let parameters = course::run(settings, &data, &table, &mut say, |parameters, epoch, say| {
        let annotator = annotator(parameters)?;
        for Dev { name, documents, types } in &dev {
            let report = eval::names(&annotator, documents, types, &Options::default());
            say(format!("epoch {epoch}: {name}\n{report}"));
        }
        Ok(())
    })?;
    let annotator = annotator(&parameters)?;
    let calibration = calibrate::fit(&annotator, &dev, types);
    for (name, calibration) in annotator.types().iter().zip(&calibration) {
        say(format!("{name} {calibration:?}"));
    }
    let bytes = parameters.export(&table.vocabulary, &calibration);
    let stamp = format!("model: {} bytes, crc32 {:08x}", bytes.len(), crate::model::crc32(&bytes));
    say(stamp.clone());
    Ok(Trained { bytes, stamp })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Scratch};

    /// A corpus of one pattern: whoever stands after «قال» is a person, whatever after «في» a place.
    fn corpus() -> PathBuf {
        let path = std::env::temp_dir().join(format!("tawsim-train-{}.conll", std::process::id()));
        let people = ["سمير", "ليلى", "كريم", "هدى", "نادر"];
        let places = ["تونس", "دمشق", "صنعاء", "مسقط"];
        let pairs = people.iter().flat_map(|person| places.iter().map(move |place| (person, place)));
        let lines =
            pairs.map(|(who, place)| format!("قال\tO\n{who}\tB-PERS\nفي\tO\n{place}\tB-LOC\n.\tO\n\n"));
        std::fs::write(&path, lines.collect::<String>()).unwrap();
        path
    }

    #[test]
    fn a_small_corpus_is_learnt_and_the_same_seed_gives_the_same_file() {
        let path = corpus();
        let settings = Settings {
            sources: vec![format!("{}*4", path.display()).parse().unwrap()],
            epochs: 20,
            batch: 8,
            rate: 0.01,
            rows: 1 << 10,
            dim: 16,
            width: 16,
            ..Settings::default()
        };
        let [first, second] = [(); 2].map(|()| run(&settings, &mut std::io::sink()).unwrap());
        std::fs::remove_file(path).unwrap();
        assert_eq!(first.stamp, second.stamp);
        let annotator = Annotator::new(Model::read(&first.bytes).unwrap());
        let text = "قال كريم في مسقط.";
        // The corpus says nothing of roles.
        let found = annotator.annotate(text, &Options::default(), &mut Scratch::default()).entities;
        let found = found.into_iter().filter(|entity| entity.kind < labels::TYPES.0.len());
        let found: Vec<_> = found.map(|e| (e.surface.slice(text), e.kind)).collect();
        assert_eq!(found, [("كريم", 0), ("مسقط", 1)]);
    }
}
