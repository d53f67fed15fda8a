//! One good round through mint, read and verify, for Miri: the vectors are run
//! elsewhere.

#[cfg(feature = "device")]
mod device;

use core::mem::size_of;
use std::vec;

use crate::agora::*;
use crate::*;

#[test]
fn a_token_goes_round() {
    let app_id = "970CA35de60c44645bbae8a215061b33";
    let certificate = "5CFd2fd1755d40ecb72977518be15d3b";
    for compression in [
        tokenmint_compress_stored as unsafe extern "C" fn(_, _, _, _, _) -> _,
        tokenmint_compress_fixed,
        tokenmint_compress_exact,
    ] {
        let issuer = tokenmint_agora_issuer {
            struct_size: size_of::<tokenmint_agora_issuer>(),
            app_id: app_id.as_ptr().cast(),
            app_id_len: app_id.len(),
            certificate: certificate.as_ptr().cast(),
            certificate_len: certificate.len(),
            time_key: core::ptr::null(),
            time_key_len: 0,
            compression: Some(compression),
            hmac_sha256: Some(tokenmint_hmac_sha256),
            hmac_context: core::ptr::null_mut(),
            issued_at: 1_700_000_000,
            salt: 1,
            limits: TOKENMINT_AGORA_LIMITS_DOCUMENTED,
            reserved: 0,
        };
        let (mut out, mut len) = ([0x55; 512], 0);
        let mut workspace = vec![0x55; 600];
        // SAFETY: every pointer is live for its length, zeros are a value of
        // the structs.
        unsafe {
            let status = tokenmint_agora_rtc_build_token_with_uid(
                &raw const issuer,
                c"lobby".as_ptr(),
                5,
                7,
                TOKENMINT_AGORA_ROLE_PUBLISHER,
                60,
                60,
                out.as_mut_ptr(),
                out.len(),
                &raw mut len,
            );
            assert_eq!(status, TOKENMINT_OK);
            let mut info: tokenmint_agora_token = core::mem::zeroed();
            info.struct_size = size_of::<tokenmint_agora_token>();
            let status = tokenmint_agora_parse(
                out.as_ptr(),
                len,
                workspace.as_mut_ptr(),
                workspace.len(),
                &raw mut info,
            );
            assert_eq!(status, TOKENMINT_OK);
            let status = tokenmint_agora_verify(
                &raw const info,
                certificate.as_ptr().cast(),
                certificate.len(),
            );
            assert_eq!(status, TOKENMINT_OK);
            let mut service: tokenmint_agora_service_info = core::mem::zeroed();
            service.struct_size = size_of::<tokenmint_agora_service_info>();
            let status = tokenmint_agora_token_service(&raw const info, 0, &raw mut service);
            assert_eq!(
                (status, service.user_len, service.channel_len),
                (TOKENMINT_OK, 1, 5)
            );
            // The info must not lie in what it points to.
            let status =
                tokenmint_agora_token_service(&raw const info, 0, workspace.as_mut_ptr().cast());
            assert!(status < 0);
        }
    }
}

/// The example of the public documentation.
#[test]
fn a_notification_is_verified() {
    let secret = "secret";
    let body = concat!(
        r#"{"eventType":10,"noticeId":"4eb720f0-8da7-11e9-a43e-53f411c2761f","#,
        r#""notifyMs":1560408533119,"payload":{"a":"1","b":2},"productId":1}"#,
    );
    let signature = "de96da5acf03b0021ac3b4fa2225e7ae6f3533a30d50bb02c08ea4fa748bda24";
    let verify = |body: &str, signature: &str| {
        // SAFETY: every pointer is live for its length.
        unsafe {
            tokenmint_agora_verify_notification(
                secret.as_ptr().cast(),
                secret.len(),
                body.as_ptr(),
                body.len(),
                signature.as_ptr().cast(),
                signature.len(),
            )
        }
    };
    assert_eq!(verify(body, signature), TOKENMINT_OK);
    assert_eq!(verify("{}", signature), TOKENMINT_ERR_BAD_SIGNATURE);
    assert_eq!(verify(body, ""), TOKENMINT_ERR_BAD_SIGNATURE);
}
