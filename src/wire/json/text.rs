//! The content of a JSON string, still escaped.

use core::fmt::{self, Write};

use crate::Error;
use crate::buffer::Writer;

/// The content of a JSON string as it stands in the source: without the
/// quotes, escapes checked but not yet resolved.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    escaped: &'a str,
}

impl<'a> Text<'a> {
    /// The caller has checked the escapes.
    pub(super) const fn new(escaped: &'a str) -> Self {
        Self { escaped }
    }

    /// The content as it stands in the source, escapes included.
    #[must_use]
    pub const fn as_escaped(&self) -> &'a str {
        self.escaped
    }

    /// The content itself, when nothing in it is escaped.
    #[must_use]
    pub fn as_plain(&self) -> Option<&'a str> {
        (!self.escaped.as_bytes().contains(&b'\\')).then_some(self.escaped)
    }

    /// Whether the string is `""`.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.escaped.is_empty()
    }

    /// The characters, escapes resolved.
    #[must_use]
    pub const fn chars(&self) -> Chars<'a> {
        Chars { rest: self.escaped }
    }

    /// Bytes of the content in UTF-8, escapes resolved.
    #[must_use]
    pub fn unescaped_len(&self) -> usize {
        self.chars()
            .fold(0, |len, char| len.saturating_add(char.len_utf8()))
    }

    /// Whether the content is `text`, however it is escaped.
    #[must_use]
    pub fn eq_str(&self, text: &str) -> bool {
        self.eq_joined(&[text])
    }

    /// Whether the content is what `parts` make in a row, however it is
    /// escaped.
    #[must_use]
    pub fn eq_joined(&self, parts: &[&str]) -> bool {
        let mut chars = self.chars();
        let mut wanted = parts.iter().flat_map(|part| part.chars());
        wanted.all(|char| chars.next() == Some(char)) && chars.next().is_none()
    }

    /// Writes the content, escapes resolved, to the front of `out`.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the exact length.
    pub fn unescape_into<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        let mut out = Writer::new(out);
        for char in self.chars() {
            out.put_str(char.encode_utf8(&mut [0; 4]));
        }
        out.finish_str()
    }
}

/// As [`Text::eq_str`].
impl PartialEq<str> for Text<'_> {
    fn eq(&self, text: &str) -> bool {
        self.eq_str(text)
    }
}

/// As [`Text::eq_str`].
impl PartialEq<&str> for Text<'_> {
    fn eq(&self, text: &&str) -> bool {
        self.eq_str(text)
    }
}

/// The content, escapes resolved.
impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.chars().try_for_each(|char| f.write_char(char))
    }
}

/// The characters of a [`Text`].
#[derive(Debug, Clone)]
pub struct Chars<'a> {
    rest: &'a str,
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let (char, len) = match self.rest.strip_prefix('\\') {
            None => {
                let char = self.rest.chars().next()?;
                (char, char.len_utf8())
            }
            Some(after) => {
                let (char, len) = escape(after.as_bytes())?;
                (char, len.saturating_add(1))
            }
        };
        self.rest = self.rest.get(len..)?;
        Some(char)
    }
}

/// The character that the escape spells whose backslash stood before `after`,
/// and the bytes it takes up there.
pub(super) fn escape(after: &[u8]) -> Option<(char, usize)> {
    let char = match after.first()? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode_escape(after),
        _ => return None,
    };
    Some((char, 1))
}

/// `uXXXX`, or two of them with a backslash between for a surrogate pair.
fn unicode_escape(after: &[u8]) -> Option<(char, usize)> {
    const SURROGATES: u32 = 0xd800;
    const LOW_SURROGATES: u32 = 0xdc00;
    let first = four_digits(after.get(1..5)?)?;
    if let Some(char) = char::from_u32(first) {
        return Some((char, 5));
    }
    let second = four_digits(after.get(5..11)?.strip_prefix(b"\\u")?)?;
    let high = first.checked_sub(SURROGATES).filter(|high| *high < 0x400)?;
    let low = second
        .checked_sub(LOW_SURROGATES)
        .filter(|low| *low < 0x400)?;
    let char = char::from_u32(((high << 10) | low).checked_add(0x1_0000)?)?;
    Some((char, 11))
}

fn four_digits(digits: &[u8]) -> Option<u32> {
    crate::wire::hex::decode(digits).map(|bytes| u32::from(u16::from_be_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved_and_compared() {
        let text = Text::new(r#"\"\\\/\b\f\n\r\t\u00e9\uD83d\udE00\u0000é"#);
        let plain = "\"\\/\u{8}\u{c}\n\r\té😀\0é";
        let mut out = [0; 17];
        assert_eq!(text.unescape_into(&mut out), Ok(plain));
        assert_eq!(text.unescaped_len(), plain.len());
        assert!(text.eq_str(plain));
        assert!(!text.eq_str("\"\\/"));
        assert!(!Text::new("ab").eq_str("abc"));
        assert_eq!(Text::new("a\\u0062"), "ab");
        assert_eq!(
            text.unescape_into(&mut out[..16]),
            Err(Error::BufferTooSmall { needed: 17 })
        );
        assert_eq!(text.as_plain(), None);
        assert_eq!(Text::new("é").as_plain(), Some("é"));
    }

    #[test]
    fn a_text_is_compared_in_parts_and_shown() {
        extern crate std;
        use std::string::{String, ToString};

        let text = Text::new(r"a\u0062c\n");
        assert_eq!(text.as_escaped(), r"a\u0062c\n");
        assert_eq!(text.to_string(), "abc\n");
        assert_eq!(text.chars().collect::<String>(), "abc\n");
        assert!(!text.is_empty() && Text::new("").is_empty());
        for (parts, expected) in [
            (&["abc\n"][..], true),
            (&["a", "", "bc", "\n"], true),
            (&["a", "bc"], false),
            (&["a", "bc\n", "d"], false),
            (&["a", "xc\n"], false),
            (&[], false),
        ] {
            assert_eq!(text.eq_joined(parts), expected, "{parts:?}");
        }
        assert!(text == "abc\n" && text == *"abc\n");
        assert!(text != "abc" && text != *"abc");
        assert!(Text::new("").eq_joined(&[]));
        assert_eq!(text.unescaped_len(), 4);
    }

    #[test]
    fn lone_and_swapped_surrogates_are_no_escapes() {
        for bad in [
            "ud800",
            "udfff",
            r"ud800\u0041",
            r"ude00\ud83d",
            r"ud800\ud800",
            r"ud800\udbff",
            r"ud800\ue000",
            r"ud800xudc00",
            "u12",
            "u12g4",
            "u+123",
            "x",
            "",
        ] {
            assert_eq!(escape(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(
            escape(br"udbff\udfff rest"),
            Some((char::MAX, 11)),
            "the highest pair"
        );
    }
}
