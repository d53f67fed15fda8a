//! Writing to standard output and standard error without panicking when the
//! reader has gone, and to files that are there whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use serde_json::Value;
use tempfile::NamedTempFile;

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

/// A file for its owner only, beside the one that it becomes when it is
/// complete; until then it goes with this value.
pub(crate) fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let directory = path.parent().filter(|parent| *parent != Path::new(""));
    NamedTempFile::new_in(directory.unwrap_or(Path::new(".")))
}
