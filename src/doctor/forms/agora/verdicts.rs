//! Answers that the forms of Agora tokens have in common.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::facts::{Facts, Grant};
use super::{SAMPLE_APP_ID, SAMPLE_CERTIFICATE};
use crate::agora::{AppCertificate, AppId, Role};
use crate::doctor::answer::{Answer, Fault, Missing};
use crate::doctor::question::Question;
use crate::doctor::words::{self, quoted};
use crate::{Error, Verdict};

/// The certificate to check with: the one given, or the public one when the
/// token has the public sample app id; and whether it is that.
fn certificate_for<'q>(question: &Question<'q>, app_id: &str) -> Option<(&'q str, bool)> {
    match question.secret {
        Some(certificate) => Some((certificate, false)),
        None if app_id == SAMPLE_APP_ID => Some((SAMPLE_CERTIFICATE, true)),
        None => None,
    }
}

/// The certificate to check with, if there is one of the right form.
pub(super) fn certificate(question: &Question<'_>, app_id: &str) -> Option<AppCertificate> {
    let (text, _) = certificate_for(question, app_id)?;
    AppCertificate::new(text).ok()
}

/// The answer about the signature, from a check that any certificate can be put
/// to.
pub(super) fn signature(
    question: &Question<'_>,
    facts: &Facts<'_>,
    check: &dyn Fn(&AppCertificate) -> Verdict,
) -> Answer {
    const NAME: &str = "signature";
    let Some((text, sample)) = certificate_for(question, facts.app_id) else {
        return Answer::not_asked(NAME, Missing::Certificate, "no certificate at hand");
    };
    let certificate = match AppCertificate::new(text) {
        Ok(certificate) => certificate,
        Err(error) => {
            return Answer::fails("certificate", Fault::Certificate, error.to_string());
        }
    };
    match check(&certificate) {
        Verdict::Holds if sample => Answer::holds(
            NAME,
            "made with the public sample certificate, as anybody can",
        ),
        Verdict::Holds => Answer::holds(NAME, format!("the certificate signed {}", facts.covered)),
        Verdict::Fails(Error::BadSignature) => {
            let mut message = "does not match: wrong certificate or changed token".to_owned();
            let holds = |text: &Zeroizing<String>| {
                AppCertificate::new(text).is_ok_and(|it| check(&it) == Verdict::Holds)
            };
            if other_case(text).iter().any(holds) {
                message = "does not match, but would with the certificate in another letter \
                    case: the case of its letters counts"
                    .to_owned();
            } else if question.app_id.is_some_and(|id| id != facts.app_id) {
                message.push_str(
                    "; the app id differs as well, so the certificate is probably that of \
                     another project",
                );
            }
            Answer::fails(NAME, Fault::Signature, message)
        }
        Verdict::Fails(error) => Answer::fails(NAME, Fault::Signature, error.to_string()),
        _ => undecided(question, facts),
    }
}

/// The signature covers names that are not in the token.
fn undecided(question: &Question<'_>, facts: &Facts<'_>) -> Answer {
    const NAME: &str = "signature";
    let unknown = match facts.needs {
        Some(Missing::Channel) => question.channel.is_none(),
        Some(Missing::User) => question.user.is_none(),
        _ => question.channel.is_none() || question.user.is_none(),
    };
    match facts.needs {
        Some(missing) if unknown => {
            let message = "the signature covers names that are not in the token";
            Answer::not_asked(NAME, missing, message)
        }
        _ => {
            let message = "says nothing as long as channel and user are not those of the token";
            Answer::undecided(NAME, message)
        }
    }
}

/// What an error of a privilege is called.
pub(super) const fn fault_of(error: Error) -> Fault {
    match error {
        Error::Expired => Fault::PrivilegeEnded,
        _ => Fault::Privilege,
    }
}

fn other_case(certificate: &str) -> [Zeroizing<String>; 2] {
    [
        Zeroizing::new(certificate.to_ascii_lowercase()),
        Zeroizing::new(certificate.to_ascii_uppercase()),
    ]
}

/// The answer about the app id.
pub(super) fn app_id(question: &Question<'_>, actual: &str) -> Answer {
    const NAME: &str = "app id";
    let Some(expected) = question.app_id else {
        return Answer::not_asked(NAME, Missing::AppId, "no app id to compare with");
    };
    let shown = shown_id(actual);
    if let Err(error) = AppId::new(expected) {
        return Answer::fails(NAME, Fault::AppId, format!("the expected {error}"));
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
    Answer::fails(NAME, Fault::AppId, message)
}

/// An app id as it is when it is one, quoted when it is not.
pub(super) fn shown_id(text: &str) -> String {
    if AppId::new(text).is_ok() {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// The answer about a single privilege.
pub(super) fn privilege(title: &str, grant: Grant, now: u32) -> Answer {
    const NAME: &str = "privilege";
    match grant {
        Grant::Missing => Answer::fails(NAME, Fault::Privilege, format!("{title} is not granted")),
        Grant::Ended(end) => {
            let end = words::time(end, now);
            Answer::fails(
                NAME,
                Fault::PrivilegeEnded,
                format!("{title} ended at {end}"),
            )
        }
        Grant::Until(end) => Answer::holds(
            NAME,
            format!("{title} is granted until {}", words::time(end, now)),
        ),
        Grant::WithToken => Answer::holds(
            NAME,
            format!("{title} is granted as long as the token lasts"),
        ),
    }
}

/// The answer about a role, from the privileges it needs.
pub(super) fn role(role: Role, grants: &[(String, Grant)]) -> Answer {
    const NAME: &str = "role";
    let role = role.name();
    let with = |wanted: fn(&Grant) -> bool| {
        let names = grants.iter().filter(|(_, grant)| wanted(grant));
        names
            .map(|(name, _)| name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let missing = with(|grant| *grant == Grant::Missing);
    if !missing.is_empty() {
        let message = format!("a {role} needs what the token does not grant: {missing}");
        return Answer::fails(NAME, Fault::Privilege, message);
    }
    let ended = with(|grant| matches!(grant, Grant::Ended(_)));
    if !ended.is_empty() {
        let message = format!("a {role} needs what has ended: {ended}");
        return Answer::fails(NAME, Fault::PrivilegeEnded, message);
    }
    Answer::holds(NAME, format!("{role}: everything it needs is granted"))
}
