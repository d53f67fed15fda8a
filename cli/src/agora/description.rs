//! A service as somebody described it.

use tokenmint::agora::v007::{
    Permission, Service, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn, ServiceFpa,
    ServiceRtc, ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt, ServiceType,
};
use tokenmint::agora::{Account, ExpireIn};

use super::rtm::OwnedPermission;
use crate::failure::Failure;

/// A service as it was described.
#[derive(Debug)]
pub(crate) struct Description {
    /// Its type.
    pub(crate) service_type: ServiceType,
    /// The channel, where it has one.
    pub(crate) channel: String,
    /// The user.
    pub(crate) user: OwnedAccount,
    /// The room, of APaaS.
    pub(crate) room: String,
    /// The role, of APaaS.
    pub(crate) role: i16,
    /// Numbers and lifetimes.
    pub(crate) privileges: Vec<(u16, ExpireIn)>,
    /// Permissions, of RTM2.
    pub(crate) permissions: Vec<OwnedPermission>,
}

/// A user that owns its text.
#[derive(Debug)]
pub(crate) enum OwnedAccount {
    /// A number.
    Uid(u32),
    /// A text.
    Name(String),
}

/// The fields that a service has, for messages and checks.
pub(crate) const fn fields_of(service: ServiceType) -> &'static [&'static str] {
    match service {
        ServiceType::Rtc | ServiceType::Streaming | ServiceType::Fcdn => {
            &["channel", "uid", "account"]
        }
        ServiceType::Rtm | ServiceType::Chat => &["user_id", "uid"],
        ServiceType::Apaas => &["room_uuid", "user_uuid", "role"],
        ServiceType::Rtm2 => &["user_id", "uid", "permissions"],
        _ => &[],
    }
}

impl Description {
    /// A service without anything.
    pub(crate) const fn new(service_type: ServiceType) -> Self {
        Self {
            service_type,
            channel: String::new(),
            user: OwnedAccount::Name(String::new()),
            room: String::new(),
            role: ServiceApaas::NO_ROLE,
            privileges: Vec::new(),
            permissions: Vec::new(),
        }
    }

    fn account(&self) -> Account<'_> {
        match &self.user {
            OwnedAccount::Uid(uid) => Account::Uid(*uid),
            OwnedAccount::Name(name) => Account::Name(name),
        }
    }

    /// The service that it describes.
    pub(crate) fn service<'a>(
        &'a self,
        permissions: &'a [Permission<'a>],
    ) -> Result<Service<'a>, Failure> {
        let (channel, user) = (self.channel.as_str(), self.account());
        let service: Service<'_> = match self.service_type {
            ServiceType::Rtc => ServiceRtc::new(channel, user).into(),
            ServiceType::Rtm => ServiceRtm::new(user).into(),
            ServiceType::Streaming => ServiceStreaming::new(channel, user).into(),
            ServiceType::Fpa => ServiceFpa::new().into(),
            ServiceType::Chat if user.is_empty() => ServiceChat::app().into(),
            ServiceType::Chat => ServiceChat::new(user).into(),
            ServiceType::Fcdn => ServiceFcdn::new(channel, user).into(),
            ServiceType::Apaas => match &self.user {
                OwnedAccount::Name(user) => ServiceApaas::new(&self.room, user, self.role).into(),
                OwnedAccount::Uid(_) => return Err(Failure::usage("apaas takes no uid")),
            },
            ServiceType::Rtm2 => ServiceRtm2::new(user, permissions).into(),
            ServiceType::ConvoAi => ServiceConvoAi::new().into(),
            ServiceType::Stt => ServiceStt::new().into(),
            other => {
                let name = other.name();
                return Err(Failure::usage(format!("{name} cannot be composed here")));
            }
        };
        Ok(service.with_privileges(&self.privileges))
    }
}
