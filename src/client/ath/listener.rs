//! Catching the browser on its way back.

use core::time::Duration;
use std::format;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::string::{String, ToString};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use std::vec::Vec;

use super::redirect::{RedirectResult, Redirects};
use crate::http::{Error, ErrorKind, unblock};

/// How long a browser may take for one request, however often it sends a part.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often new connections are looked for.
const TICK: Duration = Duration::from_millis(20);
/// The most bytes of a request's head.
const HEAD_MAX: usize = 16 << 10;
/// The most connections at once: browsers open some that they never use.
const CONNECTIONS: usize = 64;

/// A place on this machine for the browser to be sent back to.
///
/// Register its [`redirect_uri`](Self::redirect_uri), give it to `authorize`,
/// send the user to the authorization URL, then wait with
/// [`Polling::redirects`](super::Polling::redirects), which asks the implementor
/// as well: the browser of the standalone gateway never comes back. It listens
/// on the loopback interface alone and answers nothing but that redirect.
///
/// ```no_run
/// use tokenmint::client::ath::{Polling, RedirectListener};
///
/// # fn login(client: &tokenmint::client::ath::GatewayClient) -> Result<(), tokenmint::client::ath::Error> {
/// let listener = RedirectListener::bind(8765)?;
/// assert_eq!(listener.redirect_uri(), "http://127.0.0.1:8765/callback");
/// // authorize, open the browser ...
/// client.exchange_when_ready("ath_sess_1", Polling::DEFAULT.redirects(&listener))?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct RedirectListener {
    listener: TcpListener,
    port: u16,
    /// Browsers whose requests have not come to their end.
    open: Mutex<Vec<Browser>>,
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
            Ok(Self {
                listener,
                port,
                open: Mutex::default(),
            })
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
        let started = Instant::now();
        loop {
            if let Some(result) = self.look(session_id) {
                return Ok(result);
            }
            if started.elapsed() >= timeout {
                let message = "the browser has not come back";
                return Err(Error::with_message(ErrorKind::Timeout, message));
            }
            std::thread::sleep(TICK);
        }
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
        let waiting = unblock::aside(move || self.wait(&session_id, timeout));
        let stopped = || Err(Error::new(ErrorKind::Transport));
        waiting.await.unwrap_or_else(stopped)
    }
}

impl Redirects for RedirectListener {
    fn look(&self, session_id: &str) -> Option<RedirectResult> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let new = core::iter::from_fn(|| self.listener.accept().ok());
        for (stream, _) in new.take(CONNECTIONS) {
            if open.len() >= CONNECTIONS {
                // Whoever is slowest makes room.
                open.remove(0);
            }
            open.extend(Browser::new(stream).ok());
        }
        let mut found = None;
        open.retain_mut(|browser| match browser.read() {
            Progress::More => browser.since.elapsed() < PATIENCE,
            Progress::Gone => false,
            Progress::Head(head) => {
                found = browser.answer(&head, session_id).or(found.take());
                false
            }
        });
        found
    }
}

/// A connection whose request has not come to its end.
#[derive(Debug)]
struct Browser {
    stream: TcpStream,
    head: Vec<u8>,
    since: Instant,
}

enum Progress {
    More,
    Gone,
    Head(String),
}

impl Browser {
    fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        Ok(Self {
            stream,
            head: Vec::new(),
            since: Instant::now(),
        })
    }

    /// Takes what is there, without waiting.
    fn read(&mut self) -> Progress {
        let mut chunk = [0; 1024];
        while self.head.len() <= HEAD_MAX {
            match self.stream.read(&mut chunk) {
                Ok(0) => return Progress::Gone,
                Ok(read) => self.head.extend(chunk.iter().take(read)),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Progress::More,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Progress::Gone,
            }
            if self.head.windows(4).any(|four| four == b"\r\n\r\n") {
                let head = String::from_utf8(core::mem::take(&mut self.head));
                return head.map_or(Progress::Gone, Progress::Head);
            }
        }
        Progress::Gone
    }

    /// Answers the request, and gives the result when it is the awaited one.
    fn answer(&mut self, head: &str, session_id: &str) -> Option<RedirectResult> {
        let mut line = head.lines().next().unwrap_or_default().split(' ');
        let (method, target) = (line.next(), line.next().unwrap_or_default());
        let path = target.split_once('?').map_or(target, |(path, _)| path);
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
        let answer = format!(
            "HTTP/1.1 {status}\r\ncontent-type: text/plain; charset=utf-8\r\n\
             content-length: {len}\r\ncache-control: no-store\r\nreferrer-policy: no-referrer\r\n\
             connection: close\r\n\r\n{text}"
        );
        // It fits into the buffer of the system. A browser that hangs up is no
        // event.
        let _ = self.stream.write_all(answer.as_bytes());
        result
    }
}
