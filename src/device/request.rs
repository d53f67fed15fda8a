//! A request as a value, and the forms that it is sent in.

use core::fmt;

use super::answer::{Answer, Asked};
use super::authorization::Authorization;
use super::server::Server;
use super::sink::{Content, Sink};
use crate::buffer::Writer;
use crate::http::{Endpoint, Method, PathError};
use crate::{Error, Field};

/// A request that has been checked: whatever form it is sent in, nothing but a
/// buffer that is too small can fail any more.
///
/// | form | methods |
/// |---|---|
/// | bytes of HTTP/1.1, for a TLS stream | [`write`](Self::write) |
/// | URL, headers and body, for an HTTP library or a modem | [`method`](Self::method), [`write_url`](Self::write_url), [`write_authorization`](Self::write_authorization), [`content_type`](Self::content_type), [`write_body`](Self::write_body) |
/// | piece by piece, without a buffer | [`send`](Self::send), [`visit`](Self::visit), [`visit_body`](Self::visit_body) |
///
/// It borrows what it is made of, so a repetition can be written from it; a
/// repetition with a new token is a new request.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    endpoint: &'static Endpoint,
    server: &'a Server<'a>,
    parameters: [&'a str; 2],
    authorization: Authorization<'a>,
    content: Option<&'a dyn Content>,
    repeatable: bool,
    closes: bool,
    asked: Asked,
}

impl<'a> Request<'a> {
    /// A request to `endpoint` of `server`, with what its path and headers take
    /// checked.
    pub(super) fn new(
        endpoint: &'static Endpoint,
        server: &'a Server<'a>,
        parameters: [&'a str; 2],
        authorization: Authorization<'a>,
        asked: Asked,
    ) -> Result<Self, Error> {
        authorization.check()?;
        let request = Self {
            endpoint,
            server,
            parameters,
            authorization,
            content: None,
            repeatable: endpoint.repeatable,
            closes: false,
            asked,
        };
        match endpoint.visit_path(request.parameters(), &mut |_| {}) {
            Ok(()) => Ok(request),
            Err(fault) => Err(refused(fault)),
        }
    }

    /// Adds what it carries: the query of a GET, the body of any other.
    pub(super) const fn with(mut self, content: &'a dyn Content) -> Self {
        self.content = Some(content);
        self
    }

    pub(super) const fn repeatable(mut self, repeatable: bool) -> Self {
        self.repeatable = repeatable;
        self
    }

    /// Asks the server to close the connection after the answer.
    #[must_use]
    pub const fn closing(mut self) -> Self {
        self.closes = true;
        self
    }

    /// The method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.endpoint.method
    }

