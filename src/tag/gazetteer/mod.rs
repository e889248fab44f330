//! The host's own lists: names to mark and names never to mark.
//!
//! An entry's names match at word boundaries, through proclitics («وبالكاظمي»، «للعراق») and through the spelling
//! variants of [`Folds::MATCH`](crate::normalize::Folds::MATCH), whatever space stands between their words, within a sentence. The
//! article belongs to the name: an entry that should match with and without it says so by an alias.
//!
//! - **Entries against each other.** The longest name wins, of equally long ones the first in the text; of the
//!   entries of one name, the first in the list whose context fits. Names stand inside entries of the types
//!   `OCC`, `EVENT`, `FAC` and `LAW`: in «قائد فيلق القدس» both the role and the organisation are told.
//! - **Entries against the model.** Where both mark the same words, or cross, or the entry is longer, the one
//!   with the higher word wins: the entry's [`priority`](Entry::priority) against the model's score, the entry
//!   if they are equal. A model's entity that is longer and holds the entry stays, and the entry stands inside
//!   it if it is of another type: «بغداد» in «جامعة بغداد».
//! - **The block list** is stronger than every source: what it names is not marked. A longer name that holds a
//!   blocked one is another name.
//!
//! ```
//! # #[cfg(feature = "default-model")] {
//! use tawsim::gazetteer::{Context, Entry, Gazetteer};
//! use tawsim::{Annotator, Model, Options, Scratch};
//!
//! let mut gazetteer = Gazetteer::default();
//! let mut entry = Entry::new("عزم", "ORG");
//! entry.id = Some("azm".to_owned());
//! entry.context = Some(Context { quotes: true, after: vec!["تحالف".to_owned()] });
//! gazetteer.add(&entry)?;
//!
//! let mut annotator = Annotator::new(Model::news()?);
//! annotator.set_gazetteer(gazetteer);
//! let text = "قال بعزم إن تحالف عزم باق.";
//! let document = annotator.annotate(text, &Options::default(), &mut Scratch::default());
//! let found: Vec<_> = document.entities.iter().filter(|entity| entity.id.as_deref() == Some("azm")).collect();
//! assert_eq!(found.len(), 1);
//! # }
//! # Ok::<(), tawsim::Error>(())
//! ```

#[cfg(feature = "cli")]
mod file;
mod find;
#[cfg(any(target_arch = "wasm32", test))]
mod packed;
mod proclitic;
mod table;
#[cfg(test)]
mod tests;
mod words;

#[cfg(feature = "cli")]
pub use file::{Problem, read_block, read_entries};
pub(crate) use find::Match;
#[cfg(target_arch = "wasm32")]
pub(crate) use packed::Fault;
pub(crate) use words::Words;

use serde::Deserialize;

use crate::error::{Error, Kind};
use table::Table;

/// Words of the longest name. It bounds the work that a text full of beginnings makes.
const WORDS: usize = 32;
/// Bytes of the longest name, folded.
pub(crate) const LONGEST: usize = 400;
/// Types that a list may bring.
const TYPES: usize = 200;
/// Entries that one name may have, each with another context.
const READINGS: usize = 8;

/// A name to mark.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Entry {
    /// The name, as an editor would write it.
    pub name: String,
    /// Its type: one of the annotator's, or one of the host's own such as `TEAM`. Letters, digits, `-`, `_` and
    /// `.`, up to 40.
    #[serde(rename = "type")]
    pub kind: String,
    /// What the host calls it; copied to [`Entity::id`](crate::Entity::id). Mentions of one id are one cluster.
    #[cfg_attr(feature = "cli", serde(default, deserialize_with = "file::id"))]
    pub id: Option<String>,
    /// Other names for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its word against the model's score, 0 to 1; 1 by default, which always wins.
    #[serde(default = "first")]
    pub priority: f32,
    /// Where its names count, if not everywhere.
    pub context: Option<Context>,
}

fn first() -> f32 {
    1.0
}

impl Entry {
    /// An entry of this name and type and of the highest priority.
    #[must_use]
    pub fn new(name: impl Into<String>, kind: impl Into<String>) -> Self {
        let (name, kind) = (name.into(), kind.into());
        Self { name, kind, id: None, aliases: Vec::new(), priority: first(), context: None }
    }
}

/// Where a name that is also an ordinary word counts as a name: in any of the given places, and only there. It
/// carries no proclitic in them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Context {
    /// Between quotation marks that hold nothing else.
    pub quotes: bool,
    /// Right after one of these words or phrases, with or without proclitics and an opening quotation mark.
    pub after: Vec<String>,
}

