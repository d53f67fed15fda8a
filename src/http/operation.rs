//! What is asked of a service, and what its answer becomes: the one form of a
//! call, whatever the service.
//!
//! ```text
//! Operation: endpoint, options ──> request of an attempt ──> finish the answer
//!     │                                  │                         │
//!     └── Service: settings              └── credentials, hosts    └── what was learned
//! ```

use super::{Endpoint, Error, Failure, Request, RequestOptions, Response, Settings};

/// What all operations of a client share: settings, credentials, hosts, and what
/// it has learned.
pub trait Service: Sync {
    /// The error of its operations.
    type Error: ServiceError;

    /// What holds for all operations.
    fn settings(&self) -> &Settings;

    /// Told about every attempt without success, so that another host can be
    /// chosen for the next. Whether one was.
    fn failed(&self, _failure: &Failure) -> bool {
        false
    }
}

/// An error that can say which endpoint was called.
pub trait ServiceError: From<Error> {
    /// Names the endpoint, unless one is named already.
    #[must_use]
    fn at(self, endpoint: &'static str) -> Self;
}

impl ServiceError for Error {
    fn at(self, endpoint: &'static str) -> Self {
        Self::at(self, endpoint)
    }
}

/// One call of an endpoint as a value.
pub trait Operation: Sync {
    /// What its client shares among operations.
    type Service: Service;

    /// What its answer becomes.
    type Output;

    /// The line of the endpoint table.
    fn endpoint(&self) -> &Endpoint;

    /// What this call changes.
    fn options<'a>(&'a self, service: &'a Self::Service) -> &'a RequestOptions;

    /// The request of an attempt. Asked anew each time, so that credentials are
    /// fresh and a changed host is used.
    ///
    /// # Errors
    ///
    /// What the request cannot be made of; ends the call.
    fn request(&self, service: &Self::Service) -> Result<Request, Error>;

    /// Whether doing it again changes nothing, so that it may be repeated when
    /// its answer is lost.
    fn is_repeatable(&self) -> bool {
        self.endpoint().repeatable
    }

    /// Whether a `content-encoding` of the answer is no error yet: some proxies
    /// pass it on with a body that they have decoded.
    fn judges_encoding(&self) -> bool {
        false
    }

    /// Takes in the answer, whatever its status.
    ///
    /// # Errors
    ///
    /// The error that the answer is, or one that says why it cannot be used.
    fn finish(
        &self,
        service: &Self::Service,
        response: Response,
    ) -> Result<Self::Output, ErrorOf<Self>>;

    /// Takes in the answer to a repetition when an attempt before it may have
    /// done it already: "not found" is then what a first answer would have been
    /// a success for.
    ///
    /// # Errors
    ///
    /// As [`Self::finish`].
    fn finish_again(
        &self,
        service: &Self::Service,
        response: Response,
    ) -> Result<Self::Output, ErrorOf<Self>> {
        self.finish(service, response)
    }
}

/// The error of an operation.
pub type ErrorOf<O> = <<O as Operation>::Service as Service>::Error;
