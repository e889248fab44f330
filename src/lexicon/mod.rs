//! Words that open lists know: names, places, nationalities, organisations, titles. See `lists/README.md`.
//!
//! A word is told by the hash of its [folded](crate::normalize::Folds::MATCH) form alone, so the lists
//! become a table of four bytes a word that a browser takes in at once; a word that is in no list is taken
//! for one that is about once in 130,000 times. The lists inform the tagger, whose word is last.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | magic `tawsimLX` |
//! | 2 | format version |
//! | 2 | number of different sets of classes |
//! | 4 | number of words |
//! | 4 | CRC-32 of what follows |
//! | 2 … | each set of classes |
//! | 1 … | of each word, in ascending order of hashes: which set |
//! | … | of each word: its hash less the one before, seven bits a byte, lowest first, the last below 128 |

mod classes;
#[cfg(any(feature = "train", all(test, feature = "cli")))]
mod compile;

pub(crate) use classes::Classes;
#[cfg(feature = "train")]
pub use compile::compile;

use std::sync::LazyLock;

use crate::hash::Hash;
use crate::model::crc32;

const MAGIC: &[u8; 8] = b"tawsimLX";
const VERSION: u16 = 1;

/// The compiled lists. Immutable; load once and share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    hashes: Vec<u32>,
    classes: Vec<Classes>,
}

impl Lexicon {
    /// The lists that ship, read at their first use; without a word if they were damaged, which a test
    /// rules out.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::read(include_bytes!("words.bin")).unwrap_or_default());
        &SHARED
    }

    /// The classes of a word in its folded form; the empty set if no list has it. Nothing is stripped:
    /// proclitics are the caller's to try without.
    pub(crate) fn classes(&self, folded: &str) -> Classes {
        self.classes_of(&[folded])
    }

    /// The classes of a word given in pieces.
    pub(crate) fn classes_of(&self, pieces: &[&str]) -> Classes {
        let found = self.hashes.binary_search(&hash(pieces)).ok();
        found.and_then(|at| self.classes.get(at)).copied().unwrap_or_default()
    }

    /// Reads a compiled file; none where it isn't a whole and unaltered one of this version.
    fn read(file: &[u8]) -> Option<Self> {
        let rest = file.strip_prefix(MAGIC)?;
        let (version, rest) = rest.split_first_chunk()?;
        let (sets, rest) = rest.split_first_chunk()?;
        let (words, rest) = rest.split_first_chunk()?;
        let (checksum, rest) = rest.split_first_chunk()?;
        if u16::from_le_bytes(*version) != VERSION || crc32(rest) != u32::from_le_bytes(*checksum) {
            return None;
        }
        let (sets, rest) = rest.split_at_checked(2 * usize::from(u16::from_le_bytes(*sets)))?;
        let sets: Option<Vec<Classes>> =
            sets.as_chunks().0.iter().map(|&set| Classes::from_bits(u16::from_le_bytes(set))).collect();
        let sets = sets?;
        let (which, deltas) = rest.split_at_checked(u32::from_le_bytes(*words) as usize)?;
        let classes: Option<Vec<Classes>> =
            which.iter().map(|&at| sets.get(usize::from(at)).copied()).collect();
        let hashes = ascending(deltas)?;
        (hashes.len() == which.len()).then_some(Self { hashes, classes: classes? })
    }

    /// The file that [`read`](Self::read) reads. The words come in any order, with their classes.
    #[cfg(any(feature = "train", all(test, feature = "cli")))]
    fn write(words: &std::collections::BTreeMap<u32, Classes>) -> Vec<u8> {
        let mut sets: Vec<u16> = words.values().map(|classes| classes.bits()).collect();
        sets.sort_unstable();
        sets.dedup();
        let mut body: Vec<u8> = sets.iter().flat_map(|set| set.to_le_bytes()).collect();
        body.extend(words.values().map(|classes| sets.partition_point(|&set| set < classes.bits()) as u8));
        let mut last = 0;
        for &hash in words.keys() {
            let mut delta = hash - last;
            last = hash;
            while delta > 127 {
                body.push(delta as u8 | 128);
                delta >>= 7;
            }
            body.push(delta as u8);
        }
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend((sets.len() as u16).to_le_bytes());
        file.extend((words.len() as u32).to_le_bytes());
        file.extend(crc32(&body).to_le_bytes());
        file.extend(body);
        file
    }
}

/// How the table knows a word.
fn hash(pieces: &[&str]) -> u32 {
    pieces.iter().fold(Hash::new(0), |hash, piece| hash.bytes(piece.as_bytes())).finish()
}

/// Numbers from their differences, which are positive but for the first.
fn ascending(deltas: &[u8]) -> Option<Vec<u32>> {
    let mut numbers = Vec::with_capacity(deltas.len() / 3);
    let (mut last, mut delta, mut shift) = (0_u32, 0_u32, 0);
    for &byte in deltas {
        let part = u32::from(byte & 127);
        delta |= part.checked_shl(shift).filter(|moved| moved >> shift == part)?;
        shift += 7;
        if byte < 128 {
            if delta == 0 && !numbers.is_empty() {
                return None;
            }
            last = last.checked_add(delta)?;
            numbers.push(last);
            (delta, shift) = (0, 0);
        }
    }
    (shift == 0).then_some(numbers)
}

#[cfg(all(test, feature = "cli"))]
mod tests;
