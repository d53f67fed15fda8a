//! A server on the loopback interface that does exactly what a test says.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Received {
    pub head: String,
    pub body: Vec<u8>,
}

#[allow(dead_code)]
impl Received {
    /// Method and target of the first line.
    pub fn line(&self) -> (&str, &str) {
        let mut parts = self.head.lines().next().unwrap_or("").split(' ');
        (parts.next().unwrap_or(""), parts.next().unwrap_or(""))
    }

    pub fn headers(&self) -> Vec<(String, String)> {
        let lines = self.head.lines().skip(1);
        lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_string()))
            .collect()
    }

    pub fn header(&self, name: &str) -> Option<String> {
        let mut found = self
            .headers()
            .into_iter()
            .filter(|(known, _)| known == name);
        let value = found.next().map(|(_, value)| value);
        assert!(found.next().is_none(), "{name} came twice: {}", self.head);
        value
    }
}

/// One thing the server does with a connection.
#[allow(dead_code)]
#[derive(Clone)]
pub enum Act {
    Send(Vec<u8>),
    Pause(Duration),
    /// Reads so many bytes, which are then the body of one more request
    /// without a head.
    Read(usize),
    /// Closes with a reset: only without having read the request.
    Reset,
    /// Waits until the other side is gone.
    AwaitEnd,
}

/// What the server does with the n-th connection.
pub struct Script {
    pub read_request: bool,
    pub acts: Vec<Act>,
}

impl Script {
    pub fn send(bytes: impl Into<Vec<u8>>) -> Self {
        Self::acts([Act::Send(bytes.into())])
    }

    pub fn acts(acts: impl IntoIterator<Item = Act>) -> Self {
        Self {
            read_request: true,
            acts: acts.into_iter().collect(),
        }
    }

    pub fn unread(mut self) -> Self {
        self.read_request = false;
        self
    }
}

/// A whole answer with the length of its body.
#[allow(dead_code)]
pub fn answer(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let len = body.len();
    format!(
        "HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {len}\r\n{headers}\r\n{body}"
    )
    .into_bytes()
}

pub trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

/// What stands between the socket and HTTP: nothing, or TLS.
pub type Wrap = Arc<dyn Fn(TcpStream) -> Box<dyn Stream> + Send + Sync>;

pub struct Server {
    pub port: u16,
    received: Arc<Mutex<Vec<Received>>>,
    connections: Arc<AtomicUsize>,
    ended: Arc<AtomicUsize>,
}

#[allow(dead_code)]
impl Server {
    pub fn start(script: impl Fn(usize, &Received) -> Script + Send + Sync + 'static) -> Self {
        Self::wrapped(Arc::new(|stream| Box::new(stream)), script)
    }

    /// Answers every connection with the same bytes.
    pub fn constant(bytes: Vec<u8>) -> Self {
        Self::start(move |_, _| Script::send(bytes.clone()))
    }

    /// Answers connections in turn.
    pub fn sequence(answers: Vec<Vec<u8>>) -> Self {
        Self::start(move |n, _| Script::send(answers[n.min(answers.len() - 1)].clone()))
    }

    /// Never reads a request; `script` sees an empty one.
    pub fn deaf(script: impl Fn(usize) -> Script + Send + Sync + 'static) -> Self {
        Self::start_with(Arc::new(|stream| Box::new(stream)), false, move |n, _| {
            script(n).unread()
        })
    }

    pub fn wrapped(
        wrap: Wrap,
        script: impl Fn(usize, &Received) -> Script + Send + Sync + 'static,
    ) -> Self {
        Self::start_with(wrap, true, script)
    }

    fn start_with(
        wrap: Wrap,
        read: bool,
        script: impl Fn(usize, &Received) -> Script + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            received: Arc::default(),
            connections: Arc::default(),
            ended: Arc::default(),
        };
        let (received, connections) = (server.received.clone(), server.connections.clone());
        let (ended, script) = (server.ended.clone(), Arc::new(script));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                let n = connections.fetch_add(1, Ordering::SeqCst);
                let (received, ended) = (received.clone(), ended.clone());
                let (script, wrap) = (script.clone(), wrap.clone());
                thread::spawn(move || {
                    serve(stream, n, read, &wrap, &received, &*script);
                    ended.fetch_add(1, Ordering::SeqCst);
                });
            }
        });
        server
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no panic").clone()
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Waits until so many connections are over.
    pub fn await_ended(&self, count: usize) {
        for _ in 0..1000 {
            if self.ended.load(Ordering::SeqCst) >= count {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the connection was not closed");
    }
}

fn serve(
    stream: TcpStream,
    n: usize,
    read: bool,
    wrap: &Wrap,
    received: &Mutex<Vec<Received>>,
    script: &(impl Fn(usize, &Received) -> Script + ?Sized),
) {
    let limit = Some(Duration::from_secs(20));
    stream.set_read_timeout(limit).expect("a limit");
    stream.set_nodelay(true).expect("no delay");
    let raw = stream.try_clone().expect("a second handle");
    let mut stream = wrap(stream);
    let request = if read {
        let Some(request) = read_request(&mut *stream) else {
            return;
        };
        received.lock().expect("no panic").push(request.clone());
        request
    } else {
        // Something has to be there, unread, for a reset to happen.
        let _ = raw.peek(&mut [0]);
        Received {
            head: String::new(),
            body: Vec::new(),
        }
    };
    for act in script(n, &request).acts {
        match act {
            Act::Send(bytes) => {
                if stream
                    .write_all(&bytes)
                    .and_then(|()| stream.flush())
                    .is_err()
                {
                    return;
                }
            }
            Act::Pause(duration) => thread::sleep(duration),
            Act::Read(len) => {
                let mut body = vec![0; len];
                if stream.read_exact(&mut body).is_err() {
                    return;
                }
                let head = String::new();
                received
                    .lock()
                    .expect("no panic")
                    .push(Received { head, body });
            }
            Act::Reset => return,
            Act::AwaitEnd => while stream.read(&mut [0; 64]).is_ok_and(|len| len > 0) {},
        }
    }
}

fn read_request(stream: &mut dyn Stream) -> Option<Received> {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        bytes.push(byte[0]);
    }
    let head = String::from_utf8(bytes).expect("a head is text");
    let mut request = Received {
        head,
        body: Vec::new(),
    };
    let len = request.header("content-length");
    let len = len.map_or(0, |len| len.parse().expect("a length"));
    request.body.resize(len, 0);
    stream.read_exact(&mut request.body).ok()?;
    Some(request)
}
