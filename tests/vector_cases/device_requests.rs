//! `device-requests.json`: what public firmware sends, and what services and
//! sample servers answer.
//!
//! Every request of every list is put together with the types of
//! `tokenmint::device`, written as HTTP/1.1, taken apart by a parser of this file
//! and compared with the recorded one. What the types do not express, or refuse to
//! send, is counted as refused, and has to be in the table of reasons below. Every
//! answer is read in each framing, cut at each place.

use serde_json::{Map, Value};
use tokenmint::agora::AppId;
use tokenmint::device::{
    Answer, Area, Authorization, CnRouting, Codec, FindAgents, Project, RenewToken, Request, Said,
    Server, StartAgent, StopAgent, TokenServer, sample, ten,
};
use tokenmint::internals::wire::{base64, percent};

/// Why a request of the file is not one of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Refused {
    /// The body is not JSON.
    NotJson,
    /// A member is missing, or of a type that the server does not take.
    Members,
    /// A value that the service or the server refuses, too.
    Value,
    /// An endpoint that no device needs.
    Endpoint,
    /// A content type without a body, as the sample server sends it on.
    ContentType,
}

#[derive(Default)]
struct Count {
    sent: usize,
    refused: std::collections::BTreeMap<Refused, Vec<String>>,
    answers: usize,
    readings: usize,
}

pub fn run(file: &Value) {
    let mut count = Count::default();
    let sections = file.as_object().expect("an object");
    for (name, section) in sections.iter().filter(|(name, _)| *name != "about") {
        for (list, example) in examples(&section["examples"]) {
            let id = example["id"].as_str().expect("an example has an id");
            case(&format!("{name} {list} {id}"), example, &mut count);
        }
    }
    assert!(count.sent > 0, "no requests");
    println!(
        "device-requests: {} requests sent as recorded, {} refused, {} answers read in {} ways",
        count.sent,
        count.refused.values().map(Vec::len).sum::<usize>(),
        count.answers,
        count.readings,
    );
    for (reason, cases) in &count.refused {
        println!("  {reason:?}: {}", cases.join(", "));
    }
}

/// The lists of a section, which may have names.
fn examples(examples: &Value) -> Vec<(&str, &Value)> {
    match examples {
        Value::Array(list) => list.iter().map(|example| ("", example)).collect(),
        Value::Object(lists) => lists
            .iter()
            .flat_map(|(name, list)| {
                let list = list.as_array().expect("a list of examples");
                list.iter().map(move |example| (name.as_str(), example))
            })
            .collect(),
        other => panic!("examples are {other}"),
    }
}

fn case(id: &str, example: &Value, count: &mut Count) {
    let sent = exchange(id, &example["request"], &example["answer"], count);
    if let Err(reason) = sent {
        count.refused.entry(reason).or_default().push(id.to_owned());
    }
    for part in ["then", "upstream"] {
        for (at, further) in example[part].as_array().into_iter().flatten().enumerate() {
            case(&format!("{id} {part} {at}"), further, count);
        }
    }
}

