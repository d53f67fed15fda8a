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
    let registered = agent.register(&["--json"]);
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
    assert!(
        kept["access_token"]
            .as_str()
            .is_some_and(|token| token.starts_with("ath_tk_"))
    );
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
    assert!(agent.credentials().get("access_token").is_none());
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
        assert!(succeeds(&page).stderr.contains("gave consent"), "{page:?}");
    });
    succeeds(&agent.signed(&["exchange"]));
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
