//! `agora rtc --batch`: many rows in one run.

use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};
use tokenmint::agora::{Credentials, ExpireIn, Role, RtcTokenBuilder2, Stamp};
use tokenmint::output::Owned;

use crate::run::{APP_ID, CERTIFICATE, Ran, Run, Scratch, words};
use crate::support::{Case, load};

const STAMP: &str = "--issued-at 1700000000 --salt 7";

/// A run over `rows`, given on standard input.
fn batch(options: &str, rows: impl AsRef<[u8]>) -> Ran {
    words(&format!("agora rtc --batch - {STAMP} {options}"))
        .project(APP_ID, CERTIFICATE)
        .stdin(rows)
        .run()
}

/// The token of a run of its own.
fn single(options: &str) -> String {
    let run = words(&format!("agora rtc -q {STAMP} {options}"));
    run.project(APP_ID, CERTIFICATE).run().line().to_owned()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

#[test]
fn the_vectors_as_rows() {
    let file = load("agora");
    let cases = Case::list(&file["cases"]);
    let columns = [
        ("channel", "channel"),
        ("uid", "uid"),
        ("account", "account"),
        ("role", "role"),
        ("expire", "token_expire"),
        ("privilege_expire", "privilege_expire"),
        ("join_expire", "join_channel_privilege_expire"),
        ("audio_expire", "pub_audio_privilege_expire"),
        ("video_expire", "pub_video_privilege_expire"),
        ("data_expire", "pub_data_stream_privilege_expire"),
        ("issued_at", "issue_ts"),
        ("salt", "salt"),
    ];
    let mut compared = 0;
    for case in cases {
        let inputs = case.get("inputs");
        let is_rtc = case
            .text("builder")
            .starts_with("RtcTokenBuilder2.build_token_with_u");
        // The command refuses roles that mean something else in 007.
        let role = inputs.find("role").and_then(|role| role.value.as_u64());
        let is_same_text = case
            .find("zlib6")
            .is_some_and(|same| same.value == &json!(true));
        if case.text("format") != "007" || !is_rtc || role == Some(5) || !is_same_text {
            continue;
        }
        let mut row = json!({});
        for (column, input) in columns {
            if let Some(value) = inputs.find(input) {
                row[column] = value.value.clone();
            }
        }
        let run = |run: Run| run.project(inputs.text("app_id"), inputs.text("app_certificate"));
        let ran = run(words("agora rtc --batch - --format jsonl --lenient -q"))
            .stdin(row.to_string())
            .run();
        assert_eq!(ran.code, 0, "{}: {ran:?}", case.id);
        assert_eq!(ran.json()["token"], case.text("token"), "{}", case.id);
        compared += 1;
    }
    assert!(compared >= 10, "{compared} vectors have this builder");
}

#[test]
fn twenty_thousand_rows_are_as_if_minted_alone() {
    let count = 20_000_u32;
    let role = |at: u32| {
        if at.is_multiple_of(3) {
            "subscriber"
        } else {
            "publisher"
        }
    };
    let mut rows = "serial,channel,uid,account,role,expire,salt\n".to_owned();
    for at in 0..count {
        let (uid, account) = match at % 2 {
            0 => (at.to_string(), String::new()),
            _ => (String::new(), format!("device-{at}")),
        };
        let expire = 60 + at % 86_000;
        let row = format!(
            "{at},room {},{uid},{account},{},{expire},{at}",
            at % 97,
            role(at)
        );
        writeln!(rows, "{row}").expect("a text");
    }
    let input = Scratch::new("many.csv", &rows);
    let output = Scratch::new("many-tokens.csv", "");
    let ran = words("agora rtc --issued-at 1700000000 --threads 2 --batch")
        .arg(input.path())
        .arg("--output")
        .arg(output.path())
        .project(APP_ID, CERTIFICATE)
        .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.stdout.is_empty());
    assert!(
        ran.stderr.contains("20000 rows: 20000 tokens, 0 refused"),
        "{ran:?}"
    );

    let credentials = Credentials::new(APP_ID, CERTIFICATE).expect("credentials");
    let text = fs::read_to_string(&output.0).expect("the output");
    let mut written = text.lines().zip(rows.lines());
    let (names, _) = written.next().expect("a line of names");
    assert_eq!(names, "serial,channel,uid,account,role,expire,salt,token");
    let mut compared = 0;
    for (at, (line, row)) in (0..count).zip(written) {
        let stamp = Stamp::new(1_700_000_000, at).expect("a stamp");
        let mut builder = RtcTokenBuilder2::new(&credentials, stamp);
        let role = Role::try_from(if role(at) == "publisher" { 1 } else { 2 }).expect("a role");
        let (channel, expire) = (
            format!("room {}", at % 97),
            ExpireIn::seconds(60 + at % 86_000),
        );
        let token = match at % 2 {
            0 => builder.build_token_with_uid(&channel, at, role, expire, expire, Owned),
            _ => {
                let account = format!("device-{at}");
                builder
                    .build_token_with_user_account(&channel, &account, role, expire, expire, Owned)
            }
        };
        assert_eq!(
            line,
            format!("{row},{}", token.expect("minted")),
            "row {at}"
        );
        compared += 1;
    }
    assert_eq!(compared, count);
    assert_eq!(text.lines().count(), 20_001);
}

