//! Hashes whose rounds are loops, for devices: a third of the code of the
//! crates' own, which write every round out, for 1.6 times the time.
//!
//! SHA-1, SHA-256 and MD5 are one construction: blocks of 16 words, words of 32
//! bits, the length at the end. What differs is an `Algorithm`. A block is kept
//! as words, which the rounds then use up: no copy of it, and zeros afterwards.
//!
//! Bare targets have these instead of `sha1`, `sha2`, `md-5` and `hmac` unless
//! feature `unrolled-hashes` asks for the crates. Tests compare both on hosts.
//! No branch and no address depends on what is hashed.

#[cfg(feature = "ath")]
mod digest;
#[cfg(any(feature = "agora", feature = "authing"))]
mod hmac;
#[cfg(any(feature = "agora", feature = "zego"))]
mod md5;
#[cfg(any(feature = "authing", feature = "convoai", feature = "legacy"))]
mod sha1;
#[cfg(any(feature = "agora", feature = "ath", feature = "authing"))]
mod sha256;

use core::marker::PhantomData;

use zeroize::Zeroize;

#[cfg(any(feature = "agora", feature = "zego"))]
pub(super) type Md5 = Hash<md5::Md5, 4>;
#[cfg(any(feature = "doctor", all(test, feature = "authing")))]
pub(super) type Sha1 = Hash<sha1::Sha1, 5>;
#[cfg(any(feature = "agora", feature = "ath", feature = "authing"))]
pub(super) type Sha256 = Hash<sha256::Sha256, 8>;

#[cfg(any(feature = "authing", feature = "convoai", feature = "legacy"))]
pub(super) type HmacSha1 = hmac::Hmac<sha1::Sha1, 5>;
#[cfg(any(feature = "agora", feature = "authing"))]
pub(super) type HmacSha256 = hmac::Hmac<sha256::Sha256, 8>;

/// HMAC-SHA256 as devices compute it, for the proofs that run on hosts.
#[cfg(all(feature = "internals", any(feature = "agora", feature = "authing")))]
#[must_use]
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut digest = [0; 32];
    HmacSha256::digest(key, [message], &mut digest);
    digest
}

/// HMAC-SHA1 as devices compute it, likewise.
#[cfg(all(
    feature = "internals",
    any(feature = "authing", feature = "convoai", feature = "legacy")
))]
#[must_use]
pub fn hmac_sha1(key: &[u8], message: &[u8]) -> [u8; 20] {
    let mut digest = [0; 20];
    HmacSha1::digest(key, [message], &mut digest);
    digest
}

/// Words of a block.
const BLOCK: usize = 16;
/// Bytes of a block.
const BLOCK_LEN: usize = 64;
/// Where the length stands in the last block.
const LENGTH_AT: usize = 56;

type Block = [u32; BLOCK];

/// What one hash has of its own. `N` are the words of its state.
pub(super) trait Algorithm<const N: usize> {
    /// The state before the first block.
    fn start() -> [u32; N];

    /// The order of bytes in a word.
    const BIG_ENDIAN: bool;

    /// Works `block` into `state`. What is in `block` afterwards is of no use.
    fn compress(state: &mut [u32; N], block: &mut Block);
}

/// A hash that takes its message in parts; wiped when dropped.
#[derive(Clone)]
pub(super) struct Hash<A: Algorithm<N>, const N: usize> {
    state: [u32; N],
    block: Block,
    /// Bytes in the block. A full one waits for the next byte.
    at: usize,
    /// Blocks that are in the state.
    blocks: u64,
    algorithm: PhantomData<A>,
}

impl<A: Algorithm<N>, const N: usize> Hash<A, N> {
    pub(super) fn new() -> Self {
        Self::with(A::start())
    }

    const fn with(state: [u32; N]) -> Self {
        Self {
            state,
            block: [0; BLOCK],
            at: 0,
            blocks: 0,
            algorithm: PhantomData,
        }
    }

    #[inline(never)]
    pub(super) fn update(&mut self, part: &[u8]) {
        for byte in part {
            let mut at = self.at;
            if at >= BLOCK_LEN {
                self.compress();
                at = 0;
            }
            if let Some(word) = self.block.get_mut(at / 4) {
                // The first byte of a word is in its place after the fourth.
                let byte = u32::from(*byte);
                *word = match A::BIG_ENDIAN {
                    true => *word << 8 | byte,
                    false => *word >> 8 | byte << 24,
                };
            }
            self.at = at.wrapping_add(1);
        }
    }

    /// Leaves an empty block, of zeros.
    #[inline(never)]
    fn compress(&mut self) {
        A::compress(&mut self.state, &mut self.block);
        self.block = [0; BLOCK];
        self.at = 0;
        self.blocks = self.blocks.wrapping_add(1);
    }

    /// Ends the message: the state is the result.
    #[inline(never)]
    fn pad(&mut self) {
        let bytes = self.blocks.wrapping_mul(BLOCK_LEN as u64);
        let bits = bytes.wrapping_add(self.at as u64).wrapping_mul(8);
        // To a whole word; the rest of the block is zeros. Of five bytes: linkers take
        // constants of four all or not at all.
        let rest = 4_usize.wrapping_sub(self.at % 4);
        self.update([0x80, 0, 0, 0, 0].get(..rest).unwrap_or_default());
        if self.at > LENGTH_AT {
            self.compress();
        }
        let half = |bits: u64| u32::try_from(bits & 0xffff_ffff).unwrap_or_default();
        let (high, low) = (half(bits >> 32), half(bits));
        let [.., last, end] = &mut self.block;
        (*last, *end) = match A::BIG_ENDIAN {
            true => (high, low),
            false => (low, high),
        };
        self.compress();
    }

    /// Writes the result, `4 * N` bytes.
    pub(super) fn finish(&mut self, out: &mut [u8]) {
        self.pad();
        let (words, _) = out.as_chunks_mut();
        for (to, word) in words.iter_mut().zip(&self.state) {
            *to = match A::BIG_ENDIAN {
                true => word.to_be_bytes(),
                false => word.to_le_bytes(),
            };
        }
    }
}

impl<A: Algorithm<N>, const N: usize> Drop for Hash<A, N> {
    #[inline(never)]
    fn drop(&mut self) {
        wipe(&mut self.state);
        wipe(&mut self.block);
    }
}

/// Overwrites `words` with zeros that no optimizer leaves out.
#[inline(never)]
fn wipe(words: &mut [u32]) {
    words.zeroize();
}

/// The word `ahead` places after `at` in a block that is a ring.
fn ring(block: &Block, at: usize, ahead: usize) -> u32 {
    let at = at.wrapping_add(ahead) % BLOCK;
    block.get(at).copied().unwrap_or_default()
}

/// Puts `word` at `at` of a block that is a ring.
fn put_ring(block: &mut Block, at: usize, word: u32) {
    if let Some(place) = block.get_mut(at % BLOCK) {
        *place = word;
    }
}

/// Adds what the rounds gave to the state.
fn add<const N: usize>(state: &mut [u32; N], rounds: [u32; N]) {
    for (word, round) in state.iter_mut().zip(rounds) {
        *word = word.wrapping_add(round);
    }
}

#[cfg(all(test, feature = "agora", feature = "authing"))]
mod tests;
