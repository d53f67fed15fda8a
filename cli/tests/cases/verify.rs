//! What holds and what does not: every answer and every exit code.

use crate::run::{APP_ID, CERTIFICATE, OTHER_CERTIFICATE, OTHER_ID, Ran, Run, tokenmint, words};

const NOW: u32 = 1_700_000_000;

fn mint(arguments: &str) -> String {
    let line = format!("agora {arguments} --issued-at {NOW} -q");
    let ran = words(&line).project(OTHER_ID, OTHER_CERTIFICATE).run();
    ran.line().to_owned()
}

fn verify(token: &str, arguments: &str) -> Run {
    let mut run = tokenmint(["verify", token]);
    for word in arguments.split_whitespace() {
        run = run.arg(word);
    }
    run
}

fn with_project(token: &str, arguments: &str) -> Ran {
    verify(token, arguments)
        .project(OTHER_ID, OTHER_CERTIFICATE)
        .run()
}

/// The line of an answer.
fn answer<'a>(ran: &'a Ran, name: &str) -> &'a str {
    let wanted = format!("  {name}: ");
    let line = ran.stdout.lines().find(|line| line.contains(&wanted));
    line.unwrap_or_else(|| panic!("no answer {name}: {ran:?}"))
}

#[test]
fn every_exit_code_of_007() {
    let token = mint("rtc --channel lobby --account alice --expire 2h --privilege-expire 1h");
    let listener = mint("rtc --channel lobby --account alice --role subscriber");
    let good = "--channel lobby --account alice --role publisher --privilege rtc:join";
    for (token, arguments, code, failing) in [
        (&token, format!("{good} --now {NOW}"), 0, ""),
        (&token, format!("{good} --now {}", NOW - 1), 12, "time"),
        (&token, format!("{good} --now {}", NOW + 7200), 13, "time"),
        (
            &token,
            format!("--channel hall --account alice --now {NOW}"),
            14,
            "channel",
        ),
        (
            &token,
            format!("--channel lobby --account bob --now {NOW}"),
            15,
            "user",
        ),
        (
            &token,
            format!("--channel lobby --uid 7 --now {NOW}"),
            15,
            "user",
        ),
        (&listener, format!("{good} --now {NOW}"), 16, "role"),
        (
            &token,
            format!("--privilege rtm:login --now {NOW}"),
            16,
            "privilege",
        ),
        (
            &token,
            format!("--privilege 1:9 --now {NOW}"),
            16,
            "privilege",
        ),
        (
            &token,
            format!("--role publisher --now {}", NOW + 3600),
            17,
            "role",
        ),
        (
            &token,
            format!("--privilege rtc:publish-data --now {}", NOW + 3600),
            17,
            "privilege",
        ),
    ] {
        let ran = with_project(token, &arguments);
        assert_eq!(ran.code, code, "{arguments}: {ran:?}");
        assert!(answer(&ran, "signature").starts_with("ok"), "{ran:?}");
        assert!(answer(&ran, "app id").starts_with("ok"), "{ran:?}");
        if !failing.is_empty() {
            assert!(
                answer(&ran, failing).starts_with("FAILS"),
                "{arguments}: {ran:?}"
            );
        }
    }
    // The last second, and the first after it.
    assert_eq!(
        with_project(&token, &format!("--now {}", NOW + 7199)).code,
        0
    );
    assert_eq!(
        with_project(&listener, &format!("--role subscriber --now {NOW}")).code,
        0
    );
}

