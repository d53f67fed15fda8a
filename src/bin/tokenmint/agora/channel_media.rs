//! `agora streaming` and `agora fcdn`: services that have no official builder
//! of their own and are composed.

use clap::{Args, ValueEnum};
use tokenmint::Stamp;
use tokenmint::agora::Credentials;
use tokenmint::agora::v007::{
    PrivilegeFcdn, PrivilegeStreaming, Service, ServiceFcdn, ServiceStreaming,
};
use tokenmint::output::Owned;

use super::options::{Encoding, Lifetimes, Signing, User};
use super::present::{Builder, Minted};
use crate::failure::Failure;

/// Options that both have.
#[derive(Debug, Args)]
struct InChannel {
    /// Channel
    #[arg(long)]
    channel: String,
    #[command(flatten)]
    user: User,
    #[command(flatten)]
    lifetimes: Lifetimes,
    #[command(flatten)]
    encoding: Encoding,
    #[command(flatten)]
    signing: Signing,
}

impl InChannel {
    fn mint(
        &self,
        credentials: &Credentials,
        stamp: Stamp,
        service: Service<'_>,
    ) -> Result<Minted, Failure> {
        let token = self
            .encoding
            .issuer(credentials, stamp)?
            .mint(self.lifetimes.token(), &[service], Owned)
            .map_err(Failure::refused)?;
        Ok(Minted::new("AccessToken2.build", token))
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StreamingGrant {
    /// Publish a mixed stream
    PublishMixStream,
    /// Publish a raw stream
    PublishRawStream,
}

/// Options of `agora streaming`.
#[derive(Debug, Args)]
pub(crate) struct Streaming {
    #[command(flatten)]
    options: InChannel,
    /// What is granted; repeatable [default: both]
    #[arg(long, value_enum, default_values = ["publish-mix-stream", "publish-raw-stream"], hide_default_value = true)]
    grant: Vec<StreamingGrant>,
}

impl Builder for Streaming {
    fn signing(&self) -> &Signing {
        &self.options.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let expire = self.options.lifetimes.privilege();
        let empty = ServiceStreaming::new(&self.options.channel, self.options.user.account());
        let service = self.grant.iter().fold(empty, |service, grant| {
            let privilege = match grant {
                StreamingGrant::PublishMixStream => PrivilegeStreaming::PublishMixStream,
                StreamingGrant::PublishRawStream => PrivilegeStreaming::PublishRawStream,
            };
            service.add_privilege(privilege, expire)
        });
        self.options.mint(credentials, stamp, service.into())
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FcdnGrant {
    /// Publish
    Publish,
    /// Play
    Play,
}

/// Options of `agora fcdn`.
#[derive(Debug, Args)]
pub(crate) struct Fcdn {
    #[command(flatten)]
    options: InChannel,
    /// What is granted; repeatable [default: both]
    #[arg(long, value_enum, default_values = ["publish", "play"], hide_default_value = true)]
    grant: Vec<FcdnGrant>,
}

impl Builder for Fcdn {
    fn signing(&self) -> &Signing {
        &self.options.signing
    }

    fn mint(&self, credentials: &Credentials, stamp: Stamp) -> Result<Minted, Failure> {
        let expire = self.options.lifetimes.privilege();
        let empty = ServiceFcdn::new(&self.options.channel, self.options.user.account());
        let service = self.grant.iter().fold(empty, |service, grant| {
            let privilege = match grant {
                FcdnGrant::Publish => PrivilegeFcdn::Publish,
                FcdnGrant::Play => PrivilegeFcdn::Play,
            };
            service.add_privilege(privilege, expire)
        });
        self.options.mint(credentials, stamp, service.into())
    }
}
