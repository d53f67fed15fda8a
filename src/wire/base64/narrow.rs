//! One character after the other: the least code, for devices.

use core::cell::Cell;
use core::ops::Range;

use super::{Alphabet, STANDARD, character};
use crate::buffer::Writer;

/// Appends the `needed` characters of `bytes`.
#[inline(never)]
pub(super) fn put(out: &mut Writer<'_>, bytes: &[u8], needed: usize, alphabet: Alphabet) {
    let room = out.room(needed);
    for (to, from) in room.iter_mut().rev().zip(bytes.iter().rev()) {
        *to = *from;
    }
    let read = room.len().saturating_sub(bytes.len());
    encode(room, read, 0..needed, alphabet);
}

/// Encodes the first `len` bytes of `text`, which is as long as their characters.
pub(super) fn encode_in_place(text: &mut [u8], len: usize, alphabet: Alphabet) {
    move_to_tail(text, len);
    let needed = text.len();
    encode(text, needed.saturating_sub(len), 0..needed, alphabet);
}

/// Encodes what stands from `read` on, as `needed` characters.
pub(super) fn encode_all(buffer: &mut [u8], read: usize, needed: usize, alphabet: Alphabet) {
    encode(buffer, read, 0..needed, alphabet);
}

/// Moves the first `len` bytes of `buffer` to its end. (`copy_within` would do the
/// same and link a panic.)
#[inline(never)]
pub(super) fn move_to_tail(buffer: &mut [u8], len: usize) {
    let cells = Cell::from_mut(buffer).as_slice_of_cells();
    let content = cells.get(..len).unwrap_or_default();
    for (to, from) in cells.iter().rev().zip(content.iter().rev()) {
        to.set(from.get());
    }
}

/// Writes the characters of what stands from `read` on to the places of `written`,
/// with padding where the content has ended. Whoever calls makes sure that what is
/// still to be written in excess of what is still to be read fits between the two:
/// then writing cannot overtake.
#[cfg_attr(target_os = "none", inline(never))]
pub(super) fn encode(buffer: &mut [u8], read: usize, written: Range<usize>, alphabet: Alphabet) {
    let cells = Cell::from_mut(buffer).as_slice_of_cells();
    let places = cells.get(written).unwrap_or_default();
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
        place.set(character(held >> bits & 0x3F, alphabet));
    }
}

/// Decodes to the front of `out`, which has room; gives the number of bytes, unless
/// the text is not canonical.
pub(super) fn decode(text: &[u8], out: &mut [u8], alphabet: Alphabet) -> Option<usize> {
    let mut text = text;
    if alphabet == STANDARD {
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

    use super::super::{URL, encoded_len, url_encoded_len};
    use super::*;

    /// Against the crate: every pair and some triples of characters, as the end of
    /// a text.
    #[test]
    fn every_end_is_judged_as_the_crate_does() {
        let agrees = |text: &[u8]| {
            let (mut own, mut theirs) = ([0; 6], [0; 6]);
            let len = decode(text, &mut own, URL);
            let other = Base64UrlUnpadded::decode(text, &mut theirs);
            assert_eq!(len, other.ok().map(<[u8]>::len), "{text:?}");
            if let Some(len) = len {
                assert_eq!(own[..len], theirs[..len], "{text:?}");
            }
        };
        let padded = |text: &[u8]| {
            let (mut own, mut theirs) = ([0; 6], [0; 6]);
            let len = decode(text, &mut own, STANDARD);
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
            for (needed, alphabet) in [(encoded_len(len), STANDARD), (url_encoded_len(len), URL)] {
                let (mut own, mut theirs) = ([0; 90], [0; 90]);
                let mut out = Writer::new(&mut own);
                put(&mut out, source, needed, alphabet);
                let own = out.finish().unwrap();
                let mut out = Writer::new(&mut theirs);
                match alphabet {
                    STANDARD => super::super::put(&mut out, source),
                    _ => super::super::put_url(&mut out, source),
                }
                assert_eq!(own, out.finish().unwrap(), "{len}");
                let mut buffer = [0xAA; 90];
                buffer[..len].copy_from_slice(source);
                move_to_tail(&mut buffer[..needed], len);
                encode(&mut buffer[..needed], needed - len, 0..needed, alphabet);
                assert_eq!(&buffer[..needed], own, "{len}");
            }
        }
    }
}
