//! The only place that names a cryptographic crate: one adapter a primitive.

#[cfg(feature = "zego")]
mod aes256;
#[cfg(feature = "zego")]
pub mod aes_cbc;
#[cfg(feature = "zego")]
pub mod aes_gcm;
#[cfg(any(
    feature = "agora",
    feature = "zego",
    feature = "ath",
    feature = "authing"
))]
pub mod compare;
#[cfg(feature = "ath")]
pub mod es256;
#[cfg(any(feature = "agora", feature = "authing"))]
mod hmac_adapter;
#[cfg(any(feature = "authing", feature = "convoai", feature = "legacy"))]
pub mod hmac_sha1;
#[cfg(any(feature = "agora", feature = "authing"))]
pub mod hmac_sha256;
#[cfg(any(feature = "agora", feature = "zego"))]
pub mod md5;
pub mod platform;
#[cfg(feature = "authing-authentication")]
pub mod rs256;
#[cfg(feature = "authing-password")]
pub mod rsa_encrypt;
#[cfg(any(feature = "authing", feature = "convoai", feature = "legacy"))]
pub(crate) mod sha1;
#[cfg(any(feature = "agora", feature = "ath", feature = "authing"))]
pub mod sha256;

// The makers of the hashes; tests compare them.
#[cfg(any(
    test,
    feature = "internals",
    all(target_os = "none", not(feature = "unrolled-hashes"))
))]
#[cfg_attr(
    any(not(target_os = "none"), feature = "unrolled-hashes"),
    allow(dead_code)
)]
pub mod compact;
#[cfg(any(test, not(target_os = "none"), feature = "unrolled-hashes"))]
mod unrolled;

#[cfg(all(target_os = "none", not(feature = "unrolled-hashes")))]
use compact as hashes;
#[cfg(any(not(target_os = "none"), feature = "unrolled-hashes"))]
use unrolled as hashes;