#[test]
fn order_and_bytes_do_not_depend_on_the_threads() {
    let mut rows = "channel\n".to_owned();
    for at in 0..3_000 {
        writeln!(rows, "{}", if at % 5 == 0 { "" } else { "room" }).expect("a text");
    }
    let one = batch("--uid 7 --threads 1 --channel default", &rows);
    for threads in [2, 3, 16] {
        let many = batch(
            &format!("--uid 7 --threads {threads} --channel default"),
            &rows,
        );
        assert_eq!(many.stdout, one.stdout, "{threads} threads");
    }
    assert_eq!(one.code, 0);
}

#[test]
fn options_are_defaults_and_rows_go_before_them() {
    let rows = "channel,uid,account,role,expire\n\
        lobby,,,,\n\
        ,8,,subscriber,1h\n\
        ,,alice,2,90s\n";
    let ran = batch("--channel hall --uid 7 --expire 600", rows);
    assert_eq!(ran.code, 0, "{ran:?}");
    let expected = [
        "--channel lobby --uid 7 --expire 600",
        "--channel hall --uid 8 --expire 3600 --role subscriber",
        "--channel hall --account alice --expire 90 --role subscriber",
    ];
    for (line, options) in ran.stdout.lines().skip(1).zip(expected) {
        assert_eq!(line.rsplit(',').next(), Some(single(options).as_str()));
    }
    assert_eq!(ran.stdout.lines().count(), 4);
}