/// Sends the request and reads the answer, if the request is one of ours.
fn exchange(id: &str, request: &Value, answer: &Value, count: &mut Count) -> Result<(), Refused> {
    let target = request["url"].as_str().or(request["path"].as_str());
    let target = target.unwrap_or_else(|| panic!("{id}: no url"));
    let body = body_of(request)?;
    let authorization = request["headers"]["authorization"].as_str();
    let pair = authorization.map(|value| basic(id, value));
    let authorization = match &pair {
        Some((name, secret)) => Authorization::basic(name, secret),
        None => Authorization::NONE,
    };
    let compared = |ours: Request<'_>, count: &mut Count| {
        compare(id, request, &ours)?;
        count.sent += 1;
        answered(id, &ours, answer, count);
        Ok(())
    };
    if let Some((base, rest)) = target.split_once("/v2/projects/") {
        let (app_id, rest) = rest.split_once('/').expect(id);
        let project = Project::new(server(base), AppId::new(app_id).expect(id), authorization);
        return match agent_of(rest) {
            ("join", None) => {
                let start = Start::of(&body)?;
                let remotes: Vec<&str> = start.remotes.iter().map(String::as_str).collect();
                let ours = start.typed(&remotes);
                compared(ours.to(&project).map_err(|_| Refused::Value)?, count)
            }
            ("leave", Some(agent_id)) => {
                let ours = StopAgent::new(agent_id);
                compared(ours.to(&project).map_err(|_| Refused::Value)?, count)
            }
            ("update", Some(agent_id)) => {
                let mut properties = only(&body, "properties")?.clone();
                let token = taken_text(&mut properties, "token")?;
                let more = Value::Object(properties.clone()).to_string();
                let mut ours = match &token {
                    Some(token) => RenewToken::new(agent_id, token),
                    None => RenewToken::without_token(agent_id, &more),
                };
                if token.is_some() && !properties.is_empty() {
                    ours = ours.properties(&more);
                }
                compared(ours.to(&project).map_err(|_| Refused::Value)?, count)
            }
            (list, None) if list == "agents" || list.starts_with("agents?") => {
                let pairs = pairs(list);
                let ours = find(&pairs)?;
                compared(ours.to(&project).map_err(|_| Refused::Value)?, count)
            }
            _ => Err(Refused::Endpoint),
        };
    }
    let path_at = target.find("://").map_or(0, |at| at + 3);
    let path_at = path_at + target[path_at..].find('/').expect(id);
    let (base, path) = target.split_at(path_at);
    let base = if base.is_empty() {
        "https://server.example"
    } else {
        base
    };
    let server = TokenServer::new(Server::plain_http(base).expect(id), authorization);
    let body = || body.clone().ok_or(Refused::Members);
    match path {
        "/device" => {
            let mut body = body()?;
            let channel = text(&mut body, "channel_name")?;
            let uid = taken(&mut body, "uid")?;
            empty(&body)?;
            let ours = sample::GetToken::new(&channel, uid_of(&uid)?);
            compared(ours.to(&server).map_err(|_| Refused::Value)?, count)
        }
        "/agent/start" => {
            let mut body = body()?;
            let channel = text(&mut body, "channel_name")?;
            let (agent_uid, uid) = (taken(&mut body, "agent_uid")?, taken(&mut body, "uid")?);
            empty(&body)?;
            let ours = sample::StartAgent::new(&channel, uid_of(&agent_uid)?, uid_of(&uid)?);
            compared(ours.to(&server).map_err(|_| Refused::Value)?, count)
        }
        "/agent/stop" => {
            let mut body = body()?;
            let agent_id = text(&mut body, "agent_id")?;
            empty(&body)?;
            let ours = sample::StopAgent::new(&agent_id);
            compared(ours.to(&server).map_err(|_| Refused::Value)?, count)
        }
        "/token/generate" => {
            let mut body = body()?;
            let channel = text(&mut body, "channel_name")?;
            let request_id = taken_text(&mut body, "request_id")?;
            let uid = taken_number(&mut body, "uid")?;
            empty(&body)?;
            let mut ours = ten::GetToken::new(&channel);
            if let Some(request_id) = &request_id {
                ours = ours.request_id(request_id);
            }
            if let Some(uid) = uid {
                ours = ours.uid(uid);
            }
            compared(ours.to(&server).map_err(|_| Refused::Value)?, count)
        }
        "/start" => {
            let mut body = body()?;
            let channel = text(&mut body, "channel_name")?;
            let graph = text(&mut body, "graph_name")?;
            let request_id = taken_text(&mut body, "request_id")?;
            let token = taken_text(&mut body, "token")?;
            let properties = body
                .shift_remove("properties")
                .map(|value| value.to_string());
            let mut ours = ten::Start::new(&channel, &graph);
            if let Some(request_id) = &request_id {
                ours = ours.request_id(request_id);
            }
            if let Some(uid) = taken_number(&mut body, "user_uid")? {
                ours = ours.user_uid(uid);
            }
            if let Some(uid) = taken_number(&mut body, "bot_uid")? {
                ours = ours.bot_uid(uid);
            }
            if let Some(seconds) = taken_number(&mut body, "timeout")? {
                ours = ours.timeout(seconds);
            }
            if let Some(port) = taken_number(&mut body, "worker_http_server_port")? {
                ours = ours.worker_port(port);
            }
            if let Some(token) = &token {
                ours = ours.token(token);
            }
            if let Some(properties) = &properties {
                ours = ours.properties(properties);
            }
            empty(&body)?;
            compared(ours.to(&server).map_err(|_| Refused::Value)?, count)
        }
        "/ping" | "/stop" => {
            let mut body = body()?;
            let channel = text(&mut body, "channel_name")?;
            let request_id = taken_text(&mut body, "request_id")?;
            empty(&body)?;
            let request_id = request_id.as_deref().unwrap_or_default();
            let (mut ping, mut stop) = (ten::Ping::new(&channel), ten::Stop::new(&channel));
            if !request_id.is_empty() {
                (ping, stop) = (ping.request_id(request_id), stop.request_id(request_id));
            }
            let ours = match path {
                "/ping" => ping.to(&server),
                _ => stop.to(&server),
            };
            compared(ours.map_err(|_| Refused::Value)?, count)
        }
        _ => Err(Refused::Endpoint),
    }
}

