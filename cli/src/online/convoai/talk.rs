//! `convoai say`, `think`, `interrupt`: words for an agent.

use clap::{Args, ValueEnum};
use tokenmint::client::convoai::agents;
use tokenmint::client::convoai::types::agents::{Speak, SpeakPriority, ThinkAction};

use super::Ask;
use super::seat::Seat;
use super::service::Service;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input;
use crate::online::service::show;

/// Options of `convoai say`.
#[derive(Debug, Args)]
pub(crate) struct Say {
    /// The agent
    agent_id: String,
    #[command(flatten)]
    seat: Seat,
    /// What to say, or - to read it from standard input; the service takes 512 bytes
    text: String,
    /// What becomes of speech under way [default of the service: interrupt]
    #[arg(long, value_enum)]
    priority: Option<PriorityWord>,
    /// Users cannot interrupt it
    #[arg(long)]
    not_interruptable: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PriorityWord {
    /// It ends
    Interrupt,
    /// It is finished first
    Append,
    /// The new words are dropped
    Ignore,
}

impl Ask for Say {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let mut body = Speak::text_of(&input::words(&self.text, service.stdin_is_taken)?);
        body.priority = self.priority.map(|word| match word {
            PriorityWord::Interrupt => SpeakPriority::Interrupt,
            PriorityWord::Append => SpeakPriority::Append,
            PriorityWord::Ignore => SpeakPriority::Ignore,
        });
        body.interruptable = self.not_interruptable.then_some(false);
        let operation = self.seat.take(agents::speak(&self.agent_id, &body));
        show(&service.send(&operation)?.to_map(), as_json)
    }
}

/// Options of `convoai think`.
#[derive(Debug, Args)]
pub(crate) struct Think {
    /// The agent
    agent_id: String,
    #[command(flatten)]
    seat: Seat,
    /// What to think about, or - to read it from standard input
    text: String,
    /// When the agent listens
    #[arg(long, value_enum, value_name = "ACTION")]
    on_listening: Option<ListeningWord>,
    /// When it thinks
    #[arg(long, value_enum, value_name = "ACTION")]
    on_thinking: Option<BusyWord>,
    /// When it speaks
    #[arg(long, value_enum, value_name = "ACTION")]
    on_speaking: Option<BusyWord>,
    /// Users cannot interrupt it
    #[arg(long)]
    not_interruptable: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ListeningWord {
    Inject,
    Interrupt,
    Ignore,
    Append,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum BusyWord {
    Interrupt,
    Ignore,
    Append,
}

impl From<BusyWord> for ThinkAction {
    fn from(word: BusyWord) -> Self {
        match word {
            BusyWord::Interrupt => Self::Interrupt,
            BusyWord::Ignore => Self::Ignore,
            BusyWord::Append => Self::Append,
        }
    }
}

impl Ask for Think {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let text = input::words(&self.text, service.stdin_is_taken)?;
        let mut body = tokenmint::client::convoai::types::agents::Think::new().text(text);
        body.on_listening_action = self.on_listening.map(|word| match word {
            ListeningWord::Inject => ThinkAction::Inject,
            ListeningWord::Interrupt => ThinkAction::Interrupt,
            ListeningWord::Ignore => ThinkAction::Ignore,
            ListeningWord::Append => ThinkAction::Append,
        });
        body.on_thinking_action = self.on_thinking.map(Into::into);
        body.on_speaking_action = self.on_speaking.map(Into::into);
        body.interruptable = self.not_interruptable.then_some(false);
        let operation = self.seat.take(agents::think(&self.agent_id, &body));
        show(&service.send(&operation)?.to_map(), as_json)
    }
}

/// Options of `convoai interrupt`.
#[derive(Debug, Args)]
pub(crate) struct Interrupt {
    /// The agent
    agent_id: String,
    #[command(flatten)]
    seat: Seat,
}

impl Ask for Interrupt {
    fn ask(&self, service: &mut Service, as_json: bool) -> Result<Exit, Failure> {
        let operation = self.seat.take(agents::interrupt(&self.agent_id));
        show(&service.send(&operation)?.to_map(), as_json)
    }
}
