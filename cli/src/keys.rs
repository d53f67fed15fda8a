//! What a token is checked with: certificate, secret or public key.

use std::path::PathBuf;

use clap::Args;
use tokenmint::doctor::{Missing, Service};
use zeroize::Zeroizing;

use crate::credentials::find_secret;
use crate::environment::{self, Form, Variables};
use crate::failure::Failure;
use crate::input;

/// The heading of these options in `--help`.
const HEADING: &str = "Keys (environment: AGORA_APP_CERTIFICATE, ZEGO_SERVER_SECRET)";

/// Options that name the project, whatever the service.
#[derive(Debug, Args)]
pub(crate) struct KeyOptions {
    /// Expected app id [default: environment AGORA_APP_ID or ZEGO_APP_ID]
    #[arg(long, value_name = "ID", help_heading = HEADING)]
    app_id: Option<String>,
    /// File that has the app certificate or server secret
    #[arg(
        long,
        visible_alias = "secret-file",
        value_name = "PATH",
        conflicts_with = "certificate_stdin",
        help_heading = HEADING
    )]
    certificate_file: Option<PathBuf>,
    /// Read the app certificate or server secret from standard input
    #[arg(long, visible_alias = "secret-stdin", help_heading = HEADING)]
    certificate_stdin: bool,
    /// File that has the public key of a JWT: PEM, DER or JWK
    #[arg(long, value_name = "PATH", help_heading = HEADING)]
    public_key_file: Option<PathBuf>,
}

/// What the options and the environment gave.
pub(crate) struct Keys {
    /// The app id.
    pub(crate) app_id: Option<String>,
    /// The certificate or secret.
    pub(crate) secret: Option<Zeroizing<String>>,
    /// The content of the public key's file.
    pub(crate) public_key: Option<Zeroizing<Vec<u8>>>,
}

impl KeyOptions {
    /// Whether standard input is taken.
    pub(crate) const fn uses_stdin(&self) -> bool {
        self.certificate_stdin
    }

    /// What there is for a token of this service, or of Agora when it is not
    /// known; options win over the environment, where each service has
    /// variables of its own.
    pub(crate) fn read(&self, service: Option<Service>) -> Result<Keys, Failure> {
        let variables = match service {
            None | Some(Service::Agora) => Some(Variables::AGORA),
            Some(Service::Zego) => Some(Variables::ZEGO),
            Some(_) => None,
        };
        let app_id = match (&self.app_id, variables) {
            (given, Some(variables)) => {
                environment::option(given.as_deref(), "--app-id", variables.app_id, Form::Fixed)?
            }
            (given, None) => given.clone(),
        };
        let file = self.certificate_file.as_deref();
        let variable = variables.map(|variables| variables.secret);
        let public_key = self.public_key_file.as_deref();
        Ok(Keys {
            app_id,
            secret: find_secret(self.certificate_stdin, file, variable, Form::Fixed)?,
            public_key: public_key
                .map(|path| input::file(path, "the public key's file"))
                .transpose()?,
        })
    }
}

/// The option that would have asked, or given what is missing.
pub(crate) const fn option_of(missing: Missing) -> Option<&'static str> {
    Some(match missing {
        Missing::AppId => "--app-id, or AGORA_APP_ID or ZEGO_APP_ID",
        Missing::Certificate => {
            "set AGORA_APP_CERTIFICATE, or use --certificate-file or --certificate-stdin"
        }
        Missing::Secret => "set ZEGO_SERVER_SECRET, or use --secret-file or --secret-stdin",
        Missing::PublicKey => "--public-key-file",
        Missing::Channel => "--channel",
        Missing::User => "--uid or --account",
        Missing::ChannelAndUser => "--channel, and --uid or --account",
        Missing::Privilege => "--role or --privilege",
        _ => return None,
    })
}
