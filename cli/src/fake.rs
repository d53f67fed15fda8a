//! `tokenmint fake`: doubles of services on this machine, for tests in any
//! language.

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::online;
use crate::run::Run;

/// Which service.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
The address goes to standard output first, then what the double accepts: made-up credentials,
as NAME=VALUE. Every request is a line on standard error. It serves at 127.0.0.1, without TLS, until
it is ended.

  tokenmint fake convoai --port 8080 --fault leave:answer-lost --fault 'join#2:429-wait'

--fault is WHEN:FAULT, as often as wanted. WHEN:
  3             the request of this number, counted from 0
  leave         the first request with this segment in its path; several are ath/token
  leave#2       the second such request
  leave#every   every such request
  every         every request
FAULT, where the service did what it was asked for:
  answer-lost      the connection ends without an answer
  broken-headers   the answer breaks off in its headers
  broken-body      the answer breaks off in its body
  half-body        half the body, and its length is said to be the whole
  slow-answer      nothing for the time of --slow, then the connection ends
  502-done, 504-done   a gateway's page
and where it did not:
  reset-before     the connection is reset
  slow-unseen      nothing for the time of --slow, then the connection ends
  429, 429-wait, 429-long   without Retry-After, with 2 s, with 60 s
  500, 503, 503-wait   the last with Retry-After: 2
  html             200 with a page of something that is not the service
  redirect         302 to another origin")]
pub(crate) enum Command {
    /// Conversational AI: checks tokens, unique names, idle timeouts, join tokens that end
    Convoai(online!(fake::Convoai)),
    /// An implementor of ATH: checks attestations and that none is used twice, secrets, scopes,
    /// consent, tokens
    Ath(online!(fake::Ath)),
    /// Authing: checks signatures, dates, nonces, secrets, refresh tokens that are used up
    Authing(online!(fake::Authing)),
}

/// Serves.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Convoai(options) => options.run(as_json),
        Command::Ath(options) => options.run(as_json),
        Command::Authing(options) => options.run(as_json),
    }
}