/// A name never to be marked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Blocked {
    /// The name; it is recognised as an entry's is.
    pub name: String,
    /// The types that it is not; empty for all.
    #[serde(default)]
    pub types: Vec<String>,
}

impl Blocked {
    /// A name that is nothing at all.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), types: Vec::new() }
    }
}

/// Compiled lists, for [`Annotator::set_gazetteer`](crate::Annotator::set_gazetteer).
///
/// Names are kept once, folded, in one string, and found by open hash tables: a hundred thousand entries take a few
/// megabytes and are compiled while they are added.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    names: Table,
    /// Of each name: the number of its first reading.
    heads: Vec<u32>,
    readings: Vec<Reading>,
    entries: Vec<Compiled>,
    ids: String,
    types: Vec<String>,
    contexts: Vec<Place>,
    blocked: Table,
    /// Of each blocked name: the types that it is not; empty for all.
    bans: Vec<Vec<String>>,
    buffer: Words,
}

/// An entry that a name may stand for, and the next one.
#[derive(Clone, Copy, Debug)]
struct Reading {
    entry: u32,
    next: u32,
}

const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
struct Compiled {
    kind: u16,
    priority: f32,
    /// Where its id begins and ends in `ids`; nothing for none.
    id: [u32; 2],
    context: u32,
}

/// A context with folded words.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    quotes: bool,
    after: Vec<Vec<String>>,
}

/// What [`Gazetteer::insert`] takes: an entry that owns nothing.
struct Row<'n, 'i> {
    kind: &'n str,
    id: Option<&'n str>,
    priority: f32,
    context: Option<(bool, &'i mut dyn Iterator<Item = &'n str>)>,
    /// The name, then the aliases.
    names: &'i mut dyn Iterator<Item = &'n str>,
}

impl Gazetteer {
    /// Adds a name to mark.
    ///
    /// # Errors
    /// `entry_name` for a name or alias without a word or longer than 32 words or 400 bytes, `entry_type` for a
    /// type that can't be one, `entry_priority` for a number that is not within 0 and 1, `entry_duplicate` for a
    /// name that is already another entry's in the same context. The names that are not at fault are added,
    /// unless the first one, the type or the priority is.
    pub fn add(&mut self, entry: &Entry) -> Result<(), Error> {
        let mut after = entry.context.iter().flat_map(|context| &context.after).map(String::as_str);
        let aliases = entry.aliases.iter().map(String::as_str);
        self.insert(Row {
            kind: &entry.kind,
            id: entry.id.as_deref(),
            priority: entry.priority,
            context: entry.context.as_ref().map(|context| (context.quotes, &mut after as _)),
            names: &mut std::iter::once(entry.name.as_str()).chain(aliases),
        })
    }

    /// Adds a name never to mark.
    ///
    /// # Errors
    /// `entry_name` as for [`add`](Self::add).
    pub fn block(&mut self, blocked: &Blocked) -> Result<(), Error> {
        self.insert_blocked(&blocked.name, &mut blocked.types.iter().map(String::as_str))
    }

