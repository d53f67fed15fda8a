//! The forms of rows, and the beginning of an input.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use clap::ValueEnum;

use super::source::ROW_MAX;
use crate::failure::Failure;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// Comma-separated values with a line of names (RFC 4180)
    Csv,
    /// The same with tabs
    Tsv,
    /// A JSON object a line
    #[value(alias = "json-lines", alias = "ndjson")]
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

    /// What stands between cells; none for JSON lines.
    pub(crate) const fn delimiter(self) -> Option<u8> {
        match self {
            Self::Csv => Some(b','),
            Self::Tsv => Some(b'\t'),
            Self::Jsonl => None,
        }
    }
}

/// An opened input.
pub(crate) struct Input {
    /// Everything after a byte order mark.
    pub(crate) stream: Box<dyn Read + Send>,
    /// Bytes of all of it, when that is known.
    pub(crate) size: Option<u64>,
    /// Whether lines end as on Windows.
    pub(crate) carriage_returns: bool,
}

/// Opens a file, or standard input for `-`.
pub(crate) fn open(path: &Path) -> Result<Input, Failure> {
    if path == Path::new("-") {
        return begin(io::stdin(), None);
    }
    let failed = |error| Failure::usage(format!("cannot open {}: {error}", path.display()));
    let file = File::open(path).map_err(failed)?;
    let metadata = file.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(Failure::usage(format!("{} is a directory", path.display())));
    }
    let size = metadata.is_file().then_some(metadata.len());
    begin(file, size)
}

/// Looks at the first line: byte order mark, encoding, line end.
fn begin(mut stream: impl Read + Send + 'static, size: Option<u64>) -> Result<Input, Failure> {
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while !head.contains(&b'\n') && (head.len() as u64) < ROW_MAX {
        let read = stream.read(&mut part);
        let len = read.map_err(|error| cannot_read(&error))?;
        if len == 0 {
            break;
        }
        head.extend_from_slice(&part[..len]);
    }
    if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
        return Err(Failure::usage(
            "the rows are UTF-16: save them as UTF-8 (in a spreadsheet: \"CSV UTF-8\")",
        ));
    }
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let carriage_returns = line.ends_with(b"\r");
    let mark: &[u8] = b"\xef\xbb\xbf";
    let skip = if head.starts_with(mark) {
        mark.len()
    } else {
        0
    };
    Ok(Input {
        stream: Box::new(Cursor::new(head.split_off(skip)).chain(stream)),
        size,
        carriage_returns,
    })
}

/// Reading failed.
pub(crate) fn cannot_read(error: &io::Error) -> Failure {
    Failure::system(format!("cannot read the rows: {error}"))
}
