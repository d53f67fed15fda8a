//! Recorded conversations: every case is played by a server on the loopback
//! interface to a blocking and an async client, and what was sent is judged as
//! a strict implementor judges it.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use serde_json::{Map, Value, json};
use tokenmint::ath::SigningKey;
use tokenmint::client::ath::{ApiAnswer, Content, Error, ErrorCode};
use tokenmint::http::ErrorKind;

use crate::same::same;
use crate::support::{Case, known};

#[path = "ath_judge.rs"]
mod judge;
#[path = "ath_player.rs"]
mod player;
#[path = "ath_replay.rs"]
mod replay;

use judge::Judge;
use player::Player;
use replay::Replay;

const MEMBERS: [&str; 10] = [
    "id",
    "class",
    "server",
    "tags",
    "client",
    "steps",
    "note",
    "credentials_file",
    "loads_file",
    "bad_files",
];
const STEP: [&str; 7] = [
    "call",
    "args",
    "exchanges",
    "result",
    "error",
    "state_after",
    "clock_advance_s",
];

/// Runs a case in both ways.
pub fn run(recorded: Case<'_>, file: &Value) {
    let id = recorded.id;
    known(id, recorded.value, &MEMBERS);
    for asynchronous in [false, true] {
        let id = format!("{id} ({})", if asynchronous { "async" } else { "blocking" });
        let replay = Replay::start();
        let here = replay.instead_of(recorded.get("client").text("url"), recorded.value);
        let case = Case {
            id: &id,
            value: &here,
        };
        let player = Player::new(case, file, &replay, asynchronous);
        let judge = Judge::new(case, file);
        Conversation {
            case,
            replay,
            player,
            judge,
            seen_ids: HashSet::new(),
        }
        .run();
    }
}

/// Tells how the cases were run, and of what kinds they are.
pub fn tell(cases: &Value) {
    let cases = cases.as_array().expect("a list");
    let run = cases
        .iter()
        .filter(|case| case.get("not_applicable").is_none());
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut modes = [0, 0];
    for case in run {
        let class = case["class"].as_str().unwrap_or_default();
        modes[usize::from(class.contains("Native"))] += 1;
        for tag in case["tags"].as_array().into_iter().flatten() {
            *kinds.entry(tag.as_str().unwrap_or_default()).or_default() += 1;
        }
    }
    let [gateway, native] = modes;
    println!("  blocking: {gateway} gateway, {native} native; async: the same again");
    println!("  answered by: {}", Replay::NETWORK);
    println!("  kinds: {kinds:?}");
}

/// A private key by the name that cases give it.
fn key(file: &Value, name: &str) -> SigningKey {
    super::signing_key(&file["known_answers"][name], name)
}

struct Conversation<'a> {
    case: Case<'a>,
    replay: Replay,
    player: Player,
    judge: Judge<'a>,
    seen_ids: HashSet<String>,
}

/// Documented in `docs/ath.md`.
const OWN_MEMBERS: [&str; 7] = [
    "url",
    "agent_id",
    "redirect_uris",
    "agent_status",
    "approved_providers",
    "tokens",
    "sessions",
];

