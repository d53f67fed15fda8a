//! A socket that breaks when it is told to.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// Where a connection breaks. Clones are of the same connection.
#[derive(Debug, Clone)]
pub(super) struct Cut(Arc<State>);

#[derive(Debug)]
struct State {
    /// How many bytes still get through.
    left: AtomicUsize,
    /// Whether it ends with a reset.
    resets: AtomicBool,
}

impl Default for Cut {
    fn default() -> Self {
        Self(Arc::new(State {
            left: AtomicUsize::new(usize::MAX),
            resets: AtomicBool::new(false),
        }))
    }
}

impl Cut {
    /// After so many bytes from now on nothing more gets through.
    pub(super) fn after(&self, bytes: usize) {
        self.0.left.store(bytes, Ordering::SeqCst);
    }

    /// The connection will end with a reset.
    pub(super) fn reset(&self) {
        self.0.resets.store(true, Ordering::SeqCst);
    }
}

/// The socket.
#[derive(Debug)]
pub(super) struct Wire {
    socket: TcpStream,
    cut: Cut,
}

impl Wire {
    pub(super) const fn new(socket: TcpStream, cut: Cut) -> Self {
        Self { socket, cut }
    }

    fn socket(self: Pin<&mut Self>) -> Pin<&mut TcpStream> {
        Pin::new(&mut self.get_mut().socket)
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.cut.0.resets.load(Ordering::SeqCst) {
            // Without it the other side sees an orderly end.
            let _ = self.socket.set_zero_linger();
        }
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.socket().poll_read(context, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let cut = self.cut.clone();
        let left = cut.0.left.load(Ordering::SeqCst);
        let through = bytes.get(..left).unwrap_or(bytes);
        if through.is_empty() && !bytes.is_empty() {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        let written = ready!(self.socket().poll_write(context, through))?;
        if left != usize::MAX {
            cut.after(left - written);
        }
        Poll::Ready(Ok(written))
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.socket().poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.socket().poll_shutdown(context)
    }
}
