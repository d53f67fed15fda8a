//! AES-256 in CBC mode with PKCS#7 padding (NIST SP 800-38A, RFC 5652 section
//! 6.3), in place. It hides; it does not protect against change.

use aes::Block;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use cbc::{Decryptor, Encryptor};

use crate::Error;
use crate::crypto::aes256;
use crate::secret::Secret;

/// Bytes of the key.
pub const KEY_LEN: usize = 32;

/// Bytes of the initialization vector.
pub const IV_LEN: usize = 16;

/// Bytes of a block.
pub const BLOCK_LEN: usize = 16;

/// Bytes of the ciphertext of `len` bytes: one to sixteen more, a multiple of
/// sixteen.
#[must_use]
pub const fn padded_len(len: usize) -> usize {
    (len / BLOCK_LEN)
        .saturating_add(1)
        .saturating_mul(BLOCK_LEN)
}

/// Pads and encrypts the first `len` bytes of `buffer`; the ciphertext takes
/// up its first [`padded_len`] bytes.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when `buffer` has no room for the padding.
pub fn encrypt(
    key: &Secret<KEY_LEN>,
    iv: &[u8; IV_LEN],
    buffer: &mut [u8],
    len: usize,
) -> Result<(), Error> {
    encrypt_blocks(key.expose(), iv, pad(buffer, len)?);
    Ok(())
}

/// Puts the padding behind the first `len` bytes of `buffer` and gives both.
///
/// # Errors
///
/// [`Error::BufferTooSmall`] when `buffer` has no room for it.
pub fn pad(buffer: &mut [u8], len: usize) -> Result<&mut [u8], Error> {
    let needed = padded_len(len);
    let buffer = buffer
        .get_mut(..needed)
        .ok_or(Error::BufferTooSmall { needed })?;
    let padding = needed.saturating_sub(len);
    // At most a block.
    #[allow(clippy::cast_possible_truncation)]
    buffer
        .iter_mut()
        .rev()
        .take(padding)
        .for_each(|byte| *byte = padding as u8);
    Ok(buffer)
}

/// Encrypts whole blocks; bytes behind the last of them stay as they are.
#[inline(never)] // Its round keys lie on no other function's stack.
pub fn encrypt_blocks(key: &[u8; KEY_LEN], iv: &[u8; IV_LEN], blocks: &mut [u8]) {
    let (blocks, _) = Block::slice_as_chunks_mut(blocks);
    Encryptor::<aes256::Encrypt>::new(key.into(), iv.into()).encrypt_blocks(blocks);
}

/// Decrypts `buffer` and gives what was encrypted, without the padding.
///
/// # Errors
///
/// [`Error::DecryptFailed`] when `buffer` is empty, no multiple of a block, or
/// wrongly padded.
pub fn decrypt<'b>(
    key: &Secret<KEY_LEN>,
    iv: &[u8; IV_LEN],
    buffer: &'b mut [u8],
) -> Result<&'b mut [u8], Error> {
    decrypt_blocks(key.expose(), iv, buffer);
    unpad(buffer)
}

/// Decrypts whole blocks; bytes behind the last of them stay as they are.
#[inline(never)]
pub fn decrypt_blocks(key: &[u8; KEY_LEN], iv: &[u8; IV_LEN], blocks: &mut [u8]) {
    let (blocks, _) = Block::slice_as_chunks_mut(blocks);
    Decryptor::<aes256::Decrypt>::new(key.into(), iv.into()).decrypt_blocks(blocks);
}

/// Takes the padding off.
///
/// # Errors
///
/// [`Error::DecryptFailed`] when `buffer` is empty, no multiple of a block, or
/// wrongly padded.
pub fn unpad(buffer: &mut [u8]) -> Result<&mut [u8], Error> {
    let (blocks, rest) = Block::slice_as_chunks(buffer);
    if !rest.is_empty() {
        return Err(Error::DecryptFailed);
    }
    let len = blocks
        .last()
        .and_then(padding)
        .and_then(|padding| buffer.len().checked_sub(padding))
        .ok_or(Error::DecryptFailed)?;
    buffer.get_mut(..len).ok_or(Error::DecryptFailed)
}

/// The length of the padding that ends `block`. All bytes are looked at, so
/// that the time does not tell which of them is wrong.
fn padding(block: &Block) -> Option<usize> {
    let last = *block.last()?;
    let padding = usize::from(last);
    let wrong = block
        .iter()
        .rev()
        .zip(0..)
        .fold(0, |wrong, (byte, at): (_, usize)| {
            wrong | if at < padding { byte ^ last } else { 0 }
        });
    (wrong == 0 && (1..=BLOCK_LEN).contains(&padding)).then_some(padding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    const KEY: &[u8] = b"603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4";
    const IV: &[u8] = b"000102030405060708090a0b0c0d0e0f";
    const PLAIN: &[u8] = b"6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51\
        30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
    const CIPHER: &[u8] = b"f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d\
        39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b";

    fn key() -> Secret<32> {
        Secret::new(hex::decode(KEY).unwrap())
    }

    #[test]
    fn sp_800_38a_answers() {
        let iv = hex::decode(IV).unwrap();
        let plain: [u8; 64] = hex::decode(PLAIN).unwrap();
        let cipher: [u8; 64] = hex::decode(CIPHER).unwrap();
        let mut buffer = [0; 80];
        buffer[..64].copy_from_slice(&plain);
        encrypt(&key(), &iv, &mut buffer, 64).unwrap();
        assert_eq!(buffer[..64], cipher);
        assert_eq!(decrypt(&key(), &iv, &mut buffer).unwrap(), plain);
    }

    #[test]
    fn every_length_comes_back() {
        for len in 0..=48 {
            let source: [u8; 64] = core::array::from_fn(|at| at as u8);
            let mut buffer = source;
            let room = padded_len(len);
            assert_eq!(
                encrypt(&key(), &[7; 16], &mut buffer[..room - 1], len),
                Err(Error::BufferTooSmall { needed: room })
            );
            assert_eq!(buffer, source);
            encrypt(&key(), &[7; 16], &mut buffer, len).unwrap();
            let back = decrypt(&key(), &[7; 16], &mut buffer[..room]).unwrap();
            assert_eq!(back, &source[..len]);
        }
    }

    #[test]
    fn only_whole_padding_is_taken_off() {
        for (end, len) in [
            (&[1_u8][..], Some(1)),
            (&[2, 2], Some(2)),
            (&[16; 16], Some(16)),
            (&[0], None),
            (&[17], None),
            (&[255], None),
            (&[1, 2], None),
            (&[3, 1, 3, 3, 3], Some(3)),
            (&[9, 3, 3], None),
            // Two that are wrong in the same bits.
            (&[7, 7, 3], None),
        ] {
            let mut block = Block::from([9; 16]);
            block[16 - end.len()..].copy_from_slice(end);
            assert_eq!(padding(&block), len, "{end:?}");
        }
    }

    #[test]
    fn nothing_and_parts_of_blocks_are_refused() {
        for len in [0, 1, 15, 17, 31] {
            let mut buffer = [0; 32];
            assert_eq!(
                decrypt(&key(), &[0; 16], &mut buffer[..len]),
                Err(Error::DecryptFailed)
            );
        }
    }
}
