//! `tokenmint ath serve`: the built program and a client of the Model Context
//! Protocol that is not ours.

#![allow(missing_debug_implementations, missing_docs, unreachable_pub)]

#[allow(dead_code)] // Shared with other tests.
#[path = "../../tests/support/ath_implementor.rs"]
mod implementor;
#[allow(dead_code)]
#[path = "../../tests/support/server.rs"]
mod server;

use std::path::PathBuf;
use std::process::Stdio;

use implementor::{Implementor, PAGE, key};
use rmcp::ServiceExt;
use rmcp::model::{CallToolRequestParams, CallToolResult};
use rmcp::service::{Peer, RoleClient};
use serde_json::{Value, json};

const AGENT: &str = "https://agent.example.com/.well-known/agent.json";

/// What the model must never see.
const SECRETS: [&str; 4] = ["ath_secret_", "ath_tk_", "eyJ", "PRIVATE"];

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("tokenmint-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let pem = key().write_pkcs8_pem(tokenmint::output::Owned);
        let path = folder.join("agent.pem");
        std::fs::write(&path, pem.expect("a key")).expect("a file");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::Permissions::from_mode(0o600);
            std::fs::set_permissions(&path, mode).expect("a mode");
        }
        Self(folder)
    }

    fn command(&self, url: &str, arguments: &[&str]) -> tokio::process::Command {
        let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_tokenmint"));
        command
            .arg("ath")
            .args(arguments)
            .env("ATH_URL", url)
            .env("ATH_AGENT_ID", AGENT)
            .env("ATH_KEY_FILE", self.0.join("agent.pem"))
            .env("ATH_CREDENTIALS", self.0.join("credentials.json"))
            .kill_on_drop(true);
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn call(model: &Peer<RoleClient>, path: &str) -> (bool, String) {
    let arguments = json!({"method": "GET", "path": path});
    let Value::Object(arguments) = arguments else {
        unreachable!("it is an object")
    };
    let request = CallToolRequestParams::new("github").with_arguments(arguments);
    let result: CallToolResult = model.call_tool(request).await.expect("an answer");
    let texts = result.content.iter().filter_map(|block| block.as_text());
    let text: Vec<_> = texts.map(|text| text.text.clone()).collect();
    let text = text.join("\n");
    for secret in SECRETS {
        assert!(!text.contains(secret), "{text}");
    }
    (result.is_error == Some(true), text)
}

#[tokio::test]
async fn a_model_calls_a_provider_once_its_user_has_consented() {
    let implementor = Implementor::start(AGENT);
    let folder = Folder::new();
    let register = [
        "register",
        "--developer-name=Example",
        "--developer-id=example.com",
        "--provider=github=repo,read:user",
        "--purpose=testing",
        "--no-redirect-uri",
    ];
    let url = implementor.url();
    let registered = folder
        .command(&url, &register)
        .output()
        .await
        .expect("a run");
    assert!(registered.status.success(), "{registered:?}");

    let serve = [
        "serve",
        "--provider=github=repo",
        "--answer-within=20s",
        "--listen=1",
    ];
    let mut child = folder
        .command(&url, &serve)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a process");
    let pipes = child.stdout.take().zip(child.stdin.take()).expect("pipes");
    let model = ().serve(pipes).await.expect("a handshake");
    assert_eq!(
        model
            .peer_info()
            .expect("a server")
            .server_info
            .as_ref()
            .expect("a name")
            .name,
        "tokenmint"
    );

    let tools = model.list_all_tools().await.expect("tools");
    assert_eq!(tools.len(), 1);
    assert_eq!(tools[0].name, "github");
    let shown = serde_json::to_string(&tools).expect("JSON");
    assert!(
        shown.contains("with the scopes repo."),
        "the allow-list: {shown}"
    );
    assert!(!shown.contains("read:user"), "{shown}");

    // No token: the page, at once.
    let (is_error, text) = call(&model, "/userinfo").await;
    assert!(is_error && text.contains(PAGE), "{text}");
    // The second call waits as `login` does, and goes on.
    implementor.consent(PAGE);
    let (is_error, text) = call(&model, "/userinfo").await;
    assert!(!is_error, "{text}");
    assert_eq!(text, r#"{"login":"test-user"}"#);
    // What the service repeats, and what it refuses with.
    let (_, text) = call(&model, "/echo").await;
    assert_eq!(text, r#"{"sent":"Bearer (redacted)"}"#);
    let (is_error, text) = call(&model, "/nowhere").await;
    assert!(
        is_error && text.contains("status 404") && text.contains("Not Found"),
        "{text}"
    );
    let (is_error, _) = call(&model, "/../../agents").await;
    assert!(is_error, "no path leads out of the proxy");
    // The token is taken back: another page, and on it goes.
    implementor.takes_back();
    let (is_error, text) = call(&model, "/userinfo").await;
    assert!(is_error && text.contains(PAGE), "{text}");
    implementor.consent(PAGE);
    let (is_error, text) = call(&model, "/userinfo").await;
    assert!(!is_error, "{text}");

    let unknown = model
        .call_tool(CallToolRequestParams::new("calendar"))
        .await;
    assert!(unknown.is_err());
    let nothing = model.call_tool(CallToolRequestParams::new("github")).await;
    assert!(nothing.is_err(), "without arguments");
    // The token is kept for whoever comes next.
    let kept = std::fs::read_to_string(folder.0.join("credentials.json")).expect("the file");
    assert!(kept.contains("ath_tk_"));
    // The input ends, and so does the server.
    model.cancel().await.expect("an end");
    let status = child.wait().await.expect("an end");
    assert!(status.success(), "{status}");
}
