//! The decoders against each other and against zlib, on sound, cut,
//! changed and invented streams, and the token vectors.

#![cfg(all(feature = "std", feature = "agora"))]

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::mem::MaybeUninit;
use tokenmint::Error;
use tokenmint::internals::wire::base64;
use tokenmint::internals::wire::zlib::{
    CONTENT_MAX, Compression, Exact, ExactRef, ExactScratch, Fixed, Stored, adler32,
    compressed_capacity, inflate, inflate_miniz, inflate_small,
};

/// zlib at any level, with or without a window, strategy included.
fn deflate(content: &[u8], level: i32, window: i32, strategy: i32) -> Vec<u8> {
    let mut out = vec![0; content.len() * 2 + 1_000];
    let mut state: MaybeUninit<libz_sys::z_stream> = MaybeUninit::zeroed();
    // SAFETY: an all-zero stream is what `deflateInit2_` asks for (null
    // function pointers select the default allocator) and it stays behind a
    // raw pointer until then; the pointers come from live slices with their
    // own lengths; the state is freed before return.
    unsafe {
        let strm = state.as_mut_ptr();
        let status = libz_sys::deflateInit2_(
            strm,
            level,
            libz_sys::Z_DEFLATED,
            window,
            8,
            strategy,
            libz_sys::zlibVersion(),
            size_of::<libz_sys::z_stream>() as i32,
        );
        assert_eq!(status, libz_sys::Z_OK);
        (*strm).next_in = content.as_ptr().cast_mut();
        (*strm).avail_in = content.len() as u32;
        (*strm).next_out = out.as_mut_ptr();
        (*strm).avail_out = out.len() as u32;
        assert_eq!(
            libz_sys::deflate(strm, libz_sys::Z_FINISH),
            libz_sys::Z_STREAM_END
        );
        let len = (*strm).total_out as usize;
        libz_sys::deflateEnd(strm);
        out.truncate(len);
    }
    out
}

/// zlib's verdict: content and consumed length of a complete stream.
fn zlib_inflate(stream: &[u8], room: usize) -> Option<(Vec<u8>, usize)> {
    let mut out = vec![0; room];
    let mut state: MaybeUninit<libz_sys::z_stream> = MaybeUninit::zeroed();
    // SAFETY: as in `deflate`.
    unsafe {
        let strm = state.as_mut_ptr();
        let size = size_of::<libz_sys::z_stream>() as i32;
        let status = libz_sys::inflateInit_(strm, libz_sys::zlibVersion(), size);
        assert_eq!(status, libz_sys::Z_OK);
        (*strm).next_in = stream.as_ptr().cast_mut();
        (*strm).avail_in = stream.len() as u32;
        (*strm).next_out = out.as_mut_ptr();
        (*strm).avail_out = out.len() as u32;
        let status = libz_sys::inflate(strm, libz_sys::Z_FINISH);
        let (left, len) = ((*strm).avail_in as usize, (*strm).total_out as usize);
        libz_sys::inflateEnd(strm);
        out.truncate(len);
        (status == libz_sys::Z_STREAM_END).then_some((out, stream.len() - left))
    }
}

/// What both decoders make of a stream; they must agree to the byte, and in
/// the kind of error. The front, which asks a third first, has to say what the
/// second says.
fn judge(stream: &[u8], room: usize) -> Result<Vec<u8>, Error> {
    let run = |inflate: fn(&[u8], &mut [u8]) -> Result<usize, Error>| {
        let mut out = vec![0; room];
        inflate(stream, &mut out).map(|len| {
            out.truncate(len);
            out
        })
    };
    let (small, miniz) = (run(inflate_small), run(inflate_miniz));
    assert_eq!(run(inflate), miniz, "{stream:02x?}");
    match (&small, &miniz) {
        (Ok(left), Ok(right)) => assert!(left == right, "content differs: {stream:02x?}"),
        (Err(left), Err(right)) => {
            assert_eq!(left.code(), right.code(), "{left} {right} {stream:02x?}");
        }
        _ => panic!("{small:?} {miniz:?} {stream:02x?}"),
    }
    small
}

/// A small generator; the tests need reproducible variety, nothing more.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        ((self.next() >> 33) as usize) % limit
    }
}

