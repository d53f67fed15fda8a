//! `agora streaming` and `agora fcdn`: services that have no official builder
//! of their own and are composed.

use clap::{Args, ValueEnum};
use tokenmint::agora::v007::{
    PrivilegeFcdn, PrivilegeStreaming, Service, ServiceFcdn, ServiceStreaming,
};

use super::options::{Channel, Encoding, Lifetimes, RowUser};
use super::present::{Mint, Minted};
use super::signer::Signer;
use crate::batch::columns::{Columns, Rows};
use crate::batch::spare::Spare;
use crate::failure::Failure;

/// Options that both have.
#[derive(Debug, Clone, Args)]
struct InChannel {
    #[command(flatten)]
    channel: Channel,
    #[command(flatten)]
    user: RowUser,
    #[command(flatten)]
    lifetimes: Lifetimes,
    #[command(flatten)]
    encoding: Encoding,
}

impl Rows for InChannel {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new()
            .with(Channel::columns(), |this| &mut this.channel)
            .with(RowUser::columns(), |this| &mut this.user)
            .with(Lifetimes::columns(), |this| &mut this.lifetimes)
    }
}

impl InChannel {
    fn mint(&self, signer: Signer<'_>, service: Service<'_>) -> Result<Minted, Failure> {
        let token = self
            .encoding
            .issuer(signer)?
            .mint(self.lifetimes.token(), &[service], Spare)
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
#[derive(Debug, Clone, Args)]
pub(crate) struct Streaming {
    #[command(flatten)]
    options: InChannel,
    /// What is granted; repeatable [default: both]
    #[arg(long, value_enum, default_values = ["publish-mix-stream", "publish-raw-stream"], hide_default_value = true)]
    grant: Vec<StreamingGrant>,
}

impl Rows for Streaming {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new().with(InChannel::columns(), |this| &mut this.options)
    }
}

impl Mint for Streaming {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let expire = self.options.lifetimes.privilege();
        let empty = ServiceStreaming::new(self.options.channel.get(), self.options.user.account());
        let service = self.grant.iter().fold(empty, |service, grant| {
            let privilege = match grant {
                StreamingGrant::PublishMixStream => PrivilegeStreaming::PublishMixStream,
                StreamingGrant::PublishRawStream => PrivilegeStreaming::PublishRawStream,
            };
            service.add_privilege(privilege, expire)
        });
        self.options.mint(signer, service.into())
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
#[derive(Debug, Clone, Args)]
pub(crate) struct Fcdn {
    #[command(flatten)]
    options: InChannel,
    /// What is granted; repeatable [default: both]
    #[arg(long, value_enum, default_values = ["publish", "play"], hide_default_value = true)]
    grant: Vec<FcdnGrant>,
}

impl Rows for Fcdn {
    fn columns() -> Columns<Self> {
        Columns::<Self>::new().with(InChannel::columns(), |this| &mut this.options)
    }
}

impl Mint for Fcdn {
    fn mint(&self, signer: Signer<'_>) -> Result<Minted, Failure> {
        let expire = self.options.lifetimes.privilege();
        let empty = ServiceFcdn::new(self.options.channel.get(), self.options.user.account());
        let service = self.grant.iter().fold(empty, |service, grant| {
            let privilege = match grant {
                FcdnGrant::Publish => PrivilegeFcdn::Publish,
                FcdnGrant::Play => PrivilegeFcdn::Play,
            };
            service.add_privilege(privilege, expire)
        });
        self.options.mint(signer, service.into())
    }
}
