//! The members of a JSON object that matter.

use std::borrow::Cow;
use std::fmt;

use serde_core::Deserialize;
use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::columns::Cells;
use super::columns::{Names, column_of};
use super::source::{Read, twice};

/// Reads an object.
pub(crate) fn read<'r>(
    text: &'r [u8],
    cells: Cells<'r>,
    columns: &[Names],
    token_column: &str,
) -> Result<Read<'r>, String> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let members = Members {
        cells,
        columns,
        token_column,
    };
    let read = members.deserialize(&mut deserializer).and_then(|read| {
        deserializer.end()?;
        Ok(read)
    });
    read.map_err(|error| not_an_object(&error))?
}

fn not_an_object(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let (line, column) = (error.line(), error.column());
    let reason = text.strip_suffix(&format!(" at line {line} column {column}"));
    let reason = reason.unwrap_or(&text);
    match line {
        0 | 1 => format!("not a JSON object: {reason} at column {column}"),
        _ => format!("not a JSON object: {reason} on line {line} of it, column {column}"),
    }
}

struct Members<'c, 'de> {
    cells: Cells<'de>,
    columns: &'c [Names],
    token_column: &'c str,
}

impl<'de> DeserializeSeed<'de> for Members<'_, 'de> {
    /// A refusal comes after the object was read: what is no object is said
    /// first.
    type Value = Result<Read<'de>, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members<'_, 'de> {
    type Value = Result<Read<'de>, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut cells = self.cells;
        cells.resize(self.columns.len(), None);
        debug_assert!(self.columns.len() <= u64::BITS as usize, "a bit a column");
        let mut seen = 0_u64;
        let mut others = Vec::new();
        let mut refusal = None;
        while let Some(Name(name)) = map.next_key()? {
            if name == self.token_column {
                refusal.get_or_insert_with(|| {
                    format!("there is a member {name:?} already: name another with --token-column")
                });
            }
            let Some(at) = column_of(self.columns, &name) else {
                map.next_value::<IgnoredAny>()?;
                others.push(name);
                continue;
            };
            let value = map.next_value()?;
            let before = seen;
            seen |= 1 << at;
            if seen == before {
                refusal.get_or_insert_with(|| twice(&name));
            }
            match (value, cells.get_mut(at)) {
                (Value::Text(text), Some(cell)) => *cell = Some(text),
                (Value::Other, _) => {
                    refusal.get_or_insert_with(|| {
                        format!("{name}: expected a text or a whole number")
                    });
                }
                _ => {}
            }
        }
        Ok(match refusal {
            Some(refusal) => Err(refusal),
            None => Ok(Read {
                cells,
                warning: repeated(others).map(|name| twice(&name)),
            }),
        })
    }
}

/// A name that is there more than once.
fn repeated(mut names: Vec<Cow<'_, str>>) -> Option<Cow<'_, str>> {
    names.sort_unstable();
    let at = names.windows(2).position(|pair| pair[0] == pair[1])?;
    Some(names.swap_remove(at))
}

/// The name of a member, borrowed where nothing in it is escaped.
struct Name<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(AnyName)
    }
}

struct AnyName;

impl<'de> Visitor<'de> for AnyName {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
        Ok(Name(Cow::Owned(text.to_owned())))
    }
}

/// A text, or a whole number as text; `null` says nothing.
enum Value<'a> {
    Null,
    Text(Cow<'a, str>),
    Other,
}

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(number.to_string())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value<'de>, E> {
        Ok(Value::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value<'de>, E> {
        Ok(Value::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}
