//! The test vectors, one function a file of `tests/vectors`, or of the folder
//! that the variable `TOKENMINT_VECTORS` names.
//!
//! Every case of every list is run and counted; an unknown section, builder,
//! result or error kind, and a missing file, is a failure and never a skip.

#![allow(missing_docs, unreachable_pub)]

#[cfg(feature = "agora")]
#[path = "vector_cases/agora.rs"]
mod agora;
#[cfg(all(feature = "authing", feature = "alloc"))]
#[path = "vector_cases/authing.rs"]
mod authing;
#[path = "vector_cases/support.rs"]
mod support;
#[cfg(all(feature = "zego", feature = "alloc"))]
#[path = "vector_cases/zego.rs"]
mod zego;

#[cfg(feature = "agora")]
#[test]
fn agora() {
    agora::run(&support::load("agora"));
}

#[cfg(all(feature = "authing", feature = "alloc"))]
#[test]
fn authing() {
    authing::run(&support::load("authing"));
}

#[cfg(all(feature = "zego", feature = "alloc"))]
#[test]
fn zego() {
    zego::run(&support::load("zego"));
}
