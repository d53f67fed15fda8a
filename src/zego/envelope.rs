//! What is around the JSON of a token.
//!
//! A token is two digits of version and the base64 text (standard alphabet,
//! padded) of this body, all numbers big-endian:
//!
//! | CBC, offset | GCM, offset | bytes | content |
//! |---|---|---|---|
//! | 0 | 0 | 8 | expiry, Unix seconds, signed, in clear |
//! | 8 | 8 | 2 | length of the initialization vector: 16 or 12 |
//! | 10 | 10 | 16 or 12 | initialization vector, or AES nonce |
//! | 26 | 22 | 2 | length of the ciphertext C, with the tag of GCM |
//! | 28 | 24 | C | ciphertext, in GCM followed by its 16-byte tag |
//! | - | 24 + C | 1 | mode: 1 |
//!
//! Neither the version nor the clear expiry nor the mode is authenticated.

use super::{CbcEntropy, GcmEntropy, ServerSecret};
use crate::Error;
use crate::buffer::Writer;
use crate::crypto::platform::{Crypto, encrypted};
use crate::crypto::{aes_cbc, aes_gcm};
use crate::output::Output;
use crate::wire::base64;
use crate::wire::packing::Reader;

/// How the JSON of a token is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// AES-256-CBC: the revision that every ZEGO service reads.
    Cbc,
    /// AES-256-GCM: the revision with a trailing mode byte.
    Gcm,
}

/// The most bytes of JSON in a token of either mode: beyond it, the signed
/// 16-bit length of the ciphertext would overflow.
pub const JSON_MAX: usize = 32_751;

/// No token that parses has more characters: libraries that do not check write
/// more JSON than [`JSON_MAX`], up to what 16 bits count.
const TOKEN_MAX: usize = Mode::Gcm.token_capacity(u16::MAX as usize - aes_gcm::TAG_LEN);

/// Characters of the version in front of the base64 text.
const VERSION_LEN: usize = 2;

impl Mode {
    /// Bytes of the body around the ciphertext.
    const fn header_len(self) -> usize {
        match self {
            Self::Cbc => 8 + 2 + aes_cbc::IV_LEN + 2,
            Self::Gcm => 8 + 2 + aes_gcm::NONCE_LEN + 2,
        }
    }

    const fn ciphertext_len(self, json_len: usize) -> usize {
        match self {
            Self::Cbc => aes_cbc::padded_len(json_len),
            Self::Gcm => json_len.saturating_add(aes_gcm::TAG_LEN),
        }
    }

    const fn body_len(self, json_len: usize) -> usize {
        let trailer = match self {
            Self::Cbc => 0,
            Self::Gcm => 1,
        };
        self.header_len()
            .saturating_add(self.ciphertext_len(json_len))
            .saturating_add(trailer)
    }

    /// Characters of a token around `json_len` bytes of JSON, at most
    /// [`JSON_MAX`].
    #[must_use]
    pub const fn token_capacity(self, json_len: usize) -> usize {
        base64::encoded_len(self.body_len(json_len)).saturating_add(VERSION_LEN)
    }

    /// As [`Mode::token_capacity`] for an upper bound, which may exceed what a token
    /// can hold.
    pub(super) const fn token_max(self, json_max: usize) -> usize {
        self.token_capacity(if json_max < JSON_MAX {
            json_max
        } else {
            JSON_MAX
        })
    }
}

/// Bytes of workspace that are enough to parse a token of `token_len`
/// characters.
#[must_use]
pub const fn workspace_len(token_len: usize) -> usize {
    base64::decoded_capacity(token_len.saturating_sub(VERSION_LEN))
}

/// An encryption with the random values it uses up; behind a pointer, so that
/// a program links the modes that it mints.
pub(super) trait Cipher {
    fn mode(&self) -> Mode;

    /// The member `nonce` of the JSON.
    fn nonce(&self) -> i64;

    fn iv(&self) -> &[u8];

    /// Encrypts the JSON at the front of `content` and puts behind it what the
    /// mode asks for.
    fn encrypt(&mut self, key: &[u8], content: &mut [u8], json_len: usize) -> Result<(), Error>;
}

/// What encrypts, and with which random values.
pub(super) struct With<E, M> {
    pub(super) entropy: E,
    pub(super) crypto: M,
}

impl<M: Crypto> Cipher for With<CbcEntropy, M> {
    fn mode(&self) -> Mode {
        Mode::Cbc
    }

    fn nonce(&self) -> i64 {
        self.entropy.nonce()
    }

    fn iv(&self) -> &[u8] {
        self.entropy.iv()
    }

