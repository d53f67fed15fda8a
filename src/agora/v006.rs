//! AccessToken, version "006".
//!
//! ```text
//! token   = "006" app_id base64(content)
//! content = str(signature) u32 crc32(channel), u32 crc32(account), str(message)
//! message = u32 salt, u32 ts, map(privileges)
//! signature = HMAC-SHA256(key = certificate text,
//!                         data = app_id channel account message)
//! ```
//!
//! Deadlines are absolute Unix times. The token carries only the checksums of
//! channel and account, so verifying means recomputing with the expected ones;
//! and since nothing separates them in the signed data, (channel `ab`, account
//! `c`) and (`a`, `bc`) differ by their checksums alone.

pub(super) mod builders;
mod parse;
pub(super) mod token;
mod verify;

pub use parse::ParsedToken;
pub use token::{Privilege, TOKEN_CAPACITY, TOKEN_LIFETIME, token_capacity};

/// The first three characters of a token.
pub const VERSION: &str = "006";
