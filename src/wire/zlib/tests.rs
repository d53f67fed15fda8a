//! What holds for every strength, and the decoders on known streams.

extern crate std;

use super::*;
use std::vec;
use std::vec::Vec;

fn compress(mut strength: impl Compression, content: &[u8]) -> Vec<u8> {
    let mut out = vec![0xAA; compressed_capacity(content.len())];
    let len = strength.compress(content, &mut out).unwrap();
    out.truncate(len);
    out
}

fn both(stream: &[u8], room: usize) -> Result<Vec<u8>, Error> {
    let run = |inflate: fn(&[u8], &mut [u8]) -> Result<usize, Error>| {
        let mut out = vec![0; room];
        inflate(stream, &mut out).map(|len| out[..len].to_vec())
    };
    let small = run(inflate_small);
    #[cfg(feature = "std")]
    {
        let miniz = run(inflate_miniz);
        assert_eq!(small.as_ref().ok(), miniz.as_ref().ok());
        assert_eq!(
            small.as_ref().err().map(Error::code),
            miniz.as_ref().err().map(Error::code)
        );
    }
    small
}

#[test]
#[cfg_attr(miri, ignore = "262,144 lengths")]
fn the_bound_never_decreases_and_is_met() {
    let mut last = 0;
    for len in 0..=CONTENT_MAX {
        let bound = compressed_capacity(len);
        assert!(bound > last, "content of {len}");
        last = bound;
    }
    assert_eq!(compressed_capacity(0), 11);
    assert_eq!(compressed_capacity(16_383), 16_394);
    assert_eq!(compressed_capacity(16_384), 16_400);
    assert_eq!(compressed_capacity(131_070), 131_086);
    assert_eq!(compressed_capacity(131_071), 131_092);
}

#[test]
fn outputs_below_the_bound_are_refused_whether_or_not_they_would_do() {
    let mut out = [0; 110];
    let content = [0; 100];
    let refused = Err(Error::BufferTooSmall { needed: 111 });
    assert_eq!(Stored.compress(&content, &mut out), refused);
    assert_eq!(Fixed.compress(&content, &mut out), refused);
    assert_eq!(Exact.compress(&content, &mut out), refused);
}

#[test]
#[cfg_attr(miri, ignore = "a quarter of a megabyte")]
fn the_largest_content_and_one_more() {
    let content = vec![b'a'; CONTENT_MAX + 1];
    let most = &content[..CONTENT_MAX];
    let refused = Err(Error::ContentTooLarge { max: CONTENT_MAX });
    let mut out = vec![0; compressed_capacity(CONTENT_MAX + 1)];
    assert_eq!(Stored.compress(&content, &mut out), refused);
    assert_eq!(Fixed.compress(&content, &mut out), refused);
    assert_eq!(Exact.compress(&content, &mut out), refused);
    for stream in [
        compress(Stored, most),
        compress(Fixed, most),
        compress(Exact, most),
    ] {
        assert_eq!(both(&stream, CONTENT_MAX).as_deref(), Ok(most));
        assert_eq!(both(&stream, CONTENT_MAX + 9).as_deref(), Ok(most));
        assert_eq!(
            both(&stream, CONTENT_MAX - 1),
            Err(Error::BufferTooSmall {
                needed: CONTENT_MAX
            })
        );
    }
}

#[test]
#[cfg_attr(miri, ignore = "a quarter of a megabyte")]
fn content_of_one_byte_more_than_the_limit_is_too_large() {
    // Stored blocks of 65,535 bytes: four of them, and five bytes.
    let mut stream = vec![0x78, 0x01];
    for (len, last) in [
        (65_535_u16, 0),
        (65_535, 0),
        (65_535, 0),
        (65_535, 0),
        (5, 1),
    ] {
        stream.push(last);
        stream.extend(len.to_le_bytes());
        stream.extend((!len).to_le_bytes());
        stream.extend(std::iter::repeat_n(0, usize::from(len)));
    }
    for room in [CONTENT_MAX, CONTENT_MAX + 1] {
        let too_large = Err(Error::TooLarge { max: CONTENT_MAX });
        assert_eq!(both(&stream, room), too_large);
    }
}

