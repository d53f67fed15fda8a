//! The C interface of tokenmint.
//!
//! The headers in `include/` are generated from this crate and from the skeletons
//! in `ffi/header` by `cargo xtask header`; the first chapter of `tokenmint.h`,
//! "Conventions", is the contract, and `tokenmint.hpp` wraps it for C++. The
//! comments of the functions here are written for those headers.
//!
//! # Pointer rules
//!
//! What a caller promises, and what every `SAFETY` comment here rests on:
//!
//! - A pointer with a length points to that many readable bytes (inputs) or
//!   writable bytes (outputs and workspaces) for the time of the call; an output
//!   need not be initialized. The other side of the promise is kept here: NULL,
//!   lengths above `isize::MAX`, ranges past the end of the address space, and
//!   outputs that overlap an input or each other are refused before anything is
//!   dereferenced.
//! - A pointer to a struct with `struct_size` points to as many bytes as that
//!   member says. Structs are copied bytewise, so alignment does not matter, and
//!   every member is an integer, a pointer or an optional function pointer, for
//!   which all-zero bytes are valid.
//! - A function pointer points to a function of its type, which keeps the same
//!   rules and does not unwind.
//!
//! No reference to caller's memory outlives its call, and no call keeps state:
//! every function may run on any number of threads.
//!
//! # Panics
//!
//! Nothing here panics knowingly; the panic edges that AES and ES256 bring are
//! listed in the documentation. A panic never crosses the interface: functions
//! are `extern "C"`, in which it aborts (Rust 1.81 and later), and bare targets
//! are only built with `panic=abort`.

#![no_std]
// C names are spelled as in C.
#![allow(non_camel_case_types)]
// The rules are stated once, above and in the header, instead of per function.
#![allow(clippy::missing_safety_doc)]
// C functions take as many arguments as they need.
#![allow(clippy::too_many_arguments)]
#![warn(clippy::undocumented_unsafe_blocks)]
// Which part of the frame a build needs depends on its services; the build with
// all of them looks for what none needs.
#![cfg_attr(
    not(all(
        feature = "agora",
        feature = "zego",
        feature = "ath",
        feature = "authing",
        feature = "device"
    )),
    allow(dead_code, unused_imports)
)]
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

#[cfg(all(target_os = "none", not(panic = "abort")))]
compile_error!("build for bare targets with panic = \"abort\" (profile `firmware` has it)");

#[cfg(any(feature = "std", test))]
extern crate std;

mod frame;
#[cfg(all(feature = "panic-handler", target_os = "none", not(test)))]
mod panic_handler;
mod status;
mod version;

#[cfg(feature = "agora")]
mod compression;

#[cfg(any(feature = "agora", feature = "zego", feature = "ath"))]
mod crypto;

#[cfg(feature = "agora")]
pub mod agora;

#[cfg(feature = "device")]
pub mod device;

#[cfg(feature = "zego")]
pub mod zego;

#[cfg(feature = "ath")]
pub mod ath;

#[cfg(feature = "authing")]
pub mod authing;

#[cfg(any(feature = "ath", feature = "authing"))]
mod pkce;

#[cfg(feature = "agora")]
pub use compression::*;
#[cfg(any(feature = "agora", feature = "zego", feature = "ath"))]
pub use crypto::*;
pub use frame::tokenmint_text;
#[cfg(any(feature = "ath", feature = "authing"))]
pub use pkce::*;
pub use status::*;
pub use version::*;

#[cfg(test)]
mod abuse;
#[cfg(all(test, feature = "agora"))]
mod happy;
