//! JSON objects as types that lose nothing.
//!
//! Every member is optional. What has no field, or a value that its field
//! cannot hold, stays in `extra` and is written again as it came: reading and
//! writing give the same object. Where a number is declared, `"7"` and `7.0`
//! are read as 7 and still written as they came; where text is, a number is read
//! as its digits. Null is like a member that is not there, in lists too.

use core::fmt;
use std::collections::BTreeMap;
use std::string::{String, ToString};
use std::vec::Vec;

use serde_json::{Map, Number, Value};

/// A type that a member can have.
pub trait Member: Sized {
    /// The value, when it can be read.
    fn read(value: &Value) -> Option<Self>;

    /// The value to write.
    fn write(&self) -> Value;

    /// Reads a value and uses it up, where writing gives the same again: then
    /// there is never a second copy of a large one.
    #[must_use]
    fn take(value: Value) -> Taken<Self> {
        match Self::read(&value) {
            Some(member) if member.write() == value => Taken::Whole(member),
            member => Taken::Beside(member, value),
        }
    }

    /// Shows the value without what may be secret in it.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// A value that was read, or was not.
#[derive(Debug)]
pub enum Taken<T> {
    /// All of it is in the member.
    Whole(T),
    /// Writing the member, if there is one, would give something else.
    Beside(Option<T>, Value),
}

impl<T> Taken<T> {
    /// What was read.
    pub(super) fn member(self) -> Option<T> {
        match self {
            Self::Whole(member) => Some(member),
            Self::Beside(member, _) => member,
        }
    }
}

impl Member for String {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }

    fn take(value: Value) -> Taken<Self> {
        match value {
            Value::String(text) => Taken::Whole(text),
            other => Taken::Beside(Self::read(&other), other),
        }
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Member for bool {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(value) => Some(*value),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Member for i64 {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => number.as_i64().or_else(|| integral(number.as_f64()?)),
            Value::String(text) => {
                let text = text.trim();
                text.parse().ok().or_else(|| integral(text.parse().ok()?))
            }
            _ => None,
        }
    }

    fn write(&self) -> Value {
        Value::Number((*self).into())
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Within the range in which a float names every integer.
fn integral(number: f64) -> Option<i64> {
    let exact = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0;
    #[allow(clippy::cast_possible_truncation)]
    exact.then_some(number as i64)
}

impl Member for f64 {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok().filter(|it: &Self| it.is_finite()),
            _ => None,
        }
    }

    fn write(&self) -> Value {
        match (integral(*self), Number::from_f64(*self)) {
            (Some(integer), _) => Value::Number(integer.into()),
            (None, Some(number)) => Value::Number(number),
            (None, None) => Value::Null,
        }
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Member for Value {
    fn read(value: &Value) -> Option<Self> {
        Some(value.clone())
    }

    fn write(&self) -> Value {
        self.clone()
    }

    /// Nothing: what is in it is not known.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Redacted, f)
    }
}

impl Member for Map<String, Value> {
    fn read(value: &Value) -> Option<Self> {
        value.as_object().cloned()
    }

    fn write(&self) -> Value {
        Value::Object(self.clone())
    }

    fn take(value: Value) -> Taken<Self> {
        match value {
            Value::Object(members) => Taken::Whole(members),
            other => Taken::Beside(None, other),
        }
    }

    /// The names alone: free-form parts are where keys and tokens are.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.keys()).finish()
    }
}

impl Member for BTreeMap<String, String> {
    fn read(value: &Value) -> Option<Self> {
        value
            .as_object()?
            .iter()
            .map(|(name, value)| Some((name.clone(), value.as_str()?.to_string())))
            .collect()
    }

    fn write(&self) -> Value {
        self.iter()
            .map(|(name, value)| (name.clone(), Value::from(value.as_str())))
            .collect::<Map<_, _>>()
            .into()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.keys()).finish()
    }
}

impl<T: Member> Member for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        let values = value.as_array()?.iter();
        values
            .filter(|value| !value.is_null())
            .map(T::read)
            .collect()
    }

    fn write(&self) -> Value {
        self.iter().map(T::write).collect()
    }

    fn take(value: Value) -> Taken<Self> {
        let Value::Array(items) = value else {
            return Taken::Beside(None, value);
        };
        let kinds = items.iter().map(core::mem::discriminant);
        let alike = kinds
            .clone()
            .skip(1)
            .zip(kinds)
            .all(|(one, other)| one == other);
        let mut members = Self::new();
        let mut rest = items.into_iter();
        while let Some(item) = rest.next() {
            match T::take(item) {
                Taken::Whole(member) => {
                    // A member may be larger than its value: room for all is for
                    // lists that can be of members alone.
                    if members.is_empty() && alike {
                        members.reserve_exact(rest.len().saturating_add(1));
                    }
                    members.push(member);
                }
                Taken::Beside(_, item) => {
                    // Those before it are written as they came.
                    let before = members.into_iter().map(|member| member.write());
                    let value = before.chain([item]).chain(rest).collect();
                    return Taken::Beside(Self::read(&value), value);
                }
            }
        }
        Taken::Whole(members)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(Shown)).finish()
    }
}

/// `Debug` by [`Member::show`].
pub(super) struct Shown<'a, T>(pub(super) &'a T);

impl<T: Member> fmt::Debug for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}

/// In place of a value that is not shown.
pub(super) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(redacted)")
    }
}

