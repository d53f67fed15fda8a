//! A 007 token at one place: zlib says where it ends and whether it is right.

use alloc::vec;
use alloc::vec::Vec;

use super::budget::Budget;
use super::kind::TokenKind;
use super::pack;
use super::reading::{End, Outcome, Proof, Reading, Trace, Version};
use super::view::View;
use crate::agora::v007::{ParsedToken2, VERSION, token_capacity};
use crate::doctor::Cause;
use crate::wire::zlib::{Blocks, CONTENT_MAX, adler32, inflate, inflate_blocks};

/// Characters that are decoded at first; then four times as many, and so on.
const FIRST_LEN: usize = 256;

/// What every attempt costs, measured in characters of a text.
const COST: usize = 192;

/// Room for the content at first; then more.
const FIRST_ROOM: usize = 1024;

/// Whether the base64 text at `at` begins like a stream of zlib.
pub(super) fn may_begin(view: &View<'_>, at: usize) -> bool {
    match (view.byte(at), view.byte(at.saturating_add(1))) {
        (b'e', b'J' | b'A' | b'N' | b'F') => {
            let start = view.decode(at, 3);
            matches!(start.as_slice(), [0x78, 0x01 | 0x5E | 0x9C | 0xDA])
        }
        _ => false,
    }
}

/// What stands at `body`, where [`may_begin`] says yes.
pub(super) fn read(view: &View<'_>, body: usize, budget: &mut Budget) -> Outcome {
    let whole = attempt(view, body, true, budget);
    // What follows a gap may be other words.
    match &whole {
        Outcome::Token(_) | Outcome::Nothing => whole,
        Outcome::Trace(_) => match attempt(view, body, false, budget) {
            Outcome::Nothing => whole,
            other => other,
        },
    }
}

fn attempt(view: &View<'_>, body: usize, whole: bool, budget: &mut Budget) -> Outcome {
    let mut len = FIRST_LEN;
    while budget.pay(COST.saturating_add(len / 4)) {
        let run = view.run(body, len.min(token_capacity(CONTENT_MAX)), whole);
        let more_may_follow = run == len;
        let stream = view.decode(body, run);
        let (blocks, content) = unpack(&stream);
        if !budget.pay(content.len() / 4) {
            break;
        }
        let trace = |cut| {
            let version = Version::before(view, body, &[VERSION]);
            let sure = version.written.is_some() || content.len() >= pack::HEAD_LEN;
            if sure && pack::is_head(&content) {
                let (kind, first) = (TokenKind::Agora007, version.first);
                Outcome::Trace(Trace { kind, first, cut })
            } else {
                Outcome::Nothing
            }
        };
        match blocks {
            Blocks::Whole { consumed, .. } => {
                let end = consumed.saturating_add(2);
                let sum = adler32(&content).to_be_bytes();
                let rest = stream.get(end..).unwrap_or_default();
                if rest.len() < sum.len() && more_may_follow {
                    len = len.saturating_mul(4);
                    continue;
                }
                let there = rest.get(..sum.len()).unwrap_or(rest);
                if !sum.starts_with(there) {
                    return trace(false);
                }
                let cut = there.len() < sum.len();
                let mut stream = stream.get(..end).unwrap_or_default().to_vec();
                stream.extend(sum);
                return accept(view, body, &stream, &content, cut.then_some(run));
            }
            Blocks::Cut if more_may_follow && may_go_on(&content) => {
                len = len.saturating_mul(4);
            }
            Blocks::Cut => return trace(true),
            Blocks::Malformed | Blocks::Full => return trace(false),
        }
    }
    Outcome::Nothing
}

/// Whether a content that is not whole may become one, or one that is
/// compressed once more.
fn may_go_on(content: &[u8]) -> bool {
    pack::is_head(content) || content.first() == Some(&0x78)
}

/// Inflates the blocks of a stream of zlib; the content as far as it is known.
fn unpack(stream: &[u8]) -> (Blocks, Vec<u8>) {
    let blocks = stream.get(2..).unwrap_or_default();
    let mut room = FIRST_ROOM;
    loop {
        let mut content = vec![0; room];
        match inflate_blocks(blocks, &mut content) {
            Blocks::Full if room < CONTENT_MAX => {
                room = room.saturating_mul(16).min(CONTENT_MAX);
            }
            whole @ Blocks::Whole { written, .. } => {
                content.truncate(written);
                return (whole, content);
            }
            other => {
                let written = content.iter().rposition(|byte| *byte != 0);
                content.truncate(written.map_or(0, |last| last.saturating_add(1)));
                return (other, content);
            }
        }
    }
}

/// A token whose checksum fits, or is lost in part.
fn accept(
    view: &View<'_>,
    body: usize,
    stream: &[u8],
    content: &[u8],
    cut_at: Option<usize>,
) -> Outcome {
    let version = Version::before(view, body, &[VERSION]);
    let mut causes = Vec::new();
    causes.extend(version.fault);
    let mut token = None;
    // Without the version and with a part of the checksum only, the content has
    // to be beyond doubt.
    let certain = version.written.is_some() && cut_at.is_none();
    if pack::is_content(content) || (certain && ParsedToken2::from_content(content).is_ok()) {
        token = pack::token(VERSION, stream);
    } else if let Some(inner) = compressed_again(content) {
        causes.push(Cause::PortDoubleCompressed);
        token = pack::token_007(&inner);
    }
    let Some(token) = token else {
        return Outcome::Nothing;
    };
    let end = match cut_at {
        Some(run) => {
            causes.push(Cause::PasteTruncated);
            let mut at = body.saturating_add(run);
            while view.byte(at) == b'=' {
                at = at.saturating_add(1);
            }
            End {
                at,
                padding_lost: false,
                clean: true,
                canonical: true,
            }
        }
        None => End::of(view, body, stream.len()),
    };
    if end.padding_lost {
        causes.push(Cause::PastePaddingLost);
    }
    if !end.canonical {
        causes.push(Cause::PasteExtraCharacters);
    }
    Outcome::Token(Reading {
        kind: TokenKind::Agora007,
        token,
        first: version.first,
        end: end.at,
        causes,
        proof: Proof::Checked,
        clean: end.clean,
    })
}

/// The content of a content that is a stream of zlib itself.
fn compressed_again(content: &[u8]) -> Option<Vec<u8>> {
    let mut inner = vec![0; CONTENT_MAX];
    let len = inflate(content, &mut inner).ok()?;
    inner.truncate(len);
    pack::is_content(&inner).then_some(inner)
}
