//! `ath login`: everything up to a token, from wherever it stopped.

use clap::Args;
use tokenmint::client::ath::{AuthorizeRequest, Developer, ProviderScopes, RegisterRequest};

use super::agent::{Agent, SigningOptions, either, provider};
use super::exchange::not_given;
use super::wait::{DEFAULT_PORT, WaitOptions, listened, listener, show_page};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::show;
use crate::output;
use crate::run::Run;

/// Options of `ath login`.
#[derive(Debug, Args)]
#[command(after_help = "\
Registers when there is no registration yet, begins an authorization or goes on with the one that
has begun, shows the page, waits for the browser and asks the service at the same time, and keeps the
token. Whatever interrupts it, the same command goes on. With a good token nothing is sent.")]
pub(crate) struct Login {
    /// Provider, or native service, and the scopes that the user is asked for
    #[arg(long, value_name = "ID=SCOPE,SCOPE", value_parser = provider)]
    provider: ProviderScopes,
    /// Another provider to register with; repeatable
    #[arg(long, value_name = "ID=SCOPE,SCOPE", value_parser = provider)]
    also: Vec<ProviderScopes>,
    /// Name of who is responsible, for people; to register
    #[arg(long, value_name = "TEXT", requires = "developer_id")]
    developer_name: Option<String>,
    /// Id of who is responsible, for instance a domain; to register
    #[arg(long, value_name = "TEXT", requires = "developer_name")]
    developer_id: Option<String>,
    /// What it is for, for whoever approves it; to register
    #[arg(long, value_name = "TEXT", default_value = "acts for a user")]
    purpose: String,
    /// Port of 127.0.0.1 for the browser; it is registered
    #[arg(long, value_name = "PORT", default_value_t = DEFAULT_PORT, value_parser = clap::value_parser!(u16).range(1..))]
    listen: u16,
    /// Start a browser with the page
    #[arg(long)]
    open: bool,
    /// Wait for a human to approve the agent, too
    #[arg(long)]
    await_approval: bool,
    /// The interface that the token is for, an absolute URI
    #[arg(long, value_name = "URI")]
    resource: Option<String>,
    #[command(flatten)]
    wait: WaitOptions,
    #[command(flatten)]
    signing: SigningOptions,
}

impl Run for Login {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let mut agent = self.signing.agent()?;
        agent.asks_for(&self.provider.provider_id, Some(&self.provider.scopes));
        if either!(agent, client => client.client_id()).is_none() {
            self.register(&mut agent)?;
        }
        let scopes = self.scopes(&agent)?;
        let scopes: Vec<_> = scopes.iter().map(String::as_str).collect();
        let id = &self.provider.provider_id;
        let listener = listener(&agent, self.listen);
        let mut request = AuthorizeRequest::new(id, &scopes);
        if let Some(listener) = &listener {
            request = request.redirect_uri(&listener.redirect_uri());
        }
        if let Some(uri) = &self.resource {
            request = request.resource(uri);
        }
        let mut polling = self.wait.polling().approval(self.await_approval);
        if let Some(listener) = &listener {
            polling = polling.redirects(listener);
        }
        let mut pages = 0;
        let token = either!(agent, client => client.ensure_token(&request, polling, |page| {
            if pages > 0 {
                output::note("an answer was lost: the user has to consent once more");
            }
            pages += 1;
            show_page(page, self.open);
            self.wait.announce(listener.as_ref());
        }));
        let token = token.map_err(|error| not_given(&agent, &error))?;
        let kept = either!(agent, client => client.keep());
        if kept.is_err() {
            agent.handed_over(&[tokenmint::client::ath::Warning::NotKept])?;
        }
        let path = self.signing.agent.credentials()?;
        output::note(&match pages {
            0 => format!("there is a good token in {}", path.display()),
            _ => format!("the token is kept in {}", path.display()),
        });
        let mut shown = super::agent::shown(&token);
        if let Some(at) = shown.remove("expires_at") {
            shown.insert("expires_ts".to_owned(), at);
        }
        let next = agent.words.command(&format!("proxy GET / --provider {id}"));
        output::note(&format!("next: {next}"));
        show(&shown, as_json)
    }
}

impl Login {
    fn register(&self, agent: &mut Agent) -> Result<(), Failure> {
        let (Some(name), Some(id)) = (&self.developer_name, &self.developer_id) else {
            let failure = Failure::usage(
                "the agent is not registered yet: --developer-name and --developer-id say who is \
                 responsible for it",
            );
            return Err(failure);
        };
        let providers = [&self.provider].into_iter().chain(&self.also);
        let request = RegisterRequest::new(Developer::new(name, id))
            .providers(providers.cloned())
            .purpose(&self.purpose)
            .redirect_uri(&listened(self.listen));
        let registration = either!(agent, client => client.register(&request));
        let registration = registration.map_err(|error| agent.refused(&error))?;
        agent.handed_over(&registration.warnings)?;
        let status = registration.agent_status.as_str();
        output::note(&format!(
            "registered as {} ({status})",
            registration.client_id
        ));
        Ok(())
    }

    /// The scopes that are approved of those asked for; what is not is told.
    fn scopes(&self, agent: &Agent) -> Result<Vec<String>, Failure> {
        let ProviderScopes {
            provider_id,
            scopes,
            ..
        } = &self.provider;
        let known = either!(agent, client => client.credentials());
        let known = known
            .map(|known| known.approved_providers)
            .unwrap_or_default();
        // A file of another SDK does not say what is approved.
        if known.is_empty() {
            return Ok(scopes.clone());
        }
        let approval = known.iter().find(|known| known.provider_id == *provider_id);
        let approved = approved(approval, scopes);
        if approved.is_empty() {
            return Err(Failure::usage(format!(
                "the registration has nothing of this approved: {}",
                agent.masked(&format!("{provider_id} {}", scopes.join(",")))
            ))
            .line(format!(
                "hint: {} says what is",
                agent.words.command("status")
            )));
        }
        if approved.len() < scopes.len() {
            output::note(&format!("warning: approved is only {}", approved.join(",")));
        }
        Ok(approved)
    }
}

fn approved(
    approval: Option<&tokenmint::client::ath::ProviderApproval>,
    scopes: &[String],
) -> Vec<String> {
    let approved = approval.map_or(&[][..], |approval| &approval.approved_scopes);
    let scopes = scopes.iter().filter(|scope| approved.contains(scope));
    scopes.cloned().collect()
}
