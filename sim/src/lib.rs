//! A world to fail in: the clients of `tokenmint` against simulated services,
//! on virtual time, with faults at every exchange.
//!
//! ```text
//! journey ──> client of the library ──> Network ──> fault? ──> Double (a service)
//!    │             │ time, chance         │
//!    └─────────────┴────── World ─────────┘──> invariants
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
//!
//! | floor | modules |
//! |---|---|
//! | schedules of all services | [`schedule`], [`story`] |
//! | the list of services | [`services`] |
//! | a service: a double, its users, what has to hold | [`convoai`], [`ath`], [`authing`] |
//! | what journeys are made of | [`journey`], [`caller`], [`face`] |
//! | the way to a service | [`network`], [`watch`] |
//! | time and record | [`executor`], [`world`] |
//! | the ground | [`clock`], [`random`], [`fault`], [`violation`], [`double`], [`gaps`] |

#![forbid(unsafe_code)]

pub mod ath;
pub mod authing;
pub mod caller;
pub mod clock;
pub mod convoai;
pub mod double;
mod environment;
pub mod executor;
pub mod face;
pub mod fault;
pub mod gaps;
pub mod javascript;
pub mod journey;
mod memo;
pub mod network;
pub mod random;
pub mod schedule;
pub mod services;
pub mod story;
pub mod violation;
pub mod watch;
pub mod world;
