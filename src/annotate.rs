//! The whole pipeline: text → tokens → sentences → names, roles, values → entities → clusters.

use std::sync::Arc;

use crate::Span;
use crate::document::{Document, Entity, Source};
use crate::model::Model;
use crate::options::{Options, Preset};
use crate::resolve::{self, Evidence, Joined};
use crate::segment::{sentences_into, tokenize_into};
use crate::tag::gazetteer::{Gazetteer, LONGEST, Match, Words};
use crate::tag::{Group, Mention, Tagger, patterns, platt};

/// By how many nats the preset for recall favours names over other words.
const EAGERNESS: f32 = 2.0;

/// Finds entities. Immutable: one serves any number of threads, each with its own [`Scratch`].
///
/// ```
/// # #[cfg(feature = "default-model")] {
/// use tawsim::{Annotator, Model, Options, Scratch};
///
/// let annotator = Annotator::new(Model::news()?);
/// let text = "زار الرئيس جو بايدن بغداد.";
/// for entity in annotator.annotate(text, &Options::default(), &mut Scratch::default()).entities {
///     println!("{} {}", annotator.types()[entity.kind], entity.span.slice(text));
/// }
/// # }
/// # Ok::<(), tawsim::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Annotator {
    model: Arc<Model>,
    gazetteer: Arc<Gazetteer>,
    /// Those of the model, then those of the patterns, then those that only the gazetteer has.
    types: Vec<String>,
    /// Number of the first type of the patterns.
    patterns: usize,
    /// The number of each of the gazetteer's types.
    listed: Vec<usize>,
}

/// Buffers that one worker keeps from text to text, so that nothing is allocated for a token.
#[derive(Debug, Default)]
pub struct Scratch {
    tagger: Tagger,
    mentions: Vec<Mention>,
    evidence: Evidence,
    words: Words,
    matches: Vec<Match>,
}

/// An annotation under way, for hosts that show progress or may stop in the middle.
///
/// Made by [`Annotator::start`], moved on by [`Annotator::advance`].
#[derive(Debug, Default)]
pub struct Progress {
    document: Document,
    options: Options,
    /// Sentences that have scores.
    done: usize,
    scores: Vec<f32>,
    finished: bool,
}

impl Annotator {
    /// An annotator with this model.
    #[must_use]
    pub fn new(model: Model) -> Self {
        let names = model.tags().iter().filter_map(|tag| tag.strip_prefix("B-"));
        let types: Vec<String> = names.chain(patterns::TYPES).map(str::to_owned).collect();
        let patterns = types.len() - patterns::TYPES.len();
        Self { model: Arc::new(model), gazetteer: Arc::default(), types, patterns, listed: Vec::new() }
    }

    /// Sets the host's own lists, in place of those set before. Its types come after the others.
    ///
    /// A clone of an annotator shares the model, so that each may have its own lists at no cost.
    pub fn set_gazetteer(&mut self, gazetteer: Gazetteer) {
        self.types.truncate(self.patterns + patterns::TYPES.len());
        self.listed.clear();
        for name in gazetteer.types() {
            let known = self.types.iter().position(|known| known == name);
            self.listed.push(known.unwrap_or(self.types.len()));
            if known.is_none() {
                self.types.push(name.clone());
            }
        }
        self.gazetteer = Arc::new(gazetteer);
    }

    /// The entity types that it finds, such as `PERS`, and those of its gazetteer; [`Entity::kind`] is an index
    /// into them.
    #[must_use]
    pub fn types(&self) -> &[String] {
        &self.types
    }

    /// Annotates a text. Time and memory are linear in it.
    #[must_use]
    pub fn annotate(&self, text: &str, options: &Options, scratch: &mut Scratch) -> Document {
        let mut progress = self.start(text, options);
        self.advance(text, &mut progress, usize::MAX, scratch);
        progress.into_document()
    }

    /// Cuts a text into tokens and sentences and is ready to tag them.
    #[must_use]
    pub fn start(&self, text: &str, options: &Options) -> Progress {
        let mut progress = Progress { options: options.clone(), ..Progress::default() };
        let Document { tokens, sentences, .. } = &mut progress.document;
        tokenize_into(text, tokens);
        sentences_into(text, tokens, sentences);
        progress
    }

