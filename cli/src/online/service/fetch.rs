//! One document by its URL, without a client.

use std::time::Duration;

use tokenmint::http::{
    BaseUrl, Endpoint, Error, Method, Request, RequestOptions, Response, Settings, Timeouts,
    Transport, UreqTransport,
};

const ENDPOINT: Endpoint = Endpoint::new("fetch", Method::Get, "");

/// What may be fetched, and how long it may take.
pub(crate) struct Fetch<'a> {
    pub(crate) transport: &'a UreqTransport,
    pub(crate) allow_plain_http: bool,
    pub(crate) timeout: Duration,
    /// The most bytes of an answer.
    pub(crate) max_body: usize,
}

impl Fetch<'_> {
    /// The answer at a URL, whatever its status.
    pub(crate) fn get(&self, url: &str) -> Result<Response, Error> {
        let base = BaseUrl::new(url)?;
        let mut settings = Settings::new();
        settings.allow_plain_http = self.allow_plain_http;
        settings.timeouts = Timeouts::of(self.timeout).total(self.timeout);
        let mut request = Request::to(&ENDPOINT, &base).build(&settings, &RequestOptions::new())?;
        base.as_str().clone_into(&mut request.url);
        request.max_body = self.max_body;
        Ok(self.transport.send(request)?)
    }
}
