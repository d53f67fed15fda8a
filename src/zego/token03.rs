//! token03, the predecessor of token04, for applications that still use it.
//!
//! Around the JSON is the same body as in a CBC token04; the JSON has these
//! members, written in this order:
//!
//! | member | type | meaning |
//! |---|---|---|
//! | `app_id` | integer | the application |
//! | `room_id` | string | the room, not empty |
//! | `user_id` | string | the user, not empty |
//! | `privilege` | object | `"1"` log in, `"2"` publish: 1 allows, 0 denies |
//! | `create_time` | integer | when it was made, Unix seconds |
//! | `expire_time` | integer | `create_time` and the effective seconds |
//! | `nonce` | integer | random, 64 bits |

use super::envelope::{Envelope, With, key_of, measure, seal};
use super::inputs;
use super::report::Claims;
use super::{
    Access, CbcEntropy, Expected, JSON_MAX, Mode, Privilege, Privileges, Report, ServerSecret,
};
use crate::buffer::Writer;
use crate::crypto::platform::{Crypto, Software};
use crate::output::Output;
use crate::wire::json::{self, Text, Value};
use crate::{Error, Field, Limits};

const VERSION: &[u8; 2] = b"03";

/// What a token03 says; [`Token03::mint`] makes the token.
///
/// ```
/// use tokenmint::zego::{Access, CbcEntropy, ServerSecret, Token03};
///
/// # fn random<const N: usize>() -> [u8; N] { [7; N] }
/// # let now = 1_700_000_000;
/// let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271")?;
/// let mut buffer = [0; 512];
/// let token = Token03::new(1_234_567_890, "room", "user", Access::Allow, Access::Deny, 3600)
///     .mint(&secret, CbcEntropy::from_random(random(), random()), now, &mut buffer)?;
/// assert!(token.starts_with("03AAAAA"));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Token03<'a> {
    app_id: u32,
    room_id: &'a str,
    user_id: &'a str,
    privileges: Privileges,
    effective_seconds: i64,
    limits: Limits,
}

impl<'a> Token03<'a> {
    /// Characters of the longest token.
    pub const CAPACITY: usize = Mode::Cbc.token_capacity(JSON_MAX);

    /// A token for `user_id` to `login` to `room_id` and to `publish` there,
    /// good for `effective_seconds` after its issue. Nothing is checked before
    /// the mint. The format asks for both privileges.
    #[must_use]
    pub const fn new(
        app_id: u32,
        room_id: &'a str,
        user_id: &'a str,
        login: Access,
        publish: Access,
        effective_seconds: i64,
    ) -> Self {
        Self {
            app_id,
            room_id,
            user_id,
            privileges: Privileges::both(login, publish),
            effective_seconds,
            limits: Limits::Documented,
        }
    }

    /// With other limits than [`Limits::Documented`].
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Characters that are enough for a token with ids of these lengths in
    /// bytes, whatever is in them.
    #[must_use]
    pub const fn capacity(room_id_len: usize, user_id_len: usize) -> usize {
        const FRAME: usize = concat!(
            r#"{"app_id":,"room_id":"","user_id":"","privilege":{"1":1,"2":1},"#,
            r#""create_time":,"expire_time":,"nonce":}"#
        )
        .len();
        const U32: usize = 10;
        const I64: usize = 20;
        Mode::Cbc.token_max(
            room_id_len
                .saturating_add(user_id_len)
                .saturating_mul(6)
                .saturating_add(FRAME + U32 + 3 * I64),
        )
    }

    /// The exact number of characters that the token will have.
    ///
    /// # Errors
    ///
    /// As [`Token03::mint`], without [`Error::BufferTooSmall`].
    pub fn len(&self, issued_at: i64, nonce: i64) -> Result<usize, Error> {
        let expires_at = self.check(issued_at)?;
        measure(|out| self.write(nonce, issued_at, expires_at, out))
            .map(|json_len| Mode::Cbc.token_capacity(json_len))
    }

