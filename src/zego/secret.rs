//! The key of an application.

use core::fmt;

use crate::secret::Secret;
use crate::{Error, Field, TextFault};

/// The server secret of a ZEGO application: 32 ASCII characters.
///
/// It looks like hexadecimal digits but is not decoded: the characters
/// themselves are the AES-256 key, so any visible ASCII of this length is one.
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
    /// [`Error::BadSecret`] unless it has 32 bytes and no white space or
    /// control character; it says what is there instead (an AppSign, which is
    /// easily taken for it, has 64). [`Error::BadCharacter`] when one of 32
    /// bytes is not ASCII.
    pub fn new(text: &str) -> Result<Self, Error> {
        check(text).map(|key| Self(Secret::new(*key)))
    }

    pub(super) const fn key(&self) -> &Secret<{ Self::LEN }> {
        &self.0
    }
}

/// Checks as [`ServerSecret::new`] does, and copies nothing.
///
/// # Errors
///
/// As [`ServerSecret::new`].
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub fn check(text: &str) -> Result<&[u8; ServerSecret::LEN], Error> {
    let stray = text
        .bytes()
        .enumerate()
        .find(|(_, c)| !c.is_ascii_graphic());
    match (text.as_bytes().try_into(), stray) {
        (Ok(key), None) => Ok(key),
        (Ok(_), Some((at, 0x80..))) => Err(Error::BadCharacter {
            field: Field::Secret,
            at,
        }),
        _ => Err(Error::BadSecret {
            expected: ServerSecret::LEN,
            // A quote is allowed, but where something is wrong it is that.
            fault: TextFault::of(text, |c| c.is_ascii_graphic() && !"\"'`".contains(c)),
        }),
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
    #[cfg(feature = "alloc")]
    use crate::Stray;

    #[test]
    fn only_32_ascii_characters() {
        let length = |chars| TextFault::Length { chars };
        for (text, fault) in [
            ("", length(0)),
            ("0123456789abcdef0123456789abcde", length(31)),
            ("0123456789abcdef0123456789abcdef0", length(33)),
            (
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                length(64),
            ),
            #[cfg(feature = "alloc")]
            (
                "\"0123456789abcdef0123456789abcdef\"",
                TextFault::Surrounded {
                    chars: 34,
                    inner: 32,
                    before: Some(Stray::Quote),
                    after: Some(Stray::Quote),
                },
            ),
            #[cfg(feature = "alloc")]
            (
                "0123456789abcdef0123456789abcde\n",
                TextFault::Surrounded {
                    chars: 32,
                    inner: 31,
                    before: None,
                    after: Some(Stray::LineEnd),
                },
            ),
            #[cfg(feature = "alloc")]
            (
                "0123456789abcdef 123456789abcdef",
                TextFault::Character {
                    chars: 32,
                    place: 17,
                    kind: Stray::WhiteSpace,
                },
            ),
        ] {
            let error = Error::BadSecret {
                expected: 32,
                fault,
            };
            assert_eq!(ServerSecret::new(text).unwrap_err(), error, "{text}");
        }
        assert_eq!(
            ServerSecret::new("0123456789abcdef0123456789abcd\u{e9}").unwrap_err(),
            Error::BadCharacter {
                field: Field::Secret,
                at: 30,
            }
        );
        // Visible ASCII of any kind is a key, as in the official libraries.
        assert!(ServerSecret::new("\"123456789abcdef0123456789abcde'").is_ok());
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn an_app_sign_is_named() {
        use alloc::string::ToString;

        let sign = "0123456789abcdef".repeat(4);
        let message = ServerSecret::new(&sign).unwrap_err().to_string();
        assert!(
            message.contains("64 characters, as an AppSign has"),
            "{message}"
        );
    }
}
