//! JSON and queries as a server in JavaScript reads and writes them again.
//!
//! | what | there |
//! |---|---|
//! | a number | a double: `1.0` is `1`, 2^53 + 1 is 2^53, `1e21` is `1e+21` |
//! | members | those named like an index first, in their order, then as written |
//! | a query | what the package `qs` makes of it: `a=1&a=2` and `a[]=1` are lists, `a[b]=1` an object, everything else text |
//!
//! Sources: ECMA-262 (`Number::toString`, `OrdinaryOwnPropertyKeys`,
//! `QuoteJSONString`) and the documentation of `qs`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of JavaScript that can be JSON.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Members, as they were set.
    Object(Vec<(String, Self)>),
}

impl Json {
    /// `JSON.parse`.
    #[must_use]
    pub fn parse(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok()
    }

    /// A member of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let found = members.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Members in the order in which an object of JavaScript has them.
    #[must_use]
    pub fn members(&self) -> Vec<(&str, &Self)> {
        let Self::Object(members) = self else {
            return Vec::new();
        };
        let (mut indices, mut names) = (Vec::new(), Vec::new());
        for (name, value) in members {
            match index(name) {
                Some(index) => indices.push((index, name, value)),
                None => names.push((name.as_str(), value)),
            }
        }
        indices.sort_by_key(|(index, ..)| *index);
        let indices = indices.into_iter();
        let indices = indices.map(|(_, name, value)| (name.as_str(), value));
        indices.chain(names).collect()
    }

    /// The value at a member, which is made where there is none. One that is set
    /// twice keeps its first place.
    fn member(&mut self, name: &str) -> &mut Self {
        if !matches!(self, Self::Object(_)) {
            *self = Self::Object(Vec::new());
        }
        let Self::Object(members) = self else {
            return self;
        };
        let known = members.iter().position(|(known, _)| known == name);
        let at = known.unwrap_or_else(|| {
            members.push((name.to_owned(), Self::Null));
            members.len() - 1
        });
        &mut members[at].1
    }
}

/// `JSON.stringify`.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Number(number) => f.write_str(&number_text(*number)),
            Self::Text(text) => quoted(text, f),
            Self::List(items) => {
                f.write_str("[")?;
                for (n, item) in items.iter().enumerate() {
                    let comma = if n > 0 { "," } else { "" };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
            Self::Object(_) => {
                f.write_str("{")?;
                for (n, (name, value)) in self.members().into_iter().enumerate() {
                    f.write_str(if n > 0 { "," } else { "" })?;
                    quoted(name, f)?;
                    write!(f, ":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Both languages escape alike.
fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let text = serde_json::to_string(text).map_err(|_| fmt::Error)?;
    f.write_str(&text)
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Json::Object(Vec::new());
        while let Some((name, value)) = members.next_entry::<String, Json>()? {
            *object.member(&name) = value;
        }
        Ok(object)
    }
}

/// An array index: 0 to 2^32 - 2, written as numbers are.
fn index(name: &str) -> Option<u32> {
    let index: u32 = name.parse().ok()?;
    (index < u32::MAX && index.to_string() == name).then_some(index)
}

/// `Number::toString`.
fn number_text(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    // The fewest digits that give the number back, as both languages want.
    let shortest = format!("{number:e}");
    let (sign, shortest) = match shortest.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", shortest.as_str()),
    };
    let (digits, exponent) = shortest.split_once('e').unwrap_or((shortest, "0"));
    let digits: String = digits.chars().filter(|digit| *digit != '.').collect();
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let point = exponent + 1;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let text = if (count..=21).contains(&point) {
        format!("{digits}{}", zeros(point - count))
    } else if (1..=21).contains(&point) {
        let (whole, rest) = digits.split_at(usize::try_from(point).unwrap_or_default());
        format!("{whole}.{rest}")
    } else if (-5..=0).contains(&point) {
        format!("0.{}{digits}", zeros(-point))
    } else {
        let (first, rest) = digits.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        let plus = if exponent < 0 { "" } else { "+" };
        format!("{first}{dot}{rest}e{plus}{exponent}")
    };
    format!("{sign}{text}")
}

/// What `qs.parse` makes of a query.
#[must_use]
pub fn query(query: &str) -> Json {
    let mut parsed = Json::Object(Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()).take(1000) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name), decoded(value));
        let bracket = name.find('[').unwrap_or(name.len());
        let (first, rest) = name.split_at(bracket);
        // A name of nothing but brackets, or of every object, is none.
        if !first.is_empty() && !OF_EVERY_OBJECT.contains(&first) {
            put(parsed.member(first), rest, value, 0);
        }
    }
    let Json::Object(members) = parsed else {
        return parsed;
    };
    // Nothing was set where every pair was left out.
    let members = members
        .into_iter()
        .filter(|(_, value)| *value != Json::Null);
    Json::Object(members.map(|(name, value)| (name, lists(value))).collect())
}

/// The most levels of brackets that are read.
const DEPTH: usize = 5;
/// The most that an index of a list may be.
const INDEX: u32 = 20;
/// Before the number of an item that came without an index.
const ITEM: char = '\0';
/// Names that `qs` leaves out, unless it is told otherwise.
const OF_EVERY_OBJECT: [&str; 5] = [
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "valueOf",
];