#[test]
fn matches_are_never_longer_or_farther_than_the_content() {
    for len in [0, 1, 2, 3, 4, 5, 255, 256, 257, 258, 259, 260, 261, 517] {
        for content in [vec![b'a'; len], (0..len).map(|at| at as u8).collect()] {
            for stream in [
                compress(Stored, &content),
                compress(Fixed, &content),
                compress(Exact, &content),
            ] {
                assert_eq!(both(&stream, len).as_deref(), Ok(content.as_slice()));
                assert!(stream.len() <= compressed_capacity(len), "content of {len}");
            }
        }
    }
}

#[test]
#[cfg_attr(miri, ignore = "32,768 bytes")]
fn beyond_the_window_exact_stores() {
    for len in [EXACT_MAX, EXACT_MAX + 1] {
        let content = vec![b'a'; len];
        let stream = compress(ExactRef::new(&mut ExactScratch::<16>::new()), &content);
        assert_eq!(stream.len() < 100, len == EXACT_MAX, "content of {len}");
        assert_eq!(both(&stream, len), Ok(content));
    }
}

#[test]
fn what_a_scratch_held_before_does_not_matter() {
    let contents = [
        &b"abcabcabcabc, abcabcabcabc"[..],
        b"",
        b"a",
        &[7; 600],
        b"abcabcabcabcabc",
    ];
    let mut scratch = ExactScratch::<64>::new();
    let mut reused = ExactRef::new(&mut scratch);
    for first in contents {
        for second in contents {
            let mut out = vec![0; 700];
            reused.compress(first, &mut out).unwrap();
            let len = reused.compress(second, &mut out).unwrap();
            assert_eq!(out[..len], compress(Exact, second));
        }
    }
}

#[test]
fn fixed_streams_by_hand() {
    // Empty: one block with the end symbol alone.
    assert_eq!(
        compress(Fixed, b""),
        [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]
    );
    // 64 nine-bit codes take 8 bytes more than the content, a stored block 5.
    let content: Vec<u8> = (0x90..0xD0).collect();
    let stream = compress(Fixed, &content);
    assert_eq!(stream[..7], [0x78, 0x9C, 0x01, 64, 0, 0xBF, 0xFF]);
    assert_eq!(stream.len(), 64 + 11);
}

/// A deflate body behind a header, with the checksum of `content`.
fn framed(body: &[u8], content: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x9C];
    stream.extend(body);
    stream.extend(adler32(content).to_be_bytes());
    stream
}

#[test]
#[cfg_attr(miri, ignore = "65,536 streams")]
fn headers() {
    let stream = compress(Stored, b"abc");
    for first in 0..=255_u8 {
        for second in 0..=255_u8 {
            let mut changed = stream.clone();
            changed[..2].copy_from_slice(&[first, second]);
            let sound = first & 15 == 8
                && first >> 4 <= 7
                && second & 0x20 == 0
                && (u32::from(first) * 256 + u32::from(second)) % 31 == 0;
            let expected = if sound {
                Ok(b"abc".to_vec())
            } else {
                Err(Error::BadCompression { at: 0 })
            };
            let mut out = [0; 3];
            let got = inflate_small(&changed, &mut out).map(|len| out[..len].to_vec());
            assert_eq!(got, expected, "{first:#x} {second:#x}");
        }
    }
}

#[test]
fn every_prefix_ends_early_and_every_suffix_is_too_much() {
    let content = b"hello hello hello, 0123456789 0123456789";
    for stream in [compress(Stored, content), compress(Fixed, content)] {
        for len in 0..stream.len() {
            let error = both(&stream[..len], 100).unwrap_err();
            assert_eq!(error.code(), -32, "prefix of {len}");
        }
        let mut longer = stream.clone();
        longer.push(0);
        let at = stream.len();
        assert_eq!(both(&longer, 100), Err(Error::TrailingData { at }));
    }
}

