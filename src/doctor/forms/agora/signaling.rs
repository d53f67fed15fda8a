//! Signaling tokens, `1:app_id:deadline:md5`: explaining and verifying.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::vec::Vec;

use super::facts::Facts;
use super::text_keys::warnings;
use super::verdicts;
use super::verify::verify;
use crate::agora::legacy::ParsedSignalingToken;
use crate::doctor::anatomy;
use crate::doctor::answer::{Answer, Missing};
use crate::doctor::explain::{Explanation, Section};
use crate::doctor::forms::{Form, Service, Unreadable};
use crate::doctor::question::Question;

/// The form.
pub(in crate::doctor) const FORM: Form = Form {
    service: Service::Agora,
    version: None,
    matches: |text| text.starts_with("1:"),
    anatomy: anatomy::of_signaling,
    explain,
    verify: check,
};

fn parse(token: &str) -> Result<ParsedSignalingToken<'_>, Unreadable> {
    ParsedSignalingToken::parse(token)
        .map_err(|error| Unreadable(format!("damaged Agora signaling token: {error}")))
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Unreadable> {
    let now = question.now;
    let parsed = parse(token)?;
    let mut root = Section::default();
    root.push(
        "app_id",
        "app id",
        verdicts::shown_id(parsed.app_id),
        parsed.app_id.into(),
    );
    root.time(
        "expires_at",
        "ends at",
        parsed.expires_at.as_unix().into(),
        now,
    );
    root.plain("signature", "MD5", parsed.hash);
    Ok(Explanation {
        format: "agora-signaling",
        title: "Agora signaling token".to_owned(),
        root,
        warnings: warnings(Some(parsed.expires_at), now),
    })
}

fn check(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Unreadable> {
    let parsed = parse(token)?;
    let facts = Facts {
        app_id: parsed.app_id,
        issued_at: None,
        ends_at: Some(parsed.expires_at.as_unix().into()),
        covered: "this user and content",
        needs: Some(Missing::User),
        parts: Vec::new(),
    };
    Ok(verify(question, &facts, &|expected| parsed.check(expected)))
}