    /// Scores whole sentences of the same `text` until at least `budget` tokens are done or none is left;
    /// then reads the document as one.
    pub fn advance(&self, text: &str, progress: &mut Progress, budget: usize, scratch: &mut Scratch) {
        let mut spent = 0;
        while spent < budget && !progress.finished {
            let Some(sentence) = progress.document.sentences.get(progress.done) else {
                self.finish(text, progress, scratch);
                break;
            };
            let tokens = progress.document.tokens.get(sentence.first..sentence.end).unwrap_or_default();
            scratch.tagger.score(&self.model, text, tokens, &mut progress.scores);
            spent += tokens.len();
            progress.done += 1;
        }
    }

    fn finish(&self, text: &str, progress: &mut Progress, scratch: &mut Scratch) {
        let mut entities = Vec::new();
        self.find(text, progress, scratch);
        let Options { names, roles, .. } = progress.options;
        let mut first_kind = 0;
        for (number, &group) in self.model.groups.iter().enumerate() {
            if if number == 0 { names } else { roles } {
                self.tagged(text, progress, group, first_kind, scratch, &mut entities);
            }
            first_kind += group.kinds();
        }
        let Progress { document, options, .. } = progress;
        self.patterns(text, document, options, &mut entities);
        if !self.gazetteer.is_empty() {
            self.lists(text, document, scratch, &mut entities);
        }
        resolve::arrange(&mut entities);
        document.entities = entities;
        if options.clusters {
            let values = self.patterns..self.patterns + patterns::TYPES.len();
            let kind = |kind| self.types.get(kind).filter(|_| !values.contains(&kind)).map(String::as_str);
            resolve::cluster(text, document, kind);
        }
        progress.finished = true;
    }

    /// Leaves the host's names that stand in the text in `scratch.matches`, less what is blocked.
    fn find(&self, text: &str, progress: &Progress, scratch: &mut Scratch) {
        let Scratch { words, matches, .. } = scratch;
        let Progress { document: Document { tokens, sentences, .. }, options, .. } = progress;
        matches.clear();
        if self.gazetteer.is_empty() {
            return;
        }
        words.read(text, tokens);
        self.gazetteer.find(text, tokens, sentences, words, matches);
        matches.retain(|found| {
            let name = self.name(self.kind(found));
            options.wants(name) && !self.gazetteer.blocks(text, tokens, words, [found.first, found.end], name)
        });
    }

    fn name(&self, kind: usize) -> &str {
        self.types.get(kind).map_or("", String::as_str)
    }

    fn kind(&self, found: &Match) -> usize {
        self.listed.get(found.kind).copied().unwrap_or_default()
    }

    /// What one group of tags finds: every sentence is decoded; confident names and those of lists speak for the
    /// others, and the sentences are decoded again.
    fn tagged(
        &self,
        text: &str,
        progress: &mut Progress,
        group: Group,
        first_kind: usize,
        scratch: &mut Scratch,
        out: &mut Vec<Entity>,
    ) {
        let Progress { document, scores, options, .. } = progress;
        let Document { tokens, sentences, .. } = &*document;
        let Scratch { tagger: Tagger { decoder, features, .. }, mentions, evidence, matches, .. } = scratch;
        let columns = self.model.columns();
        let kinds = self.types.get(first_kind..first_kind + group.kinds()).unwrap_or_default();
        let [person, organisation, place, other] =
            ["PERS", "ORG", "LOC", "MISC"].map(|name| kinds.iter().position(|kind| kind == name));
        if let (Some(work), Some(medium)) = (other, organisation) {
            resolve::titles(text, tokens, [work, medium], scores, columns, group);
        }
        mentions.clear();
        decoder.document(scores, columns, group, sentences, mentions);
        if person.is_some() {
            let listed = matches.iter().filter(|found| self.gazetteer.holds_anywhere(found));
            let listed = listed.filter_map(|found| {
                let kind = self.kind(found).checked_sub(first_kind).filter(|&kind| kind < group.kinds())?;
                Some(Mention { first: found.first, end: found.end, kind, score: 1.0 })
            });
            evidence.collect(text, tokens, mentions.iter().copied().chain(listed), person, features);
            if !evidence.is_empty() {
                evidence.apply(scores, columns, group);
                mentions.clear();
                decoder.document(scores, columns, group, sentences, mentions);
            }
        }
        if let (Some(person), Some(organisation), Some(place)) = (person, organisation, place) {
            resolve::join(text, tokens, &Joined { person, organisation, place }, mentions);
        }
        let certain = mentions.len();
        if options.preset == Preset::Recall {
            decoder.more(scores, columns, group, sentences, EAGERNESS, mentions);
        }
        for (number, &mention) in mentions.iter().enumerate() {
            let kind = first_kind + mention.kind;
            let Some(calibration) = self.model.calibration.get(kind) else { continue };
            let score = platt(mention.score, calibration.slope, calibration.shift);
            let lowest = match options.preset {
                Preset::Precision => calibration.precise,
                Preset::Recall if number >= certain => calibration.generous,
                _ => 0.0,
            };
            if score < lowest {
                continue;
            }
            let add = |part| out.extend(entity(text, document, &Mention { score, kind, ..part }));
            if Some(mention.kind) == person {
                resolve::people(text, tokens, mention, add);
            } else {
                [mention].into_iter().for_each(add);
            }
        }
    }

