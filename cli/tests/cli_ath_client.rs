//! `tokenmint ath discover` to `revoke`: the built program against an
//! implementor on the loopback interface.

#![cfg(feature = "online")]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[path = "../../tests/support/ath_implementor.rs"]
mod implementor;
#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;
#[allow(dead_code)]
#[path = "../../tests/support/server.rs"]
mod server;

use std::path::PathBuf;
use std::time::Duration;

use implementor::{Implementor, key};
use run::{Ran, tokenmint};
use serde_json::Value;
use server::{Server, answer};

const AGENT: &str = "https://agent.example.com/.well-known/agent.json";
const DEVELOPER: [&str; 2] = ["--developer-name=Example", "--developer-id=example.com"];

/// One agent with its files.
struct Agent {
    folder: PathBuf,
    url: String,
}

impl Agent {
    fn new(name: &str, url: &str) -> Self {
        let process = std::process::id();
        let folder = std::env::temp_dir().join(format!("tokenmint-cli-ath-{process}-{name}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        let pem = key().write_pkcs8_pem(tokenmint::output::Owned);
        std::fs::write(folder.join("agent.pem"), pem.expect("a key")).expect("a file");
        Self {
            folder,
            url: url.to_string(),
        }
    }

    fn file(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    fn ath(&self, arguments: &[&str]) -> Ran {
        let mut run = tokenmint(["ath"])
            .env("ATH_URL", &self.url)
            .env("ATH_AGENT_ID", AGENT)
            .env("ATH_CREDENTIALS", &self.file("credentials.json"));
        for argument in arguments {
            run = run.arg(argument);
        }
        run.run()
    }

    /// Runs a command that attests.
    fn signed(&self, arguments: &[&str]) -> Ran {
        let key = format!("--key-file={}", self.file("agent.pem"));
        self.ath(&[arguments, &[&key]].concat())
    }

    fn register(&self, more: &[&str]) -> Ran {
        let fixed = [
            "register",
            DEVELOPER[0],
            DEVELOPER[1],
            "--provider=github=repo,read:user",
            "--purpose=testing",
        ];
        self.signed(&[&fixed, more].concat())
    }

    fn credentials(&self) -> Value {
        let text = std::fs::read(self.file("credentials.json")).expect("the file");
        serde_json::from_slice(&text).expect("JSON")
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// No secret or token in what was written.
fn assert_silent(ran: &Ran) {
    for secret in ["ath_secret_", "ath_tk_", "eyJ"] {
        assert!(!format!("{ran:?}").contains(secret), "{ran:?}");
    }
}

fn succeeds(ran: &Ran) -> &Ran {
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_silent(ran);
    ran
}

#[test]
fn the_whole_handshake() {
    let implementor = Implementor::start(AGENT);
    let agent = Agent::new("whole", &implementor.url());
    let found = agent.ath(&["discover", "--json"]);
    assert_eq!(
        succeeds(&found).json()["supported_providers"][0]["provider_id"],
        "github"
    );
    let registered = agent.register(&["--json", "--no-redirect-uri"]);
    let answer = succeeds(&registered).json();
    assert_eq!(answer["agent_status"], "approved");
    assert!(answer.get("client_secret").is_none(), "{answer}");
    // The secret of a registration is not thrown away by accident.
    let again = agent.register(&[]);
    assert_eq!(again.code, 2, "{again:?}");
    assert!(again.stderr.contains("--force"), "{again:?}");

    let early = agent.signed(&["exchange"]);
    assert_eq!(early.code, 2, "{early:?}");
    let page = agent.signed(&["authorize", "--provider=github=repo"]);
    let url = succeeds(&page).line().to_string();
    let unfinished = agent.signed(&["exchange", "--json"]);
    assert_eq!(unfinished.code, 35, "{unfinished:?}");
    assert_eq!(unfinished.json()["error"]["code"], "SESSION_NOT_FOUND");
    implementor.consent(&url);
    let token = agent.signed(&["exchange", "--json"]);
    assert_eq!(succeeds(&token).json()["effective_scopes"][0], "repo");
    let kept = agent.credentials();
    let token = &kept["tokens"][0];
    assert_eq!(token["provider_id"], "github");
    assert!(
        token["access_token"]
            .as_str()
            .is_some_and(|token| token.starts_with("ath_tk_"))
    );
    assert_eq!(kept["url"], implementor.url());
    assert_eq!(kept["agent_id"], AGENT);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let metadata = std::fs::metadata(agent.file("credentials.json")).expect("the file");
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
    }

    let user = agent.ath(&["proxy", "get", "/userinfo", "--provider=github"]);
    let user: Value = serde_json::from_str(&succeeds(&user).stdout).expect("JSON");
    assert_eq!(user["login"], "test-user");
    let revoked = agent.ath(&["revoke", "--json"]);
    assert_eq!(succeeds(&revoked).json()["revoked"], true);
    assert!(agent.credentials().get("tokens").is_none());
    let sent = implementor.calls().len();
    let without = agent.ath(&["proxy", "GET", "/userinfo", "--provider=github", "--json"]);
    assert_eq!(without.code, 2, "{without:?}");
    assert_eq!(without.json()["error"]["code"], "NO_TOKEN");
    succeeds(&agent.ath(&["revoke"]));
    assert_eq!(implementor.calls().len(), sent, "nothing was sent");
}

#[test]
fn a_native_service_and_waiting_for_the_user() {
    let implementor = Implementor::start(AGENT);
    let agent = Agent::new("native", &implementor.url());
    let found = agent.ath(&["discover", "--native", "--json"]);
    assert_eq!(succeeds(&found).json()["app_id"], "com.example.mail");
    succeeds(&agent.register(&["--native", "--no-redirect-uri"]));
    let page = agent.signed(&[
        "authorize",
        "--native",
        "--provider=com.example.mail=mail:read",
    ]);
    let url = succeeds(&page).line().to_string();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(200));
            implementor.consent(&url);
        });
        succeeds(&agent.signed(&["exchange", "--native", "--wait=60s"]));
    });
    let out = agent.file("messages.json");
    let data = agent.file("message.json");
    std::fs::write(&data, "{\"to\":\"a@example.com\"}").expect("a file");
    succeeds(&agent.ath(&[
        "proxy",
        "POST",
        "/v1/messages",
        "--native",
        &format!("--data={data}"),
        &format!("--out={out}"),
    ]));
    let messages: Value =
        serde_json::from_slice(&std::fs::read(out).expect("a file")).expect("JSON");
    assert_eq!(messages[0]["subject"], "Flight confirmation");
    succeeds(&agent.ath(&["revoke", "--native"]));
}

