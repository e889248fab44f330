//! Annotated corpora, in two forms.
//!
//! - BIO: one `token<TAB>tag` a line, a blank line after each sentence. The tokens joined by spaces are the
//!   text that the pipeline reads; what it finds is widened to whole tokens before it is compared.
//! - Marked text: `زار [PERS جو بايدن] [LOC بغداد]`. Without the marks it is the text, and names are compared
//!   as they stand.

use std::collections::BTreeSet;
use std::path::Path;

use crate::Span;
use crate::error::{Error, Kind};

/// A piece of a corpus: a sentence in BIO, a whole document in marked text.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// What the pipeline reads.
    pub text: String,
    /// Where each token stands in `text`; none in marked text.
    pub tokens: Vec<Span>,
    /// The tag of each token, such as `B-PERS`.
    pub tags: Vec<String>,
    /// The further columns of each token; empty in most corpora.
    pub more: Vec<String>,
    /// The tags that another corpus gives the same tokens by another scheme; none in most corpora.
    pub nested: Vec<String>,
    /// Whether the corpus says that a document begins here.
    pub opens: bool,
    marks: Vec<(Span, String)>,
}

/// A name: where it stands in the text, and its type.
pub type Name<'a> = (Span, &'a str);

/// Reads a corpus from its text. Lines that start with `# ` are comments; `# doc` begins a document.
///
/// # Errors
/// `corpus_invalid` with the number of the line that has no tag.
pub fn parse(text: &str) -> Result<Vec<Sentence>, Error> {
    let mut sentences = Vec::new();
    let mut open = Sentence::default();
    for (number, line) in text.lines().enumerate() {
        let comment = line.starts_with("# ") && !line.contains('\t');
        if line.is_empty() || comment {
            if !open.tokens.is_empty() {
                sentences.push(std::mem::take(&mut open));
            }
            open.opens |= line.starts_with("# doc");
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

/// Reads marked text. A mark is `[TYPE name]`, without another inside.
///
/// # Errors
/// `corpus_invalid` with the place of a mark that does not end or has no type.
///
/// ```
/// let document = tawsim::corpus::parse_marked("في [LOC بغداد]").unwrap();
/// assert_eq!(document.text, "في بغداد");
/// ```
pub fn parse_marked(text: &str) -> Result<Sentence, Error> {
    let mut document = Sentence::default();
    let mut pieces = text.split('[');
    document.text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let mark = piece.split_once(']').and_then(|(mark, rest)| Some((mark.split_once(' ')?, rest)));
        let Some(((kind, name), rest)) = mark else {
            let line = document.text.lines().count();
            return Err(Error::new(Kind::CorpusInvalid, format!("line {line}: a mark is [TYPE name]")));
        };
        let start = document.text.len();
        document.text.push_str(name);
        document.marks.push((Span::new(start, document.text.len()), kind.to_owned()));
        document.text.push_str(rest);
    }
    Ok(document)
}

/// Joins sentences, a line each, into the documents that they [open](Sentence::opens), or into documents of
/// `size` sentences where they say nothing of it: corpora such as ANERcorp keep the sentences of an article
/// together without saying where it ends.
#[must_use]
pub fn documents(sentences: &[Sentence], size: usize) -> Vec<Sentence> {
    let known = sentences.iter().any(|sentence| sentence.opens);
    let mut documents: Vec<Sentence> = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let opens = if known { sentence.opens } else { number % size.max(1) == 0 };
        match documents.last_mut() {
            Some(document) if !opens => document.join(sentence),
            _ => documents.push(sentence.clone()),
        }
    }
    documents
}

/// Reads a corpus file: marked text where its name ends in `.txt`, BIO otherwise.
///
/// # Errors
/// `io`, or those of [`parse`] and [`parse_marked`].
pub fn read(path: &Path) -> Result<Vec<Sentence>, Error> {
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, &error))?;
    if path.extension().is_some_and(|ending| ending == "txt") {
        parse_marked(&text).map(|document| vec![document])
    } else {
        parse(&text)
    }
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

    fn join(&mut self, other: &Self) {
        self.text.push('\n');
        let start = self.text.len();
        let shift = |span: &Span| Span::new(span.start + start, span.end + start);
        self.tokens.extend(other.tokens.iter().map(shift));
        self.marks.extend(other.marks.iter().map(|(span, kind)| (shift(span), kind.clone())));
        self.tags.extend_from_slice(&other.tags);
        self.more.extend_from_slice(&other.more);
        self.nested.resize(self.tokens.len() - other.tokens.len(), String::new());
        self.nested.extend_from_slice(&other.nested);
        self.text.push_str(&other.text);
    }

    /// The annotated names. A token of several types has its tags joined by `|`; a stray `I-X` opens a name, as
    /// in the CoNLL evaluation.
    #[must_use]
    pub fn names(&self) -> BTreeSet<Name<'_>> {
        let mut names: BTreeSet<Name<'_>> =
            self.marks.iter().map(|(span, kind)| (*span, kind.as_str())).collect();
        let mut open: Vec<Name<'_>> = Vec::new();
        for (token, tags) in self.tokens.iter().zip(&self.tags) {
            let mut still = Vec::new();
            for (prefix, kind) in tags.split('|').filter_map(|tag| tag.split_once('-')) {
                let before = open.iter().position(|name| name.1 == kind).filter(|_| prefix == "I");
                let start = before.map_or(token.start, |at| open.swap_remove(at).0.start);
                still.push((Span::new(start, token.end), kind));
            }
            names.extend(std::mem::replace(&mut open, still));
        }
        names.extend(open);
        names
    }

    /// Takes over the tags of another corpus, if they are of the same tokens.
    #[cfg(feature = "train")]
    pub(crate) fn pair(&mut self, other: Self) {
        if self.text == other.text {
            self.nested = other.tags;
        }
    }

    /// The span as this corpus would draw it: out to the edges of the tokens that it touches.
    #[must_use]
    pub fn widen(&self, span: Span) -> Span {
        let from = self.tokens.partition_point(|token| token.end <= span.start);
        let to = self.tokens.partition_point(|token| token.start < span.end);
        match self.tokens.get(from..to) {
            Some([only]) => *only,
            Some([first, .., last]) => Span::new(first.start, last.end),
            _ => span,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_tags() {
        let file = "جو\tB-PERS\nبايدن\tI-PERS\nبغداد\tB-LOC\nأربيل\tB-LOC\nفي\tO\nتموز\tI-MISC\n";
        let sentences = parse(file).unwrap();
        let names = sentences[0].names().into_iter();
        let names: Vec<_> = names.map(|(span, kind)| (span.slice(&sentences[0].text), kind)).collect();
        assert_eq!(names, [("جو بايدن", "PERS"), ("بغداد", "LOC"), ("أربيل", "LOC"), ("تموز", "MISC")]);
    }

    #[test]
    fn names_may_lie_in_one_another() {
        let file = "وزير\tB-OCC\nالخارجية\tI-OCC|B-ORG\nوزير\tB-OCC\n";
        let sentences = parse(file).unwrap();
        let names = sentences[0].names().into_iter();
        let names: Vec<_> = names.map(|(span, kind)| (span.slice(&sentences[0].text), kind)).collect();
        assert_eq!(names, [("وزير الخارجية", "OCC"), ("الخارجية", "ORG"), ("وزير", "OCC")]);
    }

    #[test]
    fn a_span_widens_to_the_tokens_it_touches() {
        let sentence = &parse("زار\tO\nببغداد\tB-LOC\n").unwrap()[0];
        let bare = sentence.text.find("غداد").unwrap();
        assert_eq!(sentence.widen(Span::new(bare, bare + 2)), sentence.tokens[1]);
    }

    #[test]
    fn marks_that_do_not_end_are_named() {
        assert_eq!(parse_marked("سطر\n[PERS جو").unwrap_err().code(), "corpus_invalid");
    }

    #[test]
    fn a_line_without_a_tag_is_named() {
        let error = parse("كلمة\tO\nكلمة\n").unwrap_err();
        assert_eq!(error.code(), "corpus_invalid");
        assert!(error.to_string().contains("line 2"));
    }
}
