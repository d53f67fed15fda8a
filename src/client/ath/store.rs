//! Where credentials are kept between two runs.

mod file;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use file::FileStore;

use super::Credentials;
use crate::http::Error;

/// A place for the credentials of one agent with one implementor: a file, the
/// memory of this process, the keyring of a system.
///
/// A client with a store ([`ClientConfig::store`](super::ClientConfig::store))
/// reads it when it is made, and writes it after everything that it is given.
/// Secret and token are given once: before it asks for one, a client calls
/// [`prepare`](Self::prepare).
///
/// ```
/// use std::sync::Mutex;
///
/// use tokenmint::client::ath::{CredentialStore, Credentials};
/// use tokenmint::http::Error;
///
/// /// The keyring of a desktop, in the shape of a crate for it.
/// #[derive(Default)]
/// struct Keyring(Mutex<Option<String>>);
///
/// impl CredentialStore for Keyring {
///     fn load(&self) -> Result<Option<Credentials>, Error> {
///         let entry = self.0.lock().unwrap();
///         Ok(entry.as_ref().and_then(|text| serde_json::from_str(text).ok()))
///     }
///
///     fn save(&self, credentials: &Credentials) -> Result<(), Error> {
///         *self.0.lock().unwrap() = serde_json::to_string(credentials).ok();
///         Ok(())
///     }
///
///     fn clear(&self) -> Result<(), Error> {
///         *self.0.lock().unwrap() = None;
///         Ok(())
///     }
/// }
/// # let keyring = Keyring::default();
/// # keyring.save(&Credentials::new("ath_1", "secret")).unwrap();
/// # assert_eq!(keyring.load().unwrap().unwrap().client_id, "ath_1");
/// ```
pub trait CredentialStore: Send + Sync {
    /// What is kept; nothing when nothing is.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    fn load(&self) -> Result<Option<Credentials>, Error>;

    /// Makes sure that the next [`save`](Self::save) will succeed: called
    /// before something is asked for that is given only once.
    ///
    /// # Errors
    ///
    /// When it would not: nothing is asked for then.
    fn prepare(&self) -> Result<(), Error> {
        Ok(())
    }

    /// Keeps these in the place of what is there.
    ///
    /// # Errors
    ///
    /// When they could not be kept; what was there before stays.
    fn save(&self, credentials: &Credentials) -> Result<(), Error>;

    /// Forgets everything.
    ///
    /// # Errors
    ///
    /// When something is left.
    fn clear(&self) -> Result<(), Error>;
}

/// Credentials in the memory of this process.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Option<Credentials>>);

impl MemoryStore {
    /// A store with nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        Self(Mutex::new(None))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Credentials>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CredentialStore for MemoryStore {
    fn load(&self) -> Result<Option<Credentials>, Error> {
        Ok(self.lock().clone())
    }

    fn save(&self, credentials: &Credentials) -> Result<(), Error> {
        *self.lock() = Some(credentials.clone());
        Ok(())
    }

    fn clear(&self) -> Result<(), Error> {
        *self.lock() = None;
        Ok(())
    }
}

/// Several clients of a process share one place.
impl<S: CredentialStore + ?Sized> CredentialStore for std::sync::Arc<S> {
    fn load(&self) -> Result<Option<Credentials>, Error> {
        (**self).load()
    }

    fn prepare(&self) -> Result<(), Error> {
        (**self).prepare()
    }

    fn save(&self, credentials: &Credentials) -> Result<(), Error> {
        (**self).save(credentials)
    }

    fn clear(&self) -> Result<(), Error> {
        (**self).clear()
    }
}
