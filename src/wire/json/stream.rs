//! JSON that comes byte by byte and is kept by nobody: a scanner whose state is
//! a few words, whatever the text.
//!
//! It takes what [`validate`](super::validate) takes, and finds the same faults.

use super::DEPTH_MAX;

/// What a byte was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Nothing that counts: space, a comma, a part of an escape.
    Nothing,
    /// It does not fit: the text is not JSON.
    Fault,
    /// An object begins; it is counted in [`Stream::depth`].
    Object,
    /// An array begins, likewise.
    Array,
    /// The name of a member begins.
    Name,
    /// The name is at its end.
    Named,
    /// A text, which is a value, begins.
    Text,
    /// A number begins with the byte, which is a part of it.
    Number,
    /// `true`, `false` or `null` begins.
    Word,
    /// A byte of the name or the text, or of the number.
    Byte,
    /// [`Stream::escaped`] is a part of the name or the text.
    Escaped,
}

/// A JSON text of which a part was seen.
#[derive(Debug, Clone, Copy)]
pub struct Stream {
    /// The open containers, one bit each; the innermost is the lowest.
    objects: u32,
    /// The digits of an escape; the high surrogate above them.
    code: u32,
    depth: u8,
    state: State,
    /// Whether the text that is read is a name.
    is_name: bool,
    /// What is left of an escape or a character; where in the words it is.
    left: u8,
    /// The smallest and the largest next byte of a character.
    least: u8,
    most: u8,
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

const WORDS: &[u8; 13] = b"truefalsenull";

impl Stream {
    /// Before the first byte.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            objects: 0,
            code: 0,
            depth: 0,
            state: State::Value,
            is_name: false,
            left: 0,
            least: 0,
            most: 0,
        }
    }

    /// How many containers are open.
    #[must_use]
    pub const fn depth(&self) -> u8 {
        self.depth
    }

    /// Whether what is read is the name of a member.
    #[must_use]
    pub const fn is_name(&self) -> bool {
        self.is_name
    }

    /// The character that an escape stood for, after [`Event::Escaped`].
    #[must_use]
    pub fn escaped(&self) -> char {
        char::from_u32(self.code).unwrap_or(char::REPLACEMENT_CHARACTER)
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

    /// Takes the next byte in. After a fault, nothing that it says counts.
    #[must_use]
    #[cfg_attr(target_os = "none", inline(never))]
    pub fn push(&mut self, byte: u8) -> Event {
        match self.state {
            State::Text => self.text(byte),
            State::Character => {
                if byte < self.least || byte > self.most {
                    return Event::Fault;
                }
                (self.least, self.most) = (0x80, 0xBF);
                self.left = self.left.saturating_sub(1);
                if self.left == 0 {
                    self.state = State::Text;
                }
                Event::Byte
            }
            State::Escape => self.escape(byte),
            State::Digits => self.digit(byte),
            State::LowBackslash => self.expect(byte, b'\\', State::LowU),
            State::LowU => {
                self.left = 4;
                self.expect(byte, b'u', State::Digits)
            }
            State::Word => {
                let expected = WORDS.get(usize::from(self.left)).copied();
                self.left = self.left.saturating_add(1);
                let next = match self.left {
                    4 | 9 | 13 => State::After,
                    _ => State::Word,
                };
                self.expect(byte, expected.unwrap_or_default(), next)
            }
            State::Value
            | State::FirstElement
            | State::FirstName
            | State::Name
            | State::Colon
            | State::After => self.structure(byte),
            _ => self.number(byte),
        }
    }

    /// Between tokens.
    fn structure(&mut self, byte: u8) -> Event {
        match (self.state, byte) {
            (_, b' ' | b'\t' | b'\n' | b'\r') => Event::Nothing,
            (State::FirstElement | State::FirstName | State::After, b']' | b'}') => {
                self.close(byte)
            }
            (State::FirstName | State::Name, b'"') => {
                self.is_name = true;
                self.state = State::Text;
                Event::Name
            }
            (State::Colon, b':') => {
                self.state = State::Value;
                Event::Nothing
            }
            (State::Value | State::FirstElement, _) => self.value(byte),
            (State::After, b',') if self.depth > 0 => {
                self.state = match self.objects & 1 {
                    1 => State::Name,
                    _ => State::Value,
                };
                Event::Nothing
            }
            _ => Event::Fault,
        }
    }

    fn value(&mut self, byte: u8) -> Event {
        let event;
        self.is_name = false;
        (self.state, self.left, event) = match byte {
            b'{' | b'[' => return self.open(byte),
            b't' => (State::Word, 1, Event::Word),
            b'f' => (State::Word, 5, Event::Word),
            b'n' => (State::Word, 10, Event::Word),
            b'"' => (State::Text, 0, Event::Text),
            b'-' => (State::Minus, 0, Event::Number),
            b'0' => (State::Zero, 0, Event::Number),
            b'1'..=b'9' => (State::Integer, 0, Event::Number),
            _ => return Event::Fault,
        };
        event
    }

    fn open(&mut self, byte: u8) -> Event {
        if u32::from(self.depth) >= DEPTH_MAX {
            return Event::Fault;
        }
        self.depth = self.depth.saturating_add(1);
        self.objects <<= 1;
        if byte == b'{' {
            self.objects |= 1;
            self.state = State::FirstName;
            Event::Object
        } else {
            self.state = State::FirstElement;
            Event::Array
        }
    }

    fn close(&mut self, byte: u8) -> Event {
        let expected = match self.objects & 1 {
            1 => b'}',
            _ => b']',
        };
        let Some(depth) = self.depth.checked_sub(1) else {
            return Event::Fault;
        };
        self.depth = depth;
        self.objects >>= 1;
        self.expect(byte, expected, State::After)
    }

    fn expect(&mut self, byte: u8, expected: u8, then: State) -> Event {
        self.state = then;
        if byte == expected {
            Event::Nothing
        } else {
            Event::Fault
        }
    }

    fn text(&mut self, byte: u8) -> Event {
        match byte {
            b'"' if self.is_name => {
                self.state = State::Colon;
                return Event::Named;
            }
            b'"' => {
                self.state = State::After;
                return Event::Nothing;
            }
            b'\\' => {
                self.state = State::Escape;
                return Event::Nothing;
            }
            0x20..0x80 => return Event::Byte,
            _ => {}
        }
        // RFC 3629: neither surrogates nor longer forms than needed. A control
        // character begins none.
        (self.left, self.least, self.most) = match byte {
            0xC2..=0xDF => (1, 0x80, 0xBF),
            0xE0 => (2, 0xA0, 0xBF),
            0xED => (2, 0x80, 0x9F),
            0xE1..=0xEF => (2, 0x80, 0xBF),
            0xF0 => (3, 0x90, 0xBF),
            0xF4 => (3, 0x80, 0x8F),
            0xF1..=0xF3 => (3, 0x80, 0xBF),
            _ => return Event::Fault,
        };
        self.state = State::Character;
        Event::Byte
    }

    fn escape(&mut self, byte: u8) -> Event {
        self.state = State::Text;
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
                return Event::Nothing;
            }
            _ => return Event::Fault,
        };
        self.code = meant.into();
        Event::Escaped
    }

    fn digit(&mut self, byte: u8) -> Event {
        let Some(digit) = char::from(byte).to_digit(16) else {
            return Event::Fault;
        };
        self.code = self.code << 4 | digit;
        self.left = self.left.saturating_sub(1);
        if self.left > 0 {
            return Event::Nothing;
        }
        self.state = State::Text;
        let (high, low) = (self.code >> 16, self.code & 0xFFFF);
        match (high, low) {
            (0, 0xD800..0xDC00) => {
                self.state = State::LowBackslash;
                Event::Nothing
            }
            (0, 0..0xD800 | 0xE000..) => Event::Escaped,
            (1.., 0xDC00..0xE000) => {
                let pair = (high & 0x3FF) << 10 | low & 0x3FF;
                self.code = pair.saturating_add(0x1_0000);
                Event::Escaped
            }
            _ => Event::Fault,
        }
    }

    fn number(&mut self, byte: u8) -> Event {
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
                self.state = State::After;
                return self.structure(byte);
            }
            _ => return Event::Fault,
        };
        Event::Byte
    }
}

