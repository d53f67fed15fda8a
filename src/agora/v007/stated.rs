//! What a token carries, in two forms: services in any order with whatever they
//! may have, and those that a builder states.

use super::service::{Service, Text, check_lifetimes};
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

/// A service as a builder states it: its few privileges are in order, and it has
/// nothing that only some services have. A device that has such services only
/// links nothing that sorts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated<'a> {
    service_type: ServiceType,
    privileges: &'a [(u16, ExpireIn)],
    texts: &'a [Text<'a>],
}

impl<'a> Stated<'a> {
    /// `privileges` ascend.
    pub(super) const fn new(
        service_type: ServiceType,
        privileges: &'a [(u16, ExpireIn)],
        texts: &'a [Text<'a>],
    ) -> Self {
        Self {
            service_type,
            privileges,
            texts,
        }
    }
}

/// In the order of their types.
impl Services for &[Stated<'_>] {
    // One result, which is the caller's: a device copies none.
    #[allow(clippy::question_mark)]
    fn check(&self, limits: Limits) -> Result<(), Error> {
        let mut checked = Ok(());
        for service in *self {
            for text in service.texts {
                checked = text.check_alone(limits);
                if checked.is_err() {
                    return checked;
                }
            }
            checked = check_lifetimes(limits, service.privileges);
            if checked.is_err() {
                return checked;
            }
        }
        checked
    }

    fn write(&self, out: &mut Writer<'_>) {
        put_checked_len(out, self.len());
        for service in *self {
            put_u16(out, service.service_type.number());
            put_checked_len(out, service.privileges.len());
            for (number, expire) in service.privileges {
                put_u16(out, *number);
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
    privileges: [(u16, ExpireIn); 4],
    granted: usize,
    texts: [Text<'a>; 2],
}

impl<'a> Rtc<'a> {
    /// `expires` in the order of the privileges.
    pub(super) fn new(
        channel: &'a str,
        account: Account<'a>,
        role: Role,
        expires: [ExpireIn; 4],
    ) -> Self {
        let [join, audio, video, data] = expires;
        let privileges = [
            (PrivilegeRtc::JoinChannel as u16, join),
            (PrivilegeRtc::PublishAudioStream as u16, audio),
            (PrivilegeRtc::PublishVideoStream as u16, video),
            (PrivilegeRtc::PublishDataStream as u16, data),
        ];
        let publishes = role.publishes_in_007();
        Self {
            granted: if publishes { privileges.len() } else { 1 },
            privileges,
            texts: [Text::channel(channel), Text::account(account)],
        }
    }

    pub(super) fn stated(&self) -> Stated<'_> {
        let granted = self.privileges.get(..self.granted).unwrap_or_default();
        Stated::new(ServiceType::Rtc, granted, &self.texts)
    }
}

/// The service RTM, whose one privilege is to log in.
pub(super) struct Rtm<'a> {
    login: [(u16, ExpireIn); 1],
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
            login: [(PrivilegeRtm::Login as u16, expire)],
            user: [user],
        }
    }

    pub(super) const fn stated(&self) -> Stated<'_> {
        Stated::new(ServiceType::Rtm, &self.login, &self.user)
    }
}