/// The body as an object; nothing where there is none.
fn body_of(request: &Value) -> Result<Option<Map<String, Value>>, Refused> {
    if let Some(text) = request["body_text"].as_str() {
        return serde_json::from_str(text).map_err(|_| Refused::NotJson);
    }
    match &request["body"] {
        Value::Null => Ok(None),
        Value::Object(body) if body.contains_key("$text") => Err(Refused::NotJson),
        Value::Object(body) => Ok(Some(with_tokens(body))),
        _ => Err(Refused::NotJson),
    }
}

/// The body with a text in place of each decoded token.
fn with_tokens(body: &Map<String, Value>) -> Map<String, Value> {
    let told = |value: &Value| match value {
        Value::Object(inner) if inner.contains_key("$token") => "007token".into(),
        Value::Object(inner) => Value::Object(with_tokens(inner)),
        other => other.clone(),
    };
    body.iter()
        .map(|(name, value)| (name.clone(), told(value)))
        .collect()
}

/// The name and the secret of a `Basic` header.
fn basic(id: &str, value: &str) -> (String, String) {
    let encoded = value.strip_prefix("Basic ").expect(id);
    let mut out = vec![0; encoded.len()];
    let decoded = base64::decode(encoded.as_bytes(), 0, &mut out).expect(id);
    let pair = String::from_utf8(decoded.to_vec()).expect(id);
    let (name, secret) = pair.split_once(':').expect(id);
    (name.to_owned(), secret.to_owned())
}

/// The server that has this base URL: an area's, where it is one.
fn server(base: &str) -> Server<'_> {
    let areas = [Area::Global, Area::Us, Area::Eu, Area::Ap, Area::Cn];
    let known = areas
        .map(|area| Server::routed(area, CnRouting::EastNorth))
        .into_iter()
        .chain([Server::routed(Area::Cn, CnRouting::OneHost)])
        .find(|server| format!("{server:?}") == base);
    known.unwrap_or_else(|| Server::plain_http(base).expect(base))
}

/// `agents/A1/leave` is `leave` of `A1`.
fn agent_of(rest: &str) -> (&str, Option<&str>) {
    let agent = rest.strip_prefix("agents/");
    match agent.and_then(|agent| agent.rsplit_once('/')) {
        Some((agent_id, verb)) => (verb, Some(agent_id)),
        None => (rest, None),
    }
}

