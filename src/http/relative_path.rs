//! A path that the caller chose, to be put below a URL that it cannot leave.
//!
//! | given | becomes |
//! |---|---|
//! | `/repos`, `repos` | `repos` |
//! | `/a b/é?q=x y#part` | `a%20b/%C3%A9?q=x%20y` |
//! | `/a%20b` | `a%20b` |
//! | `//a`, `/a//b` | `/a`, `a//b` |
//! | `/a/../b`, `/%2e%2E/b`, `/%252e./b`, `/..;/b`, `\..\b` | refused: a dot segment |
//! | `/a%2Fb`, `/a%5Cb`, `\a` | refused: a hidden separator |
//! | `/a%00`, `/a%0D%0Ab` | refused: a control character |
//! | `https://elsewhere.example/` | refused: an absolute URL |
//!
//! What a URL cannot have is percent-encoded as browsers do it; an escape that
//! is there stays, and everything else is sent as it was written.

use core::fmt;
use std::string::String;

use super::escapes::{Hidden, hidden};
use super::{Error, ErrorKind};

/// A path and perhaps a query, without the slash that joins it to a URL.
#[derive(Clone, PartialEq, Eq)]
pub struct RelativePath(String);

impl RelativePath {
    /// Checks and takes over a path with or without a slash before it. A
    /// fragment is dropped.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::DotSegment`] for `.` or `..` as a segment, also before `;`;
    /// [`ErrorKind::ControlCharacter`]; [`ErrorKind::InvalidInput`] for an
    /// absolute URL, a backslash and an encoded slash. Each also
    /// percent-encoded, once or more often.
    pub fn new(text: &str) -> Result<Self, Error> {
        if text.chars().any(char::is_control) {
            return Err(Error::new(ErrorKind::ControlCharacter));
        }
        if is_absolute(text) {
            let message = "a path is expected, not a URL";
            return Err(Error::with_message(ErrorKind::InvalidInput, message));
        }
        let text = text.split_once('#').map_or(text, |(before, _)| before);
        let (path, query) = match text.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (text, None),
        };
        match hidden(path.as_bytes()) {
            None => {}
            Some(Hidden::DotSegment) => return Err(Error::new(ErrorKind::DotSegment)),
            Some(Hidden::ControlCharacter) => return Err(Error::new(ErrorKind::ControlCharacter)),
            Some(Hidden::Separator) => {
                let message = "a path has no backslash and no escaped slash";
                return Err(Error::with_message(ErrorKind::InvalidInput, message));
            }
        }
        let mut encoded = String::with_capacity(text.len());
        encode(path.strip_prefix('/').unwrap_or(path), PATH, &mut encoded);
        if let Some(query) = query {
            encoded.push('?');
            encode(query, QUERY, &mut encoded);
        }
        Ok(Self(encoded))
    }

    /// The encoded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Shows how long it is: a query may have a secret.
impl fmt::Debug for RelativePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RelativePath({} characters)", self.0.len())
    }
}

/// What ASCII a path cannot have.
const PATH: &str = " \"<>`{}^";
/// What ASCII a query cannot have.
const QUERY: &str = " \"<>'";

fn is_absolute(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

fn encode(text: &str, refused: &str, out: &mut String) {
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let escape = || {
            let digits = bytes.get(at.saturating_add(1)..at.saturating_add(3));
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        let kept = match byte {
            b'%' => escape(),
            byte => byte.is_ascii() && !refused.contains(char::from(*byte)),
        };
        if kept {
            out.push(char::from(*byte));
        } else {
            out.push_str(&std::format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_where_they_are_put() {
        for (text, expected) in [
            ("", ""),
            ("/", ""),
            ("repos", "repos"),
            ("/repos/", "repos/"),
            ("//host/x", "/host/x"),
            ("/a//b", "a//b"),
            ("?a=1", "?a=1"),
            ("/x?a=../..&b=two%20words#/../y", "x?a=../..&b=two%20words"),
            ("/a b/\u{e9}|~", "a%20b/%C3%A9|~"),
            ("/100%/%zz/%4", "100%25/%25zz/%254"),
            ("/v1/documents:batch@2+x", "v1/documents:batch@2+x"),
            ("/q?it's=[1]&x={}", "q?it%27s=[1]&x={}"),
            ("/...", "..."),
            ("/a..b/.c", "a..b/.c"),
            (
                "/search?u=https://a.example/",
                "search?u=https://a.example/",
            ),
        ] {
            let path = RelativePath::new(text).map(|path| path.0);
            assert_eq!(path.as_deref().ok(), Some(expected), "{text:?}");
        }
        for (text, kind) in [
            ("..", ErrorKind::DotSegment),
            ("/a/../b", ErrorKind::DotSegment),
            ("/a/./b", ErrorKind::DotSegment),
            ("/a/..?x", ErrorKind::DotSegment),
            ("/%2e%2E/b", ErrorKind::DotSegment),
            ("/.%2e", ErrorKind::DotSegment),
            ("/..;/b", ErrorKind::DotSegment),
            ("/%252e%252e/b", ErrorKind::DotSegment),
            ("/a%2Fb", ErrorKind::InvalidInput),
            ("/a%255cb", ErrorKind::InvalidInput),
            ("/a\\b", ErrorKind::InvalidInput),
            ("/a%00", ErrorKind::ControlCharacter),
            ("/a%0d%0ab", ErrorKind::ControlCharacter),
            ("/a%2f..%2fb", ErrorKind::DotSegment),
            ("\\..\\b", ErrorKind::DotSegment),
            ("https://a.example/x", ErrorKind::InvalidInput),
            ("HTTP://a.example", ErrorKind::InvalidInput),
            ("ws+unix://a", ErrorKind::InvalidInput),
            ("/a\r\nb", ErrorKind::ControlCharacter),
            ("/a\0", ErrorKind::ControlCharacter),
        ] {
            let error = RelativePath::new(text).err().map(|error| error.kind());
            assert_eq!(error, Some(kind), "{text:?}");
        }
    }
}
