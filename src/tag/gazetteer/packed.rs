//! Lists as one string, in which a hundred thousand entries reach a worker and this module at once.
//!
//! ```text
//! lists   = entries U+001C blocked
//! entries = [ entry { U+001E entry } ]          an empty entry is a row that the host has already refused
//! entry   = name U+001F type U+001F id U+001F priority U+001F context { U+001F alias }
//! context = [ ( "0" / "1" ) { U+001D phrase } ] 1: in quotes; the phrases that it follows
//! blocked = [ name { U+001F type } { U+001E name { U+001F type } } ]
//! ```
//!
//! An empty id or context stands for none. The host puts spaces for the separators in names.

use super::{Gazetteer, Row};
use crate::error::Error;

const LISTS: char = '\u{1c}';
const ROWS: char = '\u{1e}';
const FIELDS: char = '\u{1f}';
const PHRASES: char = '\u{1d}';

/// A row that is not in the gazetteer as it was given.
#[derive(Debug, PartialEq)]
pub(crate) struct Fault {
    /// Whether it is one of the block list.
    pub blocked: bool,
    /// Its number in its list, from 0.
    pub row: usize,
    pub error: Error,
}

impl Gazetteer {
    /// Compiles packed lists; the rows at fault are told and the others are in.
    pub(crate) fn unpack(packed: &str) -> (Self, Vec<Fault>) {
        let mut gazetteer = Self::default();
        let mut faults = Vec::new();
        let (entries, blocked) = packed.split_once(LISTS).unwrap_or((packed, ""));
        for (row, fields) in rows(entries) {
            if let Err(error) = gazetteer.unpack_entry(fields) {
                faults.push(Fault { blocked: false, row, error });
            }
        }
        for (row, fields) in rows(blocked) {
            let mut fields = fields.split(FIELDS);
            if let Err(error) = gazetteer.insert_blocked(fields.next().unwrap_or_default(), &mut fields) {
                faults.push(Fault { blocked: true, row, error });
            }
        }
        (gazetteer, faults)
    }

    fn unpack_entry(&mut self, fields: &str) -> Result<(), Error> {
        let mut fields = fields.split(FIELDS);
        let mut next = || fields.next().unwrap_or_default();
        let [name, kind, id, priority, context] = [next(), next(), next(), next(), next()];
        let quotes = context.starts_with('1');
        let mut after = context.split(PHRASES).skip(1);
        self.insert(Row {
            kind,
            id: Some(id),
            priority: priority.parse().unwrap_or(f32::NAN),
            context: (!context.is_empty()).then_some((quotes, &mut after as _)),
            names: &mut std::iter::once(name).chain(fields),
        })
    }
}

fn rows(list: &str) -> impl Iterator<Item = (usize, &str)> {
    list.split(ROWS).enumerate().filter(|(_, row)| !row.is_empty())
}
