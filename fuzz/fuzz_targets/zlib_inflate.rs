//! Our decoder, `miniz_oxide` and zlib on any bytes, also with the checksums
//! made right so that the blocks matter.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tokenmint::Error;
use tokenmint::internals::wire::zlib::{
    CONTENT_MAX, adler32, inflate, inflate_miniz, inflate_small,
};
use tokenmint_fuzz::zlib;

const ROOM: usize = 4_096;

fn run(
    decoder: fn(&[u8], &mut [u8]) -> Result<usize, Error>,
    stream: &[u8],
    room: usize,
) -> Result<Vec<u8>, Error> {
    let mut out = vec![0xA5; room + 16];
    let result = decoder(stream, &mut out[..room]);
    assert_eq!(out[room..], [0xA5; 16], "written behind");
    result.map(|len| {
        out.truncate(len);
        out
    })
}

fn judge(stream: &[u8], room: usize) -> Result<Vec<u8>, Error> {
    let small = run(inflate_small, stream, room);
    let miniz = run(inflate_miniz, stream, room);
    match (&small, &miniz) {
        (Ok(small), Ok(miniz)) => assert!(small == miniz),
        (Err(small), Err(miniz)) => assert_eq!(small.code(), miniz.code(), "{small} {miniz}"),
        _ => panic!("{small:?} {miniz:?}"),
    }
    assert_eq!(run(inflate, stream, room), miniz);
    small
}

fn compare(stream: &[u8]) {
    let ours = judge(stream, ROOM);
    // zlib holds the window size against the distances; with the largest one
    // the answers have to be the same.
    let largest = stream.first().is_some_and(|byte| *byte == 0x78);
    match (&ours, zlib::inflate(stream, ROOM)) {
        (Ok(ours), Some(theirs)) => assert!(*ours == theirs),
        (Ok(_), None) => assert!(!largest, "zlib refuses what was read"),
        (Err(error), Some(_)) => panic!("zlib reads what was refused: {error}"),
        (Err(_), None) => {}
    }
    match ours {
        Err(Error::BufferTooSmall { .. }) => {
            if let Ok(content) = judge(stream, CONTENT_MAX) {
                assert!(content.len() > ROOM);
            }
        }
        Ok(content) => {
            // A room of exactly the content, and one byte less.
            assert!(judge(stream, content.len()).as_ref() == Ok(&content));
            if let Some(less) = content.len().checked_sub(1) {
                assert!(judge(stream, less).is_err());
            }
        }
        Err(_) => {}
    }
}

fuzz_target!(|data: &[u8]| {
    compare(data);
    let mut framed = vec![0x78, 0x9C];
    framed.extend(data);
    framed.extend([0; 4]);
    compare(&framed);
    if let Some(content) = zlib::inflate_raw(data, ROOM) {
        let end = framed.len() - 4;
        framed[end..].copy_from_slice(&adler32(&content).to_be_bytes());
        compare(&framed);
    }
});
