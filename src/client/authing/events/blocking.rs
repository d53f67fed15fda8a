//! The blocking event stream.

use core::fmt;
use core::time::Duration;
use std::boxed::Box;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs};
use std::string::{String, ToString};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use rustls::{ClientConnection, StreamOwned};
use tungstenite::{HandshakeError, Message, WebSocket};

use super::EventOptions;
use super::failure::Failure;
use super::machine::Machine;
use super::request::{Opening, Subscriber};
use crate::http::{Error, ErrorKind};

/// Events as they come: an iterator of texts that blocks, and ends after an
/// error or [`EventsHandle::close`].
///
/// A connection that is lost is opened again in between; see the
/// [module](crate::client::authing::events).
pub struct Events {
    opening: Opening,
    machine: Machine,
    control: Arc<Control>,
    connected: Option<Connected>,
    resume_at: Option<Instant>,
}

impl Events {
    /// Subscribes.
    pub(in crate::client::authing) fn open(
        subscriber: Arc<dyn Subscriber>,
        code: &str,
        options: &EventOptions,
    ) -> Result<Self, Error> {
        let opening = Opening::new(subscriber, code, options)?;
        let mut machine = Machine::new(options.retry);
        let control = Arc::new(Control::default());
        let connected =
            connect(&opening, &control).map_err(|failure| machine.end(failure.error))?;
        Ok(Self {
            opening,
            machine,
            control,
            connected: Some(connected),
            resume_at: None,
        })
    }

    /// The next event, if one comes within `limit`. Nothing also at the end;
    /// [`Self::is_closed`] tells. A new connection that is under way is not
    /// given up for the limit.
    ///
    /// # Errors
    ///
    /// Whatever [`ErrorKind`] lists; the stream has then ended.
    pub fn next_within(&mut self, limit: Duration) -> Result<Option<String>, Error> {
        let now = Instant::now();
        self.read(Some(now.checked_add(limit).unwrap_or(now)))
    }

    /// What ends this stream from elsewhere.
    #[must_use]
    pub fn handle(&self) -> EventsHandle {
        EventsHandle(Arc::clone(&self.control))
    }

    /// Whether nothing will come any more.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.machine.ended || self.control.is_closed()
    }

    /// How often the connection was lost and opened again: each time events
    /// may have been missed.
    #[must_use]
    pub const fn reconnections(&self) -> u64 {
        self.machine.reconnections
    }

    fn read(&mut self, until: Option<Instant>) -> Result<Option<String>, Error> {
        while !self.is_closed() {
            let Some(connected) = &mut self.connected else {
                if !self.control.wait(self.resume_at, until) {
                    return Ok(None);
                }
                match connect(&self.opening, &self.control) {
                    Ok(connected) => {
                        self.machine.reconnections = self.machine.reconnections.saturating_add(1);
                        self.connected = Some(connected);
                    }
                    Err(failure) => self.lost(failure)?,
                }
                continue;
            };
            match connected.next(until, self.opening.options.idle) {
                Ok(Received::Text(text)) => {
                    self.machine.alive();
                    return Ok(Some(text));
                }
                Ok(Received::Other) => self.machine.alive(),
                Ok(Received::Nothing) => return Ok(None),
                Err(error) => {
                    let now = self.opening.environment().unix_time();
                    self.lost(Failure::of_socket(*error, now))?;
                }
            }
        }
        Ok(None)
    }

    fn lost(&mut self, failure: Failure) -> Result<(), Error> {
        self.connected = None;
        if self.control.is_closed() {
            return Ok(());
        }
        let jitter = self.opening.environment().jitter();
        let wait = self.machine.failed(failure, jitter)?;
        self.resume_at = Instant::now().checked_add(wait);
        Ok(())
    }
}

impl Iterator for Events {
    type Item = Result<String, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read(None).transpose()
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events")
            .field("host", &self.opening.address.host)
            .field("is_closed", &self.is_closed())
            .field("reconnections", &self.machine.reconnections)
            .finish_non_exhaustive()
    }
}

/// Ends a stream, from any thread.
#[derive(Clone)]
pub struct EventsHandle(Arc<Control>);

impl EventsHandle {
    /// Ends the stream; whoever waits for an event gets none. (While a
    /// connection is being opened that takes as long as this may take.)
    pub fn close(&self) {
        let mut state = self.0.lock();
        state.closed = true;
        if let Some(socket) = state.socket.take() {
            // It may be gone already.
            let _ = socket.shutdown(Shutdown::Both);
        }
        drop(state);
        self.0.changed.notify_all();
    }
}

impl fmt::Debug for EventsHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventsHandle")
            .field("is_closed", &self.0.is_closed())
            .finish()
    }
}

#[derive(Default)]
struct Control {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    closed: bool,
    /// The socket of this moment.
    socket: Option<TcpStream>,
}

impl Control {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_closed(&self) -> bool {
        self.lock().closed
    }

    fn watch(&self, socket: &TcpStream) {
        self.lock().socket = socket.try_clone().ok();
    }

