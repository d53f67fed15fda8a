//! `_INIT` macros: every member of a struct, to begin with.
//!
//! A pointer begins as NULL and a number as 0, unless a line `@init value` in
//! the comment of the member says otherwise.

use super::COLUMNS;
use super::item::{Item, uncommented};
use crate::Result;

pub(super) const MARK: &str = "@init ";

/// The macro of a type that begins with `struct_size`; else nothing.
pub(super) fn of(item: &Item) -> Result<String> {
    let members = item.body.iter().map(|line| line.trim());
    if !members.clone().any(|line| line == "size_t struct_size;") {
        return Ok(String::new());
    }
    let mut values = Vec::new();
    let mut said = None;
    for line in members {
        if let Some(text) = uncommented(line).filter(|_| line.starts_with(['/', '*'])) {
            said = text.strip_prefix(MARK).map(str::to_owned).or(said);
        } else if line.ends_with(';') && !line.starts_with('}') {
            let first = if line.contains('*') { "NULL" } else { "0" };
            values.push(said.take().unwrap_or_else(|| first.to_owned()));
        }
    }
    let Some(size) = values.first_mut() else {
        return Err(format!("{} has no members", item.name));
    };
    *size = format!("sizeof({})", item.name);
    let name = item.name.to_uppercase();
    let mut out = format!("#define {name}_INIT \\\n");
    let mut row = String::from("  {");
    let last = values.len().saturating_sub(1);
    for (at, value) in values.iter().enumerate() {
        let value = format!(" {value}{}", if at == last { " }" } else { "," });
        // Room for " \".
        if row.len() + value.len() + 2 > COLUMNS {
            out += &format!("{row} \\\n");
            row = String::from("   ");
        }
        row += &value;
    }
    Ok(out + &row + "\n")
}
