//! Tokens of home-made ports: the right content in the wrong packaging.
//!
//! | written as | packed as |
//! |---|---|
//! | base64, hexadecimal digits, base64 twice | zlib, zlib or gzip twice, gzip, raw deflate, not at all |
//!
//! Each pair of them is tried; only a whole content of a token counts.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::budget::Budget;
use super::kind::TokenKind;
use super::pack;
use super::reading::{Proof, Reading};
use super::view::{View, decode, value};
use super::{intact, zego};
use crate::agora::AppId;
use crate::agora::v006;
use crate::agora::v006::ParsedToken;
use crate::agora::v007::{VERSION, token_capacity};
use crate::doctor::Cause;
use crate::wire::crc32::crc32;
use crate::wire::hex;
use crate::wire::zlib::{Blocks, CONTENT_MAX, inflate, inflate_blocks};

/// The fewest characters of such a text.
const LEN_MIN: usize = 60;

/// The most places that are tried.
const PLACES_MAX: usize = 64;

/// The first token of a home-made port in the view.
pub(super) fn find(view: &View<'_>, budget: &mut Budget) -> Option<Reading> {
    let starts = (0..view.len()).filter(|&at| is_start(view, at));
    for at in starts.take(PLACES_MAX) {
        for whole in [true, false] {
            // Hexadecimal digits are half as dense as base64, base64 twice a third less.
            let run = view.run(at, token_capacity(CONTENT_MAX).saturating_mul(2), whole);
            if run < LEN_MIN || !budget.pay(run) {
                continue;
            }
            if let Some(reading) = at_place(view, at, run) {
                return Some(reading);
            }
        }
    }
    None
}

/// A version or none, then zlib, gzip or a content, in each way of writing.
const BEGINNINGS: [&[u8]; 16] = [
    b"007", b"006", b"04", b"MDA3", b"MDA2", b"MDRB", b"ZUp", b"H4sI", b"IAA", b"IAB", b"IAC",
    b"IAD", b"78", b"1f8b", b"1F8B", b"2000",
];

/// Whether a word begins here that may be such a text.
fn is_start(view: &View<'_>, at: usize) -> bool {
    let glued = at
        .checked_sub(1)
        .is_some_and(|before| value(view.byte(before)).is_some() && !view.gap_before(at));
    !glued && BEGINNINGS.iter().any(|text| view.begins(at, text))
}

fn at_place(view: &View<'_>, at: usize, run: usize) -> Option<Reading> {
    let text = view.bytes(at, run);
    // A whole token in base64 once more.
    let outer = decode(text.iter().filter_map(|byte| value(*byte)));
    let reading = |kind, token, causes| {
        let mut end = at.saturating_add(run);
        while view.byte(end) == b'=' && !view.gap_before(end) {
            end = end.saturating_add(1);
        }
        Reading {
            kind,
            token,
            first: at,
            end,
            causes,
            proof: Proof::Checked,
            clean: true,
        }
    };
    if let Ok(token) = core::str::from_utf8(&outer)
        && let Some(kind) = intact::kind_of(token)
    {
        let causes = vec![Cause::PortDoubleBase64];
        return Some(reading(kind, String::from(token), causes));
    }
    let mut skip = 0_usize;
    let mut causes = Vec::new();
    while text
        .get(skip..)
        .is_some_and(|rest| rest.starts_with(VERSION.as_bytes()))
    {
        skip = skip.saturating_add(VERSION.len());
    }
    match skip {
        0 => causes.push(Cause::PastePrefixLost),
        3 => {}
        _ => causes.push(Cause::PastePrefixDoubled),
    }
    let rest = text.get(skip..)?;
    for (written, bytes) in writings(rest) {
        for (packed, content) in packagings(&bytes) {
            if written.is_none() && packed.is_none() {
                continue;
            }
            let token = pack::token_007(&content)?;
            causes.extend(written);
            causes.extend(packed);
            return Some(reading(TokenKind::Agora007, token, causes));
        }
    }
    other_kinds(&text).map(|(kind, token, cause)| reading(kind, token, vec![cause]))
}

