//! What is signed of a request, in canonical order.

use core::cmp::Ordering;
use core::fmt;

use super::value::Value;
use crate::buffer::Writer;
use crate::output::Output;
use crate::{Error, Field};

/// A parameter: name and value.
pub type Param<'a> = (&'a str, Value<'a>);

/// A header: name, in any letter case, and value.
pub type Header<'a> = (&'a str, &'a str);

/// The parts of a request that its signature covers, in any order.
///
/// Nothing is copied: the string to sign goes piece by piece to where it is
/// needed, and what is sorted are the places of the entries, a byte each.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    method: &'a str,
    path: &'a str,
    params: &'a [Param<'a>],
    headers: &'a [Header<'a>],
}

impl<'a> Request<'a> {
    /// The most parameters of a request.
    pub const MAX_PARAMS: usize = 128;
    /// The most headers of a request, signed or not.
    pub const MAX_HEADERS: usize = 32;

    /// A request without parameters and headers.
    ///
    /// `method` is signed as it is, so give it as it is sent (`GET`); `path`
    /// begins with `/` and has no host. A query inside the path is signed as
    /// one raw parameter, as the Go and Java SDKs do.
    #[must_use]
    pub const fn new(method: &'a str, path: &'a str) -> Self {
        Self {
            method,
            path,
            params: &[],
            headers: &[],
        }
    }

    /// A GET request with the arguments of its query, not percent-encoded.
    #[must_use]
    pub const fn get(path: &'a str, query: &'a [Param<'a>]) -> Self {
        Self::new("GET", path).with_params(query)
    }

    /// A POST request with the top-level fields of its JSON body.
    #[must_use]
    pub const fn post(path: &'a str, fields: &'a [Param<'a>]) -> Self {
        Self::new("POST", path).with_params(fields)
    }

    /// A DELETE request; its query is not signed.
    #[must_use]
    pub const fn delete(path: &'a str) -> Self {
        Self::new("DELETE", path)
    }

    /// Sets the parameters: the arguments of the query for GET, the top-level
    /// fields of the JSON body for every other method.
    #[must_use]
    pub const fn with_params(mut self, params: &'a [Param<'a>]) -> Self {
        self.params = params;
        self
    }

    /// Sets the headers. Only `date` and `x-authing-*` are signed; others may
    /// be in the list. A value is signed without white space around it, and
    /// tabs and line ends in it as spaces.
    #[must_use]
    pub const fn with_headers(mut self, headers: &'a [Header<'a>]) -> Self {
        self.headers = headers;
        self
    }

