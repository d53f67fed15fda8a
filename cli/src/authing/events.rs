//! `authing events-authorization`.

use clap::Args;
use serde_json::json;
use tokenmint::output::Owned;

use super::key::KeyOptions;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Options of `authing events-authorization`.
#[derive(Debug, Args)]
#[command(after_help = "\
The value covers neither time nor a nonce: it is the same for every connection, and whoever sees it
can use it until the secret changes.")]
pub(crate) struct EventsAuthorization {
    #[command(flatten)]
    key: KeyOptions,
}

/// Signs and shows.
pub(crate) fn run(options: &EventsAuthorization, as_json: bool) -> Result<Exit, Failure> {
    let value = options.key.read()?.events_authorization(Owned)?;
    if as_json {
        output::json(&json!({ "authorization": value }))?;
    } else {
        output::line(&value)?;
    }
    Ok(Exit::Ok)
}