/// The names and values of a query, decoded.
fn pairs(target: &str) -> Vec<(String, String)> {
    let query = target.split_once('?').map_or("", |(_, query)| query);
    let decoded = |text: &str| {
        let mut out = vec![0; text.len()];
        let decoded = percent::decode(text.as_bytes(), percent::Style::Form, &mut out);
        String::from_utf8(decoded.expect(target).to_vec()).expect(target)
    };
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

fn find(pairs: &[(String, String)]) -> Result<FindAgents<'_>, Refused> {
    let value = |name: &str| {
        let pair = pairs.iter().find(|(other, _)| other == name);
        pair.map(|(_, value)| value.as_str())
    };
    let known = ["channel", "from_time", "state", "limit"];
    if pairs
        .iter()
        .any(|(name, _)| !known.contains(&name.as_str()))
    {
        return Err(Refused::Members);
    }
    let mut find = value("channel").map_or(FindAgents::in_project(), FindAgents::in_channel);
    find = find.states(value("state").ok_or(Refused::Members)?);
    if let Some(limit) = value("limit") {
        find = find.limit(limit.parse().map_err(|_| Refused::Value)?);
    }
    if let Some(since) = value("from_time") {
        find = find.since(since.parse().map_err(|_| Refused::Value)?);
    }
    Ok(find)
}

/// A start, its members apart.
struct Start {
    name: String,
    preset: Option<String>,
    pipeline: Option<String>,
    channel: String,
    token: String,
    agent_uid: String,
    remotes: Vec<String>,
    idle_timeout: Option<u32>,
    string_uid: Option<bool>,
    codec: Option<String>,
    more: Option<String>,
}

impl Start {
    fn of(body: &Option<Map<String, Value>>) -> Result<Self, Refused> {
        let mut body = body.clone().ok_or(Refused::Members)?;
        let Value::Object(mut properties) = taken(&mut body, "properties")? else {
            return Err(Refused::Members);
        };
        let string_uid = match properties.shift_remove("enable_string_uid") {
            None => None,
            Some(Value::Bool(enable)) => Some(enable),
            Some(_) => return Err(Refused::Members),
        };
        let Value::Array(remotes) = taken(&mut properties, "remote_rtc_uids")? else {
            return Err(Refused::Members);
        };
        let remotes = remotes.iter().map(Value::as_str);
        let remotes: Option<Vec<_>> = remotes.map(|uid| uid.map(str::to_owned)).collect();
        // A codec alone is for the type to say; more parameters come as text.
        let codec = properties["parameters"]
            .as_object()
            .filter(|parameters| parameters.len() == 1)
            .and_then(|parameters| parameters["output_audio_codec"].as_str())
            .map(str::to_owned);
        if codec.is_some() {
            properties.shift_remove("parameters");
        }
        let start = Self {
            name: text(&mut body, "name")?,
            preset: taken_text(&mut body, "preset")?,
            pipeline: taken_text(&mut body, "pipeline_id")?,
            channel: text(&mut properties, "channel")?,
            token: text(&mut properties, "token")?,
            agent_uid: text(&mut properties, "agent_rtc_uid")?,
            remotes: remotes.ok_or(Refused::Members)?,
            idle_timeout: taken_number(&mut properties, "idle_timeout")?,
            string_uid,
            codec,
            more: (!properties.is_empty()).then(|| Value::Object(properties).to_string()),
        };
        empty(&body)?;
        Ok(start)
    }

    fn typed<'a>(&'a self, remotes: &'a [&'a str]) -> StartAgent<'a> {
        let (name, channel) = (&self.name, &self.channel);
        let mut start = StartAgent::new(name, channel, &self.token, &self.agent_uid, remotes);
        if let Some(preset) = &self.preset {
            start = start.preset(preset);
        }
        if let Some(pipeline) = &self.pipeline {
            start = start.pipeline(pipeline);
        }
        if let Some(seconds) = self.idle_timeout {
            start = start.idle_timeout(seconds);
        }
        if let Some(enable) = self.string_uid {
            start = start.enable_string_uid(enable);
        }
        if let Some(codec) = &self.codec {
            let known = [Codec::Pcmu, Codec::G711u, Codec::G711a, Codec::G722];
            let known = known.into_iter().find(|known| known.as_str() == codec);
            start = start.output_codec(known.unwrap_or(Codec::Other(codec)));
        }
        if let Some(more) = &self.more {
            start = start.properties(more);
        }
        start
    }
}

