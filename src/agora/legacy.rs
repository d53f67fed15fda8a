//! What came before 006: dynamic keys 001 to 005 and signaling tokens.
//!
//! Only for systems that still need them; every function is deprecated for new
//! work. `dec10` is a decimal number filled with zeros to 10 digits, `hex8` a
//! lower-case hexadecimal number filled to 8.
//!
//! | format | signed | token |
//! |---|---|---|
//! | 001 | app id, dec10 ts, hex8 random, channel | signature, app id, dec10 ts, hex8 random |
//! | 002 | 001, dec10 uid, dec10 deadline | 001, dec10 uid, dec10 deadline |
//! | 003 | as 002 | `003`, then as 002 |
//! | 004 | service, then as 002 | `004`, then as 001, dec10 deadline |
//! | 005 | packed binary | `005`, base64 of packed binary |
//! | signaling | MD5 of account, app id, certificate, deadline | `1:app_id:deadline:md5` |
//!
//! Signatures are HMAC-SHA1: keyed with the certificate as text up to 004,
//! with its 16 decoded bytes in 005. The stamp's salt is the random number.

mod check;
mod dynamic_key;
mod dynamic_key5;
mod parse;
mod signaling;

pub use dynamic_key::{KEY_CAPACITY, KeyInputs};
#[allow(deprecated)]
pub use dynamic_key::{
    generate, generate_media_channel_key, generate_public_sharing_key, generate_recording_key,
    generate2, generate3,
};
#[allow(deprecated)]
pub use dynamic_key5::{
    AUDIO_VIDEO_UPLOAD, NO_UPLOAD, generate_in_channel_permission_key, generate_media_channel_key5,
    generate_public_sharing_key5, generate_recording_key5, key5_capacity,
};
pub use parse::{ParsedKey, ParsedKey5};
pub use signaling::ParsedSignalingToken;
#[allow(deprecated)]
pub use signaling::{SIGNALING_CAPACITY, generate_signaling_token};
