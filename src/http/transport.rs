//! What carries a request: one method, blocking or async.
//!
//! Any closure is a transport:
//!
//! ```
//! use tokenmint::http::{Client, Headers, Request, Response, Transport};
//!
//! let client = Client::new(|request: Request| {
//!     assert!(request.url.starts_with("https://"));
//!     Ok(Response::new(204, Headers::new(), Vec::new()))
//! });
//! ```
//!
//! A transport sends the request once, as it is: it follows no redirect, adds
//! no credentials, decompresses nothing, reads at most
//! [`Request::max_body`] bytes and keeps to [`Request::timeouts`], whose
//! `total` is what is left to the deadline of the call. Dropping the future of
//! an async transport cancels the request.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use std::boxed::Box;

use super::{Request, Response, TransportErrorKind};

/// A future on the heap.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A blocking transport.
pub trait Transport: Send + Sync {
    /// Sends one request and reads its answer, whatever its status.
    ///
    /// # Errors
    ///
    /// A [`TransportError`] when there is no whole answer.
    fn send(&self, request: Request) -> Result<Response, TransportError>;
}

impl<F> Transport for F
where
    F: Fn(Request) -> Result<Response, TransportError> + Send + Sync,
{
    fn send(&self, request: Request) -> Result<Response, TransportError> {
        self(request)
    }
}

/// An async transport.
pub trait AsyncTransport: Send + Sync {
    /// Sends one request and reads its answer, whatever its status.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>>;
}

impl<F, R> AsyncTransport for F
where
    F: Fn(Request) -> R + Send + Sync,
    R: Future<Output = Result<Response, TransportError>> + Send + 'static,
{
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(self(request))
    }
}

/// Why there is no answer.
pub struct TransportError {
    pub(super) kind: TransportErrorKind,
    pub(super) sent: bool,
    pub(super) source: Option<Box<dyn core::error::Error + Send + Sync>>,
}

impl TransportError {
    /// It failed before a byte of the request left: safe to repeat.
    #[must_use]
    pub const fn not_sent(kind: TransportErrorKind) -> Self {
        Self {
            kind,
            sent: false,
            source: None,
        }
    }

    /// It failed later, or nobody knows when.
    #[must_use]
    pub const fn maybe_sent(kind: TransportErrorKind) -> Self {
        Self {
            kind,
            sent: true,
            source: None,
        }
    }

    /// Adds a cause, whose texts must be free of secrets.
    #[must_use]
    pub fn with_source(
        mut self,
        source: impl Into<Box<dyn core::error::Error + Send + Sync>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Where it failed.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the service may have got the request.
    #[must_use]
    pub const fn may_have_been_sent(&self) -> bool {
        self.sent
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("kind", &self.kind)
            .field("sent", &self.sent)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "transport failed: {:?}", self.kind)
    }
}

impl core::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
