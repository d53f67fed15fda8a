//! The one error of every client.

use core::fmt;
use core::time::Duration;
use std::boxed::Box;
use std::string::{String, ToString};

use super::{
    Headers, Outcome, PathError, Response, TransportError, TransportErrorKind, UnknownMethod,
};

/// What went wrong, coarse enough to decide by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    // Refused before any traffic.
    /// Credentials are missing, empty, contradictory or malformed.
    Credentials,
    /// A certificate is empty.
    EmptyCertificate,
    /// A certificate of an authority cannot be read.
    BadCertificate,
    /// A base URL or proxy URL cannot be used.
    BadUrl,
    /// A header name or value is not allowed, for example a control character.
    BadHeader,
    /// A path parameter is empty.
    EmptyPathParameter,
    /// A path parameter has a dot segment.
    DotSegment,
    /// A path parameter has a control character.
    ControlCharacter,
    /// Another argument is refused.
    InvalidInput,
    /// A lifetime is not within its range.
    Lifetime,
    /// A token could not be made; `source` says why.
    Token,
    /// The call is not allowed in this state.
    State,
    /// A file cannot be read or written, or its content cannot be used.
    File,

    // Nothing usable came back.
    /// The host name has no address.
    Resolve,
    /// No connection could be made.
    Connect,
    /// The TLS handshake failed, for example on an untrusted certificate.
    Tls,
    /// A part of the call took too long.
    Timeout,
    /// The whole call took too long.
    Deadline,
    /// The connection broke while sending or receiving.
    Interrupted,
    /// The answer is not HTTP.
    Protocol,
    /// The answer is larger than the limit.
    BodyTooLarge,
    /// The answer is compressed, which was not asked for.
    Encoding,
    /// The transport failed in another way.
    Transport,

    // The service answered.
    /// The status is not a success.
    Status,
    /// The status is a redirect, which is not followed.
    Redirect,
    /// The content cannot be used: it is not what the endpoint answers with.
    Answer,
    /// The service understood and said no in the content, whatever the HTTP
    /// status.
    Refused,
    /// A listing came back to a cursor it had been at.
    RepeatedCursor,
    /// A token did not pass its checks; `source` says why.
    TokenRefused,
}

impl ErrorKind {
    /// Whether it happened before any traffic, for reasons of this side.
    #[must_use]
    pub const fn is_local(self) -> bool {
        matches!(
            self,
            Self::Credentials
                | Self::EmptyCertificate
                | Self::BadCertificate
                | Self::BadUrl
                | Self::BadHeader
                | Self::EmptyPathParameter
                | Self::DotSegment
                | Self::ControlCharacter
                | Self::InvalidInput
                | Self::Lifetime
                | Self::Token
                | Self::State
                | Self::File
        )
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Credentials => "credentials are not usable",
            Self::EmptyCertificate => "certificate is empty",
            Self::BadCertificate => "certificate cannot be read",
            Self::BadUrl => "URL is not usable",
            Self::BadHeader => "header is not allowed",
            Self::EmptyPathParameter => "path parameter is empty",
            Self::DotSegment => "path parameter has a dot segment",
            Self::ControlCharacter => "path parameter has a control character",
            Self::InvalidInput => "argument is not allowed",
            Self::Lifetime => "lifetime is out of range",
            Self::Token => "token could not be made",
            Self::State => "not allowed in this state",
            Self::File => "file cannot be used",
            Self::Resolve => "host name has no address",
            Self::Connect => "connection could not be made",
            Self::Tls => "TLS handshake failed",
            Self::Timeout => "timed out",
            Self::Deadline => "deadline of the call has passed",
            Self::Interrupted => "connection broke",
            Self::Protocol => "answer is not HTTP",
            Self::BodyTooLarge => "answer is larger than the limit",
            Self::Encoding => "answer is compressed, which was not asked for",
            Self::Transport => "transport failed",
            Self::Status => "service refused",
            Self::Redirect => "service redirects, which is not followed",
            Self::Answer => "answer cannot be used",
            Self::Refused => "service said no",
            Self::RepeatedCursor => "listing repeats a cursor",
            Self::TokenRefused => "token is refused",
        }
    }
}

type Source = Box<dyn core::error::Error + Send + Sync>;

/// An error of a client.
///
/// Its texts have the endpoint, the status, the service's code and the request
/// id. They never have what the service wrote in free text, because services
/// echo what they were sent: ask [`Error::detail`] or [`Error::body`] for that.
pub struct Error(Box<Parts>);

struct Parts {
    kind: ErrorKind,
    message: Option<String>,
    endpoint: Option<&'static str>,
    code: Option<String>,
    detail: Option<String>,
    request_id: Option<String>,
    response: Option<Response>,
    source: Option<Source>,
    /// Without an answer: whether the request may have arrived.
    may_be_done: bool,
}

