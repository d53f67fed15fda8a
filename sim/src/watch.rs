//! What is looked at in every exchange and every call, for any service.

use std::error::Error;
use std::fmt::Write as _;
use std::time::Duration;

use tokenmint::http::{Body, Request, Response, TransportError};

use crate::double::Effect;
use crate::violation::Invariant;
use crate::world::State;

/// The deadline of each call; less than two answers that are too slow take.
pub const TOTAL: Duration = Duration::from_secs(30);

/// The limit for one answer.
pub const ANSWER: Duration = Duration::from_secs(20);

/// A request to service number `to`; nothing when nobody is there.
pub(crate) fn request(state: &mut State, request: &Request, to: Option<usize>) {
    if to.is_none() {
        state.violated(Invariant::Origin, request.target());
    }
    let foreign = |state: &State| {
        let mut secrets = state.secrets.iter();
        secrets.any(|secret| secret.of.is_some() && secret.of != to && holds(request, &secret.text))
    };
    if foreign(state) {
        let text = format!("a secret of another service goes to {}", request.target());
        state.violated(Invariant::Origin, text);
    }
    texts(state, request.target());
    // What a request looks like does not depend on how many faults there are.
    if state.faults.count() < 2 {
        texts(state, &format!("{request:?}"));
    }
}

fn holds(request: &Request, secret: &str) -> bool {
    let body = request.body.as_ref().map(Body::as_bytes);
    let body = body.map(String::from_utf8_lossy).unwrap_or_default();
    let mut headers = request.headers.iter();
    request.url.contains(secret)
        || body.contains(secret)
        || headers.any(|(_, value)| value.contains(secret))
}

/// What the client gets.
pub(crate) fn result(state: &mut State, result: &Result<Response, TransportError>) {
    if !matches!(result, Ok(response) if response.is_success()) {
        texts(state, &format!("{result:?}"));
    }
}

/// No other exchange of the same call may have done the same.
pub(crate) fn effect(state: &mut State, number: usize, effect: &Effect) {
    if !effect.once {
        return;
    }
    let Some(call) = state.exchanges[number].call else {
        return;
    };
    let before = state
        .exchanges
        .iter()
        .filter(|other| other.call == Some(call));
    let mut done = before.filter_map(|other| other.effect.as_ref());
    if done.any(|other| other.once && other.verb == effect.verb) {
        state.violated(
            Invariant::NotTwice,
            format!("{effect} again within one call"),
        );
    }
}

/// What a user sees of an error.
pub(crate) fn error(state: &mut State, error: &dyn Error) {
    let mut text = format!("{error} {error:?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        // Writing to a text does not fail.
        let _ = write!(text, " {error} {error:?}");
        cause = error.source();
    }
    texts(state, &text);
}

/// No secret of the world may be in `text`.
pub fn texts(state: &mut State, text: &str) {
    let mut secrets = state.secrets.iter();
    if let Some(secret) = secrets.find(|secret| text.contains(&secret.text)) {
        let shown = secret.text.get(..5).unwrap_or_default();
        let text = format!("{shown}... in a text");
        state.violated(Invariant::Secret, text);
    }
}

/// How long a call may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline(Duration);

impl Deadline {
    /// One, as documented.
    pub const ONE: Self = Self::of(TOTAL);

    /// Another one than that of a single call.
    #[must_use]
    pub const fn of(limit: Duration) -> Self {
        Self(limit)
    }

    /// So many requests, each with a deadline of its own.
    #[must_use]
    pub fn each(requests: u32) -> Self {
        Self::of(TOTAL * requests)
    }
}

/// Whether a call ended in time.
#[cfg(feature = "journeys")]
pub(crate) fn time(state: &mut State, name: &str, took: Duration, deadline: Deadline) {
    if took > deadline.0 {
        state.violated(Invariant::Deadline, format!("{name} took {took:?}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::Faults;
    use crate::world::{Exchange, World};

    fn violated(look: impl FnOnce(&mut State)) -> Vec<Invariant> {
        let world = World::new(Faults::default(), 1);
        let mut state = world.lock();
        look(&mut state);
        let found = state.violations.iter();
        found.map(|found| found.invariant).collect()
    }

    #[test]
    fn what_is_done_twice_in_one_call_is_seen() {
        let twice = |calls: [usize; 2], done: &Effect| {
            violated(|state| {
                for (number, call) in calls.into_iter().enumerate() {
                    state.exchanges.push(Exchange {
                        call: Some(call),
                        at: Duration::ZERO,
                        fault: None,
                        effect: None,
                        delivered: false,
                        request: String::new(),
                        outcome: String::new(),
                    });
                    effect(state, number, done);
                    state.exchanges[number].effect = Some(done.clone());
                }
            })
        };
        let said = Effect::once("said", "Hello.");
        assert_eq!(twice([0, 0], &said), [Invariant::NotTwice]);
        assert_eq!(twice([0, 1], &said), []);
        assert_eq!(twice([0, 0], &Effect::of("stopped", "A1")), []);
    }

    #[test]
    fn secrets_in_texts_are_seen() {
        for (text, seen) in [
            ("agora token=007eJxTYA", true),
            ("the certificate c0ffee", true),
            ("agents.start: service refused: status 401", false),
        ] {
            let found = violated(|state| {
                state.hide("007eJ");
                state.hide("c0ffee");
                texts(state, text);
            });
            assert_eq!(!found.is_empty(), seen, "{text}");
        }
    }

    #[test]
    fn secrets_that_go_to_another_service_are_seen() {
        use tokenmint::http::{BaseUrl, Endpoint, Method, Query, RequestOptions, Settings};
        let post = Endpoint::new("post", Method::Post, "in");
        let base = BaseUrl::new("https://other.example").unwrap();
        let (settings, options) = (Settings::new(), RequestOptions::new());
        let made = |body: &str, query: &str| {
            Request::to(&post, &base)
                .query(Query::new().with("q", query))
                .body(Body::raw(body.into()))
                .build(&settings, &options)
                .unwrap()
        };
        for (body, query, to, seen) in [
            ("c0ffee", "", 1, true),
            ("", "c0ffee", 1, true),
            ("", "", 1, false),
            ("c0ffee", "", 0, false),
        ] {
            let found = violated(|state| {
                let text = "c0ffee".to_owned();
                let of = Some(0);
                state.secrets.push(crate::world::Secret { text, of });
                request(state, &made(body, query), Some(to));
            });
            assert_eq!(
                found.contains(&Invariant::Origin),
                seen,
                "{body} {query} {to}"
            );
        }
    }

    #[cfg(feature = "journeys")]
    #[test]
    fn a_late_call_is_seen() {
        let late = TOTAL + Duration::from_millis(1);
        let found = |took, deadline| violated(|state| time(state, "say", took, deadline));
        assert_eq!(found(TOTAL, Deadline::ONE), []);
        assert_eq!(found(late, Deadline::ONE), [Invariant::Deadline]);
        assert_eq!(found(late, Deadline::each(2)), []);
    }
}
