//! Signaling.

use core::ffi::c_char;

use heapless::Vec;
use tokenmint::agora::{ExpireIn, RtmTokenBuilder2};

use super::access_token2::{Resources, tokenmint_agora_permission};
use super::inputs::tokenmint_agora_issuer;
use crate::frame::{Call, text};
use crate::status::written;

/// A token with which a user may log in to signaling (official name:
/// RtmTokenBuilder2, build_token).
///
/// @param user_id,user_id_len  The user: 1 to 64 bytes.
/// @retvals mint names lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtm_build_token(
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
            |(user_id, expire), _, builder: &mut RtmTokenBuilder2<_, _>, out| {
                written(builder.build_token(user_id, ExpireIn::seconds(expire), out))
            },
        )
    }
}

/// A token with which a numeric user id may log in to signaling.
/// @retvals mint lifetimes
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtm_build_token_with_uid(
    issuer: *const tokenmint_agora_issuer,
    uid: u32,
    expire: u32,
    out: *mut c_char,
    out_cap: usize,
    out_len: *mut usize,
) -> i32 {
    // SAFETY: the pointer rules of the crate.
    unsafe {
        Call::text(out, out_cap, out_len).mint(
            issuer,
            (uid, expire),
            |(uid, expire), _, builder: &mut RtmTokenBuilder2<_, _>, out| {
                written(builder.build_token(uid, ExpireIn::seconds(expire), out))
            },
        )
    }
}

/// A signaling token with permissions per resource: service RTM2
/// (build_token_with_permissions).
///
/// @param user_id,user_id_len  The user: 1 to 64 bytes.
/// @param permissions,permissions_count  What may be done; at most
///        `TOKENMINT_AGORA_PERMISSIONS_MAX`, with at most
///        `TOKENMINT_AGORA_RESOURCES_MAX` resources in all. NULL only with 0.
/// @retvals mint names lifetimes list
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tokenmint_agora_rtm_build_token_with_permissions(
    issuer: *const tokenmint_agora_issuer,
    user_id: *const c_char,
    user_id_len: usize,
    permissions: *const tokenmint_agora_permission,
    permissions_count: usize,
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
                text(user_id, user_id_len),
                permissions,
                permissions_count,
                expire,
            ),
            |(user_id, permissions, permissions_count, expire),
             guard,
             builder: &mut RtmTokenBuilder2<_, _>,
             out| {
                let mut resources = Resources::default();
                resources.add(guard, permissions, permissions_count)?;
                let mut list = Vec::new();
                resources.add_permissions(guard, permissions, permissions_count, &mut list)?;
                written(builder.build_token_with_permissions(
                    user_id,
                    &list,
                    ExpireIn::seconds(expire),
                    out,
                ))
            },
        )
    }
}