#[test]
fn the_browser_comes_back_to_the_command() {
    let implementor = Implementor::start(AGENT);
    let agent = Agent::new("listen", &implementor.url());
    let port = {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        free.local_addr().expect("an address").port()
    };
    let uri = format!("--redirect-uri=http://127.0.0.1:{port}/callback");
    succeeds(&agent.register(&[&uri]));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // As a user does: once the page is there.
            for _ in 0..500 {
                if implementor
                    .calls()
                    .iter()
                    .any(|call| call.ends_with("/ath/authorize"))
                {
                    return implementor.consent(implementor::PAGE);
                }
                std::thread::sleep(Duration::from_millis(20));
            }
        });
        let listen = format!("--listen={port}");
        let page = agent.signed(&["authorize", "--provider=github=repo", &listen, "--wait=60s"]);
        let said = &succeeds(&page).stderr;
        assert!(said.contains("waiting up to 60 s (--wait)"), "{page:?}");
        assert!(said.contains("the token is kept"), "{page:?}");
    });
    assert_eq!(agent.credentials()["tokens"][0]["provider_id"], "github");
}

/// A port that nobody listens on.
fn free_port() -> String {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    free.local_addr().expect("an address").port().to_string()
}

fn login(agent: &Agent, more: &[&str]) -> Ran {
    let fixed = [
        "login",
        "--provider=github=repo",
        DEVELOPER[0],
        DEVELOPER[1],
    ];
    agent.signed(&[&fixed, more].concat())
}

