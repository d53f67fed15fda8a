//! The way to the services and back, blocking and async.
//!
//! ```text
//! depart ── wait ──> arrive: a service, or a fault ── wait ──> what the client gets
//! ```

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokenmint::http::{
    AsyncTransport, BoxFuture, Headers, Request, Response, Transport, TransportError,
    TransportErrorKind,
};

use crate::double::{Double, Shared};
use crate::executor::Sleep;
use crate::fault::Fault;
use crate::watch;
use crate::world::{Exchange, Secret, State, World};

/// One way takes this long.
const LATENCY: Duration = Duration::from_millis(20);

/// How long the machine of [`Fault::MachineSleeps`] sleeps.
pub(crate) const NAP: Duration = Duration::from_secs(2 * 60 * 60);

/// How far the clocks of [`Fault::ClockAhead`] and [`Fault::ClockBehind`] go.
const JUMP: i64 = 60 * 60;

/// Both transports of a world. Clones have the same services.
#[derive(Debug, Clone)]
pub struct Network {
    world: World,
    services: Arc<Vec<Service>>,
}

#[derive(Debug)]
struct Service {
    origins: &'static [&'static str],
    double: Arc<Mutex<dyn Double>>,
}

impl Service {
    fn double(&self) -> MutexGuard<'_, dyn Double + 'static> {
        self.double.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Network {
    /// A network without a service.
    #[must_use]
    pub fn new(world: &World) -> Self {
        Self {
            world: world.clone(),
            services: Arc::default(),
        }
    }

    /// The network with a service at these origins, such as
    /// `https://api.example.com`.
    #[must_use]
    pub fn with<D: Double + 'static>(
        self,
        origins: &'static [&'static str],
        double: &Shared<D>,
    ) -> Self {
        let old = self.services.iter().map(|service| Service {
            origins: service.origins,
            double: Arc::clone(&service.double),
        });
        let double = double.any();
        let services = old.chain([Service { origins, double }]).collect();
        Self {
            services: Arc::new(services),
            ..self
        }
    }

    fn find(&self, request: &Request) -> Option<usize> {
        let is_at = |origin: &&str| {
            let rest = request.url.strip_prefix(*origin);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let mut services = self.services.iter();
        services.position(|service| service.origins.iter().any(is_at))
    }

    /// The number of the exchange, that of the service, and how long the
    /// request is on its way.
    pub(crate) fn depart(&self, request: &Request) -> Passage {
        let service = self.find(request);
        let mut guard = self.world.lock();
        let state = &mut *guard;
        let number = state.exchanges.len();
        let scripted = state.script.next(number, request);
        let fault = state.faults.at(number).or(scripted);
        state.struck += u64::from(fault.is_some());
        // The request is made already: the next one has the time of a wrong clock.
        state.clock.set_wrong(match fault {
            Some(Fault::ClockAhead) => JUMP,
            Some(Fault::ClockBehind) => -JUMP,
            _ => 0,
        });
        watch::request(state, request, service);
        let call = state.current.get(state.task).copied().flatten();
        let told = |text: fn(&Request) -> String| match state.tells {
            true => text(request),
            false => String::new(),
        };
        let exchange = Exchange {
            call,
            at: state.clock.monotonic(),
            fault,
            effect: None,
            delivered: false,
            request: told(|request| format!("{} {}", request.method, request.target())),
            outcome: told(|_| "given up".to_owned()),
        };
        state.exchanges.push(exchange);
        Passage {
            number,
            service,
            wait: LATENCY.min(request.timeouts.total),
        }
    }

    /// What the client gets, and after how long.
    pub(crate) fn arrive(
        &self,
        passage: &Passage,
        request: &Request,
    ) -> (Result<Response, TransportError>, Duration) {
        let mut guard = self.world.lock();
        let state = &mut *guard;
        let number = passage.number;
        let limit = request.timeouts.response.min(request.timeouts.total);
        let left = limit.saturating_sub(LATENCY);
        let fault = state.exchanges[number].fault;
        state.struck += u64::from(fault.is_some());
        let (mut result, mut wait) = (reach(state, request, fault), LATENCY);
        let service = passage.service.and_then(|at| self.services.get(at));
        if service.is_none() {
            result = result.or_else(|| not_sent(TransportErrorKind::Resolve));
        }
        let served = fault.is_none_or(Fault::is_served) && result.is_none();
        let answer = service.filter(|_| served).map(|service| {
            let now = state.clock.true_time();
            let served = service.double().serve(request, now);
            if let Some(effect) = &served.effect {
                watch::effect(state, number, effect);
            }
            state.exchanges[number].effect = served.effect;
            let of = passage.service;
            let secrets = served.issued.into_iter();
            state
                .secrets
                .extend(secrets.map(|text| Secret { text, of }));
            served.response
        });
        let mut whole = answer.is_some();
        if let Some(fault) = fault.filter(|_| result.is_none()) {
            result = spoil(state, fault, answer.as_ref(), request);
            whole &= result.is_none();
            if matches!(fault, Fault::SlowUnseen | Fault::SlowAnswer) {
                wait = left;
            }
        }
        let mut result = result.unwrap_or_else(|| {
            answer.ok_or_else(|| TransportError::maybe_sent(TransportErrorKind::Other))
        });
        if left < LATENCY {
            result = Err(TransportError::maybe_sent(TransportErrorKind::Timeout));
            wait = left;
            whole = false;
        }
        state.exchanges[number].delivered = whole;
        if state.tells {
            state.exchanges[number].outcome = match &result {
                Ok(response) => response.status.to_string(),
                Err(error) => format!("{:?}", error.kind()),
            };
        }
        watch::result(state, &result);
        (result, wait)
    }
}

/// One exchange under way.
pub(crate) struct Passage {
    pub(crate) number: usize,
    service: Option<usize>,
    pub(crate) wait: Duration,
}

impl Transport for Network {
    fn send(&self, request: Request) -> Result<Response, TransportError> {
        let passage = self.depart(&request);
        self.world.advance(passage.wait);
        let (result, wait) = self.arrive(&passage, &request);
        self.world.advance(wait);
        result
    }
}

impl AsyncTransport for Network {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let passage = self.depart(&request);
            Sleep::new(self.world.clone(), passage.wait).await;
            let (result, wait) = self.arrive(&passage, &request);
            let mut way_back = WayBack {
                world: &self.world,
                number: passage.number,
                arrived: false,
            };
            Sleep::new(self.world.clone(), wait).await;
            way_back.arrived = true;
            result
        })
    }
}

