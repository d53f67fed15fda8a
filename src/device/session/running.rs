//! An agent that stays: its token is renewed, a server that wants it is told
//! that somebody is there, and an agent that has left is noticed.

use super::step::{Ask, Reply};
use super::{End, Known, Outcome, Page, Said, Service, Session, Step, Wish};
use crate::http::milliseconds;

/// Between two pings of a TEN server, which ends an agent after a minute without.
const PING_MS: u32 = 10_000;

/// After a ping that has failed.
const PING_PAUSE_MS: u32 = 2_500;

impl Session {
    /// What is next for an agent that runs.
    pub(super) fn stay(&mut self) -> Step {
        if self.page != Page::Runs && !self.unkept && !self.id.is_empty() {
            return self.keep(Page::Runs);
        }
        let mut wait = u32::MAX;
        if self.settings.renews {
            match self.renew_left {
                0 => return self.send(Ask::Renew),
                left => wait = wait.min(left),
            }
        }
        if self.settings.service == Service::Ten {
            match self.ping_left {
                0 => return self.send(Ask::Ping),
                left => wait = wait.min(left),
            }
        }
        self.wait(wait)
    }

    /// An answer to a renewal or a ping. Whether it is one.
    pub(super) fn is_there(&mut self, reply: &Reply<'_>) -> bool {
        if reply.is(Said::Done) {
            if self.known != Known::Runs {
                self.found();
            }
            self.corrected = false;
            self.ping_left = PING_MS;
            return true;
        }
        if !reply.is(Said::Gone) {
            return false;
        }
        if self.known == Known::Runs && self.wish == Wish::Run {
            self.finish(End::Left);
        }
        self.known = Known::Nothing;
        true
    }

    /// A renewal or a ping has failed: it is tried again soon.
    pub(super) fn not_there(&mut self, ask: Ask, outcome: Outcome) {
        let (pause, asked) = match (ask, outcome) {
            (Ask::Ping, _) => (PING_PAUSE_MS, None),
            (_, Outcome::Answered { retry_after, .. }) => {
                (self.settings.renewal_pause_ms(), retry_after)
            }
            _ => (self.settings.renewal_pause_ms(), None),
        };
        let pause = self.jitter(pause);
        let pause = pause.max(asked.map_or(0, milliseconds));
        match ask {
            Ask::Ping => self.ping_left = pause,
            _ => self.renew_left = pause,
        }
    }
}
