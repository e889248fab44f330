//! CoNLL in columns ([CoNLL-2003](https://aclanthology.org/W03-0419/), with the comments of
//! [CoNLL-U](https://universaldependencies.org/format.html)): `token<TAB>tag` a line in BIO (IOB2), a blank line after each
//! sentence.
//!
//! ```text
//! # newdoc id = a1
//! # annotation = {…}
//! قائد      B-OCC   O
//! فيلق      I-OCC   B-ORG
//! القدس     I-OCC   I-ORG
//! ```
//!
//! Entities inside one another have further columns of tags; there are as many columns on all lines as the
//! document needs. A word that a name begins in carries the tag whole, proclitics included, as in ANERcorp. What columns can't
//! say (the text between tokens, where in a word a name begins, scores, values, clusters) is in the comment
//! `# annotation`, the object of JSON Lines, so that the file is whole for Tawsim and plain for all others.
//!
//! On the way in the columns decide which entities there are, so that they can be corrected with any tool: one that the
//! comment knows keeps what is known of it, a new one has the span of its tokens and the source `user`. Without
//! the comment, the text is the tokens joined by spaces, sentences by line feeds.

use super::annotation::Annotation;
use super::draft::{Draft, ascending, settle};
use super::json;
use super::syntax::{Json, Put};
use crate::Span;
use crate::segment::{Token, sentences_into, tokenize_into};

const DOCUMENT: &str = "# newdoc";
const COMMENT: &str = "# annotation = ";

/// A range of tokens in a column, and its type.
type Row<'a> = (usize, usize, &'a str);

pub(super) fn write(annotation: &Annotation) -> String {
    let Annotation { text, entities, .. } = annotation;
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    tokenize_into(text, &mut tokens);
    sentences_into(text, &tokens, &mut sentences);
    // Each entity is in the first column whose last entity it does not touch.
    let mut columns: Vec<Vec<Row<'_>>> = vec![Vec::new()];
    for entity in entities {
        let (first, end) = touched(&tokens, entity.span);
        if first == end {
            continue;
        }
        let free = columns.iter().position(|column| column.last().is_none_or(|&(_, last, _)| last <= first));
        let row = (first, end, entity.kind.as_str());
        match free.and_then(|free| columns.get_mut(free)) {
            Some(column) => column.push(row),
            None => columns.push(vec![row]),
        }
    }
    let mut out = String::with_capacity(text.len() * 3);
    out.put(DOCUMENT);
    if let Some(id) = &annotation.id {
        // CoNLL-U takes identifiers without quotes.
        let bare = Json::parse(id).ok().and_then(|id| id.str().map(str::to_owned));
        let plain = bare.filter(|id| !id.contains(char::is_control));
        out.put(" id = ");
        out.put(plain.as_deref().unwrap_or(id));
    }
    out.put("\n");
    out.put(COMMENT);
    out.put(&json::write(annotation, true));
    out.put("\n");
    let mut next = vec![0; columns.len()];
    for sentence in &sentences {
        for (at, token) in tokens.iter().enumerate().take(sentence.end).skip(sentence.first) {
            out.put(token.span.slice(text));
            for (column, next) in columns.iter().zip(&mut next) {
                while column.get(*next).is_some_and(|&(_, end, _)| end <= at) {
                    *next += 1;
                }
                match column.get(*next).filter(|&&(first, ..)| first <= at) {
                    None => out.put("\tO"),
                    Some(&(first, _, kind)) => {
                        out.put(if first == at { "\tB-" } else { "\tI-" });
                        out.put(&spelt(kind));
                    }
                }
            }
            out.put("\n");
        }
        out.put("\n");
    }
    out
}

/// A type on one line, in one column.
fn spelt(kind: &str) -> String {
    kind.chars().map(|c| if c.is_whitespace() || c.is_control() { '_' } else { c }).collect()
}

/// The range of tokens that a span touches.
fn touched(tokens: &[Token], span: Span) -> (usize, usize) {
    let first = tokens.partition_point(|token| token.span.end <= span.start);
    (first, tokens.partition_point(|token| token.span.start < span.end).max(first))
}

/// Reads all documents of a file.
pub(super) fn read(input: &str) -> Result<Vec<Annotation>, (usize, String)> {
    let mut documents: Vec<Document> = Vec::new();
    let mut at = 0;
    for line in input.split_inclusive('\n') {
        let plain = line.trim_end_matches(['\n', '\r']);
        if plain.starts_with(DOCUMENT) && !plain.contains('\t') || documents.is_empty() {
            documents.push(Document { at, ..Document::default() });
        }
        let Some(document) = documents.last_mut() else {
            continue;
        };
        if let Some(json) = plain.strip_prefix(COMMENT).filter(|_| document.tokens.is_empty()) {
            let json =
                Json::parse(json).map_err(|inner| (at + COMMENT.len() + inner, "not JSON".to_owned()))?;
            document.base = Some(json::read(&json).map_err(|problem| (at, problem))?);
        } else if plain.is_empty() {
            document.breaks = true;
        } else if plain.contains('\t') {
            document.line(plain).ok_or_else(|| (at, "a tag is O, B-TYPE or I-TYPE".to_owned()))?;
        } else if !plain.starts_with('#') {
            return Err((at, "a line is «token<TAB>tag»".to_owned()));
        }
        at += line.len();
    }
    documents.into_iter().map(|document| document.finish()).collect()
}

