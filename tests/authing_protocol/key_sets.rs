//! Offline checks of the clients: key sets that are kept, renewed, and hostile.
//! Tokens and keys are the recorded ones.

use std::error::Error as _;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tokenmint::client::authing::{
    AsyncAuthenticationClient, AuthenticationClient, AuthenticationClientOptions, Jwks, JwksError,
    TokenError,
};
use tokenmint::http::{
    AsyncClient, Client, Environment, Error, ErrorKind, Headers, Request, Response, RetryPolicy,
    TransportError, TransportErrorKind,
};

const HOUR: u64 = 60 * 60;

/// A server of key sets and a clock.
#[derive(Clone)]
struct World(Arc<State>);

struct State {
    fetches: AtomicUsize,
    status: AtomicU16,
    answer: Mutex<Vec<u8>>,
    passed: Mutex<Duration>,
}

impl World {
    fn new(keys: &Value) -> Self {
        Self(Arc::new(State {
            fetches: AtomicUsize::new(0),
            status: AtomicU16::new(200),
            answer: Mutex::new(keys.to_string().into_bytes()),
            passed: Mutex::default(),
        }))
    }

    fn answer(&self, request: &Request) -> Result<Response, TransportError> {
        assert_eq!(
            request.url,
            "http://authing.test/oidc/.well-known/jwks.json"
        );
        assert_eq!(request.headers.get("authorization"), None);
        self.0.fetches.fetch_add(1, Ordering::SeqCst);
        let status = self.0.status.load(Ordering::SeqCst);
        let body = self.0.answer.lock().unwrap().clone();
        Ok(Response::new(status, Headers::new(), body))
    }

    fn fetches(&self) -> usize {
        self.0.fetches.load(Ordering::SeqCst)
    }

    fn pass(&self, seconds: u64) {
        *self.0.passed.lock().unwrap() += Duration::from_secs(seconds);
    }

    fn blocking(&self, options: &AuthenticationClientOptions) -> AuthenticationClient {
        let world = self.clone();
        let http = Client::new(move |request| world.answer(&request));
        AuthenticationClient::with_http(options, http.with_environment(self.clone())).unwrap()
    }

    fn asynchronous(&self, options: &AuthenticationClientOptions) -> AsyncAuthenticationClient {
        let world = self.clone();
        let http = AsyncClient::new(move |request| {
            let world = world.clone();
            async move {
                tokio::time::sleep(Duration::from_millis(20)).await;
                world.answer(&request)
            }
        });
        AsyncAuthenticationClient::with_http(options, http.with_environment(self.clone())).unwrap()
    }
}

impl Environment for World {
    fn unix_time(&self) -> Duration {
        Duration::from_secs(1_700_000_100) + self.monotonic()
    }

    fn monotonic(&self) -> Duration {
        *self.0.passed.lock().unwrap()
    }
}

fn recorded() -> Value {
    let file: Value = serde_json::from_str(include_str!("../vectors/authing.json")).unwrap();
    file["oidc_tokens"].clone()
}

fn token(id: &str) -> String {
    let recorded = recorded();
    let cases = recorded["vectors"].as_array().unwrap();
    let case = cases.iter().find(|case| case["id"] == id);
    case.expect(id)["token"].as_str().unwrap().to_owned()
}

fn options() -> AuthenticationClientOptions {
    let recorded = recorded();
    AuthenticationClientOptions::new(recorded["app_id"].as_str().unwrap())
        .app_host("http://authing.test")
        .allow_plain_http(true)
        .app_secret(recorded["app_secret"].as_str().unwrap())
        .retry(RetryPolicy::NEVER)
}

fn refused(result: Result<impl std::fmt::Debug, Error>) -> TokenError {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TokenRefused, "{error:?}");
    *error.source().unwrap().downcast_ref().expect("a reason")
}

#[test]
fn a_set_is_kept_and_an_unknown_key_asks_again_but_not_without_end() {
    let world = World::new(&recorded()["jwks"]);
    let client = world.blocking(&options());
    let valid = token("rs256-valid");
    for _ in 0..3 {
        let claims = client.verify_id_token(&valid, Some("n-1")).unwrap();
        assert_eq!(claims.subject(), Some("user-1"));
        client.introspect_token_offline(&valid).unwrap();
    }
    assert_eq!(world.fetches(), 1);
    world.pass(61);
    let unknown = token("rs256-unknown-kid");
    for _ in 0..20 {
        let reason = refused(client.introspect_token_offline(&unknown));
        assert_eq!(reason, TokenError::UnknownKeyId);
    }
    assert_eq!(world.fetches(), 1 + 5);
    world.pass(61);
    refused(client.introspect_token_offline(&unknown));
    assert_eq!(world.fetches(), 7);
    client.introspect_token_offline(&valid).unwrap();
    // What is refused by its header asks for no keys.
    refused(client.introspect_token_offline(&token("alg-none")));
    refused(client.introspect_token_offline(&token("rs256-no-kid")));
    refused(client.introspect_token_offline(&token("hs256-valid-app-secret")));
    assert_eq!(world.fetches(), 7);
}

