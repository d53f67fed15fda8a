//! `tokenmint zego`, and ZEGO tokens in `inspect` and `verify`: the built
//! program, its output, its exit codes.

#![allow(missing_docs, unreachable_pub)]

#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;
#[path = "../../tests/vector_cases/support.rs"]
#[allow(dead_code)] // Shared with the vector test, which uses all of it.
mod support;

use run::{Ran, Run, tokenmint, words};
use serde_json::Value;
use support::{Case, load};

const SECRET: &str = "fa94dd0f974cf2e293728a526b028271";
const OTHER_SECRET: &str = "b0d996aecc46ad51600ea853bb378c18";

fn with_secret(run: Run, secret: &str) -> Run {
    run.env("ZEGO_SERVER_SECRET", secret)
}

fn integer(case: Case<'_>, name: &str) -> i64 {
    let value = case.get(name).value.as_i64();
    value.unwrap_or_else(|| panic!("{}: {name:?} is no integer", case.id))
}

/// The command that makes a vector.
fn minting(case: Case<'_>) -> Run {
    let input = case.get("input");
    let mut words = vec![
        "zego".to_owned(),
        case.text("api").to_owned(),
        "--lenient".to_owned(),
        "-q".to_owned(),
        format!("--app-id={}", integer(input, "app_id")),
        format!("--user-id={}", input.text("user_id")),
        format!("--expire={}", integer(input, "effective_seconds")),
        format!("--issued-at={}", integer(input, "ctime")),
        format!("--nonce={}", integer(input, "nonce")),
        format!("--iv-hex={}", input.text("iv_hex")),
    ];
    if case.text("api") == "token03" {
        let word = |key| match integer(input.get("privilege"), key) {
            1 => "allow",
            0 => "deny",
            other => panic!("{}: privilege {other}", case.id),
        };
        words.push(format!("--room={}", input.text("room_id")));
        words.push(format!("--login={}", word("1")));
        words.push(format!("--publish={}", word("2")));
    } else {
        words.push(format!("--payload={}", input.text("payload")));
    }
    if case.text("mode") == "gcm" {
        words.push("--gcm".to_owned());
    }
    with_secret(tokenmint(words), input.text("secret"))
}

#[test]
fn the_command_makes_the_vectors() {
    let file = load("zego");
    let all = Case::list(&file["vectors"]);
    let plain: Vec<_> = all
        .into_iter()
        .filter(|case| case.text("json_profile") == "plain")
        .collect();
    assert!(plain.len() > 50, "{} cases", plain.len());
    for case in plain {
        let ran = minting(case).run();
        assert_eq!(ran.code, 0, "{}: {ran:?}", case.id);
        assert_eq!(
            ran.stdout.trim_end(),
            case.get("output").text("token"),
            "{}",
            case.id
        );
        assert!(ran.stderr.contains("not safe"), "{}: {ran:?}", case.id);
    }
}

#[test]
fn every_vector_is_explained() {
    let file = load("zego");
    for case in Case::list(&file["vectors"]) {
        let (input, id) = (case.get("input"), case.id);
        let token = case.get("output").text("token");
        let end = case.get("output").get("expire").value;
        let closed = tokenmint(["inspect", token, "--json"]).run();
        assert_eq!(closed.code, 0, "{id}: {closed:?}");
        let fields = &closed.json()["fields"];
        assert_eq!(fields["expires_at"]["unix"], *end, "{id}");
        assert_eq!(fields["mode"], case.text("mode"), "{id}");
        assert_eq!(fields["opened"], false, "{id}");
        assert_eq!(fields.get("user_id"), None, "{id}");

        let run = tokenmint(["inspect", token, "--json"]);
        let open = with_secret(run, input.text("secret")).run();
        let fields = &open.json()["fields"];
        assert_eq!(fields["opened"], true, "{id}: {open:?}");
        assert_eq!(fields["app_id"], *input.get("app_id").value, "{id}");
        assert_eq!(fields["user_id"], *input.get("user_id").value, "{id}");
        assert_eq!(fields["nonce"], *input.get("nonce").value, "{id}");
        assert_eq!(
            fields["issued_at"]["unix"],
            *input.get("ctime").value,
            "{id}"
        );
        assert_eq!(fields["protected_expires_at"]["unix"], *end, "{id}");
        if case.text("api") == "token03" {
            assert_eq!(fields["room_id"], *input.get("room_id").value, "{id}");
            assert_eq!(fields["login"], input.get("privilege").value["1"], "{id}");
            assert_eq!(fields["publish"], input.get("privilege").value["2"], "{id}");
        } else {
            assert_eq!(fields["payload"], *input.get("payload").value, "{id}");
        }
        assert_eq!(open.json()["signature_check"]["outcome"], "holds", "{id}");
        assert!(!open.stdout.contains(input.text("secret")), "{id}");
    }
}

