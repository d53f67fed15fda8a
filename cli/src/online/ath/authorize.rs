//! `ath authorize`.

use clap::Args;
use tokenmint::client::ath::{AuthorizeRequest, ProviderScopes, RedirectListener};

use super::agent::{SigningOptions, either, provider, shown};
use super::exchange::taken;
use super::wait::{WaitOptions, listener, show_page};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::show;
use crate::output;
use crate::run::Run;

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
    /// Wait for the user: on this port of 127.0.0.1 for the browser
    /// (http://127.0.0.1:PORT/callback is registered), and by asking the service; the token goes
    /// to the file of --credentials
    #[arg(long, value_name = "PORT", conflicts_with = "redirect_uri", value_parser = clap::value_parser!(u16).range(1..))]
    listen: Option<u16>,
    #[command(flatten)]
    wait: WaitOptions,
    /// The interface that the token is for, an absolute URI
    #[arg(long, value_name = "URI")]
    resource: Option<String>,
    #[command(flatten)]
    signing: SigningOptions,
}

impl Run for Authorize {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let mut agent = self.signing.known()?;
        agent.asks_for(&self.provider.provider_id, Some(&self.provider.scopes));
        let listener = self.listen.and_then(|port| listener(&agent, port));
        let scopes: Vec<_> = self.provider.scopes.iter().map(String::as_str).collect();
        let mut request = AuthorizeRequest::new(&self.provider.provider_id, &scopes);
        let listened = listener.as_ref().map(RedirectListener::redirect_uri);
        if let Some(uri) = self.redirect_uri.as_ref().or(listened.as_ref()) {
            request = request.redirect_uri(uri);
        }
        if let Some(uri) = &self.resource {
            request = request.resource(uri);
        }
        let authorization = either!(agent, client => client.authorize(&request));
        let authorization = authorization.map_err(|error| agent.refused(&error))?;
        let session = &authorization.ath_session_id;
        if as_json && self.listen.is_none() {
            show(&shown(&authorization), true)?;
        } else if !as_json {
            output::line(&authorization.authorization_url)?;
            output::note(&format!("session {session}"));
        } else {
            show_page(&authorization, false);
        }
        agent.handed_over(&authorization.warnings())?;
        if self.listen.is_none() {
            let next = agent.words.command("exchange --wait");
            output::note(&format!(
                "after consent the browser may end on an error page, such as STATE_MISMATCH: \
                 consent counts all the same; {next} comes next"
            ));
            return Ok(Exit::Ok);
        }
        self.wait.announce(listener.as_ref());
        let mut polling = self.wait.polling();
        if let Some(listener) = &listener {
            polling = polling.redirects(listener);
        }
        let token = either!(agent, client => client.exchange_when_ready(session, polling));
        taken(
            &mut agent,
            token,
            &self.signing.agent.credentials()?,
            as_json,
        )
    }
}
