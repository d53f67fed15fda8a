//! Constants: numbers, and structs where addresses stand among them.

use std::fmt::Write as _;

use super::module::{Module, Object};
use super::relocate::Target;
use crate::Result;

/// Bytes of an address.
const WORD: usize = 4;

/// The definition of constant `index`, whose functions have the names given.
pub(super) fn definition(module: &Module<'_>, index: u32, names: &[String]) -> Result<String> {
    let object = module.object(index)?;
    if targets(module, object).next().is_some() {
        return structure(module, index, names);
    }
    let (kind, width) = match object.alignment {
        0 => ("uint8_t", 1),
        1 => ("uint16_t", 2),
        2 => ("uint32_t", 4),
        _ => ("uint64_t", 8),
    };
    let items: Vec<String> = object
        .bytes
        .chunks(width)
        .map(|bytes| number(bytes, width))
        .collect();
    let mut text = comment(&object.bytes);
    let _ = writeln!(
        text,
        "static const {kind} tm_data_{index}[{}] = {{\n{}}};\n",
        items.len().max(1),
        rows(&items)
    );
    Ok(text)
}

/// The places in `object` at which addresses stand.
pub(super) fn targets<'m>(
    module: &'m Module<'_>,
    object: &Object,
) -> impl Iterator<Item = (usize, Target)> + 'm {
    let begin = object.at;
    let end = begin + object.bytes.len() as u64;
    module
        .addresses
        .range(begin..end)
        .map(move |(place, target)| ((place - begin) as usize, *target))
}

/// Members are words: `n` numbers, `f` functions, `p` other constants.
fn structure(module: &Module<'_>, index: u32, names: &[String]) -> Result<String> {
    let object = module.object(index)?;
    if object.alignment > 2 || object.bytes.len() % WORD != 0 {
        return Err(format!("constant {index}: addresses in no row of words"));
    }
    let targets: Vec<_> = targets(module, object).collect();
    let mut members = Vec::new();
    let mut values = Vec::new();
    for (word, bytes) in object.bytes.chunks(WORD).enumerate() {
        let target = targets.iter().find(|(place, _)| *place == word * WORD);
        match target.map(|(_, target)| *target) {
            None => {
                members.push(format!("uint32_t n{word};"));
                values.push(number(bytes, WORD));
            }
            Some(Target::Function(function)) => {
                let name = names
                    .get(function as usize)
                    .ok_or("a function without a name")?;
                members.push(format!("tm_code f{word};"));
                values.push(format!("(tm_code){name}"));
            }
            Some(Target::Object(other, offset)) => {
                members.push(format!("const void *p{word};"));
                values.push(match offset {
                    0 => format!("&tm_data_{other}"),
                    offset => format!("(const char *)&tm_data_{other} + {offset}"),
                });
            }
        }
    }
    if targets.iter().any(|(place, _)| place % WORD != 0) {
        return Err(format!("constant {index}: an address between words"));
    }
    Ok(format!(
        "static const struct {{\n{}}} tm_data_{index} = {{\n{}}};\n\n",
        rows_of(&members, " "),
        rows(&values)
    ))
}

/// Little-endian bytes as one number; what is missing at the end is zero.
fn number(bytes: &[u8], width: usize) -> String {
    let value = bytes
        .iter()
        .rev()
        .fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    let suffix = match width {
        4 => "u",
        8 => "ull",
        _ => "",
    };
    match value {
        0..10 => format!("{value}{suffix}"),
        _ => format!("0x{value:0digits$x}{suffix}", digits = width * 2),
    }
}

/// What a constant says, if it is a text.
fn comment(bytes: &[u8]) -> String {
    let is_text = |byte: &u8| byte.is_ascii_graphic() || *byte == b' ';
    if bytes.len() < 3 || !bytes.iter().all(is_text) {
        return String::new();
    }
    let text = String::from_utf8_lossy(bytes);
    // What would end the comment, or begin another.
    if text.contains("*/") || text.contains("/*") || text.ends_with('*') {
        return String::new();
    }
    format!("/* {} */\n", text.get(..70).unwrap_or(&text))
}

fn rows(items: &[String]) -> String {
    rows_of(items, ", ")
}

/// `items` in lines of at most 80 columns.
fn rows_of(items: &[String], between: &str) -> String {
    let mut text = String::new();
    let mut line = String::from(" ");
    for (at, item) in items.iter().enumerate() {
        let is_last = at + 1 == items.len();
        let end = if is_last { "" } else { between.trim_end() };
        if line.len() + item.len() + end.len() >= 80 {
            let _ = writeln!(text, "{line}");
            line = String::from(" ");
        }
        let _ = write!(line, " {item}{end}");
    }
    if items.is_empty() {
        line += " 0";
    }
    let _ = writeln!(text, "{line}");
    text
}
