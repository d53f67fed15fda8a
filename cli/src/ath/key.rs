//! Keys from files or standard input.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use tokenmint::ath::{PublicKey, SigningKey};
use zeroize::Zeroizing;

use crate::environment;
use crate::failure::Failure;
use crate::{input, output};

const KEY_VARIABLE: &str = "ATH_KEY_FILE";

/// Options that say where a key is.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(crate) struct KeyOptions {
    /// File that has the key: PEM, DER (PKCS #8 or SEC 1) or JWK [env: ATH_KEY_FILE]
    #[arg(long, value_name = "PATH")]
    key_file: Option<PathBuf>,
    /// Read the key from standard input
    #[arg(long)]
    key_stdin: bool,
}

impl KeyOptions {
    /// The file of the option.
    pub(crate) fn given(&self) -> Option<&Path> {
        self.key_file.as_deref()
    }

    /// Whether standard input is for the key.
    pub(crate) const fn reads_stdin(&self) -> bool {
        self.key_stdin
    }

    fn path(&self) -> Result<Option<PathBuf>, Failure> {
        if self.reads_stdin() {
            return Ok(None);
        }
        let path = environment::path(self.given(), KEY_VARIABLE)?;
        path.map(Some).ok_or_else(|| {
            Failure::usage(format!(
                "there is no key: set {KEY_VARIABLE}, or use --key-file or --key-stdin; \
                 `tokenmint ath keygen --out agent.pem` makes one"
            ))
        })
    }

    /// The bytes of the key.
    pub(crate) fn bytes(&self) -> Result<Zeroizing<Vec<u8>>, Failure> {
        match self.path()? {
            Some(path) => input::file(&path, "the key's file"),
            None => input::bytes(io::stdin().lock(), "standard input"),
        }
    }

    /// The private key.
    pub(crate) fn private(&self) -> Result<SigningKey, Failure> {
        let bytes = self.bytes()?;
        let key = SigningKey::from_file(&bytes).map_err(|error| {
            Failure::usage(match other_kind(&bytes) {
                Some(kind) => format!(
                    "this is {kind}, and attestations are signed with a private P-256 key (ES256): \
                     `tokenmint ath keygen --out agent.pem` makes one"
                ),
                None => format!("this is no private key for ES256 (P-256): {error}"),
            })
        })?;
        if let Some(path) = self.path()?.filter(|path| is_wide(path)) {
            output::note(&format!(
                "warning: other users can read the private key: chmod 600 {}",
                path.display()
            ));
        }
        Ok(key)
    }
}

/// What a file is that has no private key for ES256.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    /// The object identifier of RSA keys, and how it begins in Base64.
    const RSA: [&[u8]; 2] = [b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", b"BgkqhkiG9w0BAQE"];
    let has = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    let is_json = bytes.trim_ascii_start().first() == Some(&b'{');
    if has(b"BEGIN ENCRYPTED PRIVATE KEY") || has(b"Proc-Type: 4,ENCRYPTED") {
        Some("a key with a password, which is not supported")
    } else if has(b"BEGIN OPENSSH PRIVATE KEY") {
        Some("a key of OpenSSH")
    } else if has(b"BEGIN CERTIFICATE") {
        Some("a certificate")
    } else if has(b"BEGIN RSA ") || RSA.iter().any(|text| has(text)) || (is_json && has(b"\"RSA\""))
    {
        Some("an RSA key")
    } else if has(b"BEGIN PUBLIC KEY") || PublicKey::from_file(bytes).is_ok() {
        Some("the public half of a key")
    } else {
        None
    }
}

#[cfg(unix)]
fn is_wide(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
const fn is_wide(_: &Path) -> bool {
    false
}
