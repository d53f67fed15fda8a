//! A 006 token at one place: the lengths in it say where it ends.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::budget::Budget;
use super::kind::TokenKind;
use super::pack;
use super::reading::{End, Outcome, Proof, Reading, Trace, Version};
use super::view::{View, characters};
use crate::agora::v006::{ParsedToken, VERSION};
use crate::agora::{AppCertificate, AppId};
use crate::doctor::{Cause, Question};

/// Bytes up to the message: signature, checksums, the message's length.
const MESSAGE_AT: usize = 44;
/// Bytes of the message up to the privileges.
const PRIVILEGES_AT: usize = 10;
/// Bytes of a privilege and of its number.
const PRIVILEGE_LEN: usize = 6;
const NUMBER_LEN: usize = 2;

/// Whether a signature of 32 bytes may begin at `at`, behind an app id.
pub(super) fn may_begin(view: &View<'_>, at: usize) -> bool {
    view.byte(at) == b'I'
        && view.byte(at.saturating_add(1)) == b'A'
        && matches!(view.byte(at.saturating_add(2)), b'A'..=b'D')
        && at
            .checked_sub(AppId::LEN)
            .is_some_and(|start| (start..at).all(|at| view.byte(at).is_ascii_hexdigit()))
}

/// What stands at `body`, where [`may_begin`] says yes.
pub(super) fn read(
    view: &View<'_>,
    body: usize,
    question: &Question<'_>,
    budget: &mut Budget,
) -> Outcome {
    let app_id_at = body.saturating_sub(AppId::LEN);
    let version = Version::before(view, app_id_at, &[VERSION]);
    let app_id = view.bytes(app_id_at, AppId::LEN);
    let Ok(app_id) = String::from_utf8(app_id) else {
        return Outcome::Nothing;
    };
    let trace = |cut| {
        let (kind, first) = (TokenKind::Agora006, version.first);
        Outcome::Trace(Trace { kind, first, cut })
    };
    let head_len = MESSAGE_AT.saturating_add(PRIVILEGES_AT);
    let run = view.run(body, characters(head_len), true);
    let head = view.decode(body, run);
    if head.len() < head_len {
        return trace(true);
    }
    let number = |at: usize| {
        let bytes = head.get(at..at.saturating_add(NUMBER_LEN));
        bytes
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, |bytes| usize::from(u16::from_le_bytes(bytes)))
    };
    let message_len = number(MESSAGE_AT.saturating_sub(NUMBER_LEN));
    let count = number(head_len.saturating_sub(NUMBER_LEN));
    if message_len != PRIVILEGES_AT.saturating_add(count.saturating_mul(PRIVILEGE_LEN)) {
        // What follows a gap may be other words.
        let wanted = characters(head_len);
        return trace(view.run(body, wanted, false) < wanted);
    }
    let len = MESSAGE_AT.saturating_add(message_len);
    let wanted = characters(len);
    if !budget.pay(wanted.saturating_mul(2)) {
        return Outcome::Nothing;
    }
    let mut causes = Vec::new();
    causes.extend(version.fault);
    let front = |body: &[u8]| {
        let mut front = String::from(VERSION);
        front.push_str(&app_id);
        pack::token(&front, body)
    };
    for whole in [true, false] {
        let run = view.run(body, wanted, whole);
        let content = view.decode(body, run);
        if content.len() == len && ParsedToken::from_content(&app_id, &content).is_ok() {
            let Some(token) = front(&content) else {
                continue;
            };
            let end = End::of(view, body, len);
            if !end.canonical {
                return trace(false);
            }
            if end.padding_lost {
                causes.push(Cause::PastePaddingLost);
            }
            return Outcome::Token(Reading {
                kind: TokenKind::Agora006,
                token,
                first: version.first,
                end: end.at,
                causes,
                proof: Proof::Structure,
                clean: end.clean,
            });
        }
        if let Some(content) = completed(&app_id, &content, len, question)
            && let Some(token) = front(&content)
        {
            causes.push(Cause::PasteTruncated);
            return Outcome::Token(Reading {
                kind: TokenKind::Agora006,
                token,
                first: version.first,
                end: body.saturating_add(run),
                causes,
                proof: Proof::Checked,
                clean: true,
            });
        }
    }
    trace(true)
}

/// The content with the last deadline put back, which mostly is that of the
/// privileges before: certain only where the signature says so.
fn completed(app_id: &str, content: &[u8], len: usize, question: &Question<'_>) -> Option<Vec<u8>> {
    let lost = len.checked_sub(content.len())?;
    if !(1..=PRIVILEGE_LEN.saturating_sub(NUMBER_LEN)).contains(&lost) {
        return None;
    }
    let certificate = AppCertificate::new(question.secret?).ok()?;
    let (channel, account) = (question.channel?, question.user?);
    let privileges = content.get(MESSAGE_AT.saturating_add(PRIVILEGES_AT)..)?;
    let (entries, last) = privileges.as_chunks::<PRIVILEGE_LEN>();
    let begun = last.get(NUMBER_LEN..)?;
    let mut tried = vec![];
    for [_, _, deadline @ ..] in entries {
        if !deadline.starts_with(begun) || tried.contains(deadline) || tried.len() > 4 {
            continue;
        }
        tried.push(*deadline);
        let mut whole = content.to_vec();
        whole.extend(deadline.iter().skip(begun.len()));
        let parsed = ParsedToken::from_content(app_id, &whole).ok()?;
        if parsed.verify(&certificate, channel, account).is_ok() {
            return Some(whole);
        }
    }
    None
}
