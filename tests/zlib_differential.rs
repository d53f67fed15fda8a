//! `Exact` against zlib itself, and every stream through every decoder.

#![cfg(all(feature = "std", feature = "agora"))]

use std::fmt::Write as _;
use std::mem::MaybeUninit;
use tokenmint::internals::wire::zlib::{
    Compression, Costs, EXACT_MAX, Exact, ExactRef, ExactScratch, Fixed, Stored,
    compressed_capacity, inflate_miniz, inflate_small,
};

/// zlib, level 6, one call.
fn zlib6(content: &[u8], out: &mut Vec<u8>) {
    // SAFETY: every pointer comes from a live slice with its own length;
    // `out` has at least `compressBound` bytes.
    unsafe {
        let bound = libz_sys::compressBound(content.len() as libz_sys::uLong);
        out.clear();
        out.resize(bound as usize, 0);
        let mut len = bound;
        let status = libz_sys::compress2(
            out.as_mut_ptr(),
            &raw mut len,
            content.as_ptr(),
            content.len() as libz_sys::uLong,
            6,
        );
        assert_eq!(status, libz_sys::Z_OK);
        out.truncate(len as usize);
    }
}

/// zlib's verdict on a stream whose content has at most `room` bytes: the
/// content, or nothing where it is refused or something follows the stream.
fn zlib_inflate(stream: &[u8], room: usize) -> Option<Vec<u8>> {
    let mut out = vec![0; room + 1];
    // SAFETY: all-zero is a valid `z_stream` for `inflateInit_` (null function
    // pointers select the default allocator); input and output pointers are
    // live slices with their own lengths; the state is freed before return.
    unsafe {
        let mut state = zeroed_stream();
        let init = libz_sys::inflateInit_(
            state.as_mut_ptr(),
            libz_sys::zlibVersion(),
            size_of::<libz_sys::z_stream>() as i32,
        );
        assert_eq!(init, libz_sys::Z_OK);
        let strm = &mut *state.as_mut_ptr();
        strm.next_in = stream.as_ptr().cast_mut();
        strm.avail_in = stream.len() as u32;
        strm.next_out = out.as_mut_ptr();
        strm.avail_out = out.len() as u32;
        let status = libz_sys::inflate(strm, libz_sys::Z_FINISH);
        let (left, len) = (strm.avail_in, strm.total_out as usize);
        libz_sys::inflateEnd(strm);
        out.truncate(len);
        (status == libz_sys::Z_STREAM_END && left == 0 && len <= room).then_some(out)
    }
}

/// A stream state of zeros. `z_stream` cannot be zeroed as a value, since its
/// function pointers are not nullable in Rust, so it stays behind a pointer.
fn zeroed_stream() -> MaybeUninit<libz_sys::z_stream> {
    MaybeUninit::zeroed()
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
        ((self.next() >> 33) as usize) % limit.max(1)
    }

    fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| (self.next() >> 40) as u8).collect()
    }

    fn from(&mut self, alphabet: &[u8], len: usize) -> Vec<u8> {
        (0..len)
            .map(|_| alphabet[self.below(alphabet.len())])
            .collect()
    }
}

const HEX: &[u8] = b"0123456789abcdef";
const WORDS: [&str; 16] = [
    "room",
    "channel",
    "user",
    "the",
    "of",
    "a",
    "publisher",
    "audio",
    "video",
    "conference",
    "test",
    "meeting",
    "2024",
    "-",
    "alpha",
    "session",
];

fn uuid(random: &mut Random) -> Vec<u8> {
    let mut uuid = random.from(HEX, 36);
    for at in [8, 13, 18, 23] {
        uuid[at] = b'-';
    }
    uuid
}

