//! Names by their words: how many words a name may have that begins with this one, and which words are one.

use super::{Words, small};
use crate::error::Error;
use crate::hash::Hash;

/// A set of names, each with a number. The names lie in one string; two open hash tables lead to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// First word → one bit for each number of words, the lowest for one.
    lengths: Slots,
    /// Whole name → one more than its number.
    names: Slots,
    /// Where each name ends in `text`, and the next begins.
    ends: Vec<u32>,
    text: String,
}

/// The start of a name's hash.
pub(super) fn hash() -> Hash {
    Hash::new(0)
}

impl Table {
    /// Makes room for about so many names.
    #[cfg(any(target_arch = "wasm32", test))]
    pub(super) fn reserve(&mut self, names: usize) {
        self.names.reserve(names);
        self.ends.reserve(names);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The name of this number.
    pub(super) fn name(&self, number: usize) -> &str {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }

    /// The number of a name of at most 32 words. A new one gets the next number.
    pub(super) fn add(&mut self, words: &Words) -> Result<usize, Error> {
        let (first, name) = (words.get(0), words.all());
        let start = hash().bytes(first.as_bytes());
        let whole = start.bytes(name.as_bytes().get(first.len()..).unwrap_or_default()).finish();
        if let Some(known) = self.find(whole, "", name) {
            return Ok(known);
        }
        let number = self.ends.len();
        self.text.push_str(name);
        self.ends.push(small(self.text.len())?);
        self.names.push(whole, small(number)? + 1);
        self.lengths.add_bits(start.finish(), 1 << (words.len() - 1).min(31));
        Ok(number)
    }

    /// The number of the name that `front` and `rest` are together, of which `hash` is the hash.
    pub(super) fn find(&self, hash: u32, front: &str, rest: &str) -> Option<usize> {
        let mut numbers = self.names.values(hash).map(|value| value as usize - 1);
        numbers.find(|&number| self.name(number).strip_prefix(front) == Some(rest))
    }

    /// Of a first word with this hash, how many words names have that begin with it.
    pub(super) fn lengths(&self, hash: u32) -> impl Iterator<Item = usize> {
        let all = self.lengths.values(hash).fold(0, |all, some| all | some);
        (1..=32_usize).filter(move |&length| all >> (length - 1) & 1 == 1)
    }
}

/// An open hash table with linear steps: slots of eight bytes, of which at most three in five are taken.
#[derive(Clone, Debug, Default)]
struct Slots {
    slots: Vec<Slot>,
    used: usize,
}

/// A value of 0 is that of an empty slot.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    value: u32,
}

impl Slots {
    fn reserve(&mut self, more: usize) {
        let size = ((self.used + more) * 5 / 3 + 1).next_power_of_two().max(16);
        if size > self.slots.len() {
            for old in std::mem::replace(&mut self.slots, vec![Slot::default(); size]) {
                if old.value != 0 {
                    self.place(old);
                }
            }
        }
    }

    /// The values that have this hash.
    fn values(&self, hash: u32) -> impl Iterator<Item = u32> {
        let (before, after) = self.slots.split_at(self.home(hash));
        let chain = after.iter().chain(before).take_while(|slot| slot.value != 0);
        chain.filter(move |slot| slot.hash == hash).map(|slot| slot.value)
    }

    /// Adds bits to the first value of this hash, which there is from then on.
    fn add_bits(&mut self, hash: u32, bits: u32) {
        let home = self.home(hash);
        let (before, after) = self.slots.split_at_mut(home);
        let mut chain = after.iter_mut().chain(before).take_while(|slot| slot.value != 0);
        match chain.find(|slot| slot.hash == hash) {
            Some(slot) => slot.value |= bits,
            None => self.push(hash, bits),
        }
    }

    fn push(&mut self, hash: u32, value: u32) {
        self.grow();
        self.used += 1;
        self.place(Slot { hash, value });
    }

    fn grow(&mut self) {
        if self.used * 5 >= self.slots.len() * 3 {
            self.reserve(self.used + 1);
        }
    }

    fn place(&mut self, new: Slot) {
        let home = self.home(new.hash);
        let (before, after) = self.slots.split_at_mut(home);
        if let Some(empty) = after.iter_mut().chain(before).find(|slot| slot.value == 0) {
            *empty = new;
        }
    }

    fn home(&self, hash: u32) -> usize {
        hash as usize & self.slots.len().saturating_sub(1)
    }
}
