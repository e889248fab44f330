//! The learned weights and the file that holds them.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | magic `tawsimCL` |
//! | 2 | format version |
//! | 2 | binary logarithm of the number of weights |
//! | 4 | CRC-32 of the weights |
//! | … | the weights, one signed byte each |

use std::sync::OnceLock;

use super::analysis::{self, Analysis};
use super::features;
use super::letters::Letters;
use crate::model::crc32;

const MAGIC: &[u8; 8] = b"tawsimCL";
const VERSION: u16 = 1;

/// One weight for each feature hash, cut to `log` bits.
pub(super) struct Weights<'a> {
    bytes: &'a [u8],
    log: u32,
}

/// The reading that scores best, and how far the best one without its first cut falls behind.
pub(super) struct Best {
    pub analysis: Analysis,
    pub margin: i32,
}

impl Weights<'static> {
    /// The weights that ship; none if the file were damaged, which a test rules out.
    pub(super) fn shipped() -> Option<&'static Self> {
        static SHIPPED: OnceLock<Option<Weights<'static>>> = OnceLock::new();
        SHIPPED.get_or_init(|| Weights::read(include_bytes!("../clitics.bin"))).as_ref()
    }
}

impl<'a> Weights<'a> {
    /// Reads a file of weights; none where it isn't a whole and unaltered one of this version.
    pub(super) fn read(file: &'a [u8]) -> Option<Self> {
        let rest = file.strip_prefix(MAGIC)?;
        let (version, rest) = rest.split_first_chunk()?;
        let (log, rest) = rest.split_first_chunk()?;
        let (checksum, bytes) = rest.split_first_chunk()?;
        let log = u32::from(u16::from_le_bytes(*log));
        let sound = u16::from_le_bytes(*version) == VERSION
            && log < 32
            && bytes.len() == 1 << log
            && crc32(bytes) == u32::from_le_bytes(*checksum);
        sound.then_some(Self { bytes, log })
    }

    /// The file that [`read`](Self::read) reads.
    #[cfg(feature = "train")]
    pub(super) fn write(weights: &[i8]) -> Vec<u8> {
        let bytes: Vec<u8> = weights.iter().map(|&weight| weight as u8).collect();
        let log = bytes.len().ilog2() as u16;
        [&MAGIC[..], &VERSION.to_le_bytes(), &log.to_le_bytes(), &crc32(&bytes).to_le_bytes(), &bytes]
            .concat()
    }

    /// The sum of the weights of a reading.
    pub(super) fn score(&self, codes: &[u8], analysis: &Analysis) -> i32 {
        let mut score = 0;
        features::each(codes, analysis, |hash| {
            let index = (hash >> (32 - self.log)) as usize;
            score += self.bytes.get(index).map_or(0, |&weight| i32::from(weight as i8));
        });
        score
    }

    /// The best reading of a word.
    pub(super) fn best(&self, letters: &Letters) -> Best {
        let codes = letters.codes();
        let (mut joined, mut cut) = ((Analysis::whole(codes.len()), i32::MIN), None);
        if !analysis::may_have_clitics(codes) {
            return Best { analysis: joined.0, margin: i32::MIN };
        }
        analysis::each(letters, |analysis| {
            let score = self.score(codes, &analysis);
            if analysis.stem == 0 {
                if score > joined.1 {
                    joined = (analysis, score);
                }
            } else if cut.is_none_or(|(_, best)| score > best) {
                cut = Some((analysis, score));
            }
        });
        match cut {
            Some((analysis, score)) if score > joined.1 => {
                Best { analysis, margin: score.saturating_sub(joined.1) }
            }
            Some((_, score)) => Best { analysis: joined.0, margin: score.saturating_sub(joined.1) },
            None => Best { analysis: joined.0, margin: i32::MIN },
        }
    }
}