#[test]
fn lifetimes_of_single_privileges_and_of_all() {
    let rows = "channel,uid,expire,privilege_expire,join_expire,audio_expire\n\
        c,7,3600,60,,\n\
        c,7,3600,,5,\n\
        c,7,3600,60,5,0\n";
    let ran = batch("", rows);
    let expected = [
        "--channel c --uid 7 --privilege-expire 60",
        "--channel c --uid 7 --join-expire 5",
        "--channel c --uid 7 --privilege-expire 60 --join-expire 5 --audio-expire 0",
    ];
    for (line, options) in ran.stdout.lines().skip(1).zip(expected) {
        assert_eq!(line.rsplit(',').next(), Some(single(options).as_str()));
    }
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn bad_rows_are_reported_by_line_and_the_rest_is_kept() {
    let long = "c".repeat(65);
    let rows = format!(
        "channel,uid,account,role,expire\n\
         good,1,,,\n\
         {long},2,,,\n\
         good,x,,,\n\
         good,4294967296,,,\n\
         good,1,alice,,\n\
         good,,,,\n\
         ,1,,,\n\
         good,1,,guest,\n\
         good,1,,,90000\n\
         good,1\n\
         good,1,,,,,\n\
         \n\
         last,2,,,\n"
    );
    let ran = batch("", rows);
    assert_eq!(ran.code, 4, "{ran:?}");
    let kept: Vec<_> = ran
        .stdout
        .lines()
        .map(|line| line.split(',').next())
        .collect();
    assert_eq!(kept, [Some("channel"), Some("good"), Some("last")]);
    let expected = [
        "line 3: channel",
        "line 4: uid: expected a number",
        "line 5: uid: expected a number",
        "line 6: there are both uid and account",
        "line 7: there is neither uid nor account",
        "line 8: there is no channel",
        "line 9: role: expected publisher",
        "line 10: ",
        "line 11: 2 cells where there are 5 columns",
        "line 12: 7 cells where there are 5 columns",
    ];
    let reported = lines(&ran.stderr);
    for (line, start) in reported.iter().zip(&expected) {
        assert!(line.starts_with(start), "{line:?} is not {start:?}");
    }
    assert_eq!(reported.len(), 11, "{ran:?}");
    assert!(
        reported[10].starts_with("12 rows: 2 tokens, 10 refused"),
        "{ran:?}"
    );
    // Reported even when nothing else is.
    let ran = batch("-q --uid 1", "channel\na\n,\n");
    assert_eq!(ran.code, 4);
    assert_eq!(ran.stderr, "line 3: 2 cells where there are 1 columns\n");
}

#[test]
fn lines_count_what_stands_in_the_file() {
    let rows = [
        "note,channel,uid\n\"two\nlines\",c,x\n\n\n,c,y\n",
        "note,channel,uid\r\n\"two\r\nlines\",c,x\r\n\r\n\r\n,c,y\r\n",
        "\u{feff}note,channel,uid\n\"two\nlines\",c,x\n\n\n,c,y",
    ];
    for rows in rows {
        let ran = batch("-q", rows);
        let reported: Vec<_> = ran
            .stderr
            .lines()
            .map(|line| line.split(':').next())
            .collect();
        assert_eq!(reported, [Some("line 2"), Some("line 6")], "{rows:?}");
        assert_eq!(ran.code, 4);
    }
    let ran = batch(
        "-q --format jsonl",
        "\n{\"uid\": \"x\"}\r\n\n\n{\"uid\": 1.5}",
    );
    let reported: Vec<_> = ran
        .stderr
        .lines()
        .map(|line| line.split(':').next())
        .collect();
    assert_eq!(reported, [Some("line 2"), Some("line 5")]);
}

#[test]
fn csv_in_csv_out_with_quotes_line_ends_and_other_columns() {
    let token = single("--channel lobby --uid 7");
    let rows = "name,channel,uid\n\"Smith, \"\"J\"\"\",lobby,7\n\"a\nb\",lobby,7\n张,lobby,7\n";
    let ran = batch("", rows);
    assert_eq!(
        ran.stdout,
        format!(
            "name,channel,uid,token\n\"Smith, \"\"J\"\"\",lobby,7,{token}\n\
             \"a\nb\",lobby,7,{token}\n张,lobby,7,{token}\n"
        )
    );
    assert!(
        ran.stderr.contains("columns kept as they are: name"),
        "{ran:?}"
    );
    // Line ends as they were, a byte order mark left out, no last line end.
    let ran = batch("-q", "\u{feff}Channel,UID\r\nlobby,7\r\nlobby,7");
    assert_eq!(
        ran.stdout,
        format!("Channel,UID,token\r\nlobby,7,{token}\r\nlobby,7,{token}\r\n")
    );
    let ran = batch("-q --format tsv", "channel\tuid\tnote\nlobby\t7\ta,b\n");
    assert_eq!(
        ran.stdout,
        format!("channel\tuid\tnote\ttoken\nlobby\t7\ta,b\t{token}\n")
    );
    // No rows are no fault.
    let ran = batch("-q", "channel,uid");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "channel,uid,token\n"));
}

