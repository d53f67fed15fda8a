//! `tokenmint authing`: the built program, its output, its exit codes.

#![allow(missing_docs, unreachable_pub)]

#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;
#[path = "../../tests/vector_cases/support.rs"]
#[allow(dead_code)] // Shared with the vector test, which uses all of it.
mod support;

use run::{Run, tokenmint, words};
use serde_json::Value;
use support::{Case, load};

const SECRET: &str = "sk-secret-000001";
const DATE: &str = "Tue, 14 Nov 2023 22:13:20 GMT";

fn with_key(run: Run, id: &str, secret: &str) -> Run {
    run.env("AUTHING_ACCESS_KEY_ID", id)
        .env("AUTHING_ACCESS_KEY_SECRET", secret)
}

/// Headers that cannot be sent as they stand in the vector: the command trims
/// values, and there is a date in every request.
const NOT_SENT: [&str; 2] = ["header-filter-and-trim", "header-without-date"];

/// The command that signs a vector.
fn signing(case: Case<'_>) -> Run {
    let method = case.text("method");
    let mut words = vec![
        "authing".to_owned(),
        "sign".to_owned(),
        "--json".to_owned(),
        "--explain".to_owned(),
        "--date-format=rfc1123".to_owned(),
        "--now-millis=1700000000000".to_owned(),
    ];
    let mut lang = "";
    for (name, value) in case.get("headers").value.as_object().expect("an object") {
        let value = value.as_str().expect("text");
        match name.as_str() {
            "date" => assert_eq!(value, DATE, "{}", case.id),
            "x-authing-signature-method" => assert_eq!(value, "HMAC-SHA1", "{}", case.id),
            "x-authing-signature-version" => assert_eq!(value, "1.0", "{}", case.id),
            "x-authing-signature-nonce" => words.push(format!("--nonce-hex={value}")),
            "x-authing-sdk-version" => words.push(format!("--sdk-version={value}")),
            "x-authing-lang" => lang = value,
            "x-authing-app-id" => words.push(format!("--tenant-id={value}")),
            other => words.push(format!("--header={other}:{value}")),
        }
    }
    words.push(format!("--lang={lang}"));
    let params = case.get("params").value;
    let fields = params.as_object().expect("an object");
    if method == "GET" {
        for (name, value) in fields {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            words.push(format!("--param={name}={value}"));
        }
    } else if !fields.is_empty() {
        words.push("--body=-".to_owned());
    }
    words.push(method.to_owned());
    words.push(case.text("path").to_owned());
    let run = tokenmint(words).stdin(params.to_string());
    let (id, secret) = (case.text("access_key_id"), case.text("access_key_secret"));
    with_key(run, id, secret)
}

#[test]
fn the_command_signs_the_vectors() {
    let file = load("authing");
    let cases = Case::list(&file["signature"]["request_signing_node_sdk"]);
    let mut signed = 0;
    for case in cases {
        let (id, headers) = (case.id, case.get("headers"));
        // The event stream has a command of its own.
        if NOT_SENT.contains(&id) || case.text("method") == "websocket" {
            continue;
        }
        let ran = signing(case).run();
        assert_eq!(ran.code, 0, "{id}: {ran:?}");
        let json = ran.json();
        assert_eq!(json["string_to_sign"], case.text("string_to_sign"), "{id}");
        let sent = json["headers"].as_object().expect("an object");
        assert_eq!(sent["authorization"], case.text("authorization"), "{id}");
        assert_eq!(
            sent.len(),
            headers.value.as_object().map_or(0, serde_json::Map::len) + 1,
            "{id}"
        );
        for (name, value) in headers.value.as_object().expect("an object") {
            assert_eq!(sent[name], *value, "{id}: {name}");
        }
        assert!(!ran.stdout.contains(case.text("access_key_secret")), "{id}");
        signed += 1;
    }
    assert!(signed >= 19, "{signed} signed");
}

#[test]
fn event_streams() {
    let file = load("authing");
    let cases = file["signature"]["websocket_python_sdk"]
        .as_array()
        .expect("a list");
    assert!(!cases.is_empty());
    for case in cases {
        let text = |name: &str| case[name].as_str().expect("text");
        let run = || {
            let run = words("authing events-authorization");
            with_key(run, text("access_key_id"), text("access_key_secret"))
        };
        assert_eq!(run().run().line(), text("authorization"));
        assert_eq!(
            run().arg("--json").run().json()["authorization"],
            text("authorization")
        );
    }
}

#[test]
fn headers_are_lines_and_the_explanation_is_apart() {
    let line = "authing sign GET /api/v3/list-groups --now-millis 1700000000000 \
        --nonce-hex 0123456789abcdef0123456789abcdef --param a=b=c";
    let ran = with_key(words(line), "ak", SECRET).run();
    let lines: Vec<_> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 7, "{ran:?}");
    assert!(lines.contains(&"date: 1700000000000"), "{ran:?}");
    assert!(lines.contains(&"x-authing-signature-nonce: 0123456789abcdef0123456789abcdef"));
    assert!(
        lines[6].starts_with("authorization: authing ak:"),
        "{ran:?}"
    );
    assert!(ran.stderr.is_empty(), "{ran:?}");
    let explained = with_key(words(line).arg("--explain"), "ak", SECRET).run();
    assert_eq!(explained.stdout, ran.stdout);
    assert!(
        explained.stderr.contains("\n/api/v3/list-groups?a=b=c"),
        "{explained:?}"
    );
    // Without the options that repeat them, every request is another one.
    let fresh = || {
        with_key(words("authing sign GET /x"), "ak", SECRET)
            .run()
            .stdout
    };
    assert_ne!(fresh(), fresh());
}

