//! `ath exchange`.

use std::path::Path;
use std::time::Duration;

use clap::Args;
use tokenmint::client::ath::{Error, ErrorCode, OAUTH_COMPLETED, Polling, Token};

use super::agent::{Agent, SigningOptions, either, shown};
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
        let mut agent = self.signing.known()?;
        let begun = either!(agent, client => client.open_session(None));
        let session = self
            .session
            .clone()
            .or(begun.map(|begun| begun.ath_session_id));
        let session = session.ok_or_else(|| {
            let next = agent.words.command("authorize --provider PROVIDER=SCOPE");
            Failure::usage("there is no session that is less than ten minutes old")
                .line(format!("hint: {next} begins one; or --session names it"))
        })?;
        let token = match self.wait {
            None => either!(agent, client => client.exchange_token(OAUTH_COMPLETED, &session)),
            Some(seconds) => {
                let polling = Polling::DEFAULT.total(Duration::from_secs(seconds.into()));
                either!(agent, client => client.exchange_when_ready(&session, polling))
            }
        };
        taken(
            &mut agent,
            token,
            &self.signing.agent.credentials()?,
            as_json,
        )
    }
}

/// Shows a token that was given, without the token.
pub(super) fn taken(
    agent: &mut Agent,
    token: Result<Token, Error>,
    path: &Path,
    as_json: bool,
) -> Result<Exit, Failure> {
    let token = token.map_err(|error| not_given(agent, &error))?;
    agent.handed_over(&token.warnings)?;
    output::note(&format!("the token is kept in {}", path.display()));
    show(&shown(&token), as_json)
}

/// Why there is no token.
pub(super) fn not_given(agent: &Agent, error: &Error) -> Failure {
    let failure = agent.refused(error);
    match (error.code(), error.status()) {
        (ErrorCode::UserDenied, None) => {
            let reason = agent.masked(error.message());
            Failure::new(Exit::Refused, "no-consent", super::wait::reason(&reason))
                .line(format!("hint: {}", agent.words.login("")))
        }
        (ErrorCode::SessionNotFound, _) => {
            let next = agent.words.command("exchange --wait");
            failure.line(format!(
                "the user has not finished, or has said no; {next} goes on waiting"
            ))
        }
        _ => failure,
    }
}
