//! `tawsim train`: corpora in, a model file and its log out.

use std::io::{self, Write};
use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::segment;
use tawsim::train::{Settings, run as train};

use crate::{Failure, print};

const HELP: &str = "\
tawsim train --out FILE SOURCE... [options]

  SOURCE        a BIO file, plain or gzip: FILE[+FILE][/N][-TYPE][*N]
                +FILE labels the same sentences by another scheme, /N holds each Nth sentence out,
                -TYPE ignores a type, *N repeats the file
  --out FILE    the model; the log goes beside it as FILE with the ending .log
  --dev FILE    report F1 on it after each epoch; FILE/N: on what /N holds out (may be repeated)
  --lists DIR   word lists: names for --rename to draw from, organisations for --mend to mark
  --mend        mark the organisations of the lists that silver labels miss
  --epochs N --batch SENTENCES --rate X --row-rate X --dropout X --rename X --seed N
  --rows N --dim N --levels 1..7 --width N --dilations 1,2,4
  --checkpoint FILE   save the run there and resume from it
";

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let mut settings = Settings::default();
    let mut out = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") => return print(HELP),
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("dev") => settings.dev.push(parser.value()?.parse()?),
            Long("checkpoint") => settings.checkpoint = Some(PathBuf::from(parser.value()?)),
            Long("epochs") => settings.epochs = parser.value()?.parse()?,
            Long("batch") => settings.batch = parser.value()?.parse()?,
            Long("rate") => settings.rate = parser.value()?.parse()?,
            Long("dropout") => settings.dropout = parser.value()?.parse()?,
            Long("lists") => settings.lists = Some(PathBuf::from(parser.value()?)),
            Long("mend") => settings.mend = true,
            Long("rename") => settings.rename = parser.value()?.parse()?,
            Long("seed") => settings.seed = parser.value()?.parse()?,
            Long("row-rate") => settings.row_rate = parser.value()?.parse()?,
            Long("rows") => settings.rows = parser.value()?.parse()?,
            Long("dim") => settings.dim = parser.value()?.parse()?,
            Long("levels") => {
                settings.levels = parser.value()?.parse_with(|n| match n.parse() {
                    Ok(levels @ 1..=7) => Ok(levels),
                    _ => Err("1 to 7"),
                })?
            }
            Long("width") => settings.width = parser.value()?.parse()?,
            Long("dilations") => {
                settings.dilations = parser
                    .value()?
                    .parse_with(|list| list.split(',').map(str::parse).collect::<Result<Vec<usize>, _>>())?
            }
            Value(source) => settings.sources.push(source.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(out) = out.filter(|_| !settings.sources.is_empty()) else {
        return Err(Failure::Usage(HELP.to_owned()));
    };
    let mut log = Tee(std::fs::File::create(out.with_extension("log"))?);
    let trained = train(&settings, &mut log)?;
    Ok(std::fs::write(out, trained.bytes)?)
}

/// `tawsim lexicon LISTS OUT`: compiles the word lists of a folder.
pub fn lexicon(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (lists, out) = (PathBuf::from(parser.value()?), PathBuf::from(parser.value()?));
    let words = tawsim::lexicon::compile(&lists, &out)?;
    print(&format!("{words} words\n"))
}

/// `tawsim clitics --types FILE --news FILE... --names FILE... --out FILE`: trains the clitic segmenter.
pub fn clitics(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut types, mut out, mut news, mut names) = (None, None, Vec::new(), Vec::new());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("types") => types = Some(PathBuf::from(parser.value()?)),
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("news") => news.extend(parser.values()?.map(PathBuf::from)),
            Long("names") => names.extend(parser.values()?.map(PathBuf::from)),
            other => return Err(other.unexpected().into()),
        }
    }
    let (Some(types), Some(out)) = (types, out) else {
        return Err(Failure::Usage(
            "tawsim clitics --types FILE --news FILE... --names FILE... --out FILE".into(),
        ));
    };
    let report = segment::train::run(&segment::train::Corpora { types, news, names }, &out)?;
    print(&format!("{report:?}\n"))
}

/// Writes to a file and to standard error.
struct Tee(std::fs::File);

impl Write for Tee {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stderr().write_all(bytes)?;
        self.0.write_all(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
