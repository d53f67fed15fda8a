//! One request, ready for a transport.

use core::fmt;
use std::borrow::Cow;
use std::string::String;

use super::{
    Authorization, BaseUrl, Body, Endpoint, Error, Headers, Method, Query, RequestOptions,
    Settings, Timeouts,
};

const USER_AGENT: &str = concat!("tokenmint/", env!("CARGO_PKG_VERSION"));

/// A request with everything a transport needs to send it once.
#[derive(Clone)]
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub url: String,
    /// The headers; names in lower case.
    pub headers: Headers,
    /// The body, if any.
    pub body: Option<Body>,
    /// Limits of this attempt; `total` is what is left to the deadline.
    pub timeouts: Timeouts,
    /// The most bytes of an answer's body.
    pub max_body: usize,
    /// Which of several hosts this is, as the service numbers them; 0 where
    /// there is one.
    pub host: usize,
}

impl Request {
    /// A request to `endpoint` below `base_url`, to be put together.
    pub fn to<'a>(endpoint: &'a Endpoint, base_url: &'a BaseUrl) -> RequestBuilder<'a> {
        RequestBuilder {
            endpoint,
            base_url,
            parameters: &[],
            checked: false,
            query: Query::new(),
            authorization: None,
            body: None,
        }
    }

    /// The URL without its query.
    #[must_use]
    pub fn target(&self) -> &str {
        self.url
            .split_once('?')
            .map_or(&self.url, |(before, _)| before)
    }
}

/// A request that is being put together, made by [`Request::to`].
///
/// ```
/// use tokenmint::http::{BaseUrl, Endpoint, Method, Query, Request, RequestOptions, Settings};
///
/// const NUMBER: Endpoint = Endpoint::new("numbers.get", Method::Get, "v2/numbers/{number}");
/// let base_url = BaseUrl::new("https://api.example.com")?;
/// let request = Request::to(&NUMBER, &base_url)
///     .parameters(&["+1 555"])
///     .query(Query::new().with("limit", "1"))
///     .build(&Settings::new(), &RequestOptions::new())?;
/// assert_eq!(request.url, "https://api.example.com/v2/numbers/+1%20555?limit=1");
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[must_use]
pub struct RequestBuilder<'a> {
    endpoint: &'a Endpoint,
    base_url: &'a BaseUrl,
    parameters: &'a [&'a str],
    checked: bool,
    query: Query,
    authorization: Option<Cow<'a, Authorization>>,
    body: Option<Body>,
}

impl<'a> RequestBuilder<'a> {
    /// Sets the parameters of the path, in order.
    pub const fn parameters(mut self, parameters: &'a [&'a str]) -> Self {
        self.parameters = parameters;
        self
    }

    /// Sets parameters that [`Endpoint::check`] has found to be good.
    #[cfg(feature = "convoai")]
    pub(crate) const fn checked_parameters(mut self, parameters: &'a [&'a str]) -> Self {
        self.parameters = parameters;
        self.checked = true;
        self
    }

    /// Sets the query; what the options add comes after it.
    pub fn query(mut self, query: Query) -> Self {
        self.query = query;
        self
    }

    /// Sets what proves the caller.
    pub fn authorization(mut self, authorization: impl Into<Option<&'a Authorization>>) -> Self {
        self.authorization = authorization.into().map(Cow::Borrowed);
        self
    }

    /// Sets what proves the caller, perhaps for this request alone.
    #[cfg(feature = "convoai")]
    pub(crate) fn proven_by(mut self, authorization: Cow<'a, Authorization>) -> Self {
        self.authorization = Some(authorization);
        self
    }

    /// Sets the body.
    pub fn body(mut self, body: impl Into<Option<Body>>) -> Self {
        self.body = body.into();
        self
    }

    /// The request.
    ///
    /// Headers, each in place of one before it: `settings`, `authorization`,
    /// the endpoint's `content-type`, `options`.
    ///
    /// # Errors
    ///
    /// What [`Settings::check_protection`] and [`Endpoint::write_path`] refuse, and
    /// [`ErrorKind::BadHeader`](super::ErrorKind::BadHeader) for an
    /// authorization that cannot be a header.
    pub fn build(self, settings: &Settings, options: &RequestOptions) -> Result<Request, Error> {
        settings.check_protection(self.base_url)?;
        let base_url = self.base_url.as_str();
        let mut query = self.query;
        query.extend(&options.query);
        let values = self.parameters.iter().map(|value| value.len());
        let fixed = [
            base_url.len(),
            1,
            self.endpoint.path.len(),
            1,
            query.as_str().len(),
        ];
        let mut url = String::with_capacity(fixed.into_iter().chain(values).sum());
        url.push_str(base_url);
        url.push('/');
        if !self.checked {
            self.endpoint.check(self.parameters)?;
        }
        self.endpoint
            .visit_checked_path(self.parameters, &mut |part| {
                // Nothing but ASCII: the rest is percent-encoded.
                url.push_str(str::from_utf8(part).unwrap_or_default());
            });
        if !query.is_empty() {
            url.push('?');
            url.push_str(query.as_str());
        }
        let mut headers = Headers::with_room(8);
        headers.set_constant("accept", "application/json");
        headers.set_constant("accept-encoding", "identity");
        headers.set_constant("user-agent", USER_AGENT);
        headers.merge(&settings.headers);
        if let Some(authorization) = self.authorization {
            headers.set_known("authorization", authorization.into_owned().into_value())?;
        }
        if let Some(content_type) = self.endpoint.body.content_type() {
            headers.set_constant("content-type", content_type);
        }
        headers.merge(&options.headers);
        Ok(Request {
            method: self.endpoint.method,
            url,
            headers,
            body: self.body,
            timeouts: options.timeouts(settings),
            max_body: settings.max_body,
            host: 0,
        })
    }
}

impl fmt::Debug for RequestBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestBuilder")
            .field("endpoint", &self.endpoint.name)
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("target", &self.target())
            .field("headers", &self.headers)
            .field("body", &self.body)
            .field("timeouts", &self.timeouts)
            .field("max_body", &self.max_body)
            .finish()
    }
}
