//! The blocking adapter: `ureq` 3.

mod coarse;
mod names;
mod pool;

use core::time::Duration;
use std::borrow::Cow;
use std::io;
use std::string::ToString;
use std::sync::Arc;
use std::vec::Vec;

use ureq::AsSendBody;
use ureq::http;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use self::names::Memory;
use self::pool::{Limits, Pool};
use super::headers::is_public;
use super::proxy::Routes;
use super::tls::is_tls;
use super::{
    Connection, Error, Headers, Request, Response, System, Timeouts, Transport, TransportError,
    TransportErrorKind,
};

/// `ureq` as a [`Transport`]. Clones share one connection pool.
///
/// The limit for connecting is the smaller one of its [`Connection`] and of
/// the request.
///
/// What a lookup of a host name found serves for ten seconds, or until a
/// request fails.
#[derive(Debug, Clone)]
pub struct UreqTransport {
    pool: Pool,
    names: Memory,
    routes: Arc<Routes<ureq::Proxy>>,
    connect_timeout: Duration,
}

impl UreqTransport {
    /// An adapter that connects as `connection` says.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadUrl`](super::ErrorKind::BadUrl) for a proxy that cannot
    /// be used.
    pub fn new(connection: &Connection) -> Result<Self, Error> {
        let read = |text: &str| ureq::Proxy::new(text).ok();
        let names = Memory::default();
        Ok(Self {
            pool: Pool::new(tls(connection), names.clone()),
            names,
            routes: Arc::new(Routes::new(&connection.proxy, &System, read)?),
            connect_timeout: connection.connect_timeout,
        })
    }

    fn run(
        &self,
        request: http::Request<impl AsSendBody>,
        limits: &Request,
    ) -> Result<Response, TransportError> {
        let timeouts = limits.timeouts;
        let timeouts = timeouts.connect(timeouts.connect.min(self.connect_timeout));
        let (_, attempt) = timeouts.of_attempt();
        let some = |limit: Duration| limit.clamp(Duration::from_millis(1), Timeouts::LONGEST);
        let own = Limits {
            connect: some(timeouts.connect),
            response: some(timeouts.response),
            attempt: some(attempt),
        };
        let proxy = self.routes.of(&limits.url);
        self.pool.with(own, |one| {
            if one.limits == own && proxy.is_none() {
                return answer(one.agent.run(request), limits);
            }
            let request = one
                .agent
                .configure_request(request)
                .proxy(proxy.cloned())
                .timeout_global(Some(own.attempt))
                .timeout_resolve(Some(own.connect))
                .timeout_connect(Some(own.connect))
                .timeout_send_request(own.step())
                .timeout_send_body(own.step())
                .timeout_recv_response(own.step())
                .build();
            answer(one.agent.run(request), limits)
        })
    }
}

/// Reads an answer to its end.
fn answer(
    answer: Result<http::Response<ureq::Body>, ureq::Error>,
    limits: &Request,
) -> Result<Response, TransportError> {
    let (parts, mut body) = answer.map_err(failure)?.into_parts();
    let limit = u64::try_from(limits.max_body).unwrap_or(u64::MAX);
    if body.content_length().is_some_and(|len| len > limit) {
        return Err(TransportError::maybe_sent(TransportErrorKind::BodyTooLarge));
    }
    let body = body
        .with_config()
        // The limit is an error once it is reached, not once passed.
        .limit(limit.saturating_add(1))
        .read_to_vec()
        .map_err(failure)?;
    let mut headers = Headers::with_room(parts.headers.len());
    for (name, value) in &parts.headers {
        headers.add_received(name.as_str(), value.as_bytes());
    }
    Ok(Response::new(parts.status.as_u16(), headers, body))
}

