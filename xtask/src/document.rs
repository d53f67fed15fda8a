//! Tables that a chore writes into a document.

use crate::{Result, tool};

/// The part of a document between two lines.
pub(crate) struct Section {
    pub(crate) document: &'static str,
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
}

impl Section {
    /// What stands there.
    pub(crate) fn read(&self) -> Result<String> {
        let document = tool::read(self.document)?;
        let (_, inside, _) = self.parts(&document)?;
        Ok(inside.to_owned())
    }

    /// Puts `text` there.
    pub(crate) fn write(&self, text: &str) -> Result<()> {
        let document = tool::read(self.document)?;
        let (before, _, after) = self.parts(&document)?;
        let (begin, end) = (self.begin, self.end);
        std::fs::write(
            tool::root().join(self.document),
            format!("{before}{begin}\n\n{text}\n\n{end}{after}"),
        )
        .map_err(|error| format!("cannot write {}: {error}", self.document))
    }

    /// Before it, inside, and after it.
    fn parts<'d>(&self, document: &'d str) -> Result<(&'d str, &'d str, &'d str)> {
        let missing = || format!("{} has no place for the table", self.document);
        let (before, rest) = document.split_once(self.begin).ok_or_else(missing)?;
        let (inside, after) = rest.split_once(self.end).ok_or_else(missing)?;
        Ok((before, inside, after))
    }
}

/// `1234567` as `1,234,567`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_groups() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1000), "1,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn a_document_has_one_place_for_a_table() {
        let section = Section {
            document: "a document",
            begin: "<!-- here -->",
            end: "<!-- to here -->",
        };
        let document = "a\n<!-- here -->\nold\n<!-- to here -->\nb";
        assert_eq!(section.parts(document), Ok(("a\n", "\nold\n", "\nb")));
        assert!(section.parts("a").is_err());
    }
}
