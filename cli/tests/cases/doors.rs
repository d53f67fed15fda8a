//! Credentials and words as they come in: what is odd about them is named, and
//! no character of a secret is shown.

use std::collections::BTreeSet;

use crate::online::has_command_of;
use crate::run::{APP_ID, CERTIFICATE, OTHER_CERTIFICATE, OTHER_ID, Run, Scratch, words};

const SECRET: &str = "fa94dd0f974cf2e293728a526b028271";

/// Names and values of variables.
type Variables = &'static [(&'static str, &'static str)];

/// A command that asks for each variable, and what it needs before.
const READERS: &[(&str, &str, Variables)] = &[
    ("AGORA_APP_ID", "agora rtc --channel c --uid 7", &[]),
    (
        "AGORA_APP_CERTIFICATE",
        "agora rtc --channel c --uid 7",
        &[],
    ),
    ("AGORA_APP_ID", "inspect 007", &[]),
    ("AGORA_APP_CERTIFICATE", "verify 007", &[]),
    ("AGORA_CUSTOMER_ID", "agora header basic", &[]),
    (
        "AGORA_CUSTOMER_SECRET",
        "agora header basic --customer-id i",
        &[],
    ),
    ("AGORA_CUSTOMER_ID", "convoai list --area us", PROJECT),
    ("AGORA_CUSTOMER_SECRET", "convoai list --area us", PROJECT),
    ("AGORA_AUTH_TOKEN", "convoai list --area us", PROJECT),
    ("AGORA_AREA", "convoai list", PROJECT),
    (
        "AGORA_AGENTS_API_BASE_URL",
        "convoai list --area us",
        PROJECT,
    ),
    ("ZEGO_APP_ID", "zego token04 --user-id u", &[]),
    (
        "ZEGO_SERVER_SECRET",
        "zego token04 --user-id u --app-id 7",
        &[],
    ),
    ("ATH_URL", "ath discover", &[]),
    (
        "ATH_USER_TOKEN",
        "ath discover --base-url https://x.example",
        &[],
    ),
    (
        "ATH_AGENT_ID",
        "ath status --base-url https://x.example",
        &[],
    ),
    (
        "ATH_CREDENTIALS",
        "ath status --base-url https://x.example --agent-id https://y.example/.well-known/agent.json",
        &[],
    ),
    (
        "ATH_USER",
        "ath status --base-url https://x.example --agent-id https://y.example/.well-known/agent.json",
        &[],
    ),
    ("ATH_KEY_FILE", "ath jwk", &[]),
    ("AUTHING_ACCESS_KEY_ID", "authing sign GET /x", &[]),
    (
        "AUTHING_ACCESS_KEY_SECRET",
        "authing sign GET /x --access-key-id i",
        &[],
    ),
    ("AUTHING_ACCESS_KEY_ID", "authing call list_users", &[]),
    (
        "AUTHING_ACCESS_KEY_SECRET",
        "authing call list_users --access-key-id i",
        &[],
    ),
    ("AUTHING_HOST", "authing call list_users", ACCESS_KEY),
    ("AUTHING_APP_ID", "authing call get_profile", &[]),
    (
        "AUTHING_APP_SECRET",
        "authing call get_profile --app-id i",
        &[],
    ),
    (
        "AUTHING_ACCESS_TOKEN",
        "authing call get_profile --app-id i",
        &[],
    ),
    (
        "AUTHING_APP_HOST",
        "authing call get_profile --app-id i",
        &[],
    ),
    (
        "AUTHING_WEBSOCKET_HOST",
        "authing call get_profile --app-id i",
        &[],
    ),
    (
        "AUTHING_APP_ID",
        "authing verify-token x.y.z",
        &[("AUTHING_APP_HOST", "https://x.example")],
    ),
    (
        "AUTHING_APP_HOST",
        "authing verify-token x.y.z --app-id i",
        &[],
    ),
    (
        "AUTHING_APP_SECRET",
        "authing verify-token x.y.z --hs256 --app-id i --app-host https://x.example",
        &[],
    ),
];

const PROJECT: Variables = &[
    ("AGORA_APP_ID", OTHER_ID),
    ("AGORA_APP_CERTIFICATE", OTHER_CERTIFICATE),
];

