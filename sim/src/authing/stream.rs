//! Somebody who listens to events. See "Event streams" in `docs/authing.md`.

use std::time::Duration;

use tokenmint::client::authing::events::{EventOptions, Events};

use super::line::Dialer;
use super::user::User;
use crate::caller::ATTEMPTS;
use crate::violation::Invariant;
use crate::watch::{ANSWER, Deadline};

/// So many events come, one every so often.
const EVENTS: u32 = 6;
const EVERY: Duration = Duration::from_secs(40);

/// How long the user waits for one; then for the next.
const PATIENCE: Duration = Duration::from_secs(50);

/// Until a connection stands, or does not.
const OPENING: Duration = ANSWER.saturating_mul(2);

impl User<'_> {
    /// Signs in and listens until every event is over.
    pub(super) async fn listen(&self, dialer: &Dialer) {
        if !self.sign_in().await {
            return;
        }
        let began = self.caller.true_time();
        dialer.plan().events = (1..=EVENTS)
            .map(|n| (began + EVERY * n, format!("event {n}")))
            .collect();
        let end = began + EVERY * (EVENTS + 1);
        let options = EventOptions::new()
            .connect_timeout(ANSWER)
            .response_timeout(ANSWER)
            .dialer(dialer.clone());
        let mut heard = Vec::new();
        for _ in 0..ATTEMPTS {
            let Some(mut events) = self.subscribe(&options, dialer).await else {
                continue;
            };
            if self.hear_all(&mut events, end, &mut heard).await {
                break;
            }
        }
        if self.caller.true_time() < end {
            self.caller.never_ends("listening");
        }
        if dialer.plan().dials > 1 || heard.len() < EVENTS as usize {
            let mut state = self.caller.world.lock();
            if state.faults.count() == 0 {
                let text = format!("{} events without a fault", heard.len());
                state.violated(Invariant::NotTwice, text);
            }
        }
        self.sign_out().await;
        if heard != dialer.plan().delivered {
            let delivered = &dialer.plan().delivered;
            let text = format!("events {delivered:?} were delivered, and {heard:?} given");
            self.caller.lost(&text);
        }
    }

    async fn subscribe(&self, options: &EventOptions, dialer: &Dialer) -> Option<Events> {
        dialer.plan().gave_up = None;
        let open = async { self.client.subscribe("authing.user.updated", options) };
        match self.call("sub_event", Deadline::of(OPENING), open).await {
            Ok(events) => Some(events),
            Err(failed) => {
                if !self.renewed(&failed).await {
                    self.caller.check("sub_event", &failed);
                }
                None
            }
        }
    }

    /// Whether it listened to the end.
    async fn hear_all(&self, events: &mut Events, end: Duration, heard: &mut Vec<String>) -> bool {
        let deadline = Deadline::of(PATIENCE + OPENING);
        while self.caller.true_time() < end {
            let next = async { events.next_within(PATIENCE) };
            match self.call("next_within", deadline, next).await {
                Ok(event) => heard.extend(event),
                Err(failed) => {
                    if !self.renewed(&failed).await {
                        self.caller.check("next_within", &failed);
                    }
                    return false;
                }
            }
        }
        true
    }
}
