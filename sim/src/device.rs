//! Devices: the servers that start agents for them, and what devices do with
//! those and with Conversational AI.

#[cfg(feature = "journeys")]
mod flash;
#[cfg(feature = "journeys")]
mod journeys;
#[cfg(feature = "journeys")]
mod machine;
#[cfg(feature = "journeys")]
mod owner;
mod sample;
#[cfg(feature = "journeys")]
mod server;
mod ten;
#[cfg(feature = "journeys")]
mod wire;

#[cfg(feature = "journeys")]
use crate::convoai::ConvoAi;
#[cfg(feature = "journeys")]
use crate::double::Shared;
#[cfg(feature = "journeys")]
pub use journeys::JOURNEYS;
pub use sample::{IDLE_SECONDS, SampleServer};
pub use ten::{GRAPH, Ten, WORKER_SECONDS, Worker};

/// What the devices of a journey speak to.
#[cfg(feature = "journeys")]
#[derive(Debug)]
struct Services {
    convoai: Shared<ConvoAi>,
    ten: Shared<Ten>,
}
