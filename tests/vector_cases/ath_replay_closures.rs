//! Closures in the place of network and server.

use tokenmint::http::{
    AsyncClient, Client, Headers, Request, Response, TransportError, TransportErrorKind,
};

use super::{Planned, Script, Seen};

pub const NAME: &str = "closures";

pub struct Network(Script);

impl Network {
    pub const fn new(script: Script) -> Self {
        Self(script)
    }

    pub fn origin(&self) -> String {
        "http://127.0.0.1:8000".to_string()
    }

    pub fn blocking(&self) -> Client {
        let script = self.0.clone();
        Client::new(move |request: Request| answer(&script, &request))
    }

    pub fn asynchronous(&self) -> AsyncClient {
        let script = self.0.clone();
        AsyncClient::new(move |request: Request| {
            let answer = answer(&script, &request);
            async move { answer }
        })
    }
}

fn answer(script: &Script, request: &Request) -> Result<Response, TransportError> {
    match script.next(Seen::of(request)) {
        Planned::Answer {
            status,
            headers: received,
            body,
        } => {
            let mut headers = Headers::new();
            for (name, value) in received {
                headers.add_received(&name, value.as_bytes());
            }
            Ok(Response::new(status, headers, body.into_bytes()))
        }
        Planned::Silence => Err(TransportError::maybe_sent(TransportErrorKind::Timeout)),
        Planned::Refused => Err(TransportError::not_sent(TransportErrorKind::Connect)),
        Planned::HangUp => Err(TransportError::maybe_sent(TransportErrorKind::Interrupted)),
    }
}
