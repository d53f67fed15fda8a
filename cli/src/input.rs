//! Reading the token that is asked about.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde_json::{Map, Value};
use tokenmint::agora::authorization::TOKEN_PREFIX;
use zeroize::Zeroizing;

use crate::failure::Failure;

/// The most bytes read from standard input.
const TOKEN_MAX: u64 = 1 << 20;

/// What `TOKEN` is in every command.
pub(crate) const TOKEN_HELP: &str = "The token, or - to read it from standard input";

/// The most bytes of a paste.
const PASTE_MAX: u64 = 16 << 20;

/// Whatever somebody has: the argument itself, or standard input for `-`, as it
/// is. Bytes that are no UTF-8 are replaced: what is around a token need not be
/// text.
pub(crate) fn paste(argument: &str, stdin_is_taken: bool) -> Result<String, Failure> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    if stdin_is_taken {
        return Err(stdin_taken());
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(PASTE_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::system(format!("cannot read standard input: {error}")))?;
    if bytes.len() as u64 > PASTE_MAX {
        return Err(Failure::usage(format!(
            "standard input is too large: at most {PASTE_MAX} bytes"
        )));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn stdin_taken() -> Failure {
    Failure::usage("standard input cannot give both the token and the certificate or secret")
}

/// The token: the argument itself, or standard input for `-`. White space
/// around it and the prefix of an authorization header are no part of it.
pub(crate) fn token(argument: &str, stdin_is_taken: bool) -> Result<String, Failure> {
    let text = if argument == "-" {
        if stdin_is_taken {
            return Err(stdin_taken());
        }
        read_stdin()?
    } else {
        argument.to_owned()
    };
    let text = text.trim();
    let bare = text
        .strip_prefix(TOKEN_PREFIX)
        .or_else(|| text.strip_prefix("Bearer "));
    Ok(bare.unwrap_or(text).to_owned())
}

/// Words for a service: the argument itself, or standard input without the line
/// feed at its end for `-`.
pub(crate) fn words(argument: &str, stdin_is_taken: bool) -> Result<String, Failure> {
    match argument {
        "-" if stdin_is_taken => Err(Failure::usage(
            "standard input cannot give both the text and a secret",
        )),
        "-" => Ok(read_stdin()?.trim_end_matches(['\r', '\n']).to_owned()),
        text => Ok(text.to_owned()),
    }
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

/// The most bytes read from a file.
const FILE_MAX: u64 = 1 << 20;

/// The bytes of a file. The path stays out of the message: it may be a secret,
/// given by mistake.
pub(crate) fn file(path: &Path, name: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let file =
        File::open(path).map_err(|error| Failure::usage(format!("cannot open {name}: {error}")))?;
    bytes(file, name)
}

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn file_or_stdin(
    path: &Path,
    name: &str,
    stdin_is_taken: bool,
) -> Result<Zeroizing<Vec<u8>>, Failure> {
    if path.as_os_str() != "-" {
        return file(path, name);
    }
    if stdin_is_taken {
        return Err(Failure::usage(format!(
            "standard input cannot give both {name} and the secret"
        )));
    }
    bytes(io::stdin().lock(), "standard input")
}

/// A JSON object from a file, or from standard input for `-`. The parser's
/// message may quote what is secret: where it stopped is told alone.
pub(crate) fn json_object(
    path: &Path,
    name: &str,
    stdin_is_taken: bool,
) -> Result<Map<String, Value>, Failure> {
    let bytes = file_or_stdin(path, name, stdin_is_taken)?;
    serde_json::from_slice(&bytes).map_err(|error| {
        Failure::usage(format!(
            "{name} has no JSON object (line {}, column {})",
            error.line(),
            error.column()
        ))
    })
}

/// The bytes of a stream.
pub(crate) fn bytes(source: impl Read, name: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    // Room for any key, so that no copy of one is left behind by growing.
    let mut bytes = Zeroizing::new(Vec::with_capacity(8192));
    let read = source.take(FILE_MAX + 1).read_to_end(&mut bytes);
    match read {
        Err(error) => Err(Failure::usage(format!("cannot read {name}: {error}"))),
        Ok(_) if bytes.len() as u64 > FILE_MAX => Err(Failure::usage(format!(
            "{name} is too large: at most {FILE_MAX} bytes"
        ))),
        Ok(_) => Ok(bytes),
    }
}
