//! The services of a token, as the minting side states them.
//!
//! | type | service | fields after the privileges |
//! |---|---|---|
//! | 1 | [`ServiceRtc`] | channel, account |
//! | 2 | [`ServiceRtm`] | user id |
//! | 3 | [`ServiceStreaming`] | channel, account |
//! | 4 | [`ServiceFpa`] | none |
//! | 5 | [`ServiceChat`] | user id |
//! | 6 | [`ServiceFcdn`] | channel, account |
//! | 7 | [`ServiceApaas`] | room id, user id, role |
//! | 8 | [`ServiceRtm2`] | user id, permissions |
//! | 9 | [`ServiceConvoAi`] | none |
//! | 10 | [`ServiceStt`] | none |

use heapless::Vec;

use super::permission::{Permission, Permissions};
use super::privilege::{
    PrivilegeApaas, PrivilegeChat, PrivilegeFcdn, PrivilegeFpa, PrivilegeRtc, PrivilegeRtm,
    PrivilegeStreaming, ServiceType,
};
use crate::agora::limits::{RTM_USER_ID_MAX, TextRule};
use crate::agora::{ACCOUNT_MAX, Account, ExpireIn};
use crate::wire::packing::{STRING_MAX, count};
use crate::{Error, Field, Limits};

/// No service has more privileges than this many.
const OWN_PRIVILEGES: usize = 4;

/// One service with its privileges.
///
/// What it carries is data, not code: a device links the rules once, and those
/// of permissions only where permissions are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service<'a> {
    service_type: ServiceType,
    privileges: Privileges<'a>,
    texts: [Option<Text<'a>>; 2],
    role: Option<i16>,
    permissions: Option<Permissions<'a>>,
}

/// A text that a service carries, and what is allowed for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Text<'a> {
    pub(super) value: Account<'a>,
    /// Elsewhere: a device writes one word instead of every member.
    rule: &'static Rule,
}

impl<'a> Text<'a> {
    const fn new(value: Account<'a>, rule: &'static Rule) -> Self {
        Self { value, rule }
    }

    pub(super) const fn channel(name: &'a str) -> Self {
        Self::new(Account::Name(name), &Rule::CHANNEL)
    }

    pub(super) const fn account(account: Account<'a>) -> Self {
        Self::new(account, &Rule::ACCOUNT)
    }

    pub(super) const fn rtm_user(user_id: Account<'a>) -> Self {
        Self::new(user_id, &Rule::RTM_USER)
    }

    /// The account of an RTC service beside it, of at most 255 bytes.
    pub(super) const fn rtm_user_beside_rtc(account: Account<'a>) -> Self {
        Self::new(account, &Rule::RTM_USER_BESIDE_RTC)
    }

    /// Whether the limits allow it where it has to be there.
    pub(super) fn check_alone(&self, limits: Limits) -> Result<(), Error> {
        match self.value {
            Account::Uid(_) => Ok(()),
            Account::Name(name) => limits.text(name, &self.rule.text),
        }
    }

    /// Whether the limits allow it beside what is granted.
    fn check(&self, limits: Limits, granted: Grants) -> Result<(), Error> {
        match self.value {
            Account::Name("") if !granted.has_one_of(self.rule.needed_by) => Ok(()),
            _ => self.check_alone(limits),
        }
    }
}

/// What is allowed for a text. Not of 16 bytes: linkers take constants of that
/// size all or not at all, and a device needs two of these.
#[derive(Debug, PartialEq, Eq)]
struct Rule {
    text: TextRule,
    /// What does not go without it.
    needed_by: Grants,
}

impl Rule {
    const CHANNEL: Self = Self::of(TextRule::CHANNEL);
    const ACCOUNT: Self = Self::of(TextRule::ACCOUNT);
    /// Of signaling.
    const RTM_USER: Self = Self::user(RTM_USER_ID_MAX);
    /// The account of an RTC service beside it.
    const RTM_USER_BESIDE_RTC: Self = Self::user(ACCOUNT_MAX);
    const CHAT_USER: Self = Self::user(STRING_MAX);
    const NOBODY: Self = Self::CHAT_USER.needed_by(Grants::NONE);
    const ROOM: Self = Self::of(TextRule::any(Field::Room, STRING_MAX)).needed_by(Grants::ROOM);
    const ROOM_USER: Self = Self::CHAT_USER.needed_by(Grants::ROOM_USER);

    const fn of(text: TextRule) -> Self {
        Self {
            text,
            needed_by: Grants::ALWAYS,
        }
    }

    const fn user(max: usize) -> Self {
        Self::of(TextRule::any(Field::UserId, max))
    }

    const fn needed_by(self, needed_by: Grants) -> Self {
        Self { needed_by, ..self }
    }
}

/// Privileges by number, a bit each; those of typed services are below 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Grants(u32);

