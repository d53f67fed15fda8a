//! Who signs: the key derivation, and the one path every token is minted by.

use core::fmt;

use super::content::{SIGNATURE_LEN, Signed, VERSION_LEN, workspace};
use super::service::Service;
use super::stated::Services;
use super::time_key::{Key, TimeKey, derive};
use crate::agora::{AppId, Credentials, ExpireIn, Stamp};
use crate::buffer::Writer;
use crate::crypto::hmac_sha256::HmacSha256;
use crate::crypto::platform::{self, Crypto, CryptoFailed, Software};
use crate::output::Output;
use crate::secret::Secret;
use crate::wire::base64::encode_at;
use crate::wire::packing::count;
use crate::wire::zlib::{Compression, DefaultCompression};
use crate::{Error, Field, Limits};

/// The key that signs a token of this issue time and salt, into `key`. The
/// certificate is its text, which may be any where a token is only looked into.
pub(super) fn signing_key_of(
    crypto: &mut impl Crypto,
    certificate: &[u8],
    issued_at: u32,
    salt: u32,
    key: &mut Key,
) -> Result<(), CryptoFailed> {
    let mut time_key = Secret::new([0; TimeKey::LEN]);
    derive(crypto, issued_at, certificate, &mut time_key)?;
    derive(crypto, salt, time_key.expose(), key)
}

/// Mints tokens of one stamp: app id, issue time, salt and the key derived
/// from them. Every builder rests on one; minting several tokens with the same
/// issuer derives the key once.
///
/// `C` compresses, `M` computes HMAC-SHA256: our own code unless said otherwise.
#[derive(Clone)]
pub struct Issuer<C = DefaultCompression, M = Software> {
    app_id: AppId,
    stamp: Stamp,
    key: Key,
    limits: Limits,
    compression: C,
    crypto: M,
}

impl Issuer {
    /// An issuer for `credentials` at `stamp`, with the default compression
    /// and the documented limits.
    #[must_use]
    pub fn new(credentials: &Credentials, stamp: Stamp) -> Self {
        let compression = DefaultCompression::default();
        Self::with(credentials, stamp, Limits::Documented, compression)
    }
}

impl<C> Issuer<C> {
    /// An issuer with every setting at once.
    #[must_use]
    pub fn with(credentials: &Credentials, stamp: Stamp, limits: Limits, compression: C) -> Self {
        let time_key = own(stamp.issued_at(), credentials.certificate().expose());
        Self {
            app_id: *credentials.app_id(),
            stamp,
            key: own(stamp.salt(), time_key.expose()),
            limits,
            compression,
            crypto: Software,
        }
    }
}

impl<C, M: Crypto> Issuer<C, M> {
    /// An issuer whose HMAC-SHA256 is computed by `crypto`.
    ///
    /// # Errors
    ///
    /// [`Error::CryptoFailed`].
    pub fn with_crypto(
        credentials: &Credentials,
        stamp: Stamp,
        limits: Limits,
        compression: C,
        mut crypto: M,
    ) -> Result<Self, Error> {
        let time_key = TimeKey::with_crypto(credentials, stamp.issued_at(), &mut crypto)?;
        let app_id = credentials.app_id();
        Self::from_time_key(app_id, &time_key, stamp.salt(), limits, compression, crypto)
    }

    /// An issuer without a certificate: see [`TimeKey`].
    ///
    /// # Errors
    ///
    /// [`Error::CryptoFailed`].
    pub fn from_time_key(
        app_id: &AppId,
        time_key: &TimeKey,
        salt: u32,
        limits: Limits,
        compression: C,
        crypto: M,
    ) -> Result<Self, Error> {
        let stamp = time_key.second().salted(salt);
        let key = Secret::new([0; TimeKey::LEN]);
        let mut it = with_key(*app_id, stamp, limits, compression, crypto, key);
        derive_key(&mut it, time_key.expose())?;
        Ok(it)
    }
}

/// An issuer with the key of its stamp, or with none yet: the C interface derives
/// it in place.
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub const fn with_key<C, M>(
    app_id: AppId,
    stamp: Stamp,
    limits: Limits,
    compression: C,
    crypto: M,
    key: Key,
) -> Issuer<C, M> {
    Issuer {
        app_id,
        stamp,
        key,
        limits,
        compression,
        crypto,
    }
}