impl Transport for UreqTransport {
    fn send(&self, request: Request) -> Result<Response, TransportError> {
        let builder = prepare(&request)?;
        let result = match &request.body {
            Some(body) => self.run(builder.body(body.as_bytes()).map_err(unusable)?, &request),
            // Without repeating by itself, the method has a body by nature.
            None if request.method.is_repeatable() => {
                self.run(builder.body(()).map_err(unusable)?, &request)
            }
            None => self.run(builder.body(&[][..]).map_err(unusable)?, &request),
        };
        if result.is_err() {
            self.names.forget();
        }
        result
    }
}

/// All but the body.
fn prepare(request: &Request) -> Result<http::request::Builder, TransportError> {
    let mut builder = http::Request::builder()
        .method(request.method.as_str())
        .uri(&request.url);
    for (name, value) in request.headers.texts() {
        let mut value = match value {
            Cow::Borrowed(value) => http::HeaderValue::from_static(value),
            Cow::Owned(value) => {
                let value = http::HeaderValue::from_str(value);
                value.map_err(|error| unusable(error.into()))?
            }
        };
        value.set_sensitive(!is_public(name));
        builder = builder.header(name, value);
    }
    Ok(builder)
}

fn unusable(_: http::Error) -> TransportError {
    TransportError::not_sent(TransportErrorKind::Request)
}

fn tls(connection: &Connection) -> TlsConfig {
    let builder = TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .disable_verification(connection.tls.accept_invalid);
    match &connection.tls.only {
        None => builder.root_certs(RootCerts::WebPki),
        Some(only) => {
            let only: Vec<_> = only
                .iter()
                .map(|der| Certificate::from_der(der).to_owned())
                .collect();
            builder.root_certs(RootCerts::new_with_certs(&only))
        }
    }
    .build()
}

fn failure(error: ureq::Error) -> TransportError {
    use TransportErrorKind as Kind;
    use ureq::Timeout;

    let failure = match &error {
        // Their texts have the URL or a header.
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => {
            return TransportError::not_sent(Kind::Request);
        }
        ureq::Error::HostNotFound => TransportError::not_sent(Kind::Resolve),
        ureq::Error::ConnectionFailed | ureq::Error::ConnectProxyFailed(_) => {
            TransportError::not_sent(Kind::Connect)
        }
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
            TransportError::not_sent(Kind::Timeout)
        }
        ureq::Error::Timeout(_) => TransportError::maybe_sent(Kind::Timeout),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => TransportError::not_sent(Kind::Tls),
        ureq::Error::Io(io) => io_failure(io),
        ureq::Error::Protocol(_) | ureq::Error::LargeResponseHeader(..) => {
            TransportError::maybe_sent(Kind::Protocol)
        }
        ureq::Error::BodyExceedsLimit(_) => TransportError::maybe_sent(Kind::BodyTooLarge),
        _ => TransportError::maybe_sent(Kind::Other),
    };
    failure.with_source(error)
}

fn io_failure(error: &io::Error) -> TransportError {
    use TransportErrorKind as Kind;

    if is_tls(error) {
        return TransportError::maybe_sent(Kind::Tls);
    }
    if is_lookup(error) {
        return TransportError::not_sent(Kind::Resolve);
    }
    match error.kind() {
        io::ErrorKind::ConnectionRefused
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::AddrNotAvailable => TransportError::not_sent(Kind::Connect),
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => {
            TransportError::maybe_sent(Kind::Timeout)
        }
        _ => TransportError::maybe_sent(Kind::Interrupted),
    }
}

