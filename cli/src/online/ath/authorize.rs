//! `ath authorize`.

use std::time::Duration;

use clap::Args;
use tokenmint::client::ath::{AuthorizeRequest, ProviderScopes, RedirectListener};
use tokenmint::doctor::words::safe;

use super::agent::{SigningOptions, either, provider, shown, warn};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::{Mask, refused, show};
use crate::run::Run;
use crate::{duration, output};

/// Options of `ath authorize`.
#[derive(Debug, Args)]
#[command(after_help = "\
The page for the user goes to standard output, everything else to the file of --credentials or
standard error. The session lives for ten minutes and gives one token.")]
pub(crate) struct Authorize {
    /// Provider, or native service, and the scopes that the user is asked for
    #[arg(long, value_name = "ID=SCOPE,SCOPE", value_parser = provider)]
    provider: ProviderScopes,
    /// Where the browser is sent back to: one of those registered, to the byte
    #[arg(long, value_name = "URL")]
    redirect_uri: Option<String>,
    /// Wait on this port of 127.0.0.1 for the browser; http://127.0.0.1:PORT/callback is registered
    #[arg(long, value_name = "PORT", conflicts_with = "redirect_uri", value_parser = clap::value_parser!(u16).range(1..))]
    listen: Option<u16>,
    /// How long to wait for the browser
    #[arg(long, value_name = "TIME", value_parser = duration::parse, default_value = "10m", requires = "listen")]
    wait: u32,
    /// The interface that the token is for, an absolute URI
    #[arg(long, value_name = "URI")]
    resource: Option<String>,
    #[command(flatten)]
    signing: SigningOptions,
}

impl Run for Authorize {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let (mut agent, _) = self.signing.known()?;
        let no_port = |error| refused(&error, &Mask::default());
        let listener = self.listen.map(RedirectListener::bind);
        let listener = listener.transpose().map_err(no_port)?;
        let scopes: Vec<_> = self.provider.scopes.iter().map(String::as_str).collect();
        let mut request = AuthorizeRequest::new(&self.provider.provider_id, &scopes);
        let listened = listener.as_ref().map(RedirectListener::redirect_uri);
        if let Some(uri) = self.redirect_uri.as_ref().or(listened.as_ref()) {
            request = request.redirect_uri(uri);
        }
        if let Some(uri) = &self.resource {
            request = request.resource(uri);
        }
        let authorization = either!(agent, client => client.authorize(&request))
            .map_err(|error| agent.refused(&error))?;
        warn(&authorization.warnings());
        agent.save(&self.signing.agent.credentials()?)?;
        let session = &authorization.ath_session_id;
        if as_json {
            show(&shown(&authorization), true)?;
        } else {
            output::line(&authorization.authorization_url)?;
            output::note(&format!("session {session}"));
        }
        let Some(listener) = listener else {
            return Ok(Exit::Ok);
        };
        output::note("waiting for the browser");
        let wait = Duration::from_secs(self.wait.into());
        let result = listener.wait(session, wait).map_err(no_port)?;
        match result.error {
            None => {
                output::note("the user gave consent: `tokenmint ath exchange` comes next");
                Ok(Exit::Ok)
            }
            Some(error) => Err(Failure::new(
                Exit::Refused,
                "no-consent",
                format!("the user did not give consent: {}", safe(&error)),
            )),
        }
    }
}
