//! Percent-encoding (RFC 3986) and its form variant.
//!
//! One set serves every place: the *unreserved* characters
//! `A`-`Z` `a`-`z` `0`-`9` `-` `.` `_` `~` stand for themselves, every other
//! byte of the UTF-8 text becomes `%` and two upper-case digits. So an encoded
//! text is one path segment, one query name or one query value, whatever it
//! contains; only the dot segments `.` and `..` need a second look in a path.
//!
//! | style | space | for |
//! |---|---|---|
//! | [`Style::Component`] | `%20` | path segments, names and values of a query |
//! | [`Style::Form`] | `+` | `application/x-www-form-urlencoded` |
//!
//! Sources: RFC 3986 sections 2.1-2.3; the URL standard's form encoding, with
//! `~` kept and `*` encoded as Python's `urlencode` does.

use crate::Error;
use crate::buffer::Writer;

/// Where the text goes; decides what becomes of a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A path segment or a part of a query: space is `%20`.
    Component,
    /// A form body or a form-like query: space is `+`.
    Form,
}

/// The most characters that `len` bytes encode to.
#[must_use]
pub const fn encoded_capacity(len: usize) -> usize {
    len.saturating_mul(3)
}

/// Characters that `text` encodes to; the same in both styles but for spaces.
#[must_use]
pub fn encoded_len(text: &[u8], style: Style) -> usize {
    let mut len: usize = 0;
    encode(text, style, &mut |part| {
        len = len.saturating_add(part.len());
    });
    len
}

/// Encodes `text` and hands it to `sink` in pieces.
pub fn encode(text: &[u8], style: Style, sink: &mut dyn FnMut(&[u8])) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| !is_unreserved(*byte)) {
        let (plain, from) = rest.split_at_checked(at).unwrap_or((rest, &[]));
        if !plain.is_empty() {
            sink(plain);
        }
        let Some((byte, after)) = from.split_first() else {
            return;
        };
        match (byte, style) {
            (b' ', Style::Form) => sink(b"+"),
            _ => sink(&[b'%', digit(byte >> 4), digit(byte & 15)]),
        }
        rest = after;
    }
    if !rest.is_empty() {
        sink(rest);
    }
}

/// Appends the encoded `text`.
///
/// ```
/// # #[cfg(feature = "internals")] {
/// use tokenmint::output::Writer;
/// use tokenmint::internals::wire::percent::{self, Style};
///
/// let mut buffer = [0; 32];
/// let mut out = Writer::new(&mut buffer);
/// percent::put(&mut out, "a b/é", Style::Component);
/// assert_eq!(out.finish_str()?, "a%20b%2F%C3%A9");
/// # }
/// # Ok::<(), tokenmint::Error>(())
/// ```
pub fn put(out: &mut Writer<'_>, text: &str, style: Style) {
    encode(text.as_bytes(), style, &mut |part| out.put(part));
}

/// Bytes that `text` decodes to.
///
/// # Errors
///
/// [`Error::Malformed`] at a `%` that two hexadecimal digits do not follow.
pub fn decoded_len(text: &[u8], style: Style) -> Result<usize, Error> {
    let mut len: usize = 0;
    decode_to(text, style, &mut |_| len = len.saturating_add(1))?;
    Ok(len)
}

/// Decodes `text` into the front of `out`. Any byte but `%` (and `+` in a
/// form) stands for itself, so that lenient encoders are understood; the
/// result need not be UTF-8.
///
/// # Errors
///
/// [`Error::Malformed`] as [`decoded_len`]; [`Error::BufferTooSmall`] when
/// `out` is shorter than the result (never longer than `text`).
pub fn decode<'o>(text: &[u8], style: Style, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
    let mut writer = Writer::new(out);
    decode_to(text, style, &mut |byte| writer.put(&[byte]))?;
    writer.finish()
}

fn decode_to(text: &[u8], style: Style, sink: &mut dyn FnMut(u8)) -> Result<(), Error> {
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = match (byte, style) {
            (b'%', _) => {
                let at = text.len().saturating_sub(rest.len());
                let (byte, after) = escaped(after).ok_or(Error::Malformed { at })?;
                sink(byte);
                after
            }
            (b'+', Style::Form) => {
                sink(b' ');
                after
            }
            _ => {
                sink(*byte);
                after
            }
        };
    }
    Ok(())
}

fn escaped(text: &[u8]) -> Option<(u8, &[u8])> {
    let (digits, after) = text.split_at_checked(2)?;
    let [byte] = super::hex::decode(digits)?;
    Some((byte, after))
}

