//! Bad input: a clear reason and exit code 2, and no secret anywhere.

use crate::run::{APP_ID, CERTIFICATE, OTHER_CERTIFICATE, OTHER_ID, Scratch, words};

#[test]
fn bad_values_are_named() {
    let long = "c".repeat(65);
    for (arguments, reason) in [
        ("--channel c --uid 7 --expire 0", "token lifetime"),
        ("--channel c --uid 7 --expire 86401", "1 to 86400"),
        ("--channel c --uid 7 --expire 25h", "--lenient"),
        ("--channel c --uid 7 --expire soon", "--expire"),
        ("--channel c --uid 7 --expire -5", "-5"),
        ("--channel c --uid 7 --expire 4294967296", "--expire"),
        (
            "--channel c --uid 7 --privilege-expire 2d",
            "privilege lifetime",
        ),
        ("--channel c --uid 7 --role guest", "--role"),
        ("--channel c --uid 7 --role 3", "--role"),
        ("--channel c --uid 7 --role 101", "roles of 006"),
        (
            "--channel c --uid 7 --role subscriber --audio-expire 60",
            "only a publisher",
        ),
        ("--channel c --uid 7 --account a", "cannot be used with"),
        ("--channel c", "--uid"),
        ("--uid 7", "--channel"),
        ("--channel c --uid -1", "--uid"),
        ("--channel c --uid 4294967296", "--uid"),
        ("--channel c --uid 1.5", "--uid"),
        ("--channel c --uid alice", "--uid"),
        ("--channel= --uid 7", "channel is empty"),
        ("--channel c --account=", "account is empty"),
        ("--channel a/b --uid 7", "not allowed at byte 1"),
        ("--channel c --uid 7 --issued-at 0", "issue time"),
        ("--channel c --uid 7 --issued-at yesterday", "--issued-at"),
        ("--channel c --uid 7 --salt -1", "-1"),
        ("--channel c --uid 7 --compression best", "--compression"),
        (
            "--channel c --uid 7 --app-id=abc --certificate-stdin",
            "app id is not valid",
        ),
        (&format!("--channel {long} --uid 7"), "65 bytes, at most 64"),
    ] {
        let line = format!("agora rtc {arguments}");
        let ran = words(&line).stdin(CERTIFICATE).run();
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        assert!(ran.stdout.is_empty(), "{line}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{line}: {ran:?}");
        let ran = words(&line).arg("--json").stdin(CERTIFICATE).run();
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        let error = &ran.json()["error"];
        assert_eq!(error["exit_code"], 2, "{line}");
        assert!(
            error["message"].as_str().unwrap().contains(reason),
            "{line}: {ran:?}"
        );
    }
}

#[test]
fn lenient_lifts_the_documented_limits_only() {
    let long = "c".repeat(65);
    let ran = words(&format!(
        "agora rtc --lenient -q --channel {long} --uid 7 --expire 0"
    ))
    .run();
    assert!(ran.line().starts_with("007"));
    let longer = "c".repeat(65_536);
    let ran = words(&format!("agora rtc --lenient --channel {longer} --uid 7")).run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("at most 65535"), "{}", ran.stderr);
}

#[test]
fn half_of_the_credentials_is_an_error_that_names_the_other() {
    let line = "agora rtc --channel c --uid 7";
    let ran = words(line).env("AGORA_APP_ID", OTHER_ID).run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("AGORA_APP_CERTIFICATE"), "{ran:?}");
    let ran = words(line).arg("--app-id").arg(OTHER_ID).run();
    assert_eq!(ran.code, 2);
    let ran = words(line)
        .env("AGORA_APP_CERTIFICATE", OTHER_CERTIFICATE)
        .run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("AGORA_APP_ID"), "{ran:?}");
}

