//! Test what your agent does when an answer is lost.
//!
//! Simulated services for the clients of [`tokenmint`], blocking and async: they
//! check what the real ones check and keep what they keep. Time is virtual, and
//! what goes wrong is written down, so that a test takes microseconds and says
//! the same each time.
//!
//! ```
//! use tokenmint::client::convoai::{
//!     Agent, AgentClient, AgentSession, Area, ClientConfig, SessionOptions,
//!     vendors::{llm::OpenAiLlm, tts::ElevenLabsTts},
//! };
//! use tokenmint::http::Error;
//! use tokenmint_sim::{Fault, On, Simulation, convoai};
//!
//! /// The code under test.
//! fn shut_down(session: &AgentSession) -> Result<(), Error> {
//!     session.stop().or_else(|_| session.stop())
//! }
//!
//! const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
//! const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";
//!
//! let simulation = Simulation::new();
//! let service = simulation.add(convoai::US, convoai::ConvoAi::new(APP_ID, CERTIFICATE)?);
//! // The service stops the agent, and its answer never arrives.
//! simulation.fault(On::path("leave"), Fault::AnswerLost);
//!
//! let config = ClientConfig::new(Area::Us, APP_ID).app_certificate(CERTIFICATE);
//! let client = AgentClient::with_http(&config, simulation.client())?;
//! let agent = Agent::new()
//!     .with_llm(&OpenAiLlm::new("gpt-4o-mini"))?
//!     .with_tts(&ElevenLabsTts::new("tts-key", "model", "voice", "wss://tts.example.com"))?;
//! let session = agent.create_session(&client, SessionOptions::new("lobby", "1001", &["100"]));
//! session.start()?;
//! assert_eq!(service.lock().running().count(), 1);
//! shut_down(&session)?;
//! assert_eq!(service.lock().running().count(), 0, "{}", simulation.story());
//! simulation.check()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | service | double | what it checks |
//! |---|---|---|
//! | Agora Conversational AI | [`convoai::ConvoAi`] | tokens by the library's own `check`, unique names, join tokens and idle timeouts that end |
//! | Agent Trust Handshake | [`ath::Ath`]: a gateway with the TypeScript handlers, the standalone gateway, a native service | attestations and that none is used twice, secrets, scopes, consent, tokens |
//! | Authing | [`authing::Authing`] | signatures computed again as a server in JavaScript does, secrets, used refresh tokens, revoked tokens |
//! | token servers of devices | [`device::SampleServer`], [`device::Ten`] | the bearer, channels, what ends by itself |
//!
//! What goes wrong is a [`Fault`], when is an [`On`]. A service of your own is a
//! [`Double`](double::Double).
//!
//! | what [`Simulation::check`] asks | |
//! |---|---|
//! | origin | requests go to services of the simulation alone, and what one gave goes to no other |
//! | secret | no key or token is in a URL's path, an error, or a text given to [`Simulation::look_at`] |
//! | not twice | no [call](Simulation::call) does twice what must be done once |
//!
//! What a service has left at the end is for the test to ask: agents that
//! [run](convoai::ConvoAi::running), [tokens](ath::Ath::tokens) that are live.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

pub mod ath;
pub mod authing;
pub mod convoai;
pub mod device;
pub mod double;

mod environment;
mod memo;
mod simulation;
#[cfg(feature = "socket")]
#[cfg_attr(docsrs, doc(cfg(feature = "socket")))]
pub mod socket;

// For `main.rs` and the project's own tests alone; no promise.
#[cfg(feature = "journeys")]
#[doc(hidden)]
pub mod caller;
#[doc(hidden)]
pub mod clock;
#[doc(hidden)]
pub mod executor;
#[cfg(feature = "journeys")]
#[doc(hidden)]
pub mod face;
#[doc(hidden)]
pub mod fault;
#[cfg(feature = "journeys")]
#[doc(hidden)]
pub mod gaps;
#[doc(hidden)]
pub mod javascript;
#[cfg(feature = "journeys")]
#[doc(hidden)]
pub mod journey;
#[cfg(feature = "journeys")]
mod log;
#[doc(hidden)]
pub mod network;
#[doc(hidden)]
pub mod random;
#[cfg(feature = "journeys")]
#[doc(hidden)]
pub mod schedule;
#[doc(hidden)]
pub mod script;
#[cfg(feature = "journeys")]
#[doc(hidden)]
pub mod services;
#[doc(hidden)]
pub mod story;
#[doc(hidden)]
pub mod violation;
#[doc(hidden)]
pub mod watch;
#[doc(hidden)]
pub mod world;

pub use double::Shared;
pub use fault::Fault;
pub use script::{On, Strike};
pub use simulation::{Broken, Simulation};
pub use violation::{Invariant, Violation};
pub use world::Exchange;
