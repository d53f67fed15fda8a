//! Dynamic keys 005: explaining and verifying.
#![allow(deprecated)] // For those who still have such keys.

use tokenmint::agora::legacy::{self, KeyInputs, ParsedKey5};
use tokenmint::output::Owned;
use tokenmint::{Error, Stamp};

use super::read_text_keys::{remade, uid_of, warnings};
use super::verdicts;
use crate::credentials::SAMPLE_APP_ID;
use crate::explain::{Explanation, Section, hex};
use crate::failure::Failure;
use crate::formats::{Format, Question};
use crate::verify::Answer;

/// The form.
pub(crate) const FORMAT: Format = Format {
    variables: Some(super::VARIABLES),
    matches: |text| text.starts_with("005"),
    explain,
    verify,
};

fn parse<'w>(token: &str, workspace: &'w mut [u8]) -> Result<ParsedKey5<'w>, Failure> {
    ParsedKey5::parse(token, workspace)
        .map_err(|error| Failure::unreadable(format!("damaged Agora 005 key: {error}")))
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

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Failure> {
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

fn verify(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Failure> {
    let mut workspace = vec![0; token.len()];
    let key = parse(token, &mut workspace)?;
    let app_id = app_id_text(&key, question);
    let uid = uid_of(question);
    let missing = match (question.channel, uid) {
        (None, None) => Some("--channel and --uid"),
        (None, Some(_)) => Some("--channel"),
        (Some(_), None) => Some("--uid"),
        (Some(_), Some(_)) => None,
    };
    let covered = "this channel, user and content";
    Ok(vec![
        remade(question, &app_id, missing, covered, |credentials| {
            let inputs = KeyInputs {
                credentials,
                stamp: Stamp::new(key.issued_at, key.salt)?,
                channel: question.channel.unwrap_or(""),
                uid: uid.unwrap_or(0),
                expires_at: key.expires_at,
            };
            Ok(made_of(&key, &inputs)? == token)
        }),
        verdicts::app_id(question, &app_id),
        verdicts::time(
            question.now,
            Some(key.issued_at),
            Some(key.expires_at.as_unix().into()),
        ),
    ])
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

fn made_of(key: &ParsedKey5<'_>, inputs: &KeyInputs<'_>) -> Result<String, Error> {
    match (key.service, key.permission) {
        (1, None) => legacy::generate_media_channel_key5(inputs, Owned),
        (2, None) => legacy::generate_recording_key5(inputs, Owned),
        (3, None) => legacy::generate_public_sharing_key5(inputs, Owned),
        (4, Some(permission)) => {
            legacy::generate_in_channel_permission_key(inputs, permission, Owned)
        }
        // No builder makes any other, so no certificate can have signed it.
        _ => Err(Error::BadSignature),
    }
}
