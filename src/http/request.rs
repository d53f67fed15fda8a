//! One request, ready for a transport.

use core::fmt;
use std::format;
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
    /// Puts a request together.
    ///
    /// Headers, each in place of one before it: `settings`, `authorization`,
    /// the endpoint's `content-type`, `options`.
    ///
    /// # Errors
    ///
    /// What [`Settings::check_protection`] and [`Endpoint::write_path`] refuse, and
    /// [`ErrorKind::BadHeader`](super::ErrorKind::BadHeader) for an
    /// authorization that cannot be a header.
    #[allow(clippy::too_many_arguments)]
    pub fn build(
        endpoint: &Endpoint,
        base_url: &BaseUrl,
        parameters: &[&str],
        query: &Query,
        authorization: Option<&Authorization>,
        body: Option<Body>,
        settings: &Settings,
        options: &RequestOptions,
    ) -> Result<Self, Error> {
        settings.check_protection(base_url)?;
        let mut url = format!("{base_url}/");
        endpoint.visit_path(parameters, &mut |part| {
            url.extend(part.iter().copied().map(char::from));
        })?;
        let mut whole_query = query.clone();
        whole_query.extend(&options.query);
        if !whole_query.is_empty() {
            url.push('?');
            url.push_str(whole_query.as_str());
        }
        let mut headers = Headers::new();
        headers.set("accept", "application/json")?;
        headers.set("accept-encoding", "identity")?;
        headers.set("user-agent", USER_AGENT)?;
        headers.merge(&settings.headers);
        if let Some(authorization) = authorization {
            headers.set("authorization", authorization.expose())?;
        }
        if let Some(content_type) = endpoint.body.content_type() {
            headers.set("content-type", content_type)?;
        }
        headers.merge(&options.headers);
        Ok(Self {
            method: endpoint.method,
            url,
            headers,
            body,
            timeouts: options.timeouts(settings),
            max_body: settings.max_body,
            host: 0,
        })
    }

    /// The URL without its query.
    #[must_use]
    pub fn target(&self) -> &str {
        self.url
            .split_once('?')
            .map_or(&self.url, |(before, _)| before)
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
