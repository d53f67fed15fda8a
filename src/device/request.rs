//! A request as a value, and the forms that it is sent in.

use core::fmt;

use super::agents::check_agent;
use super::answer::Answer;
use super::authorization::Authorization;
use super::form::{Form, Target, Values};
use super::server::Server;
use super::sink::Sink;
use crate::Error;
use crate::buffer::{Writer, as_text};
use crate::http::{BodyKind, Method};

/// A part of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// All of it, as bytes of HTTP/1.1.
    Whole,
    /// The name of the host, without port and brackets.
    Host,
    /// The whole URL.
    Url,
    /// Path and query, as they stand in a request line.
    Target,
    /// The value of the header that proves the device.
    Authorization,
    /// The body.
    Body,
}

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
    form: &'static Form,
    values: &'a dyn Values,
    server: &'a Server<'a>,
    app_id: &'a [u8],
    agent_id: &'a [u8],
    authorization: &'a Authorization<'a>,
    closes: bool,
    passed: u8,
}

impl<'a> Request<'a> {
    /// A request with what it is made of checked. Of what is listed so many are
    /// passed over.
    #[cfg_attr(target_os = "none", inline(never))]
    pub(super) fn new(
        form: &'static Form,
        values: &'a dyn Values,
        target: &Target<'a>,
        passed: u8,
    ) -> Result<Self, Error> {
        target.agent_id.map_or(Ok(()), check_agent)?;
        form.check(values)?;
        target.authorization.check()?;
        Ok(Self {
            form,
            values,
            server: target.server,
            app_id: target.app_id,
            agent_id: target.agent_id.unwrap_or_default().as_bytes(),
            authorization: target.authorization,
            closes: false,
            passed,
        })
    }

    /// Asks the server to close the connection after the answer.
    #[must_use]
    pub const fn closing(mut self) -> Self {
        self.close();
        self
    }

    /// As [`Self::closing`], in place.
    pub const fn close(&mut self) {
        self.closes = true;
    }

