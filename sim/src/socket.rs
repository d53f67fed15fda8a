//! A double over a socket of this machine, for clients in any language.
//!
//! ```no_run
//! use tokenmint_sim::ath::{Ath, Flavour};
//! use tokenmint_sim::socket::Server;
//! use tokenmint_sim::{Fault, On, Shared};
//!
//! let server = Server::bind(0)?;
//! let gateway = Shared::new(Ath::new(Flavour::Handlers, server.url(), 1));
//! println!("a gateway is at {}", server.url());
//! server.fault(On::path("ath/token"), Fault::AnswerLost)?;
//! let running = server.serve(&gateway)?;
//! // Whatever calls it, in real time; it ends when `running` is dropped.
//! assert!(gateway.lock().tokens().is_empty());
//! # drop(running);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! It listens at 127.0.0.1 alone and speaks HTTP/1.1 without TLS. Faults are
//! those that a service's side can make: see [`Server::FAULTS`].

mod answer;
mod wire;

use std::fmt;
use std::future::{Future as _, poll_fn};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Poll;
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokenmint::http::Request;
use tokio::sync::oneshot;

use crate::double::{Double, Served, Shared};
use crate::fault::Fault;
use crate::random::Random;
use crate::script::{On, Script, Strike};
use wire::{Cut, Wire};

/// How long an answer is held back that takes too long, unless said otherwise.
const SLOW: Duration = Duration::from_secs(60);

/// Of so many requests one fails at random.
const ONE_IN: usize = 4;

/// A socket for a double, before it serves.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    url: String,
    plan: Arc<Plan>,
}

/// Who is told of requests.
type Told = Box<dyn Fn(&str) + Send>;

/// What happens to requests.
#[derive(Debug)]
struct Plan {
    url: String,
    state: Mutex<State>,
}

struct State {
    script: Script,
    random: Option<Random>,
    slow: Duration,
    is_chunked: bool,
    requests: usize,
    told: Option<Told>,
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("script", &self.script)
            .field("requests", &self.requests)
            .finish_non_exhaustive()
    }
}

impl Plan {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What goes wrong with a request that is there now, and how long something
    /// slow takes.
    fn next(&self, request: &Request) -> (Option<Fault>, Duration) {
        let mut state = self.lock();
        let number = state.requests;
        state.requests += 1;
        let scripted = state.script.next(number, request);
        let chance = state.random.as_mut().and_then(|random| {
            let strikes = random.below(ONE_IN) == 0;
            strikes.then(|| Server::FAULTS[random.below(Server::FAULTS.len())])
        });
        (scripted.or(chance), state.slow)
    }

    fn tell(&self, line: &str) {
        if let Some(told) = &self.lock().told {
            told(line);
        }
    }
}

