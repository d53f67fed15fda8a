//! Which service, as whom.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tokenmint::client::authing::{
    AuthenticationClient, AuthenticationClientOptions, DEFAULT_TIMEOUT, ManagementAuth,
    ManagementClient, ManagementClientOptions,
};
use tokenmint::http::Timeouts;

use super::app;
use crate::authing::key::{ID_VARIABLE, SECRET_VARIABLE};
use crate::authing::sign::DateWord;
use crate::credentials::find_secret;
use crate::environment::{self, Form, required};
use crate::failure::Failure;
use crate::online::service::{ConnectionOptions, Mask, refused};

const APP_SECRET: &str = "AUTHING_APP_SECRET";
const ACCESS_TOKEN: &str = "AUTHING_ACCESS_TOKEN";
const HOST: &str = "AUTHING_HOST";
const WEBSOCKET_HOST: &str = "AUTHING_WEBSOCKET_HOST";

/// What `--help` says about all of them.
pub(super) const ENVIRONMENT: &str = "\
Environment:
  AUTHING_ACCESS_KEY_ID, AUTHING_ACCESS_KEY_SECRET  an access key, for methods of a user pool
  AUTHING_HOST                                      where that is, unless at api.authing.cn
  AUTHING_APP_ID, AUTHING_APP_SECRET                an application, for methods of an end user
  AUTHING_APP_HOST                                  where that is, unless at api.authing.cn
  AUTHING_ACCESS_TOKEN                              the token of the end user
  AUTHING_WEBSOCKET_HOST                            where events come from, for a deployment of
                                                    one's own";

const USER: &str = "End user (environment AUTHING_APP_SECRET, AUTHING_ACCESS_TOKEN)";
const POOL: &str = "User pool (environment AUTHING_ACCESS_KEY_SECRET)";

/// Options of every command that calls the service.
#[derive(Debug, Args)]
pub(super) struct ServiceOptions {
    /// Language of messages; empty: none
    #[arg(long, default_value = "zh-CN")]
    lang: String,
    /// Application id [env: AUTHING_APP_ID]
    #[arg(long, value_name = "ID", help_heading = USER)]
    app_id: Option<String>,
    /// File that has the application's secret
    #[arg(long, value_name = "PATH", help_heading = USER)]
    app_secret_file: Option<PathBuf>,
    /// File that has the end user's access token
    #[arg(long, value_name = "PATH", help_heading = USER)]
    access_token_file: Option<PathBuf>,
    /// Where hosted login sends the user back to
    #[arg(long, value_name = "URL", help_heading = USER)]
    redirect_uri: Option<String>,
    /// Protocol of hosted login: oidc, oauth, cas or saml
    #[arg(long, value_name = "NAME", default_value = "oidc", help_heading = USER)]
    protocol: String,
    /// How the application proves itself: client_secret_post, client_secret_basic or none
    #[arg(long, value_name = "METHOD", default_value = "client_secret_post", help_heading = USER)]
    client_auth_method: String,
    /// Access key id [env: AUTHING_ACCESS_KEY_ID]
    #[arg(long, value_name = "ID", help_heading = POOL)]
    access_key_id: Option<String>,
    /// File that has the access key's secret
    #[arg(long, value_name = "PATH", help_heading = POOL)]
    access_key_secret_file: Option<PathBuf>,
    /// How requests prove who sends them
    #[arg(long, value_enum, default_value = "signature", help_heading = POOL)]
    auth: AuthWord,
    /// How the date of a signed request is written; a server that refuses one (1303) may want the
    /// other
    #[arg(long, value_enum, default_value = "unix-millis", help_heading = POOL)]
    date_format: DateWord,
    /// Tenant
    #[arg(long, value_name = "ID", help_heading = POOL)]
    tenant_id: Option<String>,
    /// Where events come from, such as wss://events.example.com; required for a deployment of one's
    /// own [env: AUTHING_WEBSOCKET_HOST]
    #[arg(long, value_name = "URL")]
    websocket_host: Option<String>,
    /// Where the keys of ID and access tokens are, where it is not below the address of the service
    #[arg(long, value_name = "URL", help_heading = USER)]
    jwks_uri: Option<String>,
    #[command(flatten)]
    connection: ConnectionOptions,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AuthWord {
    /// Each request is signed with the access key
    Signature,
    /// The access key is sent once for a token
    Bearer,
}

/// A client, and what has to stay out of errors.
pub(super) struct Service<C> {
    pub(super) client: C,
    pub(super) mask: Mask,
}

impl ServiceOptions {
    /// The client of an end user. Nothing is sent yet. `redirect_uri` is that of the
    /// call, in place of the option.
    pub(super) fn authentication(
        &self,
        redirect_uri: Option<&str>,
    ) -> Result<Service<AuthenticationClient>, Failure> {
        let given = self.app_id.as_deref();
        let id = required(given, "--app-id", app::ID_VARIABLE, "application id")?;
        let file = self.app_secret_file.as_deref();
        let secret = find_secret(false, file, Some(APP_SECRET), Form::Free)?;
        let file = self.access_token_file.as_deref();
        let token = find_secret(false, file, Some(ACCESS_TOKEN), Form::Free)?;
        let mut mask = Mask::default();
        let refuse = |error| refused(&error, &Mask::default());
        let method = self.client_auth_method.parse().map_err(refuse)?;
        let mut options = AuthenticationClientOptions::new(&id)
            .app_host(&self.host(app::HOST_VARIABLE)?)
            .protocol(self.protocol.parse().map_err(refuse)?)
            .token_endpoint_auth_method(method)
            .introspection_endpoint_auth_method(method)
            .revocation_endpoint_auth_method(method)
            .allow_plain_http(self.connection.allow_plain_http())
            .timeouts_each(self.connection.timeouts_or(Timeouts::of(DEFAULT_TIMEOUT)))
            .max_retries(self.connection.max_retries());
        options = match self.lang.as_str() {
            "" => options.without_lang(),
            lang => options.lang(lang),
        };
        if let Some(host) = self.websocket_host()? {
            options = options.websocket_host(&host);
        }
        if let Some(uri) = &self.jwks_uri {
            options = options.jwks_uri(uri);
        }
        if let Some(uri) = redirect_uri.or(self.redirect_uri.as_deref()) {
            options = options.redirect_uri(uri);
        }
        if let Some(secret) = &secret {
            mask.hide(secret);
            options = options.app_secret(secret);
        }
        if let Some(token) = &token {
            mask.hide(token);
            options = options.access_token(token);
        }
        let client = AuthenticationClient::connecting(
            &options,
            &self.connection.connection_within(DEFAULT_TIMEOUT)?,
        )
        .map_err(|error| refused(&error, &mask))?;
        Ok(Service { client, mask })
    }

