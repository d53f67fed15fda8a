//! ES256: ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4), by `p256`.
//!
//! | what | form |
//! |---|---|
//! | private key | scalar `d`, 32 octets big-endian, from 1 to n-1 |
//! | public key | point, `04 ‖ x ‖ y`, 65 octets |
//! | signature | `r ‖ s`, 32 octets big-endian each, filled with zeros on the left |
//!
//! Signing is deterministic (RFC 6979), so it needs no randomness. `s` is kept
//! as computed, high or low, and both are accepted: ES256 has no low-s rule.
//! A secure element, an HSM or a callback signs through [`Es256Signer`].
//!
//! Where `ring` is linked anyway (feature `ring017`, which the transports bring),
//! it checks signatures of messages; the verdicts are the same.
//!
//! Keys are read from and written as PKCS #8, SEC 1 and SubjectPublicKeyInfo,
//! DER or PEM, and read from JWK, without an allocator.
//!
//! What calls `p256` is not inlined: `p256` has checks that can panic as far as
//! the compiler knows, and this keeps all of them in the functions of this file.

#[cfg(feature = "ring017")]
mod by_ring;
mod jwk;
mod notation;
mod private;
mod public;

#[cfg(feature = "ring017")]
pub use by_ring::RingSigningKey;
pub use jwk::Thumbprint;

use ecdsa::hazmat::sign_prehashed_rfc6979;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use p256::{NistP256, NonZeroScalar};
use zeroize::Zeroize;

use crate::Error;
use crate::crypto::hashes;
use crate::crypto::sha256::sha256;
#[cfg(feature = "std")]
use crate::os;
use crate::secret::Secret;
use crate::wire::der;

/// Octets of a private scalar and of a coordinate.
pub const SCALAR_LEN: usize = 32;
/// Octets of an uncompressed public point.
pub const POINT_LEN: usize = 65;
/// Octets of a signature.
pub const SIGNATURE_LEN: usize = 64;

/// Octets of a public point of which only x and the sign of y are given.
const COMPRESSED_LEN: usize = 33;
/// The most octets inside a PEM block; attributes may lengthen a key.
const PEM_CONTENT_MAX: usize = 512;

/// `id-ecPublicKey`, 1.2.840.10045.2.1, as an element.
const EC_PUBLIC_KEY: [u8; 9] = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
/// `prime256v1`, 1.2.840.10045.3.1.7, as an element.
const PRIME256V1: [u8; 10] = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