impl Grants {
    /// Whatever is granted.
    const ALWAYS: Self = Self(1 << 31);
    const NONE: Self = Self(0);
    /// The privileges of a classroom that need a room, and those that need a
    /// user.
    const ROOM: Self = Self::NONE.and(PrivilegeApaas::RoomUser as u16);
    const ROOM_USER: Self = Self::ROOM.and(PrivilegeApaas::User as u16);

    const fn and(self, privilege: u16) -> Self {
        #[allow(clippy::cast_lossless)] // `From` is not const.
        match 1_u32.checked_shl(privilege as u32) {
            Some(bit) => Self(self.0 | bit),
            None => self,
        }
    }

    const fn has_one_of(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Privileges<'a> {
    Own(Vec<(u16, ExpireIn), OWN_PRIVILEGES>),
    Borrowed(&'a [(u16, ExpireIn)]),
}

impl<'a> Service<'a> {
    const fn new(service_type: ServiceType, texts: [Option<Text<'a>>; 2]) -> Self {
        Self {
            service_type,
            privileges: Privileges::Own(Vec::new()),
            texts,
            role: None,
            permissions: None,
        }
    }

    /// For one user in one channel.
    const fn in_channel(service_type: ServiceType, channel: &'a str, account: Account<'a>) -> Self {
        let texts = [Some(Text::channel(channel)), Some(Text::account(account))];
        Self::new(service_type, texts)
    }

    /// For one user.
    const fn of_user(service_type: ServiceType, user_id: Account<'a>, rule: &'static Rule) -> Self {
        Self::new(service_type, [Some(Text::new(user_id, rule)), None])
    }

    /// For the whole token.
    const fn of_token(service_type: ServiceType) -> Self {
        Self::new(service_type, [None, None])
    }

    /// The type of this service.
    #[must_use]
    pub const fn service_type(&self) -> ServiceType {
        self.service_type
    }

    /// The texts that follow the privileges.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text<'a>> {
        self.texts.iter().flatten()
    }

    /// What follows the texts.
    pub(super) const fn role(&self) -> Option<i16> {
        self.role
    }

    /// What follows the texts.
    pub(super) const fn permissions(&self) -> Option<&Permissions<'a>> {
        self.permissions.as_ref()
    }

    /// Replaces all privileges by a borrowed list of numbers and lifetimes, in
    /// any order and of any length; the last value of a number counts.
    ///
    /// For numbers that this library does not name; the typed services take
    /// the known ones.
    #[must_use]
    pub fn with_privileges(mut self, privileges: &'a [(u16, ExpireIn)]) -> Self {
        self.privileges = Privileges::Borrowed(privileges);
        self
    }

    /// The privileges as given: unsorted, later values of a number count.
    #[must_use]
    pub fn privileges(&self) -> &[(u16, ExpireIn)] {
        match &self.privileges {
            Privileges::Own(own) => own,
            Privileges::Borrowed(borrowed) => borrowed,
        }
    }

    fn set(&mut self, privilege: u16, expire: ExpireIn) {
        if let Privileges::Own(own) = &mut self.privileges {
            match own.iter_mut().find(|(number, _)| *number == privilege) {
                Some((_, value)) => *value = expire,
                // Typed privileges never exceed the capacity: a test counts.
                None => {
                    let fits = own.push((privilege, expire));
                    debug_assert!(fits.is_ok(), "more privileges than a service has");
                }
            }
        }
    }

    /// Checks names and lifetimes, and that lists have 16-bit lengths.
    pub(super) fn check(&self, limits: Limits) -> Result<(), Error> {
        let numbers = self.privileges().iter().map(|(number, _)| *number);
        let granted = numbers.fold(Grants::ALWAYS, Grants::and);
        for text in self.texts() {
            text.check(limits, granted)?;
        }
        if let Some(permissions) = &self.permissions {
            permissions.check()?;
        }
        count(Field::Privileges, self.privileges().len())?;
        for (_, expire) in self.privileges() {
            limits.privilege_expire(*expire)?;
        }
        Ok(())
    }
}

macro_rules! services {
    ($($(#[$doc:meta])* $name:ident, $privilege:ty, $new_doc:literal,
        ($($argument:ident: $argument_type:ty),*) => $service:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name<'a>(Service<'a>);

        impl<'a> $name<'a> {
            #[doc = $new_doc]
            #[allow(clippy::new_without_default)] // Some take no argument.
            #[must_use]
            pub fn new($($argument: $argument_type),*) -> Self {
                Self($service)
            }
        }

        impl<'a> From<$name<'a>> for Service<'a> {
            fn from(service: $name<'a>) -> Self {
                service.0
            }
        }
    )+};
    // The services that have privileges.
    (privileges $($name:ident, $privilege:ty;)+) => {$(
        impl $name<'_> {
            /// Grants `privilege` for `expire` seconds from the issue time;
            /// granted again, the later value counts.
            /// [`ExpireIn::WITH_TOKEN`] sets no limit of its own.
            #[must_use]
            pub fn add_privilege(mut self, privilege: $privilege, expire: ExpireIn) -> Self {
                self.0.set(privilege.into(), expire);
                self
            }
        }
    )+};
}