    /// The token, issued at `issued_at` (Unix seconds), in `out`: a buffer of
    /// [`Token03::len`] bytes, which is the only workspace, or another
    /// [`Output`].
    ///
    /// # Errors
    ///
    /// In this order: [`Error::BadAppId`] for app id 0, [`Error::Empty`] or
    /// [`Error::ValueOutOfRange`] for the room id, the same for the user id,
    /// then as [`Token04::mint`](super::Token04::mint).
    #[allow(clippy::needless_pass_by_value)]
    pub fn mint<O: Output>(
        &self,
        secret: &ServerSecret,
        entropy: CbcEntropy,
        issued_at: i64,
        out: O,
    ) -> Result<O::Text, Error> {
        self.mint_with(Software, Some(secret), entropy, issued_at, out)
    }

    /// [`Token03::mint`] with AES-256-CBC by `crypto`. Without a secret its key is
    /// the one that the platform holds.
    ///
    /// # Errors
    ///
    /// As [`Token03::mint`], and [`Error::CryptoFailed`].
    #[allow(clippy::needless_pass_by_value)]
    pub fn mint_with<O: Output>(
        &self,
        crypto: impl Crypto,
        secret: Option<&ServerSecret>,
        entropy: CbcEntropy,
        issued_at: i64,
        out: O,
    ) -> Result<O::Text, Error> {
        mint03(self, crypto, key_of(secret), entropy, issued_at, out)
    }

    fn check(&self, issued_at: i64) -> Result<i64, Error> {
        inputs::app_id(self.app_id)?;
        inputs::id(Field::Room, self.room_id, self.limits)?;
        inputs::id(Field::UserId, self.user_id, self.limits)?;
        inputs::effective(self.effective_seconds)?;
        inputs::expires_at(issued_at, self.effective_seconds, self.limits)
    }

    fn write(&self, nonce: i64, issued_at: i64, expires_at: i64, out: &mut Writer<'_>) {
        json::object(out, |object| {
            object.unsigned("app_id", self.app_id.into());
            object.string("room_id", self.room_id);
            object.string("user_id", self.user_id);
            object.object("privilege", |object| self.privileges.fill(object));
            object.signed("create_time", issued_at);
            object.signed("expire_time", expires_at);
            object.signed("nonce", nonce);
        });
    }
}

/// [`Token03::mint_with`] with a key that stays where it is; empty: the platform's.
///
/// # Errors
///
/// As [`Token03::mint_with`].
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub fn mint03<O: Output>(
    token: &Token03<'_>,
    crypto: impl Crypto,
    key: &[u8],
    entropy: CbcEntropy,
    issued_at: i64,
    out: O,
) -> Result<O::Text, Error> {
    let expires_at = token.check(issued_at)?;
    let nonce = entropy.nonce();
    let write = |out: &mut Writer<'_>| token.write(nonce, issued_at, expires_at, out);
    let cipher = &mut With { entropy, crypto };
    seal(VERSION, expires_at, key, cipher, write, out)
}

/// A token03 whose clear part has been read.
#[derive(Debug)]
pub struct Sealed03<'w>(Envelope<'w>);

impl<'w> Sealed03<'w> {
    /// Reads the clear part of `token`, decoded into `workspace`, as
    /// [`Sealed04::parse`](super::Sealed04::parse) does; there is no GCM
    /// revision.
    ///
    /// # Errors
    ///
    /// [`Error::UnsupportedVersion`] unless the text begins with `03`; then as
    /// [`Sealed04::parse`](super::Sealed04::parse), with [`Error::Malformed`]
    /// for a GCM body.
    pub fn parse(token: &str, workspace: &'w mut [u8]) -> Result<Self, Error> {
        let envelope = Envelope::parse(VERSION, token, workspace)?;
        match envelope.mode() {
            Mode::Cbc => Ok(Self(envelope)),
            Mode::Gcm => Err(Error::Malformed {
                at: Envelope::IV_LEN_AT,
            }),
        }
    }

    /// The clear copy of the expiry, Unix seconds. Anyone can change it.
    #[must_use]
    pub const fn expires_at(&self) -> i64 {
        self.0.expires_at()
    }

    /// Bytes of the ciphertext.
    #[must_use]
    pub const fn ciphertext_len(&self) -> usize {
        self.0.ciphertext_len()
    }

