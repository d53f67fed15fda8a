//! HMAC-SHA1 (RFC 2104).

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use crate::Error;
use crate::secret::Secret;

/// Bytes of the result.
pub const LEN: usize = 20;

/// A keyed hash that takes its message in parts; wiped when dropped. A clone
/// of a fresh one saves working the key in again.
#[derive(Clone)]
pub struct HmacSha1(Hmac<Sha1>);

impl HmacSha1 {
    /// Starts with `key`, of any length.
    ///
    /// # Errors
    ///
    /// [`Error::BadKey`] is what the trait behind it foresees; HMAC takes keys
    /// of every length, so it does not happen.
    pub fn new(key: &[u8]) -> Result<Self, Error> {
        Hmac::new_from_slice(key)
            .map(Self)
            .map_err(|_| Error::BadKey)
    }

    /// Appends `part` to the message.
    pub fn update(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// The result.
    #[must_use]
    pub fn finish(self) -> Secret<LEN> {
        Secret::new(self.0.finalize().into_bytes().into())
    }
}

impl core::fmt::Debug for HmacSha1 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("HmacSha1(redacted)")
    }
}

/// The keyed hash of one message.
///
/// # Errors
///
/// As [`HmacSha1::new`].
pub fn hmac_sha1(key: &[u8], message: &[u8]) -> Result<Secret<LEN>, Error> {
    let mut mac = HmacSha1::new(key)?;
    mac.update(message);
    Ok(mac.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    #[test]
    fn rfc_2202_answers() {
        let cases: [(&[u8], &[u8], &[u8]); 2] = [
            (
                b"Jefe",
                b"what do ya want for nothing?",
                b"effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            ),
            (
                &[0xaa; 80],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                b"aa4ae5e15272d00e95705637ce8a3b55ed402112",
            ),
        ];
        for (key, message, answer) in cases {
            assert_eq!(
                Some(*hmac_sha1(key, message).unwrap().expose()),
                hex::decode(answer)
            );
        }
    }
}
