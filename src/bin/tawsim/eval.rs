//! `tawsim eval`: names, or words and sentences, against annotated files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use lexopt::prelude::*;
use tawsim::{Options, corpus, eval, segment};

use crate::lists::Lists;
use crate::{Failure, annotator, preset, print};

pub fn run(mut parser: lexopt::Parser) -> Result<(), Failure> {
    let (mut what, mut files, mut model) = (None, Vec::new(), None);
    let (mut types, mut size, mut each) = (Vec::new(), 1, 1);
    let (mut options, mut confusions) = (Options::default(), None::<usize>);
    let (mut shown, mut lists) = (0, Lists::default());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("model") => model = Some(PathBuf::from(parser.value()?)),
            Long("gazetteer") => lists.add(parser.value()?),
            Long("block") => lists.block(parser.value()?),
            Long("types") => types = parser.value()?.string()?.split(',').map(str::to_owned).collect(),
            Long("preset") => options.preset = preset(&parser.value()?.string()?)?,
            Long("confusions") => confusions = Some(parser.value()?.parse()?),
            Long("every") => each = parser.value()?.parse()?,
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
        let all = corpus::read(&path)?.into_iter();
        sentences.extend(all.skip(std::cmp::max(each, 1) - 1).step_by(std::cmp::max(each, 1)));
    }
    let documents = corpus::documents(&sentences, size);
    if let Some(most) = confusions {
        let kinds = eval::confusions(&annotator, &documents, &types, &options).into_iter().take(most);
        return print(&kinds.map(|(what, names)| line(&what, names)).collect::<String>());
    }
    print(&eval::names(&annotator, &documents, &types, &options).to_string())
}

/// A kind of mistake, how often it was made, and the names it was made with most often.
fn line(what: &str, names: BTreeMap<String, usize>) -> String {
    let count: usize = names.values().sum();
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let examples: Vec<_> = names.iter().take(8).map(|(name, times)| format!("{name} {times}")).collect();
    format!("{count:5}  {what:<20} {}\n", examples.join(" · "))
}
