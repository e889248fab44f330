//! `tawsim convert`: annotated documents from one format to another.

use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::export::{Format, Given, Style, read_all, write};

use crate::{Failure, ended, print, text_of};

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut file, mut text, mut source): (Option<PathBuf>, Option<PathBuf>, _) = (None, None, None);
    let (mut from, mut to): (Option<Format>, Option<Format>) = (None, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("from") => from = Some(parser.value()?.string()?.parse()?),
            Long("to") => to = Some(parser.value()?.string()?.parse()?),
            Long("text") => text = Some(PathBuf::from(parser.value()?)),
            Long("source") => source = Some(parser.value()?.string()?),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)).filter(|path| path != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    let (Some(from), Some(to)) = (from, to) else {
        return Err(Failure::Usage("tawsim convert --from FORMAT --to FORMAT [FILE]".to_owned()));
    };
    let given = match from {
        Format::Brat => {
            let beside = || file.as_ref().map(|file| file.with_extension("txt"));
            text.take().or_else(beside).map(|path| text_of(Some(path))).transpose()?
        }
        _ => None,
    };
    let documents = read_all(&text_of(file)?, from, &Given { text: given.as_deref() })?;
    let many = matches!(to, Format::Jsonl | Format::Conll | Format::W3c);
    if documents.len() != 1 && !many {
        let (count, to) = (documents.len(), to.name());
        return Err(Failure::Input(format!(
            "{count} documents, and {to} holds one: convert to jsonl, conll or w3c"
        )));
    }
    if let (Some(path), [document]) = (text, documents.as_slice()) {
        std::fs::write(&path, document.text())
            .map_err(|error| Failure::Input(format!("{}: {error}", path.display())))?;
    }
    let style = Style { source: source.as_deref(), ..Style::default() };
    documents.iter().try_for_each(|document| print(&ended(write(document, to, &style))))
}
