//! Where an agent keeps what it is given, and how that fails.

use std::sync::{Mutex, PoisonError};

use tokenmint::client::ath::{CredentialStore, Credentials, MemoryStore};
use tokenmint::http::{Error, ErrorKind};

/// A place in the memory of the world, which outlives its clients.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    inside: MemoryStore,
    /// How often it fails before it works once: making ready, and saving.
    fails: [u32; 2],
    failed: Mutex<[u32; 2]>,
}

impl Keeping {
    /// A place that fails so often before it works once.
    pub(super) fn that_fails(ready: u32, save: u32) -> Self {
        Self {
            fails: [ready, save],
            ..Self::default()
        }
    }

    fn turn(&self, at: usize) -> Result<(), Error> {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if failed[at] < self.fails[at] {
            failed[at] += 1;
            return Err(Error::with_message(ErrorKind::File, "no room"));
        }
        failed[at] = 0;
        Ok(())
    }
}

impl CredentialStore for Keeping {
    fn load(&self) -> Result<Option<Credentials>, Error> {
        self.inside.load()
    }

    fn prepare(&self) -> Result<(), Error> {
        self.turn(0)
    }

    fn save(&self, credentials: &Credentials) -> Result<(), Error> {
        self.turn(1)?;
        self.inside.save(credentials)
    }

    fn clear(&self) -> Result<(), Error> {
        self.inside.clear()
    }
}
