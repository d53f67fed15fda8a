//! Agora.

use std::ffi::c_char;

use tokenmint_ffi::agora::*;
use tokenmint_ffi::{tokenmint_compress_fixed, tokenmint_hmac_sha256};

use super::{Size, ask};

const NAME: [u8; 255] = [b'x'; 255];
const ID: &[u8; 32] = b"970CA35de60c44645bbae8a215061b33";
const CERTIFICATE: &[u8; 32] = b"5CFd2fd1755d40ecb72977518be15d3b";

fn issuer() -> tokenmint_agora_issuer {
    tokenmint_agora_issuer {
        struct_size: size_of::<tokenmint_agora_issuer>(),
        app_id: ID.as_ptr().cast(),
        app_id_len: ID.len(),
        certificate: CERTIFICATE.as_ptr().cast(),
        certificate_len: ID.len(),
        time_key: std::ptr::null(),
        time_key_len: 0,
        compression: Some(tokenmint_compress_fixed),
        hmac_sha256: Some(tokenmint_hmac_sha256),
        hmac_context: std::ptr::null_mut(),
        issued_at: 1,
        salt: 1,
        limits: TOKENMINT_AGORA_LIMITS_DOCUMENTED,
        reserved: 0,
    }
}

pub(crate) fn sizes() -> Vec<Size> {
    let issuer = issuer();
    let issuer = &raw const issuer;
    let name: *const c_char = NAME.as_ptr().cast();
    let lifetimes = tokenmint_agora_rtc_lifetimes {
        struct_size: size_of::<tokenmint_agora_rtc_lifetimes>(),
        join_channel: 1,
        publish_audio: 1,
        publish_video: 1,
        publish_data: 1,
    };
    let lifetimes = &raw const lifetimes;
    let publisher = TOKENMINT_AGORA_ROLE_PUBLISHER;
    // SAFETY: every pointer is live for its length.
    unsafe {
        vec![
            (
                "AGORA_RTC",
                ask(|out, cap, len| {
                    tokenmint_agora_rtc_build_token_with_user_account(
                        issuer, name, 64, name, 255, publisher, 1, 1, out, cap, len,
                    )
                }),
                "Every RTC token.",
            ),
            (
                "AGORA_RTC_WITH_RTM",
                ask(|out, cap, len| {
                    tokenmint_agora_rtc_build_token_with_rtm(
                        issuer, name, 64, name, 255, publisher, 1, 1, out, cap, len,
                    )
                }),
                "Every token for RTC and RTM, with one account or with two.",
            ),
            (
                "AGORA_RTM",
                ask(|out, cap, len| {
                    tokenmint_agora_rtm_build_token(issuer, name, 64, 1, out, cap, len)
                }),
                "Every RTM token without permissions.",
            ),
            (
                "AGORA_CHAT",
                ask(|out, cap, len| {
                    tokenmint_agora_chat_build_user_token(issuer, name, 64, 1, out, cap, len)
                }),
                "Every chat token, for user ids of at most 64 bytes.",
            ),
            (
                "AGORA_EDUCATION",
                ask(|out, cap, len| {
                    tokenmint_agora_education_build_room_user_token(
                        issuer, name, 64, name, 64, 1, 1, out, cap, len,
                    )
                }),
                "Every classroom token, for room and user ids of at most 64 bytes.",
            ),
            (
                "AGORA_FPA",
                ask(|out, cap, len| tokenmint_agora_fpa_build_token(issuer, out, cap, len)),
                "Every FPA token.",
            ),
            (
                "AGORA_CONVOAI",
                ask(|out, cap, len| {
                    tokenmint_agora_convoai_build_token(
                        issuer, name, 64, name, 255, publisher, 1, lifetimes, name, 64, 1, out,
                        cap, len,
                    )
                }),
                "Every token for conversational AI or speech to text.",
            ),
            (
                "AGORA_V006",
                ask(|out, cap, len| {
                    tokenmint_agora_v006_rtc_build_token_with_account(
                        issuer, name, 64, name, 255, publisher, 1, 1, out, cap, len,
                    )
                }),
                "Every 006 token of at most four privileges.",
            ),
            (
                "AGORA_LEGACY",
                ask(|out, cap, len| {
                    tokenmint_agora_legacy_generate3(issuer, name, 64, 1, 1, out, cap, len)
                })
                .max(ask(|out, cap, len| {
                    tokenmint_agora_legacy_generate_in_channel_permission_key(
                        issuer, name, 64, 1, 1, name, 1, out, cap, len,
                    )
                })),
                "Every key of 001 to 005 and every signaling token.",
            ),
            (
                "AGORA_TOKEN_HEADER",
                ask(|out, cap, len| {
                    let token = vec![b'x'; tokenmint::agora::v007::RTC_CAPACITY];
                    tokenmint_agora_token_header(token.as_ptr().cast(), token.len(), out, cap, len)
                }),
                "Every `Authorization` value for an RTC token.",
            ),
        ]
    }
}
