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

use super::permission::Permission;
use super::privilege::{
    PrivilegeApaas, PrivilegeChat, PrivilegeFcdn, PrivilegeFpa, PrivilegeRtc, PrivilegeRtm,
    PrivilegeStreaming, ServiceType,
};
use crate::agora::limits::RTM_USER_ID_MAX;
use crate::agora::{ACCOUNT_MAX, Account, ExpireIn, Limits};
use crate::wire::packing::{STRING_MAX, count, string_len};
use crate::{Error, Field};

/// No service has more privileges than this many.
const OWN_PRIVILEGES: usize = 4;

/// One service with its privileges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service<'a> {
    pub(super) fields: Fields<'a>,
    privileges: Privileges<'a>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Privileges<'a> {
    Own(Vec<(u16, ExpireIn), OWN_PRIVILEGES>),
    Borrowed(&'a [(u16, ExpireIn)]),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fields<'a> {
    Rtc(ChannelUser<'a>),
    Rtm {
        user_id: Account<'a>,
        max: usize,
    },
    Streaming(ChannelUser<'a>),
    Fpa,
    Chat {
        user_id: Account<'a>,
        any: bool,
    },
    Fcdn(ChannelUser<'a>),
    Apaas(Classroom<'a>),
    Rtm2 {
        user_id: Account<'a>,
        permissions: &'a [Permission<'a>],
    },
    ConvoAi,
    Stt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ChannelUser<'a> {
    pub(super) channel: &'a str,
    pub(super) account: Account<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Classroom<'a> {
    pub(super) room_uuid: &'a str,
    pub(super) user_uuid: &'a str,
    pub(super) role: i16,
}

impl<'a> Service<'a> {
    const fn new(fields: Fields<'a>) -> Self {
        Self {
            fields,
            privileges: Privileges::Own(Vec::new()),
        }
    }

    /// The type of this service.
    #[must_use]
    pub const fn service_type(&self) -> ServiceType {
        match self.fields {
            Fields::Rtc(_) => ServiceType::Rtc,
            Fields::Rtm { .. } => ServiceType::Rtm,
            Fields::Streaming(_) => ServiceType::Streaming,
            Fields::Fpa => ServiceType::Fpa,
            Fields::Chat { .. } => ServiceType::Chat,
            Fields::Fcdn(_) => ServiceType::Fcdn,
            Fields::Apaas(_) => ServiceType::Apaas,
            Fields::Rtm2 { .. } => ServiceType::Rtm2,
            Fields::ConvoAi => ServiceType::ConvoAi,
            Fields::Stt => ServiceType::Stt,
        }
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
                None => drop(own.push((privilege, expire))),
            }
        }
    }

    /// Checks names and lifetimes, and that lists have 16-bit lengths.
    pub(super) fn check(&self, limits: Limits) -> Result<(), Error> {
        match self.fields {
            Fields::Rtc(user) | Fields::Streaming(user) | Fields::Fcdn(user) => {
                limits.channel(user.channel)?;
                limits.account(user.account)?;
            }
            Fields::Rtm { user_id, max } => limits.user_id(user_id, max)?,
            Fields::Rtm2 {
                user_id,
                permissions,
            } => {
                limits.user_id(user_id, RTM_USER_ID_MAX)?;
                check_permissions(permissions)?;
            }
            Fields::Chat { any: true, .. } | Fields::Fpa | Fields::ConvoAi | Fields::Stt => {}
            Fields::Chat { user_id, .. } => limits.user_id(user_id, STRING_MAX)?,
            Fields::Apaas(classroom) => self.check_classroom(classroom, limits)?,
        }
        count(Field::Privileges, self.privileges().len())?;
        self.privileges()
            .iter()
            .try_for_each(|(_, expire)| limits.privilege_expire(*expire))
    }

    /// Which ids must be there depends on what is granted.
    fn check_classroom(&self, classroom: Classroom<'_>, limits: Limits) -> Result<(), Error> {
        let grants = |privilege: PrivilegeApaas| {
            self.privileges()
                .iter()
                .any(|(number, _)| *number == u16::from(privilege))
        };
        if grants(PrivilegeApaas::RoomUser) || !classroom.room_uuid.is_empty() {
            limits.room(classroom.room_uuid)?;
        }
        if grants(PrivilegeApaas::RoomUser)
            || grants(PrivilegeApaas::User)
            || !classroom.user_uuid.is_empty()
        {
            limits.user_id(Account::Name(classroom.user_uuid), STRING_MAX)?;
        }
        Ok(())
    }
}

fn check_permissions(permissions: &[Permission<'_>]) -> Result<(), Error> {
    count(Field::Permissions, permissions.len())?;
    for permission in permissions {
        count(Field::Permissions, permission.resources().len())?;
        for resource in permission.resources() {
            string_len(Field::Resource, resource.len())?;
        }
    }
    Ok(())
}

macro_rules! services {
    ($($(#[$doc:meta])* $name:ident, $privilege:ty, $new_doc:literal,
        ($($argument:ident: $argument_type:ty),*) => $fields:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name<'a>(Service<'a>);

        impl<'a> $name<'a> {
            #[doc = $new_doc]
            #[allow(clippy::new_without_default)] // Some take no argument.
            #[must_use]
            pub fn new($($argument: $argument_type),*) -> Self {
                Self(Service::new($fields))
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
        Fields::Rtc(ChannelUser { channel, account: account.into() });
    /// Signaling.
    ServiceRtm, PrivilegeRtm, "For `user_id`, of at most 64 bytes.",
    (user_id: impl Into<Account<'a>>) =>
        Fields::Rtm { user_id: user_id.into(), max: RTM_USER_ID_MAX };
    /// Media streaming in one channel.
    ServiceStreaming, PrivilegeStreaming, "For `account` in `channel`.",
    (channel: &'a str, account: impl Into<Account<'a>>) =>
        Fields::Streaming(ChannelUser { channel, account: account.into() });
    /// Fusion player acceleration.
    ServiceFpa, PrivilegeFpa, "For the whole project.", () => Fields::Fpa;
    /// Chat.
    ServiceChat, PrivilegeChat, "For `user_id`; see [`ServiceChat::app`] for the application.",
    (user_id: impl Into<Account<'a>>) => Fields::Chat { user_id: user_id.into(), any: false };
    /// Fusion CDN in one channel.
    ServiceFcdn, PrivilegeFcdn, "For `account` in `channel`.",
    (channel: &'a str, account: impl Into<Account<'a>>) =>
        Fields::Fcdn(ChannelUser { channel, account: account.into() });
    /// Flexible classroom, also called Education.
    ServiceApaas, PrivilegeApaas,
    "For `user_uuid` in `room_uuid` with `role`. Empty ids and [`ServiceApaas::NO_ROLE`] \
     where the privilege needs none.",
    (room_uuid: &'a str, user_uuid: &'a str, role: i16) =>
        Fields::Apaas(Classroom { room_uuid, user_uuid, role });
    /// Signaling with permissions per resource.
    ServiceRtm2, PrivilegeRtm, "For `user_id`, of at most 64 bytes, with `permissions`.",
    (user_id: impl Into<Account<'a>>, permissions: &'a [Permission<'a>]) =>
        Fields::Rtm2 { user_id: user_id.into(), permissions };
    /// Conversational AI; it has no privileges of its own.
    ServiceConvoAi, (), "For the whole token.", () => Fields::ConvoAi;
    /// Speech to text; it has no privileges of its own.
    ServiceStt, (), "For the whole token.", () => Fields::Stt;
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
        Self(Service::new(Fields::Rtm {
            user_id: account,
            max: ACCOUNT_MAX,
        }))
    }
}

impl ServiceChat<'_> {
    /// For the application: an empty user id.
    #[must_use]
    pub fn app() -> Self {
        Self(Service::new(Fields::Chat {
            user_id: Account::Name(""),
            any: true,
        }))
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
