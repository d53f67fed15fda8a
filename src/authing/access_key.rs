//! An access key, and what it signs.

use core::fmt;

use super::canonical::{self, check_no_controls};
use super::parts::RequestParts;
use super::request::Request;
use crate::buffer::{Writer, ascii};
use crate::crypto::compare;
use crate::crypto::hmac_sha1::{self, HmacSha1};
use crate::output::Output;
use crate::wire::base64;
use crate::{Error, Field};

/// What every `authorization` value begins with.
const SCHEME: &str = "authing ";

/// The method that stands for the event stream.
const WEBSOCKET: &str = "websocket";

/// An access key: id and secret of a user pool or a collaborator.
///
/// The secret is kept as keyed hash state only, which can sign whatever the
/// secret can; it is wiped when dropped and never printed. The caller's copy
/// is the caller's to wipe.
#[derive(Clone)]
pub struct AccessKey {
    id: heapless::String<{ AccessKey::ID_MAX }>,
    keyed: HmacSha1,
}

impl AccessKey {
    /// The most bytes of an id. (Authing's have 24.)
    pub const ID_MAX: usize = 128;

    /// The most bytes of an `authorization` value, for a buffer that is always
    /// large enough.
    pub const AUTHORIZATION_CAPACITY: usize = authorization_len(Self::ID_MAX);

    /// Checks and takes over an access key.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] for an empty id or secret; [`Error::StringTooLong`]
    /// for an id above [`AccessKey::ID_MAX`]; [`Error::BadCharacter`] for a
    /// control character in the id, which no header can carry.
    pub fn new(id: &str, secret: &str) -> Result<Self, Error> {
        let empty = |field| Err(Error::Empty { field });
        if id.is_empty() {
            return empty(Field::KeyId);
        }
        if secret.is_empty() {
            return empty(Field::Secret);
        }
        check_id(id)?;
        Ok(Self::checked(id, secret))
    }

    fn checked(id: &str, secret: &str) -> Self {
        let mut key = Self {
            id: heapless::String::new(),
            keyed: HmacSha1::new(secret.as_bytes()),
        };
        let fits = key.id.push_str(id);
        debug_assert!(fits.is_ok(), "the length is checked");
        key
    }

    /// The id; not a secret.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The signature of `request`.
    ///
    /// # Errors
    ///
    /// As [`Request::string_to_sign`], but for the buffer.
    pub fn sign(&self, request: &Request<'_>) -> Result<Signature, Error> {
        sign(self, request)
    }

    /// The value of the `authorization` header for `request`.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`AccessKey::authorization_len`], and as
    /// [`AccessKey::sign`].
    pub fn authorization<O: Output>(
        &self,
        request: &Request<'_>,
        out: O,
    ) -> Result<O::Text, Error> {
        self.authorization_of(&self.sign(request)?, out)
    }

    /// The value of the `authorization` header with a signature of this key.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`AccessKey::authorization_len`].
    pub fn authorization_of<O: Output>(
        &self,
        signature: &Signature,
        out: O,
    ) -> Result<O::Text, Error> {
        put(&self.id, signature, out)
    }

    /// Bytes of an `authorization` value of this key, whatever it signs.
    #[must_use]
    pub fn authorization_len(&self) -> usize {
        authorization_len(self.id.len())
    }

    /// The value of the `authorization` header that opens the management event
    /// stream.
    ///
    /// It covers neither time nor a nonce and is the same for every connection
    /// of this key: whoever sees it can use it until the secret changes.
    ///
    /// ```
    /// use tokenmint::authing::AccessKey;
    ///
    /// let key = AccessKey::new("ak-000001", "sk-secret-000001")?;
    /// let mut buffer = [0; AccessKey::AUTHORIZATION_CAPACITY];
    /// assert_eq!(
    ///     key.events_authorization(&mut buffer)?,
    ///     "authing ak-000001:bzfg+dlMvaeNnfW40OYQ7f2Kj1A="
    /// );
    /// # Ok::<(), tokenmint::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] below [`AccessKey::authorization_len`].
    pub fn events_authorization<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        self.authorization(&Request::new(WEBSOCKET, ""), out)
    }

    /// Checks an `authorization` value against `request`, in constant time as
    /// far as the signature is concerned.
    ///
    /// It says nothing about freshness: date and nonce are the caller's to
    /// compare.
    ///
    /// # Errors
    ///
    /// [`Error::Malformed`] when `authorization` is not of this scheme,
    /// [`Error::AppIdMismatch`] when it names another key id,
    /// [`Error::BadSignature`] when the signature is another, and as
    /// [`AccessKey::sign`].
    pub fn verify(&self, request: &Request<'_>, authorization: &str) -> Result<(), Error> {
        verify(self, request, authorization)
    }
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey")
            .field("id", &self.id())
            .field("secret", &"redacted")
            .finish()
    }
}

