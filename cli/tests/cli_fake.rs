//! `tokenmint fake`: the built program serves, and is called.

#![cfg(feature = "online")]
#![allow(missing_docs, unreachable_pub)]

#[path = "cases/run.rs"]
#[allow(dead_code)] // Shared with the other tests of the command.
mod run;

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use run::{Run, Scratch, tokenmint, words};

const AGENT: &str = r#"{"llm": {"url": "https://llm.example"}, "tts": {"vendor": "v"}}"#;

/// A double that serves until the test is over.
struct Fake {
    child: Child,
    says: HashMap<String, String>,
}

impl Drop for Fake {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Fake {
    /// Starts one, and reads what it says up to this name.
    fn start(line: &str, last: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tokenmint"))
            .arg("fake")
            .args(line.split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let mut says = HashMap::new();
        for (n, line) in lines.enumerate() {
            let line = line.expect("text");
            let (name, value) = line.split_once('=').expect("NAME=VALUE");
            assert_eq!(n == 0, name == "url", "{line}");
            says.insert(name.to_owned(), value.to_owned());
            if name == last {
                break;
            }
        }
        Self { child, says }
    }

    fn call(&self, line: &str) -> Run {
        let run = words(line);
        self.says
            .iter()
            .fold(run, |run, (name, value)| run.env(name, value))
    }

    /// So many lines about requests.
    fn told(&mut self, count: usize) -> Vec<String> {
        let stderr = self.child.stderr.as_mut().expect("a pipe");
        let lines = BufReader::new(stderr).lines().take(count);
        lines.map(|line| line.expect("text")).collect()
    }
}

#[test]
fn an_agent_is_started_and_the_answer_to_its_end_is_lost() {
    let line = "convoai --fault leave:answer-lost";
    let mut fake = Fake::start(line, "AGORA_APP_CERTIFICATE");
    let agent = Scratch::new("fake-agent.json", AGENT);
    let start =
        "convoai start --area us --channel lobby --agent-uid 1001 --remote-uid 100 --properties";
    let ran = fake.call(start).arg(agent.path()).run();
    assert_eq!(ran.line(), "A1");
    let stop = "convoai stop --area us --max-retries 0 A1";
    assert_eq!(fake.call(stop).run().code, 30);
    assert_eq!(fake.call(stop).run().code, 0);
    let told = fake.told(3);
    for (line, end) in told.iter().zip([
        "/join (started A1) -> 200",
        "/A1/leave [answer-lost] (stopped A1) -> no answer",
        "/A1/leave -> 404",
    ]) {
        assert!(line.ends_with(end), "{told:?}");
        assert!(!line.contains("007"), "{told:?}");
    }
}

#[test]
fn a_service_that_speaks_ath_and_a_pool_say_what_they_accept() {
    let fake = Fake::start("ath --kind native", "ATH_AGENT_ID");
    let found = fake.call("ath discover --native --json").run();
    assert_eq!(found.json()["app_id"], "mail", "{found:?}");

    let fake = Fake::start(
        "authing --fault create-role:500",
        "AUTHING_ACCESS_KEY_SECRET",
    );
    let create = "authing call create_role --param code=a --max-retries 0";
    assert_ne!(fake.call(create).run().code, 0);
    let made = fake.call(create).run();
    assert_eq!(made.code, 0, "{made:?}");
}

#[test]
fn what_cannot_be_is_told_before_anything_is_served() {
    for (fault, part) in [
        ("leave", "WHEN:FAULT"),
        ("leave:flood", "flood"),
        ("leave#0:html", "leave#2"),
        ("leave:not-resolved", "answer-lost"),
    ] {
        let ran = tokenmint(["fake", "convoai", "--fault", fault]).run();
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
        assert!(ran.stderr.contains(part), "{ran:?}");
    }
    let fake = Fake::start("convoai", "url");
    let port = fake.says["url"].rsplit(':').next().expect("a port");
    let taken = tokenmint(["fake", "convoai", "--port", port]).run();
    assert_eq!(taken.code, 1, "{taken:?}");
    assert!(taken.stderr.contains("--port 0"), "{taken:?}");
}

#[test]
fn json_has_the_key_of_the_agent_too() {
    let mut fake = Command::new(env!("CARGO_BIN_EXE_tokenmint"))
        .args(["fake", "ath", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let stdout = BufReader::new(fake.stdout.take().expect("a pipe"));
    let mut text = String::new();
    for line in stdout.lines() {
        let line = line.expect("text");
        text += &line;
        if line == "}" {
            break;
        }
    }
    // It may have ended by itself.
    let _ = fake.kill();
    let _ = fake.wait();
    let says: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let key = says["private_key"].as_str().expect("a key");
    assert!(key.starts_with("-----BEGIN PRIVATE KEY-----"), "{text}");
    assert_eq!(says["url"], says["ATH_URL"]);
}
