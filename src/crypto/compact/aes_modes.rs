//! AES-256-CBC and AES-256-GCM (NIST SP 800-38A and 800-38D) around the block.

use super::aes256::{Aes256, BLOCK_LEN, Block, add, block_of, put_block};
use crate::Error;
use crate::crypto::aes_cbc::{IV_LEN, KEY_LEN};
use crate::crypto::aes_gcm::{NONCE_LEN, TAG_LEN};
use crate::crypto::compare::equal;

pub(in crate::crypto) fn cbc_encrypt(key: &[u8; KEY_LEN], iv: &[u8; IV_LEN], blocks: &mut [u8]) {
    let aes = Aes256::new(key);
    let mut last = block_of(iv);
    let (blocks, _) = blocks.as_chunks_mut();
    for bytes in blocks {
        add(&mut last, &block_of(bytes));
        aes.encrypt(&mut last);
        put_block(&last, bytes);
    }
}

pub(in crate::crypto) fn cbc_decrypt(key: &[u8; KEY_LEN], iv: &[u8; IV_LEN], blocks: &mut [u8]) {
    let aes = Aes256::new(key);
    let mut last = block_of(iv);
    let (blocks, _) = blocks.as_chunks_mut();
    for bytes in blocks {
        let sealed = block_of(bytes);
        let mut block = sealed;
        aes.decrypt(&mut block);
        add(&mut block, &last);
        put_block(&block, bytes);
        last = sealed;
    }
}

/// Encrypts `text` and gives the tag.
pub(in crate::crypto) fn gcm_encrypt(
    key: &[u8; KEY_LEN],
    nonce: &[u8; NONCE_LEN],
    text: &mut [u8],
    tag: &mut [u8; TAG_LEN],
) -> Result<(), Error> {
    let aes = Aes256::new(key);
    count_through(&aes, nonce, text);
    *tag = tag_of(&aes, nonce, text);
    Ok(())
}

/// Decrypts `text` if the tag is that of it.
pub(in crate::crypto) fn gcm_decrypt(
    key: &[u8; KEY_LEN],
    nonce: &[u8; NONCE_LEN],
    text: &mut [u8],
    tag: &[u8; TAG_LEN],
) -> Result<(), Error> {
    let aes = Aes256::new(key);
    if !equal(&tag_of(&aes, nonce, text), tag) {
        return Err(Error::DecryptFailed);
    }
    count_through(&aes, nonce, text);
    Ok(())
}

/// The encrypted block of a nonce and a number (section 6.5).
#[inline(never)]
fn counted(aes: &Aes256, nonce: &[u8; NONCE_LEN], number: u32) -> [u8; BLOCK_LEN] {
    let mut bytes = [0; BLOCK_LEN];
    if let Some((start, end)) = bytes.split_first_chunk_mut::<NONCE_LEN>() {
        *start = *nonce;
        end.copy_from_slice(&number.to_be_bytes());
    }
    encrypted(aes, block_of(&bytes))
}

#[inline(never)]
fn encrypted(aes: &Aes256, block: Block) -> [u8; BLOCK_LEN] {
    let (mut block, mut bytes) = (block, [0; BLOCK_LEN]);
    aes.encrypt(&mut block);
    put_block(&block, &mut bytes);
    bytes
}

#[inline(never)]
fn count_through(aes: &Aes256, nonce: &[u8; NONCE_LEN], text: &mut [u8]) {
    for (part, number) in text.chunks_mut(BLOCK_LEN).zip(2..) {
        for (byte, key) in part.iter_mut().zip(counted(aes, nonce, number)) {
            *byte ^= key;
        }
    }
}

/// The tag of what is encrypted (sections 6.4 and 7.1), without associated data.
#[inline(never)]
fn tag_of(aes: &Aes256, nonce: &[u8; NONCE_LEN], text: &[u8]) -> [u8; TAG_LEN] {
    let hash_key = u128::from_be_bytes(encrypted(aes, [0; 4]));
    let mut sum = 0;
    for part in text.chunks(BLOCK_LEN) {
        let mut bytes = [0; BLOCK_LEN];
        for (to, from) in bytes.iter_mut().zip(part) {
            *to = *from;
        }
        sum = product(sum ^ u128::from_be_bytes(bytes), hash_key);
    }
    let bits = (text.len() as u128).wrapping_mul(8);
    sum = product(sum ^ bits, hash_key);
    (sum ^ u128::from_be_bytes(counted(aes, nonce, 1))).to_be_bytes()
}

/// The product in GF(2^128), in which the highest bit is the number one
/// (section 6.3).
#[inline(never)]
fn product(a: u128, b: u128) -> u128 {
    let all = |bit: u128| 0_u128.wrapping_sub(bit);
    let mut a = a;
    (0..128).fold(0, |sum, _| {
        let times = a & 1;
        a >>= 1;
        (sum >> 1) ^ (all(sum & 1) & 0xE1 << 120) ^ (all(times) & b)
    })
}

#[cfg(test)]
mod tests {
    use crate::crypto::unrolled;

    use super::*;

    fn bytes<const N: usize>(seed: usize) -> [u8; N] {
        core::array::from_fn(|at| (at * 37 + seed * 101 + at * seed) as u8)
    }

    #[test]
    fn cbc_is_that_of_the_crate_at_every_length() {
        for blocks in 0..5 {
            let (key, iv) = (bytes(blocks), bytes(blocks + 1));
            let (mut own, mut theirs) = (bytes::<64>(9), bytes::<64>(9));
            let len = blocks * 16;
            cbc_encrypt(&key, &iv, &mut own[..len]);
            unrolled::cbc_encrypt(&key, &iv, &mut theirs[..len]);
            assert_eq!(own, theirs, "{blocks}");
            cbc_decrypt(&key, &iv, &mut own[..len]);
            assert_eq!(own, bytes::<64>(9), "{blocks}");
        }
    }

    #[test]
    fn gcm_is_that_of_the_crate_at_every_length() {
        for len in 0..50 {
            let (key, nonce) = (bytes(len), bytes(len + 1));
            let (mut own, mut theirs) = (bytes::<50>(7), bytes::<50>(7));
            let (mut tag, mut other) = ([0; 16], [0; 16]);
            gcm_encrypt(&key, &nonce, &mut own[..len], &mut tag).unwrap();
            unrolled::gcm_encrypt(&key, &nonce, &mut theirs[..len], &mut other).unwrap();
            assert_eq!((own, tag), (theirs, other), "{len}");
            tag[len % 16] ^= 1;
            let refused = gcm_decrypt(&key, &nonce, &mut own[..len], &tag);
            assert_eq!((refused, own), (Err(Error::DecryptFailed), theirs), "{len}");
            gcm_decrypt(&key, &nonce, &mut own[..len], &other).unwrap();
            assert_eq!(own, bytes::<50>(7), "{len}");
        }
    }
}
