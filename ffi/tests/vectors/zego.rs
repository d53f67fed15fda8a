//! `zego.json`.

use serde_json::Value;
use tokenmint_ffi::zego::*;
use tokenmint_ffi::*;

use crate::book::{Book, Of, Want, leak};
use crate::json::{list, number, signed, text, unhex};
use crate::text;

pub(crate) fn run(file: &Value, book: &mut Book) {
    for (at, case) in list(&file["vectors"]).iter().enumerate() {
        vector(case, &format!("zego vectors {at}"), book);
    }
    for (at, case) in list(&file["invalid_inputs"]).iter().enumerate() {
        invalid_input(case, &format!("zego invalid_inputs {at}"), book);
    }
    for (at, case) in list(&file["size_limits"]).iter().enumerate() {
        size_limit(case, &format!("zego size_limits {at}"), book);
    }
    for (at, case) in list(&file["malformed_tokens"]).iter().enumerate() {
        malformed(case, &format!("zego malformed_tokens {at}"), book);
    }
    let signatures = list(&file["server_api_signature"]["vectors"]);
    for (at, case) in signatures.iter().enumerate() {
        let id = &format!("zego server_api_signature {at}");
        let want = Want::Text(text(case, "signature", id).to_owned());
        let app_id = u32::try_from(number(case, "app_id", id)).expect(id);
        text!(
            book,
            id,
            &want,
            tokenmint_zego_server_api_signature,
            int(app_id),
            text(text(case, "signature_nonce", id)),
            text(text(case, "server_secret", id)),
            int(number(case, "timestamp", id))
        );
        book.count("zego: server signatures");
    }
}

fn issuer(
    input: &Value,
    id: &str,
    book: &mut Book,
    iv_len: usize,
) -> Option<Of<tokenmint_zego_issuer>> {
    let app_id = u32::try_from(input["app_id"].as_u64()?).ok()?;
    let secret = leak(input["secret"].as_str()?);
    let iv = match (input["iv_hex"].as_str(), input["iv"].as_str()) {
        (Some(hex), _) => unhex(hex),
        (None, Some(iv)) => iv.as_bytes().to_vec(),
        (None, None) => panic!("{id}: no IV"),
    };
    let iv = leak(if iv.len() == iv_len {
        iv
    } else {
        vec![0; iv_len]
    });
    let (nonce, issued_at) = (signed(input, "nonce", id), signed(input, "ctime", id));
    let (secret_c, iv_c) = (book.intern(secret), book.intern(iv));
    let (cipher, cipher_c): (tokenmint_cipher, _) = match iv_len {
        TOKENMINT_ZEGO_IV_LEN_GCM => (Some(tokenmint_aes256_gcm), "GCM_CIPHER"),
        _ => (Some(tokenmint_aes256_cbc), "TOKENMINT_ZEGO_CIPHER"),
    };
    let name = book.name();
    let setup = format!(
        "  tokenmint_zego_issuer {name} = TOKENMINT_ZEGO_ISSUER_INIT;\n  {name}.secret = (const \
         char *){secret_c};\n  {name}.secret_len = {};\n  {name}.cipher = {cipher_c};\n  {name}.iv = {iv_c};\n  {name}.iv_len = \
         {iv_len};\n  {name}.nonce = {};\n  {name}.issued_at = {};\n  {name}.app_id = \
         {app_id}u;\n  {name}.limits = TOKENMINT_ZEGO_LIMITS_WIRE;\n",
        secret.len(),
        long(nonce),
        long(issued_at),
    );
    Some(Of {
        rust: vec![tokenmint_zego_issuer {
            struct_size: size_of::<tokenmint_zego_issuer>(),
            secret: secret.as_ptr().cast(),
            secret_len: secret.len(),
            cipher,
            cipher_context: std::ptr::null_mut(),
            iv: iv.as_ptr(),
            iv_len,
            reserved: 0,
            nonce,
            issued_at,
            app_id,
            limits: TOKENMINT_ZEGO_LIMITS_WIRE,
        }]
        .leak(),
        setup,
        name,
    })
}

/// A 64-bit constant; the smallest has no literal of its own.
fn long(value: i64) -> String {
    match value {
        i64::MIN => "INT64_MIN".to_owned(),
        value => format!("INT64_C({value})"),
    }
}

fn mode(case: &Value) -> &str {
    case["mode"].as_str().unwrap_or("cbc")
}

