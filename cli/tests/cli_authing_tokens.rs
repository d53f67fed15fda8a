//! `tokenmint authing authorize-url` and `verify-token`: the built program, on
//! the recorded URLs and tokens.

#![cfg(feature = "online")]
#![allow(missing_docs, unreachable_pub)]

#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;
#[path = "../../tests/support/server.rs"]
#[allow(dead_code)] // Shared as well.
mod server;
#[path = "../../tests/vector_cases/support.rs"]
#[allow(dead_code)] // Shared with the vector test, which uses all of it.
mod support;
#[path = "../../tests/support/tls.rs"]
#[allow(dead_code)] // Shared as well.
mod tls;

use run::{Ran, Run, Scratch, tokenmint, words};
use serde_json::Value;
use server::{Script, Server, answer};
use support::load;
use tls::tls_wrap;

struct Recorded {
    section: Value,
    keys: Scratch,
}

impl Recorded {
    /// With a file of the test's own.
    fn new(test: &str) -> Self {
        let section = load("authing")["oidc_tokens"].clone();
        let keys = Scratch::new(&format!("jwks-{test}"), &section["jwks"].to_string());
        Self { section, keys }
    }

    fn text(&self, name: &str) -> &str {
        self.section[name].as_str().expect("text")
    }

    /// The command at the clock of the verdicts.
    fn verify(&self, token: &str) -> Run {
        words("authing verify-token --now 1700000100 --issuer")
            .arg(self.text("issuer"))
            .arg(&format!("--app-id={}", self.text("app_id")))
            .arg(token)
    }

    fn with_keys(&self, token: &str) -> Run {
        self.verify(token).arg("--jwks").arg(self.keys.path())
    }

    fn token(&self, id: &str) -> &str {
        let cases = self.section["vectors"].as_array().expect("a list");
        let case = cases.iter().find(|case| case["id"] == id).expect(id);
        case["token"].as_str().expect(id)
    }
}

fn lines(ran: &Ran) -> Vec<&str> {
    ran.stdout.lines().collect()
}

#[test]
fn the_recorded_verdicts() {
    let recorded = Recorded::new("verdicts");
    let cases = recorded.section["vectors"].as_array().expect("a list");
    assert!(!cases.is_empty());
    for case in cases {
        let (id, token) = (
            case["id"].as_str().unwrap(),
            case["token"].as_str().unwrap(),
        );
        let run = recorded.with_keys(token).arg("--hs256");
        let ran = run
            .env("AUTHING_APP_SECRET", recorded.text("app_secret"))
            .run();
        let accepted = case["recommended_verdict"] == "accept";
        assert_eq!(ran.code == 0, accepted, "{id}: {ran:?}");
        assert!(matches!(ran.code, 0 | 3 | 10..=23), "{id}: {ran:?}");
        assert!(
            !ran.stdout.contains(token) && !ran.stderr.contains(token),
            "{id}"
        );
    }
}

#[test]
fn one_line_for_each_question() {
    let recorded = Recorded::new("lines");
    let ran = recorded
        .with_keys(recorded.token("rs256-valid"))
        .arg("--nonce=n-1")
        .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let expected = [
        "ok     signature: RS256, by the key \"kid-1\"",
        "ok     issuer: \"http://authing.test/oidc\"",
        "ok     audience: this application",
        "ok     time: ends at 2100-01-01T00:00:00Z",
        "ok     authorized party: this application, or not named",
        "ok     nonce: that of this sign-in",
    ];
    let found = lines(&ran);
    assert_eq!(found.len(), expected.len(), "{ran:?}");
    for (line, expected) in found.iter().zip(expected) {
        assert!(line.starts_with(expected), "{line} is not {expected}");
    }
    for (id, code, at, part) in [
        ("rs256-tampered-payload", 10, 0, "signature does not match"),
        (
            "rs256-unknown-kid",
            10,
            0,
            "no key has this `kid`: \"kid-9\"",
        ),
        (
            "hs256-valid-app-secret",
            10,
            0,
            "RS256 alone is (HS256 with --hs256)",
        ),
        ("alg-none", 10, 0, "algorithm is not allowed"),
        (
            "rs256-other-issuer",
            22,
            1,
            "not \"http://authing.test/oidc\"",
        ),
        ("rs256-other-audience", 21, 2, "for another application"),
        ("rs256-no-exp", 13, 3, "claim `exp` is missing"),
        ("rs256-iat-future", 12, 3, "compare the clocks"),
    ] {
        let ran = recorded.with_keys(recorded.token(id)).run();
        assert_eq!(ran.code, code, "{id}: {ran:?}");
        let found = lines(&ran);
        assert!(found[at].starts_with("FAILS"), "{id}: {ran:?}");
        assert!(found[at].contains(part), "{id}: {ran:?}");
        assert!(
            found[..at].iter().all(|line| line.starts_with("ok")),
            "{id}"
        );
        assert!(
            found[at + 1..].iter().all(|line| line.starts_with('-')),
            "{id}"
        );
    }
    let valid = recorded.token("rs256-valid");
    let ran = recorded.with_keys(valid).arg("--nonce=n-2").run();
    assert_eq!(ran.code, 23, "{ran:?}");
    let ran = recorded.with_keys(valid).arg("--access-token").run();
    assert_eq!((ran.code, lines(&ran).len()), (0, 4), "{ran:?}");
    let ran = recorded
        .with_keys("-")
        .stdin(format!("Bearer {valid}\n"))
        .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let json = recorded.with_keys(valid).arg("--json").run().json();
    assert_eq!(json["holds"], true);
    assert_eq!(json["answers"][5]["outcome"], "not-asked");
}

