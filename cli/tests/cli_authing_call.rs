//! `tokenmint authing call`: the built program against a server on the loopback
//! interface.

#![cfg(feature = "online")]
#![allow(missing_docs, unreachable_pub)]

#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;
#[path = "../../tests/support/server.rs"]
#[allow(dead_code)] // Shared as well.
mod server;

use run::{Run, tokenmint};
use serde_json::{Value, json};
use server::{Received, Script, Server, answer};

const TABLE: &str = include_str!("../../src/client/authing/endpoints.tsv");

/// A service that says the same to every call, and gives out tokens.
fn service(body: Value) -> Server {
    Server::start(move |_, request| {
        let body = match request.line().1 {
            "/api/v3/get-management-token" => json!({
                "statusCode": 200, "data": {"access_token": "a.e30.c", "expires_in": 7200},
            }),
            "/oidc/token" => json!({"access_token": "at-1", "token_type": "Bearer"}),
            _ => body.clone(),
        };
        Script::send(answer(200, "", &body.to_string()))
    })
}

fn call(server: &Server, arguments: &[&str]) -> Run {
    let run = tokenmint(["authing", "call", "--max-retries=0", "--base-url"])
        .arg(&server.url())
        .env("AUTHING_ACCESS_KEY_ID", "ak-1")
        .env("AUTHING_ACCESS_KEY_SECRET", "sk-secret-1")
        .env("AUTHING_APP_ID", "app-1")
        .env("AUTHING_APP_SECRET", "app-secret-1")
        .env("AUTHING_ACCESS_TOKEN", "user-token-1");
    arguments.iter().fold(run, |run, word| run.arg(word))
}

fn body(request: &Received) -> Value {
    serde_json::from_slice(&request.body).expect("JSON")
}

#[test]
fn parameters_become_what_they_hold() {
    let server = service(json!({"statusCode": 200, "data": {"userId": "u1"}}));
    let ran = call(
        &server,
        &[
            "create_role",
            "--param=code=a=b",
            "--param",
            "description=管理员",
        ],
    )
    .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stdout.contains("u1"), "{ran:?}");
    let ran = call(
        &server,
        &[
            "list_users",
            "--json",
            "--param=options={\"pagination\":{\"page\":1}}",
        ],
    )
    .run();
    assert_eq!(ran.json()["data"]["userId"], "u1");
    for arguments in [
        &[
            "get_user",
            "--param=userId=7",
            "--param=with_custom_data=true",
        ][..],
        &[
            "get_user_batch",
            "--param=user_ids=u1",
            "--param=user_ids=u2",
        ],
        &["list_groups", "--param=page=2"],
        &["get_profile"],
    ] {
        let ran = call(&server, arguments).run();
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let received = server.received();
    assert_eq!(
        body(&received[0]),
        json!({"code": "a=b", "description": "管理员"})
    );
    assert_eq!(
        body(&received[1]),
        json!({"options": {"pagination": {"page": 1}}})
    );
    let lines: Vec<_> = received[2..].iter().map(Received::line).collect();
    assert_eq!(
        lines,
        [
            ("GET", "/api/v3/get-user?userId=7&withCustomData=true"),
            (
                "GET",
                "/api/v3/get-user-batch?userIds%5B%5D=u1&userIds%5B%5D=u2"
            ),
            ("GET", "/api/v3/list-groups?page=2"),
            ("GET", "/api/v3/get-profile"),
        ]
    );
    let signed = received[2].header("authorization").unwrap();
    assert!(signed.starts_with("authing ak-1:"), "{signed}");
    let token = received[5].header("authorization");
    assert_eq!(token.as_deref(), Some("user-token-1"));
}

#[test]
fn secrets_come_from_a_file_and_stay_out_of_errors() {
    let refusal = json!({
        "statusCode": 403, "apiCode": 2333, "requestId": "req-1",
        "message": "password p4ssw0rd of account is wrong",
    });
    let server = service(refusal);
    let parameters = r#"{"account": "zhangsan", "password": "p4ssw0rd"}"#;
    for words in [&[][..], &["--json"]] {
        let mut arguments = vec!["sign_in_by_account_password", "--params=-"];
        arguments.extend(words);
        let ran = call(&server, &arguments).stdin(parameters).run();
        assert_eq!(ran.code, 31, "{ran:?}");
        let all = format!("{}{}", ran.stdout, ran.stderr);
        assert!(all.contains("2333") && all.contains("req-1"), "{ran:?}");
        for secret in ["p4ssw0rd", "app-secret-1", "user-token-1"] {
            assert!(!all.contains(secret), "{ran:?}");
        }
    }
    let sent = body(&server.received()[0]);
    assert_eq!(
        sent["passwordPayload"],
        json!({"account": "zhangsan", "password": "p4ssw0rd"})
    );
    assert_eq!(sent["client_secret"], "app-secret-1");
}

