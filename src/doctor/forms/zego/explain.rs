//! ZEGO token04 and token03: explaining.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::Error;
use crate::zego::Mode;

use super::sentences::{NO_SECRET, wrong};
use super::token::{Claims, Inside, Token};
use crate::doctor::explain::{Explanation, Section};
use crate::doctor::question::Question;
use crate::doctor::words::{self, quoted};

/// What is inside a token.
pub(super) fn explain(token: &Token, question: &Question<'_>) -> Explanation {
    let now = question.now;
    let mut warnings = Vec::new();
    let mut root = Section::default();
    let (mode, shown) = match token.mode {
        Mode::Cbc => ("cbc", "AES-256-CBC: secret, but not proof against changes"),
        Mode::Gcm => ("gcm", "AES-256-GCM: ask ZEGO which services read it"),
    };
    root.push("mode", "encryption", shown.to_owned(), mode.into());
    time(
        &mut root,
        "expires_at",
        "ends at",
        token.clear_expires_at,
        now,
    );
    root.number(
        "ciphertext_len",
        "encrypted bytes",
        token.ciphertext_len as u64,
    );
    match &token.inside {
        Inside::NoSecret => root.push("opened", "inside", NO_SECRET.to_owned(), false.into()),
        Inside::BadSecret(error) => {
            root.push("opened", "inside", "not opened".to_owned(), false.into());
            warnings.push(("bad-secret", error.to_string()));
        }
        Inside::Closed => {
            root.push("opened", "inside", "not opened".to_owned(), false.into());
            warnings.push(("not-opened", Error::DecryptFailed.to_string()));
        }
        Inside::Misshapen(found) => {
            root.data("opened", true);
            root.text("app_id", "app id", &found.app_id);
            time(&mut root, "issued_at", "issued at", found.issued_at, now);
            time(
                &mut root,
                "protected_expires_at",
                "protected end",
                found.expires_at,
                now,
            );
            warnings.extend(found.wrong.iter().map(|cause| (cause.id(), wrong(*cause))));
        }
        Inside::Open(claims) => {
            root.data("opened", true);
            put_claims(&mut root, claims, now);
            if claims.expires_at != token.clear_expires_at {
                let end = words::signed_time(claims.expires_at, now);
                let message = format!("the protected expiry is another one: {end}");
                warnings.push(("expiry-mismatch", message));
            }
            let causes = claims.wrong.iter();
            warnings.extend(causes.map(|cause| (cause.id(), wrong(*cause))));
        }
    }
    if let Some(message) = milliseconds(token) {
        warnings.push(("milliseconds", message));
    }
    if token.clear_expires_at <= i64::from(now) {
        warnings.push(("expired", "the token has ended".to_owned()));
    }
    Explanation {
        format: if token.version == "04" {
            "zego-04"
        } else {
            "zego-03"
        },
        title: format!("ZEGO token{}", token.version),
        root,
        warnings,
    }
}

/// Unix seconds of the year 5138: what milliseconds since 1973 look like.
const MILLISECONDS: i64 = 100_000_000_000;

/// The longest lifetime that is likely meant, in seconds: 30 days.
const LIFETIME_MAX: i64 = 2_592_000;

/// Whether milliseconds were likely given as seconds.
fn milliseconds(token: &Token) -> Option<String> {
    let issued_at = match &token.inside {
        Inside::Open(claims) => Some(claims.issued_at),
        Inside::Misshapen(found) => Some(found.issued_at),
        Inside::NoSecret | Inside::BadSecret(_) | Inside::Closed => None,
    };
    let end = token.clear_expires_at;
    if end >= MILLISECONDS || issued_at.is_some_and(|time| time >= MILLISECONDS) {
        return Some("a time has the size of milliseconds: ZEGO takes seconds".to_owned());
    }
    let lasts = end.checked_sub(issued_at?)?;
    (lasts > LIFETIME_MAX).then(|| {
        let days = lasts / 86_400;
        format!("the token lasts {days} days: were milliseconds given as seconds?")
    })
}

fn put_claims(root: &mut Section, claims: &Claims, now: u32) {
    let app_id = claims.app_id;
    root.push("app_id", "app id", app_id.to_string(), app_id.into());
    root.text("user_id", "user", &claims.user_id);
    time(root, "issued_at", "issued at", claims.issued_at, now);
    time(
        root,
        "protected_expires_at",
        "protected end",
        claims.expires_at,
        now,
    );
    let nonce = claims.nonce;
    root.push("nonce", "nonce", nonce.to_string(), nonce.into());
    if let Some(payload) = &claims.payload {
        let shown = if payload.is_empty() {
            "none: an identity token".to_owned()
        } else {
            quoted(payload)
        };
        root.push("payload", "payload", shown, payload.as_str().into());
    }
    let Some(grants) = &claims.grants else {
        return;
    };
    match grants.room_id.as_deref() {
        Some("") => root.push("room_id", "room", "any".to_owned(), "".into()),
        Some(room) => root.text("room_id", "room", room),
        None => {}
    }
    for (name, label, value) in [
        ("login", "log in", grants.login),
        ("publish", "publish", grants.publish),
    ] {
        let shown = match value {
            None => continue,
            Some(1) => "allowed".to_owned(),
            Some(0) => "denied".to_owned(),
            Some(other) => format!("{other}, which has no documented meaning"),
        };
        root.push(name, label, shown, value.into());
    }
    if !grants.streams.is_empty() {
        let shown: Vec<_> = grants.streams.iter().map(|text| quoted(text)).collect();
        root.push(
            "streams",
            "streams",
            shown.join(", "),
            grants.streams.clone().into(),
        );
    }
}

/// A time that somebody else chose and that may lie before 1970.
fn time(root: &mut Section, name: &'static str, label: &'static str, unix: i64, now: u32) {
    match u64::try_from(unix) {
        Ok(unix) => root.time(name, label, unix, now),
        Err(_) => {
            let json = serde_json::json!({ "unix": unix, "utc": null });
            root.push(name, label, words::signed_time(unix, now), json);
        }
    }
}
