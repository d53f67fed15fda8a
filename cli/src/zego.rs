//! `tokenmint zego`: tokens and signatures of ZEGO.

mod by_row;
mod options;
mod server_signature;
mod token03;
mod token04;

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;

/// What can be made.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
The token alone goes to standard output, its explanation to standard error. The server secret comes
from the environment (ZEGO_SERVER_SECRET), a file or standard input; there is no public sample.")]
pub(crate) enum Command {
    /// Log in, and perhaps what is allowed in a room (generateToken04)
    Token04(by_row::ByRow<token04::Token04>),
    /// The predecessor of token04
    Token03(by_row::ByRow<token03::Token03>),
    /// The signed part of a server API request's query
    ServerSignature(server_signature::ServerSignature),
}

/// Makes it.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Token04(options) => options.run(as_json),
        Command::Token03(options) => options.run(as_json),
        Command::ServerSignature(options) => server_signature::run(options, as_json),
    }
}
