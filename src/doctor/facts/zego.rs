//! ZEGO tokens, read with tolerance for types: official libraries write some
//! that no service reads.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::{End, Facts, Grant, Inside, Name, Use};
use crate::doctor::cause::Cause;
use crate::doctor::question::{Question, Version};
use crate::wire::json::{self, Value};
use crate::zego::{ParsedPayload, Privilege, Sealed03, Sealed04, ServerSecret, workspace_len};

pub(super) fn read(token: &str, question: &Question<'_>) -> Option<Facts> {
    let version = match token.get(..2)? {
        "04" => Version::V04,
        "03" => Version::V03,
        _ => return None,
    };
    let mut workspace = vec![0; workspace_len(token.len())];
    let clear_end = match version {
        Version::V04 => Sealed04::parse(token, &mut workspace).ok()?.expires_at(),
        _ => Sealed03::parse(token, &mut workspace).ok()?.expires_at(),
    };
    Some(Facts {
        version,
        token: token.to_owned(),
        content: Vec::new(),
        inside: question
            .secret
            .and_then(|secret| open(version, token, secret)),
        clear_end: Some(clear_end),
    })
}

/// What stands in a ZEGO token, if `secret` opens it.
pub(in crate::doctor) fn open(version: Version, token: &str, secret: &str) -> Option<Inside> {
    let secret = ServerSecret::new(secret).ok()?;
    let mut workspace = vec![0; workspace_len(token.len())];
    let text = match version {
        Version::V04 => Sealed04::parse(token, &mut workspace)
            .ok()?
            .decrypt_text(&secret),
        _ => Sealed03::parse(token, &mut workspace)
            .ok()?
            .decrypt_text(&secret),
    };
    claims(version, text.ok()?)
}

/// The members of a ZEGO token, tolerant of types; a text without them is none.
fn claims(version: Version, text: &str) -> Option<Inside> {
    let [issued, ends] = match version {
        Version::V04 => ["ctime", "expire"],
        _ => ["create_time", "expire_time"],
    };
    let names = [
        "app_id",
        "user_id",
        issued,
        ends,
        "payload",
        "room_id",
        "privilege",
    ];
    let [
        app_id,
        user_id,
        issued_at,
        expires_at,
        payload,
        room_id,
        privilege,
    ] = json::members(text.as_bytes(), &names).ok()?;
    let mut wrong = Vec::new();
    let app_id = match app_id? {
        Value::Number(digits) => digits.to_owned(),
        Value::String(text) => {
            wrong.push(Cause::ZegoAppIdNotNumber);
            text.to_string()
        }
        _ => return None,
    };
    let user = match user_id? {
        Value::String(text) => text.to_string(),
        Value::Number(digits) => {
            wrong.push(Cause::ZegoUserNotText);
            digits.to_owned()
        }
        _ => return None,
    };
    let (channel, grants) = if version == Version::V04 {
        let payload = match payload {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.to_string(),
            Some(Value::Object(object)) => {
                wrong.push(Cause::ZegoPayloadObject);
                object.to_owned()
            }
            Some(_) => {
                wrong.push(Cause::ZegoPayloadNotJson);
                String::new()
            }
        };
        match ParsedPayload::parse(&payload) {
            Ok(parsed) => {
                let room = parsed.room_id().map(|room| Name::Text(room.to_string()));
                let grants = [Privilege::Login, Privilege::Publish];
                (
                    room,
                    room_grants(grants.map(|privilege| parsed.privilege(privilege))),
                )
            }
            Err(_) => {
                if !payload.is_empty() {
                    wrong.push(Cause::ZegoPayloadNotJson);
                }
                (None, Vec::new())
            }
        }
    } else {
        let room = room_id?.as_text()?.to_string();
        let Some(Value::Object(privilege)) = privilege else {
            return None;
        };
        let values = json::members(privilege.as_bytes(), &["1", "2"]).ok()?;
        let values = values.map(|value| value.and_then(|value| value.as_i64()));
        (Some(Name::Text(room)), room_grants(values))
    };
    Some(Inside {
        app_id,
        issued_at: issued_at?.as_i64()?,
        expires_at: expires_at?.as_i64()?,
        uses: vec![Use {
            service: None,
            channel,
            user: Some(Name::Text(user)),
            grants,
        }],
        wrong,
    })
}

/// Logging in and publishing: 1 allows, all else does not.
fn room_grants(values: [Option<i64>; 2]) -> Vec<Grant> {
    let with_number = (1..).zip(values);
    let grant = |(number, value): (u16, Option<i64>)| {
        Some(Grant {
            number,
            value: u32::from(value? == 1),
            end: if value? == 1 {
                End::WithToken
            } else {
                End::Denied
            },
        })
    };
    with_number.filter_map(grant).collect()
}
