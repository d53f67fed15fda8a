//! `--batch` of every builder: a row is as if its values were options.

use serde_json::{Value, json};
use tokenmint::zego::{Sealed03, Sealed04, ServerSecret, workspace_len};

use crate::run::{APP_ID, CERTIFICATE, Ran, Run, words};

const SECRET: &str = "0123456789abcdef0123456789abcdef";

/// A builder, and the values of a row by the names of its columns.
const ROWS: &[(&str, &str)] = &[
    (
        "agora rtc",
        r#"{"channel":"c","uid":7,"role":"subscriber","expire":"2m"}"#,
    ),
    (
        "agora rtc",
        r#"{"channel":"c","account":"a","join_expire":5,"data_expire":"1h"}"#,
    ),
    (
        "agora rtc-rtm",
        r#"{"channel":"c","account":"a","privilege_expire":60}"#,
    ),
    (
        "agora rtc-rtm2",
        r#"{"channel":"c","uid":7,"role":2,"rtm_user_id":"r","rtm_expire":60,"video_expire":9}"#,
    ),
    ("agora rtm", r#"{"user_id":"a","expire":60}"#),
    (
        "agora rtm-permissions --permission users:read:x",
        r#"{"account":"a","expire":60}"#,
    ),
    ("agora chat-user", r#"{"user_id":"a","expire":60}"#),
    ("agora chat-app", r#"{"expire":60}"#),
    (
        "agora education-room-user",
        r#"{"room_uuid":"r","user_uuid":"u","role":-3,"expire":60}"#,
    ),
    ("agora education-user", r#"{"user_uuid":"u","expire":60}"#),
    ("agora education-app", r#"{"expire":60}"#),
    (
        "agora apaas-room-user",
        r#"{"room":"r","user_id":"u","role":1}"#,
    ),
    ("agora apaas-user", r#"{"user_uuid":"u"}"#),
    ("agora apaas-app", r#"{"expire":60}"#),
    ("agora fpa", "{}"),
    (
        "agora convoai",
        r#"{"channel":"c","account":"a","expire":60}"#,
    ),
    (
        "agora convoai-token",
        r#"{"channel":"c","uid":7,"expire":60,"privilege_expire":30}"#,
    ),
    ("agora stt", r#"{"channel":"c","uid":7,"rtm_user_id":"r"}"#),
    (
        "agora streaming --grant publish-raw-stream",
        r#"{"channel":"c","uid":7,"expire":60}"#,
    ),
    (
        "agora fcdn",
        r#"{"channel":"c","uid":7,"privilege_expire":60}"#,
    ),
    (
        "agora rtc006",
        r#"{"channel":"c","uid":7,"role":"attendee","privilege_expire":60}"#,
    ),
    (
        "agora rtc006",
        r#"{"channel":"c","account":"a","privilege_expire_at":1700000600,"token_expire_at":1700000700}"#,
    ),
    ("agora rtm006", r#"{"account":"a","privilege_expire":60}"#),
];

fn run(run: Run) -> Ran {
    run.project(APP_ID, CERTIFICATE)
        .env("ZEGO_APP_ID", "1234567890")
        .env("ZEGO_SERVER_SECRET", SECRET)
        .run()
}

/// The options that say what a row says.
fn options(row: &Value) -> Vec<String> {
    let members = row.as_object().expect("an object").iter();
    let option = |(name, value): (&String, &Value)| {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        format!("--{}={text}", name.replace('_', "-"))
    };
    members.map(option).collect()
}

#[test]
fn every_builder_mints_a_row_as_its_options() {
    for (line, text) in ROWS {
        let row: Value = serde_json::from_str(text).expect("JSON");
        let line = format!("{line} -q --issued-at 1700000000 --salt 7");
        let single = options(&row)
            .iter()
            .fold(words(&line), |run, option| run.arg(option));
        let single = run(single).line().to_owned();
        let batch = run(words(&format!("{line} --batch -")).stdin(text));
        assert_eq!(batch.code, 0, "{line}: {batch:?}");
        assert_eq!(batch.json()["token"], json!(single), "{line} {text}");
        // The row goes before the options, also where it says something else.
        let other = options(&row)
            .iter()
            .fold(words(&line), |run, option| run.arg(option));
        let batch = run(other.arg("--batch").arg("-").stdin("{}"));
        assert_eq!(
            batch.json()["token"],
            json!(single),
            "{line} {text}: as options"
        );
    }
}

#[test]
fn rows_of_zego_say_who_may_what_and_never_share_an_initialization_vector() {
    let secret = ServerSecret::new(SECRET).expect("a secret");
    let rows = "user_id,room,login,publish\na,r,allow,deny\na,r,allow,deny\n";
    for form in ["token03", "token04", "token04 --gcm"] {
        let line = format!("zego {form} -q --issued-at 1700000000 --batch -");
        let ran = run(words(&line).stdin(rows));
        assert_eq!(ran.code, 0, "{line}: {ran:?}");
        let tokens = ran
            .stdout
            .lines()
            .skip(1)
            .map(|row| row.rsplit(',').next().expect("a token"));
        let mut nonces = Vec::new();
        for token in tokens {
            let mut workspace = vec![0; workspace_len(token.len())];
            if form == "token03" {
                let sealed = Sealed03::parse(token, &mut workspace).expect("a token");
                let claims = sealed.open(&secret).expect("opens");
                assert!(
                    claims.as_json().contains(r#""1":1,"2":0"#),
                    "{}",
                    claims.as_json()
                );
                assert!(claims.room_id().eq_str("r") && claims.user_id().eq_str("a"));
                nonces.push(claims.nonce());
            } else {
                let sealed = Sealed04::parse(token, &mut workspace).expect("a token");
                let claims = sealed.open(&secret).expect("opens");
                let payload: Value =
                    serde_json::from_str(&claims.payload().expect("a payload").to_string())
                        .expect("JSON");
                assert_eq!(payload["room_id"], "r");
                assert_eq!(payload["privilege"], json!({"1": 1, "2": 0}));
                nonces.push(claims.nonce());
            }
        }
        assert_eq!(nonces.len(), 2);
        assert_ne!(nonces[0], nonces[1], "{form}");
    }
    let iv = format!("--iv-hex={}", "00".repeat(16));
    let ran = run(words("zego token04 --batch -").arg(&iv).stdin(rows));
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(
        ran.stderr
            .contains("one initialization vector for many tokens"),
        "{ran:?}"
    );
    assert!(ran.stdout.is_empty());
}

#[test]
fn a_row_of_zego_without_a_room_is_no_identity_token_by_accident() {
    for (line, rows) in [
        ("zego token04 --login --batch -", "user_id,room\na,\n"),
        ("zego token04 --batch -", "user_id,room,login\na,,allow\n"),
        ("zego token04 --batch -", "user_id,room\na,r\n"),
        (
            "zego token04 --batch -",
            "user_id,room,payload,login\na,r,{},allow\n",
        ),
    ] {
        let ran = run(words(&format!("{line} -q")).stdin(rows));
        assert_eq!(ran.code, 4, "{line} {rows:?}: {ran:?}");
        assert!(ran.stderr.starts_with("line 2: "), "{ran:?}");
    }
    // Rows decide where the options have only a part.
    for (line, rows) in [
        ("zego token04 --login --batch -", "user_id,room\na,r\n"),
        (
            "zego token04 --room r --batch -",
            "user_id,login\na,allow\n",
        ),
        (
            "zego token04 --room r --login --batch -",
            "user_id,payload\na,{}\n",
        ),
    ] {
        let ran = run(words(&format!("{line} -q")).stdin(rows));
        assert_eq!(ran.code, 0, "{line} {rows:?}: {ran:?}");
    }
}

#[test]
fn a_wrong_option_is_one_error_before_the_first_row() {
    let rows = "x\n".repeat(50);
    for (line, reason) in [
        ("agora rtc --expire 90000 --batch -", "token lifetime"),
        ("agora rtm006 --uid 0 --batch -", "uid 0"),
        ("agora rtc --role admin --batch -", "roles of 006"),
        ("agora chat-user --expire 0 --batch -", "token lifetime"),
        (
            "agora rtc006 --privilege-expire 2d --batch -",
            "privilege_expire",
        ),
        ("zego token04 --expire 90d --batch -", "expire"),
    ] {
        let ran = run(words(line).stdin(format!("channel,user_id\n{rows}")));
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        assert_eq!(ran.stderr.lines().count(), 1, "{line}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{line}: {ran:?}");
        assert!(ran.stdout.is_empty(), "{line}: {ran:?}");
    }
}

#[test]
fn what_no_row_can_do_without_is_asked_for_in_the_line_of_names() {
    for (line, rows, reason) in [
        (
            "agora rtc",
            "channel,note\nc,x\n",
            "no column uid or account",
        ),
        (
            "agora education-room-user",
            "user_uuid,role\nu,1\n",
            "no column room_uuid",
        ),
        (
            "agora education-room-user --room-uuid r",
            "user_uuid\nu\n",
            "no column role",
        ),
        ("zego token03 --room r", "room\nr\n", "no column user_id"),
    ] {
        let ran = run(words(&format!("{line} --batch -")).stdin(rows));
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{line}: {ran:?}");
    }
    // Where nothing is needed, any rows will do.
    let ran = run(words("agora fpa -q --batch -").stdin("serial\nA\nB\n"));
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3), "{ran:?}");
}