/// Names whose values are never shown.
pub(super) fn is_secret(name: &str) -> bool {
    const PARTS: [&str; 8] = [
        "token",
        "key",
        "secret",
        "password",
        "credential",
        "salt",
        "url",
        "address",
    ];
    // Counted in configuration, not in content.
    const PLAIN: [&str; 3] = ["keywords", "max_tokens", "keywords_config"];
    !PLAIN.contains(&name)
        && !name.ends_with("keywords")
        && PARTS.iter().any(|part| name.contains(part))
}

/// Reads the member `name` into its field, and out of `extra` unless writing
/// it would give something else.
pub(super) fn take<T: Member>(extra: &mut Map<String, Value>, name: &str) -> Option<T> {
    match T::take(extra.remove(name)?) {
        Taken::Whole(member) => Some(member),
        Taken::Beside(member, value) => {
            extra.insert(name.to_string(), value);
            member
        }
    }
}

/// Makes setters of a plain struct, and `new`.
macro_rules! setters {
    ($name:ident { $( $(#[$meta:meta])* $field:ident: $type:ty = $value:expr; )* }) => {
        impl $name {
            /// The defaults.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            $(
                $(#[$meta])*
                #[must_use]
                pub fn $field(mut self, $field: $type) -> Self {
                    self.$field = $value;
                    self
                }
            )*
        }
    };
}
pub(super) use setters;

/// Makes types of JSON objects: public optional fields, a setter each, `extra`
/// for the rest.
macro_rules! objects {
    ($(
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[$field_meta:meta])* $field:ident: $type:ty, )*
        }
    )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: Option<$type>, )*
            /// Members without a field, and values that their field cannot
            /// hold. They are written in place of a field of that name.
            pub extra: serde_json::Map<std::string::String, serde_json::Value>,
        }

        #[allow(clippy::missing_const_for_fn)]
        impl $name {
            /// Nothing is set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            $(
                $(#[$field_meta])*
                #[must_use]
                pub fn $field(mut self, value: impl Into<$type>) -> Self {
                    self.$field = Some(value.into());
                    self
                }
            )*

            /// Sets any member, also to null on purpose.
            #[must_use]
            pub fn with(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
                self.extra.insert(name.into(), value.into());
                self
            }

            /// Takes over an object; it is written again as it came.
            #[must_use]
            pub fn from_map(
                map: serde_json::Map<std::string::String, serde_json::Value>,
            ) -> Self {
                #[allow(unused_mut)]
                let mut extra = map;
                $( let $field = $crate::client::convoai::object::take(
                    &mut extra, $crate::client::convoai::object::wire_name(stringify!($field)),
                ); )*
                Self { $( $field, )* extra }
            }

            /// The object to send.
            #[must_use]
            pub fn to_map(&self) -> serde_json::Map<std::string::String, serde_json::Value> {
                #[allow(unused_mut)]
                let mut map = serde_json::Map::new();
                $( if let Some(value) = &self.$field {
                    map.insert(
                        $crate::client::convoai::object::wire_name(stringify!($field)).into(),
                        $crate::client::convoai::object::Member::write(value),
                    );
                } )*
                map.extend(self.extra.clone());
                map
            }
        }

        impl $crate::client::convoai::object::Member for $name {
            fn read(value: &serde_json::Value) -> Option<Self> {
                value.as_object().cloned().map(Self::from_map)
            }

            fn write(&self) -> serde_json::Value {
                self.to_map().into()
            }

            fn take(value: serde_json::Value) -> $crate::client::convoai::object::Taken<Self> {
                use $crate::client::convoai::object::Taken;

                match value {
                    serde_json::Value::Object(members) => Taken::Whole(Self::from_map(members)),
                    other => Taken::Beside(None, other),
                }
            }

            fn show(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Debug::fmt(self, f)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let mut debug = f.debug_struct(stringify!($name));
                $( if let Some(value) = &self.$field {
                    if $crate::client::convoai::object::is_secret(stringify!($field)) {
                        debug.field(stringify!($field), &$crate::client::convoai::object::Redacted);
                    } else {
                        debug.field(
                            stringify!($field),
                            &$crate::client::convoai::object::Shown(value),
                        );
                    }
                } )*
                if !self.extra.is_empty() {
                    debug.field("extra", &$crate::client::convoai::object::Shown(&self.extra));
                }
                debug.finish()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.to_map().serialize(serializer)
            }
        }

        impl From<serde_json::Map<std::string::String, serde_json::Value>> for $name {
            fn from(map: serde_json::Map<std::string::String, serde_json::Value>) -> Self {
                Self::from_map(map)
            }
        }
    )* };
}
pub(super) use objects;

/// A field's name without what Rust needs to tell it from a keyword.
pub(super) fn wire_name(field: &str) -> &str {
    field.strip_prefix("r#").unwrap_or(field)
}

/// Makes enums that let other values pass in both directions, as members.
macro_rules! open_enums {
    ($(
        $(#[$meta:meta])*
        $name:ident { $( $variant:ident = $text:literal, )* }
    )*) => { $(
        $crate::client::open_enum::open_enum! {
            $(#[$meta])*
            $name { $( $variant = $text, )* }
        }

        impl $crate::client::convoai::object::Member for $name {
            fn read(value: &serde_json::Value) -> Option<Self> {
                value.as_str().map(Self::from)
            }

            fn write(&self) -> serde_json::Value {
                self.as_str().into()
            }

            fn take(value: serde_json::Value) -> $crate::client::convoai::object::Taken<Self> {
                use $crate::client::convoai::object::Taken;

                match Self::read(&value) {
                    Some(member) => Taken::Whole(member),
                    None => Taken::Beside(None, value),
                }
            }

            fn show(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Debug::fmt(self.as_str(), f)
            }
        }
    )* };
}
pub(super) use open_enums;
