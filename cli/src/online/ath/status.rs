//! `ath status`.

use clap::Args;

use super::agent::{AgentOptions, either, shown};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::show;
use crate::run::Run;

/// Options of `ath status`.
#[derive(Debug, Args)]
#[command(after_help = "\
The protocol does not say what proves the caller here; the standalone gateway wants ATH_USER_TOKEN.")]
pub(crate) struct Status {
    #[command(flatten)]
    agent: AgentOptions,
}

impl Run for Status {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let agent = self.agent.bearer()?;
        let found = either!(agent, client => client.agent_status());
        show(
            &shown(&found.map_err(|error| agent.refused(&error))?),
            as_json,
        )
    }
}
