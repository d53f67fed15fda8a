//! What a device needs to know of a token every day, without a certificate.

use core::ffi::c_char;
use core::mem::{MaybeUninit, size_of};

use tokenmint::agora::v007::{Peek, peek};

use super::parse::pointer;
use crate::frame::{Call, Guard, Params, Plain, text};
use crate::status::Failure;

/// App id, channel, user and end of a token; they point into the workspace.
/// Nothing in it is verified.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct tokenmint_agora_peeked {
    /// `sizeof(tokenmint_agora_peeked)`.
    pub struct_size: usize,
    /// The app id.
    pub app_id: *const c_char,
    /// Bytes of the app id.
    pub app_id_len: usize,
    /// The channel of the first service that has one, or NULL.
    pub channel: *const c_char,
    /// Bytes of the channel.
    pub channel_len: usize,
    /// The user of the first service that has one, or NULL; empty: any user.
    pub account: *const c_char,
    /// Bytes of the user.
    pub account_len: usize,
    /// When the token, or the right to join, ends, in Unix seconds.
    pub expires_at: u64,
    /// Issue time in Unix seconds.
    pub issued_at: u32,
    /// 0.
    pub reserved: u32,
}

// SAFETY: integers and pointers.
unsafe impl Plain for tokenmint_agora_peeked {}
// SAFETY: `struct_size` comes first.
unsafe impl Params for tokenmint_agora_peeked {
    const FIRST_SIZE: usize = size_of::<Self>();
}

/// Reads the few facts of an AccessToken2 that a device needs.
///
/// @param token,token_len  The token.
/// @param workspace,workspace_cap  Receives the decoded token; see
///        @ref tokenmint_agora_workspace_len.
/// @param info  Receives the facts.
/// @retvals read007
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_peek(
    token: *const c_char,
    token_len: usize,
    workspace: *mut u8,
    workspace_cap: usize,
    info: *mut tokenmint_agora_peeked,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::read(workspace, workspace_cap, info).with(
            (text(token, token_len),),
            |(token,), _, workspace, info| {
                let peek = peek(token, workspace.bytes())?;
                (info.app_id, info.app_id_len) = pointer(Some(peek.app_id));
                (info.channel, info.channel_len) = pointer(peek.channel);
                (info.account, info.account_len) = pointer(peek.account);
                info.expires_at = peek.expires_at;
                info.issued_at = peek.issued_at;
                Ok(())
            },
        )
    }
}

/// Whether it is time for a new token: in the last tenth of the lifetime, at
/// the latest 30 seconds before the end.
///
/// @param info    What @ref tokenmint_agora_peek gave.
/// @param now     Unix seconds.
/// @param answer  Receives the answer.
/// @retvals judge
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_should_renew(
    info: *const tokenmint_agora_peeked,
    now: u32,
    answer: *mut bool,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::item(answer.cast::<u8>()).with((info, now), |(info, now), guard, answer| {
            *answer = times(guard, info)?.should_renew(now).into();
            Ok(())
        })
    }
}

/// Whether the token has ended.
///
/// @param info    What @ref tokenmint_agora_peek gave.
/// @param now     Unix seconds.
/// @param answer  Receives the answer.
/// @retvals judge
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_has_expired(
    info: *const tokenmint_agora_peeked,
    now: u32,
    answer: *mut bool,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::item(answer.cast::<u8>()).with((info, now), |(info, now), guard, answer| {
            *answer = times(guard, info)?.has_expired(now).into();
            Ok(())
        })
    }
}

/// The times of `info`; its texts play no part and may be gone.
#[inline(never)] // Two functions need them.
unsafe fn times(
    guard: &Guard,
    info: *const tokenmint_agora_peeked,
) -> Result<Peek<'static>, Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: the pointer rules of the crate.
    let info = unsafe { guard.read(info, &mut place)? };
    Ok(Peek {
        app_id: "",
        channel: None,
        account: None,
        issued_at: info.issued_at,
        expires_at: info.expires_at,
    })
}
