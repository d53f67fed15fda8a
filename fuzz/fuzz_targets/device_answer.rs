//! Any bytes in any pieces as an answer to a device: they are read as they are in
//! one piece, with bounded work, and what is taken for an object with an agent id is
//! one for serde_json, too.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use tokenmint::agora::AppId;
use tokenmint::device::{
    ANSWER_BODY_MAX, ANSWER_HEAD_MAX, Answer, Area, Authorization, FindAgents, Project, Said,
    Server, StartAgent, StopAgent, TEXT_MAX, TokenServer, sample, ten,
};
use tokenmint_fuzz::{APP_ID, Bytes};

#[derive(Debug, Arbitrary)]
struct Input {
    asked: u8,
    head: Head,
    rest: Bytes<4_096>,
    cuts: Vec<u16>,
    room: u16,
}

/// What most answers begin with, so that the bytes reach further.
#[derive(Debug, Arbitrary)]
enum Head {
    None,
    Status(u16),
    Length(u16, u32),
    Chunked(u16),
    ToTheEnd(u16),
}

impl Head {
    fn text(&self) -> String {
        let line = |status: &u16| format!("HTTP/1.1 {} X\r\n", 100 + status % 500);
        match self {
            Self::None => String::new(),
            Self::Status(status) => line(status),
            Self::Length(status, len) => format!("{}Content-Length: {len}\r\n\r\n", line(status)),
            Self::Chunked(status) => format!("{}Transfer-Encoding: chunked\r\n\r\n", line(status)),
            Self::ToTheEnd(status) => format!("{}\r\n", line(status)),
        }
    }
}

fuzz_target!(|input: Input| {
    let mut bytes = input.head.text().into_bytes();
    bytes.extend(&input.rest.0);
    let mut cuts: Vec<usize> = input.cuts.iter().map(|cut| usize::from(*cut)).collect();
    cuts.retain(|cut| *cut < bytes.len());
    cuts.sort_unstable();
    let (mut one, mut two) = (vec![0; input.room.into()], vec![0; input.room.into()]);
    let whole = read(input.asked, &mut one, &bytes, &[]);
    let pieces = read(input.asked, &mut two, &bytes, &cuts);
    assert_eq!(whole, pieces);
});

type Seen = (
    Result<usize, tokenmint::Error>,
    Result<(), tokenmint::Error>,
    Said,
    u16,
    Option<String>,
    Result<String, tokenmint::Error>,
    String,
    u8,
);

fn read(asked: u8, room: &mut [u8], bytes: &[u8], cuts: &[usize]) -> Seen {
    let app_id = AppId::new(APP_ID).expect("an app id");
    let project = Project::new(Server::of(Area::Us), app_id, Authorization::NONE);
    let server = TokenServer::new(Server::of(Area::Us), Authorization::NONE);
    let start = StartAgent::new("n", "c", "T", "1", &["2"]);
    let stop = StopAgent::new("A1");
    let find = FindAgents::in_channel("c").nth(asked >> 4);
    let get = sample::GetToken::new("c", 1.into());
    let ten = ten::GetToken::new("c");
    let request = match asked % 5 {
        0 => start.to(&project),
        1 => stop.to(&project),
        2 => find.to(&project),
        3 => get.to(&server),
        _ => ten.to(&server),
    };
    let mut answer = request.expect("a request").answer_into(room);
    let (mut from, mut len, mut result) = (0, 0, Ok(0));
    for to in cuts.iter().copied().chain([bytes.len()]) {
        result = answer.read(&bytes[from..to]);
        match result {
            Ok(read) => len += read,
            Err(_) => break,
        }
        from = to;
    }
    let limit = usize::try_from(ANSWER_HEAD_MAX + 3 * ANSWER_BODY_MAX * 8).expect("fits");
    assert!(len <= limit, "an answer without end");
    let ended = answer.end();
    check(&answer, asked, bytes);
    (
        result.map(|_| len),
        ended,
        answer.said(),
        answer.status(),
        answer.agent_id().map(str::to_owned),
        answer.token().map(str::to_owned),
        answer.reason().to_owned(),
        answer.found(),
    )
}

/// A body that is all after the head can be compared.
fn check(answer: &Answer<'_>, asked: u8, bytes: &[u8]) {
    assert!(
        answer
            .agent_id()
            .is_none_or(|id| !id.is_empty() && id.len() <= TEXT_MAX)
    );
    let head = b"HTTP/1.1 200 X\r\n\r\n";
    let (Some(body), 0, Said::Done) = (bytes.strip_prefix(head), asked % 5, answer.said()) else {
        return;
    };
    match serde_json::from_slice::<Value>(body) {
        Ok(body) => {
            let id = body["agent_id"].clone();
            let id = id.as_str().map_or_else(|| id.to_string(), str::to_owned);
            // serde_json writes some numbers in another way.
            assert!(body["agent_id"].is_number() || answer.agent_id() == Some(&id));
        }
        Err(error) => assert!(error.to_string().contains("number out of range"), "{error}"),
    }
}