    /// The text that is signed, for a look at what a server refuses. Signing
    /// does not need it. It holds the parameters in clear.
    ///
    /// ```
    /// use tokenmint::authing::{Request, Value};
    ///
    /// let fields = [("page", Value::Unsigned(1)), ("keywords", Value::Text("a b"))];
    /// let request = Request::post("/api/v3/list-users", &fields)
    ///     .with_headers(&[("Date", "1700000000000"), ("accept", "application/json")]);
    /// let mut buffer = [0; 128];
    /// assert_eq!(
    ///     request.string_to_sign(&mut buffer)?,
    ///     "POST\ndate:1700000000000\n/api/v3/list-users?keywords=a b&page=1"
    /// );
    /// # Ok::<(), tokenmint::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`Request::string_to_sign_len`];
    /// [`Error::Empty`] without a method; [`Error::BadCharacter`] for a control
    /// character in method or path, a path that does not begin with `/`, and a
    /// signed header whose name is none; [`Error::TooMany`] above
    /// [`Request::MAX_PARAMS`] or [`Request::MAX_HEADERS`];
    /// [`Error::Duplicate`] for two parameters or signed headers of one name.
    pub fn string_to_sign<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        out.write_text(self.string_to_sign_len()?, |buffer| {
            let mut writer = Writer::new(buffer);
            self.stream(&mut |part| writer.put(part))?;
            Ok(writer.finish()?.len())
        })
    }

    /// Bytes of the text that is signed.
    ///
    /// # Errors
    ///
    /// As [`Request::string_to_sign`], but for the buffer.
    pub fn string_to_sign_len(&self) -> Result<usize, Error> {
        let mut len: usize = 0;
        self.stream(&mut |part| {
            len = len.saturating_add(part.len());
        })?;
        Ok(len)
    }

    /// Hands the text that is signed to `sink` in pieces. After an error the
    /// pieces are worthless.
    pub(super) fn stream(&self, sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
        self.check()?;
        sink(self.method.as_bytes());
        sink(b"\n");
        self.stream_headers(sink)?;
        self.stream_resource(sink)
    }

    fn check(&self) -> Result<(), Error> {
        if self.method.is_empty() {
            return Err(Error::Empty {
                field: Field::Method,
            });
        }
        check_no_controls(self.method, Field::Method)?;
        // The event stream signs no path.
        if !self.path.is_empty() {
            check_path(self.path)?;
        }
        check_count(self.params.len(), Self::MAX_PARAMS, Field::Query)?;
        check_count(self.headers.len(), Self::MAX_HEADERS, Field::Header)?;
        self.signed_headers()
            .try_for_each(|(name, _)| check_header_name(name))
    }

    fn signed_headers(&self) -> impl Iterator<Item = &'a Header<'a>> {
        self.headers.iter().filter(|(name, _)| is_signed(name))
    }

    // A frame of its own, so that the two orders share their place.
    #[inline(never)]
    fn stream_headers(&self, sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
        let name = |at: usize| self.headers.get(at).map_or("", |(name, _)| name);
        let order = Order::of(self.headers.len(), &|at| is_signed(name(at)), &|a, b| {
            lower_case(name(a)).cmp(lower_case(name(b)))
        })
        .map_err(|Twice| duplicate(Field::Header))?;
        for (name, value) in order.places().filter_map(|at| self.headers.get(at)) {
            stream_lower_case(name, sink);
            sink(b":");
            stream_header_value(value, sink);
            sink(b"\n");
        }
        Ok(())
    }

    #[inline(never)]
    fn stream_resource(&self, sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
        let (path, raw) = match self.path.split_once('?') {
            Some((path, raw)) => (path, Some(raw)),
            None => (self.path, None),
        };
        sink(path.as_bytes());
        // A query in the path comes after the parameters in the list.
        let param = |at: usize| match self.params.get(at) {
            Some((name, value)) => (*name, Some(*value)),
            None => (raw.unwrap_or(""), None),
        };
        let count = self.params.len().saturating_add(usize::from(raw.is_some()));
        let order = Order::of(count, &|_| true, &|a, b| {
            utf16_order(param(a).0, param(b).0)
        })
        .map_err(|Twice| duplicate(Field::Query))?;
        let mut separator = b"?";
        for (name, value) in order.places().map(param) {
            sink(separator);
            separator = b"&";
            sink(name.as_bytes());
            if let Some(value) = value {
                sink(b"=");
                value.write(sink);
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self
            .path
            .split_once('?')
            .map_or(self.path, |(path, _)| path);
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &path)
            .field("params", &self.params)
            .field("headers", &self.headers)
            .finish()
    }
}

/// Two items have one name.
struct Twice;

/// The places of a list in the order of its names.
struct Order {
    places: [u8; Order::MAX],
    len: usize,
}

impl Order {
    /// All parameters, and a query in the path.
    const MAX: usize = Request::MAX_PARAMS + 1;

    /// Of the first `count` places, those that are to `keep`.
    #[inline(never)]
    fn of(
        count: usize,
        keep: &dyn Fn(usize) -> bool,
        compare: &dyn Fn(usize, usize) -> Ordering,
    ) -> Result<Self, Twice> {
        let mut order = Self {
            places: [0; Self::MAX],
            len: 0,
        };
        for place in (0..Self::MAX).take(count).filter(|place| keep(*place)) {
            let sorted = order.places.get(..order.len).unwrap_or_default();
            let Err(at) = sorted.binary_search_by(|other| compare((*other).into(), place)) else {
                return Err(Twice);
            };
            order.len = order.len.saturating_add(1);
            let mut moved = u8::try_from(place).unwrap_or(0);
            for slot in order.places.get_mut(at..order.len).unwrap_or_default() {
                core::mem::swap(slot, &mut moved);
            }
        }
        Ok(order)
    }

    fn places(&self) -> impl Iterator<Item = usize> {
        self.places
            .iter()
            .take(self.len)
            .map(|place| (*place).into())
    }
}

