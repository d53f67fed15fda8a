//! Base64 (RFC 4648): strict, without branches or tables that depend on the
//! data. Decoding is `base64ct`'s; encoding is here, since it works in place.

use core::cell::Cell;

use base64ct::{Base64, Base64UrlUnpadded, Encoding};

use crate::Error;
use crate::buffer::Writer;

/// Whether several groups are encoded at once, where registers are wide; a
/// device takes one after the other and needs less code.
const WIDE: bool = cfg!(not(target_os = "none"));

/// Source bytes that are decoded in one go where only their form is checked.
const CHUNK: usize = 48;

/// Characters of `len` bytes in the standard alphabet with padding.
#[must_use]
pub const fn encoded_len(len: usize) -> usize {
    len.div_ceil(3).saturating_mul(4)
}

/// Characters of `len` bytes in the URL alphabet without padding.
#[must_use]
pub const fn url_encoded_len(len: usize) -> usize {
    len.saturating_mul(4).div_ceil(3)
}

/// The most bytes that `len` characters decode to.
#[must_use]
pub const fn decoded_capacity(len: usize) -> usize {
    len.div_ceil(4).saturating_mul(3)
}

/// Appends `bytes` in the standard alphabet with padding.
#[cfg_attr(target_os = "none", inline(never))]
pub fn put(out: &mut Writer<'_>, bytes: &[u8]) {
    for group in put_fours(out, bytes, STANDARD).chunks(3) {
        out.put(&Group::of(group, STANDARD).padded());
    }
}

/// Appends `bytes` in the URL alphabet without padding.
#[cfg_attr(target_os = "none", inline(never))]
pub fn put_url(out: &mut Writer<'_>, bytes: &[u8]) {
    for group in put_fours(out, bytes, URL).chunks(3) {
        out.put(Group::of(group, URL).unpadded());
    }
}

/// Appends as many times four groups as there are, where that is done at once;
/// gives the rest.
#[inline]
fn put_fours<'b>(out: &mut Writer<'_>, bytes: &'b [u8], alphabet: Alphabet) -> &'b [u8] {
    if !WIDE {
        return bytes;
    }
    let (fours, rest) = bytes.as_chunks();
    for four in fours {
        out.put(&characters_of_four(four, alphabet));
    }
    rest
}

/// Encodes `bytes` in the URL alphabet without padding to the front of `out`.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when `out` is shorter than the text.
pub fn encode_url<'o>(bytes: &[u8], out: &'o mut [u8]) -> Result<&'o str, Error> {
    let mut writer = Writer::new(out);
    put_url(&mut writer, bytes);
    writer.finish_str()
}

/// Encodes the first `len` bytes of `buffer` in the URL alphabet without
/// padding, in place; gives the number of characters.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when `buffer` is shorter than the text.
pub fn encode_url_in_place(buffer: &mut [u8], len: usize) -> Result<usize, Error> {
    let needed = url_encoded_len(len);
    if buffer.len() < needed {
        return Err(Error::BufferTooSmall { needed });
    }
    // From the end: the text of a group begins at or after the group and ends
    // before the text that was written before.
    for index in (0..len.div_ceil(3)).rev() {
        let read = index.saturating_mul(3);
        debug_assert!(read < len && len <= buffer.len(), "a group of the content");
        let group = buffer.get(read..len).unwrap_or_default();
        let group = Group::of(group, URL);
        let place = buffer.get_mut(index.saturating_mul(4)..);
        write(place.unwrap_or_default(), group.unpadded());
    }
    Ok(needed)
}

/// Checks that `text` is canonical unpadded base64 in the URL alphabet, without
/// room for what it decodes to; `at` is its position, for the error.
///
/// # Errors
///
/// [`Error::BadBase64`] as [`decode_url`].
pub fn check_url(text: &[u8], at: usize) -> Result<(), Error> {
    let mut scratch = [0; CHUNK];
    let mut at = at;
    for chunk in text.chunks(encoded_len(CHUNK)) {
        decode_url(chunk, at, &mut scratch)?;
        at = at.saturating_add(chunk.len());
    }
    Ok(())
}

