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
#[cfg(any(feature = "agora", feature = "ath", feature = "authing"))]
mod once;
pub mod platform;
#[cfg(feature = "authing-authentication")]
pub mod rs256;
#[cfg(feature = "authing-password")]
pub mod rsa_encrypt;
#[cfg(feature = "doctor")]
pub(crate) mod sha1;
#[cfg(any(feature = "agora", feature = "ath", feature = "authing"))]
pub mod sha256;
