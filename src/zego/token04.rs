//! token04: mint, parse, check.
//!
//! The JSON that is encrypted, without white space, in this order (a reader
//! takes any order and any escaping, since official libraries differ in both):
//!
//! | member | type | meaning |
//! |---|---|---|
//! | `app_id` | integer | the application, 1 to 2^32 - 1 |
//! | `user_id` | string | the user, not empty |
//! | `nonce` | integer | random |
//! | `ctime` | integer | when it was made, Unix seconds |
//! | `expire` | integer | `ctime` and the effective seconds |
//! | `payload` | string | `""`, or what a strict token allows |

mod read;

pub use read::{Claims04, Sealed04};

use super::envelope::{Cipher, With, key_of, measure, seal};
use super::inputs;
use super::{CbcEntropy, GcmEntropy, JSON_MAX, Mode, RoomPayload, ServerSecret};
use crate::buffer::Writer;
use crate::crypto::platform::{Crypto, Software};
use crate::output::Output;
use crate::wire::json;
use crate::{Error, Field, Limits};

const VERSION: &[u8; 2] = b"04";

/// What a token04 says; [`Token04::mint`] makes the token.
///
/// ```
/// use tokenmint::zego::{Access, CbcEntropy, Privileges, RoomPayload, ServerSecret, Token04};
///
/// # fn random<const N: usize>() -> [u8; N] { [7; N] }
/// # let now = 1_700_000_000;
/// let secret = ServerSecret::new("fa94dd0f974cf2e293728a526b028271")?;
/// let payload = RoomPayload::new("room", Privileges::both(Access::Allow, Access::Deny));
/// let mut buffer = [0; 512];
/// let token = Token04::new(1_234_567_890, "user", 3600).room(payload).mint(
///     &secret,
///     CbcEntropy::from_random(random(), random()),
///     now,
///     &mut buffer,
/// )?;
/// assert!(token.starts_with("04AAAAA"));
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Token04<'a> {
    app_id: u32,
    user_id: &'a str,
    effective_seconds: i64,
    payload: Payload<'a>,
    limits: Limits,
}

