//! Where requests go.

use core::fmt;

use super::sink::Sink;
use crate::buffer::Writer;
use crate::convoai::{Area, CnRouting, Hosts, Turn};
use crate::http::{Failure, UrlParts};
use crate::{Error, Field};

/// A base URL: that of an area, or of a server of one's own. A few words; copied
/// freely.
///
/// ```
/// use tokenmint::device::{Area, Server};
///
/// let mut server = Server::of(Area::Us);
/// let mut buffer = [0; 64];
/// assert_eq!(server.write_host(&mut buffer)?, "api-us-west-1.agora.io");
/// server.next_region();
/// assert_eq!(server.write_host(&mut buffer)?, "api-us-east-1.agora.io");
///
/// let own = Server::new("https://tokens.example.com:8443/v1")?;
/// assert_eq!((own.port(), own.is_https()), (8443, true));
/// assert!(Server::new("http://tokens.example.com").is_err());
/// # Ok::<(), tokenmint::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Server<'a>(Form<'a>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form<'a> {
    /// Of an area.
    Area { hosts: Hosts, turn: Turn },
    /// Of a URL.
    Url(UrlParts<'a>),
}

impl Server<'static> {
    /// The hosts of an area, beginning with its first region.
    #[must_use]
    pub fn of(area: Area) -> Self {
        Self::routed(area, CnRouting::default())
    }

    /// The hosts of an area, those of [`Area::Cn`] chosen.
    #[must_use]
    pub fn routed(area: Area, routing: CnRouting) -> Self {
        Self(Form::Area {
            hosts: area.hosts(routing),
            turn: Turn::default(),
        })
    }
}

impl<'a> Server<'a> {
    /// A server of one's own: `https://`, a host, perhaps a port, perhaps a path,
    /// below which the endpoints are.
    ///
    /// # Errors
    ///
    /// [`Error::BadCharacter`] of [`Field::Url`] unless it is as above: no user,
    /// query or fragment, visible ASCII only, and in its path no escapes, no
    /// parameters and no segment that begins with a dot.
    pub fn new(url: &'a str) -> Result<Self, Error> {
        let server = Self::plain_http(url)?;
        match server.is_https() {
            true => Ok(server),
            false => Err(BAD_URL),
        }
    }

    /// A server of one's own that may be called without encryption, for a
    /// workbench: everybody on the way reads and changes tokens and bearers.
    ///
    /// # Errors
    ///
    /// As [`Self::new`], which also refuses `http://`.
    pub fn plain_http(url: &'a str) -> Result<Self, Error> {
        let parts = UrlParts::new(url).map_err(|_| BAD_URL)?;
        // No segment begins with a dot, and none has an escape or a parameter: then
        // none can be read as a way up.
        let hides = |segment: &[u8]| segment.first() == Some(&b'.');
        let mut segments = parts.path.as_bytes().split(|byte| *byte == b'/');
        if segments.any(hides) || parts.path.bytes().any(|byte| matches!(byte, b'%' | b';')) {
            return Err(BAD_URL);
        }
        Ok(Self(Form::Url(parts)))
    }

    /// Whether the connection is encrypted.
    #[must_use]
    pub const fn is_https(&self) -> bool {
        match &self.0 {
            Form::Area { .. } => true,
            Form::Url(parts) => parts.is_https,
        }
    }

    /// The port to connect to.
    #[must_use]
    pub fn port(&self) -> u16 {
        match &self.0 {
            Form::Area { .. } => 443,
            Form::Url(parts) => parts.port(),
        }
    }

    /// Writes the name of the host, without port and brackets, as it is looked
    /// up and as a certificate names it.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_host<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        let mut writer = Writer::new(out);
        self.put_host(&mut Sink::new(&mut |piece| writer.put(piece)));
        writer.finish_str()
    }

    /// Goes on to the next region of the area; after the last comes the first.
    /// A server of one's own has one.
    pub const fn next_region(&mut self) {
        if let Form::Area { hosts, turn } = &mut self.0 {
            turn.next_region(*hosts);
        }
    }

    /// Leaves a host that has failed: for the next domain when its name did not
    /// resolve or its certificate was not valid, for the next region when there
    /// was no connection, the answer was lost or it was a 5xx. Only where the
    /// request may be sent again.
    ///
    /// Whether another host is next.
    pub fn fail_over(&mut self, is_of_the_name: bool) -> bool {
        match &mut self.0 {
            Form::Area { hosts, turn } => {
                let before = turn.host();
                turn.fail_over(*hosts, is_of_the_name);
                turn.host() != before
            }
            Form::Url(_) => false,
        }
    }

    /// Leaves a host after an attempt without success, where another may be asked:
    /// the rule of the clients. Whether another host is next.
    ///
    /// ```
    /// use tokenmint::device::{Area, Server};
    /// use tokenmint::http::{Failure, Outcome, TransportErrorKind};
    ///
    /// let mut server = Server::of(Area::Us);
    /// let kind = TransportErrorKind::Interrupted;
    /// let lost = Outcome::of_transport(kind, true);
    /// assert!(!server.failed(&Failure::new(lost, Some(kind), false)));
    /// assert!(server.failed(&Failure::new(lost, Some(kind), true)));
    /// ```
    pub fn failed(&mut self, failure: &Failure) -> bool {
        failure.allows_other_host() && self.fail_over(failure.is_of_the_name())
    }

    /// The base URL of a server of one's own, without slashes at its end.
    #[must_use]
    pub const fn base_url(&self) -> Option<&'a str> {
        match &self.0 {
            Form::Area { .. } => None,
            Form::Url(parts) => Some(parts.text),
        }
    }

    /// The name of the host.
    pub(super) fn put_host(&self, sink: &mut Sink<'_>) {
        self.put_name(|parts| parts.host, sink);
    }

    /// The value of `Host`.
    pub(super) fn put_authority(&self, sink: &mut Sink<'_>) {
        self.put_name(|parts| parts.authority, sink);
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn put_name(&self, of_url: fn(&UrlParts<'a>) -> &'a str, sink: &mut Sink<'_>) {
        match &self.0 {
            Form::Area { hosts, turn } => {
                for part in host(*hosts, *turn) {
                    sink.text(part);
                }
            }
            Form::Url(parts) => sink.text(of_url(parts)),
        }
    }

    /// What every path begins with, without a slash at its end.
    pub(super) const fn path(&self) -> &'a str {
        match &self.0 {
            Form::Area { hosts, .. } => hosts.path,
            Form::Url(parts) => parts.path,
        }
    }
}

const BAD_URL: Error = Error::BadCharacter {
    field: Field::Url,
    at: 0,
};

fn host(hosts: Hosts, turn: Turn) -> [&'static str; 3] {
    [turn.region(hosts), ".", turn.domain(hosts)]
}

impl fmt::Debug for Server<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_https() {
            "https://"
        } else {
            "http://"
        })?;
        match &self.0 {
            Form::Area { hosts, turn } => {
                for part in host(*hosts, *turn) {
                    f.write_str(part)?;
                }
            }
            Form::Url(parts) => f.write_str(parts.authority)?,
        }
        f.write_str(self.path())
    }
}
