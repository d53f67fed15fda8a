//! The statuses of the functions: `@retvals mint names` becomes those that are
//! its own, by the table beside this file.

use crate::{Result, tool};

const TABLE: &str = include_str!("retvals.txt");

/// A status in the table.
struct Status {
    name: &'static str,
    constant: &'static str,
    text: Text,
}

enum Text {
    /// At the head of this header, for all its functions.
    Head(&'static str),
    /// With the constant; the function only names it.
    Constant,
    /// What it means here.
    Own(&'static str),
}

/// The lines for `names`: those with a text of their own, and one that names
/// the others, each in the order of the table.
pub(super) fn expand(names: &str) -> Result<Vec<String>> {
    let mut wanted = Vec::new();
    for name in names.split_whitespace() {
        collect(name, &mut wanted)?;
    }
    let mut lines = Vec::new();
    let mut named = Vec::new();
    let mut told = Vec::new();
    for status in statuses() {
        let constant = format!("TOKENMINT_{}", status.constant);
        if !wanted.contains(&status.name) || told.contains(&status.constant) {
            continue;
        }
        told.push(status.constant);
        match status.text {
            Text::Head(header) => said(header, &constant)?,
            Text::Constant => named.push(constant),
            Text::Own(text) => lines.push(format!("@retval {constant} {text}")),
        }
    }
    if !named.is_empty() {
        lines.push(format!("@return Also {}.", named.join(", ")));
    }
    Ok(lines)
}

/// Whether the skeleton of `header` names `constant`.
fn said(header: &str, constant: &str) -> Result<()> {
    let skeleton = tool::read(format!("ffi/header/{header}.h"))?;
    if skeleton.contains(constant) {
        return Ok(());
    }
    Err(format!("ffi/header/{header}.h does not name {constant}"))
}

fn collect(name: &str, wanted: &mut Vec<&'static str>) -> Result<()> {
    if let Some((_, names)) = groups().find(|(group, _)| *group == name) {
        return names
            .split_whitespace()
            .try_for_each(|name| collect(name, wanted));
    }
    match statuses().find(|status| status.name == name) {
        Some(status) => wanted.push(status.name),
        None => return Err(format!("`@retvals` knows no {name:?}")),
    }
    Ok(())
}

fn groups() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter_map(|line| line.split_once(" = "))
}

fn statuses() -> impl Iterator<Item = Status> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.contains(" = "))
        .filter_map(|line| {
            let (name, rest) = line.split_once(' ')?;
            let (constant, text) = rest.split_once(' ').unwrap_or((rest, ""));
            let text = match text.strip_prefix('@') {
                Some(header) => Text::Head(header),
                None if text.is_empty() => Text::Constant,
                None => Text::Own(text),
            };
            Some(Status {
                name,
                constant,
                text,
            })
        })
}
