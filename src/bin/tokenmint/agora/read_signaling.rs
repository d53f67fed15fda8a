//! Signaling tokens, `1:app_id:deadline:md5`: explaining and verifying.
#![allow(deprecated)] // For those who still have such tokens.

use tokenmint::agora::Account;
use tokenmint::agora::legacy::{ParsedSignalingToken, generate_signaling_token};
use tokenmint::output::Owned;

use super::read_text_keys::{remade, warnings};
use super::verdicts;
use crate::explain::{Explanation, Section};
use crate::failure::Failure;
use crate::formats::{Format, Question};
use crate::verify::Answer;

/// The form.
pub(crate) const FORMAT: Format = Format {
    variables: Some(super::VARIABLES),
    matches: |text| text.starts_with("1:"),
    explain,
    verify,
};

fn parse(token: &str) -> Result<ParsedSignalingToken<'_>, Failure> {
    ParsedSignalingToken::parse(token).map_err(|_| {
        Failure::unreadable(
            "damaged Agora signaling token: expected 1:, app id, deadline and MD5, with colons \
             between them",
        )
    })
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Failure> {
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

fn verify(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Failure> {
    let parsed = parse(token)?;
    let missing = question.account.is_none().then_some("--account");
    let account = question.account.map(Account::text);
    let account = account.as_ref().map_or("", |text| text.as_str());
    Ok(vec![
        remade(
            question,
            parsed.app_id,
            missing,
            "this user and content",
            |credentials| {
                let made =
                    generate_signaling_token(credentials, account, parsed.expires_at, Owned)?;
                Ok(made == token)
            },
        ),
        verdicts::app_id(question, parsed.app_id),
        verdicts::time(question.now, None, Some(parsed.expires_at.as_unix().into())),
    ])
}
