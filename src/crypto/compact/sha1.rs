//! The rounds of SHA-1 (FIPS 180-4, section 6.1).

use super::{Algorithm, Block, add, put_ring, ring};

#[derive(Clone)]
pub(in crate::crypto) struct Sha1;

impl Algorithm<5> for Sha1 {
    /// Section 5.3.1.
    fn start() -> [u32; 5] {
        [
            0x6745_2301,
            0xefcd_ab89,
            0x98ba_dcfe,
            0x1032_5476,
            0xc3d2_e1f0,
        ]
    }

    const BIG_ENDIAN: bool = true;

    fn compress(state: &mut [u32; 5], block: &mut Block) {
        let mut rounds = *state;
        for at in 0..80_usize {
            let word = ring(block, at, 0);
            let [a, b, c, d, e] = rounds;
            // Section 4.2.1.
            let (mix, k) = match at / 20 {
                0 => (d ^ (b & (c ^ d)), 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => ((b & c) | (d & (b | c)), 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6),
            };
            let next = a
                .rotate_left(5)
                .wrapping_add(mix)
                .wrapping_add(e)
                .wrapping_add(k)
                .wrapping_add(word);
            rounds = [next, a, b.rotate_left(30), c, d];
            // The word that this place has 16 rounds from here.
            let later = ring(block, at, 13) ^ ring(block, at, 8) ^ ring(block, at, 2) ^ word;
            put_ring(block, at, later.rotate_left(1));
        }
        add(state, rounds);
    }
}
