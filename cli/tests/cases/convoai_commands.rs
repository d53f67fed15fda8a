//! What each command asks, and how it shows the answer.

use serde_json::{Value, json};
use tokenmint::agora::v007::{ParsedToken2, workspace_len};

use crate::run::{OTHER_CERTIFICATE, OTHER_ID, Scratch};
use crate::server::{Received, Script, answer};
use crate::{Server, ask, by_path, convoai, service};

/// What a minted token says: channel, account, lifetime.
fn token(text: &str) -> (String, String, u32) {
    let mut workspace = vec![0; workspace_len(text.len())];
    let parsed = ParsedToken2::parse(text, &mut workspace).expect("a token");
    assert_eq!(parsed.app_id(), OTHER_ID);
    let rtc = parsed.services().next().expect("a service");
    let text = |text: Option<&str>| text.expect("a text").to_owned();
    (
        text(rtc.channel()),
        text(rtc.user()),
        parsed.expire().as_seconds(),
    )
}

fn header_token(request: &Received) -> (String, String, u32) {
    let value = request.header("authorization").expect("credentials");
    token(value.strip_prefix("agora token=").expect("a minted token"))
}

fn body(request: &Received) -> Value {
    if request.body.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(&request.body).expect("JSON")
}

const MODELS: &str =
    r#"{"llm":{"url":"https://l","api_key":"k-1234"},"tts":{"vendor":"stepfun","params":{}}}"#;

/// Arguments, the request that they make, the answer, and what is shown of it.
type Case = (
    &'static [&'static str],
    &'static str,
    Value,
    Value,
    &'static [&'static str],
);

