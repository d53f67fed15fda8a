//! What is signed of a request, in canonical order, piece by piece.

use core::cmp::Ordering;

use super::parts::{HEADERS_MAX, PARAMS_MAX, RequestParts};
use crate::buffer::Writer;
use crate::output::Output;
use crate::{Error, Field};

/// The text that is signed of a request.
///
/// # Errors
///
/// As [`Request::string_to_sign`](super::Request::string_to_sign).
pub fn string_to_sign<O: Output>(request: &dyn RequestParts, out: O) -> Result<O::Text, Error> {
    out.write_text(string_to_sign_len(request)?, |buffer| {
        let mut writer = Writer::new(buffer);
        stream(request, &mut |part| writer.put(part))?;
        Ok(writer.finish()?.len())
    })
}

/// Bytes of the text that is signed.
pub(super) fn string_to_sign_len(request: &dyn RequestParts) -> Result<usize, Error> {
    let mut len: usize = 0;
    stream(request, &mut |part| {
        len = len.saturating_add(part.len());
    })?;
    Ok(len)
}

/// Hands the text that is signed to `sink` in pieces. After an error the
/// pieces are worthless.
pub(super) fn stream(request: &dyn RequestParts, sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
    check(request)?;
    sink(request.method().as_bytes());
    sink(b"\n");
    stream_headers(request, sink)?;
    stream_resource(request, sink)
}

fn check(request: &dyn RequestParts) -> Result<(), Error> {
    if request.method().is_empty() {
        return Err(Error::Empty {
            field: Field::Method,
        });
    }
    check_no_controls(request.method(), Field::Method)?;
    // The event stream signs no path.
    if !request.path().is_empty() {
        check_path(request.path())?;
    }
    check_count(request.params_count(), PARAMS_MAX, Field::Query)?;
    check_count(request.headers_count(), HEADERS_MAX, Field::Header)?;
    (0..request.headers_count())
        .filter_map(|at| request.header(at))
        .filter(|(name, _)| is_signed(name))
        .try_for_each(|(name, _)| check_header_name(name))
}

// A frame of its own, so that the two orders share their place.
#[inline(never)]
fn stream_headers(request: &dyn RequestParts, sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
    let name = |at: usize| request.header(at).map_or("", |(name, _)| name);
    let mut order = Order::new();
    order
        .fill(
            request.headers_count(),
            &|at| is_signed(name(at)),
            &|a, b| lower_case(name(a)).cmp(lower_case(name(b))),
        )
        .map_err(|Twice| duplicate(Field::Header))?;
    for (name, value) in order.places().filter_map(|at| request.header(at)) {
        stream_lower_case(name, sink);
        sink(b":");
        stream_header_value(value, sink);
        sink(b"\n");
    }
    Ok(())
}

#[inline(never)]
fn stream_resource(request: &dyn RequestParts, sink: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
    let (path, raw) = match request.path().split_once('?') {
        Some((path, raw)) => (path, Some(raw)),
        None => (request.path(), None),
    };
    sink(path.as_bytes());
    // A query in the path comes after the parameters in the list.
    let param = |at: usize| match request.param(at) {
        Some((name, value)) => (name, Some(value)),
        None => (raw.unwrap_or(""), None),
    };
    let count = request.params_count();
    let count = count.saturating_add(usize::from(raw.is_some()));
    let mut order = Order::new();
    order
        .fill(count, &|_| true, &|a, b| {
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

/// Two items have one name.
struct Twice;

/// The places of a list in the order of its names.
struct Order {
    places: [u8; Order::MAX],
    len: usize,
}

impl Order {
    /// All parameters, and a query in the path.
    const MAX: usize = PARAMS_MAX + 1;

    const fn new() -> Self {
        Self {
            places: [0; Self::MAX],
            len: 0,
        }
    }

    /// Takes of the first `count` places those that are to `keep`. Where it
    /// stands: a second order would be on the stack of a device.
    #[inline(never)]
    fn fill(
        &mut self,
        count: usize,
        keep: &dyn Fn(usize) -> bool,
        compare: &dyn Fn(usize, usize) -> Ordering,
    ) -> Result<(), Twice> {
        debug_assert!(count <= Self::MAX, "the count is checked");
        for place in (0..Self::MAX).take(count).filter(|place| keep(*place)) {
            let sorted = self.places.get(..self.len).unwrap_or_default();
            let Err(at) = sorted.binary_search_by(|other| compare((*other).into(), place)) else {
                return Err(Twice);
            };
            self.len = self.len.saturating_add(1);
            debug_assert!(u8::try_from(place).is_ok(), "a place is a byte");
            let mut moved = u8::try_from(place).unwrap_or(0);
            for slot in self.places.get_mut(at..self.len).unwrap_or_default() {
                core::mem::swap(slot, &mut moved);
            }
        }
        Ok(())
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
        let mut order = Order::new();
        let filled = order.fill(count, &|_| true, &|a, b| key(a).cmp(&key(b)));
        assert!(filled.is_ok(), "37 is prime to 129");
        assert!(order.places().map(key).eq(0..count));
        let twice = Order::new().fill(2, &|_| true, &|_, _| Ordering::Equal);
        assert!(twice.is_err());
    }
}