fn only<'a>(
    body: &'a Option<Map<String, Value>>,
    name: &str,
) -> Result<&'a Map<String, Value>, Refused> {
    let body = body.as_ref().filter(|body| body.len() == 1);
    body.and_then(|body| body[name].as_object())
        .ok_or(Refused::Members)
}

fn taken(body: &mut Map<String, Value>, name: &str) -> Result<Value, Refused> {
    body.shift_remove(name).ok_or(Refused::Members)
}

fn taken_text(body: &mut Map<String, Value>, name: &str) -> Result<Option<String>, Refused> {
    match body.shift_remove(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Refused::Members),
    }
}

fn taken_number(body: &mut Map<String, Value>, name: &str) -> Result<Option<u32>, Refused> {
    match body.shift_remove(name) {
        None => Ok(None),
        Some(value) => {
            let number = value.as_u64().ok_or(Refused::Members)?;
            u32::try_from(number).map(Some).map_err(|_| Refused::Value)
        }
    }
}

fn text(body: &mut Map<String, Value>, name: &str) -> Result<String, Refused> {
    taken_text(body, name)?.ok_or(Refused::Members)
}

fn empty(body: &Map<String, Value>) -> Result<(), Refused> {
    match body.is_empty() {
        true => Ok(()),
        false => Err(Refused::Members),
    }
}

fn uid_of(value: &Value) -> Result<sample::Uid<'_>, Refused> {
    match value {
        Value::String(text) => Ok(sample::Uid::Text(text)),
        Value::Number(number) => {
            let number = number.as_u64().and_then(|number| number.try_into().ok());
            number.map(sample::Uid::Number).ok_or(Refused::Value)
        }
        _ => Err(Refused::Members),
    }
}

/// Compares the bytes of our request with the recorded one.
fn compare(id: &str, recorded: &Value, ours: &Request<'_>) -> Result<(), Refused> {
    let mut buffer = vec![0; ours.size()];
    let bytes = ours.write(&mut buffer).expect(id);
    let whole = Parsed::of(id, bytes);
    let mut pieces = Vec::new();
    ours.send(&mut [0; 7], |piece| {
        assert!(piece.len() <= 7, "{id}: a piece larger than the buffer");
        pieces.extend_from_slice(piece);
        Ok::<(), ()>(())
    })
    .expect(id);
    assert_eq!(pieces, bytes, "{id}: in pieces");

    assert_eq!(recorded["method"], whole.method, "{id}");
    let target = recorded["url"]
        .as_str()
        .or(recorded["path"].as_str())
        .expect(id);
    let mut url = [0; 2048];
    let url = ours.write_url(&mut url).expect(id);
    assert!(
        url.ends_with(&format!(
            "{}{}",
            whole.header("host").expect(id),
            whole.target
        )),
        "{id}: {url}"
    );
    let (path, recorded_path) = (url.split('?').next(), target.split('?').next());
    match target.starts_with('/') {
        true => assert_eq!(Some(whole.target.as_str()), recorded_path, "{id}"),
        false => assert_eq!(path, recorded_path, "{id}"),
    }
    assert_eq!(pairs(url), pairs(target), "{id}: the query");

    let headers = &recorded["headers"];
    assert_eq!(
        headers["authorization"].as_str(),
        whole.header("authorization"),
        "{id}"
    );
    let content_type = headers["content-type"].as_str();
    if content_type.is_some() && whole.header("content-type").is_none() {
        return Err(Refused::ContentType);
    }
    // Servers' examples have no headers where they play no part.
    if headers.is_object() {
        assert_eq!(content_type, whole.header("content-type"), "{id}");
    }
    let expected_len = match whole.method.as_str() {
        "GET" => None,
        _ => Some(whole.body.len().to_string()),
    };
    assert_eq!(
        whole.header("content-length").map(str::to_owned),
        expected_len,
        "{id}"
    );

    let body: Option<Map<String, Value>> = match whole.body.is_empty() {
        true => None,
        false => Some(serde_json::from_slice(&whole.body).expect(id)),
    };
    let recorded_body = body_of(recorded).expect(id);
    assert_eq!(body, recorded_body, "{id}: the body");
    // A sample's firmware looks for members in their order.
    if recorded["body_text"].is_string() || recorded["path"].is_string() {
        let names = |body: Option<Map<String, Value>>| -> Vec<String> {
            body.unwrap_or_default().keys().cloned().collect()
        };
        assert_eq!(names(body), names(recorded_body), "{id}: the order");
    }
    Ok(())
}

