//! A ZEGO token at one place: the lengths in it say where it ends, and with the
//! secret the decryption whether it is right.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::budget::Budget;
use super::kind::TokenKind;
use super::pack;
use super::reading::{End, Outcome, Proof, Reading, Trace, Version};
use super::view::{View, characters};
use crate::doctor::{Cause, Question};
use crate::zego::{Sealed03, Sealed04, ServerSecret, workspace_len};

const VERSIONS: [&str; 2] = ["04", "03"];

/// Bytes of the expiry and of the length of what follows it.
const IV_AT: usize = 10;
/// Characters before the one with the first bits of the length.
const IV_LEN_AT: usize = 11;

/// Whether a token may begin at `at`: an expiry, then the length of an
/// initialization vector.
pub(super) fn may_begin(view: &View<'_>, at: usize) -> bool {
    let byte = |offset: usize| view.byte(at.saturating_add(offset));
    byte(IV_LEN_AT) == b'A'
        && matches!(byte(IV_LEN_AT.saturating_add(1)), b'E' | b'D')
        && (view.begins(at, b"AAAAA") && byte(0) == b'A' || has_version(view, at))
        && matches!(view.decode(at, 14).get(8..), Some([0, 12 | 16]))
}

fn has_version(view: &View<'_>, at: usize) -> bool {
    let start = at.saturating_sub(2);
    at >= 2
        && VERSIONS
            .iter()
            .any(|version| view.begins(start, version.as_bytes()))
}

/// What stands at `body`, where [`may_begin`] says yes.
pub(super) fn read(
    view: &View<'_>,
    body: usize,
    question: &Question<'_>,
    budget: &mut Budget,
) -> Outcome {
    let version = Version::before(view, body, &VERSIONS);
    let kind = match version.written {
        Some("03") => TokenKind::Zego03,
        _ => TokenKind::Zego04,
    };
    let first = version.first;
    let trace = |cut| Outcome::Trace(Trace { kind, first, cut });
    let start = view.decode(body, view.run(body, 48, true));
    let iv_len = usize::from(start.get(9).copied().unwrap_or(0));
    let len_at = IV_AT.saturating_add(iv_len);
    let Some([high, low]) = start.get(len_at..len_at.saturating_add(2)) else {
        return trace(true);
    };
    let ciphertext_len = usize::from(u16::from_be_bytes([*high, *low]));
    // GCM has a byte for the mode behind.
    let mode_len = usize::from(iv_len == 12);
    let len = len_at
        .saturating_add(2)
        .saturating_add(ciphertext_len)
        .saturating_add(mode_len);
    let run = view.run(body, characters(len), true);
    // Decoded, encoded and decrypted, twice.
    if !budget.pay(run.saturating_mul(4)) {
        return Outcome::Nothing;
    }
    let content = view.decode(body, run);
    if content.len() < len {
        return trace(true);
    }
    let end = End::of(view, body, len);
    if !end.canonical {
        return trace(false);
    }
    let Some((kind, token, proof, fault)) = sealed(&content, version, question) else {
        return trace(false);
    };
    let mut causes = Vec::new();
    causes.extend(fault);
    if end.padding_lost {
        causes.push(Cause::PastePaddingLost);
    }
    Outcome::Token(Reading {
        kind,
        token,
        first,
        end: end.at,
        causes,
        proof,
        clean: end.clean,
    })
}

/// The token around `content`, of the version in front or the one that opens.
fn sealed(
    content: &[u8],
    version: Version,
    question: &Question<'_>,
) -> Option<(TokenKind, String, Proof, Option<Cause>)> {
    let mut closed = None;
    let written = version.written;
    let others = VERSIONS.iter().filter(|other| Some(**other) != written);
    for version_text in written.iter().chain(others) {
        let kind = match *version_text {
            "03" => TokenKind::Zego03,
            _ => TokenKind::Zego04,
        };
        let token = pack::token(version_text, content)?;
        match opens(kind, &token, question.secret) {
            None => {}
            Some(true) => {
                let fault = match written {
                    Some(written) if written != *version_text => {
                        Some(Cause::PasteWrongVersionDigits)
                    }
                    _ => version.fault,
                };
                return Some((kind, token, Proof::Checked, fault));
            }
            Some(false) if closed.is_none() => {
                closed = Some((kind, token, Proof::Structure, version.fault));
            }
            Some(false) => {}
        }
    }
    closed
}

/// Whether the secret opens a token; nothing when it has not even the form.
pub(super) fn opens(kind: TokenKind, token: &str, secret: Option<&str>) -> Option<bool> {
    let mut workspace = vec![0; workspace_len(token.len())];
    let secret = secret.and_then(|secret| ServerSecret::new(secret).ok());
    if kind == TokenKind::Zego03 {
        let sealed = Sealed03::parse(token, &mut workspace).ok()?;
        Some(secret.is_some_and(|secret| sealed.decrypt(&secret).is_ok()))
    } else {
        let sealed = Sealed04::parse(token, &mut workspace).ok()?;
        Some(secret.is_some_and(|secret| sealed.decrypt(&secret).is_ok()))
    }
}
