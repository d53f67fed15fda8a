//! Where fuzzing begins: what the test vectors hold, written as inputs.

use std::collections::BTreeSet;
use std::path::Path;

use base64ct::{Base64, Encoding};
use serde_json::Value;

use super::make;
use crate::{Result, tool};

/// A file of `tests/vectors/`, and what of it.
pub(super) type Source = (&'static str, Kind);

#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Every text.
    Texts,
    /// Every text that is hexadecimal digits, decoded.
    Bytes,
    /// Every object and list, as JSON.
    Json,
    /// Every 007 token without its base64.
    Streams,
    /// Texts and numbers of every object in a row, for inputs with structure.
    Inputs,
}

/// Longer ones say little and slow the start.
const LEN_MAX: usize = 2_048;
/// The first and the last of each harness, in the order of their bytes.
const COUNT_MAX: usize = 400;

/// Writes what `sources` have of at most `len_max` bytes each to `directory`,
/// and says how many seeds that are.
pub(super) fn write(sources: &[Source], len_max: usize, directory: &Path) -> Result<usize> {
    let mut seeds = BTreeSet::new();
    for (file, kind) in sources {
        let text = tool::read(format!("tests/vectors/{file}.json"))?;
        let value: Value = serde_json::from_str(&text)
            .map_err(|error| format!("tests/vectors/{file}.json: {error}"))?;
        collect(&value, *kind, &mut seeds);
    }
    seeds.retain(|seed| !seed.is_empty() && seed.len() <= LEN_MAX.min(len_max));
    make(directory)?;
    // Spread evenly where there are too many.
    let step = seeds.len().div_ceil(COUNT_MAX).max(1);
    let mut count = 0;
    for seed in seeds.iter().step_by(step) {
        let path = directory.join(format!("seed-{count:03}"));
        std::fs::write(&path, seed)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        count += 1;
    }
    Ok(count)
}

fn collect(value: &Value, kind: Kind, seeds: &mut BTreeSet<Vec<u8>>) {
    match (value, kind) {
        (Value::String(text), Kind::Texts) => {
            seeds.insert(text.clone().into_bytes());
        }
        (Value::String(text), Kind::Bytes) => {
            seeds.extend(hex(text));
        }
        (Value::String(text), Kind::Streams) => {
            let stream = text.strip_prefix("007").map(Base64::decode_vec);
            seeds.extend(stream.into_iter().flatten());
        }
        (Value::Object(_) | Value::Array(_), Kind::Json) => {
            seeds.insert(value.to_string().into_bytes());
        }
        (Value::Object(_), Kind::Inputs) => {
            let mut row = Vec::new();
            flatten(value, &mut row);
            seeds.insert(row);
        }
        _ => {}
    }
    match value {
        Value::Object(members) => members.values().for_each(|it| collect(it, kind, seeds)),
        Value::Array(elements) => elements.iter().for_each(|it| collect(it, kind, seeds)),
        _ => {}
    }
}

fn flatten(value: &Value, row: &mut Vec<u8>) {
    match value {
        Value::Object(members) => members.values().for_each(|it| flatten(it, row)),
        Value::Array(elements) => elements.iter().for_each(|it| flatten(it, row)),
        Value::String(text) => row.extend(text.bytes()),
        Value::Number(number) => row.extend(number.as_i64().unwrap_or(0).to_le_bytes()),
        Value::Bool(value) => row.push((*value).into()),
        Value::Null => row.push(0),
    }
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if digits.len() < 16 || !digits.len().is_multiple_of(2) {
        return None;
    }
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}