    /// Decrypts the rest, in the workspace; refuses a token whose two expiries
    /// differ.
    ///
    /// # Errors
    ///
    /// [`Error::DecryptFailed`], whatever the reason; [`Error::ExpiryMismatch`].
    pub fn open(self, secret: &ServerSecret) -> Result<Claims03<'w>, Error> {
        self.open_with(&mut Software, Some(secret))
    }

    /// As [`Sealed03::open`], but also shows a token whose two expiries differ.
    ///
    /// # Errors
    ///
    /// [`Error::DecryptFailed`], whatever the reason.
    pub fn decrypt(self, secret: &ServerSecret) -> Result<Claims03<'w>, Error> {
        self.decrypt_with(&mut Software, Some(secret))
    }

    /// [`Sealed03::open`] with AES-256 by `crypto`. Without a secret its key is the one
    /// that the platform holds.
    ///
    /// # Errors
    ///
    /// As [`Sealed03::open`], and [`Error::CryptoFailed`].
    pub fn open_with(
        self,
        crypto: &mut impl Crypto,
        secret: Option<&ServerSecret>,
    ) -> Result<Claims03<'w>, Error> {
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
    ) -> Result<Claims03<'w>, Error> {
        let clear_expires_at = self.0.expires_at();
        let json = self.0.decrypt(key_of(secret), crypto)?;
        Claims03::read(json, clear_expires_at).ok_or(Error::DecryptFailed)
    }
}

impl<'w> Sealed03<'w> {
    /// The text inside, whatever it is, as
    /// [`Sealed04::decrypt_text`](crate::zego::Sealed04::decrypt_text).
    ///
    /// # Errors
    ///
    /// [`Error::DecryptFailed`] when the secret does not open it.
    pub fn decrypt_text(self, secret: &ServerSecret) -> Result<&'w str, Error> {
        self.0.decrypt(key_of(Some(secret)), &mut Software)
    }
}

/// What a token03 says, without proof: see the [module](super).
#[derive(Debug, Clone, Copy)]
pub struct Claims03<'w> {
    json: &'w str,
    clear_expires_at: i64,
    app_id: i64,
    room_id: Text<'w>,
    user_id: Text<'w>,
    privilege: &'w str,
    issued_at: i64,
    expires_at: i64,
    nonce: i64,
}

impl<'w> Claims03<'w> {
    fn read(json: &'w str, clear_expires_at: i64) -> Option<Self> {
        let [
            app_id,
            room_id,
            user_id,
            privilege,
            issued_at,
            expires_at,
            nonce,
        ] = json::members(
            json.as_bytes(),
            &[
                "app_id",
                "room_id",
                "user_id",
                "privilege",
                "create_time",
                "expire_time",
                "nonce",
            ],
        )
        .ok()?;
        let Value::Object(privilege) = privilege? else {
            return None;
        };
        Some(Self {
            json,
            clear_expires_at,
            app_id: app_id?.as_i64()?,
            room_id: room_id?.as_text()?,
            user_id: user_id?.as_text()?,
            privilege,
            issued_at: issued_at?.as_i64()?,
            expires_at: expires_at?.as_i64()?,
            nonce: nonce?.as_i64()?,
        })
    }

    /// Answers every question of `expected`.
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
        .in_room(expected, Some(self.room_id), |privilege| {
            self.privilege(privilege)
        })
    }

    /// The application; libraries without types write numbers beyond 32 bits.
    #[must_use]
    pub const fn app_id(&self) -> i64 {
        self.app_id
    }

    /// The room.
    #[must_use]
    pub const fn room_id(&self) -> Text<'w> {
        self.room_id
    }

    /// The user.
    #[must_use]
    pub const fn user_id(&self) -> Text<'w> {
        self.user_id
    }

    /// The value of a privilege, when it is there as an integer: 1 allows, 0
    /// denies, other values have no documented meaning.
    #[must_use]
    pub fn privilege(&self, privilege: Privilege) -> Option<i64> {
        privilege.value_in(self.privilege)
    }

    /// When the token was made, Unix seconds (`create_time`).
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

    /// The random number.
    #[must_use]
    pub const fn nonce(&self) -> i64 {
        self.nonce
    }

    /// The decrypted JSON as it stands.
    #[must_use]
    pub const fn as_json(&self) -> &'w str {
        self.json
    }
}
