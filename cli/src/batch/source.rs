//! Rows as the pipeline sees them, whatever their form.

use super::columns::Cells;
use crate::failure::Failure;

/// The most bytes of one row.
pub(crate) const ROW_MAX: u64 = 1 << 20;

/// A row before it is looked into, whose memory serves another one later.
pub(crate) trait Record: Default + Send {
    /// Its bytes.
    fn len(&self) -> usize;
}

/// Where a row is. What is not even a row has the reason.
pub(crate) struct Row {
    /// The line that it begins on.
    pub(crate) line: u64,
    /// Why it is none.
    pub(crate) fault: Option<String>,
}

impl Row {
    /// A row that begins on `line`.
    pub(crate) const fn at(line: u64) -> Self {
        Self { line, fault: None }
    }

    /// What begins on `line` and is no row.
    pub(crate) const fn not(line: u64, reason: String) -> Self {
        let fault = Some(reason);
        Self { line, fault }
    }
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
    type Record: Record;

    /// Reads the next row into `record`, in place of what is there; a failure ends
    /// the input.
    fn next(&mut self, record: &mut Self::Record) -> Result<Option<Row>, Failure>;

    /// Bytes of the input so far.
    fn position(&self) -> u64;
}

/// What the threads do with rows of one form.
pub(crate) trait Codec: Sync {
    /// As of the source.
    type Record;

    /// Rows that are written one after the other.
    type Output;

    /// What matters of a row, into `cells`, of which there are none; or why it
    /// cannot be read.
    fn read<'r>(&self, record: &'r Self::Record, cells: Cells<'r>) -> Result<Read<'r>, String>;

    /// No rows yet, and room for so many bytes.
    fn output(&self, capacity: usize) -> Self::Output;

    /// Adds a row with its token.
    fn write(
        &self,
        output: &mut Self::Output,
        record: &Self::Record,
        token: &str,
    ) -> Result<(), Failure>;

    /// The rows as they stand in the output.
    fn finish(&self, output: Self::Output) -> Result<Vec<u8>, Failure>;
}

/// Why two columns that mean the same are refused.
pub(crate) fn twice(name: &str) -> String {
    format!("{name} is there twice")
}
