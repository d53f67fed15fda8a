//! The arguments of a signed query: what is sent of a value, and what is signed
//! of it, so that a service that reads the query with the package `qs` computes
//! the same text.
//!
//! | value | sent as | signed as |
//! |---|---|---|
//! | text, number, boolean | `a=1` | `a=1` |
//! | a list, of one item too | `a[]=x&a[]=y` | `a=["x","y"]` |
//! | an object | `a[b]=x` | `a={"b":"x"}` |
//! | a list with lists or objects | `a[0][b]=x` | `a=[{"b":"x"}]` |
//! | a number or boolean inside | `a[]=7` | `a=["7"]`: it arrives as text |
//! | null, an empty list or object, on any level | nothing | nothing |
//!
//! What `qs` reads as something else is refused: see [`QueryFault`].

use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};
use core::fmt;

use serde_json::{Map, Value};

use super::json::{in_order, index, signed_text};

/// The most levels of brackets that `qs` reads.
const DEPTH_MAX: usize = 5;
/// The most items of a list that is written by index.
const INDEX_MAX: usize = 20;
/// The most pairs that `qs` reads.
const PAIRS_MAX: usize = 1000;

/// Members of `Object.prototype`, which `qs` leaves out.
const RESERVED: [&str; 12] = [
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// An argument of a signed query.
///
/// ```
/// use serde_json::json;
/// use tokenmint::authing::QueryArgument;
///
/// let ids = QueryArgument::new("userIds", &json!(["u1"]))?;
/// assert_eq!(ids.pairs(), [("userIds[]".to_string(), "u1".to_string())]);
/// assert_eq!(ids.signed(), Some(r#"["u1"]"#));
/// assert_eq!(QueryArgument::new("userIds", &json!([]))?.signed(), None);
/// # Ok::<(), tokenmint::authing::QueryFault>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct QueryArgument {
    pairs: Vec<(String, String)>,
    signed: Option<String>,
}

impl QueryArgument {
    /// What is sent and signed of `value`.
    ///
    /// # Errors
    ///
    /// [`QueryFault`] where the service would read something else than what was
    /// signed.
    pub fn new(name: &str, value: &Value) -> Result<Self, QueryFault> {
        check_name(name)?;
        let nothing = Self {
            pairs: Vec::new(),
            signed: None,
        };
        let Some(value) = as_read(value, 0)? else {
            return Ok(nothing);
        };
        let mut pairs = Vec::new();
        write(name, &value, &mut pairs)?;
        if pairs.len() > PAIRS_MAX {
            return Err(QueryFault::TooLong);
        }
        let signed = Some(signed_text(&value));
        Ok(Self { pairs, signed })
    }

    /// The pairs of the query, not percent-encoded; none for null and for what
    /// is empty.
    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The text that is signed, unless nothing is sent.
    #[must_use]
    pub fn signed(&self) -> Option<&str> {
        self.signed.as_deref()
    }
}

/// Shows the names alone.
impl fmt::Debug for QueryArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("QueryArgument")?;
        f.debug_list()
            .entries(self.pairs.iter().map(|(name, _)| name))
            .finish()
    }
}

/// Why an argument cannot be in a signed query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum QueryFault {
    /// A name that is empty, has a bracket, or is one that every object of
    /// JavaScript has.
    Name,
    /// More than five levels.
    Depth,
    /// An object whose names are all numbers from 0 to 20: a list to the
    /// service.
    Indices,
    /// A list of lists or objects, or a list inside, with more than 20 items;
    /// or more than 1000 items in all.
    TooLong,
}

impl fmt::Display for QueryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "a name is empty, has a bracket or is one of JavaScript's own",
            Self::Depth => "it has more than five levels",
            Self::Indices => "an object has numbers for names, which is a list to the service",
            Self::TooLong => {
                "it has too many items for one query: ask in parts, of 20 where a list is inside \
                 another value"
            }
        })
    }
}

impl core::error::Error for QueryFault {}

fn check_name(name: &str) -> Result<(), QueryFault> {
    if name.is_empty() || name.contains(['[', ']']) || RESERVED.contains(&name) {
        return Err(QueryFault::Name);
    }
    Ok(())
}

/// The value as the service reads it: texts at the leaves, without what is
/// null or empty.
fn as_read(value: &Value, depth: usize) -> Result<Option<Value>, QueryFault> {
    let inner = depth.saturating_add(1);
    let value = match value {
        Value::Null => return Ok(None),
        Value::String(text) => Value::String(text.clone()),
        Value::Bool(_) | Value::Number(_) => Value::String(signed_text(value)),
        Value::Array(items) => {
            let mut list = Vec::new();
            for item in items {
                list.extend(as_read(item, inner)?);
            }
            if list.is_empty() {
                return Ok(None);
            }
            Value::Array(list)
        }
        Value::Object(members) => {
            let mut object = Map::new();
            for (name, member) in members {
                check_name(name)?;
                if let Some(member) = as_read(member, inner)? {
                    object.insert(name.clone(), member);
                }
            }
            let is_index = |name: &String| index(name).is_some_and(|at| at <= 20);
            if object.is_empty() {
                return Ok(None);
            }
            if object.keys().all(is_index) {
                return Err(QueryFault::Indices);
            }
            Value::Object(object)
        }
    };
    if depth > DEPTH_MAX {
        return Err(QueryFault::Depth);
    }
    Ok(Some(value))
}

