//! Asking a host for a key set.

use std::path::Path;

use tokenmint::client::authing::Jwks;
use tokenmint::http::{
    BaseUrl, Connection, Endpoint, Error, ErrorKind, Method, Request, RequestOptions, Settings,
    Tls, Transport, UreqTransport,
};

use crate::failure::Failure;
use crate::input;

const ENDPOINT: Endpoint = Endpoint::new("key set", Method::Get, "");

/// The text at `url`.
pub(super) fn fetch(
    url: &str,
    ca_file: Option<&Path>,
    allow_plain_http: bool,
) -> Result<Vec<u8>, Failure> {
    let mut connection = Connection::new();
    if let Some(path) = ca_file {
        let pem = input::file(path, "the certificates")?;
        connection = connection.tls(Tls::new().private_authority(&pem)?);
    }
    get(url, &connection, allow_plain_http)
        .map_err(|error| Failure::system(format!("cannot get the key set: {error}")))
}

fn get(url: &str, connection: &Connection, allow_plain_http: bool) -> Result<Vec<u8>, Error> {
    let base = BaseUrl::new(url)?;
    let mut settings = Settings::new();
    settings.allow_plain_http = allow_plain_http;
    let mut request = Request::to(&ENDPOINT, &base).build(&settings, &RequestOptions::new())?;
    base.as_str().clone_into(&mut request.url);
    request.max_body = Jwks::MAX_LEN;
    let response = UreqTransport::new(connection)?.send(request)?;
    match response.status {
        200 => Ok(response.body),
        300..=399 => Err(Error::new(ErrorKind::Redirect)),
        _ => Err(Error::from_response(response)),
    }
}
