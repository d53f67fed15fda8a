//! ZEGO token04 and token03: reading and explaining.
//!
//! The expiry and the kind of encryption stand in clear; everything else takes
//! the server secret.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::Error;
use crate::zego::{
    Claims03, Claims04, Mode, ParsedPayload, Privilege, Sealed03, Sealed04, ServerSecret,
    workspace_len,
};

use super::verify;
use crate::doctor::cause::Cause;
use crate::doctor::explain::{Explanation, Section};
use crate::doctor::facts;
use crate::doctor::forms::{Form, Service, Unreadable};
use crate::doctor::question::{Question, Version};
use crate::doctor::words::{self, quoted};

/// What is said where the secret is missing.
pub(super) const NO_SECRET: &str = "no server secret at hand";

/// The form of token04.
pub(in crate::doctor) const TOKEN04: Form = Form {
    service: Service::Zego,
    version: Some(Version::V04),
    matches: |text| text.starts_with("04"),
    explain: |token, question| explain(&read_04(token, question)?, question),
    verify: |token, question| Ok(verify::verify(&read_04(token, question)?, question)),
};

/// The form of token03.
pub(in crate::doctor) const TOKEN03: Form = Form {
    service: Service::Zego,
    version: Some(Version::V03),
    matches: |text| text.starts_with("03"),
    explain: |token, question| explain(&read_03(token, question)?, question),
    verify: |token, question| Ok(verify::verify(&read_03(token, question)?, question)),
};

/// A token, as far as it can be read.
pub(super) struct Token {
    version: &'static str,
    pub(super) mode: Mode,
    pub(super) clear_expires_at: i64,
    ciphertext_len: usize,
    pub(super) inside: Inside,
}

/// The encrypted part.
pub(super) enum Inside {
    /// There is no secret to open it with.
    NoSecret,
    /// What was given is none.
    BadSecret(Error),
    /// The secret does not open it.
    Closed,
    /// The secret opens it, and what stands there has the wrong types, so that
    /// no library reads it.
    Misshapen(facts::Inside),
    /// What it says.
    Open(Claims),
}

/// What a token says.
pub(super) struct Claims {
    pub(super) app_id: i64,
    pub(super) user_id: String,
    pub(super) issued_at: i64,
    pub(super) expires_at: i64,
    nonce: i64,
    /// What stands in the payload, which token03 does not have.
    payload: Option<String>,
    /// What is granted; nothing at all in an identity token.
    pub(super) grants: Option<Grants>,
    /// What has the wrong form although it can be read.
    pub(super) wrong: Vec<Cause>,
}

/// What a token grants.
pub(super) struct Grants {
    pub(super) room_id: Option<String>,
    pub(super) login: Option<i64>,
    pub(super) publish: Option<i64>,
    streams: Vec<String>,
}

fn read_04(token: &str, question: &Question<'_>) -> Result<Token, Unreadable> {
    let mut workspace = vec![0; workspace_len(token.len())];
    let sealed = Sealed04::parse(token, &mut workspace).map_err(|error| damaged("04", error))?;
    Ok(Token {
        version: "04",
        mode: sealed.mode(),
        clear_expires_at: sealed.expires_at(),
        ciphertext_len: sealed.ciphertext_len(),
        inside: open(Version::V04, token, question, |secret| {
            sealed.decrypt(secret).map(|claims| claims_04(&claims))
        }),
    })
}

fn read_03(token: &str, question: &Question<'_>) -> Result<Token, Unreadable> {
    let mut workspace = vec![0; workspace_len(token.len())];
    let sealed = Sealed03::parse(token, &mut workspace).map_err(|error| damaged("03", error))?;
    Ok(Token {
        version: "03",
        mode: Mode::Cbc,
        clear_expires_at: sealed.expires_at(),
        ciphertext_len: sealed.ciphertext_len(),
        inside: open(Version::V03, token, question, |secret| {
            sealed.decrypt(secret).map(|claims| claims_03(&claims))
        }),
    })
}

fn damaged(version: &str, error: Error) -> Unreadable {
    Unreadable(format!("damaged ZEGO token{version}: {error}"))
}

fn open(
    version: Version,
    token: &str,
    question: &Question<'_>,
    decrypt: impl FnOnce(&ServerSecret) -> Result<Claims, Error>,
) -> Inside {
    let Some(text) = question.secret else {
        return Inside::NoSecret;
    };
    let secret = match ServerSecret::new(text) {
        Err(error) => return Inside::BadSecret(error),
        Ok(secret) => secret,
    };
    let found = facts::open(version, token, text);
    match (decrypt(&secret), found) {
        (Ok(claims), found) => Inside::Open(Claims {
            wrong: found.map_or_else(Vec::new, |found| found.wrong),
            ..claims
        }),
        (Err(_), Some(found)) if !found.wrong.is_empty() => Inside::Misshapen(found),
        (Err(_), _) => Inside::Closed,
    }
}

fn claims_04(claims: &Claims04<'_>) -> Claims {
    let payload = claims
        .payload()
        .map_or_else(String::new, |text| text.to_string());
    let parsed = ParsedPayload::parse(&payload).ok();
    Claims {
        app_id: claims.app_id(),
        user_id: claims.user_id().to_string(),
        issued_at: claims.issued_at(),
        expires_at: claims.expires_at(),
        nonce: claims.nonce(),
        grants: parsed.map(|parsed| Grants {
            room_id: parsed.room_id().map(|room| room.to_string()),
            login: parsed.privilege(Privilege::Login),
            publish: parsed.privilege(Privilege::Publish),
            streams: parsed.streams().map(|stream| stream.to_string()).collect(),
        }),
        payload: Some(payload),
        wrong: Vec::new(),
    }
}

fn claims_03(claims: &Claims03<'_>) -> Claims {
    Claims {
        app_id: claims.app_id(),
        user_id: claims.user_id().to_string(),
        issued_at: claims.issued_at(),
        expires_at: claims.expires_at(),
        nonce: claims.nonce(),
        payload: None,
        grants: Some(Grants {
            room_id: Some(claims.room_id().to_string()),
            login: claims.privilege(Privilege::Login),
            publish: claims.privilege(Privilege::Publish),
            streams: Vec::new(),
        }),
        wrong: Vec::new(),
    }
}

fn explain(token: &Token, question: &Question<'_>) -> Result<Explanation, Unreadable> {
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
    Ok(Explanation {
        format: if token.version == "04" {
            "zego-04"
        } else {
            "zego-03"
        },
        title: format!("ZEGO token{}", token.version),
        root,
        warnings,
    })
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

/// What has the wrong type, for a token that opens.
pub(super) fn wrong(cause: Cause) -> String {
    format!("opens with this secret, but {}", cause.meaning())
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
