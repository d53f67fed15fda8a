//! Texts of random octets: ids of attestations and states.

use crate::buffer::ascii;
use crate::wire::base64;
use crate::wire::hex::{self, Case};
#[cfg(feature = "std")]
use crate::{Error, os};

/// Octets of a token id.
const TOKEN_ID_OCTETS: usize = 24;
/// Octets of a state.
const STATE_OCTETS: usize = 16;

/// The unique id of an attestation (`jti`): 24 random octets as 32 characters
/// of base64url.
///
/// ```
/// use tokenmint::ath::TokenId;
///
/// assert_eq!(
///     TokenId::from_random(&[0xfb; 24]).as_str(),
///     "-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenId([u8; TokenId::LEN]);

impl TokenId {
    /// Its characters.
    pub const LEN: usize = base64::url_encoded_len(TOKEN_ID_OCTETS);

    /// The id of `octets`, which must come from a cryptographic random source
    /// and be used once.
    #[must_use]
    pub fn from_random(octets: &[u8; TOKEN_ID_OCTETS]) -> Self {
        let mut text = [0; Self::LEN];
        let written = base64::encode_url(octets, &mut text);
        debug_assert!(written.is_ok(), "the length comes from here");
        Self(text)
    }

    /// An id from the randomness of the operating system.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when it has none to give.
    #[cfg(feature = "std")]
    pub fn from_os() -> Result<Self, Error> {
        os::secret().map(|octets| Self::from_random(octets.expose()))
    }

    /// The text as bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }
}

/// The `state` of an authorize request: 16 random octets as 32 lower-case
/// hexadecimal digits.
///
/// Servers ask for it and never give it back, so it proves nothing about the
/// answer; tie the browser's session to the `ath_session_id` instead.
///
/// ```
/// use tokenmint::ath::State;
///
/// assert_eq!(State::from_random(&[0xab; 16]).as_str(), "ab".repeat(16));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct State([u8; State::LEN]);

impl State {
    /// Its characters.
    pub const LEN: usize = STATE_OCTETS.saturating_mul(2);

    /// The state of `octets`, which must come from a cryptographic random
    /// source and be used once.
    #[must_use]
    pub fn from_random(octets: &[u8; STATE_OCTETS]) -> Self {
        let mut text = [0; Self::LEN];
        hex::encode(octets, Case::Lower, &mut text);
        Self(text)
    }

    /// A state from the randomness of the operating system.
    ///
    /// # Errors
    ///
    /// [`Error::NoRandomness`] when it has none to give.
    #[cfg(feature = "std")]
    pub fn from_os() -> Result<Self, Error> {
        os::secret().map(|octets| Self::from_random(octets.expose()))
    }

    /// The text as bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn octets_keep_their_order() {
        let octets: [u8; 24] = core::array::from_fn(|i| i as u8);
        assert_eq!(
            TokenId::from_random(&octets).as_str(),
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"
        );
        let octets: [u8; 16] = core::array::from_fn(|i| i as u8);
        assert_eq!(
            State::from_random(&octets).as_str(),
            "000102030405060708090a0b0c0d0e0f"
        );
    }

    #[cfg(feature = "std")]
    #[test]
    fn those_of_the_operating_system_differ() {
        assert_ne!(TokenId::from_os(), TokenId::from_os());
        assert_ne!(State::from_os(), State::from_os());
    }
}
