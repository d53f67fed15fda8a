//! HTTP without sockets, and the few lines that connect it to some.
//!
//! An endpoint is data, a request is built by a pure function, and a state
//! machine ([`Exchange`]) says what to do next: send, wait, or done. Blocking
//! and async clients differ only in how they obey it.
//!
//! ```text
//! Endpoint + arguments ──> Operation ──> Exchange ──> Step::Send(Request) ──> Transport
//!                                           ^  │                                 │
//!                                           │  └─> Step::Wait, Step::Done        │
//!                                           └────────── Response or failure <────┘
//! ```
//!
//! | piece | needs |
//! |---|---|
//! | [`Method`], [`Endpoint`], [`RetryPolicy`], [`Failure`], [`Timeouts`], [`retry_after`] | nothing: no allocation |
//! | the reader of answers beneath [`device`](crate::device) | feature `device`: no allocation |
//! | [`Request`], [`Response`], [`Headers`], [`Error`], [`Operation`], [`Exchange`], [`Client`], [`AsyncClient`] | feature `http` |
//! | `UreqTransport` | feature `ureq3` |
//! | `ReqwestTransport` | feature `reqwest013` |
//!
//! Rules that hold for every service:
//!
//! - Redirects are never followed: a 3xx is an error of its own kind.
//! - An answer is read up to a limit and never decompressed.
//! - A header name exists once, whatever its letter case; a value with control
//!   characters is refused.
//! - A path parameter is one segment; empty ones and dot segments are refused. A
//!   [`RelativePath`] stays below the URL that it is put to.
//! - Every attempt asks its [`Operation`] again, so each has fresh credentials.
//! - No error, log line or `Debug` text has a header value, a query, or a body.
//!   Libraries below log for themselves: at level `trace`, `ureq`, `reqwest`,
//!   `hyper` and `rustls` may write what goes over the wire. The adapters mark
//!   header values as sensitive, so that whoever prints headers leaves them out,
//!   but a path, a query and a body cannot be marked: keep these targets at
//!   `debug` or above where logs are kept.
//! - Plain HTTP is for the loopback interface alone, unless
//!   [`Settings::allow_plain_http`]; loopback is never behind a proxy.

mod endpoint;
mod escapes;
mod failure;
#[cfg(feature = "device")]
mod framing;
mod method;
#[cfg(any(feature = "http", feature = "device"))]
pub(crate) mod proof;
mod retry;
pub mod retry_after;
mod timeouts;
#[cfg(any(feature = "http", feature = "device"))]
mod url;

pub use endpoint::{AuthKind, BodyKind, Endpoint, PathError};
pub use failure::{Failure, TransportErrorKind};
#[cfg(feature = "device")]
pub use framing::{ANSWER_BODY_MAX, ANSWER_HEAD_MAX};
pub use method::{Method, UnknownMethod};
pub use retry::{Decision, Outcome, RetryPolicy};
#[cfg(feature = "device")]
pub(crate) use retry::{Met, with_jitter};
pub use timeouts::Timeouts;
#[cfg(feature = "device")]
pub(crate) use {
    framing::{Framing, Part},
    url::UrlParts,
};

#[cfg(feature = "http")]
mod authorization;
#[cfg(feature = "http")]
mod base_url;
#[cfg(feature = "http")]
mod body;
#[cfg(feature = "http")]
pub(crate) mod both;
#[cfg(feature = "http")]
mod clients;
#[cfg(feature = "http")]
mod environment;
#[cfg(feature = "http")]
mod error;
#[cfg(feature = "http")]
mod exchange;
#[cfg(feature = "http")]
mod headers;
#[cfg(feature = "http")]
mod log;
#[cfg(feature = "http")]
mod members;
#[cfg(feature = "http")]
mod nodes;
#[cfg(feature = "http")]
mod operation;
#[cfg(feature = "http")]
mod options;
#[cfg(any(feature = "ureq3", feature = "reqwest013"))]
mod proxy;
#[cfg(feature = "http")]
mod query;
#[cfg(feature = "http")]
mod relative_path;
#[cfg(feature = "http")]
mod request;
#[cfg(feature = "http")]
mod response;
#[cfg(any(feature = "ureq3", feature = "reqwest013", feature = "authing-events"))]
mod tls;
#[cfg(feature = "http")]
mod transport;
#[cfg(feature = "http")]
pub(crate) mod unblock;

#[cfg(feature = "reqwest013")]
mod reqwest013;
#[cfg(feature = "ureq3")]
mod ureq3;

#[cfg(feature = "http")]
pub use self::{
    authorization::Authorization,
    base_url::BaseUrl,
    body::Body,
    clients::{AsyncClient, Client},
    environment::{Environment, System},
    error::{Error, ErrorKind},
    exchange::{Exchange, Step},
    headers::Headers,
    members::Members,
    operation::{ErrorOf, Operation, Service, ServiceError},
    options::{RequestOptions, Settings},
    query::Query,
    relative_path::RelativePath,
    request::{Request, RequestBuilder},
    response::Response,
    transport::{AsyncTransport, BoxFuture, Transport, TransportError},
};
#[cfg(feature = "convoai")]
pub(crate) use authorization::OfScheme;
#[cfg(feature = "reqwest013")]
pub use reqwest013::ReqwestTransport;
#[cfg(feature = "authing-events")]
pub(crate) use tls::is_tls;
#[cfg(any(feature = "ureq3", feature = "reqwest013", feature = "authing-events"))]
pub use tls::{Connection, Proxy, Tls};
#[cfg(feature = "ureq3")]
pub use ureq3::UreqTransport;
