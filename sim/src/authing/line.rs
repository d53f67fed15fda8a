//! The event stream's side of the service: connections without sockets, on
//! virtual time.
//!
//! The handshake is an exchange like any other. When it stands, events come at
//! their times, and these faults mean something else:
//!
//! | fault | what happens |
//! |---|---|
//! | `broken-body` | the connection ends within the next event |
//! | `half-body` | what comes is no frame of a WebSocket |
//! | `slow-answer` | silence: neither events nor answers to pings |
//! | `machine-sleeps` | the machine of the client sleeps after the next event, and the connection is gone |

use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64ct::{Base64, Encoding as _};
use sha1::{Digest as _, Sha1};
use tokenmint::client::authing::events::{Closer, Dial, Line};
use tokenmint::http::{
    BaseUrl, Endpoint, Headers, Method, Request, RequestOptions, Response, Settings,
    TransportErrorKind,
};

use crate::fault::Fault;
use crate::network::{NAP, Network};
use crate::violation::Invariant;
use crate::world::World;

/// The only host of streams.
pub(super) const HOST: &str = "events.authing.example";

/// As documented: the least that is kept of the first wait, and the longest.
const WAITS: [Duration; 2] = [Duration::from_millis(250), Duration::from_secs(30)];

/// What the service has to tell, and what it told.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// When, in true time, and what.
    pub(super) events: Vec<(Duration, String)>,
    /// What got through, in order.
    pub(super) delivered: Vec<String>,
    /// How often a connection was asked for.
    pub(super) dials: usize,
    /// Connections that stand.
    open: usize,
    /// When the client gave one up, unless the user subscribes anew.
    pub(super) gave_up: Option<Duration>,
}

/// Makes connections to the only stream of a world.
#[derive(Clone)]
pub(super) struct Dialer {
    world: World,
    network: Network,
    plan: Arc<Mutex<Plan>>,
}

impl Dialer {
    pub(super) fn new(world: &World, network: Network) -> Self {
        Self {
            world: world.clone(),
            network,
            plan: Arc::default(),
        }
    }

    pub(super) fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long a client waits before it connects again.
    fn check_wait(&self) {
        let mut state = self.world.lock();
        let now = state.clock.monotonic();
        if let Some(gave_up) = self.plan().gave_up.take() {
            let waited = now.saturating_sub(gave_up);
            if !(WAITS[0]..=WAITS[1]).contains(&waited) {
                let text = format!("a stream connects again after {waited:?}");
                state.violated(Invariant::Deadline, text);
            }
        }
    }
}

impl fmt::Debug for Dialer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dialer")
    }
}

impl Dial for Dialer {
    fn dial(&self, host: &str, port: u16, is_tls: bool, _: Duration) -> io::Result<Box<dyn Line>> {
        self.check_wait();
        self.plan().dials += 1;
        if (host, port, is_tls) != (HOST, 443, true) {
            let text = format!("a stream to {host}:{port}, TLS {is_tls}");
            self.world.lock().violated(Invariant::Origin, text);
        }
        let connection = Connection {
            dialer: self.clone(),
            deadline: None,
            heard: Vec::new(),
            says: VecDeque::new(),
            said: 0,
            read: 0,
            ends: VecDeque::new(),
            stage: Stage::Asked,
            fault: None,
            next: 0,
        };
        let next = {
            let state = self.world.lock();
            state.faults.at(state.exchanges.len())
        };
        // Nothing is sent then; the exchange is that of the connection.
        let refused = matches!(next, Some(Fault::NotResolved | Fault::Refused));
        if refused && connection.exchange("").1.is_err() {
            return Err(io::ErrorKind::ConnectionRefused.into());
        }
        Ok(Box::new(connection))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The handshake is being read.
    Asked,
    /// Events come.
    Stands,
    /// Nothing comes any more, and nothing tells the client so.
    Silent,
    /// The rest is said, and then it ends.
    Over,
}

#[derive(Debug)]
struct Connection {
    dialer: Dialer,
    deadline: Option<Duration>,
    /// What the client wrote and nobody has looked at.
    heard: Vec<u8>,
    /// What is on its way to the client.
    says: VecDeque<u8>,
    said: usize,
    read: usize,
    /// Where events end in all that is said.
    ends: VecDeque<(usize, String)>,
    stage: Stage,
    /// What happens while it stands.
    fault: Option<Fault>,
    /// The next event.
    next: usize,
}

impl Connection {
    fn say(&mut self, bytes: &[u8]) {
        self.said += bytes.len();
        self.says.extend(bytes);
    }

