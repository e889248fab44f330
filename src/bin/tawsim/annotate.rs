//! `tawsim annotate`: one document in, its entities out.

use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::{Options, Scratch, export};

use crate::lists::Lists;
use crate::{Failure, annotator, preset, print, read, without};

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut file, mut model, mut format) = (None, None, "json".to_owned());
    let (mut options, mut lists) = (Options::default(), Lists::default());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("model") => model = Some(PathBuf::from(parser.value()?)),
            Long("gazetteer") => lists.add(parser.value()?),
            Long("block") => lists.block(parser.value()?),
            Long("date") => options.date = Some(parser.value()?.string()?.parse()?),
            Long("preset") => options.preset = preset(&parser.value()?.string()?)?,
            Long("without") => without(&parser.value()?.string()?, &mut options)?,
            Long("format") => format = parser.value()?.string()?,
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)).filter(|path| path != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    let name = file.as_deref().map_or("standard input".to_owned(), |path| path.display().to_string());
    let text = String::from_utf8(read(file)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::Input(format!("{name}: not UTF-8 from byte {at} on: convert it, as with iconv -t UTF-8"))
    })?;
    let annotator = annotator(model, &lists)?;
    let document = annotator.annotate(&text, &options, &mut Scratch::default());
    match format.as_str() {
        "json" => print(&(export::json(None, &text, &document, annotator.types()) + "\n")),
        "conll" => print(&export::conll(&text, &document, annotator.types())),
        _ => Err(Failure::Usage(format!("--format {format}: json or conll"))),
    }
}
