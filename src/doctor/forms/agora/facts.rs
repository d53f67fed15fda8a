//! What a token of any Agora form says of itself, as far as the answers need it.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::agora::Role;
use crate::agora::v007::ServiceType;
use crate::doctor::answer::Missing;
use crate::doctor::question::Privilege;

/// What a token says of itself.
pub(super) struct Facts<'t> {
    pub(super) app_id: &'t str,
    pub(super) issued_at: Option<u32>,
    pub(super) ends_at: Option<u64>,
    /// What the signature covers.
    pub(super) covered: &'static str,
    /// What the question has to name before the signature can be checked.
    pub(super) needs: Option<Missing>,
    /// Its services in their order; a 006 token is one, older keys have none.
    pub(super) parts: Vec<Part<'t>>,
}

/// A service of a token.
pub(super) struct Part<'t> {
    pub(super) service: ServiceType,
    pub(super) channel: Name<'t>,
    pub(super) user: Name<'t>,
    /// Whether a privilege of this service is granted.
    pub(super) grant: Box<dyn Fn(Privilege) -> Grant + 't>,
}

impl Part<'_> {
    /// Whether a role publishes in tokens like this: 006 is known by its
    /// checksums.
    pub(super) fn publishes(&self, role: Role) -> bool {
        match self.channel {
            Name::Checksum => role != Role::Subscriber,
            _ => role == Role::Publisher,
        }
    }
}

/// A channel or user, as a service names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name<'t> {
    /// There is none.
    None,
    /// This text; empty means any.
    Text(&'t str),
    /// A text that is known by its checksum only.
    Checksum,
}

/// Whether a privilege is there, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grant {
    /// It is not granted.
    Missing,
    /// It has ended.
    Ended(u64),
    /// It lasts until then.
    Until(u64),
    /// It lasts as long as the token.
    WithToken,
}

impl Grant {
    /// One with an end of its own.
    pub(super) fn at(end: u64, now: u32) -> Self {
        if u64::from(now) >= end {
            Self::Ended(end)
        } else {
            Self::Until(end)
        }
    }
}