#[derive(Debug, Clone, Copy)]
enum Payload<'a> {
    Text(&'a str),
    /// With the function that writes it, so that only a program that names
    /// [`Token04::room`] links it.
    Room(
        RoomPayload<'a>,
        fn(&RoomPayload<'_>, &mut json::Object<'_, '_>),
    ),
}

impl<'a> Token04<'a> {
    /// Characters of the longest CBC token.
    pub const CAPACITY: usize = Mode::Cbc.token_capacity(JSON_MAX);

    /// Characters of the longest GCM token.
    pub const GCM_CAPACITY: usize = Mode::Gcm.token_capacity(JSON_MAX);

    /// An identity token (empty payload) for `user_id` in the application
    /// `app_id`, good for `effective_seconds` after its issue. Nothing is
    /// checked before the mint.
    #[must_use]
    pub const fn new(app_id: u32, user_id: &'a str, effective_seconds: i64) -> Self {
        Self {
            app_id,
            user_id,
            effective_seconds,
            payload: Payload::Text(""),
            limits: Limits::Documented,
        }
    }

    /// With `payload` as it is; nobody checks that it is JSON.
    #[must_use]
    pub const fn payload(mut self, payload: &'a str) -> Self {
        self.payload = Payload::Text(payload);
        self
    }

    /// With a typed payload.
    #[must_use]
    pub const fn room(mut self, payload: RoomPayload<'a>) -> Self {
        self.payload = Payload::Room(payload, put_room);
        self
    }

    /// With other limits than [`Limits::Documented`].
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Characters that are enough for a token with a user id and a payload
    /// text of these lengths in bytes, whatever is in them (a control character
    /// takes six bytes of JSON). Never more than the longest token.
    #[must_use]
    pub const fn capacity_in(mode: Mode, user_id_len: usize, payload_len: usize) -> usize {
        // (Escaped alike, so added up before: a device multiplies once.)
        mode.token_max(json_max(user_id_len.saturating_add(payload_len)))
    }

    /// [`Token04::capacity_in`] for CBC.
    ///
    /// ```
    /// use tokenmint::zego::Token04;
    ///
    /// let mut buffer = [0; Token04::capacity(64, 0)];
    /// assert_eq!(buffer.len(), 746);
    /// ```
    #[must_use]
    pub const fn capacity(user_id_len: usize, payload_len: usize) -> usize {
        Self::capacity_in(Mode::Cbc, user_id_len, payload_len)
    }

    /// As [`Token04::capacity_in`] for a typed payload: lengths in bytes of the
    /// room id and of all `stream_count` stream ids together.
    #[must_use]
    pub const fn room_capacity_in(
        mode: Mode,
        user_id_len: usize,
        room_id_len: usize,
        stream_count: usize,
        stream_ids_len: usize,
    ) -> usize {
        mode.token_max(
            json_max(user_id_len).saturating_add(RoomPayload::escaped_max(
                room_id_len,
                stream_count,
                stream_ids_len,
            )),
        )
    }

    /// The exact number of characters that the token will have.
    ///
    /// # Errors
    ///
    /// As [`Token04::mint`], without [`Error::BufferTooSmall`].
    pub fn len(&self, mode: Mode, issued_at: i64, nonce: i64) -> Result<usize, Error> {
        let expires_at = self.check(issued_at)?;
        measure(|out| self.write(nonce, issued_at, expires_at, out))
            .map(|json_len| mode.token_capacity(json_len))
    }

    /// The token, encrypted with AES-256-CBC, issued at `issued_at` (Unix
    /// seconds), in `out`: a buffer of [`Token04::len`] bytes, which is the only
    /// workspace, or another [`Output`].
    ///
    /// # Errors
    ///
    /// In this order: [`Error::BadAppId`] for app id 0, [`Error::Empty`] or
    /// [`Error::ValueOutOfRange`] for the user id, [`Error::ValueOutOfRange`]
    /// unless the effective seconds are above 0, [`Error::IssueTimeZero`] or
    /// [`Error::ValueOutOfRange`] for an issue time that is not above 0 or a
    /// sum beyond 63 bits, [`Error::ContentTooLarge`] when the JSON exceeds
    /// [`JSON_MAX`] bytes, [`Error::BufferTooSmall`] with the exact length.
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

    /// [`Token04::mint`] with AES-256-CBC by `crypto`. Without a secret its key is
    /// the one that the platform holds.
    ///
    /// # Errors
    ///
    /// As [`Token04::mint`], and [`Error::CryptoFailed`].
    #[allow(clippy::needless_pass_by_value)]
    pub fn mint_with<O: Output>(
        &self,
        crypto: impl Crypto,
        secret: Option<&ServerSecret>,
        entropy: CbcEntropy,
        issued_at: i64,
        out: O,
    ) -> Result<O::Text, Error> {
        mint04(self, crypto, key_of(secret), entropy, issued_at, out)
    }

    /// As [`Token04::mint`], encrypted with AES-256-GCM. Ask ZEGO before using
    /// it: see the table of the [module](super).
    ///
    /// # Errors
    ///
    /// As [`Token04::mint`].
    #[allow(clippy::needless_pass_by_value)]
    pub fn mint_gcm<O: Output>(
        &self,
        secret: &ServerSecret,
        entropy: GcmEntropy,
        issued_at: i64,
        out: O,
    ) -> Result<O::Text, Error> {
        self.mint_gcm_with(Software, Some(secret), entropy, issued_at, out)
    }

    /// [`Token04::mint_gcm`] with AES-256-GCM by `crypto`. Without a secret its key
    /// is the one that the platform holds.
    ///
    /// # Errors
    ///
    /// As [`Token04::mint`], and [`Error::CryptoFailed`].
    #[allow(clippy::needless_pass_by_value)]
    pub fn mint_gcm_with<O: Output>(
        &self,
        crypto: impl Crypto,
        secret: Option<&ServerSecret>,
        entropy: GcmEntropy,
        issued_at: i64,
        out: O,
    ) -> Result<O::Text, Error> {
        mint04_gcm(self, crypto, key_of(secret), entropy, issued_at, out)
    }

    fn seal<O: Output>(
        &self,
        key: &[u8],
        cipher: &mut dyn Cipher,
        issued_at: i64,
        out: O,
    ) -> Result<O::Text, Error> {
        let expires_at = self.check(issued_at)?;
        let nonce = cipher.nonce();
        let write = |out: &mut Writer<'_>| self.write(nonce, issued_at, expires_at, out);
        seal(VERSION, expires_at, key, cipher, write, out)
    }

    fn check(&self, issued_at: i64) -> Result<i64, Error> {
        inputs::app_id(self.app_id)?;
        inputs::id(Field::UserId, self.user_id, self.limits)?;
        inputs::effective(self.effective_seconds)?;
        inputs::expires_at(issued_at, self.effective_seconds, self.limits)
    }

    fn write(&self, nonce: i64, issued_at: i64, expires_at: i64, out: &mut Writer<'_>) {
        json::object(out, |object| {
            object.unsigned("app_id", self.app_id.into());
            object.string("user_id", self.user_id);
            object.signed("nonce", nonce);
            object.signed("ctime", issued_at);
            object.signed("expire", expires_at);
            match &self.payload {
                Payload::Text(text) => object.string("payload", text),
                Payload::Room(room, put) => put(room, object),
            }
        });
    }
}

/// [`Token04::mint_with`] with a key that stays where it is; empty: the platform's.
///
/// # Errors
///
/// As [`Token04::mint_with`].
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub fn mint04<O: Output>(
    token: &Token04<'_>,
    crypto: impl Crypto,
    key: &[u8],
    entropy: CbcEntropy,
    issued_at: i64,
    out: O,
) -> Result<O::Text, Error> {
    token.seal(key, &mut With { entropy, crypto }, issued_at, out)
}

/// [`Token04::mint_gcm_with`] likewise.
///
/// # Errors
///
/// As [`Token04::mint_gcm_with`].
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub fn mint04_gcm<O: Output>(
    token: &Token04<'_>,
    crypto: impl Crypto,
    key: &[u8],
    entropy: GcmEntropy,
    issued_at: i64,
    out: O,
) -> Result<O::Text, Error> {
    token.seal(key, &mut With { entropy, crypto }, issued_at, out)
}

/// Not the method itself, which is one for a lifetime: [`Token04`] would be
/// tied to it.
fn put_room(room: &RoomPayload<'_>, object: &mut json::Object<'_, '_>) {
    object.object_as_text("payload", |object| room.fill(object));
}

/// Bytes of the JSON around a payload, at most.
const fn json_max(user_id_len: usize) -> usize {
    const FRAME: usize =
        r#"{"app_id":,"user_id":"","nonce":,"ctime":,"expire":,"payload":""}"#.len();
    const U32: usize = 10;
    const I64: usize = 20;
    user_id_len
        .saturating_mul(6)
        .saturating_add(FRAME + U32 + 3 * I64)
}