fn count(implementor: &Implementor, target: &str) -> usize {
    let calls = implementor.calls();
    calls.iter().filter(|call| call.ends_with(target)).count()
}

#[test]
fn login_needs_one_command_and_then_nothing() {
    let implementor = Implementor::start(AGENT);
    implementor.consents_at_once();
    let agent = Agent::new("login", &implementor.url());
    let port = free_port();
    let ran = login(&agent, &["--listen", &port, "--json"]);
    let token = succeeds(&ran).json();
    assert_eq!(token["provider_id"], "github");
    assert!(token.get("access_token").is_none());
    assert!(ran.stderr.contains(implementor::PAGE), "{ran:?}");
    assert!(
        ran.stderr
            .contains("next: `tokenmint ath proxy GET / --provider github"),
        "{ran:?}"
    );
    let uri = format!("http://127.0.0.1:{port}/callback");
    assert_eq!(agent.credentials()["redirect_uris"][0], uri);
    let sent = implementor.calls().len();
    let again = login(&agent, &["--listen", &port]);
    assert!(
        succeeds(&again).stderr.contains("there is a good token"),
        "{again:?}"
    );
    assert_eq!(implementor.calls().len(), sent);
    succeeds(&agent.ath(&["revoke", "--provider=github"]));
    assert_eq!(login(&agent, &["--listen", &port]).code, 0);
    assert_eq!(count(&implementor, "/ath/agents/register"), 1);
    assert_eq!(count(&implementor, "/ath/authorize"), 2);
}

#[test]
fn login_rides_out_faults_and_a_lost_token() {
    let implementor = Implementor::start(AGENT);
    implementor.consents_at_once();
    let agent = Agent::new("faults", &implementor.url());
    implementor.fault("/ath/authorize", implementor::Fault::Status(503));
    implementor.fault("/ath/token", implementor::Fault::Status(502));
    implementor.fault("/ath/token", implementor::Fault::Lost);
    let port = free_port();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // The browser comes back once the first token is lost.
            while count(&implementor, "/ath/token") < 2 {
                std::thread::sleep(Duration::from_millis(20));
            }
            implementor.consent(implementor::PAGE);
        });
        let ran = login(&agent, &["--listen", &port, "--json"]);
        assert_eq!(succeeds(&ran).json()["provider_id"], "github");
    });
    assert_eq!(agent.credentials()["tokens"][0]["provider_id"], "github");
}

#[test]
fn login_goes_on_where_it_stopped() {
    let implementor = Implementor::start(AGENT);
    let agent = Agent::new("resumed", &implementor.url());
    // Registration refused: the same command registers later.
    implementor.fault("/ath/agents/register", implementor::Fault::Status(503));
    let refused = login(&agent, &[]);
    assert_eq!(refused.code, 34, "{refused:?}");
    assert!(!std::path::Path::new(&agent.file("credentials.json")).exists());
    let port = free_port();
    let unfinished = login(&agent, &["--wait=1s", "--listen", &port]);
    assert_eq!(unfinished.code, 35, "{unfinished:?}");
    assert!(
        unfinished
            .stderr
            .contains("`tokenmint ath exchange --wait --key-file "),
        "{unfinished:?}"
    );
    implementor.consents_at_once();
    implementor.consent(implementor::PAGE);
    let ran = login(&agent, &["--listen", &port]);
    assert_eq!(succeeds(&ran).code, 0);
    assert_eq!(count(&implementor, "/ath/agents/register"), 2);
    assert_eq!(count(&implementor, "/ath/authorize"), 1, "the same session");
}

