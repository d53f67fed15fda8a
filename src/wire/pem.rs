//! Textual encoding of keys (RFC 7468, "PEM").
//!
//! ```text
//! -----BEGIN label-----
//! base64 with padding, lines of 64 characters
//! -----END label-----
//! ```
//!
//! Written exactly so, with `\n`. Read as section 3 allows lax parsers to:
//! text around the block, CRLF, other line lengths, spaces and other blocks
//! are skipped. Source of truth: <https://www.rfc-editor.org/rfc/rfc7468>.

use zeroize::Zeroize;

use crate::Error;
use crate::buffer::Writer;
use crate::output::Output;
use crate::wire::base64;

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";
/// PKCS #8, encrypted.
const ENCRYPTED_LABEL: &[u8] = b"ENCRYPTED PRIVATE KEY";
/// The header of RFC 1421, which only encrypted keys have.
const ENCRYPTED_HEADER: &[u8] = b"Proc-Type:";
/// Octets on a line of 64 characters.
const LINE: usize = 48;

/// The most bytes of a text that is read: a key and its like are below one
/// kilobyte, and other blocks may stand around them. 64 KiB.
pub const TEXT_MAX: usize = 0x1_0000;

/// Characters of a block of `len` octets under a label of `label_len`
/// characters, with the line break at its end.
#[must_use]
pub const fn encoded_len(label_len: usize, len: usize) -> usize {
    let frame = BEGIN
        .len()
        .saturating_add(END.len())
        .saturating_add(2_usize.saturating_mul(DASHES.len().saturating_add(1)));
    frame
        .saturating_add(label_len.saturating_mul(2))
        .saturating_add(base64::encoded_len(len))
        .saturating_add(len.div_ceil(LINE))
}

/// Writes `content` as a block.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] below [`encoded_len`].
pub fn write<O: Output>(label: &str, content: &[u8], out: O) -> Result<O::Text, Error> {
    out.write_text(encoded_len(label.len(), content.len()), |buffer| {
        let mut writer = Writer::new(buffer);
        put_frame(&mut writer, BEGIN, label);
        for line in content.chunks(LINE) {
            base64::put(&mut writer, line);
            writer.put(b"\n");
        }
        put_frame(&mut writer, END, label);
        writer.finish().map(|text| text.len())
    })
}

fn put_frame(out: &mut Writer<'_>, start: &[u8], label: &str) {
    out.put(start);
    out.put_str(label);
    out.put(DASHES);
    out.put(b"\n");
}

/// Decodes the first block in `text` that has one of `labels` into `out`; gives
/// its label and the octets.
///
/// # Errors
///
/// [`Error::TooLarge`] above [`TEXT_MAX`] bytes of text, [`Error::Malformed`]
/// when there is no such block, [`Error::Truncated`] when
/// it does not end, [`Error::EncryptedKey`] when it, or a block before it, is
/// encrypted, [`Error::BadBase64`] as it says, [`Error::BufferTooSmall`] when
/// `out` is shorter than the octets. After an error `out` is wiped.
pub fn decode<'l, 'o>(
    text: &[u8],
    labels: &[&'l str],
    out: &'o mut [u8],
) -> Result<(&'l str, &'o mut [u8]), Error> {
    if text.len() > TEXT_MAX {
        return Err(Error::TooLarge { max: TEXT_MAX });
    }
    let (label, body, at) = find(text, labels)?;
    match decode_body(body, at, out) {
        Ok(len) => {
            let octets = out
                .get_mut(..len)
                .ok_or(Error::BufferTooSmall { needed: len })?;
            Ok((label, octets))
        }
        Err(error) => {
            out.zeroize();
            Err(error)
        }
    }
}

/// Label, body and position of the body of the first block of interest.
fn find<'l, 't>(text: &'t [u8], labels: &[&'l str]) -> Result<(&'l str, &'t [u8], usize), Error> {
    let mut rest = text;
    while let Some((_, after)) = split_at_marker(rest, BEGIN) {
        let Some((name, after)) = split_at_marker(after, DASHES) else {
            break;
        };
        rest = after;
        if name == ENCRYPTED_LABEL {
            return Err(Error::EncryptedKey);
        }
        let Some(label) = labels.iter().find(|label| label.as_bytes() == name) else {
            continue;
        };
        let at = text.len().saturating_sub(after.len());
        let (body, end) = split_at_marker(after, END).ok_or(Error::Truncated { at: text.len() })?;
        if split_at_marker(body, ENCRYPTED_HEADER).is_some() {
            return Err(Error::EncryptedKey);
        }
        let named_the_same = end
            .strip_prefix(label.as_bytes())
            .is_some_and(|end| end.starts_with(DASHES));
        if !named_the_same {
            return Err(Error::Malformed {
                at: text.len().saturating_sub(end.len()),
            });
        }
        return Ok((label, body, at));
    }
    Err(Error::Malformed { at: text.len() })
}

/// What is before and after the first `marker`.
fn split_at_marker<'t>(text: &'t [u8], marker: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let start = text
        .windows(marker.len())
        .position(|window| window == marker)?;
    let (before, rest) = text.split_at_checked(start)?;
    Some((before, rest.strip_prefix(marker)?))
}