    /// The method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.form.endpoint.method
    }

    /// Whether doing it again changes nothing, so that it may be repeated when
    /// its answer was lost: what [`RetryPolicy`](crate::http::RetryPolicy) asks.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        self.form.repeatable
    }

    /// The server that it goes to.
    #[must_use]
    pub const fn server(&self) -> &'a Server<'a> {
        self.server
    }

    /// What proves the device.
    #[must_use]
    pub const fn authorization(&self) -> &'a Authorization<'a> {
        self.authorization
    }

    /// The value of `Content-Type`, if one is sent.
    #[must_use]
    pub const fn content_type(&self) -> Option<&'static str> {
        self.form.endpoint.body.content_type()
    }

    /// What reads the answer.
    #[must_use]
    pub fn answer(&self) -> Answer<'static> {
        self.answer_into(&mut [])
    }

    /// What reads the answer with a token in it; the token goes into `token`, of
    /// which [`RTC_CAPACITY`](crate::agora::v007::RTC_CAPACITY) bytes are enough
    /// for every token of a channel.
    #[must_use]
    pub fn answer_into<'t>(&self, token: &'t mut [u8]) -> Answer<'t> {
        Answer::new(self.form.reading, self.form.asked, self.passed, token)
    }

    /// Writes it as bytes of HTTP/1.1, for a TLS stream.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed, which
    /// [`Self::size`] tells, too. What is in the buffer then is a part.
    pub fn write<'o>(&self, out: &'o mut [u8]) -> Result<&'o [u8], Error> {
        self.write_part(Part::Whole, out)
    }

    /// The bytes that [`Self::write`] needs.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size_of(Part::Whole)
    }

    /// Writes the whole URL.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_url<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        as_text(self.write_part(Part::Url, out)?)
    }

    /// The bytes that [`Self::write_url`] needs.
    #[must_use]
    pub fn url_size(&self) -> usize {
        self.size_of(Part::Url)
    }

    /// Writes the path and the query, as they stand in a request line.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_target<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        as_text(self.write_part(Part::Target, out)?)
    }

    /// Writes the value of the header that proves the device, whose name is
    /// [`Authorization::name`]; empty without one.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_authorization<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        as_text(self.write_part(Part::Authorization, out)?)
    }

    /// The bytes that [`Self::write_authorization`] needs.
    #[must_use]
    pub fn authorization_size(&self) -> usize {
        self.size_of(Part::Authorization)
    }

    /// Writes the body; empty without one.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_body<'o>(&self, out: &'o mut [u8]) -> Result<&'o str, Error> {
        as_text(self.write_part(Part::Body, out)?)
    }

    /// The bytes that [`Self::write_body`] needs: the value of `Content-Length`.
    #[must_use]
    pub fn body_size(&self) -> usize {
        self.size_of(Part::Body)
    }

    /// Writes a part.
    ///
    /// # Errors
    ///
    /// [`Error::BufferTooSmall`] with the size that is needed.
    pub fn write_part<'o>(&self, part: Part, out: &'o mut [u8]) -> Result<&'o [u8], Error> {
        let mut writer = Writer::new(out);
        self.visit_part(part, &mut |piece| writer.put(piece));
        writer.finish().map(|written| &*written)
    }

    /// The bytes of a part.
    #[must_use]
    #[cfg_attr(target_os = "none", inline(never))]
    pub fn size_of(&self, part: Part) -> usize {
        let mut len: usize = 0;
        self.visit_part(part, &mut |piece| len = len.saturating_add(piece.len()));
        len
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
        self.visit_part(Part::Whole, sink);
    }

    /// Hands the whole URL to `sink`, piece by piece.
    pub fn visit_url(&self, sink: &mut dyn FnMut(&[u8])) {
        self.visit_part(Part::Url, sink);
    }

    /// Hands the body to `sink`, piece by piece.
    pub fn visit_body(&self, sink: &mut dyn FnMut(&[u8])) {
        self.visit_part(Part::Body, sink);
    }

    /// Hands a part to `sink`, piece by piece.
    #[cfg_attr(target_os = "none", inline(never))]
    pub fn visit_part(&self, part: Part, sink: &mut dyn FnMut(&[u8])) {
        let sink = &mut Sink::new(sink);
        match part {
            Part::Whole => {
                self.put_head(sink);
                self.put_body(sink);
            }
            Part::Host => self.server.put_host(sink),
            Part::Url => {
                sink.text(match self.server.is_https() {
                    true => "https://",
                    false => "http://",
                });
                self.server.put_authority(sink);
                self.put_target(sink);
            }
            Part::Target => self.put_target(sink),
            Part::Authorization => self.authorization.put_value(sink),
            Part::Body => self.put_body(sink),
        }
    }

    fn put_body(&self, sink: &mut Sink<'_>) {
        if self.method() != Method::Get {
            self.form.put(self.values, sink);
        }
    }

    #[cfg_attr(target_os = "none", inline(never))]
    fn put_target(&self, sink: &mut Sink<'_>) {
        sink.text(self.server.path());
        sink.text("/");
        let values = [self.app_id, self.agent_id];
        self.form
            .endpoint
            .visit_checked_path(&values, sink.pieces());
        if self.method() == Method::Get {
            self.form.put(self.values, sink);
        }
    }

    /// The method as a text; a device has no other.
    fn verb(&self) -> &'static str {
        debug_assert!(matches!(self.method(), Method::Get | Method::Post));
        match self.method() {
            Method::Get => "GET",
            _ => "POST",
        }
    }

    fn put_head(&self, sink: &mut Sink<'_>) {
        sink.text(self.verb());
        sink.text(" ");
        self.put_target(sink);
        sink.text(" HTTP/1.1\r\nHost: ");
        self.server.put_authority(sink);
        if let Some(name) = self.authorization.name() {
            sink.text("\r\n");
            sink.text(name);
            sink.text(": ");
            self.authorization.put_value(sink);
        }
        sink.text("\r\nAccept-Encoding: identity");
        if self.form.endpoint.body == BodyKind::Json {
            sink.text("\r\nContent-Type: application/json");
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

/// A request of a form, for `internals`.
///
/// # Errors
///
/// Those of the request's own type.
#[cfg(feature = "internals")]
pub fn request<'a>(
    form: &'static Form,
    values: &'a dyn Values,
    target: &Target<'a>,
    passed: u8,
) -> Result<Request<'a>, Error> {
    Request::new(form, values, target, passed)
}

/// Shows nothing of what proves the device or is in the body.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("endpoint", &self.form.endpoint.name)
            .field("server", &self.server)
            .field("authorization", self.authorization)
            .finish_non_exhaustive()
    }
}
