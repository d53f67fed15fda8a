//! AES-256 (FIPS 197), a block at a time where code has to be small.
//!
//! The portable backend of `aes` has two copies of itself, one for as many
//! blocks as fit a machine word and one for a single block. The flag that asks
//! for its small form, `--cfg aes_backend_soft="compact"`, takes the one for a
//! single block here: half the code and half of the round keys on the stack,
//! for more time a byte.

#[cfg(any(test, aes_backend_soft = "compact"))]
mod single;

#[cfg(not(aes_backend_soft = "compact"))]
pub(super) use aes::{Aes256Dec as Decrypt, Aes256Enc as Encrypt};
#[cfg(aes_backend_soft = "compact")]
pub(super) use single::{Decrypt, Encrypt};
