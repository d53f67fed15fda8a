//! A server on the loopback interface, and both adapters.

use std::net::TcpListener;

use tokenmint::http::{
    AsyncClient, AsyncTransport, Client, Connection, Proxy, Request, ReqwestTransport, Transport,
    UreqTransport,
};

use super::{Planned, Script, Seen};
use crate::server::{self, Act, Received, Server};

pub const NAME: &str = "a server on the loopback interface";

pub struct Network {
    script: Script,
    server: Server,
    /// Where nothing listens.
    nowhere: String,
}

impl Network {
    pub fn new(script: Script) -> Self {
        let answering = script.clone();
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        Self {
            script,
            server: Server::start(move |_, request| {
                let seen = seen(request);
                let method = seen.method.clone();
                act(&method, answering.next(seen))
            }),
            nowhere: format!("http://{}", free.local_addr().expect("an address")),
        }
    }

    pub fn origin(&self) -> String {
        self.server.url()
    }

    pub fn blocking(&self) -> Client {
        let transport = UreqTransport::new(&direct()).expect("an adapter");
        let detour = self.detour();
        Client::new(move |request| transport.send(detour(request)))
    }

    pub fn asynchronous(&self) -> AsyncClient {
        let transport = ReqwestTransport::new(&direct()).expect("an adapter");
        let detour = self.detour();
        AsyncClient::new(move |request| {
            let (transport, request) = (transport.clone(), detour(request));
            async move { transport.send(request).await }
        })
    }

    /// Sends a request that is to find no server to where none is.
    fn detour(&self) -> impl Fn(Request) -> Request + Send + Sync + 'static {
        let (script, nowhere) = (self.script.clone(), self.nowhere.clone());
        let here = self.origin();
        move |mut request| {
            let next = script.lock().planned.front().cloned();
            if matches!(next, Some(Planned::Refused)) {
                script.next(Seen::of(&request));
                request.url = request.url.replacen(&here, &nowhere, 1);
            }
            request
        }
    }
}

fn direct() -> Connection {
    Connection::new().proxy(Proxy::None)
}

fn seen(request: &Received) -> Seen {
    let (method, target) = request.line();
    let names = request.headers();
    Seen {
        method: method.to_string(),
        target: target.to_string(),
        headers: names
            .iter()
            // Which fails when one stands twice.
            .map(|(name, _)| (name.clone(), request.header(name).expect("a header")))
            .collect(),
        body: request.body.clone(),
    }
}

fn act(method: &str, planned: Planned) -> server::Script {
    let Planned::Answer {
        status,
        headers,
        body,
    } = planned
    else {
        let silent = matches!(planned, Planned::Silence);
        return server::Script::acts(silent.then_some(Act::AwaitEnd));
    };
    let mut head = format!("HTTP/1.1 {status} X\r\nconnection: close\r\n");
    for (name, value) in &headers {
        let ours = ["connection", "content-length", "transfer-encoding", "date"];
        if !ours.contains(&name.as_str()) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    if method == "HEAD" {
        let len = headers.iter().find(|(name, _)| name == "content-length");
        if let Some((name, value)) = len {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        return server::Script::send(format!("{head}\r\n"));
    }
    if status != 204 {
        head.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    server::Script::send(format!("{head}\r\n{body}"))
}