#[test]
fn certificate_and_app_id() {
    let token = mint("rtc --channel lobby --uid 7");
    let now = format!("--now {NOW}");
    let run = || verify(&token, &now);

    let ran = run().project(OTHER_ID, CERTIFICATE).run();
    assert_eq!(ran.code, 10, "{ran:?}");
    assert!(
        answer(&ran, "signature").contains("wrong certificate"),
        "{ran:?}"
    );

    // The right digits in the wrong case: 007 signs with the text.
    let ran = run()
        .project(OTHER_ID, "5cfd2fd1755d40ecb72977518be15d3b")
        .run();
    assert_eq!(ran.code, 10, "{ran:?}");
    let token_of_lower = words(&format!(
        "agora rtc --channel c --uid 7 --issued-at {NOW} -q"
    ))
    .project(OTHER_ID, "5cfd2fd1755d40ecb72977518be15d3b")
    .run();
    let ran = verify(token_of_lower.line(), &now)
        .project(OTHER_ID, "5CFD2FD1755D40ECB72977518BE15D3B")
        .run();
    assert_eq!(ran.code, 10, "{ran:?}");
    assert!(answer(&ran, "signature").contains("letter case"), "{ran:?}");

    let ran = run().project(APP_ID, OTHER_CERTIFICATE).run();
    assert_eq!(ran.code, 11, "{ran:?}");
    assert!(answer(&ran, "signature").starts_with("ok"), "{ran:?}");
    let ran = run()
        .project(&OTHER_ID.to_lowercase(), OTHER_CERTIFICATE)
        .run();
    assert_eq!(ran.code, 11, "{ran:?}");
    assert!(answer(&ran, "app id").contains("letter case"), "{ran:?}");
    let ran = run().project("abc", OTHER_CERTIFICATE).run();
    assert_eq!(ran.code, 11, "{ran:?}");
    assert!(
        answer(&ran, "app id").contains("it has 3 characters"),
        "{ran:?}"
    );

    // Both wrong: the signature decides, and says what is likely.
    let ran = run().project(APP_ID, CERTIFICATE).run();
    assert_eq!(ran.code, 10, "{ran:?}");
    assert!(
        answer(&ran, "signature").contains("another project"),
        "{ran:?}"
    );
    assert!(answer(&ran, "app id").starts_with("FAILS"), "{ran:?}");

    for certificate in [
        "xyz12",
        "5CFd2fd1755d40ecb72977518be15d3",
        "zCFd2fd1755d40ecb72977518be15d3b",
    ] {
        let ran = run().project(OTHER_ID, certificate).run();
        assert_eq!(ran.code, 18, "{ran:?}");
        assert!(
            answer(&ran, "certificate").contains("is not valid"),
            "{ran:?}"
        );
        assert!(!ran.stdout.contains(certificate), "{ran:?}");
    }

    let ran = run().env("AGORA_APP_ID", OTHER_ID).run();
    assert_eq!(ran.code, 20, "{ran:?}");
    assert!(
        answer(&ran, "signature").contains("no certificate"),
        "{ran:?}"
    );
}

#[test]
fn a_changed_token_fails() {
    let token = mint("rtc --channel lobby --uid 7 --compression stored");
    let mut changed = 0;
    for at in 60..token.len() {
        let mut text = token.clone().into_bytes();
        text[at] = if text[at] == b'A' { b'B' } else { b'A' };
        let text = String::from_utf8(text).unwrap();
        let ran = with_project(&text, &format!("--now {NOW} --json"));
        // A lost end may be put back, and said: that is the token again.
        let is_end = token.len() - at <= 8;
        let mended = ran.code == 0 && ran.json()["recovered_token"] == token;
        assert!(
            [3, 10].contains(&ran.code) || (mended && is_end),
            "{at}: {ran:?}"
        );
        changed += 1;
    }
    assert!(changed > 100);
}

#[test]
fn the_public_sample_is_checked_without_credentials() {
    let ran = words("agora rtc --channel demo --uid 7 -q").run();
    let checked = words("verify - --channel demo --uid 7")
        .stdin(&ran.stdout)
        .run();
    assert_eq!(checked.code, 0, "{checked:?}");
    assert!(answer(&checked, "signature").contains("public sample"));
}

#[test]
fn a_token_for_any_user_is_for_every_user() {
    for builder in ["rtc", "rtc006"] {
        let token = mint(&format!("{builder} --channel lobby --uid 0"));
        for user in ["--uid 7", "--account bob", "--uid 0"] {
            let ran = with_project(&token, &format!("--channel lobby {user} --now {NOW}"));
            assert_eq!(ran.code, 0, "{builder} {user}: {ran:?}");
        }
    }
    let token = mint("rtc --channel lobby --account 0");
    let ran = with_project(&token, &format!("--uid 0 --now {NOW}"));
    assert_eq!(ran.code, 15, "{ran:?}");
}

#[test]
fn a_near_miss_is_pointed_out() {
    let token = mint("rtc --channel Lobby --account alice");
    let ran = with_project(&token, &format!("--channel lobby --now {NOW}"));
    assert_eq!(ran.code, 14);
    assert!(answer(&ran, "channel").contains("letter case"), "{ran:?}");
    let ran = with_project(&token, &format!("--channel hall --now {NOW}"));
    assert!(!answer(&ran, "channel").contains("letter case"), "{ran:?}");
}

