//! The way to the service and back, blocking and async.
//!
//! ```text
//! depart ── wait ──> arrive: the service, or a fault ── wait ──> what the client gets
//! ```

use std::time::Duration;

use tokenmint::http::{
    AsyncTransport, BoxFuture, Headers, Request, Response, Transport, TransportError,
    TransportErrorKind,
};

use crate::convoai::Effect;
use crate::executor::Sleep;
use crate::fault::Fault;
use crate::invariant;
use crate::world::{Exchange, State, World};

/// One way takes this long.
const LATENCY: Duration = Duration::from_millis(20);

/// How long the machine of [`Fault::MachineSleeps`] sleeps.
const NAP: Duration = Duration::from_secs(2 * 60 * 60);

/// How far the clocks of [`Fault::ClockAhead`] and [`Fault::ClockBehind`] go.
const JUMP: i64 = 60 * 60;

/// Both transports of a world.
#[derive(Debug, Clone)]
pub struct Network(pub World);

impl Transport for Network {
    fn send(&self, request: Request) -> Result<Response, TransportError> {
        let (number, wait) = depart(&mut self.0.lock(), &request);
        self.0.advance(wait);
        let (result, wait) = arrive(&mut self.0.lock(), number, &request);
        self.0.advance(wait);
        result
    }
}

impl AsyncTransport for Network {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let (number, wait) = depart(&mut self.0.lock(), &request);
            Sleep::new(self.0.clone(), wait).await;
            let (result, wait) = arrive(&mut self.0.lock(), number, &request);
            Sleep::new(self.0.clone(), wait).await;
            result
        })
    }
}

/// The number of the exchange, and how long the request is on its way.
fn depart(state: &mut State, request: &Request) -> (usize, Duration) {
    let number = state.exchanges.len();
    let fault = state.faults.at(number);
    // The request is made already: the next one has the time of a wrong clock.
    state.clock.set_wrong(match fault {
        Some(Fault::ClockAhead) => JUMP,
        Some(Fault::ClockBehind) => -JUMP,
        _ => 0,
    });
    invariant::look_at_request(state, request);
    let call = state.current.get(state.task).copied().flatten();
    let exchange = Exchange {
        call,
        at: state.clock.monotonic(),
        request: format!("{} {}", request.method, request.target()),
        fault,
        effect: None,
        outcome: "given up".to_owned(),
    };
    state.exchanges.push(exchange);
    (number, LATENCY.min(request.timeouts.total))
}

/// What the client gets, and after how long.
fn arrive(
    state: &mut State,
    number: usize,
    request: &Request,
) -> (Result<Response, TransportError>, Duration) {
    let limit = request.timeouts.response.min(request.timeouts.total);
    let left = limit.saturating_sub(LATENCY);
    let fault = state.exchanges[number].fault;
    let (mut result, mut wait) = (reach(state, request, fault), LATENCY);
    let served = fault.is_none_or(Fault::is_served) && result.is_none();
    let answer = served.then(|| {
        let now = state.clock.true_time();
        let (response, effect) = state.service.serve(request, now);
        invariant::look_at_effect(state, number, effect.as_ref());
        state.exchanges[number].effect = effect;
        response
    });
    if let Some(fault) = fault.filter(|_| result.is_none()) {
        result = spoil(state, number, fault, answer.clone(), request);
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
    }
    state.exchanges[number].outcome = match &result {
        Ok(response) => response.status.to_string(),
        Err(error) => format!("{:?}", error.kind()),
    };
    invariant::look_at_result(state, &result);
    (result, wait)
}

/// Why the service cannot be reached, if so.
fn reach(
    state: &mut State,
    request: &Request,
    fault: Option<Fault>,
) -> Option<Result<Response, TransportError>> {
    let host = request.target().split('/').nth(2).unwrap_or_default();
    let (region, domain) = host.split_once('.').unwrap_or((host, ""));
    match fault {
        Some(Fault::RegionDown) => state.region_down = Some(region.to_owned()),
        Some(Fault::DomainDown) if domain == "agora.io" => {
            state.domain_down = Some(domain.to_owned());
        }
        _ => {}
    }
    let not_sent = |kind| Some(Err(TransportError::not_sent(kind)));
    if fault == Some(Fault::NotResolved) || state.domain_down.as_deref() == Some(domain) {
        return not_sent(TransportErrorKind::Resolve);
    }
    if fault == Some(Fault::Refused) || state.region_down.as_deref() == Some(region) {
        return not_sent(TransportErrorKind::Connect);
    }
    None
}

/// What a fault makes of an answer; nothing when it is left as it is.
fn spoil(
    state: &mut State,
    number: usize,
    fault: Fault,
    answer: Option<Response>,
    request: &Request,
) -> Option<Result<Response, TransportError>> {
    let broken = |kind| Some(Err(TransportError::maybe_sent(kind)));
    match fault {
        Fault::NotResolved
        | Fault::Refused
        | Fault::RegionDown
        | Fault::DomainDown
        | Fault::ClockAhead
        | Fault::ClockBehind => None,
        Fault::ResetBefore | Fault::AnswerLost | Fault::BrokenBody => {
            broken(TransportErrorKind::Interrupted)
        }
        Fault::BrokenHeaders => broken(TransportErrorKind::Protocol),
        Fault::SlowUnseen | Fault::SlowAnswer => broken(TransportErrorKind::Timeout),
        Fault::HalfBody => answer.map(|mut answer| {
            answer.body.truncate(answer.body.len() / 2);
            Ok(answer)
        }),
        Fault::TooMany => Some(Ok(plain(429, None, request))),
        Fault::TooManyWait => Some(Ok(plain(429, Some("2"), request))),
        Fault::TooManyLong => Some(Ok(plain(429, Some("60"), request))),
        Fault::Internal => Some(Ok(plain(500, None, request))),
        Fault::BadGateway => Some(Ok(plain(502, None, request))),
        Fault::Unavailable => Some(Ok(plain(503, None, request))),
        Fault::UnavailableWait => Some(Ok(plain(503, Some("2"), request))),
        Fault::GatewayTimeout => Some(Ok(plain(504, None, request))),
        Fault::Html => {
            if let Some(id) = leaving(&state.exchanges[number].request) {
                state.not_asked_to_leave.push(id.to_owned());
            }
            Some(Ok(plain(200, None, request)))
        }
        Fault::Redirect => {
            let mut response = plain(302, None, request);
            let elsewhere = b"https://elsewhere.example/login";
            response.headers.add_received("location", elsewhere);
            Some(Ok(response))
        }
        Fault::MachineSleeps => {
            state.clock.sleep_machine(NAP);
            None
        }
    }
}

/// The agent of a request to leave.
fn leaving(request: &str) -> Option<&str> {
    request.strip_suffix("/leave")?.rsplit('/').next()
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

/// What a call may do once only.
pub(crate) const fn is_once(effect: &Effect) -> bool {
    matches!(effect, Effect::Started(_) | Effect::Said(_))
}