#[test]
fn a_new_key_is_found_at_once() {
    let all = recorded()["jwks"].clone();
    let world = World::new(&json!({"keys": [all["keys"][0]]}));
    let client = world.blocking(&options());
    let second = token("rs256-valid-second-key");
    client
        .introspect_token_offline(&token("rs256-valid"))
        .unwrap();
    *world.0.answer.lock().unwrap() = all.to_string().into_bytes();
    client.introspect_token_offline(&second).unwrap();
    assert_eq!(world.fetches(), 2);
}

#[test]
fn an_old_set_is_renewed_and_used_for_a_day_when_it_cannot_be() {
    let world = World::new(&recorded()["jwks"]);
    let client = world.blocking(&options());
    let valid = token("rs256-valid");
    client.introspect_token_offline(&valid).unwrap();
    world.pass(HOUR + 1);
    client.introspect_token_offline(&valid).unwrap();
    assert_eq!(world.fetches(), 2);
    world.0.status.store(503, Ordering::SeqCst);
    world.pass(HOUR + 1);
    for _ in 0..3 {
        client.introspect_token_offline(&valid).unwrap();
    }
    assert_eq!(world.fetches(), 3, "asked once a minute at most");
    world.pass(23 * HOUR);
    let error = client.introspect_token_offline(&valid).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status, "{error:?}");
    world.0.status.store(200, Ordering::SeqCst);
    world.pass(1);
    client.introspect_token_offline(&valid).unwrap();
}

#[test]
fn a_set_that_cannot_be_had_is_an_error_for_a_moment_and_asked_for_again() {
    let world = World::new(&json!({}));
    let client = world.blocking(&options());
    let valid = token("rs256-valid");
    for count in 1..4 {
        for _ in 0..5 {
            let error = client.introspect_token_offline(&valid).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Answer, "{error:?}");
        }
        assert_eq!(world.fetches(), count);
        world.pass(1);
    }
}

/// A client of a server that has the set at one address alone.
fn only_at(
    place: &'static str,
    options: &AuthenticationClientOptions,
    missing: (u16, &'static str),
) -> (AuthenticationClient, Arc<Mutex<Vec<String>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&asked);
    let set = recorded()["jwks"].to_string().into_bytes();
    let http = Client::new(move |request: Request| {
        let found = request.url == place;
        assert_eq!(request.headers.get("authorization"), None);
        seen.lock().unwrap().push(request.url);
        let (status, body) = match found {
            true => (200, set.clone()),
            false => (missing.0, missing.1.as_bytes().to_vec()),
        };
        Ok(Response::new(status, Headers::new(), body))
    });
    let http = http.with_environment(World::new(&json!({})));
    let client = AuthenticationClient::with_http(options, http).unwrap();
    (client, asked)
}

#[test]
fn a_set_is_found_below_the_application_or_at_its_own_address() {
    let valid = token("rs256-valid");
    let app = recorded()["app_id"].as_str().unwrap().to_owned();
    let plain = "http://authing.test/oidc/.well-known/jwks.json";
    let of_app: &str = format!("http://authing.test/{app}/oidc/.well-known/jwks.json").leak();
    for missing in [
        (404, "<html>not found</html>"),
        (200, r#"{"statusCode": 404, "message": "Cannot GET"}"#),
    ] {
        let (client, asked) = only_at(of_app, &options(), missing);
        client.introspect_token_offline(&valid).unwrap();
        assert_eq!(*asked.lock().unwrap(), [plain, of_app]);
    }
    // Another failure says nothing about the place.
    let (client, asked) = only_at(of_app, &options(), (503, "later"));
    client.introspect_token_offline(&valid).unwrap_err();
    assert_eq!(*asked.lock().unwrap(), [plain]);
    let own = "https://keys.example/jwks";
    let (client, asked) = only_at(own, &options().jwks_uri(own), (404, ""));
    client.introspect_token_offline(&valid).unwrap();
    assert_eq!(*asked.lock().unwrap(), [own]);
    let unprotected = options()
        .allow_plain_http(false)
        .app_host("https://a.example");
    let unprotected = unprotected.jwks_uri("http://keys.example/jwks");
    let error = AuthenticationClient::new(&unprotected).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BadUrl);
}

#[test]
fn one_caller_asks_for_all() {
    let world = World::new(&recorded()["jwks"]);
    let valid = token("rs256-valid");
    let slow = {
        let world = world.clone();
        Client::new(move |request: Request| {
            thread::sleep(Duration::from_millis(50));
            world.answer(&request)
        })
    };
    let http = slow.with_environment(world.clone());
    let client = AuthenticationClient::with_http(&options(), http).unwrap();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| client.introspect_token_offline(&valid).unwrap());
        }
    });
    assert_eq!(world.fetches(), 1);

    let world = World::new(&recorded()["jwks"]);
    let client = world.asynchronous(&options());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let (client, valid) = (client.clone(), valid.clone());
                tokio::spawn(async move { client.verify_id_token(&valid, Some("n-1")).await })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
    });
    assert_eq!(world.fetches(), 1);
}

