//! Base64 (RFC 4648): strict, without branches or tables that depend on the
//! data.
//!
//! Hosts encode several groups at once and decode by `base64ct`; a device takes
//! one character after the other, which is a quarter of the code.

#[cfg(any(test, target_os = "none"))]
mod narrow;
#[cfg(not(target_os = "none"))]
mod wide;

#[cfg(target_os = "none")]
use narrow as how;
#[cfg(not(target_os = "none"))]
use wide as how;

use crate::Error;
use crate::buffer::Writer;

/// Source bytes that are decoded in one go where only their form is checked.
const CHUNK: usize = 48;

/// Characters of `len` bytes in the standard alphabet with padding.
#[must_use]
pub const fn encoded_len(len: usize) -> usize {
    // (`div_ceil` takes more of a device.)
    (len.saturating_add(2) / 3).saturating_mul(4)
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
pub fn put(out: &mut Writer<'_>, bytes: &[u8]) {
    how::put(out, bytes, encoded_len(bytes.len()), Alphabet::Standard);
}

/// Appends `bytes` in the URL alphabet without padding.
pub fn put_url(out: &mut Writer<'_>, bytes: &[u8]) {
    how::put(out, bytes, url_encoded_len(bytes.len()), Alphabet::Url);
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
    let text = buffer
        .get_mut(..needed)
        .ok_or(Error::BufferTooSmall { needed })?;
    how::encode_at(text, 0, len, Alphabet::Url);
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

/// Encodes the first `len` bytes of `buffer` in the standard alphabet with padding,
/// in place: the text begins `at` a place that is left alone what is before it.
/// Gives where it ends.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when `buffer` is shorter than that.
#[cfg_attr(target_os = "none", inline(never))]
pub fn encode_at(buffer: &mut [u8], at: usize, len: usize) -> Result<usize, Error> {
    let needed = at.saturating_add(encoded_len(len));
    let buffer = buffer
        .get_mut(..needed)
        .ok_or(Error::BufferTooSmall { needed })?;
    how::encode_at(buffer, at, len, Alphabet::Standard);
    Ok(needed)
}

/// Which two characters come last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    /// `+` and `/`.
    Standard,
    /// `-` and `_`.
    Url,
}

impl Alphabet {
    /// The last two steps: down to the last character but one, up to the last.
    /// In numbers, since a device then asks for no branch.
    const fn last_steps(self) -> [u32; 2] {
        let url = self as u32;
        [
            15_u32.wrapping_sub(url.wrapping_mul(2)),
            3_u32.wrapping_add(url.wrapping_mul(46)),
        ]
    }
}

/// Decodes padded text in the standard alphabet into the front of `out`.
/// `at` is the position of the text, for the error.
///
/// # Errors
///
/// [`Error::BadBase64`] for anything but canonical padded base64;
/// [`Error::BufferTooSmall`] when `out` is shorter than [`decoded_capacity`].
pub fn decode<'o>(text: &[u8], at: usize, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
    decode_in(text, at, out, Alphabet::Standard)
}

/// Decodes unpadded text in the URL alphabet into the front of `out`.
///
/// # Errors
///
/// As [`decode`].
pub fn decode_url<'o>(text: &[u8], at: usize, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
    decode_in(text, at, out, Alphabet::Url)
}

#[cfg_attr(target_os = "none", inline(never))]
fn decode_in<'o>(
    text: &[u8],
    at: usize,
    out: &'o mut [u8],
    alphabet: Alphabet,
) -> Result<&'o mut [u8], Error> {
    let needed = decoded_capacity(text.len());
    if out.len() < needed {
        return Err(Error::BufferTooSmall { needed });
    }
    let len = how::decode(text, out, alphabet).ok_or_else(|| Error::BadBase64 {
        at: at.saturating_add(first_foreign(text)),
    })?;
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

    /// RFC 4648, tables 1 and 2.
    #[test]
    fn every_character_of_both_alphabets() {
        let standard = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut url = *standard;
        url[62..].copy_from_slice(b"-_");
        for (alphabet, table) in [(Alphabet::Standard, standard), (Alphabet::Url, &url)] {
            for value in 0..64 {
                let places = [value, (value + 1) % 64, (value + 37) % 64, 63 - value];
                let bits = places.iter().fold(0, |bits, place| bits << 6 | place);
                let [_, a, b, c] = u32::to_be_bytes(bits);
                let expected = places.map(|place| table[place as usize]);
                for put in [wide::put, narrow::put] {
                    let mut text = [0; 4];
                    put(&mut Writer::new(&mut text), &[a, b, c], 4, alphabet);
                    assert_eq!(text, expected, "{value}");
                }
            }
        }
    }

    #[test]
    fn in_place_is_the_same_at_every_length() {
        let source: [u8; 200] = core::array::from_fn(|i| (i * 7) as u8);
        // Miri takes a minute for all of them.
        let step = if cfg!(miri) { 23 } else { 1 };
        for len in (0..=source.len()).step_by(step) {
            let mut expected = [0; 400];
            let mut writer = Writer::new(&mut expected);
            put(&mut writer, &source[..len]);
            let expected = writer.finish().unwrap();
            for at in [0, 1, 3, 60] {
                let mut buffer = [0; 400];
                buffer[..len].copy_from_slice(&source[..len]);
                let needed = at + encoded_len(len);
                let small = &mut buffer[..needed.max(1) - 1];
                if small.len() < needed {
                    let too_small = Err(Error::BufferTooSmall { needed });
                    assert_eq!(encode_at(small, at, len), too_small);
                }
                assert_eq!(encode_at(&mut buffer, at, len), Ok(needed));
                assert_eq!(&buffer[at..needed], expected);
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
