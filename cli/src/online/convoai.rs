//! Agents, calls and numbers of the Conversational AI service.

mod agents;
mod calls;
mod models;
mod numbers;
mod options;
mod seat;
mod service;
mod start;
mod sweep;
mod talk;

use clap::Args;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::run::Run;
use options::ClientOptions;
use service::Service;

pub(crate) use calls::Command as Call;
pub(crate) use numbers::Command as Number;

pub(crate) type Start = Box<With<start::Start>>;
pub(crate) type Update = With<start::Update>;
pub(crate) type List = With<agents::List>;
pub(crate) type Get = With<agents::Get>;
pub(crate) type History = With<agents::History>;
pub(crate) type Turns = With<agents::Turns>;
pub(crate) type Stop = With<agents::Stop>;
pub(crate) type Sweep = With<sweep::Sweep>;
pub(crate) type Say = With<talk::Say>;
pub(crate) type Think = With<talk::Think>;
pub(crate) type Interrupt = With<talk::Interrupt>;

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

impl<T: Ask> Run for With<T> {
    fn run(&self, as_json: bool) -> Result<Exit, Failure> {
        self.options.ask(&mut self.client.service()?, as_json)
    }
}
