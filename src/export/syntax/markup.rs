//! The part of XML and HTML that the two formats are written in: elements, attributes in quotes, character
//! references. What is not that part is an error, not a guess.

use super::Put;

/// Which of the two is written: they differ in what they can't hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Escape {
    Html,
    Xml,
}

impl Escape {
    /// Whether a document can hold the character at all, as itself or as a reference.
    pub(in crate::export) const fn holds(self, c: char) -> bool {
        match self {
            Self::Html => c != '\0',
            Self::Xml => {
                !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
            }
        }
    }
}

/// Appends text, with `outside` for each character that a document can't hold. A carriage return is a
/// reference, since every parser makes a line feed of it otherwise; so are XML 1.1's other line ends.
pub(in crate::export) fn escape(
    text: &str,
    into: Escape,
    out: &mut String,
    outside: &dyn Fn(char, &mut String),
) {
    for c in text.chars() {
        match c {
            '&' => out.put("&amp;"),
            '<' => out.put("&lt;"),
            '>' => out.put("&gt;"),
            '\r' => out.put("&#13;"),
            '\u{85}' if into == Escape::Xml => out.put("&#133;"),
            '\u{2028}' if into == Escape::Xml => out.put("&#8232;"),
            _ if !into.holds(c) => outside(c, out),
            _ => out.push(c),
        }
    }
}

/// Appends ` name="value"`. A backslash is doubled, and a character that a document can't hold is `\u{…}`.
pub(in crate::export) fn attribute(name: &str, value: &str, into: Escape, out: &mut String) {
    out.put(" ");
    out.put(name);
    out.put("=\"");
    for c in value.chars() {
        match c {
            '&' => out.put("&amp;"),
            '<' => out.put("&lt;"),
            '>' => out.put("&gt;"),
            '"' => out.put("&quot;"),
            '\t' => out.put("&#9;"),
            '\n' => out.put("&#10;"),
            '\r' => out.put("&#13;"),
            '\u{85}' if into == Escape::Xml => out.put("&#133;"),
            '\u{2028}' if into == Escape::Xml => out.put("&#8232;"),
            '\\' => out.put("\\\\"),
            _ if !into.holds(c) => {
                out.put("\\u{");
                out.put(&hexadecimal(c));
                out.put("}");
            }
            _ => out.push(c),
        }
    }
    out.put("\"");
}

/// Four hexadecimal digits or more, as in U+000C.
pub(in crate::export) fn hexadecimal(c: char) -> String {
    let digit = |at: u32| char::from_digit(c as u32 >> (4 * at) & 15, 16).unwrap_or('0').to_ascii_uppercase();
    let count = if c as u32 > 0xffff { 6 } else { 4 };
    (0..count).rev().map(digit).collect()
}

/// What a document is made of.
pub(in crate::export) enum Piece {
    Text(String),
    /// An element begins; `empty` if it ends at once.
    Open {
        name: String,
        attributes: Vec<(String, String)>,
        empty: bool,
    },
    Close(String),
}

/// Reads a document piece by piece. Errors are the byte where it goes wrong.
pub(in crate::export) struct Markup<'t> {
    text: &'t str,
    /// How far it has been read.
    pub(in crate::export) at: usize,
}

impl<'t> Markup<'t> {
    pub(in crate::export) const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// Goes behind the next `end`.
    fn skip(&mut self, end: &str) -> Result<(), usize> {
        self.at += self.rest().find(end).ok_or(self.at)? + end.len();
        Ok(())
    }

    /// The next piece; nothing at the end. Comments and processing instructions are passed over.
    pub(in crate::export) fn next(&mut self) -> Result<Option<Piece>, usize> {
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return Ok(None);
            }
            if !rest.starts_with('<') {
                let written = rest.get(..rest.find('<').unwrap_or(rest.len())).unwrap_or_default();
                let text = self.unescape(written)?;
                self.at += written.len();
                return Ok(Some(Piece::Text(text)));
            }
            if self.eat("<!--") {
                self.skip("-->")?;
            } else if self.eat("<?") {
                self.skip("?>")?;
            } else if self.eat("</") {
                let name = self.name()?;
                self.space();
                return if self.eat(">") { Ok(Some(Piece::Close(name))) } else { Err(self.at) };
            } else {
                self.at += 1;
                return self.open().map(Some);
            }
        }
    }

    fn name(&mut self) -> Result<String, usize> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_' | '.')));
        let name = rest.get(..end.unwrap_or(rest.len())).filter(|name| !name.is_empty()).ok_or(self.at)?;
        self.at += name.len();
        Ok(name.to_owned())
    }

    fn open(&mut self) -> Result<Piece, usize> {
        let name = self.name()?;
        let mut attributes = Vec::new();
        loop {
            self.space();
            if self.eat("/>") {
                return Ok(Piece::Open { name, attributes, empty: true });
            }
            if self.eat(">") {
                return Ok(Piece::Open { name, attributes, empty: false });
            }
            let key = self.name()?;
            if !self.eat("=\"") {
                return Err(self.at);
            }
            let rest = self.rest();
            let written = rest.get(..rest.find('"').ok_or(self.at)?).unwrap_or_default();
            let value = self.unescape(written)?;
            attributes.push((key, unslash(&value).ok_or(self.at)?));
            self.at += written.len() + 1;
        }
    }

    /// `written` with its references resolved and its line breaks as line feeds, as every parser gives them.
    fn unescape(&self, written: &str) -> Result<String, usize> {
        let mut out = String::with_capacity(written.len());
        let mut rest = written;
        while let Some(at) = rest.find(['&', '\r']) {
            let here = self.at + written.len() - rest.len() + at;
            let (plain, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
            out.put(plain);
            if let Some(after) = tail.strip_prefix('\r') {
                out.put(if after.starts_with('\n') { "" } else { "\n" });
                rest = after;
                continue;
            }
            let (name, after) = tail.get(1..).and_then(|tail| tail.split_once(';')).ok_or(here)?;
            out.push(reference(name).ok_or(here)?);
            rest = after;
        }
        out.put(rest);
        Ok(out)
    }
}

fn reference(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}

/// The value of an attribute as it was before [`attribute`].
fn unslash(value: &str) -> Option<String> {
    let mut out = String::with_capacity(value.len());
    let mut parts = value.split('\\');
    out.put(parts.next()?);
    while let Some(part) = parts.next() {
        if part.is_empty() {
            out.put("\\");
            out.put(parts.next()?);
        } else {
            let (digits, rest) = part.strip_prefix("u{")?.split_once('}')?;
            out.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
            out.put(rest);
        }
    }
    Some(out)
}
