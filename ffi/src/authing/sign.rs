//! Signing and checking.

use core::ffi::c_char;

use tokenmint::Error;
use tokenmint::authing::{AccessKey, Signature, authorization_of};
use tokenmint::internals::authing::{self, string_to_sign};

use super::request::{CallersRequest, tokenmint_authing_request};
use crate::frame::{Body, Call, Guard, copy, stack, tokenmint_text};
use crate::status::{Failure, lend, written};

/// Bytes of the keyed hash behind a signature (HMAC-SHA1).
pub const TOKENMINT_AUTHING_MAC_LEN: usize = 20;

/// The value of the `authorization` header for a request: "authing
/// id:signature".
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param key_secret,key_secret_len  Its secret. The library keeps no copy
///        after the call.
/// @param request  What is signed.
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals authing
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_authorization(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    request: *const tokenmint_authing_request,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        let texts = [
            tokenmint_text::new(key_id, key_id_len),
            tokenmint_text::new(key_secret, key_secret_len),
            tokenmint_text::NONE,
        ];
        Call::text(out, out_cap, out_len).run_deep::<{ stack::REQUEST }>(|guard, out| {
            with_key(
                guard,
                &texts,
                &mut |guard: &Guard, keyed: &mut Keyed<'_>| {
                    let signature = signature(guard, keyed.key, request)?;
                    written(keyed.key.authorization_of(&signature, &mut *out))
                },
            )
        })
    }
}

/// The signature alone, in base64.
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param key_secret,key_secret_len  Its secret. The library keeps no copy
///        after the call.
/// @param request  What is signed.
/// @param out,out_cap,out_len  The signature; see "Outputs".
/// @retvals authing
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_sign(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    request: *const tokenmint_authing_request,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        let texts = [
            tokenmint_text::new(key_id, key_id_len),
            tokenmint_text::new(key_secret, key_secret_len),
            tokenmint_text::NONE,
        ];
        Call::text(out, out_cap, out_len).run_deep::<{ stack::REQUEST }>(|guard, out| {
            with_key(
                guard,
                &texts,
                &mut |guard: &Guard, keyed: &mut Keyed<'_>| {
                    written(copy(
                        signature(guard, keyed.key, request)?.as_bytes(),
                        &mut *out,
                    ))
                },
            )
        })
    }
}

/// The text that is signed, for a look at what a server refuses (codes 1300 to
/// 1306). It holds the parameters in clear. Here the needed capacity is the
/// exact one.
///
/// @param request  What is signed.
/// @param out,out_cap,out_len  The text; see "Outputs".
/// @retvals authing_request
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_string_to_sign(
    request: *const tokenmint_authing_request,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).run(move |guard, out| {
            let request = CallersRequest::read(guard, request)?;
            written(string_to_sign(&request, out))
        })
    }
}

/// The value of the `authorization` header that opens the management event
/// stream. It is the same for every connection of a key.
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param key_secret,key_secret_len  Its secret. The library keeps no copy
///        after the call.
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals text_call empty string_too_long bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_events_authorization(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        let texts = [
            tokenmint_text::new(key_id, key_id_len),
            tokenmint_text::new(key_secret, key_secret_len),
            tokenmint_text::NONE,
        ];
        Call::text(out, out_cap, out_len).run(|guard, out| {
            with_key(guard, &texts, &mut |_: &Guard, keyed: &mut Keyed<'_>| {
                written(keyed.key.events_authorization(&mut *out))
            })
        })
    }
}

/// The value of the `authorization` header with a keyed hash of the platform: the
/// HMAC-SHA1 of @ref tokenmint_authing_string_to_sign, whose key is the secret.
///
/// @param key_id,key_id_len  Id of the access key: 1 to 128 bytes.
/// @param mac,mac_len  The hash: `TOKENMINT_AUTHING_MAC_LEN` bytes.
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals text_call empty string_too_long bad_character crypto_failed_mac
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_authorization_of_mac(
    key_id: *const c_char,
    key_id_len: usize,
    mac: *const u8,
    mac_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).run(move |guard, out| {
            let key_id = guard.text(key_id, key_id_len)?;
            let mac: &[u8; TOKENMINT_AUTHING_MAC_LEN] = guard
                .bytes(mac, mac_len)?
                .try_into()
                .map_err(|_| Error::CryptoFailed)?;
            if mac.ends_with(&[0; 8]) {
                return Err(Error::CryptoFailed.into());
            }
            written(authorization_of(key_id, &Signature::from_mac(mac), out))
        })
    }
}

/// Checks an `authorization` value, in constant time as far as the signature
/// is concerned. It says nothing about freshness: date and nonce are yours to
/// compare.
///
/// @param key_id,key_id_len  Id of the access key.
/// @param key_secret,key_secret_len  Its secret.
/// @param request  What was signed.
/// @param authorization,authorization_len  The header value.
/// @retvals authing_check
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_verify(
    key_id: *const c_char,
    key_id_len: usize,
    key_secret: *const c_char,
    key_secret_len: usize,
    request: *const tokenmint_authing_request,
    authorization: *const c_char,
    authorization_len: usize,
) -> i32 {
    let texts = [
        tokenmint_text::new(key_id, key_id_len),
        tokenmint_text::new(key_secret, key_secret_len),
        tokenmint_text::new(authorization, authorization_len),
    ];
    stack::run::<{ stack::REQUEST }, _>(|| {
        Call::judge().run(|guard| {
            // SAFETY: the pointer rules of the crate.
            unsafe {
                with_key(
                    guard,
                    &texts,
                    &mut |guard: &Guard, keyed: &mut Keyed<'_>| {
                        let request = CallersRequest::read(guard, request)?;
                        authing::verify(keyed.key, &request, keyed.third)?;
                        Ok(0)
                    },
                )
            }
            .map(drop)
        })
    })
}

/// A key, and the text that comes third.
struct Keyed<'k> {
    key: &'k AccessKey,
    third: &'k str,
}

/// Runs `body` with the key of `texts`: its id, its secret, and a text more,
/// which is read with them.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn with_key(
    guard: &Guard,
    [key_id, key_secret, third]: &[tokenmint_text; 3],
    body: &mut dyn for<'k> Body<Keyed<'k>, usize>,
) -> Result<usize, Failure> {
    // SAFETY: the same promise.
    let (key_id, key_secret, third) = unsafe {
        (
            guard.text(key_id.data, key_id.len)?,
            guard.text(key_secret.data, key_secret.len)?,
            guard.text(third.data, third.len)?,
        )
    };
    let key = &AccessKey::new(key_id, key_secret);
    let key = lend(key)?;
    body.run(guard, &mut Keyed { key, third })
}

/// # Safety
///
/// The pointer rules of the crate.
unsafe fn signature(
    guard: &Guard,
    key: &AccessKey,
    request: *const tokenmint_authing_request,
) -> Result<Signature, Failure> {
    // SAFETY: the same promise.
    let request = unsafe { CallersRequest::read(guard, request)? };
    Ok(authing::sign(key, &request)?)
}
