//! A world to fail in: the clients of `tokenmint` against a simulated service,
//! on virtual time, with faults at every exchange.
//!
//! ```text
//! journey ──> client of the library ──> Network ──> fault? ──> ConvoAi
//!    │             │ time, chance         │
//!    └─────────────┴────── World ─────────┘──> invariants at the end
//! ```
//!
//! Nothing opens a socket, sleeps or asks the operating system: a run follows
//! from its [`schedule::Schedule`] alone and can be repeated.
//!
//! ```
//! use tokenmint_sim::schedule::Schedule;
//!
//! let schedule: Schedule = "one-session async 0:answer-lost 1".parse()?;
//! let world = schedule.run()?;
//! assert!(world.lock().violations.is_empty());
//! assert!(world.lock().gaps.contains("lost start"));
//! # Ok::<(), String>(())
//! ```

#![forbid(unsafe_code)]

pub mod clock;
pub mod convoai;
pub mod executor;
pub mod fault;
pub mod gaps;
pub mod invariant;
pub mod journey;
pub mod network;
pub mod random;
pub mod schedule;
pub mod story;
pub mod world;
