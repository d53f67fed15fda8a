//! Services described in one argument: `rtc,channel=lobby,uid=7,join-channel=1h`.

use tokenmint::agora::ExpireIn;
use tokenmint::agora::v007::ServiceType;
use tokenmint::doctor;

use super::description::{Description, OwnedAccount, fields_of};
use crate::duration;

/// Reads a description; `default` is the lifetime of privileges that name none.
pub(crate) fn parse(text: &str, default: ExpireIn) -> Result<Description, String> {
    let mut parts = text.split(',');
    let service_type = doctor::names::parse_service(parts.next().unwrap_or(""))?;
    let mut service = Description::new(service_type);
    let mut seen = Vec::new();
    for part in parts {
        let (key, value) = match part.split_once('=') {
            Some((key, value)) => (key, Some(value)),
            None => (part, None),
        };
        match (field(service_type, key), value) {
            (Some(field), Some(value)) => {
                // uid and account are two ways to say one thing.
                let slot = if matches!(field, "uid" | "account" | "user_id" | "user_uuid") {
                    "user"
                } else {
                    field
                };
                if seen.contains(&slot) {
                    return Err(format!("the {slot} is given twice"));
                }
                seen.push(slot);
                set(&mut service, field, value)?;
            }
            (Some(field), None) => return Err(format!("{field} needs a value")),
            (None, value) => {
                let number = doctor::names::parse_privilege_of(service_type, key)
                    .map_err(|reason| format!("{reason}; fields: {}", known(service_type)))?;
                let expire = value.map_or(Ok(default.as_seconds()), duration::parse)?;
                service.privileges.push((number, ExpireIn::seconds(expire)));
            }
        }
    }
    Ok(service)
}

fn field(service: ServiceType, key: &str) -> Option<&'static str> {
    let key = key.replace('-', "_");
    fields_of(service)
        .iter()
        .find(|field| **field == key)
        .copied()
}

fn known(service: ServiceType) -> String {
    match fields_of(service) {
        [] => "none".to_owned(),
        fields => fields.join(", ").replace('_', "-"),
    }
}

fn set(service: &mut Description, field: &str, value: &str) -> Result<(), String> {
    match field {
        "channel" => value.clone_into(&mut service.channel),
        "room_uuid" => value.clone_into(&mut service.room),
        "account" | "user_id" | "user_uuid" => service.user = OwnedAccount::Name(value.to_owned()),
        "uid" => {
            let uid = value
                .parse()
                .map_err(|_| "a uid is a number from 0 to 4294967295".to_owned())?;
            service.user = OwnedAccount::Uid(uid);
        }
        "role" => {
            service.role = value
                .parse()
                .map_err(|_| "a role is a number from -32768 to 32767".to_owned())?;
        }
        _ => return Err(format!("{field} is given in --services-file only")),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_privileges() {
        let hour = ExpireIn::hours(1);
        let service = parse(
            "rtc,channel=a=b,uid=7,join-channel,publish-audio=90s,9=0",
            hour,
        );
        let service = service.unwrap();
        assert_eq!(service.channel, "a=b");
        assert!(matches!(service.user, OwnedAccount::Uid(7)));
        let seconds = ExpireIn::seconds;
        assert_eq!(
            service.privileges,
            [(1, hour), (2, seconds(90)), (9, seconds(0))]
        );
        let service = parse("apaas,room-uuid=r,user-uuid=u,role=-1,room-user", hour).unwrap();
        assert_eq!((service.room.as_str(), service.role), ("r", -1));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for text in [
            "",
            "xyz",
            "rtc,channel",
            "rtc,room=x",
            "rtc,uid=-1",
            "rtc,uid=1,account=a",
            "rtc,channel=a,channel=b",
            "rtc,join-channel=soon",
            "fpa,channel=a",
            "rtm2,permissions=x",
            "rtc,",
        ] {
            assert!(parse(text, ExpireIn::hours(1)).is_err(), "{text:?}");
        }
    }
}
