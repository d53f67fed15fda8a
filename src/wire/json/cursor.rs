//! A place in a JSON text, and the ways from there over whole values.

use super::text::{self, Text};
use super::value::Value;
use crate::Error;

/// The deepest nesting that is read, the outermost container counted.
pub const DEPTH_MAX: u32 = 32;

/// What contains values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
}

impl Kind {
    pub(super) const fn closing(self) -> u8 {
        match self {
            Self::Object => b'}',
            Self::Array => b']',
        }
    }
}

/// The open containers around a place, one bit each.
struct Nesting {
    objects: u32,
    depth: u32,
}

impl Nesting {
    const fn push(&mut self, kind: Kind) -> bool {
        self.objects = (self.objects << 1) | matches!(kind, Kind::Object) as u32;
        self.depth = self.depth.saturating_add(1);
        self.depth <= DEPTH_MAX
    }

    const fn pop(&mut self) {
        self.objects >>= 1;
        self.depth = self.depth.saturating_sub(1);
    }

    const fn innermost(&self) -> Kind {
        if self.objects & 1 == 1 {
            Kind::Object
        } else {
            Kind::Array
        }
    }
}

/// A place in a text that is known to be UTF-8.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    json: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(json: &'a [u8]) -> Result<Self, Error> {
        match core::str::from_utf8(json) {
            Ok(json) => Ok(Self { json, at: 0 }),
            Err(error) => Err(Error::BadJson {
                at: error.valid_up_to(),
            }),
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.json.as_bytes().get(self.at..).unwrap_or(&[])
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    const fn bad(&self) -> Error {
        Error::BadJson { at: self.at }
    }

    const fn advance(&mut self, len: usize) {
        self.at = self.at.saturating_add(len);
    }

    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.advance(1);
        }
        there
    }

    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Error> {
        if self.eat(byte) {
            Ok(())
        } else {
            Err(self.bad())
        }
    }

    fn skip_while(&mut self, accept: impl Fn(u8) -> bool) -> usize {
        let len = self
            .rest()
            .iter()
            .position(|byte| !accept(*byte))
            .unwrap_or(self.rest().len());
        self.advance(len);
        len
    }

    pub(super) fn skip_space(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    pub(super) fn end(&mut self) -> Result<(), Error> {
        self.skip_space();
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(self.bad())
        }
    }

    /// A name and its colon, and the space up to the value.
    pub(super) fn name(&mut self) -> Result<Text<'a>, Error> {
        let name = self.string()?;
        self.skip_space();
        self.expect(b':')?;
        self.skip_space();
        Ok(name)
    }

    /// A whole value inside `depth` containers.
    pub(super) fn value(&mut self, depth: u32) -> Result<Value<'a>, Error> {
        let start = self.at;
        let first = self.peek();
        self.skip_value(depth)?;
        let text = self.json.get(start..self.at).ok_or(self.bad())?;
        Ok(match first {
            Some(b'{') => Value::Object(text),
            Some(b'[') => Value::Array(text),
            Some(b'"') => Value::String(Text::new(unquoted(text))),
            Some(b'n') => Value::Null,
            Some(b't') => Value::Bool(true),
            Some(b'f') => Value::Bool(false),
            _ => Value::Number(text),
        })
    }

    fn skip_value(&mut self, depth: u32) -> Result<(), Error> {
        let mut nesting = Nesting { objects: 0, depth };
        loop {
            if self.open_or_skip(&mut nesting)? {
                continue;
            }
            // A value has ended: so may containers that it was the last of.
            loop {
                if nesting.depth == depth {
                    return Ok(());
                }
                let kind = nesting.innermost();
                self.skip_space();
                if !self.eat(kind.closing()) {
                    self.expect(b',')?;
                    self.begin_item(kind)?;
                    break;
                }
                nesting.pop();
            }
        }
    }

    /// Opens a container that is not empty (then a value comes next), or skips
    /// any other value.
    fn open_or_skip(&mut self, nesting: &mut Nesting) -> Result<bool, Error> {
        let kind = match self.peek() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            _ => return self.skip_scalar().map(|()| false),
        };
        if !nesting.push(kind) {
            return Err(self.bad());
        }
        self.advance(1);
        self.skip_space();
        if self.eat(kind.closing()) {
            nesting.pop();
            return Ok(false);
        }
        self.begin_item(kind)?;
        Ok(true)
    }

    fn begin_item(&mut self, kind: Kind) -> Result<(), Error> {
        self.skip_space();
        if kind == Kind::Object {
            self.name()?;
        }
        Ok(())
    }

    fn skip_scalar(&mut self) -> Result<(), Error> {
        match self.peek() {
            Some(b'"') => self.string().map(|_| ()),
            Some(b't') => self.literal(b"true"),
            Some(b'f') => self.literal(b"false"),
            Some(b'n') => self.literal(b"null"),
            _ => self.number(),
        }
    }

    fn literal(&mut self, word: &[u8]) -> Result<(), Error> {
        word.iter().try_for_each(|byte| self.expect(*byte))
    }

    fn number(&mut self) -> Result<(), Error> {
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Error> {
        if self.skip_while(|byte| byte.is_ascii_digit()) == 0 {
            return Err(self.bad());
        }
        Ok(())
    }

    fn string(&mut self) -> Result<Text<'a>, Error> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            self.skip_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20));
            if self.peek() == Some(b'"') {
                let content = self.json.get(start..self.at).ok_or(self.bad())?;
                self.advance(1);
                return Ok(Text::new(content));
            }
            self.expect(b'\\')?;
            let (_, len) = text::escape(self.rest()).ok_or(self.bad())?;
            self.advance(len);
        }
    }
}

fn unquoted(text: &str) -> &str {
    text.get(1..text.len().saturating_sub(1)).unwrap_or("")
}
