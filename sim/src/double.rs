//! What a simulated service is to the network: something that answers a request
//! and says what it did.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokenmint::http::{Body, Headers, Request, Response};

/// A service as a state machine.
pub trait Double: fmt::Debug + Send {
    /// Answers a request that arrives at `now`, counted from 1970.
    fn serve(&mut self, request: &Request, now: Duration) -> Served;

    /// What is secret from the start: nobody may see it in a text.
    fn secrets(&self) -> Vec<String> {
        Vec::new()
    }
}

/// An answer, and what was done for it.
#[derive(Debug)]
pub struct Served {
    /// The answer.
    pub response: Response,
    /// What the service did; nothing when it only looked something up.
    pub effect: Option<Effect>,
    /// Secrets and tokens that are in the answer.
    pub issued: Vec<String>,
}

impl Served {
    /// An answer without more to say.
    #[must_use]
    pub const fn plain(response: Response) -> Self {
        Self {
            response,
            effect: None,
            issued: Vec::new(),
        }
    }

    /// Another answer, for something that was done.
    #[must_use]
    pub fn effect(mut self, effect: Effect) -> Self {
        self.effect = Some(effect);
        self
    }

    /// Another answer, which has this secret in it.
    #[must_use]
    pub fn issuing(mut self, secret: &str) -> Self {
        self.issued.push(secret.to_owned());
        self
    }
}

/// What a service did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// In a word: `started`.
    pub verb: &'static str,
    /// What it did it to.
    pub object: String,
    /// Whether a call of the user must not do it twice.
    pub once: bool,
}

impl Effect {
    /// Something that may be done again without harm.
    #[must_use]
    pub fn of(verb: &'static str, object: impl Into<String>) -> Self {
        let object = object.into();
        Self {
            verb,
            object,
            once: false,
        }
    }

    /// Something that a call must not do twice.
    #[must_use]
    pub fn once(verb: &'static str, object: impl Into<String>) -> Self {
        Self {
            once: true,
            ..Self::of(verb, object)
        }
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.verb, self.object)
    }
}

/// A double that a network and a journey share.
#[derive(Debug)]
pub struct Shared<D>(Arc<Mutex<D>>);

impl<D> Shared<D> {
    /// A double to share.
    #[must_use]
    pub fn new(double: D) -> Self {
        Self(Arc::new(Mutex::new(double)))
    }

    /// The double itself.
    pub fn lock(&self) -> MutexGuard<'_, D> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<D: Double + 'static> Shared<D> {
    /// The double as the network knows it.
    #[must_use]
    pub fn any(&self) -> Arc<Mutex<dyn Double>> {
        self.0.clone()
    }
}

impl<D> Clone for Shared<D> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// An answer with a JSON body.
#[must_use]
pub fn json(status: u16, body: &serde_json::Value) -> Response {
    let mut headers = Headers::new();
    headers.add_received("content-type", b"application/json");
    headers.add_received("x-request-id", b"sim-1");
    Response::new(status, headers, body.to_string().into_bytes())
}

/// The JSON of a request that says that it is JSON.
#[must_use]
pub fn json_body(request: &Request) -> Option<serde_json::Value> {
    let declared = request.headers.get("content-type").unwrap_or_default();
    let (kind, _) = declared.split_once(';').unwrap_or((declared, ""));
    let declared = kind.trim().eq_ignore_ascii_case("application/json");
    let bytes = request.body.as_ref().map(Body::as_bytes);
    serde_json::from_slice(bytes.filter(|_| declared)?).ok()
}
