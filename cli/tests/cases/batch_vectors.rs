//! Every input of `batch-cases/batch.json` through the built command.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::batch_tokens::{Compare, expect_same};
use crate::run::{Ran, Run, tokenmint};
use crate::support::{self, Case, expect_sections, known};

/// Where the cases and their inputs are.
fn folder() -> PathBuf {
    let folder = support::folder();
    let inside = folder.join("batch-cases");
    if inside.join("batch.json").is_file() {
        inside
    } else {
        folder
    }
}

#[test]
fn batch() {
    let folder = folder();
    let path = folder.join("batch.json");
    let text = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()));
    let file: Value = serde_json::from_str(&text).expect("JSON");
    expect_sections(&file, &["about", "agora", "zego", "cases"]);
    let cases = Case::list(&file["cases"]);
    let (mut done, mut rows) = (BTreeMap::new(), 0);
    let mut failures = Vec::new();
    for case in &cases {
        let ran = std::panic::catch_unwind(|| run(&file, &folder, *case));
        match ran {
            Ok(compared) => rows += compared,
            Err(_) => failures.push(case.id),
        }
        *done.entry(case.text("builder")).or_insert(0) += 1;
    }
    println!("batch: {} cases, {rows} rows, {done:?}", cases.len());
    assert_eq!(done.values().sum::<usize>(), cases.len());
    assert!(rows > 0, "no rows");
    assert!(failures.is_empty(), "{failures:?}");
}

/// The words of the command for a builder.
fn words(id: &str, builder: &str) -> Vec<&'static str> {
    match builder {
        "rtc" => vec!["agora", "rtc"],
        "rtc-rtm" => vec!["agora", "rtc-rtm"],
        "rtc-rtm2" => vec!["agora", "rtc-rtm2"],
        "rtm" => vec!["agora", "rtm"],
        "rtm-permissions" => vec!["agora", "rtm-permissions"],
        "chat-user" => vec!["agora", "chat-user"],
        "chat-app" => vec!["agora", "chat-app"],
        "education-room-user" => vec!["agora", "education-room-user"],
        "education-user" => vec!["agora", "education-user"],
        "education-app" => vec!["agora", "education-app"],
        "apaas-room-user" => vec!["agora", "apaas-room-user"],
        "apaas-user" => vec!["agora", "apaas-user"],
        "apaas-app" => vec!["agora", "apaas-app"],
        "fpa" => vec!["agora", "fpa"],
        "stt" => vec!["agora", "stt"],
        "convoai" => vec!["agora", "convoai"],
        "convoai-token" => vec!["agora", "convoai-token"],
        "streaming" => vec!["agora", "streaming"],
        "fcdn" => vec!["agora", "fcdn"],
        "rtc006" => vec!["agora", "rtc006"],
        "rtm006" => vec!["agora", "rtm006"],
        "zego-token04" => vec!["zego", "token04"],
        "zego-token03" => vec!["zego", "token03"],
        other => panic!("{id}: no builder {other:?}"),
    }
}

/// A folder of the case's own, gone with it.
struct Desk(PathBuf);

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What came out.
struct Outcome {
    /// `all`, `some`, `none`, `input-refused`.
    name: &'static str,
    /// The cells of every row, the token last.
    rows: Vec<Cells>,
    ran: Ran,
}

type Cells = Vec<Vec<u8>>;

fn run(file: &Value, folder: &Path, case: Case<'_>) -> usize {
    let id = case.id;
    let members = [
        "id", "builder", "input", "format", "what", "defaults", "expected",
    ];
    known(id, case.value, &members);
    let expected = case.get("expected");
    let members = [
        "outcome",
        "outcome_also_accepted",
        "rows",
        "note",
        "message_names",
        "max_messages",
        "output",
        "token_check",
        "no_row_lost",
    ];
    known(id, expected.value, &members);
    let name = case.text("input");
    let input = fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{id}: {error}"));
    let desk = std::env::temp_dir().join(format!("tokenmint-{}-{id}", std::process::id()));
    let desk = Desk(desk);
    fs::create_dir_all(&desk.0).expect("a folder");
    let source = desk.0.join(name);
    fs::write(&source, &input).expect("the input");
    let target = match expected.find("output") {
        None => desk.0.join("output"),
        Some(output) => {
            assert_eq!(*output.value, "same file as the input", "{id}");
            source.clone()
        }
    };

    let ran = command(file, case, &source, &target).run();
    let output = fs::read(&target).ok().filter(|bytes| {
        // In place, a file that is as it was has no tokens.
        target != source || *bytes != input
    });
    let outcome = outcome(case, &input, output.as_deref(), ran);
    check_outcome(expected, &outcome);
    let compared = check_rows(file, case, &outcome);
    check_kept(case, &input, &outcome);
    if expected.find("no_row_lost").is_some() {
        let left = fs::read(&source).expect("the file");
        let left = records(id, &left).expect("rows");
        for row in records(id, &input).expect("rows") {
            let is_there = left.iter().any(|other| other.starts_with(&row));
            assert!(is_there, "{id}: a row is lost");
        }
    }
    compared
}

