//! Every C function, several in a row, with pointers, lengths and structs of
//! all kinds: no byte outside what a pointer and its length allow is read (the
//! sanitizer sees it) or written (canaries see it), outputs are settled as the
//! header promises, and what was minted is read again.

#![no_main]

mod c_abi {
    pub mod arguments;
    pub mod caller;
    pub mod structs;
}

use std::ffi::CStr;

use c_abi::arguments::Argument;
use c_abi::caller::Caller;
use libfuzzer_sys::fuzz_target;
use tokenmint_ffi::agora::*;
use tokenmint_ffi::ath::*;
use tokenmint_ffi::authing::*;
use tokenmint_ffi::device::*;
use tokenmint_ffi::zego::*;
use tokenmint_ffi::*;

/// A function as a closure that takes its arguments from the input; one
/// underscore an argument.
macro_rules! functions {
    ($($name:ident($($argument:tt),+);)+) => {
        const FUNCTIONS: &[fn(&mut Caller<'_>) -> i32] = &[$(
            |caller| {
                let function: unsafe extern "C" fn($(functions!(@type $argument)),+) -> _ = $name;
                // SAFETY: whatever has a length that the function accepts is
                // there for the time of the call.
                unsafe { function($(functions!(@give $argument caller)),+) }
            },
        )+];
    };
    (@type $argument:tt) => { _ };
    (@give $argument:tt $caller:ident) => { Argument::give($caller) };
}

