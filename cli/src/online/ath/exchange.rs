//! `ath exchange`.

use std::time::Duration;

use clap::Args;
use tokenmint::client::ath::{OAUTH_COMPLETED, Polling};

use super::agent::{SigningOptions, either, shown, warn};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::show;
use crate::run::Run;
use crate::{duration, output};

/// Options of `ath exchange`.
#[derive(Debug, Args)]
#[command(after_help = "\
The token goes to the file of --credentials and is not shown.")]
pub(crate) struct Exchange {
    /// The session [default: that of the last authorize]
    #[arg(long, value_name = "ID")]
    session: Option<String>,
    /// Ask again until the user has finished, for so long
    #[arg(long, value_name = "TIME", value_parser = duration::parse, num_args = 0..=1, default_missing_value = "10m")]
    wait: Option<u32>,
    #[command(flatten)]
    signing: SigningOptions,
}

impl Run for Exchange {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let (mut agent, loaded) = self.signing.known()?;
        let session = self.session.as_ref().or(loaded.session_id.as_ref());
        let session = session.ok_or_else(|| {
            Failure::usage(
                "there is no session: `tokenmint ath authorize` comes first, or --session",
            )
        })?;
        let token = match self.wait {
            None => either!(agent, client => client.exchange_token(OAUTH_COMPLETED, session)),
            Some(seconds) => {
                let polling = Polling::DEFAULT.total(Duration::from_secs(seconds.into()));
                either!(agent, client => client.exchange_when_ready(session, polling))
            }
        }
        .map_err(|error| agent.refused(&error))?;
        warn(&token.warnings);
        let path = &self.signing.agent.credentials()?;
        agent.save(path)?;
        output::note(&format!("the token is kept in {}", path.display()));
        show(&shown(&token), as_json)
    }
}
