//! JSON objects that are not a line each: the elements of an array, or objects
//! one after the other.

use std::io::{BufRead, BufReader, Read};

use super::opened::cannot_read;
use super::source::{ROW_MAX, Row, Source};
use crate::failure::Failure;

/// Reads values, without looking into them.
pub(crate) struct JsonValues {
    stream: BufReader<Box<dyn Read + Send>>,
    is_array: bool,
    state: State,
    line: u64,
    position: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the bracket of an array.
    Start,
    /// In front of a value, the first of the array if so.
    Value(bool),
    /// Behind all of them.
    End,
}

/// A value as far as it was read.
struct Value<'t> {
    text: &'t mut Vec<u8>,
    /// The line of its first character.
    line: u64,
    depth: u64,
    in_text: bool,
    is_escaped: bool,
    /// Its bytes, also those that are not kept.
    len: u64,
}

impl<'t> Value<'t> {
    fn new(text: &'t mut Vec<u8>) -> Self {
        text.clear();
        Self {
            text,
            line: 0,
            depth: 0,
            in_text: false,
            is_escaped: false,
            len: 0,
        }
    }

    fn push(&mut self, byte: u8, line: u64) {
        if self.len == 0 {
            self.line = line;
        }
        self.len = self.len.saturating_add(1);
        // One more than the most tells that it is too long.
        if self.len <= ROW_MAX.saturating_add(1) {
            self.text.push(byte);
        }
        match byte {
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' if self.in_text => self.is_escaped = true,
            b'"' => self.in_text = !self.in_text,
            _ if self.in_text => {}
            b'{' | b'[' => self.depth = self.depth.saturating_add(1),
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    const fn is_closed(&self) -> bool {
        self.depth == 0 && !self.in_text
    }

    fn row(self) -> Row {
        self.text.truncate(self.text.trim_ascii_end().len());
        if self.len > ROW_MAX {
            Row::not(self.line, format!("a row of more than {ROW_MAX} bytes"))
        } else {
            Row::at(self.line)
        }
    }
}

impl JsonValues {
    /// Reads the values of a stream.
    pub(crate) fn new(stream: Box<dyn Read + Send>, is_array: bool) -> Self {
        Self {
            stream: BufReader::with_capacity(64 << 10, stream),
            is_array,
            state: if is_array {
                State::Start
            } else {
                State::Value(true)
            },
            line: 1,
            position: 0,
        }
    }

    fn byte(&mut self) -> Result<Option<u8>, Failure> {
        let buffer = self
            .stream
            .fill_buf()
            .map_err(|error| cannot_read(&error))?;
        let Some(byte) = buffer.first().copied() else {
            return Ok(None);
        };
        self.stream.consume(1);
        self.position = self.position.saturating_add(1);
        Ok(Some(byte))
    }

    /// The next value; nothing where there is none between two separators.
    fn value(&mut self, text: &mut Vec<u8>) -> Result<Option<Row>, Failure> {
        let mut value = Value::new(text);
        while let Some(byte) = self.byte()? {
            let line = self.line;
            if byte == b'\n' {
                self.line = self.line.saturating_add(1);
            }
            if value.len == 0 && byte.is_ascii_whitespace() {
                continue;
            }
            if self.is_array && value.is_closed() && matches!(byte, b',' | b']') {
                let is_first = self.state == State::Value(true);
                self.state = State::Value(false);
                if byte == b']' {
                    self.state = State::End;
                    if value.len == 0 && is_first {
                        return Ok(None);
                    }
                }
                if value.len == 0 {
                    value.line = line;
                }
                return Ok(Some(value.row()));
            }
            value.push(byte, line);
            if !self.is_array && value.is_closed() && matches!(byte, b'}' | b'\n') {
                return Ok(Some(value.row()));
            }
        }
        self.state = State::End;
        if self.is_array {
            let line = if value.len == 0 {
                self.line
            } else {
                value.line
            };
            let reason = "the array is never closed: this row and all after it are lost";
            return Ok(Some(Row::not(line, reason.to_owned())));
        }
        Ok((value.len > 0).then(|| value.row()))
    }

    /// Nothing may follow an array.
    fn end(&mut self) -> Result<(), Failure> {
        while let Some(byte) = self.byte()? {
            if byte == b'\n' {
                self.line = self.line.saturating_add(1);
            }
            if !byte.is_ascii_whitespace() {
                return Err(Failure::usage(format!(
                    "line {}: something follows the end of the array",
                    self.line
                )));
            }
        }
        Ok(())
    }
}

impl Source for JsonValues {
    type Record = Vec<u8>;

    fn next(&mut self, text: &mut Vec<u8>) -> Result<Option<Row>, Failure> {
        if self.state == State::Start {
            // The bracket is why this is read as an array.
            while self.byte()?.is_some_and(|byte| {
                let is_line_end = byte == b'\n';
                self.line = self.line.saturating_add(u64::from(is_line_end));
                byte.is_ascii_whitespace()
            }) {}
            self.state = State::Value(true);
        }
        if self.state != State::End
            && let Some(row) = self.value(text)?
        {
            return Ok(Some(row));
        }
        self.end()?;
        Ok(None)
    }

    fn position(&self) -> u64 {
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Rows = Vec<(u64, Result<String, String>)>;

    fn rows(text: &str, is_array: bool) -> (Rows, Result<(), String>) {
        let stream = Box::new(std::io::Cursor::new(text.as_bytes().to_vec()));
        let mut values = JsonValues::new(stream, is_array);
        let mut rows = Vec::new();
        // What is in it has no part in the next row.
        let mut record = b"before".to_vec();
        loop {
            match values.next(&mut record) {
                Ok(Some(Row { line, fault })) => {
                    let text = String::from_utf8(record.clone()).expect("text");
                    rows.push((line, fault.map_or(Ok(text), Err)));
                }
                Ok(None) => return (rows, Ok(())),
                Err(failure) => return (rows, Err(failure.into_message())),
            }
        }
    }

    fn fine(list: &[(u64, &str)]) -> Rows {
        let owned = |(line, text): &(u64, &str)| (*line, Ok((*text).to_owned()));
        list.iter().map(owned).collect()
    }

    #[test]
    fn elements_of_an_array_and_their_lines() {
        for (text, expected) in [
            ("[]", fine(&[])),
            ("\n[ \n ]\n", fine(&[])),
            ("[{\"a\":\"],{\"}]", fine(&[(1, "{\"a\":\"],{\"}")])),
            (
                "[\n {\n \"a\": 1\n },\n\n {\"b\": \"\\\"]\"} ,7,[1,2]\n]\n",
                fine(&[
                    (2, "{\n \"a\": 1\n }"),
                    (6, "{\"b\": \"\\\"]\"}"),
                    (6, "7"),
                    (6, "[1,2]"),
                ]),
            ),
            ("[{},]", fine(&[(1, "{}"), (1, "")])),
        ] {
            assert_eq!(rows(text, true), (expected, Ok(())), "{text:?}");
        }
    }

    #[test]
    fn objects_one_after_the_other() {
        let (found, end) = rows("{\n \"a\": {}\n}\n\n{\"b\": 1} {\"c\": 2}\n7\n{", false);
        assert_eq!(
            found,
            fine(&[
                (1, "{\n \"a\": {}\n}"),
                (5, "{\"b\": 1}"),
                (5, "{\"c\": 2}"),
                (6, "7"),
                (7, "{")
            ])
        );
        assert_eq!(end, Ok(()));
    }

    #[test]
    fn arrays_that_do_not_end_or_go_on() {
        let (found, _) = rows("[{},\n{\"a\": [", true);
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].0, 2);
        assert!(
            found[1]
                .1
                .as_ref()
                .is_err_and(|reason| reason.contains("never closed"))
        );
        let (found, end) = rows("[{}]\n[{}]", true);
        assert_eq!(found, fine(&[(1, "{}")]));
        assert!(end.is_err_and(|reason| reason.starts_with("line 2")));
    }

    #[test]
    fn a_value_that_is_too_long_is_not_kept() {
        let text = format!("[{{\"a\":\"{}\"}},{{}}]", "x".repeat(3 << 20));
        let (found, _) = rows(&text, true);
        assert!(
            found[0]
                .1
                .as_ref()
                .is_err_and(|reason| reason.contains("1048576"))
        );
        assert_eq!(found[1], (1, Ok("{}".to_owned())));
    }
}