/// The order of UTF-16, which is JavaScript's: that of UTF-8, except that the
/// characters beyond the first plane, of four bytes, come before U+E000.
fn utf16_order(a: &str, b: &str) -> Ordering {
    let rank = |byte: u8| match byte {
        0xEE | 0xEF => byte.wrapping_add(0x10),
        _ => byte,
    };
    let different = a.bytes().zip(b.bytes()).find(|(a, b)| a != b);
    match different {
        Some((a, b)) => rank(a).cmp(&rank(b)),
        None => a.len().cmp(&b.len()),
    }
}

const fn duplicate(field: Field) -> Error {
    Error::Duplicate { field }
}

fn lower_case(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().map(|byte| byte.to_ascii_lowercase())
}

fn stream_lower_case(name: &str, sink: &mut dyn FnMut(&[u8])) {
    for part in name.as_bytes().chunks(32) {
        let mut text = [0; 32];
        if let Some(text) = text.get_mut(..part.len()) {
            text.copy_from_slice(part);
            text.make_ascii_lowercase();
            sink(text);
        }
    }
}

fn is_signed(name: &str) -> bool {
    const PREFIX: &str = "x-authing-";
    name.eq_ignore_ascii_case("date")
        || name
            .get(..PREFIX.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(PREFIX))
}

fn stream_header_value(value: &str, sink: &mut dyn FnMut(&[u8])) {
    let value = value.trim_matches(is_js_space).as_bytes();
    let mut lines = value.split(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c));
    if let Some(first) = lines.next() {
        sink(first);
    }
    for line in lines {
        sink(b" ");
        sink(line);
    }
}

/// What `String.prototype.trim` takes away: white space and line ends of
/// ECMAScript. Rust's `trim` differs in U+0085 and U+FEFF.
#[cfg_attr(target_os = "none", inline(never))] // Asked from both ends.
const fn is_js_space(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r'
            | ' '
            | '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
            | '\u{feff}'
    )
}

fn check_count(count: usize, max: usize, field: Field) -> Result<(), Error> {
    if count > max {
        return Err(Error::TooMany { field, max });
    }
    Ok(())
}

/// Refuses what is no request path: not beginning with `/` (a whole URL, say)
/// or with a control character, which would forge lines of the string to sign.
pub(super) fn check_path(path: &str) -> Result<(), Error> {
    if !path.starts_with('/') {
        return Err(Error::BadCharacter {
            field: Field::Path,
            at: 0,
        });
    }
    check_no_controls(path, Field::Path)
}

pub(super) fn check_no_controls(text: &str, field: Field) -> Result<(), Error> {
    match text.bytes().position(|byte| byte.is_ascii_control()) {
        Some(at) => Err(Error::BadCharacter { field, at }),
        None => Ok(()),
    }
}

/// A header name is a token (RFC 9110 section 5.6.2).
pub(super) fn check_header_name(name: &str) -> Result<(), Error> {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let field = Field::Header;
    if name.is_empty() {
        return Err(Error::Empty { field });
    }
    match name.bytes().position(|byte| !is_token(byte)) {
        Some(at) => Err(Error::BadCharacter { field, at }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_compare_as_utf16() {
        let names = [
            "",
            "a",
            "ab",
            "b",
            "z",
            "\u{7f}",
            "\u{80}",
            "\u{7ff}",
            "\u{800}",
            "\u{d7ff}",
            "\u{e000}",
            "\u{e000}a",
            "\u{ffff}",
            "\u{10000}",
            "\u{10ffff}",
            "a\u{10000}",
            "a\u{ffee}",
        ];
        for a in names {
            for b in names {
                let expected = a.encode_utf16().cmp(b.encode_utf16());
                assert_eq!(utf16_order(a, b), expected, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn every_place_comes_once_and_in_order() {
        let count = Order::MAX;
        let key = |at: usize| (at * 37) % count;
        let order = Order::of(count, &|_| true, &|a, b| key(a).cmp(&key(b)));
        let keys = order.unwrap_or_else(|Twice| panic!("37 is prime to 129"));
        assert!(keys.places().map(key).eq(0..count));
        assert!(Order::of(2, &|_| true, &|_, _| Ordering::Equal).is_err());
    }
}