/// An answer on its way: it is lost when nobody waits for it any more.
struct WayBack<'a> {
    world: &'a World,
    number: usize,
    arrived: bool,
}

impl Drop for WayBack<'_> {
    fn drop(&mut self) {
        let mut state = self.world.lock();
        let exchange = &mut state.exchanges[self.number];
        exchange.delivered &= self.arrived;
        // Whoever began to wait for the answer on its way back gets it now.
        state.struck += u64::from(state.exchanges[self.number].fault.is_some());
    }
}

const fn not_sent(kind: TransportErrorKind) -> Option<Result<Response, TransportError>> {
    Some(Err(TransportError::not_sent(kind)))
}

/// Why the service cannot be reached, if so.
fn reach(
    state: &mut State,
    request: &Request,
    fault: Option<Fault>,
) -> Option<Result<Response, TransportError>> {
    let outages = &mut state.outages;
    let host = request.target().split('/').nth(2).unwrap_or_default();
    let (region, domain) = host.split_once('.').unwrap_or((host, ""));
    match fault {
        Some(Fault::RegionDown) => outages.region = Some(region.to_owned()),
        Some(Fault::DomainDown) if outages.fragile_domain == Some(domain) => {
            outages.domain = Some(domain.to_owned());
        }
        _ => {}
    }
    if fault == Some(Fault::NotResolved) || outages.domain.as_deref() == Some(domain) {
        return not_sent(TransportErrorKind::Resolve);
    }
    if fault == Some(Fault::Refused) || outages.region.as_deref() == Some(region) {
        return not_sent(TransportErrorKind::Connect);
    }
    None
}

/// What a fault makes of an answer; nothing when it is left as it is.
fn spoil(
    state: &mut State,
    fault: Fault,
    answer: Option<&Response>,
    request: &Request,
) -> Option<Result<Response, TransportError>> {
    let broken = |kind| Some(Err(TransportError::maybe_sent(kind)));
    match fault {
        Fault::NotResolved
        | Fault::Refused
        | Fault::RegionDown
        | Fault::DomainDown
        | Fault::ClockAhead
        | Fault::ClockBehind
        | Fault::PowerCutAfter
        | Fault::PowerCutWriting => None,
        Fault::ResetBefore
        | Fault::AnswerLost
        | Fault::BrokenBody
        | Fault::PowerCut
        | Fault::PowerCutWaiting => broken(TransportErrorKind::Interrupted),
        Fault::BrokenHeaders => broken(TransportErrorKind::Protocol),
        Fault::SlowUnseen | Fault::SlowAnswer => broken(TransportErrorKind::Timeout),
        Fault::HalfBody => answer.map(|answer| {
            let mut answer = answer.clone();
            answer.body.truncate(answer.body.len() / 2);
            Ok(answer)
        }),
        Fault::MachineSleeps => {
            state.clock.sleep_machine(NAP);
            None
        }
        Fault::TooMany
        | Fault::TooManyWait
        | Fault::TooManyLong
        | Fault::Internal
        | Fault::BadGateway
        | Fault::Unavailable
        | Fault::UnavailableWait
        | Fault::GatewayTimeout
        | Fault::Html
        | Fault::Redirect => page(fault, request).map(Ok),
    }
}

/// The answer that comes in place of the service's own, if this fault has one.
pub(crate) fn page(fault: Fault, request: &Request) -> Option<Response> {
    let (status, retry_after) = match fault {
        Fault::TooMany => (429, None),
        Fault::TooManyWait => (429, Some("2")),
        Fault::TooManyLong => (429, Some("60")),
        Fault::Internal => (500, None),
        Fault::BadGateway => (502, None),
        Fault::Unavailable => (503, None),
        Fault::UnavailableWait => (503, Some("2")),
        Fault::GatewayTimeout => (504, None),
        Fault::Html => (200, None),
        Fault::Redirect => (302, None),
        _ => return None,
    };
    let mut response = plain(status, retry_after, request);
    if fault == Fault::Redirect {
        let elsewhere = b"https://elsewhere.example/login";
        response.headers.add_received("location", elsewhere);
    }
    Some(response)
}

/// A page of a gateway, which repeats what it was sent.
fn plain(status: u16, retry_after: Option<&str>, request: &Request) -> Response {
    let mut headers = Headers::new();
    headers.add_received("content-type", b"text/html");
    if let Some(seconds) = retry_after {
        headers.add_received("retry-after", seconds.as_bytes());
    }
    let sent = request.headers.get("authorization").unwrap_or_default();
    let body = format!("<html><body><h1>{status}</h1>{sent}</body></html>");
    Response::new(status, headers, body.into_bytes())
}