/// Encodes the last `len` bytes of `buffer` to its front, in place, in the
/// standard alphabet with padding; gives the number of characters.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when `buffer` is shorter than the text.
pub fn encode_from_tail(buffer: &mut [u8], len: usize) -> Result<usize, Error> {
    let needed = encoded_len(len);
    let mut read = buffer
        .len()
        .checked_sub(len)
        .filter(|_| buffer.len() >= needed)
        .ok_or(Error::BufferTooSmall { needed })?;
    let mut written = 0_usize;
    // The gap between the two is never less than what is still to be written
    // in excess of what is still to be read, so writing cannot overtake.
    while WIDE && let Some(groups) = buffer.get(read..).and_then(<[u8]>::first_chunk) {
        let text = characters_of_four(groups, STANDARD);
        let place = buffer.get_mut(written..);
        if let Some(place) = place.and_then(<[u8]>::first_chunk_mut) {
            *place = text;
        }
        read = read.saturating_add(12);
        written = written.saturating_add(16);
    }
    let cells = Cell::from_mut(buffer).as_slice_of_cells();
    let places = cells.get(written..needed).unwrap_or_default();
    let mut source = cells.get(read..).unwrap_or_default().iter();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for place in places {
        if bits < 6 {
            if let Some(byte) = source.next() {
                held = held << 8 | u32::from(byte.get());
                bits = bits.wrapping_add(8);
            } else if bits == 0 {
                place.set(b'=');
                continue;
            } else {
                held <<= 6_u32.wrapping_sub(bits);
                bits = 6;
            }
        }
        bits = bits.wrapping_sub(6);
        place.set(character(held >> bits & 0x3F, STANDARD));
    }
    Ok(needed)
}

fn write(place: &mut [u8], text: &[u8]) {
    for (to, from) in place.iter_mut().zip(text) {
        *to = *from;
    }
}

/// The last two steps of an alphabet, in each of four bytes: down to the last
/// character but one, up to the last.
type Alphabet = [u32; 2];

const STANDARD: Alphabet = ending_with(b'+', b'/');
const URL: Alphabet = ending_with(b'-', b'_');

const fn ending_with(plus: u8, slash: u8) -> Alphabet {
    let down = (b'9' + 1).wrapping_sub(plus);
    let up = slash.wrapping_sub(plus.wrapping_add(1));
    [each(down), each(up)]
}

/// The text of up to three bytes.
struct Group {
    text: [u8; 4],
    len: usize,
}

impl Group {
    /// Of the first three bytes of `bytes`, or fewer.
    #[cfg_attr(target_os = "none", inline(never))]
    fn of(bytes: &[u8], alphabet: Alphabet) -> Self {
        if WIDE && let Some(three) = bytes.first_chunk() {
            let text = characters(*three, alphabet);
            return Self { text, len: 4 };
        }
        let text = characters(three_of(bytes), alphabet);
        let len = bytes.len().min(3).wrapping_add(1);
        Self { text, len }
    }

    fn unpadded(&self) -> &[u8] {
        self.text.get(..self.len).unwrap_or_default()
    }

    #[inline]
    fn padded(mut self) -> [u8; 4] {
        if let Some(rest) = self.text.get_mut(self.len..) {
            rest.fill(b'=');
        }
        self.text
    }
}

/// The first three bytes, zeros where there are fewer.
fn three_of(bytes: &[u8]) -> [u8; 3] {
    let at = |index: usize| bytes.get(index).copied().unwrap_or(0);
    [at(0), at(1), at(2)]
}

/// The text of four groups, for the registers of a host.
#[inline]
fn characters_of_four(bytes: &[u8; 12], alphabet: Alphabet) -> [u8; 16] {
    let (groups, _) = bytes.as_chunks();
    let mut text = [0; 16];
    for (to, from) in text.as_chunks_mut().0.iter_mut().zip(groups) {
        *to = characters(*from, alphabet);
    }
    text
}

