//! Lists in files: JSON, a line of JSON each, or a table.
//!
//! | ending | entries | block list |
//! |---|---|---|
//! | `.json` | an array of entries, or as `.ndjson` | an array of names, or of `{"name","types"}` |
//! | `.ndjson`, `.jsonl` | an entry a line | a name in quotes or an object a line |
//! | `.csv`, `.tsv` | a header, a row each; columns `name`, `type`, `id`, `aliases`, `priority`, `quotes`, `after` | columns `name`, `types` |
//! | other | | a name a line; `#` begins a comment |
//!
//! In a table, lists within a cell are separated by `|`, the delimiter is the first of `,`, `;` and tab that the
//! header has, and other columns are passed over.

use std::collections::HashMap;
use std::path::Path;
use std::str::FromStr;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Blocked, Context, Entry, Gazetteer};
use crate::error::{Error, Kind};

/// A row that is not in the gazetteer as it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The line of the file that it begins in, from 1.
    pub line: usize,
    /// What is wrong with it: those of [`Gazetteer::add`] and `entry_invalid` for a row that is no entry.
    pub error: Error,
}

/// Adds the entries of a file. Rows at fault are told; the others are in.
///
/// # Errors
/// `io`, or `list_invalid` for a file that can't be read row by row.
pub fn read_entries(path: &Path, into: &mut Gazetteer) -> Result<Vec<Problem>, Error> {
    read(
        path,
        entry,
        table_entry,
        |_| Err(Error::new(Kind::ListInvalid, "an entry needs a type")),
        |entry| into.add(&entry),
    )
}

/// Adds the names of a file to the block list. Rows at fault are told; the others are in.
///
/// # Errors
/// As [`read_entries`].
pub fn read_block(path: &Path, into: &mut Gazetteer) -> Result<Vec<Problem>, Error> {
    read(path, blocked, table_blocked, |line| Ok(Blocked::new(line)), |blocked| into.block(&blocked))
}

type Rows<T> = Vec<(usize, Result<T, Error>)>;

fn read<T>(
    path: &Path,
    json: impl Fn(&str) -> serde_json::Result<T>,
    table: impl Fn(&Cells<'_>) -> Result<T, Error>,
    line: impl Fn(&str) -> Result<T, Error>,
    mut add: impl FnMut(T) -> Result<(), Error>,
) -> Result<Vec<Problem>, Error> {
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, &error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let rows = match ending.to_str().unwrap_or_default() {
        "json" if text.trim_start().starts_with('[') => array(text, json),
        "json" | "ndjson" | "jsonl" => Ok(lines(text).map(|(at, row)| (at, object(row, &json))).collect()),
        "csv" | "tsv" => cells(text, table),
        _ => lines(text)
            .filter(|(_, row)| !row.starts_with('#'))
            .map(|(at, row)| Ok((at, Ok(line(row)?))))
            .collect(),
    };
    let rows = rows.map_err(|error| error.within(path))?;
    let added = rows.into_iter().map(|(line, row)| (line, row.and_then(&mut add)));
    Ok(added.filter_map(|(line, row)| row.err().map(|error| Problem { line, error })).collect())
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).map(|(at, line)| (at, line.trim())).filter(|(_, line)| !line.is_empty())
}

fn array<T>(text: &str, row: impl Fn(&str) -> serde_json::Result<T>) -> Result<Rows<T>, Error> {
    let all: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|problem| Error::new(Kind::ListInvalid, problem.to_string()))?;
    let (mut line, mut counted) = (1, 0);
    let number = |raw: &&RawValue| {
        let at = raw.get().as_ptr().addr() - text.as_ptr().addr();
        line += text.get(counted..at).unwrap_or_default().matches('\n').count();
        counted = at;
        line
    };
    let numbers: Vec<usize> = all.iter().map(number).collect();
    Ok(numbers.into_iter().zip(all.iter().map(|raw| object(raw.get(), &row))).collect())
}

fn object<T>(raw: &str, row: impl Fn(&str) -> serde_json::Result<T>) -> Result<T, Error> {
    row(raw).map_err(|problem| {
        let message = problem.to_string();
        let (message, _) = message.split_once(" at line").unwrap_or((&message, ""));
        Error::new(Kind::EntryInvalid, message)
    })
}

fn entry(raw: &str) -> serde_json::Result<Entry> {
    serde_json::from_str(raw)
}

fn blocked(raw: &str) -> serde_json::Result<Blocked> {
    if raw.starts_with('"') {
        serde_json::from_str::<String>(raw).map(Blocked::new)
    } else {
        serde_json::from_str(raw)
    }
}

/// The cells of a row by the name of their column.
type Cells<'r> = HashMap<&'r str, &'r str>;

fn cells<T>(text: &str, row: impl Fn(&Cells<'_>) -> Result<T, Error>) -> Result<Rows<T>, Error> {
    let header = text.lines().next().unwrap_or_default();
    let delimiter = header.bytes().find(|byte| matches!(byte, b',' | b';' | b'\t')).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let broken = |problem: csv::Error| Error::new(Kind::ListInvalid, problem.to_string());
    let columns: Vec<String> = reader.headers().map_err(broken)?.iter().map(str::to_lowercase).collect();
    if !columns.iter().any(|column| column == "name") {
        return Err(Error::new(Kind::ListInvalid, "line 1: no column «name»"));
    }
    let rows = reader.records().map(|record| {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, |position| position.line() as usize);
        let cells = columns.iter().map(String::as_str).zip(&record).filter(|(_, cell)| !cell.is_empty());
        Ok((line, row(&cells.collect())))
    });
    rows.collect()
}

fn table_entry(cells: &Cells<'_>) -> Result<Entry, Error> {
    let mut entry = Entry::new(cell(cells, "name"), cell(cells, "type"));
    entry.id = cells.get("id").map(|&id| id.to_owned());
    entry.aliases = list(cells, "aliases");
    if let Some(priority) = cells.get("priority") {
        let number = f32::from_str(priority).map_err(|_| Error::new(Kind::EntryPriority, *priority));
        entry.priority = number?;
    }
    let context = Context { quotes: yes(cells, "quotes")?, after: list(cells, "after") };
    entry.context = (context != Context::default()).then_some(context);
    Ok(entry)
}

fn table_blocked(cells: &Cells<'_>) -> Result<Blocked, Error> {
    Ok(Blocked { types: list(cells, "types"), ..Blocked::new(cell(cells, "name")) })
}

fn cell<'r>(cells: &Cells<'r>, column: &str) -> &'r str {
    cells.get(column).copied().unwrap_or_default()
}

fn list(cells: &Cells<'_>, column: &str) -> Vec<String> {
    let parts = cell(cells, column).split('|').map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn yes(cells: &Cells<'_>, column: &str) -> Result<bool, Error> {
    match cell(cells, column).to_ascii_lowercase().as_str() {
        "" | "0" | "no" | "false" | "لا" => Ok(false),
        "1" | "yes" | "true" | "نعم" => Ok(true),
        other => Err(Error::new(Kind::EntryInvalid, format!("{column}: {other} is neither true nor false"))),
    }
}

/// An identifier may be a number in the host's database.
pub(super) fn id<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Id {
        Text(String),
        Number(i64),
    }
    let id = Option::<Id>::deserialize(from)?;
    Ok(id.map(|id| match id {
        Id::Text(text) => text,
        Id::Number(number) => number.to_string(),
    }))
}
