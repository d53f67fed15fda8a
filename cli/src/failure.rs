//! What ends a command early, and how it is told.

use serde_json::{Map, Value, json};
use tokenmint::doctor::Unreadable;
use tokenmint::{Error, Field};

use crate::exit::Exit;
use crate::output::{self, Unwritten};

/// How a line begins that says what to do next.
const HINT: &str = "hint: ";

/// A reason to stop, for a person and for a program.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    name: &'static str,
    message: String,
    more: Box<More>,
}

/// What is told beside the message.
#[derive(Debug, Default)]
struct More {
    /// For programs.
    members: Map<String, Value>,
    /// For people, a line each.
    lines: Vec<String>,
}

impl Failure {
    /// A reason of its own.
    pub(crate) fn new(exit: Exit, name: &'static str, message: impl Into<String>) -> Self {
        Self {
            exit,
            name,
            message: message.into(),
            more: Box::default(),
        }
    }

    /// Adds a member for programs.
    pub(crate) fn member(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.more.members.insert(name.to_owned(), value.into());
        self
    }

    /// Adds a line for people.
    pub(crate) fn line(mut self, text: impl Into<String>) -> Self {
        self.more.lines.push(text.into());
        self
    }

    /// Says what to do next, in the place of what was said of it before.
    pub(crate) fn hint(mut self, text: &str) -> Self {
        self.more.lines.retain(|line| !line.starts_with(HINT));
        self.line(format!("{HINT}{text}"))
    }

    /// An option or input is missing or not valid.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, "usage", message)
    }

    /// The surroundings failed.
    pub(crate) fn system(message: impl Into<String>) -> Self {
        Self::new(Exit::System, "system", message)
    }

    /// The token has no known form or is damaged.
    pub(crate) fn unreadable(message: impl Into<String>) -> Self {
        Self::new(Exit::Unreadable, "unreadable-token", message)
    }

    /// An input was refused that `--lenient` would let pass.
    pub(crate) fn refused(error: Error) -> Self {
        let documented = match error {
            Error::StringTooLong { .. } | Error::BadCharacter { .. } | Error::Empty { .. } => true,
            Error::ValueOutOfRange { field, .. } => {
                matches!(field, Field::ExpireIn | Field::PrivilegeExpireIn)
            }
            _ => false,
        };
        if documented {
            Self::usage(format!("{error} (--lenient lifts the documented limits)"))
        } else {
            error.into()
        }
    }

    /// Whether the machine is at fault, not the input.
    pub(crate) fn is_of_the_surroundings(&self) -> bool {
        self.exit == Exit::System
    }

    /// What is told.
    pub(crate) fn into_message(self) -> String {
        self.message
    }

    /// Tells what happened and gives the exit code.
    pub(crate) fn report(&self, as_json: bool) -> Exit {
        if as_json {
            let mut error = json!({
                "name": self.name,
                "message": self.message,
                "exit_code": self.exit.number(),
            });
            if let Some(error) = error.as_object_mut() {
                error.extend(self.more.members.clone());
            }
            // Nothing is left to do when this output fails as well.
            let _ = output::json(&json!({ "error": error }));
        } else {
            output::note(&format!("error: {}", self.message));
            for line in &self.more.lines {
                output::note(line);
            }
        }
        self.exit
    }
}

impl From<Unreadable> for Failure {
    fn from(Unreadable(message): Unreadable) -> Self {
        Self::unreadable(message)
    }
}

impl From<Unwritten> for Failure {
    fn from(Unwritten(error): Unwritten) -> Self {
        Self::system(format!("cannot write the result: {error}"))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::NoRandomness => Self::system(error.to_string()),
            _ => Self::usage(error.to_string()),
        }
    }
}

/// What clap has to say: help and version are results, the rest is misuse.
pub(crate) fn usage(error: &clap::Error) -> Exit {
    if !error.use_stderr() {
        return match error.print() {
            Ok(()) => Exit::Ok,
            Err(_) => Exit::System,
        };
    }
    let mut text = error.render().to_string();
    if text.contains("certificate") || text.contains("secret") {
        text.push_str(
            "\nSecrets are never taken as arguments, where other users and the shell history \
             would see them:\nuse the environment variable (AGORA_APP_CERTIFICATE, \
             AGORA_CUSTOMER_SECRET, ZEGO_SERVER_SECRET,\nAUTHING_ACCESS_KEY_SECRET, AUTHING_APP_SECRET) or the \
             command's option for a file or standard input, such as\n--certificate-file or \
             --secret-stdin.\n",
        );
    }
    // Parsing failed, so whether JSON was asked for is seen in the words.
    if std::env::args_os().any(|argument| argument == "--json") {
        let text = text.split("\n\nFor more information").next().unwrap_or("");
        return Failure::usage(text.strip_prefix("error: ").unwrap_or(text)).report(true);
    }
    output::note(text.trim_end());
    Exit::Usage
}
