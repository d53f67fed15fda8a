//! The command without the feature `online`: what calls a service is listed, and
//! whoever calls it is told how to get it.

use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, Subcommand};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::run::Run;

/// What is said of a command that is not here.
macro_rules! needs {
    ($subject:literal) => {
        concat!(
            $subject,
            " needs the feature `online`, which this build is without: \
             `cargo install tokenmint-cli --features online` installs one that has it"
        )
    };
}

/// The words after the name of such a command, which nobody reads.
const WORDS: &str = "words";

/// The options of a command that calls a service, whatever they are.
macro_rules! online {
    ($($path:ident)::+) => {
        $crate::online::Elsewhere
    };
}
pub(crate) use online;

/// Marks in the lists of `--help` what is not in this build.
pub(crate) fn marked(command: Command) -> Command {
    command.mut_subcommands(|command| {
        let is_elsewhere = command.get_arguments().any(|it| it.get_id() == WORDS);
        match command.get_about() {
            Some(about) if is_elsewhere => {
                let about = format!("{about} [feature online]");
                command.about(about)
            }
            _ => marked(command),
        }
    })
}

/// A command that another build has. There is no value of it: parsing it ends with
/// how to get that build.
#[derive(Debug)]
pub(crate) enum Elsewhere {}

impl FromArgMatches for Elsewhere {
    fn from_arg_matches(_: &ArgMatches) -> Result<Self, clap::Error> {
        let how = needs!("this command");
        Err(clap::Error::raw(ErrorKind::InvalidSubcommand, how))
    }

    fn update_from_arg_matches(&mut self, _: &ArgMatches) -> Result<(), clap::Error> {
        match *self {}
    }
}

impl Args for Elsewhere {
    fn augment_args(command: Command) -> Command {
        let words = Arg::new(WORDS).num_args(0..).trailing_var_arg(true);
        command
            .after_help(needs!("This command"))
            .arg(words.allow_hyphen_values(true).hide(true))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// As a group of commands.
impl Subcommand for Elsewhere {
    fn augment_subcommands(command: Command) -> Command {
        Self::augment_args(command)
            .subcommand_required(false)
            .arg_required_else_help(false)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(_: &str) -> bool {
        false
    }
}

impl Run for Elsewhere {
    fn run(&self, _: bool) -> Result<Exit, Failure> {
        match *self {}
    }
}
