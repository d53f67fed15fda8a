//! Every test vector, one function a file.
#![cfg(all(feature = "zego", feature = "alloc"))]

#[path = "vector_cases/zego.rs"]
mod zego_cases;

fn load(name: &str) -> serde_json::Value {
    let folder = std::env::var("TOKENMINT_VECTORS").unwrap_or_else(|_| "tests/vectors".into());
    let path = std::path::Path::new(&folder).join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

#[test]
fn zego() {
    zego_cases::run(&load("zego.json"));
}
