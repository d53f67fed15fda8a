//! What calls a service: the feature `online`. `offline.rs` stands here without it.

pub(crate) mod ath;
pub(crate) mod authing;
pub(crate) mod convoai;
pub(crate) mod fake;
mod service;

/// The options of a command that calls a service, by their path in here.
macro_rules! online {
    ($($path:ident)::+) => { $crate::online::$($path)::+ };
}
pub(crate) use online;

/// Marks what is not in this build: nothing.
pub(crate) fn marked(command: clap::Command) -> clap::Command {
    command
}
