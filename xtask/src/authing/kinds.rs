//! The kinds of the tables, and what they are in the code.
//!
//! | table | code |
//! |---|---|
//! | `str`, `int`, `bool`, `dict`, `any` | `Text`, `Integer`, `Flag`, `Object`, `Any` |
//! | `list<str>`, `list<int>`, `list<dict>`, `list<any>` | `Texts`, `Integers`, `Objects`, `List` |
//! | `enum(A|B)`, `list<enum(A|B)>` | `Choice["A" "B"]`, `Choices["A" "B"]` |

use crate::Result;

#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// A variant without values.
    Word(&'static str),
    /// `Choice` or `Choices`, and the values.
    Values(&'static str, Vec<String>),
    Constant(String),
}

impl Kind {
    pub(super) fn parse(text: &str) -> Result<Self> {
        let word = match text {
            "str" => "Text",
            "int" => "Integer",
            "bool" => "Flag",
            "dict" => "Object",
            "any" => "Any",
            "list<str>" => "Texts",
            "list<int>" => "Integers",
            "list<dict>" => "Objects",
            "list<any>" => "List",
            _ => {
                let list = text
                    .strip_prefix("list<")
                    .and_then(|text| text.strip_suffix('>'));
                let word = if list.is_some() { "Choices" } else { "Choice" };
                let values = values(list.unwrap_or(text));
                let values = values.ok_or_else(|| format!("unknown kind {text:?}"))?;
                return Ok(Self::Values(word, values));
            }
        };
        Ok(Self::Word(word))
    }

    /// As the macro reads it.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Values(word, values) => {
                let values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
                format!("{word}[{}]", values.join(" "))
            }
            Self::Constant(text) => format!("{text:?}"),
        }
    }
}

/// The values of `enum(A|B)`.
pub(super) fn values(text: &str) -> Option<Vec<String>> {
    let values = text.strip_prefix("enum(")?.strip_suffix(')')?;
    Some(values.split('|').map(str::to_owned).collect())
}

/// Parts between commas that are in no bracket.
pub(super) fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut begin) = (Vec::new(), 0_u32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '<' | '(' => depth += 1,
            '>' | ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&text[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[begin..]);
    parts.retain(|part| !part.is_empty());
    parts
}
