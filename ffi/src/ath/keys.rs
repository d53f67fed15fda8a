//! Keys, ids and states.

use core::ffi::c_char;

use tokenmint::ath::{PublicKey, State, TokenId, identity_key};
use tokenmint::{Error, Field};

use super::attest::signing_key;
use crate::frame::{Call, bytes, copy, stack, text};
use crate::status::{lend, written};

/// Bytes of a public key: an uncompressed point.
pub const TOKENMINT_ATH_PUBLIC_KEY_LEN: usize = 65;
/// Random bytes of a token id.
pub const TOKENMINT_ATH_TOKEN_ID_RANDOM_LEN: usize = 24;
/// Random bytes of a state.
pub const TOKENMINT_ATH_STATE_RANDOM_LEN: usize = 16;

/// The public key of a private key.
///
/// @param key,key_len  The private key: `TOKENMINT_ATH_KEY_LEN` bytes,
///        big-endian.
/// @param out,out_cap,out_len  The point, `TOKENMINT_ATH_PUBLIC_KEY_LEN` bytes:
///        no NUL follows.
/// @retvals bytes_call bad_key
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_public_key(
    key: *const u8,
    key_len: usize,
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        stack::run::<{ stack::CURVE }, _>(|| {
            Call::bytes(out, out_cap, out_len).with((bytes(key, key_len),), |(key,), _, out| {
                let key = &signing_key(key);
                written(put_point(&lend(key)?.public_key(), out.bytes()))
            })
        })
    }
}

/// The public key in an identity document, which must be that of an agent.
///
/// @param document,document_len  The JSON text.
/// @param agent_id,agent_id_len  The agent.
/// @param out,out_cap,out_len  The point, `TOKENMINT_ATH_PUBLIC_KEY_LEN` bytes:
///        no NUL follows.
/// @retvals bytes_call invalid_utf8 bad_json bad_member user_mismatch_document bad_key pem too_large_pem
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_identity_key(
    document: *const c_char,
    document_len: usize,
    agent_id: *const c_char,
    agent_id_len: usize,
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::bytes(out, out_cap, out_len).with(
            (text(document, document_len), text(agent_id, agent_id_len)),
            |(document, agent_id), _, out| {
                written(put_point(&identity_key(document, agent_id)?, out.bytes()))
            },
        )
    }
}

/// A public key as JWK, as an identity document carries it.
///
/// @param public_key,public_key_len  The point, uncompressed or compressed.
/// @param out,out_cap,out_len  The JSON text; see "Outputs".
/// @retvals text_call bad_key
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_public_jwk(
    public_key: *const u8,
    public_key_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (bytes(public_key, public_key_len),),
            |(public_key,), _, out| {
                let key = PublicKey::from_point(public_key)?;
                written(key.write_jwk(out))
            },
        )
    }
}

/// The unique id of an attestation.
///
/// @param random,random_len  `TOKENMINT_ATH_TOKEN_ID_RANDOM_LEN` bytes from a
///        cryptographic random source, new for every attestation.
/// @param out,out_cap,out_len  The id; see "Outputs".
/// @retvals text_call value_out_of_range_random
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_token_id(
    random: *const u8,
    random_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with((bytes(random, random_len),), |(random,), _, out| {
            let random = octets(random, Field::TokenId)?;
            written(copy(TokenId::from_random(random).as_bytes(), out))
        })
    }
}

/// The `state` of an authorize request.
///
/// @param random,random_len  `TOKENMINT_ATH_STATE_RANDOM_LEN` bytes from a
///        cryptographic random source, new for every request.
/// @param out,out_cap,out_len  The state; see "Outputs".
/// @retvals text_call value_out_of_range_random
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_ath_state(
    random: *const u8,
    random_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with((bytes(random, random_len),), |(random,), _, out| {
            let random = octets(random, Field::Nonce)?;
            written(copy(State::from_random(random).as_bytes(), out))
        })
    }
}

fn octets<const N: usize>(bytes: &[u8], field: Field) -> Result<&[u8; N], Error> {
    let len = N as u64;
    bytes.try_into().map_err(|_| Error::ValueOutOfRange {
        field,
        min: len,
        max: len,
    })
}

fn put_point(key: &PublicKey, out: &mut [u8]) -> Result<usize, Error> {
    let point = key.to_point();
    let needed = point.len();
    out.get_mut(..needed)
        .ok_or(Error::BufferTooSmall { needed })?
        .copy_from_slice(&point);
    Ok(needed)
}
