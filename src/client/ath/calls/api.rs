//! Calls with a token: through a gateway, or to a native service.

use core::fmt;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::client::ath::endpoints::{API, PROXY};
use crate::client::ath::error::{Error, Reaction};
use crate::client::ath::shared::Core;
use crate::client::secret_text::SecretText;
use crate::http::{
    self, Authorization, BaseUrl, Body, BodyKind, Endpoint, ErrorKind, Headers, Method, Operation,
    RelativePath, Request, RequestOptions, Response, Settings,
};

/// A request to a provider or a native service.
///
/// ```
/// use serde_json::json;
/// use tokenmint::client::ath::ApiRequest;
/// use tokenmint::http::Method;
///
/// let request = ApiRequest::new(Method::Post, "/user/repos")
///     .json(&json!({"name": "new"}))?
///     .header("x-trace", "1")?;
/// # Ok::<(), tokenmint::client::ath::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ApiRequest {
    method: Method,
    path: String,
    body: Option<Body>,
    is_json: bool,
    headers: Headers,
}

impl ApiRequest {
    /// A request without a body. The path may have a query; dot segments and
    /// whole URLs are refused when it is sent.
    #[must_use]
    pub fn new(method: Method, path: &str) -> Self {
        Self {
            method,
            path: path.to_string(),
            body: None,
            is_json: false,
            headers: Headers::new(),
        }
    }

    /// A request from the texts that the official SDKs take.
    pub(in crate::client::ath) fn of(
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Self, Error> {
        let request = Self::new(method.parse().map_err(http::Error::from)?, path);
        match body {
            Some(body) => request.json(body),
            None => Ok(request),
        }
    }

    /// Adds a JSON body: compact, characters beyond ASCII as they are,
    /// which is what gateways pass on unharmed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] when `value` cannot be JSON.
    pub fn json<T: Serialize + ?Sized>(mut self, value: &T) -> Result<Self, Error> {
        self.body = Some(Body::json(value)?);
        self.is_json = true;
        Ok(self)
    }

    /// Adds a body of any type.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadHeader`] for the type.
    pub fn body(mut self, content_type: &str, content: &[u8]) -> Result<Self, Error> {
        self.headers.set("content-type", content_type)?;
        self.body = Some(Body::raw(content.to_vec()));
        self.is_json = false;
        Ok(self)
    }

    /// Adds a header. It never replaces the token or
    /// `X-ATH-Agent-ID`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadHeader`].
    pub fn header(mut self, name: &str, value: &str) -> Result<Self, Error> {
        self.headers.set(name, value)?;
        Ok(self)
    }
}

/// An answer of a provider or a native service.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ApiAnswer {
    /// The status: 200 to 299, or that of a refusal
    /// ([`Error::answer`]).
    pub status: u16,
    /// The headers; names in lower case.
    pub headers: Headers,
    /// The content.
    pub content: Content,
}

/// The content of an answer. `Debug` shows its kind alone.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// None: `HEAD`, or 204.
    Empty,
    /// What was declared as `application/json`.
    Json(Value),
    /// Any other text.
    Text(String),
    /// What is no text.
    Bytes(Vec<u8>),
}

impl Content {
    /// The JSON value, when it is one.
    #[must_use]
    pub const fn as_json(&self) -> Option<&Value> {
        match self {
            Self::Json(value) => Some(value),
            _ => None,
        }
    }

    /// The text, when it is one; of JSON too when it is a single text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Json(value) => value.as_str(),
            Self::Text(text) => Some(text),
            Self::Empty => Some(""),
            Self::Bytes(_) => None,
        }
    }

    /// What a service wrote when it refused: JSON only where it is some.
    pub(in crate::client::ath) fn of_refusal(headers: &Headers, body: &[u8]) -> Self {
        let declared = headers.get("content-type").unwrap_or_default();
        let is_json = declared.to_ascii_lowercase().contains("json");
        if let Some(value) = serde_json::from_slice(body).ok().filter(|_| is_json) {
            return Self::Json(value);
        }
        match core::str::from_utf8(body) {
            Ok("") => Self::Empty,
            Ok(text) => Self::Text(text.to_string()),
            Err(_) => Self::Bytes(body.to_vec()),
        }
    }

    /// The content as a `T`, whatever it was declared as.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Answer`] when it is not the JSON of a `T`.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Error> {
        let parsed = match self {
            Self::Empty => serde_json::from_value(Value::Null),
            Self::Json(value) => T::deserialize(value),
            Self::Text(text) => serde_json::from_str(text),
            Self::Bytes(bytes) => serde_json::from_slice(bytes),
        };
        // The parser's message may quote the content: it is left out.
        parsed.map_err(|_| http::Error::new(ErrorKind::Answer).into())
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Json(_) => "Json(..)",
            Self::Text(_) => "Text(..)",
            Self::Bytes(_) => "Bytes(..)",
        })
    }
}

