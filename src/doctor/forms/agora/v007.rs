//! AccessToken2 ("007"): explaining.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::agora::ExpireIn;
use crate::agora::v007::{
    FieldsRef, ParsedToken2, PermissionRef, PermissionType, ResourceType, ServiceRef, ServiceType,
};
use serde_json::Value;

use super::facts::{Facts, Grant, Name, Part};
use super::verdicts;
use super::verify::verify;
use crate::doctor::anatomy;
use crate::doctor::answer::Answer;
use crate::doctor::explain::{Explanation, Section, time_json};
use crate::doctor::forms::{Form, Service, Unreadable};
use crate::doctor::question::{Question, Version};
use crate::doctor::words::{self, hex, quoted};

/// The form.
pub(in crate::doctor) const FORM: Form = Form {
    service: Service::Agora,
    version: Some(Version::V007),
    matches: |text| text.starts_with("007"),
    anatomy: anatomy::of_007,
    explain,
    verify: check,
};

/// Bytes of the length before the signature.
const LENGTH: usize = 2;

/// Reads a token.
pub(super) fn parse<'w>(
    token: &str,
    workspace: &'w mut Vec<u8>,
) -> Result<ParsedToken2<'w>, Unreadable> {
    ParsedToken2::parse_in(token, workspace)
        .map_err(|error| Unreadable(format!("damaged Agora 007 token: {error}")))
}

fn explain(token: &str, question: &Question<'_>) -> Result<Explanation, Unreadable> {
    let now = question.now;
    let mut workspace = Vec::new();
    let parsed = parse(token, &mut workspace)?;
    let mut root = Section::default();
    root.push(
        "app_id",
        "app id",
        verdicts::shown_id(parsed.app_id()),
        parsed.app_id().into(),
    );
    root.time("issued_at", "issued at", parsed.issued_at().into(), now);
    root.lifetime("expire_in", "lifetime", parsed.expire().as_seconds());
    root.time("expires_at", "ends at", parsed.expires_at(), now);
    root.number("salt", "salt", parsed.salt().into());
    root.plain("signature", "signature", hex(signature_of(&parsed)));
    root.number("service_count", "services", parsed.service_count().into());
    root.list("services");
    for service in parsed.services() {
        let number = service.service_type.number();
        let name = service.service_type.name();
        let section = service_section(&parsed, &service, now);
        root.item("services", format!("service {number} {name}"), section);
    }
    let mut warnings = Vec::new();
    parsed.warnings(Some(now), |warning| {
        warnings.push((warning.name(), warning.to_string()));
    });
    Ok(Explanation {
        format: "agora-007",
        title: "Agora AccessToken2 (007)".to_owned(),
        root,
        warnings,
    })
}

fn check(token: &str, question: &Question<'_>) -> Result<Vec<Answer>, Unreadable> {
    let mut workspace = Vec::new();
    let parsed = parse(token, &mut workspace)?;
    let facts = Facts {
        app_id: parsed.app_id(),
        issued_at: Some(parsed.issued_at()),
        ends_at: Some(parsed.expires_at()),
        covered: "this content",
        needs: None,
        parts: parsed
            .services()
            .map(|service| part(&parsed, service, question.now))
            .collect(),
    };
    Ok(verify(question, &facts, &|expected| parsed.check(expected)))
}

fn part<'w>(parsed: &ParsedToken2<'w>, service: ServiceRef<'w>, now: u32) -> Part<'w> {
    let issued_at = parsed.issued_at();
    let name = |text: Option<&'w str>| text.map_or(Name::None, Name::Text);
    Part {
        service: service.service_type,
        channel: name(service.channel()),
        user: name(service.user()),
        grant: Box::new(move |privilege| {
            if privilege.service != service.service_type.number() {
                return Grant::Missing;
            }
            match service.privileges.get(privilege.number) {
                None => Grant::Missing,
                Some(ExpireIn::WITH_TOKEN) => Grant::WithToken,
                Some(expire) => Grant::at(expire.after(issued_at), now),
            }
        }),
    }
}

