//! Rows as the pipeline sees them, whatever their form.

use crate::batch::Cells;
use crate::failure::Failure;

/// The most bytes of one row.
pub(crate) const ROW_MAX: u64 = 1 << 20;

/// A row and the line that it begins on. What is not even a row is the reason.
pub(crate) struct Row<R> {
    pub(crate) line: u64,
    pub(crate) record: Result<R, String>,
}

/// Where rows come from.
pub(crate) trait Source: Send {
    /// A row before it is looked into, which is the work of the threads.
    type Record: Send;

    /// The next row; a failure ends the input.
    fn next(&mut self) -> Result<Option<Row<Self::Record>>, Failure>;

    /// Bytes of the input so far.
    fn position(&self) -> u64;
}

/// What the threads do with rows of one form.
pub(crate) trait Codec: Sync {
    /// As of the source.
    type Record;

    /// The cells that matter, or why the row cannot be read.
    fn cells<'r>(&self, record: &'r Self::Record) -> Result<Cells<'r>, String>;

    /// Rows with their tokens, as they stand in the output.
    fn write(&self, rows: &[(Self::Record, String)]) -> Result<Vec<u8>, Failure>;
}

/// Which of `columns` has the name `text`. Case and the difference between
/// hyphen and underscore do not matter.
pub(crate) fn column_of(columns: &[&[&str]], text: &str) -> Option<usize> {
    let plain = |byte: u8| match byte {
        b'-' => b'_',
        other => other.to_ascii_lowercase(),
    };
    let text = text.trim();
    columns.iter().position(|names| {
        names
            .iter()
            .any(|name| name.bytes().eq(text.bytes().map(plain)))
    })
}

/// Why two columns that mean the same are refused.
pub(crate) fn twice(name: &str) -> String {
    format!("{name} is there twice")
}
