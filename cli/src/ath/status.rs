//! `ath status`.

use clap::Args;

use super::agent::{AgentOptions, either, shown};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::service::show;

/// Options of `ath status`.
#[derive(Debug, Args)]
#[command(after_help = "\
The protocol does not say what proves the caller here; the standalone gateway wants ATH_USER_TOKEN.")]
pub(crate) struct Status {
    #[command(flatten)]
    agent: AgentOptions,
}

/// Asks and shows.
pub(crate) fn run(options: &Status, as_json: bool) -> Result<Exit, Failure> {
    let agent = options.agent.bearer()?;
    let found = either!(agent, client => client.agent_status());
    show(
        &shown(&found.map_err(|error| agent.refused(&error))?),
        as_json,
    )
}
