//! Rows as the pipeline sees them, whatever their form.

use super::columns::Cells;
use crate::failure::Failure;

/// The most bytes of one row.
pub(crate) const ROW_MAX: u64 = 1 << 20;

/// A row and the line that it begins on. What is not even a row is the reason.
pub(crate) struct Row<R> {
    pub(crate) line: u64,
    pub(crate) record: Result<R, String>,
}

/// A row that was looked into.
pub(crate) struct Read<'r> {
    /// The cells that matter.
    pub(crate) cells: Cells<'r>,
    /// What is odd about the others.
    pub(crate) warning: Option<String>,
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

    /// What matters of a row, or why it cannot be read.
    fn read<'r>(&self, record: &'r Self::Record) -> Result<Read<'r>, String>;

    /// Rows with their tokens, as they stand in the output.
    fn write(&self, rows: &[(Self::Record, String)]) -> Result<Vec<u8>, Failure>;
}

/// Why two columns that mean the same are refused.
pub(crate) fn twice(name: &str) -> String {
    format!("{name} is there twice")
}
