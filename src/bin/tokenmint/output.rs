//! Writing to standard output and standard error without panicking when the
//! reader has gone.

use std::io::{self, Write};

use serde_json::Value;

use crate::failure::Failure;

/// Writes a text and a line feed to standard output.
pub(crate) fn line(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let written = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
    match written {
        // `| head -1` has what it wants.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Failure::system(format!("cannot write the result: {error}"))),
        Ok(()) => Ok(()),
    }
}

/// Writes a JSON value to standard output.
pub(crate) fn json(value: &Value) -> Result<(), Failure> {
    line(&format!("{value:#}"))
}

/// Writes a text and a line feed to standard error.
pub(crate) fn note(text: &str) {
    // There is no third place to report to.
    let _ = writeln!(io::stderr().lock(), "{text}");
}
