//! `agora compose`: any services in one token.

use std::path::PathBuf;

use clap::Args;
use tokenmint::output::Owned;

use super::description::Description;
use super::options::{Encoding, Lifetimes, Signing};
use super::present::{Builder, Mint, Minted};
use super::rtm::{OwnedPermission, borrowed};
use super::signer::Signer;
use super::{compose_json, compose_text};
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

impl Compose {
    fn descriptions(&self) -> Result<Vec<Description>, Failure> {
        let default = self.lifetimes.privilege();
        let mut all = Vec::new();
        for text in &self.service {
            let described = compose_text::parse(text, default);
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
