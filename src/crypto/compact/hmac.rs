//! HMAC (RFC 2104) over a compact hash.

use zeroize::Zeroize;

use super::{Algorithm, BLOCK_LEN, Hash};

/// A keyed hash that takes its message in parts; wiped when dropped.
#[derive(Clone)]
pub(in crate::crypto) struct Hmac<A: Algorithm<N>, const N: usize> {
    /// Began with the key and the inner pad.
    hash: Hash<A, N>,
    /// The state after the key and the outer pad.
    outer: [u32; N],
}

impl<A: Algorithm<N>, const N: usize> Hmac<A, N> {
    #[inline(never)]
    pub(in crate::crypto) fn new(key: &[u8]) -> Self {
        let mut mac = Self {
            hash: Hash::new(),
            outer: A::START,
        };
        let Self { hash, outer } = &mut mac;
        hash.update(key);
        if key.len() > BLOCK_LEN {
            hash.pad();
            hash.restart(A::START, 0);
        }
        hash.align();
        // What follows the key is zeros already.
        let mut pad = hash.block;
        for word in &mut pad {
            *word ^= 0x5c5c_5c5c;
        }
        A::compress(outer, &mut pad);
        pad.zeroize();
        for word in &mut hash.block {
            *word ^= 0x3636_3636;
        }
        hash.compress();
        mac
    }

    pub(in crate::crypto) fn update(&mut self, part: &[u8]) {
        self.hash.update(part);
    }

    /// Writes the result, `4 * N` bytes.
    #[inline(never)]
    pub(in crate::crypto) fn finish(&mut self, out: &mut [u8]) {
        self.hash.pad();
        self.hash.restart(self.outer, 1);
        self.hash.finish(out);
    }
}

impl<A: Algorithm<N>, const N: usize> Hash<A, N> {
    /// Hashes the result after `blocks` that gave `state`.
    fn restart(&mut self, state: [u32; N], blocks: u64) {
        for (to, word) in self.block.iter_mut().zip(self.state) {
            *to = word;
        }
        self.at = 4 * N;
        self.blocks = blocks;
        self.state = state;
    }
}

impl<A: Algorithm<N>, const N: usize> Drop for Hmac<A, N> {
    #[inline(never)]
    fn drop(&mut self) {
        self.outer.zeroize();
    }
}