fn signature_of<'w>(parsed: &ParsedToken2<'w>) -> &'w [u8] {
    let content = parsed.content();
    let len = match content {
        [low, high, ..] => usize::from(u16::from_le_bytes([*low, *high])),
        _ => 0,
    };
    content
        .get(LENGTH..LENGTH.saturating_add(len))
        .unwrap_or(&[])
}

fn service_section(parsed: &ParsedToken2<'_>, service: &ServiceRef<'_>, now: u32) -> Section {
    let mut section = Section::default();
    section.data("type", service.service_type.number());
    section.data("name", service.service_type.name());
    match service.fields {
        FieldsRef::ChannelUser { channel, account } => {
            section.text("channel", "channel", channel);
            user(
                &mut section,
                "account",
                "account",
                account,
                "uid 0: any user",
            );
        }
        FieldsRef::User { user_id } => {
            let empty = match service.service_type {
                ServiceType::Chat => "the application",
                _ => "uid 0: any user",
            };
            user(&mut section, "user_id", "user id", user_id, empty);
        }
        FieldsRef::Classroom {
            room_uuid,
            user_uuid,
            role,
        } => {
            section.text("room_uuid", "room", room_uuid);
            section.text("user_uuid", "user", user_uuid);
            let text = if role == -1 {
                "-1 (none)".to_owned()
            } else {
                role.to_string()
            };
            section.push("role", "role", text, role.into());
        }
        FieldsRef::Permissions {
            user_id,
            permissions,
        } => {
            user(
                &mut section,
                "user_id",
                "user id",
                user_id,
                "uid 0: any user",
            );
            section.list("permissions");
            for permission in permissions.iter() {
                let (title, part) = permission_section(&permission);
                section.item("permissions", title, part);
            }
        }
        FieldsRef::None => {}
    }
    section.list("privileges");
    for (number, expire) in service.privileges.iter() {
        let (title, part) = privilege_section(parsed, service.service_type, number, expire, now);
        section.item("privileges", title, part);
    }
    section
}

fn user(section: &mut Section, name: &'static str, label: &'static str, user: &str, empty: &str) {
    let text = if user.is_empty() {
        format!("{} ({empty})", quoted(user))
    } else {
        quoted(user)
    };
    section.push(name, label, text, user.into());
}

fn privilege_section(
    parsed: &ParsedToken2<'_>,
    service: ServiceType,
    number: u16,
    expire: ExpireIn,
    now: u32,
) -> (String, Section) {
    let mut section = Section::default();
    let name = service.privilege_name(number);
    section.data("number", number);
    section.data("name", name.map_or(Value::Null, Value::from));
    section.data("expire_in", expire.as_seconds());
    let label = name.unwrap_or("unknown privilege");
    if expire == ExpireIn::WITH_TOKEN {
        section.data("expires_at", Value::Null);
        let title = format!("privilege {number} {label}: as long as the token");
        return (title, section);
    }
    let end = expire.after(parsed.issued_at());
    section.data("expires_at", time_json(end));
    let lifetime = words::lifetime(expire.as_seconds());
    let end = words::time(end, now);
    let title = format!("privilege {number} {label}: {lifetime}, until {end}");
    (title, section)
}

fn permission_section(permission: &PermissionRef<'_>) -> (String, Section) {
    let named = |list: &[&'static str], number: u16| list.get(usize::from(number)).copied();
    let resource = named(&ResourceType::NAMES, permission.resource_type);
    let action = named(&PermissionType::NAMES, permission.permission_type);
    let resources: Vec<_> = permission.resources().collect();
    let mut section = Section::default();
    section.data("resource_type", permission.resource_type);
    section.data("resource_name", resource.map_or(Value::Null, Value::from));
    section.data("permission_type", permission.permission_type);
    section.data("permission_name", action.map_or(Value::Null, Value::from));
    section.data("resources", resources.clone());
    let texts: Vec<_> = resources.iter().map(|text| quoted(text)).collect();
    let title = format!(
        "permission {} {}: {}",
        action.map_or_else(|| permission.permission_type.to_string(), str::to_owned),
        resource.map_or_else(|| permission.resource_type.to_string(), str::to_owned),
        if texts.is_empty() {
            "none".to_owned()
        } else {
            texts.join(", ")
        }
    );
    (title, section)
}
