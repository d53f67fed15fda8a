//! `authing authorize-url`.

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::json;
use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, BuildAuthorizeUrl,
};

use super::app::AppOptions;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;
use crate::run::Run;

/// Options of `authing authorize-url`.
#[derive(Debug, Args)]
#[command(after_help = "\
Nothing is sent. State, nonce and verifier are drawn unless they are given; keep them in the session
of this user until the callback.")]
pub(crate) struct AuthorizeUrl {
    #[command(flatten)]
    app: AppOptions,
    /// Where the user is sent back to; required with oidc and oauth
    #[arg(long, value_name = "URL")]
    redirect_uri: Option<String>,
    /// Protocol of hosted login
    #[arg(long, default_value = "oidc", value_parser = PossibleValuesParser::new(["oidc", "oauth", "cas", "saml"]))]
    protocol: String,
    /// What is asked for, separated by spaces [default: "openid profile", with
    /// oauth "user"]
    #[arg(long)]
    scope: Option<String>,
    /// What comes back: code, or another response type [default: code]
    #[arg(long, value_name = "TYPE")]
    response_type: Option<String>,
    /// How it comes back: query, fragment or form_post
    #[arg(long, value_name = "MODE")]
    response_mode: Option<String>,
    /// State, in place of a drawn one
    #[arg(long)]
    state: Option<String>,
    /// Nonce, in place of a drawn one
    #[arg(long)]
    nonce: Option<String>,
    /// Draw a code verifier and send its challenge (oidc)
    #[arg(long)]
    pkce: bool,
    /// What the user is asked: login, consent, select_account or none (oidc)
    #[arg(long)]
    prompt: Option<String>,
    /// Tenant to sign in to (oidc)
    #[arg(long, value_name = "ID")]
    tenant_id: Option<String>,
    /// The address that a CAS ticket is for (cas)
    #[arg(long, value_name = "URL")]
    service: Option<String>,
}

impl Run for AuthorizeUrl {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        let client = AuthenticationClientOptions::new(&self.app.app_id()?)
            .app_host(&self.app.app_host()?)
            // Nothing is fetched.
            .allow_plain_http(true)
            .protocol(self.protocol.parse()?);
        let client = AuthenticationClient::new(&client)?;
        let mut request = BuildAuthorizeUrl::new();
        type Setter = fn(BuildAuthorizeUrl, &str) -> BuildAuthorizeUrl;
        let given: [(&Option<String>, Setter); 9] = [
            (&self.redirect_uri, BuildAuthorizeUrl::redirect_uri),
            (&self.scope, BuildAuthorizeUrl::scope),
            (&self.response_type, BuildAuthorizeUrl::response_type),
            (&self.response_mode, BuildAuthorizeUrl::response_mode),
            (&self.state, BuildAuthorizeUrl::state),
            (&self.nonce, BuildAuthorizeUrl::nonce),
            (&self.service, BuildAuthorizeUrl::service),
            (&self.prompt, BuildAuthorizeUrl::prompt),
            (&self.tenant_id, BuildAuthorizeUrl::tenant_id),
        ];
        for (value, set) in given {
            if let Some(value) = value {
                request = set(request, value);
            }
        }
        if self.pkce {
            request = request.with_pkce();
        }
        let built = client.build_authorize_url(&request)?;
        let verifier = built.code_verifier.as_ref();
        let verifier = verifier.map(tokenmint::pkce::Verifier::expose);
        if as_json {
            output::json(&json!({
                "url": built.url,
                "state": built.state,
                "nonce": built.nonce,
                "code_verifier": verifier,
            }))?;
            return Ok(Exit::Ok);
        }
        let mut text = built.url.clone();
        for (name, value) in [
            ("state", built.state.as_deref()),
            ("nonce", built.nonce.as_deref()),
            ("code_verifier", verifier),
        ] {
            if let Some(value) = value {
                text.push_str(&format!("\n{name}: {value}"));
            }
        }
        output::line(&text)?;
        Ok(Exit::Ok)
    }
}
