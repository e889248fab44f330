//! JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)), read and written by hand: the readers that are well
//! kept would weigh more in the browser than all formats together.

use super::{Put, parse_decimal};

/// Values inside one another, at most: a document has five.
const DEPTH: u32 = 64;

/// A JSON value. Numbers keep the digits they are written with.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) enum Json {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads one value that is the whole of `text`; else gives the byte where it goes wrong.
    pub(in crate::export) fn parse(text: &str) -> Result<Self, usize> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(DEPTH)?;
        reader.space();
        if reader.at == text.len() { Ok(value) } else { Err(reader.at) }
    }

    /// The member of an object, if it is there and is not null.
    #[inline(never)]
    pub(in crate::export) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        members
            .iter()
            .rev()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
            .filter(|v| **v != Self::Null)
    }

    pub(in crate::export) fn str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    pub(in crate::export) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(digits) => parse_decimal(digits),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    #[inline(never)]
    pub(in crate::export) fn index(&self) -> Option<usize> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    pub(in crate::export) fn array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The value on one line, without spaces.
    pub(in crate::export) fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.put("null"),
            Self::Bool(true) => out.put("true"),
            Self::Bool(false) => out.put("false"),
            Self::Number(digits) => out.put(digits),
            Self::String(text) => quote(text, out),
            Self::Array(items) => {
                out.put("[");
                for (at, item) in items.iter().enumerate() {
                    out.put(if at > 0 { "," } else { "" });
                    item.write(out);
                }
                out.put("]");
            }
            Self::Object(members) => {
                out.put("{");
                for (at, (name, value)) in members.iter().enumerate() {
                    out.put(if at > 0 { "," } else { "" });
                    quote(name, out);
                    out.put(":");
                    value.write(out);
                }
                out.put("}");
            }
        }
    }
}

impl std::fmt::Display for Json {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = String::new();
        self.write(&mut out);
        f.write_str(&out)
    }
}

/// Appends a string as JSON, on one line.
pub(in crate::export) fn quote(text: &str, out: &mut String) {
    out.put("\"");
    for c in text.chars() {
        match c {
            '"' => out.put("\\\""),
            '\\' => out.put("\\\\"),
            '\n' => out.put("\\n"),
            '\r' => out.put("\\r"),
            '\t' => out.put("\\t"),
            '\u{8}' => out.put("\\b"),
            '\u{c}' => out.put("\\f"),
            '\0'..='\u{1f}' => {
                out.put("\\u00");
                let digit = |four: u32| char::from_digit(four & 15, 16).unwrap_or('0');
                out.extend([digit(c as u32 >> 4), digit(c as u32)]);
            }
            _ => out.push(c),
        }
    }
    out.put("\"");
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn value(&mut self, depth: u32) -> Result<Json, usize> {
        let depth = depth.checked_sub(1).ok_or(self.at)?;
        self.space();
        match self.rest().as_bytes().first().copied() {
            Some(b'"') => self.string().map(Json::String),
            Some(b'[') => {
                let mut items = Vec::new();
                self.list(']', &mut |reader| {
                    items.push(reader.value(depth)?);
                    Ok(())
                })?;
                Ok(Json::Array(items))
            }
            Some(b'{') => {
                let mut members = Vec::new();
                self.list('}', &mut |reader| {
                    reader.space();
                    let name = reader.string()?;
                    reader.space();
                    if !reader.eat(":") {
                        return Err(reader.at);
                    }
                    members.push((name, reader.value(depth)?));
                    Ok(())
                })?;
                Ok(Json::Object(members))
            }
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.eat("null") => Ok(Json::Null),
            _ if self.eat("true") => Ok(Json::Bool(true)),
            _ if self.eat("false") => Ok(Json::Bool(false)),
            _ => Err(self.at),
        }
    }

    /// What stands between an opening bracket and `close`, separated by commas.
    fn list(
        &mut self,
        close: char,
        item: &mut dyn FnMut(&mut Self) -> Result<(), usize>,
    ) -> Result<(), usize> {
        self.at += 1;
        self.space();
        if self.rest().starts_with(close) {
            self.at += 1;
            return Ok(());
        }
        loop {
            item(self)?;
            self.space();
            if self.rest().starts_with(close) {
                self.at += 1;
                return Ok(());
            }
            if !self.eat(",") {
                return Err(self.at);
            }
        }
    }

    fn number(&mut self) -> Result<Json, usize> {
        let rest = self.rest();
        let end = rest.bytes().position(|b| !matches!(b, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
        let digits = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        if !is_number(digits) {
            return Err(self.at);
        }
        let number = Json::Number(digits.to_owned());
        self.at += digits.len();
        Ok(number)
    }

    fn string(&mut self) -> Result<String, usize> {
        if !self.eat("\"") {
            return Err(self.at);
        }
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let plain =
                rest.bytes().position(|b| matches!(b, b'"' | b'\\' | 0..=0x1f)).ok_or(self.text.len())?;
            out.put(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            if self.eat("\"") {
                return Ok(out);
            }
            if !self.eat("\\") {
                return Err(self.at);
            }
            out.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, usize> {
        let at = self.at;
        let c = self.rest().chars().next().ok_or(at)?;
        self.at += c.len_utf8();
        Ok(match c {
            '"' | '\\' | '/' => c,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let first = self.unit()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first).ok_or(at);
                }
                let second = if self.eat("\\u") { self.unit()? } else { 0 };
                let pair = (0xdc00..0xe000).contains(&second);
                let code = pair.then(|| 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
                code.and_then(char::from_u32).ok_or(at)?
            }
            _ => return Err(at),
        })
    }

    fn unit(&mut self) -> Result<u32, usize> {
        let digits =
            self.rest().get(..4).filter(|four| four.bytes().all(|b| b.is_ascii_hexdigit())).ok_or(self.at)?;
        let unit = u32::from_str_radix(digits, 16).map_err(|_| self.at)?;
        self.at += 4;
        Ok(unit)
    }
}

/// Whether these are the digits of a JSON number: no zero in front, digits on both sides of the point.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (mantissa, exponent) = text.split_once(['e', 'E']).map_or((text, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(w, f)| (w, Some(f)));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}
