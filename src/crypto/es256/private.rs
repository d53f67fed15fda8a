//! Private keys as PKCS #8 (RFC 5958) and SEC 1 (RFC 5915).
//!
//! ```text
//! PKCS #8  SEQUENCE { version 0|1, SEQUENCE { id-ecPublicKey, prime256v1 },
//!                     OCTET STRING { SEC 1 }, [0] attributes?, [1] point? }
//! SEC 1    SEQUENCE { version 1, OCTET STRING d, [0] { prime256v1 }?,
//!                     [1] { BIT STRING point }? }
//! ```
//!
//! A point that does not belong to `d` is refused, wherever it stands.

use zeroize::Zeroize;

use super::{PEM_CONTENT_MAX, PRIME256V1, PublicKey, SCALAR_LEN, SigningKey, read_algorithm};
use crate::Error;
use crate::buffer::Writer;
use crate::output::Output;
use crate::secret::Secret;
use crate::wire::{der, pem};

const PKCS8_LABEL: &str = "PRIVATE KEY";
const SEC1_LABEL: &str = "EC PRIVATE KEY";

/// PKCS #8 before `d`.
const PKCS8_HEAD: [u8; 36] = [
    0x30, 0x81, 0x87, 0x02, 0x01, 0x00, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02,
    0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x04, 0x6d, 0x30, 0x6b, 0x02,
    0x01, 0x01, 0x04, 0x20,
];
/// SEC 1 before `d`.
const SEC1_HEAD: [u8; 7] = [0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20];
/// SEC 1 between `d` and the point: the curve.
const SEC1_CURVE: [u8; 12] = [
    0xa0, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07,
];
/// What stands before the point.
const POINT_HEAD: [u8; 5] = [0xa1, 0x44, 0x03, 0x42, 0x00];

impl SigningKey {
    /// Octets that [`SigningKey::write_pkcs8_der`] writes.
    pub const PKCS8_DER_LEN: usize = 138;
    /// Octets that [`SigningKey::write_sec1_der`] writes.
    pub const SEC1_DER_LEN: usize = 121;
    /// Characters that [`SigningKey::write_pkcs8_pem`] writes.
    pub const PKCS8_PEM_LEN: usize = pem::encoded_len(PKCS8_LABEL.len(), Self::PKCS8_DER_LEN);
    /// Characters that [`SigningKey::write_sec1_pem`] writes.
    pub const SEC1_PEM_LEN: usize = pem::encoded_len(SEC1_LABEL.len(), Self::SEC1_DER_LEN);

    /// The key in a PEM text: `PRIVATE KEY` (PKCS #8) or `EC PRIVATE KEY`
    /// (SEC 1), whichever comes first.
    ///
    /// # Errors
    ///
    /// [`Error::EncryptedKey`] when it is encrypted; [`Error::Malformed`] when
    /// there is none; [`Error::BadBase64`], [`Error::Truncated`]; then as
    /// [`SigningKey::from_pkcs8_der`].
    pub fn from_pem(text: impl AsRef<[u8]>) -> Result<Self, Error> {
        from_pem(text.as_ref())
    }

    /// The key in a PKCS #8 structure, whole.
    ///
    /// # Errors
    ///
    /// [`Error::UnsupportedAlgorithm`] for another algorithm or curve,
    /// [`Error::EncryptedKey`] when it is encrypted, [`Error::BadKey`] when the
    /// scalar is out of range, not 32 octets, or not that of the public key
    /// beside it; [`Error::Truncated`], [`Error::Malformed`] or
    /// [`Error::TrailingData`] when the structure is damaged.
    pub fn from_pkcs8_der(bytes: &[u8]) -> Result<Self, Error> {
        let mut outer = der::Reader::new(bytes);
        let mut info = outer.read(der::SEQUENCE)?;
        outer.finish()?;
        if info.peek() == Some(der::SEQUENCE) {
            return Err(Error::EncryptedKey);
        }
        let at = info.at();
        let version = info.small_integer()?;
        if version > 1 {
            return Err(Error::Malformed { at });
        }
        read_algorithm(&mut info)?;
        let mut content = info.read(der::OCTET_STRING)?;
        let key = read_sec1(&mut content)?;
        content.finish()?;
        info.read_optional(der::context_constructed(0))?;
        if version == 1
            && let Some(point) = info.read_optional(der::context_primitive(1))?
        {
            key.belongs_to(der::without_unused_bits(point)?)?;
        }
        info.finish()?;
        Ok(key)
    }

