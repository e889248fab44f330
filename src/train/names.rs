//! Other names to put in a sentence, out of the open lists.

use std::path::Path;

use crate::error::Error;
use crate::segment::{TokenKind, proclitics};

/// Kinds of name that can be exchanged. A slot holds a kind's number plus one, 0 for none.
pub(super) const GIVEN: u8 = 1;
pub(super) const FAMILY: u8 = 2;
pub(super) const PLACE: u8 = 3;

/// Words inside names that are not names themselves: they stay.
const PARTICLES: [&str; 17] = [
    "بن", "ابن", "بنت", "أبو", "ابو", "أبي", "ابي", "أم", "ام", "عبد", "آل", "ال", "ولد", "دي", "فان", "دو",
    "الله",
];

/// Word numbers of each kind.
#[derive(Default)]
pub(super) struct Pools([Vec<u32>; 3]);

impl Pools {
    /// Reads the lists of a folder; `word` gives each name its number, or two.
    pub(super) fn read(lists: &Path, mut word: impl FnMut(&str) -> [u32; 2]) -> Result<Self, Error> {
        let mut pools = Self::default();
        let files = [
            ("given", GIVEN),
            ("family", FAMILY),
            ("surnames", FAMILY),
            ("places", PLACE),
            ("nations", PLACE),
        ];
        for (list, kind) in files {
            let path = lists.join(list).with_extension("txt");
            let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, &error))?;
            let entries =
                text.lines().filter(|line| !line.starts_with('#') && !line.contains([' ', '(', '-']));
            for entry in entries.filter(|entry| !entry.is_empty()) {
                pools.0[usize::from(kind) - 1].extend(word(entry));
            }
        }
        Ok(pools)
    }

    /// Another name for a slot.
    pub(super) fn draw(&self, slot: u8, rng: &mut fastrand::Rng) -> Option<u32> {
        let pool = self.0.get(usize::from(slot).checked_sub(1)?)?;
        if pool.is_empty() { None } else { Some(pool[rng.usize(..pool.len())]) }
    }
}

/// The slot of a word that is surely tagged so, if another name could stand in its place.
/// `place` says that the lists know it as one, which matters inside longer names: «جامعة بغداد».
pub(super) fn slot(word: &str, kind: TokenKind, tag: &str, alone: bool, place: bool) -> u8 {
    if kind != TokenKind::Word || PARTICLES.contains(&word) || proclitics(word) > 0 {
        return 0;
    }
    match tag {
        "B-PERS" if alone => FAMILY,
        "B-PERS" => GIVEN,
        "I-PERS" => FAMILY,
        "B-LOC" if alone => PLACE,
        "I-ORG" | "I-MISC" if place => PLACE,
        _ => 0,
    }
}
