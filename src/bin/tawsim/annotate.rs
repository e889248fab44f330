//! `tawsim annotate`: one document in, its entities out.

use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::export::{Annotation, Format, Style, write};
use tawsim::{Options, Scratch};

use crate::lists::Lists;
use crate::{Failure, annotator, ended, preset, print, text_of, without};

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut file, mut model, mut format, mut source) = (None, None, Format::Json, None);
    let (mut options, mut lists) = (Options::default(), Lists::default());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("model") => model = Some(PathBuf::from(parser.value()?)),
            Long("gazetteer") => lists.add(parser.value()?),
            Long("block") => lists.block(parser.value()?),
            Long("date") => options.date = Some(parser.value()?.string()?.parse()?),
            Long("preset") => options.preset = preset(&parser.value()?.string()?)?,
            Long("without") => without(&parser.value()?.string()?, &mut options)?,
            Long("format") => format = parser.value()?.string()?.parse()?,
            Long("source") => source = Some(parser.value()?.string()?),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)).filter(|path| path != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    let text = text_of(file)?;
    let annotator = annotator(model, &lists)?;
    let document = annotator.annotate(&text, &options, &mut Scratch::default());
    let annotation = Annotation::of(text, &document, annotator.types());
    print(&ended(write(&annotation, format, &Style { source: source.as_deref(), ..Style::default() })))
}
