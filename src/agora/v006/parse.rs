//! Reading and verifying.

#[cfg(feature = "doctor")]
use super::token::sign_with_text;
use super::token::{PREFIX_LEN, sign};
use crate::Error;
use crate::agora::reading::Reading;
use crate::agora::v007::{PrivilegesRef, Verdict};
use crate::agora::warning::{LOOKS_LIKE_UNIX_TIME, Warning};
use crate::agora::{Account, AppCertificate, AppId, ExpireAt, ExpireIn};
use crate::buffer::as_text;
use crate::crypto::compare::equal;
use crate::wire::base64::decode;
use crate::wire::crc32::crc32;
use crate::wire::packing::Reader;

/// A token that has been read; borrows token and workspace.
#[derive(Debug, Clone, Copy)]
pub struct ParsedToken<'w> {
    app_id: &'w str,
    content: &'w [u8],
    signature: &'w [u8],
    channel_crc: u32,
    account_crc: u32,
    message: &'w [u8],
    salt: u32,
    ts: ExpireAt,
    privileges: &'w [u8],
}

impl<'w> ParsedToken<'w> {
    /// Reads `token`; a workspace as long as the token is enough.
    ///
    /// # Errors
    ///
    /// - [`Error::UnsupportedVersion`] unless it starts with `006`.
    /// - [`Error::Truncated`] when it ends inside app id or content (some
    ///   official libraries fill up with zeros).
    /// - [`Error::BadBase64`] for anything but canonical base64 with padding.
    /// - [`Error::TrailingData`] when bytes follow the message, or the
    ///   privileges in it.
    /// - [`Error::BufferTooSmall`] when the workspace is too small.
    pub fn parse(token: &'w str, workspace: &'w mut [u8]) -> Result<Self, Error> {
        if !token.starts_with(super::VERSION) {
            return Err(Error::UnsupportedVersion);
        }
        let mut reader = Reader::new(token.as_bytes());
        let prefix = reader.take(PREFIX_LEN)?;
        let app_id = as_text(prefix.get(super::VERSION.len()..).unwrap_or(&[]))?;
        let content = decode(reader.rest(), PREFIX_LEN, workspace)?;
        Self::from_content(app_id, content)
    }

    /// Reads a content that has been decoded already.
    ///
    /// # Errors
    ///
    /// [`Error::Truncated`] and [`Error::TrailingData`] as
    /// [`ParsedToken::parse`].
    pub fn from_content(app_id: &'w str, content: &'w [u8]) -> Result<Self, Error> {
        let mut fields = Reading::new(Reader::new(content));
        let signature = fields.string();
        let channel_crc = fields.u32();
        let account_crc = fields.u32();
        let message = fields.string();
        fields.expect_end();
        fields.enter(message);
        let salt = fields.u32();
        let ts = ExpireAt::unix(fields.u32());
        let count = fields.u16();
        let privileges = fields.take(usize::from(count).saturating_mul(6));
        fields.expect_end();
        fields.end(Self {
            app_id,
            content,
            signature,
            channel_crc,
            account_crc,
            message,
            salt,
            ts,
            privileges,
        })
    }

