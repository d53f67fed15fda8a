//! An attempt without success: what became of it, and whether another host may be
//! asked.

use super::Outcome;

/// Where a transport failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The host name has no address.
    Resolve,
    /// No connection.
    Connect,
    /// The TLS handshake.
    Tls,
    /// A part took too long.
    Timeout,
    /// The connection broke.
    Interrupted,
    /// The answer is not HTTP.
    Protocol,
    /// The answer is larger than allowed.
    BodyTooLarge,
    /// The transport cannot express the request.
    Request,
    /// Anything else.
    Other,
}

impl Outcome {
    /// What became of an attempt whose transport failed at `kind`, perhaps after
    /// something of the request was sent.
    #[must_use]
    pub const fn of_transport(kind: TransportErrorKind, may_have_been_sent: bool) -> Self {
        match (kind, may_have_been_sent) {
            (TransportErrorKind::Tls, false) => Self::Untrusted,
            (
                TransportErrorKind::Tls
                | TransportErrorKind::BodyTooLarge
                | TransportErrorKind::Request,
                _,
            ) => Self::Fatal,
            (_, false) => Self::NotSent,
            (_, true) => Self::Lost,
        }
    }
}

/// An attempt without success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// What became of it.
    pub outcome: Outcome,
    /// Where the transport failed, when there was no answer.
    pub cause: Option<TransportErrorKind>,
    /// Whether the call may be repeated when its answer is lost.
    pub repeatable: bool,
    /// Which of several hosts it was sent to, as the service numbers them; 0 where
    /// there is one.
    pub host: usize,
}

impl Failure {
    /// An attempt with this outcome; `cause` says where the transport failed, when
    /// there was no answer.
    #[must_use]
    pub const fn new(
        outcome: Outcome,
        cause: Option<TransportErrorKind>,
        repeatable: bool,
    ) -> Self {
        Self {
            outcome,
            cause,
            repeatable,
            host: 0,
        }
    }

    /// Whether another host may be asked: nothing was sent, or the call may be
    /// repeated and its answer was lost or is a 5xx.
    #[must_use]
    pub const fn allows_other_host(&self) -> bool {
        match self.outcome {
            Outcome::NotSent | Outcome::Untrusted => true,
            Outcome::Lost
            | Outcome::Answered {
                status: 500..=599, ..
            } => self.repeatable,
            Outcome::Answered { .. } | Outcome::Fatal => false,
        }
    }

    /// Whether it is the name of the host that failed, before anything was
    /// sent: it has no address, or whoever is there cannot prove to have it.
    #[must_use]
    pub const fn is_of_the_name(&self) -> bool {
        matches!(
            (self.outcome, self.cause),
            (Outcome::Untrusted, _) | (Outcome::NotSent, Some(TransportErrorKind::Resolve))
        )
    }
}
