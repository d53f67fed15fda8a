//! `ath register`.

use clap::Args;
use tokenmint::client::ath::{self, ProviderScopes, RegisterRequest};

use super::agent::{SigningOptions, either, provider, shown};
use super::wait::{DEFAULT_PORT, listened};
use crate::ath::identity::DeveloperOptions;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::service::show;
use crate::output;
use crate::run::Run;

/// Options of `ath register`.
#[derive(Debug, Args)]
#[command(after_help = "\
The secret goes to the file of --credentials and is not shown. Nobody gives it out again: keep the
file.")]
pub(crate) struct Register {
    #[command(flatten)]
    developer: DeveloperOptions,
    /// Provider, or native service, and the scopes to ask for; repeatable
    #[arg(long, value_name = "ID=SCOPE,SCOPE", value_parser = provider, required = true)]
    provider: Vec<ProviderScopes>,
    /// What it is for, for whoever approves it
    #[arg(long, value_name = "TEXT")]
    purpose: String,
    /// Where the browser may be sent back to; repeatable
    /// [default: http://127.0.0.1:8765/callback, where `login` listens]
    #[arg(long, value_name = "URL")]
    redirect_uri: Vec<String>,
    /// Register no place to send the browser back to
    #[arg(long, conflicts_with = "redirect_uri")]
    no_redirect_uri: bool,
    /// Put the new credentials in the place of those that are there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    signing: SigningOptions,
}

impl Run for Register {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let path = &self.signing.agent.credentials()?;
        if path.exists() && !self.force {
            return Err(Failure::usage(
                "the file of --credentials is there already: --force replaces it, and its secret is \
                 lost then",
            ));
        }
        let mut agent = self.signing.newcomer()?;
        let request = self.request();
        let registration = either!(agent, client => client.register(&request));
        let registration = registration.map_err(|error| agent.refused(&error))?;
        agent.handed_over(&registration.warnings)?;
        let answer = shown(&registration);
        output::note(&format!("id and secret are kept in {}", path.display()));
        show(&answer, as_json)
    }
}

impl Register {
    fn request(&self) -> RegisterRequest {
        let request = RegisterRequest::new(developer(&self.developer))
            .providers(self.provider.clone())
            .purpose(&self.purpose);
        if self.no_redirect_uri {
            return request.without_redirect_uris();
        }
        if self.redirect_uri.is_empty() {
            return request.redirect_uri(&listened(DEFAULT_PORT));
        }
        let uris = self.redirect_uri.iter();
        uris.fold(request, |request, uri| request.redirect_uri(uri))
    }
}

/// Who is responsible.
fn developer(options: &DeveloperOptions) -> ath::Developer {
    let developer = ath::Developer::new(&options.developer_name, &options.developer_id);
    match &options.developer_contact {
        Some(contact) => developer.contact(contact),
        None => developer,
    }
}