#[test]
fn a_body_and_its_fields_give_one_signature() {
    let line = "authing sign --json POST /api/v3/create-role --now-millis 1700000000000 \
        --nonce-hex 0123456789abcdef0123456789abcdef";
    let authorization = |run: Run| {
        let ran = with_key(run, "ak", SECRET).run();
        ran.json()["headers"]["authorization"].clone()
    };
    let body = words(line)
        .arg("--body")
        .arg("-")
        .stdin(r#"{ "code": "a", "n": [1, 2.50] }"#);
    let fields = words(line).arg("--param=n=[1,2.5]").arg("--param=code=a");
    let file = run::Scratch::new("authing-body.json", r#"{"n":[1,2.5],"code":"a"}"#);
    let signature: Value = authorization(body);
    assert_eq!(authorization(fields), signature);
    assert_eq!(
        authorization(words(line).arg("--body").arg(file.path())),
        signature
    );
}

#[test]
fn what_may_not_be_as_it_is_meant_is_told() {
    for (line, told) in [
        ("authing sign GET /x --param ids=u1", &[][..]),
        (
            "authing sign GET /x --param ids=u1 --param ids=u2",
            &["send: GET /x?ids%5B%5D=u1&ids%5B%5D=u2"],
        ),
        (
            "authing sign GET /x?b=1 --param ids=[7]",
            &["[\"7\"]", "send: GET /x?b=1&ids%5B%5D=7"],
        ),
        ("authing sign GET /x --param q=a%20b", &["percent signs"]),
        (
            "authing sign GET /x --param ids=[]",
            &["neither signed nor"],
        ),
        ("authing sign get /x", &["most clients send GET"]),
        ("authing sign POST /x?a=1", &["not signed"]),
    ] {
        let ran = with_key(words(line), "ak", SECRET).run();
        assert_eq!(ran.code, 0, "{line}: {ran:?}");
        assert_eq!(ran.stderr.is_empty(), told.is_empty(), "{line}: {ran:?}");
        for text in told {
            assert!(ran.stderr.contains(text), "{line}: {ran:?}");
        }
    }
}

#[test]
fn bad_input_is_named() {
    for (line, reason) in [
        ("authing sign GET", "PATH"),
        ("authing sign GET api/v3/x", "byte 0"),
        (
            "authing sign GET https://core.authing.cn/api/v3/x",
            "byte 0",
        ),
        ("authing sign GET /x --param a", "NAME=VALUE"),
        ("authing sign GET /x --param =a", "NAME=VALUE"),
        ("authing sign POST /x --param a=1 --param a=2", "one name"),
        ("authing sign GET /x --param a[]=1", "bracket"),
        ("authing sign GET /x --header x-authing-lang:b", "one name"),
        ("authing sign GET /x --header a/b:c", "not allowed"),
        ("authing sign GET /x --body -", "--param"),
        ("authing sign DELETE /x --param a=1", "not signed"),
        (
            "authing sign POST /x --body - --param a=1",
            "cannot be used with",
        ),
        ("authing sign POST /x --body /nonexistent", "cannot open"),
        ("authing sign POST /x --body -", "no JSON object"),
        ("authing sign GET /x --date-format iso", "iso"),
        (
            "authing sign GET /x --now-millis 1700000000",
            "1000000000000",
        ),
        (
            "authing sign GET /x --nonce-hex 00",
            "32 hexadecimal digits",
        ),
    ] {
        let ran = with_key(words(line), "ak", SECRET).stdin("[]").run();
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{line}: {ran:?}");
        assert!(ran.stdout.is_empty(), "{line}: {ran:?}");
        let ran = with_key(words(line).arg("--json"), "ak", SECRET)
            .stdin("[]")
            .run();
        assert_eq!(ran.json()["error"]["exit_code"], 2, "{line}");
    }
    let run = words("authing sign POST /x --body -").stdin(r#"{"n":9007199254740993}"#);
    let ran = with_key(run, "ak", SECRET).run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("exactly"), "{ran:?}");
}

#[test]
fn keys_are_asked_for_by_name_and_never_shown() {
    for command in ["sign GET /x", "events-authorization"] {
        let line = format!("authing {command}");
        let ran = words(&line).env("AUTHING_ACCESS_KEY_SECRET", SECRET).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("AUTHING_ACCESS_KEY_ID"), "{ran:?}");
        let ran = words(&line).arg("--access-key-id=ak").run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("AUTHING_ACCESS_KEY_SECRET"), "{ran:?}");
        let file = run::Scratch::new("authing-secret", &format!("{SECRET}\n"));
        let run = words(&line).arg("--access-key-id=ak");
        let from_file = run.arg("--secret-file").arg(file.path()).run();
        assert_eq!(from_file.code, 0, "{from_file:?}");
        let run = words(&line).arg("--access-key-id=ak");
        let from_stdin = run.arg("--secret-stdin").stdin(SECRET).run();
        assert_eq!(from_stdin.code, 0, "{from_stdin:?}");
        let ran = words(&line)
            .arg(&format!("--access-key-secret={SECRET}"))
            .run();
        assert_eq!(ran.code, 2, "{ran:?}");
        for ran in [ran, from_file, from_stdin] {
            assert!(!ran.stdout.contains(SECRET) && !ran.stderr.contains(SECRET));
        }
    }
    let ran = words("authing sign POST /x --access-key-id ak --body - --secret-stdin").run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(
        ran.stderr.contains("both the body's file and the secret"),
        "{ran:?}"
    );
}
