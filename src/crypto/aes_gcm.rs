//! AES-256 in Galois/counter mode (NIST SP 800-38D) without associated data,
//! in place. Encrypting twice with one nonce gives the key of the tag away.

use aes::cipher::consts::U12;
use aes_gcm::{AeadInOut, AesGcm, KeyInit};

use crate::Error;
use crate::crypto::aes256;
use crate::secret::Secret;

/// Bytes of the key.
pub const KEY_LEN: usize = 32;

/// Bytes of the nonce.
pub const NONCE_LEN: usize = 12;

/// Bytes of the tag.
pub const TAG_LEN: usize = 16;

/// Counter mode never decrypts a block: only round keys of that direction.
type Gcm = AesGcm<aes256::Encrypt, U12>;

// Frames of their own, here and in the next two: inlined, the copies of the
// round keys and the buffers of all of them would lie on the stack at once.
#[inline(never)]
fn keyed(key: &[u8; KEY_LEN]) -> Gcm {
    Gcm::new(key.into())
}

/// Encrypts `buffer` and gives the tag.
///
/// # Errors
///
/// [`Error::ContentTooLarge`] beyond the 64 GiB that one nonce is good for.
pub fn encrypt(
    key: &Secret<KEY_LEN>,
    nonce: &[u8; NONCE_LEN],
    buffer: &mut [u8],
) -> Result<[u8; TAG_LEN], Error> {
    let mut tag = [0; TAG_LEN];
    encrypt_apart(key.expose(), nonce, buffer, &mut tag)?;
    Ok(tag)
}

/// [`encrypt`] with a place for the tag.
///
/// # Errors
///
/// As [`encrypt`].
#[inline(never)]
pub fn encrypt_apart(
    key: &[u8; KEY_LEN],
    nonce: &[u8; NONCE_LEN],
    buffer: &mut [u8],
    tag: &mut [u8; TAG_LEN],
) -> Result<(), Error> {
    *tag = keyed(key)
        .encrypt_inout_detached(nonce.into(), &[], buffer.into())
        .map_err(|_| Error::ContentTooLarge { max: usize::MAX })?
        .into();
    Ok(())
}

/// Checks the tag of `buffer` and decrypts it.
///
/// # Errors
///
/// [`Error::DecryptFailed`] when the tag is wrong; `buffer` is left alone then.
#[inline(never)]
pub fn decrypt(
    key: &[u8; KEY_LEN],
    nonce: &[u8; NONCE_LEN],
    buffer: &mut [u8],
    tag: &[u8; TAG_LEN],
) -> Result<(), Error> {
    keyed(key)
        .decrypt_inout_detached(nonce.into(), &[], buffer.into(), tag.into())
        .map_err(|_| Error::DecryptFailed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    const KEY: &[u8] = b"feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
    const NONCE: &[u8] = b"cafebabefacedbaddecaf888";
    const PLAIN: &[u8] = b"d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
        1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
    const CIPHER: &[u8] = b"522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
        8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";
    const TAG: &[u8] = b"b094dac5d93471bdec1a502270e3cc6c";

    /// Test cases 13 and 15 of the GCM specification by McGrew and Viega.
    #[test]
    fn answers_of_the_specification() {
        let tag = encrypt(&Secret::new([0; 32]), &[0; 12], &mut []).unwrap();
        assert_eq!(Some(tag), hex::decode(b"530f8afbc74536b9a963b4f1c4cb738b"));

        let key = Secret::new(hex::decode(KEY).unwrap());
        let nonce = hex::decode(NONCE).unwrap();
        let plain: [u8; 64] = hex::decode(PLAIN).unwrap();
        let mut buffer = plain;
        let tag = encrypt(&key, &nonce, &mut buffer).unwrap();
        assert_eq!(Some(buffer), hex::decode(CIPHER));
        assert_eq!(Some(tag), hex::decode(TAG));
        decrypt(key.expose(), &nonce, &mut buffer, &tag).unwrap();
        assert_eq!(buffer, plain);
    }

    #[test]
    fn a_wrong_tag_leaves_the_ciphertext() {
        let key = Secret::new([1; 32]);
        let mut buffer = *b"plaintext";
        let mut tag = encrypt(&key, &[2; 12], &mut buffer).unwrap();
        let cipher = buffer;
        tag[15] ^= 1;
        assert_eq!(
            decrypt(key.expose(), &[2; 12], &mut buffer, &tag),
            Err(Error::DecryptFailed)
        );
        assert_eq!(buffer, cipher);
    }
}
