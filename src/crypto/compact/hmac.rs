//! HMAC (RFC 2104) over a compact hash.

use super::{Algorithm, BLOCK_LEN, Hash, wipe};

/// A keyed hash that takes its message in parts; wiped when dropped.
#[derive(Clone)]
pub(in crate::crypto) struct Hmac<A: Algorithm<N>, const N: usize> {
    /// Began with the key and the inner pad.
    hash: Hash<A, N>,
    /// The state after the key and the outer pad.
    outer: [u32; N],
}

impl<A: Algorithm<N>, const N: usize> Hmac<A, N> {
    /// Without a key yet.
    const fn empty() -> Self {
        Self {
            hash: Hash::with([0; N]),
            outer: [0; N],
        }
    }

    // Not inlined, it is made where it stays.
    #[inline(never)]
    pub(in crate::crypto) fn new(key: &[u8]) -> Self {
        let mut mac = Self::empty();
        mac.start(key);
        mac
    }

    /// The keyed hash of the message that `parts` make in a row, `4 * N` bytes.
    /// (What is made where it stays need not be moved.)
    #[inline]
    pub(in crate::crypto) fn digest<'p>(
        key: &[u8],
        parts: impl IntoIterator<Item = &'p [u8]>,
        out: &mut [u8],
    ) {
        let mut mac = Self::empty();
        mac.start(key);
        for part in parts {
            mac.update(part);
        }
        mac.finish(out);
    }

    /// Works the key in, with either pad.
    #[inline(never)]
    fn start(&mut self, key: &[u8]) {
        let hash = &mut self.hash;
        for pad in [0x5c5c_5c5c, 0x3636_3636] {
            self.outer = hash.state;
            hash.state = A::start();
            hash.blocks = 0;
            hash.update(key);
            if key.len() > BLOCK_LEN {
                hash.nest(&A::start(), 0);
            }
            // To a whole word, as after a message.
            let rest = hash.at.wrapping_neg() % 4;
            hash.update([0; 3].get(..rest).unwrap_or_default());
            for word in &mut hash.block {
                *word ^= pad;
            }
            hash.compress();
        }
    }

    pub(in crate::crypto) fn update(&mut self, part: &[u8]) {
        self.hash.update(part);
    }

    /// Writes the result, `4 * N` bytes.
    #[inline(never)]
    pub(in crate::crypto) fn finish(&mut self, out: &mut [u8]) {
        self.hash.nest(&self.outer, 1);
        self.hash.finish(out);
    }
}

impl<A: Algorithm<N>, const N: usize> Hash<A, N> {
    /// Makes the result the message, after `blocks` that gave `state`.
    #[inline(never)]
    fn nest(&mut self, state: &[u32; N], blocks: u64) {
        self.pad();
        for (to, word) in self.block.iter_mut().zip(&self.state) {
            *to = *word;
        }
        self.at = size_of::<[u32; N]>();
        self.blocks = blocks;
        self.state = *state;
    }
}

impl<A: Algorithm<N>, const N: usize> Drop for Hmac<A, N> {
    #[inline(never)]
    fn drop(&mut self) {
        wipe(&mut self.outer);
    }
}
