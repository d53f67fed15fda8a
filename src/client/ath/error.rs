//! The error of the ATH clients: the service's code beside what the HTTP layer
//! knows.

use core::fmt;
use std::format;
use std::string::{String, ToString};

use serde_json::{Map, Value};

use super::endpoints::TOKEN;
use super::{ApiAnswer, Content};
use crate::client::open_enum::open_enum;
use crate::http::{self, ErrorKind, Headers, Response, ServiceError};

open_enum! {
    /// Codes of implementors and of this client.
    ///
    /// The set is open: a code that is not here is kept in
    /// [`ErrorCode::Other`]. Codes say more than statuses, which differ between
    /// servers.
    ErrorCode {
        // The schema's own.
        InvalidAttestation = "INVALID_ATTESTATION",
        AgentNotRegistered = "AGENT_NOT_REGISTERED",
        AgentUnapproved = "AGENT_UNAPPROVED",
        ProviderNotApproved = "PROVIDER_NOT_APPROVED",
        ScopeNotApproved = "SCOPE_NOT_APPROVED",
        SessionNotFound = "SESSION_NOT_FOUND",
        SessionExpired = "SESSION_EXPIRED",
        StateMismatch = "STATE_MISMATCH",
        TokenInvalid = "TOKEN_INVALID",
        /// Without a status: noticed here, nothing was sent.
        TokenExpired = "TOKEN_EXPIRED",
        TokenRevoked = "TOKEN_REVOKED",
        AgentIdentityMismatch = "AGENT_IDENTITY_MISMATCH",
        ProviderMismatch = "PROVIDER_MISMATCH",
        UserDenied = "USER_DENIED",
        OAuthError = "OAUTH_ERROR",
        InternalError = "INTERNAL_ERROR",
        // Of the handlers of the TypeScript SDK.
        InvalidPath = "INVALID_PATH",
        ProviderNotConfigured = "PROVIDER_NOT_CONFIGURED",
        ProviderTokenMissing = "PROVIDER_TOKEN_MISSING",
        UpstreamError = "UPSTREAM_ERROR",
        // Of the standalone gateway.
        AuthRequired = "AUTH_REQUIRED",
        Forbidden = "FORBIDDEN",
        Conflict = "CONFLICT",
        SignupDisabled = "SIGNUP_DISABLED",
        InvalidCredentials = "INVALID_CREDENTIALS",
        UserExists = "USER_EXISTS",
        // Of this client.
        /// No credentials here: nothing was sent. (`AGENT_NOT_REGISTERED` is
        /// the service's.)
        NotRegistered = "NOT_REGISTERED",
        /// No token here: nothing was sent.
        NoToken = "NO_TOKEN",
        /// `discover` comes before `api`: nothing was sent.
        NotDiscovered = "NOT_DISCOVERED",
        /// The credentials are of another server: nothing was sent.
        OtherServer = "OTHER_SERVER",
        /// The credentials are of another agent: nothing was sent.
        OtherAgent = "OTHER_AGENT",
        /// A success whose content cannot be used.
        InvalidResponse = "INVALID_RESPONSE",
        /// There is no code: see [`Error::kind`] and [`Error::status`].
        Unknown = "UNKNOWN",
    }
}

/// A short identifier as it is; anything else might be something that nobody
/// should see, and is `(other)`.
impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_short = |text: &str| {
            let fits =
                |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
            (1..=40).contains(&text.len()) && text.bytes().all(fits)
        };
        f.write_str(match self {
            Self::Other(text) if !is_short(text) => "(other)",
            known => known.as_str(),
        })
    }
}

/// What to do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reaction {
    /// Authorize again: the token or the session is of no use any more.
    Authorize,
    /// Register.
    Register,
    /// A human has to approve the agent.
    AwaitApproval,
    /// Call again later; the call signs a new attestation. What was asked for
    /// may have been done all the same: see [`Error::may_have_happened`] before a
    /// `POST` of `proxy` or `api` is sent again.
    TryLater,
    /// Nothing by itself: the call, the rights or the configuration are wrong.
    Fix,
}

/// An error of an ATH client.
///
/// As with [`http::Error`], `Display` and `Debug` leave out what the service
/// wrote in free text, which may repeat what it was sent: ask
/// [`Error::message`] or [`Error::details`].
pub struct Error {
    code: ErrorCode,
    message: String,
    http: http::Error,
}

impl Error {
    /// Something is missing here; nothing was sent.
    pub(super) fn local(code: ErrorCode, message: &'static str) -> Self {
        let http = http::Error::with_message(ErrorKind::State, message)
            .with_service_error(Some(code.as_str().to_string()), None);
        Self {
            code,
            message: message.to_string(),
            http,
        }
    }

    /// The user said no, as the browser told.
    pub(super) fn denied(reason: &str) -> Self {
        let (code, message) = (ErrorCode::UserDenied, "the user did not give consent");
        let mut error = Self::local(code, message);
        error.message = reason.to_string();
        error
    }

