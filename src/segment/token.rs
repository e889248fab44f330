//! Tokens.

use serde::Serialize;

use super::chars::{Class, class};
use super::web::Web;
use super::{abbreviation, number, symbol};
use crate::Span;

/// What a token is. Serialised as its name in lower case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TokenKind {
    /// A word in any script but Latin; in news, nearly always Arabic. Vowel signs, tatweel and
    /// zero-width marks within it belong to it: «مُحَمَّد», «الـــعراق».
    Word,
    /// A word in Latin letters, with its digits, apostrophes and hyphens: "G20", "al-Assad".
    Latin,
    /// A number, date or time, with its separators: «٣٫٥», "1,200", "04/08/2021", "10:30".
    Number,
    /// A web address, with or without its scheme.
    Url,
    /// An e-mail address.
    Email,
    /// `#` and the word after it, underscores included: «#بغداد_اليوم».
    Hashtag,
    /// `@` and the name after it.
    Handle,
    /// Letters with the stops that shorten them: «د.», «أ.ف.ب.», "U.S.".
    Abbreviation,
    /// One punctuation mark.
    Punctuation,
    /// One symbol or emoji, however many characters it is made of.
    Symbol,
}

/// A token of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// Appends the tokens of `text` to `out`, ascending and disjoint.
///
/// Between two tokens there is nothing, or whitespace, control characters and zero-width marks:
/// tokens and gaps give back the text. No token begins or ends inside an emoji or between a letter
/// and its vowel signs. Where Arabic letters, Latin letters and digits touch, the token ends.
/// The cost is linear in the text; nothing is allocated but what `out` needs to grow.
///
/// ```
/// use tawsim::segment::{TokenKind, tokenize_into};
/// let text = "زار د. سعيد (G20) يوم ٤/٨/٢٠٢١.";
/// let mut tokens = Vec::new();
/// tokenize_into(text, &mut tokens);
/// let words: Vec<&str> = tokens.iter().map(|token| token.span.slice(text)).collect();
/// assert_eq!(words, ["زار", "د.", "سعيد", "(", "G20", ")", "يوم", "٤/٨/٢٠٢١", "."]);
/// assert_eq!(tokens[1].kind, TokenKind::Abbreviation);
/// ```
pub fn tokenize_into(text: &str, out: &mut Vec<Token>) {
    let mut web = Web::default();
    let mut before: Option<Token> = None;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let class = class(c);
        let (kind, end) = match class {
            Class::Gap | Class::Hidden => {
                at += c.len_utf8();
                continue;
            }
            Class::Arabic => arabic(text, at, before),
            Class::Letter => (TokenKind::Word, word(text, at, class)),
            Class::Latin => web.find(text, at).unwrap_or_else(|| latin(text, at)),
            Class::Digit => web.find(text, at).unwrap_or_else(|| number::find(text, at)),
            Class::Punctuation => {
                web.find_tag(text, at, c, before).unwrap_or((TokenKind::Punctuation, at + c.len_utf8()))
            }
            Class::Symbol | Class::Mark => (TokenKind::Symbol, symbol::end(text, at, c)),
        };
        let token = Token { span: Span::new(at, after_marks(text, end)), kind };
        out.push(token);
        before = Some(token);
        at = token.span.end;
    }
}

/// The character at `at`.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Where the marks end that begin at `at`.
#[inline]
fn after_marks(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.char_indices().find(|&(_, c)| class(c) != Class::Mark).map_or(text.len(), |(len, _)| at + len)
}

/// The end of the run of letters of `script` that begins at `at`, with what stands inside it.
#[inline]
pub(super) fn word(text: &str, at: usize, script: Class) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut end = rest.len();
    let mut chars = rest.char_indices();
    while let Some((offset, c)) = chars.next() {
        let class = class(c);
        if class == script || class == Class::Mark {
            continue;
        }
        if class == Class::Hidden && continues(chars.as_str(), script) {
            continue;
        }
        end = offset;
        break;
    }
    at + end
}

/// Whether letters of `script` go on after unseen characters.
fn continues(rest: &str, script: Class) -> bool {
    rest.chars().map(class).find(|&class| class != Class::Hidden) == Some(script)
}

/// An Arabic word, an abbreviation, or a stroke of tatweel that no letter belongs to.
#[inline]
fn arabic(text: &str, at: usize, before: Option<Token>) -> (TokenKind, usize) {
    let end = word(text, at, Class::Arabic);
    if text.as_bytes().get(end) == Some(&b'.')
        && let Some(end) = abbreviation::arabic(text, at, end, before)
    {
        return (TokenKind::Abbreviation, end);
    }
    let written = text.get(at..end).unwrap_or_default();
    if written.starts_with('ـ') && written.chars().all(|c| c == 'ـ' || class(c) != Class::Arabic) {
        return (TokenKind::Symbol, end);
    }
    (TokenKind::Word, end)
}

/// A Latin word or abbreviation. Digits belong to it, and between two of its characters so do an
/// apostrophe, a hyphen, an underscore and an ampersand: "COVID-19", "AT&T", "l'Orient".
fn latin(text: &str, at: usize) -> (TokenKind, usize) {
    let mut end = word(text, at, Class::Latin);
    loop {
        let within = |class| matches!(class, Class::Latin | Class::Digit | Class::Mark);
        let next = char_at(text, end);
        let joined = match next {
            Some('\'' | '’' | '-' | '_' | '&') => next.map_or(end, |c| end + c.len_utf8()),
            _ => end,
        };
        let Some(c) = char_at(text, joined).filter(|&c| within(class(c))) else {
            break;
        };
        end = joined + c.len_utf8();
    }
    if text.as_bytes().get(end) == Some(&b'.')
        && let Some(end) = abbreviation::latin(text, at, end)
    {
        return (TokenKind::Abbreviation, end);
    }
    (TokenKind::Latin, end)
}
