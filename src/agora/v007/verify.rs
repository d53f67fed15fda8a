//! Whether a token holds: signature, app id, time, channel, user, privileges,
//! each answered by itself.

use super::issuer::signing_key_of;
use super::parse::{ParsedToken2, ServiceRef};
use super::privilege::{PrivilegeRtc, ServiceType};
use crate::agora::check::{Expected, Report, Wanted};
use crate::agora::{Account, AccountText, AppCertificate, AppId, ExpireIn, Role};
use crate::crypto::compare::equal;
use crate::crypto::hmac_sha256;
use crate::crypto::platform::{self, Crypto, Software};
use crate::secret::Secret;
use crate::{Error, Verdict};

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
        self.signed_by(&mut Software, certificate.expose())
    }

    /// [`ParsedToken2::verify`] for a text that may be no certificate: it may
    /// have been none when it signed.
    #[cfg(feature = "doctor")]
    pub(crate) fn is_signed_with(&self, certificate: &[u8]) -> bool {
        self.signed_by(&mut Software, certificate).is_ok()
    }

    fn signed_by(&self, crypto: &mut impl Crypto, certificate: &[u8]) -> Result<(), Error> {
        let mut key = Secret::new([0; hmac_sha256::LEN]);
        signing_key_of(crypto, certificate, self.issued_at(), self.salt(), &mut key)?;
        let mut expected = Secret::new([0; hmac_sha256::LEN]);
        platform::hmac_sha256(crypto, key.expose(), &[self.signed], expected.expose_mut())?;
        if equal(expected.expose(), self.signature) {
            Ok(())
        } else {
            Err(Error::BadSignature)
        }
    }

    /// Answers every question of `expected`; channel, user and privileges for
    /// one service of the token.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        self.check_with(expected, &mut Software)
    }

    /// [`ParsedToken2::check`] with HMAC-SHA256 by `crypto`; where that fails, the
    /// signature fails with [`Error::CryptoFailed`].
    #[must_use]
    pub fn check_with(&self, expected: &Expected<'_>, crypto: &mut impl Crypto) -> Report {
        let found = self.find(expected);
        let signed = |certificate: &AppCertificate| self.signed_by(crypto, certificate.expose());
        let is_app = |app_id: &AppId| self.app_id().as_bytes() == app_id.as_bytes();
        Report {
            signature: Verdict::tried(expected.certificate.map(signed)),
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: match expected.now {
                Some(now) if now < self.issued_at() => Verdict::Fails(Error::NotYetValid),
                now => {
                    let in_time = |now| u64::from(now) < self.expires_at();
                    Verdict::asked(now.map(in_time), Error::Expired)
                }
            },
            channel: Verdict::asked(
                expected.channel.map(|_| found.has(CHANNEL)),
                Error::ChannelMismatch,
            ),
            user: Verdict::asked(
                expected.account.map(|_| found.has(USER)),
                Error::UserMismatch,
            ),
            privilege: if !expected.wants_privileges() {
                Verdict::NotAsked
            } else if found.has(GRANTED) {
                Verdict::asked(Some(found.has(LASTING)), Error::Expired)
            } else {
                Verdict::Fails(Error::NotAuthorized)
            },
            service: found.service,
        }
    }

    /// What the token has of what is expected: of every use, what the service
    /// has that comes closest.
    #[cfg_attr(target_os = "none", inline(never))]
    fn find(&self, expected: &Expected<'_>) -> Found {
        let mut search = Search {
            token: self,
            expected,
            user: expected.account.map(Account::text),
            found: Found::ALL,
        };
        let mut in_channel = false;
        let named = expected.named();
        for (at, (number, _)) in named.iter().enumerate() {
            let earlier = named.iter().take(at);
            if earlier.into_iter().any(|(other, _)| other == number) {
                continue;
            }
            let service_type = ServiceType::from_number(*number);
            in_channel |= service_type.is_some_and(ServiceType::has_channel);
            search.look_for(&Use {
                service: Some(*number),
                join: expected.joins()
                    && service_type.is_some_and(|it| it.join_privilege().is_some()),
                publish: false,
            });
        }
        let role = match expected.wanted {
            Wanted::Role(role) => Some(role),
            _ => None,
        };
        if role.is_some() || (expected.channel.is_some() && !in_channel) {
            search.look_for(&Use {
                service: None,
                join: role.is_some() || expected.joins(),
                publish: role.is_some_and(Role::publishes_in_007),
            });
        } else if named.is_empty() {
            search.look_at_users();
        }
        search.found
    }
}

