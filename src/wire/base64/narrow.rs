//! One character after the other: the least code, for devices.

use core::cell::Cell;

use super::Alphabet;
use crate::buffer::Writer;

/// Appends the `needed` characters of `bytes`.
#[inline(never)]
pub(super) fn put(out: &mut Writer<'_>, bytes: &[u8], needed: usize, alphabet: Alphabet) {
    let room = out.room(needed);
    for (to, from) in room.iter_mut().zip(bytes) {
        *to = *from;
    }
    encode_at(room, 0, bytes.len(), alphabet);
}

/// Encodes the first `len` bytes, in place: the text begins at `at` and ends with
/// `buffer`.
#[inline(never)]
pub(super) fn encode_at(buffer: &mut [u8], at: usize, len: usize, alphabet: Alphabet) {
    let cells = Cell::from_mut(buffer).as_slice_of_cells();
    let content = cells.get(..len).unwrap_or_default();
    let places = cells.get(at..).unwrap_or_default();
    // From the end: no byte lies behind the character that has its first bits.
    for (index, place) in places.iter().enumerate().rev() {
        let bit = index.wrapping_mul(6);
        let mut bytes = content.get(bit / 8..).unwrap_or_default().iter();
        let mut next = || bytes.next().map(|byte| u32::from(byte.get()));
        place.set(match next() {
            Some(first) => {
                let both = first << 8 | next().unwrap_or(0);
                character(both << (bit % 8) >> 10 & 0x3F, alphabet)
            }
            None => b'=',
        });
    }
}

/// The character of six bits: `A` and as many more as they say, plus a step for
/// each range they are past.
#[cfg_attr(target_os = "none", inline(never))]
fn character(value: u32, alphabet: Alphabet) -> u8 {
    let [down, up] = alphabet.last_steps();
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

/// Decodes to the front of `out`, which has room; gives the number of bytes, unless
/// the text is not canonical.
pub(super) fn decode(text: &[u8], out: &mut [u8], alphabet: Alphabet) -> Option<usize> {
    let mut text = text;
    if alphabet == Alphabet::Standard {
        if !text.len().is_multiple_of(4) {
            return None;
        }
        for _ in 0..2 {
            text = text.strip_suffix(b"=").unwrap_or(text);
        }
    }
    let last_two = [62, 63].map(|value| character(value, alphabet));
    let mut places = out.iter_mut();
    let (mut held, mut bits, mut foreign) = (0_u32, 0_u32, 0);
    for &byte in text {
        let value = value_of(byte.into(), last_two);
        foreign |= value;
        held = held << 6 | value;
        bits = bits.wrapping_add(6);
        if bits >= 8 {
            bits = bits.wrapping_sub(8);
            let [low, ..] = (held >> bits).to_le_bytes();
            *places.next()? = low;
        }
    }
    // Whole bytes, and zeros in what is left of the last character.
    let rest = held & (1_u32 << bits).wrapping_sub(1);
    let canonical = foreign < 64 && bits < 6 && rest == 0;
    let written = text.len().saturating_mul(3) / 4;
    canonical.then_some(written)
}

/// The six bits of a character, or more than that, without a branch.
fn value_of(byte: u32, [plus, slash]: [u8; 2]) -> u32 {
    // All ones where the byte is in the range.
    let within = |first: u8, last: u8| {
        let below = byte.wrapping_sub(first.into());
        let above = u32::from(last).wrapping_sub(byte);
        ((below | above) >> 31).wrapping_sub(1)
    };
    // One more than the value, so that 0 is none.
    let from = |first: u8, last: u8, value: u32| {
        let more = byte.wrapping_sub(first.into()).wrapping_add(value);
        within(first, last) & more.wrapping_add(1)
    };
    let sum = from(b'A', b'Z', 0)
        | from(b'a', b'z', 26)
        | from(b'0', b'9', 52)
        | from(plus, plus, 62)
        | from(slash, slash, 63);
    sum.wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Base64UrlUnpadded, Encoding};

    use super::super::{encoded_len, url_encoded_len};
    use super::*;

    /// Against the crate: every pair and some triples of characters, as the end of
    /// a text.
    #[test]
    fn every_end_is_judged_as_the_crate_does() {
        let agrees = |text: &[u8]| {
            let (mut own, mut theirs) = ([0; 6], [0; 6]);
            let len = decode(text, &mut own, Alphabet::Url);
            let other = Base64UrlUnpadded::decode(text, &mut theirs);
            assert_eq!(len, other.ok().map(<[u8]>::len), "{text:?}");
            if let Some(len) = len {
                assert_eq!(own[..len], theirs[..len], "{text:?}");
            }
        };
        let padded = |text: &[u8]| {
            let (mut own, mut theirs) = ([0; 6], [0; 6]);
            let len = decode(text, &mut own, Alphabet::Standard);
            let other = Base64::decode(text, &mut theirs);
            assert_eq!(len, other.ok().map(<[u8]>::len), "{text:?}");
        };
        for text in [
            "Zg==", "Zh==", "Zg=", "Z===", "====", "Zm8=", "Zm9=", "Zm9v====", "=Zm8",
        ] {
            padded(text.as_bytes());
        }
        let step = if cfg!(miri) { 61 } else { 1 };
        agrees(b"");
        for a in (0..=255).step_by(step) {
            agrees(&[a]);
            agrees(&[b'Z', b'm', b'9', a]);
            for b in (0..=255).step_by(step) {
                agrees(&[a, b]);
                agrees(&[b'A', a, b]);
                padded(&[b'A', b'Z', a, b]);
            }
        }
    }

    #[test]
    fn text_is_that_of_the_wide_encoder_at_every_length() {
        let source: [u8; 60] = core::array::from_fn(|at| (at * 41 + 7) as u8);
        for len in 0..=source.len() {
            let source = &source[..len];
            for (needed, alphabet) in [
                (encoded_len(len), Alphabet::Standard),
                (url_encoded_len(len), Alphabet::Url),
            ] {
                let (mut own, mut theirs) = ([0; 90], [0; 90]);
                let mut out = Writer::new(&mut own);
                put(&mut out, source, needed, alphabet);
                let own = out.finish().unwrap();
                let mut out = Writer::new(&mut theirs);
                match alphabet {
                    Alphabet::Standard => super::super::put(&mut out, source),
                    Alphabet::Url => super::super::put_url(&mut out, source),
                }
                assert_eq!(own, out.finish().unwrap(), "{len}");
                let mut buffer = [0xAA; 90];
                buffer[..len].copy_from_slice(source);
                encode_at(&mut buffer[..needed], 0, len, alphabet);
                assert_eq!(&buffer[..needed], own, "{len}");
            }
        }
    }
}
