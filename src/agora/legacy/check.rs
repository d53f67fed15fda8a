//! Whether a dynamic key holds. Its channel, and in 004 and 005 its user, is
//! signed and not in the key, so only the signature can tell them.

use super::dynamic_key::{self, Head, dec10};
use super::dynamic_key5::{self, Signed5};
use super::parse::{ParsedKey, ParsedKey5};
use crate::agora::check::{Expected, Report, Wanted};
use crate::agora::v007::{PrivilegeRtc, ServiceType};
use crate::agora::{Account, AppCertificate, AppId, ExpireAt};
use crate::crypto::compare::equal;
use crate::wire::hex;
use crate::{Error, Verdict};

impl ParsedKey<'_> {
    /// Answers every question of `expected`. A key is for joining a channel, or
    /// (004) for recording or sharing it, which its signature tells; what may
    /// be published there is not in a key.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        let signed = expected.certificate.map(|certificate| {
            expected.channel.map_or(Signed::Unknown, |channel| {
                self.signed(certificate, channel, expected.account)
            })
        });
        let is_app = |app_id: &AppId| app_id.as_str() == self.app_id;
        let user = match (self.version, self.uid) {
            // Whoever has the key may use it.
            (1, _) | (_, Some(0)) => User::Any,
            (_, Some(uid)) => User::Known(uid),
            (_, None) => User::Signed,
        };
        let joins = match (self.version, signed) {
            (1..=3, _) => Some(true),
            (_, Some(Signed::Yes { joins })) => Some(joins),
            _ => None,
        };
        Report {
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: time(expected.now, Some(self.issued_at), self.expires_at),
            ..report(expected, signed, user, joins)
        }
    }

    fn signed(
        &self,
        certificate: &AppCertificate,
        channel: &str,
        account: Option<Account<'_>>,
    ) -> Signed {
        let head = Head::new(self.app_id.as_bytes(), self.issued_at, self.random);
        let end = dec10(self.expires_at.unwrap_or(ExpireAt::NEVER).as_unix());
        let is = |service: &[u8], uid: Option<u32>| {
            let uid = uid.map(dec10);
            let with_uid = uid.as_ref().map(|uid| [uid.as_bytes(), end.as_bytes()]);
            let [uid, end] = with_uid.unwrap_or([b"", b""]);
            let tail = [channel.as_bytes(), uid, end];
            let signature = head.sign(certificate, service, &tail);
            equal(&signature, self.signature.as_bytes())
        };
        match (self.version, self.uid) {
            (1, _) => Signed::told(is(b"", None), true),
            (_, Some(uid)) => Signed::told(is(b"", Some(uid)), true),
            (_, None) => Signed::by_uid(account, |uid| {
                let services = [
                    (dynamic_key::MEDIA_CHANNEL, true),
                    (dynamic_key::RECORDING, false),
                    (dynamic_key::PUBLIC_SHARING, false),
                ];
                let mut found = services
                    .iter()
                    .filter(|(service, _)| is(service, Some(uid)));
                found.next().map(|(_, joins)| *joins)
            }),
        }
    }
}

impl ParsedKey5<'_> {
    /// Answers every question of `expected`. A media channel key is for joining
    /// a channel; what may be published there is not in it.
    #[must_use]
    pub fn check(&self, expected: &Expected<'_>) -> Report {
        let joins = self.service == dynamic_key5::MEDIA_CHANNEL;
        let parts = Signed5 {
            service: self.service,
            app_id: &self.app_id,
            issued_at: self.issued_at,
            salt: self.salt,
            expires_at: self.expires_at.as_unix(),
            permission: self.permission,
        };
        let signed = expected.certificate.map(|certificate| {
            expected.channel.map_or(Signed::Unknown, |channel| {
                Signed::by_uid(expected.account, |uid| {
                    let signature = parts.sign(certificate, channel, uid).ok()?;
                    equal(&signature, self.signature.as_bytes()).then_some(joins)
                })
            })
        });
        // The key has it without letter case.
        let is_app =
            |app_id: &AppId| hex::decode(app_id.as_bytes()).is_some_and(|id| self.app_id == id);
        Report {
            app_id: Verdict::asked(expected.app_id.map(is_app), Error::AppIdMismatch),
            time: time(expected.now, Some(self.issued_at), Some(self.expires_at)),
            ..report(expected, signed, User::Signed, Some(joins))
        }
    }
}