functions! {
    tokenmint_compress_stored(_, _, _, _, _);
    tokenmint_compress_fixed(_, _, _, _, _);
    tokenmint_compress_exact(_, _, _, _, _);
    tokenmint_agora_time_key(_, _, _, _);
    tokenmint_agora_rtc_build_token_with_uid(_, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_rtc_build_token_with_user_account(_, _, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_rtc_build_token_with_uid_and_privilege(_, _, _, _, _, _, _, _, _);
    tokenmint_agora_rtc_build_token_with_user_account_and_privilege(_, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_rtc_build_token_with_rtm(_, _, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_rtc_build_token_with_rtm2(_, _, _, _, _, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_rtm_build_token(_, _, _, _, _, _, _);
    tokenmint_agora_rtm_build_token_with_uid(_, _, _, _, _, _);
    tokenmint_agora_rtm_build_token_with_permissions(_, _, _, _, _, _, _, _, _);
    tokenmint_agora_chat_build_user_token(_, _, _, _, _, _, _);
    tokenmint_agora_chat_build_app_token(_, _, _, _, _);
    tokenmint_agora_education_build_room_user_token(_, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_education_build_user_token(_, _, _, _, _, _, _);
    tokenmint_agora_education_build_app_token(_, _, _, _, _);
    tokenmint_agora_fpa_build_token(_, _, _, _);
    tokenmint_agora_convoai_build_token(_, _, _, _, _, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_stt_build_token(_, _, _, _, _, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_access_token2_build(_, _, _, _, _, _, _);
    tokenmint_agora_verify(_, _, _);
    tokenmint_agora_check(_, _, _);
    tokenmint_agora_parse(_, _, _, _, _);
    tokenmint_agora_token_service(_, _, _);
    tokenmint_agora_token_privilege(_, _, _, _);
    tokenmint_agora_token_permission(_, _, _, _);
    tokenmint_agora_token_resource(_, _, _, _, _);
    tokenmint_agora_peek(_, _, _, _, _);
    tokenmint_agora_should_renew(_, _, _);
    tokenmint_agora_has_expired(_, _, _);
    tokenmint_agora_token_warning(_, _, _, _);
    tokenmint_agora_v006_rtc_build_token_with_uid(_, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_v006_rtc_build_token_with_account(_, _, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_v006_rtm_build_token(_, _, _, _, _, _, _, _);
    tokenmint_agora_v006_access_token_build_with_uid(_, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_v006_access_token_build_with_account(_, _, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_v006_parse(_, _, _, _, _);
    tokenmint_agora_v006_token_privilege(_, _, _);
    tokenmint_agora_v006_verify(_, _, _, _, _, _, _);
    tokenmint_agora_v006_check(_, _, _);
    tokenmint_agora_v006_token_warning(_, _, _, _);
    tokenmint_agora_generate_rtc_token(_, _, _, _, _, _, _, _, _);
    tokenmint_agora_generate_convo_ai_token(_, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_token_header(_, _, _, _, _);
    tokenmint_agora_verify_notification(_, _, _, _, _, _);
    tokenmint_agora_basic_header(_, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate(_, _, _, _, _, _);
    tokenmint_agora_legacy_generate2(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate3(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_public_sharing_key(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_recording_key(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_media_channel_key(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_public_sharing_key5(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_recording_key5(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_media_channel_key5(_, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_in_channel_permission_key(_, _, _, _, _, _, _, _, _, _);
    tokenmint_agora_legacy_generate_signaling_token(_, _, _, _, _, _, _);
    tokenmint_zego_generate_token04(_, _, _, _, _, _, _, _, _);
    tokenmint_zego_generate_token04_gcm(_, _, _, _, _, _, _, _, _);
    tokenmint_zego_generate_token03(_, _, _, _, _, _, _, _, _, _, _);
    tokenmint_zego_room_payload(_, _, _, _, _, _, _, _, _, _);
    tokenmint_zego_peek(_, _, _, _, _);
    tokenmint_zego_open(_, _, _, _, _, _, _, _);
    tokenmint_zego_open_with_cipher(_, _, _, _, _, _, _, _, _, _);
    tokenmint_zego_server_api_signature(_, _, _, _, _, _, _, _, _);
    tokenmint_zego_official_code(_, _, _, _, _, _);
    tokenmint_ath_attest(_, _, _, _, _, _);
    tokenmint_ath_attest_with_pem(_, _, _, _, _, _);
    tokenmint_ath_attest_with_signer(_, _, _, _, _, _);
    tokenmint_ath_public_key(_, _, _, _, _);
    tokenmint_ath_identity_key(_, _, _, _, _, _, _);
    tokenmint_ath_public_jwk(_, _, _, _, _);
    tokenmint_ath_token_id(_, _, _, _, _);
    tokenmint_ath_state(_, _, _, _, _);
    tokenmint_ath_inspect(_, _, _, _, _);
    tokenmint_ath_check(_, _, _, _, _, _, _, _);
    tokenmint_authing_authorization(_, _, _, _, _, _, _, _);
    tokenmint_authing_sign(_, _, _, _, _, _, _, _);
    tokenmint_authing_string_to_sign(_, _, _, _);
    tokenmint_authing_authorization_of_mac(_, _, _, _, _, _, _);
    tokenmint_authing_events_authorization(_, _, _, _, _, _, _);
    tokenmint_authing_verify(_, _, _, _, _, _, _);
    tokenmint_authing_date(_, _, _, _, _);
    tokenmint_authing_nonce(_, _, _, _, _);
    tokenmint_authing_management_events_target(_, _, _, _, _, _, _);
    tokenmint_authing_authentication_events_target(_, _, _, _, _, _, _, _, _);
    tokenmint_device_session_begin(_, _, _, _, _, _);
    tokenmint_device_session_start(_, _, _);
    tokenmint_device_session_stop(_, _, _);
    tokenmint_device_session_set_clock(_, _, _);
    tokenmint_device_session_next(_, _, _, _, _, _);
    tokenmint_device_write(_, _, _, _, _, _);
    tokenmint_device_send(_, _, _, _, _, _, _);
    tokenmint_device_answer_begin(_, _, _);
    tokenmint_device_answer_read(_, _, _, _);
    tokenmint_device_answer_end(_);
    tokenmint_device_answer_head(_, _, _, _, _, _);
    tokenmint_device_answer_body(_, _, _);
    tokenmint_device_answer_complete(_);
    tokenmint_device_answer_said(_, _);
    tokenmint_device_mint(_);
    tokenmint_device_convoai(_);
    tokenmint_device_sample(_);
    tokenmint_device_ten(_);
    tokenmint_device_area(_);
    tokenmint_device_url(_);
    tokenmint_device_plain_url(_);
    tokenmint_device_token(_);
    tokenmint_device_bearer(_);
    tokenmint_device_basic(_);
    tokenmint_device_header(_);
    tokenmint_device_properties(_);
    tokenmint_pkce_verifier(_, _, _, _, _);
    tokenmint_pkce_challenge(_, _, _, _, _);
    tokenmint_pkce_verify(_, _, _, _);
}

fuzz_target!(|data: &[u8]| {
    let mut caller = Caller::new(data);
    for _ in 0..8 {
        let Some(number) = caller.byte() else { break };
        let function = FUNCTIONS[usize::from(number) % FUNCTIONS.len()];
        caller.begin();
        let status = function(&mut caller);
        // 1: not to be verified, and 1 to 6 are the official codes of ZEGO.
        assert!((-80..=6).contains(&status), "{status}");
        caller.settle(status);
        names(status);
    }
    let len = caller.number();
    let lens = [
        tokenmint_agora_workspace_len(len),
        tokenmint_zego_workspace_len(len),
        tokenmint_ath_workspace_len(len),
    ];
    assert!(lens.iter().all(|needed| *needed >= len / 4 * 3));
    assert!(tokenmint_version() > 0);
});

fn names(status: i32) {
    let name = tokenmint_status_name(status);
    // SAFETY: it is static text that a NUL ends.
    let name = unsafe { CStr::from_ptr(name) };
    assert!(
        name.to_str()
            .is_ok_and(|name| name.starts_with("TOKENMINT_") || status == 1)
    );
}
