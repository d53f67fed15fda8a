//! The life of a call, without doing any of it: what to send, how long to
//! wait, when it is over.
//!
//! ```text
//!            ┌──────────── Wait ◄─────────────┐
//!            v                                │ RetryPolicy says so
//! start ──> Send ──> received(answer) ────────┤
//!            │       received(failure) ───────┘
//!            │                 │ final
//!            v                 v
//!    refused locally ──────> Done
//! ```

use core::time::Duration;

use super::{
    Decision, Endpoint, Environment, Error, ErrorKind, Outcome, Request, RequestOptions, Response,
    RetryPolicy, Settings, TransportError, TransportErrorKind, log, nodes,
};

/// What is to be asked of a service.
pub trait Call: Sync {
    /// The line of the endpoint table.
    fn endpoint(&self) -> &Endpoint;

    /// What holds for all calls of the client.
    fn settings(&self) -> &Settings;

    /// What this call changes.
    fn options(&self) -> &RequestOptions;

    /// The request of an attempt (0 for the first). Asked anew each time, so
    /// that credentials are fresh and a changed host is used.
    ///
    /// # Errors
    ///
    /// What the request cannot be made of; ends the call.
    fn request(&self, attempt: u32) -> Result<Request, Error>;

    /// Whether a `content-encoding` of the answer is no error yet: some proxies
    /// pass it on with a body that they have decoded.
    fn judges_encoding(&self) -> bool {
        false
    }

    /// Told about every attempt without success, so that another host can be
    /// chosen for the next.
    fn failed(&self, _failure: &Failure) {}
}

/// An attempt without success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure {
    /// What became of it.
    pub outcome: Outcome,
    /// Whether the call may be repeated when its answer is lost.
    pub repeatable: bool,
}

impl Failure {
    /// Whether another host may be asked: nothing was sent, or the call may be
    /// repeated and its answer was lost or is a 5xx.
    #[must_use]
    pub const fn allows_other_host(&self) -> bool {
        match self.outcome {
            Outcome::NotSent => true,
            Outcome::Lost
            | Outcome::Answered {
                status: 500..=599, ..
            } => self.repeatable,
            Outcome::Answered { .. } | Outcome::Fatal => false,
        }
    }
}

/// What to do next.
#[derive(Debug)]
pub enum Step {
    /// Send this, then say what was [received](Exchange::received).
    Send(Request),
    /// Wait this long, then ask again.
    Wait(Duration),
    /// It is over. Any status is `Ok` here.
    Done(Result<Response, Error>),
}

/// One call and its attempts.
pub struct Exchange<'a, C: Call + ?Sized> {
    call: &'a C,
    environment: &'a dyn Environment,
    policy: RetryPolicy,
    total: Duration,
    started: Duration,
    attempt: u32,
    next: Next,
}

enum Next {
    Send,
    Wait(Duration),
    Done(Result<Response, Error>),
    Nothing,
}

impl<'a, C: Call + ?Sized> Exchange<'a, C> {
    /// A call that starts now.
    #[must_use]
    pub fn new(call: &'a C, environment: &'a dyn Environment) -> Self {
        let (policy, total) = call.options().policy(call.settings());
        Self {
            call,
            environment,
            policy,
            total,
            started: environment.monotonic(),
            attempt: 0,
            next: Next::Send,
        }
    }

    /// What to do next. After [`Step::Send`] it is an error until something
    /// was received.
    pub fn step(&mut self) -> Step {
        match core::mem::replace(&mut self.next, Next::Nothing) {
            Next::Send => self.send(),
            Next::Wait(duration) => {
                self.next = Next::Send;
                Step::Wait(duration)
            }
            Next::Done(result) => {
                let name = self.call.endpoint().name;
                Step::Done(result.map_err(|error| {
                    let error = error.at(name);
                    log::failed(name, self.attempt, &error);
                    error
                }))
            }
            Next::Nothing => Step::Done(Err(Error::new(ErrorKind::State))),
        }
    }

    fn send(&mut self) -> Step {
        let left = self.total.saturating_sub(self.elapsed());
        if left.is_zero() {
            self.next = Next::Done(Err(Error::new(ErrorKind::Deadline)));
            return self.step();
        }
        match self.call.request(self.attempt) {
            Ok(mut request) => {
                request.timeouts = request.timeouts.within(left);
                log::sending(self.call.endpoint().name, self.attempt, &request);
                Step::Send(request)
            }
            Err(error) => {
                self.next = Next::Done(Err(error));
                self.step()
            }
        }
    }

    fn elapsed(&self) -> Duration {
        self.environment.monotonic().saturating_sub(self.started)
    }

    /// What became of the request that was to be sent.
    pub fn received(&mut self, result: Result<Response, TransportError>) {
        let result = result.map_err(Error::from_transport).and_then(|response| {
            self.check(response)
                .map_err(|error| (error, Outcome::Fatal))
        });
        let (outcome, result) = match result {
            Ok(response) => {
                let name = self.call.endpoint().name;
                log::answered(name, self.attempt, response.status);
                if response.is_success() {
                    self.next = Next::Done(Ok(response));
                    return;
                }
                let outcome = Outcome::Answered {
                    status: response.status,
                    retry_after: response.retry_after(self.environment.unix_time()),
                };
                (outcome, Ok(response))
            }
            Err((error, outcome)) => (outcome, Err(error)),
        };
        let repeatable = self.call.endpoint().repeatable;
        self.call.failed(&Failure {
            outcome,
            repeatable,
        });
        let elapsed = self.elapsed();
        let lot = self.environment.lot();
        let decision =
            self.policy
                .decide(self.attempt, repeatable, outcome, elapsed, self.total, lot);
        self.next = match decision {
            Decision::Retry { after } => {
                log::repeating(self.call.endpoint().name, self.attempt, outcome, after);
                self.attempt = self.attempt.saturating_add(1);
                Next::Wait(after)
            }
            Decision::Stop if result.is_err() && elapsed >= self.total => Next::Done(
                result.map_err(|error| Error::new(ErrorKind::Deadline).with_source(error)),
            ),
            Decision::Stop => Next::Done(result),
        };
    }

    /// What every transport must keep to, checked for those that do not.
    fn check(&self, response: Response) -> Result<Response, Error> {
        let max = self.call.settings().max_body;
        if response.body.len() > max
            || !nodes::are_at_most(max / Settings::BYTES_PER_VALUE, &response.body)
        {
            return Err(Error::new(ErrorKind::BodyTooLarge));
        }
        match response.headers.get("content-encoding") {
            None | Some("" | "identity") => Ok(response),
            Some(_) if self.call.judges_encoding() => Ok(response),
            Some(_) => Err(Error::new(ErrorKind::Encoding)),
        }
    }
}

impl<C: Call + ?Sized> core::fmt::Debug for Exchange<'_, C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Exchange")
            .field("endpoint", &self.call.endpoint().name)
            .field("attempt", &self.attempt)
            .finish_non_exhaustive()
    }
}

impl Error {
    fn from_transport(error: TransportError) -> (Self, Outcome) {
        let outcome = match (error.kind(), error.may_have_been_sent()) {
            (
                TransportErrorKind::Tls
                | TransportErrorKind::BodyTooLarge
                | TransportErrorKind::Request,
                _,
            ) => Outcome::Fatal,
            (_, false) => Outcome::NotSent,
            (_, true) => Outcome::Lost,
        };
        (error.into(), outcome)
    }
}
