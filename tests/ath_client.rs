//! The ATH clients where the recorded cases do not reach: faults, what is
//! refused before any traffic, files, waiting for a user, secrets.

#![cfg(feature = "ath-client")]
// Bodies are written where they are used.
#![allow(clippy::needless_pass_by_value)]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[path = "ath_client/api.rs"]
mod api;
#[path = "ath_client/attestations.rs"]
mod attestations;
#[path = "support/clock.rs"]
mod clock;
#[path = "ath_client/credentials.rs"]
mod credentials;
#[path = "ath_client/endpoints.rs"]
mod endpoints;
#[path = "ath_client/fake.rs"]
mod fake;
#[path = "ath_client/faults.rs"]
mod faults;
#[path = "ath_client/origin.rs"]
mod origin;
#[path = "ath_client/redirect.rs"]
mod redirect;
#[path = "ath_client/secrecy.rs"]
mod secrecy;
#[path = "ath_client/store.rs"]
mod store;
#[path = "ath_client/waiting.rs"]
mod waiting;
