//! NDJSON in, NDJSON out: a result line for every input line, in order; an error line for a bad one.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value as Json, json};
use tawsim::Date;

use crate::Failure;

/// A line of input. Whatever else it holds is left alone.
#[derive(Deserialize)]
pub struct Document {
    #[serde(default)]
    pub id: Json,
    pub text: String,
    /// The day it was written.
    pub date: Option<Date>,
}

/// Answers every line of a file, or of standard input.
pub fn answer(file: Option<PathBuf>, mut result: impl FnMut(Document) -> String) -> Result<(), Failure> {
    let mut input: Box<dyn BufRead> = match file {
        None => Box::new(io::stdin().lock()),
        Some(path) => Box::new(BufReader::new(
            File::open(&path).map_err(|error| Failure::Input(format!("{}: {error}", path.display())))?,
        )),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let answer = document(&line, number).map_or_else(|error| error, &mut result);
        output.write_all(answer.as_bytes())?;
        output.write_all(b"\n")?;
        // Whoever writes a line and waits for its answer gets it before the next one is read.
        output.flush()?;
    }
    Ok(())
}

/// The document of a line, or the line that says what is wrong with it.
fn document(line: &[u8], number: usize) -> Result<Document, String> {
    let trimmed = line.trim_ascii();
    if trimmed.is_empty() {
        return Err(error(Json::Null, number, "empty_line", "an empty line: give {\"id\":…,\"text\":\"…\"}"));
    }
    let Ok(trimmed) = std::str::from_utf8(trimmed) else {
        return Err(error(
            Json::Null,
            number,
            "invalid_utf8",
            "the line is not UTF-8: convert the file first",
        ));
    };
    serde_json::from_str::<Document>(trimmed).map_err(|problem| {
        let id = serde_json::from_str::<Json>(trimmed).ok().and_then(|value| value.get("id").cloned());
        let message = format!("{problem}: give {{\"id\":…,\"text\":\"…\"}} on one line");
        error(id.unwrap_or(Json::Null), number, "invalid_json", &message)
    })
}

fn error(id: Json, line: usize, code: &str, message: &str) -> String {
    json!({"id": id, "error": {"code": code, "line": line, "message": message}}).to_string()
}