/// 006 and ZEGO tokens whose body is written in another way.
fn other_kinds(text: &[u8]) -> Option<(TokenKind, String, Cause)> {
    let text = core::str::from_utf8(text).ok()?;
    if let Some(rest) = text.strip_prefix(v006::VERSION) {
        let (app_id, body) = rest.split_at_checked(AppId::LEN)?;
        AppId::new(app_id).ok()?;
        return writings(body.as_bytes())
            .into_iter()
            .find_map(|(written, bytes)| {
                ParsedToken::from_content(app_id, &bytes).ok()?;
                let mut front = String::from(v006::VERSION);
                front.push_str(app_id);
                Some((TokenKind::Agora006, pack::token(&front, &bytes)?, written?))
            });
    }
    let body = text.strip_prefix("04")?;
    writings(body.as_bytes())
        .into_iter()
        .find_map(|(written, bytes)| {
            let token = pack::token("04", &bytes)?;
            zego::opens(TokenKind::Zego04, &token, None)?;
            Some((TokenKind::Zego04, token, written?))
        })
}

/// The bytes that a text is in each way of writing them.
fn writings(text: &[u8]) -> Vec<(Option<Cause>, Vec<u8>)> {
    let mut all = Vec::new();
    let digits: Option<Vec<u8>> = text
        .chunks(2)
        .map(|pair| hex::decode(pair).map(|[byte]| byte))
        .collect();
    all.extend(digits.map(|bytes| (Some(Cause::PortHex), bytes)));
    let once = decode(text.iter().filter_map(|byte| value(*byte)));
    let padding = once.iter().rev().take_while(|byte| **byte == b'=').count();
    let inner = once
        .get(..once.len().saturating_sub(padding.min(2)))
        .unwrap_or_default();
    let twice: Option<Vec<u8>> = inner.iter().map(|byte| value(*byte)).collect();
    all.extend(twice.map(|values| (Some(Cause::PortDoubleBase64), decode(values.into_iter()))));
    all.push((None, once));
    all
}

/// The content of a 007 token in each way of packing it, where it is one.
fn packagings(bytes: &[u8]) -> Vec<(Option<Cause>, Vec<u8>)> {
    let mut all = Vec::new();
    if pack::is_content(bytes) {
        all.push((Some(Cause::PortNotCompressed), bytes.to_vec()));
    }
    if let Some(content) = unzip(bytes) {
        if pack::is_content(&content) {
            all.push((None, content));
        } else if let Some(inner) = unzip(&content).or_else(|| gunzip(&content)) {
            all.push((Some(Cause::PortDoubleCompressed), inner));
        }
    }
    if let Some(content) = gunzip(bytes) {
        if pack::is_content(&content) {
            all.push((Some(Cause::PortGzip), content));
        } else if let Some(inner) = unzip(&content).or_else(|| gunzip(&content)) {
            all.push((Some(Cause::PortDoubleCompressed), inner));
        }
    }
    if let Some((content, _)) = blocks(bytes) {
        all.push((Some(Cause::PortRawDeflate), content));
    }
    all.retain(|(_, content)| pack::is_content(content));
    all
}

fn unzip(stream: &[u8]) -> Option<Vec<u8>> {
    if stream.first()? & 0x0F != 8 {
        return None;
    }
    let mut content = vec![0; CONTENT_MAX];
    let len = inflate(stream, &mut content).ok()?;
    content.truncate(len);
    Some(content)
}

/// Raw deflate, and what follows it.
fn blocks(stream: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let mut room = 2048;
    loop {
        let mut content = vec![0; room];
        match inflate_blocks(stream, &mut content) {
            Blocks::Whole { consumed, written } => {
                content.truncate(written);
                return Some((content, stream.get(consumed..)?));
            }
            Blocks::Full if room < CONTENT_MAX => room = CONTENT_MAX,
            _ => return None,
        }
    }
}

/// gzip (RFC 1952), one member.
fn gunzip(stream: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = stream.split_first_chunk::<10>()?;
    let [0x1F, 0x8B, 8, flags, ..] = *header else {
        return None;
    };
    if flags & 4 != 0 {
        let (len, after) = rest.split_first_chunk()?;
        rest = after.get(usize::from(u16::from_le_bytes(*len))..)?;
    }
    // A file name, and a comment.
    for text in [8, 16] {
        if flags & text != 0 {
            let end = rest.iter().position(|byte| *byte == 0)?;
            rest = rest.get(end.saturating_add(1)..)?;
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    let (content, trailer) = blocks(rest)?;
    let (sum, _) = trailer.split_first_chunk()?;
    (u32::from_le_bytes(*sum) == crc32(&content)).then_some(content)
}