    /// The client of a user pool. Nothing is sent yet.
    pub(super) fn management(&self) -> Result<Service<ManagementClient>, Failure> {
        let id = self.access_key_id.as_deref();
        let id = required(id, "--access-key-id", ID_VARIABLE, "access key id")?;
        let file = self.access_key_secret_file.as_deref();
        let secret =
            find_secret(false, file, Some(SECRET_VARIABLE), Form::Free)?.ok_or_else(|| {
                Failure::usage(format!(
                    "there is no access key secret: set {SECRET_VARIABLE} or use \
                 --access-key-secret-file"
                ))
            })?;
        let mut mask = Mask::default();
        mask.hide(&secret);
        let mut options = ManagementClientOptions::new(&id, &secret)
            .host(&self.host(HOST)?)
            .auth(match self.auth {
                AuthWord::Signature => ManagementAuth::Signature,
                AuthWord::Bearer => ManagementAuth::Bearer,
            })
            .date_format(self.date_format.into())
            .allow_plain_http(self.connection.allow_plain_http())
            .timeouts_each(self.connection.timeouts_or(Timeouts::of(DEFAULT_TIMEOUT)))
            .max_retries(self.connection.max_retries());
        options = match self.lang.as_str() {
            "" => options.without_lang(),
            lang => options.lang(lang),
        };
        if let Some(host) = self.websocket_host()? {
            options = options.websocket_host(&host);
        }
        if let Some(tenant) = &self.tenant_id {
            options = options.tenant_id(tenant);
        }
        let client = ManagementClient::connecting(
            &options,
            &self.connection.connection_within(DEFAULT_TIMEOUT)?,
        )
        .map_err(|error| refused(&error, &mask))?;
        Ok(Service { client, mask })
    }

    fn websocket_host(&self) -> Result<Option<String>, Failure> {
        let given = self.websocket_host.as_deref();
        environment::option(given, "--websocket-host", WEBSOCKET_HOST, Form::Free)
    }

    /// The option, or the environment; an empty text stands for the default.
    fn host(&self, variable: &str) -> Result<String, Failure> {
        let given = self.connection.base_url();
        let host = environment::option(given, "--base-url", variable, Form::Free)?;
        Ok(host.unwrap_or_default())
    }
}
