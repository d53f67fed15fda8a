//! What every call but those of the protocol endpoints answers with.
//!
//! | member | is |
//! |---|---|
//! | `statusCode` | 200 for done; anything else is a refusal, or a further step such as a second factor |
//! | `apiCode` | the cause, where it has a meaning of its own |
//! | `message` | for a person |
//! | `requestId` | what the service's support asks for |
//! | `data` | the content |
//!
//! The HTTP status says nothing, so an answer of any status that is JSON is an
//! [`Envelope`]; one without `statusCode` is taken for the content itself.

use core::fmt;
use std::boxed::Box;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{ApiCode, StatusCode};
use crate::http::{Error, ErrorKind, Response};

/// An answer, a refusal included.
///
/// ```
/// use serde_json::json;
/// use tokenmint::client::authing::{ApiCode, Envelope, StatusCode};
///
/// let answer = Envelope::from_value(json!({"statusCode": 200, "data": {"totalCount": 1}}));
/// assert!(answer.is_success());
/// assert_eq!(answer.data()["totalCount"], 1);
///
/// let answer = Envelope::from_value(json!({
///     "statusCode": 403, "apiCode": 2333, "message": "...", "requestId": "req-1",
/// }));
/// assert_eq!(answer.status_code(), StatusCode::Forbidden);
/// let refusal = answer.into_result().unwrap_err();
/// assert_eq!(refusal.api_code, Some(ApiCode::UnknownAccountOrWrongPassword));
/// ```
#[derive(Clone, PartialEq)]
pub struct Envelope {
    status_code: StatusCode,
    api_code: Option<ApiCode>,
    /// The whole answer as it came.
    answer: Value,
    /// Whether `data` is a member of the answer or all of it.
    bare: bool,
}

impl Envelope {
    /// An answer with HTTP status 200.
    #[must_use]
    pub fn from_value(answer: Value) -> Self {
        Self::new(answer, 200)
    }

    fn new(answer: Value, http_status: u16) -> Self {
        let number = |name: &str| answer.get(name).and_then(as_integer);
        let status_code = number("statusCode");
        Self {
            status_code: StatusCode::from(match (status_code, http_status) {
                (Some(number), _) => number,
                (None, 200..=299) => 200,
                (None, other) => other.into(),
            }),
            api_code: number("apiCode").map(ApiCode::from),
            bare: status_code.is_none(),
            answer,
        }
    }

    pub(super) fn read(response: Response) -> Result<Self, Error> {
        // The parser's message may quote the body: it is left out.
        match serde_json::from_slice(&response.body) {
            Ok(answer) => Ok(Self::new(answer, response.status)),
            Err(_) => Err(Error::unreadable(response)),
        }
    }

    /// How the call ended.
    #[must_use]
    pub const fn status_code(&self) -> StatusCode {
        self.status_code
    }

    /// Whether it ended well.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.status_code == StatusCode::Ok
    }

    /// The cause of a refusal, where it has a meaning of its own.
    #[must_use]
    pub const fn api_code(&self) -> Option<ApiCode> {
        self.api_code
    }

    /// The words of the service. Unfiltered: it may repeat what was sent.
    #[must_use]
    pub fn message(&self) -> &str {
        self.text("message").unwrap_or_default()
    }

    /// The id under which the service knows the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.text("requestId")
    }

    /// The content; null when there is none.
    #[must_use]
    pub fn data(&self) -> &Value {
        const NONE: &Value = &Value::Null;
        match self.bare {
            true => &self.answer,
            false => self.answer.get("data").unwrap_or(NONE),
        }
    }

    /// The whole answer as it came.
    #[must_use]
    pub const fn answer(&self) -> &Value {
        &self.answer
    }

    /// The content of a success, or the refusal, which `?` turns into an
    /// [`Error`].
    ///
    /// # Errors
    ///
    /// A [`Refusal`] unless [`Self::is_success`].
    pub fn into_result(mut self) -> Result<Value, Refusal> {
        let data = match (self.bare, &mut self.answer) {
            (false, Value::Object(members)) => members.remove("data"),
            (true, answer) => Some(answer.take()),
            (false, _) => None,
        };
        let data = data.unwrap_or_default();
        if self.is_success() {
            return Ok(data);
        }
        Err(Refusal {
            status_code: self.status_code,
            api_code: self.api_code,
            message: self.message().to_string(),
            request_id: self.request_id().map(ToString::to_string),
            data: Box::new(data),
        })
    }

    /// The answer again, unless it is a refusal.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] unless [`Self::is_success`].
    #[cfg(feature = "authing-answers")]
    pub(super) fn succeeded(self) -> Result<Self, Refusal> {
        match self.is_success() {
            true => Ok(self),
            false => self.into_result().map(Self::from_value),
        }
    }

    /// The content of a success as a type of the caller.
    ///
    /// ```
    /// # use tokenmint::client::authing::Envelope;
    /// # let answer = Envelope::from_value(serde_json::json!({"statusCode": 200, "data": {}}));
    /// let user: std::collections::BTreeMap<String, String> = answer.into_data()?;
    /// # Ok::<(), tokenmint::http::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Refused`] unless [`Self::is_success`],
    /// [`ErrorKind::Answer`] when the content is not that of a `T`.
    pub fn into_data<T: DeserializeOwned>(self) -> Result<T, Error> {
        let data = self.into_result()?;
        // The parser's message may quote the content: it is left out.
        serde_json::from_value(data).map_err(|_| {
            Error::with_message(ErrorKind::Answer, "`data` is not of the type asked for")
        })
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.answer.get(name)?.as_str()
    }
}

/// A code, also where it is written as text or as 200.0.
fn as_integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| {
            let number = number.as_f64().filter(|number| number.fract() == 0.0)?;
            number.to_string().parse().ok()
        }),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

impl fmt::Debug for Envelope {
    /// Names of members alone: the content has tokens and profiles in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = self.answer.as_object();
        let members: Option<Vec<_>> = members.map(|members| members.keys().collect());
        f.debug_struct("Envelope")
            .field("status_code", &self.status_code)
            .field("api_code", &self.api_code)
            .field("request_id", &self.request_id())
            .field("members", &members)
            .finish_non_exhaustive()
    }
}

/// The service said no, or asks for a further step.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Refusal {
    /// How the call ended.
    pub status_code: StatusCode,
    /// The cause, where it has a meaning of its own.
    pub api_code: Option<ApiCode>,
    /// The words of the service. Unfiltered: it may repeat what was sent.
    pub message: String,
    /// The id under which the service knows the request.
    pub request_id: Option<String>,
    /// What a further step needs, for example the token of a second factor.
    pub data: Box<Value>,
}

impl fmt::Display for Refusal {
    /// Codes and request id; never the words of the service.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status code {}", self.status_code)?;
        if let Some(code) = self.api_code {
            write!(f, ", api code {code}")?;
        }
        if self.api_code == Some(ApiCode::DateNotUnixMillis) {
            f.write_str("; the option `date_format` chooses how the date is written")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refusal")
            .field("status_code", &self.status_code)
            .field("api_code", &self.api_code)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}

impl core::error::Error for Refusal {}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        let code = refusal
            .api_code
            .map_or(refusal.status_code.number(), ApiCode::number);
        Self::with_message(ErrorKind::Refused, refusal.to_string())
            .with_service_error(Some(code.to_string()), Some(refusal.message.clone()))
            .with_request_id(refusal.request_id.clone())
            .with_source(refusal)
    }
}
