//! Reading the token that is asked about.

use std::io::{self, Read};

use tokenmint::agora::authorization::TOKEN_PREFIX;

use crate::failure::Failure;

/// The most bytes read from standard input.
const TOKEN_MAX: u64 = 1 << 20;

/// What `TOKEN` is in every command.
pub(crate) const TOKEN_HELP: &str = "The token, or - to read it from standard input";

/// The token: the argument itself, or standard input for `-`. White space
/// around it and the prefix of an authorization header are no part of it.
pub(crate) fn token(argument: &str, stdin_is_taken: bool) -> Result<String, Failure> {
    let text = if argument == "-" {
        if stdin_is_taken {
            return Err(Failure::usage(
                "standard input cannot give both the token and the certificate",
            ));
        }
        read_stdin()?
    } else {
        argument.to_owned()
    };
    let text = text.trim();
    Ok(text.strip_prefix(TOKEN_PREFIX).unwrap_or(text).to_owned())
}

fn read_stdin() -> Result<String, Failure> {
    let mut text = String::new();
    let read = io::stdin().lock().take(TOKEN_MAX).read_to_string(&mut text);
    match read {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err(Failure::unreadable("standard input is not text"))
        }
        Err(error) => Err(Failure::system(format!(
            "cannot read standard input: {error}"
        ))),
    }
}
