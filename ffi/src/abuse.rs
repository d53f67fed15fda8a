//! Every function with arguments that no careful caller gives: NULL, no length,
//! a lying length, structs of no size, structs of zeros, buffers that are too
//! small or not there. Miri runs this, and looks for undefined behaviour.

use core::cell::{Cell, RefCell};
use core::ffi::c_char;
use core::mem::size_of;
use core::ptr::{null, null_mut};
use std::vec::Vec;

use crate::status::{TOKENMINT_ERR_BUFFER_TOO_SMALL, TOKENMINT_OK};

const CANARY: u8 = 0xC5;
/// Small, because Miri looks at every byte.
const MEMORY: usize = 48;

/// One way to call a function.
struct Abuse {
    text: (*const c_char, usize),
    structs: Structs,
    cap: usize,
    has_out: bool,
    has_out_len: bool,
    len: Cell<usize>,
    memory: *mut u8,
    boxes: RefCell<Vec<Vec<u8>>>,
}

#[derive(Clone, Copy)]
enum Structs {
    Null,
    Zeroed,
    Sized,
}

impl Abuse {
    fn text(&self) -> *const c_char {
        self.text.0
    }

    fn len(&self) -> usize {
        self.text.1
    }

    /// A struct or list to read.
    fn one<T>(&self) -> *const T {
        self.info::<T>().cast_const()
    }

    /// A list without `struct_size`: of no length, or not there.
    fn list<T>(&self) -> *const T {
        match self.text.1 {
            1 => self.item::<T>().cast_const(),
            _ => null(),
        }
    }

    /// A struct to fill; one byte off its alignment.
    fn info<T>(&self) -> *mut T {
        let size = size_of::<T>();
        let mut bytes = std::vec![0_u8; size + 1];
        match self.structs {
            Structs::Null => return null_mut(),
            Structs::Zeroed => {}
            Structs::Sized => bytes[1..=size_of::<usize>()].copy_from_slice(&size.to_ne_bytes()),
        }
        let place = bytes.as_mut_ptr().wrapping_add(1).cast();
        self.boxes.borrow_mut().push(bytes);
        place
    }

    /// The same without `struct_size`.
    fn item<T>(&self) -> *mut T {
        let mut bytes = std::vec![0_u8; size_of::<T>() + 1];
        if matches!(self.structs, Structs::Null) {
            return null_mut();
        }
        let place = bytes.as_mut_ptr().wrapping_add(1).cast();
        self.boxes.borrow_mut().push(bytes);
        place
    }

    fn out(&self) -> *mut c_char {
        if self.has_out {
            self.memory.wrapping_add(8).cast()
        } else {
            null_mut()
        }
    }

    fn cap(&self) -> usize {
        self.cap
    }

    fn out_len(&self) -> *mut usize {
        if self.has_out_len {
            self.len.as_ptr()
        } else {
            null_mut()
        }
    }
}

/// Calls `function` in every way.
fn run(function: impl Fn(&Abuse) -> i32) {
    let letter: *const c_char = c"x".as_ptr();
    for text in [
        (null(), 0),
        (null(), 1),
        (letter, 0),
        (letter, 1),
        (letter, isize::MAX as usize + 1),
    ] {
        for structs in [Structs::Null, Structs::Zeroed, Structs::Sized] {
            for (has_out, out, has_out_len) in [
                (false, 0, true),
                (false, 1, true),
                (true, 0, true),
                (true, 1, true),
                (true, MEMORY, true),
                (true, MEMORY, false),
            ] {
                once(&function, text, structs, has_out, out, has_out_len);
            }
        }
    }
}

fn once(
    function: &impl Fn(&Abuse) -> i32,
    text: (*const c_char, usize),
    structs: Structs,
    has_out: bool,
    out: usize,
    has_out_len: bool,
) {
    let mut memory = std::vec![CANARY; MEMORY + 16];
    let a = Abuse {
        text,
        structs,
        cap: out,
        has_out,
        has_out_len,
        len: Cell::new(usize::MAX),
        memory: memory.as_mut_ptr(),
        boxes: RefCell::default(),
    };
    let status = function(&a);
    let found = &memory[..];
    assert!(status <= 1, "{status}");
    assert!(
        found[..8].iter().all(|byte| *byte == CANARY),
        "written before the buffer"
    );
    let end = 8 + if has_out { out } else { 0 };
    assert!(
        found[end..].iter().all(|byte| *byte == CANARY),
        "written past the buffer"
    );
    if status != TOKENMINT_OK && found[8..end].iter().any(|byte| *byte != CANARY) {
        // A workspace may keep what was decoded; an output may not.
        let untouched = a.len.get() == usize::MAX;
        assert!(
            untouched || found[8..end].iter().all(|byte| *byte == 0),
            "not wiped"
        );
    }
    if has_out_len && a.len.get() != usize::MAX && status != TOKENMINT_OK {
        assert_eq!(
            status == TOKENMINT_ERR_BUFFER_TOO_SMALL,
            a.len.get() > 0,
            "{status} {}",
            a.len.get()
        );
    }
}

