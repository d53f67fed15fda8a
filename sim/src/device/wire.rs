//! The bytes between a device and the network: the library's own request as it is
//! written, and its own reader, which gets the answer in pieces of any size.

use std::time::Duration;

use tokenmint::device::{Answer, Request as DeviceRequest};
use tokenmint::http::{
    BaseUrl, Body, Endpoint, Headers, Method, Request, RequestOptions, Response, Settings,
    Timeouts, Transport as _,
};
use tokenmint::internals::wire::http_date;

use crate::fault::Fault;
use crate::network::Network;
use crate::random::Random;
use crate::world::World;

/// What became of an exchange.
pub(super) enum Came {
    /// An answer, read to its end or as far as it came.
    Answer(Box<Answer<'static>>),
    /// Nothing was sent; whether it was for the name of the host.
    NotSent { is_of_the_name: bool },
    /// No answer, or a part of one.
    Lost,
}

/// Sends a request and reads what comes back within `limit`.
pub(super) fn exchange(
    world: &World,
    network: &Network,
    request: &DeviceRequest<'_>,
    limit: Duration,
) -> Result<Came, String> {
    let mut bytes = vec![0; request.size()];
    let bytes = request.write(&mut bytes).map_err(|e| e.to_string())?;
    let mut sent = parse(bytes).ok_or("a request is no HTTP/1.1")?;
    sent.timeouts = Timeouts::of(limit).total(limit);
    let mut random = Random::new(world.lock().random.number());
    let mut answer = request.answer();
    let result = network.send(sent);
    let fault = world.lock().exchanges.last().and_then(|it| it.fault);
    match result {
        Ok(response) => {
            let now = world.lock().clock.true_time();
            let framing = match fault {
                Some(Fault::HalfBody) => Framing::Close,
                _ => Framing::any(&mut random),
            };
            let bytes = written(&response, now, framing, &mut random);
            let whole = feed(&mut answer, &bytes, &mut random);
            if framing == Framing::Close && whole.is_ok() {
                // What is not whole is seen by the reader.
                let _ = answer.end();
            }
            Ok(match answer.is_complete() {
                true => Came::Answer(Box::new(answer)),
                false => Came::Lost,
            })
        }
        Err(error) if !error.may_have_been_sent() => Ok(Came::NotSent {
            is_of_the_name: error.kind() == tokenmint::http::TransportErrorKind::Resolve,
        }),
        Err(_) => {
            if matches!(fault, Some(Fault::BrokenHeaders | Fault::BrokenBody)) {
                broken(&mut answer, fault, &mut random);
            }
            Ok(Came::Lost)
        }
    }
}

/// An answer that breaks off must not look like one.
fn broken(answer: &mut Answer<'_>, fault: Option<Fault>, random: &mut Random) {
    let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n{\"agent_id\":\"A999\"}";
    let end = match fault {
        Some(Fault::BrokenHeaders) => 1 + random.below(35),
        _ => whole.len() - 1 - random.below(18),
    };
    let _ = feed(answer, &whole[..end], random);
    let _ = answer.end();
    assert!(!answer.is_complete(), "half an answer is taken for one");
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Framing {
    Length,
    Chunked,
    Close,
}

impl Framing {
    fn any(random: &mut Random) -> Self {
        [Self::Length, Self::Chunked, Self::Close][random.below(3)]
    }
}

/// The answer as a server writes it.
fn written(response: &Response, now: Duration, framing: Framing, random: &mut Random) -> Vec<u8> {
    let mut bytes = Vec::new();
    if random.below(4) == 0 {
        bytes.extend_from_slice(b"HTTP/1.1 100 Continue\r\nx-early: 1\r\n\r\n");
    }
    let line = format!("HTTP/1.1 {} Some Words\r\n", response.status);
    bytes.extend_from_slice(line.as_bytes());
    for (name, value) in response.headers.iter() {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    if let Some(date) = http_date::encode(now.as_secs()) {
        bytes.extend_from_slice(b"dAtE:");
        bytes.extend_from_slice(&date);
        bytes.extend_from_slice(b" \r\n");
    }
    let body = &response.body;
    match framing {
        Framing::Close => bytes.extend_from_slice(b"connection: close\r\n\r\n"),
        Framing::Length => {
            let line = format!("Content-Length: {}\r\n\r\n", body.len());
            bytes.extend_from_slice(line.as_bytes());
        }
        Framing::Chunked => {
            bytes.extend_from_slice(b"Transfer-Encoding: chunked\r\n\r\n");
            let mut rest = body.as_slice();
            while !rest.is_empty() {
                let (chunk, after) = rest.split_at(1 + random.below(rest.len()));
                bytes.extend_from_slice(format!("{:x};n=v\r\n", chunk.len()).as_bytes());
                bytes.extend_from_slice(chunk);
                bytes.extend_from_slice(b"\r\n");
                rest = after;
            }
            bytes.extend_from_slice(b"0\r\ntrailer: 1\r\n\r\n");
            return bytes;
        }
    }
    bytes.extend_from_slice(body);
    bytes
}

/// Hands over bytes in pieces, many of a single byte.
fn feed(
    answer: &mut Answer<'_>,
    bytes: &[u8],
    random: &mut Random,
) -> Result<(), tokenmint::Error> {
    let mut rest = bytes;
    let most = [1, 7, 64, 2048][random.below(4)];
    while !rest.is_empty() && !answer.is_complete() {
        let (piece, after) = rest.split_at((1 + random.below(most)).min(rest.len()));
        answer.read(piece)?;
        rest = after;
    }
    Ok(())
}

/// The request as doubles know it.
fn parse(bytes: &[u8]) -> Option<Request> {
    const ANY: Endpoint = Endpoint::new("any", Method::Get, "any");
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let (head, body) = (str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 4..]);
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    let mut headers = Headers::new();
    for line in lines {
        let (name, value) = line.split_once(": ")?;
        headers.add_received(&name.to_ascii_lowercase(), value.as_bytes());
    }
    let base = BaseUrl::new("https://any.example").ok()?;
    let mut request = Request::to(&ANY, &base)
        .build(&Settings::new(), &RequestOptions::new())
        .ok()?;
    let length = headers.get("content-length").unwrap_or("0");
    if version != "HTTP/1.1" || words.next().is_some() || length.parse() != Ok(body.len()) {
        return None;
    }
    request.method = method.parse().ok()?;
    request.url = format!("https://{}{target}", headers.get("host")?);
    request.headers = headers;
    request.body = (!body.is_empty()).then(|| Body::raw(body.to_vec()));
    Some(request)
}