const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

const fn digit(nibble: u8) -> u8 {
    if nibble < 10 {
        b'0'.wrapping_add(nibble)
    } else {
        b'A'.wrapping_add(nibble.wrapping_sub(10))
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use proptest::prelude::*;

    use super::*;

    const STYLES: [Style; 2] = [Style::Component, Style::Form];

    fn encoded(text: &[u8], style: Style) -> std::vec::Vec<u8> {
        let mut out = std::vec::Vec::new();
        encode(text, style, &mut |part| out.extend_from_slice(part));
        out
    }

    #[test]
    fn known_answers() {
        // Python 3: urllib.parse.quote(text, safe="") and quote_plus(text).
        for (text, component, form) in [
            ("", "", ""),
            ("abcXYZ019-._~", "abcXYZ019-._~", "abcXYZ019-._~"),
            ("a b", "a%20b", "a+b"),
            (" ", "%20", "+"),
            ("1+1=2", "1%2B1%3D2", "1%2B1%3D2"),
            ("*'()!", "%2A%27%28%29%21", "%2A%27%28%29%21"),
            (
                "/?#[]@&%",
                "%2F%3F%23%5B%5D%40%26%25",
                "%2F%3F%23%5B%5D%40%26%25",
            ),
            (
                "é管😀",
                "%C3%A9%E7%AE%A1%F0%9F%98%80",
                "%C3%A9%E7%AE%A1%F0%9F%98%80",
            ),
            ("\0\n\x7f", "%00%0A%7F", "%00%0A%7F"),
        ] {
            for (style, answer) in [(Style::Component, component), (Style::Form, form)] {
                let mut buffer = [0; 64];
                let mut out = Writer::new(&mut buffer);
                put(&mut out, text, style);
                assert_eq!(out.finish_str(), Ok(answer), "{text:?} {style:?}");
                assert_eq!(encoded_len(text.as_bytes(), style), answer.len());
            }
        }
    }

    #[test]
    fn decoding_is_lenient_about_bytes_and_strict_about_escapes() {
        let mut out = [0; 16];
        for (text, style, answer) in [
            ("a+b", Style::Component, "a+b"),
            ("a+b", Style::Form, "a b"),
            ("%e7%AE%a1", Style::Component, "管"),
            ("a/b?é", Style::Form, "a/b?é"),
        ] {
            let decoded = decode(text.as_bytes(), style, &mut out).unwrap();
            assert_eq!(decoded, answer.as_bytes(), "{text:?}");
        }
        for (text, at) in [("%", 0), ("a%4", 1), ("%41%zz", 3), ("%+1", 0), ("%é", 0)] {
            for style in STYLES {
                assert_eq!(
                    decode(text.as_bytes(), style, &mut out),
                    Err(Error::Malformed { at }),
                    "{text:?}"
                );
                assert_eq!(
                    decoded_len(text.as_bytes(), style),
                    Err(Error::Malformed { at })
                );
            }
        }
    }

    #[test]
    fn decoding_into_too_little_room_says_how_much_is_needed() {
        let mut memory = [0xAA; 8];
        let (out, canary) = memory.split_at_mut(2);
        assert_eq!(
            decode(b"%41bc", Style::Component, out),
            Err(Error::BufferTooSmall { needed: 3 })
        );
        assert_eq!(canary, [0xAA; 6]);
    }

    proptest! {
        #[test]
        fn round_trip(bytes: std::vec::Vec<u8>) {
            for style in STYLES {
                let text = encoded(&bytes, style);
                prop_assert_eq!(text.len(), encoded_len(&bytes, style));
                prop_assert!(text.len() <= encoded_capacity(bytes.len()));
                prop_assert!(text.iter().all(|c| is_unreserved(*c) || b"%+".contains(c)));
                prop_assert_eq!(decoded_len(&text, style), Ok(bytes.len()));
                let mut out = std::vec![0; bytes.len()];
                prop_assert_eq!(&*decode(&text, style, &mut out).unwrap(), &*bytes);
            }
        }

        #[test]
        fn any_bytes_decode_or_are_refused(bytes: std::vec::Vec<u8>) {
            for style in STYLES {
                let mut out = std::vec![0; bytes.len()];
                let decoded = decode(&bytes, style, &mut out).map(|decoded| decoded.len());
                prop_assert_eq!(decoded, decoded_len(&bytes, style));
            }
        }
    }
}
