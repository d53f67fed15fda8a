//! Files with secrets in them: only their owner may read them, and they are there
//! whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Creates a file for its owner only; nothing may have its name yet.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes all of a file that was just created at `path`, or removes it.
pub(crate) fn fill(mut file: File, path: &Path, content: &[u8]) -> io::Result<()> {
    let written = file.write_all(content).and_then(|()| file.sync_all());
    written.inspect_err(|_| {
        // The first error is the one to report.
        let _ = fs::remove_file(path);
    })
}

/// A file under a name of its own, beside the one that it becomes when it is
/// complete. Until then it goes with this value.
#[derive(Debug)]
pub(crate) struct Unfinished {
    file: File,
    path: PathBuf,
    is_complete: bool,
}

impl Unfinished {
    /// A new file in the folder of `path`.
    pub(crate) fn beside(path: &Path) -> io::Result<Self> {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let random = getrandom::u64().map_err(io::Error::other)?;
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{random:016x}"));
        let path = path.with_file_name(hidden);
        Ok(Self {
            file: create(&path)?,
            path,
            is_complete: false,
        })
    }

    /// Gives it its name; what had the name is replaced.
    pub(crate) fn complete(mut self, path: &Path) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.path, path)?;
        self.is_complete = true;
        Ok(())
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_complete {
            // There is nobody left to tell.
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let process = std::process::id();
        let folder = std::env::temp_dir().join(format!("tokenmint-private-{process}-{name}"));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<OsString> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name()).collect()
    }

    #[test]
    fn an_unfinished_file_takes_its_name_or_goes() {
        let folder = folder("unfinished");
        let path = folder.join("tokens");
        fs::write(&path, "before").unwrap();
        let mut file = Unfinished::beside(&path).unwrap();
        file.write_all(b"half").unwrap();
        assert_eq!(names(&folder).len(), 2);
        drop(file);
        assert_eq!(names(&folder), ["tokens"]);
        assert_eq!(fs::read(&path).unwrap(), b"before");

        let mut file = Unfinished::beside(&path).unwrap();
        file.write_all(b"whole").unwrap();
        file.complete(&path).unwrap();
        assert_eq!(names(&folder), ["tokens"]);
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_cannot_be_written_is_removed() {
        let folder = folder("removed");
        let path = folder.join("key");
        fs::write(&path, "").unwrap();
        let unwritable = File::open(&path).unwrap();
        assert!(fill(unwritable, &path, b"key").is_err());
        assert!(!path.exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_new_file_replaces_nothing() {
        let folder = folder("new");
        let path = folder.join("key");
        fill(create(&path).unwrap(), &path, b"first").unwrap();
        let again = create(&path).map_err(|error| error.kind());
        assert_eq!(again.err(), Some(io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path).unwrap(), b"first");
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder("mode");
        let path = folder.join("key");
        Unfinished::beside(&path).unwrap().complete(&path).unwrap();
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        fs::remove_dir_all(folder).unwrap();
    }
}
