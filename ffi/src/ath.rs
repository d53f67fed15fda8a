//! ATH: attestations (ES256), their keys, and their checking.

mod attest;

mod keys;

mod verify;

pub use attest::*;
pub use keys::*;
pub use verify::*;