/// The four characters of three bytes, all at once and without a branch: `A`
/// and as many more as six bits say, plus a step for each range they are past.
#[inline]
#[cfg(not(target_os = "none"))]
fn at_once([a, b, c]: [u8; 3], [down, up]: Alphabet) -> [u8; 4] {
    let bits = u32::from_be_bytes([0, a, b, c]);
    let values =
        (bits >> 18 | bits >> 4 & 0x3F00) | (bits << 10 & 0x3F_0000 | bits << 24 & 0x3F00_0000);
    // Seven ones in each byte whose value is above `last`. A value has six
    // bits, so no sum here or below leaves its byte.
    let past = |last: u8| {
        let above = values.wrapping_add(each(0x7F_u8.wrapping_sub(last))) & each(0x80);
        above.wrapping_sub(above >> 7)
    };
    each(b'A')
        .wrapping_add(values)
        .wrapping_add(past(25) & each(b'a' - (b'Z' + 1)))
        .wrapping_sub(past(51) & each(b'z' + 1 - b'0'))
        .wrapping_sub(past(61) & down)
        .wrapping_add(past(62) & up)
        .to_le_bytes()
}

/// The four characters of three bytes, one after the other: fewer instructions in
/// the code, and without a branch that depends on the bytes.
#[cfg(any(target_os = "none", test))]
fn one_by_one([a, b, c]: [u8; 3], alphabet: Alphabet) -> [u8; 4] {
    let mut bits = u32::from_be_bytes([a, b, c, 0]);
    let mut text = [0; 4];
    for place in &mut text {
        *place = character(bits >> 26, alphabet);
        bits <<= 6;
    }
    text
}

/// The character of six bits.
#[cfg_attr(target_os = "none", inline(never))]
fn character(value: u32, [down, up]: Alphabet) -> u8 {
    // All ones where the value is above `last`.
    let past = |last: u32| 0_u32.wrapping_sub(last.wrapping_sub(value) >> 31);
    let [character, ..] = u32::from(b'A')
        .wrapping_add(value)
        .wrapping_add(past(25) & u32::from(b'a' - (b'Z' + 1)))
        .wrapping_sub(past(51) & u32::from(b'z' + 1 - b'0'))
        .wrapping_sub(past(61) & down)
        .wrapping_add(past(62) & up)
        .to_le_bytes();
    character
}

#[cfg(not(target_os = "none"))]
use at_once as characters;
#[cfg(target_os = "none")]
use one_by_one as characters;

/// Four bytes of the same value.
#[inline]
const fn each(value: u8) -> u32 {
    u32::from_le_bytes([value; 4])
}

/// Decodes padded text in the standard alphabet into the front of `out`.
/// `at` is the position of the text, for the error.
///
/// # Errors
///
/// [`Error::BadBase64`] for anything but canonical padded base64;
/// [`Error::BufferTooSmall`] when `out` is shorter than [`decoded_capacity`].
pub fn decode<'o>(text: &[u8], at: usize, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
    decode_with::<Base64>(text, at, out)
}

/// Decodes unpadded text in the URL alphabet into the front of `out`.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_url<'o>(text: &[u8], at: usize, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
    decode_with::<Base64UrlUnpadded>(text, at, out)
}

fn decode_with<'o, E: Encoding>(
    text: &[u8],
    at: usize,
    out: &'o mut [u8],
) -> Result<&'o mut [u8], Error> {
    let needed = decoded_capacity(text.len());
    if out.len() < needed {
        return Err(Error::BufferTooSmall { needed });
    }
    let len = E::decode(text, out)
        .map_err(|_| Error::BadBase64 {
            at: at.saturating_add(first_foreign(text)),
        })?
        .len();
    out.get_mut(..len).ok_or(Error::BufferTooSmall { needed })
}

