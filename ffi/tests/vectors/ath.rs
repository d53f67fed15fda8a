//! The known answers of `ath.json`.

use std::ffi::c_void;

use serde_json::Value;
use tokenmint_ffi::ath::*;
use tokenmint_ffi::*;

use crate::book::{Book, Of, Want, leak};
use crate::json::{list, text, unhex};
use crate::text;

pub(crate) fn run(file: &Value, book: &mut Book) {
    let answers = &file["known_answers"];
    for (at, case) in list(&answers["jwts"]).iter().enumerate() {
        attestation(case, answers, &format!("ath jwts {at}"), book);
    }
    for (at, case) in list(&answers["verification"]).iter().enumerate() {
        verification(case, answers, &format!("ath verification {at}"), book);
    }
    for name in ["test_key_1", "test_key_2"] {
        public_key(&answers[name], &format!("ath {name}"), book);
    }
    pkce(&answers["pkce"], book);
    for (at, case) in list(&answers["encodings"]["jti"]).iter().enumerate() {
        let id = &format!("ath jti {at}");
        let want = Want::Text(text(case, "jti", id).to_owned());
        let octets = unhex(text(case, "octets_hex", id));
        text!(book, id, &want, tokenmint_ath_token_id, bytes(octets));
        book.count("ath: token ids and states");
    }
    for (at, case) in list(&answers["encodings"]["state"]).iter().enumerate() {
        let id = &format!("ath state {at}");
        let want = Want::Text(text(case, "state", id).to_owned());
        let octets = unhex(text(case, "octets_hex", id));
        text!(book, id, &want, tokenmint_ath_state, bytes(octets));
        book.count("ath: token ids and states");
    }
}

fn key_of<'v>(case: &'v Value, answers: &'v Value, id: &str) -> &'v Value {
    match case["key"].as_str() {
        Some(name) => &answers[name],
        None => {
            assert!(case["key"].is_null(), "{id}");
            &answers["test_key_1"]
        }
    }
}

fn point_of(key: &Value, id: &str) -> Vec<u8> {
    let d = unhex(text(key, "d_hex", id));
    let mut point = vec![0; TOKENMINT_ATH_PUBLIC_KEY_LEN];
    let mut len = 0;
    // SAFETY: every pointer is live for its length.
    let status = unsafe {
        tokenmint_ath_public_key(
            d.as_ptr(),
            d.len(),
            point.as_mut_ptr(),
            point.len(),
            &raw mut len,
        )
    };
    assert_eq!(
        (status, len),
        (TOKENMINT_OK, TOKENMINT_ATH_PUBLIC_KEY_LEN),
        "{id}"
    );
    point
}

fn public_key(key: &Value, id: &str, book: &mut Book) {
    let point = point_of(key, id);
    if let (Some(x), Some(y)) = (key["x_hex"].as_str(), key["y_hex"].as_str()) {
        assert_eq!(point, [vec![4], unhex(x), unhex(y)].concat(), "{id}");
    }
    if key["jwk_public"].is_object() {
        // Members in the order of RFC 7638's successor, `kty` first.
        let jwk = &key["jwk_public"];
        let want = Want::Text(format!(
            r#"{{"kty":"EC","crv":"P-256","x":{},"y":{}}}"#,
            jwk["x"], jwk["y"]
        ));
        text!(book, id, &want, tokenmint_ath_public_jwk, bytes(&point));
    }
    book.count("ath: keys");
}

