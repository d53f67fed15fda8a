//! `tokenmint completions`: scripts that complete commands and options.

use clap::{Args, CommandFactory};
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

/// Writes the script of a shell.
pub(crate) fn run(options: &Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        options.shell,
        &mut crate::Cli::command(),
        "tokenmint",
        &mut script,
    );
    let script = String::from_utf8_lossy(&script);
    output::line(script.trim_end())?;
    Ok(Exit::Ok)
}
