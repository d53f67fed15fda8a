//! Credentials in a file.
//!
//! A file is written beside its place, readable for its owner only (0600), and
//! then put there: whoever reads it sees the old one or the new one. A symbolic
//! link is replaced, not followed.

use std::format;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::vec::Vec;

use zeroize::Zeroizing;

use super::CredentialStore;
use crate::ath::State as RandomText;
use crate::client::ath::{Credentials, Warning};
use crate::http::{Error, ErrorKind};

/// More is no credentials file.
const MAX: u64 = 1 << 20;

/// What [`FileStore`] keeps free on the disk before a secret is asked for,
/// beside what is in the file already.
const ROOM: usize = 16 << 10;

/// Credentials in a file that only its owner can read (0600). Files of the
/// Python SDK load, and it loads these.
///
/// [`prepare`](CredentialStore::prepare) puts a file of the right size beside
/// the place, so that neither rights nor room are missing when the secret is
/// there.
#[derive(Debug)]
pub struct FileStore {
    path: PathBuf,
    prepared: Mutex<Option<Beside>>,
}

impl FileStore {
    /// A file at `path`, which need not be there yet.
    #[must_use]
    pub fn new(path: impl AsRef<Path>) -> Self {
        Self {
            path: path.as_ref().to_path_buf(),
            prepared: Mutex::new(None),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is worth a look: a file that others than its owner can read.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let wide = fs::metadata(&self.path).is_ok_and(|metadata| is_wide(&metadata));
        wide.then_some(Warning::ReadableByOthers)
            .into_iter()
            .collect()
    }

    fn room(&self) -> usize {
        let there = fs::metadata(&self.path).map_or(0, |metadata| metadata.len());
        usize::try_from(there.min(MAX))
            .unwrap_or_default()
            .saturating_add(ROOM)
    }
}

impl CredentialStore for FileStore {
    fn load(&self) -> Result<Option<Credentials>, Error> {
        let text = match read(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            text => text.map_err(|error| failed("the credentials cannot be read", error))?,
        };
        // The parser's message may quote a secret: it is left out.
        let content: Credentials = serde_json::from_slice(&text).map_err(|_| {
            refused("a JSON object with the texts client_id and client_secret is expected")
        })?;
        if content.client_id.is_empty() || content.client_secret.expose().is_empty() {
            return Err(refused("client_id or client_secret is empty"));
        }
        Ok(Some(content))
    }

    fn prepare(&self) -> Result<(), Error> {
        let mut prepared = self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        if prepared.as_ref().is_some_and(|beside| beside.path.exists()) {
            return Ok(());
        }
        let ready = Beside::new(&self.path).and_then(|mut beside| {
            if self.path.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            beside.write(&std::vec![b' '; self.room()])?;
            Ok(beside)
        });
        *prepared = Some(ready.map_err(|error| {
            failed(
                "the credentials could not be kept here, so nothing was asked for",
                error,
            )
        })?);
        Ok(())
    }

    fn save(&self, credentials: &Credentials) -> Result<(), Error> {
        let cannot = |error| failed("the credentials cannot be written", error);
        let text = serde_json::to_vec_pretty(credentials).map(Zeroizing::new);
        let text = text.map_err(|_| refused("the credentials cannot be JSON"))?;
        let mut prepared = self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        let there = prepared.take().filter(|beside| beside.path.exists());
        let beside = match there {
            Some(beside) => beside,
            None => Beside::new(&self.path).map_err(cannot)?,
        };
        beside.becomes(&self.path, &text).map_err(cannot)
    }

    fn clear(&self) -> Result<(), Error> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(failed("the credentials cannot be removed", error))
            }
            _ => Ok(()),
        }
    }
}

/// A file under another name in the same folder; it goes with this value unless
/// it gets the right name.
#[derive(Debug)]
struct Beside {
    file: File,
    path: PathBuf,
}

impl Beside {
    /// A name that nobody can guess.
    fn new(path: &Path) -> io::Result<Self> {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let random = RandomText::from_os().map_err(|_| io::ErrorKind::Other)?;
        let name = format!(".{}.{}", name.to_string_lossy(), random.as_str());
        let path = path.with_file_name(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Self {
            file: options.open(&path)?,
            path,
        })
    }

    /// Has this content, and nothing of the one before.
    fn write(&mut self, content: &[u8]) -> io::Result<()> {
        self.file.rewind()?;
        self.file.write_all(content)?;
        let len = u64::try_from(content.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
        self.file.set_len(len)?;
        self.file.sync_all()
    }

    /// Puts it in the place of what is there.
    fn becomes(mut self, path: &Path, content: &[u8]) -> io::Result<()> {
        self.write(content)?;
        fs::rename(&self.path, path)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It has another name by then, or is of no use to anybody.
        let _ = fs::remove_file(&self.path);
    }
}

fn read(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut text = Zeroizing::new(Vec::new());
    File::open(path)?.take(MAX).read_to_end(&mut text)?;
    Ok(text)
}

#[cfg(unix)]
fn is_wide(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
const fn is_wide(_: &fs::Metadata) -> bool {
    false
}

fn refused(message: &'static str) -> Error {
    Error::with_message(ErrorKind::File, message)
}

fn failed(message: &'static str, error: io::Error) -> Error {
    refused(message).with_source(error)
}