#[test]
fn credentials_of_another_server_or_agent_are_refused_before_anything_is_sent() {
    let implementor = Implementor::start(AGENT);
    let agent = Agent::new("mismatch", &implementor.url());
    succeeds(&agent.register(&[]));
    let sent = implementor.calls().len();
    let other = agent.ath(&[
        "status",
        "--agent-id=https://other.example.com/.well-known/agent.json",
    ]);
    assert_eq!(other.code, 2, "{other:?}");
    assert!(other.stderr.contains("of another agent"), "{other:?}");
    let elsewhere = Implementor::start(AGENT);
    let url = elsewhere.url();
    let other = agent.signed(&[
        "authorize",
        "--provider=github=repo",
        "--base-url",
        &url,
        "--json",
    ]);
    assert_eq!(other.code, 2, "{other:?}");
    assert_eq!(other.json()["error"]["code"], "OTHER_SERVER");
    assert_eq!(
        (implementor.calls().len(), elsewhere.calls().len()),
        (sent, 0)
    );
}

#[test]
fn a_secret_that_cannot_be_kept_is_not_asked_for_or_handed_over() {
    let implementor = Implementor::start(AGENT);
    let agent = Agent::new("keeping", &implementor.url());
    let nowhere = format!("--credentials={}", agent.file("no/folder/file.json"));
    let early = agent.register(&[&nowhere]);
    assert_eq!(early.code, 2, "{early:?}");
    assert!(early.stderr.contains("nothing was asked for"), "{early:?}");
    assert_eq!(implementor.calls().len(), 0);
    // Somebody puts a folder there while the request is on its way.
    let path = agent.file("credentials.json");
    let inside = format!("{path}/inside");
    implementor.on_register(move || std::fs::create_dir_all(&inside).expect("a folder"));
    let late = agent.register(&[]);
    assert_eq!(late.code, 1, "{late:?}");
    assert!(
        late.stderr.contains("the only copy is the JSON below"),
        "{late:?}"
    );
    let (_, json) = late.stderr.split_once("\n{").expect("JSON");
    let kept: Value = serde_json::from_str(&format!("{{{json}")).expect("JSON");
    assert_eq!(
        kept["client_secret"],
        "ath_secret_0123456789abcdef0123456789abcdef"
    );
    std::fs::remove_dir_all(agent.file("credentials.json")).expect("the folder");
    let late = agent.register(&["--json"]);
    let error = &late.json()["error"];
    assert_eq!(error["credentials"]["client_id"], "ath_0123456789abcdef");
}

#[test]
fn what_a_provider_refuses_with_is_shown() {
    let implementor = Implementor::start(AGENT);
    implementor.consents_at_once();
    let agent = Agent::new("body", &implementor.url());
    assert_eq!(login(&agent, &["--listen", &free_port()]).code, 0);
    let asked = ["proxy", "GET", "/nowhere", "--provider=github"];
    let plain = agent.ath(&asked);
    assert_eq!(plain.code, 32, "{plain:?}");
    assert_eq!(plain.json()["message"], "Not Found");
    let json = agent.ath(&[&asked[..], &["--json"]].concat());
    assert_eq!(json.code, 32);
    assert_eq!(json.json()["error"]["content"]["message"], "Not Found");
    let out = agent.file("out.json");
    let written = agent.ath(&[&asked[..], &["--out", &out]].concat());
    assert_eq!((written.code, written.stdout.as_str()), (32, ""));
    let body: Value = serde_json::from_slice(&std::fs::read(out).expect("a file")).expect("JSON");
    assert_eq!(body["message"], "Not Found");
}

