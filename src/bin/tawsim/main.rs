//! `tawsim`: the annotator on the command line.

mod annotate;
mod batch;
mod convert;
mod eval;
mod lines;
mod lists;
mod segment;
#[cfg(feature = "train")]
mod train;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use tawsim::{Annotator, Error, Model, Options, Preset};

const HELP: &str = "\
tawsim: people, organisations and places in Arabic news text

  tawsim annotate [FILE] [--format FORMAT]       one document; standard input without FILE
  tawsim batch [FILE]                            NDJSON in ({\"id\",\"text\"}), NDJSON out, line for line
  tawsim convert --from FORMAT --to FORMAT [FILE] annotated documents from one format to another
  tawsim segment [FILE]                          NDJSON in, sentences, tokens and clitics out, line for line
  tawsim eval ner FILE... [--types PERS,LOC]     precision, recall and F1 against BIO files
  tawsim eval clitics FILE.conllu...             words and sentences of raw text against a treebank
  tawsim train --help                            train a model (in builds with the feature `train`)

  FORMAT         json, jsonl, conll, w3c, tei, brat or html; batch writes jsonl or w3c
  --text FILE    (convert) the text of a brat file, read from there, or written there beside another format's
                 conversion; by default read from FILE.txt beside FILE.ann
  --source IRI   the address of the text, for w3c
  --errors N     (eval clitics) show the N most frequent words that are cut in another way
  --document N   (eval ner) read each N sentences of a file as one document; 1 by default
  --confusions N (eval ner) the N commonest kinds of mistake instead
  --every N      (eval ner) each Nth sentence alone, as training with FILE/N holds them out
  --date DAY     the day the text was written, YYYY-MM-DD; a line of batch may have its own «date»
  --preset NAME  balanced, precision or recall
  --without NAME leave out names, roles, values, technical or clusters (may be repeated)
  --model FILE   another model than the one compiled in
  --gazetteer FILE   names to mark: .json, .ndjson or .csv with name, type, id, aliases, priority (may be repeated)
  --block FILE       names never to mark: the same, or a name a line (may be repeated)
  --version, --help
";

/// Why the program ends early.
enum Failure {
    Usage(String),
    Input(String),
    Library(Error),
    /// The reader of our output went away: nothing is wrong.
    Closed,
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Input(error.to_string()),
        }
    }
}

fn main() -> ExitCode {
    let (code, message) = match run() {
        Ok(()) | Err(Failure::Closed) => return ExitCode::SUCCESS,
        Err(Failure::Usage(message)) => (2, format!("usage: {message}\n\n{HELP}")),
        Err(Failure::Input(message)) => (1, format!("io: {message}")),
        Err(Failure::Library(error)) => (1, format!("{}: {error}", error.code())),
    };
    let _ = writeln!(io::stderr(), "tawsim: {message}");
    ExitCode::from(code)
}

fn run() -> Result<(), Failure> {
    let mut parser = lexopt::Parser::from_env();
    match parser.next()? {
        Some(Long("version")) => print(&format!("tawsim {}\n", env!("CARGO_PKG_VERSION"))),
        None | Some(Long("help") | Short('h')) => print(HELP),
        Some(Value(command)) => match command.to_str() {
            Some("annotate") => annotate::run(parser),
            Some("batch") => batch::run(parser),
            Some("convert") => convert::run(parser),
            Some("segment") => segment::run(parser),
            Some("eval") => eval::run(parser),
            #[cfg(feature = "train")]
            Some("train") => train::run(parser),
            #[cfg(feature = "train")]
            Some("lexicon") => train::lexicon(parser),
            #[cfg(feature = "train")]
            Some("clitics") => train::clitics(parser),
            _ => Err(Failure::Usage(format!("no command {command:?}"))),
        },
        Some(other) => Err(other.unexpected().into()),
    }
}

fn print(text: &str) -> Result<(), Failure> {
    Ok(io::stdout().write_all(text.as_bytes())?)
}

/// The annotator with the model of `--model`, or with the one compiled in, and the lists.
fn annotator(model: Option<PathBuf>, lists: &lists::Lists) -> Result<Annotator, Failure> {
    let model = match model {
        None => Model::news()?,
        Some(path) => Model::read(&read(Some(path))?)?,
    };
    let mut annotator = Annotator::new(model);
    annotator.set_gazetteer(lists.read()?);
    Ok(annotator)
}

fn preset(name: &str) -> Result<Preset, Failure> {
    match name {
        "balanced" => Ok(Preset::Balanced),
        "precision" => Ok(Preset::Precision),
        "recall" => Ok(Preset::Recall),
        other => Err(Failure::Usage(format!("--preset {other}: balanced, precision or recall"))),
    }
}

fn without(layer: &str, options: &mut Options) -> Result<(), Failure> {
    match layer {
        "names" => options.names = false,
        "roles" => options.roles = false,
        "values" => options.values = false,
        "technical" => options.technical = false,
        "clusters" => options.clusters = false,
        other => {
            let known = "names, roles, values, technical or clusters";
            return Err(Failure::Usage(format!("--without {other}: {known}")));
        }
    }
    Ok(())
}

/// A file's text, or that of standard input.
fn text_of(path: Option<PathBuf>) -> Result<String, Failure> {
    let name = path.as_deref().map_or("standard input".to_owned(), |path| path.display().to_string());
    String::from_utf8(read(path)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::Input(format!("{name}: not UTF-8 from byte {at} on: convert it, as with iconv -t UTF-8"))
    })
}

/// What goes to a terminal or a file ends its last line.
fn ended(mut text: String) -> String {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// A file's bytes, or those of standard input.
fn read(path: Option<PathBuf>) -> Result<Vec<u8>, Failure> {
    let Some(path) = path else {
        let mut bytes = Vec::new();
        io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes)?;
        return Ok(bytes);
    };
    std::fs::read(&path).map_err(|error| Failure::Input(format!("{}: {error}", path.display())))
}
