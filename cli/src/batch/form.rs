//! How rows and lines are written.

use std::path::Path;

use clap::ValueEnum;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// Values separated by commas, semicolons or tabs, with a line of names
    Csv,
    /// Values as with csv, separated by tabs rather than commas
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
            swap(output, b'\n', b'\r');
        }
    }
}

/// Puts `to` in the place of every `from`.
pub(crate) fn swap(bytes: &mut [u8], from: u8, to: u8) {
    for byte in bytes {
        if *byte == from {
            *byte = to;
        }
    }
}