#[test]
fn hints_are_whole_commands() {
    let conflict = r#"{"code":"CONFLICT","message":"no","client_id":"ath_0"}"#;
    for (status, body, hint) in [
        (409, conflict, "`tokenmint ath deregister ath_0 --agent-id "),
        (
            401,
            r#"{"code":"AUTH_REQUIRED","message":"no"}"#,
            "ATH_USER_TOKEN",
        ),
        (
            401,
            r#"{"code":"INVALID_ATTESTATION","message":"no"}"#,
            "`tokenmint ath doctor --agent-id ",
        ),
        (
            403,
            r#"{"code":"AGENT_UNAPPROVED","message":"no"}"#,
            "`tokenmint ath status --agent-id ",
        ),
    ] {
        let server = Server::constant(answer(status, "", body));
        let agent = Agent::new("hints", &server.url());
        let id = format!("--agent-id={AGENT}");
        let ran = agent.register(&[&id]);
        assert!(ran.stderr.contains(hint), "{ran:?}");
        assert_eq!(ran.stderr.matches("hint: ").count(), 1, "{ran:?}");
    }
    let implementor = Implementor::start(AGENT);
    let agent = Agent::new("token-hint", &implementor.url());
    succeeds(&agent.register(&[]));
    let without = agent.ath(&["proxy", "GET", "/x", "--provider=github"]);
    assert!(
        without
            .stderr
            .contains("`tokenmint ath login --provider github=repo,read:user"),
        "{without:?}"
    );
    let gone = agent.signed(&["deregister", "ath_0123456789abcdef"]);
    succeeds(&gone);
    assert!(!std::path::Path::new(&agent.file("credentials.json")).exists());
}

