//! The forms of rows, and the beginning of an input.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use clap::ValueEnum;

use super::columns::Names;
use super::detect::{self, Layout};
use super::source::ROW_MAX;
use crate::failure::Failure;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// Values separated by commas, semicolons or tabs, with a line of names
    Csv,
    /// The same, tabs first
    Tsv,
    /// A JSON object a line, or a JSON array of objects
    #[value(alias = "json-lines", alias = "ndjson", alias = "json")]
    Jsonl,
}

impl Form {
    /// The form that the name of a file tells.
    pub(crate) fn of(path: &Path) -> Self {
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        match extension.to_str() {
            Some("jsonl" | "ndjson" | "json") => Self::Jsonl,
            Some("tsv" | "tab") => Self::Tsv,
            _ => Self::Csv,
        }
    }
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineEnd {
    Lf,
    CrLf,
    /// Of old spreadsheets: read and written as LF in here.
    Cr,
}

impl LineEnd {
    /// As it is written in here.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::CrLf => "\r\n",
            Self::Lf | Self::Cr => "\n",
        }
    }

    /// Output as it leaves.
    pub(crate) fn restore(self, output: &mut [u8]) {
        if self == Self::Cr {
            replace(output, b'\n', b'\r');
        }
    }
}

fn replace(bytes: &mut [u8], from: u8, to: u8) {
    for byte in bytes {
        if *byte == from {
            *byte = to;
        }
    }
}

/// An opened input.
pub(crate) struct Input {
    /// Everything after a byte order mark.
    pub(crate) stream: Box<dyn Read + Send>,
    /// Bytes of all of it, when that is known.
    pub(crate) size: Option<u64>,
    /// How its lines end.
    pub(crate) line_end: LineEnd,
    /// How its rows are written.
    pub(crate) layout: Layout,
    /// What was found that the name does not say.
    pub(crate) found: Option<&'static str>,
}

/// Opens a file, or standard input for `-`.
pub(crate) fn open(path: &Path, asked: Option<Form>, columns: &[Names]) -> Result<Input, Failure> {
    if path == Path::new("-") {
        return begin(io::stdin(), None, path, asked, columns);
    }
    let failed = |error| Failure::usage(format!("cannot open {}: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(Failure::usage(format!("{} is a directory", path.display())));
    }
    let size = metadata.is_file().then_some(metadata.len());
    begin(file, size, path, asked, columns)
}

/// Looks at the first line that is not blank: byte order mark, encoding, line
/// end, form.
fn begin(
    mut stream: impl Read + Send + 'static,
    size: Option<u64>,
    path: &Path,
    asked: Option<Form>,
    columns: &[Names],
) -> Result<Input, Failure> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !detect::is_enough(&head) && (head.len() as u64) < ROW_MAX {
        let read = stream.read(&mut part);
        let len = read.map_err(|error| cannot_read(&error))?;
        if len == 0 {
            break;
        }
        head.extend_from_slice(&part[..len]);
    }
    if detect::is_utf_16(&head) {
        return Err(Failure::usage(
            "the rows are UTF-16: save them as UTF-8 (in a spreadsheet: \"CSV UTF-8\")",
        ));
    }
    let mark: &[u8] = b"\xef\xbb\xbf";
    if head.starts_with(mark) {
        head.drain(..mark.len());
    }
    let line_end = detect::line_end(&head);
    if line_end == LineEnd::Cr {
        replace(&mut head, b'\r', b'\n');
    }
    let (layout, found) = detect::layout(&head, asked, Form::of(path), columns)?;
    let head = Cursor::new(head);
    Ok(Input {
        stream: match line_end {
            LineEnd::Cr => Box::new(head.chain(CarriageReturns(stream))),
            _ => Box::new(head.chain(stream)),
        },
        size,
        line_end,
        layout,
        found,
    })
}

/// Reads CR as LF.
struct CarriageReturns<R>(R);

impl<R: Read> Read for CarriageReturns<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.0.read(buffer)?;
        let bytes = buffer.get_mut(..len).unwrap_or_default();
        if bytes.contains(&b'\n') {
            return Err(io::ErrorKind::InvalidData.into());
        }
        replace(bytes, b'\r', b'\n');
        Ok(len)
    }
}

/// Reading failed.
pub(crate) fn cannot_read(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::InvalidData => Failure::usage(
            "some line ends are CR alone and others are not: save the rows with one kind of \
             line end",
        ),
        _ => Failure::system(format!("cannot read the rows: {error}")),
    }
}
