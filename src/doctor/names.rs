//! Names of roles, services and privileges as people write them: those of the
//! library, in lower case and with hyphens; a number stands for itself
//! everywhere.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::question::Privilege;
use crate::agora::Role;
use crate::agora::v007::ServiceType;

/// No service has a privilege with a name above this number.
const NAMED_PRIVILEGES: u16 = 4;

/// Reads a role.
///
/// # Errors
///
/// What is expected, for people.
pub fn parse_role(text: &str) -> Result<Role, String> {
    // As the SDK calls them, which knows no other words.
    let names = [
        ("publisher", Role::Publisher),
        ("host", Role::Publisher),
        ("broadcaster", Role::Publisher),
        ("subscriber", Role::Subscriber),
        ("audience", Role::Subscriber),
        ("attendee", Role::Attendee),
        ("admin", Role::Admin),
    ];
    let mut named = names.iter();
    if let Some((_, role)) = named.find(|(name, _)| text.eq_ignore_ascii_case(name)) {
        return Ok(*role);
    }
    let number = text.parse::<u32>().ok();
    number
        .and_then(|number| Role::try_from(number).ok())
        .ok_or_else(|| {
            "expected publisher (1; also host, broadcaster), subscriber (2; also audience), \
             attendee (0) or admin (101)"
                .to_owned()
        })
}

/// Reads the name or number of a service.
///
/// # Errors
///
/// What is expected, for people.
pub fn parse_service(text: &str) -> Result<ServiceType, String> {
    if text.eq_ignore_ascii_case("education") {
        return Ok(ServiceType::Apaas);
    }
    services()
        .find(|service| {
            text.eq_ignore_ascii_case(service.name()) || text.parse() == Ok(service.number())
        })
        .ok_or_else(|| {
            let names: Vec<_> = services().map(|s| s.name().to_ascii_lowercase()).collect();
            format!("no service {text:?}: expected one of {}", names.join(", "))
        })
}

/// Reads the name or number of a privilege of `service`.
///
/// # Errors
///
/// What is expected, for people.
pub fn parse_privilege_of(service: ServiceType, text: &str) -> Result<u16, String> {
    if let Ok(number) = text.parse() {
        return Ok(number);
    }
    let named = |number: &u16| privilege_key(service, *number).is_some_and(|name| name == text);
    // What the official constants and people call it.
    if service == ServiceType::Rtc && text == "join" {
        return Ok(1);
    }
    (1..=NAMED_PRIVILEGES).find(named).ok_or_else(|| {
        let names: Vec<_> = (1..=NAMED_PRIVILEGES)
            .filter_map(|number| privilege_key(service, number))
            .collect();
        let name = service.name();
        match names.as_slice() {
            [] => format!("{name} has no privilege {text:?}: it has none with a name"),
            _ => format!(
                "{name} has no privilege {text:?}: expected one of {}",
                names.join(", ")
            ),
        }
    })
}

/// Reads `SERVICE:PRIVILEGE`.
///
/// # Errors
///
/// What is expected, for people.
pub fn parse_privilege(text: &str) -> Result<Privilege, String> {
    let (service, privilege) = text
        .split_once(':')
        .ok_or("expected SERVICE:PRIVILEGE, such as rtc:publish-audio")?;
    let service = parse_service(service)?;
    Ok(Privilege {
        service: service.number(),
        number: parse_privilege_of(service, privilege)?,
    })
}

fn services() -> impl Iterator<Item = ServiceType> {
    (1..=u16::from(u8::MAX)).map_while(ServiceType::from_number)
}

fn privilege_key(service: ServiceType, number: u16) -> Option<String> {
    service
        .privilege_name(number)
        .map(|name| name.replace(' ', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn names_and_numbers_of_every_service() {
        assert_eq!(services().count(), 10);
        for service in services() {
            let lower = service.name().to_ascii_lowercase();
            assert_eq!(parse_service(&lower), Ok(service));
            assert_eq!(parse_service(&service.number().to_string()), Ok(service));
        }
        assert_eq!(
            parse_privilege("rtc:publish-audio"),
            Ok(Privilege {
                service: 1,
                number: 2
            })
        );
        assert_eq!(parse_privilege("rtc:join"), parse_privilege("1:1"));
        assert_eq!(parse_privilege("rtc:join-channel"), parse_privilege("1:1"));
        assert_eq!(
            parse_privilege("education:app"),
            Ok(Privilege {
                service: 7,
                number: 3
            })
        );
        for text in [
            "",
            "rtc",
            "rtc:",
            "rtc:login",
            "xyz:1",
            "11:1",
            "0:1",
            "convoai:x",
        ] {
            assert!(parse_privilege(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn roles_by_name_and_number() {
        for (text, role) in [
            ("publisher", Role::Publisher),
            ("Publisher", Role::Publisher),
            ("host", Role::Publisher),
            ("Broadcaster", Role::Publisher),
            ("audience", Role::Subscriber),
            ("2", Role::Subscriber),
            ("0", Role::Attendee),
            ("101", Role::Admin),
        ] {
            assert_eq!(parse_role(text), Ok(role));
        }
        for text in ["", "3", "hosts", "-1", "1.0"] {
            assert!(parse_role(text).is_err(), "{text:?}");
        }
    }
}
