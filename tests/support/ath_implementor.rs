//! An implementor on the loopback interface, gateway and native service at
//! once, that checks what the specification tells it to; and a browser.

use std::collections::HashSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tokenmint::ath::{self, Audience, Expected, ParsedAttestation, SigningKey};

use crate::server::{Received, Script, Server, answer};

const CLIENT: &str = "ath_0123456789abcdef";
const SECRET: &str = "ath_secret_0123456789abcdef0123456789abcdef";
const SESSION: &str = "ath_sess_0123456789abcdef";
const TOKEN: &str = "ath_tk_0123456789abcdef0123456789abcdef";

/// The page on which the user gives consent.
pub const PAGE: &str =
    "https://idp.example.com/authorize?code_challenge=abc&code_challenge_method=S256";

/// The key that the agent publishes.
pub fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32]).expect("a key")
}

pub struct Implementor {
    server: Server,
    state: Arc<Mutex<State>>,
}

/// What happens to the next request to a target.
#[derive(Debug, Clone, Copy)]
#[allow(dead_code)]
pub enum Fault {
    /// Nothing is done, and this status answered.
    Status(u16),
    /// It is done, and the connection closed without an answer.
    Lost,
}

#[derive(Default)]
struct State {
    faults: Vec<(String, Fault)>,
    /// Users consent as soon as they are asked.
    consents_at_once: bool,
    on_register: Option<Box<dyn Fn() + Send>>,
    url: String,
    agent: String,
    seen: HashSet<String>,
    redirect_uri: Option<String>,
    consent: bool,
    token: bool,
}

type Answer = (u16, Value);

impl Implementor {
    pub fn start(agent: &str) -> Self {
        let state = Arc::new(Mutex::new(State {
            agent: agent.to_string(),
            ..State::default()
        }));
        let answering = Arc::clone(&state);
        let server = Server::start(move |_, request| {
            let mut state = answering.lock().expect("no panic");
            let target = request.line().1;
            let at = state.faults.iter().position(|(known, _)| known == target);
            let fault = at.map(|at| state.faults.remove(at).1);
            let headers = "content-type: application/json\r\n";
            if let Some(Fault::Status(status)) = fault {
                return Script::send(answer(status, headers, "{}"));
            }
            let (status, body) = state.answer(request);
            match fault {
                Some(_) => Script::acts([]),
                None => Script::send(answer(status, headers, &body.to_string())),
            }
        });
        let implementor = Self { server, state };
        implementor.lock().url = implementor.server.url();
        implementor
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no panic")
    }

    pub fn url(&self) -> String {
        self.server.url()
    }

    /// Lets something go wrong with the next request to `target`, after what was
    /// said before.
    #[allow(dead_code)]
    pub fn fault(&self, target: &str, fault: Fault) {
        self.lock().faults.push((target.to_string(), fault));
    }

    #[allow(dead_code)]
    pub fn consents_at_once(&self) {
        self.lock().consents_at_once = true;
    }

    /// The token is taken back by somebody else.
    #[allow(dead_code)]
    pub fn takes_back(&self) {
        self.lock().token = false;
    }

    /// Does something while a registration is on its way.
    #[allow(dead_code)]
    pub fn on_register(&self, act: impl Fn() + Send + 'static) {
        self.lock().on_register = Some(Box::new(act));
    }

    /// Methods and targets so far.
    pub fn calls(&self) -> Vec<String> {
        let received = self.server.received();
        let line = |request: &Received| {
            let (method, target) = request.line();
            format!("{method} {target}")
        };
        received.iter().map(line).collect()
    }

    /// The user gives consent on the page, and the browser is sent back to the
    /// agent where it has a place for that.
    pub fn consent(&self, url: &str) {
        assert_eq!(url, PAGE);
        let mut state = self.lock();
        state.consent = true;
        let Some(uri) = state.redirect_uri.clone() else {
            return;
        };
        if uri.starts_with(&state.url) {
            return;
        }
        // The agent begins to wait only after this.
        thread::spawn(move || {
            let (authority, path) = uri
                .strip_prefix("http://")
                .and_then(|rest| rest.split_once('/'))
                .expect("a place on this machine");
            let mut stream = TcpStream::connect(authority).expect("a listener");
            let line = format!("GET /{path}?session_id={SESSION}&success=true HTTP/1.1\r\n\r\n");
            stream.write_all(line.as_bytes()).expect("a request");
            let _ = stream.read_to_end(&mut Vec::new());
        });
    }
}

fn refusal(status: u16, code: &str) -> Answer {
    (
        status,
        json!({"code": code, "message": "refused by the test"}),
    )
}

