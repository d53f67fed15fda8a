//! The parameters of a JSON body as they are signed: the text that JavaScript
//! makes of a value, because the service reads the body and writes the values
//! again.
//!
//! | value | text |
//! |---|---|
//! | `1.0`, `1e21`, `1e-7` | `1`, `1e+21`, `1e-7` |
//! | a list or an object | compact JSON; of members those named like an index first, in their order, then the others as sent |

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

use serde_json::{Map, Number, Value};

/// The text that is signed of a parameter: texts as they are, everything else
/// as `JSON.stringify` has it.
///
/// ```
/// use serde_json::json;
/// use tokenmint::authing::signed_text;
///
/// assert_eq!(signed_text(&json!("a b")), "a b");
/// assert_eq!(signed_text(&json!({"n": [1.0, 1e21, "x"]})), r#"{"n":[1,1e+21,"x"]}"#);
/// ```
#[must_use]
pub fn signed_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => stringify(other),
    }
}

fn stringify(value: &Value) -> String {
    enum Piece<'a> {
        Value(&'a Value),
        Text(&'static str),
        Name(&'a str),
    }
    let mut out = String::new();
    // A stack of its own instead of recursion: the depth is the caller's.
    let mut rest = vec![Piece::Value(value)];
    while let Some(piece) = rest.pop() {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Name(name) => out.push_str(&Value::from(name).to_string()),
            Piece::Value(Value::Number(number)) => out.push_str(&number_text(number)),
            Piece::Value(Value::Array(items)) => {
                out.push('[');
                rest.push(Piece::Text("]"));
                for (at, item) in items.iter().enumerate().rev() {
                    rest.push(Piece::Value(item));
                    if at > 0 {
                        rest.push(Piece::Text(","));
                    }
                }
            }
            Piece::Value(Value::Object(members)) => {
                out.push('{');
                rest.push(Piece::Text("}"));
                for (at, (name, member)) in in_order(members).into_iter().enumerate().rev() {
                    rest.push(Piece::Value(member));
                    rest.push(Piece::Text(":"));
                    rest.push(Piece::Name(name));
                    if at > 0 {
                        rest.push(Piece::Text(","));
                    }
                }
            }
            Piece::Value(scalar) => out.push_str(&scalar.to_string()),
        }
    }
    out
}

/// Members as an object of JavaScript has them, however they were set.
pub(super) fn in_order(members: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by_key(|(name, _)| index(name).map_or((true, 0), |index| (false, index)));
    members
}

/// An array index: 0 to 2^32 - 2, written as numbers are.
pub(super) fn index(name: &str) -> Option<u32> {
    let index: u32 = name.parse().ok()?;
    (index < u32::MAX && index.to_string() == name).then_some(index)
}

/// `Number.prototype.toString`: both languages write the shortest digits that
/// read back, but choose between the two notations by other limits.
fn number_text(number: &Number) -> String {
    let Some(value) = number.as_f64() else {
        return number.to_string();
    };
    match value.abs() {
        0.0 => "0".to_string(),
        1e-6..1e21 => value.to_string(),
        magnitude if magnitude < 1.0 => format!("{value:e}"),
        _ => format!("{value:e}").replace('e', "e+"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::signed_text;

    /// What Node 20 prints for `JSON.stringify(JSON.parse(..))`, where the map
    /// has its members in the order in which they are sent.
    #[test]
    fn members_named_like_an_index_come_first() {
        for (value, text) in [
            (
                json!({"2024": 2, "999": 3, "b": 1}),
                r#"{"999":3,"2024":2,"b":1}"#,
            ),
            (json!({"10": 2, "9": 3, "0": 4}), r#"{"0":4,"9":3,"10":2}"#),
            // Not written as numbers are, or too large for an index.
            (json!({"01": 2, "1": 1}), r#"{"1":1,"01":2}"#),
            (
                json!({"4294967294": 1, "4294967295": 2}),
                r#"{"4294967294":1,"4294967295":2}"#,
            ),
            (
                json!({"b": 1, "4294967295": 2}),
                r#"{"b":1,"4294967295":2}"#,
            ),
            (json!({"-1": 1, "2": 2}), r#"{"2":2,"-1":1}"#),
        ] {
            assert_eq!(signed_text(&value), text);
        }
    }

    #[test]
    fn values_are_written_as_javascript_does() {
        for (value, text) in [
            (json!(null), "null"),
            (json!(-7), "-7"),
            (json!(1.0), "1"),
            (json!(-0.0), "0"),
            (json!(2.5), "2.5"),
            (json!(1e-6), "0.000001"),
            (json!(1.5e-7), "1.5e-7"),
            (json!(1e20), "100000000000000000000"),
            (json!(1e21), "1e+21"),
            (json!(-1.5e300), "-1.5e+300"),
            (json!(9_007_199_254_740_993_i64), "9007199254740992"),
            (json!([]), "[]"),
            (json!({}), "{}"),
            (
                json!({"b": [1, {"名": null}], "a": "x\"\n"}),
                "{\"b\":[1,{\"名\":null}],\"a\":\"x\\\"\\n\"}",
            ),
        ] {
            assert_eq!(signed_text(&value), text);
        }
    }
}
