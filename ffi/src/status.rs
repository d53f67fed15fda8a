//! The status of a call: 0, or a negative number that never changes.

use core::ffi::c_char;

use tokenmint::Error;

/// What a call came to when it failed, in one word, so that a result fits into
/// two registers:
///
/// | word | status |
/// |---|---|
/// | 0 and above | the buffer is too small; the word is a sufficient size, without the NUL |
/// | even, below 0 | half of it |
/// | odd, below 0 | half of it, rounded down, and the output must be left alone |
///
/// (Such words fit into one instruction.)
#[derive(Clone, Copy, Debug)]
pub(crate) struct Failure(isize);

impl Failure {
    /// The bit of a word that keeps hands off.
    const HANDS_OFF: isize = 1;

    /// A failure that only this interface knows.
    pub(crate) const fn call(status: i32) -> Self {
        Self((status as isize).wrapping_mul(2))
    }

    /// A failure after which the output must be left alone.
    pub(crate) const fn hands_off(status: i32) -> Self {
        Self(Self::call(status).0 | Self::HANDS_OFF)
    }

    /// The failure of `error`; when the buffer is too small, with a sufficient
    /// size that depends on lengths alone instead of the exact one.
    pub(crate) fn with_room(error: Error, needed: usize) -> Self {
        match Self::from(error) {
            Self(0..) => Self::too_small(needed),
            other => other,
        }
    }

    fn too_small(needed: usize) -> Self {
        Self(isize::try_from(needed).unwrap_or(isize::MAX))
    }

    /// The word of the table above.
    pub(crate) const fn word(self) -> isize {
        self.0
    }

    /// The failure of a word of that table.
    pub(crate) const fn from_word(word: isize) -> Self {
        Self(word)
    }

    /// What the call returns.
    #[allow(clippy::cast_possible_truncation)] // A test looks at every one.
    pub(crate) const fn status(self) -> i32 {
        match self.0 {
            0.. => TOKENMINT_ERR_BUFFER_TOO_SMALL,
            word => (word >> 1) as i32,
        }
    }

    /// A sufficient size of the buffer, if that is too small.
    pub(crate) const fn needed(self) -> Option<usize> {
        match self.0 {
            0.. => Some(self.0.unsigned_abs()),
            _ => None,
        }
    }

    /// Whether the output may be wiped.
    pub(crate) const fn wipes(self) -> bool {
        self.0 >= 0 || self.0 & Self::HANDS_OFF == 0
    }
}

impl From<Error> for Failure {
    #[inline(never)]
    fn from(error: Error) -> Self {
        match error {
            Error::BufferTooSmall { needed } => Self::too_small(needed),
            other => Self::call(code(&other).into()),
        }
    }
}

/// The length of what was written. Instead of `Ok(result?)`, which stands where
/// it is used: nearly every call ends with it.
#[inline(never)]
pub(crate) fn written(result: Result<usize, Error>) -> Result<usize, Failure> {
    Ok(result?)
}

/// The secret of a result that stays where it is: a move may be a copy, which
/// would have to be wiped as well.
pub(crate) fn lend<T, E: Copy + Into<Failure>>(secret: &Result<T, E>) -> Result<&T, Failure> {
    secret.as_ref().map_err(|error| (*error).into())
}

/// [`Error::code`], one table for all functions. Of bytes, as every code fits
/// into one: of words it takes four times as much.
#[inline(never)]
#[allow(clippy::cast_possible_truncation)] // A test looks at every one.
pub(crate) fn code(error: &Error) -> i8 {
    error.code() as i8
}

