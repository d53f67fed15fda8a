//! The doubles of ATH keep to what is known of implementors.

use std::time::Duration;

use serde_json::json;
use tokenmint::ath::SigningKey;
use tokenmint::client::ath::{
    AuthorizeRequest, ClientConfig, Developer, ErrorCode, GatewayClient, NativeClient,
    OAUTH_COMPLETED, RegisterRequest,
};
use tokenmint::http::{Client, ErrorKind, Request, Transport as _};
use tokenmint_sim::ath::{Ath, Flavour};
use tokenmint_sim::double::Double as _;
use tokenmint_sim::{Shared, Simulation};

const BASE: &str = "https://gateway.example";
const AGENT: &str = "https://agent.example/.well-known/agent.json";
const REDIRECT: &str = "http://127.0.0.1:1/cb";

struct Scene {
    simulation: Simulation,
    service: Shared<Ath>,
}

fn scene(flavour: Flavour) -> Scene {
    let service = Ath::new(flavour, BASE, 1).with_identity(AGENT, key(7).public_key());
    let service = match flavour {
        Flavour::Standalone => service.with_user_token("session of a user"),
        _ => service,
    };
    let simulation = Simulation::with_seed(7);
    Scene {
        service: simulation.add(&[BASE], service),
        simulation,
    }
}

fn key(byte: u8) -> SigningKey {
    SigningKey::from_bytes(&[byte; 32]).unwrap()
}

fn config() -> ClientConfig {
    let config = ClientConfig::new(BASE, AGENT, key(7));
    config
        .header("x-ath-user-token", "session of a user")
        .unwrap()
}

impl Scene {
    fn http(&self) -> Client {
        self.simulation.client()
    }

    fn gateway(&self) -> GatewayClient {
        GatewayClient::with_http(&config(), self.http()).unwrap()
    }

    fn now(&self) -> Duration {
        self.simulation.now()
    }

    /// A client with a session whose user has consented.
    fn consented(&self) -> (GatewayClient, String) {
        let client = self.gateway();
        client.register(&registration()).unwrap();
        let session = client.authorize(&github()).unwrap().ath_session_id;
        self.service.lock().open(&session, self.now());
        self.simulation.advance(Duration::from_secs(5));
        (client, session)
    }
}

fn registration() -> RegisterRequest {
    RegisterRequest::new(Developer::new("Example", "example.com"))
        .provider("github", &["repo", "admin"])
        .redirect_uri(REDIRECT)
}

fn github() -> AuthorizeRequest {
    AuthorizeRequest::new("github", &["repo"])
}

#[test]
fn scopes_that_a_provider_does_not_have_are_denied() {
    let scene = scene(Flavour::Handlers);
    let client = scene.gateway();
    let registration = client.register(&registration()).unwrap();
    let github = &registration.approved_providers[0];
    assert_eq!(github.approved_scopes, ["repo"]);
    assert_eq!(github.denied_scopes, ["admin"]);
    for (provider, scope, code) in [
        ("github", "admin", ErrorCode::ScopeNotApproved),
        ("calendar", "events", ErrorCode::ProviderNotApproved),
    ] {
        let request = AuthorizeRequest::new(provider, &[scope]);
        assert_eq!(*client.authorize(&request).unwrap_err().code(), code);
    }
    let elsewhere = github_to("http://127.0.0.1:1/cb/");
    let error = client.authorize(&elsewhere).unwrap_err();
    assert_eq!(
        (error.code(), error.status()),
        (&ErrorCode::InvalidAttestation, Some(400))
    );
}

fn github_to(uri: &str) -> AuthorizeRequest {
    github().redirect_uri(uri)
}

