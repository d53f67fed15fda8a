//! The `tokenmint` command: mint, inspect and verify credentials.
//!
//! | command | does |
//! |---|---|
//! | `agora BUILDER` | mints an Agora credential, one subcommand an official builder |
//! | `zego`, `ath`, `authing` | makes what these services take |
//! | `convoai` | calls the Conversational AI service |
//! | `inspect TOKEN` | explains a credential of any known form, field by field |
//! | `verify TOKEN` | says what holds and what does not, one line an answer |
//! | `doctor PASTE` | finds out why a token does not do what it should |
//! | `fake SERVICE` | serves a double of a service on this machine |
//! | `completions SHELL` | writes a completion script |
//!
//! The result goes to standard output; explanations, notes and errors go to
//! standard error, so `$(tokenmint agora rtc ...)` is the token alone. With
//! `--json`, standard output is one JSON object, after a failure too (member
//! `error`).
//!
//! Exit codes are those of [`exit::Exit`]. Secrets are read from the
//! environment, a file or standard input, never from an argument, and are
//! never printed.

// Who else uses it is seen in the build with everything.
#![cfg_attr(not(feature = "online"), allow(dead_code))]

mod agora;
mod ath;
mod authing;
mod batch;
mod clock;
mod completions;
mod convoai;
mod credentials;
mod doctor;
mod duration;
mod environment;
mod exit;
mod failure;
mod fake;
mod input;
mod inspect;
mod keys;
mod minted;
// The one place that asks for the feature.
#[cfg_attr(not(feature = "online"), path = "offline.rs")]
mod online;
mod output;
mod private_file;
mod question;
mod run;
mod secret;
mod verify;
mod zego;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use exit::Exit;
use failure::Failure;

/// Mint, inspect and verify the credentials of real-time services.
#[derive(Debug, Parser)]
#[command(name = "tokenmint", version, propagate_version = true, after_long_help = exit::HELP)]
struct Cli {
    /// Write one JSON object to standard output, also after a failure
    #[arg(long, global = true, display_order = 1000)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

// A file of its own for every group: a new service adds a variant here, its
// forms to `doctor::forms`, and nothing else.
#[derive(Debug, Subcommand)]
enum Command {
    /// Mint Agora credentials
    #[command(subcommand)]
    Agora(agora::Command),
    /// Mint ZEGO credentials
    #[command(subcommand)]
    Zego(zego::Command),
    /// Make attestations and keys of the Agent Trust Handshake
    #[command(subcommand)]
    Ath(ath::Command),
    /// Sign Authing requests, and call the service
    #[command(subcommand)]
    Authing(authing::Command),
    /// Start, watch and stop agents of the Conversational AI service
    #[command(subcommand)]
    Convoai(convoai::Command),
    /// Explain a token field by field
    Inspect(inspect::Inspect),
    /// Say what holds of a token and what does not
    Verify(verify::Verify),
    /// Find out why a token does not do what it should
    Doctor(doctor::Doctor),
    /// Serve a double of a service on this machine, for tests; it fails as you say
    #[command(subcommand)]
    Fake(fake::Command),
    /// Write a completion script for a shell
    Completions(completions::Completions),
}

fn main() -> ExitCode {
    let cli = match parsed() {
        Ok(cli) => cli,
        Err(error) => return failure::usage(&error).into(),
    };
    match run(&cli) {
        Ok(exit) => exit.into(),
        Err(failure) => failure.report(cli.json).into(),
    }
}

/// All commands and options.
fn command() -> clap::Command {
    online::marked(Cli::command())
}

fn parsed() -> Result<Cli, clap::Error> {
    Cli::from_arg_matches(&command().try_get_matches()?)
}

fn run(cli: &Cli) -> Result<Exit, Failure> {
    match &cli.command {
        Command::Agora(command) => agora::run(command, cli.json),
        Command::Zego(command) => zego::run(command, cli.json),
        Command::Ath(command) => ath::run(command, cli.json),
        Command::Authing(command) => authing::run(command, cli.json),
        Command::Convoai(command) => convoai::run(command, cli.json),
        Command::Inspect(command) => inspect::run(command, cli.json),
        Command::Verify(command) => verify::run(command, cli.json),
        Command::Doctor(command) => doctor::run(command, cli.json),
        Command::Fake(command) => fake::run(command, cli.json),
        Command::Completions(options) => completions::run(options, &mut command()),
    }
}
