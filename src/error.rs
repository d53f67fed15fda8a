//! The one error type of the library.
//!
//! Every variant has a numeric code that never changes ([`Error::code`]); the
//! C ABI hands out the same numbers. Parsers say where they stopped: `at` is a
//! byte offset into the layer the variant names. No variant carries the
//! content of a token, a key or any other input text.

use core::fmt;

use crate::text_fault::TextFault;

/// An input that an error talks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u32)] // As in `Error`.
pub enum Field {
    /// A channel name.
    Channel,
    /// A user account (also the decimal text of a uid).
    Account,
    /// A numeric user id.
    Uid,
    /// A user id that is text.
    UserId,
    /// A room id.
    Room,
    /// A resource name inside a permission list.
    Resource,
    /// The lifetime of a token, relative to its issue time.
    ExpireIn,
    /// The lifetime of one privilege, relative to the issue time.
    PrivilegeExpireIn,
    /// An absolute deadline.
    ExpireAt,
    /// The time a credential was issued.
    IssuedAt,
    /// A role.
    Role,
    /// The services of a token.
    Services,
    /// The privileges of a service.
    Privileges,
    /// The permissions of a service, or their resources.
    Permissions,
    /// An application id.
    AppId,
    /// A payload that travels inside a token.
    Payload,
    /// A nonce.
    Nonce,
    /// A secret or key.
    Secret,
    /// An agent id.
    AgentId,
    /// A key id.
    KeyId,
    /// The audience of an assertion.
    Audience,
    /// The unique id of an assertion.
    TokenId,
    /// A proof key (PKCE) verifier or challenge.
    Verifier,
    /// An HTTP method.
    Method,
    /// The path of a request.
    Path,
    /// A header of a request.
    Header,
    /// A query parameter of a request.
    Query,
    /// A user name or customer id.
    Username,
    /// A permission text of a legacy key.
    Permission,
    /// A token that is sent along.
    Token,
    /// The base URL of a server.
    Url,
    /// The name of an agent, or of what stands for it.
    Name,
}

impl Field {
    /// The lower-case name used in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::Account => "account",
            Self::Uid => "uid",
            Self::UserId => "user id",
            Self::Room => "room",
            Self::Resource => "resource",
            Self::ExpireIn => "token lifetime",
            Self::PrivilegeExpireIn => "privilege lifetime",
            Self::ExpireAt => "deadline",
            Self::IssuedAt => "issue time",
            Self::Role => "role",
            Self::Services => "services",
            Self::Privileges => "privileges",
            Self::Permissions => "permissions",
            Self::AppId => "app id",
            Self::Payload => "payload",
            Self::Nonce => "nonce",
            Self::Secret => "secret",
            Self::AgentId => "agent id",
            Self::KeyId => "key id",
            Self::Audience => "audience",
            Self::TokenId => "token id",
            Self::Verifier => "verifier",
            Self::Method => "method",
            Self::Path => "path",
            Self::Header => "header",
            Self::Query => "query",
            Self::Username => "user name",
            Self::Permission => "permission",
            Self::Token => "token",
            Self::Url => "URL",
            Self::Name => "name",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What went wrong, and what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u32)] // A word: a device moves an error word by word, not byte by byte.
pub enum Error {
    /// The output buffer or workspace is too small; `needed` bytes are enough.
    BufferTooSmall {
        /// A sufficient size in bytes.
        needed: usize,
    },
    /// The operating system gave no randomness.
    NoRandomness,

