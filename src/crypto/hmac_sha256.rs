//! HMAC-SHA256 (RFC 2104).

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::Error;
use crate::secret::Secret;

/// Bytes of the result.
pub const LEN: usize = 32;

/// A keyed hash that takes its message in parts; wiped when dropped.
pub struct HmacSha256(Hmac<Sha256>);

impl HmacSha256 {
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

impl core::fmt::Debug for HmacSha256 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("HmacSha256(redacted)")
    }
}

/// The keyed hash of one message.
///
/// # Errors
///
/// As [`HmacSha256::new`].
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> Result<Secret<LEN>, Error> {
    let mut mac = HmacSha256::new(key)?;
    mac.update(message);
    Ok(mac.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::hex;

    #[test]
    fn rfc_4231_answers() {
        let cases: [(&[u8], &[u8], &[u8]); 2] = [
            (
                b"Jefe",
                b"what do ya want for nothing?",
                b"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                b"60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
        ];
        for (key, message, answer) in cases {
            assert_eq!(
                Some(*hmac_sha256(key, message).unwrap().expose()),
                hex::decode(answer)
            );
        }
    }
}
