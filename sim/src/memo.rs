//! What pure functions gave, remembered from one schedule to the next: most
//! schedules begin alike, and cryptography is what takes time in them.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The most answers that are remembered; then it starts again.
const MOST: usize = 1 << 16;

/// The answers of one function.
pub(crate) struct Memo<K, V>(LazyLock<Mutex<HashMap<K, V>>>);

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    pub(crate) const fn new() -> Self {
        Self(LazyLock::new(Mutex::default))
    }

    /// What `make` gives for `key`, which has to decide it alone.
    pub(crate) fn get(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        if let Some(value) = self.known().get(&key) {
            return value.clone();
        }
        // Others may ask meanwhile.
        let value = make(&key);
        let mut known = self.known();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, value.clone());
        value
    }

    /// What was given for `key`, unless it is forgotten.
    #[cfg(feature = "journeys")]
    pub(crate) fn peek(&self, key: &K) -> Option<V> {
        self.known().get(key).cloned()
    }

    fn known(&self) -> MutexGuard<'_, HashMap<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