    /// An answer that is no success.
    pub(super) fn refused(response: Response) -> Self {
        let body = object(&response);
        let code = text(body.get("code")).filter(|code| !code.is_empty());
        let message = text(body.get("message")).filter(|message| !message.is_empty());
        let status = response.status;
        Self {
            code: code.as_deref().map_or(ErrorCode::Unknown, ErrorCode::from),
            message: message
                .clone()
                .unwrap_or_else(|| format!("Request failed: {status}")),
            http: http::Error::from_response(response).with_service_error(code, message),
        }
    }

    /// A success whose content is of no use.
    pub(super) fn unreadable(response: Response, message: &str) -> Self {
        let code = ErrorCode::InvalidResponse;
        let http = http::Error::from_response(response)
            .with_service_error(Some(code.as_str().to_string()), None);
        Self {
            code,
            message: message.to_string(),
            http,
        }
    }

    /// The code, of the service or of this client.
    #[must_use]
    pub const fn code(&self) -> &ErrorCode {
        &self.code
    }

    /// What the service wrote about it, or what this client has to say.
    /// Unfiltered: think before logging it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The HTTP status, when the service answered.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.http.status()
    }

    /// What went wrong, coarsely: refused here, lost on the way, answered.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.http.kind()
    }

    /// The whole body of the answer, when it is a JSON object. Unfiltered.
    #[must_use]
    pub fn details(&self) -> Map<String, Value> {
        match self.http.body_json() {
            Some(Value::Object(body)) => body,
            _ => Map::new(),
        }
    }

    /// The whole answer of a service that refused, as
    /// [`ApiAnswer`](super::ApiAnswer) has one that did not: what a provider
    /// wrote about a 404, for example. Unfiltered.
    #[must_use]
    pub fn answer(&self) -> Option<ApiAnswer> {
        let (status, headers) = (self.status()?, self.headers()?.clone());
        let content = Content::of_refusal(&headers, self.http.body().unwrap_or_default());
        Some(ApiAnswer {
            status,
            headers,
            content,
        })
    }

    /// The id of the registration that is in the way of another one
    /// ([`ErrorCode::Conflict`]), where the service says it. `deregister` takes
    /// that away.
    #[must_use]
    pub fn client_id(&self) -> Option<String> {
        text(self.details().get("client_id")).filter(|id| !id.is_empty())
    }

    /// Whether the service may have done what it was asked for, in spite of the
    /// error: see [`http::Error::may_have_happened`].
    #[must_use]
    pub fn may_have_happened(&self) -> bool {
        self.http.may_have_happened()
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> Option<&Headers> {
        self.http.headers()
    }

    /// The error of the HTTP layer.
    #[must_use]
    pub const fn as_http(&self) -> &http::Error {
        &self.http
    }

    /// What an agent does about it.
    #[must_use]
    pub fn reaction(&self) -> Reaction {
        use ErrorCode as Code;
        use ErrorKind as Kind;
        let exchange = self.http.endpoint() == Some(TOKEN.name);
        match (&self.code, self.status()) {
            (
                Code::TokenExpired
                | Code::TokenRevoked
                | Code::TokenInvalid
                | Code::NoToken
                | Code::SessionNotFound
                | Code::SessionExpired
                // The handlers have lost what the user consented to.
                | Code::ProviderTokenMissing,
                _,
            ) => Reaction::Authorize,
            // The standalone gateway has no better code for a session that is
            // over or has failed.
            (Code::InternalError, Some(400)) if exchange => Reaction::Authorize,
            // 401 is a wrong secret: another registration would not help.
            (Code::AgentNotRegistered, Some(401)) => Reaction::Fix,
            (Code::NotRegistered | Code::AgentNotRegistered, _) => Reaction::Register,
            (Code::AgentUnapproved, _) => Reaction::AwaitApproval,
            // Not there, not this version of HTTP, log in to the network.
            (_, Some(501 | 505 | 511)) => Reaction::Fix,
            (Code::OAuthError, _) | (_, Some(429 | 500..=599)) => Reaction::TryLater,
            (_, None) => match self.kind() {
                Kind::Resolve
                | Kind::Connect
                | Kind::Timeout
                | Kind::Deadline
                | Kind::Interrupted
                | Kind::Protocol
                | Kind::Transport => Reaction::TryLater,
                _ => Reaction::Fix,
            },
            _ => Reaction::Fix,
        }
    }
}

/// The body as an object; empty when it is none.
pub(super) fn object(response: &Response) -> Map<String, Value> {
    serde_json::from_slice(&response.body).unwrap_or_default()
}

/// A value that should be a text, as one.
fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

impl ServiceError for Error {
    fn at(mut self, endpoint: &'static str) -> Self {
        self.http = self.http.at(endpoint);
        self
    }
}

impl From<http::Error> for Error {
    fn from(error: http::Error) -> Self {
        Self {
            code: ErrorCode::Unknown,
            message: error.to_string(),
            http: error,
        }
    }
}

impl From<crate::Error> for Error {
    fn from(error: crate::Error) -> Self {
        http::Error::from(error).into()
    }
}

impl From<Error> for http::Error {
    fn from(error: Error) -> Self {
        error.http
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.http.fmt(f)?;
        // Ours, and names members alone.
        match self.code {
            ErrorCode::InvalidResponse => write!(f, ": {}", self.message),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("code", &format_args!("{}", self.code))
            .field("http", &self.http)
            .finish()
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.http.source()
    }
}
