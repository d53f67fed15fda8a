//! Header values and request targets.

use core::ffi::c_char;

use tokenmint::authing::{
    Date, DateFormat, Nonce, authentication_events_target, management_events_target,
};
use tokenmint::{Error, Field};

use crate::frame::{Call, bytes, copy, text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE, written};

/// `date` as Unix milliseconds: what the service asks for.
pub const TOKENMINT_AUTHING_DATE_UNIX_MILLIS: u32 = 0;
/// `date` as RFC 1123 text: what the Node SDK sends. For a server that refuses
/// the other (code 1303).
pub const TOKENMINT_AUTHING_DATE_RFC1123: u32 = 1;

/// Random bytes of a nonce.
pub const TOKENMINT_AUTHING_RANDOM_LEN: usize = 16;

/// The value of the `date` header.
///
/// @param unix_millis  Milliseconds since 1970, UTC, from 2001 on.
/// @param format  `TOKENMINT_AUTHING_DATE_...`
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals text_call issue_time_zero value_out_of_range_time unknown_value
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_date(
    unix_millis: u64,
    format: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (unix_millis, format),
            |(unix_millis, format), _, out| {
                let format = match format {
                    TOKENMINT_AUTHING_DATE_UNIX_MILLIS => DateFormat::UnixMillis,
                    TOKENMINT_AUTHING_DATE_RFC1123 => DateFormat::Rfc1123,
                    _ => return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE)),
                };
                written(copy(Date::new(unix_millis, format)?.as_bytes(), out))
            },
        )
    }
}

/// The value of the `x-authing-signature-nonce` header.
///
/// @param random  New random bytes for every request.
/// @param random_len  `TOKENMINT_AUTHING_RANDOM_LEN`.
/// @param out,out_cap,out_len  The header value; see "Outputs".
/// @retvals text_call value_out_of_range_random
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_nonce(
    random: *const u8,
    random_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with((bytes(random, random_len),), |(random,), _, out| {
            let random =
                <[u8; TOKENMINT_AUTHING_RANDOM_LEN]>::try_from(random).map_err(|_| RANDOM)?;
            written(copy(Nonce::new(random).as_bytes(), out))
        })
    }
}

/// The request target of the management event stream.
///
/// @param path,path_len  The path, usually "/events/v1/management/sub".
/// @param code,code_len  The events, such as "authing.user.created".
/// @param out,out_cap,out_len  The target; see "Outputs".
/// @retvals text_call empty bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_management_events_target(
    path: *const c_char,
    path_len: usize,
    code: *const c_char,
    code_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (text(path, path_len), text(code, code_len)),
            |(path, code), _, out| written(management_events_target(path, code, out)),
        )
    }
}

/// The request target of the authentication event stream. It holds the token:
/// it does not belong in a log.
///
/// @param path,path_len  The path, usually "/events/v1/authentication/sub".
/// @param code,code_len  The events, such as "authing.user.created".
/// @param access_token,access_token_len  The access token of the user.
/// @param out,out_cap,out_len  The target; see "Outputs".
/// @retvals text_call empty bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_authing_authentication_events_target(
    path: *const c_char,
    path_len: usize,
    code: *const c_char,
    code_len: usize,
    access_token: *const c_char,
    access_token_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                text(path, path_len),
                text(code, code_len),
                text(access_token, access_token_len),
            ),
            |(path, code, access_token), _, out| {
                written(authentication_events_target(path, code, access_token, out))
            },
        )
    }
}

const RANDOM: Error = Error::ValueOutOfRange {
    field: Field::Nonce,
    min: TOKENMINT_AUTHING_RANDOM_LEN as u64,
    max: TOKENMINT_AUTHING_RANDOM_LEN as u64,
};
