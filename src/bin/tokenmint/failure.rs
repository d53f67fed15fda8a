//! What ends a command early, and how it is told.

use serde_json::json;
use tokenmint::{Error, Field};

use crate::exit::Exit;
use crate::output;

/// A reason to stop, for a person and for a program.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    name: &'static str,
    message: String,
}

impl Failure {
    /// An option or input is missing or not valid.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Usage,
            name: "usage",
            message: message.into(),
        }
    }

    /// The surroundings failed.
    pub(crate) fn system(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::System,
            name: "system",
            message: message.into(),
        }
    }

    /// The token has no known form or is damaged.
    pub(crate) fn unreadable(message: impl Into<String>) -> Self {
        Self {
            exit: Exit::Unreadable,
            name: "unreadable-token",
            message: message.into(),
        }
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
            let error = json!({
                "name": self.name,
                "message": self.message,
                "exit_code": self.exit.number(),
            });
            // Nothing is left to do when this output fails as well.
            let _ = output::json(&json!({ "error": error }));
        } else {
            output::note(&format!("error: {}", self.message));
        }
        self.exit
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
             ZEGO_SERVER_SECRET, AUTHING_ACCESS_KEY_SECRET)\nor the command's option for a file or \
             standard input, such as --certificate-file or --secret-stdin.\n",
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
