//! Passwords that are encrypted before they are sent:
//! `passwordEncryptType` = `rsa`.
//!
//! | step | how |
//! |---|---|
//! | get the key | `get_system_info()`, [`PasswordKey::from_system_info`] |
//! | encrypt | [`PasswordKey::encrypt`]: RSAES-PKCS1-v1_5, base64 |
//! | send | the text in place of the password, and `passwordEncryptType` `rsa`: in the options of sign-in and of the management calls, in the body of `update_password` and `reset_password` |
//!
//! TLS protects passwords already; this keeps them out of what stands between
//! TLS and the service. The other type, `sm2`, passes through: what its text
//! looks like is not documented, so this library makes none.

use std::string::{String, ToString};
use std::vec;

use serde_json::Value;

use super::operation::refused;
use crate::buffer::Writer;
use crate::crypto::rsa_encrypt::PublicKey;
use crate::http::{Error, ErrorKind};
use crate::wire::base64;

/// The most characters of a key as text.
const MAX_LEN: usize = 16 << 10;

/// The key that a server publishes for passwords.
///
/// ```
/// use serde_json::json;
/// use tokenmint::client::authing::PasswordKey;
///
/// let system = json!({"rsa": {"publicKey": "-----BEGIN PUBLIC KEY-----\n..."}});
/// assert!(PasswordKey::from_system_info(&system).is_err()); // it was cut short
/// ```
#[derive(Debug, Clone)]
pub struct PasswordKey(PublicKey);

impl PasswordKey {
    /// From the answer of `get_system_info`, with or without its envelope.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Answer`] when there is no usable `rsa.publicKey` in it.
    pub fn from_system_info(answer: &Value) -> Result<Self, Error> {
        let missing = || Error::with_message(ErrorKind::Answer, "there is no RSA key in it");
        let bare = answer.pointer("/rsa/publicKey");
        let text = bare.or_else(|| answer.pointer("/data/rsa/publicKey"));
        let text = text.and_then(Value::as_str).ok_or_else(missing)?;
        Self::from_text(text).ok_or_else(missing)
    }

    /// From PEM (`PUBLIC KEY` or `RSA PUBLIC KEY`), or the base64 inside it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] when it is no RSA key of 1024 to 8192 bits.
    pub fn from_pem(text: &str) -> Result<Self, Error> {
        Self::from_text(text).ok_or_else(|| refused("no RSA public key of 1024 to 8192 bits"))
    }

    /// Line breaks and spaces are wherever a server, or its configuration, has
    /// left them.
    fn from_text(text: &str) -> Option<Self> {
        let base64_text: String = text
            .get(..MAX_LEN.min(text.len()))?
            .lines()
            .filter(|line| !line.trim_start().starts_with("-----"))
            .flat_map(str::chars)
            .filter(|character| !character.is_ascii_whitespace())
            .collect();
        let mut der = vec![0; base64::decoded_capacity(base64_text.len())];
        let der = base64::decode(base64_text.as_bytes(), 0, &mut der).ok()?;
        PublicKey::from_der(der).ok().map(Self)
    }

    /// The text to send in place of `password`; another one each time.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidInput`] for a password that is empty or longer than
    /// the key can take (117 bytes with 1024 bits),
    /// [`ErrorKind::Token`] when there is no randomness.
    pub fn encrypt(&self, password: &str) -> Result<String, Error> {
        let max = self.0.max_len();
        if password.is_empty() || password.len() > max {
            return Err(refused(std::format!("`password` has 1 to {max} bytes")));
        }
        let octets = self.0.encrypt(password.as_bytes())?;
        let mut text = vec![0; base64::encoded_len(octets.len())];
        let mut out = Writer::new(&mut text);
        base64::put(&mut out, &octets);
        Ok(out.finish_str()?.to_string())
    }
}