fn command(file: &Value, case: Case<'_>, source: &Path, target: &Path) -> Run {
    let mut arguments: Vec<_> = words(case.id, case.text("builder"))
        .into_iter()
        .map(str::to_owned)
        .collect();
    let is_zego = arguments[0] == "zego";
    for (name, value) in case.get("defaults").value.as_object().expect("options") {
        // One initialization vector for many tokens is refused, so these tokens
        // are compared by what is inside.
        if is_zego && (name == "nonce" || name == "iv_hex") {
            continue;
        }
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        arguments.push(format!("--{}={value}", name.replace('_', "-")));
    }
    let project = |member: &str| {
        let service = if is_zego { "zego" } else { "agora" };
        let value = &file[service][member];
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    let run = tokenmint(&arguments)
        .arg("--batch")
        .arg(source.to_str().expect("text"))
        .arg("--output")
        .arg(target.to_str().expect("text"));
    if is_zego {
        run.env("ZEGO_APP_ID", &project("app_id"))
            .env("ZEGO_SERVER_SECRET", &project("secret"))
    } else {
        run.project(&project("app_id"), &project("certificate"))
    }
}

fn outcome(case: Case<'_>, input: &[u8], output: Option<&[u8]>, ran: Ran) -> Outcome {
    let id = case.id;
    let rows = output.map_or_else(Vec::new, |bytes| records(id, bytes).expect(id));
    let rows: Vec<_> = if is_json(input) {
        rows
    } else {
        rows.into_iter().skip(1).collect()
    };
    let name = match (ran.code, rows.len()) {
        (2, _) => {
            assert!(output.is_none(), "{id}: refused, and there is output");
            "input-refused"
        }
        (0, _) => "all",
        // In place, nothing was written.
        (4, _) if output.is_none() => "input-refused",
        (4, 0) => "none",
        (4, _) => "some",
        (code, _) => panic!("{id}: exit code {code}: {ran:?}"),
    };
    Outcome { name, rows, ran }
}

fn check_outcome(expected: Case<'_>, outcome: &Outcome) {
    let Outcome { name, ran, .. } = outcome;
    let id = expected.id;
    let also = expected.find("outcome_also_accepted");
    let also = also.map_or_else(Vec::new, |list| list.value.as_array().expect(id).clone());
    let accepted = also.iter().any(|other| other == name) || expected.text("outcome") == *name;
    assert!(accepted, "{id}: {name}: {ran:?}");
    for known in also
        .iter()
        .filter_map(Value::as_str)
        .chain([expected.text("outcome")])
    {
        assert!(
            ["all", "some", "none", "input-refused"].contains(&known),
            "{id}: {known}"
        );
    }
    if let Some(max) = expected.find("max_messages") {
        let messages = ran.stderr.lines().count() as u64;
        assert!(messages <= max.value.as_u64().expect(id), "{id}: {ran:?}");
    }
    if *name == "input-refused" {
        let errors = ran
            .stderr
            .lines()
            .filter(|line| line.starts_with("error: "));
        assert_eq!(errors.count(), 1, "{id}: {ran:?}");
    }
    if ["input-refused", "none"].contains(name) {
        let names = expected.find("message_names");
        for words in names
            .iter()
            .flat_map(|names| names.value.as_array().expect(id))
        {
            assert!(
                mentions(&ran.stderr, words.as_str().expect(id)),
                "{id}: {words}: {ran:?}"
            );
        }
    }
}

/// Whether a message is about one of the things that are joined by "or".
fn mentions(message: &str, about: &str) -> bool {
    // What the cases call it, and what a message may call it.
    let synonyms: &[(&str, &[&str])] = &[
        ("field count", &["cells where there are"]),
        ("encoding", &["UTF-8"]),
        ("expire", &["lifetime", "expire"]),
        ("user", &["user", "uid", "account"]),
        ("JSON", &["JSON"]),
    ];
    let plain = |text: &str| text.to_lowercase().replace(['-', ' '], "_");
    let message = plain(message);
    let about = about.split(':').next().unwrap_or(about);
    about.split(" or ").any(|thing| {
        let known = synonyms.iter().find(|(name, _)| *name == thing);
        let words = known.map_or_else(
            || thing.split(" and ").collect(),
            |(_, words)| words.to_vec(),
        );
        // Both of two things, any of several names for one.
        match known {
            Some(_) => words.iter().any(|word| message.contains(&plain(word))),
            None => words.iter().all(|word| message.contains(&plain(word))),
        }
    })
}

/// The remark about a line, and whether it is a warning.
fn remark(ran: &Ran, line: u64) -> Option<(&str, bool)> {
    let start = format!("line {line}: ");
    let text = ran
        .stderr
        .lines()
        .find_map(|text| text.strip_prefix(&start))?;
    let warning = text.strip_prefix("warning: ");
    Some((warning.unwrap_or(text), warning.is_some()))
}

fn check_rows(file: &Value, case: Case<'_>, outcome: &Outcome) -> usize {
    let (id, ran) = (case.id, &outcome.ran);
    if outcome.name == "input-refused" {
        return 0;
    }
    let expected = case.get("expected");
    let compare = Compare {
        builder: case.text("builder"),
        lifetime_only: expected.find("token_check").is_some_and(|check| {
            assert_eq!(*check.value, "decoded", "{id}");
            true
        }),
        zego_secret: file["zego"]["secret"].as_str().expect("a secret"),
    };
    let mut minted = outcome.rows.iter();
    let rows = expected.items("rows");
    for row in &rows {
        known(
            id,
            row.value,
            &["line", "ok", "token", "about", "or_token", "or_warning"],
        );
        let line = row.number("line");
        let at = format!("{id}, line {line}");
        let remark = remark(ran, line);
        let is_minted = remark.is_none_or(|(_, is_warning)| is_warning);
        let token = is_minted.then(|| {
            let cells = minted
                .next()
                .unwrap_or_else(|| panic!("{at}: no token: {ran:?}"));
            str::from_utf8(cells.last().expect("a cell")).expect("a token")
        });
        let ok = row.get("ok").value.as_bool().expect(id);
        let recorded = row.find(if ok { "token" } else { "or_token" });
        match (token, recorded) {
            (Some(token), Some(recorded)) => {
                expect_same(&at, &compare, token, recorded.value.as_str().expect(id));
            }
            (Some(_), None) => {
                let may_warn = row.find("or_warning").is_some_and(|may| *may.value == true);
                assert!(
                    may_warn && remark.is_some(),
                    "{at}: it has a token: {ran:?}"
                );
            }
            (None, _) => {
                let (text, _) = remark.expect("a reason");
                // Another outcome that is right too refuses other rows.
                let is_right = !ok || expected.text("outcome") != outcome.name;
                assert!(is_right, "{at}: it has no token: {ran:?}");
                if !ok {
                    assert!(mentions(text, row.text("about")), "{at}: {text}");
                }
            }
        }
    }
    assert_eq!(minted.next(), None, "{id}: more tokens than rows");
    rows.len()
}

/// All other cells of a row with a token are as they were.
fn check_kept(case: Case<'_>, input: &[u8], outcome: &Outcome) {
    let Ok(before) = records(case.id, input) else {
        return;
    };
    let mut before = before.iter();
    for row in &outcome.rows {
        let (_, cells) = row.split_last().expect("a token");
        let is_kept = before.any(|other| other == cells);
        assert!(
            is_kept,
            "{}: {:?}",
            case.id,
            String::from_utf8_lossy(&row.concat())
        );
    }
}

fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(text.trim_ascii_start(), [b'{' | b'[', ..])
}

