//! The reader of a device and both adapters at the same answers: they take the same
//! for whole, and see the same in it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokenmint::agora::AppId;
use tokenmint::device::{self, Answer, Area, Authorization, Project, Said, StartAgent};
use tokenmint::http::{Error, ErrorKind, Response};

use crate::caller::{ADAPTERS, GET, TestCall};
use crate::server::{Script, Server};

/// A server whose next answer can be changed.
struct Scripted {
    server: Server,
    next: Arc<Mutex<Vec<u8>>>,
}

impl Scripted {
    fn start() -> Self {
        let next = Arc::new(Mutex::new(Vec::new()));
        let said = Arc::clone(&next);
        Self {
            server: Server::start(move |_, _| Script::send(said.lock().unwrap().clone())),
            next,
        }
    }

    /// What the adapters make of these bytes and the end of the connection.
    fn asked(&self, bytes: &[u8]) -> [Result<Response, Error>; 2] {
        *self.next.lock().unwrap() = bytes.to_vec();
        ADAPTERS.map(|adapter| {
            let call = TestCall::new(GET, &self.server.url()).once().timeout(5_000);
            adapter.ask(&call)
        })
    }
}

/// What the reader makes of them.
fn read(bytes: &[u8]) -> Answer<'static> {
    let app_id = AppId::new("970CA35de60c44645bbae8a215061b33").expect("an app id");
    let project = Project::new(device::Server::of(Area::Us), app_id, Authorization::NONE);
    let start = StartAgent::new("n", "c", "T", "1", &["2"]);
    let mut answer = start.to(&project).expect("a request").answer();
    for piece in bytes.chunks(7) {
        if answer.read(piece).is_err() {
            return answer;
        }
    }
    let _ = answer.end();
    answer
}

/// The id that `serde_json` finds.
fn agent_id(body: &[u8]) -> Option<String> {
    let body: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).ok()?;
    Some(body.get("agent_id")?.as_str()?.to_owned()).filter(|id| !id.is_empty())
}

/// Asserts that what the reader has taken for whole is what an adapter has.
fn assert_same(text: &str, ours: &Answer<'_>, theirs: &Response) {
    assert_eq!(ours.status(), theirs.status, "{text:?}");
    let now = Duration::from_secs(ours.date().unwrap_or(0).into());
    assert_eq!(ours.retry_after(), theirs.retry_after(now), "{text:?}");
    if theirs.status == 200 {
        let id = agent_id(&theirs.body);
        assert_eq!(ours.said() == Said::Done, id.is_some(), "{text:?}");
        assert_eq!(ours.agent_id(), id.as_deref(), "{text:?}");
    }
}

const BODY: &str = r#"{"x":[1,{"y":null}],"agent_id":"A\u00e91"}"#;