    /// The request line and the key are known: asks the service.
    fn exchange(&self, target: &str) -> (Option<Fault>, Result<Response, TransportErrorKind>) {
        const ANY: Endpoint = Endpoint::new("sub_event", Method::Get, "any");
        let url = format!("https://{HOST}");
        let made = BaseUrl::new(&url).and_then(|base| {
            Request::to(&ANY, &base).build(&Settings::new(), &RequestOptions::new())
        });
        let Ok(mut request) = made else {
            return (None, Err(TransportErrorKind::Other));
        };
        request.url = format!("{url}/{}", target.trim_start_matches('/'));
        request.headers = Headers::new();
        let Dialer { network, world, .. } = &self.dialer;
        let passage = network.depart(&request);
        world.advance(passage.wait);
        // What happens to a stream happens after the handshake.
        let later = {
            let fault = &mut world.lock().exchanges[passage.number].fault;
            fault.take_if(|fault| {
                matches!(
                    fault,
                    Fault::BrokenBody | Fault::HalfBody | Fault::SlowAnswer | Fault::MachineSleeps
                )
            })
        };
        let (result, wait) = network.arrive(&passage, &request);
        if later.is_some() {
            world.lock().exchanges[passage.number].fault = later;
        }
        if !matches!(&result, Err(error) if error.kind() == TransportErrorKind::Timeout) {
            world.advance(wait);
        }
        (later, result.map_err(|error| error.kind()))
    }

    /// A whole request for a stream was read.
    fn answer(&mut self, request: &str) {
        let target = request.split(' ').nth(1).unwrap_or_default();
        let (fault, result) = self.exchange(target);
        self.fault = fault;
        match result {
            Ok(response) if response.status == 101 => {
                let accept = Base64::encode_string(&Sha1::digest(format!(
                    "{}258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                    header(request, "sec-websocket-key")
                )));
                self.say(
                    format!(
                        "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n\
                         connection: Upgrade\r\nsec-websocket-accept: {accept}\r\n\r\n"
                    )
                    .as_bytes(),
                );
                self.stand();
            }
            Ok(response) => {
                let mut head = format!("HTTP/1.1 {} x\r\n", response.status);
                for (name, value) in response.headers.iter() {
                    head.push_str(&format!("{name}: {value}\r\n"));
                }
                head.push_str(&format!("content-length: {}\r\n\r\n", response.body.len()));
                self.say(head.as_bytes());
                self.say(&response.body);
                self.stage = Stage::Over;
            }
            Err(TransportErrorKind::Timeout) => self.stage = Stage::Silent,
            Err(_) => self.stage = Stage::Over,
        }
    }

    fn stand(&mut self) {
        let dialer = self.dialer.clone();
        let (mut plan, mut state) = (dialer.plan(), dialer.world.lock());
        if self.fault == Some(Fault::SlowAnswer) {
            self.stage = Stage::Silent;
            return;
        }
        self.stage = Stage::Stands;
        // What happened before is not told again.
        let now = state.clock.true_time();
        self.next = plan.events.partition_point(|(at, _)| *at <= now);
        plan.open += 1;
        if plan.open > 1 {
            state.violated(Invariant::NotTwice, "two streams for one");
        }
    }

