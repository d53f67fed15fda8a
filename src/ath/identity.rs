//! Identity documents: what an agent publishes at its agent id.
//!
//! | member | value |
//! |---|---|
//! | `ath_version` | `0.1` |
//! | `agent_id` | the URL of this document |
//! | `name` | a name for people |
//! | `developer` | `name`, `id` and perhaps `contact` |
//! | `public_key` | JWK, or PEM as text |
//! | `capabilities` | list of names; may be absent |
//!
//! Serve it with `Cache-Control: max-age=300`: verifiers keep it for up to five
//! minutes, so that old keys are refused as long after a rotation.

use super::{PublicKey, VERSION};
use crate::Error;
use crate::buffer::Writer;
use crate::output::Output;
use crate::wire::json::{self, Object, Value};

/// Room for a public key as PEM, other line lengths included.
const PEM_MAX: usize = 512;

/// Who is responsible for an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Developer<'a> {
    /// A name for people.
    pub name: &'a str,
    /// An id, for instance a domain.
    pub id: &'a str,
    /// An address for questions; absent when there is none.
    pub contact: Option<&'a str>,
}

/// The content of an identity document.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    /// The URL at which it is published.
    pub agent_id: &'a str,
    /// A name for people.
    pub name: &'a str,
    /// Who is responsible.
    pub developer: Developer<'a>,
    /// What the agent can do; absent when empty.
    pub capabilities: &'a [&'a str],
    /// The key that attestations are checked with.
    pub public_key: PublicKey,
}

impl Identity<'_> {
    /// Writes the document, the key as JWK, which all verifiers read.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the exact length.
    pub fn write<O: Output>(&self, out: O) -> Result<O::Text, Error> {
        let mut counter = Writer::new(&mut []);
        json::object(&mut counter, |document| self.put(document));
        out.write_text(counter.len(), |buffer| {
            let mut writer = Writer::new(buffer);
            json::object(&mut writer, |document| self.put(document));
            writer.finish().map(|document| document.len())
        })
    }

    fn put(&self, document: &mut Object<'_, '_>) {
        document.string("ath_version", VERSION);
        document.string("agent_id", self.agent_id);
        document.string("name", self.name);
        document.object("developer", |developer| {
            developer.string("name", self.developer.name);
            developer.string("id", self.developer.id);
            if let Some(contact) = self.developer.contact {
                developer.string("contact", contact);
            }
        });
        if !self.capabilities.is_empty() {
            document.array("capabilities", |names| {
                for name in self.capabilities {
                    names.string(name);
                }
            });
        }
        document.object("public_key", |jwk| self.public_key.put_jwk(jwk));
    }
}

/// The key in an identity document, which must be that of `agent_id`.
///
/// # Errors
///
/// [`Error::BadJson`]; [`Error::BadMember`] when `agent_id` or `public_key` is
/// missing or has the wrong type; [`Error::UserMismatch`] when the document is
/// another agent's; then as [`PublicKey::from_jwk`] or [`PublicKey::from_pem`].
pub fn identity_key(document: impl AsRef<[u8]>, agent_id: &str) -> Result<PublicKey, Error> {
    let names = &["agent_id", "public_key"];
    let [id, key] = json::members(document.as_ref(), names)?;
    let id = id
        .and_then(|id| id.as_text())
        .ok_or(Error::BadMember { name: "agent_id" })?;
    if !id.eq_str(agent_id) {
        return Err(Error::UserMismatch);
    }
    match key {
        Some(Value::Object(jwk)) => PublicKey::from_jwk(jwk),
        Some(Value::String(pem)) => {
            let mut buffer = [0; PEM_MAX];
            let pem = pem
                .unescape_into(&mut buffer)
                .map_err(|_| Error::TooLarge { max: PEM_MAX })?;
            PublicKey::from_pem(pem)
        }
        _ => Err(Error::BadMember { name: "public_key" }),
    }
}
