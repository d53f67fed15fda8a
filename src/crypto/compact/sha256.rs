//! The rounds of SHA-256 (FIPS 180-4, section 6.2).

use super::{Algorithm, Block, add, put_ring, ring};

#[derive(Clone)]
pub(in crate::crypto) struct Sha256;

impl Algorithm<8> for Sha256 {
    fn start() -> [u32; 8] {
        NUMBERS.first_chunk().copied().unwrap_or_default()
    }

    const BIG_ENDIAN: bool = true;

    fn compress(state: &mut [u32; 8], block: &mut Block) {
        let mut rounds = *state;
        for (at, k) in NUMBERS.iter().skip(8).enumerate() {
            let word = ring(block, at, 0);
            let [a, b, c, d, e, f, g, h] = rounds;
            let choice = g ^ (e & (f ^ g));
            let majority = (a & b) | (c & (a | b));
            let one = (e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
                .wrapping_add(choice)
                .wrapping_add(h)
                .wrapping_add(*k)
                .wrapping_add(word);
            let two = (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22))
                .wrapping_add(majority);
            rounds = [one.wrapping_add(two), a, b, c, d.wrapping_add(one), e, f, g];
            // The word that this place has 16 rounds from here; in the last 16
            // rounds it is made for nothing, which takes less than to ask.
            let (w1, w14) = (ring(block, at, 1), ring(block, at, 14));
            let later = (w1.rotate_right(7) ^ w1.rotate_right(18) ^ (w1 >> 3))
                .wrapping_add(w14.rotate_right(17) ^ w14.rotate_right(19) ^ (w14 >> 10))
                .wrapping_add(ring(block, at, 9))
                .wrapping_add(word);
            put_ring(block, at, later);
        }
        add(state, rounds);
    }
}

/// The state of section 5.3.3, then the constants of section 4.2.2. In one: linkers
/// take constants of 32 bytes all or not at all.
const NUMBERS: [u32; 72] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];
