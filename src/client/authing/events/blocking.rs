//! The blocking event stream.

use core::fmt;
use core::time::Duration;
use std::boxed::Box;
use std::io;
use std::string::{String, ToString};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tungstenite::{HandshakeError, Message, WebSocket};

use super::EventOptions;
use super::failure::Failure;
use super::line::{Closer, Line, dial};
use super::machine::Machine;
use super::request::{Opening, Subscriber};
use crate::http::{Environment, Error, ErrorKind, Outcome};

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
    resume_at: Duration,
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
            resume_at: Duration::ZERO,
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
        let now = self.opening.environment().monotonic();
        self.read(Some(now.saturating_add(limit)))
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

    fn read(&mut self, until: Option<Duration>) -> Result<Option<String>, Error> {
        while !self.is_closed() {
            let Some(connected) = &mut self.connected else {
                let clock = self.opening.environment();
                if !self.control.wait(clock, self.resume_at, until) {
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
            match connected.next(&self.opening, until) {
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
        let environment = self.opening.environment();
        let wait = self.machine.failed(failure, environment.jitter())?;
        self.resume_at = environment.monotonic().saturating_add(wait);
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
        let closer = {
            let mut state = self.0.lock();
            state.closed = true;
            state.closer.take()
        };
        if let Some(close) = closer {
            close();
        }
    }
}

impl fmt::Debug for EventsHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventsHandle")
            .field("is_closed", &self.0.is_closed())
            .finish()
    }
}

/// How soon a stream that waits notices that it was closed.
const TICK: Duration = Duration::from_millis(100);

#[derive(Default)]
struct Control {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    closed: bool,
    /// What ends the connection of this moment.
    closer: Option<Closer>,
}

impl Control {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_closed(&self) -> bool {
        self.lock().closed
    }

    fn watch(&self, line: &dyn Line) {
        self.lock().closer = line.closer();
    }

    /// Waits for `due`. False when the stream was closed, or `until` came
    /// first.
    fn wait(&self, clock: &dyn Environment, due: Duration, until: Option<Duration>) -> bool {
        while !self.is_closed() {
            let now = clock.monotonic();
            let left = due.saturating_sub(now);
            if left.is_zero() {
                return true;
            }
            let limit = until.map_or(left, |until| until.saturating_sub(now));
            if limit.is_zero() {
                return false;
            }
            clock.sleep(left.min(limit).min(TICK));
        }
        false
    }
}

fn connect(opening: &Opening, control: &Control) -> Result<Connected, Failure> {
    let request = opening
        .request()
        .map_err(|error| Failure::new(error, Outcome::Fatal))?;
    let mut line = dial(opening)?;
    control.watch(&*line);
    let environment = opening.environment();
    let options = &opening.options;
    let limit = options
        .connect_timeout
        .saturating_add(options.response_timeout);
    line.set_deadline(Some(environment.monotonic().saturating_add(limit)));
    match tungstenite::client::client_with_config(request, line, Some(opening.config())) {
        Ok((socket, _)) => Ok(Connected { socket }),
        Err(HandshakeError::Interrupted(_)) => Err(Failure::lost(ErrorKind::Timeout)),
        Err(HandshakeError::Failure(error)) => {
            Err(Failure::of_socket(error, environment.unix_time()))
        }
    }
}

struct Connected {
    socket: WebSocket<Box<dyn Line>>,
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
        opening: &Opening,
        until: Option<Duration>,
    ) -> Result<Received, Box<tungstenite::Error>> {
        let now = || opening.environment().monotonic();
        let idle = opening.options.idle;
        let mut silent_until = now().saturating_add(idle);
        let mut pinged = false;
        loop {
            let deadline = until.map_or(silent_until, |until| until.min(silent_until));
            self.socket.get_mut().set_deadline(Some(deadline));
            match self.socket.read() {
                Ok(Message::Text(text)) => return Ok(Received::Text(text.to_string())),
                Ok(_) => return Ok(Received::Other),
                Err(tungstenite::Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => {
                    let now = now();
                    if until.is_some_and(|until| until <= now) {
                        return Ok(Received::Nothing);
                    }
                    if pinged {
                        let error = io::Error::from(io::ErrorKind::TimedOut);
                        return Err(Box::new(error.into()));
                    }
                    pinged = true;
                    silent_until = now.saturating_add(idle);
                    self.socket.get_mut().set_deadline(Some(silent_until));
                    self.socket.send(Message::Ping(Default::default()))?;
                }
                Err(error) => return Err(Box::new(error)),
            }
        }
    }
}
