//! The bytes of Agora's tokens.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::Layer;
use super::walk::Walk;
use crate::agora::legacy::{ParsedKey, ParsedSignalingToken};
use crate::agora::v007::{ParsedToken2, ServiceType};
use crate::agora::{v006, v007};
use crate::doctor::Privilege;
use crate::doctor::words::{lifetime, time};
use crate::wire::base64;

/// Characters of an app id.
const APP_ID: usize = 32;

/// Of an AccessToken2.
pub(in crate::doctor) fn of_007(token: &str, now: u32) -> Option<Vec<Layer>> {
    let mut workspace = Vec::new();
    let parsed = ParsedToken2::parse_in(token, &mut workspace).ok()?;
    let mut text = Walk::new(token.as_bytes());
    text.bytes("version", v007::VERSION.len());
    text.rest("base64 of a zlib stream");
    let mut content = Walk::new(parsed.content());
    let len = content.length("signature");
    content.hex("signature", len);
    content.string("app id");
    content.u32("issued at");
    content.says(time(parsed.issued_at().into(), now));
    content.u32("lifetime");
    content.says(lifetime(parsed.expire().as_seconds()));
    content.u32("salt");
    for _ in 0..content.u16("number of services") {
        if !service(&mut content, parsed.issued_at(), now) {
            break;
        }
    }
    Some(vec![
        text.characters("token", ""),
        content.layer("content", "base64, then inflated"),
    ])
}

/// One service; whether its type is known, so that the next can be found.
fn service(content: &mut Walk<'_>, issued_at: u32, now: u32) -> bool {
    let number = content.u16("service");
    let Some(service) = ServiceType::from_number(number) else {
        return false;
    };
    content.says(format!("{number}: {}", service.name()));
    for _ in 0..content.u16("number of privileges") {
        if content.left() == 0 {
            return false;
        }
        privilege(content, number);
        let seconds = content.u32("privilege lasts");
        content.says(match seconds {
            0 => "as long as the token".into(),
            _ => {
                let end = u64::from(issued_at).saturating_add(seconds.into());
                format!("{}, until {}", lifetime(seconds), time(end, now))
            }
        });
    }
    match service {
        ServiceType::Rtc | ServiceType::Streaming | ServiceType::Fcdn => {
            content.string("channel");
            content.string("user");
        }
        ServiceType::Rtm | ServiceType::Chat => {
            content.string("user");
        }
        ServiceType::Apaas => {
            content.string("room");
            content.string("user");
            let role = content.u16("role").cast_signed();
            content.says(format!("{role}"));
        }
        ServiceType::Rtm2 => {
            content.string("user");
            permissions(content);
        }
        ServiceType::Fpa | ServiceType::ConvoAi | ServiceType::Stt => {}
    }
    true
}

fn privilege(content: &mut Walk<'_>, service: u16) {
    let number = content.u16("privilege");
    content.says(format!(
        "{number}: {}",
        Privilege { service, number }.title()
    ));
}

fn permissions(content: &mut Walk<'_>) {
    for _ in 0..content.u16("kinds of resources") {
        content.u16("kind of resource");
        for _ in 0..content.u16("number of permissions") {
            content.u16("permission");
            for _ in 0..content.u16("number of resources") {
                if content.left() == 0 {
                    return;
                }
                content.string("resource");
            }
        }
    }
}

/// Of an AccessToken.
pub(in crate::doctor) fn of_006(token: &str, now: u32) -> Option<Vec<Layer>> {
    let mut workspace = vec![0; token.len()];
    let parsed = v006::ParsedToken::parse(token, &mut workspace).ok()?;
    let mut text = Walk::new(token.as_bytes());
    text.bytes("version", v006::VERSION.len());
    text.bytes("app id", APP_ID);
    text.rest("base64");
    let mut content = Walk::new(parsed.content());
    let len = content.length("signature");
    content.hex("signature", len);
    content.u32("checksum of the channel");
    content.says(format!("CRC-32 {:08x}", parsed.channel_crc()));
    content.u32("checksum of the user");
    content.says(match parsed.account_crc() {
        0 => "0: any user".into(),
        crc => format!("CRC-32 {crc:08x}"),
    });
    content.length("signed message");
    content.u32("salt");
    content.u32("ends at");
    content.says(time(parsed.expires_at().as_unix().into(), now));
    for _ in 0..content.u16("number of privileges") {
        if content.left() == 0 {
            break;
        }
        privilege(&mut content, ServiceType::Rtc.number());
        let end = content.u32("privilege ends at");
        content.says(match end {
            0 => "never".into(),
            _ => time(end.into(), now),
        });
    }
    Some(vec![
        text.characters("token", ""),
        content.layer("content", "base64"),
    ])
}

/// Of a key 001 to 004.
pub(in crate::doctor) fn of_text_key(token: &str, now: u32) -> Option<Vec<Layer>> {
    let key = ParsedKey::parse(token).ok()?;
    let mut text = Walk::new(token.as_bytes());
    if key.version > 2 {
        text.bytes("version", 3);
    }
    text.bytes("signature", key.signature.len());
    text.bytes("app id", APP_ID);
    text.bytes("issued at", 10);
    text.says(time(key.issued_at.into(), now));
    text.bytes("random number", 8);
    if let Some(uid) = key.uid {
        text.bytes("user", 10);
        text.says(format!("{uid}"));
    }
    if let Some(end) = key.expires_at {
        text.bytes("ends at", 10);
        text.says(time(end.as_unix().into(), now));
    }
    Some(vec![text.characters("token", "")])
}

/// Of a key 005.
pub(in crate::doctor) fn of_key5(token: &str, now: u32) -> Option<Vec<Layer>> {
    let mut workspace = vec![0; token.len()];
    let encoded = token.strip_prefix("005")?;
    let bytes = base64::decode(encoded.as_bytes(), 3, &mut workspace).ok()?;
    let mut text = Walk::new(token.as_bytes());
    text.bytes("version", 3);
    text.rest("base64");
    let mut content = Walk::new(bytes);
    content.u16("service");
    content.string("signature");
    let len = content.length("app id");
    content.hex("app id", len);
    let issued_at = content.u32("issued at");
    content.says(time(issued_at.into(), now));
    content.u32("random number");
    let end = content.u32("ends at");
    content.says(time(end.into(), now));
    for _ in 0..content.u16("number of extras") {
        if content.left() == 0 {
            break;
        }
        content.u16("kind of extra");
        content.string("upload");
    }
    Some(vec![
        text.characters("token", ""),
        content.layer("content", "base64"),
    ])
}

/// Of a signaling token.
pub(in crate::doctor) fn of_signaling(token: &str, now: u32) -> Option<Vec<Layer>> {
    let parsed = ParsedSignalingToken::parse(token).ok()?;
    let mut text = Walk::new(token.as_bytes());
    text.bytes("version", 1);
    text.bytes("colon", 1);
    text.bytes("app id", APP_ID);
    text.bytes("colon", 1);
    let end = token.get(2 + APP_ID + 1..)?.find(':')?;
    text.bytes("ends at", end);
    text.says(time(parsed.expires_at.as_unix().into(), now));
    text.bytes("colon", 1);
    text.rest("signature");
    Some(vec![text.characters("token", "")])
}
