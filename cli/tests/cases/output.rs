//! What goes where: the token, its explanation, notes, JSON.

use crate::run::{APP_ID, CERTIFICATE, OTHER_CERTIFICATE, OTHER_ID, Scratch, tokenmint, words};

#[test]
fn the_first_command_works_without_credentials_and_says_so() {
    let ran = words("agora rtc --channel demo --uid 7").run();
    assert!(ran.line().starts_with("007"));
    assert!(ran.stderr.contains("public sample app id"), "{ran:?}");
    assert!(ran.stderr.contains(APP_ID), "{ran:?}");
    for shown in ["\"demo\"", "\"7\"", "join channel", "publish data"] {
        assert!(ran.stderr.contains(shown), "{shown}: {ran:?}");
    }
    // A second may begin between the two.
    let ends = ["(in 60 min)", "(in 59 min)"];
    assert!(ends.iter().any(|end| ran.stderr.contains(end)), "{ran:?}");
    assert!(!ran.stderr.contains(CERTIFICATE), "{ran:?}");
}

#[test]
fn quiet_leaves_the_token_and_the_note_about_the_sample() {
    let ran = words("agora rtc --channel demo --uid 7 -q").run();
    assert!(ran.line().starts_with("007"));
    assert!(ran.stderr.contains("sample"), "{ran:?}");
    assert_eq!(ran.stderr.trim_end().lines().count(), 1, "{ran:?}");
    let ran = words("agora rtc --channel demo --uid 7 -q")
        .project(OTHER_ID, OTHER_CERTIFICATE)
        .run();
    assert!(ran.stderr.is_empty(), "{ran:?}");
}

#[test]
fn json_has_the_token_and_its_content() {
    let line = "agora rtc --channel demo --uid 7 --issued-at 1700000000 --salt 5 --json";
    let ran = words(line).run();
    let value = ran.json();
    assert_eq!(value["sample_credentials"], true);
    assert_eq!(value["function"], "RtcTokenBuilder2.build_token_with_uid");
    assert!(value["token"].as_str().unwrap().starts_with("007"));
    assert_eq!(value["format"], "agora-007");
    assert_eq!(value["fields"]["app_id"], APP_ID);
    assert_eq!(value["fields"]["issued_at"]["unix"], 1_700_000_000);
    assert_eq!(value["fields"]["issued_at"]["utc"], "2023-11-14T22:13:20Z");
    assert_eq!(value["fields"]["expire_in"], 3600);
    assert_eq!(value["fields"]["salt"], 5);
    assert_eq!(value["services"][0]["channel"], "demo");
    assert_eq!(value["services"][0]["account"], "7");
    assert_eq!(
        value["services"][0]["privileges"][3]["name"],
        "publish data"
    );
    assert_eq!(value["warnings"][0]["name"], "expired");

    let ran = words(line).project(OTHER_ID, OTHER_CERTIFICATE).run();
    let value = ran.json();
    assert_eq!(value["sample_credentials"], false);
    assert_eq!(value["fields"]["app_id"], OTHER_ID);
    assert!(ran.stderr.is_empty(), "{ran:?}");
}

#[test]
fn the_token_of_json_is_the_token_of_the_line() {
    let line = "agora rtc --channel demo --uid 7 --issued-at 2023-11-14T22:13:20Z --salt 5";
    let plain = words(line).run();
    let json = words(line).arg("--json").run();
    assert_eq!(json.json()["token"], plain.line());
    // The clock and the salt are the only things that change.
    assert_eq!(words(line).run().line(), plain.line());
    let salted = words("agora rtc --channel demo --uid 7 --issued-at 1700000000 -q");
    assert_ne!(salted.run().line(), plain.line());
}

#[test]
fn a_certificate_comes_from_environment_file_or_standard_input() {
    let line = "agora rtc --channel c --uid 7 --issued-at 9 --salt 1 -q --app-id";
    let expected = words(line)
        .arg(OTHER_ID)
        .env("AGORA_APP_CERTIFICATE", OTHER_CERTIFICATE)
        .run();
    let file = Scratch::new("certificate", &format!("  {OTHER_CERTIFICATE}\n"));
    // An option wins over the environment.
    let from_file = words(line)
        .arg(OTHER_ID)
        .arg("--certificate-file")
        .arg(file.path())
        .env("AGORA_APP_CERTIFICATE", CERTIFICATE)
        .run();
    let from_stdin = words(line)
        .arg(OTHER_ID)
        .arg("--certificate-stdin")
        .stdin(format!("{OTHER_CERTIFICATE}\r\n"))
        .run();
    assert_eq!(from_file.line(), expected.line());
    assert_eq!(from_stdin.line(), expected.line());
}

