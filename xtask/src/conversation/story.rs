//! What happens to the board, step by step.

/// What is in the page that outlives a power cut.
pub(super) enum Page {
    /// Nothing: the board is new, or its page was erased.
    Blank,
    /// What the board wrote last.
    Kept,
}

pub(super) enum Step {
    PowerOn(Page),
    /// Nothing until the service says a line with these in it.
    Service(&'static [&'static str]),
    /// Nothing until the device says a line with these in it.
    Device(&'static [&'static str]),
    /// The user ends the conversation.
    Press,
    PowerCut,
    /// The device ends its program by itself, without a fault.
    Done,
}

use Page::{Blank, Kept};
use Step::{Device, Done, PowerCut, PowerOn, Press, Service};

/// What goes wrong in the service: the options of `tokenmint fake`.
pub(super) const FAULTS: &[&str] = &[
    "--fault=join:503-wait",
    // The agent runs, and the device does not know.
    "--fault=join#2:answer-lost",
    "--fault=update:500",
    "--fault=leave:answer-lost",
    // Long enough to cut the power before the answer.
    "--fault=join#3:slow-answer",
    "--slow=20s",
    "--fault=leave#3:503-wait",
];

pub(super) const STEPS: &[Step] = &[
    PowerOn(Blank),
    Device(&["agent A1"]),
    // In a conversation, renewed once.
    Service(&["/update", "-> 200"]),
    PowerCut,
    PowerOn(Kept),
    Device(&["agent A1"]),
    Press,
    Done,
    // The next one: the power goes between a start and its answer.
    PowerOn(Blank),
    Service(&["/join", "started A2"]),
    PowerCut,
    PowerOn(Kept),
    Device(&["agent A2"]),
    PowerCut,
    // What it kept is lost: its name is taken, by itself.
    PowerOn(Blank),
    Service(&["/join", "-> 409"]),
    Device(&["agent A2"]),
    Press,
    Done,
];

/// Each agent that the story starts.
pub(super) const AGENTS: &[&str] = &["A1", "A2"];
