//! Minting AccessToken ("006"): deadlines are absolute.

use core::ffi::c_char;

use heapless::Vec;
use tokenmint::agora::{AccessToken, Account, ExpireAt, RtcTokenBuilder, RtmTokenBuilder};
use tokenmint::{Error, Field};

use crate::agora::access_token2::{TOKENMINT_AGORA_PRIVILEGES_MAX, tokenmint_agora_privilege};
use crate::agora::inputs::{Issued, agora_role, tokenmint_agora_issuer};
use crate::frame::{Guard, text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE, written};

/// A 006 token for a numeric uid in a channel (official name: RtcTokenBuilder,
/// buildTokenWithUid). Every role but a subscriber may publish.
///
/// @param issuer  Who issues it.
/// @param channel,channel_len  The channel: 1 to 64 bytes.
/// @param uid  The user; 0: any user.
/// @param role  `TOKENMINT_AGORA_ROLE_...`
/// @param privilege_expires_at  When the privileges end, in Unix seconds; 0:
///        never.
/// @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
///        after the issue time, as official builders have it.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals mint006 names
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_rtc_build_token_with_uid(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    role: u32,
    privilege_expires_at: u32,
    token_expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        text(out, out_cap, out_len, move |guard, out| {
            let channel = guard.text(channel, channel_len)?;
            let (issued, _) = Issued::read(guard, issuer)?;
            let mut builder =
                RtcTokenBuilder::new(&issued.credentials, issued.stamp).limits(issued.limits);
            if token_expires_at != 0 {
                builder = builder.token_expires_at(ExpireAt::unix(token_expires_at));
            }
            written(builder.build_token_with_uid(
                channel,
                uid,
                agora_role(role)?,
                ExpireAt::unix(privilege_expires_at),
                out,
            ))
        })
    }
}

/// The same for a text account (buildTokenWithAccount,
/// buildTokenWithUserAccount).
///
/// @param issuer  Who issues it.
/// @param channel,channel_len  The channel: 1 to 64 bytes.
/// @param account,account_len  The user: 1 to 255 bytes.
/// @param role  `TOKENMINT_AGORA_ROLE_...`
/// @param privilege_expires_at  When the privileges end, in Unix seconds; 0:
///        never.
/// @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
///        after the issue time, as official builders have it.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals mint006 names
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_rtc_build_token_with_account(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    account: *const c_char,
    account_len: usize,
    role: u32,
    privilege_expires_at: u32,
    token_expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        text(out, out_cap, out_len, move |guard, out| {
            let channel = guard.text(channel, channel_len)?;
            let account = guard.text(account, account_len)?;
            let (issued, _) = Issued::read(guard, issuer)?;
            let mut builder =
                RtcTokenBuilder::new(&issued.credentials, issued.stamp).limits(issued.limits);
            if token_expires_at != 0 {
                builder = builder.token_expires_at(ExpireAt::unix(token_expires_at));
            }
            written(builder.build_token_with_account(
                channel,
                account,
                agora_role(role)?,
                ExpireAt::unix(privilege_expires_at),
                out,
            ))
        })
    }
}

/// A 006 token for signaling (official name: RtmTokenBuilder, buildToken).
///
/// @param issuer  Who issues it.
/// @param account,account_len  The user: 1 to 255 bytes.
/// @param privilege_expires_at  When the privileges end, in Unix seconds; 0:
///        never.
/// @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
///        after the issue time, as official builders have it.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals mint006 names
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_rtm_build_token(
    issuer: *const tokenmint_agora_issuer,
    account: *const c_char,
    account_len: usize,
    privilege_expires_at: u32,
    token_expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        text(out, out_cap, out_len, move |guard, out| {
            let account = guard.text(account, account_len)?;
            let (issued, _) = Issued::read(guard, issuer)?;
            let mut builder =
                RtmTokenBuilder::new(&issued.credentials, issued.stamp).limits(issued.limits);
            if token_expires_at != 0 {
                builder = builder.token_expires_at(ExpireAt::unix(token_expires_at));
            }
            written(builder.build_token(account, ExpireAt::unix(privilege_expires_at), out))
        })
    }
}