/// A request as a server sees it.
struct Parsed {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Parsed {
    fn of(id: &str, bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect(id);
        let head = std::str::from_utf8(&bytes[..end]).expect(id);
        let mut lines = head.split("\r\n");
        let line: Vec<&str> = lines.next().expect(id).split(' ').collect();
        let [method, target, "HTTP/1.1"] = line[..] else {
            panic!("{id}: the request line is {line:?}");
        };
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").expect(id);
            (name.to_ascii_lowercase(), value.to_owned())
        });
        Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: headers.collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(known, _)| known == name);
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "two headers {name}");
        value
    }
}

/// What an answer is to the device, by hand.
#[derive(Debug, PartialEq, Eq)]
struct Expected {
    said: Said,
    agent_id: Option<String>,
    app_id: Option<String>,
    token: Option<String>,
    reason: Option<String>,
}

fn answered(id: &str, ours: &Request<'_>, answer: &Value, count: &mut Count) {
    let Some(status) = answer["status"].as_u64().filter(|status| *status > 0) else {
        // Nothing came.
        let mut reader = ours.answer();
        assert!(answer.is_null() || reader.end().is_err(), "{id}");
        assert_eq!(reader.said(), Said::Lost, "{id}");
        return;
    };
    let body = match (&answer["body"], answer["text"].as_str()) {
        _ if answer["body_raw_note"].is_string() => {
            "HTTP/1.0 500 Internal Server Error\r\nContent-Type: application/json\r\n\r\n{\"error\": \"x\"}"
                .to_owned()
        }
        (_, Some(text)) => text.to_owned(),
        (Value::Object(body), _) => Value::Object(with_tokens(body)).to_string(),
        (Value::Null, _) => String::new(),
        (other, _) => other.to_string(),
    };
    let expected = expected(ours, status, &body);
    let head = |more: &str| format!("HTTP/1.1 {status} Some Words\r\nServer: x\r\n{more}\r\n");
    let chunks: String = body
        .as_bytes()
        .chunks(9)
        .map(|chunk| {
            format!(
                "{:X}\r\n{}\r\n",
                chunk.len(),
                String::from_utf8_lossy(chunk)
            )
        })
        .collect();
    let is_ascii = body.is_ascii();
    let by_length = format!(
        "{}{body}",
        head(&format!("Content-Length: {}\r\n", body.len()))
    );
    let mut framings = vec![
        ("length", by_length.clone(), false),
        ("to the end", format!("{}{body}", head("")), true),
        (
            "interim",
            format!("HTTP/1.1 100 Continue\r\n\r\n{by_length}"),
            false,
        ),
    ];
    if is_ascii {
        let head = head("Transfer-Encoding: chunked\r\n");
        framings.push(("chunked", format!("{head}{chunks}0\r\nX: y\r\n\r\n"), false));
    }
    for (framing, text, ends) in framings {
        let bytes = text.as_bytes();
        let cuts = (0..bytes.len())
            .map(|at| vec![at])
            .chain([(0..bytes.len()).collect()]);
        for cut in cuts {
            let mut token = [0; 1024];
            let mut reader = ours.answer_into(&mut token);
            let mut from = 0;
            for to in cut.into_iter().chain([bytes.len()]) {
                let read = reader.read(&bytes[from..to]).expect(id);
                assert_eq!(read, to - from, "{id} {framing}");
                from = to;
            }
            if ends {
                reader.end().expect(id);
            }
            assert_eq!(seen(&reader), expected, "{id} {framing} {body}");
            assert_eq!(u64::from(reader.status()), status, "{id} {framing}");
            count.readings += 1;
        }
    }
    // As from a library that has read it.
    let mut token = [0; 1024];
    let mut reader = ours.answer_into(&mut token);
    reader.status_is(status.try_into().expect(id));
    reader.body(body.as_bytes());
    reader.complete();
    assert_eq!(seen(&reader), expected, "{id}: {body}");
    count.answers += 1;
}