/// What a signature says of the names that are expected.
#[derive(Clone, Copy)]
enum Signed {
    /// It covers them.
    Yes {
        /// And is for joining.
        joins: bool,
    },
    /// It does not.
    No,
    /// A name that it covers is not given.
    Unknown,
}

impl Signed {
    const fn told(signed: bool, joins: bool) -> Self {
        if signed {
            Self::Yes { joins }
        } else {
            Self::No
        }
    }

    /// Tries the uid that is expected and 0, which is any user. `is` says
    /// whether a key with this uid is signed, and then whether it is for
    /// joining.
    fn by_uid(account: Option<Account<'_>>, is: impl Fn(u32) -> Option<bool>) -> Self {
        let uid = account.and_then(uid_of);
        match uid.and_then(&is).or_else(|| is(0)) {
            Some(joins) => Self::Yes { joins },
            None if account.is_none() => Self::Unknown,
            None => Self::No,
        }
    }
}

/// Who a key is for.
enum User {
    Any,
    Known(u32),
    /// Only the signature tells.
    Signed,
}

/// All answers but those about app id and time.
fn report(
    expected: &Expected<'_>,
    signed: Option<Signed>,
    user: User,
    joins: Option<bool>,
) -> Report {
    // The signature is the only proof of a name that is not in the key.
    let proven = match signed {
        Some(Signed::Yes { .. }) => Verdict::Holds,
        _ => Verdict::Undecided,
    };
    Report {
        signature: match signed {
            None => Verdict::NotAsked,
            Some(Signed::Yes { .. }) => Verdict::Holds,
            Some(Signed::No) => Verdict::Fails(Error::BadSignature),
            Some(Signed::Unknown) => Verdict::Undecided,
        },
        app_id: Verdict::NotAsked,
        time: Verdict::NotAsked,
        channel: expected.channel.map_or(Verdict::NotAsked, |_| proven),
        user: match (expected.account, user) {
            (None, _) => Verdict::NotAsked,
            (Some(_), User::Any) => Verdict::Holds,
            (Some(account), User::Known(uid)) => {
                Verdict::asked(Some(uid_of(account) == Some(uid)), Error::UserMismatch)
            }
            (Some(_), User::Signed) => proven,
        },
        privilege: privilege(expected, joins),
        service: None,
    }
}

fn privilege(expected: &Expected<'_>, joins: Option<bool>) -> Verdict {
    if !expected.wants_privileges() {
        return Verdict::NotAsked;
    }
    let rtc = ServiceType::Rtc.number();
    if joins == Some(false) || expected.named().iter().any(|(service, _)| *service != rtc) {
        return Verdict::Fails(Error::NotAuthorized);
    }
    let join = u16::from(PrivilegeRtc::JoinChannel);
    let publishes = match expected.wanted {
        Wanted::Role(role) => role.publishes_in_006(),
        _ => expected.named().iter().any(|(_, number)| *number != join),
    };
    if publishes || joins.is_none() {
        Verdict::Undecided
    } else {
        Verdict::Holds
    }
}

/// The uid that an account is, which old keys have as a number.
fn uid_of(account: Account<'_>) -> Option<u32> {
    match account {
        Account::Uid(uid) => Some(uid),
        Account::Name("") => Some(0),
        Account::Name(name) => {
            let uid = name.parse().ok()?;
            (Account::Uid(uid).text().as_str() == name).then_some(uid)
        }
    }
}

/// Issued, and not yet ended.
pub(super) fn time(now: Option<u32>, issued_at: Option<u32>, end: Option<ExpireAt>) -> Verdict {
    match now {
        Some(now) if issued_at.is_some_and(|issued_at| now < issued_at) => {
            Verdict::Fails(Error::NotYetValid)
        }
        now => {
            let in_time = |now| end.is_none_or(|end| now < end.as_unix());
            Verdict::asked(now.map(in_time), Error::Expired)
        }
    }
}