/// The rows of an input or an output: cells, or the text of an object without
/// its token, and the token.
fn records(id: &str, bytes: &[u8]) -> Result<Vec<Cells>, String> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if is_json(text) {
        return json_records(text);
    }
    let has_line_feed = text.contains(&b'\n');
    let header = text.split(|byte| matches!(byte, b'\n' | b'\r')).next();
    let header = header.unwrap_or_default();
    let separator = [b'\t', b';', b',']
        .into_iter()
        .find(|byte| header.contains(byte));
    let terminator = if has_line_feed {
        csv::Terminator::CRLF
    } else {
        csv::Terminator::Any(b'\r')
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b','))
        .terminator(terminator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text);
    let rows = reader.byte_records().map(|record| {
        let record = record.map_err(|error| format!("{id}: {error}"))?;
        Ok(record.iter().map(<[u8]>::to_vec).collect())
    });
    rows.collect()
}

fn json_records(text: &[u8]) -> Result<Vec<Cells>, String> {
    let values = serde_json::Deserializer::from_slice(text).into_iter::<Value>();
    let mut rows = Vec::new();
    for value in values {
        match value.map_err(|error| error.to_string())? {
            Value::Array(list) => rows.extend(list),
            other => rows.push(other),
        }
    }
    let cells = |mut row: Value| {
        let token = row
            .as_object_mut()
            .and_then(|members| members.shift_remove("token"));
        let token = token
            .as_ref()
            .and_then(Value::as_str)
            .map(|token| token.as_bytes().to_vec());
        [row.to_string().into_bytes()]
            .into_iter()
            .chain(token)
            .collect()
    };
    Ok(rows.into_iter().map(cells).collect())
}
