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
mod buffer;
mod error;
mod limits;
// Only clients ask for all of it.
#[cfg(feature = "std")]
#[cfg_attr(not(feature = "http"), allow(dead_code))]
mod os;
pub mod output;
pub mod secret;
mod text_fault;
mod verdict;

// Floor 1: encodings and cryptographic primitives. Without feature `internals`
// a part of them is for nobody.
#[cfg_attr(
    not(feature = "internals"),
    allow(dead_code, unreachable_pub, unused_imports)
)]
mod crypto;
#[cfg_attr(
    not(feature = "internals"),
    allow(dead_code, unreachable_pub, unused_imports)
)]
mod wire;

// Floor 2: the services.
#[cfg(feature = "agora")]
pub mod agora;
#[cfg(feature = "ath")]
pub mod ath;
#[cfg(feature = "authing")]
pub mod authing;
#[cfg(feature = "zego")]
pub mod zego;

// Floor 3: HTTP without sockets, and adapters behind features; what all callers
// of a service have in common.
#[cfg(any(feature = "convoai", feature = "device"))]
// A device calls a few endpoints.
#[cfg_attr(not(feature = "convoai"), allow(dead_code, unreachable_pub))]
mod convoai;
pub mod http;

// Floor 4: what a token is and why it is refused; clients of the services; what
// a device does in a conversation.
#[cfg(any(
    feature = "ath-client",
    feature = "authing-authentication",
    feature = "authing-management",
    feature = "convoai"
))]
pub mod client;
#[cfg(feature = "device")]
// A part of how requests are made is for `internals`.
#[cfg_attr(not(feature = "internals"), allow(unreachable_pub))]
pub mod device;
#[cfg(feature = "doctor")]
pub mod doctor;

pub use error::{Error, Field};
pub use limits::Limits;
pub use text_fault::{Stray, TextFault};
pub use verdict::Verdict;
#[cfg(any(feature = "ath", feature = "authing"))]
pub use wire::pkce;

/// Texts of JSON that was read.
#[cfg(any(feature = "zego", feature = "ath"))]
pub mod json {
    pub use crate::wire::json::{Chars, Text};
}

/// How strongly a 007 token is compressed: a type, so that what is not named
/// is not linked.
///
/// | strength | output | memory |
/// |---|---|---|
/// | [`Stored`](zlib::Stored) | the content and 11 bytes | none |
/// | [`Fixed`](zlib::Fixed) | zlib level 6 without its own codes: the same bytes for most tokens | 0.6 KB of stack |
/// | [`Exact`](zlib::Exact), [`ExactRef`](zlib::ExactRef) | the bytes of zlib level 6 | 2.2 KB, and 6 bytes for each position searched fast |
#[cfg(feature = "agora")]
pub mod zlib {
    pub use crate::wire::zlib::{
        CONTENT_MAX, Compression, DefaultCompression, EXACT_MAX, Exact, ExactRef, ExactScratch,
        Fixed, Stored, compressed_capacity,
    };
}

/// Whose code computes: our own, or that of the platform, such as hardware or a
/// library that is in the image anyway.
pub mod platform {
    pub use crate::crypto::platform::{Crypto, CryptoFailed, Software};
}

/// For the other packages of this project: not for users, no promise.
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod internals {
    #[cfg(feature = "agora")]
    pub mod agora {
        pub use crate::agora::credentials::{check, checked};
        pub use crate::agora::v007::issuer::{derive_key, derive_time_key, with_key};
        pub use crate::agora::v007::time_key::{Key, derive, given};
    }
    #[cfg(feature = "authing")]
    pub mod authing {
        pub use crate::authing::access_key::{sign, verify};
        pub use crate::authing::canonical::string_to_sign;
        pub use crate::authing::parts::RequestParts;
    }
    pub mod crypto {
        pub use crate::crypto::*;
    }
    #[cfg(feature = "device")]
    pub mod device {
        pub use crate::device::agents::{FIND, RENEW, STARTING_AND_RUNNING, STOP, WHOSE};
        pub use crate::device::form::*;
        pub use crate::device::json_text::ObjectText;
        pub use crate::device::request::request;
        pub use crate::device::start::{START, string_uid};
    }
    #[cfg(feature = "std")]
    pub mod os {
        pub use crate::os::Block;
    }
    pub mod wire {
        pub use crate::wire::*;
    }
    #[cfg(feature = "zego")]
    pub mod zego {
        pub use crate::zego::secret::check;
        pub use crate::zego::token03::mint03;
        pub use crate::zego::token04::{mint04, mint04_gcm};
    }
}

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
