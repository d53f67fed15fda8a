//! Whether a token holds: signature, app id, time, channel, user, privilege,
//! each answered by itself.

use super::issuer::signing_key_of;
#[cfg(feature = "doctor")]
use super::issuer::signing_key_of_text;
use super::parse::ParsedToken2;
use crate::Error;
use crate::agora::{Account, AppCertificate, AppId, ExpireIn};
use crate::crypto::compare::equal;
use crate::crypto::hmac_sha256::HmacSha256;

/// The answer to one question about a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It was not asked.
    NotChecked,
    /// It holds.
    Holds,
    /// It does not hold, and why.
    Fails(Error),
}

impl Verdict {
    /// Whether it was asked and does not hold.
    #[must_use]
    pub const fn fails(&self) -> bool {
        matches!(self, Self::Fails(_))
    }

    /// The answer to a question that may not have been asked.
    pub(in crate::agora) const fn asked(holds: Option<bool>, error: Error) -> Self {
        match holds {
            None => Self::NotChecked,
            Some(true) => Self::Holds,
            Some(false) => Self::Fails(error),
        }
    }
}

/// What a token should be; what is left out is not checked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Expected<'a> {
    /// The certificate that should have signed it.
    pub certificate: Option<&'a AppCertificate>,
    /// The app id it should belong to.
    pub app_id: Option<&'a AppId>,
    /// The time at which it should be valid, in Unix seconds.
    pub now: Option<u32>,
    /// The channel it should be for.
    pub channel: Option<&'a str>,
    /// The user it should be for.
    pub account: Option<Account<'a>>,
    /// Service type and privilege number that it should grant; at `now`, when
    /// that is given.
    pub privilege: Option<(u16, u16)>,
}

/// The answers, one a question. There is no tolerance for clocks: give a `now`
/// that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Signed by the certificate ([`Error::BadSignature`]).
    pub signature: Verdict,
    /// The same app id, letter case included ([`Error::AppIdMismatch`]).
    pub app_id: Verdict,
    /// Issued and not yet ended ([`Error::NotYetValid`], [`Error::Expired`]).
    pub time: Verdict,
    /// A service for this channel ([`Error::ChannelMismatch`]).
    pub channel: Verdict,
    /// A service for this user, or for any ([`Error::UserMismatch`]).
    pub user: Verdict,
    /// The privilege granted ([`Error::NotAuthorized`]) and not yet ended
    /// ([`Error::Expired`]).
    pub privilege: Verdict,
}

impl Report {
    /// The answers with their names, in the order they matter.
    #[must_use]
    pub const fn answers(&self) -> [(&'static str, Verdict); 6] {
        [
            ("signature", self.signature),
            ("app id", self.app_id),
            ("time", self.time),
            ("channel", self.channel),
            ("user", self.user),
            ("privilege", self.privilege),
        ]
    }

    /// The first failure as an error.
    ///
    /// # Errors
    ///
    /// The error of the first answer that does not hold.
    pub fn ok(&self) -> Result<(), Error> {
        self.answers()
            .iter()
            .try_for_each(|(_, verdict)| match verdict {
                Verdict::Fails(error) => Err(*error),
                Verdict::Holds | Verdict::NotChecked => Ok(()),
            })
    }
}

impl ParsedToken2<'_> {
    /// Checks the signature, in constant time. It proves that the holder of
    /// `certificate` made this token, and nothing else: app id, time, channel
    /// and user are for [`ParsedToken2::check`].
    ///
    /// # Errors
    ///
    /// [`Error::BadSignature`] when it does not match, or does not have 32
    /// bytes.
    pub fn verify(&self, certificate: &AppCertificate) -> Result<(), Error> {
        let key = signing_key_of(certificate, self.issued_at(), self.salt());
        let expected = HmacSha256::digest(key.expose(), self.signed);
        if equal(expected.expose(), self.signature) {
            Ok(())
        } else {
            Err(Error::BadSignature)
        }
    }

    /// Whether it was signed with `certificate`, which may be any text: for
    /// finding out what a certificate looked like to whoever signed.
    #[cfg(feature = "doctor")]
    pub(crate) fn is_signed_with(&self, certificate: &[u8]) -> bool {
        let key = signing_key_of_text(certificate, self.issued_at(), self.salt());
        equal(
            HmacSha256::digest(key.expose(), self.signed).expose(),
            self.signature,
        )
    }

    /// Answers every question of `expected`.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        let found = self.find(expected);
        let signed = |certificate| self.verify(certificate).is_ok();
        let is_app = |app_id: &AppId| self.app_id().as_bytes() == app_id.as_bytes();
        Report {
            signature: Verdict::asked(expected.certificate.map(signed), Error::BadSignature),
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: match expected.now {
                Some(now) if now < self.issued_at() => Verdict::Fails(Error::NotYetValid),
                now => {
                    let in_time = |now| u64::from(now) < self.expires_at();
                    Verdict::asked(now.map(in_time), Error::Expired)
                }
            },
            channel: Verdict::asked(
                expected.channel.map(|_| found.channel),
                Error::ChannelMismatch,
            ),
            user: Verdict::asked(expected.account.map(|_| found.user), Error::UserMismatch),
            privilege: match (expected.privilege, found.privilege) {
                (None, _) => Verdict::NotChecked,
                (Some(_), None) => Verdict::Fails(Error::NotAuthorized),
                (Some(_), Some(expire)) => {
                    let ended = expected.now.is_some_and(|now| {
                        expire != ExpireIn::WITH_TOKEN
                            && u64::from(now) >= expire.after(self.issued_at())
                    });
                    Verdict::asked(Some(!ended), Error::Expired)
                }
            },
        }
    }

    /// What the services have of `expected`, in one walk. User and privilege
    /// are looked for in the expected channel, where one is expected and the
    /// service has one.
    fn find(&self, expected: &Expected<'_>) -> Found {
        let user = expected.account.map(Account::text);
        let mut found = Found::default();
        for service in self.services() {
            if let (Some(channel), Some(wanted)) = (service.channel(), expected.channel) {
                if channel != wanted {
                    continue;
                }
                found.channel = true;
            }
            if let (Some(user), Some(wanted)) = (service.user(), &user) {
                found.user |= user.is_empty() || user.as_bytes() == wanted.as_bytes();
            }
            if let Some((number, privilege)) = expected.privilege
                && service.service_type.number() == number
                && let Some(expire) = service.privileges.get(privilege)
            {
                let longest = found
                    .privilege
                    .map_or(expire, |other| longer(other, expire));
                found.privilege = Some(longest);
            }
        }
        found
    }
}

/// What a token has of what is expected.
#[derive(Default)]
struct Found {
    channel: bool,
    user: bool,
    privilege: Option<ExpireIn>,
}

/// No limit of its own is the longest.
fn longer(a: ExpireIn, b: ExpireIn) -> ExpireIn {
    if a == ExpireIn::WITH_TOKEN || b == ExpireIn::WITH_TOKEN {
        return ExpireIn::WITH_TOKEN;
    }
    a.max(b)
}
