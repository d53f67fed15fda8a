//! `tokenmint convoai`: agents, calls and numbers of the Conversational AI
//! service, from the command line.

mod agents;
mod calls;
mod models;
mod numbers;
mod options;
mod service;
mod start;
mod talk;

use clap::{Args, Subcommand};

use crate::exit::Exit;
use crate::failure::Failure;
use options::ClientOptions;
use service::Service;

/// What can be asked of the service.
#[derive(Debug, Subcommand)]
#[command(after_help = "\
Environment:
  AGORA_APP_ID, AGORA_APP_CERTIFICATE       a token is minted for every request (recommended)
  AGORA_CUSTOMER_ID, AGORA_CUSTOMER_SECRET  Basic authentication; the certificate makes join tokens
  AGORA_AUTH_TOKEN                          a token made elsewhere
  AGORA_AREA                                us, eu, ap or cn
  AGORA_AGENTS_API_BASE_URL                 another scheme, host and leading path

  tokenmint convoai start --area us --channel lobby --agent-uid 1001 --remote-uid 100 \\
      --properties agent.json
agent.json has llm, tts and whatever else an agent is made of. The id of the agent goes to standard
output, all about it to standard error.")]
pub(crate) enum Command {
    /// Start an agent in a channel and write its id
    Start(Box<With<start::Start>>),
    /// List agents
    List(With<agents::List>),
    /// Say what an agent does
    #[command(visible_alias = "info")]
    Get(With<agents::Get>),
    /// Show what was said in a conversation that goes on
    History(With<agents::History>),
    /// Show the turns of a conversation and how long they took
    Turns(With<agents::Turns>),
    /// Have an agent say something
    #[command(visible_alias = "speak")]
    Say(With<talk::Say>),
    /// Have the model of an agent think about a text
    Think(With<talk::Think>),
    /// Stop speech and thought of an agent
    Interrupt(With<talk::Interrupt>),
    /// Change a running agent, or give it a new token to stay with
    Update(With<start::Update>),
    /// Stop an agent; one that is gone counts as stopped
    #[command(visible_alias = "leave")]
    Stop(With<agents::Stop>),
    /// Calls by telephone
    #[command(subcommand)]
    Call(calls::Command),
    /// Telephone numbers
    #[command(subcommand)]
    Number(numbers::Command),
}

/// The options of a command, and how the service is reached.
#[derive(Debug, Args)]
pub(crate) struct With<T: Args> {
    #[command(flatten)]
    options: T,
    #[command(flatten)]
    client: ClientOptions,
}

/// Something to ask.
pub(crate) trait Ask: Args {
    /// Asks, and shows the answer.
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure>;
}

impl<T: Ask> With<T> {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        self.options.ask(&mut self.client.service()?, as_json)
    }
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
        Command::Call(command) => calls::run(command, as_json),
        Command::Number(command) => numbers::run(command, as_json),
    }
}