/// Decodes four characters at a time, which skips white space without a copy.
fn decode_body(body: &[u8], at: usize, out: &mut [u8]) -> Result<usize, Error> {
    let mut needed: usize = 0;
    let mut quad = [0; 4];
    let mut filled: usize = 0;
    let mut padded = false;
    let mut octets = [0; 3];
    for (offset, character) in body.iter().enumerate() {
        if character.is_ascii_whitespace() {
            continue;
        }
        let here = at.saturating_add(offset);
        if padded {
            return Err(Error::BadBase64 { at: here });
        }
        if let Some(place) = quad.get_mut(filled) {
            *place = *character;
        }
        filled = filled.saturating_add(1);
        if filled < quad.len() {
            continue;
        }
        filled = 0;
        padded = *character == b'=';
        let decoded =
            base64::decode(&quad, 0, &mut octets).map_err(|_| Error::BadBase64 { at: here })?;
        // In two steps, so that the compiler sees equal lengths.
        let room = out
            .get_mut(needed..)
            .and_then(|rest| rest.get_mut(..decoded.len()));
        if let Some(room) = room {
            room.copy_from_slice(decoded);
        }
        needed = needed.saturating_add(decoded.len());
    }
    quad.zeroize();
    octets.zeroize();
    if filled != 0 {
        return Err(Error::BadBase64 {
            at: at.saturating_add(body.len()),
        });
    }
    if needed > out.len() {
        return Err(Error::BufferTooSmall { needed });
    }
    Ok(needed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 2] = ["A B", "C"];

    fn read(text: &str) -> Result<(&'static str, [u8; 64], usize), Error> {
        let mut out = [0; 64];
        let (label, octets) = decode(text.as_bytes(), &LABELS, &mut out)?;
        let len = octets.len();
        Ok((label, out, len))
    }

    #[test]
    fn what_is_written_is_read_and_as_long_as_said() {
        let content: [u8; 150] = core::array::from_fn(|i| (i * 5) as u8);
        // Miri takes minutes for all of them.
        let step = if cfg!(miri) { 23 } else { 1 };
        for len in (0..=content.len()).step_by(step) {
            let mut text = [0; 400];
            let text = write("A B", &content[..len], &mut text).unwrap();
            assert_eq!(text.len(), encoded_len(3, len));
            assert!(text.lines().all(|line| line.len() <= 64));
            let mut out = [0; 150];
            let (label, octets) = decode(text.as_bytes(), &LABELS, &mut out).unwrap();
            assert_eq!((label, &*octets), ("A B", &content[..len]));
        }
    }

    #[test]
    fn lax_forms_are_read() {
        for text in [
            "-----BEGIN C-----\nZm9v\n-----END C-----\n",
            "-----BEGIN C-----\r\nZm9v\r\n-----END C-----",
            "\u{feff}subject=x\n-----BEGIN C-----\nZ m\t9\nv\n\n-----END C-----\nmore",
            "  -----BEGIN C-----\n  Zm9v\n  -----END C-----",
            "-----BEGIN C-----Zm9v-----END C-----",
            "-----BEGIN X-----\nAAAA\n-----END X-----\n-----BEGIN C-----\nZm9v\n-----END C-----",
        ] {
            let (label, octets, len) = read(text).unwrap();
            assert_eq!((label, &octets[..len]), ("C", &b"foo"[..]), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for (text, error) in [
            ("", Error::Malformed { at: 0 }),
            ("-----BEGIN C", Error::Malformed { at: 12 }),
            (
                "-----BEGIN D-----\n-----END D-----",
                Error::Malformed { at: 33 },
            ),
            ("-----BEGIN C-----\nZm9v\n", Error::Truncated { at: 23 }),
            (
                "-----BEGIN C-----\nZm9v\n-----END D-----\n",
                Error::Malformed { at: 32 },
            ),
            (
                "-----BEGIN C-----\nZm9v\n-----END CC----\n",
                Error::Malformed { at: 32 },
            ),
            (
                "-----BEGIN C-----\nZm9\n-----END C-----\n",
                Error::BadBase64 { at: 22 },
            ),
            (
                "-----BEGIN C-----\nZg==Zm9v\n-----END C-----\n",
                Error::BadBase64 { at: 22 },
            ),
            (
                "-----BEGIN C-----\nZm-_\n-----END C-----\n",
                Error::BadBase64 { at: 21 },
            ),
            (
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n",
                Error::EncryptedKey,
            ),
            (
                "-----BEGIN C-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: X\n\nAAAA\n-----END C-----",
                Error::EncryptedKey,
            ),
        ] {
            assert_eq!(read(text).unwrap_err(), error, "{text}");
        }
    }

    #[test]
    fn a_text_of_exactly_the_limit_is_read() {
        extern crate std;
        use std::borrow::ToOwned as _;

        let block = "-----BEGIN C-----\nZm9v\n-----END C-----\n";
        let filled = |len: usize| block.to_owned() + &"x".repeat(len - block.len());
        let (label, octets, len) = read(&filled(65_536)).unwrap();
        assert_eq!((label, &octets[..len]), ("C", &b"foo"[..]));
        let too_large = Error::TooLarge { max: 65_536 };
        assert_eq!(read(&filled(65_537)).unwrap_err(), too_large);
    }

    #[test]
    fn a_short_buffer_is_wiped_and_told_the_size() {
        let mut out = [0xAA; 4];
        let text = b"-----BEGIN C-----\nZm9vYmFy\n-----END C-----\n";
        assert_eq!(
            decode(text, &LABELS, &mut out).unwrap_err(),
            Error::BufferTooSmall { needed: 6 }
        );
        assert_eq!(out, [0; 4]);
    }
}
