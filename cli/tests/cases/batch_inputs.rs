//! Forms of input of `--batch`, and outputs that are the input.

use std::fs;

use serde_json::Value;

use crate::run::{APP_ID, CERTIFICATE, Ran, Scratch, words};

fn batch(options: &str, rows: impl AsRef<[u8]>) -> Ran {
    words(&format!(
        "agora rtc --batch - --issued-at 1700000000 --salt 7 {options}"
    ))
    .project(APP_ID, CERTIFICATE)
    .stdin(rows)
    .run()
}

/// The token of channel `lobby`, uid 7.
fn token() -> String {
    let ran = batch("-q", "{\"channel\":\"lobby\",\"uid\":7}");
    ran.json()["token"].as_str().expect("a token").to_owned()
}

#[test]
fn an_array_comes_out_as_an_array() {
    let token = token();
    let rows = "[\n  {\n    \"channel\": \"lobby\",\n    \"uid\": 7, \"n\": 1.50\n  },\n  \
        {\"channel\": \"\", \"uid\": 7},\n  {\"uid\": 7, \"channel\": \"lobby\"}\n]\n";
    let ran = batch("", rows);
    assert_eq!(ran.code, 4, "{ran:?}");
    assert!(ran.stderr.contains("line 6: "), "{ran:?}");
    assert!(ran.stderr.contains("JSON"), "{ran:?}");
    assert_eq!(
        ran.stdout,
        format!(
            "[\n{{\n    \"channel\": \"lobby\",\n    \"uid\": 7, \"n\": 1.50,\"token\":\"{token}\"}},\n\
             {{\"uid\": 7, \"channel\": \"lobby\",\"token\":\"{token}\"}}\n]\n"
        )
    );
    for (rows, expected) in [("[]", "[]\n"), ("[\n]\n", "[]\n"), ("[{}]", "[]\n")] {
        assert_eq!(batch("-q", rows).stdout, expected, "{rows:?}");
    }
    // Long enough for many chunks.
    let many = vec!["{\"channel\":\"lobby\",\"uid\":7}"; 2_000].join(",");
    let ran = batch("-q --threads 3", format!("[{many}]"));
    let list: Vec<Value> = serde_json::from_str(&ran.stdout).expect("one array");
    assert_eq!(list.len(), 2_000);
    assert!(list.iter().all(|row| row["token"] == token.as_str()));
}

#[test]
fn arrays_that_are_not_whole() {
    let ran = batch("-q", "[{\"channel\":\"lobby\",\"uid\":7},\n{\"channel\":");
    assert_eq!(ran.code, 4, "{ran:?}");
    assert!(
        ran.stderr.starts_with("line 2: the array is never closed"),
        "{ran:?}"
    );
    assert_eq!(ran.json().as_array().map(Vec::len), Some(1));
    let ran = batch("-q", "[{\"channel\":\"lobby\",\"uid\":7}]\n{}");
    assert_eq!(ran.code, 2, "{ran:?}");
    let ran = batch("-q", "[{\"channel\":\"lobby\",\"uid\":7},]");
    assert_eq!(ran.code, 4, "{ran:?}");
}

#[test]
fn members_that_are_there_twice() {
    for row in [
        r#"{"channel":"a","uid":7,"channel":"b"}"#,
        r#"{"channel":"a","uid":null,"uid":7}"#,
        r#"{"channel":"a","uid":7,"UID":null}"#,
        r#"{"channel":"a","uid":7,"channel-name":"a"}"#,
    ] {
        let ran = batch("-q", row);
        assert_eq!(ran.code, 4, "{row}: {ran:?}");
        assert!(ran.stderr.contains("there twice"), "{row}: {ran:?}");
    }
    // Of no meaning here, and not silent.
    let ran = batch("", r#"{"channel":"lobby","uid":7,"x":1,"x":2}"#);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr.contains("line 1: warning: x is there twice"),
        "{ran:?}"
    );
}

#[test]
fn separators_and_forms_are_found_and_said() {
    let token = token();
    for (rows, said, expected) in [
        (
            "channel;uid\nlobby;7\n",
            "semicolon",
            format!("channel;uid;token\nlobby;7;{token}\n"),
        ),
        (
            "channel\tuid\nlobby\t7\n",
            "tab",
            format!("channel\tuid\ttoken\nlobby\t7\t{token}\n"),
        ),
        (
            "{\"channel\":\"lobby\",\"uid\":7}\n",
            "JSON",
            format!("{{\"channel\":\"lobby\",\"uid\":7,\"token\":\"{token}\"}}\n"),
        ),
    ] {
        let ran = batch("", rows);
        assert_eq!(ran.stdout, expected, "{ran:?}");
        assert!(ran.stderr.contains(said), "{ran:?}");
        // What is as its name says is not told.
        assert_eq!(batch("-q", rows).stderr, "");
    }
    assert!(!batch("", "channel,uid\nlobby,7\n").stderr.contains("note"));
}