/// A 006 token composed privilege by privilege (official name: AccessToken),
/// for a numeric uid.
///
/// @param issuer  Who issues it.
/// @param channel,channel_len  The channel: 1 to 64 bytes.
/// @param uid  The user; 0: any user.
/// @param privileges,privileges_count  The privileges with their deadlines, in
///        any order, at most `TOKENMINT_AGORA_PRIVILEGES_MAX`; the last of a
///        number counts. Numbers: 1 join, 2 publish audio, 3 publish video, 4
///        publish data, 1000 RTM login.
/// @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
///        after the issue time, as official builders have it.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals mint006 names too_many
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_access_token_build_with_uid(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    privileges: *const tokenmint_agora_privilege,
    privileges_count: usize,
    token_expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        text(out, out_cap, out_len, move |guard, out| {
            let channel = guard.text(channel, channel_len)?;
            let (issued, _) = Issued::read(guard, issuer)?;
            let privileges = read_privileges(guard, privileges, privileges_count)?;
            let mut token = AccessToken::new(
                &issued.credentials,
                issued.stamp,
                channel,
                Account::Uid(uid),
            )?
            .limits(issued.limits);
            if token_expires_at != 0 {
                token = token.token_expires_at(ExpireAt::unix(token_expires_at));
            }
            written(token.build(&privileges, out))
        })
    }
}

/// The same for a text account.
///
/// @param issuer  Who issues it.
/// @param channel,channel_len  The channel: 1 to 64 bytes.
/// @param account,account_len  The user: 1 to 255 bytes.
/// @param privileges,privileges_count  The privileges with their deadlines, in
///        any order, at most `TOKENMINT_AGORA_PRIVILEGES_MAX`; the last of a
///        number counts. Numbers: 1 join, 2 publish audio, 3 publish video, 4
///        publish data, 1000 RTM login.
/// @param token_expires_at  When the token ends, in Unix seconds; 0: 24 hours
///        after the issue time, as official builders have it.
/// @param out,out_cap,out_len  The token; see "Outputs".
/// @retvals mint006 names too_many
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_access_token_build_with_account(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    account: *const c_char,
    account_len: usize,
    privileges: *const tokenmint_agora_privilege,
    privileges_count: usize,
    token_expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        text(out, out_cap, out_len, move |guard, out| {
            let channel = guard.text(channel, channel_len)?;
            let account = guard.text(account, account_len)?;
            let (issued, _) = Issued::read(guard, issuer)?;
            let privileges = read_privileges(guard, privileges, privileges_count)?;
            let mut token = AccessToken::new(
                &issued.credentials,
                issued.stamp,
                channel,
                Account::Name(account),
            )?
            .limits(issued.limits);
            if token_expires_at != 0 {
                token = token.token_expires_at(ExpireAt::unix(token_expires_at));
            }
            written(token.build(&privileges, out))
        })
    }
}

unsafe fn read_privileges(
    guard: &Guard,
    privileges: *const tokenmint_agora_privilege,
    count: usize,
) -> Result<Vec<(u16, ExpireAt), TOKENMINT_AGORA_PRIVILEGES_MAX>, Failure> {
    let mut list = Vec::new();
    // SAFETY: the pointer rules of the crate.
    for privilege in unsafe { guard.list(privileges, count)? } {
        if privilege.reserved != 0 {
            return Err(Failure::call(TOKENMINT_ERR_UNKNOWN_VALUE));
        }
        list.push((privilege.privilege, ExpireAt::unix(privilege.expire)))
            .map_err(|_| Error::TooMany {
                field: Field::Privileges,
                max: TOKENMINT_AGORA_PRIVILEGES_MAX,
            })?;
    }
    Ok(list)
}
