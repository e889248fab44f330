//! An annotated text that owns what it says, whoever made it: the pipeline, a person, a file.

use crate::document::{Document, Source, Value};
use crate::error::{Error, Kind};
use crate::export::draft::{Draft, settle};
use crate::{Span, resolve};

/// A text with its entities and clusters, ready to be written in any [`Format`](super::Format).
///
/// Other than a [`Document`] it holds the text and the names of the types, so that it can come from elsewhere: a
/// file, or a person who has corrected what was found.
///
/// ```
/// use tawsim::{Source, Span, export::{Annotation, Entity}};
///
/// let text = "زار بغداد".to_owned();
/// let city = Entity::new("LOC", Span::new(7, 17), &text);
/// let annotation = Annotation::new(text, vec![city], Vec::new())?;
/// assert_eq!(annotation.entities()[0].source, Source::User);
/// # Ok::<(), tawsim::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotation {
    pub(super) id: Option<String>,
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
    pub(super) clusters: Vec<Cluster>,
}

/// Something named in a text; [`document::Entity`](crate::Entity) with its type by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its type, such as `PERS`.
    pub kind: String,
    /// The name itself, in bytes of the text.
    pub span: Span,
    /// The whole written words around it.
    pub surface: Span,
    /// The folded form.
    pub norm: String,
    /// How sure its source is, 0 to 1.
    pub score: f64,
    /// What found it.
    pub source: Source,
    /// Number of its sentence in the text, from 0.
    pub sentence: usize,
    /// Number of the smallest entity around it. [`Annotation::new`] sees to it.
    pub parent: Option<usize>,
    /// Number of its cluster.
    pub cluster: Option<usize>,
    /// What a date, a number or an amount stands for.
    pub value: Option<Value>,
    /// The identifier that a list gives it.
    pub id: Option<String>,
}

/// All mentions of one thing. Numbers are positions among [`Annotation::entities`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    /// Its fullest mention, whose type and text are the cluster's.
    pub canonical: usize,
    /// Its mentions, ascending.
    pub mentions: Vec<usize>,
    /// The entities of the type `OCC` that speak of it, ascending.
    pub roles: Vec<usize>,
}

impl Entity {
    /// What a person has marked: a span and its type, with all else as it follows from the text.
    #[must_use]
    pub fn new(kind: &str, span: Span, text: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            span,
            surface: span,
            norm: resolve::norm(text, span),
            score: 1.0,
            source: Source::User,
            sentence: 0,
            parent: None,
            cluster: None,
            value: None,
            id: None,
        }
    }
}

impl Annotation {
    /// An annotation of `text`. Entities may come in any order; they are put in that of [`Document::entities`], the
    /// numbers in clusters with them, and each learns its parent.
    ///
    /// # Errors
    /// `annotation_invalid` where a span is empty, outside the text or within a character, where two entities cross,
    /// where a score is not from 0 to 1, or where entities and clusters contradict each other.
    pub fn new(text: String, entities: Vec<Entity>, clusters: Vec<Cluster>) -> Result<Self, Error> {
        let mut drafts: Vec<Draft> = entities.into_iter().map(Draft::from).collect();
        let settled = Draft::gather(&mut drafts, &clusters).and_then(|()| settle(text, drafts));
        settled.map_err(|problem| Error::new(Kind::AnnotationInvalid, problem))
    }

    /// What the pipeline made of `text`; `types` are those of [`Annotator::types`](crate::Annotator::types).
    #[must_use]
    pub fn of(text: String, document: &Document, types: &[String]) -> Self {
        let entities = document.entities.iter().map(|entity| Entity {
            kind: types.get(entity.kind).cloned().unwrap_or_default(),
            span: entity.span,
            surface: entity.surface,
            norm: entity.norm.clone(),
            score: (f64::from(entity.score) * 1e6).round() / 1e6,
            source: entity.source,
            sentence: entity.sentence,
            parent: entity.parent,
            cluster: entity.cluster,
            value: entity.value.clone(),
            id: entity.id.clone(),
        });
        let clusters = document.clusters.iter().map(|cluster| Cluster {
            canonical: cluster.canonical,
            mentions: cluster.mentions.clone(),
            roles: cluster.roles.clone(),
        });
        Self { id: None, entities: entities.collect(), clusters: clusters.collect(), text }
    }

    /// The same annotation under an identifier of the document, given as JSON (`"a1"`, `7`). JSON, JSONL, CoNLL
    /// and Web Annotation carry it; elsewhere the file's name is the place for it.
    #[must_use]
    pub fn with_id(self, id: Option<String>) -> Self {
        Self { id, ..self }
    }

    /// The document's identifier, as JSON.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Ascending by start; of two with one start, the longer first.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// Which entities name the same thing.
    #[must_use]
    pub fn clusters(&self) -> &[Cluster] {
        &self.clusters
    }
}
