//! AES-256 (FIPS 197), a block at a time, four bytes at once.
//!
//! The S-box is computed, not looked up: the inverse in GF(2^8) by way of pairs
//! of numbers of GF(2^4), one in each half of a byte. That takes a quarter of the
//! code of the crate's, no table that a secret would choose from, and four times
//! its time.

use zeroize::Zeroize;

/// Bytes of a block.
pub(super) const BLOCK_LEN: usize = 16;

/// A block, or a round key: the columns, the first byte of each lowest.
pub(super) type Block = [u32; 4];

/// A key, ready for use; wiped when dropped.
pub(super) struct Aes256 {
    keys: [Block; 15],
}

impl Aes256 {
    /// The key schedule (section 5.2).
    #[inline(never)]
    pub(super) fn new(key: &[u8; 32]) -> Self {
        let mut keys = [[0; 4]; 15];
        let (halves, _) = key.as_chunks();
        let mut halves = halves.iter().map(block_of);
        let mut now = halves.next().unwrap_or_default();
        let mut next = halves.next().unwrap_or_default();
        let mut constant = 1;
        let mut turns = true;
        for place in &mut keys {
            *place = now;
            let [.., mut word] = next;
            if turns {
                word = FORWARD.of(word.rotate_right(8)) ^ constant;
                constant <<= 1;
            } else {
                word = FORWARD.of(word);
            }
            turns = !turns;
            for own in &mut now {
                *own ^= word;
                word = *own;
            }
            (now, next) = (next, now);
        }
        Self { keys }
    }

    /// The cipher (section 5.1).
    #[inline(never)]
    pub(super) fn encrypt(&self, block: &mut Block) {
        let [first, keys @ .., last] = &self.keys;
        add(block, first);
        for key in keys {
            FORWARD.round(block, 1);
            for word in &mut *block {
                *word = mixed(*word);
            }
            add(block, key);
        }
        FORWARD.round(block, 1);
        add(block, last);
    }

    /// The inverse cipher (section 5.3).
    #[inline(never)]
    pub(super) fn decrypt(&self, block: &mut Block) {
        let [first, keys @ .., last] = &self.keys;
        add(block, last);
        for key in keys.iter().rev() {
            BACKWARD.round(block, 3);
            add(block, key);
            for word in &mut *block {
                // Three more times the column is the inverse: its fourth power
                // is one.
                let far = doubled(doubled(*word ^ word.rotate_right(16)));
                *word = mixed(*word ^ far);
            }
        }
        BACKWARD.round(block, 3);
        add(block, first);
    }
}

impl Drop for Aes256 {
    fn drop(&mut self) {
        self.keys.zeroize();
    }
}

pub(super) fn block_of(bytes: &[u8; BLOCK_LEN]) -> Block {
    let (words, _) = bytes.as_chunks();
    let mut block = [0; 4];
    for (to, from) in block.iter_mut().zip(words) {
        *to = u32::from_le_bytes(*from);
    }
    block
}

pub(super) fn put_block(block: &Block, bytes: &mut [u8; BLOCK_LEN]) {
    let (words, _) = bytes.as_chunks_mut();
    for (to, from) in words.iter_mut().zip(block) {
        *to = from.to_le_bytes();
    }
}

#[inline(never)]
pub(super) fn add(block: &mut Block, other: &Block) {
    for (word, other) in block.iter_mut().zip(other) {
        *word ^= other;
    }
}

/// Each byte of a word with the same value.
const ONES: u32 = 0x0101_0101;

/// Each byte times 2 (section 4.2.1).
fn doubled(word: u32) -> u32 {
    let over = word >> 7 & ONES;
    let all = (over << 8).wrapping_sub(over);
    (word << 1 & 0xFEFE_FEFE) ^ (all & 0x1B1B_1B1B)
}

/// A column, mixed (section 5.1.3).
fn mixed(word: u32) -> u32 {
    let next = word.rotate_right(8);
    let both = word ^ next;
    doubled(both) ^ next ^ both.rotate_right(16)
}

/// An S-box, as maps between GF(2^8) and the pairs: what a byte with one bit set
/// becomes, for each bit.
struct SBox {
    before: u32,
    into: [u8; 8],
    out: [u8; 8],
    after: u32,
}

/// `SubBytes`. The pairs are those over `y^2 + 2y + 1`, where GF(2^4) is that of
/// `x^4 + x + 1`; the byte 2 goes to 0x1D there.
const FORWARD: SBox = SBox {
    before: 0,
    into: [0x01, 0x1D, 0x2F, 0x25, 0x8E, 0xF2, 0x86, 0x70],
    out: [0x1F, 0xB2, 0xAB, 0x36, 0xBC, 0x4C, 0x7F, 0xDE],
    after: 0x6363_6363,
};

