//! Tokens written again from what is in them.

use alloc::string::String;
use alloc::vec;

use crate::agora::v007::{self, ParsedToken2};
use crate::wire::base64;
use crate::wire::zlib::{CONTENT_MAX, Compression, DefaultCompression, compressed_capacity};

/// `front` and the base64 text of `body`.
pub(super) fn token(front: &str, body: &[u8]) -> Option<String> {
    let mut text = vec![0; base64::encoded_len(body.len())];
    let mut writer = crate::buffer::Writer::new(&mut text);
    base64::put(&mut writer, body);
    let text = writer.finish_str().ok()?;
    let mut token = String::with_capacity(front.len().saturating_add(text.len()));
    token.push_str(front);
    token.push_str(text);
    Some(token)
}

/// A 007 token around a content.
pub(super) fn token_007(content: &[u8]) -> Option<String> {
    if content.len() > CONTENT_MAX {
        return None;
    }
    let mut stream = vec![0; compressed_capacity(content.len())];
    let len = DefaultCompression::default()
        .compress(content, &mut stream)
        .ok()?;
    token(v007::VERSION, stream.get(..len)?)
}

/// Whether `content` is that of a 007 token as every library writes it: whole,
/// with a signature of 32 bytes and an app id of 32 hexadecimal digits.
pub(super) fn is_content(content: &[u8]) -> bool {
    is_head(content)
        && content.len() >= HEAD_LEN
        && ParsedToken2::from_content(content)
            .is_ok_and(|parsed| parsed.trailing_len() == 0 && parsed.service_count() > 0)
}

/// Bytes of signature and app id, with their lengths.
pub(super) const HEAD_LEN: usize = 68;

/// Whether `start`, which may end anywhere, can begin such a content.
pub(super) fn is_head(start: &[u8]) -> bool {
    start
        .iter()
        .take(HEAD_LEN)
        .enumerate()
        .all(|(at, byte)| match at {
            0 | 34 => *byte == 32,
            1 | 35 => *byte == 0,
            36.. => byte.is_ascii_hexdigit(),
            _ => true,
        })
}
