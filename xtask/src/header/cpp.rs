//! The regular functions of C++, each around one of C.
//!
//! | C | C++ |
//! |---|---|
//! | `const char *x, size_t x_len` | `detail::text x` |
//! | `const uint8_t *x, size_t x_len` | `detail::octets x` |
//! | `const T *x, size_t x_count` | `detail::items<T> x` |
//! | `const T *x` | `const T &x` |
//! | `char *out, size_t out_cap, size_t *out_len` | gives `result<std::string>` |
//! | `uint8_t *out, size_t out_cap, size_t *out_len` | gives `result<std::vector<std::uint8_t> >` |
//! | no output | gives the status |
//!
//! What has another shape is written by hand in the skeleton; what the library
//! alone calls (`void *making`) is named as in C.

use super::item::Item;
use super::{comment, layout};
use crate::Result;

/// A parameter of C.
struct Parameter<'a> {
    of: &'a str,
    name: &'a str,
}

/// The functions of `items` without `start`, which is their namespace.
pub(super) fn functions<'a>(start: &str, items: impl Iterator<Item = &'a Item>) -> Result<String> {
    let functions: Result<Vec<_>> = items
        .filter(|item| !layout::joined(&item.body).ends_with("(void *making);"))
        .map(|item| function(start, item))
        .collect();
    Ok(functions?.join("\n"))
}

fn function(start: &str, item: &Item) -> Result<String> {
    let declaration = layout::joined(&item.body);
    let odd = || format!("no rule for C++: {declaration}");
    let list = declaration
        .strip_prefix("int32_t ")
        .and_then(|rest| rest.strip_prefix(&item.name)?.strip_prefix('('))
        .and_then(|rest| rest.strip_suffix(");"))
        .ok_or_else(odd)?;
    let all: Option<Vec<_>> = list.split(", ").map(Parameter::parse).collect();
    let all = all.ok_or_else(odd)?;
    let (output, inputs) = Output::split(&all);
    let (parameters, mut arguments) = translate(inputs).ok_or_else(odd)?;
    arguments.extend(output.arguments());

    let name = item.name.strip_prefix(start).unwrap_or(&item.name);
    let (must_use, gives) = (layout::MUST_USE, output.gives());
    let parameters = parameters.join(", ");
    let head = format!("{must_use} inline {gives} {name}({parameters}) {{");
    let call = format!("return {}({});", item.name, arguments.join(", "));
    let mut out = comment::summary(&item.comment);
    out += &layout::broken(&head);
    match output.writer() {
        None => out += &layout::broken(&format!("  {call}")),
        Some((writer, byte)) => {
            out += &format!("  return tokenmint::detail::{writer}(\n");
            out += &format!("      [&]({byte} *out, std::size_t cap, std::size_t *len) {{\n");
            out += &layout::broken(&format!("        {call}"));
            out += "      });\n";
        }
    }
    Ok(out + "}\n")
}

impl<'a> Parameter<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let at = text.rfind([' ', '*'])? + 1;
        Some(Self {
            of: text.get(..at)?.trim_end(),
            name: text.get(at..)?,
        })
    }
}

/// What a function gives.
enum Output {
    Text,
    Bytes,
    Status,
}

impl Output {
    /// What the last parameters make of it, and those before.
    fn split<'p, 'a>(all: &'p [Parameter<'a>]) -> (Self, &'p [Parameter<'a>]) {
        let [inputs @ .., out, cap, len] = all else {
            return (Self::Status, all);
        };
        match (out.of, out.name, cap.name, len.name) {
            ("char *", "out", "out_cap", "out_len") => (Self::Text, inputs),
            ("uint8_t *", "out", "out_cap", "out_len") => (Self::Bytes, inputs),
            _ => (Self::Status, all),
        }
    }

    fn gives(&self) -> &'static str {
        match self {
            Self::Text => "result<std::string>",
            Self::Bytes => "result<std::vector<std::uint8_t> >",
            Self::Status => "std::int32_t",
        }
    }

    /// The function that offers the buffer, and the type of what is in it.
    fn writer(&self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Text => Some(("write_text", "char")),
            Self::Bytes => Some(("write_bytes", "std::uint8_t")),
            Self::Status => None,
        }
    }

    fn arguments(&self) -> Vec<String> {
        match self {
            Self::Text | Self::Bytes => ["out", "cap", "len"].map(str::to_owned).into(),
            Self::Status => Vec::new(),
        }
    }
}

/// The parameters in C++, and what of them goes to C.
fn translate(mut inputs: &[Parameter]) -> Option<(Vec<String>, Vec<String>)> {
    let (mut parameters, mut arguments) = (Vec::new(), Vec::new());
    while let [first, rest @ ..] = inputs {
        let name = first.name;
        let item = first
            .of
            .strip_prefix("const ")
            .and_then(|of| of.strip_suffix(" *"));
        let next = rest.first().and_then(|next| next.name.strip_prefix(name));
        inputs = rest;
        match (item, next) {
            (Some(item), Some(unit @ ("_len" | "_count"))) => {
                parameters.push(match (item, unit) {
                    ("char", "_len") => format!("detail::text {name}"),
                    ("uint8_t", "_len") => format!("detail::octets {name}"),
                    (_, "_count") => format!("detail::items<{item}> {name}"),
                    _ => return None,
                });
                arguments.extend([format!("{name}.data()"), format!("{name}.size()")]);
                inputs = rest.get(1..)?;
            }
            (Some(item), _) if item.starts_with("tokenmint_") => {
                parameters.push(format!("const {item} &{name}"));
                arguments.push(format!("&{name}"));
            }
            _ => {
                parameters.push(match first.of {
                    "void *" => format!("void *{name}"),
                    of if of.contains('*') => return None,
                    of if of.starts_with("tokenmint_") => format!("{of} {name}"),
                    of => format!("std::{of} {name}"),
                });
                arguments.push(name.to_owned());
            }
        }
    }
    Some((parameters, arguments))
}