#[test]
fn a_typed_payload_is_that_of_the_official_samples() {
    let file = load("zego");
    let all = Case::list(&file["vectors"]);
    let case = all
        .iter()
        .find(|case| case.id == "pub-003")
        .expect("a vector");
    let input = case.get("input");
    let line = format!(
        "zego token04 -q --app-id 1 --user-id demo --room demo --login --publish=allow \
         --issued-at 2023-11-14T22:13:20Z --expire 1h --nonce {} --iv-hex {}",
        integer(input, "nonce"),
        input.text("iv_hex")
    );
    let ran = with_secret(words(&line), input.text("secret")).run();
    assert_eq!(ran.line(), case.get("output").text("token"));

    let line =
        "zego token04 --json --app-id 7 --user-id u --room= --publish=deny --stream a --stream b";
    let ran = with_secret(words(line), SECRET).run();
    let json = ran.json();
    assert_eq!(
        json["fields"]["payload"],
        r#"{"room_id":"","privilege":{"2":0},"stream_id_list":["a","b"]}"#
    );
    assert_eq!(json["fields"]["streams"], serde_json::json!(["a", "b"]));
    assert_eq!(json["fields"].get("login"), None);
    assert_eq!(json["notes"], serde_json::json!([]));
}

#[test]
fn tokens_differ_unless_told_otherwise() {
    for mode in ["", "--gcm"] {
        let mint = || {
            let line = format!("zego token04 -q {mode} --app-id 7 --user-id u --issued-at 5");
            with_secret(words(&line), SECRET).run()
        };
        let (a, b) = (mint(), mint());
        assert_ne!(a.line(), b.line(), "{mode}");
        assert!(a.stderr.is_empty(), "{a:?}");
    }
}

/// A token for user `demo` in `room1` of app 7, which may log in only.
fn sample() -> String {
    let line = "zego token04 -q --app-id 7 --user-id demo --room room1 --login --publish=deny \
        --issued-at 1700000000";
    with_secret(words(line), SECRET).run().line().to_owned()
}

fn ask(token: &str, questions: &str) -> Run {
    words(&format!("verify {questions}")).arg(token)
}

#[test]
fn every_exit_code() {
    let token = sample();
    for (questions, code) in [
        ("--now 1700000001", 0),
        (
            "--now 1700000001 --app-id 7 --room room1 --account demo --role subscriber",
            0,
        ),
        ("--now 1700000001 --app-id 8", 11),
        ("--now 1700000001 --app-id 07x", 11),
        ("--now 1700003599", 0),
        ("--now 1700003600", 13),
        ("--now 1700000001 --channel room2", 14),
        ("--now 1700000001 --user-id Demo", 15),
        ("--now 1700000001 --uid 5", 15),
        ("--now 1700000001 --role publisher", 16),
        ("--now 1700000001 --audience x", 21),
        ("--now 1700003600 --app-id 8 --user-id x", 11),
        ("--now 1700000001 --privilege rtc:join-channel", 16),
        ("--now 1700000001 --role admin", 16),
    ] {
        let ran = with_secret(ask(&token, questions), SECRET).run();
        assert_eq!(ran.code, code, "{questions}: {ran:?}");
        assert!(!ran.stdout.contains(SECRET) && !ran.stderr.contains(SECRET));
    }
    let now = "--now 1700000001 --room room1";
    assert_eq!(with_secret(ask(&token, now), OTHER_SECRET).run().code, 10);
    for malformed in ["short", &"\u{e9}".repeat(16), &SECRET[1..]] {
        let ran = with_secret(ask(&token, now), malformed).run();
        assert_eq!(ran.code, 18, "{ran:?}");
        assert!(!ran.stdout.contains(malformed), "{ran:?}");
    }
    let ran = ask(&token, now).run();
    assert_eq!(ran.code, 20, "{ran:?}");
    assert!(ran.stdout.contains("ZEGO_SERVER_SECRET"), "{ran:?}");
    // The end stands in clear.
    assert_eq!(ask(&token, "--now 1700003600").run().code, 13);
    // Another service's credentials are not asked.
    let ran = ask(&token, now)
        .project(run::APP_ID, run::CERTIFICATE)
        .run();
    assert_eq!(ran.code, 20, "{ran:?}");
}

