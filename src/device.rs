//! What a device does in a conversation: agents started, found, renewed and
//! stopped, and tokens asked for, without a heap, a clock or sockets.
//!
//! A request is a value. It is written into a buffer of the caller as a whole,
//! taken apart for a library that wants URL, headers and body, or handed out
//! piece by piece. The answer is read as it comes, in pieces of any size, into
//! at most 256 bytes.
//!
//! ```text
//! StartAgent ──to(Project)──> Request ──write──> TLS stream, esp_http_client, modem
//!                               │ answer()                      │
//!                               v                               v
//!                             Answer <──────── read ─────── any pieces
//!                               │
//!                               └─> said(): Done, Gone, Conflict ...; agent_id(); Date -> Clock
//! ```
//!
//! ```
//! use tokenmint::agora::v007::{self, Issuer};
//! use tokenmint::agora::{Credentials, ExpireIn, Stamp};
//! use tokenmint::device::{
//!     Area, Authorization, Clock, Project, Said, Server, StartAgent, mint_token,
//! };
//!
//! # let credentials = Credentials::new(
//! #     "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b")?;
//! // One token: for the request, and for the agent to join with.
//! let issuer = Issuer::new(&credentials, Stamp::new(1_700_000_000, 12_345_678)?);
//! let mut buffer = [0; v007::RTC_CAPACITY];
//! let token = mint_token(issuer, "room-1", "1001", ExpireIn::hours(1), &mut buffer)?;
//!
//! let server = Server::of(Area::Us);
//! let project = Project::new(server, *credentials.app_id(), Authorization::token(token));
//! let start = StartAgent::new("kitchen", "room-1", token, "1001", &["1002"]).pipeline("p1");
//! let request = start.to(&project)?;
//! let mut bytes = [0; 1536];
//! let bytes = request.write(&mut bytes)?; // to a TLS stream
//! assert_eq!(bytes.len(), request.size());
//!
//! let mut answer = request.answer(); // from the same stream, in pieces of any size
//! answer.read(b"HTTP/1.1 200 OK\r\nDate: Tue, 14 Nov 2023 22:13:21 GMT\r\n")?;
//! answer.read(b"Content-Length: 17\r\n\r\n{\"agent_id\":\"A1\"}")?;
//! assert_eq!((answer.said(), answer.agent_id()), (Said::Done, Some("A1")));
//!
//! // Sent at 1,000 ms of the device's uptime, answered at 1,250.
//! let clock = answer.date().map(|date| Clock::new(date, 1_000, 1_250));
//! assert_eq!(clock.unwrap().stamp(61_250, 7)?.issued_at(), 1_700_000_060);
//! # Ok::<(), tokenmint::Error>(())
//! ```
//!
//! | who is asked | requests |
//! |---|---|
//! | Conversational AI ([`Project`]) | [`StartAgent`], [`StopAgent`], [`RenewToken`], [`FindAgents`], [`AgentName`] |
//! | Shengwang's sample token server ([`TokenServer`]) | [`sample`] |
//! | TEN's server ([`TokenServer`]) | [`ten`] |
//!
//! Texts of any content are escaped where they go into JSON, a path or a query.
//! What would change the meaning of a header or a path is refused when the request
//! is made, before a byte of it is written. Debug output shows no token and no key.
//!
//! What to send when, through lost answers and power cuts, is told by a
//! [`Session`](session::Session).
//!
//! What an answer may be made of is bounded: see [`Answer::read`]. Whether a request
//! may be sent again is for [`RetryPolicy`](crate::http::RetryPolicy) to say, as in
//! the clients: it takes [`Answer::outcome`] and [`Request::is_repeatable`].

pub(crate) mod agents;
mod answer;
#[cfg(feature = "ath")]
mod attestation;
mod authorization;
mod clock;
mod content;
#[cfg_attr(not(feature = "internals"), allow(dead_code))]
pub(crate) mod form;
pub(crate) mod json_text;
mod project;
pub(crate) mod request;
pub mod sample;
mod server;
pub mod session;
mod sink;
pub(crate) mod start;
pub mod ten;

pub use crate::convoai::{Area, CnRouting};
pub use crate::http::{ANSWER_BODY_MAX, ANSWER_HEAD_MAX};
pub use agents::{AgentName, FindAgents, RenewToken, StopAgent};
pub use answer::{Answer, REASON_MAX, Said, TEXT_MAX};
#[cfg(feature = "ath")]
pub use attestation::attest;
pub use authorization::Authorization;
pub use clock::{Clock, Skew};
pub use project::{Project, TokenServer, mint_token};
pub use request::{Part, Request};
pub use server::Server;
pub use start::{Codec, StartAgent};
