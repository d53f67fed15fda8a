//! Authing credentials: the signature of management requests and of the event
//! stream.
//!
//! A management request proves knowledge of an access key in its
//! `authorization` header:
//!
//! | part | content |
//! |---|---|
//! | string to sign | method LF, signed headers, path, parameters |
//! | a signed header | lower-case name `:` value LF; `date` and every `x-authing-*`, sorted by name |
//! | parameters | `?` and `name=value` joined by `&`, sorted by name; nothing is percent-encoded |
//! | signature | base64(HMAC-SHA1(access key secret, string to sign)) |
//! | `authorization` | `authing ` access key id `:` signature |
//!
//! Parameters are the arguments of the query for GET and the top-level fields
//! of the JSON body for POST; a DELETE request signs none. [`Value`] says how
//! each type of value is written.
//!
//! Source of truth: what the Node SDK (`authing-node-sdk` 4.0.1) sends; the Go
//! and Java SDKs give the same text for scalar values that are not empty.
//!
//! ```
//! use tokenmint::authing::{AccessKey, HeaderOptions, Nonce, Request, SignatureHeaders, Value};
//!
//! let key = AccessKey::new("64f0c0ffee0000000000a001", "sk-secret-000001")?;
//! // From the device's clock and random source.
//! let (unix_millis, random) = (1_700_000_000_000, [0x5c; 16]);
//! let options = HeaderOptions { sdk_version: "my-device:1.0", ..HeaderOptions::default() };
//! let headers = SignatureHeaders::new(options, unix_millis, Nonce::new(random))?;
//!
//! let list = headers.list()?;
//! let query = [("userId", Value::Text("u1")), ("withCustomData", Value::Bool(true))];
//! let request = Request::get("/api/v3/get-user", &query).with_headers(list.as_slice());
//!
//! let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
//! let authorization = key.authorization(&request, &mut buffer)?;
//! assert_eq!(authorization, "authing 64f0c0ffee0000000000a001:m39i4zdcK/pLkL3VijNpjghzmFM=");
//! // Send `list` and `authorization` with the request.
//! # Ok::<(), tokenmint::Error>(())
//! ```
//!
//! When a server refuses a signature (error codes 1300 to 1306), compare
//! [`Request::string_to_sign`] with what the other side computes.

// What the C interface signs without a copy is public with feature `internals`.
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub(crate) mod access_key;
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub(crate) mod canonical;
mod date;
mod events;
mod headers;
#[cfg(feature = "authing-json")]
mod json;
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub(crate) mod parts;
#[cfg(feature = "authing-json")]
mod query;
mod request;
mod value;

pub use access_key::{AccessKey, Signature, authorization_of};
pub use date::{Date, DateFormat};
pub use events::{
    AUTHENTICATION_EVENTS, MANAGEMENT_EVENTS, authentication_events_target,
    management_events_target,
};
pub use headers::{HeaderList, HeaderOptions, Nonce, SignatureHeaders};
#[cfg(feature = "authing-json")]
pub use json::signed_text;
pub use parts::{Header, Param};
#[cfg(feature = "authing-json")]
pub use query::{QueryArgument, QueryFault};
pub use request::Request;
pub use value::Value;
