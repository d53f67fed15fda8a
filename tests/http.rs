//! Both adapters against a server that misbehaves, and the rules that hold for
//! every client.

#![cfg(all(feature = "ureq3", feature = "reqwest013"))]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[path = "http/answers.rs"]
mod answers;
#[path = "http/caller.rs"]
mod caller;
#[path = "http/concurrency.rs"]
mod concurrency;
#[path = "http/connections.rs"]
mod connections;
#[cfg(feature = "device")]
#[path = "http/device.rs"]
mod device;
#[path = "http/limits.rs"]
mod limits;
#[path = "http/proxies.rs"]
mod proxies;
#[path = "http/retries.rs"]
mod retries;
#[path = "http/secrecy.rs"]
mod secrecy;
#[path = "support/server.rs"]
mod server;
#[path = "support/tls.rs"]
mod tls;
#[path = "http/trace.rs"]
mod trace;
#[path = "http/trust.rs"]
mod trust;
#[path = "http/values.rs"]
mod values;
