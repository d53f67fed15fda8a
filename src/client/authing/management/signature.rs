//! The signature of one request with the access key.

use std::string::String;
use std::vec::Vec;

use serde_json::Value;

use super::ManagementClientOptions;
use crate::authing::{AccessKey, HeaderOptions, Nonce, Request as Signed, SignatureHeaders};
use crate::authing::{Header, Param, Value as Argument, signed_text};
use crate::client::authing::SDK_VERSION;
use crate::http::{Environment, Error, Headers, Members, Method, Request};
use crate::output::Owned;

/// The headers of a signed request, with a nonce and a date of its own.
pub(super) fn headers(
    options: &ManagementClientOptions,
    environment: &dyn Environment,
) -> Result<Headers, Error> {
    let options = HeaderOptions {
        lang: options.lang.as_deref(),
        tenant_id: options.tenant_id.as_deref(),
        sdk_version: SDK_VERSION,
        date_format: options.date_format,
    };
    let mut random = [0; 16];
    environment.fill(&mut random)?;
    // Beyond 64 bits it is beyond the last date, too.
    let now = u64::try_from(environment.signing_time()?.as_millis()).unwrap_or(u64::MAX);
    let signed = SignatureHeaders::new(options, now, Nonce::new(random))?;
    let mut headers = Headers::new();
    for (name, value) in signed.list()?.as_slice() {
        headers.set(name, value)?;
    }
    Ok(headers)
}

/// Signs a request as it stands; `path` is that of the endpoint, and `fields`
/// are what its query or body was made of.
pub(super) fn sign(
    key: &AccessKey,
    path: &str,
    fields: &Members,
    request: &mut Request,
) -> Result<(), Error> {
    // Where the official SDKs send a DELETE, they sign no query.
    let fields = match request.method {
        Method::Delete => Vec::new(),
        _ => texts(fields),
    };
    let params: Vec<Param<'_>> = fields
        .iter()
        .map(|(name, value)| (*name, value.argument()))
        .collect();
    let headers: Vec<Header<'_>> = request.headers.iter().collect();
    let signed = Signed::new(request.method.as_str(), path)
        .with_params(&params)
        .with_headers(&headers);
    let authorization = key.authorization(&signed, Owned)?;
    request.headers.set("authorization", &authorization)
}

/// A value, or the text that is signed of it.
enum Text<'a> {
    Plain(&'a str),
    Json(String),
}

impl Text<'_> {
    fn argument(&self) -> Argument<'_> {
        match self {
            Self::Plain(text) => Argument::Text(text),
            Self::Json(text) => Argument::Json(text),
        }
    }
}

fn texts(fields: &Members) -> Vec<(&str, Text<'_>)> {
    fields
        .iter()
        .map(|(name, value)| match value {
            Value::String(text) => (name, Text::Plain(text)),
            other => (name, Text::Json(signed_text(other))),
        })
        .collect()
}
