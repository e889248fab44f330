//! Names by their beginnings: which words begin one, and which is one.

use super::small;
use crate::error::Error;
use crate::hash::Hash;

/// A set of names, each with a number, and of all that precedes a space in them. Open addressing with linear
/// steps over slots of eight bytes; the names themselves lie in one string.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    slots: Vec<Slot>,
    used: usize,
    /// Where each name ends in `text`, and the next begins.
    ends: Vec<u32>,
    text: String,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    /// 0 for an empty slot. Its lowest bit: names go on after this; the others: one more than the name's number, or 0.
    mark: u32,
}

/// What the table says of the words so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The number of the name that they are.
    pub name: Option<usize>,
    /// Whether a longer name may begin with them.
    pub longer: bool,
}

/// The start of a name's hash.
pub(super) fn hash() -> Hash {
    Hash::new(0)
}

impl Table {
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The name of this number.
    pub(super) fn name(&self, number: usize) -> &str {
        let end = |number: usize| self.ends.get(number).map_or(0, |&end| end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }

    /// The number of a name, words joined by one space. A new one gets the next number.
    pub(super) fn add(&mut self, name: &str) -> Result<usize, Error> {
        let mut state = hash();
        let mut from = 0;
        for (at, _) in name.match_indices(' ') {
            state = state.bytes(name.as_bytes().get(from..at).unwrap_or_default());
            from = at;
            self.goes_on(state.finish());
        }
        let hash = state.bytes(name.as_bytes().get(from..).unwrap_or_default()).finish();
        if let Some(known) = self.find(hash, "", name).name {
            return Ok(known);
        }
        let number = self.ends.len();
        let mark = (small(number)? + 1) << 1;
        self.text.push_str(name);
        self.ends.push(small(self.text.len())?);
        // A slot that only says that names go on has room for one that ends there.
        let free = self.chain(hash).find(|&at| self.slots.get(at).is_some_and(|slot| slot.mark == 1));
        self.mark(free, Slot { hash, mark });
        Ok(number)
    }

    /// What the table says of `front` and `rest` together, of which `hash` is the hash.
    pub(super) fn find(&self, hash: u32, front: &str, rest: &str) -> Found {
        let mut found = Found::default();
        for slot in self.chain(hash).filter_map(|at| self.slots.get(at)) {
            found.longer |= slot.mark & 1 == 1;
            let number = (slot.mark >> 1).checked_sub(1).map(|number| number as usize);
            if found.name.is_none() {
                found.name = number.filter(|&number| self.name(number).strip_prefix(front) == Some(rest));
            }
        }
        found
    }

    fn goes_on(&mut self, hash: u32) {
        let known = self.chain(hash).next();
        self.mark(known, Slot { hash, mark: 1 });
    }

    /// Adds a mark to the slot `at`, or to a new one.
    fn mark(&mut self, at: Option<usize>, slot: Slot) {
        match at.and_then(|at| self.slots.get_mut(at)) {
            Some(known) => known.mark |= slot.mark,
            None => self.push(slot),
        }
    }

    /// The slots of this hash.
    fn chain(&self, hash: u32) -> impl Iterator<Item = usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let from = hash as usize & mask;
        let slots = (0..self.slots.len()).map(move |step| (from + step) & mask);
        let get = |at: &usize| self.slots.get(*at).copied().unwrap_or_default();
        slots.take_while(move |at| get(at).mark != 0).filter(move |at| get(at).hash == hash)
    }

    fn push(&mut self, slot: Slot) {
        if self.used * 5 >= self.slots.len() * 3 {
            let size = (self.slots.len() * 2).max(16);
            for old in std::mem::replace(&mut self.slots, vec![Slot::default(); size]) {
                if old.mark != 0 {
                    self.place(old);
                }
            }
        }
        self.used += 1;
        self.place(slot);
    }

    fn place(&mut self, slot: Slot) {
        let mask = self.slots.len().wrapping_sub(1);
        let from = (slot.hash as usize & mask).min(self.slots.len());
        let (before, after) = self.slots.split_at_mut(from);
        let empty = after.iter_mut().chain(before).find(|slot| slot.mark == 0);
        if let Some(empty) = empty {
            *empty = slot;
        }
    }
}
