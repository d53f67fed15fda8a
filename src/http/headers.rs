//! Header lines: a name exists once, whatever its letter case.

use core::fmt;
use std::borrow::Cow;
use std::string::{String, ToString};
use std::vec::Vec;

use zeroize::Zeroize;

use super::proof::{is_header_name, is_header_value};
use super::{Error, ErrorKind};

/// Headers of a request or an answer; names in lower case.
///
/// `Debug` shows names, and values only of a few that are never secret. Values
/// are wiped when dropped.
///
/// ```
/// use tokenmint::http::{ErrorKind, Headers};
///
/// let mut headers = Headers::new();
/// headers.set("X-Trace", "1")?;
/// headers.set("x-trace", "2")?;
/// assert_eq!(headers.get("X-TRACE"), Some("2"));
/// assert_eq!(headers.len(), 1);
/// let error = headers.set("x-trace", "2\r\nhost: elsewhere").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::BadHeader);
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<(Text, Text)>);

/// Many are constants.
pub(super) type Text = Cow<'static, str>;

impl Headers {
    /// No headers.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// No headers, with room for `count`.
    pub(super) fn with_room(count: usize) -> Self {
        Self(Vec::with_capacity(count))
    }

    /// Sets a header, in place of one of the same name.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadHeader`] for a name that is no token (RFC 9110), and
    /// for a value with anything but visible ASCII, spaces and tabs inside.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), Error> {
        if !is_header_name(name) {
            return Err(bad("the name has a character that is not allowed"));
        }
        self.set_known(name.to_ascii_lowercase(), value.to_string())
    }

    /// Sets a header of which the name is known to be a token in lower case; the
    /// value is taken over, and wiped in the end.
    ///
    /// # Errors
    ///
    /// As [`Self::set`], for the value.
    pub(super) fn set_known(
        &mut self,
        name: impl Into<Text>,
        mut value: String,
    ) -> Result<(), Error> {
        if !is_header_value(&value) {
            value.zeroize();
            return Err(bad("a value has a character that is not allowed"));
        }
        self.put(name.into(), Cow::Owned(value));
        Ok(())
    }

    /// Sets a header that is known to be valid, its name in lower case.
    pub(super) fn set_constant(&mut self, name: &'static str, value: &'static str) {
        self.put(Cow::Borrowed(name), Cow::Borrowed(value));
    }

    fn put(&mut self, name: Text, value: Text) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => {
                wipe(old);
                *old = value;
            }
            None => self.0.push((name, value)),
        }
    }

    /// Adds a header of an answer as it came; several of one name are joined
    /// with a comma.
    pub fn add_received(&mut self, name: &str, value: &[u8]) {
        let value = String::from_utf8_lossy(value);
        let known = |(known, _): &&mut (Text, Text)| known.eq_ignore_ascii_case(name);
        match self.0.iter_mut().find(known) {
            Some((_, old)) => {
                let old = old.to_mut();
                old.push_str(", ");
                old.push_str(&value);
            }
            None => self
                .0
                .push((received_name(name), value.into_owned().into())),
        }
    }

    /// The value of a header.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_ref())
    }

    /// Names in lower case, and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_ref(), value.as_ref()))
    }

    /// Names and values, a constant as such.
    #[cfg(any(feature = "ureq3", feature = "reqwest013"))]
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes over all of `other`, which win.
    pub fn merge(&mut self, other: &Self) {
        for (name, value) in &other.0 {
            self.put(name.clone(), value.clone());
        }
    }
}

/// The name of a header of an answer, in lower case; those of nearly every answer
/// take no memory.
fn received_name(name: &str) -> Text {
    Cow::Borrowed(match name {
        "connection" => "connection",
        "content-length" => "content-length",
        "content-type" => "content-type",
        "date" => "date",
        "server" => "server",
        "transfer-encoding" => "transfer-encoding",
        "vary" => "vary",
        "x-request-id" => "x-request-id",
        other => return Cow::Owned(other.to_ascii_lowercase()),
    })
}

/// Constants are no secrets.
fn wipe(text: &mut Text) {
    if let Cow::Owned(text) = text {
        text.zeroize();
    }
}

fn bad(message: &str) -> Error {
    Error::with_message(ErrorKind::BadHeader, message)
}

impl Drop for Headers {
    fn drop(&mut self) {
        for (_, value) in &mut self.0 {
            wipe(value);
        }
    }
}

const HARMLESS: [&str; 6] = [
    "accept",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "retry-after",
];

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.iter().map(|(name, value)| {
                let shown = HARMLESS.contains(&name);
                (name, if shown { value } else { "(redacted)" })
            }))
            .finish()
    }
}

/// Whether everybody may know the value of the header `name`.
#[cfg(any(feature = "ureq3", feature = "reqwest013"))]
pub(super) fn is_public(name: &str) -> bool {
    matches!(
        name,
        "accept" | "accept-encoding" | "content-type" | "user-agent"
    )
}

#[cfg(all(test, any(feature = "ureq3", feature = "reqwest013")))]
mod tests {
    use super::is_public;

    #[test]
    fn what_this_library_says_of_itself_is_public() {
        for name in ["accept", "accept-encoding", "content-type", "user-agent"] {
            assert!(is_public(name), "{name}");
        }
        for name in ["authorization", "cookie", "x-ath-user-token", "Accept", ""] {
            assert!(!is_public(name), "{name}");
        }
    }
}
