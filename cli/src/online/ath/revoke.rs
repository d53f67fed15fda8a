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
Tokens are taken out of the file of --credentials; the registration stays.")]
pub(crate) struct Revoke {
    /// End the token for this provider alone [default: all]
    #[arg(long, value_name = "ID")]
    provider: Option<String>,
    #[command(flatten)]
    agent: AgentOptions,
}

impl Run for Revoke {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let agent = self.agent.bearer()?;
        let count = || {
            let known = either!(agent, client => client.credentials());
            known.map_or(0, |known| known.tokens.len())
        };
        let before = count();
        let result = match &self.provider {
            Some(provider) => either!(agent, client => client.revoke_for(provider)),
            None => either!(agent, client => client.revoke()),
        };
        result.map_err(|error| agent.refused(&error))?;
        let revoked = before - count();
        if as_json {
            output::json(&serde_json::json!({"revoked": revoked > 0, "tokens": revoked}))?;
        } else {
            output::note(&match revoked {
                0 => "there was no token".to_owned(),
                1 => "the token is revoked".to_owned(),
                more => format!("{more} tokens are revoked"),
            });
        }
        Ok(Exit::Ok)
    }
}
