//! What has to hold at the end of every schedule, whatever went wrong.

use std::error::Error as _;
use std::fmt;
use std::time::Duration;

use tokenmint::http::{Error, Request, Response, TransportError};

use crate::convoai::Effect;
use crate::network::is_once;
use crate::world::{State, World};
use crate::{gaps, journey};

/// The invariants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Invariant {
    /// Nothing runs that nobody knows of, and never more than was asked for.
    NoGhost,
    /// No call does twice what must be done once.
    NotTwice,
    /// Requests go to the hosts of the area and nowhere else, by TLS.
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

impl State {
    /// Notes that an invariant does not hold.
    pub fn violated(&mut self, invariant: Invariant, text: impl Into<String>) {
        let text = text.into();
        self.violations.push(Violation { invariant, text });
    }
}

/// Where requests may go.
const ORIGINS: [&str; 4] = [
    "https://api-us-west-1.agora.io/",
    "https://api-us-east-1.agora.io/",
    "https://api-us-west-1.sd-rtn.com/",
    "https://api-us-east-1.sd-rtn.com/",
];

pub(crate) fn look_at_request(state: &mut State, request: &Request) {
    if !ORIGINS.iter().any(|origin| request.url.starts_with(origin)) {
        state.violated(Invariant::Origin, request.target());
    }
    if !state.faults.are_over(state.exchanges.len()) {
        look_for_secrets(state, &format!("{request:?}"));
    }
}

pub(crate) fn look_at_result(state: &mut State, result: &Result<Response, TransportError>) {
    if !matches!(result, Ok(response) if response.is_success()) {
        look_for_secrets(state, &format!("{result:?}"));
    }
}

/// No other exchange of the same call may have done the same.
pub(crate) fn look_at_effect(state: &mut State, number: usize, effect: Option<&Effect>) {
    let Some(effect) = effect.filter(|effect| is_once(effect)) else {
        return;
    };
    let call = state.exchanges[number].call;
    let before = state.exchanges.iter().filter(|other| other.call == call);
    let done = before
        .filter_map(|other| other.effect.as_ref())
        .any(is_once);
    if done {
        state.violated(
            Invariant::NotTwice,
            format!("{effect:?} again within one call"),
        );
    }
}

/// What a user sees of an error.
pub(crate) fn look_at_error(state: &mut State, error: &Error) {
    let mut text = format!("{error} {error:?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(&format!(" {error} {error:?}"));
        cause = error.source();
    }
    look_for_secrets(state, &text);
}

/// Every 007 token begins so: the version and the first byte of zlib.
const TOKEN_START: &str = "007eJ";

/// No secret of the world may be in `text`.
pub(crate) fn look_for_secrets(state: &mut State, text: &str) {
    let secrets = journey::SECRETS.iter().chain([&TOKEN_START]);
    if let Some(secret) = secrets.into_iter().find(|secret| text.contains(**secret)) {
        let shown = secret.get(..5).unwrap_or_default();
        state.violated(Invariant::Secret, format!("{shown}... in a text"));
    }
}

/// How many deadlines a call has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deadline {
    /// One, as documented.
    One,
    /// It may renew the join token first, which has one too.
    Renews,
    /// It has to do with several requests, each with its own.
    Each(u32),
}

/// Whether a call ended in time.
pub(crate) fn look_at_time(state: &mut State, name: &str, took: Duration, deadline: Deadline) {
    let limit = match deadline {
        Deadline::One => journey::TOTAL,
        Deadline::Renews => journey::TOTAL * 2,
        Deadline::Each(requests) => journey::TOTAL * requests,
    };
    if took > limit {
        state.violated(Invariant::Deadline, format!("{name} took {took:?}"));
    } else if took > journey::TOTAL && deadline == Deadline::Renews {
        state.gaps.insert(gaps::TWO_DEADLINES);
    }
}

/// What is asked when a journey with `sessions` sessions is over.
pub(crate) fn look_at_end(world: &World, sessions: usize) {
    let mut guard = world.lock();
    let state = &mut *guard;
    let now = state.clock.true_time();
    state.service.pass(now);
    let running: Vec<String> = state
        .service
        .running()
        .map(|agent| agent.id.clone())
        .collect();
    for id in running {
        if state.not_asked_to_leave.contains(&id) {
            state.gaps.insert(gaps::LEAVE_BELIEVED);
        } else {
            state.violated(Invariant::NoGhost, format!("agent {id} still runs"));
        }
    }
    let most = state.service.most_running();
    if most > sessions && state.not_asked_to_leave.is_empty() {
        state.violated(
            Invariant::NoGhost,
            format!("{most} agents at once for {sessions} sessions"),
        );
    }
}

#[cfg(test)]
mod tests {
    use tokenmint::agora::{AppCertificate, AppId};

    use super::*;
    use crate::convoai::ConvoAi;
    use crate::fault::Faults;
    use crate::world::Exchange;

    fn world() -> World {
        let app_id = AppId::new(journey::APP_ID).unwrap();
        let certificate = AppCertificate::new(journey::SECRETS[0]).unwrap();
        World::new(
            ConvoAi::new(app_id, certificate, None),
            Faults::default(),
            1,
        )
    }

    fn violated(look: impl FnOnce(&mut State)) -> Vec<Invariant> {
        let world = world();
        let mut state = world.lock();
        look(&mut state);
        state
            .violations
            .iter()
            .map(|found| found.invariant)
            .collect()
    }

    #[test]
    fn what_is_done_twice_in_one_call_is_seen() {
        let said = || Effect::Said("Hello.".to_owned());
        let twice = |calls: [usize; 2], effect: fn() -> Effect| {
            violated(|state| {
                for (number, call) in calls.into_iter().enumerate() {
                    state.exchanges.push(Exchange {
                        call: Some(call),
                        at: Duration::ZERO,
                        request: String::new(),
                        fault: None,
                        effect: None,
                        outcome: String::new(),
                    });
                    look_at_effect(state, number, Some(&effect()));
                    state.exchanges[number].effect = Some(effect());
                }
            })
        };
        assert_eq!(twice([0, 0], said), [Invariant::NotTwice]);
        assert_eq!(twice([0, 1], said), []);
        assert_eq!(twice([0, 0], || Effect::Left("A1".to_owned())), []);
    }

    #[test]
    fn secrets_in_texts_are_seen() {
        for (text, seen) in [
            ("agora token=007eJxTYA", true),
            (journey::SECRETS[0], true),
            ("agents.start: service refused: status 401", false),
        ] {
            let found = violated(|state| look_for_secrets(state, text));
            assert_eq!(!found.is_empty(), seen, "{text}");
        }
    }

    #[test]
    fn a_late_call_is_seen_and_a_renewal_has_a_deadline_of_its_own() {
        let late = journey::TOTAL + Duration::from_millis(1);
        let found = |took, deadline| violated(|state| look_at_time(state, "say", took, deadline));
        assert_eq!(found(journey::TOTAL, Deadline::One), []);
        assert_eq!(found(late, Deadline::One), [Invariant::Deadline]);
        assert_eq!(found(late, Deadline::Renews), []);
        assert_eq!(found(late * 2, Deadline::Renews), [Invariant::Deadline]);
    }
}
