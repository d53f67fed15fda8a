//! The blocking adapter: `ureq` 3.

mod coarse;
mod names;
mod pool;

use core::time::Duration;
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
    Connection, Error, Headers, Request, Response, System, Transport, TransportError,
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
        let some = |duration: Duration| duration.max(Duration::from_millis(1));
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
        let mut builder = http::Request::builder()
            .method(request.method.as_str())
            .uri(&request.url);
        let unusable = |_: http::Error| TransportError::not_sent(TransportErrorKind::Request);
        for (name, value) in request.headers.iter() {
            let value = http::HeaderValue::from_str(value);
            let mut value = value.map_err(|error| unusable(error.into()))?;
            value.set_sensitive(!is_public(name));
            builder = builder.header(name, value);
        }
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
