//! A ZEGO token, as far as it can be read.
//!
//! The expiry and the kind of encryption stand in clear; everything else takes
//! the server secret.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::Error;
use crate::doctor::cause::Cause;
use crate::doctor::facts;
use crate::doctor::forms::Unreadable;
use crate::doctor::question::{Question, Version};
use crate::zego::{
    Claims03, Claims04, Mode, ParsedPayload, Privilege, Sealed03, Sealed04, ServerSecret,
    workspace_len,
};

/// A token, as far as it can be read.
pub(super) struct Token {
    pub(super) version: &'static str,
    pub(super) mode: Mode,
    pub(super) clear_expires_at: i64,
    pub(super) ciphertext_len: usize,
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
    pub(super) nonce: i64,
    /// What stands in the payload, which token03 does not have.
    pub(super) payload: Option<String>,
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
    pub(super) streams: Vec<String>,
}

/// Reads a token04.
pub(super) fn read_04(token: &str, question: &Question<'_>) -> Result<Token, Unreadable> {
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

/// Reads a token03.
pub(super) fn read_03(token: &str, question: &Question<'_>) -> Result<Token, Unreadable> {
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
