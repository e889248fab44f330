//! What plain text says about a reading: how often the stem that it leaves stands elsewhere.
//!
//! «افروف» never stands alone in the news, «لافروف» does often, «ولافروف» and «للافروف» too: so «ل»
//! belongs to that name.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use super::analysis::{self, Analysis};
use super::features::{hash, proclitics};
use super::letters::{ALEF, BA, FA, KAF, LAM, Letters, TA, TA_MARBUTA, WAW};
use crate::Error;

/// How often each word stands in some text, by its letters.
pub(super) struct Counts(HashMap<Vec<u8>, f32>);

impl Counts {
    /// Counts the words in the first columns of gzipped files.
    pub(super) fn read(files: &[PathBuf]) -> Result<Self, Error> {
        let mut counts: HashMap<Vec<u8>, f32> = HashMap::new();
        for path in files {
            let failed = |error| Error::io(path, &error);
            let file = File::open(path).map_err(failed)?;
            for line in BufReader::new(flate2::read::MultiGzDecoder::new(file)).lines() {
                let line = line.map_err(failed)?;
                let word = line.split('\t').next().unwrap_or_default();
                let Some(letters) = Letters::of(word) else { continue };
                if !letters.codes().is_empty() && !letters.codes().contains(&63) {
                    *counts.entry(letters.codes().to_vec()).or_default() += 1.0;
                }
            }
        }
        Ok(Self(counts))
    }

    /// The words and their counts, in an order that does not change.
    pub(super) fn words(&self) -> impl Iterator<Item = (&[u8], f32)> {
        let mut words: Vec<_> = self.0.iter().map(|(word, &count)| (word.as_slice(), count)).collect();
        words.sort_unstable_by(|a, b| a.0.cmp(b.0));
        words.into_iter()
    }

    fn of(&self, parts: &[&[u8]]) -> f32 {
        self.0.get(&parts.concat()).copied().unwrap_or(0.0)
    }

    /// How many of the proclitics are seen before a word.
    fn taken(&self, word: &[u8]) -> u32 {
        [WAW, BA, LAM, FA, KAF].iter().filter(|&&letter| self.of(&[&[letter], word]) > 0.0).count() as u32
    }

    /// Visits the hash of every piece of evidence about a reading of the word `codes`.
    pub(super) fn each(&self, codes: &[u8], analysis: &Analysis, visit: &mut dyn FnMut(u32)) {
        let (stem, article) = analysis::stem(codes, analysis);
        let core = stem.get(article..).unwrap_or_default();
        let before = proclitics(codes, analysis);
        let after = analysis.pronoun as u32;
        let bare: Vec<u8> = match stem {
            [rest @ .., TA] if after > 0 && self.of(&[rest, &[TA_MARBUTA]]) > self.of(&[stem]) => {
                [rest, &[TA_MARBUTA]].concat()
            }
            _ if article == 1 => [&[ALEF, LAM], core].concat(),
            _ => stem.to_vec(),
        };
        let bucket = |count: f32| (count + 1.0).log2().floor().min(12.0) as u32;
        let (stem, word) = (bucket(self.of(&[&bare])), bucket(self.of(&[codes])));
        let defined = bucket(self.of(&[&[ALEF, LAM], &bare]));
        let (ahead, taken) = (16 + stem - word, self.taken(&bare));
        let more = 16 + taken - self.taken(codes);
        for (template, values) in [
            (51, [before, stem, 0]),
            (52, [before, ahead, 0]),
            (53, [before, defined, 0]),
            (54, [before, taken, 0]),
            (55, [before, more, ahead]),
            (56, [after, stem, 0]),
            (57, [after, ahead, 0]),
            (58, [after, defined, 0]),
            (59, [after, taken, 0]),
            (60, [u32::from(before > 0), u32::from(after > 0), taken << 4 | stem]),
        ] {
            visit(hash(template, &values));
        }
    }
}
