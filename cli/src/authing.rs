//! `tokenmint authing`: signatures of Authing requests, and calls.

mod app;
mod authorize_url;
mod body;
mod by_hand;
mod call;
mod events;
mod key;
mod key_set;
mod service;
mod sign;
mod verify_token;

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;

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
    Call(Box<call::Call>),
    /// Where to send a user to sign in
    AuthorizeUrl(Box<authorize_url::AuthorizeUrl>),
    /// Say what holds of an ID token or access token and what does not
    VerifyToken(Box<verify_token::VerifyToken>),
}

/// Signs or calls.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Sign(options) => sign::run(options, as_json),
        Command::EventsAuthorization(options) => events::run(options, as_json),
        Command::Call(options) => call::run(options, as_json),
        Command::AuthorizeUrl(options) => authorize_url::run(options, as_json),
        Command::VerifyToken(options) => verify_token::run(options, as_json),
    }
}
