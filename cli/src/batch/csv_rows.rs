//! CSV and TSV: a line of names, then a row a record.

use std::borrow::Cow;
use std::io::{self, Chain, Read};

use csv::{ByteRecord, ReaderBuilder, Terminator, Writer, WriterBuilder};

use super::columns::{Cells, Names, column_of, name_of};
use super::form::LineEnd;
use super::opened::{Input, cannot_read};
use super::source::{self, Codec, ROW_MAX, Record, Row, Source, twice};
use crate::failure::Failure;
use crate::output::visible;

/// Comes after the input. A quote that is never closed swallows it, and is
/// known by that.
const END: &[u8] = b"\n\x1eend of rows\x1e";

/// Opens an input: what reads it, and what the threads do with its rows.
pub(crate) fn open(
    input: Input,
    delimiter: u8,
    columns: &[Names],
    token_column: &str,
) -> Result<(CsvSource, CsvCodec), Failure> {
    let terminator = match input.line_end {
        LineEnd::CrLf => Terminator::CRLF,
        LineEnd::Lf | LineEnd::Cr => Terminator::Any(b'\n'),
    };
    let stream = Bounded {
        stream: input.stream.chain(END),
        left: ROW_MAX,
    };
    let mut source = CsvSource {
        reader: ReaderBuilder::new()
            .delimiter(delimiter)
            .terminator(Terminator::Any(b'\n'))
            .flexible(true)
            .has_headers(false)
            .from_reader(stream),
        ended: false,
    };
    let mut names = ByteRecord::new();
    match source.next(&mut names)? {
        None => return Err(Failure::usage("there is no line of column names")),
        Some(row) => row.fault.map_or(Ok(()), Err).map_err(Failure::usage)?,
    }
    let codec = CsvCodec::new(names, delimiter, terminator, columns, token_column)?;
    Ok((source, codec))
}

/// Reads records.
pub(crate) struct CsvSource {
    reader: csv::Reader<Bounded>,
    ended: bool,
}

impl Record for ByteRecord {
    fn len(&self) -> usize {
        self.as_slice().len()
    }
}

impl Source for CsvSource {
    type Record = ByteRecord;

    fn next(&mut self, record: &mut ByteRecord) -> Result<Option<Row>, Failure> {
        while !self.ended {
            self.reader.get_mut().left = ROW_MAX;
            match self.reader.read_byte_record(record) {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(error) => return Err(self.failure(error, record)),
            }
            let line = self.first_line(record);
            let last = record.iter().next_back().unwrap_or_default();
            if last.ends_with(END.trim_ascii_start()) {
                self.ended = true;
                let is_row = record.len() > 1 || last != END.trim_ascii_start();
                // No line feed ends it.
                let line = line.saturating_add(1);
                let reason = "a quote is never closed: this row and all after it are lost";
                return Ok(is_row.then(|| Row::not(line, reason.to_owned())));
            }
            // The reader splits at line feeds only.
            if let Some(last) = last.strip_suffix(b"\r").map(<[u8]>::to_vec) {
                if record.len() == 1 && last.is_empty() {
                    continue;
                }
                record.truncate(record.len() - 1);
                record.push_field(&last);
            }
            return Ok(Some(Row::at(line)));
        }
        Ok(None)
    }

    fn position(&self) -> u64 {
        self.reader.position().byte()
    }
}

impl CsvSource {
    /// The line that a record begins on, from where it ends: the position that
    /// comes with it is that of empty lines before it.
    fn first_line(&self, record: &ByteRecord) -> u64 {
        let inside = record.as_slice().iter().filter(|byte| **byte == b'\n');
        let lines = 1 + inside.count() as u64;
        self.reader.position().line().saturating_sub(lines)
    }

    fn failure(&self, error: csv::Error, record: &ByteRecord) -> Failure {
        let line = record.position().map_or(0, csv::Position::line);
        if self.reader.get_ref().left == 0 {
            return Failure::usage(format!(
                "line {line}: a row of more than {ROW_MAX} bytes; is a quote never closed?"
            ));
        }
        match error.into_kind() {
            csv::ErrorKind::Io(error) => cannot_read(&error),
            other => Failure::usage(format!("line {line}: {other:?}")),
        }
    }
}

/// What the line of names says.
pub(crate) struct CsvCodec {
    names: ByteRecord,
    token_column: String,
    delimiter: u8,
    terminator: Terminator,
    /// Where each column is.
    positions: Vec<Option<usize>>,
}

