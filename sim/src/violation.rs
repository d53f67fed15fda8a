//! What has to hold in every schedule, whatever went wrong, and where it does not.

use std::fmt;

/// The invariants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Invariant {
    /// Nothing runs that nobody knows of, and never more than was asked for.
    NoGhost,
    /// No call does twice what must be done once.
    NotTwice,
    /// What a service gave and takes for given is in the user's hands, or gone.
    NothingLost,
    /// Requests go to hosts of the service and nowhere else, by TLS; what one
    /// service gave goes to no other.
    Origin,
    /// No secret is in an error, its causes or a `Debug` text.
    Secret,
    /// A call ends within its deadline.
    Deadline,
    /// Once faults are over, one more call completes what was begun.
    OneMoreCall,
    /// The journey comes to its end at all.
    Ends,
}

/// An invariant that does not hold, and how.
#[derive(Debug, Clone)]
pub struct Violation {
    /// Which.
    pub invariant: Invariant,
    /// How.
    pub text: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.invariant, self.text)
    }
}