#[test]
fn the_checksum_is_checked_in_every_bit() {
    let stream = compress(Fixed, b"checked");
    for bit in 0..32 {
        let mut changed = stream.clone();
        let at = stream.len() - 4 + bit / 8;
        changed[at] ^= 1 << (bit % 8);
        assert_eq!(both(&changed, 100).unwrap_err().code(), -32, "bit {bit}");
    }
}

#[test]
fn the_window_size_of_the_header_does_not_limit_distances() {
    // A window of 256 bytes is promised, a distance of 300 is used.
    let mut content: Vec<u8> = (0..300_u16)
        .map(|at| (at % 251) as u8 ^ (at / 251) as u8)
        .collect();
    content.extend_from_within(..10);
    let mut body = vec![0, 44, 1, 211, 254];
    body.extend(&content[..300]);
    // Last block, fixed: length 10 (symbol 264), distance 300 (symbol 16,
    // 7 extra bits, 43), end.
    let mut bits = BitString::default();
    bits.put(0b011, 3);
    bits.code(0b0001000, 7);
    bits.code(16, 5);
    bits.put(43, 7);
    bits.code(0, 7);
    body.extend(bits.bytes());
    let mut stream = framed(&body, &content);
    stream[..2].copy_from_slice(&[0x08, 0x1D]);
    assert_eq!(both(&stream, 400).as_deref(), Ok(content.as_slice()));
}

#[test]
#[cfg_attr(miri, ignore = "hundreds of thousands of blocks")]
fn blocks_that_produce_nothing_are_bounded() {
    // `count` blocks of the fixed codes with nothing in them, then the content.
    let stream = |count: usize, content: &[u8]| {
        let mut bits = BitString::default();
        for _ in 0..count {
            bits.put(0b010, 3);
            bits.code(0, 7);
        }
        bits.put(0b011, 3);
        for byte in content {
            bits.code(0x30 + u32::from(*byte), 8);
        }
        bits.code(0, 7);
        framed(&bits.bytes(), content)
    };
    for count in [0, 1, 64] {
        assert_eq!(both(&stream(count, b"abc"), 3).as_deref(), Ok(&b"abc"[..]));
    }
    for count in [65, 1000, 200_000] {
        let error = both(&stream(count, b"abc"), 3).unwrap_err();
        assert_eq!(error.code(), -32, "{count}");
    }
    // Beyond 64, blocks have 64 bytes on average: of 129 with 32, 64 are small.
    for (count, sound) in [(129, true), (130, false)] {
        let mut body = Vec::new();
        for at in 1..=count {
            body.extend([u8::from(at == count), 32, 0, 0xDF, 0xFF]);
            body.extend([at as u8; 32]);
        }
        let content: Vec<u8> = (1..=count).flat_map(|at| [at as u8; 32]).collect();
        let inflated = both(&framed(&body, &content), content.len());
        assert_eq!(inflated.is_ok(), sound, "{count}");
    }
    // Stored blocks of 64 bytes are a content, whatever their number.
    let content = vec![7; 64 * 1000];
    let mut body = Vec::new();
    for (at, block) in content.chunks(64).enumerate() {
        body.extend([u8::from(at == 999), 64, 0, 0xBF, 0xFF]);
        body.extend(block);
    }
    let stream = framed(&body, &content);
    assert_eq!(both(&stream, content.len()).as_deref(), Ok(&content[..]));
}

/// Deflate blocks by hand.
#[derive(Default)]
pub(super) struct BitString(Vec<bool>);

impl BitString {
    pub(super) fn put(&mut self, bits: u32, count: u32) {
        self.0.extend((0..count).map(|bit| bits >> bit & 1 == 1));
    }

