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

use serde_json::{Map, Value};

/// `JSON.stringify(JSON.parse(text))` of a text that was parsed to `value`.
#[must_use]
pub fn stringify(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Number(number) => out.push_str(&number_text(number.as_f64().unwrap_or(f64::NAN))),
        Value::Array(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (n, (name, value)) in in_order(members).into_iter().enumerate() {
                if n > 0 {
                    out.push(',');
                }
                out.push_str(&Value::from(name).to_string());
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
        // Texts are escaped alike.
        plain => out.push_str(&plain.to_string()),
    }
}

/// Members in the order in which an object of JavaScript has them.
pub fn in_order(members: &Map<String, Value>) -> Vec<(&str, &Value)> {
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
pub fn query(query: &str) -> Map<String, Value> {
    let mut parsed = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()).take(1000) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name), decoded(value));
        let (first, rest) = name
            .find('[')
            .map_or((name.as_str(), ""), |at| name.split_at(at));
        let place = parsed.entry(first).or_insert(Value::Null);
        put(place, rest, value);
    }
    parsed
}

fn put(place: &mut Value, rest: &str, value: String) {
    let inner = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let Some((key, rest)) = inner else {
        return add(place, value);
    };
    match key {
        "" => {
            let mut item = Value::Null;
            put(&mut item, rest, value);
            match place {
                Value::Array(items) => items.push(item),
                place => *place = vec![item].into(),
            }
        }
        _ if key.parse::<usize>().is_ok_and(|index| index <= 20) => match place {
            Value::Array(items) => items.push(value.into()),
            place => *place = vec![Value::from(value)].into(),
        },
        _ => {
            if !place.is_object() {
                *place = Map::new().into();
            }
            if let Value::Object(members) = place {
                put(members.entry(key).or_insert(Value::Null), rest, value);
            }
        }
    }
}

/// A name that stands twice is a list.
fn add(place: &mut Value, value: String) {
    match place {
        Value::Null => *place = value.into(),
        Value::Array(items) => items.push(value.into()),
        first => {
            let list = vec![first.take(), value.into()];
            *first = list.into();
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
            let value: Value = serde_json::from_str(text).unwrap();
            assert_eq!(stringify(&value), expected, "{text}");
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
            ("a=15&b=true&c=null", r#"{"a":"15","b":"true","c":"null"}"#),
            ("a=b+c%26d", r#"{"a":"b c&d"}"#),
        ] {
            assert_eq!(stringify(&query(text).into()), expected, "{text}");
        }
    }
}
