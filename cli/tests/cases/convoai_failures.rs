//! What ends a command: exit codes, words that help, and no secret in them.

use std::time::Instant;

use serde_json::json;

use crate::run::{OTHER_CERTIFICATE, OTHER_ID, Ran, Run, Scratch, tokenmint};
use crate::server::{Act, answer};
use crate::tls::tls_server;
use crate::{Script, Server, ask, convoai, service};

/// Runs twice: the text has `words`, the JSON has the name.
fn fails(run: impl Fn() -> Run, code: i32, name: &str, words: &[&str]) -> Ran {
    let ran = run().run();
    assert_eq!(ran.code, code, "{ran:?}");
    assert!(ran.stdout.is_empty(), "{ran:?}");
    for text in words {
        assert!(ran.stderr.contains(text), "{text:?} in {ran:?}");
    }
    let ran = run().arg("--json").run();
    assert_eq!(ran.code, code, "{ran:?}");
    let error = &ran.json()["error"];
    assert_eq!(error["name"], name, "{ran:?}");
    assert_eq!(error["exit_code"], code, "{ran:?}");
    ran
}

#[test]
fn a_call_whose_answer_names_no_agent_is_no_success() {
    let server = service(200, r#"{"create_ts":1700000000}"#);
    let line = "call start --to=+15550100 --from=+15550101 --channel=c --agent-uid=1 --sip-uid=2 \
                --pipeline-id=P1";
    let words: Vec<_> = line.split_whitespace().collect();
    let ran = ask(&server, &words).run();
    assert_eq!(ran.code, 36, "{ran:?}");
    assert!(ran.stdout.is_empty(), "{ran:?}");
    assert!(ran.stderr.contains("tokenmint convoai list"), "{ran:?}");
}

#[test]
fn each_refusal_has_its_exit_code() {
    for (status, body, code, name, words) in [
        (
            400,
            r#"{"detail":"channel is bad","reason":"InvalidFieldValue"}"#,
            35,
            "refused",
            &[
                "agents.get",
                "status 400",
                "InvalidFieldValue",
                "the service says: channel is bad",
            ][..],
        ),
        (
            401,
            r#"{"message":"Invalid authentication credentials"}"#,
            31,
            "denied",
            &["status 401", "Invalid authentication", "clock"],
        ),
        (
            403,
            r#"{"reason":"InvalidPermission"}"#,
            31,
            "denied",
            &["InvalidPermission"],
        ),
        (
            404,
            r#"{"detail":"gone","reason":"TaskNotFound"}"#,
            32,
            "not-found",
            &["TaskNotFound", "gone"],
        ),
        (
            409,
            r#"{"reason":"TaskConflict","agent_id":"A9"}"#,
            33,
            "conflict",
            &["TaskConflict", "the agent of that name is A9"],
        ),
        (
            422,
            r#"{"error_type":"quota","description":"too many"}"#,
            35,
            "refused",
            &["quota", "too many"],
        ),
        (429, "slow down", 34, "busy", &["status 429"]),
        (500, "", 34, "busy", &["status 500"]),
        (503, "<html>", 34, "busy", &["status 503"]),
        (
            200,
            "not JSON",
            36,
            "bad-answer",
            &["answer cannot be used"],
        ),
        (200, "[]", 36, "bad-answer", &[]),
    ] {
        let server = service(status, body);
        let ran = fails(|| ask(&server, &["get", "A1"]), code, name, words);
        let error = &ran.json()["error"];
        assert_eq!(error["status"], status, "{ran:?}");
        assert_eq!(error["endpoint"], "agents.get", "{ran:?}");
    }
    let ran = {
        let server = Server::constant(answer(
            403,
            "x-request-id: R-1\r\n",
            r#"{"reason":"InvalidPermission","detail":"no"}"#,
        ));
        ask(&server, &["get", "A1", "--json"]).run()
    };
    let error = &ran.json()["error"];
    assert_eq!(error["code"], "InvalidPermission");
    assert_eq!(error["detail"], "no");
    assert_eq!(error["request_id"], "R-1");
}

#[test]
fn a_start_that_may_have_happened_says_where_to_look() {
    for (status, told) in [(500, true), (504, true), (400, false), (409, false)] {
        let server = service(status, "{}");
        let words = [
            "start",
            "--channel=room",
            "--agent-uid=1",
            "--remote-uid=2",
            "--preset=p",
        ];
        let ran = ask(&server, &words).run();
        assert_ne!(ran.code, 0, "{ran:?}");
        let says = ran.stderr.contains("sweep --channel room --dry-run");
        assert_eq!(says, told, "{status}: {ran:?}");
    }
}

#[test]
fn a_redirect_is_told_and_not_followed() {
    let elsewhere = service(200, "{}");
    let location = format!("location: {}/x?token=1\r\n", elsewhere.url());
    let server = Server::constant(answer(307, &location, ""));
    let words = ["service redirects", &elsewhere.url()];
    fails(|| ask(&server, &["get", "A1"]), 35, "refused", &words);
    assert_eq!(elsewhere.connections(), 0);
}

#[test]
fn no_answer_has_one_exit_code_and_says_why() {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port")
        .port();
    let at = |url: String| {
        let words = ["convoai", "get", "A1", "--max-retries=0", "--timeout=1"];
        tokenmint(words)
            .arg("--base-url")
            .arg(&url)
            .project(OTHER_ID, OTHER_CERTIFICATE)
    };
    let refused = || at(format!("http://127.0.0.1:{port}"));
    fails(refused, 30, "no-answer", &["connection could not be made"]);
    let nowhere = || at("https://nowhere.invalid".to_owned());
    fails(
        nowhere,
        30,
        "no-answer",
        &["host name has no address", "--base-url"],
    );

    let silent = Server::start(|_, _| Script::acts([Act::AwaitEnd]));
    let started = Instant::now();
    let slow = || at(silent.url());
    fails(
        slow,
        30,
        "no-answer",
        &["timed out", "--timeout", "may have happened"],
    );
    assert!(started.elapsed().as_secs() < 30);

    let plain = Server::constant(answer(200, "", "{}"));
    let tls = || at(plain.url().replace("http:", "https:"));
    fails(tls, 30, "no-answer", &[]);
    let broken = Server::constant(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec());
    fails(|| at(broken.url()), 30, "no-answer", &["connection broke"]);
}

#[test]
fn trust_is_the_built_in_one_unless_another_is_named() {
    let (authority, server) = tls_server("localhost");
    let (other, _) = tls_server("localhost");
    let file = |name: &str, pem: &str| Scratch::new(&format!("convoai-{name}.pem"), pem);
    let (own, other) = (file("own", &authority), file("other", &other));
    let get = || {
        tokenmint(["convoai", "get", "A1", "--max-retries=0", "--base-url"])
            .arg(&format!("https://localhost:{}", server.port))
            .project(OTHER_ID, OTHER_CERTIFICATE)
    };
    fails(get, 30, "no-answer", &["TLS handshake failed", "--ca-file"]);
    let wrong = || get().arg("--ca-file").arg(other.path());
    fails(wrong, 30, "no-answer", &["TLS handshake failed"]);
    assert!(server.received().is_empty(), "the request was sent");
    let ran = get().arg("--ca-file").arg(own.path()).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = get().arg("--accept-invalid-certificates").run();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(server.received().len(), 2);
}

#[test]
fn what_cannot_be_asked_is_refused_before_any_traffic() {
    let server = service(200, "{}");
    let file = |name: &str, text: &str| Scratch::new(&format!("convoai-{name}"), text);
    let bad = file("bad.json", "{\"llm\": sk-S3CRET}");
    let list = file("list.json", "[1]");
    let mute = file("mute.json", r#"{"llm":{}}"#);
    let whole = file("whole.json", r#"{"name":"n","properties":{}}"#);
    let empty = file("empty.pem", "");
    let seat = ["start", "--channel=c", "--agent-uid=1", "--remote-uid=2"];
    let with = |more: &[&str]| [&seat[..], more].concat().join(" ");
    for (line, words) in [
        ("get", "AGENT_ID"),
        ("get .", "dot segment"),
        ("get a/../b", "dot segment"),
        ("stop ..", "dot segment"),
        ("list --state napping", "expected one of idle"),
        ("list --from yesterday", "--from"),
        ("turns A1 --page 0", "--page"),
        ("get A1 --timeout 0", "at least one second"),
        ("get A1 --area mars", "--area"),
        (&with(&[]), "no llm and tts"),
        (&with(&["--properties", mute.path()]), "no tts"),
        (&with(&["--properties", whole.path()]), "whole start body"),
        (
            &with(&["--properties", bad.path()]),
            "no JSON object (line 1",
        ),
        (&with(&["--properties", list.path()]), "no JSON object"),
        (&with(&["--properties", "/nowhere/at/all"]), "cannot open"),
        (&with(&["--preset=p", "--expires-in=0"]), "lifetime"),
        (
            "start --agent-uid=1 --remote-uid=2 --preset=p",
            "use --channel",
        ),
        (
            "start --channel=c --remote-uid=2 --preset=p",
            "use --agent-uid",
        ),
        (
            "start --channel=c --agent-uid=1 --preset=p",
            "use --remote-uid",
        ),
        (
            "start --channel=c --agent-uid=007 --remote-uid=2 --preset=p",
            "leading zeros",
        ),
        (
            "start --channel=a/b --agent-uid=1 --remote-uid=2 --preset=p",
            "token could not be made",
        ),
        ("update A1", "--properties"),
        ("update A1 --new-token", "--channel"),
        ("number update +1", "required"),
        ("number get ..", "dot segment"),
        ("get A1 --ca-file /nowhere", "cannot open"),
        (
            &format!("get A1 --ca-file {}", empty.path()),
            "no certificate",
        ),
    ] {
        println!("{line}");
        let arguments: Vec<_> = line.split(' ').collect();
        let ran = fails(|| ask(&server, &arguments), 2, "usage", &[words]);
        assert!(!format!("{ran:?}").contains("S3CRET"), "{ran:?}");
    }
    let control = || ask(&server, &["get", "a\r\nx: 1"]);
    fails(control, 2, "usage", &["control character"]);
    let empty_id = || ask(&server, &["get", ""]);
    fails(empty_id, 2, "usage", &["empty"]);
    assert_eq!(server.connections(), 0, "something was sent");
}

#[test]
fn credentials_that_do_not_fit_are_refused() {
    let server = service(200, "{}");
    let bare = || convoai(&server, &["get", "A1"]);
    let with_id = || bare().env("AGORA_APP_ID", OTHER_ID);
    fails(bare, 2, "usage", &["no app id", "AGORA_APP_ID"]);
    fails(
        with_id,
        2,
        "usage",
        &["no credentials", "AGORA_APP_CERTIFICATE"],
    );
    let lone_id = || with_id().env("AGORA_CUSTOMER_ID", "i-1234");
    fails(
        lone_id,
        2,
        "usage",
        &["customer_id without customer_secret"],
    );
    let lone_secret = || with_id().env("AGORA_CUSTOMER_SECRET", "S3CRET");
    fails(
        lone_secret,
        2,
        "usage",
        &["customer_secret without customer_id"],
    );
    let both = || {
        lone_id()
            .env("AGORA_CUSTOMER_SECRET", "S3CRET")
            .env("AGORA_AUTH_TOKEN", "S3CRET")
    };
    fails(both, 2, "usage", &["exclude each other"]);
    let short = || with_id().env("AGORA_APP_CERTIFICATE", "S3CRET");
    fails(
        short,
        2,
        "usage",
        &["credentials are not usable", "certificate"],
    );
    let stdin = || {
        let file = ["update", "A1", "--properties", "-", "--certificate-stdin"];
        convoai(&server, &file)
            .env("AGORA_APP_ID", OTHER_ID)
            .stdin(OTHER_CERTIFICATE)
    };
    fails(stdin, 2, "usage", &["standard input cannot give both"]);
    let words = || {
        convoai(&server, &["say", "A1", "-", "--certificate-stdin"])
            .env("AGORA_APP_ID", OTHER_ID)
            .stdin(OTHER_CERTIFICATE)
    };
    fails(words, 2, "usage", &["standard input cannot give both"]);
    let nowhere = || tokenmint(["convoai", "get", "A1"]).project(OTHER_ID, OTHER_CERTIFICATE);
    fails(nowhere, 2, "usage", &["no area", "AGORA_AREA"]);
    for run in [lone_id(), lone_secret(), both(), short()] {
        let ran = run.run();
        assert!(!format!("{ran:?}").contains("S3CRET"), "{ran:?}");
    }
    // The public sample of other commands is no account of this service.
    assert_eq!(server.connections(), 0);
}

#[test]
fn certificates_are_no_arguments() {
    let server = service(200, "{}");
    for option in ["--certificate", "--customer-secret", "--auth-token"] {
        let run = || ask(&server, &["get", "A1", option, "S3CRET"]);
        let ran = fails(run, 2, "usage", &["unexpected argument"]);
        assert!(!format!("{ran:?}").contains("S3CRET"), "{ran:?}");
    }
}

#[test]
fn a_service_that_repeats_what_it_got_gives_no_secret_away() {
    let server = Server::start(|n, request| {
        let sent = String::from_utf8_lossy(&request.body).into_owned();
        let credentials = request.header("authorization").unwrap_or_default();
        let echo = json!({
            "reason": credentials,
            "detail": format!("got {credentials} and {sent}"),
        });
        let id = format!("x-request-id: {credentials}\r\n");
        let status = [400, 401, 500][n % 3];
        Script::send(answer(status, &id, &echo.to_string()))
    });
    let models = json!({
        "llm": {"url": "https://l", "api_key": "S3CRET-1"},
        "tts": {"vendor": "x", "params": {"key": "S3CRET-2", "credentials": ["S3CRET-3"]}},
        "token": "S3CRET-4",
    });
    let file = Scratch::new("convoai-echo.json", &models.to_string());
    let arguments = [
        "start",
        "--channel=c",
        "--agent-uid=1",
        "--remote-uid=2",
        "--properties",
        file.path(),
    ];
    let minted = || ask(&server, &arguments);
    let basic = || {
        minted()
            .env("AGORA_CUSTOMER_ID", "id-1234")
            .env("AGORA_CUSTOMER_SECRET", "S3CRET-5")
    };
    let token = || minted().env("AGORA_AUTH_TOKEN", "S3CRET-6");
    let runs: [&dyn Fn() -> Run; 3] = [&minted, &basic, &token];
    for (at, run) in runs.into_iter().enumerate() {
        for json in [false, true] {
            for _ in 0..3 {
                let run = run();
                let ran = if json { run.arg("--json") } else { run }.run();
                assert!([31, 34, 35].contains(&ran.code), "{ran:?}");
                let text = format!("{}{}", ran.stdout, ran.stderr);
                assert!(text.contains("(redacted)"), "{at}: {text}");
                let received = server.received();
                let sent = received.last().expect("a request");
                let credentials = sent.header("authorization").expect("credentials");
                let (_, value) = credentials.rsplit_once([' ', '=']).expect("a scheme");
                let value = if value.is_empty() {
                    &credentials
                } else {
                    value
                };
                assert!(!text.contains(value), "{at}: {text}");
                for secret in ["S3CRET", "UzNDUkVU", OTHER_CERTIFICATE] {
                    assert!(!text.contains(secret), "{at}: {secret} in {text}");
                }
            }
        }
    }
}

#[test]
fn what_a_service_says_cannot_move_the_cursor() {
    let evil = "\u{1b}[2J\u{202e}x\r\ny";
    let server = service(400, &json!({"detail": evil, "reason": evil}).to_string());
    let ran = ask(&server, &["get", "A1"]).run();
    assert!(ran.stderr.contains("\\u{1b}[2J"), "{ran:?}");
    let harmless = |text: &str| {
        text.chars()
            .all(|c| c == '\n' || !c.is_control() && c != '\u{202e}')
    };
    assert!(harmless(&ran.stderr), "{ran:?}");
    let agents =
        json!({"data": {"list": [{"agent_id": evil, "status": evil}]}, "meta": {"cursor": evil}});
    let server = service(200, &agents.to_string());
    let ran = ask(&server, &["list"]).run();
    assert!(harmless(&ran.stdout) && harmless(&ran.stderr), "{ran:?}");
    let said = json!({evil: evil, "contents": [{"role": evil, "content": evil}]});
    let server = service(200, &said.to_string());
    for command in ["get", "history"] {
        let ran = ask(&server, &[command, "A1"]).run();
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(harmless(&ran.stdout), "{ran:?}");
    }
}

#[test]
fn help_names_the_environment_and_the_exit_codes() {
    for arguments in [
        &["convoai", "--help"][..],
        &["convoai", "start", "--help"],
        &["--help"],
    ] {
        let ran = tokenmint(arguments)
            .env("AGORA_CUSTOMER_ID", "S3CRET")
            .run();
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(!ran.stdout.contains("S3CRET"), "{ran:?}");
        for line in ran.stdout.lines() {
            assert!(line.chars().count() <= 120, "{line}");
        }
    }
    let ran = tokenmint(["convoai", "--help"]).run();
    for name in [
        "AGORA_APP_ID",
        "AGORA_APP_CERTIFICATE",
        "AGORA_CUSTOMER_ID",
        "AGORA_CUSTOMER_SECRET",
        "AGORA_AUTH_TOKEN",
        "AGORA_AREA",
        "AGORA_AGENTS_API_BASE_URL",
    ] {
        assert!(ran.stdout.contains(name), "{name}: {ran:?}");
    }
    let ran = tokenmint(["--help"]).run();
    for code in [30, 31, 32, 33, 34, 35, 36] {
        assert!(
            ran.stdout.contains(&format!("  {code}  ")),
            "{code}: {ran:?}"
        );
    }
}
