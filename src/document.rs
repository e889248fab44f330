//! What the pipeline makes of a text.

use serde::Serialize;

use crate::Span;
use crate::segment::{Sentence, Token};
pub use crate::tag::Value;

/// An annotated text. Spans are bytes of the text that was annotated, which it does not hold.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// Words, numbers, marks.
    pub tokens: Vec<Token>,
    /// Ranges of tokens.
    pub sentences: Vec<Sentence>,
    /// Ascending by start; of two with one start, the longer first, so that a parent precedes what it holds.
    pub entities: Vec<Entity>,
    /// The entities that name the same thing; every name is in one, alone if need be, unless the options want none. In
    /// the order of their first mention.
    pub clusters: Vec<Cluster>,
}

/// Something named in a text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entity {
    /// Number of its type in [`Annotator::types`](crate::Annotator::types).
    pub kind: usize,
    /// The name itself, without proclitics: in «وبالكاظمي» only «الكاظمي».
    pub span: Span,
    /// The whole written word or words.
    pub surface: Span,
    /// The name with spelling variants folded ([`Folds::MATCH`](crate::normalize::Folds::MATCH)).
    pub norm: String,
    /// How sure its source is that exactly this is an entity of this type, 0 to 1.
    pub score: f32,
    /// What found it.
    pub source: Source,
    /// Number of its sentence in the text, from 0.
    pub sentence: usize,
    /// Number of the smallest entity around it among [`Document::entities`], if one is.
    pub parent: Option<usize>,
    /// Number of its cluster among [`Document::clusters`]; none for values and technical tokens.
    pub cluster: Option<usize>,
    /// What a date, a number or an amount stands for.
    pub value: Option<Value>,
    /// The identifier that the host's list gives it.
    pub id: Option<String>,
}

/// What found an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Source {
    /// The trained network.
    Model,
    /// A list of the host's.
    Gazetteer,
    /// A grammar of dates, numbers or technical tokens.
    Pattern,
    /// A person.
    User,
}

/// All mentions of one thing in a document.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cluster {
    /// Number of its type in [`Annotator::types`](crate::Annotator::types).
    pub kind: usize,
    /// Its fullest mention, among [`Document::entities`]: the name to show.
    pub canonical: usize,
    /// Its mentions among [`Document::entities`], ascending.
    pub mentions: Vec<usize>,
    /// Entities of the type `OCC` that stand beside a mention and speak of it, ascending.
    pub roles: Vec<usize>,
}

impl Document {
    /// Number of the sentence that holds the byte `at`, or of the last one before it.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.span.start <= at).saturating_sub(1)
    }
}
