//! Which service, as whom.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tokenmint::client::convoai::{AgentClient, Area, BASE_URL_VARIABLE, ClientConfig, CnRouting};
use tokenmint::http::Authorization;

use super::service::Service;
use crate::credentials::{
    CUSTOMER_ID_VARIABLE, CUSTOMER_SECRET_VARIABLE, CredentialOptions, find_secret,
};
use crate::environment::{self, Form, Variables};
use crate::failure::Failure;
use crate::online::service::{ConnectionOptions, Mask, refused};

const AREA_VARIABLE: &str = "AGORA_AREA";
const AUTH_TOKEN_VARIABLE: &str = "AGORA_AUTH_TOKEN";

/// The heading of what is not a credential and not a connection.
const SERVICE: &str = "Service";
const OTHER: &str = "Other credentials (environment AGORA_CUSTOMER_SECRET, AGORA_AUTH_TOKEN)";

/// Options of every command here.
#[derive(Debug, Args)]
pub(super) struct ClientOptions {
    /// Where the service runs; not needed with --base-url or its variable [env: AGORA_AREA]
    #[arg(long, value_enum, ignore_case = true, help_heading = SERVICE)]
    area: Option<AreaWord>,
    /// Which hosts serve mainland China
    #[arg(long, value_enum, value_name = "ROUTING", default_value = "east-north", help_heading = SERVICE)]
    cn_routing: RoutingWord,
    /// Stay with the first region of the area when it does not answer
    #[arg(long, help_heading = SERVICE)]
    no_failover: bool,
    #[command(flatten)]
    project: CredentialOptions,
    /// Customer id, for Basic authentication [env: AGORA_CUSTOMER_ID]
    #[arg(long, value_name = "ID", help_heading = OTHER)]
    customer_id: Option<String>,
    /// File that has the customer secret
    #[arg(long, value_name = "PATH", help_heading = OTHER)]
    customer_secret_file: Option<PathBuf>,
    /// File that has a token made elsewhere, with or without `agora token=`
    #[arg(long, value_name = "PATH", help_heading = OTHER)]
    auth_token_file: Option<PathBuf>,
    #[command(flatten)]
    connection: ConnectionOptions,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AreaWord {
    /// North America
    Us,
    /// Europe
    Eu,
    /// Asia and Pacific
    Ap,
    /// Mainland China
    Cn,
    /// api.agora.io, without regions
    Global,
}

impl From<AreaWord> for Area {
    fn from(word: AreaWord) -> Self {
        match word {
            AreaWord::Us => Self::Us,
            AreaWord::Eu => Self::Eu,
            AreaWord::Ap => Self::Ap,
            AreaWord::Cn => Self::Cn,
            AreaWord::Global => Self::Global,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RoutingWord {
    /// api.agora.io
    OneHost,
    /// East, then north
    EastNorth,
}

impl ClientOptions {
    /// The service, ready to be asked. Nothing is sent yet.
    pub(super) fn service(&self) -> Result<Service, Failure> {
        let Variables { app_id, secret } = Variables::AGORA;
        let no_app_id = || format!("there is no app id: set {app_id} or use --app-id");
        let no_credentials = || {
            format!(
                "there are no credentials: set {secret}, or {CUSTOMER_ID_VARIABLE} and \
                 {CUSTOMER_SECRET_VARIABLE}, or {AUTH_TOKEN_VARIABLE}"
            )
        };
        let app_id = self.project.app_id()?;
        let app_id = app_id.ok_or_else(|| Failure::usage(no_app_id()))?;
        let certificate = self.project.certificate()?;
        let secret = find_secret(
            false,
            self.customer_secret_file.as_deref(),
            Some(CUSTOMER_SECRET_VARIABLE),
            Form::Free,
        )?;
        let token = find_secret(
            false,
            self.auth_token_file.as_deref(),
            Some(AUTH_TOKEN_VARIABLE),
            Form::Free,
        )?;
        let given = self.customer_id.as_deref();
        let customer_id =
            environment::option(given, "--customer-id", CUSTOMER_ID_VARIABLE, Form::Free)?;
        if certificate.is_none() && customer_id.is_none() && secret.is_none() && token.is_none() {
            return Err(Failure::usage(no_credentials()));
        }
        let mut mask = Mask::default();
        for secret in [&certificate, &secret, &token].into_iter().flatten() {
            mask.hide(secret);
        }
        let mut config = self.config(&app_id)?;
        if let Some(certificate) = &certificate {
            config = config.app_certificate(certificate);
        }
        if let Some(id) = &customer_id {
            config = config.customer_id(id);
        }
        if let Some(secret) = &secret {
            config = config.customer_secret(secret);
        }
        if let Some(token) = &token {
            config = config.auth_token(token);
        }
        if let (Some(id), Some(secret)) = (&customer_id, &secret)
            && let Ok(value) = Authorization::basic(id, secret)
        {
            mask.hide(value.expose().trim_start_matches("Basic "));
        }
        let client = AgentClient::connecting(&config, &self.connection.connection()?)
            .map_err(|error| refused(&error, &mask))?;
        Ok(Service {
            client,
            certificate,
            mask,
            stdin_is_taken: self.project.uses_stdin(),
        })
    }

    fn area_of_variable() -> Result<Option<AreaWord>, Failure> {
        let Some(word) = environment::variable(AREA_VARIABLE, Form::Free)? else {
            return Ok(None);
        };
        AreaWord::from_str(&word, true).map(Some).map_err(|_| {
            Failure::usage(format!(
                "{AREA_VARIABLE} names no area: us, eu, ap, cn or global"
            ))
        })
    }

    fn config(&self, app_id: &str) -> Result<ClientConfig, Failure> {
        let base_url = self.connection.base_url();
        // The client reads it too, but takes it for not set when it is empty.
        let has_address =
            base_url.is_some() || environment::variable(BASE_URL_VARIABLE, Form::Free)?.is_some();
        let area = match (
            self.area
                .map_or_else(Self::area_of_variable, |area| Ok(Some(area)))?,
            has_address,
        ) {
            (Some(area), _) => area.into(),
            // Nothing of the area is used but the path, behind a variable.
            (None, true) => Area::Global,
            (None, false) => {
                return Err(Failure::usage(format!(
                    "there is no area: use --area us, eu, ap, cn or global, or set {AREA_VARIABLE}"
                )));
            }
        };
        let config = ClientConfig::new(area, app_id)
            .cn_routing(match self.cn_routing {
                RoutingWord::OneHost => CnRouting::OneHost,
                RoutingWord::EastNorth => CnRouting::EastNorth,
            })
            .failover(!self.no_failover)
            .allow_plain_http(self.connection.allow_plain_http())
            .timeouts_each(self.connection.timeouts())
            .max_retries(self.connection.max_retries());
        Ok(match base_url {
            Some(url) => config.base_url(url),
            None => config,
        })
    }
}
