//! Recorded calls as calls of this library.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value as Json, json};
use tokenmint::client::ath::{
    ApiAnswer, AsyncGatewayClient, AsyncNativeClient, AuthorizeRequest, ClientConfig, Developer,
    Error, GatewayClient, NativeClient, ProviderScopes, RegisterRequest,
};
use tokenmint::http;

use super::replay::Replay;
use super::scratch;
use crate::now::now;
use crate::support::{Case, known};

/// What a call gave.
#[derive(Debug)]
pub enum Value {
    Nothing,
    Typed(Json),
    Api(ApiAnswer),
}

/// One of the four clients.
pub enum Player {
    Gateway(GatewayClient),
    AsyncGateway(AsyncGatewayClient),
    Native(NativeClient),
    AsyncNative(AsyncNativeClient),
    /// No client could be made: no call has another result.
    Refused(http::ErrorKind),
}

/// Code for whichever client the player is; nothing in it is waited for.
macro_rules! each {
    ($player:expr, $client:ident => $body:expr, $refused:expr) => {
        match $player {
            Player::Gateway($client) => $body,
            Player::AsyncGateway($client) => $body,
            Player::Native($client) => $body,
            Player::AsyncNative($client) => $body,
            Player::Refused(kind) => $refused(*kind),
        }
    };
}

/// A call of whichever client the player is; a future is waited for.
macro_rules! call {
    ($player:expr, $client:ident => $call:expr) => {
        match $player {
            Player::Gateway($client) => $call,
            Player::AsyncGateway($client) => now($call),
            Player::Native($client) => $call,
            Player::AsyncNative($client) => now($call),
            Player::Refused(kind) => Err(refused(*kind)),
        }
    };
}

fn refused(kind: http::ErrorKind) -> Error {
    http::Error::new(kind).into()
}

impl Player {
    pub fn new(case: Case<'_>, file: &Json, replay: &Replay, asynchronous: bool) -> Self {
        let id = case.id;
        let made = config(case.get("client"), file).and_then(|config| {
            Ok(match (case.text("class"), asynchronous) {
                ("ATHGatewayClient" | "AsyncATHGatewayClient", false) => {
                    Self::Gateway(GatewayClient::with_http(&config, replay.blocking())?)
                }
                ("ATHGatewayClient" | "AsyncATHGatewayClient", true) => {
                    let http = replay.asynchronous();
                    Self::AsyncGateway(AsyncGatewayClient::with_http(&config, http)?)
                }
                ("ATHNativeClient" | "AsyncATHNativeClient", false) => {
                    Self::Native(NativeClient::with_http(&config, replay.blocking())?)
                }
                ("ATHNativeClient" | "AsyncATHNativeClient", true) => {
                    let http = replay.asynchronous();
                    Self::AsyncNative(AsyncNativeClient::with_http(&config, http)?)
                }
                (other, _) => panic!("{id}: unknown class {other:?}"),
            })
        });
        made.unwrap_or_else(|error| Self::Refused(error.kind()))
    }

    pub fn state(&self) -> Json {
        each!(self, client => json!({
            "client_id": client.client_id(),
            "has_client_secret": client.client_secret().is_some(),
            "access_token": client.access_token(),
        }), |_| json!({"client_id": null, "has_client_secret": false, "access_token": null}))
    }

    pub fn save(&self, path: &Path) -> Result<(), Error> {
        each!(self, client => client.save_credentials(path), |kind| Err(refused(kind)))
    }

    pub fn load(&self, text: &str) -> Result<(), Error> {
        let path = scratch("loaded");
        std::fs::write(&path, text).expect("a file");
        let loaded =
            each!(self, client => client.load_credentials(&path), |kind| Err(refused(kind)));
        std::fs::remove_file(path).expect("a file");
        loaded.map(|_| ())
    }

    pub fn call(&self, step: Case<'_>, file: Option<&str>) -> Result<Value, Error> {
        let id = step.id;
        let call = step.text("call");
        let given = Arguments::new(step);
        match call {
            "discover" => {
                given.only(&[]);
                match self {
                    Self::Gateway(client) => client.discover().map(|found| typed(id, &found)),
                    Self::AsyncGateway(client) => {
                        now(client.discover()).map(|found| typed(id, &found))
                    }
                    Self::Native(client) => client.discover().map(|found| typed(id, &found)),
                    Self::AsyncNative(client) => {
                        now(client.discover()).map(|found| typed(id, &found))
                    }
                    Self::Refused(kind) => Err(refused(*kind)),
                }
            }
            "register" => {
                let request = given.registration();
                call!(self, client => client.register(&request)).map(|found| typed(id, &found))
            }
            "authorize" => {
                let request = given.authorization();
                call!(self, client => client.authorize(&request)).map(|found| typed(id, &found))
            }
            "exchange_token" => {
                given.only(&["code", "session_id"]);
                let (code, session) = (given.text("code", 0), given.text("session_id", 1));
                call!(self, client => client.exchange_token(code, session))
                    .map(|found| typed(id, &found))
            }
            "revoke" => {
                given.only(&[]);
                call!(self, client => client.revoke()).map(|()| Value::Nothing)
            }
            "proxy" => self.proxy(&given),
            "api" => self.api(&given),
            "set_credentials" => {
                given.only(&["client_id", "client_secret"]);
                let (client_id, secret) =
                    (given.text("client_id", 0), given.text("client_secret", 1));
                each!(self, client => client.set_credentials(client_id, secret), |_| ());
                Ok(Value::Nothing)
            }
            "set_token" => {
                given.only(&["token"]);
                each!(self, client => client.set_token(given.text("token", 0)), |_| ());
                Ok(Value::Nothing)
            }
            "save_credentials" => {
                let path = scratch("asked");
                let saved = self.save(&path).map(|()| Value::Nothing);
                assert_eq!(path.exists(), saved.is_ok(), "{id}: the file");
                if saved.is_ok() {
                    std::fs::remove_file(path).expect(id);
                }
                saved
            }
            "load_credentials" => {
                let file = file.unwrap_or_else(|| panic!("{id}: nothing to load"));
                self.load(file).map(|()| Value::Nothing)
            }
            other => panic!("{id}: unknown call {other:?}"),
        }
    }

