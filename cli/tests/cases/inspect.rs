//! Explaining tokens.

use serde_json::Value;

use crate::run::{OTHER_CERTIFICATE, tokenmint, words};
use crate::support::{Case, load};

#[test]
fn every_vector_is_explained() {
    let file = load("agora");
    for case in Case::list(&file["cases"]) {
        let (id, token) = (case.id, case.text("token"));
        let inputs = case.get("inputs");
        let ran = tokenmint(["inspect", token, "--json"])
            .env("AGORA_APP_CERTIFICATE", inputs.text("app_certificate"))
            .run();
        assert_eq!(ran.code, 0, "{id}: {ran:?}");
        let value = ran.json();
        let format = case.text("format");
        let format = format.strip_suffix("-1").unwrap_or(format);
        let name = format!("agora-{format}");
        assert_eq!(value["format"], name, "{id}");
        let app_id = value["fields"]["app_id"].as_str().expect(id);
        let expected = inputs.text("app_id");
        if format == "005" {
            assert!(app_id.eq_ignore_ascii_case(expected), "{id}");
        } else {
            assert_eq!(app_id, expected, "{id}");
        }
        match format {
            "007" => is_explained_007(case, &value),
            "006" => is_explained_006(case, &value),
            "001" => assert_time(case, &value, "issued_at", "unix_ts"),
            "signaling" => assert_time(case, &value, "expires_at", "expired_ts"),
            _ => {
                assert_time(case, &value, "issued_at", "unix_ts");
                assert_time(case, &value, "expires_at", "expired_ts");
            }
        }
        let text = tokenmint(["inspect", token]).run();
        assert_eq!(text.code, 0, "{id}");
        for label in ["app id", "signature"] {
            assert!(text.stdout.contains(label), "{id}: {label}");
        }
    }
}

fn assert_time(case: Case<'_>, value: &Value, field: &str, input: &str) {
    let expected = case.get("inputs").number(input);
    assert_eq!(
        value["fields"][field]["unix"], expected,
        "{}: {field}",
        case.id
    );
}

fn is_explained_007(case: Case<'_>, value: &Value) {
    let id = case.id;
    let inputs = case.get("inputs");
    assert_time(case, value, "issued_at", "issue_ts");
    assert_eq!(value["fields"]["salt"], inputs.number("salt"), "{id}");
    assert_eq!(value["signature_check"]["outcome"], "holds", "{id}");
    // Stable, as the wire is.
    let mut expected = case.items("services");
    expected.sort_by_key(|service| service.number("service_type"));
    let services = value["services"].as_array().expect(id);
    assert_eq!(services.len(), expected.len(), "{id}");
    for (service, expected) in services.iter().zip(expected) {
        for (name, value) in expected.value.as_object().expect(id) {
            match name.as_str() {
                "service_type" => assert_eq!(&service["type"], value, "{id}"),
                "privileges" => {
                    let mut pairs = value.as_array().expect(id).clone();
                    pairs.sort_by_key(|pair| pair[0].as_u64());
                    let shown: Vec<_> = service["privileges"]
                        .as_array()
                        .expect(id)
                        .iter()
                        .map(|p| Value::from(vec![p["number"].clone(), p["expire_in"].clone()]))
                        .collect();
                    assert_eq!(shown, pairs, "{id}");
                }
                "permissions" => {
                    let count = value.as_array().expect(id).len();
                    assert_eq!(service["permissions"].as_array().map(Vec::len), Some(count));
                }
                other => assert_eq!(&service[other], value, "{id}: {other}"),
            }
        }
    }
}

fn is_explained_006(case: Case<'_>, value: &Value) {
    assert_time(case, value, "expires_at", "ts");
    let expected = case.get("effective").items("privileges");
    let services = value["services"].as_array().expect(case.id);
    assert_eq!(services.len(), 1, "{}", case.id);
    let shown = services[0]["privileges"].as_array().expect(case.id);
    assert_eq!(shown.len(), expected.len(), "{}", case.id);
    for (shown, expected) in shown.iter().zip(expected) {
        assert_eq!(shown["number"], expected.value[0], "{}", case.id);
        let end = match expected.value[1].as_u64() {
            Some(0) => &Value::Null,
            _ => &expected.value[1],
        };
        let unix = shown["expires_at"].get("unix").unwrap_or(&Value::Null);
        assert_eq!(unix, end, "{}", case.id);
    }
}

