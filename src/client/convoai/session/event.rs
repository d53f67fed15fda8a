//! What a session tells those who listen.

use core::fmt;
use std::boxed::Box;
use std::sync::{Arc, Mutex, PoisonError};
use std::vec::Vec;

use crate::http::Error;

/// What happened.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The agent is in the channel.
    Started {
        /// Its id.
        agent_id: &'a str,
    },
    /// The agent has left.
    Stopped {
        /// Its id.
        agent_id: &'a str,
    },
    /// A start or a stop failed.
    Error(&'a Error),
    /// Something works, but perhaps not as meant.
    Warning(&'a str),
    /// The agent has a new join token.
    TokenRenewed,
    /// The agent did not get a new join token. It is tried again at the next
    /// call, or by `run_renewals`, until the token ends.
    RenewalFailed(&'a Error),
    /// The agent has left by itself: the service does not know it any more.
    Left {
        /// Its id.
        agent_id: &'a str,
    },
}

/// The kinds of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EventKind {
    /// [`Event::Started`].
    Started,
    /// [`Event::Stopped`].
    Stopped,
    /// [`Event::Error`].
    Error,
    /// [`Event::Warning`].
    Warning,
    /// [`Event::TokenRenewed`].
    TokenRenewed,
    /// [`Event::RenewalFailed`].
    RenewalFailed,
    /// [`Event::Left`].
    Left,
}

impl Event<'_> {
    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Started { .. } => EventKind::Started,
            Self::Stopped { .. } => EventKind::Stopped,
            Self::Error(_) => EventKind::Error,
            Self::Warning(_) => EventKind::Warning,
            Self::TokenRenewed => EventKind::TokenRenewed,
            Self::RenewalFailed(_) => EventKind::RenewalFailed,
            Self::Left { .. } => EventKind::Left,
        }
    }
}

/// Names a handler, to remove it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HandlerId(u64);

type Handler = Arc<dyn Fn(&Event<'_>) + Send + Sync>;

/// Handlers in the order they were added.
#[derive(Default)]
pub(super) struct Handlers(Mutex<List>);

#[derive(Default)]
struct List {
    last_id: u64,
    handlers: Vec<(HandlerId, EventKind, Handler)>,
}

impl Handlers {
    pub(super) fn add(
        &self,
        kind: EventKind,
        handler: Box<dyn Fn(&Event<'_>) + Send + Sync>,
    ) -> HandlerId {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        debug_assert_ne!(list.last_id, u64::MAX, "no id is left");
        list.last_id = list.last_id.saturating_add(1);
        let id = HandlerId(list.last_id);
        list.handlers.push((id, kind, handler.into()));
        id
    }

    pub(super) fn remove(&self, id: HandlerId) {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        list.handlers.retain(|(known, ..)| *known != id);
    }

    /// Calls the handlers, without holding the lock: they may add others.
    pub(super) fn emit(&self, event: &Event<'_>) {
        let list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let handlers: Vec<Handler> = list
            .handlers
            .iter()
            .filter(|(_, kind, _)| *kind == event.kind())
            .map(|(.., handler)| Arc::clone(handler))
            .collect();
        drop(list);
        for handler in handlers {
            handler(event);
        }
    }
}

impl fmt::Debug for Handlers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handlers")
    }
}
