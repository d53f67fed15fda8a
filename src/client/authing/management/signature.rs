//! The signature of one request with the access key.

use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::ManagementClientOptions;
use crate::authing::{AccessKey, HeaderOptions, Nonce, Request as Signed, SignatureHeaders};
use crate::authing::{Header, Param, QueryArgument, Value as Argument, signed_text};
use crate::client::authing::SDK_VERSION;
use crate::client::authing::operation::refused;
use crate::http::{Environment, Error, Headers, Members, Query, Request};
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

/// Names, and the texts that are signed of their values.
pub(super) type Texts = Vec<(String, String)>;

/// A query, and what is signed of it.
pub(super) fn query(fields: &Members) -> Result<(Query, Texts), Error> {
    let (mut query, mut texts) = (Query::new(), Texts::new());
    for (name, value) in fields.iter() {
        let argument = QueryArgument::new(name, value)
            .map_err(|fault| refused(format!("`{name}` cannot be in a signed query: {fault}")))?;
        for (name, value) in argument.pairs() {
            query.push(name, value);
        }
        if let Some(text) = argument.signed() {
            texts.push((name.to_string(), text.to_string()));
        }
    }
    Ok((query, texts))
}

/// What is signed of a body.
pub(super) fn body(fields: &Members) -> Texts {
    fields
        .iter()
        .map(|(name, value)| (name.to_string(), signed_text(value)))
        .collect()
}

/// Signs a request as it stands; `path` is that of the endpoint.
pub(super) fn sign(
    key: &AccessKey,
    path: &str,
    texts: &Texts,
    request: &mut Request,
) -> Result<(), Error> {
    let params: Vec<Param<'_>> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), Argument::Text(text)))
        .collect();
    let headers: Vec<Header<'_>> = request.headers.iter().collect();
    let signed = Signed::new(request.method.as_str(), path)
        .with_params(&params)
        .with_headers(&headers);
    let authorization = key.authorization(&signed, Owned)?;
    request.headers.set("authorization", &authorization)
}