fn cases() -> Vec<Case> {
    let agent =
        || json!({"agent_id": "A1", "status": "RUNNING", "start_ts": 1_700_000_000, "more": 7});
    let spoken = || json!({"agent_id": "A1", "channel": "room"});
    let number = || json!({"phone_number": "+15550100", "label": "desk"});
    vec![
        (
            &["get", "A1"],
            "GET /agents/A1",
            Value::Null,
            agent(),
            &[
                "agent_id  A1",
                "RUNNING",
                "2023-11-14T22:13:20Z",
                "more      7",
            ],
        ),
        (
            &["info", "A?1"],
            "GET /agents/A%3F1",
            Value::Null,
            agent(),
            &["A1"],
        ),
        (
            &[
                "list",
                "--channel",
                "a b",
                "--from",
                "1700000000",
                "--to=2023-11-14T22:14:20Z",
                "--state",
                "Running",
                "--limit",
                "2",
                "--cursor",
                "c1",
            ],
            "GET /agents?channel=a+b&from_time=1700000000&to_time=1700000060&state=2&limit=2&cursor=c1",
            Value::Null,
            json!({"data": {"list": [agent(), {"agent_id": "A2"}]}, "meta": {"cursor": "c2", "total": 9}}),
            &[
                "AGENT  STATUS   STARTED",
                "A1     RUNNING  2023-11-14T22:13:20Z",
                "A2     -        -",
            ],
        ),
        (
            &["history", "A1"],
            "GET /agents/A1/history",
            Value::Null,
            json!({"contents": [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "\u{4f60}\u{597d}"}]}),
            &["user: hi\nassistant: \u{4f60}\u{597d}\n"],
        ),
        (
            &["turns", "A1", "--page", "2", "--page-size", "5"],
            "GET /agents/A1/turns?page_index=2&page_size=5",
            Value::Null,
            json!({"turns": [{"turn_id": "t1", "start": {"type": "speech"}, "metrics": {"e2e_latency_ms": 812.5}}],
                   "pagination": {"page_index": 2, "is_last_page": false}}),
            &[
                "TURN  BEGAN BY  ENDED BY  LATENCY MS",
                "t1    speech    -         812.5",
            ],
        ),
        (
            &["say", "A1", "one moment"],
            "POST /agents/A1/speak",
            json!({"text": "one moment"}),
            spoken(),
            &["channel   room"],
        ),
        (
            &[
                "speak",
                "A1",
                "hi",
                "--priority",
                "append",
                "--not-interruptable",
            ],
            "POST /agents/A1/speak",
            json!({"text": "hi", "priority": "APPEND", "interruptable": false}),
            spoken(),
            &["A1"],
        ),
        (
            &[
                "think",
                "A1",
                "why?",
                "--on-listening=inject",
                "--on-thinking=ignore",
                "--on-speaking=append",
            ],
            "POST /agents/A1/think",
            json!({"text": "why?", "on_listening_action": "inject", "on_thinking_action": "ignore",
                   "on_speaking_action": "append"}),
            spoken(),
            &["A1"],
        ),
        (
            &["interrupt", "A1"],
            "POST /agents/A1/interrupt",
            Value::Null,
            spoken(),
            &["A1"],
        ),
        (
            &["stop", "A1"],
            "POST /agents/A1/leave",
            Value::Null,
            json!({}),
            &["A1 was stopped"],
        ),
        (
            &["leave", "A1"],
            "POST /agents/A1/leave",
            Value::Null,
            json!({}),
            &["A1 was stopped"],
        ),
        (
            &[
                "call",
                "list",
                "--number",
                "+1",
                "--type",
                "inbound",
                "--limit=1",
            ],
            "GET /call?number=%2B1&type=inbound&limit=1",
            Value::Null,
            json!({"data": {"list": [{"agent_id": "A1", "from_number": "+1", "to_number": "+2", "state": "hangup"}]}}),
            &[
                "AGENT  TYPE  FROM  TO  STATE   BEGUN",
                "A1     -     +1    +2  hangup  -",
            ],
        ),
        (
            &["call", "get", "A1"],
            "GET /calls/A1",
            Value::Null,
            json!({"reason": "failed"}),
            &["failed"],
        ),
        (
            &["call", "hangup", "A1"],
            "POST /calls/A1/hangup",
            Value::Null,
            json!({}),
            &["agent_id  A1"],
        ),
        (
            &["number", "list"],
            "GET v2/phone-numbers",
            Value::Null,
            json!([number()]),
            &[
                "NUMBER     LABEL  PROVIDER  IN  OUT",
                "+15550100  desk   -         -   -",
            ],
        ),
        (
            &["number", "get", "+15550100"],
            "GET v2/phone-numbers/+15550100",
            Value::Null,
            number(),
            &["label         desk"],
        ),
        (
            &[
                "number",
                "add",
                "+15550100",
                "--provider",
                "byo",
                "--label",
                "desk",
                "--inbound",
            ],
            "POST v2/phone-numbers",
            json!({"provider": "byo", "phone_number": "+15550100", "label": "desk", "inbound": true,
                   "outbound": false, "inbound_config": {}, "outbound_config": {}}),
            number(),
            &["desk"],
        ),
        (
            &[
                "number",
                "update",
                "+15550100",
                "--inbound-pipeline",
                "P1",
                "--no-outbound-pipeline",
            ],
            "PATCH v2/phone-numbers/+15550100",
            json!({"inbound_config": {"pipeline_id": "P1"}, "outbound_config": null}),
            number(),
            &["desk"],
        ),
        (
            &["number", "delete", "+15550100"],
            "DELETE v2/phone-numbers/+15550100",
            Value::Null,
            json!({}),
            &["+15550100 was removed"],
        ),
    ]
}