/// The content of a token: signature, app id, numbers, services with maps of
/// privileges and two texts.
fn token_content(random: &mut Random) -> Vec<u8> {
    let text = |random: &mut Random| match random.below(5) {
        0 => uuid(random),
        1 => random.next().to_string().into_bytes(),
        2 => {
            let len = random.below(64);
            random.from(HEX, len)
        }
        3 => {
            let (byte, len) = (random.next() as u8, random.below(256));
            vec![byte; len]
        }
        _ => WORDS[random.below(WORDS.len())].as_bytes().to_vec(),
    };
    let mut content = vec![32, 0];
    content.extend(random.bytes(32));
    content.extend([32, 0]);
    content.extend(random.from(HEX, 32));
    content.extend((1_700_000_000 + random.below(100_000_000) as u32).to_le_bytes());
    let expire = (600 * (1 + random.below(144)) as u32).to_le_bytes();
    content.extend(expire);
    content.extend((random.below(100_000_000) as u32).to_le_bytes());
    let services = 1 + random.below(3) as u16;
    content.extend(services.to_le_bytes());
    for service in 1..=services {
        content.extend(service.to_le_bytes());
        let privileges = 1 + random.below(4) as u16;
        content.extend(privileges.to_le_bytes());
        for privilege in 1..=privileges {
            content.extend(privilege.to_le_bytes());
            content.extend(expire);
        }
        for _ in 0..2 {
            let text = text(random);
            content.extend((text.len() as u16).to_le_bytes());
            content.extend(text);
        }
    }
    content
}

/// A content of the given kind and about the given length.
fn content(random: &mut Random, kind: usize, len: usize) -> Vec<u8> {
    let mut content = Vec::new();
    match kind {
        0 => content = random.bytes(len),
        1 => {
            while content.len() < len {
                content.extend(WORDS[random.below(WORDS.len())].bytes());
                content.push(b' ');
            }
        }
        2 => content = random.from(HEX, len),
        3 => {
            while content.len() < len {
                content.extend(uuid(random));
                content.push(b',');
            }
        }
        4 => {
            while content.len() < len {
                let (byte, run) = (random.next() as u8, 1 + random.below(300));
                content.extend(vec![byte; run]);
            }
        }
        5 => {
            while content.len() < len {
                content.extend(token_content(random));
            }
        }
        6 => content = vec![0; len],
        7 => content = random.from(b"0123456789", len),
        8 => {
            // Random bytes with a few repeats, near and far.
            content = random.bytes(len);
            for _ in 0..len / 200 {
                let length = 3 + random.below(6);
                let (from, to) = (random.below(len), random.below(len));
                let end = (from.max(to) + length).min(len);
                let length = end - from.max(to);
                content.copy_within(from..from + length, to);
            }
        }
        9 => {
            let period = 1 + random.below(600);
            let part = random.bytes(period);
            content = part.iter().copied().cycle().take(len).collect();
            for _ in 0..len / 500 {
                let at = random.below(len);
                content[at] ^= 1;
            }
        }
        10 => {
            // Different bytes with the same hash: bits that the shifts drop
            // or cancel.
            content = random.from(&[0x20, 0x40, 0x61, 0x01, 0xE0, 0x41, 0x21], len);
        }
        11 => {
            // Many positions of one hash that are no match.
            while content.len() < len {
                let third = random.next() as u8 & 0x1F;
                let second = random.next() as u8 & 7;
                content.extend([1 | (second << 5), second, third ^ (second << 5)]);
                if random.below(9) == 0 {
                    content.extend(random.bytes(4));
                }
            }
        }
        12 => {
            // Weights that grow like Fibonacci's numbers: the deepest trees.
            let (mut weight, mut next, mut byte) = (1, 1, random.next() as u8);
            while content.len() < len {
                content.extend(vec![byte; weight]);
                (weight, next) = (next, weight + next);
                byte = byte.wrapping_add(1 + random.below(3) as u8);
            }
            content.truncate(len);
            // Shuffled, so that runs do not become matches.
            for at in (1..content.len()).rev() {
                content.swap(at, random.below(at + 1));
            }
        }
        13 => {
            // All bytes in order, again and again, with a growing step.
            content = (0..len).map(|at| (at * (1 + at / 256)) as u8).collect();
        }
        _ => {
            let few = 2 + random.below(30);
            let alphabet = random.bytes(few);
            content = random.from(&alphabet, len);
        }
    }
    content.truncate(len.min(EXACT_MAX));
    content
}