#[test]
fn doctor_compares_key_and_clock_and_knows_the_server() {
    let folder = Agent::new("doctor", "");
    // The agent's own server, which is also the gateway.
    let serve = |agent_id: &'static str, date: &'static str, agents: (u16, &'static str)| {
        let identity = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
        let document = identity.clone();
        let server = Server::start(move |_, request| {
            let headers = format!("content-type: application/json\r\ndate: {date}\r\n");
            let (status, body) = match request.line().1 {
                "/.well-known/agent.json" => (200, document.lock().expect("no panic").clone()),
                "/.well-known/ath.json" => (200, r#"{"ath_version":"0.1"}"#.to_string()),
                "/ath/agents/ath_0" => (agents.0, agents.1.to_string()),
                _ => (404, String::new()),
            };
            server::Script::send(answer(status, &headers, &body))
        });
        let id = match agent_id {
            "" => format!("{}/.well-known/agent.json", server.url()),
            other => other.to_string(),
        };
        let written = folder.signed(&[
            "identity",
            "--agent-id",
            &id,
            "--name=R",
            DEVELOPER[0],
            DEVELOPER[1],
        ]);
        *identity.lock().expect("no panic") = written.line().to_string();
        server
    };
    let doctor = |server: &Server, key: &str| {
        let url = server.url();
        let id = format!("{url}/.well-known/agent.json");
        let words = [
            "ath",
            "doctor",
            "--agent-id",
            &id,
            "--base-url",
            &url,
            "--key-file",
            key,
        ];
        tokenmint(words).run()
    };
    let auth = r#"{"code":"AUTH_REQUIRED","message":"no"}"#;
    let pem = folder.file("agent.pem");
    let standalone = serve("", "", (401, auth));
    let well = doctor(&standalone, &pem);
    assert_eq!(well.code, 0, "{well:?}");
    assert!(
        well.stdout
            .contains("ok  identity: the key is the published one"),
        "{well:?}"
    );
    assert!(well.stdout.contains("the standalone gateway"), "{well:?}");
    // Another key, a clock of another year, another agent.
    let other = folder.file("other.pem");
    assert_eq!(tokenmint(["ath", "keygen", "--out", &other]).run().code, 0);
    let foreign = doctor(&standalone, &other);
    assert_eq!(foreign.code, 10, "{foreign:?}");
    assert!(
        foreign.stdout.contains("another key is published"),
        "{foreign:?}"
    );
    let late = serve("", "Sun, 06 Nov 1994 08:49:37 GMT", (404, "{}"));
    let late = doctor(&late, &pem);
    assert_eq!(late.code, 12, "{late:?}");
    assert!(late.stdout.contains("NO  clock: "), "{late:?}");
    assert!(
        late.stdout.contains("handlers of the TypeScript SDK"),
        "{late:?}"
    );
    let someone = serve(AGENT, "", (404, "{}"));
    let someone = doctor(&someone, &pem);
    assert_eq!(someone.code, 15, "{someone:?}");
    // Nothing is there at all.
    let nobody = Server::constant(answer(404, "", ""));
    let nobody = doctor(&nobody, &pem);
    assert_eq!(nobody.code, 32, "{nobody:?}");
    assert!(
        nobody.stdout.contains("no discovery document"),
        "{nobody:?}"
    );
}

#[test]
fn identity_documents() {
    let agent = Agent::new("identity", "");
    let document = agent.signed(&["identity", "--name=Reviewer", DEVELOPER[0], DEVELOPER[1]]);
    let found = tokenmint::ath::identity_key(succeeds(&document).line(), AGENT);
    assert_eq!(found, Ok(key().public_key()));
}

#[test]
fn what_is_missing_or_refused_is_told() {
    let agent = Agent::new("refused", "http://gateway.example.com");
    let plain = agent.ath(&["discover"]);
    assert_eq!(plain.code, 2, "{plain:?}");
    assert!(plain.stderr.contains("allow_plain_http"), "{plain:?}");
    let nowhere = tokenmint(["ath", "discover"]).run();
    assert_eq!(nowhere.code, 2, "{nowhere:?}");
    assert!(nowhere.stderr.contains("ATH_URL"), "{nowhere:?}");
    let unknown = agent.ath(&["proxy", "GET", "/x", "--provider=github"]);
    assert_eq!(unknown.code, 2, "{unknown:?}");

    let page = Server::constant(answer(200, "content-type: text/html\r\n", "<html>"));
    let agent = Agent::new("page", &page.url());
    let unreadable = agent.ath(&["discover", "--json"]);
    assert_eq!(unreadable.code, 36, "{unreadable:?}");
    assert_eq!(unreadable.json()["error"]["code"], "INVALID_RESPONSE");
    let echo = r#"{"code":"INVALID_ATTESTATION","message":"ath_secret_0123 is not yours"}"#;
    let server = Server::constant(answer(401, "", echo));
    let agent = Agent::new("echo", &server.url());
    let file = agent.file("credentials.json");
    let text = r#"{"client_id":"ath_1","client_secret":"ath_secret_0123"}"#;
    std::fs::write(file, text).expect("a file");
    let denied = agent.signed(&["authorize", "--provider=github=repo"]);
    assert_eq!(denied.code, 31, "{denied:?}");
    assert!(
        denied.stderr.contains("can be read by other users"),
        "{denied:?}"
    );
    assert_silent(&denied);
}

#[test]
fn headers_for_the_standalone_gateway() {
    let server = Server::constant(answer(
        401,
        "",
        r#"{"code":"AUTH_REQUIRED","message":"no"}"#,
    ));
    let agent = Agent::new("headers", &server.url());
    let file = agent.file("headers");
    std::fs::write(&file, "cookie: ath_session=1\n\nx-trace: 2\n").expect("a file");
    let run = tokenmint(["ath", "discover", "--header-file", &file]);
    let run = run
        .env("ATH_URL", &server.url())
        .env("ATH_USER_TOKEN", "u-1");
    assert_eq!(run.run().code, 31);
    let request = &server.received()[0];
    for (name, value) in [
        ("cookie", "ath_session=1"),
        ("x-trace", "2"),
        ("x-ath-user-token", "u-1"),
    ] {
        assert_eq!(request.header(name).as_deref(), Some(value));
    }
}