const ACCESS_KEY: Variables = &[
    ("AUTHING_ACCESS_KEY_ID", "i"),
    ("AUTHING_ACCESS_KEY_SECRET", "s"),
];

/// Those whose own check says what surrounds them.
const OF_FIXED_FORM: [&str; 4] = [
    "AGORA_APP_ID",
    "AGORA_APP_CERTIFICATE",
    "ZEGO_APP_ID",
    "ZEGO_SERVER_SECRET",
];

/// The readers in this build.
fn readers() -> impl Iterator<Item = &'static (&'static str, &'static str, Variables)> {
    READERS.iter().filter(|(_, line, _)| has_command_of(line))
}

fn reader(line: &str, before: Variables) -> Run {
    let run = words(line);
    before
        .iter()
        .fold(run, |run, (name, value)| run.env(name, value))
}

#[test]
fn a_variable_that_is_set_but_empty_is_an_error_that_names_it() {
    for (name, line, before) in readers() {
        for empty in ["", "\n", "\r\n"] {
            let ran = reader(line, before).env(name, empty).run();
            assert_eq!(ran.code, 2, "{line} with {name}={empty:?}: {ran:?}");
            let told = format!("{name} is set but empty");
            assert!(ran.stderr.contains(&told), "{line}: {ran:?}");
            assert!(!ran.stderr.contains("sample"), "{line}: {ran:?}");
        }
    }
}

#[test]
fn the_table_has_every_variable_that_the_help_names() {
    let helps = ["agora", "convoai", "zego", "ath", "authing", "authing call"]
        .map(|group| words(&format!("{group} --help")).run().stdout)
        .concat();
    let named: BTreeSet<&str> = helps
        .split(|c: char| !c.is_ascii_uppercase() && c != '_')
        .filter(|word| {
            ["AGORA_", "ZEGO_", "ATH_", "AUTHING_"]
                .iter()
                .any(|prefix| word.starts_with(prefix))
        })
        .collect();
    let tested: BTreeSet<&str> = READERS.iter().map(|(name, _, _)| *name).collect();
    assert!(named.len() > 10, "{named:?}");
    assert!(named.is_subset(&tested), "{named:?}");
}

#[test]
fn what_surrounds_a_variable_is_named() {
    for (name, line, before) in readers() {
        if OF_FIXED_FORM.contains(name) {
            continue;
        }
        for (value, told) in [
            (" v", "white space before"),
            ("v ", "white space after"),
            ("\"v\"", "a quote before and a quote after"),
            ("\u{feff}v", "a byte order mark before"),
        ] {
            let ran = reader(line, before).env(name, value).run();
            assert_eq!(ran.code, 2, "{line} with {name}={value:?}: {ran:?}");
            let what = format!("{name} is not valid");
            assert!(
                ran.stderr.contains(&what) && ran.stderr.contains(told),
                "{line} with {name}={value:?}: {ran:?}"
            );
        }
    }
}

