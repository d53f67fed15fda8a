//! What a token carries, in two forms: services in any order with whatever they
//! may have, and those that a builder states.

use core::slice;

use super::service::{Service, Text};
use super::{PrivilegeRtc, PrivilegeRtm, ServiceType};
use crate::agora::privileges::put_privileges;
use crate::agora::{Account, ExpireIn, Role};
use crate::buffer::Writer;
use crate::wire::packing::{next_key, put_checked_len, put_u16, put_u32};
use crate::{Error, Limits};

/// The services of a token that is to be minted.
pub(super) trait Services {
    /// Checks names and lifetimes, and that the lists of each have 16-bit lengths.
    fn check(&self, limits: Limits) -> Result<(), Error>;

    /// Appends their number, and then each in the order of the format.
    fn write(&self, out: &mut Writer<'_>);
}

/// A service as a builder states it: its privileges are the first of its type, and
/// it has nothing that only some services have. A device that has such services
/// only links nothing that sorts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated<'a> {
    service_type: ServiceType,
    privileges: &'a [ExpireIn],
    texts: &'a [Text<'a>],
}

impl<'a> Stated<'a> {
    /// `privileges` are the lifetimes of those numbered 1, 2, 3 and so on.
    pub(super) const fn new(
        service_type: ServiceType,
        privileges: &'a [ExpireIn],
        texts: &'a [Text<'a>],
    ) -> Self {
        Self {
            service_type,
            privileges,
            texts,
        }
    }
}

// Those of RTC and RTM begin with 1 and leave none out.
const _: () = {
    assert!(PrivilegeRtc::JoinChannel as u16 == 1 && PrivilegeRtc::PublishAudioStream as u16 == 2);
    assert!(PrivilegeRtc::PublishVideoStream as u16 == 3);
    assert!(PrivilegeRtc::PublishDataStream as u16 == 4 && PrivilegeRtm::Login as u16 == 1);
};

/// In the order of their types.
impl Services for &[Stated<'_>] {
    fn check(&self, limits: Limits) -> Result<(), Error> {
        for service in *self {
            for text in service.texts {
                text.check_alone(limits)?;
            }
            for expire in service.privileges {
                limits.privilege_expire(*expire)?;
            }
        }
        Ok(())
    }

    fn write(&self, out: &mut Writer<'_>) {
        put_checked_len(out, self.len());
        for service in *self {
            put_u16(out, service.service_type.number());
            put_checked_len(out, service.privileges.len());
            let mut number = 0_u16;
            for expire in service.privileges {
                number = number.wrapping_add(1);
                put_u16(out, number);
                put_u32(out, expire.as_seconds());
            }
            put_texts(out, service.texts);
        }
    }
}

/// In any order.
impl Services for &[Service<'_>] {
    fn check(&self, limits: Limits) -> Result<(), Error> {
        self.iter().try_for_each(|service| service.check(limits))
    }

    fn write(&self, out: &mut Writer<'_>) {
        put_checked_len(out, self.len());
        let numbers = |at: usize| Some(self.get(at)?.service_type().number().into());
        let mut last = None;
        while let Some((number, _)) = next_key(&numbers, last) {
            for service in *self {
                if u32::from(service.service_type().number()) == number {
                    put_service(out, service);
                }
            }
            last = Some(number);
        }
    }
}

fn put_service(out: &mut Writer<'_>, service: &Service<'_>) {
    put_u16(out, service.service_type().number());
    put_privileges(out, service.privileges(), ExpireIn::as_seconds);
    put_texts(out, service.texts());
    if let Some(role) = service.role() {
        out.put(&role.to_le_bytes());
    }
    if let Some(permissions) = service.permissions() {
        permissions.write(out);
    }
}

fn put_texts<'t>(out: &mut Writer<'_>, texts: impl IntoIterator<Item = &'t Text<'t>>) {
    for text in texts {
        text.value.put(out);
    }
}

/// The service RTC of `role` in a channel: to join, to publish audio, video and
/// data.
pub(super) struct Rtc<'a> {
    granted: &'a [ExpireIn],
    texts: [Text<'a>; 2],
}

impl<'a> Rtc<'a> {
    /// `expires` in the order of the privileges.
    pub(super) fn new(
        channel: &'a str,
        account: Account<'a>,
        role: Role,
        expires: &'a [ExpireIn; 4],
    ) -> Self {
        let [join, ..] = expires;
        Self {
            granted: if role.publishes_in_007() {
                expires
            } else {
                slice::from_ref(join)
            },
            texts: [Text::channel(channel), Text::account(account)],
        }
    }

    pub(super) const fn stated(&self) -> Stated<'_> {
        Stated::new(ServiceType::Rtc, self.granted, &self.texts)
    }
}

/// The service RTM, whose one privilege is to log in.
pub(super) struct Rtm<'a> {
    login: [ExpireIn; 1],
    user: [Text<'a>; 1],
}

impl<'a> Rtm<'a> {
    /// For a user of its own.
    pub(super) const fn new(user_id: Account<'a>, expire: ExpireIn) -> Self {
        Self::of(Text::rtm_user(user_id), expire)
    }

    /// For the account of an RTC service beside it.
    pub(super) const fn beside_rtc(account: Account<'a>, expire: ExpireIn) -> Self {
        Self::of(Text::rtm_user_beside_rtc(account), expire)
    }

    const fn of(user: Text<'a>, expire: ExpireIn) -> Self {
        Self {
            login: [expire],
            user: [user],
        }
    }

    pub(super) const fn stated(&self) -> Stated<'_> {
        Stated::new(ServiceType::Rtm, &self.login, &self.user)
    }
}
