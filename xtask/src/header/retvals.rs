//! The statuses of the functions: `@retvals mint names` becomes a line each, by
//! the table beside this file.

use crate::Result;

const TABLE: &str = include_str!("retvals.txt");

/// The lines for `names`, each status once, in the order of the table.
pub(super) fn expand(names: &str) -> Result<String> {
    let mut wanted = Vec::new();
    for name in names.split_whitespace() {
        collect(name, &mut wanted)?;
    }
    let mut lines = String::new();
    let mut told = Vec::new();
    for (name, constant, text) in statuses() {
        if wanted.contains(&name) && !told.contains(&constant) {
            told.push(constant);
            lines += &format!(" * @retval TOKENMINT_{constant}  {text}\n");
        }
    }
    Ok(lines)
}

fn collect(name: &str, wanted: &mut Vec<&'static str>) -> Result<()> {
    if let Some((_, names)) = groups().find(|(group, _)| *group == name) {
        return names
            .split_whitespace()
            .try_for_each(|name| collect(name, wanted));
    }
    match statuses().find(|(known, _, _)| *known == name) {
        Some((known, _, _)) => wanted.push(known),
        None => return Err(format!("`@retvals` knows no {name:?}")),
    }
    Ok(())
}

fn groups() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter_map(|line| line.split_once(" = "))
}

fn statuses() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.contains(" = "))
        .filter_map(|line| {
            let (name, rest) = line.split_once(' ')?;
            let (constant, text) = rest.split_once(' ')?;
            Some((name, constant, text))
        })
}
