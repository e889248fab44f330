//! `tawsim batch`: a result line for every input line, in order; an error line for a bad one.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use lexopt::prelude::*;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use tawsim::export::{Annotation, Format, Style, write};
use tawsim::{Annotator, Date, Options, Scratch};

use crate::{Failure, annotator, preset, without};

#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Json,
    text: String,
    /// The day it was written.
    date: Option<Date>,
}

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut file, mut model, mut options) = (None, None, Options::default());
    let mut format = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("model") => model = Some(PathBuf::from(parser.value()?)),
            Long("date") => options.date = Some(parser.value()?.string()?.parse()?),
            Long("preset") => options.preset = preset(&parser.value()?.string()?)?,
            Long("without") => without(&parser.value()?.string()?, &mut options)?,
            Long("format") => format = Some(line_format(&parser.value()?.string()?)?),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)).filter(|path| path != "-"),
            other => return Err(other.unexpected().into()),
        }
    }
    let annotator = annotator(model)?;
    let mut input: Box<dyn BufRead> = match file {
        None => Box::new(io::stdin().lock()),
        Some(path) => Box::new(BufReader::new(
            File::open(&path).map_err(|error| Failure::Input(format!("{}: {error}", path.display())))?,
        )),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    let mut scratch = Scratch::default();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        output.write_all(answer(&annotator, &options, &mut scratch, format, &line, number).as_bytes())?;
        output.write_all(b"\n")?;
        // Whoever writes a line and waits for its answer gets it before the next one is read.
        output.flush()?;
    }
    Ok(())
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

fn answer(
    annotator: &Annotator,
    options: &Options,
    scratch: &mut Scratch,
    format: Option<Format>,
    line: &[u8],
    number: usize,
) -> String {
    let trimmed = line.trim_ascii();
    if trimmed.is_empty() {
        return error(Json::Null, number, "empty_line", "an empty line: give {\"id\":…,\"text\":\"…\"}");
    }
    let Ok(trimmed) = std::str::from_utf8(trimmed) else {
        return error(Json::Null, number, "invalid_utf8", "the line is not UTF-8: convert the file first");
    };
    match serde_json::from_str::<Input>(trimmed) {
        Ok(Input { id, text, date }) => {
            let mut options = options.clone();
            options.date = date.or(options.date);
            let document = annotator.annotate(&text, &options, scratch);
            let annotation = Annotation::of(text, &document, annotator.types()).with_id(Some(id.to_string()));
            // Whoever asks without a format has the text, and wants to know what was found.
            write(
                &annotation,
                format.unwrap_or(Format::Json),
                &Style { text: format.is_some(), ..Style::default() },
            )
        }
        Err(problem) => {
            let id = serde_json::from_str::<Json>(trimmed).ok().and_then(|value| value.get("id").cloned());
            let message = format!("{problem}: give {{\"id\":…,\"text\":\"…\"}} on one line");
            error(id.unwrap_or(Json::Null), number, "invalid_json", &message)
        }
    }
}

fn error(id: Json, line: usize, code: &str, message: &str) -> String {
    json!({"id": id, "error": {"code": code, "line": line, "message": message}}).to_string()
}
