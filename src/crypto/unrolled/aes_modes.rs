//! AES-256-CBC and AES-256-GCM of the crates.

use aes::cipher::consts::U12;
use aes::{Aes256Dec, Aes256Enc, Block};
use aes_gcm::{AeadInOut, AesGcm, KeyInit};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use cbc::{Decryptor, Encryptor};

use crate::Error;
use crate::crypto::aes_cbc::{IV_LEN, KEY_LEN};
use crate::crypto::aes_gcm::{NONCE_LEN, TAG_LEN};

/// Counter mode never decrypts a block: only round keys of that direction.
type Gcm = AesGcm<Aes256Enc, U12>;

pub(in crate::crypto) fn cbc_encrypt(key: &[u8; KEY_LEN], iv: &[u8; IV_LEN], blocks: &mut [u8]) {
    let (blocks, _) = Block::slice_as_chunks_mut(blocks);
    Encryptor::<Aes256Enc>::new(key.into(), iv.into()).encrypt_blocks(blocks);
}

pub(in crate::crypto) fn cbc_decrypt(key: &[u8; KEY_LEN], iv: &[u8; IV_LEN], blocks: &mut [u8]) {
    let (blocks, _) = Block::slice_as_chunks_mut(blocks);
    Decryptor::<Aes256Dec>::new(key.into(), iv.into()).decrypt_blocks(blocks);
}

// A frame of its own: inlined, the copies of the round keys and the buffers of all
// functions would lie on the stack at once.
#[inline(never)]
fn keyed(key: &[u8; KEY_LEN]) -> Gcm {
    Gcm::new(key.into())
}

/// Encrypts `text` and gives the tag.
pub(in crate::crypto) fn gcm_encrypt(
    key: &[u8; KEY_LEN],
    nonce: &[u8; NONCE_LEN],
    text: &mut [u8],
    tag: &mut [u8; TAG_LEN],
) -> Result<(), Error> {
    *tag = keyed(key)
        .encrypt_inout_detached(nonce.into(), &[], text.into())
        .map_err(|_| Error::ContentTooLarge { max: usize::MAX })?
        .into();
    Ok(())
}

/// Decrypts `text` if the tag is that of it.
pub(in crate::crypto) fn gcm_decrypt(
    key: &[u8; KEY_LEN],
    nonce: &[u8; NONCE_LEN],
    text: &mut [u8],
    tag: &[u8; TAG_LEN],
) -> Result<(), Error> {
    keyed(key)
        .decrypt_inout_detached(nonce.into(), &[], text.into(), tag.into())
        .map_err(|_| Error::DecryptFailed)
}
