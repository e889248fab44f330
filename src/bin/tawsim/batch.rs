//! `tawsim batch`: the entities of many documents, a line each.

use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::{Options, Scratch, export};

use crate::lists::Lists;
use crate::{Failure, annotator, lines, preset, without};

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut file, mut model, mut options) = (None, None, Options::default());
    let mut lists = Lists::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("model") => model = Some(PathBuf::from(parser.value()?)),
            Long("gazetteer") => lists.add(parser.value()?),
            Long("block") => lists.block(parser.value()?),
            Long("date") => options.date = Some(parser.value()?.string()?.parse()?),
            Long("preset") => options.preset = preset(&parser.value()?.string()?)?,
            Long("without") => without(&parser.value()?.string()?, &mut options)?,
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)).filter(|path| path != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    let annotator = annotator(model, &lists)?;
    let mut scratch = Scratch::default();
    lines::answer(file, |lines::Document { id, text, date }| {
        let mut options = options.clone();
        options.date = date.or(options.date);
        let document = annotator.annotate(&text, &options, &mut scratch);
        export::json(Some(&id), &text, &document, annotator.types())
    })
}
