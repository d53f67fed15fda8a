//! `tokenmint authing`: signatures of Authing requests, and calls.

mod body;
mod events;
pub(crate) mod key;
mod query;
pub(crate) mod sign;

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::online;
use crate::run::Run;

/// What can be signed and called.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
The access key's secret comes from the environment (AUTHING_ACCESS_KEY_SECRET), a file or standard
input; there is no public sample.")]
pub(crate) enum Command {
    /// The headers of a management request
    Sign(Box<sign::Sign>),
    /// The authorization header that opens the management event stream
    EventsAuthorization(events::EventsAuthorization),
    /// Call any method of the clients by its name
    Call(online!(authing::Call)),
    /// Say what a method does, what it takes and what it answers
    Describe(online!(authing::Describe)),
    /// Where to send a user to sign in
    AuthorizeUrl(online!(authing::AuthorizeUrl)),
    /// Say what holds of an ID token or access token and what does not
    VerifyToken(online!(authing::VerifyToken)),
}

/// Signs or calls.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Sign(options) => sign::run(options, as_json),
        Command::EventsAuthorization(options) => events::run(options, as_json),
        Command::Call(options) => options.run(as_json),
        Command::Describe(options) => options.run(as_json),
        Command::AuthorizeUrl(options) => options.run(as_json),
        Command::VerifyToken(options) => options.run(as_json),
    }
}
