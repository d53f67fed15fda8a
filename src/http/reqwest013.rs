//! The async adapter: `reqwest` 0.13 on tokio.

use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::Poll;
use core::time::Duration;
use std::borrow::Cow;
use std::boxed::Box;
use std::vec::Vec;

use reqwest::header::{CONTENT_LENGTH, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use tokio::time::{Instant, Sleep, sleep_until};

use super::headers::is_public;
use super::proxy::Routes;
use super::tls::is_tls;
use super::{
    AsyncTransport, BoxFuture, Connection, Error, ErrorKind, Headers, Request, Response, System,
    Timeouts, TransportError, TransportErrorKind,
};

/// `reqwest` as an [`AsyncTransport`]. Clones share one connection pool. Needs
/// a running tokio.
///
/// The limit for connecting is the one of its [`Connection`].
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
}

impl ReqwestTransport {
    /// An adapter that connects as `connection` says.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`] for a proxy that cannot be used,
    /// [`ErrorKind::BadCertificate`] when TLS cannot be set up.
    pub fn new(connection: &Connection) -> Result<Self, Error> {
        let mut builder = reqwest::Client::builder()
            .no_proxy()
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(connection.connect_timeout)
            .tls_backend_preconfigured(connection.tls.client_config()?);
        let read = |text: &str| reqwest::Url::parse(text).ok();
        let routes = Routes::new(&connection.proxy, &System, read)?;
        // A proxy of one's own has the URL of every request parsed once more.
        if !routes.are_direct() {
            builder = builder.proxy(reqwest::Proxy::custom(move |url| {
                routes.of(url.as_str()).cloned()
            }));
        }
        let client = builder
            .build()
            .map_err(|error| Error::new(ErrorKind::BadCertificate).with_source(error))?;
        Ok(Self { client })
    }

    async fn run(&self, request: Request) -> Result<Response, TransportError> {
        let started = Instant::now();
        let until = |limit: Duration| {
            let end = started.checked_add(limit.min(Timeouts::LONGEST));
            end.unwrap_or(started)
        };
        let (to_headers, attempt) = request.timeouts.of_attempt();
        let max_body = request.max_body;
        let prepared = Self::prepare(request)?;
        let mut limit = pin!(sleep_until(until(to_headers.min(attempt))));
        let answer = within(limit.as_mut(), self.client.execute(prepared)).await?;
        let answer = answer.map_err(failure)?;
        let status = answer.status().as_u16();
        let mut headers = Headers::with_room(answer.headers().len());
        for (name, value) in answer.headers() {
            headers.add_received(name.as_str(), value.as_bytes());
        }
        limit.as_mut().reset(until(attempt));
        let body = within(limit, read(answer, max_body)).await??;
        Ok(Response::new(status, headers, body))
    }

    fn prepare(request: Request) -> Result<reqwest::Request, TransportError> {
        let unusable = || TransportError::not_sent(TransportErrorKind::Request);
        let method = reqwest::Method::from_bytes(request.method.as_str().as_bytes())
            .map_err(|_| unusable())?;
        let url = reqwest::Url::parse(&request.url).map_err(|_| unusable())?;
        let mut prepared = reqwest::Request::new(method, url);
        let headers = prepared.headers_mut();
        headers.reserve(request.headers.len());
        for (name, value) in request.headers.texts() {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unusable())?;
            let mut value = match value {
                Cow::Borrowed(value) => HeaderValue::from_static(value),
                Cow::Owned(value) => HeaderValue::from_str(value).map_err(|_| unusable())?,
            };
            value.set_sensitive(!is_public(name.as_str()));
            headers.insert(name, value);
        }
        match request.body {
            Some(body) => *prepared.body_mut() = Some(body.into_bytes().into()),
            // The method has a body by nature: some servers refuse one without a length.
            None if !request.method.is_repeatable() => {
                let headers = prepared.headers_mut();
                headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
            }
            None => {}
        }
        Ok(prepared)
    }
}

impl AsyncTransport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(self.run(request))
    }
}

/// What `work` gives, unless `limit` ends first. One limit serves for all parts of
/// a request, as each has to be entered with the runtime.
async fn within<T>(
    mut limit: Pin<&mut Sleep>,
    work: impl Future<Output = T>,
) -> Result<T, TransportError> {
    let mut work = pin!(work);
    let late = |()| Err(TransportError::maybe_sent(TransportErrorKind::Timeout));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Ok(done)),
        Poll::Pending => limit.as_mut().poll(context).map(late),
    })
    .await
}

async fn read(mut answer: reqwest::Response, max: usize) -> Result<Vec<u8>, TransportError> {
    let too_large = || TransportError::maybe_sent(TransportErrorKind::BodyTooLarge);
    if answer
        .content_length()
        .is_some_and(|len| usize::try_from(len).map_or(true, |len| len > max))
    {
        return Err(too_large());
    }
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(failure)? {
        if chunk.len() > max.saturating_sub(body.len()) {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn failure(error: reqwest::Error) -> TransportError {
    use TransportErrorKind as Kind;

    // Its texts would have the URL.
    let error = error.without_url();
    let failure = if error.is_builder() {
        TransportError::not_sent(Kind::Request)
    } else if error.is_connect() {
        TransportError::not_sent(if is_tls(&error) {
            Kind::Tls
        } else if error.is_dns() {
            Kind::Resolve
        } else if error.is_timeout() {
            Kind::Timeout
        } else {
            Kind::Connect
        })
    } else if error.is_timeout() {
        TransportError::maybe_sent(Kind::Timeout)
    } else {
        TransportError::maybe_sent(Kind::Interrupted)
    };
    failure.with_source(error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{Authorization, BaseUrl, Endpoint, Method, RequestOptions, Settings};

    #[test]
    fn headers_are_marked_as_secret_but_for_a_few() {
        const GET: Endpoint = Endpoint::new("x.get", Method::Get, "x");
        let request = Request::to(&GET, &BaseUrl::new("https://a.example").unwrap())
            .authorization(&Authorization::value("s"))
            .build(&Settings::new(), &RequestOptions::new());
        let prepared = ReqwestTransport::prepare(request.unwrap()).unwrap();
        assert!(prepared.headers()["authorization"].is_sensitive());
        assert!(!prepared.headers()["accept"].is_sensitive());
    }
}
