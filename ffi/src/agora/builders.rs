//! The builders of the other products.

use core::ffi::c_char;

use tokenmint::agora::{
    ChatTokenBuilder2, ConvoAiTokenBuilder, EducationTokenBuilder2, ExpireIn, FpaTokenBuilder,
    SttTokenBuilder,
};

use super::inputs::{
    agora_role, rtc_lifetimes, tokenmint_agora_issuer, tokenmint_agora_rtc_lifetimes,
};
use crate::frame::{Call, text};
use crate::status::written;

/// A token for a chat user (official name: ChatTokenBuilder2,
/// build_user_token).
///
/// @param user_id,user_id_len  The user's UUID.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_chat_build_user_token(
    issuer: *const tokenmint_agora_issuer,
    user_id: *const c_char,
    user_id_len: usize,
    expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (text(user_id, user_id_len), expire),
            |(user_id, expire), _, builder: &mut ChatTokenBuilder2<_, _>, out| {
                written(builder.build_user_token(user_id, ExpireIn::seconds(expire), out))
            },
        )
    }
}

/// A chat token for the application itself (ChatTokenBuilder2,
/// build_app_token).
/// @retvals mint lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_chat_build_app_token(
    issuer: *const tokenmint_agora_issuer,
    expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (expire,),
            |(expire,), _, builder: &mut ChatTokenBuilder2<_, _>, out| {
                written(builder.build_app_token(ExpireIn::seconds(expire), out))
            },
        )
    }
}

/// A token for a user in a room of the flexible classroom, including signaling
/// and chat (official names: EducationTokenBuilder2 and ApaasTokenBuilder,
/// build_room_user_token).
///
/// @param room_uuid,room_uuid_len  The room.
/// @param user_uuid,user_uuid_len  The user: 1 to 255 bytes.
/// @param role  A role of the product.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_education_build_room_user_token(
    issuer: *const tokenmint_agora_issuer,
    room_uuid: *const c_char,
    room_uuid_len: usize,
    user_uuid: *const c_char,
    user_uuid_len: usize,
    role: i16,
    expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (
                text(room_uuid, room_uuid_len),
                text(user_uuid, user_uuid_len),
                role,
                expire,
            ),
            |(room_uuid, user_uuid, role, expire),
             _,
             builder: &mut EducationTokenBuilder2<_, _>,
             out| {
                written(builder.build_room_user_token(
                    room_uuid,
                    user_uuid,
                    role,
                    ExpireIn::seconds(expire),
                    out,
                ))
            },
        )
    }
}

/// A token for a user of the flexible classroom without a room
/// (build_user_token).
///
/// @param user_uuid,user_uuid_len  The user.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_education_build_user_token(
    issuer: *const tokenmint_agora_issuer,
    user_uuid: *const c_char,
    user_uuid_len: usize,
    expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (text(user_uuid, user_uuid_len), expire),
            |(user_uuid, expire), _, builder: &mut EducationTokenBuilder2<_, _>, out| {
                written(builder.build_user_token(user_uuid, ExpireIn::seconds(expire), out))
            },
        )
    }
}

/// A token for the flexible classroom for the application itself
/// (build_app_token).
/// @retvals mint lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_education_build_app_token(
    issuer: *const tokenmint_agora_issuer,
    expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (expire,),
            |(expire,), _, builder: &mut EducationTokenBuilder2<_, _>, out| {
                written(builder.build_app_token(ExpireIn::seconds(expire), out))
            },
        )
    }
}

/// A token for fusion player acceleration, of 24 hours (official name:
/// FpaTokenBuilder, build_token).
/// @retvals mint
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_fpa_build_token(
    issuer: *const tokenmint_agora_issuer,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (),
            |(), _, builder: &mut FpaTokenBuilder<_, _>, out| written(builder.build_token(out)),
        )
    }
}

/// A token for conversational AI: RTC and RTM as @ref
/// tokenmint_agora_rtc_build_token_with_rtm2, and the service itself (official
/// name: ConvoAITokenBuilder, buildToken).
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_convoai_build_token(
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
             builder: &mut ConvoAiTokenBuilder<_, _>,
             out| {
                let lifetimes = rtc_lifetimes(guard, lifetimes)?;
                written(builder.build_token(
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

/// A token for speech to text: RTC and RTM as @ref
/// tokenmint_agora_rtc_build_token_with_rtm2, and the service itself (official
/// name: SttTokenBuilder, buildToken).
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_stt_build_token(
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
             builder: &mut SttTokenBuilder<_, _>,
             out| {
                let lifetimes = rtc_lifetimes(guard, lifetimes)?;
                written(builder.build_token(
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
