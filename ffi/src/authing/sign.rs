//! Signing and checking.

use core::ffi::c_char;

use tokenmint::authing::AccessKey;

use super::request::{Parts, tokenmint_authing_request};
use crate::frame::{check, copy, deep_text, stack, text};
use crate::status::written;

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
        deep_text::<{ stack::REQUEST }>(out, out_cap, out_len, move |guard, out| {
            let key_id = guard.text(key_id, key_id_len)?;
            let key_secret = guard.text(key_secret, key_secret_len)?;
            let key = &AccessKey::new(key_id, key_secret);
            let key = key.as_ref().map_err(|error| *error)?;
            let signature = Parts::with(guard, request, |request| key.sign(request))?;
            written(key.authorization_of(&signature, out))
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
        deep_text::<{ stack::REQUEST }>(out, out_cap, out_len, move |guard, out| {
            let key_id = guard.text(key_id, key_id_len)?;
            let key_secret = guard.text(key_secret, key_secret_len)?;
            let key = AccessKey::new(key_id, key_secret)?;
            let signature = Parts::with(guard, request, |request| key.sign(request))?;
            written(copy(signature.as_bytes(), out))
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
        text(out, out_cap, out_len, move |guard, out| {
            Parts::with(guard, request, |request| request.string_to_sign(out))
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
        text(out, out_cap, out_len, move |guard, out| {
            let key_id = guard.text(key_id, key_id_len)?;
            let key_secret = guard.text(key_secret, key_secret_len)?;
            let key = AccessKey::new(key_id, key_secret)?;
            written(key.events_authorization(out))
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
    stack::run::<{ stack::REQUEST }, _>(|| {
        check(move |guard| {
            // SAFETY: the pointer rules of the crate.
            unsafe {
                let key_id = guard.text(key_id, key_id_len)?;
                let key_secret = guard.text(key_secret, key_secret_len)?;
                let authorization = guard.text(authorization, authorization_len)?;
                let key = AccessKey::new(key_id, key_secret)?;
                Parts::with(guard, request, |request| key.verify(request, authorization))
            }
        })
    })
}
