//! What cbindgen wrote, cut into items.

use crate::Result;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Constant,
    /// The size of a static buffer.
    Size,
    Type,
    Function,
}

/// A declaration.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) name: String,
    /// The lines of its comment, without stars.
    pub(super) comment: Vec<String>,
    /// Its lines: those of a struct with the comments of the members.
    pub(super) body: Vec<String>,
}

pub(super) fn parse(text: &str) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let mut lines = text.lines().map(str::trim_end).peekable();
    let mut comment = Vec::new();
    while let Some(line) = lines.next() {
        if line.starts_with("/**") || line.starts_with(" *") {
            comment.extend(uncommented(line));
        } else if line.starts_with("#define TOKENMINT_") {
            let name = line.split(' ').nth(1).unwrap_or_default().to_owned();
            items.push(Item {
                kind: Kind::Constant,
                name,
                comment: std::mem::take(&mut comment),
                body: vec![line.to_owned()],
            });
        } else if !line.is_empty() {
            let end = if line.ends_with('{') { "} " } else { "" };
            let mut body = vec![line.to_owned()];
            let ended = |line: &String| line.starts_with(end) && line.ends_with(';');
            while !body.last().is_some_and(ended) {
                let next = lines.next().ok_or_else(|| format!("no end of {line:?}"))?;
                body.push(next.to_owned());
            }
            let kind = if line.starts_with("typedef ") {
                Kind::Type
            } else {
                Kind::Function
            };
            items.push(Item {
                kind,
                name: declared(&body)?,
                comment: std::mem::take(&mut comment),
                body,
            });
        }
    }
    Ok(items)
}

/// A line of a comment without what makes it one; nothing for its first and
/// last.
pub(super) fn uncommented(line: &str) -> Option<String> {
    match line.trim_start() {
        "/**" | "*/" => None,
        "*" => Some(String::new()),
        line => {
            let text = line.strip_prefix("/** ").or(line.strip_prefix("* "));
            let text = text.unwrap_or(line);
            Some(text.strip_suffix(" */").unwrap_or(text).to_owned())
        }
    }
}

/// The name that a declaration gives.
pub(super) fn declared(body: &[String]) -> Result<String> {
    let (first, last) = match body {
        [only] => (only, only),
        [first, .., last] => (first, last),
        [] => return Err("an empty declaration".to_owned()),
    };
    let name = if let Some(name) = last.strip_prefix("} ") {
        name.strip_suffix(';')
    } else if let Some((_, rest)) = first.split_once("(*") {
        rest.split(')').next()
    } else {
        first
            .split('(')
            .next()
            .and_then(|head| head.rsplit([' ', '*']).next())
    };
    name.filter(|name| name.starts_with("tokenmint_"))
        .map(str::to_owned)
        .ok_or_else(|| format!("no name in {first:?}"))
}
