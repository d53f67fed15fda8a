//! A device in a conversation.

use core::ffi::{c_char, c_void};
use core::mem::{size_of, zeroed};
use core::ptr::{null, null_mut};
use std::vec;
use std::vec::Vec;

use crate::agora::*;
use crate::device::*;
use crate::*;

/// A device starts an agent and stops it, from the first request to the last.
#[test]
fn a_device_holds_a_conversation() {
    let issuer = tokenmint_agora_issuer {
        struct_size: size_of::<tokenmint_agora_issuer>(),
        app_id: c"970CA35de60c44645bbae8a215061b33".as_ptr(),
        app_id_len: 32,
        certificate: c"5CFd2fd1755d40ecb72977518be15d3b".as_ptr(),
        certificate_len: 32,
        time_key: null(),
        time_key_len: 0,
        compression: Some(tokenmint_compress_fixed),
        hmac_sha256: Some(tokenmint_hmac_sha256),
        hmac_context: null_mut(),
        issued_at: 1_700_000_000,
        salt: 1,
        limits: TOKENMINT_AGORA_LIMITS_DOCUMENTED,
        reserved: 0,
    };
    // SAFETY: zeros are a value of it.
    let mut device: tokenmint_device = unsafe { zeroed() };
    device.struct_size = size_of::<tokenmint_device>();
    (device.app_id, device.app_id_len) = (issuer.app_id, 32);
    (device.name, device.name_len) = (c"kitchen".as_ptr(), 7);
    (device.channel, device.channel_len) = (c"room".as_ptr(), 4);
    (device.agent_uid, device.agent_uid_len) = (c"1001".as_ptr(), 4);
    (device.remote_uid, device.remote_uid_len) = (c"1002".as_ptr(), 4);
    (device.pipeline, device.pipeline_len) = (c"p1".as_ptr(), 2);
    device.issuer = &raw const issuer;
    device.mint = Some(tokenmint_device_mint);
    device.service = Some(tokenmint_device_convoai);
    device.server = Some(tokenmint_device_area);
    device.authorization = Some(tokenmint_device_token);
    (device.token_seconds, device.answer_ms) = (3600, 5000);

    // SAFETY: zeros are a value of them.
    let (mut session, mut answer): (tokenmint_device_session, tokenmint_device_answer) =
        unsafe { (zeroed(), zeroed()) };
    session.struct_size = size_of::<tokenmint_device_session>();
    answer.struct_size = size_of::<tokenmint_device_answer>();
    let mut step = tokenmint_device_step::default();

    let mut asked = Vec::new();
    let mut event = TOKENMINT_DEVICE_EVENT_TICK;
    // SAFETY: every pointer is live for its length, and nobody else writes to
    // session and answer.
    unsafe {
        let not_begun = tokenmint_device_session_start(&raw mut session, 0, 60_000);
        assert_eq!(not_begun, TOKENMINT_ERR_UNKNOWN_VALUE);
        let begun =
            tokenmint_device_session_begin(&raw mut session, &raw const device, null(), 0, 0, 7);
        assert_eq!(begun, TOKENMINT_OK);
        let started = tokenmint_device_session_start(&raw mut session, 0, 60_000);
        assert_eq!(started, TOKENMINT_OK);
        for _ in 0..12 {
            let next = tokenmint_device_session_next(
                &raw mut session,
                &raw const device,
                event,
                &raw const answer,
                0,
                &raw mut step,
            );
            assert_eq!(next, TOKENMINT_OK);
            event = TOKENMINT_DEVICE_EVENT_TICK;
            match step.kind {
                TOKENMINT_DEVICE_STEP_KEEP => event = TOKENMINT_DEVICE_EVENT_KEPT,
                TOKENMINT_DEVICE_STEP_SEND => {
                    asked.push(step.ask);
                    answered(&device, &step, &mut answer);
                    event = TOKENMINT_DEVICE_EVENT_ANSWERED;
                }
                TOKENMINT_DEVICE_STEP_WAIT => {
                    assert_eq!(step.agent_id_len, 2);
                    assert_eq!(
                        step.agent_id[..3],
                        [b'A', b'7', 0].map(|byte| byte as c_char)
                    );
                    let stop = tokenmint_device_session_stop(&raw mut session, 0, 60_000);
                    assert_eq!(stop, TOKENMINT_OK);
                }
                _ => break,
            }
        }
    }
    let expected = [
        TOKENMINT_DEVICE_ASK_DATE,
        TOKENMINT_DEVICE_ASK_START,
        TOKENMINT_DEVICE_ASK_STOP,
    ];
    assert_eq!(asked, expected);
    assert_eq!(
        (step.kind, step.end),
        (TOKENMINT_DEVICE_STEP_DONE, TOKENMINT_DEVICE_END_STOPPED)
    );
}

