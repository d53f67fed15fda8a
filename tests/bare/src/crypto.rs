//! The primitives, with the features they come with.

#![allow(unused_imports, reason = "which are needed depends on the features")]

use tokenmint::secret::Secret;

use crate::{Memory, part, part_mut, status};

#[cfg(any(
    feature = "agora",
    feature = "zego",
    feature = "ath",
    feature = "authing"
))]
#[unsafe(no_mangle)]
extern "C" fn bare_compare(a: &Memory, a_len: usize, b: &Memory, b_len: usize) -> bool {
    tokenmint::internals::crypto::compare::equal(part(a, a_len), part(b, b_len))
}

#[cfg(any(feature = "authing", feature = "legacy"))]
#[unsafe(no_mangle)]
extern "C" fn bare_hmac_sha1(
    key: &Memory,
    key_len: usize,
    message: &Memory,
    out: &mut Memory,
) -> i32 {
    let mac = tokenmint::internals::crypto::hmac_sha1::hmac_sha1(part(key, key_len), message);
    expose(mac, out)
}

#[cfg(any(feature = "agora", feature = "authing"))]
#[unsafe(no_mangle)]
extern "C" fn bare_hmac_sha256(
    key: &Memory,
    key_len: usize,
    message: &Memory,
    out: &mut Memory,
) -> i32 {
    let mac = tokenmint::internals::crypto::hmac_sha256::hmac_sha256(part(key, key_len), message);
    expose(mac, out)
}

#[cfg(any(feature = "agora", feature = "zego"))]
#[unsafe(no_mangle)]
extern "C" fn bare_md5_hex(input: &Memory, len: usize, out: &mut [u8; 32]) {
    *out = tokenmint::internals::crypto::md5::md5_hex(&[part(input, len), input]);
}

#[cfg(any(feature = "agora", feature = "authing"))]
fn expose<const N: usize>(mac: Secret<N>, out: &mut Memory) -> i32 {
    part_mut(out, N).copy_from_slice(mac.expose());
    status(Ok(N))
}
