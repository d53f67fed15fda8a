//! Structs and lists, to read and to fill.

use std::ptr::{null, null_mut};

use tokenmint_ffi::agora::*;
use tokenmint_ffi::ath::*;
use tokenmint_ffi::authing::*;
use tokenmint_ffi::device::*;
use tokenmint_ffi::zego::*;
use tokenmint_ffi::*;
use tokenmint_fuzz::{APP_ID, CERTIFICATE, SERVER_SECRET};

use super::arguments::{Argument, usually};
use super::caller::Caller;

fn bytes_of<T: Copy>(values: &[T]) -> &[u8] {
    // SAFETY: `repr(C)` structs of integers and pointers; padding, where there
    // is some, is copied and never looked at.
    unsafe { std::slice::from_raw_parts(values.as_ptr().cast(), size_of_val(values)) }
}

/// `size`: mostly the true one.
fn size<T>(caller: &mut Caller<'_>) -> usize {
    match caller.up_to(63) {
        0 => 0,
        1 => caller.number(),
        2 => caller.up_to(size_of::<T>()),
        _ => size_of::<T>(),
    }
}

/// A struct that says its size, of which there is no more than it says.
fn one<T: Copy>(caller: &mut Caller<'_>, value: &T, says: usize) -> *const T {
    if caller.once_in(32) {
        return null();
    }
    let bytes = bytes_of(std::slice::from_ref(value));
    let there = says.clamp(size_of::<usize>(), bytes.len());
    caller.keep(&bytes[..there]).cast_const().cast()
}

fn list<T: Copy>(caller: &mut Caller<'_>, max: usize, make: fn(&mut Caller<'_>) -> T) -> *const T {
    if caller.once_in(16) {
        caller.behind = Some(caller.up_to(1));
        return null();
    }
    let count = caller.up_to(max);
    let values: Vec<T> = (0..count).map(|_| make(caller)).collect();
    let place = caller.keep(bytes_of(&values)).cast_const().cast();
    caller.behind = Some(count);
    place
}

/// Structs to read: the expression of each member in order, a length after its
/// pointer.
macro_rules! read {
    ($($type:ident, $caller:ident { $($member:ident: $value:expr,)+ })+) => {$(
        impl Argument for *const $type {
            fn give($caller: &mut Caller<'_>) -> Self {
                let struct_size = size::<$type>($caller);
                let value = $type { struct_size, $($member: $value,)+ };
                $caller.behind = None;
                one($caller, &value, struct_size)
            }
        }
    )+};
}

/// Zero, as a member that is reserved has to be, most of the time.
fn zero<T: Argument + Default>(caller: &mut Caller<'_>) -> T {
    if caller.once_in(32) {
        T::give(caller)
    } else {
        T::default()
    }
}

fn give<T: Argument>(caller: &mut Caller<'_>) -> T {
    T::give(caller)
}