    /// Whether doing it again changes nothing, so that it may be repeated when
    /// its answer was lost: what [`RetryPolicy`](crate::http::RetryPolicy) asks.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        self.repeatable
    }

    /// The server that it goes to.
    #[must_use]
    pub const fn server(&self) -> &'a Server<'a> {
        self.server
    }

    /// What proves the device.
    #[must_use]
    pub const fn authorization(&self) -> &Authorization<'a> {
        &self.authorization
    }

    /// The value of `Content-Type`, if one is sent.
    #[must_use]
    pub const fn content_type(&self) -> Option<&'static str> {
        self.endpoint.body.content_type()
    }

    /// What reads the answer.
    #[must_use]
    pub fn answer(&self) -> Answer<'static> {
        Answer::new(self.asked, &mut [])
    }

    /// What reads the answer with a token in it; the token goes into `token`, of
    /// which [`RTC_CAPACITY`](crate::agora::v007::RTC_CAPACITY) bytes are enough
    /// for every token of a channel.
    #[must_use]
    pub fn answer_into<'t>(&self, token: &'t mut [u8]) -> Answer<'t> {
        Answer::new(self.asked, token)
    }

    /// Writes it as bytes of HTTP/1.1, for a TLS stream.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed, which
    /// [`Self::size`] tells, too. What is in the buffer then is a part.
    pub fn write<'o>(&self, out: &'o mut [u8]) -> Result<&'o [u8], Error> {
        written(out, |sink| self.visit(sink))
    }

    /// The bytes that [`Self::write`] needs.
    #[must_use]
    pub fn size(&self) -> usize {
        counted(|sink| self.visit(sink))
    }

    /// Writes the whole URL.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_url<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        text(written(out, |sink| self.visit_url(sink))?)
    }

    /// The bytes that [`Self::write_url`] needs.
    #[must_use]
    pub fn url_size(&self) -> usize {
        counted(|sink| self.visit_url(sink))
    }

    /// Writes the path and the query, as they stand in a request line.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_target<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        text(written(out, |sink| self.visit_target(sink))?)
    }

    /// Writes the value of the header that proves the device, whose name is
    /// [`Authorization::name`]; empty without one.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_authorization<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        text(written(out, |sink| self.authorization.visit_value(sink))?)
    }

    /// The bytes that [`Self::write_authorization`] needs.
    #[must_use]
    pub fn authorization_size(&self) -> usize {
        counted(|sink| self.authorization.visit_value(sink))
    }

    /// Writes the body; empty without one.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_body<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        text(written(out, |sink| self.visit_body(sink))?)
    }

    /// The bytes that [`Self::write_body`] needs: the value of `Content-Length`.
    #[must_use]
    pub fn body_size(&self) -> usize {
        counted(|sink| self.visit_body(sink))
    }

    /// Sends it as bytes of HTTP/1.1 through `write`, which is handed pieces. They
    /// are as large as `buffer`, or as they come when that is empty: a few bytes
    /// each, which a TLS stream makes a record of.
    ///
    /// # Errors
    ///
    /// The first error of `write`; it is not called again.
    pub fn send<E>(
        &self,
        buffer: &mut [u8],
        mut write: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut result = Ok(());
        let mut len = 0;
        self.visit(&mut |piece| {
            let mut rest = piece;
            while result.is_ok() && !rest.is_empty() {
                let room = buffer.get_mut(len..).unwrap_or_default();
                let fits = room.len().min(rest.len());
                let (now, later) = rest.split_at_checked(fits).unwrap_or((rest, &[]));
                if let Some(room) = room.get_mut(..now.len()) {
                    room.copy_from_slice(now);
                }
                len = len.saturating_add(now.len());
                rest = later;
                if rest.is_empty() {
                } else if buffer.is_empty() {
                    result = write(rest);
                    rest = &[];
                } else {
                    result = write(buffer.get(..len).unwrap_or_default());
                    len = 0;
                }
            }
        });
        if result.is_ok() && len > 0 {
            result = write(buffer.get(..len).unwrap_or_default());
        }
        result
    }

    /// Hands the bytes of HTTP/1.1 to `sink`, piece by piece.
    pub fn visit(&self, sink: &mut dyn FnMut(&[u8])) {
        self.visit_head(sink);
        self.visit_body(sink);
    }

    /// Hands the whole URL to `sink`, piece by piece.
    pub fn visit_url(&self, sink: &mut dyn FnMut(&[u8])) {
        sink(match self.server.is_https() {
            true => b"https://",
            false => b"http://",
        });
        self.server
            .visit_authority(&mut |part| sink(part.as_bytes()));
        self.visit_target(sink);
    }

    /// Hands the body to `sink`, piece by piece.
    pub fn visit_body(&self, sink: &mut dyn FnMut(&[u8])) {
        if let (Some(content), false) = (self.content, self.method() == Method::Get) {
            content.put(&mut Sink::new(sink));
        }
    }

    fn parameters(&self) -> &[&'a str] {
        let count = self.endpoint.parameters().count();
        self.parameters.get(..count).unwrap_or_default()
    }

    fn visit_target(&self, sink: &mut dyn FnMut(&[u8])) {
        sink(self.server.path().as_bytes());
        sink(b"/");
        // They were checked.
        let visited = self.endpoint.visit_path(self.parameters(), sink);
        debug_assert!(visited.is_ok(), "a parameter was not checked");
        if let (Some(content), Method::Get) = (self.content, self.method()) {
            content.put(&mut Sink::new(sink));
        }
    }

    fn visit_head(&self, sink: &mut dyn FnMut(&[u8])) {
        sink(self.method().as_str().as_bytes());
        sink(b" ");
        self.visit_target(sink);
        sink(b" HTTP/1.1\r\nHost: ");
        self.server
            .visit_authority(&mut |part| sink(part.as_bytes()));
        if let Some(name) = self.authorization.name() {
            sink(b"\r\n");
            sink(name.as_bytes());
            sink(b": ");
            self.authorization.visit_value(sink);
        }
        let mut sink = Sink::new(sink);
        sink.text("\r\nAccept-Encoding: identity");
        if let Some(content_type) = self.content_type() {
            sink.text("\r\nContent-Type: ");
            sink.text(content_type);
        }
        if self.method() != Method::Get {
            sink.text("\r\nContent-Length: ");
            sink.number(u32::try_from(self.body_size()).unwrap_or(u32::MAX));
        }
        if self.closes {
            sink.text("\r\nConnection: close");
        }
        sink.text("\r\n\r\n");
    }
}

/// A parameter of a path that must not be sent.
const fn refused(fault: PathError) -> Error {
    let field = Field::AgentId;
    match fault {
        PathError::Empty(_) | PathError::Count => Error::Empty { field },
        PathError::DotSegment(_) | PathError::ControlCharacter(_) => {
            Error::BadCharacter { field, at: 0 }
        }
    }
}

fn written<'o>(
    out: &'o mut [u8],
    visit: impl FnOnce(&mut dyn FnMut(&[u8])),
) -> Result<&'o [u8], Error> {
    let mut writer = Writer::new(out);
    visit(&mut |piece| writer.put(piece));
    writer.finish().map(|written| &*written)
}

fn counted(visit: impl FnOnce(&mut dyn FnMut(&[u8]))) -> usize {
    let mut len: usize = 0;
    visit(&mut |piece| len = len.saturating_add(piece.len()));
    len
}

fn text(bytes: &[u8]) -> Result<&str, Error> {
    crate::buffer::as_text(bytes)
}

/// Shows nothing of what proves the device or is in the body.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("endpoint", &self.endpoint.name)
            .field("server", &self.server)
            .field("authorization", &self.authorization)
            .finish_non_exhaustive()
    }
}