#[test]
fn every_compression_carries_the_same_content() {
    let mut texts = Vec::new();
    for compression in ["exact", "fixed", "stored"] {
        let ran = words("agora rtc --channel aaaaaaaaaa --uid 7 --issued-at 9 --salt 1 -q")
            .arg(&format!("--compression={compression}"))
            .run();
        let inspected = words("inspect - --json --now 9").stdin(ran.line()).run();
        texts.push((ran.line().len(), inspected.stdout));
    }
    assert_eq!(texts[0].1, texts[1].1);
    assert_eq!(texts[0].1, texts[2].1);
    assert!(texts[2].0 > texts[0].0);
}

#[test]
fn deadlines_of_006_are_converted_and_it_is_said() {
    let ran = words("agora rtc006 --channel c --uid 7 --issued-at 1700000000")
        .arg("--privilege-expire=30m")
        .run();
    assert!(ran.line().starts_with("006"));
    assert!(ran.stderr.contains("absolute deadlines"), "{ran:?}");
    assert!(ran.stderr.contains("1700001800"), "{ran:?}");
    let relative = words("agora rtc006 --channel c --uid 7 --issued-at 1700000000 -q")
        .arg("--privilege-expire=30m")
        .arg("--salt=1")
        .run();
    let absolute = words("agora rtc006 --channel c --uid 7 --issued-at 1700000000 -q")
        .arg("--privilege-expire-at=2023-11-14T22:43:20Z")
        .arg("--salt=1")
        .run();
    assert_eq!(relative.line(), absolute.line());
    // 600 is a lifetime, which 006 does not have.
    let ran = words("agora rtc006 --channel c --uid 7 --privilege-expire-at 600 --lenient").run();
    assert!(ran.stderr.contains("deadline-looks-relative"), "{ran:?}");
}

#[test]
fn the_conversational_ai_token_has_its_sdk_defaults() {
    let line = "agora convoai-token --channel c --account a --json";
    let value = words(line).run().json();
    assert_eq!(value["function"], "generate_convo_ai_token");
    assert_eq!(value["fields"]["expire_in"], 86_400);
    assert_eq!(value["services"][0]["privileges"][0]["expire_in"], 86_400);
    assert_eq!(value["services"][1]["name"], "RTM");
    assert_eq!(value["services"][1]["user_id"], "a");
}

#[test]
fn media_services_grant_what_is_asked() {
    for (line, service, numbers) in [
        (
            "agora streaming --channel c --uid 7",
            "Streaming",
            vec![1, 2],
        ),
        (
            "agora streaming --channel c --uid 7 --grant publish-raw-stream",
            "Streaming",
            vec![2],
        ),
        ("agora fcdn --channel c --account a", "FCDN", vec![1, 2]),
        (
            "agora fcdn --channel c --account a --grant play",
            "FCDN",
            vec![2],
        ),
    ] {
        let value = words(line).arg("--json").run().json();
        let granted = value["services"][0]["privileges"].as_array().unwrap();
        let granted: Vec<_> = granted
            .iter()
            .map(|p| p["number"].as_u64().unwrap())
            .collect();
        assert_eq!(value["services"][0]["name"], service, "{line}");
        assert_eq!(granted, numbers, "{line}");
    }
}

#[test]
fn header_values() {
    // RFC 7617, section 2.
    let ran = words("agora header basic --customer-id Aladdin --json")
        .env("AGORA_CUSTOMER_SECRET", "open sesame")
        .run();
    let value = ran.json();
    assert_eq!(value["authorization"], "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    let ran = words("agora header basic --customer-id Aladdin").run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("AGORA_CUSTOMER_SECRET"), "{ran:?}");
}

#[test]
fn completions_of_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = tokenmint(["completions", shell]).run();
        assert_eq!(ran.code, 0, "{shell}");
        assert!(ran.stdout.contains("education-room-user"), "{shell}");
    }
    assert_eq!(words("completions tcsh").run().code, 2);
}

#[test]
fn help_has_the_exit_codes() {
    for line in ["--help", "verify --help", "verify -h"] {
        let ran = words(line).run();
        assert_eq!(ran.code, 0, "{line}");
        for code in [0, 1, 2, 3, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20] {
            assert!(
                ran.stdout.contains(&format!("\n  {code:2}  ")),
                "{line}: {code}"
            );
        }
    }
}
