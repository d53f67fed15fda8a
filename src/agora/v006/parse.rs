//! Reading.

use super::token::{PREFIX_LEN, TOKEN_MAX};
use crate::Error;
use crate::agora::reading::Reading;
use crate::agora::v007::PrivilegesRef;
use crate::agora::warning::{Group, LOOKS_LIKE_UNIX_TIME, OddAccount, PRIVILEGES_TOLD, Warning};
use crate::agora::{AppId, ExpireAt, ExpireIn};
use crate::buffer::as_text;
use crate::wire::base64::decode;
use crate::wire::crc32::crc32;
use crate::wire::packing::Reader;

/// A token that has been read; borrows token and workspace.
#[derive(Debug, Clone, Copy)]
pub struct ParsedToken<'w> {
    pub(super) app_id: &'w str,
    content: &'w [u8],
    pub(super) signature: &'w [u8],
    pub(super) channel_crc: u32,
    pub(super) account_crc: u32,
    pub(super) message: &'w [u8],
    salt: u32,
    pub(super) ts: ExpireAt,
    pub(super) privileges: &'w [u8],
}

impl<'w> ParsedToken<'w> {
    /// Reads `token`; a workspace as long as the token is enough.
    ///
    /// # Errors
    ///
    /// - [`Error::UnsupportedVersion`] unless it starts with `006`.
    /// - [`Error::TooLarge`] when it is longer than any valid one.
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
        if token.len() > TOKEN_MAX {
            return Err(Error::TooLarge { max: TOKEN_MAX });
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

    /// Reports everything that is legal and still likely a mistake; what
    /// depends on the time only when `now` (Unix seconds) is given.
    ///
    /// Of each of the first 32 privileges, as for 007.
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
        let is_rtm = self.is_rtm();
        if self.account_crc == 0 && !is_rtm {
            report(Warning::AnyUser { service });
        }
        let user_crc = if is_rtm {
            self.channel_crc
        } else {
            self.account_crc
        };
        if user_crc == crc32(b"0") {
            report(Warning::AccountIsTextZero { service });
        }
        for value in OddAccount::NO_VALUES {
            if user_crc == crc32(value.as_bytes()) {
                let odd = OddAccount::NoValue(value);
                report(Warning::OddAccount { service, odd });
            }
        }
        if let Some(seconds) = now.and_then(|now| now.checked_sub(self.ts.as_unix())) {
            let seconds = seconds.into();
            report(Warning::Expired { seconds });
        }
        let privileges = PrivilegesRef(self.privileges);
        if self.privileges.is_empty() {
            report(Warning::NoPrivileges { service });
        } else if !is_rtm && self.privilege(super::Privilege::JoinChannel).is_none() {
            report(Warning::NoJoinPrivilege { service });
        }
        let [mut unlimited, mut relative] = [Group::default(); 2];
        for (at, (privilege, end)) in self.privileges().enumerate() {
            let seconds = end.as_unix();
            let is_told = at < PRIVILEGES_TOLD;
            if is_told && privileges.begin_with(at, privilege) {
                report(Warning::RepeatedPrivilege { service, privilege });
            }
            if end == ExpireAt::NEVER {
                unlimited.add(privilege, seconds);
            } else if seconds < LOOKS_LIKE_UNIX_TIME {
                relative.add(privilege, seconds);
            } else if is_told && now.is_some_and(|now| now >= seconds) {
                report(Warning::PrivilegeExpired { service, privilege });
            }
        }
        if let Some(warning) = unlimited.without_limit(service) {
            report(warning);
        }
        let Group {
            privilege,
            count,
            seconds,
        } = relative;
        if count > 0 {
            report(Warning::DeadlineLooksRelative {
                privilege,
                count,
                seconds,
            });
        }
    }
}
