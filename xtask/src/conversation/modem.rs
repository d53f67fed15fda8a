//! A modem at the other end of the board's serial line: it opens connections
//! to one service and carries bytes.
//!
//! Both sides send frames: a kind, the number of the connection, how many bytes
//! follow, and these.
//!
//! | kind | from the board | to the board |
//! |---|---|---|
//! | `o` | open a connection; the bytes name the host | |
//! | `d` | bytes to send | bytes received |
//! | `c` | close it | it is closed, or was not opened |
//! | `b` | | somebody pressed the button |
//!
//! What the service sends comes to the board in pieces of every length, so that
//! no reader can rely on where a piece ends.

use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Bytes of the pieces, again and again.
const PIECES: &[usize] = &[1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233];

/// A modem that waits for its board to be switched on.
pub(super) struct Modem {
    pub(super) port: u16,
    board: Board,
}

/// The serial line, towards the board.
#[derive(Clone, Default)]
struct Board(Arc<Mutex<Option<TcpStream>>>);

impl Board {
    fn frame(&self, kind: u8, connection: u8, bytes: &[u8]) -> io::Result<()> {
        let mut line = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let line = line.as_mut().ok_or(io::ErrorKind::NotConnected)?;
        let len = u8::try_from(bytes.len()).map_err(io::Error::other)?;
        line.write_all(&[&[kind, connection, len], bytes].concat())
    }
}

impl Modem {
    /// A modem whose connections all go to `service`.
    pub(super) fn new(service: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let board = Board::default();
        let line = board.clone();
        thread::spawn(move || {
            // It ends when the board loses its power.
            let _ = serve(&listener, &line, service);
        });
        Ok(Self { port, board })
    }

    /// Somebody presses the button of the board.
    pub(super) fn press(&self) -> io::Result<()> {
        self.board.frame(b'b', 0, &[])
    }
}

fn serve(listener: &TcpListener, board: &Board, service: SocketAddr) -> io::Result<()> {
    let (mut line, _) = listener.accept()?;
    line.set_nodelay(true)?;
    *board.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(line.try_clone()?);
    let mut connection: Option<TcpStream> = None;
    loop {
        let mut head = [0; 3];
        if let Err(ended) = line.read_exact(&mut head) {
            if let Some(socket) = connection {
                // No power, no connection.
                let _ = socket.shutdown(Shutdown::Both);
            }
            return Err(ended);
        }
        let [kind, number, len] = head;
        let mut bytes = vec![0; usize::from(len)];
        line.read_exact(&mut bytes)?;
        match kind {
            b'o' => match TcpStream::connect(service) {
                Ok(socket) => {
                    let (from, to) = (socket.try_clone()?, board.clone());
                    thread::spawn(move || {
                        // The board is switched off.
                        let _ = answer(from, &to, number);
                    });
                    connection = Some(socket);
                }
                Err(_) => board.frame(b'c', number, &[])?,
            },
            b'd' => {
                if let Some(socket) = &mut connection {
                    // The service may have closed it; the board is told so.
                    let _ = socket.write_all(&bytes);
                }
            }
            b'c' => {
                if let Some(socket) = connection.take() {
                    let _ = socket.shutdown(Shutdown::Both);
                }
            }
            other => return Err(io::Error::other(format!("a frame of kind {other}"))),
        }
    }
}

/// Carries what comes on a connection to the board.
fn answer(mut from: TcpStream, board: &Board, number: u8) -> io::Result<()> {
    for most in PIECES.iter().cycle() {
        let mut piece = vec![0; *most];
        match from.read(&mut piece) {
            Ok(len @ 1..) => board.frame(b'd', number, piece.get(..len).unwrap_or_default())?,
            Ok(0) | Err(_) => break,
        }
    }
    board.frame(b'c', number, &[])
}