#[test]
fn a_second_registration_is_another_one_or_a_conflict_without_a_secret() {
    let handlers = scene(Flavour::Handlers);
    for _ in 0..2 {
        handlers.gateway().register(&registration()).unwrap();
    }
    assert_eq!(handlers.service.lock().registrations().len(), 2);
    let standalone = scene(Flavour::Standalone);
    let client = standalone.gateway();
    let first = client.register(&registration()).unwrap();
    let error = client.register(&registration()).unwrap_err();
    assert_eq!(
        (error.code(), error.status()),
        (&ErrorCode::Conflict, Some(409))
    );
    let details = error.details();
    assert_eq!(details["client_id"], first.client_id);
    assert!(!details.contains_key("client_secret"));
}

#[test]
fn attestations_are_for_the_endpoint_for_now_and_for_once() {
    let scene = scene(Flavour::Handlers);
    // Recorded on the way, and sent again.
    let sent = std::sync::Arc::new(std::sync::Mutex::new(Vec::<Request>::new()));
    let network = scene.simulation.clone();
    let tap = sent.clone();
    let http = Client::new(move |request: Request| {
        tap.lock().unwrap().push(request.clone());
        network.send(request)
    });
    let http = http.with_environment(scene.simulation.environment());
    let client = GatewayClient::with_http(&config(), http).unwrap();
    client.register(&registration()).unwrap();
    let session = client.authorize(&github()).unwrap().ath_session_id;
    scene.service.lock().open(&session, scene.now());
    scene.simulation.advance(Duration::from_secs(5));
    client.exchange_token(OAUTH_COMPLETED, &session).unwrap();
    let sent = sent.lock().unwrap().clone();
    let again = |request: &Request, now| {
        let answer = scene.service.lock().serve(request, now).response;
        (answer.status, answer.text())
    };
    for request in &sent {
        let (status, text) = again(request, scene.now());
        assert_eq!(status, 401, "{text}");
        assert!(text.contains("used before"), "{text}");
    }
    // Too old, and from the future.
    for now in [
        scene.now() + Duration::from_secs(301),
        scene.now() - Duration::from_secs(400),
    ] {
        let fresh = Shared::new(
            Ath::new(Flavour::Handlers, BASE, 2).with_identity(AGENT, key(7).public_key()),
        );
        let answer = fresh.lock().serve(&sent[0], now).response;
        assert_eq!(answer.status, 401, "{}", answer.text());
        assert!(answer.text().contains("INVALID_ATTESTATION"));
    }
    // For another implementor, and of another key.
    for (base, byte) in [("https://gateway.example:444", 7), (BASE, 8)] {
        let other =
            Ath::new(Flavour::Handlers, base, 2).with_identity(AGENT, key(byte).public_key());
        let mut request = sent[0].clone();
        request.url = format!("{base}/ath/agents/register");
        let answer = Shared::new(other)
            .lock()
            .serve(&request, scene.now())
            .response;
        assert_eq!(answer.status, 401, "{}", answer.text());
    }
}

#[test]
fn a_session_gives_one_token_once_the_user_has_consented() {
    for flavour in [Flavour::Handlers, Flavour::Standalone] {
        let scene = scene(flavour);
        let client = scene.gateway();
        client.register(&registration()).unwrap();
        let session = client.authorize(&github()).unwrap().ath_session_id;
        let exchange = || client.exchange_token(OAUTH_COMPLETED, &session);
        let early = exchange().unwrap_err();
        assert_eq!(
            (early.code(), early.status()),
            (&ErrorCode::SessionNotFound, Some(400))
        );
        scene.service.lock().open(&session, scene.now());
        assert!(
            scene
                .service
                .lock()
                .browser(&session, scene.now())
                .is_none()
        );
        scene.simulation.advance(Duration::from_secs(2));
        let browser = scene.service.lock().browser(&session, scene.now()).unwrap();
        let expected = match flavour {
            Flavour::Standalone => format!("{BASE}/ui/callback"),
            _ => format!("{REDIRECT}?session_id={session}&success=true"),
        };
        assert_eq!(browser, expected);
        exchange().unwrap();
        assert_eq!(*exchange().unwrap_err().code(), ErrorCode::SessionNotFound);
    }
}

