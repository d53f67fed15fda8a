//! `situations.json`: whether the token as it stands does what was asked, and
//! what fails first.
//!
//! C tells the first failure as a status. One status has two names here:
//! a ZEGO token that does not open, whether the secret is wrong or the content
//! has other types, is `TOKENMINT_ERR_DECRYPT_FAILED`.

use std::mem::zeroed;
use std::ptr::null;

use serde_json::Value;
use tokenmint_ffi::agora::*;
use tokenmint_ffi::zego::*;
use tokenmint_ffi::*;

use crate::book::Book;
use crate::json::{list, number, text};

/// What a call found.
struct Found {
    status: i32,
    /// What fails, by any of its names; none: everything holds.
    failing: &'static [&'static str],
}

pub(crate) fn run(file: &Value, book: &mut Book) {
    let cases = list(file);
    assert!(!cases.is_empty(), "no situations");
    for case in cases {
        let id = text(case, "id", "situations");
        let (question, expected) = (&case["question"], &case["expected"]);
        let token = text(case, "token", id);
        let found = if question["secret"].is_string() {
            zego(token, question, id, book)
        } else {
            agora(token, question, id, book)
        };
        let verdict = match found.failing {
            [] => "holds",
            ["format"] => "unreadable",
            _ => "fails",
        };
        let names = |member: &str| {
            let accepted = expected[member].as_array().cloned().unwrap_or_default();
            move |name: &str| accepted.iter().any(|other| other == name)
        };
        let right = if expected["verdict"] == verdict {
            let accepted = names("failing_also_accepted");
            let mut failing = found.failing.iter();
            found.failing.is_empty()
                || failing.any(|name| expected["failing"] == **name || accepted(name))
        } else {
            names("verdict_also_accepted")(verdict)
        };
        let (status, failing) = (found.status, found.failing);
        assert!(right, "{id}: {status} {failing:?}, not {expected}");
        let failing = expected["failing"].as_str().unwrap_or("holds");
        book.count(&format!("situations: {failing}"));
    }
}

/// The SDK takes another version: nothing is called.
fn is_other_version(token: &str, question: &Value) -> bool {
    let format = question["format"].as_str();
    format.is_some_and(|format| !token.starts_with(format))
}

const FORMAT: &[&str] = &["format"];

/// A text that may be missing.
fn given<'v>(question: &'v Value, name: &str) -> Option<&'v str> {
    question[name].as_str()
}

fn pointer(text: Option<&str>) -> (*const std::ffi::c_char, usize) {
    text.map_or((null(), 0), |text| (text.as_ptr().cast(), text.len()))
}

fn agora(token: &str, question: &Value, id: &str, book: &mut Book) -> Found {
    let certificate = text(question, "certificate", id);
    let app_id = text(question, "app_id", id);
    let channel = given(question, "channel");
    // A number that is no uid can only be asked for as text.
    let number_text = question["uid"].as_number().map(ToString::to_string);
    let uid = question["uid"].as_u64().and_then(|uid| uid.try_into().ok());
    let user = match uid {
        Some(_) => None,
        None => number_text.as_deref().or(given(question, "account")),
    };
    let (service_type, privilege) = given(question, "privilege").map_or((0, 0), privilege_of);
    let wanted = match given(question, "role") {
        None => TOKENMINT_AGORA_WANT_JOIN,
        Some("publisher") => TOKENMINT_AGORA_WANT_PUBLISHER,
        Some("subscriber") => TOKENMINT_AGORA_WANT_SUBSCRIBER,
        Some(other) => panic!("{id}: role {other}"),
    };
    let now = u32::try_from(number(question, "now", id)).expect(id);

    // SAFETY: zeros are a value of the struct.
    let mut expected: tokenmint_agora_expected = unsafe { zeroed() };
    expected.struct_size = size_of::<tokenmint_agora_expected>();
    expected.hmac_sha256 = Some(tokenmint_hmac_sha256);
    (expected.certificate, expected.certificate_len) = pointer(Some(certificate));
    (expected.app_id, expected.app_id_len) = pointer(Some(app_id));
    (expected.channel, expected.channel_len) = pointer(channel);
    (expected.user, expected.user_len) = pointer(user);
    expected.uid = uid.unwrap_or(0);
    expected.user_kind = if uid.is_some() {
        TOKENMINT_AGORA_USER_UID
    } else {
        TOKENMINT_AGORA_USER_TEXT
    };
    expected.now = now;
    expected.service_type = service_type;
    expected.privilege = privilege;
    expected.wanted = wanted;

    let (read, report) = ask(token, &expected);
    let status = if read == TOKENMINT_OK {
        report.first
    } else {
        read
    };
    let [token_c, certificate_c, app_id_c, channel_c, user_c] =
        [Some(token), Some(certificate), Some(app_id), channel, user]
            .map(|text| book.text_args(text.unwrap_or("").as_bytes()));
    book.check(
        id,
        &format!(
            "  ask_agora(id, {token_c}, {certificate_c}, {app_id_c}, {channel_c}, {user_c}, \
             {}, {}u, {now}u, {service_type}, {privilege}, {wanted}, {status});\n",
            expected.user_kind, expected.uid,
        ),
    );
    let failing: &[_] = match status {
        _ if read != TOKENMINT_OK => FORMAT,
        TOKENMINT_ERR_BAD_CERTIFICATE | TOKENMINT_ERR_BAD_APP_ID => &["certificate"],
        _ if is_other_version(token, question) => &["version"],
        TOKENMINT_OK => &[],
        TOKENMINT_ERR_BAD_SIGNATURE => &["signature"],
        TOKENMINT_ERR_APP_ID_MISMATCH => &["app_id"],
        TOKENMINT_ERR_NOT_YET_VALID => &["issued"],
        TOKENMINT_ERR_EXPIRED if report.time == TOKENMINT_ERR_EXPIRED => &["time"],
        TOKENMINT_ERR_EXPIRED => &["privilege_ended"],
        TOKENMINT_ERR_CHANNEL_MISMATCH => &["channel"],
        TOKENMINT_ERR_USER_MISMATCH => &["user"],
        TOKENMINT_ERR_NOT_AUTHORIZED => &["privilege"],
        other => panic!("{id}: status {other}"),
    };
    Found { status, failing }
}