impl CsvCodec {
    fn new(
        names: ByteRecord,
        delimiter: u8,
        terminator: Terminator,
        columns: &[Names],
        token_column: &str,
    ) -> Result<Self, Failure> {
        let texts: Result<Vec<_>, _> = names.iter().map(text).collect();
        let texts = texts.map_err(|_| Failure::usage("the column names are not UTF-8"))?;
        let mut positions = vec![None; columns.len()];
        for (at, text) in texts.iter().enumerate() {
            if text.trim() == token_column {
                return Err(Failure::usage(format!(
                    "there is a column {token_column:?} already: name another with --token-column"
                )));
            }
            let column = column_of(columns, text);
            if let Some(slot) = column.and_then(|column| positions.get_mut(column))
                && slot.replace(at).is_some()
            {
                let name = visible(text.trim());
                return Err(Failure::usage(format!("column {}", twice(&name))));
            }
        }
        Ok(Self {
            token_column: token_column.to_owned(),
            delimiter,
            terminator,
            positions,
            names,
        })
    }

    /// Whether the line of names has one of these columns.
    pub(crate) fn has(&self, columns: &[Names], name: &str) -> bool {
        let mut known = columns.iter().zip(&self.positions);
        known.any(|(names, position)| name_of(names) == name && position.is_some())
    }

    /// Whether it has none that is known.
    pub(crate) fn has_none(&self) -> bool {
        self.positions.iter().all(Option::is_none)
    }

    /// The columns that are kept and have no meaning here.
    pub(crate) fn unused(&self) -> Vec<String> {
        let unused = self
            .names
            .iter()
            .enumerate()
            .filter(|(at, _)| !self.positions.contains(&Some(*at)));
        unused
            .map(|(_, name)| String::from_utf8_lossy(name).into_owned())
            .collect()
    }

    /// The line of names of the output.
    pub(crate) fn header(&self) -> Result<Vec<u8>, Failure> {
        let mut writer = self.writer(0);
        let names = self.names.iter().chain([self.token_column.as_bytes()]);
        writer
            .write_record(names)
            .map_err(|error| cannot_write(&error))?;
        finish(writer)
    }

    fn writer(&self, capacity: usize) -> Writer<Vec<u8>> {
        WriterBuilder::new()
            .delimiter(self.delimiter)
            .terminator(self.terminator)
            .from_writer(Vec::with_capacity(capacity))
    }
}

impl Codec for CsvCodec {
    type Record = ByteRecord;
    type Output = Writer<Vec<u8>>;

    fn read<'r>(
        &self,
        record: &'r ByteRecord,
        mut cells: Cells<'r>,
    ) -> Result<source::Read<'r>, String> {
        if record.len() != self.names.len() {
            return Err(format!(
                "{} cells where there are {} columns",
                record.len(),
                self.names.len()
            ));
        }
        for position in &self.positions {
            // What is no column is as good as an empty cell.
            let bytes = position.and_then(|at| record.get(at)).unwrap_or_default();
            let text = text(bytes)?;
            cells.push((!text.is_empty()).then_some(Cow::Borrowed(text)));
        }
        Ok(source::Read {
            cells,
            warning: None,
        })
    }

    fn output(&self, capacity: usize) -> Writer<Vec<u8>> {
        self.writer(capacity)
    }

    fn write(
        &self,
        output: &mut Writer<Vec<u8>>,
        record: &ByteRecord,
        token: &str,
    ) -> Result<(), Failure> {
        let cells = record.iter().chain([token.as_bytes()]);
        output
            .write_record(cells)
            .map_err(|error| cannot_write(&error))
    }

    fn finish(&self, output: Writer<Vec<u8>>) -> Result<Vec<u8>, Failure> {
        finish(output)
    }
}

/// Only what matters has to be text: all other bytes come out as they went in.
fn text(cell: &[u8]) -> Result<&str, String> {
    str::from_utf8(cell).map_err(|_| "not UTF-8".to_owned())
}

fn finish(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, Failure> {
    writer.into_inner().map_err(|error| cannot_write(&error))
}

fn cannot_write(error: &dyn std::error::Error) -> Failure {
    Failure::system(format!("cannot write a row: {error}"))
}

/// Ends a record that has no end, before it fills the memory.
struct Bounded {
    stream: Chain<Box<dyn Read + Send>, &'static [u8]>,
    left: u64,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let len = self.stream.read(buffer)?;
        self.left = self.left.saturating_sub(len as u64);
        Ok(len)
    }
}
