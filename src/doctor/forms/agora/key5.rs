//! Dynamic keys 005: explaining and verifying.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::agora::legacy::ParsedKey5;

use super::SAMPLE_APP_ID;
use super::facts::Facts;
use super::text_keys::warnings;
use super::verify::verify;
use crate::doctor::anatomy;
use crate::doctor::answer::{Answer, Missing};
use crate::doctor::explain::{Explanation, Section};
use crate::doctor::forms::{Form, Service, Unreadable};
use crate::doctor::question::Question;
use crate::doctor::words::hex;

/// The form.
pub(in crate::doctor) const FORM: Form = Form {
    service: Service::Agora,
    version: None,
    matches: |text| text.starts_with("005"),
    anatomy: anatomy::of_key5,
    explain,
    verify: check,
};

fn parse<'w>(token: &str, workspace: &'w mut [u8]) -> Result<ParsedKey5<'w>, Unreadable> {
    ParsedKey5::parse(token, workspace)
        .map_err(|error| Unreadable(format!("damaged Agora 005 key: {error}")))
}

const fn service_name(service: u16) -> &'static str {
    match service {
        1 => "media channel",
        2 => "recording",
        3 => "public sharing",
        4 => "in-channel permission",
        _ => "unknown",
    }
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Unreadable> {
    let now = question.now;
    let mut workspace = vec![0; token.len()];
    let key = parse(token, &mut workspace)?;
    let mut root = Section::default();
    root.plain("app_id", "app id", hex(&key.app_id));
    let service = format!("{} {}", key.service, service_name(key.service));
    root.push("service", "service", service, key.service.into());
    root.time("issued_at", "issued at", key.issued_at.into(), now);
    root.time(
        "expires_at",
        "ends at",
        key.expires_at.as_unix().into(),
        now,
    );
    if let Some(permission) = key.permission {
        root.text("permission", "upload", permission);
    }
    root.plain("random", "random", format!("{:08x}", key.salt));
    root.plain("signature", "signature", key.signature);
    Ok(Explanation {
        format: "agora-005",
        title: "Agora dynamic key (005)".to_owned(),
        root,
        warnings: warnings(Some(key.expires_at), now),
    })
}

fn check(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Unreadable> {
    let mut workspace = vec![0; token.len()];
    let key = parse(token, &mut workspace)?;
    let app_id = app_id_text(&key, question);
    let facts = Facts {
        app_id: &app_id,
        issued_at: Some(key.issued_at),
        ends_at: Some(key.expires_at.as_unix().into()),
        covered: "this channel, user and content",
        needs: Some(Missing::ChannelAndUser),
        parts: Vec::new(),
    };
    Ok(verify(question, &facts, &|expected| key.check(expected)))
}

/// The app id as text. The key has it without letter case, so the expected
/// one, or that of the sample, lends its own.
fn app_id_text(key: &ParsedKey5<'_>, question: &Question<'_>) -> String {
    let lower = hex(&key.app_id);
    let same = |text: &&str| text.eq_ignore_ascii_case(&lower);
    let lent = question.app_id.filter(same);
    lent.or(Some(SAMPLE_APP_ID).filter(same))
        .map_or(lower.clone(), str::to_owned)
}
