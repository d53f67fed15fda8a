//! One operation under way, the same for both clients.

use super::Envelope;
use super::operation::Parts;
use crate::http::{Call, Endpoint, Error, Request, RequestOptions, Response, Settings};

/// What makes requests of operations: the core of a client.
pub(super) trait Service: Sync {
    fn settings(&self) -> &Settings;

    /// The request of one attempt.
    fn request(&self, parts: &Parts) -> Result<Request, Error>;
}

pub(super) struct ApiCall<'a> {
    pub(super) service: &'a dyn Service,
    pub(super) parts: &'a Parts,
}

impl ApiCall<'_> {
    pub(super) fn finish(&self, result: Result<Response, Error>) -> Result<Envelope, Error> {
        Envelope::read(result?).map_err(|error| error.at(self.parts.row.name()))
    }
}

impl Call for ApiCall<'_> {
    fn endpoint(&self) -> &Endpoint {
        &self.parts.row.endpoint
    }

    fn settings(&self) -> &Settings {
        self.service.settings()
    }

    fn options(&self) -> &RequestOptions {
        &self.parts.options
    }

    fn request(&self, _attempt: u32) -> Result<Request, Error> {
        self.service.request(self.parts)
    }
}
