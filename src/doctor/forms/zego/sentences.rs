//! What explaining and verifying say in the same words.

use alloc::format;
use alloc::string::String;

use crate::doctor::cause::Cause;

/// What is said where the secret is missing.
pub(super) const NO_SECRET: &str = "no server secret at hand";

/// What has the wrong type, for a token that opens.
pub(super) fn wrong(cause: Cause) -> String {
    format!("opens with this secret, but {}", cause.meaning())
}