#[test]
fn line_ends_behind_a_variable_are_no_part_of_it() {
    for end in ["\n", "\r\n"] {
        let id = format!("{OTHER_ID}{end}");
        let certificate = format!("{OTHER_CERTIFICATE}{end}");
        let line = "agora rtc --channel c --uid 7 --issued-at 1700000000 --salt 1 -q";
        let with = words(line).project(&id, &certificate).run();
        let without = words(line).project(OTHER_ID, OTHER_CERTIFICATE).run();
        assert_eq!(with.line(), without.line());
        let ran = words("zego token04 --user-id u -q")
            .env("ZEGO_APP_ID", &format!("7{end}"))
            .env("ZEGO_SERVER_SECRET", &format!("{SECRET}{end}"))
            .run();
        assert!(ran.line().starts_with("04"), "{ran:?}");
        let ran = words("agora header basic")
            .env("AGORA_CUSTOMER_ID", &format!("Aladdin{end}"))
            .env("AGORA_CUSTOMER_SECRET", &format!("open sesame{end}"))
            .run();
        // RFC 7617, section 2.
        assert_eq!(ran.line(), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }
}

#[test]
fn what_is_wrong_with_a_certificate_is_told_without_showing_it() {
    let half = &CERTIFICATE[..16];
    for (certificate, told) in [
        (
            format!(" {CERTIFICATE}"),
            "33 characters: white space before",
        ),
        (
            format!("{CERTIFICATE}\t"),
            "white space after its 32 characters",
        ),
        (
            format!("\"{CERTIFICATE}\""),
            "a quote before and a quote after",
        ),
        (format!("\u{feff}{CERTIFICATE}"), "a byte order mark before"),
        (
            format!("{half} {}", &CERTIFICATE[16..]),
            "character 17 of 33 is white space",
        ),
        (CERTIFICATE[1..].to_owned(), "it has 31 characters"),
        (format!("{CERTIFICATE}0"), "it has 33 characters"),
        (
            format!("{}g", &CERTIFICATE[1..]),
            "character 32 of 32 is not allowed",
        ),
        (APP_ID.to_owned(), "the app certificate is the app id"),
    ] {
        let ran = words("agora rtc --channel c --uid 7")
            .project(APP_ID, &certificate)
            .run();
        assert_eq!(ran.code, 2, "{certificate:?}: {ran:?}");
        assert!(ran.stderr.contains(told), "{certificate:?}: {ran:?}");
        assert!(!ran.stderr.contains(half), "{certificate:?}: {ran:?}");
        if certificate != APP_ID {
            let ran = words("agora rtc --channel c --uid 7")
                .project(&certificate, OTHER_CERTIFICATE)
                .run();
            assert_eq!(ran.code, 2, "{certificate:?}: {ran:?}");
            assert!(ran.stderr.contains("app id is not valid"), "{ran:?}");
            assert!(ran.stderr.contains(told), "{certificate:?}: {ran:?}");
        }
    }
    let file = Scratch::new("bom-certificate", &format!("\u{feff}{CERTIFICATE}\r\n"));
    let ran = words("agora rtc --channel c --uid 7 --certificate-file")
        .arg(file.path())
        .env("AGORA_APP_ID", APP_ID)
        .run();
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("a byte order mark before"), "{ran:?}");
}

#[test]
fn what_is_wrong_with_credentials_of_zego_is_told() {
    for (id, secret, told) in [
        ("7", format!("{SECRET}{SECRET}"), "as an AppSign has"),
        (
            "7",
            format!("'{SECRET}'"),
            "a quote before and a quote after",
        ),
        (
            "7",
            format!("{} ", &SECRET[1..]),
            "white space after its 31",
        ),
        ("7", SECRET[1..].to_owned(), "it has 31 characters"),
        (
            " 7",
            SECRET.to_owned(),
            "white space before its 1 character;",
        ),
        (
            "\"7\"",
            SECRET.to_owned(),
            "a quote before and a quote after",
        ),
        ("\u{feff}7", SECRET.to_owned(), "a byte order mark before"),
        ("0", SECRET.to_owned(), "out of range"),
        ("4294967296", SECRET.to_owned(), "out of range"),
        ("7x", SECRET.to_owned(), "character 2 of 2 is not allowed"),
        (SECRET, SECRET.to_owned(), "the server secret has 32"),
    ] {
        let ran = words("zego token04 --user-id u")
            .env("ZEGO_APP_ID", id)
            .env("ZEGO_SERVER_SECRET", &secret)
            .run();
        assert_eq!(ran.code, 2, "{id:?} {secret:?}: {ran:?}");
        assert!(ran.stderr.contains(told), "{id:?} {secret:?}: {ran:?}");
        assert!(!ran.stderr.contains(&SECRET[1..16]), "{ran:?}");
    }
}

#[test]
fn an_option_without_its_value_is_an_error_that_names_it() {
    for line in [
        "agora rtc --channel c --uid 7 --app-id=",
        "zego token04 --user-id u --app-id=",
        "verify 007 --app-id=",
        "agora header basic --customer-id=",
        "ath discover --base-url=",
        "authing sign GET /x --access-key-id=",
    ]
    .into_iter()
    .filter(|line| has_command_of(line))
    {
        let ran = words(line).run();
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        let option = line.rsplit(' ').next().unwrap().trim_end_matches('=');
        let told = format!("{option} is empty");
        assert!(ran.stderr.contains(&told), "{line}: {ran:?}");
    }
}

