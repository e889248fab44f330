//! `tawsim batch`: the entities of many documents, a line each.

use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::export::{Annotation, Format, Style, write};
use tawsim::{Options, Scratch};

use crate::lists::Lists;
use crate::{Failure, annotator, lines, preset, without};

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut file, mut model, mut options) = (None, None, Options::default());
    let (mut lists, mut format) = (Lists::default(), None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("model") => model = Some(PathBuf::from(parser.value()?)),
            Long("gazetteer") => lists.add(parser.value()?),
            Long("block") => lists.block(parser.value()?),
            Long("date") => options.date = Some(parser.value()?.string()?.parse()?),
            Long("preset") => options.preset = preset(&parser.value()?.string()?)?,
            Long("without") => without(&parser.value()?.string()?, &mut options)?,
            Long("format") => format = Some(line_format(&parser.value()?.string()?)?),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)).filter(|path| path != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    let annotator = annotator(model, &lists)?;
    let mut scratch = Scratch::default();
    // Whoever asks without a format has the text, and wants to know what was found.
    let style = Style { text: format.is_some(), ..Style::default() };
    let format = format.unwrap_or(Format::Json);
    lines::answer(file, |lines::Document { id, text, date }| {
        let mut options = options.clone();
        options.date = date.or(options.date);
        let document = annotator.annotate(&text, &options, &mut scratch);
        let annotation = Annotation::of(text, &document, annotator.types());
        write(&annotation.with_id(Some(id.to_string())), format, &style)
    })
}

/// A format that holds a document in a line.
fn line_format(name: &str) -> Result<Format, Failure> {
    match name.parse()? {
        // Of the two, the one that leaves the line feed to us.
        Format::Jsonl => Ok(Format::Json),
        Format::W3c => Ok(Format::W3c),
        _ => Err(Failure::Usage(format!("--format {name}: jsonl or w3c"))),
    }
}
