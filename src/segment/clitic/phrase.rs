//! A word or phrase, found again wherever a text has it: behind proclitics and in any spelling.

use super::analysis::{self, Analysis};
use super::article::alike;
use super::key::{Core, folded, seated};
use super::letters::{ALEF, HA, HAMZA, LAM, Letters, MAQSURA, TA, TA_MARBUTA, YA, code};
use super::proclitic::proclitics;
use super::weights::Weights;
use crate::Span;
use crate::segment::{Token, TokenKind, tokenize_into};

/// How far a reading of a word that leaves the phrase may fall behind the best one, in units of the weights: that
/// somebody looks for the word speaks for the reading.
const SLACK: i32 = 8;

/// Words that differ in nothing but alef maqsura and ya, one of them everywhere: «علي» is a man, «على» is *on*.
const PAIRS: [&str; 5] = ["علي", "الي", "لدي", "متي", "حتي"];

/// A word, or words that follow each other, to be found in texts.
///
/// The first word is found behind proclitics, and alone in a phrase with pronouns too; of «للعراق» the second ل
/// stands for the article. Spelling, vowel signs and tatweel do not matter. The article does, unless
/// [`any_article`](Self::any_article) is asked for: «الأسد» is not «أسد».
///
/// ```
/// use tawsim::segment::Phrase;
/// let text = "وصل الكاظميّ، وقيل للكاظمي وبالكاظمي… لا كاظم";
/// let found = Phrase::new("الكاظمي").occurrences(text);
/// let found: Vec<&str> = found.iter().map(|span| span.slice(text)).collect();
/// assert_eq!(found, ["الكاظميّ", "لكاظمي", "الكاظمي"]);
/// ```
#[derive(Clone, Debug)]
pub struct Phrase {
    /// What the first word is as an Arabic word; none where it isn't one.
    head: Option<Core>,
    /// The folded forms of all its tokens.
    tokens: Vec<String>,
    any_article: bool,
    pronouns: bool,
}

impl Phrase {
    /// The phrase that somebody wrote down. Proclitics of its first word are left out where it surely has some.
    #[must_use]
    pub fn new(phrase: &str) -> Self {
        Self::at(phrase, Span::new(0, phrase.len()))
    }

    /// The phrase that `span` of `text` marks, widened to whole words. Where it begins behind the proclitics of a
    /// word, that is where the phrase begins.
    ///
    /// ```
    /// use tawsim::{Span, segment::Phrase};
    /// let text = "عاد إلى العراق، وللعراق جيران";
    /// let marked = Span::new(text.rfind("لعراق").unwrap(), text.rfind(" جيران").unwrap());
    /// assert_eq!(Phrase::at(text, marked).occurrences(text).len(), 2);
    /// ```
    #[must_use]
    pub fn at(text: &str, span: Span) -> Self {
        let mut tokens = Vec::new();
        tokenize_into(text, &mut tokens);
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        let tokens = tokens.get(first..end).unwrap_or_default();
        let head = tokens.first().and_then(|token| head(text, *token, span.start));
        let tokens = tokens.iter().map(|token| folded(token.span.slice(text))).collect();
        Self { head, tokens, any_article: false, pronouns: true }
    }

    /// Finds the phrase with and without the article.
    #[must_use]
    pub fn any_article(mut self) -> Self {
        self.any_article = true;
        self
    }

    /// Leaves out words that end in a pronoun: for names, which take none. «عمره» is *his life*, and not «عمر».
    #[must_use]
    pub fn without_pronouns(mut self) -> Self {
        self.pronouns = false;
        self
    }

