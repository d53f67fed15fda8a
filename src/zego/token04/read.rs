//! token04: parse and check.

use super::VERSION;
use crate::Error;
use crate::crypto::platform::{Crypto, Software};
use crate::wire::json::{self, Text, Value};
use crate::zego::envelope::{Envelope, key_of};
use crate::zego::report::Claims;
use crate::zego::{Expected, Mode, Report, ServerSecret};

/// A token04 whose clear part has been read.
///
/// ```
/// use tokenmint::zego::{Expected, Mode, Sealed04, ServerSecret, workspace_len};
///
/// let token = "04AAAAAGVT/xAAEDM2NzEwNjY0ZDYxYjkyOTUAcEp/Vn5S5I7IWmIOB/PZ9ygTXZDautt3qtsJ\
///     +JUyH2wQEfhbkeUJ3ePtwptjhXjrKUhboaVxgaRNMVesTsqA1mzyMaTGSXmpB4t9wyRabJEFeVB2g1XKIJDW\
///     O3ZnfPQve1c0KwLQDlBT84tr1/wGGNQ=";
/// let mut workspace = [0; workspace_len(192)];
/// let sealed = Sealed04::parse(token, &mut workspace)?;
/// assert_eq!((sealed.mode(), sealed.expires_at()), (Mode::Cbc, 1_700_003_600));
///
/// let secret = ServerSecret::new("b0d996aecc46ad51600ea853bb378c18")?;
/// let claims = sealed.open(&secret)?;
/// claims.check(&Expected::of(2_913_569_222, "demo", 1_700_000_001)).ok()?;
/// assert!(claims.payload().is_none());
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug)]
pub struct Sealed04<'w>(Envelope<'w>);

impl<'w> Sealed04<'w> {
    /// Reads the clear part of `token` (of either mode), decoded into
    /// `workspace`. What follows a `#` is left out: ZEGO's web kit appends text
    /// of its own there. A CBC token may end in a mode byte of 0, which is
    /// defined but written by no library.
    ///
    /// # Errors
    ///
    /// [`Error::UnsupportedVersion`] unless the text begins with `04`;
    /// [`Error::TooLarge`] when it is longer than any valid one;
    /// [`Error::BadBase64`]; [`Error::BufferTooSmall`] when `workspace` is
    /// shorter than [`workspace_len`](crate::zego::workspace_len);
    /// [`Error::Truncated`], [`Error::TrailingData`] and [`Error::Malformed`]
    /// with offsets in the decoded body.
    pub fn parse(token: &str, workspace: &'w mut [u8]) -> Result<Self, Error> {
        Envelope::parse(VERSION, token, workspace).map(Self)
    }

    /// How the rest is encrypted.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.0.mode()
    }

    /// The clear copy of the expiry, Unix seconds. Anyone can change it.
    #[must_use]
    pub const fn expires_at(&self) -> i64 {
        self.0.expires_at()
    }

    /// Bytes of the ciphertext, with the tag of GCM.
    #[must_use]
    pub const fn ciphertext_len(&self) -> usize {
        self.0.ciphertext_len()
    }

    /// Decrypts the rest, in the workspace; refuses a token whose two expiries
    /// differ. Whether it is for the right application and user and still good
    /// is for [`Claims04::check`] to say.
    ///
    /// # Errors
    ///
    /// [`Error::DecryptFailed`], whatever the reason; [`Error::ExpiryMismatch`].
    pub fn open(self, secret: &ServerSecret) -> Result<Claims04<'w>, Error> {
        self.open_with(&mut Software, Some(secret))
    }

    /// As [`Sealed04::open`], but also shows a token whose two expiries differ.
    ///
    /// # Errors
    ///
    /// [`Error::DecryptFailed`], whatever the reason.
    pub fn decrypt(self, secret: &ServerSecret) -> Result<Claims04<'w>, Error> {
        self.decrypt_with(&mut Software, Some(secret))
    }

    /// [`Sealed04::open`] with AES-256 by `crypto`. Without a secret its key is the one
    /// that the platform holds.
    ///
    /// # Errors
    ///
    /// As [`Sealed04::open`], and [`Error::CryptoFailed`].
    pub fn open_with(
        self,
        crypto: &mut impl Crypto,
        secret: Option<&ServerSecret>,
    ) -> Result<Claims04<'w>, Error> {
        let claims = self.decrypt_with(crypto, secret)?;
        if claims.clear_expires_at == claims.expires_at {
            Ok(claims)
        } else {
            Err(Error::ExpiryMismatch)
        }
    }

    fn decrypt_with(
        self,
        crypto: &mut impl Crypto,
        secret: Option<&ServerSecret>,
    ) -> Result<Claims04<'w>, Error> {
        let clear_expires_at = self.0.expires_at();
        let json = self.0.decrypt(key_of(secret), crypto)?;
        Claims04::read(json, clear_expires_at).ok_or(Error::DecryptFailed)
    }
}

