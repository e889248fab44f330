//! The whole pipeline: text → tokens → sentences → names → entities.

use serde::Serialize;

use crate::Span;
use crate::model::Model;
use crate::resolve::{self, Evidence};
use crate::segment::{Sentence, Token, sentences_into, tokenize_into};
use crate::tag::{Mention, Tagger, platt};

/// Bytes of the longest name: noise in the shape of a word must not reach a host's lists as one.
const LONGEST: usize = 400;

/// Something named in a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entity {
    /// Number of its type in [`Annotator::types`].
    #[serde(skip)]
    pub kind: usize,
    /// The name itself, without proclitics: in «وبالكاظمي» only «الكاظمي».
    pub span: Span,
    /// The whole written word or words.
    pub surface: Span,
    /// The name with spelling variants folded ([`Folds::MATCH`](crate::normalize::Folds::MATCH)).
    pub norm: String,
    /// How sure the tagger is that exactly this is a name of this type, 0 to 1.
    pub score: f32,
    /// What found it.
    pub source: Source,
    /// Number of its sentence in the text, from 0.
    pub sentence: usize,
}

/// What found an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Source {
    /// The trained network.
    Model,
}

/// Finds entities. Immutable: one serves any number of threads, each with its own [`Scratch`].
///
/// ```
/// # #[cfg(feature = "default-model")] {
/// use tawsim::{Annotator, Model, Scratch};
///
/// let annotator = Annotator::new(Model::news()?);
/// let text = "زار الرئيس جو بايدن بغداد.";
/// for entity in annotator.annotate(text, &mut Scratch::default()) {
///     println!("{} {}", annotator.types()[entity.kind], entity.span.slice(text));
/// }
/// # }
/// # Ok::<(), tawsim::Error>(())
/// ```
#[derive(Debug)]
pub struct Annotator {
    model: Model,
    types: Vec<String>,
}

/// Buffers that one worker keeps from text to text, so that nothing is allocated for a token.
#[derive(Debug, Default)]
pub struct Scratch {
    tagger: Tagger,
    mentions: Vec<Mention>,
    evidence: Evidence,
}

/// An annotation under way, for hosts that show progress or may stop in the middle.
///
/// Made by [`Annotator::start`], moved on by [`Annotator::advance`].
#[derive(Debug, Default)]
pub struct Progress {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// Sentences that have scores.
    done: usize,
    scores: Vec<f32>,
    entities: Option<Vec<Entity>>,
}

impl Annotator {
    /// An annotator with this model.
    #[must_use]
    pub fn new(model: Model) -> Self {
        let types = model.tags().iter().filter_map(|tag| tag.strip_prefix("B-")).map(str::to_owned).collect();
        Self { model, types }
    }

    /// The entity types that it finds, such as `PERS`; [`Entity::kind`] is an index into them.
    #[must_use]
    pub fn types(&self) -> &[String] {
        &self.types
    }

    /// The entities of a text in the order of their start. Time and memory are linear in the text.
    #[must_use]
    pub fn annotate(&self, text: &str, scratch: &mut Scratch) -> Vec<Entity> {
        let mut progress = self.start(text);
        self.advance(text, &mut progress, usize::MAX, scratch);
        progress.entities.unwrap_or_default()
    }

    /// Cuts a text into tokens and sentences and is ready to tag them.
    #[must_use]
    pub fn start(&self, text: &str) -> Progress {
        let mut progress = Progress::default();
        tokenize_into(text, &mut progress.tokens);
        sentences_into(text, &progress.tokens, &mut progress.sentences);
        progress
    }

    /// Scores whole sentences of the same `text` until at least `budget` tokens are done or none is left;
    /// then reads the document as one.
    pub fn advance(&self, text: &str, progress: &mut Progress, budget: usize, scratch: &mut Scratch) {
        let mut spent = 0;
        while spent < budget && progress.entities.is_none() {
            let Some(sentence) = progress.sentences.get(progress.done) else {
                progress.entities = Some(self.settle(text, progress, scratch));
                break;
            };
            let tokens = progress.tokens.get(sentence.first..sentence.end).unwrap_or_default();
            scratch.tagger.score(&self.model, text, tokens, &mut progress.scores);
            spent += tokens.len();
            progress.done += 1;
        }
    }

    /// Decodes every sentence, lets the confident names speak for the others, and decodes again.
    fn settle(&self, text: &str, progress: &mut Progress, scratch: &mut Scratch) -> Vec<Entity> {
        self.decode(progress, scratch);
        let Scratch { tagger, mentions, evidence } = scratch;
        let person = self.types.iter().position(|name| name == "PERS");
        evidence.collect(text, &progress.tokens, mentions, person, &mut tagger.features);
        evidence.apply(&mut progress.scores, self.model.tags().len());
        self.decode(progress, scratch);
        let mut entities = Vec::with_capacity(scratch.mentions.len());
        for &mention in &scratch.mentions {
            let sentence = progress.sentences.partition_point(|s| s.end <= mention.first);
            let score = self.calibrated(&mention);
            let mut add = |mention| {
                entities.extend(entity(text, &progress.tokens, &Mention { score, ..mention }, sentence));
            };
            if Some(mention.kind) == person {
                resolve::people(text, &progress.tokens, mention, add);
            } else {
                add(mention);
            }
        }
        entities
    }

    fn calibrated(&self, mention: &Mention) -> f32 {
        let [slope, shift] = self.model.calibration.get(mention.kind).copied().unwrap_or([1.0, 0.0]);
        platt(mention.score, slope, shift)
    }

    /// Leaves the names of the document in `scratch.mentions`, as ranges of its tokens.
    fn decode(&self, progress: &Progress, scratch: &mut Scratch) {
        let tags = self.model.tags().len();
        scratch.mentions.clear();
        for sentence in &progress.sentences {
            let from = scratch.mentions.len();
            let scores = progress.scores.get(sentence.first * tags..sentence.end * tags).unwrap_or_default();
            scratch.tagger.decode(&self.model, scores, &mut scratch.mentions);
            for mention in scratch.mentions.get_mut(from..).unwrap_or_default() {
                mention.first += sentence.first;
                mention.end += sentence.first;
            }
        }
    }
}

fn entity(text: &str, tokens: &[Token], mention: &Mention, sentence: usize) -> Option<Entity> {
    let words = tokens.get(mention.first..mention.end)?;
    let surface = Span::new(words.first()?.span.start, words.last()?.span.end);
    if surface.len() > LONGEST {
        return None;
    }
    let (span, norm) = resolve::name(text, surface);
    let (kind, score) = (mention.kind, mention.score);
    Some(Entity { kind, span, surface, norm, score, source: Source::Model, sentence })
}

impl Progress {
    /// Share of the text that is done, 0 to 1; 1 only when all is.
    #[must_use]
    pub fn fraction(&self) -> f32 {
        if self.is_done() {
            return 1.0;
        }
        let end = |sentences: &[Sentence]| sentences.last().map_or(0, |s| s.end);
        let done = end(self.sentences.get(..self.done).unwrap_or_default());
        // The last reading is a little work too, and one step for every host.
        done as f32 / (end(&self.sentences) + 1) as f32
    }

    /// Whether the whole text is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.entities.is_some()
    }

    /// The entities in the order of their start; none before all is done, since any sentence may decide
    /// how another is read.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        self.entities.as_deref().unwrap_or_default()
    }

    /// The tokens of the text.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The sentences of the text.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
}
