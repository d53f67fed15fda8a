//! What a blocking stream reads and writes: a socket, or what a simulation puts
//! in its place.

use core::time::Duration;
use std::boxed::Box;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs};
use std::sync::Arc;

use rustls::{ClientConnection, StreamOwned};

use super::failure::Failure;
use super::request::{Opening, Subscriber};
use crate::http::{Error, ErrorKind, Outcome};

/// Makes connections in place of sockets and TLS.
pub trait Dial: Send + Sync {
    /// A connection to this host and port, secured as `is_tls` says, within
    /// `limit`.
    ///
    /// # Errors
    ///
    /// Whatever kept it from coming about; nothing was sent.
    fn dial(
        &self,
        host: &str,
        port: u16,
        is_tls: bool,
        limit: Duration,
    ) -> io::Result<Box<dyn Line>>;
}

/// A connection. What is read or written in part is gone on with by the next
/// call.
pub trait Line: Read + Write + Send {
    /// When reading and writing give up, with
    /// [`WouldBlock`](io::ErrorKind::WouldBlock): a time of
    /// [`Environment::monotonic`](crate::http::Environment::monotonic).
    fn set_deadline(&mut self, deadline: Option<Duration>);

    /// What ends it from another thread.
    fn closer(&self) -> Option<Closer>;
}

/// Ends a connection, from any thread.
pub type Closer = Box<dyn FnOnce() + Send>;

/// The connection that an opening asks for.
pub(super) fn dial(opening: &Opening) -> Result<Box<dyn Line>, Failure> {
    let address = &opening.address;
    let limit = opening.options.connect_timeout;
    if let Some(dialer) = &opening.options.dialer {
        let line = dialer
            .0
            .dial(&address.host, address.port, address.is_tls, limit);
        return line.map_err(Failure::not_connected);
    }
    let timed = Timed {
        socket: connect(&address.host, address.port, limit)?,
        deadline: None,
        clock: Arc::clone(&opening.subscriber),
    };
    if !address.is_tls {
        return Ok(Box::new(timed));
    }
    let refused = |error| Failure::new(error, Outcome::Fatal);
    let name = opening.server_name().map_err(refused)?;
    let session = ClientConnection::new(Arc::clone(&opening.tls), name)
        .map_err(|error| refused(Error::new(ErrorKind::Tls).with_source(error)))?;
    Ok(Box::new(StreamOwned::new(session, timed)))
}

/// A socket to the first address that takes one.
fn connect(host: &str, port: u16, limit: Duration) -> Result<TcpStream, Failure> {
    let addresses = (host, port)
        .to_socket_addrs()
        .map_err(Failure::not_resolved)?;
    let mut failure = Failure::not_resolved(io::ErrorKind::NotFound.into());
    for address in addresses {
        match TcpStream::connect_timeout(&address, limit) {
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

/// A socket with one deadline for everything.
struct Timed {
    socket: TcpStream,
    deadline: Option<Duration>,
    clock: Arc<dyn Subscriber>,
}

impl Timed {
    fn arm(&self) -> io::Result<()> {
        let now = || self.clock.environment().monotonic();
        let left = self.deadline.map(|deadline| deadline.saturating_sub(now()));
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

impl Line for Timed {
    fn set_deadline(&mut self, deadline: Option<Duration>) {
        self.deadline = deadline;
    }

    fn closer(&self) -> Option<Closer> {
        let socket = self.socket.try_clone().ok()?;
        // It may be gone already.
        Some(Box::new(move || drop(socket.shutdown(Shutdown::Both))))
    }
}

impl Line for StreamOwned<ClientConnection, Timed> {
    fn set_deadline(&mut self, deadline: Option<Duration>) {
        self.sock.set_deadline(deadline);
    }

    fn closer(&self) -> Option<Closer> {
        self.sock.closer()
    }
}
