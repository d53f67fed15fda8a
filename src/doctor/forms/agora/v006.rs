//! AccessToken ("006"): explaining and verifying. Channel and user are in the
//! token as checksums only, so the signature cannot be checked without them.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::agora::ExpireAt;
use crate::agora::v006::{ParsedToken, Privilege as Privilege006};
use crate::agora::v007::ServiceType;
use serde_json::Value;

use super::facts::{Facts, Grant, Name, Part};
use super::verdicts;
use super::verify::verify;
use crate::doctor::anatomy;
use crate::doctor::answer::{Answer, Missing};
use crate::doctor::explain::{Explanation, Section, time_json};
use crate::doctor::forms::{Form, Service, Unreadable};
use crate::doctor::question::{Privilege, Question, Version};
use crate::doctor::words;

/// The form.
pub(in crate::doctor) const FORM: Form = Form {
    service: Service::Agora,
    version: Some(Version::V006),
    matches: |text| text.starts_with("006"),
    anatomy: anatomy::of_006,
    explain,
    verify: check,
};

fn parse<'w>(token: &'w str, workspace: &'w mut [u8]) -> Result<ParsedToken<'w>, Unreadable> {
    ParsedToken::parse(token, workspace)
        .map_err(|error| Unreadable(format!("damaged Agora 006 token: {error}")))
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Unreadable> {
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
    root.list("services");
    let (service, section) = service_section(&parsed, now);
    let title = format!("service {} {}", service.number(), service.name());
    root.item("services", title, section);
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

/// A 006 token is of one service, which its privileges tell; written as those of
/// 007 are.
fn service_section(parsed: &ParsedToken<'_>, now: u32) -> (ServiceType, Section) {
    let mut section = Section::default();
    let service = if parsed.is_rtm() {
        ServiceType::Rtm
    } else {
        ServiceType::Rtc
    };
    section.data("type", service.number());
    section.data("name", service.name());
    // The RTM builder puts the user where others have the channel.
    let (first, second) = match service {
        ServiceType::Rtm => (("user", "empty"), ("account", "empty")),
        _ => (("channel", "empty"), ("account", "uid 0: any user")),
    };
    crc(&mut section, "channel_crc", first, parsed.channel_crc());
    crc(&mut section, "account_crc", second, parsed.account_crc());
    section.list("privileges");
    for (number, end) in parsed.privileges() {
        let (title, part) = privilege_section(number, end, now);
        section.item("privileges", title, part);
    }
    (service, section)
}

fn crc(section: &mut Section, name: &'static str, (label, empty): (&'static str, &str), crc: u32) {
    let note = if crc == 0 {
        empty
    } else {
        "only the checksum is in the token"
    };
    let text = format!("CRC-32 {crc:08x} ({note})");
    section.push(name, label, text, format!("{crc:08x}").into());
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
    let end = words::time(end, now);
    (format!("privilege {number} {label}: until {end}"), section)
}

fn check(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Unreadable> {
    let mut workspace = vec![0; token.len()];
    let parsed = parse(token, &mut workspace)?;
    let now = question.now;
    let checksum = |crc: u32| {
        if crc == 0 {
            Name::Text("")
        } else {
            Name::Checksum
        }
    };
    let rtm = parsed.is_rtm();
    let (service, channel, user) = if rtm {
        (ServiceType::Rtm, Name::None, Name::Checksum)
    } else {
        let user = checksum(parsed.account_crc());
        (ServiceType::Rtc, Name::Checksum, user)
    };
    let facts = Facts {
        app_id: parsed.app_id(),
        issued_at: None,
        ends_at: Some(parsed.expires_at().as_unix().into()),
        covered: if rtm {
            "this user and content"
        } else {
            "this channel, user and content"
        },
        needs: Some(if rtm {
            Missing::User
        } else {
            Missing::ChannelAndUser
        }),
        parts: vec![Part {
            service,
            channel,
            user,
            grant: Box::new(move |privilege| grant(&parsed, privilege, now)),
        }],
    };
    Ok(verify(question, &facts, &|expected| parsed.check(expected)))
}

/// One space of numbers, to which the names of 007 are translated.
fn grant(parsed: &ParsedToken<'_>, privilege: Privilege, now: u32) -> Grant {
    let number = match (
        ServiceType::from_number(privilege.service),
        privilege.number,
    ) {
        (Some(ServiceType::Rtc), number) => number,
        (Some(ServiceType::Rtm), 1) => Privilege006::RtmLogin.into(),
        _ => return Grant::Missing,
    };
    match parsed.privilege(number) {
        None => Grant::Missing,
        Some(ExpireAt::NEVER) => Grant::WithToken,
        Some(end) => Grant::at(end.as_unix().into(), now),
    }
}
