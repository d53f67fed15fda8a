//! The key of one second: what a device gets in place of the certificate.

use core::fmt;

use crate::agora::{Credentials, Stamp};
use crate::crypto::hmac_sha256;
use crate::crypto::platform::{self, Crypto, CryptoFailed, Software};
use crate::secret::Secret;
use crate::{Error, TextFault};

/// A key of the derivation.
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub type Key = Secret<{ TimeKey::LEN }>;

/// The key of one second, from which the keys of all tokens of that issue time
/// are derived: k1 of the [format](super).
///
/// A server that has the certificate gives it, with the issue time, to a device
/// that mints its own tokens: see [`Minter::from_time_key`](super::Minter::from_time_key).
/// Every token of it is issued at that second and ends at most 24 hours later;
/// the certificate cannot be computed from it. Until then whoever has it can mint
/// for every channel and user of the project, so it is a secret: `Debug` shows
/// nothing of it, and it is wiped when dropped.
///
/// ```
/// use tokenmint::agora::v007::{self, Minter, TimeKey};
/// use tokenmint::agora::{AppId, Credentials, ExpireIn, Role, RtcTokenBuilder2};
///
/// # let (app_id, certificate) =
/// #     ("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");
/// # let now = 1_700_000_000;
/// // On the server:
/// let key = TimeKey::new(&Credentials::new(app_id, certificate)?, now)?;
/// let grant = (key.issued_at(), *key.expose()); // sent to the device, over TLS
///
/// // On the device, which has no certificate and needs no clock:
/// let minter = Minter::from_time_key(AppId::new(app_id)?, TimeKey::from_bytes(grant.0, &grant.1)?);
/// let mut buffer = [0; v007::RTC_CAPACITY];
/// let hour = ExpireIn::hours(1);
/// let token = RtcTokenBuilder2::with_issuer(minter.salt(12_345_678))
///     .build_token_with_uid("lobby", 7, Role::Publisher, hour, hour, &mut buffer)?;
/// # assert!(token.starts_with("007"));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Clone)]
pub struct TimeKey {
    /// Its salt plays no part yet.
    second: Stamp,
    key: Key,
}

impl TimeKey {
    /// Bytes of the key.
    pub const LEN: usize = hmac_sha256::LEN;

    /// The key of the second `issued_at` (Unix seconds).
    ///
    /// # Errors
    ///
    /// [`Error::IssueTimeZero`] when `issued_at` is 0.
    pub fn new(credentials: &Credentials, issued_at: u32) -> Result<Self, Error> {
        Self::with_crypto(credentials, issued_at, &mut Software)
    }

    /// [`TimeKey::new`] with HMAC-SHA256 by `crypto`.
    ///
    /// # Errors
    ///
    /// As [`TimeKey::new`], and [`Error::CryptoFailed`].
    pub fn with_crypto(
        credentials: &Credentials,
        issued_at: u32,
        crypto: &mut (impl Crypto + ?Sized),
    ) -> Result<Self, Error> {
        let mut it = Self {
            second: Stamp::new(issued_at, 0)?,
            key: Secret::new([0; Self::LEN]),
        };
        derive(
            crypto,
            issued_at,
            credentials.certificate().expose(),
            &mut it.key,
        )?;
        Ok(it)
    }

    /// The key that [`TimeKey::expose`] gave, with its issue time. What it was
    /// made of cannot be checked: with a wrong issue time every token of it is
    /// refused by the service.
    ///
    /// # Errors
    ///
    /// [`Error::IssueTimeZero`] when `issued_at` is 0, [`Error::BadSecret`] when
    /// all bytes are zero: none has been stored.
    pub fn from_bytes(issued_at: u32, key: &[u8; Self::LEN]) -> Result<Self, Error> {
        let second = Stamp::new(issued_at, 0)?;
        Ok(Self {
            second,
            key: Secret::new(*given(key)?),
        })
    }

    /// The issue time of every token of it, in Unix seconds.
    #[must_use]
    pub const fn issued_at(&self) -> u32 {
        self.second.issued_at()
    }

    /// The bytes, to be handed to a device: a secret.
    #[must_use]
    pub const fn expose(&self) -> &[u8; Self::LEN] {
        self.key.expose()
    }

    pub(super) const fn second(&self) -> Stamp {
        self.second
    }
}

impl fmt::Debug for TimeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TimeKey")
            .field("issued_at", &self.issued_at())
            .finish_non_exhaustive()
    }
}

/// The bytes of a key, if they are that.
///
/// # Errors
///
/// [`Error::BadSecret`] unless they are 32, and not all zero.
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub fn given(bytes: &[u8]) -> Result<&[u8; TimeKey::LEN], Error> {
    let bad = |fault| Error::BadSecret {
        expected: TimeKey::LEN,
        fault,
    };
    let fault = TextFault::Length { chars: 0 };
    let key = bytes.try_into().map_err(|_| bad(fault))?;
    // No shortcut: the time tells nothing of the key.
    if bytes.iter().fold(0, |bits, byte| bits | byte) == 0 {
        return Err(bad(TextFault::Zero));
    }
    Ok(key)
}

/// A step of the derivation: the number is the key, and the secret the message.
/// That is the format, so a certificate can be no key of a platform's store.
///
/// # Errors
///
/// When `crypto` cannot compute it.
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
#[cfg_attr(target_os = "none", inline(never))]
pub fn derive(
    crypto: &mut (impl Crypto + ?Sized),
    number: u32,
    secret: &[u8],
    key: &mut Key,
) -> Result<(), CryptoFailed> {
    platform::hmac_sha256(crypto, &number.to_le_bytes(), &[secret], key.expose_mut())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_no_key() {
        let zeros = TimeKey::from_bytes(1_700_000_000, &[0; 32]).err();
        let fault = TextFault::Zero;
        assert_eq!(
            zeros,
            Some(Error::BadSecret {
                expected: 32,
                fault
            })
        );
        assert_eq!(
            TimeKey::from_bytes(0, &[1; 32]).err(),
            Some(Error::IssueTimeZero)
        );
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn debug_hides_the_key() {
        let key = TimeKey::from_bytes(1_700_000_000, &[0xAB; 32]).unwrap();
        assert_eq!(
            alloc::format!("{key:?}"),
            "TimeKey { issued_at: 1700000000, .. }"
        );
    }
}