impl Default for Stream {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;
    use std::vec::Vec;

    use proptest::prelude::*;

    use super::*;
    use crate::wire::json::validate;

    /// What the scanner says of a whole text, and the strings that it saw.
    fn scan(text: &[u8]) -> (bool, Vec<String>) {
        let mut stream = Stream::new();
        let mut strings: Vec<Vec<u8>> = Vec::new();
        for byte in text {
            match stream.push(*byte) {
                Event::Fault => return (false, Vec::new()),
                Event::Name | Event::Text => strings.push(Vec::new()),
                Event::Number => strings.push([*byte].to_vec()),
                Event::Byte => strings.last_mut().unwrap().push(*byte),
                Event::Escaped => {
                    let mut bytes = [0; 4];
                    let escaped = stream.escaped().encode_utf8(&mut bytes);
                    strings.last_mut().unwrap().extend(escaped.bytes());
                }
                _ => {}
            }
        }
        // What is cut off may end inside a character.
        let strings = strings
            .iter()
            .map(|text| String::from_utf8_lossy(text).into_owned());
        (stream.is_whole(), strings.collect())
    }

    #[test]
    fn texts_are_unescaped_and_numbers_kept() {
        let text = r#" {"a\u00e9\"" : ["\ud83d\ude00\n\/é", -1.5e+3, 0, true], "": null} "#;
        let expected = ["aé\"", "😀\n/é", "-1.5e+3", "0", ""];
        let (whole, strings) = scan(text.as_bytes());
        assert!(whole);
        assert_eq!(strings, expected);
    }

