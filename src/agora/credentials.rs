//! The app id and app certificate of an Agora project.

use core::fmt;
use core::str::FromStr;

use crate::buffer::ascii;
use crate::secret::Secret;
use crate::{Error, TextFault};

/// An app id: 32 hexadecimal digits, kept as text with their letter case,
/// because that is what 006 and 007 sign.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(align(4))] // A device copies words, not bytes.
pub struct AppId([u8; AppId::LEN]);

impl AppId {
    /// Characters of an app id.
    pub const LEN: usize = 32;

    /// Checks and takes over an app id.
    ///
    /// # Errors
    ///
    /// [`Error::BadAppId`] unless it is exactly 32 hexadecimal digits; it says
    /// what is there instead.
    pub fn new(text: &str) -> Result<Self, Error> {
        check(text, None).map(checked)
    }

    /// The text, letter case as given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }

    /// The text as bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }
}

impl FromStr for AppId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::new(text)
    }
}

impl fmt::Debug for AppId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AppId({})", self.as_str())
    }
}

impl fmt::Display for AppId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An app certificate: 32 hexadecimal digits, used as text. Whoever has it can
/// mint tokens for every channel and user of the project, so it is wiped when
/// dropped and never printed.
#[derive(Debug, Clone)]
pub struct AppCertificate(Secret<{ AppCertificate::LEN }>);

impl AppCertificate {
    /// Characters of a certificate.
    pub const LEN: usize = 32;

    /// Checks and takes over a certificate.
    ///
    /// # Errors
    ///
    /// [`Error::BadCertificate`] unless it is exactly 32 hexadecimal digits; it
    /// says what is there instead, but shows no character of it.
    pub fn new(text: &str) -> Result<Self, Error> {
        certificate_text(text).map(|digits| Self(Secret::new(*digits)))
    }

    /// The text as bytes, for the call that signs.
    pub(crate) const fn expose(&self) -> &[u8; Self::LEN] {
        self.0.expose()
    }
}

/// The app id and certificate of one project.
#[derive(Debug, Clone)]
pub struct Credentials {
    app_id: AppId,
    certificate: AppCertificate,
}

impl Credentials {
    /// Checks and takes over both.
    ///
    /// # Errors
    ///
    /// [`Error::BadAppId`] or [`Error::BadCertificate`] unless they are
    /// exactly 32 hexadecimal digits each. (Several official libraries return
    /// an empty token instead.) [`Error::CertificateIsAppId`] when both are the
    /// same text, which no project has.
    pub fn new(app_id: &str, certificate: &str) -> Result<Self, Error> {
        Ok(Self {
            app_id: checked(check(app_id, Some(certificate))?),
            certificate: AppCertificate::new(certificate)?,
        })
    }

    /// The app id.
    #[must_use]
    pub const fn app_id(&self) -> &AppId {
        &self.app_id
    }

    /// The certificate.
    #[must_use]
    pub const fn certificate(&self) -> &AppCertificate {
        &self.certificate
    }
}

/// Checks both as [`Credentials::new`] does, or the app id alone, and copies
/// neither.
///
/// # Errors
///
/// As [`Credentials::new`].
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub fn check<'a>(
    app_id: &'a str,
    certificate: Option<&str>,
) -> Result<&'a [u8; AppId::LEN], Error> {
    let digits = hex_text(app_id).ok_or_else(|| Error::BadAppId {
        fault: fault(app_id),
    })?;
    if let Some(certificate) = certificate {
        if are_one_text(app_id, certificate) {
            return Err(Error::CertificateIsAppId);
        }
        certificate_text(certificate)?;
    }
    Ok(digits)
}

/// The app id of digits that have been checked.
#[must_use]
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub const fn checked(digits: &[u8; AppId::LEN]) -> AppId {
    AppId(*digits)
}

fn certificate_text(text: &str) -> Result<&[u8; AppCertificate::LEN], Error> {
    hex_text(text).ok_or_else(|| Error::BadCertificate { fault: fault(text) })
}

