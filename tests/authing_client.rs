//! What a user of the Authing clients relies on.

#![cfg(all(feature = "authing-authentication", feature = "authing-management"))]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[path = "authing_client/answers.rs"]
mod answers;
#[path = "support/clock.rs"]
mod clock;
#[path = "authing_client/input.rs"]
mod input;
#[path = "authing_client/pages.rs"]
mod pages;
#[path = "authing_client/secrecy.rs"]
mod secrecy;
#[cfg(all(feature = "ureq3", feature = "reqwest013", not(miri)))]
#[allow(dead_code)] // Shared with the tests of the HTTP layer.
#[path = "support/server.rs"]
mod server;
#[path = "authing_client/signature.rs"]
mod signature;
#[path = "authing_client/support.rs"]
mod support;
#[path = "authing_client/table.rs"]
mod table;
#[cfg(all(feature = "ureq3", feature = "reqwest013", not(miri)))]
#[allow(dead_code)] // Shared as well.
#[path = "support/tls.rs"]
mod tls;
#[path = "authing_client/tokens.rs"]
mod tokens;
#[cfg(all(feature = "ureq3", feature = "reqwest013", not(miri)))]
#[path = "authing_client/trust.rs"]
mod trust;
#[cfg(feature = "authing-answers")]
#[path = "authing_client/typed.rs"]
mod typed;