/// The signature of a request, wherever its parts are.
///
/// # Errors
///
/// As [`AccessKey::sign`].
pub fn sign(key: &AccessKey, request: &dyn RequestParts) -> Result<Signature, Error> {
    let mut mac = key.keyed.clone();
    canonical::stream(request, &mut |part| mac.update(part))?;
    Ok(Signature::from_mac(mac.end().expose()))
}

/// Checks an `authorization` value against a request, wherever its parts are.
///
/// # Errors
///
/// As [`AccessKey::verify`].
pub fn verify(
    key: &AccessKey,
    request: &dyn RequestParts,
    authorization: &str,
) -> Result<(), Error> {
    let rest = authorization
        .strip_prefix(SCHEME)
        .ok_or(Error::Malformed { at: 0 })?;
    let given = rest
        .strip_prefix(key.id())
        .and_then(|rest| rest.strip_prefix(':'))
        .ok_or(Error::AppIdMismatch)?;
    // As texts: 20 bytes have one base64 form, and no other one is sent. Not
    // by `as_str`, whose look at every byte would tell of the right one.
    let signature = sign(key, request)?;
    if compare::equal(&signature.0, given.as_bytes()) {
        Ok(())
    } else {
        Err(Error::BadSignature)
    }
}

/// The value of the `authorization` header with a signature that was computed
/// elsewhere: [`Signature::from_mac`].
///
/// # Errors
///
/// As [`AccessKey::new`] for the id, and [`Error::BufferTooSmall`] below
/// [`AccessKey::AUTHORIZATION_CAPACITY`] for some.
pub fn authorization_of<O: Output>(
    key_id: &str,
    signature: &Signature,
    out: O,
) -> Result<O::Text, Error> {
    check_id(key_id)?;
    put(key_id, signature, out)
}

fn put<O: Output>(id: &str, signature: &Signature, out: O) -> Result<O::Text, Error> {
    out.write_text(authorization_len(id.len()), |buffer| {
        let mut writer = Writer::new(buffer);
        writer.put_str(SCHEME);
        writer.put_str(id);
        writer.put_str(":");
        writer.put(&signature.0);
        Ok(writer.finish()?.len())
    })
}

fn check_id(id: &str) -> Result<(), Error> {
    let field = Field::KeyId;
    if id.is_empty() {
        return Err(Error::Empty { field });
    }
    check_no_controls(id, field)?;
    if id.len() > AccessKey::ID_MAX {
        return Err(Error::StringTooLong {
            field,
            len: id.len(),
            max: AccessKey::ID_MAX,
        });
    }
    Ok(())
}

const fn authorization_len(id_len: usize) -> usize {
    SCHEME
        .len()
        .saturating_add(id_len)
        .saturating_add(1)
        .saturating_add(Signature::LEN)
}

/// The base64 text of a signature; sent in clear, so not a secret.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature([u8; Signature::LEN]);

impl Signature {
    /// Characters of a signature.
    pub const LEN: usize = base64::encoded_len(hmac_sha1::LEN);
    /// Bytes of the keyed hash behind it.
    pub const MAC_LEN: usize = hmac_sha1::LEN;

    /// The signature of a request whose [`Request::string_to_sign`] a platform has
    /// hashed by HMAC-SHA1, with the secret as the key.
    #[must_use]
    pub fn from_mac(mac: &[u8; Self::MAC_LEN]) -> Self {
        let mut text = [0; Self::LEN];
        base64::put(&mut Writer::new(&mut text), mac);
        Self(text)
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

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({self})")
    }
}