#[test]
fn a_point_in_time_is_no_lifetime_and_the_reverse() {
    for line in [
        "agora rtc --lenient --channel c --uid 7 --expire",
        "agora rtc --lenient --channel c --uid 7 --privilege-expire",
        "agora rtm006 --lenient --account a --privilege-expire",
        "agora chat-app --lenient --expire",
        "zego token04 --app-id 7 --user-id u --expire",
    ] {
        for time in ["1767225600", "1767225600000"] {
            let run = words(&format!("{line} {time}"));
            let ran = run.env("ZEGO_SERVER_SECRET", SECRET).run();
            assert_eq!(ran.code, 2, "{line}: {ran:?}");
            for told in ["2026-01-01T00:00:00Z", "1767225600s"] {
                assert!(ran.stderr.contains(told), "{line}: {ran:?}");
            }
        }
        let run = words(&format!("{line} 1767225600s -q"));
        let ran = run.env("ZEGO_SERVER_SECRET", SECRET).run();
        assert_eq!(ran.code, 0, "{line}: {ran:?}");
    }
    for builder in ["rtc006 --channel c --uid 7", "rtm006 --account a"] {
        let line = format!("agora {builder} --issued-at 1700000000 --privilege-expire-at");
        let ran = words(&format!("{line} 3600")).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("1970-01-01T01:00:00Z"), "{ran:?}");
        assert!(ran.stderr.contains("privilege-expire"), "{ran:?}");
        let ran = words(&format!("{line} 1700003600000")).run();
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.stderr.contains("write 1700003600"), "{ran:?}");
        for good in ["0", "1700003600", "3600 --lenient"] {
            let ran = words(&format!("{line} {good} -q")).run();
            assert!(ran.line().starts_with("006"), "{good}");
        }
    }
}

#[test]
fn roles_have_the_words_of_the_sdk() {
    let line = "agora rtc --channel c --uid 7 --issued-at 1700000000 --salt 1 -q --role";
    let token = |role: &str| {
        let ran = words(&format!("{line} {role}")).run();
        ran.line().to_owned()
    };
    for (word, role) in [
        ("host", "publisher"),
        ("broadcaster", "publisher"),
        ("audience", "subscriber"),
    ] {
        assert_eq!(token(word), token(role), "{word}");
        let ran = words(&format!("verify {} --role {word}", token(role)))
            .arg("--now=1700000001")
            .run();
        assert_eq!(ran.code, 0, "{ran:?}");
    }
}

#[test]
fn uid_zero_is_called_that_and_has_its_builder() {
    for builder in ["rtc-rtm", "rtc-rtm2", "convoai", "stt", "convoai-token"] {
        let ran = words(&format!("agora {builder} --channel c --uid 0")).run();
        assert_eq!(ran.code, 2, "{builder}: {ran:?}");
        for told in ["uid 0 (any user)", "`agora rtc --uid 0`"] {
            assert!(ran.stderr.contains(told), "{builder}: {ran:?}");
        }
    }
    let ran = words("agora rtc --channel c --uid 0").run();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.contains("(uid 0: any user)"), "{ran:?}");
    assert!(ran.stderr.contains("give the uid that joins"), "{ran:?}");
}

#[test]
fn a_header_is_made_of_an_agora_token_only() {
    let zego = words("zego token04 --app-id 7 --user-id u -q")
        .env("ZEGO_SERVER_SECRET", SECRET)
        .run();
    for (text, told) in [
        ("", "empty-token"),
        ("undefined", "not-a-token"),
        ("007abc", "damaged Agora 007 token"),
        (zego.line(), "this is ZEGO token04"),
    ] {
        let ran = words("agora header token -").stdin(text).run();
        assert_eq!(ran.code, 3, "{text:?}: {ran:?}");
        assert!(ran.stderr.contains(told), "{text:?}: {ran:?}");
    }
    for builder in ["rtc", "rtc006"] {
        let minted = words(&format!("agora {builder} --channel c --uid 7 -q")).run();
        let expected = format!("agora token={}", minted.line());
        for text in [minted.line(), &expected] {
            let ran = words("agora header token -").stdin(text).run();
            assert_eq!(ran.line(), expected);
        }
    }
}
