//! JSON lines: an object a line.

use std::io::{BufRead, BufReader, Read};

use super::opened::cannot_read;
use super::source::{ROW_MAX, Record, Row, Source};
use crate::failure::Failure;

/// Reads lines.
pub(crate) struct JsonLines {
    stream: BufReader<Box<dyn Read + Send>>,
    line: u64,
    position: u64,
}

impl JsonLines {
    /// Reads the lines of a stream.
    pub(crate) fn new(stream: Box<dyn Read + Send>) -> Self {
        Self {
            stream: BufReader::with_capacity(64 << 10, stream),
            line: 0,
            position: 0,
        }
    }

    /// Reads up to and with a line feed, but no more than the most of a row.
    fn read_part(&mut self, text: &mut Vec<u8>) -> Result<usize, Failure> {
        let mut part = (&mut self.stream).take(ROW_MAX);
        let read = part.read_until(b'\n', text);
        let len = read.map_err(|error| cannot_read(&error))?;
        self.position = self.position.saturating_add(len as u64);
        Ok(len)
    }
}

impl Record for Vec<u8> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }
}

impl Source for JsonLines {
    type Record = Vec<u8>;

    fn next(&mut self, text: &mut Vec<u8>) -> Result<Option<Row>, Failure> {
        loop {
            text.clear();
            if self.read_part(text)? == 0 {
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
                return Ok(Some(Row::not(line, reason)));
            }
            text.truncate(text.trim_ascii_end().len());
            if !text.is_empty() {
                return Ok(Some(Row::at(line)));
            }
        }
    }

    fn position(&self) -> u64 {
        self.position
    }
}
