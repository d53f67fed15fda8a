//! Dynamic keys 001 to 005 and signaling tokens, for systems that still need
//! them.

// The functions say so themselves.
#![allow(deprecated)]

use core::ffi::c_char;
use core::mem::MaybeUninit;

use tokenmint::Error;
use tokenmint::agora::ExpireAt;
use tokenmint::agora::legacy::{
    KeyInputs, generate, generate_in_channel_permission_key, generate_media_channel_key,
    generate_media_channel_key5, generate_public_sharing_key, generate_public_sharing_key5,
    generate_recording_key, generate_recording_key5, generate_signaling_token, generate2,
    generate3,
};

use super::inputs::{Issued, tokenmint_agora_issuer};
use crate::frame::{Buffer, Call, Guard, text};
use crate::status::{Failure, written};

/// A 001 key (official name: DynamicKey.generate). Obsolete, like all of this
/// chapter. The salt is the random number.
///
/// @param channel,channel_len  The channel.
/// @retvals issuer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len)),
            |(issuer, channel), guard, out| {
                let mut place = MaybeUninit::uninit();
                let issued = Issued::read(guard, issuer, &mut place)?;
                written(generate(
                    &issued.credentials()?,
                    issued.stamp(),
                    channel,
                    out,
                ))
            },
        )
    }
}

/// A 002 key (DynamicKey2.generate).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate2(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| key(guard, given, out, |inputs, out| generate2(inputs, out)),
        )
    }
}

/// A 003 key (DynamicKey3.generate).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate3(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| key(guard, given, out, |inputs, out| generate3(inputs, out)),
        )
    }
}

/// A 004 key for public sharing (DynamicKey4.generatePublicSharingKey).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_public_sharing_key(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| {
                key(guard, given, out, |inputs, out| {
                    generate_public_sharing_key(inputs, out)
                })
            },
        )
    }
}

/// A 004 key for recording (DynamicKey4.generateRecordingKey).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_recording_key(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| {
                key(guard, given, out, |inputs, out| {
                    generate_recording_key(inputs, out)
                })
            },
        )
    }
}

/// A 004 key for a media channel (DynamicKey4.generateMediaChannelKey).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_media_channel_key(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| {
                key(guard, given, out, |inputs, out| {
                    generate_media_channel_key(inputs, out)
                })
            },
        )
    }
}

/// A 005 key for public sharing (DynamicKey5.generatePublicSharingKey).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer string_too_long
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_public_sharing_key5(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| {
                key(guard, given, out, |inputs, out| {
                    generate_public_sharing_key5(inputs, out)
                })
            },
        )
    }
}

/// A 005 key for recording (DynamicKey5.generateRecordingKey).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer string_too_long
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_recording_key5(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| {
                key(guard, given, out, |inputs, out| {
                    generate_recording_key5(inputs, out)
                })
            },
        )
    }
}

/// A 005 key for a media channel (DynamicKey5.generateMediaChannelKey).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @retvals issuer string_too_long
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_media_channel_key5(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(channel, channel_len), uid, expires_at),
            |given, guard, out| {
                key(guard, given, out, |inputs, out| {
                    generate_media_channel_key5(inputs, out)
                })
            },
        )
    }
}

/// A 005 key for a permission in a channel
/// (DynamicKey5.generateInChannelPermissionKey).
///
/// @param channel,channel_len  The channel.
/// @param expires_at  When the key ends, in Unix seconds.
/// @param permission,permission_len  "0": no upload, "3": audio and video.
/// @retvals issuer string_too_long
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_in_channel_permission_key(
    issuer: *const tokenmint_agora_issuer,
    channel: *const c_char,
    channel_len: usize,
    uid: u32,
    expires_at: u32,
    permission: *const c_char,
    permission_len: usize,
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
                expires_at,
                text(permission, permission_len),
            ),
            |(issuer, channel, uid, expires_at, permission), guard, out| {
                let mut place = MaybeUninit::uninit();
                let issued = Issued::read(guard, issuer, &mut place)?;
                let inputs = KeyInputs {
                    credentials: &issued.credentials()?,
                    stamp: issued.stamp(),
                    channel,
                    uid,
                    expires_at: ExpireAt::unix(expires_at),
                };
                written(generate_in_channel_permission_key(&inputs, permission, out))
            },
        )
    }
}

/// A signaling token (SignalingToken.generateSignalingToken).
///
/// @param account,account_len  The user.
/// @param expires_at  When the token ends, in Unix seconds.
/// @retvals issuer
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_legacy_generate_signaling_token(
    issuer: *const tokenmint_agora_issuer,
    account: *const c_char,
    account_len: usize,
    expires_at: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).with(
            (issuer, text(account, account_len), expires_at),
            |(issuer, account, expires_at), guard, out| {
                let mut place = MaybeUninit::uninit();
                let issued = Issued::read(guard, issuer, &mut place)?;
                written(generate_signaling_token(
                    &issued.credentials()?,
                    account,
                    ExpireAt::unix(expires_at),
                    out,
                ))
            },
        )
    }
}

/// What all keys from 002 on are made of: issuer, channel, uid, and end.
type Given<'a> = (*const tokenmint_agora_issuer, &'a str, u32, u32);

/// Runs `generate`, a pointer so that a device links this once.
///
/// # Safety
///
/// The pointer rules of the crate.
#[inline(never)]
unsafe fn key(
    guard: &Guard,
    (issuer, channel, uid, expires_at): Given<'_>,
    out: &mut Buffer,
    generate: fn(&KeyInputs<'_>, &mut Buffer) -> Result<usize, Error>,
) -> Result<usize, Failure> {
    let mut place = MaybeUninit::uninit();
    // SAFETY: the same promise.
    let issued = unsafe { Issued::read(guard, issuer, &mut place)? };
    let inputs = KeyInputs {
        credentials: &issued.credentials()?,
        stamp: issued.stamp(),
        channel,
        uid,
        expires_at: ExpireAt::unix(expires_at),
    };
    written(generate(&inputs, out))
}