#[derive(Default)]
struct Document {
    /// Where it begins in the file.
    at: usize,
    base: Option<Annotation>,
    tokens: Vec<String>,
    /// Tokens that a sentence begins with.
    opens: Vec<usize>,
    breaks: bool,
    /// Of each column, its entities: first token, one past the last, type.
    columns: Vec<Vec<(usize, usize, String)>>,
}

impl Document {
    fn line(&mut self, line: &str) -> Option<()> {
        let mut columns = line.split('\t');
        let at = self.tokens.len();
        self.tokens.push(columns.next()?.to_owned());
        if std::mem::take(&mut self.breaks) {
            self.opens.push(at);
        }
        for (number, tag) in columns.enumerate() {
            if self.columns.len() <= number {
                self.columns.push(Vec::new());
            }
            let column = self.columns.get_mut(number)?;
            if tag == "O" {
                continue;
            }
            let (place, kind) = tag
                .split_once('-')
                .filter(|(place, kind)| matches!(*place, "B" | "I") && !kind.is_empty())?;
            match column.last_mut() {
                Some((_, end, open)) if place == "I" && *end == at && open == kind => *end = at + 1,
                // Also where I- follows nothing of its type, as corpora in IOB1 have it.
                _ => column.push((at, at + 1, kind.to_owned())),
            }
        }
        Some(())
    }

    fn finish(self) -> Result<Annotation, (usize, String)> {
        let (text, id) = match &self.base {
            Some(base) => (base.text.clone(), base.id.clone()),
            None => (self.joined(), None),
        };
        let mut tokens = Vec::with_capacity(self.tokens.len());
        let mut at = 0;
        for token in &self.tokens {
            let found = text.get(at..).and_then(|rest| rest.find(token.as_str()));
            let Some(found) = found.filter(|_| !token.is_empty()) else {
                return Err((self.at, format!("the token «{token}» is not in the text of the comment")));
            };
            tokens.push(Span::new(at + found, at + found + token.len()));
            at += found + token.len();
        }
        let rows: Vec<(usize, usize, String)> = self.columns.into_iter().flatten().collect();
        let mut order: Vec<[usize; 3]> =
            rows.iter().enumerate().map(|(at, &(first, end, _))| [first, end, at]).collect();
        ascending(&mut order);
        let mut left = vec![true; rows.len()];
        let Annotation { entities, clusters, .. } = self.base.unwrap_or_default();
        let mut drafts: Vec<Draft> = entities.into_iter().map(Draft::from).collect();
        Draft::gather(&mut drafts, &clusters).map_err(|problem| (self.at, problem))?;
        drafts.retain(|draft| {
            let first = tokens.partition_point(|token| token.end <= draft.span.start);
            let end = tokens.partition_point(|token| token.start < draft.span.end);
            let kind = spelt(&draft.kind);
            let same = order.partition_point(|&[a, b, _]| (a, b) < (first, end));
            let same = order.iter().skip(same).take_while(|&&[a, b, _]| (a, b) == (first, end));
            let is = |at: usize| left.get(at) == Some(&true) && rows.get(at).is_some_and(|row| row.2 == kind);
            let found = same.map(|&[.., at]| at).find(|&at| is(at));
            found.and_then(|at| left.get_mut(at)).into_iter().for_each(|left| *left = false);
            first >= end || found.is_some()
        });
        for ((first, end, kind), left) in rows.into_iter().zip(left) {
            let row = tokens.get(first..end).unwrap_or_default();
            if let Some((first, last)) = row.first().zip(row.last()).filter(|_| left) {
                drafts.push(Draft { kind, span: Span::new(first.start, last.end), ..Draft::default() });
            }
        }
        settle(text, drafts).map(|annotation| annotation.with_id(id)).map_err(|problem| (self.at, problem))
    }

    /// The tokens as a text.
    fn joined(&self) -> String {
        let mut text = String::new();
        let mut opens = self.opens.iter().peekable();
        for (at, token) in self.tokens.iter().enumerate() {
            let opens = opens.next_if(|&&open| open == at).is_some();
            text.push_str(if at == 0 {
                ""
            } else if opens {
                "\n"
            } else {
                " "
            });
            text.push_str(token);
        }
        text
    }
}
