//! The Conversational AI service of Agora and Shengwang.
//!
//! ```no_run
//! use tokenmint::client::convoai::{
//!     Agent, AgentClient, Area, ClientConfig, SessionOptions, expires_in_hours,
//! };
//! use tokenmint::client::convoai::vendors::{llm::OpenAiLlm, tts::OpenAiTts};
//! use tokenmint::client::convoai::types::agents::Speak;
//!
//! # #[cfg(feature = "ureq3")]
//! # fn main() -> Result<(), tokenmint::http::Error> {
//! let client = AgentClient::new(
//!     &ClientConfig::new(Area::Us, "your app id").app_certificate("your app certificate"),
//! )?;
//! let agent = Agent::new()
//!     .with_name("support")
//!     .with_instructions("You are helpful.")
//!     .with_llm(&OpenAiLlm::new("gpt-4o-mini"))?
//!     .with_tts(&OpenAiTts::new("alloy"))?;
//! let session = agent.create_session(
//!     &client,
//!     SessionOptions::new("lobby", "1001", &["100"]).expires_in(expires_in_hours(12)?),
//! );
//! session.start()?;
//! session.say(&Speak::text_of("Hello"))?;
//! session.stop()?;
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "ureq3"))]
//! # fn main() {}
//! ```
//!
//! | to | use |
//! |---|---|
//! | prove who you are | [`ClientConfig`]; the rules are those of [`AuthMode`] |
//! | run an agent | [`Agent`], [`AgentSession`], [`AsyncAgentSession`] |
//! | call an endpoint | `client.agents()`, `client.telephony()`, `client.phone_numbers()` |
//! | have the headers too, or send one operation twice | [`agents`], [`telephony`], [`phone_numbers`] with [`AgentClient::send_raw`] |
//! | list | `list_all`: an iterator or a stream |
//! | know whether a call that failed may have happened | [`Error::may_have_happened`](crate::http::Error::may_have_happened) |
//! | go on after a start whose answer was lost | `start` or `stop` again; [`OnConflict`], `find_agents` |
//! | hear what happens | [`notification`]: signatures, events, duplicates |
//! | choose models | [`vendors`], [`presets`] |
//! | choose hosts | [`Area`], [`DomainPool`], [`ClientConfig::base_url`], the environment variable [`BASE_URL_VARIABLE`] |
//! | make tokens by hand | [`generate_rtc_token`], [`generate_convo_ai_token`] |
//!
//! Every request of a client with app credentials carries a token of its own,
//! repetitions and later pages included. What the service checks in it is not
//! documented.
//!
//! A request that may be repeated goes to the next region when it was lost or
//! answered with a 5xx; any request does when nothing of it was sent, and to the
//! next domain when its name has no address or TLS fails. One that may have
//! arrived and may not be repeated stays where it is.

mod agent;
mod auth;
mod calls;
mod clients;
mod config;
mod conflict;
mod domain_pool;
mod groups;
mod lifetime;
mod mllm_switch;
mod names;
pub mod notification;
mod object;
mod operation;
mod page;
pub mod presets;
mod session;
mod shared;
mod tokens;
pub mod types;
mod uids;
pub mod vendors;

pub use crate::convoai::{Area, CnRouting, endpoints};
pub use agent::Agent;
pub use auth::{AuthMode, Subject};
pub use calls::{agents, phone_numbers, telephony};
pub use clients::{AgentClient, AsyncAgentClient, AsyncPages, Pages};
pub use config::ClientConfig;
pub use domain_pool::{DomainPool, Resolver, SELECTION_AGE, SystemResolver};
pub use groups::{Agents, AsyncAgents, AsyncPhoneNumbers, AsyncTelephony, PhoneNumbers, Telephony};
pub use lifetime::{Lifetime, expires_in_hours, expires_in_minutes};
pub use operation::{Answer, Operation};
pub use page::{Page, Paged};
pub use session::{
    AgentSession, AsyncAgentSession, Event, EventKind, HandlerId, OnConflict, SessionOptions,
    SessionStatus,
};
pub use shared::{BASE_URL_VARIABLE, PREVIEW_HEADER, PREVIEW_URL};
pub use tokens::{
    ConvoAiTokenOptions, RtcTokenOptions, generate_convo_ai_token, generate_rtc_token,
};