impl State {
    fn answer(&mut self, request: &Received) -> Answer {
        let (method, target) = request.line();
        let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
        if request.header("accept-encoding").as_deref() != Some("identity") {
            return refusal(400, "ACCEPT_ENCODING");
        }
        let attested = ["/ath/agents/register", "/ath/authorize", "/ath/token"];
        if attested.contains(&target) && !self.is_attested(target, &body) {
            return refusal(401, "INVALID_ATTESTATION");
        }
        let knows_client = body["client_id"] == CLIENT;
        let knows_secret = knows_client && body["client_secret"] == SECRET;
        match (method, target) {
            ("GET", "/.well-known/ath.json") => (200, self.gateway()),
            ("GET", "/.well-known/ath-app.json") => (200, self.service()),
            ("POST", "/ath/agents/register") => self.register(&body),
            ("POST", "/ath/authorize") if knows_client => {
                self.consent = self.consents_at_once;
                let uri = body["user_redirect_uri"].as_str();
                self.redirect_uri = uri.map(ToString::to_string);
                (
                    200,
                    json!({"authorization_url": PAGE, "ath_session_id": SESSION}),
                )
            }
            ("POST", "/ath/token") if knows_secret => self.token(&body),
            ("POST", "/ath/revoke") if knows_secret && body["token"] == TOKEN => {
                self.token = false;
                (200, json!({"message": "Token revoked"}))
            }
            ("DELETE", "/ath/agents/ath_0123456789abcdef") => (200, json!({"message": "gone"})),
            ("POST", _) if target.starts_with("/ath/") && !target.contains("/proxy/") => {
                refusal(401, "AGENT_NOT_REGISTERED")
            }
            _ => self.resource(request, target),
        }
    }

    fn is_attested(&mut self, target: &str, body: &Value) -> bool {
        let token = body["agent_attestation"].as_str().unwrap_or_default();
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let audience = match target {
            "/ath/token" => Audience::of_token_endpoint(&self.url),
            _ => Audience::of_base(&self.url),
        };
        let (key, now) = (key().public_key(), now.expect("a time").as_secs());
        let expected = Expected::of(&key, audience, &self.agent, now);
        let mut workspace = vec![0; ath::workspace_len(token.len())];
        ParsedAttestation::parse(token, &mut workspace).is_ok_and(|parsed| {
            let id = parsed.claims().token_id.chars().collect();
            parsed.check(&expected).ok().is_ok() && self.seen.insert(id)
        })
    }

    fn gateway(&self) -> Value {
        json!({
            "ath_version": "0.1",
            "gateway_id": self.url,
            "agent_registration_endpoint": format!("{}/ath/agents/register", self.url),
            "supported_providers": [{
                "provider_id": "github", "display_name": "GitHub", "auth_mode": "OAUTH2",
                "available_scopes": ["repo", "read:user"], "agent_approval_required": true,
            }],
        })
    }

    fn service(&self) -> Value {
        json!({
            "ath_version": "0.1",
            "app_id": "com.example.mail",
            "name": "Mail",
            "auth": {
                "type": "oauth2",
                "authorization_endpoint": "https://idp.example.com/authorize",
                "token_endpoint": "https://idp.example.com/token",
                "scopes_supported": ["mail:read", "mail:send"],
            },
            "api_base": format!("{}/api/", self.url),
        })
    }

    fn register(&self, body: &Value) -> Answer {
        if let Some(act) = &self.on_register {
            act();
        }
        if body["agent_id"] != *self.agent {
            return refusal(403, "AGENT_IDENTITY_MISMATCH");
        }
        let provider = &body["requested_providers"][0];
        let approval = json!({
            "provider_id": provider["provider_id"],
            "approved_scopes": provider["scopes"],
            "denied_scopes": [],
        });
        let answer = json!({
            "client_id": CLIENT,
            "client_secret": SECRET,
            "agent_status": "approved",
            "approved_providers": [approval],
            "approval_expires": "2099-01-01T00:00:00Z",
        });
        (201, answer)
    }

    fn token(&mut self, body: &Value) -> Answer {
        if body["ath_session_id"] != SESSION || !self.consent {
            return refusal(400, "SESSION_NOT_FOUND");
        }
        (self.consent, self.token) = (false, true);
        let scopes = json!(["repo"]);
        let answer = json!({
            "access_token": TOKEN,
            "token_type": "Bearer",
            "expires_in": 3600,
            "effective_scopes": scopes,
            "provider_id": "github",
            "agent_id": self.agent,
            "scope_intersection": {
                "agent_approved": scopes, "user_consented": scopes, "effective": scopes,
            },
        });
        (200, answer)
    }

    /// What is behind the token.
    fn resource(&self, request: &Received, target: &str) -> Answer {
        let authorization = request.header("authorization").unwrap_or_default();
        if authorization != format!("Bearer {TOKEN}") || !self.token {
            return refusal(401, "TOKEN_INVALID");
        }
        if request.header("x-ath-agent-id").as_deref() != Some(&self.agent) {
            return refusal(403, "AGENT_IDENTITY_MISMATCH");
        }
        match target {
            "/ath/proxy/github/userinfo" => (200, json!({"login": "test-user"})),
            // Some services repeat what they were sent.
            "/ath/proxy/github/echo" => (200, json!({"sent": authorization})),
            "/ath/proxy/github/api/repos" => (200, json!([{"id": 1}])),
            "/api/v1/messages" => {
                let list = ["Flight confirmation", "Hotel booking"];
                (
                    200,
                    list.iter()
                        .map(|subject| json!({"subject": subject}))
                        .collect(),
                )
            }
            _ => (404, json!({"message": "Not Found"})),
        }
    }
}
