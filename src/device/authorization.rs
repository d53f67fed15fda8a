//! What a request proves itself with.

use core::fmt;

use super::sink::Sink;
use crate::Error;
use crate::http::proof::{check_basic, check_token, is_header_name, is_header_value};
use crate::wire::base64;
use crate::wire::fingerprint::Fingerprint;
use crate::{Field, buffer::Writer};

/// What stands before a token of Agora.
const AGORA: &str = "agora token=";
const BEARER: &str = "Bearer ";
const BASIC: &str = "Basic ";

/// What proves the device to a server. `Debug` shows the kind alone.
///
/// | kind | header |
/// |---|---|
/// | [`Token`](Self::Token) | `Authorization: agora token=...` |
/// | [`Basic`](Self::Basic) | `Authorization: Basic ...` |
/// | [`Bearer`](Self::Bearer) | `Authorization: Bearer ...` |
/// | [`Header`](Self::Header) | one of that name |
///
/// A minted token ([`mint_token`](super::mint_token)) leaves no secret of the
/// project in what is sent. The customer secret of `Basic` opens every app of
/// the customer to whoever reads the flash of one device: keep it on a server.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Authorization<'a> {
    /// Nothing.
    #[default]
    None,
    /// A 007 token, minted or given.
    Token(&'a str),
    /// The key and the secret of a customer.
    Basic {
        /// The customer id, or key.
        name: &'a str,
        /// The customer secret.
        secret: &'a str,
    },
    /// A bearer token: that of a token server, or an ATH attestation.
    Bearer(&'a str),
    /// A header of any name, such as `x-device-key`.
    Header {
        /// Its name.
        name: &'a str,
        /// Its value.
        value: &'a str,
    },
}

impl Authorization<'_> {
    /// What cannot be a header is refused.
    pub(super) fn check(&self) -> Result<(), Error> {
        match self {
            Self::None => Ok(()),
            Self::Token(token) | Self::Bearer(token) => check_token(token),
            Self::Basic { name, secret } => check_basic(name, secret),
            Self::Header { name, value } => {
                match is_header_name(name)
                    && is_header_value(value)
                    && !FRAMING.contains(&Fingerprint::of_lower(name.as_bytes()))
                {
                    true => Ok(()),
                    false => Err(Error::BadCharacter {
                        field: Field::Header,
                        at: 0,
                    }),
                }
            }
        }
    }

    /// The name of the header, if there is one.
    #[must_use]
    pub const fn name(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Header { name, .. } => Some(name),
            Self::Token(_) | Self::Basic { .. } | Self::Bearer(_) => Some("Authorization"),
        }
    }

    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn put_value(&self, sink: &mut Sink<'_>) {
        let (scheme, value) = match self {
            Self::None => return,
            Self::Token(token) => (AGORA, token),
            Self::Bearer(token) => (BEARER, token),
            Self::Header { value, .. } => ("", value),
            Self::Basic { name, secret } => {
                sink.text(BASIC);
                return put_pair(name, secret, sink);
            }
        };
        sink.text(scheme);
        sink.text(value);
    }
}

/// Headers that say how the request is read.
const FRAMING: [Fingerprint; 5] = [
    Fingerprint::of("host"),
    Fingerprint::of("content-length"),
    Fingerprint::of("content-type"),
    Fingerprint::of("transfer-encoding"),
    Fingerprint::of("connection"),
];

/// `name:secret` in base64, three bytes at a time: no buffer joins them.
fn put_pair(name: &str, secret: &str, sink: &mut Sink<'_>) {
    let mut bytes = name.bytes().chain([b':']).chain(secret.bytes()).fuse();
    loop {
        let mut group = [0; 3];
        let mut len: usize = 0;
        for (to, from) in group.iter_mut().zip(&mut bytes) {
            *to = from;
            len = len.saturating_add(1);
        }
        let mut text = [0; 4];
        let mut out = Writer::new(&mut text);
        base64::put(&mut out, group.get(..len).unwrap_or_default());
        sink.bytes(out.finish().unwrap_or_default());
        crate::secret::wipe(&mut group);
        if len < 3 {
            return;
        }
    }
}

impl fmt::Debug for Authorization<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Token(_) => "Token(redacted)",
            Self::Basic { .. } => "Basic(redacted)",
            Self::Bearer(_) => "Bearer(redacted)",
            Self::Header { .. } => "Header(redacted)",
        })
    }
}