services! {
    /// Real-time audio and video in one channel.
    ServiceRtc, PrivilegeRtc, "For `account` in `channel`.",
    (channel: &'a str, account: impl Into<Account<'a>>) =>
        Service::in_channel(ServiceType::Rtc, channel, account.into());
    /// Signaling.
    ServiceRtm, PrivilegeRtm, "For `user_id`, of at most 64 bytes.",
    (user_id: impl Into<Account<'a>>) =>
        Service::of_user(ServiceType::Rtm, user_id.into(), &Rule::RTM_USER);
    /// Media streaming in one channel.
    ServiceStreaming, PrivilegeStreaming, "For `account` in `channel`.",
    (channel: &'a str, account: impl Into<Account<'a>>) =>
        Service::in_channel(ServiceType::Streaming, channel, account.into());
    /// Fusion player acceleration.
    ServiceFpa, PrivilegeFpa, "For the whole project.", () => Service::of_token(ServiceType::Fpa);
    /// Chat.
    ServiceChat, PrivilegeChat, "For `user_id`; see [`ServiceChat::app`] for the application.",
    (user_id: impl Into<Account<'a>>) =>
        Service::of_user(ServiceType::Chat, user_id.into(), &Rule::CHAT_USER);
    /// Fusion CDN in one channel.
    ServiceFcdn, PrivilegeFcdn, "For `account` in `channel`.",
    (channel: &'a str, account: impl Into<Account<'a>>) =>
        Service::in_channel(ServiceType::Fcdn, channel, account.into());
    /// Flexible classroom, also called Education.
    ServiceApaas, PrivilegeApaas,
    "For `user_uuid` in `room_uuid` with `role`. Empty ids and [`ServiceApaas::NO_ROLE`] \
     where the privilege needs none.",
    (room_uuid: &'a str, user_uuid: &'a str, role: i16) =>
        classroom(room_uuid, user_uuid, role);
    /// Signaling with permissions per resource.
    ServiceRtm2, PrivilegeRtm, "For `user_id`, of at most 64 bytes, with `permissions`.",
    (user_id: impl Into<Account<'a>>, permissions: &'a [Permission<'a>]) => Service {
        permissions: Some(Permissions::new(permissions)),
        ..Service::of_user(ServiceType::Rtm2, user_id.into(), &Rule::RTM_USER)
    };
    /// Conversational AI; it has no privileges of its own.
    ServiceConvoAi, (), "For the whole token.", () => Service::of_token(ServiceType::ConvoAi);
    /// Speech to text; it has no privileges of its own.
    ServiceStt, (), "For the whole token.", () => Service::of_token(ServiceType::Stt);
}

/// Which ids must be there depends on what is granted.
fn classroom<'a>(room_uuid: &'a str, user_uuid: &'a str, role: i16) -> Service<'a> {
    let room = Text::new(Account::Name(room_uuid), &Rule::ROOM);
    let user = Text::new(Account::Name(user_uuid), &Rule::ROOM_USER);
    Service {
        role: Some(role),
        ..Service::new(ServiceType::Apaas, [Some(room), Some(user)])
    }
}

services! {
    privileges
    ServiceRtc, PrivilegeRtc;
    ServiceRtm, PrivilegeRtm;
    ServiceStreaming, PrivilegeStreaming;
    ServiceFpa, PrivilegeFpa;
    ServiceChat, PrivilegeChat;
    ServiceFcdn, PrivilegeFcdn;
    ServiceApaas, PrivilegeApaas;
    ServiceRtm2, PrivilegeRtm;
}

impl<'a> ServiceRtm<'a> {
    /// For the same account as an RTC service beside it, of at most 255 bytes.
    #[must_use]
    pub(super) fn beside_rtc(account: Account<'a>) -> Self {
        Self(Service::of_user(
            ServiceType::Rtm,
            account,
            &Rule::RTM_USER_BESIDE_RTC,
        ))
    }
}

impl ServiceChat<'_> {
    /// For the application: an empty user id.
    #[must_use]
    pub fn app() -> Self {
        let nobody = Account::Name("");
        Self(Service::of_user(ServiceType::Chat, nobody, &Rule::NOBODY))
    }
}

impl ServiceApaas<'_> {
    /// The role of those who have none.
    pub const NO_ROLE: i16 = -1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_typed_privilege_fits() {
        let second = ExpireIn::seconds(1);
        let service: Service<'_> = ServiceRtc::new("c", 1)
            .add_privilege(PrivilegeRtc::JoinChannel, second)
            .add_privilege(PrivilegeRtc::PublishAudioStream, second)
            .add_privilege(PrivilegeRtc::PublishVideoStream, second)
            .add_privilege(PrivilegeRtc::PublishDataStream, second)
            .add_privilege(PrivilegeRtc::JoinChannel, ExpireIn::seconds(2))
            .into();
        assert_eq!(service.privileges().len(), 4);
        assert_eq!(service.privileges()[0], (1, ExpireIn::seconds(2)));
    }
}