impl Conversation<'_> {
    fn run(mut self) {
        let id = self.case.id;
        for step in self.case.items("steps") {
            // What the user does in the browser.
            if step.text("call").starts_with('(') {
                known(id, step.value, &["call", "args", "hops"]);
                continue;
            }
            known(id, step.value, &STEP);
            self.step(step);
        }
        self.save();
        self.refuse_bad_files();
    }

    fn step(&mut self, step: Case<'_>) {
        let id = step.id;
        if let Some(seconds) = step.find("clock_advance_s") {
            let seconds = seconds.value.as_f64().expect(id);
            self.replay.advance(seconds);
        }
        let exchanges = step.value.get("exchanges").and_then(Value::as_array);
        let exchanges = exchanges.map_or(&[][..], Vec::as_slice);
        self.replay.plan(id, exchanges);
        let file = self.case.find("loads_file");
        let file = file.map(|file| file.value.as_str().expect(id));
        let result = self.player.call(step, file);

        let requests = self.replay.take_requests();
        assert_eq!(
            requests.len(),
            exchanges.len(),
            "{id}: requests of {}",
            step.text("call")
        );
        let mut state = None;
        for (exchange, request) in exchanges.iter().zip(&requests) {
            let sent = self.judge.request(exchange, request, self.replay.now());
            if let Some(token_id) = sent.token_id {
                assert!(self.seen_ids.insert(token_id), "{id}: a jti stands twice");
            }
            state = sent.state.or(state);
        }
        let answer = exchanges
            .last()
            .map_or(&Value::Null, |exchange| &exchange["response"]);
        compare_result(step, result, answer, state);
        self.compare_state(step);
    }

    fn compare_state(&self, step: Case<'_>) {
        let Some(recorded) = step.find("state_after") else {
            return;
        };
        let found = self.player.state();
        for (name, recorded) in recorded.value.as_object().expect(step.id) {
            let found = found
                .get(name)
                .unwrap_or_else(|| panic!("{}: unknown member {name:?}", step.id));
            let at = format!("{} after {}", name, step.text("call"));
            same(step.id, &at, recorded, Some(found), &|_, _, _| false);
        }
    }

    fn save(&self) {
        let Some(recorded) = self.case.find("credentials_file") else {
            return;
        };
        let id = recorded.id;
        known(id, recorded.value, &["text", "mode_with_umask_022"]);
        let path = scratch("saved");
        self.player.save(&path).expect(id);
        let text = std::fs::read_to_string(&path).expect(id);
        let parse = |text: &str| -> Map<String, Value> { serde_json::from_str(text).expect(id) };
        let mut found = parse(&text);
        // What the file has beside what the Python SDK writes, which passes over it.
        for name in OWN_MEMBERS {
            found.remove(name);
        }
        assert_eq!(found, parse(recorded.text("text")), "{id}: the file");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).expect(id).permissions().mode() & 0o777;
            let expected = recorded.text("mode_with_umask_022");
            assert_eq!(format!("{mode:#o}"), expected, "{id}: the mode");
        }
        std::fs::remove_file(path).expect(id);
    }

    fn refuse_bad_files(&self) {
        let Some(files) = self.case.find("bad_files") else {
            return;
        };
        let id = files.id;
        let before = self.player.state();
        for file in files.value.as_array().expect(id) {
            known(id, file, &["text", "error"]);
            let text = file["text"].as_str().expect(id);
            let error = self.player.load(text).expect_err(text);
            assert_eq!(error.kind(), ErrorKind::File, "{id}: {text}");
            assert_eq!(self.player.state(), before, "{id}: {text}");
        }
    }
}

/// A file that no other test has.
fn scratch(name: &str) -> PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let process = std::process::id();
    std::env::temp_dir().join(format!("tokenmint-{process}-{number}-{name}.json"))
}

fn compare_result(
    step: Case<'_>,
    result: Result<player::Value, Error>,
    answer: &Value,
    state: Option<String>,
) {
    let id = step.id;
    let call = step.text("call");
    let recorded = (step.value.get("error"), step.value.get("result"));
    match (recorded, result) {
        ((Some(error), None) | (None, Some(error)), Err(found)) if *error == "<error>" => {
            assert!(found.kind().is_local(), "{id}: {call}: {found:?}");
        }
        ((Some(error), None), Err(found)) => compare_error(step, error, &found, answer),
        ((None, recorded), Ok(found)) => {
            // A call without a result was recorded without the member.
            let recorded = recorded.unwrap_or(&Value::Null);
            compare_value(step, recorded, found, answer, state);
        }
        (recorded, found) => panic!("{id}: {call}: {recorded:?} was recorded, not {found:?}"),
    }
}