#[test]
fn the_host_is_asked_for_its_keys() {
    let recorded = Recorded::new("hosts");
    let keys = recorded.section["jwks"].to_string();
    let body = keys.clone();
    let server = Server::start(move |_, request| {
        let (status, body) = match request.line() {
            ("GET", "/oidc/.well-known/jwks.json" | "/keys") => (200, body.as_str()),
            ("GET", "/broken") => (502, "<html>"),
            _ => (404, "{}"),
        };
        Script::send(answer(status, "", body))
    });
    let valid = recorded.token("rs256-valid");
    let ran = recorded
        .verify(valid)
        .env("AUTHING_APP_HOST", &format!("{}/", server.url()))
        .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let url = |path: &str| format!("--jwks-url={}{path}", server.url());
    assert_eq!(recorded.verify(valid).arg(&url("/keys")).run().code, 0);
    let ran = recorded.verify(valid).arg(&url("/elsewhere")).run();
    assert_eq!(ran.code, 32, "{ran:?}");
    assert!(ran.stderr.contains("404"), "{ran:?}");
    let ran = recorded.verify(valid).arg(&url("/broken")).run();
    assert_eq!(ran.code, 34, "{ran:?}");
    let nowhere = "--jwks-url=http://127.0.0.1:9/keys";
    assert_eq!(recorded.verify(valid).arg(nowhere).run().code, 30);
    // Nothing is asked for a token that no key could help.
    let before = server.connections();
    recorded
        .verify(recorded.token("alg-none"))
        .arg(&url("/keys"))
        .run();
    assert_eq!(server.connections(), before);

    let (authority, wrap) = tls_wrap("localhost");
    let secure = Server::wrapped(wrap, move |_, _| Script::send(answer(200, "", &keys)));
    let url = format!("--jwks-url=https://localhost:{}/keys", secure.port);
    let ran = recorded.verify(valid).arg(&url).run();
    assert_eq!(ran.code, 30, "{ran:?}");
    assert!(ran.stderr.contains("TLS"), "{ran:?}");
    let file = Scratch::new("authing-ca", &authority);
    let run = recorded.verify(valid).arg(&url).arg("--ca-file");
    let ran = run.arg(file.path()).run();
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn what_is_missing_is_named() {
    let recorded = Recorded::new("missing");
    let valid = recorded.token("rs256-valid");
    let ran = words("authing verify-token --issuer=x").arg(valid).run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("AUTHING_APP_ID"), "{ran:?}");
    let ran = recorded.verify(valid).run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("AUTHING_APP_HOST"), "{ran:?}");
    let ran = recorded.with_keys(valid).arg("--hs256").run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("AUTHING_APP_SECRET"), "{ran:?}");
    let broken = Scratch::new("authing-broken", "{\"keys\": 1}");
    let run = recorded.verify(valid).arg("--jwks").arg(broken.path());
    let ran = run.run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("key set"), "{ran:?}");
    assert_eq!(recorded.with_keys("not-a-token").run().code, 3);
}

/// Options by the names of the recorded arguments.
fn authorizing(case: &Value) -> Run {
    let mut arguments = vec![
        "authing".to_owned(),
        "authorize-url".to_owned(),
        "--json".to_owned(),
    ];
    let options = case["options"].as_object().expect("options");
    let kwargs = case["steps"][0]["kwargs"].as_object().expect("kwargs");
    let mut given = options.clone();
    given.extend(kwargs.clone());
    for (name, value) in given {
        let known = [
            "app_id",
            "app_host",
            "redirect_uri",
            "protocol",
            "scope",
            "response_type",
            "response_mode",
            "state",
            "nonce",
            "service",
        ];
        if known.contains(&name.as_str()) {
            let name = name.replace('_', "-");
            arguments.push(format!("--{name}={}", value.as_str().expect("text")));
        }
    }
    tokenmint(arguments)
}

#[test]
fn the_recorded_authorize_urls() {
    let file = load("authing");
    let cases = file["authorize_and_logout_urls"]
        .as_array()
        .expect("a list");
    let mut built = 0;
    for case in cases {
        let mut case = case.clone();
        for patch in case["corrected"]["patch"]
            .as_array()
            .cloned()
            .unwrap_or_default()
        {
            let path = patch["path"].as_str().expect("a path");
            *case.pointer_mut(path).expect("resolves") = patch["value"].clone();
        }
        let step = &case["steps"][0];
        // A challenge that somebody else made has no option here.
        if step["call"] != "build_authorize_url" || step["kwargs"].get("code_challenge").is_some() {
            continue;
        }
        let id = case["id"].as_str().expect("an id");
        let ran = authorizing(&case).run();
        match step["result"].as_str() {
            Some(url) if url != "<error>" => {
                assert_eq!(ran.code, 0, "{id}: {ran:?}");
                assert_eq!(ran.json()["url"], url, "{id}");
            }
            _ => assert_eq!(ran.code, 2, "{id}: {ran:?}"),
        }
        built += 1;
    }
    assert!(built >= 10, "{built} built");
}

#[test]
fn what_was_drawn_is_shown() {
    let line = "authing authorize-url --app-id a --app-host https://example.authing.cn \
        --redirect-uri https://app.example/cb --pkce";
    let ran = words(line).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let found = lines(&ran);
    assert_eq!(found.len(), 4, "{ran:?}");
    for (line, name) in found[1..].iter().zip(["state", "nonce", "code_verifier"]) {
        let value = line
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(": "));
        assert!(value.expect(name).len() >= 22, "{line}");
    }
    assert!(found[0].contains("&code_challenge_method=S256"));
    let ran = words(line).arg("--protocol=oauth").run();
    assert_eq!(ran.code, 2, "{ran:?}");
    let ran = words("authing authorize-url --app-id a --app-host https://x").run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("redirect_uri"), "{ran:?}");
}