/// Gives an issuer the key of its salt, in place.
///
/// # Errors
///
/// As the platform's HMAC.
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub fn derive_key<C, M: Crypto>(
    issuer: &mut Issuer<C, M>,
    time_key: &[u8; TimeKey::LEN],
) -> Result<(), CryptoFailed> {
    let salt = issuer.stamp.salt();
    derive(&mut issuer.crypto, salt, time_key, &mut issuer.key)
}

/// The key of an issuer's second, from the certificate, by its crypto.
///
/// # Errors
///
/// As the platform's HMAC.
#[cfg(feature = "internals")]
pub fn derive_time_key<C, M: Crypto>(
    issuer: &mut Issuer<C, M>,
    certificate: &[u8],
    time_key: &mut Key,
) -> Result<(), CryptoFailed> {
    let issued_at = issuer.stamp.issued_at();
    derive(&mut issuer.crypto, issued_at, certificate, time_key)
}

impl<C, M> Issuer<C, M> {
    /// Changes how strict names and lifetimes are checked.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Changes the compression.
    #[must_use]
    pub fn compression<D>(self, compression: D) -> Issuer<D, M> {
        Issuer {
            app_id: self.app_id,
            stamp: self.stamp,
            key: self.key,
            limits: self.limits,
            compression,
            crypto: self.crypto,
        }
    }

    /// Issue time and salt.
    #[must_use]
    pub const fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Mints a token that ends after `expire` and grants `services`.
    ///
    /// # Errors
    ///
    /// - [`Error::NoServices`] when `services` is empty.
    /// - [`Error::Empty`], [`Error::StringTooLong`], [`Error::BadCharacter`],
    ///   [`Error::ValueOutOfRange`] for what the [`Limits`] do not allow.
    /// - [`Error::TooMany`] above 65,535 entries of a list.
    /// - [`Error::ContentTooLarge`] above
    ///   [`CONTENT_MAX`](crate::wire::zlib::CONTENT_MAX) bytes.
    /// - [`Error::BufferTooSmall`] below
    ///   [`mint_capacity`](super::mint_capacity) of the content.
    /// - [`Error::CryptoFailed`] when the platform's HMAC fails; not with our own.
    pub fn mint<O: Output>(
        &mut self,
        expire: ExpireIn,
        services: &[Service<'_>],
        out: O,
    ) -> Result<O::Text, Error>
    where
        C: Compression,
        M: Crypto,
    {
        if services.is_empty() {
            return Err(Error::NoServices);
        }
        count(Field::Services, services.len())?;
        self.mint_of(expire, &services, out)
    }

    /// [`Self::mint`] for services of either form.
    pub(super) fn mint_of<O: Output>(
        &mut self,
        expire: ExpireIn,
        services: &dyn Services,
        out: O,
    ) -> Result<O::Text, Error>
    where
        C: Compression,
        M: Crypto,
    {
        self.limits.expire(expire)?;
        services.check(self.limits)?;
        let signed = Signed {
            app_id: self.app_id.as_bytes(),
            issued_at: self.stamp.issued_at(),
            expire,
            salt: self.stamp.salt(),
            services,
        };
        let content_len = signed.content_len()?;
        let (key, compression, crypto) = (&self.key, &mut self.compression, &mut self.crypto);
        let capacity = workspace(content_len);
        out.write_text(capacity, |buffer| {
            let too_small = Error::BufferTooSmall { needed: capacity };
            let head_len = buffer.len().checked_sub(content_len).ok_or(too_small)?;
            let (head, content) = buffer.split_at_mut_checked(head_len).ok_or(too_small)?;
            let (len, rest) = content.split_first_chunk_mut().ok_or(too_small)?;
            let (signature, part) = rest.split_first_chunk_mut().ok_or(too_small)?;
            signed.write(&mut Writer::new(part));
            *len = SIGNATURE_LEN.to_le_bytes();
            platform::hmac_sha256(crypto, key.expose(), &[part], signature)?;
            let compressed_len = compression.compress(content, head)?;
            encode(buffer, compressed_len)
        })
    }
}

/// Encodes the compressed content at the head of `buffer`, behind the version. One for all compressions and outputs: a device pays for
/// it once.
#[inline(never)]
fn encode(buffer: &mut [u8], compressed_len: usize) -> Result<usize, Error> {
    // At least a head, a block and a checksum: a compressor may report success
    // without having written anything.
    let method = buffer.first().map(|byte| byte & 0x0F);
    if compressed_len < 8 || method != Some(8) {
        return Err(Error::BadCompression { at: 0 });
    }
    let len = encode_at(buffer, VERSION_LEN, compressed_len);
    for (to, from) in buffer.iter_mut().zip(super::VERSION.bytes()) {
        *to = from;
    }
    len
}

impl<C, M> fmt::Debug for Issuer<C, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issuer")
            .field("app_id", &self.app_id)
            .field("stamp", &self.stamp)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// Keeps the part of the key derivation that only changes with the issue time.
///
/// A server that mints many tokens within one second derives it once:
///
/// ```
/// use tokenmint::agora::v007::Minter;
/// use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, v007};
///
/// # let credentials = Credentials::new(
/// #     "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
/// let minter = Minter::new(&credentials, 1_700_000_000)?;
/// let mut buffer = [0; v007::RTC_CAPACITY];
/// for salt in 1..=3 {
///     let mut builder = RtcTokenBuilder2::with_issuer(minter.salt(salt));
///     let hour = ExpireIn::hours(1);
///     builder.build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, &mut buffer)?;
/// }
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Clone)]
pub struct Minter {
    app_id: AppId,
    time_key: TimeKey,
}

