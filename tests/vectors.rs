//! The test vectors, one function a file of `tests/vectors`, or of the folder
//! that the variable `TOKENMINT_VECTORS` names.
//!
//! Every case of every list is run and counted; an unknown section, builder,
//! result or error kind, and a missing file, is a failure and never a skip.

#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[cfg(feature = "agora")]
#[path = "vector_cases/agora.rs"]
mod agora;
#[cfg(feature = "legacy")]
#[path = "vector_cases/agora_legacy.rs"]
mod agora_legacy;
#[cfg(feature = "ath")]
#[path = "vector_cases/ath.rs"]
mod ath;
#[cfg(all(feature = "authing", feature = "alloc"))]
#[path = "vector_cases/authing.rs"]
mod authing;
#[cfg(all(feature = "authing-authentication", feature = "authing-management"))]
#[path = "vector_cases/authing_client.rs"]
mod authing_client;
#[cfg(all(feature = "authing-authentication", feature = "authing-management"))]
#[path = "vector_cases/authing_signatures_2.rs"]
mod authing_signatures_2;
#[cfg(feature = "convoai")]
#[path = "vector_cases/convoai.rs"]
mod convoai;
#[cfg(feature = "convoai")]
#[path = "vector_cases/convoai_2.rs"]
mod convoai_2;
#[cfg(feature = "device")]
#[path = "vector_cases/device_requests.rs"]
mod device_requests;
#[cfg(feature = "doctor")]
#[path = "vector_cases/diagnosed.rs"]
mod diagnosed;
#[cfg(feature = "doctor")]
#[path = "vector_cases/doctor.rs"]
mod doctor;
#[cfg(any(
    feature = "ath-client",
    feature = "authing-client",
    feature = "convoai"
))]
#[path = "vector_cases/now.rs"]
mod now;
#[cfg(feature = "doctor")]
#[path = "vector_cases/paste.rs"]
mod paste;
#[cfg(any(
    feature = "ath-client",
    feature = "authing-client",
    feature = "convoai"
))]
#[path = "vector_cases/same.rs"]
mod same;
#[cfg(any(
    all(feature = "ath-client", feature = "ureq3", feature = "reqwest013"),
    feature = "authing-events-tokio"
))]
#[allow(dead_code)]
#[path = "support/server.rs"]
mod server;
#[cfg(all(feature = "agora", feature = "zego", feature = "alloc"))]
#[path = "vector_cases/situations.rs"]
mod situations;
#[allow(dead_code, reason = "which are needed depends on the features")]
#[path = "vector_cases/support.rs"]
mod support;
#[cfg(all(feature = "authing", feature = "alloc"))]
#[path = "vector_cases/tally.rs"]
mod tally;
#[cfg(feature = "authing-events-tokio")]
#[path = "support/websocket.rs"]
mod websocket;
#[cfg(all(feature = "zego", feature = "alloc"))]
#[path = "vector_cases/zego.rs"]
mod zego;

#[cfg(feature = "agora")]
#[test]
fn agora() {
    agora::run(&support::load("agora"));
}

#[cfg(feature = "ath")]
#[test]
fn ath() {
    ath::run(&support::load("ath"));
}

#[cfg(all(feature = "authing", feature = "alloc"))]
#[test]
fn authing() {
    authing::run(&support::load("authing"));
}

#[cfg(all(feature = "authing-authentication", feature = "authing-management"))]
#[test]
fn authing_clients() {
    authing_client::run(&support::load("authing"));
}

#[cfg(all(feature = "authing-authentication", feature = "authing-management"))]
#[test]
fn authing_signatures_2() {
    authing_signatures_2::run(&support::load("authing-signatures-2"));
}

#[cfg(all(feature = "zego", feature = "alloc"))]
#[test]
fn zego() {
    zego::run(&support::load("zego"));
}

#[cfg(feature = "convoai")]
#[test]
fn convoai() {
    convoai::run(&support::load("convoai"));
}

#[cfg(feature = "convoai")]
#[test]
fn convoai_2() {
    convoai_2::run(&support::load("convoai-2"));
}

#[cfg(feature = "device")]
#[test]
fn device_requests() {
    device_requests::run(&support::load("device-requests"));
}

#[cfg(feature = "doctor")]
#[test]
fn situations_doctor() {
    doctor::run(&support::load("situations"));
}

#[cfg(feature = "doctor")]
#[test]
fn situations_paste() {
    paste::run(&support::load("situations"));
}

#[cfg(all(feature = "agora", feature = "zego", feature = "alloc"))]
#[test]
fn situations() {
    situations::run(&support::load("situations"));
}
