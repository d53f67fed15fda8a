//! Credentials in a file.
//!
//! ```json
//! {
//!   "client_id": "ath_5ef522cfe864102c",
//!   "client_secret": "...",
//!   "access_token": "...",
//!   "token_expires_at": 1795246324,
//!   "ath_session_id": "ath_sess_9c05394997421540"
//! }
//! ```
//!
//! The first two are the file of the Python SDK. The others are there when
//! [`Include`] says so; the Python SDK passes over them. Nothing says which
//! implementor or agent a file belongs to: keep one file for each.
//!
//! A file is written beside its place, readable for its owner only (0600), and
//! then put there: whoever reads it sees the old one or the new one. A symbolic
//! link is replaced, not followed.

use core::time::Duration;
use std::format;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::string::{String, ToString};
use std::vec::Vec;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Warning;
use super::error::Error;
use super::shared::Core;
use super::state::{Credentials, Current};
use crate::ath::State as RandomText;
use crate::client::secret_text::SecretText;
use crate::http::{self, ErrorKind};

/// More is no credentials file.
const MAX: u64 = 1 << 20;

/// What a credentials file has beside id and secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Include {
    /// The token and its end.
    pub token: bool,
    /// The session of the last `authorize`.
    pub session: bool,
}

impl Include {
    /// Id and secret alone.
    pub const NOTHING: Self = Self {
        token: false,
        session: false,
    };
    /// Everything, so that another process can go on.
    pub const EVERYTHING: Self = Self {
        token: true,
        session: true,
    };
}

/// What was read beside id and secret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Loaded {
    /// Whether there was a token, expired or not. The client has it now.
    pub has_token: bool,
    /// The session of an authorization.
    pub session_id: Option<String>,
    /// What is worth a look: a file that others can read.
    pub warnings: Vec<Warning>,
}

#[derive(Serialize, Deserialize)]
struct Content {
    client_id: String,
    client_secret: SecretText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    access_token: Option<SecretText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    token_expires_at: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ath_session_id: Option<String>,
}

pub(super) fn save(core: &Core, path: &Path, include: Include) -> Result<(), Error> {
    let state = core.state();
    let Credentials {
        client_id,
        client_secret,
    } = state.credentials()?;
    let token = state.any_token().filter(|_| include.token);
    let ends = token.and_then(|token| token.ends);
    let session = state.last_session().filter(|_| include.session);
    let content = Content {
        client_id,
        client_secret,
        access_token: token.map(|token| token.text.clone()),
        token_expires_at: ends.map(|ends| {
            let left = ends.saturating_sub(core.now());
            core.environment.unix_time().saturating_add(left).as_secs()
        }),
        ath_session_id: session.map(ToString::to_string),
    };
    drop(state);
    let text = serde_json::to_vec_pretty(&content).map(Zeroizing::new);
    let text = text.map_err(|_| Error::file("the credentials cannot be JSON"))?;
    replace(path, &text).map_err(|error| failed("the credentials cannot be written", error))
}

pub(super) fn load(core: &Core, path: &Path) -> Result<Loaded, Error> {
    let (text, warnings) =
        read(path).map_err(|error| failed("the credentials cannot be read", error))?;
    // The parser's message may quote a secret: it is left out.
    let content: Content = serde_json::from_slice(&text).map_err(|_| {
        Error::file("a JSON object with the texts client_id and client_secret is expected")
    })?;
    if content.client_id.is_empty() || content.client_secret.expose().is_empty() {
        return Err(Error::file("client_id or client_secret is empty"));
    }
    let mut state = core.state();
    state.set_credentials(
        &content.client_id,
        content.client_secret.expose(),
        Vec::new(),
    );
    let has_token = content.access_token.is_some();
    if let Some(text) = content.access_token {
        let now = core.environment.unix_time();
        let left = |at| Duration::from_secs(at).saturating_sub(now);
        state.token = Some(Current {
            text,
            ends: content
                .token_expires_at
                .map(|at| core.now().saturating_add(left(at))),
        });
    }
    Ok(Loaded {
        has_token,
        session_id: content.ath_session_id,
        warnings,
    })
}

fn read(path: &Path) -> io::Result<(Zeroizing<Vec<u8>>, Vec<Warning>)> {
    let file = File::open(path)?;
    let wide = is_wide(&file.metadata()?).then_some(Warning::ReadableByOthers);
    let mut text = Zeroizing::new(Vec::new());
    file.take(MAX).read_to_end(&mut text)?;
    Ok((text, wide.into_iter().collect()))
}

#[cfg(unix)]
fn is_wide(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
const fn is_wide(_: &fs::Metadata) -> bool {
    false
}

/// Puts a file with this content in the place of what is there.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = beside(path)?;
    let written = create(&beside).and_then(|mut file| {
        file.write_all(content)?;
        file.sync_all()
    });
    written
        .and_then(|()| fs::rename(&beside, path))
        .inspect_err(|_| {
            // Nothing is left of it; the first error is the one to report.
            let _ = fs::remove_file(&beside);
        })
}

/// A name in the same folder that nobody can guess.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let random = RandomText::from_os().map_err(|_| io::ErrorKind::Other)?;
    let name = format!(".{}.{}", name.to_string_lossy(), random.as_str());
    Ok(path.with_file_name(name))
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn failed(message: &'static str, error: io::Error) -> Error {
    http::Error::with_message(ErrorKind::File, message)
        .with_source(error)
        .into()
}
