//! Proof keys for code exchange (RFC 7636), method S256.

use core::ffi::c_char;

use tokenmint::Error;
use tokenmint::pkce::Verifier;

use crate::frame::{Call, bytes, copy, text};
use crate::status::{lend, written};

/// The verifier of random bytes: a secret, for the token request.
///
/// @param random,random_len  32 to 96 bytes from a cryptographic random source,
///        used once.
/// @param out,out_cap,out_len  The verifier, 43 to 128 characters; see
///        "Outputs".
/// @retvals text_call value_out_of_range_random string_too_long_random
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_pkce_verifier(
    random: *const u8,
    random_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with((bytes(random, random_len),), |(random,), _, out| {
            let verifier = &Verifier::from_octets(random);
            written(copy(lend(verifier)?.expose_bytes(), out))
        })
    }
}

/// The challenge of a verifier, for the authorization request.
///
/// @param verifier,verifier_len  43 to 128 unreserved characters.
/// @param out,out_cap,out_len  The challenge, 43 characters; see "Outputs".
/// @retvals text_call empty value_out_of_range_verifier string_too_long bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_pkce_challenge(
    verifier: *const c_char,
    verifier_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (text(verifier, verifier_len),),
            |(verifier,), _, out| {
                let verifier = &Verifier::new(verifier);
                written(copy(lend(verifier)?.challenge().as_bytes(), out))
            },
        )
    }
}

/// Whether a challenge is that of a verifier, in constant time.
///
/// @param verifier,verifier_len    43 to 128 unreserved characters.
/// @param challenge,challenge_len  The challenge.
/// @retvals check_call empty value_out_of_range_verifier string_too_long bad_character bad_challenge
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_pkce_verify(
    verifier: *const c_char,
    verifier_len: usize,
    challenge: *const c_char,
    challenge_len: usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::judge().with(
            (text(verifier, verifier_len), text(challenge, challenge_len)),
            |(verifier, challenge), _| {
                if lend(&Verifier::new(verifier))?.matches(challenge) {
                    Ok(())
                } else {
                    Err(Error::BadSignature.into())
                }
            },
        )
    }
}
