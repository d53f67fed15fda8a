//! JSON that comes byte by byte and is kept by nobody: a scanner whose state is
//! a few words, whatever the text.
//!
//! It takes what [`validate`](super::validate) takes, and finds the same faults.

use super::DEPTH_MAX;

/// What a byte was the begin, a part, or the end of. `depth` counts the open
/// containers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A container begins.
    Open {
        /// The depth inside of it.
        depth: u8,
        /// Whether it is an object.
        is_object: bool,
    },
    /// The name of a member begins.
    Name,
    /// A byte of the name, unescaped.
    NameByte(u8),
    /// The name is at its end.
    Named {
        /// The depth of the object.
        depth: u8,
    },
    /// A value that is no container begins with `first`.
    Value {
        /// The depth that it is at.
        depth: u8,
        /// `"`, `t`, `f`, `n`, `-` or a digit.
        first: u8,
    },
    /// A byte of the text, unescaped, or of the number.
    ValueByte(u8),
}

/// A JSON text of which a part was seen.
#[derive(Debug, Clone, Copy)]
pub struct Stream {
    /// The open containers, one bit each; the innermost is the lowest.
    objects: u32,
    depth: u8,
    state: State,
    /// Whether the text that is read is a name.
    is_name: bool,
    /// What is left: of a word, of an escape, of a character.
    left: u8,
    /// The smallest and the largest next byte of a character, or a word.
    next: (u8, u8),
    /// The digits of an escape; the high surrogate above them.
    code: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// A value comes.
    Value,
    /// A value comes, or the end of an array without elements.
    FirstElement,
    /// A name comes, or the end of an object without members.
    FirstName,
    Name,
    Colon,
    /// A value has ended.
    After,
    Text,
    Escape,
    Digits,
    /// The backslash, then the `u` of the second half of a pair.
    LowBackslash,
    LowU,
    /// The rest of a character of several bytes.
    Character,
    Word,
    Minus,
    Zero,
    Integer,
    Point,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,
}

const WORDS: [&[u8]; 3] = [b"true", b"false", b"null"];

