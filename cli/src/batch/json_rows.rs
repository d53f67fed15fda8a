//! Rows that are JSON objects.
//!
//! The text of a row stays as it is, number by number; the token goes in before
//! its closing brace.

use serde_json::Value;

use super::columns::{Cells, Names};
use super::json_members;
use super::source::{Codec, Read};
use crate::failure::Failure;

/// How rows are read and written.
pub(crate) struct JsonCodec {
    token_column: String,
    /// Its quotes and escapes are those of JSON; a token needs none.
    token_name: String,
    line_end: &'static str,
    /// Rows of an array have commas before them, all others line ends behind.
    is_array: bool,
    columns: Vec<Names>,
}

impl JsonCodec {
    /// A codec for rows with these columns.
    pub(crate) fn new(
        columns: Vec<Names>,
        token_column: &str,
        line_end: &'static str,
        is_array: bool,
    ) -> Self {
        Self {
            token_column: token_column.to_owned(),
            token_name: Value::from(token_column).to_string(),
            line_end,
            is_array,
            columns,
        }
    }
}

impl Codec for JsonCodec {
    type Record = Vec<u8>;
    type Output = Vec<u8>;

    fn read<'r>(&self, record: &'r Vec<u8>, cells: Cells<'r>) -> Result<Read<'r>, String> {
        json_members::read(record, cells, &self.columns, &self.token_column)
    }

    fn output(&self, capacity: usize) -> Vec<u8> {
        Vec::with_capacity(capacity)
    }

    fn write(&self, output: &mut Vec<u8>, record: &Vec<u8>, token: &str) -> Result<(), Failure> {
        if self.is_array {
            output.push(b',');
            output.extend_from_slice(self.line_end.as_bytes());
        }
        // It was read as an object, so it ends with a brace.
        let members = record.strip_suffix(b"}").unwrap_or(record).trim_ascii_end();
        output.extend_from_slice(members);
        if !members.ends_with(b"{") {
            output.push(b',');
        }
        let line_end = if self.is_array { "" } else { self.line_end };
        for part in [&self.token_name, ":\"", token, "\"}", line_end] {
            output.extend_from_slice(part.as_bytes());
        }
        Ok(())
    }

    fn finish(&self, output: Vec<u8>) -> Result<Vec<u8>, Failure> {
        Ok(output)
    }
}
