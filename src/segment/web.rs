//! Web addresses, e-mail addresses, hashtags and handles.
//!
//! - `http://`, `https://`, `ftp://` or `www.` begin an address. A bare name is one where its last
//!   part is a well-known top-level domain: "alquds.com/news".
//! - An address goes on to the next space, quote, Arabic comma or bracket that it did not open, less
//!   the punctuation that ends it. Arabic letters may stand in its path.
//! - A hashtag needs a letter: «#لبنان_ينتفض», but "#1" is two tokens.
//! - A handle follows neither a letter nor a digit of the Latin script.

use super::chars::{Class, class};
use super::{Token, TokenKind};

const DOMAINS: [&str; 34] = [
    "com", "net", "org", "info", "edu", "gov", "int", "tv", "me", "io", "co", "news", "eu", "uk", "us", "fr",
    "de", "ru", "tr", "ir", "ae", "bh", "dz", "eg", "iq", "jo", "kw", "lb", "ly", "ma", "om", "ps", "qa",
    "sa",
];

/// Finds what belongs to the web, looking at each character a bounded number of times.
#[derive(Default)]
pub(super) struct Web {
    /// Nothing that begins with a letter or digit does so before this offset.
    none_before: usize,
}

impl Web {
    /// The web or e-mail address that begins at `at`, and its end.
    #[inline]
    pub(super) fn find(&mut self, text: &str, at: usize) -> Option<(TokenKind, usize)> {
        if at < self.none_before {
            return None;
        }
        let rest = text.get(at..)?;
        let atom = rest.bytes().position(
            |b| !matches!(b, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'%' | b'+' | b'-'),
        );
        let (atom, after) = rest.split_at_checked(atom.unwrap_or(rest.len()))?;
        if let Some(domain) = after.strip_prefix('@')
            && atom.ends_with(|c: char| c.is_ascii_alphanumeric())
            && let Some(len) = host(domain, |_| true)
        {
            return Some((TokenKind::Email, at + atom.len() + 1 + len));
        }
        if after.starts_with("://") {
            let scheme = atom.len() - atom.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
            let known = atom
                .get(scheme..)
                .is_some_and(|s| ["http", "https", "ftp"].iter().any(|known| s.eq_ignore_ascii_case(known)));
            if known && scheme == 0 {
                let host = atom.len() + 3;
                return Some((TokenKind::Url, at + host + address(rest.get(host..)?)?));
            }
            self.none_before = at + if known { scheme } else { atom.len() };
            return None;
        }
        let www = atom.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
        let known = |last: &str| www || DOMAINS.iter().any(|domain| last.eq_ignore_ascii_case(domain));
        if let Some(len) = host(atom, known) {
            let more =
                rest.get(len..).filter(|more| more.starts_with(['/', '?', ':', '#'])).and_then(address);
            return Some((TokenKind::Url, at + len + more.unwrap_or(0)));
        }
        self.none_before = at + atom.len();
        None
    }

    /// The hashtag or handle whose sign `c` stands at `at`, and its end.
    pub(super) fn find_tag(
        &self,
        text: &str,
        at: usize,
        c: char,
        before: Option<Token>,
    ) -> Option<(TokenKind, usize)> {
        let rest = text.get(at + c.len_utf8()..)?;
        match c {
            '#' => {
                let within = |c| {
                    c == '_'
                        || matches!(
                            class(c),
                            Class::Arabic | Class::Latin | Class::Letter | Class::Digit | Class::Mark
                        )
                };
                let first = rest.chars().next().filter(|&c| within(c) && class(c) != Class::Mark)?;
                let len = rest.find(|c| !within(c)).unwrap_or(rest.len());
                let lettered = class(first) != Class::Digit
                    || rest.get(..len)?.chars().any(|c| !matches!(class(c), Class::Digit | Class::Mark));
                lettered.then_some((TokenKind::Hashtag, at + 1 + len))
            }
            '@' => {
                let glued = before.is_some_and(|token| {
                    token.span.end == at && matches!(token.kind, TokenKind::Latin | TokenKind::Number)
                });
                let len = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                (len > 0 && !glued).then_some((TokenKind::Handle, at + 1 + len))
            }
            _ => None,
        }
    }
}

/// The length of the host name at the start of `text`: two parts or more with stops between them,
/// of which the last has two letters or more and is `known`.
fn host(text: &str, known: impl Fn(&str) -> bool) -> Option<usize> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let len = text.find(|c| !part(c) && c != '.').unwrap_or(text.len());
    let name = text.get(..len)?.trim_end_matches(['.', '-']);
    let last = name.rsplit('.').next()?;
    let proper = last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic());
    let parts = name.len() > last.len() && !name.starts_with('.') && !name.contains("..");
    (proper && parts && known(last)).then_some(name.len())
}

/// The length of what belongs to the address at the start of `text`, none if nothing does.
fn address(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut open = 0usize;
    let mut path = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => break,
            ')' | ']' => open -= 1,
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '}' | '|' => break,
            '/' | '?' | '#' => path = true,
            _ if c.is_ascii_graphic() => {}
            _ if path
                && matches!(
                    class(c),
                    Class::Arabic | Class::Latin | Class::Letter | Class::Mark | Class::Digit
                ) => {}
            _ => break,
        }
        if !matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '*' | '(' | '[') {
            end = at + c.len_utf8();
        }
    }
    (end > 0).then_some(end)
}