    /// The key in a SEC 1 structure, whole. Without parameters it is taken for
    /// a key on P-256.
    ///
    /// # Errors
    ///
    /// As [`SigningKey::from_pkcs8_der`].
    pub fn from_sec1_der(bytes: &[u8]) -> Result<Self, Error> {
        let mut outer = der::Reader::new(bytes);
        let key = read_sec1(&mut outer)?;
        outer.finish()?;
        Ok(key)
    }

    /// The key in either structure, told apart by what is in it.
    ///
    /// # Errors
    ///
    /// As [`SigningKey::from_pkcs8_der`].
    pub fn from_der(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_pkcs8_der(bytes).or_else(|error| match error {
            Error::EncryptedKey | Error::UnsupportedAlgorithm => Err(error),
            _ => Self::from_sec1_der(bytes),
        })
    }

    /// The key as PKCS #8, public key included.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`SigningKey::PKCS8_DER_LEN`].
    pub fn write_pkcs8_der<'o>(&self, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
        let mut writer = Writer::new(out);
        writer.put(&PKCS8_HEAD);
        writer.put(self.to_bytes().expose());
        self.put_point(&mut writer);
        writer.finish()
    }

    /// The key as SEC 1, curve and public key included.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`SigningKey::SEC1_DER_LEN`].
    pub fn write_sec1_der<'o>(&self, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
        let mut writer = Writer::new(out);
        writer.put(&SEC1_HEAD);
        writer.put(self.to_bytes().expose());
        writer.put(&SEC1_CURVE);
        self.put_point(&mut writer);
        writer.finish()
    }

    /// The key as `PRIVATE KEY` text.
    ///
    /// ```
    /// use tokenmint::ath::SigningKey;
    ///
    /// let key = SigningKey::from_bytes(&[7; 32])?;
    /// let mut buffer = [0; SigningKey::PKCS8_PEM_LEN];
    /// let text = key.write_pkcs8_pem(&mut buffer)?;
    /// assert!(text.starts_with("-----BEGIN PRIVATE KEY-----\n"));
    /// assert_eq!(SigningKey::from_pem(text)?.public_key(), key.public_key());
    /// # Ok::<(), tokenmint::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`SigningKey::PKCS8_PEM_LEN`].
    pub fn write_pkcs8_pem<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        let mut content = Secret::new([0; Self::PKCS8_DER_LEN]);
        let octets = self.write_pkcs8_der(content.expose_mut())?;
        pem::write(PKCS8_LABEL, octets, out)
    }

    /// The key as `EC PRIVATE KEY` text.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`SigningKey::SEC1_PEM_LEN`].
    pub fn write_sec1_pem<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        let mut content = Secret::new([0; Self::SEC1_DER_LEN]);
        let octets = self.write_sec1_der(content.expose_mut())?;
        pem::write(SEC1_LABEL, octets, out)
    }

    fn put_point(&self, out: &mut Writer<'_>) {
        out.put(&POINT_HEAD);
        out.put(&self.public_key().to_point());
    }

    /// Makes sure that `point` is the public half.
    pub(super) fn belongs_to(&self, point: &[u8]) -> Result<(), Error> {
        if PublicKey::from_point(point)? == self.public_key() {
            Ok(())
        } else {
            Err(Error::BadKey)
        }
    }
}

fn from_pem(text: &[u8]) -> Result<SigningKey, Error> {
    let mut content = Secret::new([0; PEM_CONTENT_MAX]);
    let (label, octets) = pem::decode(text, &[PKCS8_LABEL, SEC1_LABEL], content.expose_mut())
        .map_err(|error| match error {
            Error::BufferTooSmall { .. } => Error::TooLarge {
                max: PEM_CONTENT_MAX,
            },
            other => other,
        })?;
    if label == PKCS8_LABEL {
        SigningKey::from_pkcs8_der(octets)
    } else {
        SigningKey::from_sec1_der(octets)
    }
}

/// Reads the element that SEC 1 describes.
fn read_sec1(reader: &mut der::Reader<'_>) -> Result<SigningKey, Error> {
    let mut fields = reader.read(der::SEQUENCE)?;
    let at = fields.at();
    if fields.small_integer()? != 1 {
        return Err(Error::Malformed { at });
    }
    let d = fields.read(der::OCTET_STRING)?.remaining();
    let mut d: [u8; SCALAR_LEN] = d.try_into().map_err(|_| Error::BadKey)?;
    let key = SigningKey::from_bytes(&d);
    d.zeroize();
    let key = key?;
    if let Some(parameters) = fields.read_optional(der::context_constructed(0))?
        && parameters.remaining() != PRIME256V1
    {
        return Err(Error::UnsupportedAlgorithm);
    }
    if let Some(mut point) = fields.read_optional(der::context_constructed(1))? {
        key.belongs_to(point.bit_string()?)?;
        point.finish()?;
    }
    fields.finish()?;
    Ok(key)
}
