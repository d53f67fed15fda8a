//! What a reader of JSON asks for, from one pass with bounded nesting and
//! without recursion.

use super::cursor::{Cursor, Kind};
use super::text::Text;
use super::value::Value;
use crate::Error;

/// The members called `names` of the object that `json` is, in the order of
/// `names`; all of `json` is checked.
///
/// # Errors
///
/// [`Error::BadJson`] when `json` is not one JSON object, is nested too deep,
/// or has two members of one of the `names`.
pub fn members<'a, const N: usize>(
    json: &'a [u8],
    names: &[&str; N],
) -> Result<[Option<Value<'a>>; N], Error> {
    let mut found = [None; N];
    find(json, names, &mut found)?;
    Ok(found)
}

/// [`members`] for every number of names.
fn find<'a>(json: &'a [u8], names: &[&str], found: &mut [Option<Value<'a>>]) -> Result<(), Error> {
    let mut entries = entries(json)?;
    loop {
        let at = entries.0.cursor.at;
        let Some(entry) = entries.next() else {
            return Ok(());
        };
        let (name, value) = entry?;
        for (wanted, slot) in names.iter().zip(&mut *found) {
            if name.eq_str(wanted) && slot.replace(value).is_some() {
                return Err(Error::BadJson { at });
            }
        }
    }
}

/// The members of the object that `json` is, one by one.
///
/// # Errors
///
/// [`Error::BadJson`] when `json` is no UTF-8 or does not begin an object. What
/// follows is checked as the iterator goes along.
pub fn entries(json: &[u8]) -> Result<Entries<'_>, Error> {
    Walk::new(json, Kind::Object).map(Entries)
}

/// The elements of the array that `json` is, one by one.
///
/// # Errors
///
/// As [`entries`], for an array.
pub fn elements(json: &[u8]) -> Result<Elements<'_>, Error> {
    Walk::new(json, Kind::Array).map(Elements)
}

/// Checks that `json` is one JSON text, of any type.
///
/// # Errors
///
/// [`Error::BadJson`] with the position of the first byte that does not fit.
pub fn validate(json: &[u8]) -> Result<(), Error> {
    let mut cursor = Cursor::new(json)?;
    cursor.skip_space();
    cursor.value(0)?;
    cursor.end()
}

/// The members of an object; ends after the first error.
#[derive(Debug, Clone)]
pub struct Entries<'a>(Walk<'a>);

impl<'a> Iterator for Entries<'a> {
    type Item = Result<(Text<'a>, Value<'a>), Error>;

    #[cfg_attr(target_os = "none", inline(never))]
    fn next(&mut self) -> Option<Self::Item> {
        self.0
            .step(|cursor| Ok((cursor.name()?, cursor.value(1)?)))
            .transpose()
    }
}

/// The elements of an array; ends after the first error.
#[derive(Debug, Clone)]
pub struct Elements<'a>(Walk<'a>);

impl<'a> Iterator for Elements<'a> {
    type Item = Result<Value<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.step(|cursor| cursor.value(1)).transpose()
    }
}

/// A way through one container, which nothing but space may surround.
#[derive(Debug, Clone)]
struct Walk<'a> {
    cursor: Cursor<'a>,
    kind: Kind,
    started: bool,
    ended: bool,
}

impl<'a> Walk<'a> {
    fn new(json: &'a [u8], kind: Kind) -> Result<Self, Error> {
        let mut cursor = Cursor::new(json)?;
        cursor.skip_space();
        cursor.expect(match kind {
            Kind::Object => b'{',
            Kind::Array => b'[',
        })?;
        cursor.skip_space();
        Ok(Self {
            cursor,
            kind,
            started: false,
            ended: false,
        })
    }

