//! What a failure of the socket means.

use core::time::Duration;
use std::io;
use std::vec::Vec;

use tungstenite::Error as Socket;

use crate::http::{Error, ErrorKind, Headers, Outcome, Response, is_tls};

/// An error, and what to do about it.
pub(super) struct Failure {
    pub(super) error: Error,
    pub(super) outcome: Outcome,
}

impl Failure {
    pub(super) const fn new(error: Error, outcome: Outcome) -> Self {
        Self { error, outcome }
    }

    pub(super) fn lost(kind: ErrorKind) -> Self {
        Self::new(Error::new(kind), Outcome::Lost)
    }

    /// No connection came about.
    pub(super) fn not_connected(error: io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => ErrorKind::Timeout,
            _ => ErrorKind::Connect,
        };
        Self::new(Error::new(kind).with_source(error), Outcome::NotSent)
    }

    pub(super) fn not_resolved(error: io::Error) -> Self {
        let error = Error::new(ErrorKind::Resolve).with_source(error);
        Self::new(error, Outcome::NotSent)
    }

    pub(super) fn io(error: io::Error) -> Self {
        if is_tls(&error) {
            let error = Error::new(ErrorKind::Tls).with_source(error);
            return Self::new(error, Outcome::Fatal);
        }
        let kind = match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => ErrorKind::Timeout,
            _ => ErrorKind::Interrupted,
        };
        Self::new(Error::new(kind).with_source(error), Outcome::Lost)
    }

    /// `now` is the time since 1970, for dates in the answer.
    pub(super) fn of_socket(error: Socket, now: Duration) -> Self {
        match error {
            Socket::Io(error) => Self::io(error),
            Socket::Http(answer) => Self::refused(&answer, now),
            Socket::Capacity(_) => Self::new(Error::new(ErrorKind::BodyTooLarge), Outcome::Fatal),
            Socket::ConnectionClosed | Socket::AlreadyClosed => Self::lost(ErrorKind::Interrupted),
            Socket::Protocol(cause) => Self::new(
                Error::new(ErrorKind::Protocol).with_source(cause),
                Outcome::Lost,
            ),
            // Their texts may have what was sent or received.
            _ => Self::lost(ErrorKind::Protocol),
        }
    }

    fn refused(answer: &tungstenite::http::Response<Option<Vec<u8>>>, now: Duration) -> Self {
        let mut headers = Headers::new();
        for (name, value) in answer.headers() {
            headers.add_received(name.as_str(), value.as_bytes());
        }
        let body = answer.body().clone().unwrap_or_default();
        let response = Response::new(answer.status().as_u16(), headers, body);
        let outcome = Outcome::Answered {
            status: response.status,
            retry_after: response.retry_after(now),
        };
        Self::new(Error::from_response(response), outcome)
    }
}
