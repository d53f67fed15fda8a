//! The application that commands of end users are about.

use clap::Args;

use crate::failure::Failure;

const ID_VARIABLE: &str = "AUTHING_APP_ID";
const HOST_VARIABLE: &str = "AUTHING_APP_HOST";

/// Options that name the application.
#[derive(Debug, Args)]
#[command(next_help_heading = "Application")]
pub(super) struct AppOptions {
    /// Application id
    #[arg(long, env = ID_VARIABLE, hide_env_values = true, value_name = "ID")]
    app_id: Option<String>,
    /// Host of the application, or of a private deployment
    #[arg(long, env = HOST_VARIABLE, hide_env_values = true, value_name = "URL")]
    app_host: Option<String>,
}

impl AppOptions {
    pub(super) fn app_id(&self) -> Result<&str, Failure> {
        present(
            self.app_id.as_deref(),
            "application id",
            ID_VARIABLE,
            "--app-id",
        )
    }

    /// Without a slash at its end, as issuers have it.
    pub(super) fn app_host(&self) -> Result<&str, Failure> {
        let host = present(
            self.app_host.as_deref(),
            "host of the application",
            HOST_VARIABLE,
            "--app-host",
        )?;
        Ok(host.trim_end_matches('/'))
    }
}

fn present<'a>(
    value: Option<&'a str>,
    what: &str,
    variable: &str,
    option: &str,
) -> Result<&'a str, Failure> {
    // An empty variable, as templates leave it, is one that is not set.
    value.filter(|value| !value.is_empty()).ok_or_else(|| {
        Failure::usage(format!(
            "there is no {what}: set {variable} or use {option}"
        ))
    })
}
