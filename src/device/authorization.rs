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
const NAME: &str = "Authorization";

/// What proves the device to a server. `Debug` shows nothing of it.
///
/// | kind | header |
/// |---|---|
/// | [`token`](Self::token) | `Authorization: agora token=...` |
/// | [`basic`](Self::basic) | `Authorization: Basic ...` |
/// | [`bearer`](Self::bearer) | `Authorization: Bearer ...` |
/// | [`header`](Self::header) | one of that name |
///
/// A minted token ([`mint_token`](super::mint_token)) leaves no secret of the
/// project in what is sent. The customer secret of `basic` opens every app of
/// the customer to whoever reads the flash of one device: keep it on a server.
///
/// ```
/// use tokenmint::device::Authorization;
///
/// assert_eq!(Authorization::token("007...").name(), Some("Authorization"));
/// assert_eq!(Authorization::header("x-device-key", "k").name(), Some("x-device-key"));
/// assert_eq!(Authorization::NONE.name(), None);
/// ```
#[derive(Clone, Copy, Default)]
pub struct Authorization<'a> {
    /// The header; empty: none is sent.
    name: &'a str,
    scheme: &'static str,
    value: &'a str,
    /// What not every device has, so that it is linked where it is.
    kind: Option<&'static Kind>,
}

/// What is to be done beyond a scheme and a token.
struct Kind {
    check: fn(&Authorization<'_>) -> Result<(), Error>,
    put: fn(&Authorization<'_>, &mut Sink<'_>),
}

const PAIR: &Kind = &Kind {
    check: |it| check_basic(it.name, it.value),
    put: |it, sink| put_pair(it.name, it.value, sink),
};

const OTHER: &Kind = &Kind {
    check: check_header,
    put: |it, sink| sink.text(it.value),
};

impl<'a> Authorization<'a> {
    /// Nothing.
    pub const NONE: Self = Self {
        name: "",
        scheme: "",
        value: "",
        kind: None,
    };

    /// A 007 token, minted or given.
    #[must_use]
    pub const fn token(token: &'a str) -> Self {
        Self::with_scheme(AGORA, token)
    }

    /// A bearer token: that of a token server, or an ATH attestation.
    #[must_use]
    pub const fn bearer(token: &'a str) -> Self {
        Self::with_scheme(BEARER, token)
    }

    /// The id, or key, and the secret of a customer.
    #[must_use]
    pub const fn basic(name: &'a str, secret: &'a str) -> Self {
        Self {
            name,
            scheme: "Basic ",
            value: secret,
            kind: Some(PAIR),
        }
    }

    /// A header of any name, such as `x-device-key`.
    #[must_use]
    pub const fn header(name: &'a str, value: &'a str) -> Self {
        Self {
            name,
            scheme: "",
            value,
            kind: Some(OTHER),
        }
    }

    const fn with_scheme(scheme: &'static str, value: &'a str) -> Self {
        Self {
            name: NAME,
            scheme,
            value,
            kind: None,
        }
    }

    /// What cannot be a header is refused.
    pub(super) fn check(&self) -> Result<(), Error> {
        match self.kind {
            Some(kind) => (kind.check)(self),
            None if self.scheme.is_empty() => Ok(()),
            None => check_token(self.value),
        }
    }

    /// The name of the header, if there is one.
    #[must_use]
    pub const fn name(&self) -> Option<&str> {
        match self.kind {
            None if self.scheme.is_empty() => None,
            Some(_) if self.scheme.is_empty() => Some(self.name),
            _ => Some(NAME),
        }
    }

    pub(super) fn put_value(&self, sink: &mut Sink<'_>) {
        sink.text(self.scheme);
        match self.kind {
            Some(kind) => (kind.put)(self, sink),
            None => sink.text(self.value),
        }
    }
}

fn check_header(it: &Authorization<'_>) -> Result<(), Error> {
    match is_header_name(it.name)
        && is_header_value(it.value)
        && !FRAMING.contains(&Fingerprint::of_lower(it.name.as_bytes()))
    {
        true => Ok(()),
        false => Err(Error::BadCharacter {
            field: Field::Header,
            at: 0,
        }),
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

/// Shows nothing of what proves the device.
impl fmt::Debug for Authorization<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.name() {
            None => "None",
            Some(_) => "Authorization(redacted)",
        })
    }
}
