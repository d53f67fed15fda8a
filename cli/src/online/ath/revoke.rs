//! `ath revoke`.

use clap::Args;

use super::agent::{AgentOptions, either};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::run::Run;

/// Options of `ath revoke`.
#[derive(Debug, Args)]
#[command(after_help = "\
The token is taken out of the file of --credentials; the registration stays.")]
pub(crate) struct Revoke {
    #[command(flatten)]
    agent: AgentOptions,
}

impl Run for Revoke {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let mut agent = self.agent.bearer()?;
        let had_token = either!(agent, client => client.access_token()).is_some();
        either!(agent, client => client.revoke()).map_err(|error| agent.refused(&error))?;
        if had_token {
            agent.save(&self.agent.credentials()?)?;
        }
        if as_json {
            output::json(&serde_json::json!({"revoked": had_token}))?;
        } else {
            output::note(if had_token {
                "the token is revoked"
            } else {
                "there was no token"
            });
        }
        Ok(Exit::Ok)
    }
}