fn put(place: &mut Json, rest: &str, value: String, depth: usize) {
    let inner = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match inner {
        None => add(place, value),
        Some(_) if depth == DEPTH => add(place.member(rest), value),
        Some(("", rest)) => {
            let item = match place {
                Json::Object(items) => items.len(),
                _ => 0,
            };
            put(
                place.member(&format!("{ITEM}{item}")),
                rest,
                value,
                depth + 1,
            );
        }
        Some((key, _)) if OF_EVERY_OBJECT.contains(&key) => {}
        Some((key, rest)) => put(place.member(key), rest, value, depth + 1),
    }
}

/// Objects whose names are indices are lists.
fn lists(value: Json) -> Json {
    let Json::Object(members) = value else {
        return value;
    };
    let is_item = |(name, _): &(String, Json)| {
        name.starts_with(ITEM) || index(name).is_some_and(|index| index <= INDEX)
    };
    if !members.iter().all(is_item) {
        let members = members.into_iter();
        return Json::Object(members.map(|(name, value)| (name, lists(value))).collect());
    }
    let mut items: Vec<_> = members
        .into_iter()
        .map(|(name, value)| {
            let number = name.trim_start_matches(ITEM).parse::<u32>();
            (number.unwrap_or_default(), lists(value))
        })
        .collect();
    items.sort_by_key(|(number, _)| *number);
    Json::List(items.into_iter().map(|(_, value)| value).collect())
}

/// A name that stands twice is a list.
fn add(place: &mut Json, value: String) {
    match place {
        Json::Null => *place = Json::Text(value),
        Json::List(items) => items.push(Json::Text(value)),
        first => {
            let list = vec![first.clone(), Json::Text(value)];
            *first = Json::List(list);
        }
    }
}

/// `decodeURIComponent`, with `+` for a space.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let hex = |digits: &[u8]| {
            let digits = std::str::from_utf8(digits).ok()?;
            u8::from_str_radix(digits, 16).ok()
        };
        rest = tail;
        match (first, tail.get(..2).and_then(hex)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            (b'+', _) => bytes.push(b' '),
            (byte, _) => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The right column is what Node 20 prints for `JSON.stringify(JSON.parse(..))`.
    #[test]
    fn numbers_and_members_are_those_of_javascript() {
        for (text, expected) in [
            ("1.0", "1"),
            ("-0.0", "0"),
            ("1e21", "1e+21"),
            ("1e20", "100000000000000000000"),
            ("12345678901234567891", "12345678901234567000"),
            ("1e-7", "1e-7"),
            ("0.000001", "0.000001"),
            ("1.5e-9", "1.5e-9"),
            ("-12.5", "-12.5"),
            ("9007199254740993", "9007199254740992"),
            ("5e-324", "5e-324"),
            (
                r#"{"b":1,"10":2,"9":[3.0],"01":4}"#,
                r#"{"9":[3],"10":2,"b":1,"01":4}"#,
            ),
            (r#"{"a":1,"b":2,"a":3}"#, r#"{"a":3,"b":2}"#),
            ("\"\\u001f\\u00e9\\/\"", "\"\\u001fé/\""),
            ("[true,null]", "[true,null]"),
        ] {
            let value = Json::parse(text.as_bytes()).unwrap();
            assert_eq!(value.to_string(), expected, "{text}");
        }
    }

    /// The examples of the documentation of `qs`.
    #[test]
    fn queries_are_those_of_qs() {
        for (text, expected) in [
            ("a=c", r#"{"a":"c"}"#),
            ("foo[bar]=baz", r#"{"foo":{"bar":"baz"}}"#),
            ("a%5Bb%5D=c", r#"{"a":{"b":"c"}}"#),
            (
                "foo[bar][baz]=foobarbaz",
                r#"{"foo":{"bar":{"baz":"foobarbaz"}}}"#,
            ),
            ("a[]=b&a[]=c", r#"{"a":["b","c"]}"#),
            ("a[0]=b&a[1]=c", r#"{"a":["b","c"]}"#),
            ("a=b&a=c", r#"{"a":["b","c"]}"#),
            ("a[]=b", r#"{"a":["b"]}"#),
            ("a[1]=b&a[15]=c", r#"{"a":["b","c"]}"#),
            ("a[100]=b", r#"{"a":{"100":"b"}}"#),
            ("a[][b]=c", r#"{"a":[{"b":"c"}]}"#),
            ("a[0]=b&a[b]=c", r#"{"a":{"0":"b","b":"c"}}"#),
            (
                "a[b][c][d][e][f][g][h][i]=j",
                r#"{"a":{"b":{"c":{"d":{"e":{"f":{"[g][h][i]":"j"}}}}}}}"#,
            ),
            ("a[hasOwnProperty]=b", "{}"),
            ("a=15&b=true&c=null", r#"{"a":"15","b":"true","c":"null"}"#),
            ("a=b+c%26d", r#"{"a":"b c&d"}"#),
        ] {
            assert_eq!(query(text).to_string(), expected, "{text}");
        }
    }
}
