//! Annotated corpora: one `token<TAB>tag` a line, a blank line after each sentence, tags in BIO.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::{Error, Kind};
use crate::{Entity, Span};

/// A sentence of a corpus, with the text that the pipeline reads: its tokens joined by spaces.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// The tokens joined by spaces.
    pub text: String,
    /// Where each token stands in `text`.
    pub tokens: Vec<Span>,
    /// The tag of each token, such as `B-PERS`.
    pub tags: Vec<String>,
    /// The further columns of each token; empty in most corpora.
    pub more: Vec<String>,
}

/// A name by its tokens: `first..end`, and its type.
pub type Name<'a> = (usize, usize, &'a str);

/// Reads a corpus from its text. Lines that start with `# ` are comments.
///
/// # Errors
/// `corpus_invalid` with the number of the line that has no tag.
pub fn parse(text: &str) -> Result<Vec<Sentence>, Error> {
    let mut sentences = Vec::new();
    let mut open = Sentence::default();
    for (number, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with("# ") && !line.contains('\t') {
            if !open.tokens.is_empty() {
                sentences.push(std::mem::take(&mut open));
            }
            continue;
        }
        let mut columns = line.splitn(3, '\t');
        let (Some(token), Some(tag)) = (columns.next(), columns.next()) else {
            return Err(Error::new(Kind::CorpusInvalid, format!("line {}: no tag", number + 1)));
        };
        open.push(token, tag, columns.next().unwrap_or_default());
    }
    if !open.tokens.is_empty() {
        sentences.push(open);
    }
    Ok(sentences)
}

/// Reads a corpus file; see [`parse`].
///
/// # Errors
/// `io`, or those of [`parse`].
pub fn read(path: &Path) -> Result<Vec<Sentence>, Error> {
    parse(&std::fs::read_to_string(path).map_err(|error| Error::io(path, &error))?)
}

impl Sentence {
    fn push(&mut self, token: &str, tag: &str, more: &str) {
        if !self.tokens.is_empty() {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push_str(token);
        self.tokens.push(Span::new(start, self.text.len()));
        self.tags.push(tag.to_owned());
        self.more.push(more.to_owned());
    }

    /// The annotated names. A stray `I-X` opens a name, as in the CoNLL evaluation.
    #[must_use]
    pub fn names(&self) -> BTreeSet<Name<'_>> {
        let mut names = BTreeSet::new();
        let mut open: Option<Name<'_>> = None;
        for (at, tag) in self.tags.iter().map(String::as_str).chain(["O"]).enumerate() {
            let inside = open.filter(|name| tag.strip_prefix("I-") == Some(name.2));
            if let Some((first, _, kind)) = inside {
                open = Some((first, at + 1, kind));
                continue;
            }
            names.extend(open.take());
            open = tag.split_once('-').map(|(_, kind)| (at, at + 1, kind));
        }
        names
    }

    /// An entity's place among the tokens: those that it shares a byte with.
    #[must_use]
    pub fn project<'a>(&self, entity: &Entity, types: &'a [String]) -> Option<Name<'a>> {
        let first = self.tokens.partition_point(|token| token.end <= entity.span.start);
        let end = self.tokens.partition_point(|token| token.start < entity.span.end);
        types.get(entity.kind).filter(|_| first < end).map(|kind| (first, end, kind.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_tags() {
        let file = "جو\tB-PERS\nبايدن\tI-PERS\nبغداد\tB-LOC\nأربيل\tB-LOC\nفي\tO\nتموز\tI-MISC\n";
        let sentences = parse(file).unwrap();
        let names: Vec<_> = sentences[0].names().into_iter().collect();
        assert_eq!(names, [(0, 2, "PERS"), (2, 3, "LOC"), (3, 4, "LOC"), (5, 6, "MISC")]);
        assert_eq!(sentences[0].tokens[1].slice(&sentences[0].text), "بايدن");
    }

    #[test]
    fn a_line_without_a_tag_is_named() {
        let error = parse("كلمة\tO\nكلمة\n").unwrap_err();
        assert_eq!(error.code(), "corpus_invalid");
        assert!(error.to_string().contains("line 2"));
    }
}