#[test]
fn json_lines_keep_their_text() {
    let token = single("--channel lobby --uid 7");
    let row =
        r#"{ "n": 12345678901234567890123, "channel": "lobby", "uid": 7, "x": {"}": [1.50e3]} }"#;
    let ran = batch(
        "-q --format jsonl",
        format!("{row}\n{{\"channel\":\"lobby\",\"uid\":\"7\"}}"),
    );
    let expected = format!(
        "{},\"token\":\"{token}\"}}\n{{\"channel\":\"lobby\",\"uid\":\"7\",\"token\":\"{token}\"}}\n",
        row.strip_suffix(" }").expect("a brace")
    );
    assert_eq!(ran.stdout, expected, "{ran:?}");
    // Everything by the options; a name that needs escapes.
    let ran = batch(
        "-q --format jsonl --channel lobby --uid 7 --token-column a\"b",
        "{}\r\n{\"uid\":null}\r\n",
    );
    assert_eq!(
        ran.stdout,
        format!("{{\"a\\\"b\":\"{token}\"}}\r\n{{\"uid\":null,\"a\\\"b\":\"{token}\"}}\r\n")
    );
}

#[test]
fn json_lines_that_are_refused() {
    let rows = [
        "[]",
        "7",
        "{\"channel\":\"a\"",
        "{\"channel\":[],\"uid\":1}",
        "{\"channel\":\"a\",\"uid\":true}",
        "{\"channel\":\"a\",\"uid\":-1}",
        "{\"channel\":\"a\",\"uid\":1,\"token\":\"x\"}",
        "{\"account\":\"a\",\"user_id\":\"b\",\"channel\":\"c\"}",
        "{\"channel\":\"\",\"uid\":1}",
        "{\"channel\":\"a\\u0000\",\"uid\":1}",
        "{\"channel\":\"good\",\"uid\":1}",
    ];
    let ran = batch("-q --format jsonl", rows.join("\n"));
    assert_eq!(ran.code, 4, "{ran:?}");
    let reported: Vec<_> = ran.stderr.lines().collect();
    assert_eq!(reported.len(), rows.len() - 1, "{ran:?}");
    for (at, line) in (1..).zip(&reported) {
        assert!(line.starts_with(&format!("line {at}: ")), "{line}");
    }
    assert_eq!(ran.stdout.lines().count(), 1);
}

#[test]
fn bytes_that_are_no_text() {
    let mut rows = b"channel,uid\na,1\n\xff\xfe,1\na\0b,1\nb,1\n".to_vec();
    let ran = batch("-q", &rows);
    assert_eq!(ran.code, 4, "{ran:?}");
    let reported = lines(&ran.stderr);
    assert_eq!(reported.len(), 2, "{ran:?}");
    assert_eq!(reported[0], "line 3: not UTF-8");
    assert!(reported[1].starts_with("line 4: channel"), "{ran:?}");
    assert_eq!(ran.stdout.lines().count(), 3);
    rows.insert(0, 0xff);
    assert_eq!(batch("-q", &rows).code, 2);
    let ran = batch("", b"\xff\xfec\0h\0a\0n\0n\0e\0l\0\n\0");
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("UTF-16"), "{ran:?}");
}

