//! `convoai.json`, as far as it is about credentials: tokens and values of the
//! `Authorization` header. Where a case is corrected, the corrected one is run.

use serde_json::Value;
use tokenmint_ffi::agora::*;
use tokenmint_ffi::*;

use crate::agora::{Compression, content_of, issuer};
use crate::book::{Book, Of, Want};
use crate::json::{list, number, text};
use crate::text;

pub(crate) fn run(file: &Value, book: &mut Book) {
    for case in list(&file["tokens"]) {
        let id = case["id"].as_str().expect("an id");
        let case = corrected(case, id);
        for compression in Compression::ALL {
            let id = format!("convoai {id} {}", compression.name);
            mint(&case, &id, compression, book);
        }
        book.count("convoai: tokens");
    }
    for case in list(&file["client_config"]) {
        let id = case["id"].as_str().expect("an id");
        header(&corrected(case, id), &format!("convoai {id}"), book);
    }
}

/// The signatures of notifications in `convoai-2.json`.
pub(crate) fn run_notifications(file: &Value, book: &mut Book) {
    const HEADER: &str = "Agora-Signature-V2";
    for case in list(&file["notification_signatures"]) {
        let id = text(case, "id", "a case");
        let signature = text(&case["expected"], HEADER, id);
        notification(&case["input"], id, signature, true, book);
        // One digit more, and nothing at all.
        notification(&case["input"], id, &format!("{signature}0"), false, book);
        notification(&case["input"], id, "", false, book);
        book.count("convoai: notifications");
    }
    for case in list(&file["notification_verify"]) {
        let id = text(case, "id", "a case");
        // The old header is not looked at.
        if let Some(signature) = case["input"]["headers"][HEADER].as_str() {
            let valid = case["expected"]["valid"] == true;
            notification(&case["input"], id, signature, valid, book);
            book.count("convoai: notifications");
        }
    }
}

fn notification(input: &Value, id: &str, signature: &str, valid: bool, book: &mut Book) {
    let [secret, body] = ["secret", "body"].map(|name| text(input, name, id));
    let want = match valid {
        true => TOKENMINT_OK,
        false => TOKENMINT_ERR_BAD_SIGNATURE,
    };
    // SAFETY: the texts are there for the call.
    let status = unsafe {
        tokenmint_agora_verify_notification(
            secret.as_ptr().cast(),
            secret.len(),
            body.as_ptr(),
            body.len(),
            signature.as_ptr().cast(),
            signature.len(),
        )
    };
    assert_eq!(status, want, "{id}");
    let (secret_c, signature_c) = (
        book.text_args(secret.as_bytes()),
        book.text_args(signature.as_bytes()),
    );
    let body_c = book.intern(body.as_bytes());
    book.check(
        &format!("convoai {id}"),
        &format!(
            "  FAIL_UNLESS(id, tokenmint_agora_verify_notification({secret_c}, {body_c}, {}, \
             {signature_c}) == {want});\n",
            body.len()
        ),
    );
}

/// The case with its corrections in place.
fn corrected(recorded: &Value, id: &str) -> Value {
    let mut case = recorded.clone();
    let changes = recorded["corrected"]["patch"].as_array();
    for change in changes.into_iter().flatten() {
        let place = case.pointer_mut(text(change, "path", id)).expect(id);
        *place = change["value"].clone();
    }
    case
}

fn mint(case: &Value, id: &str, compression: Compression, book: &mut Book) {
    let mut input = case["input"].clone();
    for name in ["clock", "salt"] {
        input[name] = number(case, name, id).into();
    }
    let limits = if case["limits"] == "wire" {
        "WIRE"
    } else {
        "DOCUMENTED"
    };
    let issuer = issuer(&input, id, book, ["clock", "salt"], compression);
    let issuer = with_limits(issuer, limits);
    let want = if case["decoded"] == "<error>" {
        Want::Status(TOKENMINT_ERR_VALUE_OUT_OF_RANGE)
    } else {
        Want::Content(content_of(text(case, "token_as_emitted", id)))
    };
    // What the SDK takes unless told otherwise.
    let or = |name: &str, default: u32| {
        input[name]
            .as_u64()
            .map_or(default, |value| u32::try_from(value).expect(id))
    };
    match text(case, "fn", id) {
        "generate_rtc_token" => text!(
            book,
            id,
            &want,
            tokenmint_agora_generate_rtc_token,
            one(issuer),
            text(text(&input, "channel", id)),
            int(or("uid", 0)),
            int(or("role", TOKENMINT_AGORA_ROLE_PUBLISHER)),
            int(or("expiry_seconds", 86_400)),
        ),
        "generate_convo_ai_token" => text!(
            book,
            id,
            &want,
            tokenmint_agora_generate_convo_ai_token,
            one(issuer),
            text(text(&input, "channel_name", id)),
            text(text(&input, "account", id)),
            int(or("token_expire", 86_400)),
            int(or("privilege_expire", 0)),
        ),
        other => panic!("{id}: unknown function {other:?}"),
    };
}

fn with_limits(issuer: Of<tokenmint_agora_issuer>, limits: &str) -> Of<tokenmint_agora_issuer> {
    let number = match limits {
        "WIRE" => TOKENMINT_AGORA_LIMITS_WIRE,
        _ => TOKENMINT_AGORA_LIMITS_DOCUMENTED,
    };
    Of {
        rust: vec![tokenmint_agora_issuer {
            limits: number,
            ..issuer.rust[0]
        }]
        .leak(),
        setup: format!(
            "{}  {}.limits = TOKENMINT_AGORA_LIMITS_{limits};\n",
            issuer.setup, issuer.name
        ),
        name: issuer.name,
    }
}

/// A client with a customer id or a token sends the same header each time; the
/// others mint for each request, which the cases of tokens are about.
fn header(case: &Value, id: &str, book: &mut Book) {
    let Some(expected) = case["result"]["authorization"]
        .as_str()
        .filter(|value| !value.is_empty())
    else {
        book.count("convoai: configurations without a header of their own");
        return;
    };
    let input = &case["input"];
    let want = Want::Text(expected.to_owned());
    if input["auth_token"].is_string() {
        text!(
            book,
            id,
            &want,
            tokenmint_agora_token_header,
            text(text(input, "auth_token", id))
        );
    } else {
        text!(
            book,
            id,
            &want,
            tokenmint_agora_basic_header,
            text(text(input, "customer_id", id)),
            text(text(input, "customer_secret", id))
        );
    }
    book.count("convoai: header values");
}
