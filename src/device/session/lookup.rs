//! Agents of which the session does not know whether they are this device's:
//! those that a start may have started whose answer was lost, those that have its
//! name already, and those of before a power cut.
//!
//! | what is asked | proves |
//! |---|---|
//! | a start with the same name is a conflict | the agent that it names has the name |
//! | it is in the listing of the channel | it is in this device's channel |
//! | its turns say its name | it has the name |

use super::id::Id;
use super::step::{Ask, Owner, Reply};
use super::{CONFLICTS_MAX, End, Known, Page, Said, Service, Session, Step, Wish};

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
    /// The session has the id of an agent of the listing and asks for its name.
    has_candidate: bool,
    /// The session has the id of an agent that a conflict names, and looks for it
    /// in the listing.
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
    pub(super) fn conflict(&mut self, agent_id: &[u8]) {
        self.known = Known::Lost;
        self.lookup = Lookup::new();
        self.lookup.is_conflict = true;
        self.conflicts = self.conflicts.saturating_add(1);
        if let Some(id) = Id::new(agent_id) {
            self.id = id;
            self.lookup.is_named = true;
        }
    }

    /// A listing has come. Whether it is understood.
    pub(super) fn is_listed(&mut self, reply: &Reply<'_>) -> bool {
        let lookup = &mut self.lookup;
        if lookup.place == 0 {
            lookup.listed = reply.listed;
        }
        if lookup.place >= reply.listed {
            let has_changed = lookup.listed != reply.listed;
            if !has_changed || !lookup.again() {
                self.none_is_ours();
            }
            return true;
        }
        let Some(id) = Id::new(reply.agent_id) else {
            return false;
        };
        if !lookup.is_named {
            self.id = id;
            lookup.has_candidate = true;
        } else if self.id == id {
            self.found();
        } else {
            lookup.place = lookup.place.saturating_add(1);
        }
        true
    }

    /// It is said to whom an agent belongs. Whether that is understood.
    pub(super) fn is_owned(&mut self, reply: &Reply<'_>) -> bool {
        if reply.is(Said::Gone) {
            self.candidate_is_gone();
            return true;
        }
        if !reply.is(Said::Done) {
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
            (Owner::Another, _) => {
                self.lookup.place = self.lookup.place.saturating_add(1);
                self.lookup.has_candidate = false;
            }
        }
        true
    }

    fn candidate_is_gone(&mut self) {
        if self.known == Known::Before {
            self.known = Known::Nothing;
        } else if !self.lookup.again() {
            self.give_up(End::Unclear);
        }
    }

    /// Nothing of this device runs: whoever has its name is another's, or has left
    /// meanwhile, which another start shows.
    fn none_is_ours(&mut self) {
        self.known = Known::Nothing;
        let is_taken = self.lookup.is_conflict && self.conflicts >= CONFLICTS_MAX;
        if is_taken && self.wish == Wish::Run {
            self.give_up(End::Taken);
        }
    }
}
