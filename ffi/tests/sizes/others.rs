//! ZEGO, ATH and Authing.

use std::ffi::c_char;
use std::ptr::null;

use tokenmint_ffi::ath::*;
use tokenmint_ffi::authing::*;
use tokenmint_ffi::zego::*;
use tokenmint_ffi::{
    tokenmint_aes256_cbc, tokenmint_pkce_challenge, tokenmint_pkce_verifier, tokenmint_sha256,
};

use super::{Size, ask};

const NAME: [u8; 512] = [b'x'; 512];

pub(crate) fn sizes() -> Vec<Size> {
    [zego(), ath(), authing()].concat()
}

fn zego() -> Vec<Size> {
    let mut issuer = tokenmint_zego_issuer {
        struct_size: size_of::<tokenmint_zego_issuer>(),
        secret: NAME.as_ptr().cast(),
        secret_len: 32,
        cipher: Some(tokenmint_aes256_cbc),
        cipher_context: std::ptr::null_mut(),
        iv: NAME.as_ptr(),
        iv_len: TOKENMINT_ZEGO_IV_LEN_CBC,
        reserved: 0,
        nonce: 1,
        issued_at: 1,
        app_id: 1,
        limits: TOKENMINT_ZEGO_LIMITS_DOCUMENTED,
    };
    let name: *const c_char = NAME.as_ptr().cast();
    // SAFETY: every pointer is live for its length.
    unsafe {
        let token03 = ask(|out, cap, len| {
            tokenmint_zego_generate_token03(
                &raw const issuer,
                name,
                64,
                name,
                64,
                1,
                1,
                1,
                out,
                cap,
                len,
            )
        });
        let token04 = ask(|out, cap, len| {
            tokenmint_zego_generate_token04(
                &raw const issuer,
                name,
                64,
                1,
                null(),
                0,
                out,
                cap,
                len,
            )
        });
        issuer.iv_len = TOKENMINT_ZEGO_IV_LEN_GCM;
        let gcm = ask(|out, cap, len| {
            tokenmint_zego_generate_token04_gcm(
                &raw const issuer,
                name,
                64,
                1,
                null(),
                0,
                out,
                cap,
                len,
            )
        });
        let signature = ask(|out, cap, len| {
            tokenmint_zego_server_api_signature(1, name, 16, name, 32, 1, out, cap, len)
        });
        vec![
            (
                "ZEGO_TOKEN04",
                token04.max(gcm),
                "Every token04 without a payload, of either mode, for user ids of at most 64 bytes.",
            ),
            (
                "ZEGO_TOKEN03",
                token03,
                "Every token03, for user and room ids of at most 64 bytes.",
            ),
            (
                "ZEGO_SIGNATURE",
                signature,
                "Every signature of the server API.",
            ),
        ]
    }
}

fn ath() -> Vec<Size> {
    let agent = format!(
        "https://{}/.well-known/agent.json",
        "x".repeat(512 - 8 - 23)
    );
    assert_eq!(agent.len(), tokenmint::ath::AGENT_ID_MAX);
    let attestation = tokenmint_ath_attestation {
        struct_size: size_of::<tokenmint_ath_attestation>(),
        agent_id: agent.as_ptr().cast(),
        agent_id_len: agent.len(),
        audience: NAME.as_ptr().cast(),
        audience_len: tokenmint::ath::AUDIENCE_MAX,
        token_id: NAME.as_ptr().cast(),
        token_id_len: tokenmint::ath::TOKEN_ID_MAX,
        key_id: NAME.as_ptr().cast(),
        key_id_len: tokenmint::ath::KEY_ID_MAX,
        capabilities: null(),
        capabilities_count: 0,
        sha256: Some(tokenmint_sha256),
        sha256_context: std::ptr::null_mut(),
        reserved: 0,
        issued_at: 1,
        lifetime: 0,
        audience_form: TOKENMINT_ATH_AUDIENCE_EXACT,
        header_form: TOKENMINT_ATH_HEADER_WITH_TYPE,
        limits: TOKENMINT_ATH_LIMITS_DOCUMENTED,
    };
    let key = [1; TOKENMINT_ATH_KEY_LEN];
    let point = tokenmint::ath::SigningKey::from_bytes(&key)
        .expect("a key")
        .public_key()
        .to_point();
    // SAFETY: every pointer is live for its length.
    unsafe {
        vec![
            (
                "ATH_ATTESTATION",
                ask(|out, cap, len| {
                    tokenmint_ath_attest(
                        &raw const attestation,
                        key.as_ptr(),
                        key.len(),
                        out,
                        cap,
                        len,
                    )
                }),
                "Every attestation without capabilities; usual ones have 400 to 600 characters.",
            ),
            (
                "ATH_TOKEN_ID",
                ask(|out, cap, len| tokenmint_ath_token_id(NAME.as_ptr(), 24, out, cap, len)),
                "Every token id.",
            ),
            (
                "ATH_STATE",
                ask(|out, cap, len| tokenmint_ath_state(NAME.as_ptr(), 16, out, cap, len)),
                "Every state.",
            ),
            (
                "ATH_PUBLIC_JWK",
                ask(|out, cap, len| {
                    tokenmint_ath_public_jwk(point.as_ptr(), point.len(), out, cap, len)
                }),
                "Every public JWK.",
            ),
            (
                "PKCE_VERIFIER",
                ask(|out, cap, len| tokenmint_pkce_verifier(NAME.as_ptr(), 96, out, cap, len)),
                "Every verifier.",
            ),
            (
                "PKCE_CHALLENGE",
                ask(|out, cap, len| {
                    tokenmint_pkce_challenge(NAME.as_ptr().cast(), 43, out, cap, len)
                }),
                "Every challenge.",
            ),
        ]
    }
}

fn authing() -> Vec<Size> {
    let request = tokenmint_authing_request {
        struct_size: size_of::<tokenmint_authing_request>(),
        method: NAME.as_ptr().cast(),
        method_len: 3,
        path: c"/".as_ptr(),
        path_len: 1,
        params: null(),
        params_count: 0,
        headers: null(),
        headers_count: 0,
    };
    let name: *const c_char = NAME.as_ptr().cast();
    // SAFETY: every pointer is live for its length.
    unsafe {
        vec![
            (
                "AUTHING_AUTHORIZATION",
                ask(|out, cap, len| {
                    tokenmint_authing_authorization(
                        name,
                        128,
                        name,
                        1,
                        &raw const request,
                        out,
                        cap,
                        len,
                    )
                }),
                "Every `authorization` value.",
            ),
            (
                "AUTHING_SIGNATURE",
                ask(|out, cap, len| {
                    tokenmint_authing_sign(name, 1, name, 1, &raw const request, out, cap, len)
                }),
                "Every signature.",
            ),
            (
                "AUTHING_DATE",
                ask(|out, cap, len| {
                    let rfc1123 = TOKENMINT_AUTHING_DATE_RFC1123;
                    tokenmint_authing_date(1_700_000_000_000, rfc1123, out, cap, len)
                }),
                "Every date.",
            ),
            (
                "AUTHING_NONCE",
                ask(|out, cap, len| tokenmint_authing_nonce(NAME.as_ptr(), 16, out, cap, len)),
                "Every nonce.",
            ),
        ]
    }
}
