//! ATH: attestations (ES256), their keys, and their checking.

mod attest;

mod keys;

mod check;

pub use attest::*;
pub use check::*;
pub use keys::*;