/// Whether both are one text, in the same time wherever they differ. Not by
/// `crypto::compare`, which a device that only mints does not have.
#[cfg_attr(target_os = "none", inline(never))]
fn are_one_text(app_id: &str, certificate: &str) -> bool {
    let lengths = app_id.len() ^ certificate.len();
    let pairs = app_id.bytes().zip(certificate.bytes());
    pairs.fold(lengths, |differs, (a, b)| differs | usize::from(a ^ b)) == 0
}

/// 32 hexadecimal digits as they are. (One official language skips white space
/// here and accepts 30 digits and two blanks; we do not.)
fn hex_text(text: &str) -> Option<&[u8; 32]> {
    let bytes = <&[u8; 32]>::try_from(text.as_bytes()).ok()?;
    is_hex(bytes).then_some(bytes)
}

/// Looks at every byte, and no branch depends on one: whether a character of a
/// certificate is a digit or a letter is nobody's business. Apart from what copies
/// them: a device has it once.
#[cfg_attr(target_os = "none", inline(never))]
fn is_hex(bytes: &[u8; 32]) -> bool {
    let mut strays = 0;
    for byte in bytes {
        let character = u32::from(*byte);
        strays |= is_outside(character, b'0', b'9') & is_outside(character | 0x20, b'a', b'f');
    }
    strays >> 31 == 0
}

/// A number with the highest bit set, unless the character is from `first` to
/// `last`.
fn is_outside(character: u32, first: u8, last: u8) -> u32 {
    let below = character.wrapping_sub(first.into());
    below | u32::from(last).wrapping_sub(character)
}

/// What is wrong with a text that [`hex_text`] refuses.
fn fault(text: &str) -> TextFault {
    TextFault::of(text, |c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(feature = "alloc")]
    use crate::Stray;

    #[test]
    fn only_32_hexadecimal_digits_pass() {
        let length = |chars| TextFault::Length { chars };
        assert!(AppId::new("970CA35de60c44645bbae8a215061b33").is_ok());
        for (text, fault) in [
            ("", length(0)),
            ("970CA35de60c44645bbae8a215061b3", length(31)),
            ("970CA35de60c44645bbae8a215061b333", length(33)),
            #[cfg(feature = "alloc")]
            (
                "g70CA35de60c44645bbae8a215061b33",
                TextFault::Character {
                    chars: 32,
                    place: 1,
                    kind: Stray::Other,
                },
            ),
            #[cfg(feature = "alloc")]
            (
                "970CA35de60c44645bbae8a215061b  ",
                TextFault::Surrounded {
                    chars: 32,
                    inner: 30,
                    before: None,
                    after: Some(Stray::WhiteSpace),
                },
            ),
            #[cfg(feature = "alloc")]
            (
                "\u{feff}970CA35de60c44645bbae8a215061b33\r\n",
                TextFault::Surrounded {
                    chars: 35,
                    inner: 32,
                    before: Some(Stray::ByteOrderMark),
                    after: Some(Stray::LineEnd),
                },
            ),
        ] {
            assert_eq!(AppId::new(text), Err(Error::BadAppId { fault }), "{text:?}");
            assert_eq!(
                AppCertificate::new(text).err(),
                Some(Error::BadCertificate { fault }),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_certificate_is_not_the_app_id() {
        let digits = "970CA35de60c44645bbae8a215061b33";
        let both = |text| Credentials::new(text, text).err();
        assert_eq!(both(digits), Some(Error::CertificateIsAppId));
        let fault = TextFault::Length { chars: 0 };
        assert_eq!(both(""), Some(Error::BadAppId { fault }));
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn debug_hides_the_certificate() {
        let credentials = Credentials::new(
            "970CA35de60c44645bbae8a215061b33",
            "5CFd2fd1755d40ecb72977518be15d3b",
        );
        let text = alloc::format!("{credentials:?}");
        assert!(
            text.contains("970CA35d") && !text.contains("5CFd2fd1"),
            "{text}"
        );
    }
}