/// A call with a token.
pub(in crate::client::ath) struct ApiCall {
    endpoint: Endpoint,
    base: BaseUrl,
    /// The provider, through a gateway.
    provider_id: Option<String>,
    path: RelativePath,
    body: Option<Body>,
    token: SecretText,
    /// Those of the client, without its headers where it is not at home.
    settings: Settings,
    options: RequestOptions,
}

impl ApiCall {
    /// A call through a gateway.
    pub(in crate::client::ath) fn proxy(
        core: &Core,
        provider_id: &str,
        request: &ApiRequest,
    ) -> Result<Self, Error> {
        let token = core.state().live_token(Some(provider_id), core.now())?;
        if provider_id.contains(['/', '?', '#']) {
            let message = "a provider is one segment of a path";
            return Err(http::Error::with_message(ErrorKind::InvalidInput, message).into());
        }
        let provider_id = Some(provider_id.to_string());
        Self::new(core, PROXY, core.base.clone(), provider_id, &token, request)
    }

    /// A call to a native service.
    pub(in crate::client::ath) fn api(core: &Core, request: &ApiRequest) -> Result<Self, Error> {
        let state = core.state();
        let api_base = state.api_base()?;
        let token = state.live_token(None, core.now())?;
        drop(state);
        let base = core.check_api_base(&api_base)?;
        Self::new(core, API, base, None, &token, request)
    }

    fn new(
        core: &Core,
        mut endpoint: Endpoint,
        base: BaseUrl,
        provider_id: Option<String>,
        token: &SecretText,
        request: &ApiRequest,
    ) -> Result<Self, Error> {
        endpoint.method = request.method;
        endpoint.repeatable = request.method.is_repeatable();
        if request.is_json {
            endpoint.body = BodyKind::Json;
        }
        let path = RelativePath::new(&request.path)?;
        endpoint
            .check(provider_id.as_deref().as_slice())
            .map_err(http::Error::from)?;
        let authorization = Authorization::bearer(token.expose())?;
        // What the provider speaks is not known here.
        let options = core.options(endpoint.repeatable).clone();
        let mut options = options.header("accept", "*/*")?;
        for (name, value) in request.headers.iter() {
            options = options.header(name, value)?;
        }
        options = options.header("authorization", authorization.expose())?;
        Ok(Self {
            endpoint,
            settings: core.settings_for(&base),
            base,
            provider_id,
            path,
            body: request.body.clone(),
            token: token.clone(),
            options: core.agent_header(options)?,
        })
    }
}

impl Operation for ApiCall {
    type Service = Core;
    type Output = ApiAnswer;

    fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    fn options<'a>(&'a self, _core: &'a Core) -> &'a RequestOptions {
        &self.options
    }

    /// Gateways pass the header on with a body that they have decoded.
    fn judges_encoding(&self) -> bool {
        true
    }

    fn request(&self, _core: &Core) -> Result<Request, http::Error> {
        let mut request = Request::to(&self.endpoint, &self.base)
            .parameters(self.provider_id.as_deref().as_slice())
            .body(self.body.clone())
            .build(&self.settings, &self.options)?;
        request.url.push_str(self.path.as_str());
        Ok(request)
    }

    fn finish(&self, core: &Core, response: Response) -> Result<ApiAnswer, Error> {
        if !response.is_success() {
            let error = Error::refused(response);
            if error.reaction() == Reaction::Authorize {
                core.refused(&self.token);
            }
            return Err(error);
        }
        let headers = response.headers.clone();
        Ok(ApiAnswer {
            status: response.status,
            headers,
            content: content(self.endpoint.method, response)?,
        })
    }
}

fn content(method: Method, response: Response) -> Result<Content, Error> {
    if method == Method::Head || response.status == 204 {
        return Ok(Content::Empty);
    }
    let header = |name| response.headers.get(name).unwrap_or_default();
    let text = core::str::from_utf8(&response.body);
    if text.is_err() && !matches!(header("content-encoding"), "" | "identity") {
        // Not decoded after all, and it was not asked for.
        return Err(http::Error::new(ErrorKind::Encoding).into());
    }
    let declared = header("content-type").to_ascii_lowercase();
    if declared.contains("application/json") {
        return match serde_json::from_slice(&response.body) {
            Ok(value) => Ok(Content::Json(value)),
            Err(_) => Err(Error::unreadable(response, "declared as JSON, and none")),
        };
    }
    Ok(match text {
        Ok(text) => Content::Text(text.to_string()),
        Err(_) => Content::Bytes(response.body),
    })
}
