//! The words of the page in other languages: a table that a person edits.

use std::collections::BTreeMap;

use crate::{Result, tool};

/// `web/words/<language>.tsv` as a JavaScript object: English to the other.
pub(super) fn object(language: &str) -> Result<String> {
    let table = tool::read(format!("web/words/{language}.tsv"))?;
    let mut words = BTreeMap::new();
    for line in table.lines().skip(1) {
        let Some((english, other)) = line.split_once('\t') else {
            return Err(format!("{language}.tsv: a line without a tab: {line}"));
        };
        if words.insert(english, other).is_some() {
            return Err(format!("{language}.tsv: twice: {english}"));
        }
    }
    serde_json::to_string(&words).map_err(|error| error.to_string())
}
