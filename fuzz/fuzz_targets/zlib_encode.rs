//! The three strengths: `Exact` against zlib to the byte, and every stream
//! through every decoder.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tokenmint::Error;
use tokenmint::internals::wire::zlib::{
    CONTENT_MAX, Compression, EXACT_MAX, Exact, ExactRef, ExactScratch, Fixed, Stored,
    compressed_capacity, inflate_miniz, inflate_small,
};
use tokenmint_fuzz::zlib;

/// A search without memory takes time with the square of the length.
const RESCAN_MAX: usize = 2_000;

fn check(content: &[u8], mut compression: impl Compression) -> Vec<u8> {
    let max = compressed_capacity(content.len());
    let mut out = vec![0xA5; max + 16];
    let short = compression.compress(content, &mut out[..max - 1]);
    assert_eq!(short, Err(Error::BufferTooSmall { needed: max }));
    out.fill(0xA5);
    let len = compression
        .compress(content, &mut out[..max])
        .expect("room enough");
    assert_eq!(out[max..], [0xA5; 16]);
    out.truncate(len);
    assert_eq!(zlib::inflate(&out, content.len()).as_deref(), Some(content));
    for inflate in [inflate_small, inflate_miniz] {
        let mut back = vec![0; content.len()];
        assert_eq!(inflate(&out, &mut back), Ok(content.len()));
        assert!(back == content);
    }
    out
}

/// A byte of flags, a byte of repetitions, and what is repeated: long contents
/// from short inputs.
fn content(data: &[u8]) -> Vec<u8> {
    let Some(([flags, times], part)) = data.split_first_chunk() else {
        return Vec::new();
    };
    if flags % 4 != 0 {
        return part.to_vec();
    }
    let mut content = Vec::new();
    for round in 0..=*times {
        content.extend(part);
        if flags & 4 != 0 {
            content.push(round);
        }
        if flags & 8 != 0 {
            content.extend(std::iter::repeat_n(round, usize::from(round)));
        }
    }
    content.truncate(CONTENT_MAX);
    content
}

fuzz_target!(|data: &[u8]| {
    let content = content(data);
    check(&content, Stored);
    check(&content, Fixed);
    let exact = check(&content, Exact);
    if content.len() <= EXACT_MAX {
        assert!(exact == zlib::compress(&content));
    }
    if content.len() <= RESCAN_MAX {
        let rescan = check(&content, ExactRef::new(&mut ExactScratch::<0>::new()));
        assert!(rescan == exact);
    }
});
