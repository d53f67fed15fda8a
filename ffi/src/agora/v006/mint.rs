//! Minting AccessToken ("006"): deadlines are absolute.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use heapless::Vec;
use tokenmint::agora::{AccessToken, Account, ExpireAt, RtcTokenBuilder, RtmTokenBuilder};
use tokenmint::{Error, Field};

use crate::agora::access_token2::{TOKENMINT_AGORA_PRIVILEGES_MAX, tokenmint_agora_privilege};
use crate::agora::inputs::{Issued, agora_role, tokenmint_agora_issuer};
use crate::agora::token::given;
use crate::frame::{Buffer, Call, Guard, text};
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
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(channel, channel_len),
                uid,
                role,
                privilege_expires_at,
                token_expires_at,
            ),
            |(issuer, channel, uid, role, privilege_expires_at, token_expires_at), guard, out| {
                let asked = Asked {
                    guard,
                    issuer,
                    channel,
                    account: Account::Uid(uid),
                    token_expires_at,
                };
                asked.rtc(role, privilege_expires_at, out)
            },
        )
    }
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
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(channel, channel_len),
                text(account, account_len),
                role,
                privilege_expires_at,
                token_expires_at,
            ),
            |(issuer, channel, account, role, privilege_expires_at, token_expires_at),
             guard,
             out| {
                let asked = Asked {
                    guard,
                    issuer,
                    channel,
                    account: Account::Name(account),
                    token_expires_at,
                };
                asked.rtc(role, privilege_expires_at, out)
            },
        )
    }
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
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(account, account_len),
                privilege_expires_at,
                token_expires_at,
            ),
            |(issuer, account, privilege_expires_at, token_expires_at), guard, out| {
                let asked = Asked {
                    guard,
                    issuer,
                    // Where the account goes in such a token.
                    channel: account,
                    account: Account::ANY,
                    token_expires_at,
                };
                asked.rtm(privilege_expires_at, out)
            },
        )
    }
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
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(channel, channel_len),
                uid,
                privileges,
                privileges_count,
                token_expires_at,
            ),
            |(issuer, channel, uid, privileges, privileges_count, token_expires_at), guard, out| {
                let asked = Asked {
                    guard,
                    issuer,
                    channel,
                    account: Account::Uid(uid),
                    token_expires_at,
                };
                asked.access_token(privileges, privileges_count, out)
            },
        )
    }
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
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (
                issuer,
                text(channel, channel_len),
                text(account, account_len),
                privileges,
                privileges_count,
                token_expires_at,
            ),
            |(issuer, channel, account, privileges, privileges_count, token_expires_at),
             guard,
             out| {
                let asked = Asked {
                    guard,
                    issuer,
                    channel,
                    account: Account::Name(account),
                    token_expires_at,
                };
                asked.access_token(privileges, privileges_count, out)
            },
        )
    }
}

/// What every function here is given. The two of a pair are one, but for the
/// user.
struct Asked<'a> {
    guard: &'a Guard,
    issuer: *const tokenmint_agora_issuer,
    channel: &'a str,
    account: Account<'a>,
    token_expires_at: u32,
}

impl Asked<'_> {
    fn ends(&self) -> Option<ExpireAt> {
        given(self.token_expires_at).map(ExpireAt::unix)
    }

    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    unsafe fn rtc(
        &self,
        role: u32,
        privilege_expires_at: u32,
        out: &mut Buffer,
    ) -> Result<usize, Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let issued = unsafe { Issued::read(self.guard, self.issuer, &mut place)? };
        let (app_id, hmac) = (&issued.app_id(), &mut issued.hmac()?);
        let mut builder = RtcTokenBuilder::with_key(app_id, issued.key006()?, issued.stamp())
            .limits(issued.limits());
        if let Some(ends) = self.ends() {
            builder = builder.token_expires_at(ends);
        }
        let (channel, role) = (self.channel, agora_role(role)?);
        let expire = ExpireAt::unix(privilege_expires_at);
        written(builder.build_with(hmac, channel, self.account, role, expire, out))
    }

    /// # Safety
    ///
    /// The pointer rules of the crate.
    unsafe fn rtm(&self, privilege_expires_at: u32, out: &mut Buffer) -> Result<usize, Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let issued = unsafe { Issued::read(self.guard, self.issuer, &mut place)? };
        let (app_id, hmac) = (&issued.app_id(), &mut issued.hmac()?);
        let mut builder = RtmTokenBuilder::with_key(app_id, issued.key006()?, issued.stamp())
            .limits(issued.limits());
        if let Some(ends) = self.ends() {
            builder = builder.token_expires_at(ends);
        }
        let expire = ExpireAt::unix(privilege_expires_at);
        written(builder.build_with(hmac, self.channel, expire, out))
    }

    /// # Safety
    ///
    /// The pointer rules of the crate.
    #[inline(never)]
    unsafe fn access_token(
        &self,
        privileges: *const tokenmint_agora_privilege,
        privileges_count: usize,
        out: &mut Buffer,
    ) -> Result<usize, Failure> {
        let mut place = MaybeUninit::uninit();
        // SAFETY: the same promise.
        let (issued, privileges) = unsafe {
            (
                Issued::read(self.guard, self.issuer, &mut place)?,
                read_privileges(self.guard, privileges, privileges_count)?,
            )
        };
        let (app_id, hmac) = (&issued.app_id(), &mut issued.hmac()?);
        let (key, stamp) = (issued.key006()?, issued.stamp());
        let mut token = AccessToken::with_key(app_id, key, stamp, self.channel, self.account)?
            .limits(issued.limits());
        if let Some(ends) = self.ends() {
            token = token.token_expires_at(ends);
        }
        written(token.build_with(hmac, &privileges, out))
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