fn statement(
    claims: &Value,
    header: &Value,
    form: u32,
    id: &str,
    book: &mut Book,
) -> Of<tokenmint_ath_attestation> {
    let [agent, audience, token_id] =
        ["iss", "aud", "jti"].map(|name| leak(text(claims, name, id)));
    let key_id = leak(text(header, "kid", id));
    let issued_at = claims["iat"].as_u64().expect(id);
    let lifetime = u32::try_from(claims["exp"].as_u64().expect(id) - issued_at).expect(id);
    let mut names = Vec::new();
    let mut items = String::new();
    for name in list(&claims["capabilities"]) {
        let name = leak(name.as_str().expect(id));
        items += &format!("{{{}}}, ", book.text_args(name));
        names.push(tokenmint_text {
            data: name.as_ptr().cast(),
            len: name.len(),
        });
    }
    let names: &'static [tokenmint_text] = names.leak();
    let name = book.name();
    let mut setup = String::new();
    if !names.is_empty() {
        setup += &format!("  const tokenmint_text {name}_list[] = {{{items}}};\n");
    }
    setup += &format!(
        "  tokenmint_ath_attestation {name} = TOKENMINT_ATH_ATTESTATION_INIT;\n  {name}.issued_at \
         = {issued_at}u;\n  {name}.lifetime = {lifetime}u;\n  {name}.header_form = {form}u;\n  \
         {name}.limits = TOKENMINT_ATH_LIMITS_WIRE;\n"
    );
    for (member, bytes) in [
        ("agent_id", agent),
        ("audience", audience),
        ("token_id", token_id),
        ("key_id", key_id),
    ] {
        let bytes_c = book.intern(bytes);
        setup += &format!(
            "  {name}.{member} = (const char *){bytes_c};\n  {name}.{member}_len = {};\n",
            bytes.len()
        );
    }
    if !names.is_empty() {
        setup += &format!(
            "  {name}.capabilities = {name}_list;\n  {name}.capabilities_count = {};\n",
            names.len()
        );
    }
    Of {
        rust: vec![tokenmint_ath_attestation {
            struct_size: size_of::<tokenmint_ath_attestation>(),
            agent_id: agent.as_ptr().cast(),
            agent_id_len: agent.len(),
            audience: audience.as_ptr().cast(),
            audience_len: audience.len(),
            token_id: token_id.as_ptr().cast(),
            token_id_len: token_id.len(),
            key_id: key_id.as_ptr().cast(),
            key_id_len: key_id.len(),
            capabilities: names.as_ptr(),
            capabilities_count: names.len(),
            sha256: Some(tokenmint_sha256),
            sha256_context: std::ptr::null_mut(),
            reserved: 0,
            issued_at,
            lifetime,
            audience_form: TOKENMINT_ATH_AUDIENCE_EXACT,
            header_form: form,
            limits: TOKENMINT_ATH_LIMITS_WIRE,
        }]
        .leak(),
        setup,
        name,
    }
}

fn attestation(case: &Value, answers: &Value, id: &str, book: &mut Book) {
    let header: Value = text(case, "header_json", id).parse().expect(id);
    let claims: Value = text(case, "claims_json", id).parse().expect(id);
    let form = match text(case, "member_order", id) {
        "python-sdk" => TOKENMINT_ATH_HEADER_WITH_TYPE,
        "typescript-sdk" => TOKENMINT_ATH_HEADER_WITHOUT_TYPE,
        other => panic!("{id}: unknown member order {other:?}"),
    };
    let token = text(case, "jwt", id);
    let want = Want::Text(token.to_owned());
    let key = key_of(case, answers, id);
    let it = statement(&claims, &header, form, id, book);
    let d = unhex(text(key, "d_hex", id));
    text!(book, id, &want, tokenmint_ath_attest, one(it), bytes(&d));
    if let Some(pem) = key["pkcs8_pem"].as_str() {
        text!(
            book,
            id,
            &want,
            tokenmint_ath_attest_with_pem,
            one(it),
            text(pem)
        );
    }
    // A secure element that is a table of one digest.
    let digest = unhex(text(case, "sha256_hex", id));
    let signature = [
        unhex(text(case, "r_hex", id)),
        unhex(text(case, "s_hex", id)),
    ]
    .concat();
    let element: &'static Element = Box::leak(Box::new(Element {
        digest: digest.clone().try_into().expect(id),
        signature: signature.clone().try_into().expect(id),
    }));
    let context = std::ptr::from_ref(element).cast::<c_void>().cast_mut();
    let (digest_c, signature_c) = (book.intern(&digest), book.intern(&signature));
    let setup = format!(
        "{}  element element_of = {{{digest_c}, {signature_c}}};\n",
        it.setup
    );
    let call = format!(
        "tokenmint_ath_attest_with_signer(&{}, element_sign, &element_of, out, out_cap, out_len)",
        it.name
    );
    let rust = it.rust.as_ptr();
    book.text(id, &setup, &call, &want, &|out, cap, len| {
        // SAFETY: every pointer is live for ever.
        unsafe { tokenmint_ath_attest_with_signer(rust, Some(sign), context, out, cap, len) }
    });
    book.count("ath: attestations by key, PEM and secure element");

    let issued_at = claims["iat"].as_u64().expect(id);
    let (audience, subject) = (text(&claims, "aud", id), text(&claims, "sub", id));
    for (audience, status) in [
        (audience, TOKENMINT_OK),
        ("https://else.example.com", TOKENMINT_ERR_AUDIENCE_MISMATCH),
    ] {
        verify(
            id,
            token,
            &point_of(key, id),
            audience,
            subject,
            issued_at,
            status,
            book,
        );
    }
}