/// Done.
pub const TOKENMINT_OK: i32 = 0;
/// The output or the workspace is too small; an output length then holds a
/// sufficient capacity.
pub const TOKENMINT_ERR_BUFFER_TOO_SMALL: i32 = -1;
/// The operating system gave no randomness.
pub const TOKENMINT_ERR_NO_RANDOMNESS: i32 = -2;
/// The issue time is 0: the clock is not set.
pub const TOKENMINT_ERR_ISSUE_TIME_ZERO: i32 = -10;
/// The app id is not valid (Agora: 32 hexadecimal digits and nothing around them,
/// such as a line end or quotes; ZEGO: not 0).
pub const TOKENMINT_ERR_BAD_APP_ID: i32 = -11;
/// The app certificate is not 32 hexadecimal digits and nothing around them.
pub const TOKENMINT_ERR_BAD_CERTIFICATE: i32 = -12;
/// A text that must have content is empty.
pub const TOKENMINT_ERR_EMPTY: i32 = -13;
/// A text is longer than the service or the wire format allows.
pub const TOKENMINT_ERR_STRING_TOO_LONG: i32 = -14;
/// A text has a character outside the allowed set.
pub const TOKENMINT_ERR_BAD_CHARACTER: i32 = -15;
/// A number is outside its range.
pub const TOKENMINT_ERR_VALUE_OUT_OF_RANGE: i32 = -16;
/// A token without services authorizes nothing and is not made.
pub const TOKENMINT_ERR_NO_SERVICES: i32 = -17;
/// A list has more entries than it can hold.
pub const TOKENMINT_ERR_TOO_MANY: i32 = -18;
/// What is to be encoded exceeds the limit of the format.
pub const TOKENMINT_ERR_CONTENT_TOO_LARGE: i32 = -19;
/// A secret does not have the form that its algorithm asks for (ZEGO: 32
/// characters; an AppSign has 64 and is none).
pub const TOKENMINT_ERR_BAD_SECRET: i32 = -20;
/// A private or public key cannot be used.
pub const TOKENMINT_ERR_BAD_KEY: i32 = -21;
/// The external signer reported a failure.
pub const TOKENMINT_ERR_SIGNER_FAILED: i32 = -22;
/// A name is given twice where it can stand only once.
pub const TOKENMINT_ERR_DUPLICATE: i32 = -23;
/// The app id was given as certificate, too. No project has that.
pub const TOKENMINT_ERR_CERTIFICATE_IS_APP_ID: i32 = -25;
/// A function of the platform's cryptography failed, or wrote less than it had
/// to; or our own was asked for a key that the platform holds.
pub const TOKENMINT_ERR_CRYPTO_FAILED: i32 = -26;
/// The text does not start with the version that the function reads.
pub const TOKENMINT_ERR_UNSUPPORTED_VERSION: i32 = -30;
/// The base64 part is malformed.
pub const TOKENMINT_ERR_BAD_BASE64: i32 = -31;
/// The compressed part is malformed, or the compressor failed.
pub const TOKENMINT_ERR_BAD_COMPRESSION: i32 = -32;
/// A text, or what it decodes to, exceeds the limit.
pub const TOKENMINT_ERR_TOO_LARGE: i32 = -33;
/// The content ends before a field that must be there.
pub const TOKENMINT_ERR_TRUNCATED: i32 = -34;
/// Bytes follow where the content should end.
pub const TOKENMINT_ERR_TRAILING_DATA: i32 = -35;
/// A text inside a credential is not valid UTF-8.
pub const TOKENMINT_ERR_NOT_UTF8: i32 = -36;
/// The JSON is malformed.
pub const TOKENMINT_ERR_BAD_JSON: i32 = -37;
/// A JSON member is missing or has the wrong type.
pub const TOKENMINT_ERR_BAD_MEMBER: i32 = -38;
/// The content does not have the form of this credential.
pub const TOKENMINT_ERR_MALFORMED: i32 = -39;
/// The signature does not match content and secret.
pub const TOKENMINT_ERR_BAD_SIGNATURE: i32 = -50;
/// Decryption failed: wrong secret or damaged token.
pub const TOKENMINT_ERR_DECRYPT_FAILED: i32 = -51;
/// The credential belongs to another application.
pub const TOKENMINT_ERR_APP_ID_MISMATCH: i32 = -52;
/// The credential is for another channel or room.
pub const TOKENMINT_ERR_CHANNEL_MISMATCH: i32 = -53;
/// The credential is for another user.
pub const TOKENMINT_ERR_USER_MISMATCH: i32 = -54;
/// The credential has expired.
pub const TOKENMINT_ERR_EXPIRED: i32 = -55;
/// The credential was issued in the future.
pub const TOKENMINT_ERR_NOT_YET_VALID: i32 = -56;
/// The clear copy of the expiry differs from the protected one.
pub const TOKENMINT_ERR_EXPIRY_MISMATCH: i32 = -57;
/// The credential does not grant what is asked.
pub const TOKENMINT_ERR_NOT_AUTHORIZED: i32 = -58;
/// The assertion is for another audience.
pub const TOKENMINT_ERR_AUDIENCE_MISMATCH: i32 = -59;
/// The algorithm is not the one that the credential requires.
pub const TOKENMINT_ERR_UNSUPPORTED_ALGORITHM: i32 = -60;
/// What was asked cannot be told from what was given: a signature covers names
/// that are not in the credential.
pub const TOKENMINT_ERR_UNDECIDED: i32 = -61;
/// A pointer is NULL that must not be.
pub const TOKENMINT_ERR_NULL_POINTER: i32 = -70;
/// `struct_size` is no size of this struct: use its `_INIT` macro.
pub const TOKENMINT_ERR_BAD_STRUCT_SIZE: i32 = -71;
/// An output overlaps an input or another output.
pub const TOKENMINT_ERR_OVERLAP: i32 = -72;
/// A length is above PTRDIFF_MAX, or runs past the end of memory.
pub const TOKENMINT_ERR_BAD_LENGTH: i32 = -73;
/// A role, service type or other choice has no such number, or a reserved
/// member is not 0.
pub const TOKENMINT_ERR_UNKNOWN_VALUE: i32 = -74;
/// An input text is not valid UTF-8.
pub const TOKENMINT_ERR_INVALID_UTF8: i32 = -75;
/// There is no item with this index: the list has ended.
pub const TOKENMINT_ERR_NOT_FOUND: i32 = -76;

