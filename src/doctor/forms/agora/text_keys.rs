//! Dynamic keys 001 to 004. They carry no channel: only the signature tells it.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::agora::ExpireAt;
use crate::agora::legacy::ParsedKey;

use super::facts::Facts;
use super::verify::verify;
use crate::doctor::explain::{Explanation, Section};

use crate::doctor::anatomy;
use crate::doctor::answer::{Answer, Missing};
use crate::doctor::forms::{Form, Service, Unreadable};
use crate::doctor::question::Question;

/// The form; 001 and 002 have no version and are told by their lengths.
pub(in crate::doctor) const FORM: Form = Form {
    service: Service::Agora,
    version: None,
    matches: |text| ParsedKey::parse(text).is_ok() || is_damaged(text),
    anatomy: anatomy::of_text_key,
    explain,
    verify: check,
};

fn is_damaged(text: &str) -> bool {
    text.starts_with("003") || text.starts_with("004")
}

fn parse(token: &str) -> Result<ParsedKey<'_>, Unreadable> {
    ParsedKey::parse(token)
        .map_err(|error| Unreadable(format!("damaged Agora dynamic key: {error}")))
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Unreadable> {
    let now = question.now;
    let key = parse(token)?;
    let mut root = Section::default();
    root.plain("app_id", "app id", key.app_id);
    root.time("issued_at", "issued at", key.issued_at.into(), now);
    if let Some(end) = key.expires_at {
        root.time("expires_at", "ends at", end.as_unix().into(), now);
    }
    if let Some(uid) = key.uid {
        let text = if uid == 0 {
            "uid 0: any user".to_owned()
        } else {
            uid.to_string()
        };
        root.push("uid", "uid", text, uid.into());
    }
    root.plain("random", "random", format!("{:08x}", key.random));
    root.plain("signature", "signature", key.signature);
    let format = match key.version {
        1 => "agora-001",
        2 => "agora-002",
        3 => "agora-003",
        _ => "agora-004",
    };
    Ok(Explanation {
        format,
        title: format!("Agora dynamic key (00{})", key.version),
        root,
        warnings: warnings(key.expires_at, now),
    })
}

/// What is likely wrong with any legacy key.
pub(super) fn warnings(end: Option<ExpireAt>, now: u32) -> Vec<(&'static str, String)> {
    let mut warnings = vec![(
        "obsolete-format",
        "this format is obsolete: use 007 for new work".to_owned(),
    )];
    if let Some(seconds) = end.and_then(|end| now.checked_sub(end.as_unix())) {
        warnings.push(("expired", format!("the token ended {seconds} s ago")));
    }
    warnings
}

fn check(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Unreadable> {
    let key = parse(token)?;
    let facts = Facts {
        app_id: key.app_id,
        issued_at: Some(key.issued_at),
        ends_at: key.expires_at.map(|end| end.as_unix().into()),
        covered: "this channel, user and content",
        needs: Some(match key.version {
            4 => Missing::ChannelAndUser,
            _ => Missing::Channel,
        }),
        parts: Vec::new(),
    };
    Ok(verify(question, &facts, &|expected| key.check(expected)))
}