struct Element {
    digest: [u8; 32],
    signature: [u8; 64],
}

unsafe extern "C" fn sign(context: *mut c_void, digest: *const u8, signature: *mut u8) -> i32 {
    // SAFETY: the contract of the signer.
    unsafe {
        let element = &*context.cast::<Element>();
        if std::slice::from_raw_parts(digest, 32) != element.digest {
            return -1;
        }
        signature.copy_from_nonoverlapping(element.signature.as_ptr(), 64);
    }
    TOKENMINT_OK
}

#[allow(clippy::too_many_arguments)] // As the function it calls.
fn verify(
    id: &str,
    token: &str,
    point: &[u8],
    audience: &str,
    subject: &str,
    now: u64,
    status: i32,
    book: &mut Book,
) {
    let expected = tokenmint_ath_expected {
        struct_size: size_of::<tokenmint_ath_expected>(),
        audience: audience.as_ptr().cast(),
        audience_len: audience.len(),
        subject: subject.as_ptr().cast(),
        subject_len: subject.len(),
        sha256: Some(tokenmint_sha256),
        sha256_context: std::ptr::null_mut(),
        verifier: Some(tokenmint_es256_verify),
        verifier_context: std::ptr::null_mut(),
        reserved: 0,
        now,
        tolerance: TOKENMINT_ATH_TOLERANCE,
        audience_form: TOKENMINT_ATH_AUDIENCE_EXACT,
    };
    let mut workspace = vec![0; tokenmint_ath_workspace_len(token.len())];
    // SAFETY: zeros are a value of the struct; every pointer is live.
    let found = unsafe {
        let mut claims: tokenmint_ath_claims = std::mem::zeroed();
        claims.struct_size = size_of::<tokenmint_ath_claims>();
        tokenmint_ath_check(
            token.as_ptr().cast(),
            token.len(),
            point.as_ptr(),
            point.len(),
            &raw const expected,
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut claims,
        )
    };
    assert_eq!(found, status, "{id}");
    let point_c = book.intern(point);
    let args = [token, audience, subject].map(|text| book.text_args(text.as_bytes()));
    book.check(
        id,
        &format!(
            "  expect_ath(id, {}, {point_c}, {}, {}, {}, {now}u, {status});\n",
            args[0],
            point.len(),
            args[1],
            args[2]
        ),
    );
    book.count("ath: verifications");
}

