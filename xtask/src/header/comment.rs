//! Comments, filled to the width of the header.

use super::{COLUMNS, retvals};
use crate::Result;

/// The comment of a function: with room around it when it has parts.
pub(super) fn of_function(lines: &[String]) -> Result<String> {
    let blocks = blocks(lines)?;
    if blocks.len() < 2 {
        return above(lines, 0);
    }
    let mut out = String::from("/**\n");
    for line in blocks.iter().flat_map(|block| fill(block, COLUMNS - 3)) {
        out += format!(" * {line}").trim_end();
        out.push('\n');
    }
    Ok(out + " */\n")
}

/// What a function does, for C++: the text before its arguments.
pub(super) fn summary(lines: &[String]) -> String {
    let text: Vec<_> = lines
        .iter()
        .map(|line| line.trim())
        .take_while(|line| !line.is_empty() && !starts_block(line))
        .collect();
    let text = text.join(" ").replace("@ref ", "");
    let lines = fill(&text, COLUMNS - 4);
    lines.iter().map(|line| format!("/// {line}\n")).collect()
}

/// A comment above what it is about, `indent` columns from the left.
pub(super) fn above(lines: &[String], indent: usize) -> Result<String> {
    let margin = " ".repeat(indent);
    // Room for the start on every line, and for the end, which the last has.
    let width = COLUMNS - indent - 4;
    let blocks = blocks(lines)?;
    let mut filled: Vec<_> = blocks.iter().flat_map(|block| fill(block, width)).collect();
    if let Some(last) = filled.last_mut()
        && indent + 4 + last.len() + 3 > COLUMNS
    {
        let (line, word) = last.rsplit_once(' ').unwrap_or(("", last));
        let (line, word) = (line.to_owned(), word.to_owned());
        *last = line;
        filled.push(word);
    }
    let mut out = String::new();
    for (at, line) in filled.iter().enumerate() {
        let start = if at == 0 { "/**" } else { " * " };
        let end = if at + 1 == filled.len() { " */" } else { "" };
        out += format!("{margin}{start} {line}{end}").trim_end();
        out.push('\n');
    }
    Ok(out)
}

/// A comment behind `code`, or above it where there is no room.
pub(super) fn beside(lines: &[String], code: &str) -> Result<String> {
    let text = lines.join(" ");
    let line = format!("{code} /**< {text} */");
    if !text.is_empty() && !text.contains('@') && line.len() <= COLUMNS {
        return Ok(format!("{line}\n"));
    }
    let indent = code.len() - code.trim_start().len();
    Ok(above(lines, indent)? + code + "\n")
}

fn starts_block(text: &str) -> bool {
    ["@param ", "@return ", "@retvals ", "@note "]
        .iter()
        .any(|start| text.starts_with(start))
}

/// Paragraphs, empty lines, and `@` lines with what belongs to them.
fn blocks(lines: &[String]) -> Result<Vec<String>> {
    let mut blocks: Vec<String> = Vec::new();
    for line in lines {
        let text = line.trim();
        let begins = starts_block(text);
        if let Some(names) = text.strip_prefix("@retvals ") {
            blocks.extend(retvals::expand(names)?);
        } else if let Some(last) = blocks.last_mut()
            && !begins
            && !text.is_empty()
            && !last.is_empty()
        {
            last.push(' ');
            last.push_str(text);
        } else {
            blocks.push(text.to_owned());
        }
    }
    // A function that has only common statuses ends with its text.
    while blocks.last().is_some_and(String::is_empty) {
        blocks.pop();
    }
    Ok(blocks)
}

/// The words of `block` in lines of `width`: what an `@` line is about stays
/// apart from its text, and its other lines stand back.
fn fill(block: &str, width: usize) -> Vec<String> {
    let about = match block.split(' ').next() {
        Some("@param" | "@retval") => 2,
        _ => 0,
    };
    let hang = if block.starts_with('@') { "  " } else { "" };
    let mut lines = Vec::new();
    let mut line = String::new();
    for (at, word) in block.split_whitespace().enumerate() {
        let space = match at {
            0 => "",
            at if at == about => "  ",
            _ => " ",
        };
        if line.len() + space.len() + word.len() > width {
            lines.push(std::mem::replace(&mut line, format!("{hang}{word}")));
        } else {
            line += space;
            line += word;
        }
    }
    lines.push(line);
    lines
}