    /// Waits for `due`. False when the stream was closed, or `until` came
    /// first.
    fn wait(&self, due: Option<Instant>, until: Option<Instant>) -> bool {
        let mut state = self.lock();
        while !state.closed {
            let now = Instant::now();
            let left = due.map_or(Duration::ZERO, |due| due.saturating_duration_since(now));
            if left.is_zero() {
                return true;
            }
            let limit = until.map_or(left, |until| until.saturating_duration_since(now));
            if limit.is_zero() {
                return false;
            }
            let waited = self.changed.wait_timeout(state, left.min(limit));
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        false
    }
}

fn connect(opening: &Opening, control: &Control) -> Result<Connected, Failure> {
    let refused = |error| Failure::new(error, crate::http::Outcome::Fatal);
    let request = opening.request().map_err(refused)?;
    let socket = dial(opening)?;
    control.watch(&socket);
    let limit = opening.options.connect_timeout;
    let limit = limit.saturating_add(opening.options.response_timeout);
    let timed = Timed {
        socket,
        deadline: Instant::now().checked_add(limit),
    };
    let stream = if opening.address.is_tls {
        let name = opening.server_name().map_err(refused)?;
        let session = ClientConnection::new(Arc::clone(&opening.tls), name)
            .map_err(|error| refused(Error::new(ErrorKind::Tls).with_source(error)))?;
        Stream::Tls(Box::new(StreamOwned::new(session, timed)))
    } else {
        Stream::Plain(timed)
    };
    match tungstenite::client::client_with_config(request, stream, Some(opening.config())) {
        Ok((socket, _)) => Ok(Connected { socket }),
        Err(HandshakeError::Interrupted(_)) => Err(Failure::lost(ErrorKind::Timeout)),
        Err(HandshakeError::Failure(error)) => {
            let now = opening.environment().unix_time();
            Err(Failure::of_socket(error, now))
        }
    }
}

/// A socket to the first address that takes one.
fn dial(opening: &Opening) -> Result<TcpStream, Failure> {
    let address = (opening.address.host.as_str(), opening.address.port);
    let addresses = address.to_socket_addrs().map_err(Failure::not_resolved)?;
    let mut failure = Failure::not_resolved(io::ErrorKind::NotFound.into());
    for address in addresses {
        match TcpStream::connect_timeout(&address, opening.options.connect_timeout) {
            Ok(socket) => {
                // Only the speed of pings depends on it.
                let _ = socket.set_nodelay(true);
                return Ok(socket);
            }
            Err(error) => failure = Failure::not_connected(error),
        }
    }
    Err(failure)
}

struct Connected {
    socket: WebSocket<Stream>,
}

enum Received {
    Text(String),
    /// A ping, a pong, bytes that are no text.
    Other,
    /// The time was over first.
    Nothing,
}

impl Connected {
    fn next(
        &mut self,
        until: Option<Instant>,
        idle: Duration,
    ) -> Result<Received, Box<tungstenite::Error>> {
        let mut silent_until = Instant::now().checked_add(idle);
        let mut pinged = false;
        loop {
            let deadline = [until, silent_until].into_iter().flatten().min();
            self.socket.get_mut().timed().deadline = deadline;
            match self.socket.read() {
                Ok(Message::Text(text)) => return Ok(Received::Text(text.to_string())),
                Ok(_) => return Ok(Received::Other),
                Err(tungstenite::Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => {
                    let now = Instant::now();
                    if until.is_some_and(|until| until <= now) {
                        return Ok(Received::Nothing);
                    }
                    if pinged {
                        let error = io::Error::from(io::ErrorKind::TimedOut);
                        return Err(Box::new(error.into()));
                    }
                    pinged = true;
                    silent_until = now.checked_add(idle);
                    self.socket.get_mut().timed().deadline = silent_until;
                    self.socket.send(Message::Ping(Default::default()))?;
                }
                Err(error) => return Err(Box::new(error)),
            }
        }
    }
}

/// A socket with one deadline for everything. What is read or written in part
/// is gone on with by the next call.
struct Timed {
    socket: TcpStream,
    deadline: Option<Instant>,
}

impl Timed {
    fn arm(&self) -> io::Result<()> {
        let left = self
            .deadline
            .map(|deadline| deadline.saturating_duration_since(Instant::now()));
        if left.is_some_and(|left| left.is_zero()) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        self.socket.set_read_timeout(left)?;
        self.socket.set_write_timeout(left)
    }
}

/// The kind by which `tungstenite` knows that nothing is broken.
fn late(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::TimedOut => io::ErrorKind::WouldBlock.into(),
        _ => error,
    }
}

impl Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.arm()?;
        self.socket.read(buffer).map_err(late)
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.arm()?;
        self.socket.write(bytes).map_err(late)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}

enum Stream {
    Plain(Timed),
    Tls(Box<StreamOwned<ClientConnection, Timed>>),
}

impl Stream {
    fn timed(&mut self) -> &mut Timed {
        match self {
            Self::Plain(timed) => timed,
            Self::Tls(stream) => &mut stream.sock,
        }
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read(buffer),
            Self::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.write(bytes),
            Self::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.flush(),
            Self::Tls(stream) => stream.flush(),
        }
    }
}