#[test]
fn sessions_of_the_standalone_gateway_end_after_ten_minutes() {
    for (flavour, ends) in [(Flavour::Handlers, false), (Flavour::Standalone, true)] {
        let scene = scene(flavour);
        let (client, session) = scene.consented();
        scene.simulation.advance(Duration::from_secs(600));
        let result = client.exchange_token(OAUTH_COMPLETED, &session);
        let code = result.err().map(|error| error.code().clone());
        assert_eq!(code, ends.then_some(ErrorCode::InternalError));
    }
}

#[test]
fn tokens_are_for_one_provider_until_they_are_revoked() {
    for flavour in [Flavour::Handlers, Flavour::Standalone] {
        let scene = scene(flavour);
        let (client, session) = scene.consented();
        let token = client.exchange_token(OAUTH_COMPLETED, &session).unwrap();
        let get = |provider| client.proxy(provider, "GET", "/posts", None);
        get("github").unwrap();
        assert_eq!(
            *get("calendar").unwrap_err().code(),
            ErrorCode::ProviderMismatch
        );
        client.revoke().unwrap();
        client.set_token(token.access_token.expose());
        assert_eq!(*get("github").unwrap_err().code(), ErrorCode::TokenRevoked);
        client.set_token("unknown");
        let unknown = client.revoke();
        assert_eq!(unknown.is_err(), flavour == Flavour::Standalone);
    }
}

#[test]
fn what_gateways_do_to_bodies_and_queries() {
    for flavour in [Flavour::Handlers, Flavour::Standalone] {
        let scene = scene(flavour);
        let (client, session) = scene.consented();
        client.exchange_token(OAUTH_COMPLETED, &session).unwrap();
        let found = client.proxy("github", "GET", "/search?q=1", None).unwrap();
        let report = client.proxy("github", "GET", "/report", None);
        let post = client.proxy(
            "github",
            "POST",
            "/posts",
            Some(&json!({"text": "a", "n": 1.0})),
        );
        if flavour == Flavour::Standalone {
            assert_eq!(found.content.as_json().unwrap()["query"], "");
            assert_eq!(report.unwrap_err().status(), Some(502));
            post.unwrap();
        } else {
            assert_eq!(found.content.as_json().unwrap()["query"], "q=1");
            assert_eq!(report.unwrap().content.as_text(), Some("a,b\n1,2\n"));
            // 1.0 is written as 1, and the length does not fit any more.
            assert_eq!(*post.unwrap_err().code(), ErrorCode::UpstreamError);
        }
    }
}

#[test]
fn the_standalone_gateway_wants_its_user_to_be_logged_in() {
    let scene = scene(Flavour::Standalone);
    let config = ClientConfig::new(BASE, AGENT, key(7));
    let stranger = GatewayClient::with_http(&config, scene.http()).unwrap();
    stranger.discover().unwrap();
    let error = stranger.register(&registration()).unwrap_err();
    assert_eq!(
        (error.code(), error.status()),
        (&ErrorCode::AuthRequired, Some(401))
    );
    scene.gateway().register(&registration()).unwrap();
    scene.gateway().agent_status().unwrap_err();
}

#[test]
fn a_native_service_says_where_its_interface_is() {
    let scene = scene(Flavour::Native);
    let client = NativeClient::with_http(&config(), scene.http()).unwrap();
    assert_eq!(client.discover().unwrap().api_base, format!("{BASE}/api"));
    let request = RegisterRequest::new(Developer::new("Example", "example.com"));
    client
        .register(&request.provider("mail", &["read"]))
        .unwrap();
    let asked = AuthorizeRequest::new("mail", &["read"]);
    let session = client.authorize(&asked).unwrap().ath_session_id;
    scene.service.lock().open(&session, scene.now());
    scene.simulation.advance(Duration::from_secs(5));
    client.exchange_token(OAUTH_COMPLETED, &session).unwrap();
    client.api("GET", "/posts", None).unwrap();
    let missing = client.api("GET", "/nowhere", None).unwrap_err();
    assert_eq!(
        (missing.status(), missing.kind()),
        (Some(404), ErrorKind::Status)
    );
}
