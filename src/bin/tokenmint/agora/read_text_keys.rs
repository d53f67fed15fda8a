//! Dynamic keys 001 to 004. They carry no channel, so verifying is making the
//! key again and comparing.
#![allow(deprecated)] // For those who still have such keys.

use tokenmint::agora::legacy::{self, KeyInputs, ParsedKey};
use tokenmint::agora::{Account, Credentials, ExpireAt};
use tokenmint::output::Owned;
use tokenmint::{Error, Stamp};

use super::verdicts::{self, Signer};
use crate::exit::Exit;
use crate::explain::{Explanation, Section};
use crate::failure::Failure;
use crate::formats::{Format, Question};
use crate::verify::Answer;

/// The form; 001 and 002 have no version and are told by their lengths.
pub(crate) const FORMAT: Format = Format {
    variables: Some(super::VARIABLES),
    matches: |text| ParsedKey::parse(text).is_ok() || is_damaged(text),
    explain,
    verify,
};

fn is_damaged(text: &str) -> bool {
    text.starts_with("003") || text.starts_with("004")
}

fn parse(token: &str) -> Result<ParsedKey<'_>, Failure> {
    ParsedKey::parse(token)
        .map_err(|error| Failure::unreadable(format!("damaged Agora dynamic key: {error}")))
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Failure> {
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

/// The answer about a signature that is checked by making the key again.
pub(super) fn remade(
    question: &Question<'_>,
    app_id: &str,
    missing: Option<&str>,
    covered: &str,
    same: impl Fn(&Credentials) -> Result<bool, Error>,
) -> Answer {
    if let Signer::Answer(answer) = Signer::of(question, app_id) {
        return answer;
    }
    if let Some(missing) = missing {
        let message = format!("the signature covers what is not in the token: give {missing}");
        return Answer::not_checked("signature", message);
    }
    verdicts::signature(question, app_id, covered, |certificate| {
        if same(&Credentials::new(app_id, certificate)?)? {
            Ok(())
        } else {
            Err(Error::BadSignature)
        }
    })
}

fn verify(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Failure> {
    let key = parse(token)?;
    let uid = key.uid.or_else(|| uid_of(question));
    let missing = match (key.version, question.channel, uid) {
        (4, None, None) => Some("--channel and --uid"),
        (_, None, _) => Some("--channel"),
        (4, _, None) => Some("--uid"),
        _ => None,
    };
    let covered = "this channel, user and content";
    let mut answers = vec![
        remade(question, key.app_id, missing, covered, |credentials| {
            let inputs = KeyInputs {
                credentials,
                stamp: Stamp::new(key.issued_at, key.random)?,
                channel: question.channel.unwrap_or(""),
                uid: uid.unwrap_or(0),
                expires_at: key.expires_at.unwrap_or(ExpireAt::NEVER),
            };
            made_of(&key, &inputs).map(|made| made.iter().any(|made| made == token))
        }),
        verdicts::app_id(question, key.app_id),
        verdicts::time(
            question.now,
            Some(key.issued_at),
            key.expires_at.map(|end| end.as_unix().into()),
        ),
    ];
    if let (Some(actual), Some(account)) = (key.uid, question.account) {
        let (expected, actual) = (account.text(), actual.to_string());
        // Uid 0 is written as a number here.
        let expected = if account.is_empty() {
            "0"
        } else {
            expected.as_str()
        };
        let holds = actual == "0" || actual == expected;
        answers.push(verdicts::name(
            "user",
            Exit::User,
            expected,
            &[&actual],
            holds,
        ));
    }
    Ok(answers)
}

/// The uid that is expected, which legacy keys have as a number.
pub(super) fn uid_of(question: &Question<'_>) -> Option<u32> {
    match question.account? {
        Account::Uid(uid) => Some(uid),
        Account::Name(name) => name.parse().ok(),
    }
}

/// The keys of this version and these inputs; 004 has one a service, and does
/// not say which.
fn made_of(key: &ParsedKey<'_>, inputs: &KeyInputs<'_>) -> Result<Vec<String>, Error> {
    Ok(match key.version {
        1 => vec![legacy::generate(
            inputs.credentials,
            inputs.stamp,
            inputs.channel,
            Owned,
        )?],
        2 => vec![legacy::generate2(inputs, Owned)?],
        3 => vec![legacy::generate3(inputs, Owned)?],
        _ => vec![
            legacy::generate_media_channel_key(inputs, Owned)?,
            legacy::generate_recording_key(inputs, Owned)?,
            legacy::generate_public_sharing_key(inputs, Owned)?,
        ],
    })
}
