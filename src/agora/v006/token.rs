//! Minting.

use crate::agora::privileges::put_privileges;
use crate::agora::{Account, AppCertificate, AppId, Credentials, ExpireAt, ExpireIn, Stamp};
use crate::buffer::Writer;
use crate::crypto::hmac_sha256;
use crate::crypto::platform::{self, Crypto, Software};
use crate::output::Output;
use crate::wire::base64::{encode_at, encoded_len};
use crate::wire::crc32::crc32;
use crate::wire::packing::{put_checked, put_checked_len, put_u32};
use crate::{Error, Field, Limits, TextFault};

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
    app_id: &'a AppId,
    /// The certificate; empty: the platform holds it.
    key: &'a [u8],
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
        let certificate = Some(credentials.certificate());
        Self::with_app_id(credentials.app_id(), certificate, stamp, channel, account)
    }

    /// [`AccessToken::new`] from the parts of credentials. Without a certificate
    /// the platform holds it, as the key of [`AccessToken::build_with`].
    ///
    /// # Errors
    ///
    /// As [`AccessToken::new`].
    pub fn with_app_id(
        app_id: &'a AppId,
        certificate: Option<&'a AppCertificate>,
        stamp: Stamp,
        channel: &'a str,
        account: impl Into<Account<'a>>,
    ) -> Result<Self, Error> {
        Self::with_key(app_id, key_of(certificate), stamp, channel, account)
    }

    /// For the C interface, which has checked the text of a certificate.
    ///
    /// # Errors
    ///
    /// As [`AccessToken::new`].
    #[doc(hidden)]
    pub fn with_key(
        app_id: &'a AppId,
        key: &'a [u8],
        stamp: Stamp,
        channel: &'a str,
        account: impl Into<Account<'a>>,
    ) -> Result<Self, Error> {
        Ok(Self {
            app_id,
            key,
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
    /// - [`Error::BadCertificate`] without a certificate.
    pub fn build<O: Output>(
        &self,
        privileges: &[(u16, ExpireAt)],
        out: O,
    ) -> Result<O::Text, Error> {
        self.own_key()?;
        self.build_with(&mut Software, privileges, out)
    }

    /// [`AccessToken::build`] with HMAC-SHA256 by `crypto`, whose key is the
    /// certificate, or empty without one: the one that the platform holds.
    ///
    /// # Errors
    ///
    /// As [`AccessToken::build`], and [`Error::CryptoFailed`].
    pub fn build_with<O: Output>(
        &self,
        crypto: &mut impl Crypto,
        privileges: &[(u16, ExpireAt)],
        out: O,
    ) -> Result<O::Text, Error> {
        self.limits.channel(self.channel)?;
        self.limits.account(self.account)?;
        self.mint(crypto, privileges, out)
    }

    /// Our own code has no certificate but that of the caller.
    pub(super) fn own_key(&self) -> Result<(), Error> {
        if self.key.is_empty() {
            let fault = TextFault::Length { chars: 0 };
            return Err(Error::BadCertificate { fault });
        }
        Ok(())
    }

    /// [`AccessToken::build_with`] without the check of names.
    pub(super) fn mint<O: Output>(
        &self,
        crypto: &mut impl Crypto,
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
            self.write(crypto, privileges, content_len, buffer)
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
        crypto: &mut impl Crypto,
        privileges: &[(u16, ExpireAt)],
        content_len: usize,
        buffer: &mut [u8],
    ) -> Result<usize, Error> {
        let needed = PREFIX_LEN.saturating_add(encoded_len(content_len));
        let too_small = Error::BufferTooSmall { needed };
        let content = buffer.get_mut(..content_len).ok_or(too_small)?;
        let (head, message) = content.split_at_mut_checked(HEAD_LEN).ok_or(too_small)?;
        self.write_message(privileges, &mut Writer::new(message));

        let account = self.account.text();
        let app_id = self.app_id.as_bytes();
        let mut signature = [0; hmac_sha256::LEN];
        platform::hmac_sha256(
            crypto,
            self.key,
            &[app_id, self.channel.as_bytes(), account.as_bytes(), message],
            &mut signature,
        )?;
        let mut writer = Writer::new(head);
        put_checked(&mut writer, &signature);
        put_u32(&mut writer, crc32(self.channel.as_bytes()));
        put_u32(&mut writer, crc32(account.as_bytes()));
        put_checked_len(&mut writer, message.len());

        let len = encode_at(buffer, PREFIX_LEN, content_len);
        let mut writer = Writer::new(buffer);
        writer.put_str(super::VERSION);
        writer.put(app_id);
        len
    }
}

/// The key that a certificate is: its text.
pub(super) const fn key_of(certificate: Option<&AppCertificate>) -> &[u8] {
    match certificate {
        Some(certificate) => certificate.expose(),
        None => &[],
    }
}
