//! The bytes of ZEGO's tokens; what is encrypted stays one piece.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::Layer;
use super::walk::Walk;
use crate::doctor::words::signed_time;
use crate::wire::base64;

/// Digits of the version.
const VERSION: usize = 2;

/// Of a token04 or token03.
pub(in crate::doctor) fn of_zego(token: &str, now: u32) -> Option<Vec<Layer>> {
    // ZEGO's web kit appends its own text.
    let own = token.split('#').next()?;
    let mut text = Walk::new(token.as_bytes());
    text.bytes("version", VERSION);
    text.bytes("base64", own.len().saturating_sub(VERSION));
    text.rest("appended by the web kit");
    let mut workspace = vec![0; token.len()];
    let encoded = own.get(VERSION..)?.as_bytes();
    let bytes = base64::decode(encoded, VERSION, &mut workspace).ok()?;
    let mut body = Walk::new(bytes);
    let end = body.bytes("ends at", 8).try_into();
    let end = i64::from_be_bytes(end.ok()?);
    body.says(signed_time(end, now));
    let len = length(&mut body, "initialization vector");
    body.hex("initialization vector", len);
    let len = length(&mut body, "encrypted JSON");
    body.bytes("encrypted JSON", len);
    body.says("app id, user, nonce, times and payload: seen with the server secret only");
    let mode = body.bytes("encryption", 1);
    body.says(match mode {
        [1] => "1: AES-256-GCM",
        _ => "0: AES-256-CBC",
    });
    Some(vec![
        text.characters("token", ""),
        body.layer("body", "base64"),
    ])
}

/// Two bytes, the highest first, that say how long `of` is.
fn length(body: &mut Walk<'_>, of: &'static str) -> usize {
    let len = match body.bytes("length", 2) {
        &[high, low] => u16::from_be_bytes([high, low]),
        _ => 0,
    };
    body.says(format!("{of}: {len} bytes"));
    len.into()
}
