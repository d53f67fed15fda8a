//! Events for feature `tracing`: endpoint, host, attempt, status, waits.
//! Never a header, a query, a path parameter or a body.

use core::time::Duration;

use super::{Error, Outcome, Request};

#[cfg(feature = "tracing")]
pub(super) fn sending(endpoint: &str, attempt: u32, request: &Request) {
    let host = request.target().split('/').nth(2).unwrap_or_default();
    tracing::debug!(endpoint, attempt, method = %request.method, host, "sending");
}

#[cfg(feature = "tracing")]
pub(super) fn repeating(endpoint: &str, attempt: u32, outcome: Outcome, after: Duration) {
    tracing::warn!(endpoint, attempt, ?outcome, ?after, "trying again");
}

#[cfg(feature = "tracing")]
pub(super) fn answered(endpoint: &str, attempt: u32, status: u16) {
    tracing::debug!(endpoint, attempt, status, "answered");
}

#[cfg(feature = "tracing")]
pub(super) fn failed(endpoint: &str, attempt: u32, error: &Error) {
    tracing::warn!(endpoint, attempt, kind = ?error.kind(), "failed");
}

#[cfg(not(feature = "tracing"))]
pub(super) const fn sending(_: &str, _: u32, _: &Request) {}

#[cfg(not(feature = "tracing"))]
pub(super) const fn repeating(_: &str, _: u32, _: Outcome, _: Duration) {}

#[cfg(not(feature = "tracing"))]
pub(super) const fn answered(_: &str, _: u32, _: u16) {}

#[cfg(not(feature = "tracing"))]
pub(super) const fn failed(_: &str, _: u32, _: &Error) {}
