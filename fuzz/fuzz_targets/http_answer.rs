//! Answers of any status, headers and body: whatever a client makes of them,
//! it does not panic, and no text of an error has what came back or a secret.

#![no_main]

use std::sync::Mutex;
use std::time::Duration;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use tokenmint::client::convoai::types::agents::{AgentFilter, Speak, StartAgent, Think};
use tokenmint::client::convoai::types::phone_numbers::AddNumber;
use tokenmint::client::convoai::types::telephony::{CallFilter, StartCall};
use tokenmint::client::convoai::{AgentClient, Area, ClientConfig};
use tokenmint::http::{
    BaseUrl, BoxFuture, Client, Endpoint, Environment, Error, Headers, Method, Request, Response,
    RetryPolicy, TransportError, TransportErrorKind, retry_after,
};
use tokenmint::http::{Decision, Outcome};
use tokenmint_fuzz::{APP_ID, Bytes, CERTIFICATE};

#[derive(Debug, Arbitrary)]
struct Input {
    call: u8,
    answers: [Answer; 2],
    parameter: String,
    url: String,
    wait: String,
    elapsed: u32,
    jitter: u32,
}

#[derive(Debug, Clone, Arbitrary)]
enum Answer {
    Success(Body),
    Any(u16, Vec<(HeaderName, Bytes<64>)>, Body),
    NotSent,
    Lost,
}

#[derive(Debug, Clone, Arbitrary)]
enum HeaderName {
    RetryAfter,
    RetryAfterMillis,
    RequestId,
    ContentType,
    Any(String),
}

impl HeaderName {
    fn text(&self) -> &str {
        match self {
            Self::RetryAfter => "Retry-After",
            Self::RetryAfterMillis => "retry-after-ms",
            Self::RequestId => "X-Request-Id",
            Self::ContentType => "content-type",
            Self::Any(name) => name,
        }
    }
}

#[derive(Debug, Clone, Arbitrary)]
enum Body {
    Raw(Bytes<4_096>),
    Page(Bytes<512>),
    Refusal(String, String),
    Empty,
}

impl Body {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Raw(bytes) => bytes.0.clone(),
            Self::Page(item) => {
                let item = String::from_utf8_lossy(&item.0);
                format!(r#"{{"data":{{"count":1,"list":[{item}]}},"meta":{{"cursor":""}},"status":"ok"}}"#)
                    .into_bytes()
            }
            Self::Refusal(code, detail) => serde_json::json!({ "reason": code, "detail": detail })
                .to_string()
                .into_bytes(),
            Self::Empty => Vec::new(),
        }
    }
}

impl Answer {
    fn result(&self) -> Result<Response, TransportError> {
        match self {
            Self::Success(body) => Ok(Response::new(200, Headers::new(), body.bytes())),
            Self::Any(status, headers, body) => {
                let mut received = Headers::new();
                for (name, value) in headers {
                    received.add_received(name.text(), &value.0);
                }
                Ok(Response::new(*status, received, body.bytes()))
            }
            Self::NotSent => Err(TransportError::not_sent(TransportErrorKind::Connect)),
            Self::Lost => Err(TransportError::maybe_sent(TransportErrorKind::Interrupted)),
        }
    }
}

/// A clock that goes on only while someone waits.
struct Clock(Mutex<Duration>);

impl Environment for Clock {
    fn unix_time(&self) -> Duration {
        *self.0.lock().expect("one thread")
    }

    fn monotonic(&self) -> Duration {
        self.unix_time()
    }

    fn salt(&self) -> Result<u32, tokenmint::Error> {
        Ok(1)
    }

    fn jitter(&self) -> u32 {
        7
    }

    fn sleep(&self, duration: Duration) {
        assert!(duration <= Duration::from_secs(30), "{duration:?}");
        *self.0.lock().expect("one thread") += duration;
    }

    fn sleep_async(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration);
        Box::pin(std::future::ready(()))
    }
}

const CUSTOMER_SECRET: &str = "customer-secret-1";