const KINDS: usize = 15;

/// What [`content`] makes, and two more: contents of tokens.
const NAMES: [&str; KINDS + 2] = [
    "random bytes",
    "words",
    "hexadecimal digits",
    "uuids",
    "runs",
    "tokens in a row",
    "zeros",
    "decimal digits",
    "random with repeats",
    "periodic",
    "colliding hashes",
    "one hash",
    "fibonacci's weights",
    "all bytes in order",
    "few bytes",
    "several services",
    "rtc token",
];

/// The content of an RTC token as applications mint it.
fn rtc_content(random: &mut Random) -> Vec<u8> {
    let mut content = vec![32, 0];
    content.extend(random.bytes(32));
    content.extend([32, 0]);
    content.extend(random.from(HEX, 32));
    let expire = (600 * (1 + random.below(144)) as u32).to_le_bytes();
    content.extend((1_700_000_000 + random.below(100_000_000) as u32).to_le_bytes());
    content.extend(expire);
    content.extend((1 + random.below(99_999_999) as u32).to_le_bytes());
    content.extend([1, 0, 1, 0]);
    let privileges = [1_u16, 4][random.below(2)];
    content.extend(privileges.to_le_bytes());
    for privilege in 1..=privileges {
        content.extend(privilege.to_le_bytes());
        content.extend(expire);
    }
    let channel = match random.below(4) {
        0 => uuid(random),
        1 => format!("room-{}", random.below(5_000)).into_bytes(),
        2 => {
            let (first, second) = (random.below(16), random.below(16));
            format!("{}-{}", WORDS[first], WORDS[second]).into_bytes()
        }
        _ => random.from(HEX, 32),
    };
    let uid = match random.below(3) {
        0 => (random.next() as u32).to_string(),
        1 => random.below(100_000).to_string(),
        _ => String::new(),
    };
    for text in [channel, uid.into_bytes()] {
        content.extend((text.len() as u16).to_le_bytes());
        content.extend(text);
    }
    content
}

/// Everything that compresses, with buffers that live as long as the test.
struct Bench {
    exact: Exact,
    chains: Box<ExactScratch<EXACT_MAX>>,
    rescan: ExactScratch<0>,
    expected: Vec<u8>,
    out: Vec<u8>,
    back: Vec<u8>,
    /// zlib's block types, by the first block of each stream.
    first_blocks: [usize; 3],
}

impl Bench {
    fn new() -> Self {
        Self {
            exact: Exact,
            chains: Box::new(ExactScratch::new()),
            rescan: ExactScratch::new(),
            expected: Vec::new(),
            out: vec![0; compressed_capacity(EXACT_MAX)],
            back: vec![0; EXACT_MAX],
            first_blocks: [0; 3],
        }
    }

    fn check(&mut self, content: &[u8], rescan: bool, name: &str) {
        zlib6(content, &mut self.expected);
        self.first_blocks[usize::from(self.expected[2] >> 1 & 3)] += 1;
        let max = compressed_capacity(content.len());
        let out = &mut self.out[..max];
        let describe = || {
            let mut text = format!("{name}, {} bytes:", content.len());
            for byte in content.iter().take(400) {
                write!(text, " {byte:02x}").unwrap();
            }
            text
        };

        if content.len() <= 2_100 {
            let len = self.exact.compress(content, out).unwrap();
            assert!(out[..len] == self.expected, "owned, {}", describe());
        }
        let len = ExactRef::new(&mut self.chains).compress(content, out);
        assert!(
            out[..len.unwrap()] == self.expected,
            "chains, {}",
            describe()
        );
        if rescan {
            let len = ExactRef::new(&mut self.rescan).compress(content, out);
            assert!(
                out[..len.unwrap()] == self.expected,
                "rescan, {}",
                describe()
            );
        }
        assert_eq!(
            zlib_inflate(&self.expected, content.len()).as_deref(),
            Some(content)
        );
        self.read_back(len.unwrap(), content, name);

        let out = &mut self.out[..max];
        let len = Stored.compress(content, out).unwrap();
        assert_eq!(len, content.len() + 11, "{}", describe());
        self.read_back(len, content, name);
        let out = &mut self.out[..max];
        let len = Fixed.compress(content, out).unwrap();
        assert!(len <= content.len() + 11, "{}", describe());
        let same = out[..len] == self.expected;
        if content.len() <= 256 && self.expected[2] & 0b111 == 0b011 {
            assert!(same, "fixed, {}", describe());
        }
        if !same {
            assert_eq!(
                zlib_inflate(&out[..len], content.len()).as_deref(),
                Some(content)
            );
        }
        self.read_back(len, content, name);
    }

