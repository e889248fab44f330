//! Entries in a text.

use super::proclitic::{Reading, readings, start};
use super::table::hash;
use super::{Compiled, Gazetteer, LONGEST, Words};
use crate::Span;
use crate::segment::{Sentence, Token};

/// An entry's name in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Match {
    /// Its first token.
    pub(crate) first: usize,
    /// One past its last token.
    pub(crate) end: usize,
    /// The name itself, without proclitics.
    pub(crate) span: Span,
    /// Number of its type in [`Gazetteer::types`].
    pub(crate) kind: usize,
    pub(crate) priority: f32,
    /// Number of the name.
    name: usize,
    entry: u32,
}

impl Gazetteer {
    /// Appends every entry in the text, overlapping ones too, by ascending start; of one start, the longer first.
    /// `words` are those of the tokens.
    pub(crate) fn find(
        &self,
        text: &str,
        tokens: &[Token],
        sentences: &[Sentence],
        words: &Words,
        out: &mut Vec<Match>,
    ) {
        if self.names.is_empty() {
            return;
        }
        for sentence in sentences {
            for first in sentence.first..sentence.end {
                let from = out.len();
                self.names.each(words, first, sentence.end, |end, reading, name| {
                    out.extend(self.fit(text, tokens, sentence, words, (first, end), reading, name));
                });
                let here = out.get_mut(from..).unwrap_or_default();
                // The reading with fewer proclitics was met first, and the sort is stable.
                here.sort_by_key(|found| std::cmp::Reverse(found.end));
                let mut kept = from;
                for at in from..out.len() {
                    let known = out.get(from..kept).unwrap_or_default().iter();
                    if !known.rev().any(|other| out.get(at).is_some_and(|found| found.end == other.end)) {
                        out.swap(kept, at);
                        kept += 1;
                    }
                }
                out.truncate(kept);
            }
        }
    }

    /// Whether the tokens of a range, as a whole, are blocked for this type.
    pub(crate) fn blocks(
        &self,
        text: &str,
        tokens: &[Token],
        words: &Words,
        range: [usize; 2],
        kind: &str,
    ) -> bool {
        let [first, end] = range;
        if self.blocked.is_empty() {
            return false;
        }
        let mut blocked = false;
        self.blocked.each(words, first, end, |to, reading, name| {
            let types = self.bans.get(name).map(Vec::as_slice).unwrap_or_default();
            blocked |= to == end
                && (types.is_empty() || types.iter().any(|known| known == kind))
                && tokens.get(first).is_some_and(|token| {
                    start(text, token, reading, words.get(first), self.blocked.name(name), end - first)
                        .is_some()
                });
        });
        blocked
    }

    /// The listed name that was found, folded.
    pub(crate) fn norm(&self, found: &Match) -> &str {
        self.names.name(found.name)
    }

    /// The identifier of its entry.
    pub(crate) fn id_of(&self, found: &Match) -> Option<&str> {
        self.id_at(self.entries.get(found.entry as usize)?.id)
    }

    /// Whether the name means its entry wherever it stands, not in certain surroundings alone.
    pub(crate) fn holds_anywhere(&self, found: &Match) -> bool {
        self.entries.get(found.entry as usize).is_some_and(|entry| entry.context == super::NONE)
    }

    /// The first entry of a name whose context fits.
    #[allow(clippy::too_many_arguments, reason = "the place of a name in a text has many parts")]
    fn fit(
        &self,
        text: &str,
        tokens: &[Token],
        sentence: &Sentence,
        words: &Words,
        (first, end): (usize, usize),
        reading: Reading,
        name: usize,
    ) -> Option<Match> {
        let (opening, closing) = (tokens.get(first)?, tokens.get(end - 1)?);
        let cut = start(text, opening, reading, words.get(first), self.names.name(name), end - first)?;
        let span = Span::new(opening.span.start + cut, closing.span.end);
        if closing.span.end - opening.span.start > LONGEST {
            return None;
        }
        let place = Surroundings { words, sentence, first, end };
        let mut at = *self.heads.get(name)?;
        while let Some(&super::Reading { entry, next }) = self.readings.get(at as usize) {
            let &Compiled { kind, priority, context, .. } = self.entries.get(entry as usize)?;
            let context = self.contexts.get(context as usize);
            if context.is_none_or(|context| reading == Reading::default() && place.are(context)) {
                return Some(Match { first, end, span, kind: usize::from(kind), priority, name, entry });
            }
            at = next;
        }
        None
    }
}

impl super::Table {
    /// Visits every name that begins with the word `first` and ends before the word `limit`: its end, how its
    /// first word was read, and its number.
    pub(super) fn each(
        &self,
        words: &Words,
        first: usize,
        limit: usize,
        mut visit: impl FnMut(usize, Reading, usize),
    ) {
        for reading in readings(words.get(first)) {
            let front = if reading.alef { "ا" } else { "" };
            let word = words.range(first, first + 1, reading.cut);
            let mut state = hash().bytes(front.as_bytes()).bytes(word.as_bytes());
            let mut known = word.len();
            for end in
                self.lengths(state.finish()).map(|length| first + length).take_while(|&end| end <= limit)
            {
                let rest = words.range(first, end, reading.cut);
                state = state.bytes(rest.as_bytes().get(known..).unwrap_or_default());
                known = rest.len();
                if let Some(name) = self.find(state.finish(), front, rest) {
                    visit(end, reading, name);
                }
            }
        }
    }
}

/// The words around a name.
struct Surroundings<'w> {
    words: &'w Words,
    sentence: &'w Sentence,
    first: usize,
    end: usize,
}

impl Surroundings<'_> {
    fn are(&self, context: &super::Place) -> bool {
        let opened = self.first > self.sentence.first && self.quote(self.first - 1);
        let closed = self.end < self.sentence.end && self.quote(self.end);
        (context.quotes && opened && closed)
            || context.after.iter().any(|phrase| {
                self.follows(phrase, self.first) || (opened && self.follows(phrase, self.first - 1))
            })
    }

    /// Whether the phrase stands right before the word `at`.
    fn follows(&self, phrase: &[String], at: usize) -> bool {
        let Some((head, rest)) = phrase.split_first() else { return false };
        let Some(from) = at.checked_sub(phrase.len()).filter(|&from| from >= self.sentence.first) else {
            return false;
        };
        let word = self.words.get(from);
        let headed = readings(word).any(|reading| {
            let head = if reading.alef { head.strip_prefix('ا') } else { Some(head.as_str()) };
            head.is_some() && word.get(reading.cut..) == head
        });
        headed && (from + 1..at).zip(rest).all(|(at, word)| self.words.get(at) == word)
    }

    fn quote(&self, at: usize) -> bool {
        matches!(self.words.get(at), "\"" | "'")
    }
}
