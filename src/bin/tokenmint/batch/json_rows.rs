//! JSON lines: an object a line.
//!
//! The text of a row stays as it is, number by number; the token goes in before
//! its closing brace.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use serde_json::{Map, Value};

use super::form::{Input, cannot_read};
use super::source::{Codec, ROW_MAX, Row, Source, column_of, twice};
use crate::batch::Cells;
use crate::failure::Failure;

/// Opens an input: what reads it, and what the threads do with its rows.
pub(crate) fn open(
    input: Input,
    columns: &'static [&'static [&'static str]],
    token_column: &str,
) -> (JsonSource, JsonCodec) {
    let line_end = if input.carriage_returns { "\r\n" } else { "\n" };
    let source = JsonSource {
        stream: BufReader::with_capacity(64 << 10, input.stream),
        line: 0,
        position: 0,
    };
    let codec = JsonCodec {
        token_column: token_column.to_owned(),
        line_end,
        columns,
    };
    (source, codec)
}

/// Reads lines.
pub(crate) struct JsonSource {
    stream: BufReader<Box<dyn Read + Send>>,
    line: u64,
    position: u64,
}

impl JsonSource {
    /// Reads up to and with a line feed, but no more than the most of a row.
    fn read_part(&mut self, text: &mut Vec<u8>) -> Result<usize, Failure> {
        let mut part = (&mut self.stream).take(ROW_MAX);
        let read = part.read_until(b'\n', text);
        let len = read.map_err(|error| cannot_read(&error))?;
        self.position = self.position.saturating_add(len as u64);
        Ok(len)
    }
}

impl Source for JsonSource {
    type Record = Vec<u8>;

    fn next(&mut self) -> Result<Option<Row<Vec<u8>>>, Failure> {
        loop {
            let mut text = Vec::new();
            if self.read_part(&mut text)? == 0 {
                return Ok(None);
            }
            self.line = self.line.saturating_add(1);
            let line = self.line;
            if text.len() as u64 == ROW_MAX && !text.ends_with(b"\n") {
                let mut rest = Vec::new();
                while self.read_part(&mut rest)? > 0 && !rest.ends_with(b"\n") {
                    rest.clear();
                }
                let reason = format!("a row of more than {ROW_MAX} bytes");
                let record = Err(reason);
                return Ok(Some(Row { line, record }));
            }
            text.truncate(text.trim_ascii_end().len());
            if !text.is_empty() {
                let record = Ok(text);
                return Ok(Some(Row { line, record }));
            }
        }
    }

    fn position(&self) -> u64 {
        self.position
    }
}

/// How rows are read and written.
pub(crate) struct JsonCodec {
    token_column: String,
    line_end: &'static str,
    columns: &'static [&'static [&'static str]],
}

impl Codec for JsonCodec {
    type Record = Vec<u8>;

    fn cells<'r>(&self, record: &'r Vec<u8>) -> Result<Cells<'r>, String> {
        let object: Map<String, Value> = serde_json::from_slice(record).map_err(|error| {
            let text = error.to_string();
            let text = text.replace(" at line 1 column ", " at column ");
            format!("not a JSON object: {text}")
        })?;
        let mut cells = vec![None; self.columns.len()];
        for (name, value) in object {
            if name == self.token_column {
                return Err(format!(
                    "there is a member {name:?} already: name another with --token-column"
                ));
            }
            let column = column_of(self.columns, &name);
            if let Some(cell) = column.and_then(|column| cells.get_mut(column))
                && let Some(text) = text(&name, value)?
                && cell.replace(Cow::Owned(text)).is_some()
            {
                return Err(twice(&name));
            }
        }
        Ok(cells)
    }

    fn write(&self, rows: &[(Vec<u8>, String)]) -> Result<Vec<u8>, Failure> {
        // Its quotes and escapes are those of JSON; a token needs none.
        let name = Value::from(self.token_column.as_str()).to_string();
        let mut output = Vec::new();
        for (record, token) in rows {
            // It was read as an object, so it ends with a brace.
            let members = record.strip_suffix(b"}").unwrap_or(record).trim_ascii_end();
            output.extend_from_slice(members);
            if !members.ends_with(b"{") {
                output.push(b',');
            }
            let member = format!("{name}:\"{token}\"}}{}", self.line_end);
            output.extend_from_slice(member.as_bytes());
        }
        Ok(output)
    }
}

/// A text, or a whole number as text; `null` says nothing.
fn text(name: &str, value: Value) -> Result<Option<String>, String> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        Value::Number(number) if !number.is_f64() => Ok(Some(number.to_string())),
        _ => Err(format!("{name}: expected a text or a whole number")),
    }
}
