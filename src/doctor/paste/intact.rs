//! Whether a text is a token as it stands, and of which kind.

use alloc::vec;
use alloc::vec::Vec;

use super::kind::TokenKind;
use super::zego;
use crate::agora::legacy::{ParsedKey, ParsedKey5};
use crate::agora::v006::ParsedToken;
use crate::agora::v007::{ParsedToken2, VERSION, token_capacity};
use crate::wire::json::{self, Value};
use crate::wire::jws::Jws;
use crate::wire::zlib::CONTENT_MAX;

/// The most characters of a JSON Web Token that is looked at.
pub(super) const JWT_MAX: usize = 64 * 1024;

/// The kind that `text` is without any damage.
pub(super) fn kind_of(text: &str) -> Option<TokenKind> {
    if text.len() > token_capacity(CONTENT_MAX) {
        return None;
    }
    if let Some(kind) = kind_of_plain_text(text) {
        return Some(kind);
    }
    let holds = match text.get(..2)? {
        "04" if !text.contains('#') => {
            zego::opens(TokenKind::Zego04, text, None)?;
            return Some(TokenKind::Zego04);
        }
        "03" if !text.contains('#') => {
            zego::opens(TokenKind::Zego03, text, None)?;
            return Some(TokenKind::Zego03);
        }
        "00" => text,
        _ => return None,
    };
    if holds.starts_with(VERSION) {
        let mut workspace = Vec::new();
        let parsed = ParsedToken2::parse_in(text, &mut workspace);
        return parsed.is_ok().then_some(TokenKind::Agora007);
    }
    let mut workspace = vec![0; text.len()];
    if ParsedToken::parse(text, &mut workspace).is_ok() {
        return Some(TokenKind::Agora006);
    }
    let key = ParsedKey5::parse(text, &mut workspace);
    key.is_ok().then_some(TokenKind::AgoraKey)
}

/// The kind of a token that has no content to be decoded first.
pub(super) fn kind_of_plain_text(text: &str) -> Option<TokenKind> {
    if ParsedKey::parse(text).is_ok() {
        Some(TokenKind::AgoraKey)
    } else if is_signaling(text) {
        Some(TokenKind::AgoraSignaling)
    } else if is_jwt(text) {
        Some(TokenKind::Jwt)
    } else {
        None
    }
}

fn is_signaling(text: &str) -> bool {
    let is_hex = |part: &str| part.len() == 32 && part.bytes().all(|c| c.is_ascii_hexdigit());
    let mut parts = text.splitn(5, ':');
    parts.next() == Some("1")
        && parts.next().is_some_and(is_hex)
        && parts.next().is_some_and(|end| {
            end.bytes().all(|c| c.is_ascii_digit()) && end.parse::<u32>().is_ok()
        })
        && parts.next().is_some_and(is_hex)
        && parts.next().is_none()
}

fn is_jwt(text: &str) -> bool {
    if !text.starts_with("ey") {
        return false;
    }
    let Ok(parts) = Jws::parse(text, JWT_MAX) else {
        return false;
    };
    let mut header = vec![0; Jws::workspace_len(text.len())];
    let algorithm = parts
        .header(&mut header)
        .and_then(|header| json::members(header, &["alg"]));
    matches!(algorithm, Ok([Some(Value::String(_))]))
}