struct Answers {
    first: i32,
    time: i32,
}

/// Status of reading, and the answers.
fn ask(token: &str, expected: &tokenmint_agora_expected) -> (i32, Answers) {
    let (text, len) = pointer(Some(token));
    let mut workspace = vec![0; tokenmint_agora_workspace_len(len)];
    let (place, cap) = (workspace.as_mut_ptr(), workspace.len());
    // SAFETY: zeros are a value of each struct; every pointer is live.
    unsafe {
        let mut report: tokenmint_agora_report = zeroed();
        report.struct_size = size_of::<tokenmint_agora_report>();
        let (read, first) = if token.starts_with("006") {
            let mut info: tokenmint_agora_v006_token = zeroed();
            info.struct_size = size_of::<tokenmint_agora_v006_token>();
            let read = tokenmint_agora_v006_parse(text, len, place, cap, &raw mut info);
            let check = || tokenmint_agora_v006_check(&raw const info, expected, &raw mut report);
            (read, (read == TOKENMINT_OK).then(check))
        } else {
            let mut info: tokenmint_agora_token = zeroed();
            info.struct_size = size_of::<tokenmint_agora_token>();
            let read = tokenmint_agora_parse(text, len, place, cap, &raw mut info);
            let check = || tokenmint_agora_check(&raw const info, expected, &raw mut report);
            (read, (read == TOKENMINT_OK).then(check))
        };
        let answers = Answers {
            first: first.unwrap_or(read),
            time: report.time,
        };
        (read, answers)
    }
}

/// Service type and number.
fn privilege_of(name: &str) -> (u16, u16) {
    match name {
        "rtc:join" => (1, 1),
        "rtc:publish-audio" => (1, 2),
        "rtc:publish-video" => (1, 3),
        "rtc:publish-data" => (1, 4),
        "rtm:login" => (2, 1),
        "fpa:login" => (4, 1),
        "chat:user" => (5, 1),
        "chat:app" => (5, 2),
        "rtm2:login" => (8, 1),
        other => panic!("privilege {other}"),
    }
}

fn zego(token: &str, question: &Value, id: &str, book: &mut Book) -> Found {
    let secret = text(question, "secret", id);
    let app_id = u32::try_from(number(question, "app_id", id)).expect(id);
    let room = given(question, "channel");
    let user = text(question, "account", id);
    let now = i64::try_from(number(question, "now", id)).expect(id);
    let wanted = match given(question, "role") {
        None | Some("subscriber") => TOKENMINT_ZEGO_WANT_LOGIN,
        Some("publisher") => TOKENMINT_ZEGO_WANT_PUBLISH,
        Some(other) => panic!("{id}: role {other}"),
    };
    let (token_ptr, token_len) = pointer(Some(token));
    let mut workspace = vec![0; tokenmint_zego_workspace_len(token_len)];
    // SAFETY: zeros are a value of each struct; every pointer is live.
    let (peeked, status) = unsafe {
        let mut info: tokenmint_zego_claims = zeroed();
        info.struct_size = size_of::<tokenmint_zego_claims>();
        let peeked = tokenmint_zego_peek(
            token_ptr,
            token_len,
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut info,
        );
        let mut expected: tokenmint_zego_expected = zeroed();
        expected.struct_size = size_of::<tokenmint_zego_expected>();
        (expected.room_id, expected.room_id_len) = pointer(room);
        (expected.user_id, expected.user_id_len) = pointer(Some(user));
        expected.app_id = app_id;
        expected.now = now;
        expected.wanted = wanted;
        let (secret, secret_len) = pointer(Some(secret));
        let status = tokenmint_zego_open(
            token_ptr,
            token_len,
            secret,
            secret_len,
            &raw const expected,
            workspace.as_mut_ptr(),
            workspace.len(),
            &raw mut info,
        );
        (peeked, status)
    };
    let [token_c, secret_c, room_c, user_c] = [Some(token), Some(secret), room, Some(user)]
        .map(|text| book.text_args(text.unwrap_or("").as_bytes()));
    book.check(
        id,
        &format!(
            "  ask_zego(id, {token_c}, {secret_c}, {room_c}, {user_c}, {app_id}u, {now}, \
             {wanted}, {status});\n"
        ),
    );
    let failing: &[_] = match status {
        _ if peeked != TOKENMINT_OK => FORMAT,
        TOKENMINT_ERR_BAD_SECRET => &["certificate"],
        _ if is_other_version(token, question) => &["version"],
        TOKENMINT_OK => &[],
        TOKENMINT_ERR_DECRYPT_FAILED => &["signature", "content"],
        TOKENMINT_ERR_BAD_JSON | TOKENMINT_ERR_BAD_MEMBER => &["content"],
        TOKENMINT_ERR_APP_ID_MISMATCH => &["app_id"],
        TOKENMINT_ERR_NOT_YET_VALID => &["issued"],
        TOKENMINT_ERR_EXPIRED => &["time"],
        TOKENMINT_ERR_CHANNEL_MISMATCH => &["channel"],
        TOKENMINT_ERR_USER_MISMATCH => &["user"],
        TOKENMINT_ERR_NOT_AUTHORIZED => &["privilege"],
        other => panic!("{id}: status {other}"),
    };
    Found { status, failing }
}