    /// The issue time is 0: the clock is not set.
    IssueTimeZero,
    /// The app id is not valid (Agora: 32 hexadecimal digits; ZEGO: not 0).
    BadAppId {
        /// What is there instead.
        fault: TextFault,
    },
    /// The app certificate is not 32 hexadecimal digits.
    BadCertificate {
        /// What is there instead.
        fault: TextFault,
    },
    /// The app id was given as certificate, too. No project has that.
    CertificateIsAppId,
    /// A field that must have content is empty.
    Empty {
        /// The field.
        field: Field,
    },
    /// A text is longer than the service or the wire format allows.
    StringTooLong {
        /// The field.
        field: Field,
        /// Its length in bytes.
        len: usize,
        /// The most bytes allowed.
        max: usize,
    },
    /// A text has a character outside the allowed set.
    BadCharacter {
        /// The field.
        field: Field,
        /// Byte offset of the character.
        at: usize,
    },
    /// A number is outside its range.
    ValueOutOfRange {
        /// The field.
        field: Field,
        /// Smallest allowed value.
        min: u64,
        /// Largest allowed value.
        max: u64,
    },
    /// A token without services authorizes nothing and is not made.
    NoServices,
    /// A list has more entries than it can hold.
    TooMany {
        /// The list.
        field: Field,
        /// The most entries allowed.
        max: usize,
    },
    /// What is to be encoded exceeds the limit of the format.
    ContentTooLarge {
        /// The limit in bytes.
        max: usize,
    },
    /// A secret does not have the form that its algorithm asks for.
    BadSecret {
        /// The expected size in bytes.
        expected: usize,
        /// What is there instead.
        fault: TextFault,
    },
    /// A private or public key cannot be used.
    BadKey,
    /// An external signer reported a failure.
    SignerFailed,
    /// The cryptography of the platform reported a failure, or left an output
    /// unwritten.
    CryptoFailed,
    /// A list has two entries of one name.
    Duplicate {
        /// The list.
        field: Field,
    },
    /// The private key is encrypted; keys are taken in the clear only.
    EncryptedKey,

    /// The text does not start with the version this parser reads.
    UnsupportedVersion,
    /// The base64 part is malformed.
    BadBase64 {
        /// Offset in the token text, as exact as the decoder tells.
        at: usize,
    },
    /// The compressed part is malformed or ends early.
    BadCompression {
        /// Offset in the compressed bytes, as exact as the decoder tells.
        at: usize,
    },
    /// A text, or what it decodes to, exceeds the limit; nothing of it is
    /// returned.
    TooLarge {
        /// The limit in bytes.
        max: usize,
    },
    /// The content ends before a field that must be there.
    Truncated {
        /// Offset of the field in the decoded content.
        at: usize,
    },
    /// Bytes follow where the content should end.
    TrailingData {
        /// Offset of the first extra byte in its layer.
        at: usize,
    },
    /// A text is not valid UTF-8.
    NotUtf8 {
        /// Offset of the text in the decoded content.
        at: usize,
    },
    /// The JSON is malformed.
    BadJson {
        /// Offset in the JSON text.
        at: usize,
    },
    /// A member is missing or has the wrong type.
    BadMember {
        /// Its name.
        name: &'static str,
    },
    /// The content does not have the form of this credential.
    Malformed {
        /// Offset in the decoded content.
        at: usize,
    },

    /// The signature does not match content and secret.
    BadSignature,
    /// Decryption failed: wrong secret or damaged token (never told apart).
    DecryptFailed,
    /// The credential belongs to another application.
    AppIdMismatch,
    /// The credential is for another channel or room.
    ChannelMismatch,
    /// The credential is for another user.
    UserMismatch,
    /// The credential has expired.
    Expired,
    /// The credential was issued in the future.
    NotYetValid,
    /// The clear copy of the expiry differs from the protected one.
    ExpiryMismatch,
    /// The credential does not grant what is asked.
    NotAuthorized,
    /// The assertion is for another audience.
    AudienceMismatch,
    /// The algorithm is not the one this credential requires.
    UnsupportedAlgorithm,
    /// What was asked cannot be told from what was given: a signature covers
    /// names that are not in the credential.
    Undecided,
}