    #[test]
    fn escapes_numbers_and_depth_are_told() {
        let text = r#"{"\b\f\r\t\\\u00af":[-0,-10,9e1,{"a":{}},[]],"\uD83d\uDE00":"\ud801\udc37"}"#;
        let (whole, strings) = scan(text.as_bytes());
        assert!(whole);
        let names = [
            "\u{8}\u{c}\r\t\\\u{af}",
            "-0",
            "-10",
            "9e1",
            "a",
            "\u{1f600}",
        ];
        assert_eq!(strings[..6], names);
        assert_eq!(strings[6..], ["\u{10437}"]);
        for text in [
            "\"\u{1}\"",
            "1,",
            "1,2",
            "[1,\"a\":2]",
            "{\"a\":1,2}",
            "-",
            "-a",
            "-01",
        ] {
            assert!(!scan(text.as_bytes()).0, "{text}");
        }
        let mut stream = Stream::new();
        let mut seen = Vec::new();
        for byte in br#"{"a":["b",{"# {
            assert_ne!(stream.push(*byte), Event::Fault);
            seen.push((stream.depth(), stream.is_name()));
        }
        assert_eq!(seen[..4], [(1, false), (1, true), (1, true), (1, true)]);
        assert_eq!(seen[5..8], [(2, false); 3]);
        assert_eq!(seen[10].0, 3);
    }

    /// RFC 3629, section 4: the first and the last character of each row.
    #[test]
    fn characters_of_every_length_are_taken() {
        let text = "\u{7f}\u{80}\u{7ff}\u{800}\u{fff}\u{1000}\u{cfff}\u{d000}\u{d7ff}\u{e000}\
                    \u{ffff}\u{10000}\u{3ffff}\u{40000}\u{fffff}\u{100000}\u{10ffff}";
        for char in text.chars() {
            let quoted = std::format!("\"{char}\"");
            let expected = (true, [String::from(char)].to_vec());
            assert_eq!(scan(quoted.as_bytes()), expected, "{:x}", u32::from(char));
        }
        for bytes in [
            &b"\xC1\xBF"[..],
            b"\xC2\x7F",
            b"\xC2\xC0",
            b"\xDF\xC0",
            b"\xE0\x9F\xBF",
            b"\xE0\xA0\xC0",
            b"\xE1\x7F\x80",
            b"\xED\xA0\x80",
            b"\xEF\xC0\x80",
            b"\xF0\x8F\xBF\xBF",
            b"\xF0\x90\x7F\xBF",
            b"\xF1\x7F\x80\x80",
            b"\xF3\xC0\x80\x80",
            b"\xF4\x90\x80\x80",
            b"\xF5\x80\x80\x80",
        ] {
            assert!(!scan(&[b"\"", bytes, b"\""].concat()).0, "{bytes:x?}");
        }
    }

    #[test]
    fn what_is_not_json_is_found() {
        for text in [
            "",
            " ",
            "{",
            "}",
            "[1,]",
            "{\"a\"}",
            "{\"a\":}",
            "{,}",
            "{\"a\":1,}",
            "[1 2]",
            "01",
            "-",
            "1.",
            "1e",
            "1e+",
            ".5",
            "+1",
            "tru",
            "truee",
            "nul",
            "\"",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\ud800\\n\"",
            "\"\\ude00\"",
            "\"\\ud800\\ud800\"",
            "\"\n\"",
            "{]",
            "[}",
            "1 2",
            "\u{feff}1",
            "\"\\u12g4\"",
        ] {
            assert!(!scan(text.as_bytes()).0, "{text}");
            assert!(validate(text.as_bytes()).is_err(), "{text}");
        }
        for bytes in [
            &b"\"\xC0\x80\""[..],
            b"\"\xED\xA0\x80\"",
            b"\"\xF5\"",
            b"\"\x80\"",
            b"\"\xE0\x80\x80\"",
        ] {
            assert!(!scan(bytes).0, "{bytes:?}");
        }
        let deep = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(scan(deep(32).as_bytes()).0);
        assert!(!scan(deep(33).as_bytes()).0);
    }

    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\"\\u0041\"",
        "\\ud83d",
        "\\ude00",
        "\\n",
        "0",
        "-",
        "1",
        "12.5",
        "e",
        "E+",
        ".",
        "true",
        "false",
        "null",
        " ",
        "\n",
        "é",
        "😀",
        "\\",
        "\"k\":",
        "{}",
        "[]",
    ];

    proptest! {
        #[test]
        fn it_agrees_with_the_scanner_of_whole_texts(
            pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12),
        ) {
            let text = pieces.concat();
            prop_assert_eq!(scan(text.as_bytes()).0, validate(text.as_bytes()).is_ok(), "{}", text);
        }

        #[test]
        fn it_agrees_on_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..8)) {
            for (before, after) in [("", ""), ("\"", "\""), ("[1,\"", "\"]")] {
                let text = [before.as_bytes(), &bytes, after.as_bytes()].concat();
                prop_assert_eq!(scan(&text).0, validate(&text).is_ok(), "{:?}", text);
            }
        }
    }
}