    /// A Huffman code: highest bit first.
    pub(super) fn code(&mut self, bits: u32, count: u32) {
        self.0
            .extend((0..count).rev().map(|bit| bits >> bit & 1 == 1));
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.0
            .chunks(8)
            .map(|byte| {
                byte.iter()
                    .enumerate()
                    .map(|(at, &bit)| u8::from(bit) << at)
                    .sum()
            })
            .collect()
    }

    /// The header of a last dynamic block with these code lengths, each sent
    /// plainly in a complete code of five bits over 0-15 (with 16-18 unused).
    fn dynamic(literals: &[(usize, u8)], last_literal: usize, distances: &[u8]) -> Self {
        let mut bits = Self::default();
        bits.put(0b101, 3);
        bits.put(last_literal as u32 + 1 - 257, 5);
        bits.put(distances.len() as u32 - 1, 5);
        bits.put(19 - 4, 4);
        for symbol in codes::CODE_LENGTH_ORDER {
            bits.put(if symbol < 16 { 4 } else { 0 }, 3);
        }
        for symbol in 0..=last_literal {
            let length = literals.iter().find(|of| of.0 == symbol);
            bits.code(u32::from(length.map_or(0, |of| of.1)), 4);
        }
        for &length in distances {
            bits.code(u32::from(length), 4);
        }
        bits
    }
}

#[test]
fn code_sets_are_judged_as_zlib_judges_them() {
    type Case<'a> = (&'a str, &'a [(usize, u8)], &'a [u8], &'a [(u32, u32)], bool);
    let cases: &[Case<'_>] = &[
        (
            "complete",
            &[(97, 1), (256, 1)],
            &[0],
            &[(0, 1), (1, 1)],
            true,
        ),
        ("end of block alone", &[(256, 1)], &[0], &[(0, 1)], true),
        (
            "end of block alone, the other bit",
            &[(256, 1)],
            &[0],
            &[(1, 1)],
            false,
        ),
        ("one code of two bits", &[(256, 2)], &[0], &[(0, 2)], false),
        (
            "incomplete",
            &[(97, 2), (98, 2), (256, 2)],
            &[0],
            &[(2, 2)],
            false,
        ),
        (
            "over-subscribed",
            &[(97, 1), (98, 1), (256, 1)],
            &[0],
            &[(1, 1)],
            false,
        ),
        (
            "over-subscribed at the end",
            &[(97, 1), (98, 2), (99, 2), (256, 15)],
            &[0],
            &[(0, 1)],
            false,
        ),
        ("no codes at all", &[], &[0], &[(0, 1)], false),
        (
            "no end of block",
            &[(97, 1), (98, 1)],
            &[0],
            &[(0, 1), (1, 1)],
            false,
        ),
        // "a", then a match of 3 at distance 1.
        (
            "one distance",
            &[(97, 2), (256, 2), (257, 1)],
            &[1],
            &[(2, 2), (0, 1), (0, 1), (3, 2)],
            true,
        ),
        (
            "one distance, the other bit",
            &[(97, 2), (256, 2), (257, 1)],
            &[1],
            &[(2, 2), (0, 1), (1, 1), (3, 2)],
            false,
        ),
        (
            "no distance",
            &[(97, 2), (256, 2), (257, 1)],
            &[0],
            &[(2, 2), (0, 1), (0, 1), (3, 2)],
            false,
        ),
        (
            "one distance of two bits",
            &[(97, 1), (256, 1)],
            &[2],
            &[(0, 1), (1, 1)],
            false,
        ),
        (
            "two distances",
            &[(97, 2), (256, 2), (257, 1)],
            &[1, 1],
            &[(2, 2), (0, 1), (0, 1), (3, 2)],
            true,
        ),
        (
            "distance before the start",
            &[(97, 2), (256, 2), (257, 1)],
            &[1, 1],
            &[(2, 2), (0, 1), (1, 1), (3, 2)],
            false,
        ),
        (
            "three distances of one bit",
            &[(97, 1), (256, 1)],
            &[1, 1, 1],
            &[(0, 1), (1, 1)],
            false,
        ),
        (
            "length symbol 286 does not exist",
            &[(97, 1), (256, 1), (286, 0)],
            &[0],
            &[(0, 1), (1, 1)],
            false,
        ),
        (
            "31 distances",
            &[(97, 1), (256, 1)],
            &[0; 31],
            &[(0, 1), (1, 1)],
            false,
        ),
        (
            "30 distances",
            &[(97, 1), (256, 1)],
            &[0; 30],
            &[(0, 1), (1, 1)],
            true,
        ),
    ];
    // A sound one and a few that are none are enough for Miri.
    let step = if cfg!(miri) { 5 } else { 1 };
    for (name, literals, distances, symbols, sound) in cases.iter().step_by(step) {
        let last = literals.last().map_or(256, |of| of.0.max(256));
        let mut bits = BitString::dynamic(literals, last, distances);
        for &(code, count) in *symbols {
            bits.code(code, count);
        }
        let mut accepted = false;
        for content in [&b""[..], b"a", b"ab", b"aaaa"] {
            if let Ok(inflated) = both(&framed(&bits.bytes(), content), 100) {
                assert_eq!(inflated, content, "{name}");
                accepted = true;
            }
        }
        assert_eq!(accepted, *sound, "{name}");
    }
}