fn content(random: &mut Random) -> Vec<u8> {
    let len = random.below(600);
    let spread = 1 + random.below(200);
    let base = random.next() as u8;
    let mut content: Vec<u8> = (0..len)
        .map(|_| base.wrapping_add((random.below(spread) & random.below(256)) as u8))
        .collect();
    if len > 100 {
        let (from, to) = (random.below(len - 60), random.below(len - 60));
        content.copy_within(from..from + 60, to);
    }
    content
}

/// Blocks with a random but mostly sound header of code lengths, and random
/// bits behind it.
fn invented(random: &mut Random) -> Vec<u8> {
    let mut bits = Vec::new();
    let mut put = |value: usize, count: usize| {
        bits.extend((0..count).map(|bit| value >> bit & 1 == 1));
    };
    put(0b101, 3);
    let literals = 257 + random.below(32).min(random.below(40));
    let distances = 1 + random.below(32);
    put((literals - 257) & 31, 5);
    put(distances - 1, 5);
    put(15, 4);
    // Five-bit codes are not complete with 19 symbols; this set is: 13 codes
    // of four bits and 6 of five.
    let five = [16, 17, 18, 1, 2, 15];
    let order = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ];
    for symbol in order {
        put(if five.contains(&symbol) { 5 } else { 4 }, 3);
    }
    let code_of = |wanted: usize| {
        let mut code = 0;
        for length in [4, 5] {
            for symbol in 0..19 {
                if five.contains(&symbol) == (length == 5) {
                    if symbol == wanted {
                        return (code, length);
                    }
                    code += 1;
                }
            }
            code <<= 1;
        }
        unreachable!("every symbol has a code")
    };
    let send = |put: &mut dyn FnMut(usize, usize), symbol: usize| {
        let (code, length) = code_of(symbol);
        for bit in (0..length).rev() {
            put(code >> bit & 1, 1);
        }
    };
    // Either a sound set (as many codes of each length as fill it) or noise.
    for total in [literals, distances] {
        let mut set = vec![0; total];
        match random.below(8) {
            0 => set.fill_with(|| random.below(16)),
            1 => set[random.below(total)] = 1 + random.below(2),
            2 => {}
            _ => {
                // Split the whole code space until there are enough leaves.
                let mut leaves = vec![0_usize];
                let wanted = 1 + random.below(total.min(60));
                while leaves.len() < wanted {
                    let at = random.below(leaves.len());
                    if leaves[at] < 15 {
                        leaves[at] += 1;
                        leaves.push(leaves[at]);
                    }
                }
                if random.below(12) == 0 {
                    leaves.pop();
                }
                for (at, leaf) in leaves.into_iter().enumerate() {
                    // Low symbols, the end of the block, then anywhere.
                    let place = match at {
                        0 if total > 256 => 256,
                        _ => random.below(total),
                    };
                    if set[place] == 0 {
                        set[place] = leaf;
                    } else if let Some(free) = set.iter().position(|&of| of == 0) {
                        set[free] = leaf;
                    }
                }
            }
        }
        let mut at = 0;
        while at < total {
            let zeros = set[at..].iter().take_while(|&&of| of == 0).count();
            if zeros >= 11 {
                let run = zeros.min(138);
                send(&mut put, 18);
                put(run - 11, 7);
                at += run;
            } else if zeros >= 3 {
                send(&mut put, 17);
                put(zeros - 3, 3);
                at += zeros;
            } else {
                send(&mut put, set[at]);
                at += 1;
            }
        }
    }
    for _ in 0..random.below(60) {
        put(random.below(256), 8);
    }
    let bytes = bits.chunks(8).map(|byte| {
        let set = byte.iter().enumerate();
        set.map(|(at, &bit)| u8::from(bit) << at).sum()
    });
    let mut stream = vec![0x78, 0x9C];
    stream.extend(bytes.collect::<Vec<u8>>());
    stream
}