    fn read_back(&mut self, len: usize, content: &[u8], name: &str) {
        let back = &mut self.back[..content.len()];
        for (decoder, inflate) in [
            ("small", inflate_small as fn(&[u8], &mut [u8]) -> _),
            ("miniz", inflate_miniz),
        ] {
            back.fill(0xAA);
            assert_eq!(
                inflate(&self.out[..len], back),
                Ok(content.len()),
                "{decoder}, {name}"
            );
            assert!(back == content, "{decoder}, {name}");
        }
    }
}

#[test]
fn zlib_is_the_version_that_the_documentation_names() {
    // SAFETY: the version is a static C string.
    let version = unsafe { std::ffi::CStr::from_ptr(libz_sys::zlibVersion()) };
    assert_eq!(version.to_str(), Ok("1.3.2"));
}

/// Every length at the boundaries of the algorithm that are near.
#[test]
fn exact_is_zlib_level_6_at_boundaries() {
    let mut bench = Bench::new();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for len in [0..=40, 128..=132, 255..=263, 510..=520]
        .into_iter()
        .flatten()
    {
        for kind in 0..KINDS {
            let content = content(&mut random, kind, len);
            bench.check(&content, true, &format!("boundary, kind {kind}"));
        }
    }
    // Runs of one byte around the longest match.
    for len in (250..=270).chain(508..=524) {
        for byte in [0, b'a', 200, 255] {
            bench.check(&vec![byte; len], true, "run");
        }
    }
}

/// And those that are far.
#[test]
fn exact_is_zlib_level_6_at_far_boundaries() {
    let mut bench = Bench::new();
    let mut random = Random(0xD6E8_FEB8_6659_FD93);
    for len in [1_023..=1_026, 2_046..=2_050, 4_094..=4_104]
        .into_iter()
        .flatten()
    {
        for kind in 0..KINDS {
            let content = content(&mut random, kind, len);
            bench.check(&content, true, &format!("boundary, kind {kind}"));
        }
    }
    // A repeat of 3 to 5 bytes around the reach of short matches.
    for distance in 4_090..=4_100 {
        for length in 3..=5 {
            let mut content = random.bytes(1 + distance);
            content.extend_from_within(1..=length);
            content.extend(random.bytes(5));
            bench.check(&content, true, "far repeat");
        }
    }
}

/// Literals alone around a full block, and with a match at its end.
#[test]
fn exact_is_zlib_level_6_at_the_ends_of_blocks() {
    let mut bench = Bench::new();
    for len in 16_380..=16_390 {
        for seed in 0..2_u64 {
            let mut content = Random(1 + seed).bytes(len);
            bench.check(&content, false, "block boundary");
            content.extend([7; 60]);
            // The first block is stored: only the search has read it.
            let rescan = len == 16_390 && seed == 0;
            bench.check(&content, rescan, "block boundary and a match");
            let text = Random(1 + seed).from(b"etaoin shrdlu", len + len * 2 / 3);
            // Without memory for the search it takes seconds: once is enough.
            let rescan = len == 16_380 && seed == 0;
            bench.check(&text, rescan, "text beyond a block");
        }
    }
}

