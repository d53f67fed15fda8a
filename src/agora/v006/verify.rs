//! Verifying. Channel and account are in a token as checksums only, so
//! everything about them is computed from those that are expected.

use super::parse::ParsedToken;
use super::token::Privilege;
use crate::agora::check::{Expected, Report, Wanted};
use crate::agora::v007::ServiceType;
use crate::agora::{Account, AccountText, AppCertificate, AppId, ExpireAt};
use crate::crypto::compare::equal;
use crate::crypto::hmac_sha256;
use crate::crypto::platform::{self, Crypto, Software};
use crate::secret::Secret;
use crate::wire::crc32::crc32;
use crate::{Error, Verdict};

impl ParsedToken<'_> {
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
        AppId::new(self.app_id)?;
        let account = account.text();
        if crc32(channel.as_bytes()) != self.channel_crc {
            return Err(Error::ChannelMismatch);
        }
        if crc32(account.as_bytes()) != self.account_crc {
            return Err(Error::UserMismatch);
        }
        let names = [channel.as_bytes(), account.as_bytes()];
        self.signed_by(&mut Software, certificate, names)
    }

    /// Answers every question of `expected`. A token of the RTM builder has its
    /// user where others have the channel, and is for no channel.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        self.check_with(expected, &mut Software)
    }

    /// [`ParsedToken::check`] with HMAC-SHA256 by `crypto`; where that fails, the
    /// signature fails with [`Error::CryptoFailed`].
    #[must_use]
    pub fn check_with(&self, expected: &Expected<'_>, crypto: &mut impl Crypto) -> Report {
        let account = expected.account.map(Account::text);
        let user = account.as_ref().map(AccountText::as_bytes);
        let channel = expected.channel.map(str::as_bytes);
        let is_channel = |name: &[u8]| crc32(name) == self.channel_crc;
        let any_user = self.account_crc == 0;
        let is_rtm = self.is_rtm();
        let (channel_holds, user_holds) = if is_rtm {
            (channel.map(|_| false), user.map(is_channel))
        } else {
            let is_user = |name: &[u8]| any_user || crc32(name) == self.account_crc;
            (channel.map(is_channel), user.map(is_user))
        };
        // What stands in the two places, as far as it is known: the signature
        // covers it, and says nothing about other names.
        let first = if is_rtm { user } else { channel };
        let first = first.filter(|name| is_channel(name));
        let second = match user {
            Some(name) if !is_rtm && crc32(name) == self.account_crc => Some(name),
            _ => any_user.then_some(&b""[..]),
        };
        let signature = match (expected.certificate, first, second) {
            (None, ..) => Verdict::NotAsked,
            (Some(certificate), Some(first), Some(second)) => {
                let signed = match AppId::new(self.app_id) {
                    Ok(_) => self.signed_by(crypto, certificate, [first, second]),
                    Err(_) => Err(Error::BadSignature),
                };
                Verdict::tried(Some(signed))
            }
            _ => Verdict::Undecided,
        };
        let is_app = |app_id: &AppId| app_id.as_bytes() == self.app_id.as_bytes();
        let in_time = |now| now < self.ts.as_unix();
        Report {
            signature,
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: Verdict::asked(expected.now.map(in_time), Error::Expired),
            channel: Verdict::asked(channel_holds, Error::ChannelMismatch),
            user: Verdict::asked(user_holds, Error::UserMismatch),
            privilege: self.grants(expected),
            service: None,
        }
    }

    /// Whether the RTM builder made it: it grants the login alone and leaves
    /// the account empty.
    #[must_use]
    pub fn is_rtm(&self) -> bool {
        let login = u16::from(Privilege::RtmLogin);
        let mut privileges = self.privileges();
        self.account_crc == 0
            && self.privilege(login).is_some()
            && privileges.all(|(number, _)| number == login)
    }

    /// Whether `certificate` signed it for these names. It may be any text: it
    /// may have been no certificate when it signed.
    #[cfg(feature = "doctor")]
    pub(crate) fn is_signed_with(&self, certificate: &[u8], names: [&[u8]; 2]) -> bool {
        let mut mac = hmac_sha256::HmacSha256::new(certificate);
        for part in self.signed_parts(names) {
            mac.update(part);
        }
        equal(mac.end().expose(), self.signature)
    }

    fn signed_by(
        &self,
        crypto: &mut impl Crypto,
        certificate: &AppCertificate,
        names: [&[u8]; 2],
    ) -> Result<(), Error> {
        let mut expected = Secret::new([0; hmac_sha256::LEN]);
        let parts = self.signed_parts(names);
        platform::hmac_sha256(crypto, certificate.expose(), &parts, expected.expose_mut())?;
        if equal(expected.expose(), self.signature) {
            Ok(())
        } else {
            Err(Error::BadSignature)
        }
    }

    fn signed_parts<'p>(&'p self, [channel, account]: [&'p [u8]; 2]) -> [&'p [u8]; 4] {
        [self.app_id.as_bytes(), channel, account, self.message]
    }

    fn grants(&self, expected: &Expected<'_>) -> Verdict {
        if !expected.wants_privileges() {
            return Verdict::NotAsked;
        }
        let mut ended = false;
        let mut grants = |number: u16| match self.privilege(number) {
            None => false,
            Some(end) => {
                ended |=
                    end != ExpireAt::NEVER && expected.now.is_some_and(|now| now >= end.as_unix());
                true
            }
        };
        // Joining is the first of them, then the three kinds of publishing.
        let last = match expected.wanted {
            Wanted::Role(role) if role.publishes_in_006() => 4,
            Wanted::Role(_) => 1,
            _ if expected.joins() => 1,
            _ => 0,
        };
        let mut all = true;
        for number in 1..=last {
            all &= grants(number);
        }
        for (service, number) in expected.named() {
            all &= match (ServiceType::from_number(*service), *number) {
                (Some(ServiceType::Rtc), number) => grants(number),
                (Some(ServiceType::Rtm), 1) => grants(Privilege::RtmLogin.into()),
                _ => false,
            };
        }
        if all {
            Verdict::asked(Some(!ended), Error::Expired)
        } else {
            Verdict::Fails(Error::NotAuthorized)
        }
    }
}