/// What one service has to grant.
struct Use {
    /// The type of the service; `None`: any with a channel.
    service: Option<u16>,
    join: bool,
    publish: bool,
}

/// What a service has, from what matters least to what matters most, so that
/// the service that comes closest is the one with the greatest number.
const LASTING: u8 = 1;
const GRANTED: u8 = 2;
const USER: u8 = 4;
const CHANNEL: u8 = 8;
/// It is a service that could be meant.
const MEANT: u8 = 16;

#[derive(Clone, Copy)]
struct Found {
    has: u8,
    /// What `service` has.
    least: u8,
    service: Option<usize>,
}

impl Found {
    const ALL: Self = Self {
        has: u8::MAX,
        least: u8::MAX,
        service: None,
    };

    const fn has(&self, what: u8) -> bool {
        self.has & what != 0
    }

    /// Adds what the service at a place has; reported is the one that lacks
    /// most.
    const fn and(&mut self, has: u8, service: Option<usize>) {
        self.has &= has;
        if has < self.least {
            self.least = has;
            self.service = service;
        }
    }
}

struct Search<'s> {
    token: &'s ParsedToken2<'s>,
    expected: &'s Expected<'s>,
    user: Option<AccountText<'s>>,
    found: Found,
}

impl Search<'_> {
    #[cfg_attr(target_os = "none", inline(never))]
    fn look_for(&mut self, wanted: &Use) {
        let mut best = (0, None);
        for (at, service) in self.token.services().enumerate() {
            let has = self.rank(&service, wanted);
            if has > best.0 {
                best = (has, Some(at));
            }
        }
        self.found.and(best.0, best.1);
    }

    /// Nothing is wanted but a user: every service that names one has to be for
    /// this one.
    fn look_at_users(&mut self) {
        let mut named = false;
        for (at, service) in self.token.services().enumerate() {
            if service.user().is_some() {
                named = true;
                if !self.is_for_user(&service) {
                    self.found.and(!USER, Some(at));
                }
            }
        }
        if !named {
            self.found.and(!USER, None);
        }
    }

    fn is_for_user(&self, service: &ServiceRef<'_>) -> bool {
        self.user.as_ref().is_none_or(|wanted| {
            let user = service.user();
            user.is_some_and(|user| user.is_empty() || user.as_bytes() == wanted.as_bytes())
        })
    }

    fn rank(&self, service: &ServiceRef<'_>, wanted: &Use) -> u8 {
        let number = service.service_type.number();
        let channel = service.channel();
        let meant = match wanted.service {
            Some(wanted) => wanted == number,
            None => channel.is_some(),
        };
        let in_channel = match (self.expected.channel, channel) {
            (None, _) => true,
            (Some(wanted), Some(channel)) => wanted == channel,
            // What has no channel is judged without it.
            (Some(_), None) => meant,
        };
        let mut grants = Grants {
            service,
            issued_at: self.token.issued_at(),
            now: self.expected.now,
            has: GRANTED | LASTING,
        };
        if !meant {
            grants.has = 0;
        }
        if wanted.join {
            grants.need(service.service_type.join_privilege());
        }
        if wanted.publish {
            let is_rtc = service.service_type == ServiceType::Rtc;
            for privilege in PUBLISHING {
                grants.need(is_rtc.then_some(privilege));
            }
        }
        for (of, privilege) in self.expected.named() {
            if *of == number {
                grants.need(Some(*privilege));
            }
        }
        grants.has
            | if self.is_for_user(service) { USER } else { 0 }
            | if in_channel { CHANNEL } else { 0 }
            | if meant { MEANT } else { 0 }
    }
}

const PUBLISHING: [u16; 3] = [
    PrivilegeRtc::PublishAudioStream as u16,
    PrivilegeRtc::PublishVideoStream as u16,
    PrivilegeRtc::PublishDataStream as u16,
];

/// Whether a service grants all that it has to.
struct Grants<'s> {
    service: &'s ServiceRef<'s>,
    issued_at: u32,
    now: Option<u32>,
    has: u8,
}

impl Grants<'_> {
    /// `None`: a privilege that the service cannot grant.
    #[cfg_attr(target_os = "none", inline(never))]
    fn need(&mut self, privilege: Option<u16>) {
        let granted = privilege.and_then(|privilege| self.service.privileges.get(privilege));
        self.has &= match granted {
            None => 0,
            Some(ExpireIn::WITH_TOKEN) => u8::MAX,
            Some(expire) => {
                let end = expire.after(self.issued_at);
                let ended = self.now.is_some_and(|now| u64::from(now) >= end);
                if ended { !LASTING } else { u8::MAX }
            }
        };
    }
}
