//! An agent that stays: its token is renewed, a server that wants it is told
//! that somebody is there, and an agent that has left is noticed.

use super::step::{Ask, Reply};
use super::{End, Known, Page, Said, Service, Session, Step, Wish};

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
    pub(super) fn not_there(&mut self, ask: Ask, asked_ms: Option<u32>) {
        let (pause, asked_ms) = match ask {
            Ask::Ping => (PING_PAUSE_MS, None),
            _ => (self.settings.renewal_pause_ms(), asked_ms),
        };
        let pause = self.jitter(pause).max(asked_ms.unwrap_or(0));
        match ask {
            Ask::Ping => self.ping_left = pause,
            _ => self.renew_left = pause,
        }
    }
}
