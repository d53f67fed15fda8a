//! Rows under a head line, for lists that people read.

use serde_json::{Map, Value};

use super::answer::scalar;
use crate::clock;
use crate::failure::Failure;

/// Columns: a member's name, and what stands above it.
pub(crate) struct Table(pub(crate) &'static [(&'static str, &'static str)]);

impl Table {
    /// One line an object; what an object does not have is `-`.
    pub(crate) fn text<'a>(
        &self,
        rows: impl IntoIterator<Item = &'a Map<String, Value>>,
    ) -> Result<String, Failure> {
        let now = clock::now()?;
        let head = self.0.iter().map(|(_, head)| (*head).to_owned()).collect();
        let mut lines: Vec<Vec<String>> = vec![head];
        lines.extend(rows.into_iter().map(|row| {
            let cell = |(name, _): &(&str, &str)| match row.get(*name) {
                None | Some(Value::Null) => "-".to_owned(),
                Some(value) => scalar(name, value, now),
            };
            self.0.iter().map(cell).collect()
        }));
        Ok(align(&lines))
    }
}

fn align(lines: &[Vec<String>]) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let len = |text: &String| text.chars().count();
    let widths: Vec<_> = (0..columns)
        .map(|at| lines.iter().map(|line| len(&line[at])).max().unwrap_or(0))
        .collect();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| {
            let cells: Vec<_> = line
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{cell:width$}"))
                .collect();
            cells.join("  ").trim_end().to_owned()
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn columns_are_as_wide_as_what_is_in_them() {
        let rows = [
            json!({"id": "A-long-id", "state": "RUNNING", "more": 1}),
            json!({"id": "B", "state": null}),
        ];
        let table = Table(&[("id", "ID"), ("state", "STATE")]);
        let text = table.text(rows.iter().filter_map(Value::as_object));
        assert_eq!(
            text.unwrap(),
            "ID         STATE\nA-long-id  RUNNING\nB          -"
        );
    }
}