read! {
    tokenmint_agora_issuer, c {
        app_id: usually(c, APP_ID),
        app_id_len: give(c),
        certificate: usually(c, CERTIFICATE),
        certificate_len: give(c),
        time_key: time_key(c),
        time_key_len: give(c),
        compression: compression(c),
        hmac_sha256: hmac(c),
        hmac_context: give(c),
        issued_at: give(c),
        salt: give(c),
        limits: give(c),
        reserved: zero(c),
    }
    tokenmint_agora_rtc_lifetimes, c {
        join_channel: give(c),
        publish_audio: give(c),
        publish_video: give(c),
        publish_data: give(c),
    }
    tokenmint_agora_expected, c {
        certificate: usually(c, CERTIFICATE),
        certificate_len: give(c),
        app_id: usually(c, APP_ID),
        app_id_len: give(c),
        channel: give(c),
        channel_len: give(c),
        user: give(c),
        user_len: give(c),
        uid: give(c),
        user_kind: give(c),
        now: give(c),
        service_type: give(c),
        privilege: give(c),
        wanted: give(c),
        reserved: zero(c),
        hmac_sha256: hmac(c),
        hmac_context: give(c),
    }
    tokenmint_zego_issuer, c {
        secret: usually(c, SERVER_SECRET),
        secret_len: give(c),
        cipher: give(c),
        cipher_context: give(c),
        iv: give(c),
        iv_len: give(c),
        reserved: zero_usize(c),
        nonce: give(c),
        issued_at: give(c),
        app_id: give(c),
        limits: give(c),
    }
    tokenmint_zego_expected, c {
        room_id: give(c),
        room_id_len: give(c),
        user_id: give(c),
        user_id_len: give(c),
        reserved: zero_usize(c),
        now: give(c),
        app_id: give(c),
        wanted: give(c),
    }
    tokenmint_ath_attestation, c {
        agent_id: usually(c, "https://agent/.well-known/agent.json"),
        agent_id_len: give(c),
        audience: usually(c, "https://gateway"),
        audience_len: give(c),
        token_id: give(c),
        token_id_len: give(c),
        key_id: give(c),
        key_id_len: give(c),
        capabilities: give(c),
        capabilities_count: give(c),
        sha256: give(c),
        sha256_context: give(c),
        reserved: zero_usize(c),
        issued_at: give(c),
        lifetime: give(c),
        audience_form: give(c),
        header_form: give(c),
        limits: give(c),
    }
    tokenmint_ath_expected, c {
        audience: usually(c, "https://gateway"),
        audience_len: give(c),
        subject: usually(c, "https://agent/.well-known/agent.json"),
        subject_len: give(c),
        sha256: give(c),
        sha256_context: give(c),
        verifier: give(c),
        verifier_context: give(c),
        reserved: zero_usize(c),
        now: give(c),
        tolerance: give(c),
        audience_form: give(c),
    }
    tokenmint_device, c {
        base_url: base_url(c),
        base_url_len: give(c),
        app_id: usually(c, APP_ID),
        app_id_len: give(c),
        name: usually(c, "kitchen"),
        name_len: give(c),
        channel: usually(c, "room"),
        channel_len: give(c),
        agent_uid: usually(c, "1001"),
        agent_uid_len: give(c),
        remote_uid: usually(c, "1002"),
        remote_uid_len: give(c),
        preset: give(c),
        preset_len: give(c),
        pipeline: give(c),
        pipeline_len: give(c),
        properties: usually(c, "{\"llm\":{}}"),
        properties_len: give(c),
        codec: usually(c, "G722"),
        codec_len: give(c),
        token: usually(c, "007"),
        token_len: give(c),
        secret_name: give(c),
        secret_name_len: give(c),
        secret: usually(c, "secret"),
        secret_len: give(c),
        issuer: give(c),
        mint: part(c, &[tokenmint_device_mint]),
        service: part(c, &[
            tokenmint_device_convoai,
            tokenmint_device_sample,
            tokenmint_device_ten,
        ]),
        server: part(c, &[
            tokenmint_device_area,
            tokenmint_device_area,
            tokenmint_device_url,
            tokenmint_device_plain_url,
        ]),
        authorization: part(c, &[
            tokenmint_device_token,
            tokenmint_device_bearer,
            tokenmint_device_basic,
            tokenmint_device_header,
        ]),
        more: part(c, &[tokenmint_device_properties]),
        area: give(c),
        region: give(c),
        token_seconds: give(c),
        idle_seconds: give(c),
        answer_ms: give(c),
        reserved: 0,
    }
    tokenmint_device_step, c {
        method: null(),
        kind: give(c),
        ask: c.up_to(7) as u32,
        ms: give(c),
        end: give(c),
        http_status: give(c),
        unix_seconds: give(c),
        place: give(c),
        agent_id_len: give(c),
        agent_id: [65; 48],
        kept: [c.any(); 32],
    }
    tokenmint_authing_request, c {
        method: usually(c, "GET"),
        method_len: give(c),
        path: usually(c, "/api/v3/list-users"),
        path_len: give(c),
        params: give(c),
        params_count: give(c),
        headers: give(c),
        headers_count: give(c),
    }
}

/// What a device names: mostly a part that fits, sometimes one that does not.
fn part(
    caller: &mut Caller<'_>,
    fit: &[unsafe extern "C" fn(*mut std::ffi::c_void) -> i32],
) -> tokenmint_device_part {
    match caller.up_to(31) {
        0 => None,
        1 => Some(tokenmint_device_mint),
        2 => Some(tokenmint_device_convoai),
        3 => Some(tokenmint_device_basic),
        _ => Some(fit[caller.up_to(fit.len() - 1)]),
    }
}

/// Mostly none.
fn base_url(caller: &mut Caller<'_>) -> *const std::ffi::c_char {
    if caller.once_in(4) {
        return usually(caller, "https://tokens.example.com");
    }
    caller.behind = Some(0);
    null()
}

fn zero_usize(caller: &mut Caller<'_>) -> usize {
    usize::from(caller.once_in(32))
}

fn compression(caller: &mut Caller<'_>) -> tokenmint_compression {
    match caller.up_to(15) {
        0 => None,
        1 => Some(refuses),
        2 => Some(lies),
        3..=6 => Some(tokenmint_compress_stored),
        7..=10 => Some(tokenmint_compress_fixed),
        _ => Some(tokenmint_compress_exact),
    }
}

/// Rarely there, since with a certificate it is an error.
fn time_key(caller: &mut Caller<'_>) -> *const u8 {
    if caller.once_in(8) {
        give(caller)
    } else {
        caller.behind = Some(0);
        null()
    }
}