impl<'w> Sealed04<'w> {
    /// The text inside, whatever it is: for a tool whose user has the secret and
    /// wants to know why a service refuses the token, such as one whose payload
    /// is an object. Under CBC a wrong secret may, very rarely, give a text of
    /// no meaning.
    ///
    /// A server that answers strangers uses [`Sealed04::open`], which does not
    /// tell one fault inside from another.
    ///
    /// # Errors
    ///
    /// [`Error::DecryptFailed`] when the secret does not open it.
    pub fn decrypt_text(self, secret: &ServerSecret) -> Result<&'w str, Error> {
        self.0.decrypt(key_of(Some(secret)), &mut Software)
    }
}

/// What a token04 says. Under CBC nothing proves that ZEGO's customer said it:
/// see the [module](crate::zego).
#[derive(Debug, Clone, Copy)]
pub struct Claims04<'w> {
    json: &'w str,
    clear_expires_at: i64,
    app_id: i64,
    user_id: Text<'w>,
    nonce: i64,
    issued_at: i64,
    expires_at: i64,
    payload: Option<Text<'w>>,
}

impl<'w> Claims04<'w> {
    fn read(json: &'w str, clear_expires_at: i64) -> Option<Self> {
        let [app_id, user_id, nonce, issued_at, expires_at, payload] = json::members(
            json.as_bytes(),
            &["app_id", "user_id", "nonce", "ctime", "expire", "payload"],
        )
        .ok()?;
        let payload = match payload {
            None | Some(Value::Null) => None,
            Some(payload) => Some(payload.as_text()?).filter(|text| !text.is_empty()),
        };
        Some(Self {
            json,
            clear_expires_at,
            app_id: app_id?.as_i64()?,
            user_id: user_id?.as_text()?,
            nonce: nonce?.as_i64()?,
            issued_at: issued_at?.as_i64()?,
            expires_at: expires_at?.as_i64()?,
            payload,
        })
    }

    /// Answers every question of `expected` but those about room and
    /// privileges, which stand in the payload: see [`Report::with_payload`].
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        Claims {
            app_id: self.app_id,
            user_id: self.user_id,
            issued_at: self.issued_at,
            expires_at: self.expires_at,
            clear_expires_at: self.clear_expires_at,
        }
        .check(expected)
    }

    /// The application; libraries without types write numbers beyond 32 bits.
    #[must_use]
    pub const fn app_id(&self) -> i64 {
        self.app_id
    }

    /// The user.
    #[must_use]
    pub const fn user_id(&self) -> Text<'w> {
        self.user_id
    }

    /// The random number.
    #[must_use]
    pub const fn nonce(&self) -> i64 {
        self.nonce
    }

    /// When the token was made, Unix seconds (`ctime`).
    #[must_use]
    pub const fn issued_at(&self) -> i64 {
        self.issued_at
    }

    /// When the token expires, Unix seconds: the copy inside the encryption.
    #[must_use]
    pub const fn expires_at(&self) -> i64 {
        self.expires_at
    }

    /// When the token expires, Unix seconds: the copy in clear.
    #[must_use]
    pub const fn clear_expires_at(&self) -> i64 {
        self.clear_expires_at
    }

    /// The payload of a strict token; nothing when it is empty, null or absent.
    /// Resolve its escapes ([`Text::unescape_into`]) and give the result to
    /// [`ParsedPayload`](crate::zego::ParsedPayload).
    #[must_use]
    pub const fn payload(&self) -> Option<Text<'w>> {
        self.payload
    }

    /// The decrypted JSON as it stands.
    #[must_use]
    pub const fn as_json(&self) -> &'w str {
        self.json
    }
}
