//! Event streams of both clients (WebSocket), blocking and on tokio.
//!
//! ```text
//! sub_event ──> connected ──> text ──> text ──> lost ──> wait ──> connected ...
//!                  │                              │
//!                  └─ refused at first: error     └─ refused, or too often: error, the end
//! ```
//!
//! | | |
//! |---|---|
//! | proof | made anew for every connection: the user's token of that moment, or a signature |
//! | connection lost | opened again after a wait that doubles up to 30 s; events of the time between are not sent again by the service: [`reconnections`](Events::reconnections) tells how often there was such a time |
//! | silence | after 30 s a ping, after another 30 s the connection counts as lost |
//! | refused with 4xx, certificate not trusted, message too large | an error, the end |
//! | proxies | not used: a stream connects to `websocket_host` directly, also where requests go through a proxy (`HTTPS_PROXY`, [`Connection::proxy`](crate::http::Connection::proxy)); where only the proxy may go out, opening one fails with [`ErrorKind::Connect`](crate::http::ErrorKind::Connect), [`Resolve`](crate::http::ErrorKind::Resolve) or [`Timeout`](crate::http::ErrorKind::Timeout) |
//!
//! Nothing is printed. The URL of a user's stream has the token in it, as the
//! service wants it; the crate `tungstenite` writes it to the log at level
//! `trace`, so keep that target above it.

mod address;
#[cfg(feature = "authing-events-tokio")]
mod asynchronous;
mod blocking;
mod failure;
#[cfg_attr(not(feature = "internals"), expect(unreachable_pub))]
mod line;
mod machine;
mod options;
mod request;
mod subscribe;

#[cfg(feature = "authing-events-tokio")]
pub use asynchronous::AsyncEvents;
pub use blocking::{Events, EventsHandle};
#[cfg(feature = "internals")]
pub use line::{Closer, Dial, Line};
pub use options::EventOptions;
pub(super) use request::{Proof, Subscriber, unusable};
pub(super) use subscribe::subscribe;
