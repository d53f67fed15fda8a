//! Doubles over a real socket, with the real transports.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use tokenmint::ath::SigningKey;
use tokenmint::client::ath::{
    AuthorizeRequest, ClientConfig as AthConfig, Developer, GatewayClient, OAUTH_COMPLETED,
    RegisterRequest,
};
use tokenmint::client::authing::management::CreateRole;
use tokenmint::client::authing::{ManagementAuth, ManagementClient, ManagementClientOptions};
use tokenmint::client::convoai::types::agents::AgentFilter;
use tokenmint::client::convoai::vendors::{llm::OpenAiLlm, tts::OpenAiTts};
use tokenmint::client::convoai::{
    Agent, AgentClient, Area, AsyncAgentClient, ClientConfig, SessionOptions,
};
use tokenmint::http::{Error, ErrorKind};
use tokenmint_sim::ath::{Ath, Flavour};
use tokenmint_sim::authing::{Authing, KEY_ID, KEY_SECRET};
use tokenmint_sim::convoai::ConvoAi;
use tokenmint_sim::socket::{Running, Server};
use tokenmint_sim::{Fault, On, Shared};

const APP_ID: &str = "970ca35de60c44645bbae8a215061b33";
const CERTIFICATE: &str = "5cfd2fd1755d40ecb72977518be15d3b";
const AGENT: &str = "https://agent.example/.well-known/agent.json";

fn convoai(server: Server) -> (Running, Shared<ConvoAi>) {
    let double = Shared::new(ConvoAi::new(APP_ID, CERTIFICATE).unwrap());
    (server.serve(&double).unwrap(), double)
}

fn config(running: &Running) -> ClientConfig {
    let url = format!("{}/api/conversational-ai-agent", running.url());
    ClientConfig::new(Area::Us, APP_ID)
        .app_certificate(CERTIFICATE)
        .base_url(&url)
        .max_retries(0)
        .timeout(Duration::from_millis(600))
}

/// A listing with either transport.
fn list(running: &Running, is_async: bool) -> Result<usize, Error> {
    let filter = AgentFilter::default();
    let page = if is_async {
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.enable_all().build().unwrap();
        runtime.block_on(async {
            let client = AsyncAgentClient::new(&config(running))?;
            client.agents().list(&filter).await
        })?
    } else {
        let client = AgentClient::new(&config(running))?;
        client.agents().list(&filter)?
    };
    Ok(page.items.len())
}

#[test]
fn every_fault_looks_to_both_transports_as_it_does_in_the_simulation() {
    for (fault, kind, status) in [
        (Fault::ResetBefore, ErrorKind::Interrupted, None),
        (Fault::AnswerLost, ErrorKind::Interrupted, None),
        (Fault::BrokenHeaders, ErrorKind::Interrupted, None),
        (Fault::BrokenBody, ErrorKind::Interrupted, None),
        (Fault::HalfBody, ErrorKind::Answer, Some(200)),
        (Fault::SlowUnseen, ErrorKind::Timeout, None),
        (Fault::SlowAnswer, ErrorKind::Timeout, None),
        (Fault::TooMany, ErrorKind::Status, Some(429)),
        (Fault::TooManyWait, ErrorKind::Status, Some(429)),
        (Fault::TooManyLong, ErrorKind::Status, Some(429)),
        (Fault::Internal, ErrorKind::Status, Some(500)),
        (Fault::BadGateway, ErrorKind::Status, Some(502)),
        (Fault::Unavailable, ErrorKind::Status, Some(503)),
        (Fault::UnavailableWait, ErrorKind::Status, Some(503)),
        (Fault::GatewayTimeout, ErrorKind::Status, Some(504)),
        (Fault::Html, ErrorKind::Answer, Some(200)),
        (Fault::Redirect, ErrorKind::Redirect, Some(302)),
    ] {
        for is_async in [false, true] {
            let server = Server::bind(0).unwrap().slow(Duration::from_secs(2));
            server.fault(On::path("agents"), fault).unwrap();
            let (running, _double) = convoai(server);
            let error = list(&running, is_async).unwrap_err();
            let seen = (error.kind(), error.status());
            assert_eq!(seen, (kind, status), "{fault} async {is_async}: {error:?}");
            assert_eq!(list(&running, is_async).unwrap(), 0, "{fault}");
        }
    }
}

#[test]
fn faults_of_the_clients_side_are_refused_with_a_list_of_the_others() {
    let server = Server::bind(0).unwrap();
    for fault in Fault::ALL {
        let added = server.fault(On::any(), *fault);
        assert_eq!(added.is_ok(), Server::FAULTS.contains(fault), "{fault}");
    }
    let refused = server.fault(On::any(), Fault::NotResolved).unwrap_err();
    assert!(refused.to_string().contains("answer-lost"), "{refused}");
}