impl Minter {
    /// A minter for the second `issued_at` (Unix seconds).
    ///
    /// # Errors
    ///
    /// [`Error::IssueTimeZero`] when `issued_at` is 0.
    pub fn new(credentials: &Credentials, issued_at: u32) -> Result<Self, Error> {
        let time_key = TimeKey::new(credentials, issued_at)?;
        Ok(Self::from_time_key(*credentials.app_id(), time_key))
    }

    /// A minter without a certificate, for the second that the key is for.
    #[must_use]
    pub const fn from_time_key(app_id: AppId, time_key: TimeKey) -> Self {
        Self { app_id, time_key }
    }

    /// The key of its second, for a device that mints its own tokens.
    #[must_use]
    pub const fn time_key(&self) -> &TimeKey {
        &self.time_key
    }

    /// The second this minter is for.
    #[must_use]
    pub const fn issued_at(&self) -> u32 {
        self.time_key.issued_at()
    }

    /// An issuer with `salt`.
    #[must_use]
    pub fn salt(&self, salt: u32) -> Issuer {
        Issuer {
            app_id: self.app_id,
            stamp: self.time_key.second().salted(salt),
            key: own(salt, self.time_key.expose()),
            limits: Limits::Documented,
            compression: DefaultCompression::default(),
            crypto: Software,
        }
    }
}

/// `derive` by our own code, which cannot fail.
fn own(number: u32, secret: &[u8]) -> Key {
    HmacSha256::digest(&number.to_le_bytes(), secret)
}

impl fmt::Debug for Minter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Minter")
            .field("app_id", &self.app_id)
            .field("issued_at", &self.issued_at())
            .finish_non_exhaustive()
    }
}

#[cfg(all(test, feature = "internals"))]
mod tests {
    use super::*;
    use crate::crypto::platform::Software;

    const CREDENTIALS: [&str; 2] = [
        "970CA35de60c44645bbae8a215061b33",
        "5CFd2fd1755d40ecb72977518be15d3b",
    ];

    #[test]
    fn an_issuer_that_is_keyed_in_place_is_the_same() {
        let [app_id, certificate] = CREDENTIALS;
        let credentials = Credentials::new(app_id, certificate).unwrap();
        let stamp = Stamp::new(1_700_000_000, 7).unwrap();
        let (limits, compression) = (Limits::Documented, DefaultCompression::default());
        let at_once = Issuer::with(&credentials, stamp, limits, compression);

        let no_key = || Secret::new([0; TimeKey::LEN]);
        let app_id = *credentials.app_id();
        let mut in_place = with_key(app_id, stamp, limits, compression, Software, no_key());
        let mut time_key = no_key();
        derive_time_key(&mut in_place, certificate.as_bytes(), &mut time_key).unwrap();
        derive_key(&mut in_place, time_key.expose()).unwrap();
        assert_eq!(in_place.key.expose(), at_once.key.expose());
        assert_ne!(time_key.expose(), at_once.key.expose());
    }
}
