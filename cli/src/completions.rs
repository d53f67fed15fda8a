//! `tokenmint completions`: scripts that complete commands and options.

use clap::{Args, Command};
use clap_complete::Shell;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output;

/// Options of the command.
#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

/// Writes the script that completes `command` in a shell.
pub(crate) fn run(options: &Completions, command: &mut Command) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, command, "tokenmint", &mut script);
    let script = String::from_utf8_lossy(&script);
    output::line(script.trim_end())?;
    Ok(Exit::Ok)
}