#[test]
fn exact_is_zlib_level_6_for_the_largest_contents() {
    let mut bench = Bench::new();
    let mut random = Random(0xBF58_476D_1CE4_E5B9);
    for kind in 0..KINDS {
        for len in [EXACT_MAX - 1, EXACT_MAX] {
            let content = content(&mut random, kind, len);
            bench.check(&content, false, &format!("largest, kind {kind}"));
        }
    }
}

/// Many large contents, and some of the largest without memory for the search.
#[test]
fn exact_is_zlib_level_6_for_large_contents() {
    let mut bench = Bench::new();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for kind in [3, 5, 12] {
        let content = content(&mut random, kind, EXACT_MAX);
        bench.check(&content, true, &format!("largest, kind {kind}"));
    }
    for round in 0..450 {
        let kind = round % KINDS;
        let len = 1_024 + random.below(EXACT_MAX - 1_024);
        let content = content(&mut random, kind, len);
        bench.check(&content, false, &format!("large, kind {kind}"));
    }
    for round in 0..300 {
        let kind = round % KINDS;
        let len = 1_024 + random.below(3_000);
        let content = content(&mut random, kind, len);
        bench.check(&content, true, &format!("middle, kind {kind}"));
    }
}

/// Many small contents, and tokens.
#[test]
fn exact_is_zlib_level_6_for_small_contents() {
    let mut bench = Bench::new();
    let mut random = Random(0x94D0_49BB_1331_11EB);
    for round in 0..75_000 {
        let kind = round % KINDS;
        let len = random.below(if round % 8 == 0 { 1_024 } else { 320 });
        let content = content(&mut random, kind, len);
        bench.check(&content, true, &format!("small, kind {kind}"));
    }
    for _ in 0..26_000 {
        let content = token_content(&mut random);
        bench.check(&content, true, "token");
    }
    let [stored, fixed, own] = bench.first_blocks;
    println!("first blocks: {stored} stored, {fixed} fixed, {own} with own codes");
    assert!(stored + fixed + own >= 100_000);
    for count in bench.first_blocks {
        assert!(count >= 2_000, "every form must be met often");
    }
}

/// The longest content whose costs are asked for, which takes time with the
/// square of the length.
const ASKED_MAX: usize = 1_024;

/// What zlib made of the contents of one kind.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    stored: usize,
    fixed: usize,
    own: usize,
    /// Of the stored and the fixed ones up to [`ASKED_MAX`] bytes: how many, and
    /// for how many the bound alone decided.
    asked: usize,
    decided: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.stored += other.stored;
        self.fixed += other.fixed;
        self.own += other.own;
        self.asked += other.asked;
        self.decided += other.decided;
    }
}

/// zlib's compressor, started once.
struct Deflater {
    state: Box<MaybeUninit<libz_sys::z_stream>>,
    out: Vec<u8>,
}

impl Deflater {
    fn new() -> Self {
        let mut state = Box::new(zeroed_stream());
        // SAFETY: all zeros is a `z_stream` that `deflateInit_` accepts; it
        // stays where it is and is freed when this is dropped.
        let status = unsafe {
            libz_sys::deflateInit_(
                state.as_mut_ptr(),
                6,
                libz_sys::zlibVersion(),
                size_of::<libz_sys::z_stream>() as i32,
            )
        };
        assert_eq!(status, libz_sys::Z_OK);
        Self {
            state,
            out: vec![0; 2 * EXACT_MAX],
        }
    }

    fn compress(&mut self, content: &[u8]) -> &[u8] {
        // SAFETY: the state was made by `deflateInit_`; input and output are
        // live slices with their own lengths.
        let len = unsafe {
            assert_eq!(
                libz_sys::deflateReset(self.state.as_mut_ptr()),
                libz_sys::Z_OK
            );
            let state = &mut *self.state.as_mut_ptr();
            state.next_in = content.as_ptr().cast_mut();
            state.avail_in = content.len() as u32;
            state.next_out = self.out.as_mut_ptr();
            state.avail_out = self.out.len() as u32;
            let status = libz_sys::deflate(state, libz_sys::Z_FINISH);
            assert_eq!(status, libz_sys::Z_STREAM_END);
            state.total_out as usize
        };
        &self.out[..len]
    }
}