/// What an attestation says of itself is expected of it: form, algorithm and
/// signature are left to decide.
fn verification(case: &Value, answers: &Value, id: &str, book: &mut Book) {
    let token = text(case, "jwt", id);
    let point = point_of(key_of(case, answers, id), id);
    let mut workspace = vec![0; tokenmint_ath_workspace_len(token.len())];
    // SAFETY: zeros are a value of the struct; every pointer is live.
    let (status, claims) = unsafe {
        let mut claims: tokenmint_ath_claims = std::mem::zeroed();
        claims.struct_size = size_of::<tokenmint_ath_claims>();
        let status = tokenmint_ath_inspect(
            token.as_ptr().cast(),
            token.len(),
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut claims,
        );
        (status, claims)
    };
    let valid = case["expect_valid"] == true;
    if status != TOKENMINT_OK {
        assert!(!valid, "{id}: {status}");
        let token_c = book.text_args(token.as_bytes());
        book.check(id, &format!("  inspect_ath(id, {token_c}, {status});\n"));
        book.count("ath: verifications");
        return;
    }
    let text = |data: *const std::ffi::c_char, len| {
        // SAFETY: it points into the workspace.
        let bytes = unsafe { std::slice::from_raw_parts(data.cast::<u8>(), len) };
        String::from_utf8(bytes.to_vec()).expect(id)
    };
    let audience = text(claims.audience, claims.audience_len);
    let subject = text(claims.subject, claims.subject_len);
    let expected = if valid {
        TOKENMINT_OK
    } else {
        expected_refusal(case, id)
    };
    verify(
        id,
        token,
        &point,
        &audience,
        &subject,
        claims.issued_at,
        expected,
        book,
    );
}

/// What is wrong, from the name of the case.
fn expected_refusal(case: &Value, id: &str) -> i32 {
    let name = text(case, "case", id);
    let has = |part: &str| name.contains(part);
    if has("alg") || has("none") || has("HS256") || has("crit") {
        TOKENMINT_ERR_UNSUPPORTED_ALGORITHM
    } else {
        TOKENMINT_ERR_BAD_SIGNATURE
    }
}

fn pkce(content: &Value, book: &mut Book) {
    for (at, case) in list(&content["valid"]).iter().enumerate() {
        let id = &format!("pkce valid {at}");
        let (verifier, challenge) = (text(case, "verifier", id), text(case, "challenge_s256", id));
        let want = Want::Text(challenge.to_owned());
        text!(book, id, &want, tokenmint_pkce_challenge, text(verifier));
        if let Some(octets) = case["octets_hex"].as_str() {
            let want = Want::Text(verifier.to_owned());
            text!(
                book,
                id,
                &want,
                tokenmint_pkce_verifier,
                bytes(unhex(octets))
            );
        }
        judge(id, verifier, challenge, TOKENMINT_OK, book);
        judge(
            id,
            verifier,
            &challenge[1..],
            TOKENMINT_ERR_BAD_SIGNATURE,
            book,
        );
        book.count("ath: proof keys");
    }
    for (at, case) in list(&content["invalid"]).iter().enumerate() {
        let id = &format!("pkce invalid {at}");
        let verifier = text(case, "verifier", id);
        let status = match verifier {
            "" => TOKENMINT_ERR_EMPTY,
            text if text.len() > 128 => TOKENMINT_ERR_STRING_TOO_LONG,
            text if text
                .bytes()
                .any(|c| !c.is_ascii_alphanumeric() && !b"-._~".contains(&c)) =>
            {
                TOKENMINT_ERR_BAD_CHARACTER
            }
            _ => TOKENMINT_ERR_VALUE_OUT_OF_RANGE,
        };
        let want = Want::Status(status);
        text!(book, id, &want, tokenmint_pkce_challenge, text(verifier));
        book.count("ath: proof keys");
    }
}

fn judge(id: &str, verifier: &str, challenge: &str, status: i32, book: &mut Book) {
    // SAFETY: every pointer is live for its length.
    let found = unsafe {
        tokenmint_pkce_verify(
            verifier.as_ptr().cast(),
            verifier.len(),
            challenge.as_ptr().cast(),
            challenge.len(),
        )
    };
    assert_eq!(found, status, "{id}");
    let args = [verifier, challenge].map(|text| book.text_args(text.as_bytes()));
    book.check(
        id,
        &format!(
            "  FAIL_UNLESS(id, tokenmint_pkce_verify({}, {}) == {status});\n",
            args[0], args[1]
        ),
    );
}
