//! The event stream on tokio.

use core::fmt;
use core::time::Duration;
use std::boxed::Box;
use std::io;
use std::string::{String, ToString};
use std::sync::Arc;

use futures_util::{SinkExt, Stream, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_rustls::TlsConnector;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};
use tungstenite::Message;

use super::EventOptions;
use super::failure::Failure;
use super::machine::Machine;
use super::request::{Opening, Subscriber};
use crate::http::{Error, ErrorKind, Outcome};

/// Events as they come. Needs a running tokio with time and I/O.
///
/// A connection that is lost is opened again in between; see the
/// [module](crate::client::authing::events). Dropping the stream ends it; a
/// future of [`Self::next`] may be dropped any time, and no event is lost by
/// that:
///
/// ```no_run
/// # use core::time::Duration;
/// # use tokenmint::client::authing::events::AsyncEvents;
/// # async fn run(mut events: AsyncEvents) -> Result<(), tokenmint::http::Error> {
/// let minute = Duration::from_secs(60);
/// while let Ok(Some(event)) = tokio::time::timeout(minute, events.next()).await {
///     println!("{}", event?);
/// }
/// # Ok(())
/// # }
/// ```
pub struct AsyncEvents {
    opening: Opening,
    machine: Machine,
    connected: Option<Connected>,
    resume_at: Option<Instant>,
}

impl AsyncEvents {
    /// Subscribes.
    pub(in crate::client::authing) async fn open(
        subscriber: Arc<dyn Subscriber>,
        code: &str,
        options: &EventOptions,
    ) -> Result<Self, Error> {
        let opening = Opening::new(subscriber, code, options)?;
        let mut machine = Machine::new(options.retry);
        let connected = connect(&opening).await;
        let connected = connected.map_err(|failure| machine.end(failure.error))?;
        Ok(Self {
            opening,
            machine,
            connected: Some(connected),
            resume_at: None,
        })
    }

    /// The next event; nothing after an error.
    ///
    /// # Errors
    ///
    /// Whatever [`ErrorKind`] lists; the stream has then ended.
    pub async fn next(&mut self) -> Option<Result<String, Error>> {
        while !self.machine.ended {
            let failure = match &mut self.connected {
                None => {
                    if let Some(resume_at) = self.resume_at {
                        sleep_until(resume_at).await;
                    }
                    match connect(&self.opening).await {
                        Ok(connected) => {
                            let count = &mut self.machine.reconnections;
                            *count = count.saturating_add(1);
                            self.connected = Some(connected);
                            continue;
                        }
                        Err(failure) => failure,
                    }
                }
                Some(connected) => match connected.next(self.opening.options.idle).await {
                    Ok(received) => {
                        self.machine.alive();
                        match received {
                            Some(text) => return Some(Ok(text)),
                            None => continue,
                        }
                    }
                    Err(error) => {
                        let now = self.opening.environment().unix_time();
                        Failure::of_socket(*error, now)
                    }
                },
            };
            self.connected = None;
            let jitter = self.opening.environment().jitter();
            match self.machine.failed(failure, jitter) {
                Ok(wait) => self.resume_at = Instant::now().checked_add(wait),
                Err(error) => return Some(Err(error)),
            }
        }
        None
    }

    /// The events as a stream of `futures`.
    pub fn into_stream(self) -> impl Stream<Item = Result<String, Error>> + Send {
        futures_util::stream::unfold(self, async |mut events| {
            let event = events.next().await?;
            Some((event, events))
        })
    }

    /// Whether nothing will come any more.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.machine.ended
    }

    /// How often the connection was lost and opened again: each time events
    /// may have been missed.
    #[must_use]
    pub const fn reconnections(&self) -> u64 {
        self.machine.reconnections
    }
}

impl fmt::Debug for AsyncEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncEvents")
            .field("host", &self.opening.address.host)
            .field("is_closed", &self.is_closed())
            .field("reconnections", &self.machine.reconnections)
            .finish_non_exhaustive()
    }
}

trait Io: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Io for T {}

async fn connect(opening: &Opening) -> Result<Connected, Failure> {
    let refused = |error| Failure::new(error, Outcome::Fatal);
    let late = |_| io::Error::from(io::ErrorKind::TimedOut);
    let request = opening.request().map_err(refused)?;
    let options = &opening.options;
    let stream: Box<dyn Io> = timeout(options.connect_timeout, dial(opening))
        .await
        .map_err(late)
        .map_err(Failure::not_connected)??;
    let config = Some(opening.config());
    let upgrade = client_async_with_config(request, stream, config);
    let answer = timeout(options.response_timeout, upgrade).await;
    match answer {
        Ok(Ok((socket, _))) => Ok(Connected {
            socket,
            pinged: false,
        }),
        Ok(Err(error)) => {
            let now = opening.environment().unix_time();
            Err(Failure::of_socket(error, now))
        }
        Err(_) => Err(Failure::lost(ErrorKind::Timeout)),
    }
}

async fn dial(opening: &Opening) -> Result<Box<dyn Io>, Failure> {
    let address = (opening.address.host.as_str(), opening.address.port);
    let addresses = tokio::net::lookup_host(address).await;
    let mut failure = Failure::not_resolved(io::ErrorKind::NotFound.into());
    let mut socket = None;
    for address in addresses.map_err(Failure::not_resolved)? {
        match TcpStream::connect(address).await {
            Ok(connected) => {
                socket = Some(connected);
                break;
            }
            Err(error) => failure = Failure::not_connected(error),
        }
    }
    let Some(socket) = socket else {
        return Err(failure);
    };
    // Only the speed of pings depends on it.
    let _ = socket.set_nodelay(true);
    if !opening.address.is_tls {
        return Ok(Box::new(socket));
    }
    let refused = |error| Failure::new(error, Outcome::Fatal);
    let name = opening.server_name().map_err(refused)?;
    let connector = TlsConnector::from(Arc::clone(&opening.tls));
    let stream = connector.connect(name, socket).await.map_err(Failure::io)?;
    Ok(Box::new(stream))
}

struct Connected {
    socket: WebSocketStream<Box<dyn Io>>,
    pinged: bool,
}

impl Connected {
    /// The next text; nothing for a ping, a pong, or bytes that are no text.
    async fn next(&mut self, idle: Duration) -> Result<Option<String>, Box<tungstenite::Error>> {
        loop {
            match timeout(idle, self.socket.next()).await {
                Ok(Some(Ok(message))) => {
                    self.pinged = false;
                    return Ok(match message {
                        Message::Text(text) => Some(text.to_string()),
                        _ => None,
                    });
                }
                Ok(Some(Err(error))) => return Err(Box::new(error)),
                Ok(None) => return Err(Box::new(tungstenite::Error::ConnectionClosed)),
                Err(_) if self.pinged => {
                    let error = io::Error::from(io::ErrorKind::TimedOut);
                    return Err(Box::new(error.into()));
                }
                Err(_) => {
                    self.pinged = true;
                    let ping = self.socket.send(Message::Ping(Default::default()));
                    let sent = timeout(idle, ping).await;
                    sent.unwrap_or_else(|_| Err(io::Error::from(io::ErrorKind::TimedOut).into()))?;
                }
            }
        }
    }
}