/// Appends the checksum that makes a stream sound, if its blocks are.
fn with_checksum(stream: &[u8]) -> Option<Vec<u8>> {
    // Raw blocks: negative window bits, no checksum.
    let mut out = vec![0; 70_000];
    let mut state: MaybeUninit<libz_sys::z_stream> = MaybeUninit::zeroed();
    // SAFETY: as in `deflate`.
    let (status, used, len) = unsafe {
        let strm = state.as_mut_ptr();
        let size = size_of::<libz_sys::z_stream>() as i32;
        let status = libz_sys::inflateInit2_(strm, -15, libz_sys::zlibVersion(), size);
        assert_eq!(status, libz_sys::Z_OK);
        (*strm).next_in = stream[2..].as_ptr().cast_mut();
        (*strm).avail_in = stream.len() as u32 - 2;
        (*strm).next_out = out.as_mut_ptr();
        (*strm).avail_out = out.len() as u32;
        let status = libz_sys::inflate(strm, libz_sys::Z_FINISH);
        let (used, len) = ((*strm).total_in as usize, (*strm).total_out as usize);
        libz_sys::inflateEnd(strm);
        (status, used, len)
    };
    (status == libz_sys::Z_STREAM_END).then(|| {
        let mut sound = stream[..2 + used].to_vec();
        sound.extend(adler32(&out[..len]).to_be_bytes());
        sound
    })
}

#[test]
fn decoders_agree() {
    let mut random = Random(0x0123_4567_89AB_CDEF);
    let (mut streams, mut accepted) = (0, 0);
    let mut run = |stream: &[u8], room: usize| {
        let verdict = judge(stream, room);
        let zlib = zlib_inflate(stream, room);
        match (&verdict, &zlib) {
            (Ok(content), Some((theirs, used))) => {
                assert!(content == theirs && *used == stream.len(), "{stream:02x?}");
            }
            // zlib leaves what follows to its caller.
            (Err(Error::TrailingData { at }), Some((_, used))) => assert_eq!(at, used),
            (Ok(_), None) => {
                // Only the window size is judged differently.
                assert!(stream[0] >> 4 < 7, "{stream:02x?}");
            }
            (Err(error), Some(_)) => panic!("{error} but zlib accepts {stream:02x?}"),
            (Err(_), None) => {}
        }
        streams += 1;
        accepted += usize::from(verdict.is_ok());
    };
    for round in 0..6_000 {
        let content = content(&mut random);
        let level = random.below(10) as i32;
        let strategy = random.below(5) as i32;
        let window = 9 + random.below(7) as i32;
        let stream = deflate(&content, level, window, strategy);
        run(&stream, content.len());
        if content.len() > 1 {
            run(&stream, random.below(content.len()));
        }
        run(&stream[..random.below(stream.len())], 700);
        for _ in 0..2 {
            let mut changed = stream.clone();
            for _ in 0..1 + random.below(3) {
                // Not the header: that has its own test of every value.
                let at = 2 + random.below(stream.len() - 2);
                changed[at] ^= 1 << random.below(8);
            }
            run(&changed, 2_000);
            // The same damage, but with a checksum that fits.
            if let Some(sound) = with_checksum(&changed) {
                run(&sound, 70_000);
            }
        }
        if round % 4 == 0 {
            let mut longer = stream.clone();
            longer.extend((0..1 + random.below(5)).map(|_| random.next() as u8));
            run(&longer, content.len());
        }
    }
    for _ in 0..20_000 {
        let stream = invented(&mut random);
        run(&stream, 2_000);
        if let Some(sound) = with_checksum(&stream) {
            run(&sound, 70_000);
        }
    }
    for _ in 0..5_000 {
        let mut stream = vec![0x78, 0x9C];
        stream.extend((0..random.below(80)).map(|_| random.next() as u8));
        run(&stream, 2_000);
    }
    println!("inflate differential: {streams} streams, {accepted} accepted");
    assert!(streams >= 50_000 && accepted >= 10_000);
}

#[test]
fn bombs_are_refused() {
    for size in [CONTENT_MAX + 1, 4 * 1024 * 1024] {
        let bomb = deflate(&vec![0; size], 9, 15, 0);
        for room in [CONTENT_MAX, CONTENT_MAX + 1, size] {
            let too_large = Err(Error::TooLarge { max: CONTENT_MAX });
            assert_eq!(judge(&bomb, room), too_large, "{size} into {room}");
        }
        let needed = CONTENT_MAX;
        assert_eq!(judge(&bomb, 5_000), Err(Error::BufferTooSmall { needed }));
    }
    let most = deflate(&vec![0; CONTENT_MAX], 9, 15, 0);
    assert_eq!(judge(&most, CONTENT_MAX), Ok(vec![0; CONTENT_MAX]));
}