impl Drop for Deflater {
    fn drop(&mut self) {
        // SAFETY: the state was made by `deflateInit_` and is not used again.
        unsafe { libz_sys::deflateEnd(self.state.as_mut_ptr()) };
    }
}

/// Compares `count` contents of all kinds in turn.
fn compare(seed: u64, count: usize) -> [Tally; NAMES.len()] {
    let mut random = Random(seed);
    let mut zlib = Deflater::new();
    let mut out = vec![0; compressed_capacity(EXACT_MAX)];
    let mut tallies = [Tally::default(); NAMES.len()];
    for round in 0..count {
        let kind = round % NAMES.len();
        let content = match kind.checked_sub(KINDS) {
            Some(0) => token_content(&mut random),
            Some(_) => rtc_content(&mut random),
            None => {
                let longest = match random.below(2_048) {
                    0 => EXACT_MAX,
                    1..=20 => 4_096,
                    21..=300 => 1_024,
                    _ => 320,
                };
                let len = random.below(longest);
                content(&mut random, kind, len)
            }
        };
        let describe = || format!("seed {seed}, round {round}, {}", NAMES[kind]);
        let expected = zlib.compress(&content);
        let len = Exact.compress(&content, &mut out).unwrap();
        assert!(out[..len] == *expected, "{}: {content:02x?}", describe());
        let tally = &mut tallies[kind];
        let form = expected[2] >> 1 & 3;
        match form {
            0 => tally.stored += 1,
            1 => tally.fixed += 1,
            _ => tally.own += 1,
        }
        if content.len() <= ASKED_MAX {
            let costs = Costs::of_content(&content);
            let least = costs.least_own.unwrap_or(0);
            assert!(least <= costs.own, "{}: {costs:?}", describe());
            assert!(form < 2 || !costs.decided, "{}: {costs:?}", describe());
            tally.asked += usize::from(form < 2);
            tally.decided += usize::from(costs.decided);
        }
    }
    tallies
}

/// A number that `cargo xtask exact` sets.
fn wish(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect(name))
}

#[test]
fn exact_is_zlib_level_6_for_random_contents() {
    let count = wish("TOKENMINT_EXACT_CONTENTS", 30_000) as usize;
    let seed = wish("TOKENMINT_EXACT_SEED", 21);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = count.div_ceil(threads);
    let mut tallies = [Tally::default(); NAMES.len()];
    std::thread::scope(|scope| {
        let running: Vec<_> = (1..=threads as u64)
            // Seeds far apart, none of them 0.
            .map(|at| (seed << 8 | at).wrapping_mul(0x9E37_79B9_7F4A_7C15))
            .map(|seed| scope.spawn(move || compare(seed, share)))
            .collect();
        for thread in running {
            let found = thread.join().expect("identical");
            for (tally, found) in tallies.iter_mut().zip(found) {
                tally.add(found);
            }
        }
    });
    println!("{} contents, seed {seed}, identical", share * threads);
    println!(
        "{:<22}{:>9}{:>9}{:>9}  decided by the bound",
        "kind", "stored", "fixed", "own"
    );
    for (name, tally) in NAMES.iter().zip(&tallies) {
        let percent = 100.0 * tally.decided as f64 / tally.asked.max(1) as f64;
        println!(
            "{name:<22}{:>9}{:>9}{:>9}  {:>9}  {percent:.2} %",
            tally.stored, tally.fixed, tally.own, tally.decided
        );
    }
    let [.., rtc] = tallies;
    assert!(rtc.asked * 1_000 >= count, "tokens were among them");
    assert!(
        rtc.decided * 100 >= rtc.asked * 99,
        "tokens should need no trees: {rtc:?}"
    );
}
