//! `tokenmint authing`: signatures of Authing requests.

mod body;
mod events;
mod key;
mod sign;

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;

/// What can be signed.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
The access key's secret comes from the environment (AUTHING_ACCESS_KEY_SECRET), a file or standard
input; there is no public sample.")]
pub(crate) enum Command {
    /// The headers of a management request
    Sign(sign::Sign),
    /// The authorization header that opens the management event stream
    EventsAuthorization(events::EventsAuthorization),
}

/// Signs.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Sign(options) => sign::run(options, as_json),
        Command::EventsAuthorization(options) => events::run(options, as_json),
    }
}