impl Error {
    /// An error of `kind` without more to say.
    #[must_use]
    pub fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Parts {
            kind,
            message: None,
            endpoint: None,
            code: None,
            detail: None,
            request_id: None,
            response: None,
            source: None,
            may_be_done: false,
        }))
    }

    /// An error of `kind`; `message` must not have a value that was passed in.
    #[must_use]
    pub fn with_message(kind: ErrorKind, message: impl Into<String>) -> Self {
        let mut error = Self::new(kind);
        error.0.message = Some(message.into());
        error
    }

    /// The error that an answer is: its kind follows from the status.
    #[must_use]
    pub fn from_response(response: Response) -> Self {
        let mut error = Self::new(match response.status {
            200..=299 => ErrorKind::Answer,
            300..=399 => ErrorKind::Redirect,
            _ => ErrorKind::Status,
        });
        error.0.response = Some(response);
        error
    }

    /// An answer that cannot be used, for services whose HTTP statuses mean
    /// nothing: [`ErrorKind::Answer`], or [`ErrorKind::Redirect`].
    #[must_use]
    pub fn unreadable(response: Response) -> Self {
        let mut error = Self::from_response(response);
        if error.0.kind == ErrorKind::Status {
            error.0.kind = ErrorKind::Answer;
        }
        error
    }

    /// Adds the service's own words about it.
    ///
    /// A `code` that is not a short identifier stays out of the texts.
    #[must_use]
    pub fn with_service_error(mut self, code: Option<String>, detail: Option<String>) -> Self {
        self.0.code = code.filter(|code| !code.is_empty());
        self.0.detail = detail;
        self
    }

    /// Adds the id under which the service knows the request, where
    /// it is not in a header.
    #[must_use]
    pub fn with_request_id(mut self, id: Option<String>) -> Self {
        self.0.request_id = id;
        self
    }

    /// Says that the service may have done what it was asked for.
    pub(super) fn may_be_done(mut self, may_be_done: bool) -> Self {
        self.0.may_be_done |= may_be_done;
        self
    }

    /// Adds a cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Source>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Names the endpoint that was called, unless one is named already.
    #[must_use]
    pub fn at(mut self, endpoint: &'static str) -> Self {
        self.0.endpoint.get_or_insert(endpoint);
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The endpoint that was called, for example `agents.start`.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static str> {
        self.0.endpoint
    }

    /// The HTTP status, when the service answered.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// The service's own code, for example `TaskNotFound`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// What the service wrote about it. Unfiltered: it may repeat what was
    /// sent, so think before logging it.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// The id under which the service knows the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let given = self.0.request_id.as_deref();
        given.or_else(|| self.0.response.as_ref()?.request_id())
    }

    /// Whether the service may have done what it was asked for, in spite of the
    /// error. When not, making the call again does it for the first time.
    ///
    /// | the call ended with | may have happened |
    /// |---|---|
    /// | a refusal of this side, no connection, no TLS | no |
    /// | a redirect, a status 4xx, 503 with `Retry-After`, a "no" in the content | no |
    /// | no answer in time, a broken connection, another 5xx | yes |
    /// | an answer that cannot be used | yes |
    #[must_use]
    pub fn may_have_happened(&self) -> bool {
        match (&self.0.response, self.0.kind) {
            (_, ErrorKind::Refused) => false,
            (None, _) => self.0.may_be_done,
            (Some(response), _) => {
                let status = response.status;
                let retry_after = response.retry_after(Duration::ZERO);
                Outcome::Answered {
                    status,
                    retry_after,
                }
                .may_be_done()
            }
        }
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> Option<&Headers> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// The body of the answer. Unfiltered, as [`Error::detail`].
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.response.as_ref().map(|response| &*response.body)
    }

    /// The body of the answer as JSON, when it is some.
    #[must_use]
    pub fn body_json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(self.body()?).ok()
    }
}

/// Short and of the characters of identifiers; long random texts are tokens.
fn is_identifier(text: &str) -> bool {
    text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':'))
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &self.0;
        if let Some(endpoint) = parts.endpoint {
            write!(f, "{endpoint}: ")?;
        }
        f.write_str(parts.kind.text())?;
        if let Some(message) = &parts.message {
            write!(f, ": {message}")?;
        }
        if let Some(status) = self.status() {
            write!(f, ": status {status}")?;
        }
        if let Some(code) = self.code().filter(|code| is_identifier(code)) {
            write!(f, ", code {code}")?;
        }
        if let Some(id) = self.request_id().filter(|id| is_identifier(id)) {
            write!(f, ", request {id}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug
            .field("kind", &self.0.kind)
            .field("text", &self.to_string());
        if let Some(source) = &self.0.source {
            debug.field("source", &source.to_string());
        }
        debug.finish_non_exhaustive()
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}

impl From<PathError> for Error {
    fn from(error: PathError) -> Self {
        let kind = match error {
            PathError::Empty(_) => ErrorKind::EmptyPathParameter,
            PathError::DotSegment(_) => ErrorKind::DotSegment,
            PathError::ControlCharacter(_) => ErrorKind::ControlCharacter,
            PathError::Count => ErrorKind::InvalidInput,
        };
        Self::new(kind).with_source(error)
    }
}

impl From<UnknownMethod> for Error {
    fn from(error: UnknownMethod) -> Self {
        Self::with_message(ErrorKind::InvalidInput, error.to_string())
    }
}

impl From<crate::Error> for Error {
    fn from(error: crate::Error) -> Self {
        Self::with_message(ErrorKind::Token, error.to_string()).with_source(error)
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        let kind = match error.kind {
            TransportErrorKind::Resolve => ErrorKind::Resolve,
            TransportErrorKind::Connect => ErrorKind::Connect,
            TransportErrorKind::Tls => ErrorKind::Tls,
            TransportErrorKind::Timeout => ErrorKind::Timeout,
            TransportErrorKind::Interrupted => ErrorKind::Interrupted,
            TransportErrorKind::Protocol => ErrorKind::Protocol,
            TransportErrorKind::BodyTooLarge => ErrorKind::BodyTooLarge,
            TransportErrorKind::Request | TransportErrorKind::Other => ErrorKind::Transport,
        };
        let mut converted = Self::new(kind).may_be_done(error.sent);
        converted.0.source = error.source;
        converted
    }
}