fn hmac(caller: &mut Caller<'_>) -> tokenmint_hmac {
    match caller.up_to(15) {
        0 => None,
        1 => Some(fails_to_hash),
        2 => Some(hashes_short),
        _ => Some(tokenmint_hmac_sha256),
    }
}

unsafe extern "C" fn fails_to_hash(
    _: *mut std::ffi::c_void,
    _: *const u8,
    _: usize,
    _: *const tokenmint_bytes,
    _: usize,
    _: *mut u8,
    _: usize,
    _: *mut usize,
) -> i32 {
    -99
}

unsafe extern "C" fn hashes_short(
    _: *mut std::ffi::c_void,
    _: *const u8,
    _: usize,
    _: *const tokenmint_bytes,
    _: usize,
    _: *mut u8,
    cap: usize,
    len: *mut usize,
) -> i32 {
    // SAFETY: the library passes a length to write to.
    unsafe { len.write(cap - 1) };
    0
}

/// A compression of the caller's that fails.
unsafe extern "C" fn refuses(_: *const u8, _: usize, _: *mut u8, _: usize, _: *mut usize) -> i32 {
    -99
}

/// One that says to have written more than there is room for.
unsafe extern "C" fn lies(_: *const u8, _: usize, _: *mut u8, cap: usize, len: *mut usize) -> i32 {
    // SAFETY: the library passes a length to write to.
    unsafe { len.write(cap + 1) };
    0
}

impl Argument for tokenmint_cipher {
    fn give(caller: &mut Caller<'_>) -> Self {
        unsafe extern "C" fn idle(
            _: *mut std::ffi::c_void,
            _: *const u8,
            _: usize,
            _: *const u8,
            _: usize,
            _: *mut u8,
            _: usize,
        ) -> i32 {
            0
        }
        match caller.up_to(7) {
            0 => None,
            1 => Some(idle),
            2..=5 => Some(tokenmint_aes256_cbc),
            _ => Some(tokenmint_aes256_gcm),
        }
    }
}

impl Argument for tokenmint_hash {
    fn give(caller: &mut Caller<'_>) -> Self {
        unsafe extern "C" fn idle(
            _: *mut std::ffi::c_void,
            _: *const u8,
            _: usize,
            _: *mut u8,
            cap: usize,
            len: *mut usize,
        ) -> i32 {
            // SAFETY: the library passes a length to write to.
            unsafe { len.write(cap) };
            0
        }
        match caller.up_to(7) {
            0 => None,
            1 => Some(idle),
            _ => Some(tokenmint_sha256),
        }
    }
}

impl Argument for tokenmint_es256_verifier {
    fn give(caller: &mut Caller<'_>) -> Self {
        unsafe extern "C" fn fails(
            _: *mut std::ffi::c_void,
            _: *const u8,
            _: usize,
            _: *const u8,
            _: *const u8,
        ) -> i32 {
            -99
        }
        match caller.up_to(7) {
            0 => None,
            1 => Some(fails),
            _ => Some(tokenmint_es256_verify),
        }
    }
}

impl Argument for tokenmint_ath_signer {
    fn give(caller: &mut Caller<'_>) -> Self {
        unsafe extern "C" fn signs(
            _: *mut std::ffi::c_void,
            digest: *const u8,
            signature: *mut u8,
        ) -> i32 {
            // SAFETY: the library passes 32 bytes and room for 64.
            unsafe {
                signature.copy_from_nonoverlapping(digest, 32);
                signature.add(32).copy_from_nonoverlapping(digest, 32);
            }
            0
        }
        unsafe extern "C" fn fails(_: *mut std::ffi::c_void, _: *const u8, _: *mut u8) -> i32 {
            1
        }
        match caller.up_to(7) {
            0 => None,
            1 => Some(fails),
            _ => Some(signs),
        }
    }
}

impl Argument for tokenmint_device_sink {
    fn give(caller: &mut Caller<'_>) -> Self {
        unsafe extern "C" fn takes(_: *mut std::ffi::c_void, piece: *const u8, len: usize) -> i32 {
            // SAFETY: the library passes a piece.
            let piece = unsafe { std::slice::from_raw_parts(piece, len) };
            i32::from(piece.is_empty())
        }
        unsafe extern "C" fn fails(_: *mut std::ffi::c_void, _: *const u8, _: usize) -> i32 {
            1
        }
        match caller.up_to(7) {
            0 => None,
            1 => Some(fails),
            _ => Some(takes),
        }
    }
}