#[test]
fn a_start_whose_answer_is_lost_leaves_an_agent_and_a_line_says_so() {
    let (tell, told) = mpsc::channel();
    let server = Server::bind(0).unwrap();
    server.fault(On::path("join"), Fault::AnswerLost).unwrap();
    let server = server.told(move |line| tell.send(line.to_owned()).unwrap());
    let (running, double) = convoai(server);
    let client = AgentClient::new(&config(&running)).unwrap();
    let llm = OpenAiLlm::new("gpt-4o-mini");
    let agent = Agent::new().with_llm(&llm).unwrap();
    let tts = OpenAiTts::new("alloy");
    let agent = agent.with_tts(&tts).unwrap();
    let options = SessionOptions::new("lobby", "1001", &["100"]).name("a");
    let session = agent.create_session(&client, options);
    session.start().unwrap_err();
    assert_eq!(double.lock().running().count(), 1);
    let line = told.recv().unwrap();
    assert!(
        line.ends_with("/join [answer-lost] (started A1) -> no answer"),
        "{line}"
    );
    assert!(!line.contains("007"), "{line}");
}

#[test]
fn a_handshake_with_a_browser_that_opens_the_page() {
    let server = Server::bind(0).unwrap();
    let key = SigningKey::from_bytes(&[7; 32]).unwrap();
    let mut double = Ath::new(Flavour::Handlers, server.url(), 1);
    double.consent_after = Duration::ZERO;
    let double = Shared::new(double.with_identity(AGENT, key.public_key()));
    let running = server.serve(&double).unwrap();
    let client = GatewayClient::new(&AthConfig::new(running.url(), AGENT, key)).unwrap();
    client.discover().unwrap();
    let request = RegisterRequest::new(Developer::new("Example", "example.com"))
        .provider("github", &["repo"])
        .redirect_uri("http://127.0.0.1:1/cb");
    client.register(&request).unwrap();
    let request = AuthorizeRequest::new("github", &["repo"]);
    let session = client.authorize(&request).unwrap();
    client
        .exchange_token(OAUTH_COMPLETED, &session.ath_session_id)
        .unwrap_err();
    let page = get(&running, &session.authorization_url);
    let expected = format!(
        "location: http://127.0.0.1:1/cb?session_id={}&success=true",
        session.ath_session_id
    );
    assert!(page.contains(" 302 ") && page.contains(&expected), "{page}");
    client
        .exchange_token(OAUTH_COMPLETED, &session.ath_session_id)
        .unwrap();
    assert_eq!(double.lock().tokens().len(), 1);
}

#[test]
fn answers_in_chunks_are_whole_to_a_client_and_have_no_length() {
    let (running, _double) = convoai(Server::bind(0).unwrap().chunked());
    assert_eq!(list(&running, false).unwrap(), 0);
    let host = running.url().strip_prefix("http://").unwrap();
    let mut socket = TcpStream::connect(host).unwrap();
    write!(
        socket,
        "GET / HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("transfer-encoding: chunked"), "{head}");
    assert!(!head.contains("content-length"), "{head}");
    assert!(
        body.starts_with("10\r\n") && body.ends_with("\r\n0\r\n\r\n"),
        "{body}"
    );
}

/// What a browser gets at a URL of the double.
fn get(running: &Running, url: &str) -> String {
    let host = running.url().strip_prefix("http://").unwrap();
    let target = url.strip_prefix(running.url()).unwrap();
    let mut socket = TcpStream::connect(host).unwrap();
    write!(socket, "GET {target} HTTP/1.0\r\nhost: {host}\r\n\r\n").unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn requests_to_a_pool_are_signed_or_have_its_token() {
    let (server, double) = (Server::bind(0).unwrap(), Shared::new(Authing::new()));
    let running = server.serve(&double).unwrap();
    let client = |secret: &str, auth| {
        let options = ManagementClientOptions::new(KEY_ID, secret)
            .host(running.url())
            .auth(auth);
        ManagementClient::new(&options).unwrap()
    };
    for (code, auth) in [
        ("a", ManagementAuth::Signature),
        ("b", ManagementAuth::Bearer),
    ] {
        client(KEY_SECRET, auth)
            .create_role(&CreateRole::new(code))
            .unwrap();
        // Refused in an envelope, or for want of a token.
        let refused = client("wrong", auth).create_role(&CreateRole::new("c"));
        assert!(!matches!(refused, Ok(answer) if answer.is_success()));
    }
    assert_eq!(double.lock().roles(), ["a", "b"]);
}

#[test]
fn random_faults_follow_from_their_seed() {
    let run = |seed| {
        let (tell, told) = mpsc::channel();
        let server = Server::bind(0).unwrap().slow(Duration::ZERO).random(seed);
        let (running, _double) = convoai(server.told(move |line| {
            tell.send(line.to_owned()).unwrap();
        }));
        for _ in 0..40 {
            // What comes of it is in the lines.
            let _ = list(&running, false);
        }
        drop(running);
        told.iter().collect::<Vec<_>>()
    };
    let first = run(1);
    assert!(first.iter().any(|line| line.contains('[')), "{first:?}");
    assert_eq!(run(1), first);
    assert_ne!(run(2), first);
}

#[test]
fn dropping_it_closes_the_port() {
    let (running, _double) = convoai(Server::bind(0).unwrap());
    let host = running.url().strip_prefix("http://").unwrap().to_owned();
    TcpStream::connect(&host).unwrap();
    let before = Instant::now();
    drop(running);
    assert!(before.elapsed() < Duration::from_secs(5));
    TcpStream::connect(&host).unwrap_err();
}