fn hex(text: &str) -> Vec<u8> {
    let nibble = |digit: u8| char::from(digit).to_digit(16).unwrap() as u8;
    text.as_bytes()
        .chunks(2)
        .map(|two| nibble(two[0]) << 4 | nibble(two[1]))
        .collect()
}

fn payload(token: &str) -> Vec<u8> {
    let text = &token[3..];
    let mut out = vec![0; text.len()];
    let len = base64::decode(text.as_bytes(), 0, &mut out).unwrap().len();
    out.truncate(len);
    out
}

#[test]
fn token_vectors() {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("vectors/agora.json")).unwrap();
    let text = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap().to_owned();
    let mut seen = BTreeMap::new();

    for alternate in vectors["decode_alternates"].as_array().unwrap() {
        let stream = payload(&text(alternate, "token"));
        let content = hex(&text(alternate, "content_hex"));
        assert_eq!(
            judge(&stream, CONTENT_MAX),
            Ok(content),
            "{}",
            alternate["id"]
        );
        *seen.entry("alternates").or_insert(0) += 1;
    }

    let mut exact = Exact;
    let mut lean = ExactScratch::<0>::new();
    for case in vectors["cases"].as_array().unwrap() {
        if case["format"] != "007" {
            continue;
        }
        let stream = payload(&text(case, "token"));
        let content = hex(&text(case, "content_hex"));
        assert_eq!(
            judge(&stream, CONTENT_MAX),
            Ok(content.clone()),
            "{}",
            case["id"]
        );
        *seen.entry("tokens").or_insert(0) += 1;
        if case["zlib6"] == true {
            let mut out = vec![0; compressed_capacity(content.len())];
            let len = exact.compress(&content, &mut out).unwrap();
            assert_eq!(out[..len], stream, "{}", case["id"]);
            let len = ExactRef::new(&mut lean)
                .compress(&content, &mut out)
                .unwrap();
            assert_eq!(out[..len], stream, "{}", case["id"]);
            *seen.entry("zlib6").or_insert(0) += 1;
        }
    }

    for case in vectors["invalid"].as_array().unwrap() {
        let id = text(case, "id");
        let code = match case["expect"]["error"].as_str().unwrap() {
            "bad-compression" => -32,
            "too-large" => -33,
            "trailing-data" if id.contains("zlib") => -35,
            _ => continue,
        };
        let stream = payload(&text(case, "token"));
        let error = judge(&stream, CONTENT_MAX).unwrap_err();
        assert_eq!(error.code(), code, "{id}");
        *seen.entry("invalid").or_insert(0) += 1;
    }
    println!("{seen:?}");
    for (kind, least) in [
        ("alternates", 20),
        ("tokens", 109),
        ("zlib6", 95),
        ("invalid", 6),
    ] {
        assert!(seen[kind] >= least, "{kind}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_strength_comes_back(content in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let mut out = vec![0; compressed_capacity(content.len())];
        let mut scratch = ExactScratch::<512>::new();
        let lengths = [
            Stored.compress(&content, &mut out.clone()).unwrap(),
            Fixed.compress(&content, &mut out.clone()).unwrap(),
            Exact.compress(&content, &mut out.clone()).unwrap(),
        ];
        for (strength, len) in lengths.into_iter().enumerate() {
            let again = match strength {
                0 => Stored.compress(&content, &mut out),
                1 => Fixed.compress(&content, &mut out),
                _ => ExactRef::new(&mut scratch).compress(&content, &mut out),
            };
            prop_assert_eq!(again, Ok(len));
            prop_assert_eq!(judge(&out[..len], content.len()), Ok(content.clone()));
        }
    }

    #[test]
    fn any_bytes_give_a_verdict(stream in proptest::collection::vec(any::<u8>(), 0..300), room in 0..600_usize) {
        let _ = judge(&stream, room);
        let mut framed = vec![0x78, 0xDA];
        framed.extend(&stream);
        let _ = judge(&framed, room);
    }
}

#[test]
fn the_front_uses_a_decoder() {
    let mut out = [0; 3];
    let stream = deflate(b"abc", 6, 15, 0);
    assert_eq!(inflate(&stream, &mut out), Ok(3));
    assert_eq!(&out, b"abc");
}