/// What lives in the caller's memory from call to call: mostly the last one.
macro_rules! held {
    ($($type:ident)+) => {$(
        impl Argument for *mut $type {
            fn give(caller: &mut Caller<'_>) -> Self {
                if caller.once_in(32) {
                    return null_mut();
                }
                let name = stringify!($type);
                let last = caller.filled.iter().rev().find(|(_, other)| *other == name);
                if let Some((place, _)) = last.copied()
                    && !caller.once_in(8)
                {
                    return place.cast();
                }
                let mut new = vec![0_u64; size_of::<$type>() / 8];
                new[0] = size::<$type>(caller) as u64;
                let place = caller.hold(new);
                caller.filled.push((place, name));
                place.cast()
            }
        }

        impl Argument for *const $type {
            fn give(caller: &mut Caller<'_>) -> Self {
                <*mut $type>::give(caller).cast_const()
            }
        }
    )+};
}

held! { tokenmint_device_session tokenmint_device_answer }

/// Lists without `struct_size`.
macro_rules! lists {
    ($($type:ident, $caller:ident, $max:literal { $($member:ident: $value:expr,)+ })+) => {$(
        impl Argument for *const $type {
            fn give(caller: &mut Caller<'_>) -> Self {
                list(caller, $max, |$caller| $type { $($member: $value,)+ })
            }
        }
    )+};
}

lists! {
    tokenmint_text, c, 6 {
        data: give(c),
        len: give(c),
    }
    tokenmint_agora_privilege, c, 40 {
        privilege: give(c),
        reserved: zero(c),
        expire: give(c),
    }
    tokenmint_agora_permission, c, 6 {
        resources: give(c),
        resources_count: give(c),
        resource_type: give(c),
        permission_type: give(c),
    }
    tokenmint_authing_param, c, 6 {
        name: give(c),
        name_len: give(c),
        text: give(c),
        text_len: give(c),
        number: give(c),
        kind: give(c),
        reserved: zero(c),
    }
    tokenmint_authing_header, c, 6 {
        name: usually(c, "x-authing-lang"),
        name_len: give(c),
        value: give(c),
        value_len: give(c),
    }
}

/// A list whose elements say their size.
impl Argument for *const tokenmint_agora_service {
    fn give(caller: &mut Caller<'_>) -> Self {
        list(caller, 10, |c| tokenmint_agora_service {
            struct_size: if c.once_in(64) {
                c.number()
            } else {
                size_of::<tokenmint_agora_service>()
            },
            channel: give(c),
            channel_len: give(c),
            user: give(c),
            user_len: give(c),
            privileges: give(c),
            privileges_count: give(c),
            permissions: give(c),
            permissions_count: give(c),
            uid: give(c),
            user_kind: give(c),
            service_type: give(c),
            role: give(c),
            reserved: zero(c),
        })
    }
}

/// Structs that a call fills, and that later ones read.
macro_rules! filled {
    ($($type:ident)+) => {$(
        impl Argument for *mut $type {
            fn give(caller: &mut Caller<'_>) -> Self {
                if caller.once_in(32) {
                    return null_mut();
                }
                let says = size::<$type>(caller);
                let place = caller.output(&says.to_ne_bytes(), says.clamp(8, size_of::<$type>()));
                if says == size_of::<$type>() {
                    // What nobody has written is zero, as from `_INIT`.
                    let rest = says - size_of::<usize>();
                    // SAFETY: an output of that size.
                    unsafe { place.add(size_of::<usize>()).write_bytes(0, rest) };
                    caller.filled.push((place, stringify!($type)));
                }
                place.cast()
            }
        }
    )+};
}

macro_rules! filled_before {
    ($($type:ident)+) => {$(
        impl Argument for *const $type {
            fn give(caller: &mut Caller<'_>) -> Self {
                let name = stringify!($type);
                let last = caller.filled.iter().rev().find(|(_, other)| *other == name);
                match last {
                    Some((place, _)) => place.cast_const().cast(),
                    None => null(),
                }
            }
        }
    )+};
}

filled! {
    tokenmint_agora_report
    tokenmint_agora_token
    tokenmint_agora_service_info
    tokenmint_agora_peeked
    tokenmint_agora_warning
    tokenmint_agora_v006_token
    tokenmint_zego_claims
    tokenmint_ath_claims
    tokenmint_device_step
    tokenmint_device_said
}

filled_before! {
    tokenmint_agora_token
    tokenmint_agora_peeked
    tokenmint_agora_v006_token
}

macro_rules! items {
    ($($type:ident)+) => {$(
        impl Argument for *mut $type {
            fn give(caller: &mut Caller<'_>) -> Self {
                caller.output(&[], size_of::<$type>()).cast()
            }
        }
    )+};
}

items! { tokenmint_text tokenmint_agora_privilege tokenmint_agora_permission }
