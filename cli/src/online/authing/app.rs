//! The application that commands of end users are about.

use clap::Args;

use crate::environment::required;
use crate::failure::Failure;

/// The environment variable that has the id.
pub(super) const ID_VARIABLE: &str = "AUTHING_APP_ID";
/// The environment variable that has the host.
pub(super) const HOST_VARIABLE: &str = "AUTHING_APP_HOST";

/// Options that name the application.
#[derive(Debug, Args)]
#[command(next_help_heading = "Application")]
pub(super) struct AppOptions {
    /// Application id [env: AUTHING_APP_ID]
    #[arg(long, value_name = "ID")]
    app_id: Option<String>,
    /// Host of the application, or of a private deployment [env: AUTHING_APP_HOST]
    #[arg(long, value_name = "URL")]
    app_host: Option<String>,
}

impl AppOptions {
    pub(super) fn app_id(&self) -> Result<String, Failure> {
        let given = self.app_id.as_deref();
        required(given, "--app-id", ID_VARIABLE, "application id")
    }

    /// Without a slash at its end, as issuers have it.
    pub(super) fn app_host(&self) -> Result<String, Failure> {
        let given = self.app_host.as_deref();
        let host = required(
            given,
            "--app-host",
            HOST_VARIABLE,
            "host of the application",
        )?;
        Ok(host.trim_end_matches('/').to_owned())
    }
}