#[test]
fn a_quote_that_is_never_closed() {
    let ran = batch("-q", "name,channel,uid\nx,a,1\n\"y,a,1\nz,a,1\n");
    assert_eq!(ran.code, 4, "{ran:?}");
    assert_eq!(
        ran.stderr,
        "line 3: a quote is never closed: this row and all after it are lost\n"
    );
    assert_eq!(ran.stdout.lines().count(), 2);
    // It does not fill the memory.
    let rest = "z,a,1\n".repeat(400_000);
    let ran = batch("-q", format!("name,channel,uid\nx,a,1\n\"y,a,1\n{rest}"));
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(
        ran.stderr
            .contains("line 3: a row of more than 1048576 bytes"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.stdout.lines().count(), 2);
}

#[test]
fn a_row_that_is_too_long() {
    let long = "x".repeat(2_000_000);
    let good = r#"{"channel":"a","uid":1}"#;
    let rows = format!("{good}\n{{\"note\":\"{long}\"}}\n{good}\n");
    let ran = batch("-q --format jsonl", rows);
    assert_eq!(ran.code, 4);
    assert_eq!(ran.stderr, "line 2: a row of more than 1048576 bytes\n");
    assert_eq!(ran.stdout.lines().count(), 2);
}

#[test]
fn headers_that_are_refused() {
    for (rows, reason) in [
        ("", "no line of column names"),
        ("name,serial\na,b\n", "names no column that is known"),
        ("channel,channel\n", "there twice"),
        ("channel,Channel-Name\n", "there twice"),
        ("channel,token\n", "--token-column"),
    ] {
        let ran = batch("--uid 7", rows);
        assert_eq!(ran.code, 2, "{rows:?}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{rows:?}: {ran:?}");
        assert!(ran.stdout.is_empty(), "{rows:?}: {ran:?}");
    }
    let ran = batch("--uid 7 --token-column fresh", "channel,token\na,old\n");
    assert!(
        ran.stdout.starts_with("channel,token,fresh\na,old,007"),
        "{ran:?}"
    );
}

#[test]
fn the_output_appears_when_it_is_complete() {
    let output = Scratch::new("complete.csv", "as it was");
    let run = |rows: &str| {
        words(&format!("agora rtc --batch - {STAMP} -q --output"))
            .arg(output.path())
            .project(APP_ID, CERTIFICATE)
            .stdin(rows)
            .run()
    };
    let endless = format!("channel,uid\na,1\n\"{}", "x".repeat(1 << 21));
    assert_eq!(run(&endless).code, 2);
    assert_eq!(
        fs::read_to_string(&output.0).expect("the file"),
        "as it was"
    );
    assert_eq!(run("channel,uid\na,1\na,x\n").code, 4);
    let text = fs::read_to_string(&output.0).expect("the file");
    assert!(text.starts_with("channel,uid,token\na,1,007"), "{text}");
    let directory = output
        .0
        .parent()
        .expect("a directory")
        .join("no such directory/out.csv");
    let ran = words("agora rtc --batch - --output")
        .arg(directory.to_str().expect("text"))
        .stdin("channel,uid\n")
        .run();
    assert_eq!(ran.code, 1, "{ran:?}");
}

#[test]
fn a_file_may_become_its_own_output() {
    let file = Scratch::new("own.jsonl", "{\"channel\":\"a\",\"uid\":1}\n");
    let ran = words("agora rtc -q --batch")
        .arg(file.path())
        .arg("--output")
        .arg(file.path())
        .run();
    assert_eq!(ran.code, 0, "{ran:?}");
    let text = fs::read_to_string(&file.0).expect("the file");
    let row: Value = serde_json::from_str(&text).expect("one row");
    assert!(row["token"].as_str().expect("a token").starts_with("007"));
}

#[test]
fn the_sum_as_json() {
    let output = Scratch::new("sum.csv", "");
    let ran = words("agora rtc --json --batch - --output")
        .arg(output.path())
        .project(APP_ID, CERTIFICATE)
        .stdin("channel,uid\na,1\na,x\na,2\n")
        .run();
    assert_eq!(ran.code, 4);
    let sum = ran.json();
    assert_eq!(
        (&sum["rows"], &sum["minted"], &sum["refused"]),
        (&json!(3), &json!(2), &json!(1))
    );
    assert_eq!(words("agora rtc --json --batch -").run().code, 2);
}

#[test]
fn what_does_not_go_together() {
    for (line, reason) in [
        ("agora rtc", "--batch"),
        ("agora rtc --uid 7", "--channel"),
        ("agora rtc --channel c", "--batch"),
        ("agora rtc --channel c --uid 7 --output x", "--batch"),
        ("agora rtc --channel c --uid 7 --format csv", "--batch"),
        (
            "agora rtc --uid 7 --account a --batch -",
            "cannot be used with",
        ),
        ("agora rtc --batch - --threads 0", "1 to 256"),
        ("agora rtc --batch - --certificate-stdin", "both the rows"),
        ("agora rtc --batch no-such-file.csv", "cannot open"),
        ("agora rtc --batch .", "a directory"),
    ] {
        let ran = words(line).run();
        assert_eq!(ran.code, 2, "{line}: {ran:?}");
        assert!(ran.stderr.contains(reason), "{line}: {ran:?}");
    }
    // The public sample is said to be used here as well.
    let ran = words("agora rtc --batch -")
        .stdin("channel,uid\na,1\n")
        .run();
    assert!(ran.stderr.contains("public"), "{ran:?}");
}
