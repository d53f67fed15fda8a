#![doc = include_str!("../docs/crate.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// What would panic, wrap or truncate is refused in the library; tests may.
#![cfg_attr(
    not(test),
    warn(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]
// Event streams belong to a client; without one, their parts have no use.
#![cfg_attr(
    all(
        feature = "authing-events",
        not(any(feature = "authing-authentication", feature = "authing-management"))
    ),
    allow(dead_code, unused_imports)
)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

// Floor 0: what everything rests on.
pub mod buffer;
mod error;
mod fault;
pub mod output;
pub mod secret;
mod stamp;
mod verdict;

// Floor 1: encodings and cryptographic primitives.
pub mod crypto;
pub mod wire;

// Floor 2: the services.
#[cfg(feature = "agora")]
pub mod agora;
#[cfg(feature = "ath")]
pub mod ath;
#[cfg(feature = "authing")]
pub mod authing;
#[cfg(feature = "zego")]
pub mod zego;

// Floor 3: HTTP without sockets, and adapters behind features.
pub mod http;

// Floor 4: what a token is and why it is refused; clients of the services.
#[cfg(any(
    feature = "ath-client",
    feature = "authing-authentication",
    feature = "authing-management",
    feature = "convoai"
))]
pub mod client;
#[cfg(feature = "doctor")]
pub mod doctor;

pub use error::{Error, Field};
pub use fault::{Fault, Stray};
pub use stamp::Stamp;
pub use verdict::Verdict;

/// The Rust examples of the documents are tests.
#[cfg(all(
    doctest,
    feature = "std",
    feature = "agora",
    feature = "zego",
    feature = "ath",
    feature = "authing"
))]
mod documents {
    #[doc = include_str!("../README.md")]
    struct Readme;
    #[doc = include_str!("../README.zh-CN.md")]
    struct ReadmeZhCn;
    #[doc = include_str!("../docs/migration.md")]
    struct Migration;
    #[cfg(feature = "authing-client")]
    #[doc = include_str!("../docs/authing.md")]
    struct Authing;
}
