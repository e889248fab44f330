//! `tawsim eval`: names, or words and sentences, against annotated files.

use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::{corpus, eval, segment};

use crate::lists::Lists;
use crate::{Failure, annotator, print};

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut what, mut files, mut model) = (None, Vec::new(), None);
    let (mut types, mut size, mut shown, mut lists) = (Vec::new(), 1, 0, Lists::default());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("model") => model = Some(PathBuf::from(parser.value()?)),
            Long("gazetteer") => lists.add(parser.value()?),
            Long("block") => lists.block(parser.value()?),
            Long("types") => types = parser.value()?.string()?.split(',').map(str::to_owned).collect(),
            Long("errors") => shown = parser.value()?.parse()?,
            Long("document") => size = parser.value()?.parse()?,
            Value(word) if what.is_none() => what = Some(word.string()?),
            Value(path) => files.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if what.as_deref() == Some("clitics") && !files.is_empty() {
        return files.iter().try_for_each(|path| {
            let report = segment::eval::conllu(path)?;
            print(&format!("{}\n{report}\n", path.display()))?;
            let errors = report.errors.iter().take(shown);
            errors
                .map(|(gold, found, n)| format!("{n:5}  {gold}  not  {found}\n"))
                .try_for_each(|line| print(&line))
        });
    }
    if what.as_deref() != Some("ner") || files.is_empty() {
        return Err(Failure::Usage("tawsim eval ner FILE... or tawsim eval clitics FILE...".to_owned()));
    }
    let annotator = annotator(model, &lists)?;
    let mut sentences = Vec::new();
    for path in files {
        sentences.extend(corpus::read(&path)?);
    }
    let documents = corpus::documents(&sentences, size);
    print(&eval::names(&annotator, &documents, &types).to_string())
}
