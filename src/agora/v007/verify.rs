//! Whether a token holds: signature, app id, time, channel, user, privilege,
//! each answered by itself.

use super::issuer::signing_key_of;
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

    const fn of(holds: bool, error: Error) -> Self {
        if holds {
            Self::Holds
        } else {
            Self::Fails(error)
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

    /// Answers every question of `expected`.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        let mut report = Report {
            signature: Verdict::NotChecked,
            app_id: Verdict::NotChecked,
            time: Verdict::NotChecked,
            channel: Verdict::NotChecked,
            user: Verdict::NotChecked,
            privilege: Verdict::NotChecked,
        };
        if let Some(certificate) = expected.certificate {
            report.signature = Verdict::of(self.verify(certificate).is_ok(), Error::BadSignature);
        }
        if let Some(app_id) = expected.app_id {
            report.app_id = Verdict::of(self.app_id() == app_id.as_str(), Error::AppIdMismatch);
        }
        if let Some(now) = expected.now {
            report.time = self.time_verdict(now);
        }
        if let Some(channel) = expected.channel {
            let holds = self.services().any(|s| s.channel() == Some(channel));
            report.channel = Verdict::of(holds, Error::ChannelMismatch);
        }
        if let Some(account) = expected.account {
            report.user = Verdict::of(self.is_for(account, expected), Error::UserMismatch);
        }
        if let Some((service, privilege)) = expected.privilege {
            report.privilege = self.privilege_verdict(service, privilege, expected);
        }
        report
    }

    fn time_verdict(&self, now: u32) -> Verdict {
        if now < self.issued_at() {
            return Verdict::Fails(Error::NotYetValid);
        }
        Verdict::of(u64::from(now) < self.expires_at(), Error::Expired)
    }

    /// In the expected channel, where one is expected and the service has one.
    fn is_for(&self, account: Account<'_>, expected: &Expected<'_>) -> bool {
        let text = account.text();
        self.services()
            .filter(|service| in_channel(service.channel(), expected))
            .filter_map(|service| service.user())
            .any(|user| user.is_empty() || user == text.as_str())
    }

    fn privilege_verdict(&self, service: u16, privilege: u16, expected: &Expected<'_>) -> Verdict {
        let granted = self
            .services()
            .filter(|candidate| candidate.service_type.number() == service)
            .filter(|candidate| in_channel(candidate.channel(), expected))
            .filter_map(|candidate| candidate.privileges.get(privilege))
            .reduce(longer);
        let Some(expire) = granted else {
            return Verdict::Fails(Error::NotAuthorized);
        };
        let ended = expected.now.is_some_and(|now| {
            expire != ExpireIn::WITH_TOKEN && u64::from(now) >= expire.after(self.issued_at())
        });
        Verdict::of(!ended, Error::Expired)
    }
}

fn in_channel(channel: Option<&str>, expected: &Expected<'_>) -> bool {
    match (channel, expected.channel) {
        (Some(channel), Some(wanted)) => channel == wanted,
        _ => true,
    }
}

/// No limit of its own is the longest.
fn longer(a: ExpireIn, b: ExpireIn) -> ExpireIn {
    if a == ExpireIn::WITH_TOKEN || b == ExpireIn::WITH_TOKEN {
        return ExpireIn::WITH_TOKEN;
    }
    a.max(b)
}
