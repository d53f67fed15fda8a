//! Catching the browser on its way back.

use core::time::Duration;
use std::format;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::string::{String, ToString};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Instant;
use std::vec::Vec;

use super::RedirectResult;
use crate::http::{Error, ErrorKind, unblock};

/// How long a browser may take for one request.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often new connections are looked for.
const TICK: Duration = Duration::from_millis(20);
/// The most bytes of a request's head.
const HEAD_MAX: usize = 16 << 10;
/// The most connections at once: browsers open some that they never use.
const CONNECTIONS: usize = 16;

/// A place on this machine for the browser to be sent back to.
///
/// Register its [`redirect_uri`](Self::redirect_uri), give it to `authorize`,
/// send the user to the authorization URL, then [`wait`](Self::wait): the
/// result has the session for `exchange_token`. It listens on the loopback
/// interface alone and answers nothing but that redirect.
///
/// ```no_run
/// use core::time::Duration;
/// use tokenmint::client::ath::RedirectListener;
///
/// let listener = RedirectListener::bind(8765)?;
/// assert_eq!(listener.redirect_uri(), "http://127.0.0.1:8765/callback");
/// // authorize, open the browser ...
/// let result = listener.wait("ath_sess_1", Duration::from_secs(600))?;
/// # Ok::<(), tokenmint::http::Error>(())
/// ```
#[derive(Debug)]
pub struct RedirectListener {
    listener: TcpListener,
    port: u16,
}

impl RedirectListener {
    /// The path of the redirect URI.
    pub const PATH: &str = "/callback";

    /// Listens on a port of `127.0.0.1`; 0 takes a free one. Redirect URIs are
    /// compared to the byte, so a registration needs the same port each time.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Connect`] when the port cannot be had.
    pub fn bind(port: u16) -> Result<Self, Error> {
        let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).and_then(|listener| {
            listener.set_nonblocking(true)?;
            let port = listener.local_addr()?.port();
            Ok(Self { listener, port })
        });
        bound.map_err(|error| {
            Error::with_message(ErrorKind::Connect, "the port cannot be listened on")
                .with_source(error)
        })
    }

    /// The redirect URI to register and to authorize with.
    #[must_use]
    pub fn redirect_uri(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, Self::PATH)
    }

    /// Waits for the redirect of `session_id`, blocking. One of another session
    /// is turned away: somebody else may have made the browser come.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Timeout`] when none has come in time.
    pub fn wait(&self, session_id: &str, timeout: Duration) -> Result<RedirectResult, Error> {
        wait(&self.listener, session_id, timeout)
    }

    /// Waits for the redirect of `session_id` without blocking. The listener
    /// is used up; a future that is dropped leaves it open until the time is
    /// over.
    ///
    /// # Errors
    ///
    /// As [`Self::wait`].
    pub async fn wait_async(
        self,
        session_id: &str,
        timeout: Duration,
    ) -> Result<RedirectResult, Error> {
        let session_id = session_id.to_string();
        let waiting = unblock::run(move || self.wait(&session_id, timeout));
        let stopped = || Err(Error::new(ErrorKind::Transport));
        waiting.await.unwrap_or_else(stopped)
    }
}

fn wait(
    listener: &TcpListener,
    session_id: &str,
    timeout: Duration,
) -> Result<RedirectResult, Error> {
    let started = Instant::now();
    let (sender, results) = channel();
    let mut open: Vec<std::thread::JoinHandle<()>> = Vec::new();
    loop {
        open.retain(|thread| !thread.is_finished());
        while open.len() < CONNECTIONS
            && let Ok((stream, _)) = listener.accept()
        {
            let (session_id, sender) = (session_id.to_string(), sender.clone());
            let serve = move || {
                // A browser that hangs up is no event.
                let _ = serve(stream, &session_id, &sender);
            };
            open.extend(std::thread::Builder::new().spawn(serve));
        }
        match results.recv_timeout(TICK) {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
        if started.elapsed() >= timeout {
            let message = "the browser has not come back";
            return Err(Error::with_message(ErrorKind::Timeout, message));
        }
    }
}

/// Answers one request, and reports it when it is the one.
fn serve(
    mut stream: TcpStream,
    session_id: &str,
    sender: &Sender<RedirectResult>,
) -> io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let head = read_head(&mut stream)?;
    let mut line = head.lines().next().unwrap_or_default().split(' ');
    let (method, target) = (line.next(), line.next().unwrap_or_default());
    let path = target.split('?').next().unwrap_or_default();
    let (status, text, result) = if path != RedirectListener::PATH {
        ("404 Not Found", "There is nothing here.", None)
    } else if method != Some("GET") {
        ("405 Method Not Allowed", "Only GET is answered.", None)
    } else {
        match RedirectResult::from_url(target) {
            Ok(result) if result.session_id == session_id => {
                let text = if result.is_success() {
                    "Consent was given. You can close this window."
                } else {
                    "Consent was not given. You can close this window."
                };
                ("200 OK", text, Some(result))
            }
            _ => ("400 Bad Request", "This is not the awaited session.", None),
        }
    };
    let len = text.len();
    let answered = stream.write_all(
        format!(
            "HTTP/1.1 {status}\r\ncontent-type: text/plain; charset=utf-8\r\n\
             content-length: {len}\r\ncache-control: no-store\r\nreferrer-policy: no-referrer\r\n\
             connection: close\r\n\r\n{text}"
        )
        .as_bytes(),
    );
    if let Some(result) = result {
        // Whoever waited may have gone.
        let _ = sender.send(result);
    }
    answered
}

fn read_head(stream: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    let mut chunk = [0; 1024];
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        let read = stream.read(&mut chunk)?;
        if read == 0 || head.len() > HEAD_MAX {
            return Err(io::ErrorKind::InvalidData.into());
        }
        head.extend(chunk.iter().take(read));
    }
    String::from_utf8(head).map_err(|_| io::ErrorKind::InvalidData.into())
}
