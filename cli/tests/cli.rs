//! The `tokenmint` command, as a user runs it: the built program, its output,
//! its exit codes.

#![allow(missing_docs, unreachable_pub)]

#[path = "cases/batch.rs"]
mod batch;
#[path = "cases/batch_builders.rs"]
mod batch_builders;
#[path = "cases/batch_inputs.rs"]
mod batch_inputs;
#[path = "cases/batch_tokens.rs"]
mod batch_tokens;
#[path = "cases/batch_vectors.rs"]
mod batch_vectors;
#[path = "cases/compose.rs"]
mod compose;
#[path = "../../tests/vector_cases/diagnosed.rs"]
mod diagnosed;
#[path = "cases/doctor.rs"]
mod doctor;
#[path = "cases/doors.rs"]
mod doors;
#[path = "cases/inspect.rs"]
mod inspect;
#[path = "cases/legacy_verify.rs"]
mod legacy_verify;
#[path = "cases/misuse.rs"]
mod misuse;
#[path = "cases/online.rs"]
mod online;
#[path = "cases/output.rs"]
mod output;
#[path = "cases/run.rs"]
mod run;
#[path = "cases/situations.rs"]
mod situations;
#[path = "../../tests/vector_cases/support.rs"]
#[allow(dead_code)] // Shared with the vector test, which uses all of it.
mod support;
#[path = "cases/vectors.rs"]
mod vectors;
#[path = "cases/verify.rs"]
mod verify;
