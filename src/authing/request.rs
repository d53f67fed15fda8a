//! A request, as far as it is signed.

use core::fmt;

use super::canonical;
use super::parts::{HEADERS_MAX, Header, PARAMS_MAX, Param, RequestParts};
use crate::Error;
use crate::output::Output;

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
    pub const MAX_PARAMS: usize = PARAMS_MAX;
    /// The most headers of a request, signed or not.
    pub const MAX_HEADERS: usize = HEADERS_MAX;

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
        canonical::string_to_sign(self, out)
    }

    /// Bytes of the text that is signed.
    ///
    /// # Errors
    ///
    /// As [`Request::string_to_sign`], but for the buffer.
    pub fn string_to_sign_len(&self) -> Result<usize, Error> {
        canonical::string_to_sign_len(self)
    }
}

impl RequestParts for Request<'_> {
    fn method(&self) -> &str {
        self.method
    }

    fn path(&self) -> &str {
        self.path
    }

    fn params_count(&self) -> usize {
        self.params.len()
    }

    fn param(&self, at: usize) -> Option<Param<'_>> {
        self.params.get(at).copied()
    }

    fn headers_count(&self) -> usize {
        self.headers.len()
    }

    fn header(&self, at: usize) -> Option<Header<'_>> {
        self.headers.get(at).copied()
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
