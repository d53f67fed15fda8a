//! A header as it is in `include/`, taken apart again.

use super::layout::{family, joined};
use super::{item, words};
use crate::Result;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A comment about all that follows, up to the next.
    Note,
    /// `#define NAME number`.
    Constant,
    /// A macro that may be defined before, or takes arguments.
    Macro,
    /// `#define function other_function`.
    Alias,
    /// A type, with its `_INIT` macro.
    Type,
    Function,
}

#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) kind: Kind,
    /// What it declares; nothing for a note.
    pub(super) name: String,
    /// Its lines as they stand there, with the comment before it.
    pub(super) text: String,
    /// Its lines without comments.
    pub(super) code: String,
    /// An empty line is before it.
    pub(super) apart: bool,
}

/// A header, between what makes it one.
#[derive(Debug)]
pub(super) struct Parts {
    /// The lines of its first comment, without stars.
    pub(super) about: Vec<String>,
    /// The headers of the system that it includes.
    pub(super) system: Vec<String>,
    pub(super) parts: Vec<Part>,
}

/// Takes the text of a header apart; `guard` is the macro against reading it
/// twice.
pub(super) fn read(text: &str, guard: &str) -> Result<Parts> {
    let mut lines = text.lines().peekable();
    let mut header = Parts {
        about: Vec::new(),
        system: Vec::new(),
        parts: Vec::new(),
    };
    let (mut comment, mut apart) = (String::new(), false);
    while let Some(line) = lines.next() {
        // A line and those up to the one that ends it.
        let mut through = |ends: &mut dyn FnMut(&str) -> bool| {
            let mut block = format!("{line}\n");
            let mut last = line;
            while !ends(last) {
                last = lines.next().ok_or_else(|| format!("no end of {line:?}"))?;
                block += &format!("{last}\n");
            }
            Ok::<_, String>(block)
        };
        if line.is_empty() {
            apart = true;
        } else if line.starts_with("#ifdef __cplusplus") {
            through(&mut |line| line == "#endif")?;
        } else if let Some(name) = line.strip_prefix("#include <") {
            header.system.push(name.trim_end_matches('>').to_owned());
        } else if line.starts_with("#include ") || is_guard(line, guard) {
        } else if line.starts_with("/*") {
            let block = through(&mut |line| line.ends_with("*/"))?;
            if line.starts_with("/**") {
                comment += &block;
            } else if header.about.is_empty() {
                header.about = block.lines().filter_map(item::uncommented).collect();
                header.about.remove(0);
            } else {
                header.parts.push(Part {
                    kind: Kind::Note,
                    name: String::new(),
                    text: block,
                    code: String::new(),
                    apart: std::mem::take(&mut apart),
                });
            }
        } else {
            let (kind, block) = if line.starts_with("#if") {
                let mut depth = 0;
                let ended = &mut |line: &str| {
                    depth += i32::from(line.starts_with("#if"));
                    depth -= i32::from(line.starts_with("#endif"));
                    depth == 0
                };
                (Kind::Macro, through(ended)?)
            } else if line.starts_with("#define ") {
                let block = through(&mut |line| !line.ends_with('\\'))?;
                (kind_of(line), block)
            } else if line.ends_with('{') {
                (Kind::Type, through(&mut |line| line.starts_with("} "))?)
            } else {
                let block = through(&mut |line| line.ends_with(';'))?;
                let is_type = line.starts_with("typedef ");
                (if is_type { Kind::Type } else { Kind::Function }, block)
            };
            add(&mut header.parts, kind, &comment, &block, apart)?;
            (comment, apart) = (String::new(), false);
        }
    }
    Ok(header)
}

fn is_guard(line: &str, guard: &str) -> bool {
    let line = line.trim_end();
    ["#ifndef ", "#define ", "#endif // "]
        .iter()
        .any(|start| line.strip_prefix(start) == Some(guard))
}

fn kind_of(line: &str) -> Kind {
    let name = line.split([' ', '(']).nth(1).unwrap_or_default();
    let value = line.split(' ').nth(2).unwrap_or_default();
    let is_number = value
        .trim_start_matches(['(', '-'])
        .starts_with(|it: char| it.is_ascii_digit());
    if name.starts_with("tokenmint_") {
        Kind::Alias
    } else if is_number {
        Kind::Constant
    } else {
        Kind::Macro
    }
}

fn add(parts: &mut Vec<Part>, kind: Kind, comment: &str, block: &str, apart: bool) -> Result<()> {
    let code = without_comments(block);
    let name = match kind {
        Kind::Type | Kind::Function => {
            let lines: Vec<_> = code.lines().map(str::to_owned).collect();
            let is_struct = lines.first().is_some_and(|line| line.ends_with('{'));
            item::declared(&if is_struct {
                lines
            } else {
                vec![joined(&lines)]
            })?
        }
        _ => code
            .split(|it: char| it.is_whitespace() || it == '(')
            .nth(1)
            .unwrap_or_default()
            .to_owned(),
    };
    if let Some(of) = name.strip_suffix("_INIT")
        && let Some(last) = parts.last_mut()
        && last.name == of.to_ascii_lowercase()
    {
        last.text += block;
        last.code += &code;
        return Ok(());
    }
    parts.push(Part {
        kind,
        name,
        text: format!("{comment}{block}"),
        code,
        apart,
    });
    Ok(())
}

fn without_comments(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        code += before.trim_end_matches(' ');
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    code + rest
}

impl Part {
    /// Whether `text`, another's code and comment, speaks of this constant: by
    /// its name, by that of its family and three dots, or of one of its family.
    pub(super) fn is_said_in(&self, text: &str) -> bool {
        let mine = family(&self.name);
        let is_choice = !["_MAX", "TOKENMINT_ERR"].contains(&mine);
        words(text).any(|word| {
            word == self.name
                || word.strip_suffix('_') == Some(mine)
                || is_choice && family(word) == mine
        })
    }
}
