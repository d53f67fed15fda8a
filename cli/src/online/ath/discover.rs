//! `ath discover`.

use clap::Args;

use super::agent::{Client, ImplementorOptions, shown, warn};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::show;
use crate::run::Run;

/// Options of `ath discover`.
#[derive(Debug, Args)]
pub(crate) struct Discover {
    #[command(flatten)]
    implementor: ImplementorOptions,
}

impl Run for Discover {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let agent = self.implementor.nobody()?;
        let (answer, warnings) = match &agent.client {
            Client::Gateway(client) => client
                .discover()
                .map(|found| (shown(&found), found.warnings())),
            Client::Native(client) => client
                .discover()
                .map(|found| (shown(&found), found.warnings())),
        }
        .map_err(|error| agent.refused(&error))?;
        warn(&warnings);
        show(&answer, as_json)
    }
}
