//! Agents of which the session does not know whether they are this device's:
//! those that a start may have started whose answer was lost, those that have its
//! name already, and those of before a power cut.
//!
//! | what is asked | proves |
//! |---|---|
//! | a start with the same name is a conflict | the agent that it names has the name |
//! | its turns say name and channel | whether it is this device's |

use super::id::Id;
use super::{CONFLICTS_MAX, End, Known, Owner, Page, Reply, Service, Session, Step, Wish};
use crate::device::session::step::Ask;

/// How many times a listing is read from its begin, because it has changed.
const ROUNDS_MAX: u8 = 3;

/// How far a look-up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lookup {
    /// The place in the listing of the agent that is looked into, or is next.
    place: u8,
    /// How many are listed.
    listed: u8,
    rounds: u8,
    /// The session has the id of an agent and asks for its name.
    has_candidate: bool,
    /// That agent was named by a conflict.
    is_named: bool,
    /// A start was refused because of the name.
    is_conflict: bool,
}

impl Lookup {
    pub(super) const fn new() -> Self {
        Self {
            place: 0,
            listed: 0,
            rounds: 0,
            has_candidate: false,
            is_named: false,
            is_conflict: false,
        }
    }

    /// Reads the listing from its begin; whether it may.
    const fn again(&mut self) -> bool {
        self.rounds = self.rounds.saturating_add(1);
        self.place = 0;
        self.has_candidate = false;
        self.rounds <= ROUNDS_MAX
    }
}

impl Session {
    /// Which agent of the listing [`Ask::Find`] asks for, from 0.
    #[must_use]
    pub const fn place(&self) -> u8 {
        self.lookup.place
    }

    /// Asks for an agent that may run.
    pub(super) fn look(&mut self) -> Step {
        let ask = match self.settings.service {
            // The channel is this device's alone.
            Service::Ten => Ask::Ping,
            _ if self.known == Known::Before || self.lookup.has_candidate => Ask::Whose,
            _ => Ask::Find,
        };
        self.send(ask)
    }

    /// The name of a start is taken, by this agent if the service says so.
    pub(super) fn conflict(&mut self, agent_id: &str) {
        self.known = Known::Lost;
        self.lookup = Lookup::new();
        self.lookup.is_conflict = true;
        self.conflicts = self.conflicts.saturating_add(1);
        if self.conflicts > CONFLICTS_MAX {
            return self.give_up(End::Unclear);
        }
        if let Some(id) = Id::new(agent_id) {
            self.id = id;
            self.lookup.has_candidate = true;
            self.lookup.is_named = true;
        }
    }

    /// A listing has come. Whether it is understood.
    pub(super) fn is_listed(&mut self, reply: &Reply<'_>) -> bool {
        let lookup = &mut self.lookup;
        if lookup.place == 0 {
            lookup.listed = reply.listed;
        }
        if let Some(id) = Id::new(reply.agent_id) {
            self.id = id;
            lookup.has_candidate = true;
            return true;
        }
        if !reply.agent_id.is_empty() {
            return false;
        }
        if lookup.place < reply.listed {
            lookup.place = lookup.place.saturating_add(1);
            return true;
        }
        let has_changed = lookup.listed != reply.listed;
        if !has_changed || !lookup.again() {
            self.none_is_ours();
        }
        true
    }

    /// It is said to whom an agent belongs. Whether that is understood.
    pub(super) fn is_owned(&mut self, reply: &Reply<'_>) -> bool {
        if reply.is_gone() {
            self.candidate_is_gone();
            return true;
        }
        if !reply.is_object() {
            return false;
        }
        match (reply.owner, self.known) {
            (Owner::Ours, _) | (Owner::NotSaid, Known::Before) => self.found(),
            (Owner::NotSaid, _) => self.give_up(End::Nameless),
            (Owner::Another, Known::Before) => {
                self.known = Known::Lost;
                self.page = Page::Another;
                self.lookup = Lookup::new();
            }
            (Owner::Another, _) if self.lookup.is_named => self.none_is_ours(),
            (Owner::Another, _) => {
                self.lookup.place = self.lookup.place.saturating_add(1);
                self.lookup.has_candidate = false;
            }
        }
        true
    }

    fn candidate_is_gone(&mut self) {
        if self.known == Known::Before || self.lookup.is_named {
            self.known = Known::Nothing;
        } else if !self.lookup.again() {
            self.give_up(End::Unclear);
        }
    }

    /// Nothing of this device runs; whoever has its name is another.
    fn none_is_ours(&mut self) {
        self.known = Known::Nothing;
        if self.lookup.is_conflict && self.wish == Wish::Run {
            self.give_up(End::Taken);
        }
    }
}
