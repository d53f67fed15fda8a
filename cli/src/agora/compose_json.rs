//! Services described in a JSON file: what the one-line form cannot say.

use serde_json::{Map, Value};
use tokenmint::agora::ExpireIn;
use tokenmint::agora::v007::{PermissionType, ResourceType, ServiceType};
use tokenmint::doctor;

use super::description::{Description, OwnedAccount, fields_of};
use super::names;
use super::rtm::OwnedPermission;
use crate::duration;

type Object = Map<String, Value>;

/// Reads a list of services; `default` is the lifetime of privileges that name
/// none.
pub(crate) fn parse(text: &str, default: ExpireIn) -> Result<Vec<Description>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    // What inspection writes has the list as a member.
    let list = value.get("services").unwrap_or(&value).as_array();
    let list = list.ok_or("expected a list of services")?;
    list.iter()
        .enumerate()
        .map(|(at, value)| {
            let object = value
                .as_object()
                .ok_or_else(|| "expected an object".to_owned());
            object
                .and_then(|object| service(object, default))
                .map_err(|reason| format!("service {}: {reason}", at + 1))
        })
        .collect()
}

fn service(object: &Object, default: ExpireIn) -> Result<Description, String> {
    let name = object.get("type").ok_or("member type is missing")?;
    let service_type = doctor::names::parse_service(&word("type", name)?)?;
    let mut service = Description::new(service_type);
    for (key, value) in object {
        match key.as_str() {
            // The name is what inspection adds to the number.
            "type" | "name" => {}
            "privileges" => service.privileges = privileges(service_type, value, default)?,
            field if fields_of(service_type).contains(&field) => set(&mut service, field, value)?,
            other => return Err(format!("{} has no member {other:?}", service_type.name())),
        }
    }
    let users = ["uid", "account", "user_id", "user_uuid"];
    if users
        .iter()
        .filter(|key| object.contains_key(**key))
        .count()
        > 1
    {
        return Err("the user is given twice".to_owned());
    }
    Ok(service)
}

fn set(service: &mut Description, field: &str, value: &Value) -> Result<(), String> {
    match field {
        "channel" => service.channel = text(field, value)?,
        "room_uuid" => service.room = text(field, value)?,
        "account" | "user_id" | "user_uuid" => {
            service.user = OwnedAccount::Name(text(field, value)?);
        }
        "uid" => service.user = OwnedAccount::Uid(number(field, value)?),
        "role" => service.role = number(field, value)?,
        _ => {
            let list = value.as_array().ok_or("permissions: expected a list")?;
            service.permissions = list.iter().map(permission).collect::<Result<_, _>>()?;
        }
    }
    Ok(())
}

/// `{"join-channel": 3600, "2": "1h"}`; or a list of names, with the default
/// lifetime, and of `{"number": 2, "expire_in": 3600}`, as inspection gives it.
fn privileges(
    service: ServiceType,
    value: &Value,
    default: ExpireIn,
) -> Result<Vec<(u16, ExpireIn)>, String> {
    match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| {
                let number = doctor::names::parse_privilege_of(service, key)?;
                let seconds = duration::parse(&word(key, value)?)?;
                Ok((number, ExpireIn::seconds(seconds)))
            })
            .collect(),
        Value::Array(list) => list
            .iter()
            .map(|value| match value.as_object() {
                None => {
                    let name = word("privileges", value)?;
                    Ok((doctor::names::parse_privilege_of(service, &name)?, default))
                }
                Some(object) => {
                    let member = |name: &str| object.get(name).unwrap_or(&Value::Null);
                    let seconds = number("expire_in", member("expire_in"))?;
                    let privilege = number("number", member("number"))?;
                    Ok((privilege, ExpireIn::seconds(seconds)))
                }
            })
            .collect(),
        _ => Err("privileges: expected an object or a list".to_owned()),
    }
}

fn permission(value: &Value) -> Result<OwnedPermission, String> {
    let member = |name: &'static str| {
        value
            .get(name)
            .ok_or_else(|| format!("permissions: member {name} is missing"))
    };
    let listed = |name, list| names::parse_listed(list, &word(name, member(name)?)?);
    let resources = member("resources")?.as_array();
    Ok(OwnedPermission {
        resource_type: listed("resource_type", &ResourceType::NAMES)?,
        permission_type: listed("permission_type", &PermissionType::NAMES)?,
        resources: resources
            .ok_or("resources: expected a list")?
            .iter()
            .map(|name| text("resources", name))
            .collect::<Result<_, _>>()?,
    })
}

fn text(name: &str, value: &Value) -> Result<String, String> {
    let text = value.as_str().map(str::to_owned);
    text.ok_or_else(|| format!("{name}: expected a text"))
}

/// A text, or a number as text.
fn word(name: &str, value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(format!("{name}: expected a text or a number")),
    }
}

fn number<T: TryFrom<i64>>(name: &str, value: &Value) -> Result<T, String> {
    value
        .as_i64()
        .and_then(|number| T::try_from(number).ok())
        .ok_or_else(|| format!("{name}: expected a number in range"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member() {
        let text = r#"[
            {"type": "rtc", "channel": "a,b", "uid": 7, "privileges": {"join": "1h", "2": 5}},
            {"type": 1, "privileges": [{"number": 3, "expire_in": 4}, 1]},
            {"type": 8, "user_id": "u", "privileges": ["login"], "permissions": [
                {"resource_type": "users", "permission_type": 1, "resources": ["x", ""]}]},
            {"type": "apaas", "room_uuid": "r", "user_uuid": "u", "role": -1}
        ]"#;
        let services = parse(text, ExpireIn::seconds(9)).unwrap();
        assert_eq!(services[0].channel, "a,b");
        let seconds = ExpireIn::seconds;
        assert_eq!(
            services[0].privileges,
            [(1, seconds(3600)), (2, seconds(5))]
        );
        assert_eq!(services[1].privileges, [(3, seconds(4)), (1, seconds(9))]);
        assert_eq!(services[2].privileges, [(1, seconds(9))]);
        assert_eq!(services[2].permissions[0].resource_type, 4);
        assert_eq!(services[2].permissions[0].resources, ["x", ""]);
        assert_eq!(services[3].role, -1);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for text in [
            "",
            "{}",
            "[1]",
            "[{}]",
            r#"[{"type": "rtc", "room": "r"}]"#,
            r#"[{"type": "rtc", "chanel": "r"}]"#,
            r#"[{"type": "rtc", "uid": 4294967296}]"#,
            r#"[{"type": "rtc", "uid": 1, "account": "a"}]"#,
            r#"[{"type": "rtc", "privileges": 1}]"#,
            r#"[{"type": "rtc", "privileges": {"login": 1}}]"#,
            r#"[{"type": "rtm2", "permissions": [{}]}]"#,
            r#"[{"type": "rtm2", "permissions": [{"resource_type": 0, "permission_type": 0}]}]"#,
        ] {
            assert!(parse(text, ExpireIn::hours(1)).is_err(), "{text}");
        }
    }
}
