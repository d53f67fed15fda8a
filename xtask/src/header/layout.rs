//! Items as a reader wants them: families together, short comments beside,
//! arguments side by side.

use super::item::{Item, uncommented};
use super::{COLUMNS, comment, init};
use crate::{Result, footprint};

/// What a caller must not drop.
pub(super) const MUST_USE: &str = "TOKENMINT_NODISCARD";

/// Constants, an empty line between those whose names begin differently.
pub(super) fn constants<'a>(items: impl Iterator<Item = &'a Item>) -> Result<String> {
    let mut out = String::new();
    let mut before = None;
    for item in items {
        let family = family(&item.name);
        if before.is_some_and(|before| before != family) {
            out.push('\n');
        }
        before = Some(family);
        out += &comment::beside(&item.comment, &parenthesized(&item.body.concat()))?;
    }
    Ok(out)
}

/// `TOKENMINT_AGORA_ROLE`, or of a shorter name what its last word belongs to;
/// statuses and sizes are families of their own.
pub(super) fn family(name: &str) -> &str {
    if name == "TOKENMINT_OK" || name.starts_with("TOKENMINT_ERR_") {
        return "TOKENMINT_ERR";
    }
    if ["_MAX", "_LEN", "_CAPACITY"]
        .iter()
        .any(|end| name.ends_with(end))
    {
        return "_MAX";
    }
    let mut words = name.match_indices('_').skip(1).map(|(at, _)| at);
    let second = words.next().unwrap_or(name.len());
    name.get(..words.next().unwrap_or(second)).unwrap_or(name)
}

/// `#define NAME -1` is an operator waiting for a left side.
fn parenthesized(line: &str) -> String {
    match line.rsplit_once(' ') {
        Some((head, number)) if number.starts_with('-') => format!("{head} ({number})"),
        _ => line.to_owned(),
    }
}

/// Types, each with its `_INIT` macro where it has one.
pub(super) fn types<'a>(items: impl Iterator<Item = &'a Item>) -> Result<String> {
    let mut parts = Vec::new();
    for item in items {
        let mut part = comment::above(&item.comment, 0)?;
        match item.body.as_slice() {
            [open, members @ .., close] if open.ends_with('{') => {
                part += &format!("{open}\n{}{close}\n", self::members(members)?);
            }
            _ => part += &broken(&joined(&item.body)),
        }
        part += &init::of(item)?;
        parts.push(part);
    }
    Ok(parts.join("\n"))
}

fn members(lines: &[String]) -> Result<String> {
    let mut out = String::new();
    let mut about = Vec::new();
    for line in lines {
        if line.trim_start().starts_with(['/', '*']) {
            about.extend(uncommented(line).filter(|text| !text.starts_with(init::MARK)));
        } else {
            out += &comment::beside(&std::mem::take(&mut about), line)?;
        }
    }
    Ok(out)
}

/// A chapter of functions.
pub(super) fn functions<'a>(
    heading: &str,
    items: impl Iterator<Item = &'a Item>,
) -> Result<String> {
    let mut out = String::new();
    if !heading.is_empty() {
        let rule = "-".repeat(COLUMNS.saturating_sub(heading.len() + 7));
        out += &format!("/* {heading} {rule} */\n");
    }
    for item in items {
        if !out.is_empty() {
            out.push('\n');
        }
        let mut about = item.comment.clone();
        if let Some(cost) = footprint::cost(&item.name)? {
            about.push(format!("@note {cost}"));
        }
        out += &comment::of_function(&about)?;
        let line = joined(&item.body);
        let line = match line.starts_with("int32_t ") {
            true => format!("{MUST_USE} {line}"),
            false => line,
        };
        out += &broken(&line);
    }
    Ok(out)
}

/// A declaration in one line.
pub(super) fn joined(body: &[String]) -> String {
    let words: Vec<_> = body.iter().map(|line| line.trim()).collect();
    words.join(" ")
}

/// A function's declaration or call, broken where it is too long.
pub(super) fn broken(line: &str) -> String {
    if line.len() <= COLUMNS {
        return format!("{line}\n");
    }
    let margin = " ".repeat(line.len() - line.trim_start().len());
    // The name of a type stands in parentheses of its own.
    let which = usize::from(line.starts_with("typedef "));
    let end = line
        .match_indices('(')
        .nth(which)
        .map_or(0, |(at, _)| at + 1);
    let (head, arguments) = line.split_at(end);
    let mut out = String::new();
    if head.len() > COLUMNS
        && let Some((front, name)) = head.rsplit_once(' ')
    {
        out += &format!("{front}\n{margin}{name}\n");
    } else {
        out += &format!("{head}\n");
    }
    let mut row = format!("{margin}   ");
    for argument in arguments.split_inclusive(", ").map(str::trim) {
        if row.len() + 1 + argument.len() > COLUMNS {
            out += &std::mem::replace(&mut row, format!("{margin}   "));
            out.push('\n');
        }
        row.push(' ');
        row += argument;
    }
    out + &row + "\n"
}