/// A failed name lookup has no error kind of its own: it is known by its
/// number on Windows and by the standard library's text elsewhere.
fn is_lookup(error: &io::Error) -> bool {
    match error.raw_os_error() {
        Some(code) => cfg!(windows) && (11_001..=11_004).contains(&code),
        None => error
            .to_string()
            .starts_with("failed to lookup address information"),
    }
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
        let builder = prepare(&request.unwrap()).unwrap();
        let headers = builder.headers_ref().unwrap();
        assert!(headers["authorization"].is_sensitive());
        assert!(!headers["accept"].is_sensitive());
    }

    #[test]
    fn each_failure_has_its_kind_and_says_whether_something_was_sent() {
        use TransportErrorKind as Kind;
        use ureq::Timeout;
        use ureq::http::uri::InvalidUri;

        let io = |kind: io::ErrorKind| ureq::Error::Io(kind.into());
        let bad: InvalidUri = "a b".parse::<http::Uri>().unwrap_err();
        for (error, kind, sent, has_source) in [
            (
                ureq::Error::BadUri("a b".to_string()),
                Kind::Request,
                false,
                false,
            ),
            (ureq::Error::Http(bad.into()), Kind::Request, false, false),
            (ureq::Error::HostNotFound, Kind::Resolve, false, true),
            (ureq::Error::ConnectionFailed, Kind::Connect, false, true),
            (
                ureq::Error::ConnectProxyFailed("407".to_string()),
                Kind::Connect,
                false,
                true,
            ),
            (
                ureq::Error::Timeout(Timeout::Resolve),
                Kind::Timeout,
                false,
                true,
            ),
            (
                ureq::Error::Timeout(Timeout::Connect),
                Kind::Timeout,
                false,
                true,
            ),
            (
                ureq::Error::Timeout(Timeout::SendRequest),
                Kind::Timeout,
                true,
                true,
            ),
            (
                ureq::Error::Timeout(Timeout::Global),
                Kind::Timeout,
                true,
                true,
            ),
            (ureq::Error::Tls("no provider"), Kind::Tls, false, true),
            (
                ureq::Error::Rustls(rustls::Error::DecryptError),
                Kind::Tls,
                false,
                true,
            ),
            (
                ureq::Error::LargeResponseHeader(9, 8),
                Kind::Protocol,
                true,
                true,
            ),
            (
                ureq::Error::BodyExceedsLimit(9),
                Kind::BodyTooLarge,
                true,
                true,
            ),
            (
                ureq::Error::RequireHttpsOnly("a".to_string()),
                Kind::Other,
                true,
                true,
            ),
            (
                io(io::ErrorKind::ConnectionRefused),
                Kind::Connect,
                false,
                true,
            ),
            (
                io(io::ErrorKind::HostUnreachable),
                Kind::Connect,
                false,
                true,
            ),
            (
                io(io::ErrorKind::NetworkUnreachable),
                Kind::Connect,
                false,
                true,
            ),
            (
                io(io::ErrorKind::AddrNotAvailable),
                Kind::Connect,
                false,
                true,
            ),
            (io(io::ErrorKind::TimedOut), Kind::Timeout, true, true),
            (io(io::ErrorKind::WouldBlock), Kind::Timeout, true, true),
            (
                io(io::ErrorKind::ConnectionReset),
                Kind::Interrupted,
                true,
                true,
            ),
        ] {
            let text = error.to_string();
            let failure = failure(error);
            assert_eq!((failure.kind, failure.sent), (kind, sent), "{text}");
            assert_eq!(failure.source.is_some(), has_source, "{text}");
        }
    }

    #[test]
    fn what_a_connection_says_of_tls_and_of_names() {
        use TransportErrorKind as Kind;

        let tls = io::Error::other(rustls::Error::DecryptError);
        let name = io::Error::other("failed to lookup address information: no such name");
        let other = io::Error::other("a name was not found");
        // Numbers of lookups on Windows, and the ones around them.
        let lookup = if cfg!(windows) {
            Kind::Resolve
        } else {
            Kind::Interrupted
        };
        let numbered = io::Error::from_raw_os_error;
        for (error, kind) in [
            (tls, Kind::Tls),
            (name, Kind::Resolve),
            (other, Kind::Interrupted),
            (numbered(11_000), Kind::Interrupted),
            (numbered(11_001), lookup),
            (numbered(11_004), lookup),
            (numbered(11_005), Kind::Interrupted),
        ] {
            assert_eq!(io_failure(&error).kind, kind, "{error}");
        }
    }
}