#[test]
fn both_ways_to_prove_and_both_dates() {
    let server = service(json!({"statusCode": 200, "data": {}}));
    for words in ["--auth=bearer", "--date-format=rfc1123"] {
        let ran = call(&server, &["list_groups", words]).run();
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let received = server.received();
    assert_eq!(received[0].line().1, "/api/v3/get-management-token");
    let bearer = received[1].header("authorization");
    assert_eq!(bearer.as_deref(), Some("Bearer a.e30.c"));
    let date = received[2].header("date").unwrap();
    assert!(date.ends_with(" GMT"), "{date}");
}

#[test]
fn what_the_client_does_by_itself() {
    let server = service(json!({}));
    let ran = call(
        &server,
        &[
            "build_authorize_url",
            "--redirect-uri=https://app.example.com/callback",
            "--param=state=st-1",
            "--json",
        ],
    )
    .run();
    let url = ran.json()["url"].as_str().unwrap().to_owned();
    assert!(
        url.contains("/oidc/auth?") && url.contains("state=st-1"),
        "{url}"
    );
    let ran = call(
        &server,
        &[
            "get_access_token_by_code",
            "--redirect-uri=https://app.example.com/callback",
            "--param=code=c-1",
            "--json",
        ],
    )
    .run();
    assert_eq!(ran.json()["access_token"], "at-1", "{ran:?}");
    assert_eq!(call(&server, &["set_access_token"]).run().code, 2);
    // By the names of the SDK and by those of the wire, and in the parameters.
    for [key, secret] in [
        ["access_key", "access_secret"],
        ["client_id", "client_secret"],
    ] {
        let parameters = json!({"scope": "s", key: "ak-2", secret: "as-2"}).to_string();
        let method = "get_access_token_by_client_credentials";
        let ran = call(&server, &[method, "--params=-", "--json"])
            .stdin(&parameters)
            .run();
        assert_eq!(ran.json()["access_token"], "at-1", "{ran:?}");
    }
    let token = ["get_user_info_by_access_token", "--param=access_token=at-2"];
    assert_eq!(call(&server, &token).run().code, 0);
    let code = [
        "get_access_token_by_code",
        "--param=code=c",
        "--param=redirect_uri=https://a/b",
    ];
    assert_eq!(call(&server, &code).run().code, 0);
    let received = server.received();
    let sent = |n: usize| String::from_utf8_lossy(&received[received.len() - n].body).into_owned();
    let bearer = received[received.len() - 2].header("authorization");
    assert_eq!(bearer.as_deref(), Some("Bearer at-2"));
    assert!(
        sent(1).contains("redirect_uri=https%3A%2F%2Fa%2Fb"),
        "{}",
        sent(1)
    );
    assert!(sent(3).contains("client_id=ak-2"), "{}", sent(3));
}

#[test]
fn a_method_that_the_table_does_not_have_can_be_called() {
    let server = service(json!({"statusCode": 200, "data": {}}));
    let ran = call(
        &server,
        &[
            "make_request",
            "--client=management",
            "--param=method=get",
            "--param=path=/api/v9/new",
            r#"--param=params={"ids":["u1"]}"#,
            r#"--param=headers={"x-authing-tenant-id":"t1"}"#,
        ],
    )
    .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = call(
        &server,
        &[
            "make_request",
            "--client=authentication",
            "--param=method=POST",
            "--param=path=api/v9/new",
            r#"--param=body={"a":1}"#,
        ],
    )
    .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let received = server.received();
    assert_eq!(received[0].line(), ("GET", "/api/v9/new?ids%5B%5D=u1"));
    assert_eq!(
        received[0].header("x-authing-tenant-id").as_deref(),
        Some("t1")
    );
    assert_eq!(received[1].line(), ("POST", "/api/v9/new"));
    assert_eq!(body(&received[1]), json!({"a": 1}));
}

#[test]
fn exit_codes_are_those_of_the_help_and_the_reason_is_told_once() {
    for (status, page, code) in [
        (502, "<html>bad gateway</html>", 34),
        (404, "<html>not found</html>", 32),
        (200, "<html>welcome</html>", 36),
        (
            200,
            r#"{"statusCode": 403, "apiCode": 2333, "message": "m"}"#,
            31,
        ),
    ] {
        let server = Server::start(move |_, _| Script::send(answer(status, "", page)));
        let ran = call(&server, &["get_profile"]).run();
        assert_eq!(ran.code, code, "{status} {page}: {ran:?}");
        let times = ran.stderr.matches("api code 2333").count();
        assert_eq!(times, usize::from(code == 31), "{ran:?}");
    }
}

#[test]
fn a_method_is_described() {
    let page = |words: &[&str]| {
        let run = tokenmint(["authing"]);
        words.iter().fold(run, |run, word| run.arg(word)).run()
    };
    let described = page(&["describe", "create_role"]);
    assert_eq!(described.code, 0, "{described:?}");
    for text in [
        "Create a role",
        "POST /api/v3/create-role",
        "code: text, required",
        "RoleDto",
        "node: createRole",
    ] {
        assert!(described.stdout.contains(text), "{text}: {described:?}");
    }
    let help = page(&["call", "create_role", "--help"]);
    assert_eq!(help.stdout, described.stdout);
    let help = page(&["call", "--help"]).stdout;
    assert!(
        help.contains("--params") && help.contains("--timeout"),
        "{help}"
    );
    let listed = page(&["describe"]).stdout;
    assert_eq!(listed.lines().count(), TABLE.lines().count() - 1);
    for line in TABLE.lines().skip(1) {
        let name = line.split('\t').nth(1).unwrap();
        assert!(listed.contains(&format!("{name} (")), "{name}");
    }
    let unknown = page(&["describe", "create_rol"]);
    assert_eq!(unknown.code, 2, "{unknown:?}");
    assert!(
        unknown.stderr.contains("did you mean create_role"),
        "{unknown:?}"
    );
    assert!(unknown.stderr.len() < 400, "{unknown:?}");
    let json = page(&["describe", "get_user", "--json"]).json();
    assert_eq!(json["methods"][0]["parameters"][0]["wire"], "userId");
}

#[test]
fn misuse_is_told_before_any_traffic() {
    let server = service(json!({}));
    for (arguments, hint) in [
        (&["list_user"][..], "list_users"),
        (&["put_event"], "--client"),
        (&["get_user", "--param=id=7"], "user_id, [user_id_type]"),
        (&["get_user"], "`user_id` is missing"),
        (&["list_groups", "--param=page=x"], "has to be: integer"),
        (&["list_users", "--param=options=[]"], "has to be: object"),
        (&["createRole"], "did you mean create_role?"),
        (
            &[
                "get_access_token_by_code",
                "--param=code=c",
                "--param=client_id=x",
            ],
            "--app-id",
        ),
        (
            &["introspect_token_offline", "--param=server_jwks={}"],
            "--jwks",
        ),
        (
            &["sub_event", "--client=management", "--param=code=c"],
            "websocket_host",
        ),
        (
            &["get_user", "--param=userId=1", "--param=user_id=2"],
            "twice",
        ),
        (&["delete_by_id", "--param=id=.."], "dot segment"),
    ] {
        let ran = call(&server, arguments).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains(hint), "{hint}: {ran:?}");
    }
    let ran = tokenmint(["authing", "call", "get_user"]).run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("AUTHING_ACCESS_KEY_ID"), "{ran:?}");
    assert!(server.received().is_empty());
}

#[test]
fn every_method_of_the_table_is_known_and_completed() {
    let script = tokenmint(["completions", "bash"]).run().stdout;
    for line in TABLE.lines().skip(1) {
        let name = line.split('\t').nth(1).unwrap();
        assert!(script.contains(name), "{name}");
    }
    // Whatever the table has is a method for the command: without credentials
    // it says which are missing, not that there is no such method.
    for (name, variable) in [
        ("list_users", "AUTHING_ACCESS_KEY_ID"),
        ("get_profile", "AUTHING_APP_ID"),
        ("validate_ticket_v1", "AUTHING_APP_ID"),
    ] {
        let ran = tokenmint(["authing", "call", name]).run();
        assert!(ran.stderr.contains(variable), "{ran:?}");
    }
}