fn mint04(
    input: &Value,
    mode: &str,
    id: &str,
    book: &mut Book,
    want: &Want,
    payload: &str,
) -> Option<String> {
    let iv_len = match mode {
        "cbc" => TOKENMINT_ZEGO_IV_LEN_CBC,
        _ => TOKENMINT_ZEGO_IV_LEN_GCM,
    };
    let issuer = issuer(input, id, book, iv_len)?;
    let user = input["user_id"].as_str()?;
    let seconds = input["effective_seconds"].as_i64()?;
    let seconds_c = long(seconds);
    let (user, payload) = (leak(user), leak(payload));
    let (user_c, payload_c) = (book.text_args(user), book.text_args(payload));
    let function = match mode {
        "cbc" => tokenmint_zego_generate_token04,
        _ => tokenmint_zego_generate_token04_gcm,
    };
    let name = match mode {
        "cbc" => "tokenmint_zego_generate_token04",
        _ => "tokenmint_zego_generate_token04_gcm",
    };
    let rust = issuer.rust.as_ptr();
    let call = format!(
        "{name}(&{}, {user_c}, {seconds_c}, {payload_c}, out, out_cap, out_len)",
        issuer.name
    );
    Some(book.text(id, &issuer.setup, &call, want, &|out, cap, len| {
        // SAFETY: every pointer is live for ever.
        unsafe {
            function(
                rust,
                user.as_ptr().cast(),
                user.len(),
                seconds,
                payload.as_ptr().cast(),
                payload.len(),
                out,
                cap,
                len,
            )
        }
    }))
}

fn vector(case: &Value, id: &str, book: &mut Book) {
    let (input, output) = (&case["input"], &case["output"]);
    let token = text(output, "token", id);
    let want = Want::Text(token.to_owned());
    // Only the plain writer has our bytes; the others are read.
    let plain = text(case, "json_profile", id) == "plain";
    match text(case, "api", id) {
        "token04" => {
            if plain {
                let payload = text(input, "payload", id);
                mint04(input, mode(case), id, book, &want, payload).expect(id);
                book.count("zego: token04 minted");
            }
        }
        "token03" => {
            if plain {
                let issuer = issuer(input, id, book, TOKENMINT_ZEGO_IV_LEN_CBC).expect(id);
                let [login, publish] =
                    ["1", "2"].map(|key| number(&input["privilege"], key, id) as u32);
                let seconds = signed(input, "effective_seconds", id);
                assert!(i32::try_from(seconds).is_ok(), "{id}");
                text!(
                    book,
                    id,
                    &want,
                    tokenmint_zego_generate_token03,
                    one(issuer),
                    text(text(input, "room_id", id)),
                    text(text(input, "user_id", id)),
                    int(login),
                    int(publish),
                    int(seconds)
                );
                book.count("zego: token03 minted");
            }
        }
        other => panic!("{id}: unknown api {other:?}"),
    }
    open(case, id, token, book);
}

/// Opens, compares every member, and checks the second before the end and the
/// end itself.
fn open(case: &Value, id: &str, token: &str, book: &mut Book) {
    let (input, output) = (&case["input"], &case["output"]);
    let secret = text(input, "secret", id);
    let expires_at = signed(output, "expire", id);
    let app_id = u32::try_from(number(input, "app_id", id)).expect(id);
    let user = text(input, "user_id", id);
    let room = input["room_id"].as_str().unwrap_or("");
    let payload = input["payload"].as_str().unwrap_or("");
    for (now, status) in [
        (expires_at - 1, TOKENMINT_OK),
        (expires_at, TOKENMINT_ERR_EXPIRED),
    ] {
        let expected = tokenmint_zego_expected {
            struct_size: size_of::<tokenmint_zego_expected>(),
            room_id: room.as_ptr().cast(),
            room_id_len: room.len(),
            user_id: user.as_ptr().cast(),
            user_id_len: user.len(),
            reserved: 0,
            now,
            app_id,
            wanted: TOKENMINT_ZEGO_WANT_NOTHING,
        };
        let mut workspace = vec![0; tokenmint_zego_workspace_len(token.len())];
        // SAFETY: zeros are a value of the struct; every pointer is live.
        unsafe {
            let mut info: tokenmint_zego_claims = std::mem::zeroed();
            info.struct_size = size_of::<tokenmint_zego_claims>();
            let found = tokenmint_zego_open(
                token.as_ptr().cast(),
                token.len(),
                secret.as_ptr().cast(),
                secret.len(),
                &raw const expected,
                workspace.as_mut_ptr(),
                workspace.len(),
                &raw mut info,
            );
            assert_eq!(found, status, "{id}");
            if status == TOKENMINT_OK {
                let text = |data: *const std::ffi::c_char, len| {
                    if data.is_null() {
                        return String::new();
                    }
                    let bytes = std::slice::from_raw_parts(data.cast::<u8>(), len);
                    String::from_utf8(bytes.to_vec()).expect(id)
                };
                assert_eq!(text(info.user_id, info.user_id_len), user, "{id}");
                assert_eq!(text(info.room_id, info.room_id_len), room, "{id}");
                assert_eq!(text(info.payload, info.payload_len), payload, "{id}");
                assert_eq!(info.app_id, i64::from(app_id), "{id}");
                assert_eq!(info.nonce, signed(input, "nonce", id), "{id}");
                assert_eq!(info.issued_at, signed(input, "ctime", id), "{id}");
                assert_eq!(info.expires_at, expires_at, "{id}");
            }
        }
        let args = [token, secret, room, user, payload].map(|text| book.text_args(text.as_bytes()));
        book.check(
            id,
            &format!(
                "  expect_zego(id, {}, {}, {}, {}, {}, {app_id}u, {}, {status});\n",
                args[0],
                args[1],
                args[2],
                args[3],
                args[4],
                long(now),
            ),
        );
    }
    book.count("zego: tokens opened and checked");
}