impl Error {
    /// The stable number of this error: negative, never reused.
    #[must_use]
    pub const fn code(&self) -> i32 {
        match self {
            Self::BufferTooSmall { .. } => -1,
            Self::NoRandomness => -2,

            Self::IssueTimeZero => -10,
            Self::BadAppId { .. } => -11,
            Self::BadCertificate { .. } => -12,
            Self::Empty { .. } => -13,
            Self::StringTooLong { .. } => -14,
            Self::BadCharacter { .. } => -15,
            Self::ValueOutOfRange { .. } => -16,
            Self::NoServices => -17,
            Self::TooMany { .. } => -18,
            Self::ContentTooLarge { .. } => -19,
            Self::BadSecret { .. } => -20,
            Self::BadKey => -21,
            Self::SignerFailed => -22,
            Self::Duplicate { .. } => -23,
            Self::EncryptedKey => -24,
            Self::CertificateIsAppId => -25,
            Self::CryptoFailed => -26,

            Self::UnsupportedVersion => -30,
            Self::BadBase64 { .. } => -31,
            Self::BadCompression { .. } => -32,
            Self::TooLarge { .. } => -33,
            Self::Truncated { .. } => -34,
            Self::TrailingData { .. } => -35,
            Self::NotUtf8 { .. } => -36,
            Self::BadJson { .. } => -37,
            Self::BadMember { .. } => -38,
            Self::Malformed { .. } => -39,

            Self::BadSignature => -50,
            Self::DecryptFailed => -51,
            Self::AppIdMismatch => -52,
            Self::ChannelMismatch => -53,
            Self::UserMismatch => -54,
            Self::Expired => -55,
            Self::NotYetValid => -56,
            Self::ExpiryMismatch => -57,
            Self::NotAuthorized => -58,
            Self::AudienceMismatch => -59,
            Self::UnsupportedAlgorithm => -60,
            Self::Undecided => -61,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::BufferTooSmall { needed } => {
                write!(f, "buffer too small: {needed} bytes are enough")
            }
            Self::NoRandomness => f.write_str("the operating system gave no randomness"),
            Self::IssueTimeZero => f.write_str("issue time is 0: set the clock first"),
            Self::BadAppId {
                fault: TextFault::Zero,
            } => f.write_str("app id is not valid: it is 0; take the number of the project"),
            Self::BadAppId { fault } => write!(
                f,
                "app id is not valid: {fault}; Agora's has 32 hexadecimal digits and nothing else"
            ),
            Self::BadCertificate { fault } => write!(
                f,
                "app certificate is not valid: {fault}; 32 hexadecimal digits and nothing else \
                 are needed"
            ),
            Self::CertificateIsAppId => f.write_str(
                "the app certificate is the app id: take the certificate of the project, which \
                 is another text",
            ),
            Self::Empty { field } => write!(f, "{field} is empty"),
            Self::StringTooLong { field, len, max } => {
                write!(f, "{field} has {len} bytes, at most {max} are allowed")
            }
            Self::BadCharacter { field, at } => {
                write!(
                    f,
                    "{field} has a character that is not allowed at byte {at}"
                )
            }
            Self::ValueOutOfRange { field, min, max } => {
                write!(f, "{field} is out of range: {min} to {max} is allowed")
            }
            Self::NoServices => f.write_str("the token has no services: add at least one"),
            Self::TooMany { field, max } => write!(f, "too many {field}: at most {max}"),
            Self::ContentTooLarge { max } => {
                write!(f, "content is too large: at most {max} bytes")
            }
            // Of ZEGO, where two texts are easily taken for each other.
            Self::BadSecret {
                expected: 32,
                fault: fault @ TextFault::Length { chars: 64 },
            } => write!(
                f,
                "secret is not valid: {fault}, as an AppSign has; take the server secret, which \
                 has 32"
            ),
            Self::BadSecret { expected, fault } => write!(
                f,
                "secret is not valid: {fault}; {expected} characters and nothing else are needed"
            ),
            Self::BadKey => f.write_str("the key cannot be used"),
            Self::SignerFailed => f.write_str("the external signer failed"),
            Self::CryptoFailed => f.write_str(
                "the platform's cryptography failed: look at the status of its functions and at \
                 the key they use",
            ),
            Self::Duplicate { field } => write!(f, "two {field} entries have one name"),
            Self::EncryptedKey => f.write_str("the private key is encrypted: decrypt it first"),
            Self::UnsupportedVersion => {
                f.write_str("not a token of this version: look at its first characters")
            }
            Self::BadBase64 { at } => write!(f, "bad base64 at character {at}"),
            Self::BadCompression { at } => write!(f, "bad compressed data at byte {at}"),
            Self::TooLarge { max } => write!(f, "content exceeds the limit of {max} bytes"),
            Self::Truncated { at } => write!(f, "content ends too early at byte {at}"),
            Self::TrailingData { at } => write!(f, "unexpected data after the end at byte {at}"),
            Self::NotUtf8 { at } => write!(f, "text at byte {at} is not valid UTF-8"),
            Self::BadJson { at } => write!(f, "bad JSON at byte {at}"),
            Self::BadMember { name } => {
                write!(f, "member `{name}` is missing or has the wrong type")
            }
            Self::Malformed { at } => write!(f, "malformed content at byte {at}"),
            Self::BadSignature => {
                f.write_str("signature does not match: wrong certificate or changed token")
            }
            Self::DecryptFailed => f.write_str("decryption failed: wrong secret or damaged token"),
            Self::AppIdMismatch => f.write_str("token belongs to another app id"),
            Self::ChannelMismatch => f.write_str("token is for another channel or room"),
            Self::UserMismatch => f.write_str("token is for another user"),
            Self::Expired => f.write_str("token has expired"),
            Self::NotYetValid => f.write_str("token was issued in the future: compare the clocks"),
            Self::ExpiryMismatch => {
                f.write_str("clear and protected expiry differ: the token was changed")
            }
            Self::NotAuthorized => f.write_str("token does not grant this privilege"),
            Self::AudienceMismatch => f.write_str("assertion is for another audience"),
            Self::UnsupportedAlgorithm => f.write_str("unsupported signature algorithm"),
            Self::Undecided => f.write_str(
                "cannot be told: name the channel and the user, which the signature covers",
            ),
        }
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the C header has them, and every log that was ever written.
    #[test]
    fn numbers_are_never_changed() {
        let (field, at, max) = (Field::Room, 0, 0);
        let fault = TextFault::Zero;
        let made = [
            (-1, Error::BufferTooSmall { needed: 0 }),
            (-2, Error::NoRandomness),
            (-10, Error::IssueTimeZero),
            (-11, Error::BadAppId { fault }),
            (-12, Error::BadCertificate { fault }),
            (-13, Error::Empty { field }),
            (-14, Error::StringTooLong { field, len: 0, max }),
            (-15, Error::BadCharacter { field, at }),
            (
                -16,
                Error::ValueOutOfRange {
                    field,
                    min: 0,
                    max: 0,
                },
            ),
            (-17, Error::NoServices),
            (-18, Error::TooMany { field, max }),
            (-19, Error::ContentTooLarge { max }),
            (-20, Error::BadSecret { expected: 0, fault }),
            (-21, Error::BadKey),
            (-22, Error::SignerFailed),
            (-23, Error::Duplicate { field }),
            (-24, Error::EncryptedKey),
            (-25, Error::CertificateIsAppId),
            (-26, Error::CryptoFailed),
        ];
        let read = [
            (-30, Error::UnsupportedVersion),
            (-31, Error::BadBase64 { at }),
            (-32, Error::BadCompression { at }),
            (-33, Error::TooLarge { max }),
            (-34, Error::Truncated { at }),
            (-35, Error::TrailingData { at }),
            (-36, Error::NotUtf8 { at }),
            (-37, Error::BadJson { at }),
            (-38, Error::BadMember { name: "" }),
            (-39, Error::Malformed { at }),
            (-50, Error::BadSignature),
            (-51, Error::DecryptFailed),
            (-52, Error::AppIdMismatch),
            (-53, Error::ChannelMismatch),
            (-54, Error::UserMismatch),
            (-55, Error::Expired),
            (-56, Error::NotYetValid),
            (-57, Error::ExpiryMismatch),
            (-58, Error::NotAuthorized),
            (-59, Error::AudienceMismatch),
            (-60, Error::UnsupportedAlgorithm),
            (-61, Error::Undecided),
        ];
        for (code, error) in made.into_iter().chain(read) {
            assert_eq!(error.code(), code, "{error:?}");
        }
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn messages_name_the_field() {
        use alloc::string::ToString as _;
        for (field, name) in [
            (Field::Channel, "channel"),
            (Field::ExpireIn, "token lifetime"),
            (Field::Username, "user name"),
        ] {
            assert_eq!((field.name(), field.to_string().as_str()), (name, name));
            let message = Error::Empty { field }.to_string();
            assert!(message.contains(name), "{message}");
        }
    }

    /// A device moves an error word by word, wherever one may be returned.
    #[test]
    fn an_error_is_three_numbers_long() {
        assert_eq!(size_of::<Error>(), 24);
        assert_eq!(size_of::<TextFault>(), 8);
    }
}