#[test]
fn codes_of_006() {
    let token = mint("rtc006 --channel lobby --account alice --privilege-expire 1h");
    let listener = mint("rtc006 --channel lobby --account alice --role subscriber");
    let rtm = mint("rtm006 --account alice");
    let known = "--channel lobby --account alice";
    for (token, arguments, code) in [
        (&token, format!("{known} --role publisher --now {NOW}"), 0),
        (&token, format!("--now {NOW}"), 20),
        (&token, format!("--channel lobby --now {NOW}"), 20),
        (&token, format!("{known} --now {}", NOW + 86_400), 13),
        (
            &token,
            format!("--channel hall --account alice --now {NOW}"),
            14,
        ),
        (
            &token,
            format!("--channel lobby --account bob --now {NOW}"),
            15,
        ),
        (
            &listener,
            format!("{known} --role publisher --now {NOW}"),
            16,
        ),
        (
            &listener,
            format!("{known} --role subscriber --now {NOW}"),
            0,
        ),
        (
            &token,
            format!("{known} --privilege rtm:login --now {NOW}"),
            16,
        ),
        (
            &token,
            format!("{known} --role subscriber --now {}", NOW + 3600),
            17,
        ),
        (
            &rtm,
            format!("--account alice --privilege rtm:login --now {NOW}"),
            0,
        ),
        (&rtm, format!("--account bob --now {NOW}"), 15),
        (&rtm, format!("--now {NOW}"), 20),
    ] {
        let ran = with_project(token, &arguments);
        assert_eq!(ran.code, code, "{arguments}: {ran:?}");
    }
    let ran = with_project(&token, &format!("--now {NOW}"));
    assert!(answer(&ran, "signature").contains("--channel"), "{ran:?}");
    let run = |app_id, certificate| {
        verify(&token, &format!("{known} --now {NOW}"))
            .project(app_id, certificate)
            .run()
            .code
    };
    assert_eq!(run(OTHER_ID, CERTIFICATE), 10);
    assert_eq!(run(APP_ID, OTHER_CERTIFICATE), 11);
    assert_eq!(run(OTHER_ID, "abc"), 18);
}

#[test]
fn json_has_every_answer() {
    let token = mint("rtc --channel lobby --uid 7");
    let ran = with_project(
        &token,
        &format!("--channel hall --uid 7 --now {NOW} --json"),
    );
    let value = ran.json();
    assert_eq!(ran.code, 14);
    assert_eq!(value["exit_code"], 14);
    assert_eq!(value["holds"], false);
    let answers = value["answers"].as_array().unwrap();
    let names: Vec<_> = answers
        .iter()
        .map(|a| a["name"].as_str().unwrap())
        .collect();
    let all = [
        "signature",
        "app id",
        "time",
        "channel",
        "user",
        "privilege",
    ];
    assert_eq!(names, all);
    let outcomes: Vec<_> = answers
        .iter()
        .map(|a| a["outcome"].as_str().unwrap())
        .collect();
    let all = ["holds", "holds", "holds", "fails", "holds", "holds"];
    assert_eq!(outcomes, all);
    // What `inspect --json` has is there, too.
    assert_eq!(value["format"], "agora-007");
    assert_eq!(value["services"][0]["channel"], "lobby");
    assert!(value["warnings"].is_array() && value["fields"]["app_id"].is_string());
    let ran = with_project(&token, &format!("--now {NOW} --json"));
    assert_eq!(ran.json()["holds"], true);
    assert_eq!(ran.json()["exit_code"], 0);
}

#[test]
fn a_classroom_is_joined_by_its_room() {
    let token = mint("education-room-user --room-uuid class7 --user-uuid u1 --role 2");
    for (arguments, code) in [
        ("--room class7 --account u1", 0),
        ("--room class8 --account u1", 14),
        ("--room class7 --account u2", 15),
        (
            "--room class7 --account u1 --privilege education:room-user",
            0,
        ),
        ("--room class7 --account u1 --role publisher", 16),
    ] {
        let ran = with_project(&token, &format!("{arguments} --now {NOW}"));
        assert_eq!(ran.code, code, "{arguments}: {ran:?}");
    }
}

#[test]
fn one_use_is_one_service() {
    let two = mint("compose --service rtc,channel=room,uid=7,join-channel --service chat,app");
    let mixed = mint("rtc-rtm2 --channel room --uid 7 --rtm-user-id alice");
    let rtm_006 = mint("rtm006 --user-id alice");
    for (token, arguments, code) in [
        (&two, "--channel room --uid 7", 0),
        (&two, "--channel room --uid 8", 15),
        (&mixed, "--channel room --uid 7 --role publisher", 0),
        (
            &mixed,
            "--channel room --account alice --role publisher",
            15,
        ),
        (&mixed, "--account alice --privilege rtm:login", 0),
        (&mixed, "--uid 7 --privilege rtm:login", 15),
        // Without a channel and a privilege, every service has to be for the user.
        (&mixed, "--uid 7", 15),
        (&rtm_006, "--account alice --privilege rtm:login", 0),
        (&rtm_006, "--account alice --channel room", 14),
    ] {
        let ran = with_project(token, &format!("{arguments} --now {NOW}"));
        assert_eq!(ran.code, code, "{arguments}: {ran:?}");
    }
    let ran = with_project(&mixed, &format!("--uid 7 --now {NOW}"));
    let user = answer(&ran, "user");
    assert!(
        user.contains("\"7\" (RTC)") && user.contains("\"alice\" (RTM)"),
        "{ran:?}"
    );
}

#[test]
fn the_version_has_to_be_accepted() {
    let token = mint("rtc --channel room --uid 7");
    for (accepts, code) in [("007", 0), ("006", 24), ("04", 24)] {
        let ran = with_project(&token, &format!("--accepts {accepts} --now {NOW}"));
        assert_eq!(ran.code, code, "{ran:?}");
    }
}
