//! The letters of a word as small numbers, without signs and spelling variants.

use crate::normalize::{Change, bit, change};

/// Longest word that is analysed, in letters. The longest Arabic words with all their clitics have
/// about fifteen.
pub(super) const MAX: usize = 24;

/// The folds under which two spellings are the same word to the segmenter. Ta marbuta and alef
/// maqsura stay, as neither can stand before a pronoun.
const FOLDS: u16 = !(bit::TA_MARBUTA | bit::ALEF_MAQSURA | bit::COMPOSE);

pub(super) const ALEF: u8 = code('ا');
pub(super) const BA: u8 = code('ب');
pub(super) const TA_MARBUTA: u8 = code('ة');
pub(super) const HAMZA: u8 = code('ء');
pub(super) const HA: u8 = code('ه');
pub(super) const MEEM: u8 = code('م');
pub(super) const NOON: u8 = code('ن');
pub(super) const MAQSURA: u8 = code('ى');
pub(super) const YA: u8 = code('ي');
/// What stands for all that isn't an Arabic letter.
pub(super) const FOREIGN: u8 = 63;
pub(super) const TA: u8 = code('ت');
pub(super) const SEEN: u8 = code('س');
pub(super) const FA: u8 = code('ف');
pub(super) const KAF: u8 = code('ك');
pub(super) const LAM: u8 = code('ل');
pub(super) const WAW: u8 = code('و');

/// The number of a folded letter: below 64, and [`FOREIGN`] for all that aren't Arabic letters.
pub(super) const fn code(letter: char) -> u8 {
    match letter {
        '\u{621}'..='\u{64a}' => (letter as u32 - 0x620) as u8,
        _ => FOREIGN,
    }
}

/// The letter that has this number.
pub(super) fn letter(code: u8) -> char {
    char::from_u32(0x620 + u32::from(code)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The letters of one word and where each begins in it.
pub(super) struct Letters {
    codes: [u8; MAX],
    /// Two bytes each keep the whole small: it is made for every word.
    starts: [u16; MAX],
    len: usize,
}

impl Letters {
    /// The letters of `word`; none where it has more than [`MAX`], or 65,536 bytes with their signs.
    pub(super) fn of(word: &str) -> Option<Self> {
        let mut letters = Self { codes: [0; MAX], starts: [0; MAX], len: 0 };
        u16::try_from(word.len()).ok()?;
        for (at, c) in word.char_indices() {
            match change(c, FOLDS) {
                Change::Drop => {}
                Change::None => letters.push(c, at)?,
                Change::Char(c) => letters.settle(c, at)?,
                Change::Letters(several) => several.chars().try_for_each(|c| letters.settle(c, at))?,
            }
        }
        Some(letters)
    }

    /// Letters that stand for themselves, one byte each.
    #[cfg(feature = "train")]
    pub(super) fn from_codes(word: &[u8]) -> Self {
        let mut letters =
            Self { codes: [0; MAX], starts: std::array::from_fn(|at| at as u16), len: word.len().min(MAX) };
        letters.codes.iter_mut().zip(word).for_each(|(code, &letter)| *code = letter);
        letters
    }

    fn settle(&mut self, mut c: char, at: usize) -> Option<()> {
        loop {
            match change(c, FOLDS) {
                Change::Char(to) => c = to,
                Change::Drop => return Some(()),
                Change::None | Change::Letters(_) => return self.push(c, at),
            }
        }
    }

    fn push(&mut self, c: char, at: usize) -> Option<()> {
        *self.codes.get_mut(self.len)? = code(c);
        *self.starts.get_mut(self.len)? = at as u16;
        self.len += 1;
        Some(())
    }

    pub(super) fn codes(&self) -> &[u8] {
        self.codes.get(..self.len).unwrap_or_default()
    }

    /// Letter `index` of `word`, which these are the letters of, as it is written.
    pub(super) fn raw(&self, word: &str, index: usize) -> Option<char> {
        word.get(usize::from(*self.starts.get(..self.len)?.get(index)?)..)?.chars().next()
    }

    /// The letter that begins at byte `at`, if a cut before it cuts no character.
    pub(super) fn index(&self, at: usize) -> Option<usize> {
        let index = self.starts.get(..self.len)?.iter().position(|&start| usize::from(start) >= at)?;
        self.cut(index).map(|_| index)
    }

    /// Where letter `index` begins in the word, in bytes, if a cut before it cuts no character.
    pub(super) fn cut(&self, index: usize) -> Option<usize> {
        let starts = self.starts.get(..self.len)?;
        let start = *starts.get(index)?;
        let whole = index.checked_sub(1).and_then(|before| starts.get(before)) != Some(&start);
        whole.then_some(usize::from(start))
    }
}