macro_rules! names {
    ($($name:ident)+) => {
        /// The statuses that have a name.
        #[allow(clippy::cast_possible_truncation)] // A test looks at every one.
        const NAMED: &[i8] = &[$($name as i8),+];

        /// Their names in the same order, and one for every other number: one
        /// text, since each in its own would be linked with all texts of the
        /// image that end with a zero.
        const NAMES: &str = concat!($(stringify!($name), "\0",)+ "TOKENMINT_ERR_UNKNOWN\0");

        #[cfg(test)]
        const ALL: &[(i32, &str)] = &[$(($name, stringify!($name))),+];
    };
}

names! {
    TOKENMINT_OK
    TOKENMINT_ERR_BUFFER_TOO_SMALL
    TOKENMINT_ERR_NO_RANDOMNESS
    TOKENMINT_ERR_ISSUE_TIME_ZERO
    TOKENMINT_ERR_BAD_APP_ID
    TOKENMINT_ERR_BAD_CERTIFICATE
    TOKENMINT_ERR_EMPTY
    TOKENMINT_ERR_STRING_TOO_LONG
    TOKENMINT_ERR_BAD_CHARACTER
    TOKENMINT_ERR_VALUE_OUT_OF_RANGE
    TOKENMINT_ERR_NO_SERVICES
    TOKENMINT_ERR_TOO_MANY
    TOKENMINT_ERR_CONTENT_TOO_LARGE
    TOKENMINT_ERR_BAD_SECRET
    TOKENMINT_ERR_BAD_KEY
    TOKENMINT_ERR_SIGNER_FAILED
    TOKENMINT_ERR_DUPLICATE
    TOKENMINT_ERR_CERTIFICATE_IS_APP_ID
    TOKENMINT_ERR_CRYPTO_FAILED
    TOKENMINT_ERR_UNSUPPORTED_VERSION
    TOKENMINT_ERR_BAD_BASE64
    TOKENMINT_ERR_BAD_COMPRESSION
    TOKENMINT_ERR_TOO_LARGE
    TOKENMINT_ERR_TRUNCATED
    TOKENMINT_ERR_TRAILING_DATA
    TOKENMINT_ERR_NOT_UTF8
    TOKENMINT_ERR_BAD_JSON
    TOKENMINT_ERR_BAD_MEMBER
    TOKENMINT_ERR_MALFORMED
    TOKENMINT_ERR_BAD_SIGNATURE
    TOKENMINT_ERR_DECRYPT_FAILED
    TOKENMINT_ERR_APP_ID_MISMATCH
    TOKENMINT_ERR_CHANNEL_MISMATCH
    TOKENMINT_ERR_USER_MISMATCH
    TOKENMINT_ERR_EXPIRED
    TOKENMINT_ERR_NOT_YET_VALID
    TOKENMINT_ERR_EXPIRY_MISMATCH
    TOKENMINT_ERR_NOT_AUTHORIZED
    TOKENMINT_ERR_AUDIENCE_MISMATCH
    TOKENMINT_ERR_UNSUPPORTED_ALGORITHM
    TOKENMINT_ERR_UNDECIDED
    TOKENMINT_ERR_NULL_POINTER
    TOKENMINT_ERR_BAD_STRUCT_SIZE
    TOKENMINT_ERR_OVERLAP
    TOKENMINT_ERR_BAD_LENGTH
    TOKENMINT_ERR_UNKNOWN_VALUE
    TOKENMINT_ERR_INVALID_UTF8
    TOKENMINT_ERR_NOT_FOUND
}

