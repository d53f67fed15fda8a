//! `tokenmint convoai`: agents, calls and numbers of the Conversational AI
//! service, from the command line.

use clap::Subcommand;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::online::online;
use crate::run::Run;

/// What can be asked of the service.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
Environment:
  AGORA_APP_ID, AGORA_APP_CERTIFICATE       a token is minted for every request (recommended)
  AGORA_CUSTOMER_ID, AGORA_CUSTOMER_SECRET  Basic authentication; the certificate makes join tokens
  AGORA_AUTH_TOKEN                          a token made elsewhere
  AGORA_AREA                                us, eu, ap, cn or global
  AGORA_AGENTS_API_BASE_URL                 another scheme, host and leading path

  tokenmint convoai start --area us --channel lobby --agent-uid 1001 --remote-uid 100 \\
      --properties agent.json
agent.json has llm, tts and whatever else an agent is made of. The id of the agent goes to standard
output, all about it to standard error.")]
pub(crate) enum Command {
    /// Start an agent in a channel and write its id
    Start(online!(convoai::Start)),
    /// List agents
    List(online!(convoai::List)),
    /// Say what an agent does
    #[command(visible_alias = "info")]
    Get(online!(convoai::Get)),
    /// Show what was said in a conversation that goes on
    History(online!(convoai::History)),
    /// Show the turns of a conversation and how long they took
    Turns(online!(convoai::Turns)),
    /// Have an agent say something
    #[command(visible_alias = "speak")]
    Say(online!(convoai::Say)),
    /// Have the model of an agent think about a text
    Think(online!(convoai::Think)),
    /// Stop speech and thought of an agent
    Interrupt(online!(convoai::Interrupt)),
    /// Change a running agent, or give it a new token to stay with
    Update(online!(convoai::Update)),
    /// Stop an agent; one that is gone counts as stopped
    #[command(visible_alias = "leave")]
    Stop(online!(convoai::Stop)),
    /// Stop agents without an owner, or list them with --dry-run
    Sweep(online!(convoai::Sweep)),
    /// Calls by telephone
    #[command(subcommand)]
    Call(online!(convoai::Call)),
    /// Telephone numbers
    #[command(subcommand)]
    Number(online!(convoai::Number)),
}

/// Asks the service.
pub(crate) fn run(command: &Command, as_json: bool) -> Result<Exit, Failure> {
    match command {
        Command::Start(options) => options.run(as_json),
        Command::List(options) => options.run(as_json),
        Command::Get(options) => options.run(as_json),
        Command::History(options) => options.run(as_json),
        Command::Turns(options) => options.run(as_json),
        Command::Say(options) => options.run(as_json),
        Command::Think(options) => options.run(as_json),
        Command::Interrupt(options) => options.run(as_json),
        Command::Update(options) => options.run(as_json),
        Command::Stop(options) => options.run(as_json),
        Command::Sweep(options) => options.run(as_json),
        Command::Call(command) => command.run(as_json),
        Command::Number(command) => command.run(as_json),
    }
}