#[test]
fn identity_tokens_name_no_room_and_no_privilege() {
    let line = "zego token04 -q --app-id 7 --user-id demo";
    let token = with_secret(words(line), SECRET).run().line().to_owned();
    for (questions, code) in [
        ("--app-id 7", 0),
        ("--room r", 14),
        ("--role subscriber", 16),
    ] {
        let ran = with_secret(ask(&token, questions), SECRET).run();
        assert_eq!(ran.code, code, "{questions}: {ran:?}");
    }
}

#[test]
fn the_secret_comes_from_environment_file_or_standard_input() {
    let token = sample();
    let file = run::Scratch::new("zego-secret", &format!("{SECRET}\n"));
    let now = "--now 1700000001";
    for option in ["--secret-file", "--certificate-file"] {
        let ran = ask(&token, now).arg(option).arg(file.path()).run();
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let ran = ask(&token, now).arg("--secret-stdin").stdin(SECRET).run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let mint = "zego token04 -q --user-id demo --issued-at 1700000000";
    let mint = || words(mint).env("ZEGO_APP_ID", "7");
    for ran in [
        mint().arg("--secret-file").arg(file.path()).run(),
        mint().arg("--secret-stdin").stdin(SECRET).run(),
    ] {
        let checked = with_secret(ask(ran.line(), now), SECRET).env("ZEGO_APP_ID", "7");
        assert_eq!(checked.run().code, 0);
    }
}

#[test]
fn damaged_tokens() {
    let file = load("zego");
    for case in Case::list(&file["malformed_tokens"]) {
        let now = format!("--now={}", integer(case, "now"));
        let run = tokenmint(["verify", &now, "--", case.text("token")]);
        let ran = with_secret(run, case.text("secret")).run();
        let verdict = case.text("verdict");
        // What happened to it on the way is undone, and said; the token is then
        // another text.
        let mended = ran.code == 0 && ran.stderr.starts_with("note: ");
        let right = match verdict {
            "reject" => matches!(ran.code, 3 | 10) || mended,
            "reject-expired" => ran.code == 13,
            // What only the caller can tell, and a mode byte that is defined.
            _ => ran.code == 0,
        };
        assert!(right, "{} ({verdict}): {ran:?}", case.id);
        if verdict.contains("compare app_id") {
            let run = tokenmint(["verify", &now, "--app-id=1", "--", case.text("token")]);
            let ran = with_secret(run, case.text("secret")).run();
            assert_eq!(ran.code, 11, "{}: {ran:?}", case.id);
        }
    }
}

#[test]
fn server_signatures() {
    let file = load("zego");
    let vectors = file["server_api_signature"]["vectors"]
        .as_array()
        .expect("a list");
    assert!(!vectors.is_empty());
    for vector in vectors {
        let text = |name: &str| vector[name].as_str().expect("text").to_owned();
        let run = tokenmint([
            "zego".to_owned(),
            "server-signature".to_owned(),
            "--json".to_owned(),
            format!("--app-id={}", vector["app_id"]),
            format!("--nonce={}", text("signature_nonce")),
            format!("--timestamp={}", vector["timestamp"]),
        ]);
        let ran = with_secret(run, &text("server_secret")).run();
        let json = ran.json();
        assert_eq!(json["Signature"], vector["signature"], "{vector}");
        assert_eq!(json["AppId"], vector["app_id"], "{vector}");
        let query = json["query"].as_str().expect("text");
        assert!(!query.contains([' ', '!']), "{query}");
        assert!(query.ends_with(&text("signature")), "{query}");
        assert!(!ran.stdout.contains(&text("server_secret")), "{ran:?}");
    }
    let line = "zego server-signature --app-id 7";
    let [a, b] = [(); 2].map(|()| with_secret(words(line), SECRET).run().line().to_owned());
    assert_ne!(a, b);
}

#[test]
fn bad_input_is_named() {
    const MINT: &str = "zego token04 --app-id 7 --user-id demo";
    let long = "u".repeat(65);
    for (line, reason) in [
        ("zego token04 --user-id demo", "ZEGO_APP_ID"),
        ("zego token04 --app-id 0 --user-id demo", "1 to 4294967295"),
        (
            "zego token04 --app-id 4294967296 --user-id demo",
            "1 to 4294967295",
        ),
        ("zego token04 --app-id +7 --user-id demo", "1 to 4294967295"),
        ("zego token04 --app-id 7", "--user-id"),
        ("zego token04 --app-id 7 --user-id=", "is empty"),
        (
            &format!("zego token04 --app-id 7 --user-id {long}"),
            "--lenient",
        ),
        (&format!("{MINT} --expire 0"), "lifetime"),
        (&format!("{MINT} --expire soon"), "--expire"),
        (&format!("{MINT} --issued-at 0"), "issue time"),
        (&format!("{MINT} --nonce 5"), "--iv-hex"),
        (&format!("{MINT} --iv-hex 00"), "32 hexadecimal digits"),
        (
            &format!("{MINT} --gcm --iv-hex {}", "00".repeat(16)),
            "24 hexadecimal digits",
        ),
        (&format!("{MINT} --room r"), "--login"),
        (&format!("{MINT} --login"), "--room"),
        (
            &format!("{MINT} --room r --login --payload x"),
            "cannot be used with",
        ),
        (&format!("{MINT} --room r --login=maybe"), "maybe"),
        ("zego token03 --app-id 7 --user-id demo", "--room"),
        ("zego server-signature", "ZEGO_APP_ID"),
    ] {
        for json in [false, true] {
            let run = if json {
                words(line).arg("--json")
            } else {
                words(line)
            };
            let ran = with_secret(run, SECRET).run();
            assert_eq!(ran.code, 2, "{line}: {ran:?}");
            let told = if json {
                ran.json()["error"]["message"]
                    .as_str()
                    .expect("text")
                    .to_owned()
            } else {
                ran.stderr.clone()
            };
            assert!(told.contains(reason), "{line}: {ran:?}");
        }
    }
    let payload = "p".repeat(33_000);
    let run = words(MINT).arg("--payload").arg(&payload);
    assert_eq!(with_secret(run, SECRET).run().code, 2);
}

#[test]
fn secrets_are_asked_for_by_name_and_never_shown() {
    for command in ["token04", "token03 --room r", "server-signature"] {
        let user = if command == "server-signature" {
            ""
        } else {
            "--user-id u"
        };
        let line = format!("zego {command} {user} --app-id 7");
        let ran = words(&line).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("ZEGO_SERVER_SECRET"), "{ran:?}");
        let ran = with_secret(words(&line), &SECRET[1..]).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("it has 31 characters"), "{ran:?}");
        assert!(!ran.stderr.contains(&SECRET[1..]), "{ran:?}");
        let ran = with_secret(words(&line).arg("--json"), SECRET).run();
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(!ran.stdout.contains(SECRET) && !ran.stderr.contains(SECRET));
        let ran = words(&line).arg("--secret-file").arg(SECRET).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(!ran.stderr.contains(SECRET), "{ran:?}");
        let ran = words(&line).arg(&format!("--secret={SECRET}")).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(!ran.stderr.contains(SECRET), "{ran:?}");
        assert!(ran.stderr.contains("never taken as arguments"), "{ran:?}");
        let help = with_secret(words(&line).arg("--help"), SECRET).run();
        assert!(!help.stdout.contains(SECRET), "{help:?}");
    }
}

#[test]
fn a_given_vector_is_warned_about_in_json_too() {
    let line = format!(
        "zego token04 --json --app-id 7 --user-id u --iv-hex {}",
        "0a".repeat(16)
    );
    let ran: Ran = with_secret(words(&line), SECRET).run();
    let notes: Value = ran.json()["notes"].clone();
    assert!(
        notes[0].as_str().expect("a note").contains("not safe"),
        "{ran:?}"
    );
}