    fn encrypt(&mut self, key: &[u8], content: &mut [u8], json_len: usize) -> Result<(), Error> {
        let blocks = aes_cbc::pad(content, json_len)?;
        let (crypto, iv) = (&mut self.crypto, self.entropy.iv());
        Ok(encrypted(blocks, 0, |blocks| {
            crypto.aes256_cbc_encrypt(key, iv, blocks)
        })?)
    }
}

impl<M: Crypto> Cipher for With<GcmEntropy, M> {
    fn mode(&self) -> Mode {
        Mode::Gcm
    }

    fn nonce(&self) -> i64 {
        self.entropy.nonce()
    }

    fn iv(&self) -> &[u8] {
        self.entropy.iv()
    }

    fn encrypt(&mut self, key: &[u8], content: &mut [u8], json_len: usize) -> Result<(), Error> {
        let needed = content.len();
        let sealed_len = json_len.saturating_add(aes_gcm::TAG_LEN);
        let (sealed, mode) = content
            .split_at_mut_checked(sealed_len)
            .ok_or(Error::BufferTooSmall { needed })?;
        mode.fill(MODE_GCM);
        if let Some(tag) = sealed.last_chunk_mut() {
            *tag = [0; aes_gcm::TAG_LEN];
        }
        let (crypto, iv) = (&mut self.crypto, self.entropy.iv());
        Ok(encrypted(sealed, aes_gcm::TAG_LEN, |sealed| {
            crypto.aes256_gcm_encrypt(key, iv, sealed)
        })?)
    }
}

/// The key that a secret is; empty: the one that the platform holds.
pub(super) const fn key_of(secret: Option<&ServerSecret>) -> &[u8] {
    match secret {
        Some(secret) => secret.key().expose(),
        None => &[],
    }
}