impl Stream {
    /// Before the first byte.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            objects: 0,
            depth: 0,
            state: State::Value,
            is_name: false,
            left: 0,
            next: (0, 0),
            code: 0,
        }
    }

    /// Takes the next byte in; nothing when it does not fit.
    #[must_use]
    pub fn push(&mut self, byte: u8, on: &mut impl FnMut(Event)) -> Option<()> {
        match self.state {
            State::Text => self.text(byte, on),
            State::Character => {
                let (least, most) = self.next;
                if byte < least || byte > most {
                    return None;
                }
                self.byte(byte, on);
                self.next = (0x80, 0xBF);
                self.left = self.left.saturating_sub(1);
                if self.left == 0 {
                    self.state = State::Text;
                }
                Some(())
            }
            State::Escape => self.escape(byte, on),
            State::Digits => self.digit(byte, on),
            State::LowBackslash => self.expect(byte, b'\\', State::LowU),
            State::LowU => {
                self.left = 4;
                self.expect(byte, b'u', State::Digits)
            }
            State::Word => {
                let word = WORDS.get(usize::from(self.next.0))?;
                let at = self.left;
                if word.get(usize::from(at)) != Some(&byte) {
                    return None;
                }
                self.left = at.saturating_add(1);
                if usize::from(self.left) == word.len() {
                    self.end(on);
                }
                Some(())
            }
            State::Minus
            | State::Point
            | State::ExponentDigits
            | State::ExponentSign
            | State::Zero
            | State::Integer
            | State::Fraction
            | State::Exponent => self.number(byte, on),
            _ => self.structure(byte, on),
        }
    }

    /// Whether the text may end here: one value was seen, and all of it.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.depth == 0
            && matches!(
                self.state,
                State::After
                    | State::Zero
                    | State::Integer
                    | State::Fraction
                    | State::ExponentDigits
            )
    }

    /// Between tokens.
    fn structure(&mut self, byte: u8, on: &mut impl FnMut(Event)) -> Option<()> {
        if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
            return Some(());
        }
        match (self.state, byte) {
            (State::FirstElement, b']') | (State::FirstName, b'}') => self.close(byte),
            (State::FirstName | State::Name, b'"') => {
                self.is_name = true;
                self.state = State::Text;
                on(Event::Name);
                Some(())
            }
            (State::Colon, _) => self.expect(byte, b':', State::Value),
            (State::Value | State::FirstElement, _) => self.value(byte, on),
            (State::After, b',') if self.depth > 0 => {
                self.state = match self.objects & 1 {
                    1 => State::Name,
                    _ => State::Value,
                };
                Some(())
            }
            (State::After, b'}' | b']') => self.close(byte),
            _ => None,
        }
    }

    fn value(&mut self, byte: u8, on: &mut impl FnMut(Event)) -> Option<()> {
        let word = match byte {
            b'{' | b'[' => return self.open(byte == b'{', on),
            b't' => Some(0),
            b'f' => Some(1),
            b'n' => Some(2),
            _ => None,
        };
        self.state = match (byte, word) {
            (_, Some(word)) => {
                self.next.0 = word;
                self.left = 1;
                State::Word
            }
            (b'"', _) => State::Text,
            (b'-', _) => State::Minus,
            (b'0', _) => State::Zero,
            (b'1'..=b'9', _) => State::Integer,
            _ => return None,
        };
        self.is_name = false;
        on(Event::Value {
            depth: self.depth,
            first: byte,
        });
        if matches!(byte, b'-' | b'0'..=b'9') {
            self.byte(byte, on);
        }
        Some(())
    }

    fn open(&mut self, is_object: bool, on: &mut impl FnMut(Event)) -> Option<()> {
        self.depth = self.depth.saturating_add(1);
        if u32::from(self.depth) > DEPTH_MAX {
            return None;
        }
        self.objects = self.objects << 1 | u32::from(is_object);
        self.state = match is_object {
            true => State::FirstName,
            false => State::FirstElement,
        };
        on(Event::Open {
            depth: self.depth,
            is_object,
        });
        Some(())
    }

    fn close(&mut self, byte: u8) -> Option<()> {
        let expected = match self.objects & 1 {
            1 => b'}',
            _ => b']',
        };
        self.depth = self.depth.checked_sub(1)?;
        self.objects >>= 1;
        self.expect(byte, expected, State::After)
    }

    fn expect(&mut self, byte: u8, expected: u8, then: State) -> Option<()> {
        self.state = then;
        (byte == expected).then_some(())
    }

    fn end(&mut self, on: &mut impl FnMut(Event)) {
        if self.is_name {
            self.state = State::Colon;
            on(Event::Named { depth: self.depth });
        } else {
            self.state = State::After;
        }
    }

    /// A byte of what is read.
    fn byte(&self, byte: u8, on: &mut impl FnMut(Event)) {
        on(match self.is_name {
            true => Event::NameByte(byte),
            false => Event::ValueByte(byte),
        });
    }

    fn text(&mut self, byte: u8, on: &mut impl FnMut(Event)) -> Option<()> {
        match byte {
            b'"' => self.end(on),
            b'\\' => self.state = State::Escape,
            0..0x20 => return None,
            0x20..0x80 => self.byte(byte, on),
            _ => {
                // RFC 3629: neither surrogates nor longer forms than needed.
                (self.left, self.next) = match byte {
                    0xC2..=0xDF => (1, (0x80, 0xBF)),
                    0xE0 => (2, (0xA0, 0xBF)),
                    0xED => (2, (0x80, 0x9F)),
                    0xE1..=0xEF => (2, (0x80, 0xBF)),
                    0xF0 => (3, (0x90, 0xBF)),
                    0xF4 => (3, (0x80, 0x8F)),
                    0xF1..=0xF3 => (3, (0x80, 0xBF)),
                    _ => return None,
                };
                self.state = State::Character;
                self.byte(byte, on);
            }
        }
        Some(())
    }

    fn escape(&mut self, byte: u8, on: &mut impl FnMut(Event)) -> Option<()> {
        let meant = match byte {
            b'"' | b'\\' | b'/' => byte,
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                self.left = 4;
                self.code = 0;
                self.state = State::Digits;
                return Some(());
            }
            _ => return None,
        };
        self.byte(meant, on);
        self.state = State::Text;
        Some(())
    }

    fn digit(&mut self, byte: u8, on: &mut impl FnMut(Event)) -> Option<()> {
        let digit = char::from(byte).to_digit(16)?;
        self.code = self.code << 4 | digit;
        self.left = self.left.saturating_sub(1);
        if self.left > 0 {
            return Some(());
        }
        let (high, low) = (self.code >> 16, self.code & 0xFFFF);
        let code = match (high, low) {
            (0, 0xD800..0xDC00) => {
                self.state = State::LowBackslash;
                return Some(());
            }
            (0, _) => low,
            (_, 0xDC00..0xE000) => ((high & 0x3FF) << 10 | low & 0x3FF).saturating_add(0x1_0000),
            _ => return None,
        };
        let mut bytes = [0; 4];
        let character = char::from_u32(code)?.encode_utf8(&mut bytes);
        for byte in character.bytes() {
            self.byte(byte, on);
        }
        self.state = State::Text;
        Some(())
    }

    fn number(&mut self, byte: u8, on: &mut impl FnMut(Event)) -> Option<()> {
        let is_digit = byte.is_ascii_digit();
        self.state = match (self.state, byte) {
            (State::Minus, b'0') => State::Zero,
            (State::Minus | State::Integer, _) if is_digit => State::Integer,
            (State::Point | State::Fraction, _) if is_digit => State::Fraction,
            (State::Exponent | State::ExponentSign | State::ExponentDigits, _) if is_digit => {
                State::ExponentDigits
            }
            (State::Zero | State::Integer, b'.') => State::Point,
            (State::Zero | State::Integer | State::Fraction, b'e' | b'E') => State::Exponent,
            (State::Exponent, b'+' | b'-') => State::ExponentSign,
            (State::Zero | State::Integer | State::Fraction | State::ExponentDigits, _) => {
                // The number ended before this byte.
                self.end(on);
                return self.structure(byte, on);
            }
            _ => return None,
        };
        self.byte(byte, on);
        Some(())
    }
}

impl Default for Stream {
    fn default() -> Self {
        Self::new()
    }
}
