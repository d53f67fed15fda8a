//! Values of the `Authorization` header, and the helpers of the Conversational
//! AI SDK.

use core::ffi::c_char;

use tokenmint::agora::authorization::{basic_header, token_header};
use tokenmint::agora::{ExpireIn, Role, RtcTokenBuilder2};

use super::inputs::{agora_role, tokenmint_agora_issuer};
use crate::frame::{Call, text};
use crate::status::written;

/// An RTC token as the Conversational AI SDK generates it
/// (generate_rtc_token): token and privileges have the same lifetime.
///
/// @param role  `TOKENMINT_AGORA_ROLE_...`; the SDK takes a publisher unless
///        told otherwise.
/// @param expire  Lifetime in seconds from the issue time: 1 to 86,400, which
///        is what the SDK takes unless told otherwise.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_generate_rtc_token(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    role: u32,
    expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (text(channel, channel_len), uid, role, expire),
            |(channel, uid, role, expire), _, builder: &mut RtcTokenBuilder2<_, _>, out| {
                let expire = ExpireIn::seconds(expire);
                written(builder.build_token_with_uid(
                    channel,
                    uid,
                    agora_role(role)?,
                    expire,
                    expire,
                    out,
                ))
            },
        )
    }
}

/// A token for RTC and RTM with the same account, always as publisher, as the
/// Conversational AI service takes it (generate_convo_ai_token).
///
/// @param privilege_expire  Lifetime of the RTC privileges; 0: the same as
///        `token_expire`.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_generate_convo_ai_token(
    issuer: *const tokenmint_agora_issuer,
    channel_name: *const c_char,
    channel_name_len: usize,
    account: *const c_char,
    account_len: usize,
    token_expire: u32,
    privilege_expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (
                text(channel_name, channel_name_len),
                text(account, account_len),
                token_expire,
                privilege_expire,
            ),
            |(channel_name, account, token_expire, privilege_expire),
             _,
             builder: &mut RtcTokenBuilder2<_, _>,
             out| {
                let token_expire = ExpireIn::seconds(token_expire);
                // The helper of the library, for any compression.
                let privilege_expire = match ExpireIn::seconds(privilege_expire) {
                    ExpireIn::WITH_TOKEN => token_expire,
                    given => given,
                };
                written(builder.build_token_with_rtm(
                    channel_name,
                    account,
                    Role::Publisher,
                    token_expire,
                    privilege_expire,
                    out,
                ))
            },
        )
    }
}

/// The value of the `Authorization` header for a token: "agora token=...". A
/// token that already has the prefix is taken as it is.
///
/// @param token,token_len  The token.
/// @retvals text_call empty bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_token_header(
    token: *const c_char,
    token_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with((text(token, token_len),), |(token,), _, out| {
            written(token_header(token, out))
        })
    }
}

/// The value of the `Authorization` header for a customer id and secret:
/// "Basic ..." (RFC 7617).
///
/// @param customer_id,customer_id_len  The customer id: no colon, no control
///        character.
/// @param customer_secret,customer_secret_len  The customer secret: no control
///        character.
/// @retvals text_call empty bad_character
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_basic_header(
    customer_id: *const c_char,
    customer_id_len: usize,
    customer_secret: *const c_char,
    customer_secret_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                text(customer_id, customer_id_len),
                text(customer_secret, customer_secret_len),
            ),
            |(customer_id, customer_secret), _, out| {
                written(basic_header(customer_id, customer_secret, out))
            },
        )
    }
}
