//! Asking a host for a key set.

use std::path::Path;
use std::time::Duration;

use tokenmint::client::authing::Jwks;
use tokenmint::http::{Connection, Error, ErrorKind, Tls, UreqTransport};

use crate::failure::Failure;
use crate::input;
use crate::online::service::{Fetch, Mask, refused};

/// How a key set is asked for.
pub(super) struct Way<'a> {
    pub(super) ca_file: Option<&'a Path>,
    pub(super) allow_plain_http: bool,
    pub(super) timeout: Duration,
}

impl Way<'_> {
    /// The text at the first of these addresses that has one.
    pub(super) fn fetch(&self, urls: &[String]) -> Result<Vec<u8>, Failure> {
        let mut connection = Connection::new().connect_timeout(self.timeout);
        if let Some(path) = self.ca_file {
            let pem = input::file(path, "the certificates")?;
            connection = connection.tls(Tls::new().private_authority(&pem)?);
        }
        let refuse = |error: Error| refused(&error.at("key set"), &Mask::default());
        let transport = UreqTransport::new(&connection).map_err(refuse)?;
        let mut result = Err(Error::new(ErrorKind::State));
        for url in urls {
            result = self.get(url, &transport);
            match &result {
                Err(error) if error.status() == Some(404) => {}
                _ => break,
            }
        }
        result.map_err(refuse)
    }

    fn get(&self, url: &str, transport: &UreqTransport) -> Result<Vec<u8>, Error> {
        let fetch = Fetch {
            transport,
            allow_plain_http: self.allow_plain_http,
            timeout: self.timeout,
            max_body: Jwks::MAX_LEN,
        };
        let response = fetch.get(url)?;
        match response.status {
            200 => Ok(response.body),
            _ => Err(Error::from_response(response)),
        }
    }
}
