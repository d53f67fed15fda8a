//! The compact hashes against those of the crates.

extern crate std;

use std::vec::Vec;

use crate::crypto::{compact, unrolled};

/// Longer than three blocks, so that every length of a last block comes up
/// behind none, one and two whole ones.
const LONGEST: usize = if cfg!(miri) { 66 } else { 200 };

/// Miri is slow: it looks at every eleventh length, 55 and 66 among them, at
/// which the padding of a block ends and the next has begun.
const STEP: usize = if cfg!(miri) { 11 } else { 1 };

/// A fixed sequence of bytes without a pattern (xorshift, Marsaglia 2003).
fn noise(seed: u32, len: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let bytes = core::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    });
    bytes.take(len).collect()
}

macro_rules! hash {
    ($hash:ty, $len:literal, $parts:expr) => {{
        let mut hash = <$hash>::new();
        for part in $parts {
            hash.update(part);
        }
        let mut digest = [0; $len];
        hash.finish(&mut digest);
        digest
    }};
}

macro_rules! equal_the_crate {
    ($test:ident, $hash:ident, $len:literal) => {
        #[test]
        fn $test() {
            for len in (0..=LONGEST).step_by(STEP) {
                let message = noise(len as u32, len);
                let expected = hash!(unrolled::$hash, $len, [&message]);
                for at in (0..=len).step_by(STEP) {
                    let (one, two) = message.split_at(at);
                    let digest = hash!(compact::$hash, $len, [one, &[], two]);
                    assert_eq!(digest, expected, "{len} bytes, apart at {at}");
                }
                for piece in (1..=9).step_by(if cfg!(miri) { 4 } else { 1 }) {
                    let digest = hash!(compact::$hash, $len, message.chunks(piece));
                    assert_eq!(digest, expected, "{len} bytes, {piece} at a time");
                }
            }
        }
    };
}

equal_the_crate!(sha256, Sha256, 32);
equal_the_crate!(sha1, Sha1, 20);
equal_the_crate!(md5, Md5, 16);

macro_rules! hmac {
    ($hmac:ty, $len:literal, $key:expr, $parts:expr) => {{
        let mut mac = <$hmac>::new($key);
        for part in $parts {
            mac.update(part);
        }
        let mut digest = [0; $len];
        mac.finish(&mut digest);
        digest
    }};
}

macro_rules! equal_the_crate_with_every_key {
    ($test:ident, $hmac:ident, $len:literal) => {
        #[test]
        fn $test() {
            for key_len in (0..=LONGEST).step_by(STEP) {
                let key = noise(key_len as u32, key_len);
                for len in (0..=LONGEST).step_by(if cfg!(miri) { 33 } else { 7 }) {
                    let message = noise(!(len as u32), len);
                    let expected = hmac!(unrolled::$hmac, $len, &key, [&message]);
                    let mut whole = [0; $len];
                    compact::$hmac::digest(&key, [message.as_slice()], &mut whole);
                    let parts = hmac!(compact::$hmac, $len, &key, message.chunks(13));
                    assert_eq!(whole, expected, "key {key_len}, message {len}");
                    assert_eq!(parts, expected, "key {key_len}, message {len}");
                }
            }
        }
    };
}

equal_the_crate_with_every_key!(hmac_sha256, HmacSha256, 32);
equal_the_crate_with_every_key!(hmac_sha1, HmacSha1, 20);

#[test]
fn a_clone_goes_its_own_way() {
    let mut fresh = compact::HmacSha256::new(b"key");
    let mut clone = fresh.clone();
    let mut digests = [[0; 32]; 2];
    clone.update(b"other");
    clone.finish(&mut digests[0]);
    fresh.update(b"message");
    fresh.finish(&mut digests[1]);
    assert_eq!(
        digests,
        [b"other".as_slice(), b"message"].map(|message| hmac!(
            unrolled::HmacSha256,
            32,
            b"key",
            [message]
        ))
    );
}

/// The length is 64 bits, of which messages that fit a test fill 32 at most.
#[test]
fn the_upper_half_of_the_length_counts() {
    let mut hash = compact::Sha256::new();
    let mut far = compact::Sha256::new();
    far.blocks = 1 << 23; // 2^32 bits
    let mut digests = [[0; 32]; 2];
    hash.finish(&mut digests[0]);
    far.finish(&mut digests[1]);
    assert_ne!(digests[0], digests[1]);
}

/// Appendix B.3 of FIPS 180-2, and of SHA-1 A.3: a million times "a".
#[test]
#[cfg_attr(miri, ignore = "a million bytes")]
fn a_million_times_a() {
    let thousand = [b'a'; 1000];
    let parts = || core::iter::repeat_n(&thousand, 1000);
    assert_eq!(
        Some(hash!(compact::Sha256, 32, parts())),
        crate::wire::hex::decode(
            b"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        )
    );
    assert_eq!(
        Some(hash!(compact::Sha1, 20, parts())),
        crate::wire::hex::decode(b"34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    );
}

/// FIPS 180-4, by the traits that signing with ES256 knows.
#[cfg(feature = "ath")]
#[test]
fn sha_256_by_its_traits() {
    use sha2::digest::{FixedOutput as _, Update};

    let hash = Update::chain(compact::Sha256::default(), b"abc").finalize_fixed();
    let expected: Option<[u8; 32]> = crate::wire::hex::decode(
        b"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    assert_eq!(hash[..], expected.unwrap());
}
