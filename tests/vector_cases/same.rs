//! Comparing what came out with what was recorded.
//!
//! | recorded | holds for |
//! |---|---|
//! | `null` | null or nothing |
//! | `"<any>"` | any value that is not empty |
//! | `"<absent>"` | nothing |
//! | a number | the same number, 70 = 70.0 |

use serde_json::{Map, Value, json};

/// Compares an object in another way, or says that it is an ordinary one.
pub type Special<'a> = &'a dyn Fn(&str, &Map<String, Value>, Option<&Value>) -> bool;

/// Fails unless `found` is what was recorded.
pub fn same(id: &str, at: &str, recorded: &Value, found: Option<&Value>, special: Special<'_>) {
    let present = found.filter(|value| !value.is_null());
    match recorded {
        Value::Null => assert!(present.is_none(), "{id}: {at} is {found:?}"),
        Value::String(text) if text == "<absent>" => {
            assert!(found.is_none(), "{id}: {at} is {found:?}");
        }
        Value::String(text) if text == "<any>" => {
            let value = present.unwrap_or_else(|| panic!("{id}: {at} is missing"));
            let empty = [json!(""), json!({}), json!([])];
            assert!(!empty.contains(value), "{id}: {at} is empty");
        }
        Value::Object(members) if special(at, members, present) => {}
        Value::Object(members) => {
            let found = present.and_then(Value::as_object);
            let found = found.unwrap_or_else(|| panic!("{id}: {at} is no object"));
            for (name, recorded) in members {
                let at = format!("{at}.{name}");
                same(id, &at, recorded, found.get(name), special);
            }
            for (name, value) in found {
                let more = members.contains_key(name) || value.is_null();
                assert!(more, "{id}: {at}.{name} was not recorded: {value}");
            }
        }
        Value::Array(items) => {
            let found = present.and_then(Value::as_array);
            let found = found.unwrap_or_else(|| panic!("{id}: {at} is no list"));
            assert_eq!(items.len(), found.len(), "{id}: length of {at}");
            for (n, (recorded, found)) in items.iter().zip(found).enumerate() {
                same(id, &format!("{at}[{n}]"), recorded, Some(found), special);
            }
        }
        Value::Number(number) => {
            let found = present.and_then(Value::as_f64);
            assert_eq!(number.as_f64(), found, "{id}: {at}");
        }
        Value::Bool(_) | Value::String(_) => {
            assert_eq!(Some(recorded), present, "{id}: {at}");
        }
    }
}
