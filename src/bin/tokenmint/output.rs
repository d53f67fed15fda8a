//! Writing to standard output and standard error without panicking when the
//! reader has gone, and to files that are there whole or not at all.

use std::borrow::Cow;
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

/// Text of a file or a service as a terminal may show it: what would control the
/// terminal, turn the direction of writing or not be seen is escaped.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let escaped = text.chars().map(|c| match c {
        c if is_hidden(c) => c.escape_default().to_string(),
        c => c.to_string(),
    });
    Cow::Owned(escaped.collect())
}

/// Control characters (C0, DEL, C1), separators of lines, marks of direction and
/// what has no width.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A file for its owner only, beside the one that it becomes when it is
/// complete; until then it goes with this value.
pub(crate) fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let directory = path.parent().filter(|parent| *parent != Path::new(""));
    NamedTempFile::new_in(directory.unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        assert_eq!(visible("a b \"张\" é"), "a b \"张\" é");
        assert_eq!(
            visible("a\u{1b}[2J\u{7f}\u{9b}\u{202e}\u{2066}\n"),
            "a\\u{1b}[2J\\u{7f}\\u{9b}\\u{202e}\\u{2066}\\n"
        );
    }
}