#[test]
fn malformed_credentials_are_refused_and_not_shown() {
    for (app_id, certificate, reason) in [
        (
            "970CA35de60c44645bbae8a215061b3",
            CERTIFICATE,
            "app id is not valid",
        ),
        (
            "970CA35de60c44645bbae8a215061b3g",
            CERTIFICATE,
            "app id is not valid",
        ),
        (
            APP_ID,
            "5CFd2fd1755d40ecb72977518be15d3",
            "certificate is not valid",
        ),
        (
            APP_ID,
            "5CFd2fd1755d40ecb72977518be15d3g",
            "certificate is not valid",
        ),
        (
            APP_ID,
            "\"5CFd2fd1755d40ecb72977518be15d3b\"",
            "certificate is not valid",
        ),
    ] {
        let ran = words("agora rtc --channel c --uid 7")
            .project(app_id, certificate)
            .run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains(reason), "{ran:?}");
        assert!(!ran.stderr.contains("5CFd2fd1755d"), "{ran:?}");
    }
}

#[test]
fn a_certificate_is_no_argument() {
    for option in [
        "--certificate",
        "--app-certificate",
        "--app_certificate",
        "--cert",
        "--certificate-stdin",
    ] {
        for joined in [true, false] {
            let mut run = words("agora rtc --channel c --uid 7");
            run = if joined {
                run.arg(&format!("{option}={CERTIFICATE}"))
            } else {
                run.arg(option).arg(CERTIFICATE)
            };
            let ran = run.run();
            assert_eq!(ran.code, 2, "{option}: {ran:?}");
            assert!(!ran.stdout.contains(CERTIFICATE), "{option}: {ran:?}");
        }
    }
    let ran = words("agora rtc --channel c --uid 7 --app-certificate")
        .arg(CERTIFICATE)
        .run();
    assert!(ran.stderr.contains("--certificate-file"), "{ran:?}");
    assert!(ran.stderr.contains("never taken as arguments"), "{ran:?}");
    assert!(!ran.stderr.contains(CERTIFICATE), "{ran:?}");
    // The certificate where its file's name belongs.
    let ran = words("agora rtc --channel c --uid 7 --certificate-file")
        .arg(CERTIFICATE)
        .run();
    assert_eq!(ran.code, 2);
    assert!(!ran.stderr.contains(CERTIFICATE), "{ran:?}");
}

#[test]
fn no_help_mentions_an_option_that_takes_a_certificate() {
    for command in [
        "agora rtc",
        "agora rtc006",
        "agora compose",
        "inspect",
        "verify",
    ] {
        let ran = words(&format!("{command} --help"))
            .project(OTHER_ID, OTHER_CERTIFICATE)
            .run();
        let options = ran
            .stdout
            .split_whitespace()
            .filter(|w| w.starts_with("--cert"));
        let options: Vec<_> = options.collect();
        assert_eq!(
            options,
            ["--certificate-file", "--certificate-stdin"],
            "{command}"
        );
        assert!(!ran.stdout.contains(OTHER_CERTIFICATE), "{command}");
        assert!(!ran.stdout.contains(OTHER_ID), "{command}");
    }
}

#[test]
fn secrets_that_cannot_be_read() {
    let empty = Scratch::new("empty", " \n");
    let line = format!("agora rtc --channel c --uid 7 --app-id {OTHER_ID}");
    let ran = words(&line)
        .arg("--certificate-file")
        .arg(empty.path())
        .run();
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("no secret in it"), "{ran:?}");
    let ran = words(&line).arg("--certificate-stdin").run();
    assert_eq!(ran.code, 2);
    let ran = words(&line)
        .arg("--certificate-stdin")
        .stdin([0xff; 32])
        .run();
    assert_eq!(ran.code, 2, "{ran:?}");
    let ran = words("verify - --certificate-stdin").stdin("007").run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(
        ran.stderr.contains("both the token and the certificate"),
        "{ran:?}"
    );
}

#[test]
fn builders_that_take_text_refuse_uid_zero() {
    for builder in ["rtc-rtm", "rtc-rtm2", "convoai", "stt", "convoai-token"] {
        let ran = words(&format!("agora {builder} --channel c --uid 0")).run();
        assert_eq!(ran.code, 2, "{builder}: {ran:?}");
        let ran = words(&format!("agora {builder} --channel c --uid 7 -q")).run();
        assert!(ran.line().starts_with("007"), "{builder}");
    }
    for permission in ["users", "users:read", "things:read:a", "users:own:a"] {
        let line = format!("agora rtm-permissions --account a --permission {permission}");
        assert_eq!(words(&line).run().code, 2, "{permission}");
    }
}
