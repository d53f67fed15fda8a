//! The signed parameters of a JSON body: its top-level fields, as JavaScript
//! turns them into text.

use serde_json::{Map, Number, Value};
use tokenmint::authing::signed_text;

use crate::failure::Failure;

/// The integers that JavaScript has exactly.
const EXACT_MAX: u64 = (1 << 53) - 1;

/// Names and texts of the fields of `body`.
pub(super) fn params(body: &[u8]) -> Result<Vec<(String, String)>, Failure> {
    let fields: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|error| Failure::usage(format!("the body is no JSON object: {error}")))?;
    fields
        .into_iter()
        .map(|(name, value)| Ok((name, text(&value)?)))
        .collect()
}

fn text(value: &Value) -> Result<String, Failure> {
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        match value {
            Value::Number(number) => check(number)?,
            Value::Array(list) => rest.extend(list),
            Value::Object(members) => rest.extend(members.values()),
            _ => {}
        }
    }
    Ok(signed_text(value))
}

/// Refuses a number that the service would read as another.
fn check(value: &Number) -> Result<(), Failure> {
    let magnitude = value
        .as_u64()
        .or_else(|| value.as_i64().map(i64::unsigned_abs));
    match magnitude {
        None | Some(..=EXACT_MAX) => Ok(()),
        Some(_) => Err(Failure::usage(format!(
            "the body has the number {value}, which JavaScript does not have exactly: send it as \
             a text"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_does() {
        // From a JavaScript console: String(number).
        for (json, expected) in [
            ("0", "0"),
            ("-1", "-1"),
            ("-0.0", "0"),
            ("1.0", "1"),
            ("1.5", "1.5"),
            ("9007199254740991", "9007199254740991"),
            ("1e20", "100000000000000000000"),
            ("1e21", "1e+21"),
            ("1.5e300", "1.5e+300"),
            ("1e-6", "0.000001"),
            ("1.5e-7", "1.5e-7"),
            ("0.1", "0.1"),
        ] {
            let value: Value = serde_json::from_str(json).unwrap();
            assert_eq!(text(&value).unwrap(), expected, "{json}");
        }
        assert!(params(br#"{"a":9007199254740993}"#).is_err());
    }

    #[test]
    fn texts_are_bare_at_the_top_and_quoted_below() {
        let body = br#"{"b": "x\ny", "a": {"z": 1, "a": ["\u00e9", null, true]}}"#;
        let expected = [
            ("b".to_owned(), "x\ny".to_owned()),
            ("a".to_owned(), r#"{"z":1,"a":["é",null,true]}"#.to_owned()),
        ];
        assert_eq!(params(body).unwrap(), expected);
    }
}
