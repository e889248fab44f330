//! Lists as one string, in which a hundred thousand entries reach a worker and this module at once.
//!
//! ```text
//! lists   = entries U+001C blocked
//! entries = [ entry { U+001E entry } ]
//! entry   = context U+001F name U+001F type U+001F id U+001F priority { U+001F alias }
//! context = [ ( "0" / "1" ) { U+001D phrase } ] 1: in quotes; the phrases that it follows
//! blocked = [ name { U+001F type } { U+001E name { U+001F type } } ]
//! ```
//!
//! An empty id, context or type stands for none. A row that the host has refused has no separator. The host puts spaces for the separators in names.

use super::{Gazetteer, Row};
use crate::error::Error;

const LISTS: u8 = 0x1c;
const PHRASES: char = '\u{1d}';
const ROWS: u8 = 0x1e;
const FIELDS: u8 = 0x1f;

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
        // An entry has four separators and a name, an alias one and a name, and then a row another.
        let separators = packed.bytes().filter(|byte| matches!(*byte, ROWS | FIELDS)).count();
        gazetteer.names.reserve(separators / 5);
        let mut fields = Fields { rest: packed, open: true, end: ROWS };
        let (mut row, mut blocked) = (0, false);
        loop {
            let result = if blocked {
                gazetteer.unpack_blocked(&mut fields)
            } else {
                gazetteer.unpack_entry(&mut fields)
            };
            faults.extend(result.err().map(|error| Fault { blocked, row, error }));
            fields.by_ref().for_each(drop);
            match fields.end {
                ROWS => row += 1,
                LISTS if !blocked => (row, blocked) = (0, true),
                _ => return (gazetteer, faults),
            }
            fields.open = true;
        }
    }

    fn unpack_entry(&mut self, fields: &mut Fields<'_>) -> Result<(), Error> {
        let context = fields.next().unwrap_or_default();
        if !fields.open {
            return Ok(());
        }
        let mut next = || fields.next().unwrap_or_default();
        let [name, kind, id, priority] = [next(), next(), next(), next()];
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

    fn unpack_blocked(&mut self, fields: &mut Fields<'_>) -> Result<(), Error> {
        let name = fields.next().unwrap_or_default();
        if !fields.open {
            return Ok(());
        }
        self.insert_blocked(name, &mut fields.filter(|kind| !kind.is_empty()))
    }
}

/// The fields of one row after another: none while no row is open, which is so after its last field.
struct Fields<'p> {
    rest: &'p str,
    open: bool,
    /// What ended the last field; a field's own separator at the end of all.
    end: u8,
}

impl<'p> Iterator for Fields<'p> {
    type Item = &'p str;

    fn next(&mut self) -> Option<&'p str> {
        if !self.open {
            return None;
        }
        let ends = |byte: u8| matches!(byte, LISTS | ROWS | FIELDS);
        let at = self.rest.bytes().position(ends).unwrap_or(self.rest.len());
        let (field, rest) = self.rest.split_at_checked(at)?;
        let end = rest.bytes().next();
        self.open = end == Some(FIELDS);
        self.end = end.unwrap_or(FIELDS);
        self.rest = rest.get(1..).unwrap_or_default();
        Some(field)
    }
}