fn seen(reader: &Answer<'_>) -> Expected {
    Expected {
        said: reader.said(),
        agent_id: reader.agent_id().map(str::to_owned),
        app_id: reader.app_id().map(str::to_owned),
        token: reader.token().ok().map(str::to_owned),
        reason: Some(reader.reason().to_owned()).filter(|reason| !reason.is_empty()),
    }
}

/// What `serde_json` finds in it, by the rules of each endpoint.
fn expected(ours: &Request<'_>, status: u64, body: &str) -> Expected {
    let mut target = [0; 1024];
    let target = ours.write_target(&mut target).expect("it fits");
    let path = target.split('?').next().unwrap_or_default();
    let parsed: Option<Map<String, Value>> = serde_json::from_str(body).ok();
    let is_object = parsed.is_some();
    let body_value = Value::Object(parsed.unwrap_or_default());
    let at = |pointer: &str| {
        let value = body_value.pointer(pointer)?.as_str()?;
        Some(value.to_owned()).filter(|value| !value.is_empty())
    };
    let ok = (200..300).contains(&status);
    let is_ten = ["/token/generate", "/start", "/ping", "/stop"].contains(&path);
    let mut expected = Expected {
        said: if ok { Said::Done } else { Said::Refused },
        agent_id: None,
        app_id: None,
        token: None,
        reason: ["/reason", "/error_type", "/code"].into_iter().find_map(at),
    };
    let done = |done: bool| if done { Said::Done } else { Said::Unusable };
    if is_ten {
        let code = body_value["code"].as_str().map(str::to_owned);
        expected.reason = code.or(body_value["code"].as_u64().map(|code| code.to_string()));
        expected.said = match expected.reason.as_deref() {
            _ if !ok => Said::Refused,
            Some("0") => Said::Done,
            Some("10002") => Said::Gone,
            Some("10003") => Said::Conflict,
            Some(_) => Said::Refused,
            None => Said::Unusable,
        };
        if path == "/token/generate" {
            (expected.app_id, expected.token) = (at("/data/appId"), at("/data/token"));
            if expected.said == Said::Done {
                expected.said = done(expected.token.is_some() && expected.app_id.is_some());
            }
        }
    } else if path.ends_with("/device") {
        (expected.app_id, expected.token) = (at("/app_id"), at("/token"));
        if ok {
            expected.said = done(expected.token.is_some() && expected.app_id.is_some());
        }
    } else if path.ends_with("/join") || path.ends_with("/start") {
        expected.agent_id = at("/agent_id");
        match status {
            409 => expected.said = Said::Conflict,
            _ if ok => expected.said = done(expected.agent_id.is_some()),
            _ => {}
        }
    } else if path.ends_with("/leave") || path.ends_with("/update") || path.ends_with("/stop") {
        if path.ends_with("/update") {
            expected.agent_id = at("/agent_id");
        }
        let garbled = path.ends_with("/stop") && body.starts_with("HTTP/");
        expected.said = match (status, expected.reason.as_deref()) {
            (404 | 410, None | Some("TaskNotFound")) => Said::Gone,
            _ if ok => done(is_object || body.is_empty() || garbled),
            _ => Said::Refused,
        };
    } else if path.ends_with("/agents") {
        expected.agent_id = body_value["data"]["list"]
            .as_array()
            .and_then(|list| list.iter().find_map(|agent| agent["agent_id"].as_str()))
            .map(str::to_owned);
        if ok {
            expected.said = done(is_object);
        }
    } else {
        panic!("no rule for {path}");
    }
    expected
}