fn invalid_input(case: &Value, id: &str, book: &mut Book) {
    let Some(expected) = case["expected_error_code"].as_i64() else {
        // Official libraries disagree; the core's own test says what is right.
        book.count("zego: invalid inputs without one official code");
        return;
    };
    let input = &case["input"];
    let (Some(app_id), Some(user), Some(secret), Some(seconds)) = (
        input["app_id"]
            .as_u64()
            .and_then(|id| u32::try_from(id).ok()),
        input["user_id"].as_str(),
        input["secret"].as_str(),
        input["effective_seconds"].as_i64(),
    ) else {
        book.count("zego: invalid inputs excluded by the types of C");
        return;
    };
    // SAFETY: every pointer is live for its length.
    let code = unsafe {
        tokenmint_zego_official_code(
            app_id,
            user.as_ptr().cast(),
            user.len(),
            secret.as_ptr().cast(),
            secret.len(),
            seconds,
        )
    };
    assert_eq!(i64::from(code), expected, "{id}");
    let (user_c, secret_c) = (
        book.text_args(user.as_bytes()),
        book.text_args(secret.as_bytes()),
    );
    book.check(
        id,
        &format!(
            "  FAIL_UNLESS(id, tokenmint_zego_official_code({app_id}u, {user_c}, {secret_c}, {}) \
             == {code});\n",
            long(seconds)
        ),
    );
    book.count("zego: invalid inputs with their official code");
}

fn size_limit(case: &Value, id: &str, book: &mut Book) {
    let input = &case["input"];
    let note = text(input, "payload_note", id);
    let (unit, times) = note
        .strip_prefix('\'')
        .and_then(|rest| rest.split_once("' repeated "))
        .expect(id);
    let payload = unit.repeat(times.strip_suffix(" times").expect(id).parse().expect(id));
    if signed(case, "ciphertext_bytes", id) > i64::from(i16::MAX) {
        let want = Want::Status(TOKENMINT_ERR_CONTENT_TOO_LARGE);
        mint04(input, mode(case), id, book, &want, &payload).expect(id);
    } else {
        // The token is compared by length; the core's own test has its hash.
        let issuer = issuer(input, id, book, TOKENMINT_ZEGO_IV_LEN_CBC).expect(id);
        let user = text(input, "user_id", id);
        let mut out = vec![0; 1 << 16];
        let mut len = 0;
        // SAFETY: every pointer is live for its length.
        let status = unsafe {
            tokenmint_zego_generate_token04(
                issuer.rust.as_ptr(),
                user.as_ptr().cast(),
                user.len(),
                signed(input, "effective_seconds", id),
                payload.as_ptr().cast(),
                payload.len(),
                out.as_mut_ptr(),
                out.len(),
                &raw mut len,
            )
        };
        assert_eq!(status, TOKENMINT_OK, "{id}");
        let all = case["by_impl"].as_object().expect(id);
        let expected = all.values().find_map(|by| by["token_length"].as_u64());
        assert_eq!(Some(len as u64), expected, "{id}");
    }
    book.count("zego: size limits");
}

fn malformed(case: &Value, id: &str, book: &mut Book) {
    let (token, secret) = (text(case, "token", id), text(case, "secret", id));
    let mut workspace = vec![0; tokenmint_zego_workspace_len(token.len())];
    // SAFETY: zeros are a value of the struct; every pointer is live.
    let (status, info) = unsafe {
        let mut info: tokenmint_zego_claims = std::mem::zeroed();
        info.struct_size = size_of::<tokenmint_zego_claims>();
        let status = tokenmint_zego_open(
            token.as_ptr().cast(),
            token.len(),
            secret.as_ptr().cast(),
            secret.len(),
            std::ptr::null(),
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut info,
        );
        (status, info)
    };
    let now = signed(case, "now", id);
    match text(case, "verdict", id) {
        "reject" => {
            assert_ne!(status, TOKENMINT_OK, "{id}");
            assert!(info.user_id.is_null(), "{id}: not wiped");
        }
        "reject-expired" => {
            assert_eq!(status, TOKENMINT_OK, "{id}");
            assert!(info.expires_at <= now, "{id}");
        }
        "policy" => assert_eq!(status, TOKENMINT_OK, "{id}"),
        verdict => {
            assert!(
                verdict.starts_with("accept"),
                "{id}: unknown verdict {verdict:?}"
            );
            assert_eq!(status, TOKENMINT_OK, "{id}");
            assert!(info.expires_at > now, "{id}");
        }
    }
    let args = [token, secret].map(|text| book.text_args(text.as_bytes()));
    book.check(
        id,
        &format!("  open_zego(id, {}, {}, {status});\n", args[0], args[1]),
    );
    book.count("zego: malformed tokens");
}
