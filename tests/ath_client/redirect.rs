//! The browser on its way back, on the loopback interface.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use tokenmint::client::ath::{RedirectListener, RedirectResult};
use tokenmint::http::{Error, ErrorKind};

use crate::fake::now;

const LONG: Duration = Duration::from_secs(20);

/// What a browser gets.
fn visit(uri: &str, line: &str) -> String {
    let authority = uri.split('/').nth(2).expect("an authority");
    let mut stream = TcpStream::connect(authority).expect("a connection");
    write!(stream, "{line} HTTP/1.1\r\nhost: {authority}\r\n\r\n").expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

/// Visits while another thread waits.
fn caught(session: &'static str, lines: &[&str]) -> (Result<RedirectResult, Error>, Vec<String>) {
    let listener = RedirectListener::bind(0).unwrap();
    let uri = listener.redirect_uri();
    let waiting = thread::spawn(move || listener.wait(session, LONG));
    let answers = lines.iter().map(|line| visit(&uri, line)).collect();
    (waiting.join().expect("no panic"), answers)
}

#[test]
fn both_forms_give_the_session() {
    let (result, answers) = caught("s1", &["GET /callback?session_id=s1&success=true"]);
    let result = result.unwrap();
    assert_eq!((result.session_id.as_str(), result.error), ("s1", None));
    assert!(answers[0].starts_with("HTTP/1.1 200 OK\r\n"));
    assert!(answers[0].contains("Consent was given."));

    let line = "GET /callback?error=access_denied&ath_session_id=s1";
    let (result, answers) = caught("s1", &[line]);
    assert_eq!(result.unwrap().error.as_deref(), Some("access_denied"));
    assert!(answers[0].contains("Consent was not given."));
}

#[test]
fn whatever_else_comes_is_turned_away() {
    let (result, answers) = caught(
        "s1",
        &[
            "GET /favicon.ico",
            "GET /",
            "POST /callback?session_id=s1&success=true",
            "GET /callback",
            "GET /callback?session_id=other&success=true",
            "GET /callback?session_id=other&ath_session_id=s1&success=true",
            "GET /callback?session_id=<script>&success=true",
            "GET /callback?session_id=s1&success=true",
        ],
    );
    assert!(result.unwrap().is_success());
    let statuses: Vec<_> = answers.iter().map(|answer| &answer[9..12]).collect();
    assert_eq!(
        statuses,
        ["404", "404", "405", "400", "400", "400", "400", "200"]
    );
    assert!(answers.iter().all(|answer| !answer.contains("script")));
    assert!(
        answers
            .iter()
            .all(|answer| answer.contains("cache-control: no-store"))
    );
}

#[test]
fn a_connection_that_says_nothing_holds_up_nobody() {
    let listener = RedirectListener::bind(0).unwrap();
    let uri = listener.redirect_uri();
    let waiting = thread::spawn(move || listener.wait("s1", LONG));
    let authority = uri.split('/').nth(2).unwrap();
    let silent: Vec<_> = (0..4)
        .map(|_| TcpStream::connect(authority).unwrap())
        .collect();
    visit(&uri, "GET /callback?session_id=s1&success=true");
    assert!(waiting.join().unwrap().is_ok());
    drop(silent);
}

#[test]
fn nobody_comes_back() {
    let listener = RedirectListener::bind(0).unwrap();
    let error = listener.wait("s1", Duration::from_millis(50)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let port = listener.redirect_uri();
    let port = port.split([':', '/']).nth(4).unwrap().parse().unwrap();
    assert_eq!(
        RedirectListener::bind(port).unwrap_err().kind(),
        ErrorKind::Connect
    );
    let error = now(listener.wait_async("s1", Duration::from_millis(50))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[test]
fn waiting_without_blocking() {
    let listener = RedirectListener::bind(0).unwrap();
    let uri = listener.redirect_uri();
    let browser =
        thread::spawn(move || visit(&uri, "GET /callback?x=1?session_id=s1&success=true"));
    assert!(now(listener.wait_async("s1", LONG)).unwrap().is_success());
    assert!(browser.join().unwrap().contains("200 OK"));
}

#[test]
fn forty_dripping_connections_starve_nobody_and_are_closed_in_time() {
    let listener = RedirectListener::bind(0).unwrap();
    let uri = listener.redirect_uri();
    let authority = uri.split('/').nth(2).expect("an authority").to_string();
    let waiting = thread::spawn(move || listener.wait("s1", LONG));
    let begun = std::time::Instant::now();
    let mut dripping: Vec<_> = (0..40)
        .map(|_| TcpStream::connect(&authority).expect("a connection"))
        .collect();
    // Each sends a byte now and then: no single read waits for long.
    let mut dripped = 0;
    while begun.elapsed() < Duration::from_secs(7) {
        dripping.retain_mut(|stream| stream.write_all(b"G").is_ok());
        dripped += 1;
        thread::sleep(Duration::from_millis(500));
    }
    assert!(dripped > 10);
    assert!(dripping.is_empty(), "{} are still there", dripping.len());
    let mut again: Vec<_> = (0..40)
        .map(|_| TcpStream::connect(&authority).expect("a connection"))
        .collect();
    for stream in &mut again {
        stream.write_all(b"G").expect("a byte");
    }
    let begun = std::time::Instant::now();
    visit(&uri, "GET /callback?session_id=s1&success=true");
    assert_eq!(waiting.join().unwrap().unwrap().session_id, "s1");
    assert!(begun.elapsed() < Duration::from_secs(2), "starved");
}