    /// Says the next event, or what comes in its place.
    fn tell(&mut self) {
        let text = self.dialer.plan().events[self.next].1.clone();
        self.next += 1;
        let mut frame = vec![0x81, u8::try_from(text.len()).unwrap_or(125)];
        frame.extend(text.as_bytes());
        match self.fault {
            Some(Fault::BrokenBody) => {
                let half = frame.len() / 2;
                self.say(&frame[..half]);
                self.end();
            }
            Some(Fault::HalfBody) => {
                // Bits that no extension was agreed on for.
                self.say(&[0xff, 0x01, 0x00]);
                self.end();
            }
            other => {
                self.say(&frame);
                self.ends.push_back((self.said, text));
                if other == Some(Fault::MachineSleeps) {
                    self.dialer.world.lock().clock.sleep_machine(NAP);
                    self.end();
                }
            }
        }
    }

    fn end(&mut self) {
        if self.stage == Stage::Stands {
            self.dialer.plan().open -= 1;
        }
        self.stage = Stage::Over;
    }

    /// Answers pings; whatever else the client says is its end.
    fn hear(&mut self) {
        while self.stage == Stage::Stands && self.heard.len() >= 6 {
            let (kind, length) = (self.heard[0] & 0x0f, usize::from(self.heard[1] & 0x7f));
            if self.heard.len() < 6 + length {
                return;
            }
            let mut payload: Vec<u8> = self.heard.drain(..6 + length).collect();
            let mask: Vec<u8> = payload.drain(..6).skip(2).collect();
            for (byte, mask) in payload.iter_mut().zip(mask.iter().cycle()) {
                *byte ^= mask;
            }
            if kind == 9 {
                self.say(&[0x8a, u8::try_from(length).unwrap_or_default()]);
                self.say(&payload);
            } else {
                self.end();
            }
        }
    }
}

fn header<'a>(request: &'a str, name: &str) -> &'a str {
    let mut lines = request.lines().filter_map(|line| line.split_once(": "));
    let found = lines.find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map_or("", |(_, value)| value)
}

impl Read for Connection {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.says.is_empty() {
                let read = self.says.read(buffer)?;
                self.read += read;
                let through = self.ends.partition_point(|(end, _)| *end <= self.read);
                let texts = self.ends.drain(..through).map(|(_, text)| text);
                self.dialer.plan().delivered.extend(texts);
                return Ok(read);
            }
            if self.stage == Stage::Over {
                return Ok(0);
            }
            let next = match self.stage {
                Stage::Stands => self.dialer.plan().events.get(self.next).map(|next| next.0),
                _ => None,
            };
            let mut state = self.dialer.world.lock();
            let (now, true_now) = (state.clock.monotonic(), state.clock.true_time());
            let left = self.deadline.map(|deadline| deadline.saturating_sub(now));
            let wait = next.map(|at| at.saturating_sub(true_now));
            match (wait, left) {
                (Some(wait), left) if left.is_none_or(|left| wait <= left) => {
                    state.clock.advance(wait);
                    drop(state);
                    self.tell();
                }
                (_, Some(left)) => {
                    state.clock.advance(left);
                    return Err(io::ErrorKind::WouldBlock.into());
                }
                _ => {
                    state.violated(Invariant::Ends, "a stream waits for ever");
                    return Ok(0);
                }
            }
        }
    }
}

impl Write for Connection {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.heard.extend(bytes);
        let end = self.heard.windows(4).position(|end| end == b"\r\n\r\n");
        match (self.stage, end) {
            (Stage::Asked, Some(end)) => {
                let head: Vec<u8> = self.heard.drain(..end + 4).collect();
                self.answer(&String::from_utf8_lossy(&head));
            }
            (Stage::Stands, _) => self.hear(),
            (Stage::Over, _) => return Err(io::ErrorKind::BrokenPipe.into()),
            _ => {}
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Line for Connection {
    fn set_deadline(&mut self, deadline: Option<Duration>) {
        self.deadline = deadline;
    }

    fn closer(&self) -> Option<Closer> {
        None
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.end();
        let now = self.dialer.world.lock().clock.monotonic();
        self.dialer.plan().gave_up = Some(now);
    }
}