#[test]
fn each_command_asks_its_endpoint_and_shows_the_answer() {
    for (arguments, expected, sent, reply, shown) in cases() {
        let server = service(200, &reply.to_string());
        let ran = ask(&server, arguments).run();
        assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
        for text in shown {
            assert!(
                ran.stdout.contains(text),
                "{arguments:?}: {text:?} in\n{}",
                ran.stdout
            );
        }
        let received = server.received();
        assert_eq!(received.len(), 1, "{arguments:?}");
        let (method, target) = received[0].line();
        let (_, path) = expected.split_once(' ').expect("a method and a path");
        let path = match path.strip_prefix('/') {
            Some(path) => format!("/v2/projects/{OTHER_ID}/{path}"),
            None => format!("/{path}"),
        };
        let method_expected = expected.split(' ').next().unwrap_or("");
        assert_eq!(
            (method, target),
            (method_expected, path.as_str()),
            "{arguments:?}"
        );
        assert_eq!(body(&received[0]), sent, "{arguments:?}");
        assert_eq!(header_token(&received[0]).2, 86_400, "{arguments:?}");

        let ran = ask(&server, arguments).arg("--json").run();
        assert_eq!(ran.code, 0, "{arguments:?}: {ran:?}");
        assert!(ran.json().is_object(), "{arguments:?}");
        assert!(ran.stderr.is_empty(), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn json_has_every_member_of_the_answer() {
    let reply = json!({"agent_id": "A1", "unknown": {"deep": [1, "x"]}, "status": "NEW"});
    let server = service(200, &reply.to_string());
    assert_eq!(ask(&server, &["get", "A1", "--json"]).run().json(), reply);
}

#[test]
fn a_start_writes_the_id_alone_and_mints_what_is_needed() {
    let server = service(
        200,
        r#"{"agent_id":"A1","status":"STARTING","create_ts":1700000000}"#,
    );
    let file = Scratch::new("convoai-models.json", MODELS);
    let arguments = [
        "start",
        "--channel",
        "room",
        "--agent-uid",
        "1001",
        "--remote-uid",
        "100",
        "--properties",
        file.path(),
        "--name",
        "support",
        "--expires-in",
        "30m",
        "--idle-timeout=60",
    ];
    let ran = ask(&server, &arguments).run();
    assert_eq!(ran.line(), "A1");
    for text in ["status", "STARTING", "support", "room", "1001"] {
        assert!(ran.stderr.contains(text), "{text}: {ran:?}");
    }
    let request = &server.received()[0];
    assert_eq!(
        request.line(),
        ("POST", &*format!("/v2/projects/{OTHER_ID}/join"))
    );
    let expected = ("room".to_owned(), "1001".to_owned(), 1800);
    assert_eq!(header_token(request), expected);
    let mut sent = body(request);
    let join = sent["properties"]["token"].take();
    assert_eq!(token(join.as_str().expect("a token")), expected);
    let mut properties: Value = serde_json::from_str(MODELS).unwrap();
    for (name, value) in [
        ("channel", json!("room")),
        ("agent_rtc_uid", json!("1001")),
        ("remote_rtc_uids", json!(["100"])),
        ("idle_timeout", json!(60)),
        ("token", Value::Null),
    ] {
        properties[name] = value;
    }
    assert_eq!(sent, json!({"name": "support", "properties": properties}));
    assert!(!format!("{ran:?}").contains("k-1234"), "{ran:?}");
}

#[test]
fn a_start_takes_everything_from_standard_input_and_models_from_elsewhere() {
    let server = service(200, r#"{"agent_id":"A1"}"#);
    let mut properties: Value = serde_json::from_str(MODELS).unwrap();
    properties["channel"] = json!("c");
    properties["agent_rtc_uid"] = json!("0");
    properties["remote_rtc_uids"] = json!(["1"]);
    properties["token"] = json!("GIVEN");
    let ran = ask(&server, &["start", "--properties", "-"])
        .stdin(properties.to_string())
        .run();
    assert_eq!(ran.line(), "A1");
    assert_eq!(body(&server.received()[0])["properties"], properties);

    let arguments = [
        "start",
        "--channel=c",
        "--agent-uid=1",
        "--remote-uid=2",
        "--remote-uid=3",
        "--preset",
        "p",
        "--pipeline-id",
        "l",
        "--json",
        "--string-uid",
    ];
    let answer = ask(&server, &arguments).run().json();
    assert_eq!(answer["agent_id"], "A1");
    assert_eq!(answer["channel"], "c");
    let sent = body(&server.received()[1]);
    assert_eq!(
        (&sent["preset"], &sent["pipeline_id"]),
        (&json!("p"), &json!("l"))
    );
    assert_eq!(sent["properties"]["remote_rtc_uids"], json!(["2", "3"]));
    assert_eq!(sent["properties"]["enable_string_uid"], true);
    assert!(
        sent["name"].as_str().unwrap().starts_with("agent-"),
        "{sent}"
    );
}

#[test]
fn the_switch_of_one_model_is_set_in_a_file_too() {
    let server = service(200, r#"{"agent_id":"A1"}"#);
    let properties = json!({
        "channel": "c",
        "agent_rtc_uid": "7",
        "remote_rtc_uids": ["1"],
        "token": "GIVEN",
        "mllm": {"vendor": "openai", "api_key": "k"},
        "llm": {"greeting_message": "not used"},
        "advanced_features": {"enable_mllm": true},
    });
    let ran = ask(&server, &["start", "--properties", "-"])
        .stdin(properties.to_string())
        .run();
    let sent = &body(&server.received()[0])["properties"];
    assert_eq!(sent["mllm"]["enable"], true);
    assert_eq!(sent.get("advanced_features"), None);
    let said = &ran.stderr;
    assert!(said.contains("mllm.enable was sent"), "{said}");
    assert!(said.contains("are not used beside mllm"), "{said}");
}

#[test]
fn an_update_has_what_changes_or_a_new_token() {
    let server = service(200, r#"{"agent_id":"A1"}"#);
    let change = r#"{"llm":{"system_messages":[{"role":"system","content":"be brief"}]}}"#;
    let ran = ask(&server, &["update", "A1", "--properties", "-"])
        .stdin(change)
        .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let expected: Value = serde_json::from_str(change).unwrap();
    assert_eq!(body(&server.received()[0])["properties"], expected);

    let arguments = [
        "update",
        "A1",
        "--new-token",
        "--channel",
        "room",
        "--agent-uid",
        "1001",
        "--expires-in=1h",
    ];
    let ran = ask(&server, &arguments).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let sent = body(&server.received()[1]);
    let new = sent["properties"]["token"].as_str().expect("a token");
    assert_eq!(token(new), ("room".to_owned(), "1001".to_owned(), 3600));
    assert!(
        !ran.stdout.contains(new) && !ran.stderr.contains(new),
        "{ran:?}"
    );
}

#[test]
fn a_call_has_a_token_for_each_side() {
    let server = service(200, r#"{"agent_id":"A1"}"#);
    let arguments = [
        "call",
        "start",
        "--to",
        "+15550100",
        "--from",
        "+15550101",
        "--channel",
        "room",
        "--agent-uid",
        "1",
        "--sip-uid",
        "2",
        "--pipeline-id",
        "P1",
        "--expires-in",
        "600",
    ];
    assert_eq!(ask(&server, &arguments).run().line(), "A1");
    let request = &server.received()[0];
    assert_eq!(
        request.line(),
        ("POST", &*format!("/v2/projects/{OTHER_ID}/call"))
    );
    let sent = body(request);
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let side = |uid: &str| ("room".to_owned(), uid.to_owned(), 600);
    assert_eq!(token(&text(&sent["properties"]["token"])), side("1"));
    assert_eq!(token(&text(&sent["sip"]["rtc_token"])), side("2"));
    assert_eq!(sent["sip"]["to_number"], "+15550100");
    assert_eq!(sent["sip"]["from_number"], "+15550101");
    assert_eq!(sent["sip"]["rtc_uid"], "2");
    assert_eq!(sent["properties"]["remote_rtc_uids"], json!(["2"]));
    assert_eq!(sent["pipeline_id"], "P1");
}

#[test]
fn one_page_says_how_to_go_on_and_all_goes_on() {
    let server = by_path(|target, _| {
        let (id, cursor) = match target.split_once("cursor=") {
            None => ("A1", "c1"),
            Some((_, "c1")) => ("A2", "c2"),
            Some(_) => ("A3", ""),
        };
        json!({"data": {"list": [{"agent_id": id}]}, "meta": {"cursor": cursor}}).to_string()
    });
    let ran = ask(&server, &["list"]).run();
    assert!(
        ran.stdout.contains("A1") && !ran.stdout.contains("A2"),
        "{ran:?}"
    );
    assert!(ran.stderr.contains("--cursor c1"), "{ran:?}");
    assert_eq!(
        ask(&server, &["list", "--json"]).run().json()["cursor"],
        "c1"
    );
    let ran = ask(&server, &["list", "--all"]).run();
    for id in ["A1", "A2", "A3"] {
        assert!(ran.stdout.contains(id), "{ran:?}");
    }
    assert!(ran.stderr.is_empty(), "{ran:?}");
    let all = ask(&server, &["list", "--all", "--json"]).run().json();
    assert_eq!(all["agents"].as_array().unwrap().len(), 3);
    assert_eq!(all["cursor"], Value::Null);
}

#[test]
fn an_agent_that_is_gone_was_not_running() {
    let server = service(404, r#"{"reason":"TaskNotFound"}"#);
    let ran = ask(&server, &["stop", "A1"]).run();
    assert_eq!(ran.line(), "A1 was not running");
    let json = ask(&server, &["stop", "A1", "--json"]).run().json();
    assert_eq!(json, json!({"agent_id": "A1", "was_running": false}));
}

#[test]
fn every_way_to_prove_oneself() {
    let server = service(200, "{}");
    let secret = Scratch::new("convoai-secret", "open sesame\n");
    let token = Scratch::new("convoai-token", "agora token=007abc\n");
    let get = || convoai(&server, &["get", "A1"]);
    let runs = [
        (get().project(OTHER_ID, OTHER_CERTIFICATE), None),
        (
            get()
                .env("AGORA_APP_ID", OTHER_ID)
                .arg("--certificate-stdin")
                .stdin(OTHER_CERTIFICATE),
            None,
        ),
        (
            get()
                .env("AGORA_APP_ID", OTHER_ID)
                .env("AGORA_CUSTOMER_ID", "Aladdin")
                .env("AGORA_CUSTOMER_SECRET", "open sesame"),
            Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ),
        (
            get()
                .project(OTHER_ID, OTHER_CERTIFICATE)
                .arg("--customer-id=Aladdin")
                .arg("--customer-secret-file")
                .arg(secret.path()),
            Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ),
        (
            get()
                .env("AGORA_APP_ID", OTHER_ID)
                .env("AGORA_AUTH_TOKEN", "007abc"),
            Some("agora token=007abc"),
        ),
        (
            get()
                .env("AGORA_APP_ID", OTHER_ID)
                .arg("--auth-token-file")
                .arg(token.path()),
            Some("agora token=007abc"),
        ),
        (get().project(OTHER_ID, OTHER_CERTIFICATE), None),
    ];
    for (at, (run, expected)) in runs.into_iter().enumerate() {
        let ran = run.run();
        assert_eq!(ran.code, 0, "{at}: {ran:?}");
        let received = server.received();
        let last = received.last().expect("a request");
        match expected {
            Some(value) => assert_eq!(last.header("authorization").as_deref(), Some(value), "{at}"),
            None => {
                let (channel, account, lifetime) = header_token(last);
                assert_eq!(
                    (&*channel, &*account, lifetime),
                    ("get", "A1", 86_400),
                    "{at}"
                );
            }
        }
    }
}

#[test]
fn the_environment_moves_the_service_and_keeps_the_path_of_the_area() {
    let server = service(200, "{}");
    for (area, path) in [
        ("us", "/api"),
        ("EU", "/api"),
        ("ap", "/api"),
        ("cn", "/cn/api"),
    ] {
        let ran = crate::tokenmint(["convoai", "get", "A1"])
            .project(OTHER_ID, OTHER_CERTIFICATE)
            .env("AGORA_AGENTS_API_BASE_URL", &server.url())
            .env("AGORA_AREA", area)
            .run();
        assert_eq!(ran.code, 0, "{ran:?}");
        let received = server.received();
        let target = received.last().expect("a request").line().1.to_owned();
        let expected = format!("{path}/conversational-ai-agent/v2/projects/{OTHER_ID}/agents/A1");
        assert_eq!(target, expected, "{area}");
    }
}

/// The variable has the address and no path, so that of most areas is taken.
#[test]
fn another_address_needs_no_area() {
    let server = service(200, "{}");
    let ran = crate::tokenmint(["convoai", "get", "A1"])
        .project(OTHER_ID, OTHER_CERTIFICATE)
        .env("AGORA_AGENTS_API_BASE_URL", &server.url())
        .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let path = format!("/api/conversational-ai-agent/v2/projects/{OTHER_ID}/agents/A1");
    assert_eq!(server.received()[0].line().1, path);
}

#[test]
fn a_known_seat_is_in_the_token_of_the_request() {
    let server = service(200, r#"{"agent_id":"A1"}"#);
    for words in [
        "get A1",
        "history A1",
        "turns A1",
        "say A1 hi",
        "think A1 hi",
        "interrupt A1",
        "stop A1",
    ] {
        let mut arguments: Vec<&str> = words.split(' ').collect();
        arguments.extend(["--channel=room", "--agent-uid=7"]);
        let ran = ask(&server, &arguments).run();
        assert_eq!(ran.code, 0, "{ran:?}");
        let received = server.received();
        let token = header_token(received.last().expect("a request"));
        assert_eq!(
            token,
            ("room".to_owned(), "7".to_owned(), 86_400),
            "{words}"
        );
        let lone = ask(&server, &arguments[..arguments.len() - 1]).run();
        assert_eq!(lone.code, 2, "half a seat: {lone:?}");
    }
}

#[test]
fn names_that_nobody_gave_differ() {
    let server = service(200, r#"{"agent_id":"A1"}"#);
    let start = "start --channel=c --agent-uid=1 --remote-uid=2 --preset=p";
    let words: Vec<&str> = start.split(' ').collect();
    for _ in 0..2 {
        assert_eq!(ask(&server, &words).run().code, 0);
    }
    let names: Vec<Value> = server
        .received()
        .iter()
        .map(|it| body(it)["name"].clone())
        .collect();
    assert_ne!(names[0], names[1]);
    assert!(names[0].as_str().expect("a name").starts_with("agent-"));
}

/// Four agents of which one has an owner and one is young; the stop of another
/// fails.
#[test]
fn a_sweep_stops_what_has_no_owner() {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.expect("a clock").as_secs();
    let agent =
        |id: &str, age: u64| json!({"agent_id": id, "status": "RUNNING", "start_ts": now - age});
    let list = json!({"data": {"list": [
        agent("A1", 7200), agent("A2", 7200), agent("A3", 7200), agent("A4", 60),
    ]}});
    let start = || {
        let list = list.clone();
        Server::start(move |_, request| {
            let (method, target) = request.line();
            Script::send(match (method, target.contains("/A3/")) {
                ("GET", _) => answer(200, "", &list.to_string()),
                (_, false) => answer(200, "", "{}"),
                (_, true) => answer(403, "", r#"{"reason":"InvalidPermission"}"#),
            })
        })
    };
    let targets = |server: &Server| -> Vec<String> {
        let received = server.received();
        let stops = received
            .iter()
            .map(Received::line)
            .filter(|(method, _)| *method == "POST");
        stops
            .map(|(_, target)| target.rsplit('/').nth(1).unwrap().to_owned())
            .collect()
    };
    let which = ["sweep", "--older-than=1h", "--keep=A2", "--channel=room"];

    let server = start();
    let dry = ask(&server, &[&which[..], &["--dry-run", "--json"]].concat())
        .run()
        .json();
    assert!(targets(&server).is_empty(), "nothing is stopped");
    assert_eq!(dry["dry_run"], true);
    let ids: Vec<&Value> = dry["agents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["agent_id"])
        .collect();
    assert_eq!(ids, ["A1", "A3"]);
    let listing = server.received()[0].line().1.to_owned();
    for part in ["channel=room", "from_time=", "state=1%2C2"] {
        assert!(listing.contains(part), "{listing}");
    }

    let server = start();
    let ran = ask(&server, &which).run();
    assert_eq!(ran.code, 31, "one was refused: {ran:?}");
    assert_eq!(targets(&server), ["A1", "A3"]);
    for line in ["A1", "stopped", "not stopped"] {
        assert!(ran.stdout.contains(line), "{ran:?}");
    }

    let server = start();
    let ran = ask(&server, &["sweep"]).run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("--all"), "{ran:?}");
    assert!(server.received().is_empty());
    ask(&server, &["sweep", "--all"]).run();
    assert_eq!(targets(&server), ["A1", "A2", "A3", "A4"]);
}

#[test]
fn what_may_be_repeated_is() {
    let server = Server::sequence(vec![
        answer(503, "retry-after: 0\r\n", "{}"),
        answer(200, "", r#"{"agent_id":"A1"}"#),
    ]);
    let run = crate::tokenmint(["convoai", "get", "A1", "--base-url", &server.url()]);
    let ran = run.project(OTHER_ID, OTHER_CERTIFICATE).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(server.connections(), 2);
}