fn compare_value(
    step: Case<'_>,
    recorded: &Value,
    found: player::Value,
    answer: &Value,
    state: Option<String>,
) {
    let id = step.id;
    let call = step.text("call");
    let found = match found {
        player::Value::Nothing => Value::Null,
        player::Value::Api(answer) => api_value(&answer, recorded),
        player::Value::Typed(mut found) => {
            if let Some(state) = state {
                let given = found
                    .as_object_mut()
                    .and_then(|found| found.remove("state"));
                assert_eq!(given, Some(json!(state)), "{id}: {call}: state");
            }
            let body = answer["body_raw"].as_str().unwrap_or_default();
            let body = serde_json::from_str(body).unwrap_or_default();
            without_unknown(&mut found, recorded, &body);
            found
        }
    };
    same(
        id,
        &format!("result of {call}"),
        recorded,
        Some(&found),
        &|_, _, _| false,
    );
}

/// Members that the recorded SDK passes over and this library keeps.
fn without_unknown(found: &mut Value, recorded: &Value, answered: &Value) {
    match found {
        Value::Object(members) => {
            members.retain(|name, value| {
                recorded.get(name).is_some() || answered.get(name) != Some(value)
            });
            for (name, value) in members {
                without_unknown(value, &recorded[name.as_str()], &answered[name.as_str()]);
            }
        }
        Value::Array(items) => {
            for (n, item) in items.iter_mut().enumerate() {
                without_unknown(item, &recorded[n], &answered[n]);
            }
        }
        _ => {}
    }
}

/// An empty answer is recorded as null or as the empty text.
fn api_value(answer: &ApiAnswer, recorded: &Value) -> Value {
    match &answer.content {
        Content::Empty if *recorded == "" => recorded.clone(),
        Content::Empty => Value::Null,
        Content::Json(value) => value.clone(),
        Content::Text(text) => text.as_str().into(),
        other => panic!("an answer of unknown kind: {other:?}"),
    }
}

fn compare_error(step: Case<'_>, recorded: &Value, found: &Error, answer: &Value) {
    let id = step.id;
    let status = recorded.get("status").and_then(Value::as_u64);
    assert_eq!(
        found.status().map(u64::from),
        status,
        "{id}: status of {found:?}"
    );
    if let Some(code) = recorded.get("code") {
        assert_eq!(found.code().as_str(), code, "{id}: {found:?}");
    }
    if let Some(kind) = recorded.get("kind") {
        known(id, recorded, &["kind", "code", "status"]);
        let expected: &[ErrorKind] = match kind.as_str().expect(id) {
            "decode" => &[ErrorKind::Answer],
            "timeout" => &[ErrorKind::Timeout, ErrorKind::Deadline],
            "transport" => &[
                ErrorKind::Resolve,
                ErrorKind::Connect,
                ErrorKind::Interrupted,
                ErrorKind::Protocol,
                ErrorKind::Transport,
            ],
            other => panic!("{id}: unknown kind {other:?}"),
        };
        assert!(expected.contains(&found.kind()), "{id}: {found:?}");
        if kind == "decode" {
            assert_eq!(*found.code(), ErrorCode::InvalidResponse, "{id}: {found:?}");
        }
        return;
    }
    known(
        id,
        recorded,
        &["type", "code", "message", "status", "details"],
    );
    assert_eq!(recorded["type"], "ATHError", "{id}: unknown type of error");
    let body = answer["body_raw"].as_str().unwrap_or_default();
    let body: Map<String, Value> = serde_json::from_str(body).unwrap_or_default();
    let message = recorded["message"].as_str().expect(id);
    if message == "<any>" {
        assert!(!found.message().is_empty(), "{id}: {found:?}");
    } else if body.contains_key("message") {
        assert_eq!(found.message(), message, "{id}: {found:?}");
    }
    let details = Value::Object(found.details());
    same(
        id,
        "details",
        &recorded["details"],
        Some(&details),
        &|_, _, _| false,
    );
}