    fn proxy(&self, given: &Arguments<'_>) -> Result<Value, Error> {
        given.only(&["provider", "method", "path", "body"]);
        let (provider, method) = (given.text("provider", 0), given.text("method", 1));
        let (path, body) = (given.text("path", 2), given.find("body", 3));
        match self {
            Self::Gateway(client) => client.proxy(provider, method, path, body),
            Self::AsyncGateway(client) => now(client.proxy(provider, method, path, body)),
            Self::Refused(kind) => Err(refused(*kind)),
            _ => panic!("{}: a native service has no proxy", given.id),
        }
        .map(Value::Api)
    }

    fn api(&self, given: &Arguments<'_>) -> Result<Value, Error> {
        given.only(&["method", "path", "body"]);
        let (method, path) = (given.text("method", 0), given.text("path", 1));
        let body = given.find("body", 2);
        match self {
            Self::Native(client) => client.api(method, path, body),
            Self::AsyncNative(client) => now(client.api(method, path, body)),
            Self::Refused(kind) => Err(refused(*kind)),
            _ => panic!("{}: a gateway has no interface", given.id),
        }
        .map(Value::Api)
    }
}

fn typed(id: &str, found: &impl serde::Serialize) -> Value {
    Value::Typed(serde_json::to_value(found).expect(id))
}

fn config(client: Case<'_>, file: &Json) -> Result<ClientConfig, Error> {
    let id = client.id;
    let members = ["url", "agent_id", "key", "key_id", "timeout_s", "headers"];
    known(id, client.value, &members);
    let key = super::key(file, client.text("key"));
    let timeout = client.get("timeout_s").value.as_f64().expect(id);
    let mut config = ClientConfig::new(client.text("url"), client.text("agent_id"), key)
        .key_id(client.text("key_id"))
        .timeout(Duration::from_secs_f64(timeout))
        .max_retries(0);
    if let Some(headers) = client.find("headers") {
        for (name, value) in headers.value.as_object().expect(id) {
            config = config.header(name, value.as_str().expect(id))?;
        }
    }
    Ok(config)
}

/// Positional and keyword arguments.
struct Arguments<'a> {
    id: &'a str,
    positional: Vec<Case<'a>>,
    keyword: Option<Case<'a>>,
}

impl<'a> Arguments<'a> {
    fn new(step: Case<'a>) -> Self {
        let Some(args) = step.find("args") else {
            return Self {
                id: step.id,
                positional: Vec::new(),
                keyword: None,
            };
        };
        known(step.id, args.value, &["positional", "keyword"]);
        Self {
            id: step.id,
            positional: args.items("positional"),
            keyword: Some(args.get("keyword")),
        }
    }

    /// Fails on arguments that the call does not have.
    fn only(&self, names: &[&str]) {
        let id = self.id;
        assert!(
            self.positional.len() <= names.len(),
            "{id}: too many arguments"
        );
        if let Some(keyword) = self.keyword {
            known(id, keyword.value, names);
        }
    }

    fn find(&self, name: &str, at: usize) -> Option<&'a Json> {
        let given = self.positional.get(at).map(|given| given.value);
        let given = given.or_else(|| Some(self.keyword?.find(name)?.value));
        given.filter(|value| !value.is_null())
    }

    fn get(&self, name: &str, at: usize) -> &'a Json {
        let given = self.find(name, at);
        given.unwrap_or_else(|| panic!("{}: no argument {name:?}", self.id))
    }

    fn text(&self, name: &str, at: usize) -> &'a str {
        self.get(name, at).as_str().expect(self.id)
    }

    fn texts(&self, list: &'a Json) -> Vec<&'a str> {
        let list = list.as_array().expect(self.id);
        list.iter()
            .map(|text| text.as_str().expect(self.id))
            .collect()
    }

    fn registration(&self) -> RegisterRequest {
        // By name only.
        const NOWHERE: usize = usize::MAX;
        self.only(&["developer", "providers", "purpose", "redirect_uris"]);
        let developer = self.get("developer", NOWHERE).clone();
        let developer: Developer = serde_json::from_value(developer).expect(self.id);
        let providers = self.get("providers", NOWHERE).clone();
        let providers: Vec<ProviderScopes> = serde_json::from_value(providers).expect(self.id);
        let mut request = RegisterRequest::new(developer).providers(providers);
        if let Some(purpose) = self.find("purpose", NOWHERE) {
            request = request.purpose(purpose.as_str().expect(self.id));
        }
        if let Some(uris) = self.find("redirect_uris", NOWHERE) {
            for uri in self.texts(uris) {
                request = request.redirect_uri(uri);
            }
        }
        request
    }

    fn authorization(&self) -> AuthorizeRequest {
        self.only(&["provider", "scopes", "redirect_uri", "resource"]);
        let scopes = self.texts(self.get("scopes", 1));
        let mut request = AuthorizeRequest::new(self.text("provider", 0), &scopes);
        if let Some(uri) = self.find("redirect_uri", 2) {
            request = request.redirect_uri(uri.as_str().expect(self.id));
        }
        if let Some(uri) = self.find("resource", 3) {
            request = request.resource(uri.as_str().expect(self.id));
        }
        request
    }
}