/// Writes the request of a step in both ways and reads an answer to it.
///
/// # Safety
///
/// The pointer rules of the crate.
unsafe fn answered(
    device: &tokenmint_device,
    step: &tokenmint_device_step,
    answer: &mut tokenmint_device_answer,
) {
    unsafe extern "C" fn keep(sent: *mut c_void, piece: *const u8, len: usize) -> i32 {
        // SAFETY: what is given below, and a piece.
        unsafe {
            let piece = core::slice::from_raw_parts(piece, len);
            (*sent.cast::<Vec<u8>>()).extend_from_slice(piece);
        }
        TOKENMINT_OK
    }
    let body = match step.ask {
        TOKENMINT_DEVICE_ASK_DATE => {
            "HTTP/1.1 401 Unauthorized\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\n\
             Content-Length: 0\r\n\r\n"
        }
        TOKENMINT_DEVICE_ASK_START => {
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n{\"agent_id\":\"A7\"}\r\n\
             0\r\n\r\n"
        }
        _ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    };
    let (mut len, mut is_complete) = (0, false);
    let mut sent = Vec::<u8>::new();
    // SAFETY: the same promise.
    unsafe {
        let part = TOKENMINT_DEVICE_PART_REQUEST;
        let asked = tokenmint_device_write(device, step, part, null_mut(), 0, &raw mut len);
        assert_eq!(asked, TOKENMINT_ERR_BUFFER_TOO_SMALL);
        let mut out = vec![0x55; len];
        let wrote = tokenmint_device_write(
            device,
            step,
            part,
            out.as_mut_ptr().cast(),
            out.len(),
            &raw mut len,
        );
        assert_eq!(wrote, TOKENMINT_OK, "{}", step.ask);
        let mut workspace = [0x55; 1024];
        let mut needed = 1;
        let streamed = tokenmint_device_send(
            device,
            step,
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut needed,
            Some(keep),
            (&raw mut sent).cast(),
        );
        assert_eq!((streamed, needed), (TOKENMINT_OK, 0));
        assert_eq!(sent, out[..len]);
        assert!(out[len..].iter().all(|byte| *byte == 0), "a token is left");
        assert!(workspace.iter().all(|byte| *byte == 0), "a token is left");
        assert!(sent.starts_with(b"GET /") || sent.starts_with(b"POST /"));

        let begun = tokenmint_device_answer_begin(device, step, answer);
        assert_eq!(begun, TOKENMINT_OK);
        for piece in body.as_bytes().chunks(7) {
            let read = tokenmint_device_answer_read(
                answer,
                piece.as_ptr(),
                piece.len(),
                &raw mut is_complete,
            );
            assert_eq!(read, TOKENMINT_OK);
        }
        assert!(is_complete);
        let mut said: tokenmint_device_said = zeroed();
        said.struct_size = size_of::<tokenmint_device_said>();
        let told = tokenmint_device_answer_said(answer, &raw mut said);
        assert_eq!(told, TOKENMINT_OK);
        let is_date = step.ask == TOKENMINT_DEVICE_ASK_DATE;
        assert_eq!(said.http_status, if is_date { 401 } else { 200 });
        assert_eq!(said.date, if is_date { 1_700_000_000 } else { 0 });
    }
}

/// A device that starts and stops the agent of a token server: what it sends
/// first and last.
#[test]
fn a_device_asks_a_token_server() {
    for (service, starts, stops) in [
        (
            tokenmint_device_sample as unsafe extern "C" fn(*mut c_void) -> i32,
            ("POST /v1/agent/start HTTP/1.1\r\n", "\"agent_uid\":1001"),
            ("POST /v1/agent/stop HTTP/1.1\r\n", "\"agent_id\":\"A7\""),
        ),
        (
            tokenmint_device_ten,
            ("POST /v1/start HTTP/1.1\r\n", "\"bot_uid\":1001"),
            ("POST /v1/stop HTTP/1.1\r\n", "\"channel_name\":\"room\""),
        ),
    ] {
        // SAFETY: zeros are a value of them.
        let (mut device, mut step): (tokenmint_device, tokenmint_device_step) =
            unsafe { (zeroed(), zeroed()) };
        device.struct_size = size_of::<tokenmint_device>();
        step.struct_size = size_of::<tokenmint_device_step>();
        device.service = Some(service);
        device.server = Some(tokenmint_device_url);
        let url = "https://tokens.example.com/v1";
        (device.base_url, device.base_url_len) = (url.as_ptr().cast(), url.len());
        (device.channel, device.channel_len) = (c"room".as_ptr(), 4);
        (device.agent_uid, device.agent_uid_len) = (c"1001".as_ptr(), 4);
        (device.remote_uid, device.remote_uid_len) = (c"1002".as_ptr(), 4);
        (device.pipeline, device.pipeline_len) = (c"graph".as_ptr(), 5);
        (device.secret, device.secret_len) = (c"bearer".as_ptr(), 6);
        device.authorization = Some(tokenmint_device_bearer);
        step.agent_id[..2].copy_from_slice(&[b'A', b'7'].map(|byte| byte as c_char));
        step.agent_id_len = 2;
        for (ask, (line, member)) in [
            (TOKENMINT_DEVICE_ASK_START, starts),
            (TOKENMINT_DEVICE_ASK_STOP, stops),
        ] {
            step.ask = ask;
            let (mut out, mut len) = (vec![0_u8; 1024], 0);
            // SAFETY: every pointer is live for its length.
            let wrote = unsafe {
                tokenmint_device_write(
                    &raw const device,
                    &raw const step,
                    TOKENMINT_DEVICE_PART_REQUEST,
                    out.as_mut_ptr().cast(),
                    out.len(),
                    &raw mut len,
                )
            };
            assert_eq!(wrote, TOKENMINT_OK, "{line} {ask}");
            let request = core::str::from_utf8(&out[..len]).unwrap();
            assert!(request.starts_with(line), "{request}");
            assert!(request.contains(member), "{request}");
            assert!(
                request.contains("Authorization: Bearer bearer\r\n"),
                "{request}"
            );
        }
        // Nothing else is known there.
        step.ask = TOKENMINT_DEVICE_ASK_RENEW;
        let mut len = 0;
        // SAFETY: the same.
        let refused = unsafe {
            tokenmint_device_write(
                &raw const device,
                &raw const step,
                TOKENMINT_DEVICE_PART_REQUEST,
                null_mut(),
                0,
                &raw mut len,
            )
        };
        assert_eq!(refused, TOKENMINT_ERR_UNKNOWN_VALUE);
    }
}

/// What a device does not name, it cannot do; and what is no service makes none.
#[test]
fn a_device_names_what_it_takes() {
    // SAFETY: zeros are a value of them.
    let (mut device, mut step): (tokenmint_device, tokenmint_device_step) =
        unsafe { (zeroed(), zeroed()) };
    device.struct_size = size_of::<tokenmint_device>();
    step.struct_size = size_of::<tokenmint_device_step>();
    (device.app_id, device.app_id_len) = (c"970CA35de60c44645bbae8a215061b33".as_ptr(), 32);
    (device.name, device.name_len) = (c"kitchen".as_ptr(), 7);
    (device.channel, device.channel_len) = (c"room".as_ptr(), 4);
    (device.agent_uid, device.agent_uid_len) = (c"1001".as_ptr(), 4);
    (device.remote_uid, device.remote_uid_len) = (c"1002".as_ptr(), 4);
    (device.token, device.token_len) = (c"007T".as_ptr(), 4);
    (device.properties, device.properties_len) = (c"{\"a\":1}".as_ptr(), 7);
    (device.secret_name, device.secret_name_len) = (c"x-key".as_ptr(), 5);
    (device.secret, device.secret_len) = (c"k".as_ptr(), 1);
    step.ask = TOKENMINT_DEVICE_ASK_START;
    let write = |device: &tokenmint_device| {
        let (mut out, mut len) = (vec![0_u8; 1024], 0);
        // SAFETY: every pointer is live for its length.
        let status = unsafe {
            tokenmint_device_write(
                device,
                &raw const step,
                TOKENMINT_DEVICE_PART_REQUEST,
                out.as_mut_ptr().cast(),
                out.len(),
                &raw mut len,
            )
        };
        out.truncate(len);
        (status, std::string::String::from_utf8(out).unwrap())
    };
    assert_eq!(write(&device).0, TOKENMINT_ERR_NULL_POINTER);
    device.service = Some(tokenmint_device_convoai);
    assert_eq!(write(&device).0, TOKENMINT_ERR_NULL_POINTER);
    device.server = Some(tokenmint_device_area);
    // `properties` without what checks them.
    assert_eq!(write(&device).0, TOKENMINT_ERR_NULL_POINTER);
    device.more = Some(tokenmint_device_properties);
    let (status, request) = write(&device);
    assert_eq!(status, TOKENMINT_OK);
    assert!(
        request.ends_with(",\"token\":\"007T\",\"a\":1}}"),
        "{request}"
    );
    assert!(!request.contains("Authorization"), "{request}");
    for (part, header) in [
        (
            tokenmint_device_token as unsafe extern "C" fn(*mut c_void) -> i32,
            "\r\nAuthorization: agora token=007T\r\n",
        ),
        (tokenmint_device_bearer, "\r\nAuthorization: Bearer k\r\n"),
        (
            tokenmint_device_basic,
            "\r\nAuthorization: Basic eC1rZXk6aw==\r\n",
        ),
        (tokenmint_device_header, "\r\nx-key: k\r\n"),
    ] {
        device.authorization = Some(part);
        assert!(write(&device).1.contains(header), "{header}");
    }
    // A URL that is plain is taken by name alone.
    (device.base_url, device.base_url_len) = (c"http://10.0.0.2:8080/v1".as_ptr(), 23);
    device.server = Some(tokenmint_device_url);
    assert_eq!(write(&device).0, TOKENMINT_ERR_BAD_CHARACTER);
    device.server = Some(tokenmint_device_plain_url);
    assert!(write(&device).1.contains("\r\nHost: 10.0.0.2:8080\r\n"));
    for not_a_service in [tokenmint_device_area, tokenmint_device_mint] {
        device.service = Some(not_a_service);
        assert!(write(&device).0 < TOKENMINT_OK);
    }
}
