//! Public keys as SubjectPublicKeyInfo (RFC 5480).
//!
//! ```text
//! SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING point }
//! ```

use super::{PEM_CONTENT_MAX, POINT_LEN, PublicKey, read_algorithm};
use crate::Error;
use crate::buffer::Writer;
use crate::output::Output;
use crate::wire::{der, pem};

const LABEL: &str = "PUBLIC KEY";

/// Everything before the point.
const HEAD: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a,
    0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

impl PublicKey {
    /// Octets that [`PublicKey::write_spki_der`] writes.
    pub const SPKI_DER_LEN: usize = HEAD.len().saturating_add(POINT_LEN);
    /// Characters that [`PublicKey::write_spki_pem`] writes.
    pub const SPKI_PEM_LEN: usize = pem::encoded_len(LABEL.len(), Self::SPKI_DER_LEN);

    /// The key in a PEM text: its first `PUBLIC KEY`.
    ///
    /// # Errors
    ///
    /// [`Error::Malformed`] when there is none; [`Error::BadBase64`],
    /// [`Error::Truncated`], [`Error::TooLarge`]; then as
    /// [`PublicKey::from_spki_der`].
    pub fn from_pem(text: impl AsRef<[u8]>) -> Result<Self, Error> {
        from_pem(text.as_ref())
    }

    /// The key in a SubjectPublicKeyInfo structure, whole.
    ///
    /// # Errors
    ///
    /// [`Error::UnsupportedAlgorithm`] for another algorithm or curve,
    /// [`Error::BadKey`] when the point is not on the curve;
    /// [`Error::Truncated`], [`Error::Malformed`] or [`Error::TrailingData`]
    /// when the structure is damaged.
    pub fn from_spki_der(bytes: &[u8]) -> Result<Self, Error> {
        let mut outer = der::Reader::new(bytes);
        let mut info = outer.read(der::SEQUENCE)?;
        outer.finish()?;
        read_algorithm(&mut info)?;
        let point = info.bit_string()?;
        info.finish()?;
        Self::from_point(point)
    }

    /// The key as SubjectPublicKeyInfo.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`PublicKey::SPKI_DER_LEN`].
    pub fn write_spki_der<'o>(&self, out: &'o mut [u8]) -> Result<&'o mut [u8], Error> {
        let mut writer = Writer::new(out);
        writer.put(&HEAD);
        writer.put(&self.to_point());
        writer.finish()
    }

    /// The key as `PUBLIC KEY` text.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`PublicKey::SPKI_PEM_LEN`].
    pub fn write_spki_pem<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        let mut content = [0; Self::SPKI_DER_LEN];
        let octets = self.write_spki_der(&mut content)?;
        pem::write(LABEL, octets, out)
    }
}

fn from_pem(text: &[u8]) -> Result<PublicKey, Error> {
    let mut content = [0; PEM_CONTENT_MAX];
    let (_, octets) = pem::decode(text, &[LABEL], &mut content).map_err(|error| match error {
        Error::BufferTooSmall { .. } => Error::TooLarge {
            max: PEM_CONTENT_MAX,
        },
        other => other,
    })?;
    PublicKey::from_spki_der(octets)
}
