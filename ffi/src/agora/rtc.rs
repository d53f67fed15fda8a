//! Real-time audio and video.

use core::ffi::c_char;

use tokenmint::agora::{ExpireIn, RtcTokenBuilder2};

use super::inputs::{
    agora_role, rtc_lifetimes, tokenmint_agora_issuer, tokenmint_agora_rtc_lifetimes,
};
use crate::frame::{Call, text};
use crate::status::written;

/// A token for a numeric uid in a channel (official name: RtcTokenBuilder2,
/// build_token_with_uid). A publisher may join and publish, every other role
/// may join.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtc_build_token_with_uid(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    role: u32,
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
                text(channel, channel_len),
                uid,
                role,
                token_expire,
                privilege_expire,
            ),
            |(channel, uid, role, token_expire, privilege_expire),
             _,
             builder: &mut RtcTokenBuilder2<_, _>,
             out| {
                written(builder.build_token_with_uid(
                    channel,
                    uid,
                    agora_role(role)?,
                    ExpireIn::seconds(token_expire),
                    ExpireIn::seconds(privilege_expire),
                    out,
                ))
            },
        )
    }
}

/// A token for a text account in a channel (build_token_with_user_account).
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtc_build_token_with_user_account(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    account: *const c_char,
    account_len: usize,
    role: u32,
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
                text(channel, channel_len),
                text(account, account_len),
                role,
                token_expire,
                privilege_expire,
            ),
            |(channel, account, role, token_expire, privilege_expire),
             _,
             builder: &mut RtcTokenBuilder2<_, _>,
             out| {
                written(builder.build_token_with_user_account(
                    channel,
                    account,
                    agora_role(role)?,
                    ExpireIn::seconds(token_expire),
                    ExpireIn::seconds(privilege_expire),
                    out,
                ))
            },
        )
    }
}

/// A token for a numeric uid with a lifetime for each privilege; all four are
/// granted (build_token_with_uid_and_privilege).
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtc_build_token_with_uid_and_privilege(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    token_expire: u32,
    lifetimes: *const tokenmint_agora_rtc_lifetimes,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (text(channel, channel_len), uid, token_expire, lifetimes),
            |(channel, uid, token_expire, lifetimes),
             guard,
             builder: &mut RtcTokenBuilder2<_, _>,
             out| {
                let lifetimes = rtc_lifetimes(guard, lifetimes)?;
                written(builder.build_token_with_uid_and_privilege(
                    channel,
                    uid,
                    ExpireIn::seconds(token_expire),
                    lifetimes,
                    out,
                ))
            },
        )
    }
}

/// A token for a text account with a lifetime for each privilege; all four are
/// granted (build_token_with_user_account_and_privilege).
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtc_build_token_with_user_account_and_privilege(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    account: *const c_char,
    account_len: usize,
    token_expire: u32,
    lifetimes: *const tokenmint_agora_rtc_lifetimes,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (
                text(channel, channel_len),
                text(account, account_len),
                token_expire,
                lifetimes,
            ),
            |(channel, account, token_expire, lifetimes),
             guard,
             builder: &mut RtcTokenBuilder2<_, _>,
             out| {
                let lifetimes = rtc_lifetimes(guard, lifetimes)?;
                written(builder.build_token_with_user_account_and_privilege(
                    channel,
                    account,
                    ExpireIn::seconds(token_expire),
                    lifetimes,
                    out,
                ))
            },
        )
    }
}

/// A token for RTC and RTM with the same account (build_token_with_rtm). The
/// privilege lifetime applies to RTC; the RTM login lasts as long as the
/// token.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtc_build_token_with_rtm(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    account: *const c_char,
    account_len: usize,
    role: u32,
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
                text(channel, channel_len),
                text(account, account_len),
                role,
                token_expire,
                privilege_expire,
            ),
            |(channel, account, role, token_expire, privilege_expire),
             _,
             builder: &mut RtcTokenBuilder2<_, _>,
             out| {
                written(builder.build_token_with_rtm(
                    channel,
                    account,
                    agora_role(role)?,
                    ExpireIn::seconds(token_expire),
                    ExpireIn::seconds(privilege_expire),
                    out,
                ))
            },
        )
    }
}

/// A token for RTC and RTM with accounts and lifetimes of their own
/// (build_token_with_rtm2). Only a publisher gets the last three privileges.
///
/// @param rtc_account,rtc_account_len  The RTC user: 1 to 255 bytes.
/// @param rtc_role  `TOKENMINT_AGORA_ROLE_...`
/// @param rtc_token_expire  Lifetime of the token, also for RTM, in seconds
///        from the issue time: 1 to 86,400.
/// @param rtm_user_id,rtm_user_id_len  The RTM user: 1 to 64 bytes.
/// @param rtm_token_expire  Lifetime of the RTM login in seconds from the
///        issue time.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtc_build_token_with_rtm2(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    rtc_account: *const c_char,
    rtc_account_len: usize,
    rtc_role: u32,
    rtc_token_expire: u32,
    lifetimes: *const tokenmint_agora_rtc_lifetimes,
    rtm_user_id: *const c_char,
    rtm_user_id_len: usize,
    rtm_token_expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (
                text(channel, channel_len),
                text(rtc_account, rtc_account_len),
                rtc_role,
                rtc_token_expire,
                lifetimes,
                text(rtm_user_id, rtm_user_id_len),
                rtm_token_expire,
            ),
            |(
                channel,
                rtc_account,
                rtc_role,
                rtc_token_expire,
                lifetimes,
                rtm_user_id,
                rtm_token_expire,
            ),
             guard,
             builder: &mut RtcTokenBuilder2<_, _>,
             out| {
                let lifetimes = rtc_lifetimes(guard, lifetimes)?;
                written(builder.build_token_with_rtm2(
                    channel,
                    rtc_account,
                    agora_role(rtc_role)?,
                    ExpireIn::seconds(rtc_token_expire),
                    lifetimes,
                    rtm_user_id,
                    ExpireIn::seconds(rtm_token_expire),
                    out,
                ))
            },
        )
    }
}