impl Server {
    /// The faults that there are on a socket. The others are those of names,
    /// connections and clocks, which are the client's.
    pub const FAULTS: &'static [Fault] = &[
        Fault::ResetBefore,
        Fault::AnswerLost,
        Fault::BrokenHeaders,
        Fault::BrokenBody,
        Fault::HalfBody,
        Fault::SlowUnseen,
        Fault::SlowAnswer,
        Fault::TooMany,
        Fault::TooManyWait,
        Fault::TooManyLong,
        Fault::Internal,
        Fault::BadGateway,
        Fault::Unavailable,
        Fault::UnavailableWait,
        Fault::GatewayTimeout,
        Fault::Html,
        Fault::Redirect,
    ];

    /// A socket at 127.0.0.1 and this port; 0 is any that is free.
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn bind(port: u16) -> io::Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}", listener.local_addr()?);
        let plan = Plan {
            url: url.clone(),
            state: Mutex::new(State {
                script: Script::default(),
                random: None,
                slow: SLOW,
                is_chunked: false,
                requests: 0,
                told: None,
            }),
        };
        Ok(Self {
            listener,
            url,
            plan: Arc::new(plan),
        })
    }

    /// Where it is, such as `http://127.0.0.1:40123`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Lets this go wrong; of several faults at one request the one that was
    /// said first counts.
    ///
    /// # Errors
    ///
    /// For a fault that is not among [`Self::FAULTS`].
    pub fn fault(&self, on: On, fault: Fault) -> io::Result<()> {
        if !Self::FAULTS.contains(&fault) {
            let names: Vec<&str> = Self::FAULTS.iter().map(|fault| fault.name()).collect();
            let names = names.join(", ");
            let text = format!(
                "`{fault}` happens on the client's side, where a server has no part: choose of {names}"
            );
            return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        }
        self.plan.lock().script.add(Strike { on, fault });
        Ok(())
    }

    /// Lets every fourth request or so fail at random, where no other fault is.
    #[must_use]
    pub fn random(self, seed: u64) -> Self {
        self.plan.lock().random = Some(Random::new(seed));
        self
    }

    /// How long an answer that takes too long is held back, in place of a
    /// minute; then the connection is closed.
    #[must_use]
    pub fn slow(self, duration: Duration) -> Self {
        self.plan.lock().slow = duration;
        self
    }

    /// Answers come in chunks of a few bytes each, without a length: what a
    /// gateway makes of them, and what hand-written clients forget.
    #[must_use]
    pub fn chunked(self) -> Self {
        self.plan.lock().is_chunked = true;
        self
    }

    /// Is told a line of every request. It has no secrets: neither headers nor
    /// bodies, nor the query.
    #[must_use]
    pub fn told(self, told: impl Fn(&str) + Send + 'static) -> Self {
        self.plan.lock().told = Some(Box::new(told));
        self
    }

    /// Serves on a thread of its own, until what this gives is dropped.
    ///
    /// # Errors
    ///
    /// When the operating system gives no thread or event loop.
    pub fn serve<D: Double + 'static>(self, double: &Shared<D>) -> io::Result<Running> {
        let double = double.clone();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (stop, stopped) = oneshot::channel();
        let Self {
            listener,
            url,
            plan,
        } = self;
        let serve = move || {
            runtime.block_on(async {
                let mut accepting = pin!(accept(listener, plan, double));
                let mut stopped = pin!(stopped);
                poll_fn(|context| match accepting.as_mut().poll(context) {
                    Poll::Pending => stopped.as_mut().poll(context).map(|_| Ok(())),
                    ended => ended,
                })
                .await
            })
        };
        let thread = thread::Builder::new().name("double".into()).spawn(serve)?;
        Ok(Running {
            url,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

/// A double that serves; dropping it ends it.
#[derive(Debug)]
pub struct Running {
    url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    /// Where it is.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Serves for ever.
    ///
    /// # Errors
    ///
    /// When the socket fails.
    pub fn wait(mut self) -> io::Result<()> {
        let ended = self.thread.take().map(JoinHandle::join);
        match ended {
            Some(Ok(ended)) => ended,
            _ => Err(io::Error::other("the server panicked")),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let (Some(stop), Some(thread)) = (self.stop.take(), self.thread.take()) {
            // It may have ended by itself.
            let _ = stop.send(());
            let _ = thread.join();
        }
    }
}

async fn accept<D: Double + 'static>(
    listener: TcpListener,
    plan: Arc<Plan>,
    double: Shared<D>,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (socket, _) = listener.accept().await?;
        let (plan, double) = (Arc::clone(&plan), double.clone());
        let cut = Cut::default();
        let wire = TokioIo::new(Wire::new(socket, cut.clone()));
        let service = service_fn(move |request| {
            let (plan, double, cut) = (Arc::clone(&plan), double.clone(), cut.clone());
            async move { exchange(&plan, &double, &cut, request).await }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .serve_connection(wire, service);
        tokio::spawn(async move {
            // A fault, or a client that has gone.
            let _ = connection.await;
        });
    }
}

async fn exchange<D: Double + 'static>(
    plan: &Plan,
    double: &Shared<D>,
    cut: &Cut,
    request: hyper::Request<hyper::body::Incoming>,
) -> Result<hyper::Response<answer::Part>, Broken> {
    let request = answer::request(&plan.url, request).await?;
    let (fault, slow) = plan.next(&request);
    let served = fault.is_none_or(Fault::is_served);
    let served = served.then(|| double.lock().serve(&request, now()));
    let mut line = format!("{} {}", request.method, path(&request, &plan.url));
    if let Some(fault) = fault {
        line += &format!(" [{fault}]");
    }
    let effect = served.as_ref().and_then(|served| served.effect.as_ref());
    if let Some(effect) = effect {
        line += &format!(" ({effect})");
    }
    let response = served.map(|Served { response, .. }| response);
    let is_chunked = plan.lock().is_chunked;
    let outcome = answer::after(fault, response, &request, cut, is_chunked);
    match &outcome {
        Ok(response) => line += &format!(" -> {}", response.status().as_u16()),
        Err(_) => line += " -> no answer",
    }
    plan.tell(&line);
    if matches!(fault, Some(Fault::SlowAnswer | Fault::SlowUnseen)) {
        tokio::time::sleep(slow).await;
    }
    outcome
}

fn path<'a>(request: &'a Request, url: &str) -> &'a str {
    let target = request.target();
    target.strip_prefix(url).unwrap_or(target)
}

fn now() -> Duration {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    now.unwrap_or_default()
}

/// Ends a connection without more.
#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broken off, as was asked for")
    }
}

impl std::error::Error for Broken {}
