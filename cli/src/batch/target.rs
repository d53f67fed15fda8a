//! Where the rows go.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::private_file::Unfinished;

/// Standard output, or a file that takes its name when it is complete.
pub(crate) enum Target {
    /// Row by row; `true` once the reader has gone.
    Stdout(bool),
    /// A device or a pipe has no state in which it is complete.
    Device(BufWriter<File>),
    /// Beside the file that it becomes, for its owner only: rows have tokens.
    File(BufWriter<Unfinished>, PathBuf),
}

impl Target {
    /// Opens the target.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self::Stdout(false));
        };
        if path.metadata().is_ok_and(|metadata| !metadata.is_file()) {
            let device = File::options().write(true).open(path);
            let device = device.map_err(|error| cannot_write(&error))?;
            return Ok(Self::Device(BufWriter::new(device)));
        }
        // A link stays one: what it points to is replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let file = Unfinished::beside(&path).map_err(|error| cannot_write(&error))?;
        Ok(Self::File(BufWriter::new(file), path))
    }

    /// Whether a person reads along.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(self, Self::Stdout(_)) && io::stdout().is_terminal()
    }

    /// Whether nobody reads any more.
    pub(crate) const fn is_closed(&self) -> bool {
        matches!(self, Self::Stdout(true))
    }

    /// Writes a part.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = match self {
            Self::Stdout(closed) => {
                let mut stdout = io::stdout().lock();
                match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
                    // `| head -1` has what it wants.
                    Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                        *closed = true;
                        Ok(())
                    }
                    other => other,
                }
            }
            Self::Device(device) => device.write_all(bytes),
            Self::File(file, _) => file.write_all(bytes),
        };
        written.map_err(|error| cannot_write(&error))
    }

    /// Whether the rows come from the file that this one replaces, by whatever
    /// name.
    pub(crate) fn replaces(&self, input: &Path) -> bool {
        match self {
            Self::File(_, path) => is_same(input, path),
            Self::Stdout(_) | Self::Device(_) => false,
        }
    }

    /// All is written.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let done = match self {
            Self::Stdout(_) => Ok(()),
            Self::Device(mut device) => device.flush(),
            Self::File(file, path) => file
                .into_inner()
                .map_err(io::Error::from)
                .and_then(|file| file.complete(&path)),
        };
        done.map_err(|error| cannot_write(&error))
    }
}

/// Whether both names are of one file.
#[cfg(unix)]
fn is_same(input: &Path, output: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let input = if input == Path::new("-") {
        Path::new("/dev/stdin")
    } else {
        input
    };
    match (input.metadata(), output.metadata()) {
        (Ok(input), Ok(output)) => (input.dev(), input.ino()) == (output.dev(), output.ino()),
        _ => false,
    }
}

/// Whether both names are of one file.
#[cfg(not(unix))]
fn is_same(input: &Path, output: &Path) -> bool {
    input.canonicalize().is_ok_and(|input| input == output)
}

fn cannot_write(error: &io::Error) -> Failure {
    Failure::system(format!("cannot write the output: {error}"))
}
