//! One answer, read to its end.

use core::fmt;
use core::time::Duration;
use std::string::String;
use std::vec::Vec;

use serde::de::DeserializeOwned;

use super::{Error, Headers, retry_after};

/// The headers under which services hand out request ids.
const REQUEST_ID_HEADERS: [&str; 3] = ["x-request-id", "request-id", "x-requestid"];

/// An answer; `Debug` shows neither header values nor the body.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The headers; names in lower case.
    pub headers: Headers,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Response {
    /// An answer, for transports and tests.
    #[must_use]
    pub const fn new(status: u16, headers: Headers, body: Vec<u8>) -> Self {
        Self {
            status,
            headers,
            body,
        }
    }

    /// Whether the status is 200 to 299.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        matches!(self.status, 200..=299)
    }

    /// Whether the body is a page: the word of a proxy, not of a service, where
    /// the answer has no form of its own.
    #[cfg(any(feature = "ath-client", feature = "authing-authentication"))]
    pub(crate) fn is_page(&self) -> bool {
        self.body.trim_ascii_start().starts_with(b"<")
    }

    /// The id under which the service knows the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        REQUEST_ID_HEADERS
            .iter()
            .find_map(|name| self.headers.get(name))
    }

    /// How long the service asks to wait, seen at `now` (since 1970).
    #[must_use]
    pub fn retry_after(&self, now: Duration) -> Option<Duration> {
        let millis = self.headers.get("retry-after-ms");
        millis.and_then(retry_after::parse_millis).or_else(|| {
            let value = self.headers.get("retry-after")?;
            retry_after::parse(value, now)
        })
    }

    /// The body as text, bytes that are none replaced.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body of a success, parsed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Status`](super::ErrorKind::Status) or
    /// [`ErrorKind::Redirect`](super::ErrorKind::Redirect) when it is none,
    /// [`ErrorKind::Answer`](super::ErrorKind::Answer) when its body is not
    /// the JSON of a `T`.
    pub fn json<T: DeserializeOwned>(self) -> Result<T, Error> {
        if !self.is_success() {
            return Err(Error::from_response(self));
        }
        // The parser's message may quote the body: it is left out.
        serde_json::from_slice(&self.body).map_err(|_| Error::from_response(self))
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &self.headers)
            .field("body_len", &self.body.len())
            .finish()
    }
}

#[cfg(all(test, any(feature = "ath-client", feature = "authing-authentication")))]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_with_a_tag() {
        for (body, expected) in [
            ("<!doctype html><p>", true),
            ("\r\n <html>", true),
            ("", false),
            ("{\"page\":\"<p>\"}", false),
        ] {
            let response = Response::new(502, Headers::new(), body.into());
            assert_eq!(response.is_page(), expected, "{body}");
        }
    }
}