/// What takes numbers takes all.
#[cfg(all(feature = "agora", feature = "zego", feature = "ath"))]
#[test]
fn numbers() {
    use crate::*;
    assert_ne!(tokenmint_version(), 0);
    for number in [i32::MIN, -1, 0, 1, i32::MAX] {
        assert!(!tokenmint_status_name(number).is_null());
    }
    // A longer token never needs less: nothing wraps around.
    let mut before = [0; 3];
    for len in [0, 1, isize::MAX as usize, usize::MAX] {
        let now = [
            agora::tokenmint_agora_workspace_len(len),
            zego::tokenmint_zego_workspace_len(len),
            ath::tokenmint_ath_workspace_len(len),
        ];
        assert!(
            before.iter().zip(&now).all(|(before, now)| before <= now),
            "{len}: {now:?} after {before:?}"
        );
        before = now;
    }
}

#[cfg(feature = "agora")]
#[test]
fn agora() {
    use crate::agora::*;
    use crate::*;
    // SAFETY: the promise is kept as far as the functions rely on it: what has
    // a length that they accept is there.
    unsafe {
        run(|a| {
            tokenmint_compress_stored(
                a.text().cast(),
                a.len(),
                a.out().cast(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_compress_fixed(
                a.text().cast(),
                a.len(),
                a.out().cast(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_compress_exact(
                a.text().cast(),
                a.len(),
                a.out().cast(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtc_build_token_with_uid(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtc_build_token_with_user_account(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtc_build_token_with_uid_and_privilege(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.one(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtc_build_token_with_user_account_and_privilege(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                a.one(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtc_build_token_with_rtm(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtc_build_token_with_rtm2(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                a.one(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtm_build_token(
                a.one(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_rtm_build_token_with_uid(a.one(), 0, 0, a.out(), a.cap(), a.out_len())
        });
        run(|a| {
            tokenmint_agora_rtm_build_token_with_permissions(
                a.one(),
                a.text(),
                a.len(),
                a.list(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_chat_build_user_token(
                a.one(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| tokenmint_agora_chat_build_app_token(a.one(), 0, a.out(), a.cap(), a.out_len()));
        run(|a| {
            tokenmint_agora_education_build_room_user_token(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_education_build_user_token(
                a.one(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_education_build_app_token(a.one(), 0, a.out(), a.cap(), a.out_len())
        });
        run(|a| tokenmint_agora_fpa_build_token(a.one(), a.out(), a.cap(), a.out_len()));
        run(|a| {
            tokenmint_agora_convoai_build_token(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                a.one(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_stt_build_token(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                a.one(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_access_token2_build(
                a.one(),
                0,
                a.one(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| tokenmint_agora_verify(a.one(), a.text(), a.len()));
        run(|a| tokenmint_agora_check(a.one(), a.one(), a.info()));
        run(|a| tokenmint_agora_parse(a.text(), a.len(), a.out().cast(), a.cap(), a.info()));
        run(|a| tokenmint_agora_token_service(a.one(), 0, a.info()));
        run(|a| tokenmint_agora_token_privilege(a.one(), 0, 0, a.item()));
        run(|a| tokenmint_agora_token_permission(a.one(), 0, 0, a.item()));
        run(|a| tokenmint_agora_token_resource(a.one(), 0, 0, 0, a.item()));
        run(|a| tokenmint_agora_peek(a.text(), a.len(), a.out().cast(), a.cap(), a.info()));
        run(|a| tokenmint_agora_should_renew(a.one(), 0, a.item()));
        run(|a| tokenmint_agora_has_expired(a.one(), 0, a.item()));
        run(|a| tokenmint_agora_token_warning(a.one(), 0, 0, a.info()));
        run(|a| {
            tokenmint_agora_v006_rtc_build_token_with_uid(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_v006_rtc_build_token_with_account(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_v006_rtm_build_token(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_v006_access_token_build_with_uid(
                a.one(),
                a.text(),
                a.len(),
                0,
                a.list(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_v006_access_token_build_with_account(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.list(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| tokenmint_agora_v006_parse(a.text(), a.len(), a.out().cast(), a.cap(), a.info()));
        run(|a| tokenmint_agora_v006_token_privilege(a.one(), 0, a.item()));
        run(|a| {
            tokenmint_agora_v006_verify(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
            )
        });
        run(|a| tokenmint_agora_v006_check(a.one(), a.one(), a.info()));
        run(|a| tokenmint_agora_v006_token_warning(a.one(), 0, 0, a.info()));
        run(|a| {
            tokenmint_agora_generate_rtc_token(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_generate_convo_ai_token(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| tokenmint_agora_token_header(a.text(), a.len(), a.out(), a.cap(), a.out_len()));
        run(|a| {
            tokenmint_agora_basic_header(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
    }
}

#[cfg(feature = "legacy")]
#[test]
fn legacy() {
    use crate::agora::*;
    // SAFETY: the promise is kept as far as the functions rely on it: what has
    // a length that they accept is there.
    unsafe {
        run(|a| {
            tokenmint_agora_legacy_generate(
                a.one(),
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate2(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate3(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_public_sharing_key(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_recording_key(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_media_channel_key(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_public_sharing_key5(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_recording_key5(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_media_channel_key5(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_in_channel_permission_key(
                a.one(),
                a.text(),
                a.len(),
                0,
                0,
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_agora_legacy_generate_signaling_token(
                a.one(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
    }
}

#[cfg(feature = "zego")]
#[test]
fn zego() {
    use crate::zego::*;
    // SAFETY: the promise is kept as far as the functions rely on it: what has
    // a length that they accept is there.
    unsafe {
        run(|a| {
            tokenmint_zego_generate_token04(
                a.one(),
                a.text(),
                a.len(),
                0,
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_zego_generate_token04_gcm(
                a.one(),
                a.text(),
                a.len(),
                0,
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_zego_generate_token03(
                a.one(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                0,
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_zego_room_payload(
                a.text(),
                a.len(),
                0,
                0,
                0,
                a.list(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| tokenmint_zego_peek(a.text(), a.len(), a.out().cast(), a.cap(), a.info()));
        run(|a| {
            tokenmint_zego_open(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.one(),
                a.out().cast(),
                a.cap(),
                a.info(),
            )
        });
        run(|a| {
            tokenmint_zego_server_api_signature(
                0,
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                0,
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            // The code of another library; whatever it is, it is an answer.
            let code =
                tokenmint_zego_official_code(0, a.text(), a.len(), a.text(), a.len(), i64::MIN);
            i32::from(code == i32::MIN)
        });
    }
}

#[cfg(feature = "ath")]
#[test]
fn ath() {
    use crate::ath::*;
    // SAFETY: the promise is kept as far as the functions rely on it: what has
    // a length that they accept is there.
    unsafe {
        run(|a| {
            tokenmint_ath_attest(
                a.one(),
                a.text().cast(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_ath_attest_with_pem(a.one(), a.text(), a.len(), a.out(), a.cap(), a.out_len())
        });
        run(|a| {
            tokenmint_ath_attest_with_signer(
                a.one(),
                None,
                null_mut(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_ath_public_key(
                a.text().cast(),
                a.len(),
                a.out().cast(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_ath_identity_key(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.out().cast(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| tokenmint_ath_public_jwk(a.text().cast(), a.len(), a.out(), a.cap(), a.out_len()));
        run(|a| tokenmint_ath_token_id(a.text().cast(), a.len(), a.out(), a.cap(), a.out_len()));
        run(|a| tokenmint_ath_state(a.text().cast(), a.len(), a.out(), a.cap(), a.out_len()));
        run(|a| tokenmint_ath_inspect(a.text(), a.len(), a.out().cast(), a.cap(), a.info()));
        run(|a| {
            tokenmint_ath_check(
                a.text(),
                a.len(),
                a.text().cast(),
                a.len(),
                a.one(),
                a.out().cast(),
                a.cap(),
                a.info(),
            )
        });
    }
}

#[cfg(feature = "authing")]
#[test]
fn authing() {
    use crate::authing::*;
    // SAFETY: the promise is kept as far as the functions rely on it: what has
    // a length that they accept is there.
    unsafe {
        run(|a| {
            tokenmint_authing_authorization(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.one(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_authing_sign(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.one(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| tokenmint_authing_string_to_sign(a.one(), a.out(), a.cap(), a.out_len()));
        run(|a| {
            tokenmint_authing_events_authorization(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_authing_verify(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.one(),
                a.text(),
                a.len(),
            )
        });
        run(|a| tokenmint_authing_date(0, 0, a.out(), a.cap(), a.out_len()));
        run(|a| tokenmint_authing_nonce(a.text().cast(), a.len(), a.out(), a.cap(), a.out_len()));
        run(|a| {
            tokenmint_authing_management_events_target(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
        run(|a| {
            tokenmint_authing_authentication_events_target(
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.text(),
                a.len(),
                a.out(),
                a.cap(),
                a.out_len(),
            )
        });
    }
}

#[cfg(any(feature = "ath", feature = "authing"))]
#[test]
fn pkce() {
    use crate::*;
    // SAFETY: the promise is kept as far as the functions rely on it: what has
    // a length that they accept is there.
    unsafe {
        run(|a| tokenmint_pkce_verifier(a.text().cast(), a.len(), a.out(), a.cap(), a.out_len()));
        run(|a| tokenmint_pkce_challenge(a.text(), a.len(), a.out(), a.cap(), a.out_len()));
        run(|a| tokenmint_pkce_verify(a.text(), a.len(), a.text(), a.len()));
    }
}
