//! Every example of the ATH clients, run against an implementor on the
//! loopback interface that checks attestations, and a browser that visits.

#![cfg(all(feature = "ath-client", feature = "ureq3", feature = "reqwest013"))]
#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[allow(dead_code)]
#[path = "../examples/ath_gateway.rs"]
mod gateway;
#[allow(dead_code)]
#[path = "../examples/ath_gateway_async.rs"]
mod gateway_async;
#[path = "support/ath_implementor.rs"]
mod implementor;
#[allow(dead_code)]
#[path = "../examples/ath_keyring.rs"]
mod keyring;
#[allow(dead_code)]
#[path = "../examples/ath_native.rs"]
mod native;
#[allow(dead_code)]
#[path = "../examples/ath_native_async.rs"]
mod native_async;
#[allow(dead_code)]
#[path = "support/server.rs"]
mod server;

use implementor::{Implementor, key};
use tokenmint::client::ath::ClientConfig;

const AGENT: &str = "https://agent.example.com/.well-known/agent.json";

fn config(implementor: &Implementor) -> ClientConfig {
    ClientConfig::new(&implementor.url(), AGENT, key())
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Runtime::new().expect("a runtime")
}

#[test]
fn through_a_gateway() {
    let implementor = Implementor::start(AGENT);
    let user = gateway::run(&config(&implementor), "github", &["repo"], |url| {
        implementor.consent(url);
    });
    assert_eq!(user.unwrap(), r#"{"login":"test-user"}"#);
    let expected = [
        "GET /.well-known/ath.json",
        "POST /ath/agents/register",
        "POST /ath/authorize",
        "POST /ath/token",
        "GET /ath/proxy/github/userinfo",
        "POST /ath/revoke",
    ];
    assert_eq!(implementor.calls(), expected);
}

#[test]
fn through_a_gateway_async() {
    let implementor = Implementor::start(AGENT);
    let file = std::env::temp_dir().join(format!("tokenmint-example-{}.json", std::process::id()));
    for _ in 0..2 {
        let scopes = runtime().block_on(gateway_async::run(&config(&implementor), &file, |url| {
            implementor.consent(url);
        }));
        assert_eq!(scopes.unwrap(), ["repo"]);
    }
    std::fs::remove_file(file).unwrap();
    // The second time the credentials came from the file.
    let calls = implementor.calls();
    let registrations = calls.iter().filter(|call| call.ends_with("register"));
    assert_eq!(registrations.count(), 1, "{calls:?}");
}

/// A script in the place of `secret-tool` that keeps its entry in a file.
#[cfg(unix)]
#[test]
fn credentials_in_a_keyring() {
    use std::os::unix::fs::PermissionsExt;
    use tokenmint::client::ath::{CredentialStore, Credentials};
    let folder = std::env::temp_dir().join(format!("tokenmint-keyring-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (program, entry) = (folder.join("secret-tool"), folder.join("entry"));
    let script = format!(
        "#!/bin/sh\ncase $1 in\nstore) cat >{0};;\nlookup) cat {0};;\nclear) rm {0};;\nesac\n",
        entry.display()
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
    let keyring = keyring::Keyring::new(&program.to_string_lossy(), "https://gateway.example.com");
    assert_eq!(keyring.load().unwrap(), None);
    let credentials = Credentials::new("ath_1", "secret");
    keyring.prepare().unwrap();
    keyring.save(&credentials).unwrap();
    assert_eq!(keyring.load().unwrap(), Some(credentials));
    keyring.clear().unwrap();
    assert_eq!(keyring.load().unwrap(), None);
    let nowhere = keyring::Keyring::new("/nowhere/secret-tool", "");
    assert!(nowhere.prepare().is_err());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn with_a_native_service() {
    let implementor = Implementor::start(AGENT);
    let count = native::run(&config(&implementor), |url| implementor.consent(url));
    assert_eq!(count.unwrap(), 2);
    let calls = implementor.calls();
    assert_eq!(calls[0], "GET /.well-known/ath-app.json");
    assert_eq!(
        calls[4..],
        [
            "GET /api/v1/messages",
            "POST /api/v1/messages",
            "POST /ath/revoke"
        ]
    );
}

#[test]
fn with_a_native_service_async() {
    let implementor = Implementor::start(AGENT);
    let config = config(&implementor);
    let subjects = runtime().block_on(native_async::run(&config, |url| implementor.consent(url)));
    assert_eq!(subjects.unwrap(), ["Flight confirmation", "Hotel booking"]);
    assert_eq!(implementor.calls().len(), 6);
}