fn write(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) -> Result<(), QueryFault> {
    // A list of texts at the top is the one form without indices.
    if let Value::Array(items) = value
        && items.iter().all(Value::is_string)
    {
        let texts = items.iter().filter_map(Value::as_str);
        pairs.extend(texts.map(|text| (format!("{name}[]"), String::from(text))));
        return Ok(());
    }
    // A stack of its own, as in `signed_text`.
    let mut rest = vec![(String::from(name), value)];
    while let Some((name, value)) = rest.pop() {
        match value {
            Value::String(text) => pairs.push((name, text.clone())),
            Value::Array(items) if items.len() > INDEX_MAX => return Err(QueryFault::TooLong),
            Value::Array(items) => {
                let items = items.iter().enumerate().rev();
                rest.extend(items.map(|(at, item)| (format!("{name}[{at}]"), item)));
            }
            Value::Object(members) => {
                let members = in_order(members).into_iter().rev();
                rest.extend(members.map(|(key, member)| (format!("{name}[{key}]"), member)));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{QueryArgument, QueryFault};
    use alloc::vec::Vec;
    use alloc::{format, vec};

    /// What the table above says.
    #[test]
    fn values_are_sent_and_signed_as_qs_reads_them() {
        for (value, sent, signed) in [
            (json!(1.0), "a=1", Some("1")),
            (json!(["x"]), "a[]=x", Some(r#"["x"]"#)),
            (json!({"b": 1, "c": null}), "a[b]=1", Some(r#"{"b":"1"}"#)),
            (
                json!({"b": ["x", true]}),
                "a[b][0]=x&a[b][1]=true",
                Some(r#"{"b":["x","true"]}"#),
            ),
            (
                json!([{"b": "x"}, "y"]),
                "a[0][b]=x&a[1]=y",
                Some(r#"[{"b":"x"},"y"]"#),
            ),
            (json!([[], {"b": {}}, null]), "", None),
            (json!(""), "a=", Some("")),
        ] {
            let argument = QueryArgument::new("a", &value).unwrap();
            let pairs: Vec<_> = argument
                .pairs()
                .iter()
                .map(|(k, v)| format!("{k}={v}"))
                .collect();
            assert_eq!(pairs.join("&"), sent, "{value}");
            assert_eq!(argument.signed(), signed, "{value}");
        }
    }

    #[test]
    fn a_printed_argument_has_names_alone() {
        let argument = QueryArgument::new("a", &json!({"b": "hush"})).unwrap();
        assert_eq!(format!("{argument:?}"), r#"QueryArgument["a[b]"]"#);
        for (fault, word) in [
            (QueryFault::Name, "name"),
            (QueryFault::Depth, "five levels"),
            (QueryFault::Indices, "numbers for names"),
            (QueryFault::TooLong, "ask in parts"),
        ] {
            let message = format!("{fault}");
            assert!(message.contains(word), "{message}");
        }
    }

    #[test]
    fn what_would_be_read_otherwise_is_refused() {
        let fault = |name: &str, value| QueryArgument::new(name, &value).err();
        for name in ["", "a[]", "a]", "toString", "__proto__"] {
            assert_eq!(fault(name, json!(1)), Some(QueryFault::Name), "{name}");
            assert_eq!(
                fault("a", json!({name: 1})),
                Some(QueryFault::Name),
                "{name}"
            );
        }
        assert_eq!(
            fault("a", json!({"0": 1, "20": 2})),
            Some(QueryFault::Indices)
        );
        assert_eq!(fault("a", json!({"0": 1, "21": 2})), None);
        assert_eq!(fault("a", json!({"b":{"c":{"d":{"e":{"f":1}}}}})), None);
        let deep = json!({"b":{"c":{"d":{"e":{"f":{"g":1}}}}}});
        assert_eq!(fault("a", deep), Some(QueryFault::Depth));
        assert_eq!(fault("a", json!(vec!["x"; 1000])), None);
        assert_eq!(
            fault("a", json!(vec!["x"; 1001])),
            Some(QueryFault::TooLong)
        );
        assert_eq!(fault("a", json!({"b": vec!["x"; 20]})), None);
        assert_eq!(
            fault("a", json!({"b": vec!["x"; 21]})),
            Some(QueryFault::TooLong)
        );
    }
}
