//! Reading and checking AccessToken ("006").

use core::ffi::c_char;
use core::mem::{MaybeUninit, offset_of, size_of};

use tokenmint::agora::v006::ParsedToken;
use tokenmint::agora::{Account, AppCertificate};

use crate::agora::access_token2::tokenmint_agora_privilege;
use crate::agora::token::{
    NOT_FOUND, Pick, answer, given, pointer, tokenmint_agora_expected, tokenmint_agora_report,
    tokenmint_agora_warning,
};
use crate::frame::{Call, Guard, Kinds, Params, Plain, known_bytes, known_text, text};
use crate::status::{Failure, lend};

/// A 006 token that has been read; it points into token and workspace. Nothing
/// in it is verified.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_v006_token {
    /// `sizeof(tokenmint_agora_v006_token)`.
    pub struct_size: usize,
    /// The decoded content.
    pub content: *const u8,
    /// Bytes of the content.
    pub content_len: usize,
    /// The app id, of any form; it points into the token.
    pub app_id: *const c_char,
    /// Bytes of the app id.
    pub app_id_len: usize,
    /// For @ref tokenmint_agora_v006_token_privilege.
    pub privileges_count: usize,
    /// End of the token in Unix seconds.
    pub expires_at: u32,
    /// The salt.
    pub salt: u32,
    /// CRC-32 of the channel.
    pub channel_crc: u32,
    /// CRC-32 of the account; 0 for the empty one.
    pub account_crc: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_v006_token {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_v006_token {
    const FIRST_SIZE: usize = size_of::<Self>();
    const KINDS: Kinds = Kinds::NONE
        .and(Kinds::TEXT, offset_of!(Self, app_id))
        .and(Kinds::BYTES, offset_of!(Self, content));
}

/// Reads a 006 token.
///
/// @param token,token_len  The token.
/// @param workspace,workspace_cap  Memory; `token_len` bytes are enough.
/// @param info  Receives what is in the token.
/// @retvals read_call unsupported_version bad_base64 too_large_text truncated trailing_data
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_parse(
    token: *const c_char,
    token_len: usize,
    workspace: *mut u8,
    workspace_cap: usize,
    info: *mut tokenmint_agora_v006_token,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::read(workspace, workspace_cap, info).with(
            (text(token, token_len),),
            |(token,), _, workspace, info| {
                let parsed = ParsedToken::parse(token, workspace.bytes())?;
                let content = parsed.content();
                (info.content, info.content_len) = (content.as_ptr(), content.len());
                (info.app_id, info.app_id_len) = pointer(Some(parsed.app_id()));
                info.privileges_count = parsed.privileges().count();
                info.expires_at = parsed.expires_at().as_unix();
                info.salt = parsed.salt();
                info.channel_crc = parsed.channel_crc();
                info.account_crc = parsed.account_crc();
                Ok(())
            },
        )
    }
}

unsafe fn parsed(
    guard: &Guard,
    token: *const tokenmint_agora_v006_token,
) -> Result<ParsedToken<'_>, Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: the pointer rules of the crate.
    let (app_id, content) = unsafe {
        let token = guard.read(token, &mut place)?;
        (
            known_text(token.app_id, token.app_id_len),
            known_bytes(token.content, token.content_len),
        )
    };
    Ok(ParsedToken::from_content(app_id, content)?)
}

/// The privilege at `index` of a 006 token.
///
/// @param privilege  Receives number and deadline.
/// @retvals item
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_token_privilege(
    token: *const tokenmint_agora_v006_token,
    index: usize,
    privilege: *mut tokenmint_agora_privilege,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::item(privilege).with((token, index), |(token, index), guard, privilege| {
            let token = parsed(guard, token)?;
            let (number, deadline) = token.privileges().nth(index).ok_or(NOT_FOUND)?;
            privilege.privilege = number;
            privilege.expire = deadline.as_unix();
            Ok(())
        })
    }
}

/// Checks the signature of a 006 token, in constant time. Channel and account
/// are signed too, so they must be known; for a token of the RTM builder the
/// channel is the user and the account is empty.
///
/// @param certificate,certificate_len  The certificate.
/// @param channel,channel_len  The channel.
/// @param account,account_len  The user; empty: any user (uid 0).
/// @retvals judge invalid_utf8 bad_app_id bad_certificate bad_signature channel_mismatch user_mismatch
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_verify(
    token: *const tokenmint_agora_v006_token,
    certificate: *const c_char,
    certificate_len: usize,
    channel: *const c_char,
    channel_len: usize,
    account: *const c_char,
    account_len: usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::judge().with(
            (
                token,
                text(certificate, certificate_len),
                text(channel, channel_len),
                text(account, account_len),
            ),
            |(token, certificate, channel, account), guard| {
                let token = parsed(guard, token)?;
                let certificate = &AppCertificate::new(certificate);
                Ok(token.verify(lend(certificate)?, channel, Account::Name(account))?)
            },
        )
    }
}

/// Answers every question that is asked about a 006 token.
///
/// @param expected  The questions.
/// @param report    Receives the answers, whether they are good or bad.
/// @retvals check007 undecided
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_check(
    token: *const tokenmint_agora_v006_token,
    expected: *const tokenmint_agora_expected,
    report: *mut tokenmint_agora_report,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        answer(report, token.cast(), expected, |guard, token, questions| {
            let token = parsed(guard, token.cast())?;
            Ok(token.check_with(&questions.expected(), &mut questions.hmac()))
        })
    }
}

/// The warning at `index` about a 006 token.
///
/// @param now      Unix seconds; 0: leave out what depends on the time.
/// @param warning  Receives it.
/// @retvals item
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_v006_token_warning(
    token: *const tokenmint_agora_v006_token,
    now: u32,
    index: usize,
    warning: *mut tokenmint_agora_warning,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::fill(warning).with(
            (token, now, index),
            |(token, now, index), guard, _, warning| {
                let token = parsed(guard, token)?;
                let mut picked = Pick::new(index);
                token.warnings(given(now), |found| picked.offer(found));
                picked.describe(warning)
            },
        )
    }
}