fn answers() -> Vec<String> {
    let len = BODY.len();
    let (one, two) = BODY.split_at(11);
    let chunks = format!("b\r\n{one}\r\n{:X};a=b\r\n{two}\r\n", two.len());
    let bodies = [
        format!("Content-Length: {len}\r\n\r\n{BODY}"),
        format!("content-length:{len}  \r\n\r\n{BODY}"),
        format!("Transfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n"),
        format!("Transfer-Encoding: chunked\r\n\r\n{chunks}0\r\nX: y\r\n\r\n"),
        format!("\r\n{BODY}"),
        // What ends too early.
        format!("Content-Length: {}\r\n\r\n{BODY}", len + 1),
        format!("Transfer-Encoding: chunked\r\n\r\n{chunks}"),
        format!("Transfer-Encoding: chunked\r\n\r\n{chunks}0\r\n"),
        format!("Transfer-Encoding: chunked\r\n\r\n{one}"),
        "Content-Length: 5\r\n".into(),
        String::new(),
        // What lies.
        format!("Content-Length: x\r\n\r\n{BODY}"),
        format!("Content-Length: -1\r\n\r\n{BODY}"),
        format!("Content-Length: 1\r\nContent-Length: {len}\r\n\r\n{BODY}"),
        format!("Transfer-Encoding: chunked\r\n\r\nxyz\r\n{BODY}\r\n0\r\n\r\n"),
        format!("Transfer-Encoding: chunked\r\n\r\n1\r\n{BODY}\r\n0\r\n\r\n"),
    ];
    let mut answers = Vec::new();
    for head in [
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200\r\n",
        "HTTP/1.1 409 Conflict\r\nRetry-After: 3\r\n",
        "HTTP/1.1 503 X\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\n\
         Retry-After: Tue, 14 Nov 2023 22:13:32 GMT\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-Long: \
         aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n",
    ] {
        answers.extend(bodies.iter().map(|body| format!("{head}{body}")));
    }
    answers.extend(
        [
            "",
            "\0\0\0\0",
            "SSH-2.0-OpenSSH\r\n",
            "HTTP/1.1 20 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
            "HTTP/1.1 204 X\r\n\r\n",
            "HTTP/1.0 200 OK\r\n\r\n{\"agent_id\":\"A1\"}",
            "HTTP/1.0 500 X\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}more",
            "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrue",
            "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"agent_id\":\"A1\"",
        ]
        .map(str::to_owned),
    );
    answers
}

#[test]
fn the_reader_and_the_adapters_agree() {
    let server = Scripted::start();
    let (mut whole, mut none) = (0, 0);
    for text in answers() {
        let ours = read(text.as_bytes());
        let asked = server.asked(text.as_bytes());
        if asked[0].is_ok() != asked[1].is_ok() {
            // Where they are of two minds, a device does not believe it.
            assert_eq!(ours.said(), Said::Lost, "{text:?}");
            continue;
        }
        for theirs in asked {
            match theirs {
                Ok(theirs) => {
                    assert_ne!(ours.said(), Said::Lost, "{text:?}");
                    assert_same(&text, &ours, &theirs);
                    whole += 1;
                }
                Err(error) => {
                    assert_eq!(ours.said(), Said::Lost, "{text:?}: {error}");
                    assert_ne!(error.kind(), ErrorKind::Timeout, "{text:?}");
                    none += 1;
                }
            }
        }
    }
    assert!(whole > 50 && none > 50, "{whole} whole, {none} not");
    println!("{whole} answers were whole, {none} were not");
}

/// The next number of a sequence that looks random (SplitMix64).
fn random(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) as usize
}

/// Of an answer in which bytes were changed, a device believes nothing that a
/// client does not.
#[test]
fn what_the_reader_takes_for_whole_is_whole() {
    let server = Scripted::start();
    let answers = answers();
    let mut state = 7;
    let (mut whole, mut same, mut asked) = (0, 0, 0);
    for _ in 0..400 {
        let mut bytes = answers[random(&mut state) % 32].clone().into_bytes();
        for _ in 0..=random(&mut state) % 2 {
            let at = random(&mut state) % bytes.len();
            match random(&mut state) % 3 {
                0 => drop(bytes.remove(at)),
                1 => bytes.insert(at, b"\r\n :;0a\"{"[random(&mut state) % 9]),
                _ => bytes[at] = b"\r\n :;0a\"{\0\xFF"[random(&mut state) % 11],
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let ours = read(&bytes);
        for theirs in server.asked(&bytes) {
            asked += 1;
            let is_whole = ours.said() != Said::Lost;
            same += usize::from(theirs.is_ok() == is_whole);
            if is_whole {
                whole += 1;
                let theirs = theirs.unwrap_or_else(|error| panic!("{text:?}: {error}"));
                assert_same(&text, &ours, &theirs);
            }
        }
    }
    println!("{asked} asked, {whole} whole, {same} the same");
    assert!(
        whole > asked / 8 && same > asked * 9 / 10,
        "{whole} {same} of {asked}"
    );
}
