//! Minting AccessToken ("006"): deadlines are absolute.

use core::ffi::c_char;

use heapless::Vec;
use tokenmint::agora::{AccessToken, Account, AppId, ExpireAt, RtcTokenBuilder, RtmTokenBuilder};
use tokenmint::{Error, Field};

use crate::agora::access_token2::{TOKENMINT_AGORA_PRIVILEGES_MAX, tokenmint_agora_privilege};
use crate::agora::inputs::{Issued, agora_role, tokenmint_agora_issuer};
use crate::agora::token::given;
use crate::frame::{Body, Buffer, Call, Guard, Text, tokenmint_text};
use crate::status::{Failure, TOKENMINT_ERR_UNKNOWN_VALUE, written};

/// A 006 token for a numeric uid in a channel (official name: RtcTokenBuilder,
/// buildTokenWithUid). Every role but a subscriber may publish.
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
    let given = Given {
        issuer,
        channel: tokenmint_text::new(channel, channel_len),
        account: Holder::Uid(uid),
        token_expires_at,
        call: Call::text(out, out_cap, out_len),
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { given.rtc(role, privilege_expires_at) }
}

/// A 006 token for a text account in a channel (buildTokenWithAccount,
/// buildTokenWithUserAccount).
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
    let given = Given {
        issuer,
        channel: tokenmint_text::new(channel, channel_len),
        account: Holder::Name(tokenmint_text::new(account, account_len)),
        token_expires_at,
        call: Call::text(out, out_cap, out_len),
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { given.rtc(role, privilege_expires_at) }
}

/// A 006 token for signaling (official name: RtmTokenBuilder, buildToken).
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
    let given = Given {
        issuer,
        // Where it goes in such a token.
        channel: tokenmint_text::new(account, account_len),
        account: Holder::Uid(0),
        token_expires_at,
        call: Call::text(out, out_cap, out_len),
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { given.rtm(privilege_expires_at) }
}

/// A 006 token composed privilege by privilege (official name: AccessToken),
/// for a numeric uid.
///
/// @param privileges,privileges_count  The privileges with their deadlines, in
///        any order, at most `TOKENMINT_AGORA_PRIVILEGES_MAX`; the last of a
///        number counts. Numbers: 1 join, 2 publish audio, 3 publish video, 4
///        publish data, 1000 RTM login.
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
    let given = Given {
        issuer,
        channel: tokenmint_text::new(channel, channel_len),
        account: Holder::Uid(uid),
        token_expires_at,
        call: Call::text(out, out_cap, out_len),
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { given.access_token(privileges, privileges_count) }
}

/// A 006 token composed privilege by privilege, for a text account.
///
/// @param privileges,privileges_count  As for
///        @ref tokenmint_agora_v006_access_token_build_with_uid.
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
    let given = Given {
        issuer,
        channel: tokenmint_text::new(channel, channel_len),
        account: Holder::Name(tokenmint_text::new(account, account_len)),
        token_expires_at,
        call: Call::text(out, out_cap, out_len),
    };
    // SAFETY: the pointer rules of the crate.
    unsafe { given.access_token(privileges, privileges_count) }
}

/// What every function here is given. The two of a pair are one, but for the
/// user.
struct Given {
    issuer: *const tokenmint_agora_issuer,
    channel: tokenmint_text,
    account: Holder,
    token_expires_at: u32,
    call: Call<Text>,
}

enum Holder {
    Uid(u32),
    Name(tokenmint_text),
}

/// What was given, read, and the buffer.
struct Asked<'a> {
    issued: &'a Issued<'a>,
    app_id: &'a AppId,
    channel: &'a str,
    account: Account<'a>,
    token_expires_at: Option<ExpireAt>,
    out: &'a mut Buffer,
}

impl Given {
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    unsafe fn rtc(self, role: u32, privilege_expires_at: u32) -> i32 {
        let mut body = |_: &Guard, asked: &mut Asked<'_>| {
            let (issued, out) = (asked.issued, &mut *asked.out);
            let mut builder =
                RtcTokenBuilder::with_key(asked.app_id, issued.key006()?, issued.stamp)
                    .limits(issued.limits);
            if let Some(ends) = asked.token_expires_at {
                builder = builder.token_expires_at(ends);
            }
            let (channel, role) = (asked.channel, agora_role(role)?);
            let expire = ExpireAt::unix(privilege_expires_at);
            let hmac = &mut issued.hmac()?;
            written(builder.build_with(hmac, channel, asked.account, role, expire, out))
        };
        // SAFETY: the same promise.
        unsafe { self.mint(&mut body) }
    }

    /// # Safety
    ///
    /// The pointer rules of the crate.
    unsafe fn rtm(self, privilege_expires_at: u32) -> i32 {
        let mut body = |_: &Guard, asked: &mut Asked<'_>| {
            let (issued, out) = (asked.issued, &mut *asked.out);
            let mut builder =
                RtmTokenBuilder::with_key(asked.app_id, issued.key006()?, issued.stamp)
                    .limits(issued.limits);
            if let Some(ends) = asked.token_expires_at {
                builder = builder.token_expires_at(ends);
            }
            let hmac = &mut issued.hmac()?;
            let expire = ExpireAt::unix(privilege_expires_at);
            written(builder.build_with(hmac, asked.channel, expire, out))
        };
        // SAFETY: the same promise.
        unsafe { self.mint(&mut body) }
    }

    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    unsafe fn access_token(
        self,
        privileges: *const tokenmint_agora_privilege,
        privileges_count: usize,
    ) -> i32 {
        let mut body = |guard: &Guard, asked: &mut Asked<'_>| {
            let (issued, out) = (asked.issued, &mut *asked.out);
            // SAFETY: the same promise.
            let privileges = unsafe { read_privileges(guard, privileges, privileges_count)? };
            let (channel, account) = (asked.channel, asked.account);
            let (app_id, key, stamp) = (asked.app_id, issued.key006()?, issued.stamp);
            let mut token =
                AccessToken::with_key(app_id, key, stamp, channel, account)?.limits(issued.limits);
            if let Some(ends) = asked.token_expires_at {
                token = token.token_expires_at(ends);
            }
            written(token.build_with(&mut issued.hmac()?, &privileges, out))
        };
        // SAFETY: the same promise.
        unsafe { self.mint(&mut body) }
    }

    /// One for all functions: a device pays for it once.
    ///
    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    unsafe fn mint(&self, body: &mut dyn for<'a> Body<Asked<'a>, usize>) -> i32 {
        // SAFETY: the same promise.
        unsafe {
            self.call.run(|guard, out| {
                let channel = guard.text(self.channel.data, self.channel.len)?;
                let account = match self.account {
                    Holder::Uid(uid) => Account::Uid(uid),
                    Holder::Name(name) => Account::Name(guard.text(name.data, name.len)?),
                };
                let issued = &Issued::read(guard, self.issuer)?;
                let mut asked = Asked {
                    issued,
                    app_id: &issued.app_id(),
                    channel,
                    account,
                    token_expires_at: given(self.token_expires_at).map(ExpireAt::unix),
                    out,
                };
                body.run(guard, &mut asked)
            })
        }
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