    /// The app id as the token has it; nothing has checked its form.
    #[must_use]
    pub const fn app_id(&self) -> &'w str {
        self.app_id
    }

    /// The decoded content.
    #[must_use]
    pub const fn content(&self) -> &'w [u8] {
        self.content
    }

    /// The salt.
    #[must_use]
    pub const fn salt(&self) -> u32 {
        self.salt
    }

    /// When the token itself ends.
    #[must_use]
    pub const fn expires_at(&self) -> ExpireAt {
        self.ts
    }

    /// CRC-32 of the channel.
    #[must_use]
    pub const fn channel_crc(&self) -> u32 {
        self.channel_crc
    }

    /// CRC-32 of the account; 0 for the empty one.
    #[must_use]
    pub const fn account_crc(&self) -> u32 {
        self.account_crc
    }

    /// Numbers and deadlines as they stand in the token.
    pub fn privileges(&self) -> impl Iterator<Item = (u16, ExpireAt)> + use<'w> {
        let deadline = |number: ExpireIn| ExpireAt::unix(number.as_seconds());
        let entries = PrivilegesRef(self.privileges).iter();
        entries.map(move |(privilege, number)| (privilege, deadline(number)))
    }

    /// The deadline of a privilege; of a repeated one the last counts.
    #[must_use]
    pub fn privilege(&self, privilege: impl Into<u16>) -> Option<ExpireAt> {
        PrivilegesRef(self.privileges)
            .get(privilege)
            .map(|number| ExpireAt::unix(number.as_seconds()))
    }

    /// Checks the signature by recomputing it, in constant time. For a token
    /// of the RTM builder the channel is the user and the account
    /// [`Account::ANY`].
    ///
    /// # Errors
    ///
    /// - [`Error::BadAppId`] when the token's app id is not valid.
    /// - [`Error::ChannelMismatch`], [`Error::UserMismatch`] when the checksum
    ///   differs.
    /// - [`Error::BadSignature`] when it does not match.
    pub fn verify(
        &self,
        certificate: &AppCertificate,
        channel: &str,
        account: Account<'_>,
    ) -> Result<(), Error> {
        let app_id = AppId::new(self.app_id)?;
        let account = account.text();
        if crc32(channel.as_bytes()) != self.channel_crc {
            return Err(Error::ChannelMismatch);
        }
        if crc32(account.as_bytes()) != self.account_crc {
            return Err(Error::UserMismatch);
        }
        let names = [channel.as_bytes(), account.as_bytes()];
        let expected = sign(certificate, &app_id, names, self.message);
        if equal(expected.expose(), self.signature) {
            Ok(())
        } else {
            Err(Error::BadSignature)
        }
    }

    /// Whether it was signed with `certificate`, which may be any text, for
    /// these names: for finding out what they looked like to whoever signed.
    #[cfg(feature = "doctor")]
    pub(crate) fn is_signed_with(&self, certificate: &[u8], names: [&[u8]; 2]) -> bool {
        let signature = sign_with_text(certificate, self.app_id.as_bytes(), names, self.message);
        equal(signature.expose(), self.signature)
    }

    /// Answers every question of `expected`.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        let account = expected.account.map(Account::text);
        let channel_holds = expected
            .channel
            .map(|channel| crc32(channel.as_bytes()) == self.channel_crc);
        let user_holds = account.map(|account| crc32(account.as_bytes()) == self.account_crc);
        // Channel and user go into the signature: unless all are known, it
        // cannot be checked, and unless both match, it says nothing more.
        let signed = match (expected.certificate, expected.channel, expected.account) {
            (Some(certificate), Some(channel), Some(account))
                if channel_holds == Some(true) && user_holds == Some(true) =>
            {
                Some(self.verify(certificate, channel, account).is_ok())
            }
            _ => None,
        };
        let is_app = |app_id: &AppId| app_id.as_bytes() == self.app_id.as_bytes();
        let in_time = |now| now < self.ts.as_unix();
        Report {
            signature: Verdict::asked(signed, Error::BadSignature),
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: Verdict::asked(expected.now.map(in_time), Error::Expired),
            channel: Verdict::asked(channel_holds, Error::ChannelMismatch),
            user: Verdict::asked(user_holds, Error::UserMismatch),
            privilege: match expected
                .privilege
                .map(|privilege| self.privilege(privilege))
            {
                None => Verdict::NotChecked,
                Some(None) => Verdict::Fails(Error::NotAuthorized),
                Some(Some(end)) => {
                    let granted = end == ExpireAt::NEVER
                        || expected.now.is_none_or(|now| now < end.as_unix());
                    Verdict::asked(Some(granted), Error::Expired)
                }
            },
        }
    }

    /// Reports everything that is legal and still likely a mistake; what
    /// depends on the time only when `now` (Unix seconds) is given.
    pub fn warnings(&self, now: Option<u32>, mut report: impl FnMut(Warning)) {
        self.report_to(now, &mut report);
    }

    /// Apart from the function that it reports to, as for 007.
    #[cfg_attr(target_os = "none", inline(never))]
    fn report_to(&self, now: Option<u32>, report: &mut dyn FnMut(Warning)) {
        let service = 1;
        if AppId::new(self.app_id).is_err() {
            report(Warning::OddAppId);
        }
        if self.channel_crc == 0 {
            report(Warning::EmptyChannel { service });
        }
        if self.account_crc == 0 && self.privilege(super::Privilege::RtmLogin).is_none() {
            report(Warning::AnyUser { service });
        }
        if self.account_crc == crc32(b"0") {
            report(Warning::AccountIsTextZero { service });
        }
        if let Some(seconds) = now.and_then(|now| now.checked_sub(self.ts.as_unix())) {
            let seconds = seconds.into();
            report(Warning::Expired { seconds });
        }
        let privileges = PrivilegesRef(self.privileges);
        if !privileges.are_sorted() {
            report(Warning::Unsorted);
        }
        if self.privileges.is_empty() {
            report(Warning::NoPrivileges { service });
        }
        for (at, (privilege, end)) in self.privileges().enumerate() {
            let seconds = end.as_unix();
            if privileges.begin_with(at, privilege) {
                report(Warning::RepeatedPrivilege { service, privilege });
            }
            if end == ExpireAt::NEVER {
                report(Warning::PrivilegeWithoutLimit { service, privilege });
            } else if seconds < LOOKS_LIKE_UNIX_TIME {
                report(Warning::DeadlineLooksRelative { privilege, seconds });
            } else if now.is_some_and(|now| now >= seconds) {
                report(Warning::PrivilegeExpired { service, privilege });
            }
        }
    }
}

/// What a token should be; what is left out is not checked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Expected<'a> {
    /// The certificate that should have signed it; needs channel and account.
    pub certificate: Option<&'a AppCertificate>,
    /// The app id it should belong to.
    pub app_id: Option<&'a AppId>,
    /// The time at which it should be valid, in Unix seconds.
    pub now: Option<u32>,
    /// The channel it should be for.
    pub channel: Option<&'a str>,
    /// The user it should be for.
    pub account: Option<Account<'a>>,
    /// Privilege number that it should grant.
    pub privilege: Option<u16>,
}

/// The answers, one a question; as for 007.
pub use crate::agora::v007::Report;