#[cfg(feature = "doctor")]
#[test]
fn blocks_without_a_frame_end_in_four_ways() {
    let stream = compress(Stored, b"abc");
    let (blocks, mut out) = (&stream[2..], [0; 3]);
    let whole = Blocks::Whole {
        consumed: 8,
        written: 3,
    };
    assert_eq!(inflate_blocks(blocks, &mut out), whole);
    assert_eq!(&out, b"abc");
    for len in 0..8 {
        assert_eq!(inflate_blocks(&blocks[..len], &mut out), Blocks::Cut);
    }
    assert_eq!(inflate_blocks(&[0b111, 0, 0], &mut out), Blocks::Malformed);
    assert_eq!(inflate_blocks(blocks, &mut out[..2]), Blocks::Full);
}

#[test]
fn block_type_three_and_bad_complements() {
    for body in [&[0b111][..], &[0x01, 5, 0, 0, 0, 1, 2, 3, 4, 5]] {
        let error = both(&framed(body, b""), 100).unwrap_err();
        assert_eq!(error.code(), -32);
    }
    // Bits of the complement that the length has, too.
    let content = &[1, 2, 3, 4, 5];
    for complement in [[0xFA, 0xFF], [0xFF, 0xFF], [0xFA, 0xFE]] {
        let mut body = vec![0x01, 5, 0];
        body.extend(complement);
        body.extend(content);
        let sound = complement == [0xFA, 0xFF];
        assert_eq!(both(&framed(&body, content), 100).is_ok(), sound);
    }
}

#[test]
fn fixed_codes_that_must_not_occur() {
    // Literal and length symbols 286 and 287; distance symbols 30 and 31.
    for code in [0b1100_0110, 0b1100_0111] {
        let mut bits = BitString::default();
        bits.put(0b011, 3);
        bits.code(code, 8);
        bits.code(0, 7);
        assert_eq!(
            both(&framed(&bits.bytes(), b""), 9).unwrap_err().code(),
            -32
        );
    }
    for code in [30, 31] {
        let mut bits = BitString::default();
        bits.put(0b011, 3);
        bits.code(0x30 + 97, 8);
        bits.code(1, 7);
        bits.code(code, 5);
        bits.put(0, 14);
        bits.code(0, 7);
        assert_eq!(
            both(&framed(&bits.bytes(), b"aaaa"), 9).unwrap_err().code(),
            -32
        );
    }
}
