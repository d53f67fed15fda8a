//! Several groups at once, for the registers of a host.

use base64ct::{Base64, Base64UrlUnpadded, Encoding};

use super::Alphabet;
use crate::buffer::Writer;

/// Appends `bytes`, as `needed` characters.
pub(super) fn put(out: &mut Writer<'_>, bytes: &[u8], _needed: usize, alphabet: Alphabet) {
    let (fours, rest) = bytes.as_chunks();
    for four in fours {
        out.put(&characters_of_four(four, alphabet));
    }
    for group in rest.chunks(3) {
        let group = Group::of(group, alphabet);
        if alphabet == Alphabet::Standard {
            out.put(&group.padded());
        } else {
            out.put(group.unpadded());
        }
    }
}

/// Encodes the first `len` bytes, in place: the text begins at `at` and ends with
/// `buffer`.
pub(super) fn encode_at(buffer: &mut [u8], at: usize, len: usize, alphabet: Alphabet) {
    let read = buffer.len().saturating_sub(len);
    buffer.copy_within(..len, read);
    let (mut read, mut written) = (read, at);
    // The gap between the two is never less than what is still to be written
    // in excess of what is still to be read, so writing cannot overtake.
    while let Some(groups) = buffer.get(read..).and_then(<[u8]>::first_chunk) {
        let text = characters_of_four(groups, alphabet);
        let place = buffer.get_mut(written..);
        if let Some(place) = place.and_then(<[u8]>::first_chunk_mut) {
            *place = text;
        }
        read = read.saturating_add(12);
        written = written.saturating_add(16);
    }
    while let Some(group) = buffer.get(read..).filter(|group| !group.is_empty()) {
        let group = Group::of(group, alphabet);
        let text = &group.padded();
        for (to, from) in buffer.iter_mut().skip(written).zip(text) {
            *to = *from;
        }
        read = read.saturating_add(3);
        written = written.saturating_add(4);
    }
}

/// Decodes to the front of `out`; gives the number of bytes, unless the text is not
/// canonical.
pub(super) fn decode(text: &[u8], out: &mut [u8], alphabet: Alphabet) -> Option<usize> {
    let decoded = if alphabet == Alphabet::Standard {
        Base64::decode(text, out)
    } else {
        Base64UrlUnpadded::decode(text, out)
    };
    decoded.ok().map(<[u8]>::len)
}

/// The text of up to three bytes.
struct Group {
    text: [u8; 4],
    len: usize,
}

impl Group {
    /// Of the first three bytes of `bytes`, or fewer.
    fn of(bytes: &[u8], alphabet: Alphabet) -> Self {
        if let Some(three) = bytes.first_chunk() {
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
    fn padded(&self) -> [u8; 4] {
        let mut text = self.text;
        if let Some(rest) = text.get_mut(self.len..) {
            rest.fill(b'=');
        }
        text
    }
}

/// The first three bytes, zeros where there are fewer.
fn three_of(bytes: &[u8]) -> [u8; 3] {
    let at = |index: usize| bytes.get(index).copied().unwrap_or(0);
    [at(0), at(1), at(2)]
}

/// The text of four groups.
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
fn characters([a, b, c]: [u8; 3], alphabet: Alphabet) -> [u8; 4] {
    let [down, up] = alphabet.last_steps().map(|step| step.wrapping_mul(each(1)));
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

/// Four bytes of the same value.
#[inline]
const fn each(value: u8) -> u32 {
    u32::from_le_bytes([value; 4])
}
