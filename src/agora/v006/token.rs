//! Minting.

use crate::agora::privileges::put_privileges;
use crate::agora::{Account, Credentials, ExpireAt, ExpireIn, Stamp};
use crate::buffer::Writer;
use crate::crypto::hmac_sha256::{self, HmacSha256};
use crate::output::Output;
use crate::secret::Secret;
use crate::wire::base64::{encode_from_tail, encoded_len};
use crate::wire::crc32::crc32;
use crate::wire::packing::{put_checked, put_checked_len, put_u32};
use crate::{Error, Field, Limits};

/// Lifetime of the token itself, as every official builder has it.
pub const TOKEN_LIFETIME: ExpireIn = ExpireIn::hours(24);

/// Characters before the base64 part: version and app id.
pub(super) const PREFIX_LEN: usize = 35;

/// Content bytes before the privileges.
const CONTENT_OVERHEAD: usize = 54;

/// Bytes of the signed message before the privileges.
const MESSAGE_OVERHEAD: usize = 10;

/// Content bytes before the signed message.
const HEAD_LEN: usize = CONTENT_OVERHEAD - MESSAGE_OVERHEAD;

/// The most privileges that the 16-bit length of the message allows.
const PRIVILEGES_MAX: usize = (u16::MAX as usize - MESSAGE_OVERHEAD) / 6;

/// Characters of a token with `privileges` privileges.
#[must_use]
pub const fn token_capacity(privileges: usize) -> usize {
    let content = CONTENT_OVERHEAD.saturating_add(privileges.saturating_mul(6));
    PREFIX_LEN.saturating_add(encoded_len(content))
}

/// No valid token has more characters.
pub(super) const TOKEN_MAX: usize = token_capacity(PRIVILEGES_MAX);

/// Buffer size that is enough for every token of the builders.
pub const TOKEN_CAPACITY: usize = token_capacity(6);

/// What a token grants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u16)]
pub enum Privilege {
    /// Join the channel.
    JoinChannel = 1,
    /// Publish audio.
    PublishAudioStream = 2,
    /// Publish video.
    PublishVideoStream = 3,
    /// Publish data.
    PublishDataStream = 4,
    /// Administrate the channel (only the C++ library names it).
    AdministrateChannel = 101,
    /// Log in to signaling.
    RtmLogin = 1000,
}

impl Privilege {
    /// The name of a number, if it is known.
    #[must_use]
    pub const fn name_of(number: u16) -> Option<&'static str> {
        Some(match number {
            1 => "join channel",
            2 => "publish audio",
            3 => "publish video",
            4 => "publish data",
            101 => "administrate channel",
            1000 => "RTM login",
            _ => return None,
        })
    }
}

impl From<Privilege> for u16 {
    fn from(privilege: Privilege) -> Self {
        privilege as Self
    }
}

/// A token composed privilege by privilege.
#[derive(Debug, Clone)]
pub struct AccessToken<'a> {
    credentials: &'a Credentials,
    salt: u32,
    ts: ExpireAt,
    channel: &'a str,
    account: Account<'a>,
    limits: Limits,
}

impl<'a> AccessToken<'a> {
    /// A token for `account` in `channel` that ends 24 hours after the stamp.
    ///
    /// # Errors
    ///
    /// [`Error::ValueOutOfRange`] when that lies past the year 2106.
    pub fn new(
        credentials: &'a Credentials,
        stamp: Stamp,
        channel: &'a str,
        account: impl Into<Account<'a>>,
    ) -> Result<Self, Error> {
        Ok(Self {
            credentials,
            salt: stamp.salt(),
            ts: ExpireAt::after(stamp.issued_at(), TOKEN_LIFETIME)?,
            channel,
            account: account.into(),
            limits: Limits::Documented,
        })
    }

    /// Changes the end of the token itself.
    #[must_use]
    pub const fn token_expires_at(mut self, ts: ExpireAt) -> Self {
        self.ts = ts;
        self
    }

    /// Changes how strict names are checked.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Mints a token with `privileges` (numbers and deadlines, in any order;
    /// the last deadline of a number counts).
    ///
    /// # Errors
    ///
    /// - [`Error::Empty`], [`Error::StringTooLong`], [`Error::BadCharacter`]
    ///   for what the [`Limits`] do not allow.
    /// - [`Error::TooMany`] above 10,920 privileges.
    /// - [`Error::BufferTooSmall`] below [`token_capacity`] of their number.
    pub fn build<O: Output>(
        &self,
        privileges: &[(u16, ExpireAt)],
        out: O,
    ) -> Result<O::Text, Error> {
        self.limits.channel(self.channel)?;
        self.limits.account(self.account)?;
        self.mint(privileges, out)
    }

    /// [`AccessToken::build`] without the check of names.
    pub(super) fn mint<O: Output>(
        &self,
        privileges: &[(u16, ExpireAt)],
        out: O,
    ) -> Result<O::Text, Error> {
        // Counting is writing into nothing.
        let mut counter = Writer::new(&mut []);
        self.write_message(privileges, &mut counter);
        let message_len = counter.len();
        if message_len > usize::from(u16::MAX) {
            return Err(Error::TooMany {
                field: Field::Privileges,
                max: PRIVILEGES_MAX,
            });
        }
        let content_len = HEAD_LEN.saturating_add(message_len);
        let capacity = PREFIX_LEN.saturating_add(encoded_len(content_len));
        out.write_text(capacity, |buffer| {
            self.write(privileges, content_len, buffer)
                .ok_or(Error::BufferTooSmall { needed: capacity })
        })
    }

    fn write_message(&self, privileges: &[(u16, ExpireAt)], out: &mut Writer<'_>) {
        put_u32(out, self.salt);
        put_u32(out, self.ts.as_unix());
        put_privileges(out, privileges, ExpireAt::as_unix);
    }

    /// The content at the tail of `buffer`, and the token around its text; the
    /// length, if there was room.
    fn write(
        &self,
        privileges: &[(u16, ExpireAt)],
        content_len: usize,
        buffer: &mut [u8],
    ) -> Option<usize> {
        let tail = buffer.len().checked_sub(content_len)?;
        let (head, message) = buffer.get_mut(tail..)?.split_at_mut_checked(HEAD_LEN)?;
        self.write_message(privileges, &mut Writer::new(message));

        let account = self.account.text();
        let signature = sign(
            self.credentials.certificate().expose(),
            self.credentials.app_id().as_bytes(),
            [self.channel.as_bytes(), account.as_bytes()],
            message,
        );
        let mut writer = Writer::new(head);
        put_checked(&mut writer, signature.expose());
        put_u32(&mut writer, crc32(self.channel.as_bytes()));
        put_u32(&mut writer, crc32(account.as_bytes()));
        put_checked_len(&mut writer, message.len());

        let (prefix, text) = buffer.split_at_mut_checked(PREFIX_LEN)?;
        let text_len = encode_from_tail(text, content_len).ok()?;
        let mut writer = Writer::new(prefix);
        writer.put_str(super::VERSION);
        writer.put(self.credentials.app_id().as_bytes());
        Some(PREFIX_LEN.saturating_add(text_len))
    }
}

/// The signature over app id, channel, account and message. Certificate and app
/// id are their texts, which may be any where a token is only looked into.
pub(super) fn sign(
    certificate: &[u8],
    app_id: &[u8],
    [channel, account]: [&[u8]; 2],
    message: &[u8],
) -> Secret<{ hmac_sha256::LEN }> {
    let mut mac = HmacSha256::new(certificate);
    mac.update(app_id);
    mac.update(channel);
    mac.update(account);
    mac.update(message);
    mac.end()
}
