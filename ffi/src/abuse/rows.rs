//! The functions, each with the kinds of its arguments; those of a service are a
//! test.

/// The test of a service.
macro_rules! rows {
    ($($function:ident($($kind:ident),*) $(as $answer:ident)?;)+) => {
        #[test]
        fn functions() {
            $(run(stringify!($function), &|a| {
                // SAFETY: the promise is kept as far as the functions rely on
                // it: what has a length that they accept is there.
                let status = unsafe { call!(a, $function, [] $($kind)*) };
                $(let status = $answer(status);)?
                status
            });)+
        }
    };
}

/// A call whose arguments are made one kind after another.
macro_rules! call {
    ($a:ident, $function:ident, [$($made:tt)*]) => { $function($($made)*) };
    ($a:ident, $function:ident, [$($made:tt)*] text $($rest:ident)*) => {
        call!($a, $function, [$($made)* $a.text(), $a.text_len(),] $($rest)*)
    };
    ($a:ident, $function:ident, [$($made:tt)*] list $($rest:ident)*) => {
        call!($a, $function, [$($made)* $a.list(), $a.text_len(),] $($rest)*)
    };
    ($a:ident, $function:ident, [$($made:tt)*] structs $($rest:ident)*) => {
        call!($a, $function, [$($made)* $a.one(), $a.text_len(),] $($rest)*)
    };
    ($a:ident, $function:ident, [$($made:tt)*] signer $($rest:ident)*) => {
        call!($a, $function, [$($made)* None, core::ptr::null_mut(),] $($rest)*)
    };
    ($a:ident, $function:ident, [$($made:tt)*] out $($rest:ident)*) => {
        call!($a, $function, [$($made)* $a.out(), $a.cap(), $a.out_len(),] $($rest)*)
    };
    ($a:ident, $function:ident, [$($made:tt)*] workspace $($rest:ident)*) => {
        call!($a, $function, [$($made)* $a.out(), $a.cap(),] $($rest)*)
    };
    // A method: `one`, `info`, `item`, `number`, `making`.
    ($a:ident, $function:ident, [$($made:tt)*] $kind:ident $($rest:ident)*) => {
        call!($a, $function, [$($made)* $a.$kind(),] $($rest)*)
    };
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
mod agora {
    use super::super::run;
    use crate::agora::*;
    use crate::*;

    rows! {
        tokenmint_compress_stored(text, out);
        tokenmint_compress_fixed(text, out);
        tokenmint_compress_exact(text, out);
        tokenmint_agora_time_key(one, out);
        tokenmint_agora_rtc_build_token_with_uid(one, text, number, number, number, number, out);
        tokenmint_agora_rtc_build_token_with_user_account(
            one, text, text, number, number, number, out
        );
        tokenmint_agora_rtc_build_token_with_uid_and_privilege(one, text, number, number, one, out);
        tokenmint_agora_rtc_build_token_with_user_account_and_privilege(
            one, text, text, number, one, out
        );
        tokenmint_agora_rtc_build_token_with_rtm(one, text, text, number, number, number, out);
        tokenmint_agora_rtc_build_token_with_rtm2(
            one, text, text, number, number, one, text, number, out
        );
        tokenmint_agora_rtm_build_token(one, text, number, out);
        tokenmint_agora_rtm_build_token_with_uid(one, number, number, out);
        tokenmint_agora_rtm_build_token_with_permissions(one, text, list, number, out);
        tokenmint_agora_chat_build_user_token(one, text, number, out);
        tokenmint_agora_chat_build_app_token(one, number, out);
        tokenmint_agora_education_build_room_user_token(one, text, text, number, number, out);
        tokenmint_agora_education_build_user_token(one, text, number, out);
        tokenmint_agora_education_build_app_token(one, number, out);
        tokenmint_agora_fpa_build_token(one, out);
        tokenmint_agora_convoai_build_token(
            one, text, text, number, number, one, text, number, out
        );
        tokenmint_agora_stt_build_token(one, text, text, number, number, one, text, number, out);
        tokenmint_agora_access_token2_build(one, number, structs, out);
        tokenmint_agora_verify(one, text);
        tokenmint_agora_check(one, one, info);
        tokenmint_agora_parse(text, workspace, info);
        tokenmint_agora_token_service(one, number, info);
        tokenmint_agora_token_privilege(one, number, number, item);
        tokenmint_agora_token_permission(one, number, number, item);
        tokenmint_agora_token_resource(one, number, number, number, item);
        tokenmint_agora_peek(text, workspace, info);
        tokenmint_agora_should_renew(one, number, item);
        tokenmint_agora_has_expired(one, number, item);
        tokenmint_agora_token_warning(one, number, number, info);
        tokenmint_agora_v006_rtc_build_token_with_uid(
            one, text, number, number, number, number, out
        );
        tokenmint_agora_v006_rtc_build_token_with_account(
            one, text, text, number, number, number, out
        );
        tokenmint_agora_v006_rtm_build_token(one, text, number, number, out);
        tokenmint_agora_v006_access_token_build_with_uid(one, text, number, list, number, out);
        tokenmint_agora_v006_access_token_build_with_account(one, text, text, list, number, out);
        tokenmint_agora_v006_parse(text, workspace, info);
        tokenmint_agora_v006_token_privilege(one, number, item);
        tokenmint_agora_v006_verify(one, text, text, text);
        tokenmint_agora_v006_check(one, one, info);
        tokenmint_agora_v006_token_warning(one, number, number, info);
        tokenmint_agora_generate_rtc_token(one, text, number, number, number, out);
        tokenmint_agora_generate_convo_ai_token(one, text, text, number, number, out);
        tokenmint_agora_token_header(text, out);
        tokenmint_agora_basic_header(text, text, out);
        tokenmint_agora_verify_notification(text, text, text);
    }
}

#[cfg(feature = "legacy")]
mod legacy {
    use super::super::run;
    use crate::agora::*;

    rows! {
        tokenmint_agora_legacy_generate(one, text, out);
        tokenmint_agora_legacy_generate2(one, text, number, number, out);
        tokenmint_agora_legacy_generate3(one, text, number, number, out);
        tokenmint_agora_legacy_generate_public_sharing_key(one, text, number, number, out);
        tokenmint_agora_legacy_generate_recording_key(one, text, number, number, out);
        tokenmint_agora_legacy_generate_media_channel_key(one, text, number, number, out);
        tokenmint_agora_legacy_generate_public_sharing_key5(one, text, number, number, out);
        tokenmint_agora_legacy_generate_recording_key5(one, text, number, number, out);
        tokenmint_agora_legacy_generate_media_channel_key5(one, text, number, number, out);
        tokenmint_agora_legacy_generate_in_channel_permission_key(
            one, text, number, number, text, out
        );
        tokenmint_agora_legacy_generate_signaling_token(one, text, number, out);
    }
}

#[cfg(feature = "zego")]
mod zego {
    use super::super::run;
    use crate::zego::*;

    /// Of the code of another library; whatever it is, it is an answer.
    fn any(code: i32) -> i32 {
        i32::from(code == i32::MIN)
    }

    rows! {
        tokenmint_zego_generate_token04(one, text, number, text, out);
        tokenmint_zego_generate_token04_gcm(one, text, number, text, out);
        tokenmint_zego_generate_token03(one, text, text, number, number, number, out);
        tokenmint_zego_room_payload(text, number, number, number, list, out);
        tokenmint_zego_peek(text, workspace, info);
        tokenmint_zego_open(text, text, one, workspace, info);
        tokenmint_zego_open_with_cipher(text, text, signer, one, workspace, info);
        tokenmint_zego_server_api_signature(number, text, text, number, out);
        tokenmint_zego_official_code(number, text, text, number) as any;
    }
}

#[cfg(feature = "ath")]
mod ath {
    use super::super::run;
    use crate::ath::*;

    rows! {
        tokenmint_ath_attest(one, text, out);
        tokenmint_ath_attest_with_pem(one, text, out);
        tokenmint_ath_attest_with_signer(one, signer, out);
        tokenmint_ath_public_key(text, out);
        tokenmint_ath_identity_key(text, text, out);
        tokenmint_ath_public_jwk(text, out);
        tokenmint_ath_token_id(text, out);
        tokenmint_ath_state(text, out);
        tokenmint_ath_inspect(text, workspace, info);
        tokenmint_ath_check(text, text, one, workspace, info);
    }
}

#[cfg(feature = "device")]
mod device {
    use super::super::run;
    use crate::device::*;

    rows! {
        tokenmint_device_session_begin(info, one, text, number, number);
        tokenmint_device_session_start(info, number, number);
        tokenmint_device_session_stop(info, number, number);
        tokenmint_device_session_set_clock(info, number, number);
        tokenmint_device_session_next(info, one, number, one, number, info);
        tokenmint_device_write(one, one, number, out);
        tokenmint_device_send(one, one, out, signer);
        tokenmint_device_answer_begin(one, one, info);
        tokenmint_device_answer_read(info, text, item);
        tokenmint_device_answer_end(info);
        tokenmint_device_answer_head(info, number, text, text);
        tokenmint_device_answer_body(info, text);
        tokenmint_device_answer_complete(info);
        tokenmint_device_answer_said(one, info);
        tokenmint_device_mint(making);
        tokenmint_device_convoai(making);
        tokenmint_device_sample(making);
        tokenmint_device_ten(making);
        tokenmint_device_area(making);
        tokenmint_device_url(making);
        tokenmint_device_plain_url(making);
        tokenmint_device_token(making);
        tokenmint_device_bearer(making);
        tokenmint_device_basic(making);
        tokenmint_device_header(making);
        tokenmint_device_properties(making);
    }
}

#[cfg(feature = "authing")]
mod authing {
    use super::super::run;
    use crate::authing::*;

    rows! {
        tokenmint_authing_authorization(text, text, one, out);
        tokenmint_authing_sign(text, text, one, out);
        tokenmint_authing_string_to_sign(one, out);
        tokenmint_authing_authorization_of_mac(text, text, out);
        tokenmint_authing_events_authorization(text, text, out);
        tokenmint_authing_verify(text, text, one, text);
        tokenmint_authing_date(number, number, out);
        tokenmint_authing_nonce(text, out);
        tokenmint_authing_management_events_target(text, text, out);
        tokenmint_authing_authentication_events_target(text, text, text, out);
    }
}

#[cfg(any(feature = "ath", feature = "authing"))]
mod pkce {
    use super::super::run;
    use crate::*;

    rows! {
        tokenmint_pkce_verifier(text, out);
        tokenmint_pkce_challenge(text, out);
        tokenmint_pkce_verify(text, text);
    }
}

/// What the library itself calls, through the structs that name it: they check no
/// pointer, but refuse what would give a signature of nothing.
#[cfg(all(feature = "agora", feature = "zego", feature = "ath"))]
mod crypto {
    use core::ptr::{null, null_mut};

    use crate::*;

    #[test]
    fn hmac_sha256() {
        let mut mac = [0x55; 33];
        let mut run = |key: &[u8], cap| {
            let mut len = 0;
            let part = tokenmint_bytes {
                data: b"what do ya want for nothing?".as_ptr(),
                len: 28,
            };
            // SAFETY: every pointer is live for its length.
            let status = unsafe {
                tokenmint_hmac_sha256(
                    null_mut(),
                    key.as_ptr(),
                    key.len(),
                    &raw const part,
                    1,
                    mac.as_mut_ptr(),
                    cap,
                    &raw mut len,
                )
            };
            (status, len, [mac[0], mac[31], mac[32]])
        };
        let refused = (TOKENMINT_ERR_CRYPTO_FAILED, 0, [0x55; 3]);
        assert_eq!(run(b"", 32), refused);
        assert_eq!(run(b"Jefe", 31), refused);
        // RFC 4231, test case 2.
        assert_eq!(run(b"Jefe", 33), (TOKENMINT_OK, 32, [0x5b, 0x43, 0x55]));
    }

    #[test]
    fn sha256() {
        let mut digest = [0x55; 33];
        let mut run = |message: *const u8, message_len, cap| {
            let (mut len, out) = (0, digest.as_mut_ptr());
            // SAFETY: every pointer is live for its length.
            let status = unsafe {
                tokenmint_sha256(null_mut(), message, message_len, out, cap, &raw mut len)
            };
            (status, len, [digest[0], digest[31], digest[32]])
        };
        let refused = (TOKENMINT_ERR_CRYPTO_FAILED, 0, [0x55; 3]);
        assert_eq!(run(c"abc".as_ptr().cast(), 3, 31), refused);
        // FIPS 180-4: of nothing, and of "abc".
        assert_eq!(run(null(), 0, 33), (TOKENMINT_OK, 32, [0xe3, 0x55, 0x55]));
        let abc = (TOKENMINT_OK, 32, [0xba, 0xad, 0x55]);
        assert_eq!(run(c"abc".as_ptr().cast(), 3, 33), abc);
    }

    #[test]
    fn aes256() {
        for (cipher, iv_len) in [
            (
                tokenmint_aes256_cbc as unsafe extern "C" fn(_, _, _, _, _, _, _) -> _,
                16,
            ),
            (tokenmint_aes256_gcm, 12),
        ] {
            let mut data = [0x55; 32];
            let mut run = |key_len, iv_len| {
                let (key, iv) = ([0; 33], [0; 17]);
                let (out, len) = (data.as_mut_ptr(), data.len());
                // SAFETY: every pointer is live for its length.
                let status = unsafe {
                    cipher(
                        null_mut(),
                        key.as_ptr(),
                        key_len,
                        iv.as_ptr(),
                        iv_len,
                        out,
                        len,
                    )
                };
                (status, data == [0x55; 32])
            };
            for (key_len, iv_len) in [(0, iv_len), (31, iv_len), (33, iv_len), (32, 0), (32, 13)] {
                assert_eq!(run(key_len, iv_len), (TOKENMINT_ERR_CRYPTO_FAILED, true));
            }
            assert_eq!(run(32, iv_len), (TOKENMINT_OK, false));
        }
        // The GCM specification, test case 13: no text, all zeros.
        let (zeros, mut tag) = ([0; 32], [0; 16]);
        let (key, iv, out) = (zeros.as_ptr(), zeros.as_ptr(), tag.as_mut_ptr());
        // SAFETY: every pointer is live for its length.
        let status = unsafe { tokenmint_aes256_gcm(null_mut(), key, 32, iv, 12, out, 16) };
        assert_eq!((status, tag[0], tag[15]), (TOKENMINT_OK, 0x53, 0x8b));
        // SAFETY: the same; there is no room for a tag.
        let status = unsafe { tokenmint_aes256_gcm(null_mut(), key, 32, iv, 12, out, 15) };
        assert_eq!(status, TOKENMINT_ERR_CRYPTO_FAILED);
    }

    #[test]
    fn es256_verify() {
        let (key, digest, signature) = ([4; 65], [1; 32], [1; 64]);
        for len in [0, 1, 33, 64, 65] {
            let (digest, signature) = (digest.as_ptr(), signature.as_ptr());
            // SAFETY: every pointer is live for its length.
            let status =
                unsafe { tokenmint_es256_verify(null_mut(), key.as_ptr(), len, digest, signature) };
            assert_eq!(status, TOKENMINT_ERR_BAD_KEY, "{len}");
        }
    }
}
