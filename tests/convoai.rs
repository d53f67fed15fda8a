//! The Conversational AI client where the recorded cases do not reach:
//! failover, listings that misbehave, sessions under faults, secrets.

#![cfg(feature = "convoai")]
// Bodies are written where they are used.
#![allow(clippy::needless_pass_by_value)]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[path = "convoai/auth.rs"]
mod auth;
#[path = "convoai/catalogue.rs"]
mod catalogue;
#[path = "support/clock.rs"]
mod clock;
#[path = "convoai/endpoints.rs"]
mod endpoints;
#[path = "convoai/fake.rs"]
mod fake;
#[path = "convoai/hosts.rs"]
mod hosts;
#[path = "convoai/input.rs"]
mod input;
#[cfg(all(feature = "ureq3", feature = "reqwest013"))]
#[path = "convoai/loopback.rs"]
mod loopback;
#[path = "convoai/models.rs"]
mod models;
#[path = "convoai/notifications.rs"]
mod notifications;
#[path = "convoai/paging.rs"]
mod paging;
#[path = "convoai/recovery.rs"]
mod recovery;
#[path = "convoai/renewals.rs"]
mod renewals;
#[path = "convoai/secrecy.rs"]
mod secrecy;
#[cfg(all(feature = "ureq3", feature = "reqwest013"))]
#[path = "support/server.rs"]
mod server;
#[path = "convoai/sessions.rs"]
mod sessions;
#[path = "convoai/types.rs"]
mod types;