    fn step<T>(
        &mut self,
        item: impl FnOnce(&mut Cursor<'a>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        if self.ended {
            return Ok(None);
        }
        self.ended = true;
        if self.cursor.eat(self.kind.closing()) {
            return self.cursor.end().map(|()| None);
        }
        if self.started {
            self.cursor.expect(b',')?;
            self.cursor.skip_space();
        }
        let item = item(&mut self.cursor)?;
        self.cursor.skip_space();
        self.started = true;
        self.ended = false;
        Ok(Some(item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::json::DEPTH_MAX;

    #[test]
    fn members_in_any_order_and_escaping() {
        let json = br#" { "x" : [1, {"a": 9}] , "b": null, "\u0061": -5, "t": true } "#;
        let [a, b, t, none] = members(json, &["a", "b", "t", "none"]).unwrap();
        assert_eq!(a.and_then(|a| a.as_i64()), Some(-5));
        assert!(matches!(b, Some(Value::Null)));
        assert_eq!(t.and_then(|t| t.as_bool()), Some(true));
        assert!(none.is_none());
    }

    #[test]
    fn each_kind_of_value_is_told_from_the_others() {
        let json = br#"[{"a":[]}, [{}], "x", null, true, false, -0.5]"#;
        let mut values = elements(json).unwrap().map(Result::unwrap);
        assert!(matches!(values.next(), Some(Value::Object(r#"{"a":[]}"#))));
        assert!(matches!(values.next(), Some(Value::Array("[{}]"))));
        assert!(matches!(values.next(), Some(Value::String(text)) if text == "x"));
        assert!(matches!(values.next(), Some(Value::Null)));
        assert!(matches!(values.next(), Some(Value::Bool(true))));
        assert!(matches!(values.next(), Some(Value::Bool(false))));
        assert!(matches!(values.next(), Some(Value::Number("-0.5"))));
        assert!(values.next().is_none());
    }

    #[test]
    fn a_second_member_of_a_wanted_name_is_refused() {
        let json = br#"{"a":1,"b":2,"\u0061":1}"#;
        assert!(matches!(
            members(json, &["a"]),
            Err(Error::BadJson { at: 12 })
        ));
        assert!(members(json, &["b"]).is_ok());
    }

    #[test]
    fn integers_are_exact_or_none() {
        for (text, value) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("-9223372036854775809", None),
            ("1.0", None),
            ("1e0", None),
            ("1E+0", None),
        ] {
            assert_eq!(Value::Number(text).as_i64(), value, "{text}");
        }
        assert_eq!(Value::Null.as_i64(), None);
    }

    #[test]
    fn errors_say_where() {
        for (json, at) in [
            (&b""[..], 0),
            (b" ", 1),
            (b"[1,]", 3),
            (b"[1 2]", 3),
            (b"{\"a\" 1}", 5),
            (b"{\"a\":1,}", 7),
            (b"{a:1}", 1),
            (b"[01]", 2),
            (b"[-]", 2),
            (b"[1.]", 3),
            (b"[1e]", 3),
            (b"[+1]", 1),
            (b"nul", 3),
            (b"true false", 5),
            (b"\"a\nb\"", 2),
            (b"\"\\x\"", 2),
            (b"\"\\ud800\"", 2),
            (b"\"abc", 4),
            (b"[\xff]", 1),
            (b"\xef\xbb\xbf{}", 0),
            (b"[[1}]", 3),
        ] {
            assert_eq!(validate(json), Err(Error::BadJson { at }), "{json:?}");
        }
    }

    #[test]
    fn control_characters_are_refused_raw() {
        for byte in 0..0x80 {
            let json = [b'"', byte, b'"'];
            let expected = !matches!(byte, 0..0x20 | b'"' | b'\\');
            assert_eq!(validate(&json).is_ok(), expected, "{byte}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let max = usize::try_from(DEPTH_MAX).unwrap();
        let mut json = [b'['; 128];
        json[max..2 * max].fill(b']');
        assert_eq!(validate(&json[..2 * max]), Ok(()));
        let inner = elements(&json[..2 * max]).unwrap().next();
        assert!(matches!(inner, Some(Ok(Value::Array(_)))));

        let mut json = [b'['; 128];
        json[max + 1..2 * max + 2].fill(b']');
        let error = Error::BadJson { at: max };
        assert_eq!(validate(&json[..2 * max + 2]), Err(error));
        let inner = elements(&json[..2 * max + 2]).unwrap().next();
        assert!(matches!(inner, Some(Err(found)) if found == error));
    }

    #[test]
    fn elements_and_entries_end_after_an_error() {
        let mut elements = elements(b"[1, 2 3]").unwrap();
        assert!(matches!(elements.next(), Some(Ok(Value::Number("1")))));
        assert!(matches!(elements.next(), Some(Ok(Value::Number("2")))));
        assert!(matches!(
            elements.next(),
            Some(Err(Error::BadJson { at: 6 }))
        ));
        assert!(elements.next().is_none());
        let mut entries = entries(b"{} x").unwrap();
        assert!(matches!(
            entries.next(),
            Some(Err(Error::BadJson { at: 3 }))
        ));
        assert!(entries.next().is_none());
    }
}
