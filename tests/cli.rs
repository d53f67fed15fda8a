//! The `tokenmint` command, as a user runs it: the built program, its output,
//! its exit codes.

#![allow(missing_docs, unreachable_pub)]

#[path = "cli_cases/batch.rs"]
mod batch;
#[path = "cli_cases/batch_builders.rs"]
mod batch_builders;
#[path = "cli_cases/batch_inputs.rs"]
mod batch_inputs;
#[path = "cli_cases/batch_tokens.rs"]
mod batch_tokens;
#[path = "cli_cases/batch_vectors.rs"]
mod batch_vectors;
#[path = "cli_cases/compose.rs"]
mod compose;
#[path = "vector_cases/diagnosed.rs"]
mod diagnosed;
#[path = "cli_cases/doctor.rs"]
mod doctor;
#[path = "cli_cases/doors.rs"]
mod doors;
#[path = "cli_cases/inspect.rs"]
mod inspect;
#[path = "cli_cases/legacy_verify.rs"]
mod legacy_verify;
#[path = "cli_cases/misuse.rs"]
mod misuse;
#[path = "cli_cases/output.rs"]
mod output;
#[path = "cli_cases/run.rs"]
mod run;
#[path = "cli_cases/situations.rs"]
mod situations;
#[path = "vector_cases/support.rs"]
#[allow(dead_code)] // Shared with the vector test, which uses all of it.
mod support;
#[path = "cli_cases/vectors.rs"]
mod vectors;
#[path = "cli_cases/verify.rs"]
mod verify;