/// Position of the first character of neither alphabet, or of the end when all
/// belong to one (then length or padding is at fault).
fn first_foreign(text: &[u8]) -> usize {
    text.iter()
        .position(|c| !(c.is_ascii_alphanumeric() || b"+/-_=".contains(c)))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWERS: [(&[u8], &str); 7] = [
        (b"", ""),
        (b"f", "Zg=="),
        (b"fo", "Zm8="),
        (b"foo", "Zm9v"),
        (b"foob", "Zm9vYg=="),
        (b"fooba", "Zm9vYmE="),
        (b"foobar", "Zm9vYmFy"),
    ];

    #[test]
    fn rfc_4648_answers() {
        for (bytes, text) in ANSWERS {
            let mut buffer = [0; 16];
            let mut writer = Writer::new(&mut buffer);
            put(&mut writer, bytes);
            assert_eq!(writer.finish_str(), Ok(text));
            let mut out = [0; 16];
            assert_eq!(decode(text.as_bytes(), 0, &mut out).unwrap(), bytes);
        }
    }

    #[test]
    fn alphabets_are_the_same_at_any_time() {
        assert_eq!(ending_with(b'+', b'/'), STANDARD);
        assert_eq!(ending_with(b'-', b'_'), URL);
    }

    /// RFC 4648, tables 1 and 2.
    #[test]
    fn every_character_of_both_alphabets() {
        let standard = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut url = *standard;
        url[62..].copy_from_slice(b"-_");
        for (alphabet, table) in [(STANDARD, standard), (URL, &url)] {
            for value in 0..64 {
                let places = [value, (value + 1) % 64, (value + 37) % 64, 63 - value];
                let bits = places.iter().fold(0, |bits, place| bits << 6 | place);
                let [_, a, b, c] = u32::to_be_bytes(bits);
                let expected = places.map(|place| table[place as usize]);
                assert_eq!(at_once([a, b, c], alphabet), expected, "{value}");
                assert_eq!(one_by_one([a, b, c], alphabet), expected, "{value}");
            }
        }
    }

    #[test]
    fn in_place_is_the_same_at_every_length() {
        let source: [u8; 200] = core::array::from_fn(|i| (i * 7) as u8);
        // Miri takes a minute for all of them.
        let step = if cfg!(miri) { 23 } else { 1 };
        for len in (0..=source.len()).step_by(step) {
            let needed = encoded_len(len);
            let mut expected = [0; 400];
            let mut writer = Writer::new(&mut expected);
            put(&mut writer, &source[..len]);
            let expected = writer.finish().unwrap();
            for slack in [0, 1, 5] {
                let mut buffer = [0; 400];
                let buffer = &mut buffer[..needed + slack];
                let start = buffer.len() - len;
                buffer[start..].copy_from_slice(&source[..len]);
                assert_eq!(encode_from_tail(buffer, len), Ok(needed));
                assert_eq!(&buffer[..needed], expected);
            }
        }
    }

    #[test]
    fn url_in_place_is_the_same_at_every_length() {
        let source: [u8; 200] = core::array::from_fn(|i| (i * 11) as u8);
        // Miri takes minutes for all of them.
        let step = if cfg!(miri) { 23 } else { 1 };
        for len in (0..=source.len()).step_by(step) {
            let needed = url_encoded_len(len);
            let mut expected = [0; 400];
            let mut writer = Writer::new(&mut expected);
            put_url(&mut writer, &source[..len]);
            let expected = writer.finish().unwrap();
            assert_eq!(expected.len(), needed);
            let mut buffer = [0xAA; 400];
            buffer[..len].copy_from_slice(&source[..len]);
            assert_eq!(encode_url_in_place(&mut buffer[..needed], len), Ok(needed));
            assert_eq!(&buffer[..needed], expected);
            assert_eq!(check_url(expected, 0), Ok(()));
            if len > 0 {
                assert_eq!(
                    encode_url_in_place(&mut buffer[..needed - 1], len),
                    Err(Error::BufferTooSmall { needed })
                );
            }
        }
    }

    #[test]
    fn only_canonical_url_text_passes_the_check() {
        let long = [b'A'; 130];
        assert_eq!(check_url(&long, 0), Ok(()));
        assert_eq!(
            check_url(&long[..129], 7),
            Err(Error::BadBase64 { at: 136 })
        );
        for text in [&b"Zh"[..], b"Zg==", b"Z+", b"Z", b"Zm9\n"] {
            assert!(check_url(text, 0).is_err(), "{text:?}");
        }
        let mut foreign = long;
        foreign[70] = b'.';
        assert_eq!(check_url(&foreign, 1), Err(Error::BadBase64 { at: 71 }));
    }

    #[test]
    fn only_canonical_text_is_decoded() {
        let mut out = [0; 16];
        for (text, at) in [
            ("Zg", 2),
            ("Zg=", 3),
            ("Zh==", 4),
            ("Z!==", 1),
            ("Zm9v\n", 4),
        ] {
            assert_eq!(
                decode(text.as_bytes(), 3, &mut out),
                Err(Error::BadBase64 { at: at + 3 }),
                "{text:?}"
            );
        }
        assert_eq!(
            decode(b"Zm9v", 0, &mut [0; 2]),
            Err(Error::BufferTooSmall { needed: 3 })
        );
    }
}