/// Bytes that `write` writes.
///
/// # Errors
///
/// [`Error::ContentTooLarge`] beyond [`JSON_MAX`].
pub(super) fn measure(write: impl FnOnce(&mut Writer<'_>)) -> Result<usize, Error> {
    let mut counter = Writer::new(&mut []);
    write(&mut counter);
    match counter.len() {
        len if len <= JSON_MAX => Ok(len),
        _ => Err(Error::ContentTooLarge { max: JSON_MAX }),
    }
}

/// A token in `out`, around the JSON that `write` writes; JSON, ciphertext and
/// text take turns in the same bytes.
pub(super) fn seal<O: Output>(
    version: &[u8; VERSION_LEN],
    expires_at: i64,
    key: &[u8],
    cipher: &mut dyn Cipher,
    write: impl Fn(&mut Writer<'_>),
    out: O,
) -> Result<O::Text, Error> {
    let mode = cipher.mode();
    let json_len = measure(&write)?;
    let needed = mode.token_capacity(json_len);
    out.write_text(needed, |token| {
        let too_small = Error::BufferTooSmall { needed };
        let body_len = mode.body_len(json_len);
        let body = token.get_mut(..body_len).ok_or(too_small)?;
        let (header, content) = body
            .split_at_mut_checked(mode.header_len())
            .ok_or(too_small)?;
        put_header(
            header,
            expires_at,
            cipher.iv(),
            mode.ciphertext_len(json_len),
        );
        let mut json = Writer::new(content);
        write(&mut json);
        cipher.encrypt(key, content, json_len)?;

        let len = base64::encode_at(token, VERSION_LEN, body_len);
        *token.first_chunk_mut().ok_or(too_small)? = *version;
        len
    })
}

#[inline(never)] // What it needs is not below a cipher.
fn put_header(header: &mut [u8], expires_at: i64, iv: &[u8], ciphertext_len: usize) {
    // 16 or 12, and at most `JSON_MAX` and a block.
    #[allow(clippy::cast_possible_truncation)]
    let (iv_len, ciphertext_len) = (iv.len() as u16, ciphertext_len as u16);
    let mut header = Writer::new(header);
    header.put(&expires_at.to_be_bytes());
    header.put(&iv_len.to_be_bytes());
    header.put(iv);
    header.put(&ciphertext_len.to_be_bytes());
}

/// The trailing byte of a CBC body: defined, but written by no library.
const MODE_CBC: u8 = 0;
const MODE_GCM: u8 = 1;

/// A token whose clear part has been read; its JSON is still encrypted.
#[derive(Debug)]
pub(super) struct Envelope<'w> {
    cipher: Keyless,
    expires_at: i64,
    ciphertext: &'w mut [u8],
}

/// What decryption needs beside the key.
#[derive(Debug, Clone, Copy)]
enum Keyless {
    Cbc([u8; aes_cbc::IV_LEN]),
    Gcm([u8; aes_gcm::NONCE_LEN]),
}

impl<'w> Envelope<'w> {
    /// Offset of the length of the initialization vector.
    pub(super) const IV_LEN_AT: usize = 8;

    /// Decodes `token` into the front of `workspace`. Text from the first `#`
    /// on is not part of the token: ZEGO's web kit appends its own there.
    pub(super) fn parse(
        version: &[u8; VERSION_LEN],
        token: &str,
        workspace: &'w mut [u8],
    ) -> Result<Self, Error> {
        let text = token
            .as_bytes()
            .strip_prefix(version)
            .ok_or(Error::UnsupportedVersion)?;
        // What follows the longest token is not even searched for its end.
        let longest = TOKEN_MAX - VERSION_LEN;
        let head = text.get(..=longest).unwrap_or(text);
        let text = match head.iter().position(|byte| *byte == b'#') {
            Some(end) => head.get(..end).unwrap_or_default(),
            None if text.len() > longest => return Err(Error::TooLarge { max: TOKEN_MAX }),
            None => text,
        };
        let body = base64::decode(text, VERSION_LEN, workspace)?;

        let mut reader = Reader::new(body);
        let expires_at = i64::from_be_bytes(reader.array()?);
        let iv_len = u16::from_be_bytes(reader.array()?);
        let iv = reader.take(usize::from(iv_len))?;
        let len_at = reader.position();
        let ciphertext_len = usize::from(u16::from_be_bytes(reader.array()?));
        let start = reader.position();
        reader.take(ciphertext_len)?;
        let end = reader.position();

        let is_gcm = match reader.rest() {
            [] | [MODE_CBC] => false,
            [MODE_GCM] => true,
            [_] => return Err(Error::Malformed { at: end }),
            _ => return Err(Error::TrailingData { at: end }),
        };
        let bad_iv = Error::Malformed {
            at: Self::IV_LEN_AT,
        };
        let (cipher, whole) = if is_gcm {
            let nonce = iv.try_into().map_err(|_| bad_iv)?;
            (Keyless::Gcm(nonce), ciphertext_len >= aes_gcm::TAG_LEN)
        } else {
            let iv = iv.try_into().map_err(|_| bad_iv)?;
            let whole = ciphertext_len > 0 && ciphertext_len.is_multiple_of(aes_cbc::BLOCK_LEN);
            (Keyless::Cbc(iv), whole)
        };
        if !whole {
            return Err(Error::Malformed { at: len_at });
        }
        let ciphertext = body
            .get_mut(start..end)
            .ok_or(Error::Truncated { at: start })?;
        Ok(Self {
            cipher,
            expires_at,
            ciphertext,
        })
    }

    pub(super) const fn mode(&self) -> Mode {
        match self.cipher {
            Keyless::Cbc(_) => Mode::Cbc,
            Keyless::Gcm(_) => Mode::Gcm,
        }
    }

    pub(super) const fn expires_at(&self) -> i64 {
        self.expires_at
    }

    pub(super) const fn ciphertext_len(&self) -> usize {
        self.ciphertext.len()
    }

    /// The JSON, decrypted where it stands.
    pub(super) fn decrypt(self, key: &[u8], crypto: &mut impl Crypto) -> Result<&'w str, Error> {
        let json = match &self.cipher {
            Keyless::Cbc(iv) => {
                crypto.aes256_cbc_decrypt(key, iv, self.ciphertext)?;
                aes_cbc::unpad(self.ciphertext)?
            }
            Keyless::Gcm(nonce) => {
                // A wrong tag and a platform that fails are not told apart.
                crypto
                    .aes256_gcm_decrypt(key, nonce, self.ciphertext)
                    .map_err(|_| Error::DecryptFailed)?;
                let json = self.ciphertext.split_last_chunk_mut();
                let (json, _tag): (_, &mut [u8; aes_gcm::TAG_LEN]) =
                    json.ok_or(Error::DecryptFailed)?;
                json
            }
        };
        core::str::from_utf8(json).map_err(|_| Error::DecryptFailed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_at_the_edges() {
        for (mode, json_len, token_len) in [
            (Mode::Cbc, 0, 2 + 60),
            (Mode::Cbc, 15, 2 + 60),
            (Mode::Cbc, 16, 2 + 80),
            (Mode::Cbc, JSON_MAX, 43_710),
            (Mode::Gcm, 0, 2 + 56),
            (Mode::Gcm, 1, 2 + 56),
            (Mode::Gcm, 2, 2 + 60),
            (Mode::Gcm, JSON_MAX, 43_726),
        ] {
            assert_eq!(
                mode.token_capacity(json_len),
                token_len,
                "{mode:?} {json_len}"
            );
        }
        assert_eq!(Mode::Cbc.ciphertext_len(JSON_MAX), 32_752);
        assert_eq!(Mode::Gcm.ciphertext_len(JSON_MAX), 32_767);
        assert_eq!(Mode::Cbc.token_max(usize::MAX), 43_710);
    }
}