fn client(input: &Input) -> AgentClient {
    let answers = input.answers.clone();
    let next = Mutex::new(0_usize);
    let http = Client::new(move |request: Request| {
        assert!(request.url.starts_with("https://"));
        let mut next = next.lock().expect("one thread");
        let answer = answers[*next % answers.len()].result();
        *next += 1;
        // Two repetitions a host at most, and no more hosts than there are.
        assert!(*next < 40, "the client does not come to an end");
        answer
    })
    .with_environment(Clock(Mutex::new(Duration::from_secs(1_700_000_000))));
    let config = ClientConfig::new(Area::Us, APP_ID)
        .app_certificate(CERTIFICATE)
        .customer_id("id")
        .customer_secret(CUSTOMER_SECRET);
    AgentClient::with_http(&config, http).expect("a client")
}

fn drop_value<T: std::fmt::Debug>(result: Result<T, Error>) -> Option<Error> {
    match result {
        Ok(value) => {
            assert!(!format!("{value:?}").is_empty());
            None
        }
        Err(error) => Some(error),
    }
}

fn call(client: &AgentClient, which: u8, parameter: &str) -> Option<Error> {
    let (agents, telephony, numbers) =
        (client.agents(), client.telephony(), client.phone_numbers());
    match which % 16 {
        0 => drop_value(agents.start(&StartAgent::new())),
        1 => drop_value(agents.list(&AgentFilter::default())),
        2 => drop_value(agents.get(parameter)),
        3 => drop_value(agents.get_history(parameter)),
        4 => drop_value(agents.stop(parameter)),
        5 => drop_value(agents.speak(parameter, &Speak::text_of("hello"))),
        6 => drop_value(agents.interrupt(parameter)),
        7 => drop_value(agents.turns(parameter, None, Some(10))),
        8 => drop_value(agents.think(parameter, &Think::new())),
        9 => drop_value(telephony.list(&CallFilter::default())),
        10 => drop_value(telephony.call(&StartCall::new())),
        11 => drop_value(telephony.get(parameter)),
        12 => drop_value(numbers.list()),
        13 => drop_value(numbers.add(&AddNumber::new())),
        14 => drop_value(numbers.get(parameter)),
        _ => drop_value(client.stop_agent(parameter)),
    }
}

fuzz_target!(|input: Input| {
    if let Some(error) = call(&client(&input), input.call, &input.parameter) {
        let text = format!("{error} {error:?}");
        for secret in [CERTIFICATE, CUSTOMER_SECRET, "agora token="] {
            assert!(!text.contains(secret));
        }
        if let Some(detail) = error.detail().filter(|detail| detail.len() > 24) {
            assert!(!text.contains(detail), "free text of the service in {text}");
        }
        let _ = (
            error.kind(),
            error.status(),
            error.code(),
            error.request_id(),
        );
        let _ = (error.body(), error.body_json());
    }
    parts(&input);
});

fn parts(input: &Input) {
    let now = Duration::from_secs(1_700_000_000);
    let wait = retry_after::parse(&input.wait, now);
    let _ = retry_after::parse_millis(&input.wait);
    if let Ok(response) = input.answers[0].result() {
        let _ = (
            response.text(),
            response.request_id(),
            response.retry_after(now),
        );
        assert!(!format!("{response:?}").is_empty());
        let _ = response.json::<serde_json::Value>();
    }
    if let Ok(url) = BaseUrl::new(&input.url) {
        assert!(!url.as_str().ends_with('/'));
        assert!(!url.host().is_empty());
    }
    path(&input.parameter);

    let total = Duration::from_secs(60);
    let elapsed = Duration::from_millis(input.elapsed.into());
    for attempt in 0..4 {
        for repeatable in [false, true] {
            let outcome = Outcome::Answered {
                status: 503,
                retry_after: wait,
            };
            let decision = RetryPolicy::DEFAULT.decide(
                attempt,
                repeatable,
                outcome,
                elapsed,
                total,
                input.jitter,
            );
            if let Decision::Retry { after } = decision {
                assert!(after <= Duration::from_secs(30) && elapsed + after < total);
            }
        }
    }
}

/// A parameter stays one segment of the path.
fn path(parameter: &str) {
    const ENDPOINT: Endpoint = Endpoint::new("x.get", Method::Get, "v2/{a}/fixed/{b}");
    let mut path = Vec::new();
    let written = ENDPOINT.visit_path(&["x", parameter], &mut |part| path.extend(part));
    if written.is_ok() {
        let path = String::from_utf8(path).expect("ASCII");
        let segments: Vec<_> = path.split('/').collect();
        assert_eq!(segments.len(), 4);
        assert!(!matches!(segments[3], "" | "." | ".."));
        assert!(
            path.bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"?#\\".contains(&byte))
        );
    }
}
