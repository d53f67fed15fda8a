//! `agora compose`: any services in one token.

use std::path::PathBuf;

use clap::Args;
use tokenmint::agora::v007::{
    Permission, Service, ServiceApaas, ServiceChat, ServiceConvoAi, ServiceFcdn, ServiceFpa,
    ServiceRtc, ServiceRtm, ServiceRtm2, ServiceStreaming, ServiceStt, ServiceType,
};
use tokenmint::agora::{Account, ExpireIn};
use tokenmint::output::Owned;

use super::compose_json;
use super::options::{Encoding, Lifetimes, Signing};
use super::present::{Builder, Mint, Minted, Signer};
use super::rtm::{OwnedPermission, borrowed};
use crate::failure::Failure;

/// What `--help` says about descriptions.
const DESCRIPTIONS: &str = r#"A service is its name, then its fields and privileges, separated by commas:

  rtc,channel=lobby,uid=7,join-channel=1h,publish-audio

Services: rtc rtm streaming fpa chat fcdn apaas rtm2 convoai stt, or their numbers.
Fields: channel and account or uid; user-id; room-uuid, user-uuid and role. A privilege is a
name or a number; without a lifetime it gets --privilege-expire.

Names that have a comma, and the permissions of rtm2, take the file:

  [{"type": "rtc", "channel": "a,b", "uid": 7, "privileges": {"join-channel": 3600}},
   {"type": "rtm2", "user_id": "alice", "privileges": ["login"], "permissions": [
     {"resource_type": "users", "permission_type": "read", "resources": ["bob"]}]}]

The file may also be the answer of `tokenmint inspect --json`."#;

/// Options of `agora compose`.
#[derive(Debug, Args)]
#[command(after_help = DESCRIPTIONS)]
#[group(id = "services", required = true, multiple = true, args = ["service", "services_file"])]
pub(crate) struct Compose {
    /// A service, such as rtc,channel=lobby,uid=7,join-channel=1h; repeatable
    #[arg(long, value_name = "DESCRIPTION")]
    service: Vec<String>,
    /// JSON file with a list of services
    #[arg(long, value_name = "PATH")]
    services_file: Option<PathBuf>,
    #[command(flatten)]
    lifetimes: Lifetimes,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

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

    fn service<'a>(&'a self, permissions: &'a [Permission<'a>]) -> Result<Service<'a>, Failure> {
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

impl Compose {
    fn descriptions(&self) -> Result<Vec<Description>, Failure> {
        let default = self.lifetimes.privilege();
        let mut all = Vec::new();
        for text in &self.service {
            let described = super::compose_text::parse(text, default);
            all.push(
                described
                    .map_err(|reason| Failure::usage(format!("--service {text:?}: {reason}")))?,
            );
        }
        if let Some(path) = &self.services_file {
            let name = path.display();
            let text = std::fs::read_to_string(path)
                .map_err(|error| Failure::usage(format!("cannot read {name}: {error}")))?;
            let described = compose_json::parse(&text, default);
            all.extend(described.map_err(|reason| Failure::usage(format!("{name}: {reason}")))?);
        }
        Ok(all)
    }
}

impl Builder for Compose {
    fn signing(&self) -> &Signing {
        &self.signing
    }
}

impl Mint for Compose {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let descriptions = self.descriptions()?;
        let names: Vec<Vec<_>> = descriptions
            .iter()
            .map(|service| {
                service
                    .permissions
                    .iter()
                    .map(OwnedPermission::names)
                    .collect()
            })
            .collect();
        let permissions: Vec<_> = descriptions
            .iter()
            .zip(&names)
            .map(|(service, names)| borrowed(&service.permissions, names))
            .collect();
        let services: Vec<_> = descriptions
            .iter()
            .zip(&permissions)
            .map(|(service, permissions)| service.service(permissions))
            .collect::<Result<_, _>>()?;
        let token = self
            .encoding
            .issuer(signer)?
            .mint(self.lifetimes.token(), &services, Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("AccessToken2.build", token))
    }
}