#[test]
fn hostile_sets_are_refused() {
    let keys = recorded()["jwks"]["keys"].clone();
    let valid = token("rs256-valid");
    let ask = |set: &Value| {
        let world = World::new(set);
        let client = world.blocking(&options());
        client.introspect_token_offline(&valid).unwrap_err()
    };
    let reason = |error: &Error| {
        let shared = error.source().expect("the failure for all");
        let mut cause = Some(shared);
        while let Some(error) = cause {
            if let Some(reason) = error.downcast_ref::<JwksError>() {
                return Some(*reason);
            }
            cause = error.source();
        }
        None
    };
    let mut twice = keys[0].clone();
    twice["n"] = keys[1]["n"].clone();
    let error = ask(&json!({"keys": [keys[0], twice]}));
    assert_eq!(error.kind(), ErrorKind::Answer);
    assert_eq!(reason(&error), Some(JwksError::DuplicateKeyId), "{error:?}");
    let error = ask(&json!({"keys": vec![json!({}); 101]}));
    assert_eq!(reason(&error), Some(JwksError::TooManyKeys));
    let error = ask(&json!({"keys": [], "x": "a".repeat(Jwks::MAX_LEN)}));
    assert_eq!(reason(&error), Some(JwksError::TooLarge));
    let mut weak = keys[0].clone();
    weak["n"] = json!("AQAB");
    let error = ask(&json!({"keys": [weak]}));
    assert_eq!(refused(Err::<(), _>(error)), TokenError::WeakKey);
    // The other key under the name of this one.
    let mut other = keys[1].clone();
    other["kid"] = keys[0]["kid"].clone();
    let error = ask(&json!({"keys": [other]}));
    assert_eq!(refused(Err::<(), _>(error)), TokenError::Signature);
}

#[test]
fn a_key_of_another_kind_is_passed_over() {
    let mut set = recorded()["jwks"].clone();
    let ec = json!({"kty": "EC", "kid": "kid-1", "crv": "P-256", "x": "AA", "y": "AA"});
    set["keys"].as_array_mut().unwrap().insert(0, ec);
    let client = World::new(&set).blocking(&options());
    client
        .introspect_token_offline(&token("rs256-valid"))
        .unwrap();
}

#[test]
fn hs256_and_another_issuer_are_options() {
    let world = World::new(&recorded()["jwks"]);
    let hs256 = token("hs256-valid-app-secret");
    let client = world.blocking(&options().id_token_hs256(true));
    client.verify_id_token(&hs256, Some("n-1")).unwrap();
    assert_eq!(world.fetches(), 0, "the app secret is the key");
    let reason = refused(client.verify_id_token(&hs256, Some("n-2")));
    assert_eq!(reason, TokenError::Nonce);
    refused(client.introspect_token_offline(&token("hs256-with-public-key-pem")));
    client
        .introspect_token_offline(&token("rs256-valid"))
        .unwrap();

    let strict = world.blocking(&options());
    assert_eq!(
        refused(strict.verify_id_token(&hs256, None)),
        TokenError::Algorithm
    );
    let elsewhere = world.blocking(&options().issuer("https://evil.example"));
    elsewhere
        .introspect_token_offline(&token("rs256-other-issuer"))
        .unwrap();
    let reason = refused(elsewhere.introspect_token_offline(&token("rs256-valid")));
    assert_eq!(reason, TokenError::Issuer);

    let bare = AuthenticationClientOptions::new("app").id_token_hs256(true);
    let error = AuthenticationClient::new(&bare).unwrap_err();
    assert!(error.to_string().contains("app_secret"), "{error}");
}

#[test]
fn a_key_server_that_hangs_costs_one_limit_and_is_remembered() {
    let world = World::new(&recorded()["jwks"]);
    let hanging = world.clone();
    let http = Client::new(move |request: Request| {
        hanging.0.fetches.fetch_add(1, Ordering::SeqCst);
        let waited = request.timeouts.response.min(request.timeouts.total);
        *hanging.0.passed.lock().unwrap() += waited;
        Err(TransportError::maybe_sent(TransportErrorKind::Timeout))
    });
    let options = options()
        .timeout(Duration::from_secs(10))
        .retry(RetryPolicy::DEFAULT);
    let http = http.with_environment(world.clone());
    let client = AuthenticationClient::with_http(&options, http).unwrap();
    let token = token("rs256-valid");
    let begun = world.monotonic();
    for _ in 0..20 {
        client.verify_id_token(&token, None).unwrap_err();
    }
    assert_eq!(world.fetches(), 1);
    assert_eq!(world.monotonic() - begun, Duration::from_secs(10));
    world.pass(11);
    client.verify_id_token(&token, None).unwrap_err();
    assert_eq!(world.fetches(), 2, "it is asked again later");
}
