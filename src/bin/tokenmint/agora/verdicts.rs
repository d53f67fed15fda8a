//! Answers that the forms of Agora tokens have in common.

use tokenmint::Error;
use tokenmint::agora::{AppCertificate, AppId, Role};
use zeroize::Zeroizing;

use super::names;
pub(crate) use crate::answers::{any, name, time};
use crate::exit::Exit;
use crate::explain::{quoted, time_text};
use crate::formats::Question;
use crate::verify::Answer;

/// The certificate to check with, or the answer that it cannot be used.
pub(crate) enum Signer<'q> {
    /// It can: its text, and whether it is the public one of the official
    /// documents.
    Ready(&'q str, bool),
    /// It is missing or malformed.
    Answer(Answer),
}

impl<'q> Signer<'q> {
    /// The certificate for a token of `app_id`.
    pub(crate) fn of(question: &'q Question<'_>, app_id: &str) -> Self {
        let Some((text, sample)) = question.certificate_for(app_id) else {
            return Self::Answer(Answer::not_checked(
                "signature",
                "no certificate at hand: set AGORA_APP_CERTIFICATE, or use --certificate-file or \
                 --certificate-stdin",
            ));
        };
        match AppCertificate::new(text) {
            Ok(_) => Self::Ready(text, sample),
            Err(_) => Self::Answer(Answer::fails(
                "certificate",
                Exit::Certificate,
                malformed(text),
            )),
        }
    }
}

/// What is wrong with a certificate, without a character of it.
fn malformed(text: &str) -> String {
    let foreign = text.chars().filter(|c| !c.is_ascii_hexdigit()).count();
    format!(
        "malformed: it has {} characters, {foreign} of them no hexadecimal digits; exactly 32 \
         hexadecimal digits are needed (official libraries then return an empty token)",
        text.chars().count()
    )
}

/// The answer about the signature, from a check that any certificate can be
/// put to.
pub(crate) fn signature(
    question: &Question<'_>,
    app_id: &str,
    covered: &str,
    check: impl Fn(&str) -> Result<(), Error>,
) -> Answer {
    const NAME: &str = "signature";
    let (certificate, sample) = match Signer::of(question, app_id) {
        Signer::Ready(certificate, sample) => (certificate, sample),
        Signer::Answer(answer) => return answer,
    };
    match check(certificate) {
        Ok(()) if sample => Answer::holds(
            NAME,
            "made with the public sample certificate, as anybody can",
        ),
        Ok(()) => Answer::holds(NAME, format!("the certificate signed {covered}")),
        Err(Error::BadSignature) => {
            let mut message = "does not match: wrong certificate or changed token".to_owned();
            if other_case(certificate).iter().any(|c| check(c).is_ok()) {
                message = "does not match, but would with the certificate in another letter \
                    case: the case of its letters counts"
                    .to_owned();
            } else if question.app_id.is_some_and(|expected| expected != app_id) {
                message += "; the app id differs as well, so the certificate is probably that of \
                    another project";
            }
            Answer::fails(NAME, Exit::Signature, message)
        }
        Err(error) => Answer::fails(NAME, Exit::Signature, error.to_string()),
    }
}

fn other_case(certificate: &str) -> [Zeroizing<String>; 2] {
    [
        Zeroizing::new(certificate.to_ascii_lowercase()),
        Zeroizing::new(certificate.to_ascii_uppercase()),
    ]
}

/// The answer about the app id.
pub(crate) fn app_id(question: &Question<'_>, actual: &str) -> Answer {
    const NAME: &str = "app id";
    let Some(expected) = question.app_id else {
        return Answer::not_checked(NAME, "no app id to compare with: --app-id or AGORA_APP_ID");
    };
    let shown = shown_id(actual);
    if AppId::new(expected).is_err() {
        let message = "the expected app id is malformed: exactly 32 hexadecimal digits are needed";
        return Answer::fails(NAME, Exit::AppId, message);
    }
    if expected == actual {
        return Answer::holds(NAME, shown);
    }
    let case = expected.eq_ignore_ascii_case(actual);
    let hint = if case {
        " (only letter case differs, which counts)"
    } else {
        ""
    };
    let message = format!("the token belongs to {shown}, not to {expected}{hint}");
    Answer::fails(NAME, Exit::AppId, message)
}

/// An app id as it is when it is one, quoted when it is not.
pub(crate) fn shown_id(text: &str) -> String {
    if AppId::new(text).is_ok() {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// Whether a privilege is there, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grant {
    /// It is not granted.
    Missing,
    /// It has ended.
    Ended(u64),
    /// It lasts until then.
    Until(u64),
    /// It lasts as long as the token.
    WithToken,
}

/// The answer about a single privilege.
pub(crate) fn privilege(title: &str, grant: Grant, now: u32) -> Answer {
    const NAME: &str = "privilege";
    match grant {
        Grant::Missing => Answer::fails(NAME, Exit::NotGranted, format!("{title} is not granted")),
        Grant::Ended(end) => {
            let end = time_text(end, now);
            Answer::fails(
                NAME,
                Exit::PrivilegeEnded,
                format!("{title} ended at {end}"),
            )
        }
        Grant::Until(end) => Answer::holds(
            NAME,
            format!("{title} is granted until {}", time_text(end, now)),
        ),
        Grant::WithToken => Answer::holds(
            NAME,
            format!("{title} is granted as long as the token lasts"),
        ),
    }
}

/// The answer about a role, from the privileges it needs.
pub(crate) fn role(role: Role, grants: &[(&str, Grant)]) -> Answer {
    const NAME: &str = "role";
    let role = names::role_name(role);
    let with = |wanted: fn(&Grant) -> bool| {
        let names = grants.iter().filter(|(_, grant)| wanted(grant));
        names.map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    };
    let missing = with(|grant| *grant == Grant::Missing);
    if !missing.is_empty() {
        let message = format!("a {role} needs what the token does not grant: {missing}");
        return Answer::fails(NAME, Exit::NotGranted, message);
    }
    let ended = with(|grant| matches!(grant, Grant::Ended(_)));
    if !ended.is_empty() {
        let message = format!("a {role} needs what has ended: {ended}");
        return Answer::fails(NAME, Exit::PrivilegeEnded, message);
    }
    Answer::holds(NAME, format!("{role}: everything it needs is granted"))
}