#[test]
fn lines_that_end_with_cr_alone() {
    let token = token();
    let ran = batch("-q", "channel,uid,note\rlobby,7,\"a\rb\"\r\rlobby,x,\r");
    assert_eq!(
        ran.stdout,
        format!("channel,uid,note,token\rlobby,7,\"a\rb\",{token}\r")
    );
    assert!(ran.stderr.starts_with("line 5: uid"), "{ran:?}");
    // Another kind of line end later on cannot be kept.
    let long = format!("lobby,x,{}\r", "x".repeat(600_000)).repeat(2);
    let ran = batch("-q", format!("channel,uid,note\r{long}lobby,7,\n"));
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("line ends"), "{}", ran.stderr);
}

#[test]
fn text_of_a_file_does_not_control_the_terminal() {
    let evil = "\u{1b}[2J\u{7f}\u{9b}31m\u{202e}\u{2066}";
    let rows = [
        format!("{evil},channel,uid\nx,lobby,7\n"),
        format!("{{\"channel\":\"a\",\"uid\":7,\"token\":1,\"{evil}\":0}}\n{{\"{evil}\"\n"),
        format!("{{\"channel\":\"a\",\"uid\":7,\"{evil}\":0,\"{evil}\":0}}\n"),
        format!("[\"{evil}\"]\n{{}}\n"),
        format!("{evil};{evil}\n"),
        format!("channel,uid\n{evil},{evil}\n"),
        format!("token{evil},channel,uid,token\n"),
    ];
    for rows in rows {
        let ran = batch("", &rows);
        let hidden =
            |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{2066}');
        assert!(!ran.stderr.contains(hidden), "{rows:?}: {:?}", ran.stderr);
    }
}

#[test]
fn an_output_that_is_the_input_loses_no_row() {
    let rows = "channel,uid\nlobby,7\nlobby,x\n";
    let folder = std::env::temp_dir().join(format!("tokenmint-{}-in-place", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let [file, soft, hard] = ["rows.csv", "soft.csv", "hard.csv"].map(|name| folder.join(name));
    fs::write(&file, rows).expect("rows");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&file, &soft).expect("a link");
    #[cfg(not(unix))]
    fs::copy(&file, &soft).expect("a copy");
    fs::hard_link(&file, &hard).expect("a link");
    let run = |input: &std::path::Path, output: &std::path::Path| {
        words("agora rtc --batch")
            .arg(input.to_str().expect("text"))
            .arg("--output")
            .arg(output.to_str().expect("text"))
            .project(APP_ID, CERTIFICATE)
    };
    let pairs = [
        (&file, &file),
        (&soft, &file),
        (&file, &soft),
        (&file, &hard),
        (&hard, &file),
    ];
    for (input, output) in pairs {
        let ran = run(input, output).run();
        assert_eq!(ran.code, 4, "{ran:?}");
        assert!(ran.stderr.contains("stays as it was"), "{ran:?}");
        assert_eq!(fs::read_to_string(&file).expect("rows"), rows);
        let left = fs::read_dir(&folder).expect("a folder").count();
        assert_eq!(left, 3, "nothing is left behind");
    }
    let ran = run(&file, &file).arg("--json").run();
    assert_eq!(ran.json()["error"]["exit_code"], 4, "{ran:?}");
    fs::write(&file, "channel,uid\nlobby,7\n").expect("rows");
    assert_eq!(run(&soft, &file).run().code, 0);
    let text = fs::read_to_string(&file).expect("rows");
    assert!(text.starts_with("channel,uid,token\nlobby,7,007"), "{text}");
    fs::remove_dir_all(&folder).expect("gone");
}

#[test]
fn another_output_is_written_though_rows_were_refused() {
    let output = Scratch::new("other.csv", "");
    let ran = words("agora rtc -q --batch - --output")
        .arg(output.path())
        .stdin("channel,uid\nlobby,7\nlobby,x\n")
        .run();
    assert_eq!(ran.code, 4, "{ran:?}");
    assert_eq!(
        fs::read_to_string(&output.0).expect("rows").lines().count(),
        2
    );
}

#[test]
fn salts_are_random_and_another_one_for_each_row() {
    let rows = format!("channel,uid\n{}", "lobby,7\n".repeat(1_500));
    let ran = words("agora rtc -q --issued-at 1700000000 --threads 2 --batch -")
        .stdin(rows)
        .run();
    let tokens: std::collections::HashSet<_> = ran.stdout.lines().skip(1).collect();
    assert!(tokens.len() > 1_490, "{} tokens", tokens.len());
}

#[test]
fn white_space_around_a_name_is_kept_and_said() {
    let ran = batch("", "channel,uid\n lobby ,7\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stderr.contains("line 2: warning: channel: "), "{ran:?}");
    let single = words("agora rtc -q --issued-at 1700000000 --salt 7 --uid 7")
        .arg("--channel= lobby ")
        .project(APP_ID, CERTIFICATE)
        .run();
    assert!(ran.stdout.contains(single.line()), "{ran:?}");
}