/// The name of a status: "TOKENMINT_OK", "TOKENMINT_ERR_EXPIRED" and so on.
///
/// @param status  What a function returned.
/// @return Static, NUL-terminated text, never NULL; "TOKENMINT_ERR_UNKNOWN"
///         for any other number.
#[unsafe(no_mangle)]
pub extern "C" fn tokenmint_status_name(status: i32) -> *const c_char {
    let named = NAMED.iter().position(|named| i32::from(*named) == status);
    let mut ends = NAMES.bytes().zip(1..).filter(|(byte, _)| *byte == 0);
    let start = match named.unwrap_or(NAMED.len()).checked_sub(1) {
        None => 0,
        Some(before) => ends.nth(before).map_or(0, |(_, next)| next),
    };
    debug_assert!(start > 0 || status == TOKENMINT_OK);
    NAMES.as_ptr().wrapping_add(start).cast()
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;

    use tokenmint::{Error, Field, TextFault};

    use super::*;

    /// The numbers of the library and the constants of the header.
    #[test]
    fn every_error_has_its_constant() {
        let field = Field::Channel;
        let fault = TextFault::Zero;
        let (at, max) = (0, 0);
        let errors = [
            (
                Error::BufferTooSmall { needed: 0 },
                TOKENMINT_ERR_BUFFER_TOO_SMALL,
            ),
            (Error::NoRandomness, TOKENMINT_ERR_NO_RANDOMNESS),
            (Error::IssueTimeZero, TOKENMINT_ERR_ISSUE_TIME_ZERO),
            (Error::BadAppId { fault }, TOKENMINT_ERR_BAD_APP_ID),
            (
                Error::BadCertificate { fault },
                TOKENMINT_ERR_BAD_CERTIFICATE,
            ),
            (Error::Empty { field }, TOKENMINT_ERR_EMPTY),
            (
                Error::StringTooLong { field, len: 0, max },
                TOKENMINT_ERR_STRING_TOO_LONG,
            ),
            (
                Error::BadCharacter { field, at },
                TOKENMINT_ERR_BAD_CHARACTER,
            ),
            (
                Error::ValueOutOfRange {
                    field,
                    min: 0,
                    max: 0,
                },
                TOKENMINT_ERR_VALUE_OUT_OF_RANGE,
            ),
            (Error::NoServices, TOKENMINT_ERR_NO_SERVICES),
            (Error::TooMany { field, max }, TOKENMINT_ERR_TOO_MANY),
            (
                Error::ContentTooLarge { max },
                TOKENMINT_ERR_CONTENT_TOO_LARGE,
            ),
            (
                Error::BadSecret { expected: 0, fault },
                TOKENMINT_ERR_BAD_SECRET,
            ),
            (
                Error::CertificateIsAppId,
                TOKENMINT_ERR_CERTIFICATE_IS_APP_ID,
            ),
            (Error::CryptoFailed, TOKENMINT_ERR_CRYPTO_FAILED),
            (Error::BadKey, TOKENMINT_ERR_BAD_KEY),
            (Error::SignerFailed, TOKENMINT_ERR_SIGNER_FAILED),
            (Error::Duplicate { field }, TOKENMINT_ERR_DUPLICATE),
            (Error::UnsupportedVersion, TOKENMINT_ERR_UNSUPPORTED_VERSION),
            (Error::BadBase64 { at }, TOKENMINT_ERR_BAD_BASE64),
            (Error::BadCompression { at }, TOKENMINT_ERR_BAD_COMPRESSION),
            (Error::TooLarge { max }, TOKENMINT_ERR_TOO_LARGE),
            (Error::Truncated { at }, TOKENMINT_ERR_TRUNCATED),
            (Error::TrailingData { at }, TOKENMINT_ERR_TRAILING_DATA),
            (Error::NotUtf8 { at }, TOKENMINT_ERR_NOT_UTF8),
            (Error::BadJson { at }, TOKENMINT_ERR_BAD_JSON),
            (Error::BadMember { name: "" }, TOKENMINT_ERR_BAD_MEMBER),
            (Error::Malformed { at }, TOKENMINT_ERR_MALFORMED),
            (Error::BadSignature, TOKENMINT_ERR_BAD_SIGNATURE),
            (Error::DecryptFailed, TOKENMINT_ERR_DECRYPT_FAILED),
            (Error::AppIdMismatch, TOKENMINT_ERR_APP_ID_MISMATCH),
            (Error::ChannelMismatch, TOKENMINT_ERR_CHANNEL_MISMATCH),
            (Error::UserMismatch, TOKENMINT_ERR_USER_MISMATCH),
            (Error::Expired, TOKENMINT_ERR_EXPIRED),
            (Error::NotYetValid, TOKENMINT_ERR_NOT_YET_VALID),
            (Error::ExpiryMismatch, TOKENMINT_ERR_EXPIRY_MISMATCH),
            (Error::NotAuthorized, TOKENMINT_ERR_NOT_AUTHORIZED),
            (Error::AudienceMismatch, TOKENMINT_ERR_AUDIENCE_MISMATCH),
            (
                Error::UnsupportedAlgorithm,
                TOKENMINT_ERR_UNSUPPORTED_ALGORITHM,
            ),
            (Error::Undecided, TOKENMINT_ERR_UNDECIDED),
        ];
        for (error, status) in errors {
            assert_eq!(error.code(), status, "{error:?}");
            assert_eq!(Failure::from(error).status(), status, "{error:?}");
        }
        // All constants are those, success, and the seven of this interface.
        assert_eq!(ALL.len(), errors.len() + 8);
    }

    #[test]
    fn a_size_is_kept() {
        for (needed, kept) in [(0, 0), (7, 7), (usize::MAX, isize::MAX.unsigned_abs())] {
            let failure = Failure::from(Error::BufferTooSmall { needed });
            assert_eq!(failure.status(), TOKENMINT_ERR_BUFFER_TOO_SMALL);
            assert_eq!(failure.needed(), Some(kept));
            assert!(failure.wipes());
        }
        let exact = Error::BufferTooSmall { needed: 7 };
        assert_eq!(Failure::with_room(exact, 9).needed(), Some(9));
        assert_eq!(Failure::with_room(Error::Expired, 9).needed(), None);
    }

    #[test]
    fn every_status_has_its_own_number_and_name() {
        for (at, (status, name)) in ALL.iter().enumerate() {
            if *status < TOKENMINT_ERR_BUFFER_TOO_SMALL {
                assert_eq!(Failure::call(*status).status(), *status);
                assert!(Failure::call(*status).wipes());
                assert_eq!(Failure::call(*status).needed(), None);
                assert_eq!(Failure::hands_off(*status).status(), *status);
                assert!(!Failure::hands_off(*status).wipes());
            }
            assert!(ALL[..at].iter().all(|(other, _)| other != status), "{name}");
            // SAFETY: static text with a NUL.
            let found = unsafe { CStr::from_ptr(tokenmint_status_name(*status)) };
            assert_eq!(found.to_str(), Ok(*name));
        }
        for unknown in [1, -3, -77, i32::MIN, i32::MAX] {
            // SAFETY: static text with a NUL.
            let found = unsafe { CStr::from_ptr(tokenmint_status_name(unknown)) };
            assert_eq!(found, c"TOKENMINT_ERR_UNKNOWN");
        }
    }
}
