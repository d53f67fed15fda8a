//! The test vectors, one function a file of `tests/vectors`, or of the folder
//! that the variable `TOKENMINT_VECTORS` names.
//!
//! Every case of every list is run and counted; an unknown section, builder,
//! result or error kind, and a missing file, is a failure and never a skip.

#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[cfg(feature = "agora")]
#[path = "vector_cases/agora.rs"]
mod agora;
#[cfg(feature = "convoai")]
#[path = "vector_cases/convoai.rs"]
mod convoai;
#[path = "vector_cases/support.rs"]
mod support;

#[cfg(feature = "agora")]
#[test]
fn agora() {
    agora::run(&support::load("agora"));
}

#[cfg(feature = "convoai")]
#[test]
fn convoai() {
    convoai::run(&support::load("convoai"));
}