    /// How many entries there are to mark, without those that say what one before them says.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nothing to mark and nothing blocked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.blocked.is_empty()
    }

    /// The types of the entries, in the order of their first.
    pub(crate) fn types(&self) -> &[String] {
        &self.types
    }

    fn insert(&mut self, row: Row<'_, '_>) -> Result<(), Error> {
        if !(0.0..=1.0).contains(&row.priority) {
            return Err(Error::new(Kind::EntryPriority, row.priority.to_string()));
        }
        let mut names = row.names.enumerate().peekable();
        let name = names.peek().map_or("", |(_, name)| name);
        self.buffer.read_name(name);
        if !fits(&self.buffer) {
            return Err(Error::new(Kind::EntryName, shown(name)));
        }
        let compiled = Compiled {
            kind: self.kind(row.kind)?,
            priority: row.priority,
            id: self.id(row.id.unwrap_or_default())?,
            context: row.context.map_or(NONE, |(quotes, after)| self.context(quotes, after)),
        };
        let entry = small(self.entries.len())?;
        self.entries.push(compiled);
        let before = self.readings.len();
        let mut fault = None;
        for (at, name) in names {
            if at > 0 {
                self.buffer.read_name(name);
            }
            let problem = if fits(&self.buffer) { self.read_as(entry)? } else { Some(Kind::EntryName) };
            fault = fault.or(problem.map(|kind| Error::new(kind, shown(name))));
        }
        if self.readings.len() == before {
            self.entries.pop();
        }
        fault.map_or(Ok(()), Err)
    }

    /// Makes the name in the buffer stand for this entry as well, if it may.
    fn read_as(&mut self, entry: u32) -> Result<Option<Kind>, Error> {
        let form = self.names.add(&self.buffer)?;
        let number = small(self.readings.len())?;
        let Some(&head) = self.heads.get(form) else {
            self.heads.push(number);
            self.readings.push(Reading { entry, next: NONE });
            return Ok(None);
        };
        let get = |number: u32| self.entries.get(number as usize);
        let new = get(entry);
        let (mut last, mut count) = (head, 0);
        while let Some(reading) = self.readings.get(last as usize) {
            let old = get(reading.entry);
            if let (Some(old), Some(new)) = (old, new)
                && old.context == new.context
            {
                let same = old.kind == new.kind && self.id_at(old.id) == self.id_at(new.id);
                return Ok((!same).then_some(Kind::EntryDuplicate));
            }
            count += 1;
            if reading.next == NONE {
                break;
            }
            last = reading.next;
        }
        if count >= READINGS {
            return Ok(Some(Kind::EntryDuplicate));
        }
        if let Some(reading) = self.readings.get_mut(last as usize) {
            reading.next = number;
        }
        self.readings.push(Reading { entry, next: NONE });
        Ok(None)
    }

    fn insert_blocked(&mut self, name: &str, types: &mut dyn Iterator<Item = &str>) -> Result<(), Error> {
        self.buffer.read_name(name);
        if !fits(&self.buffer) {
            return Err(Error::new(Kind::EntryName, shown(name)));
        }
        let form = self.blocked.add(&self.buffer)?;
        let types: Vec<String> = types.map(str::to_owned).collect();
        match self.bans.get_mut(form) {
            None => self.bans.push(types),
            // Blocked for all types once is blocked for all.
            Some(known) if known.is_empty() || types.is_empty() => known.clear(),
            Some(known) => known.extend(types),
        }
        Ok(())
    }

    fn kind(&mut self, name: &str) -> Result<u16, Error> {
        if let Some(at) = self.types.iter().position(|known| known == name) {
            return Ok(at as u16);
        }
        let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        if name.is_empty()
            || name.chars().count() > 40
            || !name.chars().all(letter)
            || self.types.len() == TYPES
        {
            return Err(Error::new(Kind::EntryType, shown(name)));
        }
        self.types.push(name.to_owned());
        Ok(self.types.len() as u16 - 1)
    }

    fn id(&mut self, id: &str) -> Result<[u32; 2], Error> {
        let start = small(self.ids.len())?;
        self.ids.push_str(id);
        Ok([start, small(self.ids.len())?])
    }

    fn id_at(&self, [start, end]: [u32; 2]) -> Option<&str> {
        self.ids.get(start as usize..end as usize).filter(|id| !id.is_empty())
    }

    /// The number of a context. Lists repeat it row after row, so that the last one is known again.
    fn context(&mut self, quotes: bool, after: &mut dyn Iterator<Item = &str>) -> u32 {
        let mut words = Words::default();
        let mut phrase = |phrase| {
            words.read_name(phrase);
            (0..words.len()).map(|at| words.get(at).to_owned()).collect::<Vec<_>>()
        };
        let after = after.map(&mut phrase).filter(|phrase| !phrase.is_empty()).collect();
        let place = Place { quotes, after };
        if self.contexts.last() != Some(&place) {
            self.contexts.push(place);
        }
        self.contexts.len() as u32 - 1
    }
}

/// Whether a name is one that can be found: it has a letter or a digit, and an end.
fn fits(words: &Words) -> bool {
    let name = words.all();
    let letter = |c: char| matches!(c, 'ء'..='ي') || c.is_alphanumeric();
    words.len() <= WORDS && name.len() <= LONGEST && name.chars().any(letter)
}

/// A number of the table, which has room for four billion.
fn small(number: usize) -> Result<u32, Error> {
    let fits = u32::try_from(number).ok().filter(|&number| number < NONE / 2);
    fits.ok_or_else(|| Error::new(Kind::ListFull, ""))
}

/// A name as a message shows it: not all of a page pasted by mistake.
fn shown(name: &str) -> String {
    name.chars().take(60).collect()
}