#[test]
fn times_are_readable() {
    let ran = words("agora rtc --channel c --uid 7 --issued-at 1700000000 -q").run();
    let token = ran.line();
    for (now, issued, ends) in [
        ("2023-11-14T22:14:20Z", "(60 s ago)", "(in 59 min)"),
        ("1700259200", "(3 days ago)", "(2 days ago)"),
    ] {
        let ran = tokenmint(["inspect", token, "--now", now]).run();
        let line = |label: &str| ran.stdout.lines().find(|l| l.contains(label)).unwrap();
        assert!(
            line("issued at").contains("2023-11-14T22:13:20Z"),
            "{ran:?}"
        );
        assert!(line("issued at").contains(issued), "{ran:?}");
        assert!(line("ends at").contains("2023-11-14T23:13:20Z"), "{ran:?}");
        assert!(line("ends at").contains(ends), "{ran:?}");
    }
}

#[test]
fn likely_mistakes_are_named() {
    for (line, warning) in [
        (
            "agora rtc --channel c --uid 7 --lenient --expire 1700000000s",
            "lifetime-looks-absolute",
        ),
        (
            "agora rtc --channel c --uid 7 --privilege-expire 2h",
            "privilege-outlives-token",
        ),
        ("agora rtc --channel c --uid 0", "any-user"),
        ("agora rtc --channel c --account 0", "account-is-text-zero"),
        ("agora rtc --channel= --uid 7 --lenient", "empty-channel"),
        (
            "agora rtc --channel c --uid 7 --privilege-expire 0",
            "privilege-without-limit",
        ),
        (
            "agora rtc --channel c --uid 7 --issued-at 4000000000",
            "issued-in-future",
        ),
        (
            "agora rtc --channel c --uid 7 --issued-at 1000000000",
            "expired",
        ),
        (
            "agora compose --service rtc,channel=c,uid=7",
            "no-privileges",
        ),
        ("agora legacy 001 --channel c", "obsolete-format"),
    ] {
        let ran = words(line).arg("-q").run();
        let text = words("inspect -").stdin(ran.line()).run();
        assert!(
            text.stdout.contains(&format!("[{warning}]")),
            "{line}: {text:?}"
        );
        let json = words("inspect - --json").stdin(ran.line()).run().json();
        let found = json["warnings"].as_array().unwrap().iter();
        let found = found.clone().find(|w| w["name"] == warning);
        let message = found.expect(warning)["message"].as_str().unwrap();
        assert!(!message.is_empty(), "{line}");
    }
}

#[test]
fn the_signature_is_checked_with_a_certificate_at_hand() {
    let token = words("agora rtc --channel c --uid 7 -q")
        .project(crate::run::OTHER_ID, OTHER_CERTIFICATE)
        .run();
    for (certificate, outcome) in [
        (Some(OTHER_CERTIFICATE), "holds"),
        (Some(crate::run::CERTIFICATE), "fails"),
        (None, "not-asked"),
    ] {
        let mut run = words("inspect - --json").stdin(token.line());
        if let Some(certificate) = certificate {
            run = run.env("AGORA_APP_CERTIFICATE", certificate);
        }
        let ran = run.run();
        assert_eq!(ran.code, 0);
        assert_eq!(ran.json()["signature_check"]["outcome"], outcome);
    }
}

#[test]
fn names_cannot_reach_the_terminal() {
    let ran = tokenmint(["agora", "rtc", "--lenient", "--uid=7", "-q"])
        .arg("--channel=\u{1b}[31mred\u{202e}\n\u{7}")
        .run();
    let text = words("inspect -").stdin(ran.line()).run();
    assert!(
        text.stdout.contains(r"\u{1b}[31mred\u{202e}\n\u{7}"),
        "{text:?}"
    );
    assert!(
        !text.stdout.contains(['\u{1b}', '\u{202e}', '\u{7}']),
        "{text:?}"
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    for (token, reason) in [
        ("", "empty"),
        ("hello", "something else than a token"),
        ("eJxTYDhu", "something else than a token"),
        ("0071234", "compressed"),
        ("007AAAA", "compressed"),
        ("006abc", "too early"),
        ("005AAAA", "too early"),
        ("004xyz", "dynamic key"),
        ("1:abc", "signaling"),
        ("007eJxT YDhu", "bad base64"),
    ] {
        let ran = tokenmint(["inspect", token]).run();
        assert_eq!(ran.code, 3, "{token}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{token}: {ran:?}");
        let json = tokenmint(["inspect", token, "--json"]).run();
        assert_eq!(json.json()["error"]["name"], "unreadable-token", "{token}");
        assert_eq!(json.json()["error"]["exit_code"], 3, "{token}");
        assert_eq!(tokenmint(["verify", token]).run().code, 3, "{token}");
    }
    assert_eq!(words("inspect -").stdin([0xff, 0xfe]).run().code, 3);
}
