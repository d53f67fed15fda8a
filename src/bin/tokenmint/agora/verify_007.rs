//! AccessToken2 ("007"): verifying. The questions are the library's; here they
//! get their words.

use tokenmint::agora::v007::{ParsedToken2, ServiceRef, ServiceType, workspace_for};
use tokenmint::agora::{AppCertificate, Expected, ExpireIn, Role};

use super::names::{Privilege, privilege_title};
use super::read_007::parse;
use super::verdicts::{self, Grant};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::formats::Question;
use crate::verify::Answer;

/// Answers every question.
pub(super) fn verify(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Failure> {
    let mut workspace = vec![0; workspace_for(token.len())];
    let parsed = parse(token, &mut workspace)?;
    let mut expected = Expected::default().without_privileges().now(question.now);
    expected.channel = question.channel;
    expected.account = question.account;
    let report = parsed.check(&expected);
    let in_channel = !report.channel.fails();
    if !in_channel {
        // One mistake is enough: user and privileges are those of any channel.
        expected.channel = None;
    }
    let check = |certificate: &str| parsed.verify(&AppCertificate::new(certificate)?);
    let mut answers = vec![
        verdicts::signature(question, parsed.app_id(), "this content", check),
        verdicts::app_id(question, parsed.app_id()),
        verdicts::time(
            question.now,
            Some(parsed.issued_at()),
            Some(parsed.expires_at()),
        ),
    ];
    if let Some(channel) = question.channel {
        let actual: Vec<_> = parsed.services().filter_map(|s| s.channel()).collect();
        answers.push(verdicts::name(
            "channel",
            Exit::Channel,
            channel,
            &actual,
            in_channel,
        ));
    }
    if let Some(account) = question.account {
        let text = account.text();
        let actual: Vec<_> = parsed
            .services()
            .filter(|service| counts(service, &expected))
            .filter_map(|service| service.user())
            .collect();
        let holds = !report.user.fails();
        answers.push(verdicts::name(
            "user",
            Exit::User,
            text.as_str(),
            &actual,
            holds,
        ));
    }
    answers.extend(granted(&parsed, &expected, question));
    Ok(answers)
}

/// The answers about role and privileges.
fn granted(
    parsed: &ParsedToken2<'_>,
    expected: &Expected<'_>,
    question: &Question<'_>,
) -> Vec<Answer> {
    let rtc = ServiceType::Rtc;
    let mut answers = Vec::new();
    if let Some(role) = question.role {
        let needed = if role == Role::Publisher {
            1..=4
        } else {
            1..=1
        };
        let grants: Vec<_> = needed
            .map(|number| {
                let name = rtc.privilege_name(number).unwrap_or("");
                (name, grant(parsed, expected, rtc.number(), number))
            })
            .collect();
        answers.push(verdicts::role(role, &grants));
    }
    for privilege in question.privileges {
        let Privilege { service, number } = *privilege;
        let grant = grant(parsed, expected, service, number);
        let title = privilege_title(*privilege);
        answers.push(verdicts::privilege(&title, grant, question.now));
    }
    answers
}

/// Whether a privilege is granted, and until when: the longest of those that
/// count.
fn grant(
    parsed: &ParsedToken2<'_>,
    expected: &Expected<'_>,
    service: u16,
    privilege: u16,
) -> Grant {
    let granted: Vec<_> = parsed
        .services()
        .filter(|s| s.service_type.number() == service && counts(s, expected))
        .filter_map(|s| s.privileges.get(privilege))
        .collect();
    if granted.contains(&ExpireIn::WITH_TOKEN) {
        return Grant::WithToken;
    }
    let Some(longest) = granted.iter().max() else {
        return Grant::Missing;
    };
    let end = longest.after(parsed.issued_at());
    if expected.now.is_some_and(|now| u64::from(now) >= end) {
        Grant::Ended(end)
    } else {
        Grant::Until(end)
    }
}

/// Whether a service is for the expected channel, or has none.
fn counts(service: &ServiceRef<'_>, expected: &Expected<'_>) -> bool {
    match (service.channel(), expected.channel) {
        (Some(channel), Some(wanted)) => channel == wanted,
        _ => true,
    }
}