/// Signs the SHA-256 hash of a message with a P-256 key, wherever that key is.
///
/// Every `FnMut(&[u8; 32]) -> Result<[u8; 64], Error>` is one, so a secure
/// element behind a bus needs no type of its own:
///
/// ```
/// use tokenmint::Error;
/// use tokenmint::ath::{Es256Signer, SigningKey};
///
/// let key = SigningKey::from_bytes(&[7; 32])?; // stands for the secure element
/// let mut element = |digest: &[u8; 32]| -> Result<[u8; 64], Error> {
///     key.sign_prehash(digest).map_err(|_| Error::SignerFailed)
/// };
/// let signature = element.sign_prehash(&[1; 32])?;
/// assert_eq!(key.public_key().verify_prehash(&[1; 32], &signature), Ok(()));
/// # Ok::<(), Error>(())
/// ```
pub trait Es256Signer {
    /// The signature `r ‖ s` over `digest`.
    ///
    /// # Errors
    ///
    /// [`Error::SignerFailed`] when the signer cannot sign now.
    fn sign_prehash(&mut self, digest: &[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error>;

    /// The signature `r ‖ s` over `message`, by a signer that hashes by itself;
    /// none, unless it has this function, and then its digest is signed.
    #[cfg(feature = "ring017")]
    fn sign_message(&mut self, message: &[u8]) -> Option<Result<[u8; SIGNATURE_LEN], Error>> {
        let _ = message;
        None
    }
}

impl<F> Es256Signer for F
where
    F: FnMut(&[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error>,
{
    fn sign_prehash(&mut self, digest: &[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error> {
        self(digest)
    }
}

/// The order n of the curve.
const ORDER: [u8; SCALAR_LEN] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
];

/// Whether r and s are from 1 to n-1. A signer that reports success without
/// having written anything leaves zeros.
pub(crate) fn is_signature(signature: &[u8; SIGNATURE_LEN]) -> bool {
    let (numbers, _) = signature.as_chunks::<SCALAR_LEN>();
    numbers.iter().all(|number| {
        // Signatures are public: the comparison may end early.
        number.iter().any(|octet| *octet != 0) && *number < ORDER
    })
}

/// A private key in memory: never printed, wiped when dropped.
///
/// It is the scalar alone. The public key takes as long to compute as a
/// signature, so only what asks for it pays for it.
#[derive(Clone)]
pub struct SigningKey(NonZeroScalar);

impl SigningKey {
    /// The key of scalar `d`, big-endian.
    ///
    /// # Errors
    ///
    /// [`Error::BadKey`] unless `d` is from 1 to n-1.
    #[inline(never)]
    pub fn from_bytes(d: &[u8; SCALAR_LEN]) -> Result<Self, Error> {
        NonZeroScalar::try_from(&d[..])
            .map(Self)
            .map_err(|_| Error::BadKey)
    }

    /// A key from the randomness of the operating system.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when it has none to give.
    #[cfg(feature = "std")]
    pub fn from_os() -> Result<Self, Error> {
        let mut d = Secret::new([0; SCALAR_LEN]);
        loop {
            os::fill(d.expose_mut())?;
            // Of 2^32 draws about one is out of range.
            if let Ok(key) = Self::from_bytes(d.expose()) {
                return Ok(key);
            }
        }
    }

    /// The scalar, to be stored or written in another form.
    #[must_use]
    pub fn to_bytes(&self) -> Secret<SCALAR_LEN> {
        let mut d = self.0.to_bytes();
        let secret = Secret::new(d.into());
        d.as_mut_slice().zeroize();
        secret
    }

    /// The public half; computes it.
    #[inline(never)]
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        PublicKey(p256::PublicKey::from_secret_scalar(&self.0).into())
    }

    /// The deterministic signature `r ‖ s` over `digest`, the SHA-256 hash of
    /// the message.
    ///
    /// # Errors
    ///
    /// [`Error::SignerFailed`] is what the trait behind it foresees; it does
    /// not happen.
    #[inline(never)]
    pub fn sign_prehash(&self, digest: &[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error> {
        let (signature, _) =
            sign_prehashed_rfc6979::<NistP256, hashes::Sha256>(&self.0, digest, &[]);
        Ok(signature.to_bytes().into())
    }

    /// The deterministic signature over the message that `parts` make in a
    /// row.
    ///
    /// # Errors
    ///
    /// As [`SigningKey::sign_prehash`].
    pub fn sign(&self, parts: &[&[u8]]) -> Result<[u8; SIGNATURE_LEN], Error> {
        self.sign_prehash(&sha256(parts))
    }
}

impl Es256Signer for SigningKey {
    fn sign_prehash(&mut self, digest: &[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error> {
        Self::sign_prehash(self, digest)
    }
}

/// A shared key signs too: software signing changes nothing in it.
impl Es256Signer for &SigningKey {
    fn sign_prehash(&mut self, digest: &[u8; 32]) -> Result<[u8; SIGNATURE_LEN], Error> {
        SigningKey::sign_prehash(self, digest)
    }
}

impl Drop for SigningKey {
    // Inlined, it would put a block of zeros on the stack of every user.
    #[inline(never)]
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl core::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SigningKey(redacted)")
    }
}

/// A public key: a point on the curve, checked when it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(p256::ecdsa::VerifyingKey);

impl PublicKey {
    /// The key with these coordinates, big-endian.
    ///
    /// # Errors
    ///
    /// [`Error::BadKey`] when no such point is on the curve.
    pub fn from_coordinates(x: &[u8; SCALAR_LEN], y: &[u8; SCALAR_LEN]) -> Result<Self, Error> {
        let mut point = [4; POINT_LEN];
        let coordinates = x.iter().chain(y);
        for (to, from) in point.iter_mut().skip(1).zip(coordinates) {
            *to = *from;
        }
        Self::from_point(&point)
    }

    /// The key of a point as SEC 1 writes it: `04 ‖ x ‖ y`, or `02`/`03 ‖ x`.
    ///
    /// # Errors
    ///
    /// [`Error::BadKey`] for every other form and when no such point is on the
    /// curve.
    #[inline(never)]
    pub fn from_point(point: &[u8]) -> Result<Self, Error> {
        match (point.first(), point.len()) {
            (Some(4), POINT_LEN) | (Some(2 | 3), COMPRESSED_LEN) => {}
            _ => return Err(Error::BadKey),
        }
        p256::ecdsa::VerifyingKey::from_sec1_bytes(point)
            .map(Self)
            .map_err(|_| Error::BadKey)
    }

    /// The point as `04 ‖ x ‖ y`.
    #[inline(never)]
    #[must_use]
    pub fn to_point(&self) -> [u8; POINT_LEN] {
        let mut point = [0; POINT_LEN];
        // Never another length: a key is not the point at infinity.
        for (to, from) in point.iter_mut().zip(self.0.to_sec1_point(false).as_bytes()) {
            *to = *from;
        }
        point
    }

    /// The coordinates x and y, big-endian.
    #[must_use]
    pub fn coordinates(&self) -> ([u8; SCALAR_LEN], [u8; SCALAR_LEN]) {
        let [_, coordinates @ ..] = self.to_point();
        let mut x = [0; SCALAR_LEN];
        let mut y = [0; SCALAR_LEN];
        for (to, from) in x.iter_mut().chain(&mut y).zip(coordinates) {
            *to = from;
        }
        (x, y)
    }

    /// Checks the signature `r ‖ s` over `digest`, the SHA-256 hash of the
    /// message.
    ///
    /// # Errors
    ///
    /// [`Error::BadSignature`] when it does not match, also when `r` or `s` is
    /// not from 1 to n-1.
    #[inline(never)]
    pub fn verify_prehash(
        &self,
        digest: &[u8; 32],
        signature: &[u8; SIGNATURE_LEN],
    ) -> Result<(), Error> {
        p256::ecdsa::Signature::from_slice(signature)
            .and_then(|signature| self.0.verify_prehash(digest, &signature))
            .map_err(|_| Error::BadSignature)
    }

    /// Checks the signature over the message that `parts` make in a row.
    ///
    /// # Errors
    ///
    /// As [`PublicKey::verify_prehash`].
    pub fn verify(&self, parts: &[&[u8]], signature: &[u8; SIGNATURE_LEN]) -> Result<(), Error> {
        #[cfg(feature = "ring017")]
        if let [message] = parts {
            return by_ring::verify(&self.to_point(), message, signature);
        }
        self.verify_prehash(&sha256(parts), signature)
    }
}

/// Reads an AlgorithmIdentifier, which must be that of keys on P-256.
fn read_algorithm(reader: &mut der::Reader<'_>) -> Result<(), Error> {
    let algorithm = reader.read(der::SEQUENCE)?.remaining();
    if algorithm.strip_prefix(&EC_PUBLIC_KEY) == Some(&PRIME256V1[..]) {
        Ok(())
    } else {
        Err(Error::UnsupportedAlgorithm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    /// RFC 6979, appendix A.2.5.
    const D: &[u8] = b"c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    const X: &[u8] = b"60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6";
    const Y: &[u8] = b"7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
    /// The order of the group.
    const N: &[u8] = b"ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    fn octets(digits: &[u8]) -> [u8; 32] {
        hex::decode(digits).unwrap()
    }

    fn rfc_key() -> SigningKey {
        SigningKey::from_bytes(&octets(D)).unwrap()
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn rfc_6979_answers() {
        let key = rfc_key();
        assert_eq!(key.public_key().coordinates(), (octets(X), octets(Y)));
        for (message, r, s) in [
            (
                &b"sample"[..],
                b"efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716",
                b"f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
            ),
            (
                b"test",
                b"f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367",
                b"019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
            ),
        ] {
            let signature = key.sign(&[message]).unwrap();
            assert_eq!(signature[..32], octets(r));
            assert_eq!(signature[32..], octets(s));
            assert_eq!(key.public_key().verify(&[message], &signature), Ok(()));
            assert_eq!(
                key.public_key().verify(&[message, b"x"], &signature),
                Err(Error::BadSignature)
            );
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn scalars_from_1_to_n_minus_1() {
        let mut last = octets(N);
        last[31] -= 1;
        let mut one = [0; 32];
        one[31] = 1;
        for d in [one, last] {
            assert_eq!(*SigningKey::from_bytes(&d).unwrap().to_bytes().expose(), d);
        }
        for d in [[0; 32], octets(N), [0xff; 32]] {
            assert_eq!(SigningKey::from_bytes(&d).unwrap_err(), Error::BadKey);
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn signatures_with_zero_or_too_large_numbers_are_refused() {
        let key = rfc_key();
        let good = key.sign(&[b"sample"]).unwrap();
        for number in [[0; 32], octets(N), [0xff; 32]] {
            for place in [0..32, 32..64] {
                let mut signature = good;
                signature[place].copy_from_slice(&number);
                assert_eq!(
                    key.public_key().verify(&[b"sample"], &signature),
                    Err(Error::BadSignature)
                );
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn points_off_the_curve_and_odd_forms_are_refused() {
        let key = rfc_key().public_key();
        let point = key.to_point();
        assert_eq!(PublicKey::from_point(&point), Ok(key));
        assert_eq!(PublicKey::from_coordinates(&octets(X), &octets(Y)), Ok(key));
        let mut compressed = [3; 33];
        compressed[1..].copy_from_slice(&octets(X));
        assert_eq!(PublicKey::from_point(&compressed), Ok(key));

        let mut off = point;
        off[64] ^= 1;
        let mut hybrid = point;
        hybrid[0] = 7;
        let mut compact = compressed;
        compact[0] = 5;
        for form in [
            &[][..],
            &[0],
            &off,
            &hybrid,
            &compact,
            &point[..64],
            &[4; 66],
        ] {
            assert_eq!(PublicKey::from_point(form), Err(Error::BadKey), "{form:x?}");
        }
        let zero = [0; 32];
        assert_eq!(
            PublicKey::from_coordinates(&zero, &zero),
            Err(Error::BadKey)
        );
    }

    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn keys_and_closures_sign_alike() {
        fn sign(signer: &mut dyn Es256Signer) -> Result<[u8; SIGNATURE_LEN], Error> {
            signer.sign_prehash(&[5; 32])
        }
        let mut key = rfc_key();
        let expected = key.sign_prehash(&[5; 32]);
        assert_eq!(sign(&mut key), expected);
        assert_eq!(sign(&mut &key), expected);
        assert_eq!(
            sign(&mut |digest: &[u8; 32]| key.sign_prehash(digest)),
            expected
        );
        assert_eq!(
            sign(&mut |_: &[u8; 32]| Err(Error::SignerFailed)),
            Err(Error::SignerFailed)
        );
    }

    #[cfg(feature = "alloc")]
    #[test]
    #[cfg_attr(miri, ignore = "half a minute for every use of the curve")]
    fn debug_shows_nothing() {
        assert_eq!(alloc::format!("{:?}", rfc_key()), "SigningKey(redacted)");
    }
}
