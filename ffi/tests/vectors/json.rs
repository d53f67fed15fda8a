//! Reading a vector file. What is missing fails with the id of its case.

use serde_json::Value;

pub(crate) fn load(name: &str) -> Value {
    let folder = std::env::var_os("TOKENMINT_VECTORS").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors"),
        std::path::PathBuf::from,
    );
    let path = folder.join(name).with_extension("json");
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list of cases")
}

pub(crate) fn text<'v>(value: &'v Value, name: &str, id: &str) -> &'v str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("{id}: {name:?} is no text"))
}

pub(crate) fn number(value: &Value, name: &str, id: &str) -> u64 {
    value[name]
        .as_u64()
        .unwrap_or_else(|| panic!("{id}: {name:?} is no unsigned number"))
}

pub(crate) fn signed(value: &Value, name: &str, id: &str) -> i64 {
    value[name]
        .as_i64()
        .unwrap_or_else(|| panic!("{id}: {name:?} is no integer"))
}

pub(crate) fn unhex(text: &str) -> Vec<u8> {
    assert!(text.len().is_multiple_of(2), "odd hexadecimal text");
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal"))
        .collect()
}
