//! What the SDK said of a token that is right.
//!
//! | kind | seen in |
//! |---|---|
//! | no token was sent | `dynamic use static key` |
//! | the app id is unknown | `invalid vendor key, can not find appid`, 101 |
//! | the token is refused | `invalid token`, `NO_AUTHORIZED`, 110, 109, RTM 5 and 6 |
//! | it is about something else | `UID_CONFLICT`, `PERMISSION_DENIED`, devices |

use alloc::format;
use alloc::string::String;

use super::{Case, Findings};
use crate::doctor::cause::Cause;
use crate::doctor::facts::clipped;

/// Events that announce something and are no errors.
const EVENTS: &[&str] = &["will expire", "willexpire", "will be expired"];

const NO_TOKEN: &[&str] = &[
    "dynamic use static key",
    "uses the static key",
    "use the static key",
    "no token",
    "without token",
    "without a token",
    "token is empty",
    "empty token",
    "missing token",
    "token missing",
    "token is null",
    "token required",
    "token is required",
    "need token",
    "token not provided",
    "token is undefined",
];

const APP_ID: &[&str] = &[
    "vendor key",
    "find appid",
    "find app id",
    "invalid appid",
    "invalid app id",
    "app id invalid",
    "appid invalid",
    "unknown app id",
    "unknown appid",
    "no such app",
    "app id not found",
    "appid not found",
    "app not found",
    "app id is invalid",
    "appid is invalid",
    "no such vendor",
    "app id does not exist",
];

const REFUSED: &[&str] = &[
    "invalid token",
    "token invalid",
    "token is invalid",
    "token expired",
    "expired",
    "token timeout",
    "timeout token",
    "no authorized",
    "not authorized",
    "authorized failed",
    "authorization failed",
    "unauthorized",
    "authentication failed",
    "auth failed",
    "dynamic key",
    "static key",
    "did expire",
    "token error",
    "token err",
    "token verify",
    "verify token",
    "bad token",
    "token check",
    "signature",
];

const OTHER: &[&str] = &[
    "uid conflict",
    "permission denied",
    "notallowed",
    "device",
    "notreadable",
    "notfound",
    "camera",
    "microphone",
    "overconstrained",
    "media",
    "banned",
    "kick",
    "network",
    "socket",
    "disconnected",
    "not supported",
    "already in",
    "already joined",
    "already logged",
    "repeat",
    "autoplay",
    "track",
    "screen",
    "stream",
    "leave",
    "operation aborted",
    "unexpected response",
    "web security",
];

/// What a number means where it stands alone; 5 and 6 only of RTM.
fn code(number: u32, rtm: bool) -> Option<Kind> {
    match number {
        101 => Some(Kind::AppId),
        109 | 110 => Some(Kind::Refused),
        5 | 6 if rtm => Some(Kind::Refused),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Event,
    NoToken,
    AppId,
    Refused,
    Other,
}

fn kind(text: &str) -> Option<Kind> {
    let mut plain = String::new();
    for c in text.chars().take(4096).flat_map(char::to_lowercase) {
        plain.push(if matches!(c, '_' | '-') { ' ' } else { c });
    }
    let has = |list: &[&str]| list.iter().any(|words| plain.contains(words));
    let rtm = has(&["login", "error code", "rtm"]);
    let mut numbers = plain.split(|c: char| !c.is_ascii_digit());
    let by_number = || numbers.find_map(|digits| code(digits.parse().ok()?, rtm));
    let words = [
        (EVENTS, Kind::Event),
        (NO_TOKEN, Kind::NoToken),
        (APP_ID, Kind::AppId),
        (REFUSED, Kind::Refused),
    ];
    words
        .into_iter()
        .find(|(list, _)| has(list))
        .map(|(_, kind)| kind)
        .or_else(by_number)
        .or_else(|| has(OTHER).then_some(Kind::Other))
        .or_else(|| has(&["token", "auth"]).then_some(Kind::Refused))
        .or_else(|| (!plain.trim().is_empty()).then_some(Kind::Other))
}

pub(super) fn test(case: &Case<'_>, found: &mut Findings) {
    let Some(text) = case.question.sdk_error else {
        return;
    };
    let shown = clipped(text);
    let (cause, because) = match kind(text) {
        None | Some(Kind::Event) => return,
        Some(Kind::NoToken) => (
            Cause::SdkNoTokenSent,
            format!("The token holds; {shown} is said when none was sent."),
        ),
        Some(Kind::AppId) => (
            Cause::SdkAppIdUnknown,
            format!("The token holds; {shown} is about the app id of the client."),
        ),
        Some(Kind::Refused) => (
            Cause::SdkRefusedGoodToken,
            format!("The token holds for what was asked, and still the service says {shown}."),
        ),
        Some(Kind::Other) => (
            Cause::SdkNotTheToken,
            format!("The token holds, and {shown} is about something else."),
        ),
    };
    found.add(cause, because);
}
