//! Authing's protocols where the recorded cases do not reach: event streams and
//! key sets that misbehave, a sign-in from end to end.

#![cfg(all(
    feature = "authing-client",
    feature = "authing-events-tokio",
    feature = "ureq3",
    feature = "reqwest013"
))]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[path = "authing_protocol/events.rs"]
mod events;
#[path = "authing_protocol/hosted_login.rs"]
mod hosted_login;
#[path = "authing_protocol/key_sets.rs"]
mod key_sets;
#[path = "authing_protocol/preconditions.rs"]
mod preconditions;
#[path = "authing_protocol/revocation.rs"]
mod revocation;
#[path = "support/server.rs"]
mod server;
#[path = "authing_protocol/stream.rs"]
mod stream;
#[allow(dead_code)] // Shared with the tests of the HTTP layer.
#[path = "support/tls.rs"]
mod tls;
#[path = "support/websocket.rs"]
mod websocket;
