//! AccessToken ("006"): explaining and verifying. Channel and user are in the
//! token as checksums only, so the signature cannot be checked without them.

use serde_json::Value;
use tokenmint::agora::v006::{Expected, ParsedToken, Privilege as Privilege006};
use tokenmint::agora::v007::ServiceType;
use tokenmint::agora::{Account, AccountText, AppCertificate, ExpireAt, Role};

use super::names::{Privilege, privilege_title};
use super::verdicts::{self, Grant, Signer};
use crate::exit::Exit;
use crate::explain::{Explanation, Section, quoted, time_json, time_text};
use crate::failure::Failure;
use crate::formats::{Format, Question};
use crate::verify::Answer;

/// The form.
pub(crate) const FORMAT: Format = Format {
    variables: Some(super::VARIABLES),
    matches: |text| text.starts_with("006"),
    explain,
    verify,
};

fn parse<'w>(token: &'w str, workspace: &'w mut [u8]) -> Result<ParsedToken<'w>, Failure> {
    ParsedToken::parse(token, workspace)
        .map_err(|error| Failure::unreadable(format!("damaged Agora 006 token: {error}")))
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Failure> {
    let now = question.now;
    let mut workspace = vec![0; token.len()];
    let parsed = parse(token, &mut workspace)?;
    let mut root = Section::default();
    root.push(
        "app_id",
        "app id",
        verdicts::shown_id(parsed.app_id()),
        parsed.app_id().into(),
    );
    root.time(
        "expires_at",
        "ends at",
        parsed.expires_at().as_unix().into(),
        now,
    );
    root.number("salt", "salt", parsed.salt().into());
    crc(
        &mut root,
        "channel_crc",
        "channel",
        parsed.channel_crc(),
        "empty",
    );
    let nobody = if is_rtm(&parsed) {
        "empty"
    } else {
        "uid 0: any user"
    };
    crc(
        &mut root,
        "account_crc",
        "account",
        parsed.account_crc(),
        nobody,
    );
    root.list("privileges");
    for (number, end) in parsed.privileges() {
        let (title, section) = privilege_section(number, end, now);
        root.item("privileges", title, section);
    }
    let mut warnings = Vec::new();
    parsed.warnings(Some(now), |warning| {
        warnings.push((warning.name(), warning.to_string()));
    });
    Ok(Explanation {
        format: "agora-006",
        title: "Agora AccessToken (006)".to_owned(),
        root,
        warnings,
    })
}

fn crc(root: &mut Section, name: &'static str, label: &'static str, crc: u32, empty: &str) {
    let note = if crc == 0 {
        empty
    } else {
        "only the checksum is in the token"
    };
    let text = format!("CRC-32 {crc:08x} ({note})");
    root.push(name, label, text, format!("{crc:08x}").into());
}

fn privilege_section(number: u16, end: ExpireAt, now: u32) -> (String, Section) {
    let name = Privilege006::name_of(number);
    let mut section = Section::default();
    section.data("number", number);
    section.data("name", name.map_or(Value::Null, Value::from));
    let label = name.unwrap_or("unknown privilege");
    if end == ExpireAt::NEVER {
        section.data("expires_at", Value::Null);
        return (
            format!("privilege {number} {label}: as long as the token"),
            section,
        );
    }
    let end = u64::from(end.as_unix());
    section.data("expires_at", time_json(end));
    let end = time_text(end, now);
    (format!("privilege {number} {label}: until {end}"), section)
}

/// Whether the RTM builder made it: the user is where others have the channel.
fn is_rtm(parsed: &ParsedToken<'_>) -> bool {
    parsed.privilege(Privilege006::RtmLogin).is_some()
        && parsed.privilege(Privilege006::JoinChannel).is_none()
        && parsed.account_crc() == 0
}

fn verify(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Failure> {
    let mut workspace = vec![0; token.len()];
    let parsed = parse(token, &mut workspace)?;
    let rtm = is_rtm(&parsed);
    let user = question.account.map(Account::text);
    let (channel, account) = if rtm {
        (user.as_ref().map(AccountText::as_str), Some(Account::ANY))
    } else {
        (question.channel, question.account)
    };
    let mut expected = Expected {
        channel,
        account,
        ..Expected::default()
    };
    // A token for any user has the checksum of the empty account.
    if parsed.account_crc() == 0 && parsed.check(&expected).user.fails() {
        expected.account = Some(Account::ANY);
    }
    let report = parsed.check(&expected);
    let end = Some(u64::from(parsed.expires_at().as_unix()));
    let mut answers = vec![
        signature(&parsed, &expected, question, rtm),
        verdicts::app_id(question, parsed.app_id()),
        verdicts::time(question.now, None, end),
    ];
    if let Some(wanted) = question.channel {
        answers.push(if rtm {
            Answer::not_checked("channel", "a token for RTM has none")
        } else if report.channel.fails() {
            other("channel", Exit::Channel, wanted)
        } else {
            Answer::holds("channel", quoted(wanted))
        });
    }
    if let Some(wanted) = &user {
        let fails = if rtm {
            report.channel.fails()
        } else {
            report.user.fails()
        };
        answers.push(if fails {
            other("user", Exit::User, wanted.as_str())
        } else if !rtm && parsed.account_crc() == 0 && !wanted.as_str().is_empty() {
            verdicts::any("user", wanted.as_str())
        } else {
            Answer::holds("user", quoted(wanted.as_str()))
        });
    }
    answers.extend(granted(&parsed, question));
    Ok(answers)
}

fn other(name: &'static str, exit: Exit, wanted: &str) -> Answer {
    let wanted = quoted(wanted);
    let message = format!("the token is for another {name} than {wanted}: the checksum differs");
    Answer::fails(name, exit, message)
}

fn signature(
    parsed: &ParsedToken<'_>,
    expected: &Expected<'_>,
    question: &Question<'_>,
    rtm: bool,
) -> Answer {
    const NAME: &str = "signature";
    if let Signer::Answer(answer) = Signer::of(question, parsed.app_id()) {
        return answer;
    }
    let (Some(channel), Some(account)) = (expected.channel, expected.account) else {
        let message = if rtm {
            "a 006 signature covers the user, which is not in the token: verify with --account"
        } else {
            "a 006 signature covers channel and user, which are not in the token: verify with \
             --channel and --uid or --account"
        };
        return Answer::not_checked(NAME, message);
    };
    let report = parsed.check(expected);
    if report.channel.fails() || report.user.fails() {
        let message = "says nothing as long as channel and user are not those of the token";
        return Answer::not_checked(NAME, message);
    }
    let covered = if rtm {
        "this user and content"
    } else {
        "this channel, user and content"
    };
    verdicts::signature(question, parsed.app_id(), covered, |certificate| {
        parsed.verify(&AppCertificate::new(certificate)?, channel, account)
    })
}

/// The answers about role and privileges.
fn granted(parsed: &ParsedToken<'_>, question: &Question<'_>) -> Vec<Answer> {
    let grant = |number: u16| match parsed.privilege(number) {
        None => Grant::Missing,
        Some(ExpireAt::NEVER) => Grant::WithToken,
        Some(end) if question.now >= end.as_unix() => Grant::Ended(end.as_unix().into()),
        Some(end) => Grant::Until(end.as_unix().into()),
    };
    let mut answers = Vec::new();
    if let Some(role) = question.role {
        let needed = if role == Role::Subscriber {
            1..=1
        } else {
            1..=4
        };
        let grants: Vec<_> = needed
            .map(|number| (Privilege006::name_of(number).unwrap_or(""), grant(number)))
            .collect();
        answers.push(verdicts::role(role, &grants));
    }
    for privilege in question.privileges {
        let Privilege { service, number } = *privilege;
        // 006 knows one space of numbers; the names are those of 007.
        let found = match ServiceType::from_number(service) {
            Some(ServiceType::Rtc) => grant(number),
            Some(ServiceType::Rtm) if number == 1 => grant(Privilege006::RtmLogin.into()),
            _ => Grant::Missing,
        };
        let title = privilege_title(*privilege);
        answers.push(verdicts::privilege(&title, found, question.now));
    }
    answers
}
