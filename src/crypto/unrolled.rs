//! The hashes of the crates, which write every round out and take the
//! processor's instructions for them: hosts have these, and bare targets with
//! feature `unrolled-hashes`.

#[cfg(any(feature = "agora", feature = "authing"))]
mod hmac;
#[cfg(any(feature = "agora", feature = "zego"))]
mod md5;
#[cfg(any(
    feature = "agora",
    feature = "ath",
    feature = "authing",
    feature = "convoai",
    feature = "legacy"
))]
mod once;
#[cfg(any(feature = "authing", feature = "convoai", feature = "legacy"))]
mod sha1;
#[cfg(any(feature = "agora", feature = "ath", feature = "authing"))]
mod sha256;

#[cfg(any(feature = "agora", feature = "zego"))]
pub(super) use md5::Md5;
#[cfg(any(feature = "authing", feature = "convoai", feature = "legacy"))]
pub(super) use sha1::Sha1;
#[cfg(any(feature = "agora", feature = "ath", feature = "authing"))]
pub(super) use sha256::Sha256;

#[cfg(any(feature = "authing", feature = "convoai", feature = "legacy"))]
pub(super) type HmacSha1 = hmac::Hmac<Sha1>;
#[cfg(any(feature = "agora", feature = "authing"))]
pub(super) type HmacSha256 = hmac::Hmac<Sha256>;
