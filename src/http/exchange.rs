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
    Decision, Environment, Error, ErrorKind, ErrorOf, Failure, Operation, Outcome, Request,
    Response, RetryPolicy, Service, ServiceError, Settings, TransportError, log, nodes,
};

/// What to do next for an operation that gives a `T`.
#[derive(Debug)]
#[non_exhaustive]
pub enum Step<T, E = Error> {
    /// Send this, then say what was [received](Exchange::received).
    Send(Request),
    /// Wait this long, then ask again.
    Wait(Duration),
    /// It is over.
    Done(Result<T, E>),
}

/// One operation under way.
pub struct Exchange<'a, O: Operation> {
    service: &'a O::Service,
    operation: &'a O,
    environment: &'a dyn Environment,
    policy: RetryPolicy,
    total: Duration,
    started: Duration,
    attempt: u32,
    /// Whether an attempt may have reached the service and done it.
    may_be_done: bool,
    /// Where the latest request went.
    host: usize,
    next: Next,
}

enum Next {
    Send,
    Wait(Duration),
    Done(Result<Response, Error>),
    Nothing,
}

impl<'a, O: Operation> Exchange<'a, O> {
    /// A call that starts now.
    #[must_use]
    pub fn new(
        service: &'a O::Service,
        operation: &'a O,
        environment: &'a dyn Environment,
    ) -> Self {
        let (policy, total) = operation.options(service).policy(service.settings());
        Self {
            service,
            operation,
            environment,
            policy,
            total,
            started: environment.monotonic(),
            attempt: 0,
            may_be_done: false,
            host: 0,
            next: Next::Send,
        }
    }

    /// What to do next. After [`Step::Send`] it is an error until something
    /// was received.
    pub fn step(&mut self) -> Step<O::Output, ErrorOf<O>> {
        match core::mem::replace(&mut self.next, Next::Nothing) {
            Next::Send => self.send(),
            Next::Wait(duration) => {
                self.next = Next::Send;
                Step::Wait(duration)
            }
            Next::Done(result) => Step::Done(self.finish(result)),
            Next::Nothing => Step::Done(Err(Error::new(ErrorKind::State).into())),
        }
    }

    fn finish(&self, result: Result<Response, Error>) -> Result<O::Output, ErrorOf<O>> {
        let result = match result {
            Ok(response) if self.may_be_done => self.operation.finish_again(self.service, response),
            Ok(response) => self.operation.finish(self.service, response),
            Err(error) => {
                log::failed(self.name(), self.attempt, &error);
                Err(error.may_be_done(self.may_be_done).into())
            }
        };
        result.map_err(|error| error.at(self.name()))
    }

    fn name(&self) -> &'static str {
        self.operation.endpoint().name
    }

    fn send(&mut self) -> Step<O::Output, ErrorOf<O>> {
        let left = self.total.saturating_sub(self.elapsed());
        if left.is_zero() {
            self.next = Next::Done(Err(Error::new(ErrorKind::Deadline)));
            return self.step();
        }
        match self.operation.request(self.service) {
            Ok(mut request) => {
                request.timeouts = request.timeouts.within(left);
                self.host = request.host;
                log::sending(self.name(), self.attempt, &request);
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
        let cause = result.as_ref().err().map(TransportError::kind);
        let result = result.map_err(Error::from_transport).and_then(|response| {
            self.check(response)
                .map_err(|error| (error.may_be_done(true), Outcome::Fatal))
        });
        let (outcome, result) = match result {
            Ok(response) => {
                log::answered(self.name(), self.attempt, response.status);
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
        let repeatable = self.operation.is_repeatable();
        let moved = self.service.failed(&Failure {
            outcome,
            cause,
            repeatable,
            host: self.host,
        });
        let outcome = match outcome {
            Outcome::Untrusted if moved => Outcome::NotSent,
            outcome => outcome,
        };
        let elapsed = self.elapsed();
        let jitter = self.environment.jitter();
        let decision = self.policy.decide(
            self.attempt,
            repeatable,
            outcome,
            elapsed,
            self.total,
            jitter,
        );
        self.next = match decision {
            Decision::Retry { after } => {
                self.may_be_done |= outcome.may_be_done();
                log::repeating(self.name(), self.attempt, outcome, after);
                self.attempt = self.attempt.saturating_add(1);
                Next::Wait(after)
            }
            Decision::Stop => {
                // An answer that is an error speaks for itself.
                if let Err(error) = &result {
                    self.may_be_done |= error.may_have_happened();
                }
                Next::Done(result.map_err(|error| match elapsed >= self.total {
                    true => Error::new(ErrorKind::Deadline).with_source(error),
                    false => error,
                }))
            }
        };
    }

    /// What every transport must keep to, checked for those that do not.
    fn check(&self, response: Response) -> Result<Response, Error> {
        let max = self.service.settings().max_body;
        if response.body.len() > max
            || !nodes::are_at_most(max / Settings::BYTES_PER_VALUE, &response.body)
        {
            return Err(Error::new(ErrorKind::BodyTooLarge));
        }
        match response.headers.get("content-encoding") {
            None | Some("" | "identity") => Ok(response),
            Some(_) if self.operation.judges_encoding() => Ok(response),
            Some(_) => Err(Error::new(ErrorKind::Encoding)),
        }
    }
}

impl<O: Operation> core::fmt::Debug for Exchange<'_, O> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Exchange")
            .field("endpoint", &self.name())
            .field("attempt", &self.attempt)
            .finish_non_exhaustive()
    }
}

impl Error {
    fn from_transport(error: TransportError) -> (Self, Outcome) {
        let outcome = Outcome::of_transport(error.kind(), error.may_have_been_sent());
        (error.into(), outcome)
    }
}
