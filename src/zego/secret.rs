//! The key of an application.

use core::fmt;

use crate::secret::Secret;
use crate::{Error, Field};

/// The server secret of a ZEGO application: 32 ASCII characters.
///
/// It looks like hexadecimal digits but is not decoded: the characters
/// themselves are the AES-256 key, so any ASCII text of this length is one.
/// Official libraries disagree about other characters (some count bytes, some
/// characters), so those are refused. `Debug` shows nothing, drop wipes it.
///
/// ```
/// use tokenmint::zego::ServerSecret;
///
/// let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271")?;
/// assert_eq!(format!("{secret:?}"), "ServerSecret(redacted)");
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Clone)]
pub struct ServerSecret(Secret<{ ServerSecret::LEN }>);

impl ServerSecret {
    /// Characters of a server secret.
    pub const LEN: usize = 32;

    /// Takes the secret as the ZEGO console shows it; the caller's own copy is
    /// the caller's to wipe.
    ///
    /// # Errors
    ///
    /// [`Error::BadSecret`] unless it has 32 bytes, [`Error::BadCharacter`]
    /// when one of them is not ASCII.
    pub fn new(text: &str) -> Result<Self, Error> {
        let bytes = text.as_bytes().try_into().map_err(|_| Error::BadSecret {
            expected: Self::LEN,
        })?;
        match text.bytes().position(|byte| !byte.is_ascii()) {
            None => Ok(Self(Secret::new(bytes))),
            Some(at) => Err(Error::BadCharacter {
                field: Field::Secret,
                at,
            }),
        }
    }

    pub(super) const fn key(&self) -> &Secret<{ Self::LEN }> {
        &self.0
    }
}

impl fmt::Debug for ServerSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServerSecret(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_32_ascii_characters() {
        for (text, error) in [
            ("", Error::BadSecret { expected: 32 }),
            (
                "0123456789abcdef0123456789abcde",
                Error::BadSecret { expected: 32 },
            ),
            (
                "0123456789abcdef0123456789abcdef0",
                Error::BadSecret { expected: 32 },
            ),
            (
                "0123456789abcdef0123456789abcdé",
                Error::BadCharacter {
                    field: Field::Secret,
                    at: 30,
                },
            ),
        ] {
            assert_eq!(ServerSecret::new(text).unwrap_err(), error, "{text}");
        }
    }
}