    /// Where `text` has the phrase, ascending and disjoint: from the first letter after the proclitics to the end of the
    /// last word, pronoun included. The cost is linear in the text.
    #[must_use]
    pub fn occurrences(&self, text: &str) -> Vec<Span> {
        let mut tokens = Vec::new();
        tokenize_into(text, &mut tokens);
        let (mut found, mut rest) = (Vec::new(), tokens.as_slice());
        let spelling = Spelling::of(text);
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            let start = self.starts(text, first, spelling);
            if let Some((start, end)) = start.zip(self.follows(text, first.span.end, after)) {
                found.push(Span::new(start, end));
                rest = after.get(self.tokens.len() - 1..).unwrap_or_default();
            }
        }
        found
    }

    /// Where in `token` the first word of the phrase begins.
    fn starts(&self, text: &str, token: &Token, spelling: Spelling) -> Option<usize> {
        let word = token.span.slice(text);
        match &self.head {
            Some(core) if token.kind == TokenKind::Word => {
                let cut = self.reading(core, word, spelling)?;
                Some(token.span.start + cut)
            }
            _ => (self.tokens.first() == Some(&folded(word))).then_some(token.span.start),
        }
    }

    /// Where the phrase ends whose first word ends at `at`, if its others are the next tokens, on the same line.
    fn follows(&self, text: &str, mut at: usize, tokens: &[Token]) -> Option<usize> {
        for (index, wanted) in self.tokens.get(1..)?.iter().enumerate() {
            let token = tokens.get(index)?;
            let gap = Span::new(at, token.span.start).slice(text);
            if gap.contains(['\n', '\r', '\u{2028}', '\u{2029}']) || folded(token.span.slice(text)) != *wanted
            {
                return None;
            }
            at = token.span.end;
        }
        Some(at)
    }

    /// How many bytes of proclitics `word` has if it can be read as the first word.
    fn reading(&self, core: &Core, word: &str, spelling: Spelling) -> Option<usize> {
        let letters = Letters::arabic(word)?;
        let weights = Weights::shipped()?;
        let pair = PAIRS.iter().any(|pair| pair.chars().map(code).eq(core.codes.iter().map(|&c| alike(c))));
        let pronouns = self.pronouns && self.tokens.len() == 1 && !pair;
        let exact = pair && spelling == Spelling::TellsYa;
        let mut found: Option<(usize, i32)> = None;
        analysis::each(&letters, |analysis| {
            let Some(cut) = letters.cut(analysis.stem) else { return };
            if (pronouns || analysis.pronoun == 0) && self.same(core, word, &letters, &analysis, exact) {
                let score = weights.score(letters.codes(), &analysis);
                if found.is_none_or(|(_, best)| score > best) {
                    found = Some((cut, score));
                }
            }
        });
        let (cut, score) = found?;
        let best = weights.score(letters.codes(), &weights.best(&letters).analysis);
        (best - score <= SLACK).then_some(cut)
    }

    /// Whether this reading leaves the first word.
    fn same(&self, core: &Core, word: &str, letters: &Letters, analysis: &Analysis, exact: bool) -> bool {
        let codes = letters.codes();
        let stem = codes.get(analysis.stem..analysis.end).unwrap_or_default();
        let prepositional =
            analysis.stem > analysis.conjunction && codes.get(analysis.conjunction) == Some(&LAM);
        let seat = analysis.pronoun > 0 && seated(word, letters, analysis);
        let equal = |found: &[u8], wanted: &[u8]| {
            let (Some((&a, found)), Some((&b, wanted))) = (found.split_last(), wanted.split_last()) else {
                return false;
            };
            let bound = analysis.pronoun > 0
                && matches!((a, b), (TA, TA_MARBUTA | HA) | (ALEF, MAQSURA | YA))
                || seat && b == HAMZA;
            let last = bound || if exact { a == b } else { alike(a) == alike(b) };
            last && found.iter().map(|&c| alike(c)).eq(wanted.iter().map(|&c| alike(c)))
        };
        let definite = |found: &[u8]| (core.definite || self.any_article) && equal(found, &core.codes);
        match stem {
            // The article has lost its alef, and its lam too where the word begins with one.
            [LAM, rest @ ..] if prepositional => {
                definite(rest) || definite(stem) || !core.definite && equal(stem, &core.codes)
            }
            [ALEF, LAM, rest @ ..] if self.any_article && rest.len() > 1 => {
                definite(rest) || equal(stem, &core.with_article())
            }
            _ if self.any_article => equal(stem, &core.codes) || equal(stem, &core.with_article()),
            _ => equal(stem, &core.with_article()),
        }
    }
}

/// The first word of a phrase as an Arabic word, less the letters before `start`, or else less its proclitics.
fn head(text: &str, token: Token, start: usize) -> Option<Core> {
    let word = token.span.slice(text);
    let letters = Letters::arabic(word).filter(|_| token.kind == TokenKind::Word)?;
    let marked = start.checked_sub(token.span.start).and_then(|at| letters.index(at)).unwrap_or(0);
    let cut = if marked > 0 { marked } else { letters.index(proclitics(word)).unwrap_or(0) };
    let len = letters.codes().len();
    let mut reading = Analysis { conjunction: 0, stem: 0, end: len, pronoun: 0 };
    analysis::each(&letters, |analysis| {
        if analysis.stem == cut && analysis.pronoun == 0 {
            reading = analysis;
        }
    });
    Some(Core::of(word, &letters, &reading))
}

/// Whether a text tells final alef maqsura from ya: some write one of them for both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    TellsYa,
    OneForBoth,
}

impl Spelling {
    fn of(text: &str) -> Self {
        if text.contains('ى') && text.contains('ي') { Self::TellsYa } else { Self::OneForBoth }
    }
}