/// `InvSubBytes`.
const BACKWARD: SBox = SBox {
    before: 0x6363_6363,
    into: [0xBE, 0xD1, 0xD6, 0x15, 0xAD, 0xA2, 0xE3, 0xDC],
    out: [0x01, 0x5C, 0xE0, 0x50, 0xB3, 0xE9, 0xDA, 0xFC],
    after: 0,
};

impl SBox {
    #[inline(never)]
    fn of(&self, word: u32) -> u32 {
        linear(&self.out, inverse(linear(&self.into, word ^ self.before))) ^ self.after
    }

    /// All bytes, and then the rows, each `step` columns farther than the one
    /// before.
    #[inline(never)]
    fn round(&self, block: &mut Block, step: usize) {
        let old = block.map(|word| self.of(word));
        for (column, word) in block.iter_mut().enumerate() {
            let (mut from, mut row) = (column, 0xFF_u32);
            *word = 0;
            while row != 0 {
                *word |= row & old.get(from % 4).copied().unwrap_or_default();
                from = from.wrapping_add(step);
                row <<= 8;
            }
        }
    }
}

/// A linear map of each byte.
#[inline(never)]
fn linear(map: &[u8; 8], word: u32) -> u32 {
    let mut word = word;
    map.iter().fold(0, |sum, column| {
        let bits = word & ONES;
        let all = (bits << 8).wrapping_sub(bits);
        word >>= 1;
        sum ^ (all & u32::from(*column).wrapping_mul(ONES))
    })
}

/// The inverse of each pair `a y + b`: it is `a y + (b + 2a)` over their product
/// `a^2 + b (b + 2a)`, which is a number of GF(2^4).
#[inline(never)]
fn inverse(word: u32) -> u32 {
    let twice = (word >> 4 & 0x0F0F_0F0F) << 1;
    let over = twice >> 4 & ONES;
    let pair = word ^ twice ^ (over << 4 | over << 1 | over);
    let products = product(word, pair);
    let one = (products ^ products >> 4) & 0x0F0F_0F0F;
    let both = one | one << 4;
    // Its 14th power is its inverse.
    let mut power = both;
    for _ in 0..2 {
        power = product(product(power, power), both);
    }
    product(pair, product(power, power))
}

/// The product in GF(2^4) of each half of a byte.
#[inline(never)]
fn product(a: u32, b: u32) -> u32 {
    let halves = 0x1111_1111;
    let mut b = b;
    (0..4).fold(0_u32, |sum, _| {
        let over = sum >> 3 & halves;
        let bits = b >> 3 & halves;
        b <<= 1;
        let all = (bits << 4).wrapping_sub(bits);
        (sum << 1 & 0xEEEE_EEEE) ^ over ^ over << 1 ^ (a & all)
    })
}

#[cfg(test)]
mod tests {
    use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};

    use super::*;

    /// FIPS 197, appendix C.3.
    #[test]
    fn the_standard_s_example() {
        let key = core::array::from_fn(|at| at as u8);
        let plain = core::array::from_fn(|at| at as u8 * 0x11);
        let mut block = block_of(&plain);
        let aes = Aes256::new(&key);
        aes.encrypt(&mut block);
        let mut bytes = [0; 16];
        put_block(&block, &mut bytes);
        let expected = 0x8ea2_b7ca_5167_45bf_eafc_4990_4b49_6089_u128;
        assert_eq!(u128::from_be_bytes(bytes), expected);
        aes.decrypt(&mut block);
        assert_eq!(block, block_of(&plain));
    }

    /// Every byte at every place of a block, and of a key.
    #[test]
    fn every_byte_is_that_of_the_crate() {
        for byte in 0..=255_u8 {
            let key = [byte ^ 0x5A; 32];
            let plain: [u8; 16] = core::array::from_fn(|at| byte.wrapping_add(at as u8 * 16));
            let (own, theirs) = (Aes256::new(&key), key.into());
            let mut block = block_of(&plain);
            let mut bytes = plain.into();
            own.encrypt(&mut block);
            aes::Aes256Enc::new(&theirs).encrypt_block(&mut bytes);
            assert_eq!(block, block_of(&bytes.into()), "{byte}");
            let (mut block, mut bytes) = (block_of(&plain), plain.into());
            own.decrypt(&mut block);
            aes::Aes256Dec::new(&theirs).decrypt_block(&mut bytes);
            assert_eq!(block, block_of(&bytes.into()), "{byte}");
        }
    }
}
