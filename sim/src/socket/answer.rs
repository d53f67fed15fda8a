//! From bytes to what doubles and faults work with, and back.

use std::pin::Pin;
use std::task::{Context, Poll};

use http_body_util::{BodyExt as _, Limited};
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use tokenmint::http::{
    BaseUrl, Body as Content, Endpoint, Headers, Method, Request, RequestOptions, Response,
    Settings,
};

use super::Broken;
use super::wire::Cut;
use crate::fault::Fault;
use crate::network::page;

/// The most bytes of a request's body.
const MOST: usize = 8 << 20;

/// Bytes of a chunk: fewer than a member's name and value often have.
const CHUNK: usize = 16;

/// So many bytes of an answer that breaks off in its headers get through.
const HALF_OF_HEADERS: usize = 24;

/// The request as doubles know it.
pub(super) async fn request(
    url: &str,
    received: hyper::Request<Incoming>,
) -> Result<Request, Broken> {
    const ANY: Endpoint = Endpoint::new("any", Method::Get, "any");
    let (head, body) = received.into_parts();
    let base = BaseUrl::new(url).map_err(|_| Broken)?;
    let empty = Request::to(&ANY, &base).build(&Settings::new(), &RequestOptions::new());
    let mut request = empty.map_err(|_| Broken)?;
    request.method = head.method.as_str().parse().map_err(|_| Broken)?;
    let target = head.uri.path_and_query().ok_or(Broken)?;
    request.url = format!("{url}{target}");
    request.headers = Headers::new();
    for (name, value) in &head.headers {
        request
            .headers
            .add_received(name.as_str(), value.as_bytes());
    }
    let body = Limited::new(body, MOST).collect().await;
    let body = body.map_err(|_| Broken)?.to_bytes();
    request.body = (!body.is_empty()).then(|| Content::raw(body.into()));
    Ok(request)
}

/// What a fault leaves of the service's answer; nothing of it where the
/// connection ends.
pub(super) fn after(
    fault: Option<Fault>,
    response: Option<Response>,
    request: &Request,
    cut: &Cut,
    is_chunked: bool,
) -> Result<hyper::Response<Part>, Broken> {
    let response = match fault.and_then(|fault| page(fault, request)) {
        Some(page) => page,
        None => response.ok_or_else(|| {
            if fault == Some(Fault::ResetBefore) {
                cut.reset();
            }
            Broken
        })?,
    };
    let (mut body, half) = (response.body, fault == Some(Fault::HalfBody));
    if half {
        body.truncate(body.len() / 2);
    }
    let mut part = Part::whole(body, is_chunked);
    match fault {
        Some(Fault::AnswerLost | Fault::SlowAnswer) => return Err(Broken),
        Some(Fault::BrokenHeaders) => cut.after(HALF_OF_HEADERS),
        Some(Fault::BrokenBody) => part.breaks(),
        _ => {}
    }
    let mut made = hyper::Response::builder().status(response.status);
    let headers = response.headers.iter();
    for (name, value) in headers.filter(|(name, _)| *name != "content-length") {
        made = made.header(name, value);
    }
    made.body(part).map_err(|_| Broken)
}

/// A body, or the first half of one.
#[derive(Debug)]
pub(super) struct Part {
    bytes: Option<Bytes>,
    /// The length that is said; none of what comes in chunks.
    length: Option<u64>,
    breaks: bool,
    /// Whether what there is has had the time to get out before.
    is_out: bool,
}

impl Part {
    fn whole(bytes: Vec<u8>, is_chunked: bool) -> Self {
        Self {
            length: (!is_chunked).then_some(bytes.len() as u64),
            bytes: Some(bytes.into()).filter(|bytes: &Bytes| !bytes.is_empty()),
            breaks: false,
            is_out: false,
        }
    }

    fn breaks(&mut self) {
        self.breaks = true;
        if let Some(bytes) = &mut self.bytes {
            bytes.truncate(bytes.len() / 2);
        }
    }
}

impl Body for Part {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        Poll::Ready(match self.bytes.take() {
            Some(mut bytes) => {
                if self.length.is_none() && bytes.len() > CHUNK {
                    self.bytes = Some(bytes.split_off(CHUNK));
                }
                Some(Ok(Frame::data(bytes)))
            }
            None if self.breaks && self.is_out => Some(Err(Broken)),
            None if self.breaks => {
                self.is_out = true;
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            None => None,
        })
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && !self.breaks
    }

    fn size_hint(&self) -> SizeHint {
        self.length
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
