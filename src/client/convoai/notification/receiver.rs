//! Everything that is done with a post: signature, content, duplicates.

use core::fmt;
use std::string::{String, ToString};
use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

use super::Notification;
use super::seen::Seen;
use crate::agora::notification::{verify, verify_old};
use crate::http::{Error, ErrorKind};

/// The values of the signature headers, as far as they are there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Signatures<'a> {
    /// `Agora-Signature-V2`.
    pub v2: Option<&'a str>,
    /// `Agora-Signature`; only looked at without the other, when
    /// [`Receiver::accept_old_signature`] allows it.
    pub old: Option<&'a str>,
}

impl<'a> Signatures<'a> {
    /// The header `Agora-Signature-V2` alone.
    #[must_use]
    pub const fn v2(signature: &'a str) -> Self {
        Self::of(Some(signature), None)
    }

    /// Both headers, as far as they are there.
    #[must_use]
    pub const fn of(v2: Option<&'a str>, old: Option<&'a str>) -> Self {
        Self { v2, old }
    }
}

/// A notification whose signature is right.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Received {
    /// What was posted.
    pub notification: Notification,
    /// A notification with this id was received before: nothing is to be done,
    /// but it is to be answered with 200 again.
    pub is_duplicate: bool,
}

/// Checks and reads notifications, and remembers the last of their ids.
///
/// One for all threads of a server. What it remembers ends with the process and
/// is not shared between several: keep [`Notification::notice_id`] with what you
/// store where that matters.
pub struct Receiver {
    secret: Zeroizing<String>,
    accepts_old: bool,
    seen: Mutex<Seen>,
}

impl Receiver {
    /// With the secret that the console shows beside the address. Remembers
    /// 10,000 ids.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credentials`] for a secret that is empty.
    pub fn new(secret: &str) -> Result<Self, Error> {
        if secret.is_empty() {
            let message = "the secret of notifications is empty: the console shows it";
            return Err(Error::with_message(ErrorKind::Credentials, message));
        }
        Ok(Self {
            secret: Zeroizing::new(secret.to_string()),
            accepts_old: false,
            seen: Mutex::new(Seen::new(10_000)),
        })
    }

    /// Whether a post without `Agora-Signature-V2` is accepted when its
    /// `Agora-Signature` (SHA-1) is right. Off by default.
    #[must_use]
    pub const fn accept_old_signature(mut self, accept: bool) -> Self {
        self.accepts_old = accept;
        self
    }

    /// How many ids are remembered; the oldest are forgotten first.
    #[must_use]
    pub fn remember(mut self, ids: usize) -> Self {
        self.seen = Mutex::new(Seen::new(ids));
        self
    }

    /// Checks a raw body and says what it is.
    ///
    /// # Errors
    ///
    /// * [`ErrorKind::TokenRefused`] for a signature that is wrong or missing: answer
    ///   with 401.
    /// * [`ErrorKind::InvalidInput`] as [`Notification::from_body`]: answer with
    ///   400.
    pub fn receive(&self, body: &[u8], signatures: Signatures<'_>) -> Result<Received, Error> {
        self.check(body, signatures)?;
        let notification = Notification::from_body(body)?;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_duplicate = !seen.insert(&notification.notice_id);
        drop(seen);
        Ok(Received {
            notification,
            is_duplicate,
        })
    }

    /// Forgets an id: what was received could not be dealt with, and shall be
    /// new when it is sent again.
    pub fn forget(&self, notice_id: &str) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.remove(notice_id);
    }

    fn check(&self, body: &[u8], signatures: Signatures<'_>) -> Result<(), Error> {
        let checked = match (signatures.v2, signatures.old) {
            // Where it is there, it decides.
            (Some(signature), _) => verify(&self.secret, body, signature),
            (None, Some(signature)) if self.accepts_old => {
                verify_old(&self.secret, body, signature)
            }
            (None, _) => {
                let message = "the header Agora-Signature-V2 is missing";
                return Err(Error::with_message(ErrorKind::TokenRefused, message));
            }
        };
        let why = "it takes the raw body, and the secret that the console shows beside the address";
        checked
            .map_err(|error| Error::with_message(ErrorKind::TokenRefused, why).with_source(error))
    }
}

impl fmt::Debug for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver")
            .field("accepts_old", &self.accepts_old)
            .finish_non_exhaustive()
    }
}