    fn patterns(&self, text: &str, document: &Document, options: &Options, out: &mut Vec<Entity>) {
        let mut found = Vec::new();
        if options.values {
            patterns::values(text, &document.tokens, &document.sentences, options.date, &mut found);
        }
        if options.technical {
            patterns::technical(&document.tokens, &mut found);
        }
        out.extend(found.into_iter().map(|found| Entity {
            kind: self.patterns + found.pattern as usize,
            span: found.span,
            surface: resolve::surface(&document.tokens, found.span),
            norm: resolve::norm(text, found.span),
            score: 1.0,
            source: Source::Pattern,
            sentence: document.sentence_at(found.span.start),
            parent: None,
            cluster: None,
            value: found.value,
            id: None,
        }));
    }

    /// Adds the host's names to the entities, each where its word is the stronger, and takes out what is blocked.
    fn lists(&self, text: &str, document: &Document, scratch: &mut Scratch, entities: &mut Vec<Entity>) {
        let Scratch { words, matches, .. } = scratch;
        let (tokens, gazetteer) = (&document.tokens, &self.gazetteer);
        entities.retain(|entity| {
            let range = resolve::range(tokens, entity.surface);
            !gazetteer.blocks(text, tokens, words, range, self.name(entity.kind))
        });
        let kind = |found: &Match| self.kind(found);
        let holds = |kind: usize| Options::HOLDERS.contains(&self.name(kind));
        resolve::precedence(tokens.len(), matches, |found| holds(kind(found)));
        let won = resolve::contest(tokens, entities, matches, kind, holds);
        entities.extend(won.into_iter().map(|found| Entity {
            kind: kind(&found),
            span: found.span,
            surface: resolve::surface(tokens, found.span),
            norm: gazetteer.norm(&found).to_owned(),
            score: 1.0,
            source: Source::Gazetteer,
            sentence: document.sentence_at(found.span.start),
            parent: None,
            cluster: None,
            value: None,
            id: gazetteer.id_of(&found).map(str::to_owned),
        }));
    }
}

fn entity(text: &str, document: &Document, mention: &Mention) -> Option<Entity> {
    let words = document.tokens.get(mention.first..mention.end)?;
    let surface = Span::new(words.first()?.span.start, words.last()?.span.end);
    if surface.len() > LONGEST {
        return None;
    }
    let (span, norm) = resolve::name(text, surface);
    let sentence = document.sentence_at(surface.start);
    let (kind, score, source) = (mention.kind, mention.score, Source::Model);
    Some(Entity {
        kind,
        span,
        surface,
        norm,
        score,
        source,
        sentence,
        parent: None,
        cluster: None,
        value: None,
        id: None,
    })
}

impl Progress {
    /// Share of the text that is done, 0 to 1; 1 only when all is.
    #[must_use]
    pub fn fraction(&self) -> f32 {
        if self.finished {
            return 1.0;
        }
        let sentences = &self.document.sentences;
        let end = |count: usize| sentences.get(..count).and_then(|all| all.last()).map_or(0, |s| s.end);
        // The last reading is a little work too, and one step for every host.
        end(self.done) as f32 / (end(sentences.len()) + 1) as f32
    }

    /// Whether the whole text is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.finished
    }

    /// The document as far as it is read: tokens and sentences from the start, entities and clusters only when all
    /// is done, since any sentence may decide how another is read.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The document, which is whole if all [is done](Self::is_done).
    #[must_use]
    pub fn into_document(self) -> Document {
        self.document
    }
}
