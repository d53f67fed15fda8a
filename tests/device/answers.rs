//! What is made of any answer, in pieces of any size.

use core::time::Duration;

use proptest::prelude::*;
use tokenmint::Error;
use tokenmint::device::{
    AgentName, Answer, FindAgents, REASON_MAX, RenewToken, Said, StartAgent, StopAgent, TEXT_MAX,
};
use tokenmint::http::{ANSWER_BODY_MAX, ANSWER_HEAD_MAX, Outcome};

use crate::project;

/// An answer to a start.
fn to_start() -> Answer<'static> {
    let (project, start) = (project(), StartAgent::new("n", "c", "T", "1", &["2"]));
    start.to(&project).expect("a request").answer()
}

fn to_stop() -> Answer<'static> {
    let (project, stop) = (project(), StopAgent::new("A1"));
    stop.to(&project).expect("a request").answer()
}

fn to_renew() -> Answer<'static> {
    let (project, renew) = (project(), RenewToken::new("A1", "T"));
    renew.to(&project).expect("a request").answer()
}

fn to_find(nth: u8) -> Answer<'static> {
    let (project, find) = (project(), FindAgents::in_channel("c").nth(nth));
    find.to(&project).expect("a request").answer()
}

fn to_name() -> Answer<'static> {
    let (project, name) = (project(), AgentName::of("A1"));
    name.to(&project).expect("a request").answer()
}

/// A status and a body, with its length.
fn with_length(status: u16, body: &str) -> String {
    format!(
        "HTTP/1.1 {status} X\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

fn read(mut answer: Answer<'static>, text: &str) -> Answer<'static> {
    let read = answer.read(text.as_bytes());
    assert_eq!(read, Ok(text.len()), "{text}");
    answer
}

#[test]
fn its_state_is_small() {
    assert!(
        size_of::<Answer<'_>>() <= 256,
        "{}",
        size_of::<Answer<'_>>()
    );
    println!("{} bytes", size_of::<Answer<'_>>());
}

#[test]
fn what_is_said() {
    let long = format!("{{\"agent_id\":\"{}\"}}", "a".repeat(TEXT_MAX + 1));
    let most = format!("{{\"agent_id\":\"{}\"}}", "a".repeat(TEXT_MAX));
    for (status, body, start, stop, renew) in [
        (
            200,
            "{\"agent_id\":\"A1\"}",
            Said::Done,
            Said::Done,
            Said::Done,
        ),
        (201, "{\"agent_id\":17}", Said::Done, Said::Done, Said::Done),
        (200, most.as_str(), Said::Done, Said::Done, Said::Done),
        (200, long.as_str(), Said::Unusable, Said::Done, Said::Done),
        (
            200,
            "{\"agent_id\":\"\"}",
            Said::Unusable,
            Said::Done,
            Said::Done,
        ),
        (
            200,
            "{\"agent_id\":null}",
            Said::Unusable,
            Said::Done,
            Said::Done,
        ),
        (
            200,
            "{\"agent_id\":[\"A1\"]}",
            Said::Unusable,
            Said::Done,
            Said::Done,
        ),
        (
            200,
            "{\"x\":{\"agent_id\":\"A1\"}}",
            Said::Unusable,
            Said::Done,
            Said::Done,
        ),
        (
            200,
            "[{\"agent_id\":\"A1\"}]",
            Said::Unusable,
            Said::Unusable,
            Said::Unusable,
        ),
        (200, "", Said::Unusable, Said::Done, Said::Done),
        (200, " \r\n", Said::Unusable, Said::Done, Said::Done),
        (200, "{}", Said::Unusable, Said::Done, Said::Done),
        (200, "ok", Said::Unusable, Said::Unusable, Said::Unusable),
        (
            200,
            "<html>",
            Said::Unusable,
            Said::Unusable,
            Said::Unusable,
        ),
        (
            200,
            "{\"agent_id\":\"A1\"",
            Said::Unusable,
            Said::Unusable,
            Said::Unusable,
        ),
        (
            200,
            "{\"agent_id\":\"A1\"}}",
            Said::Unusable,
            Said::Unusable,
            Said::Unusable,
        ),
        (
            200,
            "{\"agent_id\":\"A1\",\"x\":tru}",
            Said::Unusable,
            Said::Unusable,
            Said::Unusable,
        ),
        (204, "", Said::Unusable, Said::Done, Said::Done),
        (301, "", Said::Refused, Said::Refused, Said::Refused),
        (404, "", Said::Refused, Said::Gone, Said::Gone),
        (
            404,
            "{\"reason\":\"TaskNotFound\"}",
            Said::Refused,
            Said::Gone,
            Said::Gone,
        ),
        (
            404,
            "{\"reason\":\"InvalidAppId\"}",
            Said::Refused,
            Said::Refused,
            Said::Refused,
        ),
        (410, "x", Said::Refused, Said::Gone, Said::Gone),
        (409, "", Said::Conflict, Said::Refused, Said::Refused),
        (
            401,
            "{\"message\":\"m\"}",
            Said::Refused,
            Said::Refused,
            Said::Refused,
        ),
        (
            500,
            "{\"agent_id\":\"A1\"}",
            Said::Refused,
            Said::Refused,
            Said::Refused,
        ),
    ] {
        let text = with_length(status, if status == 204 { "" } else { body });
        for (answer, said) in [(to_start(), start), (to_stop(), stop), (to_renew(), renew)] {
            let answer = read(answer, &text);
            assert_eq!(answer.said(), said, "{text}");
            assert_eq!(answer.status(), status);
            let outcome = answer.outcome();
            match said {
                Said::Done => assert_eq!(outcome, None),
                Said::Unusable => assert_eq!(outcome, Some(Outcome::Fatal)),
                _ => assert!(matches!(outcome, Some(Outcome::Answered { .. })), "{text}"),
            }
        }
    }
}

#[test]
fn whom_a_conflict_names() {
    // As `Error::running_agent_id` of the clients has it.
    for (body, expected) in [
        (r#"{"reason":"TaskConflict","agent_id":"A0"}"#, Some("A0")),
        (
            r#"{"message":"m","statusCode":409,"taskId":"A0"}"#,
            Some("A0"),
        ),
        (
            r#"{"message":"m","requestResponse":{"taskId":"A0"}}"#,
            Some("A0"),
        ),
        (r#"{"x":{"agent_id":"B"},"taskId":"A0"}"#, Some("A0")),
        (r#"{"taskId":"B","agent_id":"A0"}"#, Some("A0")),
        (r#"{"agent_id":null,"taskId":"A0"}"#, Some("A0")),
        (r#"{"agent_id":17}"#, Some("17")),
        (r#"{"x":{"y":{"agent_id":"A0"}}}"#, None),
        (r#"{"x":["A0","A1"]}"#, None),
        (r#"{"agent_id":["A0"]}"#, None),
        (r#"{"reason":"TaskConflict"}"#, None),
        (r#"{"agent_id":""}"#, None),
        ("[]", None),
        ("<html>", None),
    ] {
        let answer = read(to_start(), &with_length(409, body));
        assert_eq!(answer.agent_id(), expected, "{body}");
        assert_eq!(answer.said(), Said::Conflict);
    }
    let answer = read(to_start(), &with_length(400, r#"{"taskId":"A0"}"#));
    assert_eq!(answer.agent_id(), None);
}

#[test]
fn the_nth_agent_of_a_listing() {
    let body = r#"{"data":{"count":3,"list":[{"agent_id":"A1"},{"x":{"agent_id":"no"},"agent_id":"A2"},"agent_id",["no"],{"status":"RUNNING"},{"agent_id":"A3","status":"x"}],"agent_id":"no"},"agent_id":"no","list":[{"agent_id":"no"}],"meta":{"cursor":""}}"#;
    for (nth, expected) in [(0, Some("A1")), (1, Some("A2")), (2, Some("A3")), (3, None)] {
        let answer = read(to_find(nth), &with_length(200, body));
        assert_eq!(answer.agent_id(), expected);
        assert_eq!((answer.found(), answer.said()), (3, Said::Done));
    }
    for body in [
        "{}",
        "{\"data\":null}",
        "{\"data\":{\"list\":[]}}",
        "{\"data\":{\"list\":{\"x\":{\"agent_id\":\"no\"}}}}",
        "{\"data\":[{\"list\":[{\"agent_id\":\"no\"}]}]}",
    ] {
        let answer = read(to_find(0), &with_length(200, body));
        let seen = (answer.said(), answer.agent_id(), answer.found());
        assert_eq!(seen, (Said::Done, None, 0), "{body}");
    }
    assert_eq!(
        read(to_find(0), &with_length(404, "")).said(),
        Said::Refused
    );
}

#[test]
fn names_and_reasons() {
    let body = r#"{"name":"kit\u0063hen","turns":[{"name":"no"}]}"#;
    let answer = read(to_name(), &with_length(200, body));
    assert_eq!(
        (answer.said(), answer.name()),
        (Said::Done, Some("kitchen"))
    );
    assert_eq!(answer.agent_id(), None);
    let long = format!("{{\"reason\":\"{}\"}}", "é".repeat(REASON_MAX));
    // Cut off within a character of two, three and four bytes.
    let odd = [("x", "é"), ("x", "€"), ("xy", "€"), ("x", "\u{1F600}")].map(|(first, then)| {
        let kept = (REASON_MAX - first.len()) / then.len();
        (
            format!("{{\"reason\":\"{first}{}\"}}", then.repeat(REASON_MAX)),
            format!("{first}{}", then.repeat(kept)),
        )
    });
    for (body, reason) in &odd {
        let answer = read(to_stop(), &with_length(500, body));
        assert_eq!(answer.reason(), reason);
        assert_eq!(answer.reason_bytes(), reason.as_bytes());
    }
    for (body, reason) in [
        (r#"{"code":"c","reason":"r","error_type":"e"}"#, "r"),
        (r#"{"code":"c","error_type":"e"}"#, "e"),
        (r#"{"code":"c"}"#, "c"),
        (r#"{"code":3,"reason":null}"#, ""),
        (r#"{"x":{"reason":"no"}}"#, ""),
        (long.as_str(), &"é".repeat(REASON_MAX / 2)),
    ] {
        let answer = read(to_stop(), &with_length(500, body));
        assert_eq!(answer.reason(), reason, "{body}");
    }
}

#[test]
fn headers_that_count() {
    let answer = |headers: &str| {
        read(
            to_stop(),
            &format!("HTTP/1.1 503 X\r\n{headers}Content-Length: 0\r\n\r\n"),
        )
    };
    let date = "Date: Tue, 14 Nov 2023 22:13:20 GMT\r\n";
    for (headers, wait) in [
        (String::new(), None),
        ("Retry-After: 7\r\n".into(), Some(7_000)),
        ("retry-AFTER:7\r\n".into(), Some(7_000)),
        (
            "Retry-After: 7\r\nretry-after-ms: 150\r\n".into(),
            Some(150),
        ),
        (
            "retry-after-ms: 150\r\nRetry-After: 7\r\n".into(),
            Some(150),
        ),
        ("Retry-After: soon\r\n".into(), None),
        (
            format!("Retry-After: Tue, 14 Nov 2023 22:13:32 GMT\r\n{date}"),
            Some(12_000),
        ),
        (
            format!("{date}Retry-After: Tue, 14 Nov 2023 22:13:10 GMT\r\n"),
            Some(0),
        ),
    ] {
        let answer = answer(&headers);
        assert_eq!(
            answer.retry_after(),
            wait.map(Duration::from_millis),
            "{headers}"
        );
        let expected = Outcome::Answered {
            status: 503,
            retry_after: wait.map(Duration::from_millis),
        };
        assert_eq!(answer.outcome(), Some(expected));
    }
    assert_eq!(answer(date).date(), Some(1_700_000_000));
    for none in [
        "",
        "Date: now\r\n",
        "X-Date: Tue, 14 Nov 2023 22:13:20 GMT\r\n",
    ] {
        assert_eq!(answer(none).date(), None, "{none}");
    }
    // Nobody asked for a compressed answer.
    let text = "HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(read(to_stop(), text).said(), Said::Unusable);
    let text = "HTTP/1.1 200 X\r\nContent-Encoding: Identity\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(read(to_stop(), text).said(), Said::Done);
    // Of an interim answer nothing counts.
    let text = format!(
        "HTTP/1.1 103 X\r\n{date}Retry-After: 1\r\n\r\n{}",
        with_length(200, "{}")
    );
    let answer = read(to_stop(), &text);
    assert_eq!((answer.date(), answer.retry_after()), (None, None));
}

#[test]
fn what_lies_or_never_ends_is_an_error() {
    for (text, error) in [
        ("HTP/1.1 200 OK\r\n", "malformed"),
        ("HTTP/2 200\r\n", "malformed"),
        ("HTTP/1.1 20 OK\r\n", "malformed"),
        ("HTTP/1.1 2000 OK\r\n", "malformed"),
        ("HTTP/1.1 099 OK\r\n", "malformed"),
        ("SSH-2.0-x\r\n", "malformed"),
        ("HTTP/1.1 101 X\r\n\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\nno colon\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\n: x\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\na b: x\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\na: x\r\n b\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\na: x\ry\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\na: \0\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n", "malformed"),
        ("HTTP/1.1 200 OK\r\nContent-Length:\r\n", "malformed"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
            "malformed",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
            "large",
        ),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            "large",
        ),
        ("HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n", "large"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "large",
        ),
    ] {
        let mut answer = to_start();
        let result = answer.read(text.as_bytes());
        let kind = match result {
            Err(Error::Malformed { .. }) => "malformed",
            Err(Error::TooLarge { .. }) => "large",
            _ => "none",
        };
        assert_eq!(kind, error, "{text:?} {result:?}");
        assert_eq!(answer.read(b"x"), result, "again");
        assert_eq!(answer.end(), result.map(|_| ()), "at the end");
        assert_eq!(answer.said(), Said::Lost);
        let fatal = matches!(answer.outcome(), Some(Outcome::Fatal));
        assert_eq!(fatal, error == "large", "{text:?}");
    }
    for endless in [
        "\r\n",
        "HTTP/1.1 100 X\r\n\r\n",
        "HTTP/1.1 200 X\r\na: b\r\n",
        "a",
    ] {
        let mut answer = to_start();
        let mut read = 0;
        let error = loop {
            match answer.read(endless.as_bytes()) {
                Ok(0) => panic!("{endless:?} is whole"),
                Ok(len) => read += len,
                Err(error) => break error,
            }
            assert!(read < 100_000, "{endless:?}");
        };
        let expected = matches!(error, Error::TooLarge { .. } | Error::Malformed { .. });
        assert!(expected, "{endless:?} {error}");
    }
    for (head, more) in [
        ("HTTP/1.1 200 X\r\n\r\n", "x"),
        (
            "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n",
            "1\r\nx\r\n",
        ),
        (
            "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n",
            "1;aaaaaaaaaaaaaaaaaaaaaaaaaa\r\nx\r\n",
        ),
        (
            "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
            "a: b\r\n",
        ),
    ] {
        let mut answer = read(to_start(), head);
        let mut len = 0;
        while answer.read(more.as_bytes()).is_ok() {
            len += more.len();
            assert!(len < 1 << 20, "{head} {more}");
        }
        assert!(matches!(answer.outcome(), Some(Outcome::Fatal)));
    }
}

#[test]
fn an_answer_that_a_library_has_read_is_complete_when_it_says_so() {
    let mut answer = to_start();
    answer.status_is(200);
    answer.header("date", " Tue, 14 Nov 2023 22:13:20 GMT ");
    for piece in ["{\"agent_id\"", ":\"A1\"}"] {
        answer.body(piece.as_bytes());
        assert!(!answer.is_complete());
        assert_eq!(answer.said(), Said::Lost);
    }
    answer.complete();
    assert!(answer.is_complete());
    assert_eq!(answer.said(), Said::Done);
    assert_eq!(answer.agent_id(), Some("A1"));
    assert_eq!(answer.date(), Some(1_700_000_000));
    assert_eq!(answer.end(), Ok(()));
}

#[test]
fn an_early_end_is_an_error() {
    for text in [
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
    ] {
        let mut answer = to_stop();
        assert_eq!(answer.read(text.as_bytes()), Ok(text.len()));
        assert_eq!(
            answer.end(),
            Err(Error::Truncated { at: text.len() }),
            "{text:?}"
        );
        assert_eq!(
            (answer.said(), answer.outcome()),
            (Said::Lost, Some(Outcome::Lost))
        );
    }
}

#[test]
fn what_follows_an_answer_is_not_its_own() {
    for text in [
        with_length(200, "{}"),
        "HTTP/1.1 204 X\r\nContent-Length: 5\r\n\r\n".into(),
        "HTTP/1.1 304 X\r\n\r\n".into(),
        "HTTP/1.1 200 X\r\nTransfer-Encoding: CHUNKED\r\n\r\n002;x=y\r\n{}\r\n000\r\n\r\n".into(),
        "\r\nHTTP/1.0 200\nContent-Length: 2\n\n{}".into(),
        "HTTP/1.1 200 X\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".into(),
        "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n0\r\n\r\n".into(),
        "HTTP/1.1 200 X\r\nContent-Length: 2\r\ncontent-length:2 \r\n\r\n{}".into(),
    ] {
        let mut answer = to_stop();
        let both = format!("{text}HTTP/1.1 500 X\r\n\r\n");
        assert_eq!(answer.read(both.as_bytes()), Ok(text.len()), "{text:?}");
        assert!(answer.is_complete());
        assert_eq!(answer.read(b"more"), Ok(0));
        assert_ne!(answer.said(), Said::Lost);
        assert_eq!(answer.end(), Ok(()));
    }
}

const CHUNKED: &str = "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n";

/// Reads `text` and the end of the connection; whether that is a whole answer, or
/// too much of one.
fn whole_or_too_large(text: &str) -> Result<(), Error> {
    let mut answer = to_stop();
    answer.read(text.as_bytes())?;
    answer.end()?;
    assert_eq!(answer.said(), Said::Done);
    Ok(())
}

#[test]
fn a_body_of_exactly_the_limit_is_read_in_every_framing() {
    let max = usize::try_from(ANSWER_BODY_MAX).expect("a length");
    let too_large = Err(Error::TooLarge { max });
    for (len, expected) in [(max, Ok(())), (max + 1, too_large)] {
        let body = " ".repeat(len);
        assert_eq!(whole_or_too_large(&with_length(200, &body)), expected);
        let to_the_end = format!("HTTP/1.1 200 X\r\n\r\n{body}");
        assert_eq!(whole_or_too_large(&to_the_end), expected);
        let one = format!("{CHUNKED}{len:x}\r\n{body}\r\n0\r\n\r\n");
        assert_eq!(whole_or_too_large(&one), expected);
        let (first, second) = body.split_at(1000);
        let two = format!(
            "{CHUNKED}3e8\r\n{first}\r\n{:X}\r\n{second}\r\n0\r\n\r\n",
            second.len()
        );
        assert_eq!(whole_or_too_large(&two), expected);
    }
}

#[test]
fn what_is_beside_the_body_has_a_limit_to_the_byte() {
    let head_max = usize::try_from(ANSWER_HEAD_MAX).expect("a length");
    let too_large = Err(Error::TooLarge {
        max: usize::try_from(ANSWER_BODY_MAX).expect("a length"),
    });
    let (begin, end) = ("HTTP/1.1 200 X\r\nx: ", "\r\nContent-Length: 0\r\n\r\n");
    let room = head_max - begin.len() - end.len();
    for (len, expected) in [(room, Ok(())), (room + 1, too_large)] {
        let text = format!("{begin}{}{end}", "a".repeat(len));
        assert_eq!(whole_or_too_large(&text), expected, "{len}");
    }
    // Trailers count, and what a chunk needs does not, up to 16 characters.
    let room = head_max - CHUNKED.len() - "x: \r\n\r\n".len();
    for (len, expected) in [(room, Ok(())), (room + 1, too_large)] {
        let text = format!("{CHUNKED}0\r\nx: {}\r\n\r\n", "a".repeat(len));
        assert_eq!(whole_or_too_large(&text), expected, "{len}");
    }
    for (extension, expected) in [(14, Ok(())), (15, too_large)] {
        let chunk = format!("1;{}\r\n \r\n", "a".repeat(extension));
        let text = format!("{CHUNKED}{}0\r\n\r\n", chunk.repeat(20_000));
        assert_eq!(whole_or_too_large(&text), expected, "{extension}");
    }
}

#[test]
fn values_count_up_to_the_length_of_a_date() {
    let date = "Tue, 14 Nov 2023 22:13:20 GMT";
    let with = |header: &str| {
        let text = format!("HTTP/1.1 503 X\r\n{header}\r\nContent-Length: 0\r\n\r\n");
        let answer = read(to_stop(), &text);
        (
            answer.date(),
            answer.retry_after().map(|wait| wait.as_secs()),
        )
    };
    let day = Some(1_700_000_000);
    for (header, expected) in [
        (format!("Date:{date}"), (day, None)),
        (format!("Date: \t {date} \t  "), (day, None)),
        (format!("Date: {date} x"), (None, None)),
        (format!("Date: {date}x"), (None, None)),
        (format!("Date: x{date}"), (None, None)),
        (format!("Retry-After: {}7", "0".repeat(28)), (None, Some(7))),
        (format!("Retry-After: {}7", "0".repeat(29)), (None, None)),
        (format!("Retry-After: 7{}", " ".repeat(99)), (None, Some(7))),
    ] {
        assert_eq!(with(&header), expected, "{header}");
    }
    for (zeros, expected) in [(28, Ok(())), (29, Err(()))] {
        let text = format!(
            "HTTP/1.1 200 X\r\nContent-Length: {}2\r\n\r\n{{}}",
            "0".repeat(zeros)
        );
        assert_eq!(
            whole_or_too_large(&text).map_err(|_| ()),
            expected,
            "{zeros}"
        );
    }
    // A size of a chunk is followed by anything, once it is told.
    for (size, expected) in [
        (format!("{}2", "0".repeat(28)), Ok(())),
        (format!("{}2", "0".repeat(29)), Err(())),
        (format!("2;{}", "a".repeat(99)), Ok(())),
        ("2 ;a".to_owned(), Ok(())),
        (format!("{}2;", "0".repeat(29)), Err(())),
    ] {
        let text = format!("{CHUNKED}{size}\r\n{{}}\r\n0\r\n\r\n");
        assert_eq!(
            whole_or_too_large(&text).map_err(|_| ()),
            expected,
            "{size}"
        );
    }
}

#[test]
fn what_comes_after_the_body_is_no_header() {
    let text = format!("{CHUNKED}2\r\n{{}}\r\n0\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\n\r\n");
    let answer = read(to_stop(), &text);
    assert_eq!((answer.said(), answer.date()), (Said::Done, None));
}

#[test]
fn a_fault_says_after_which_byte() {
    for (text, at) in [
        ("HTTP/2 200\r\n", 12),
        ("HTTP/1.1 200 X\r\na b: c\r\n\r\n", 18),
        ("HTTP/1.1 200 X\r\nab\r\n\r\n", 19),
        ("HTTP/1.1 200 X\r\nab\n\r\n", 19),
        ("HTTP/1.1 200 X\r\na: \x7f", 20),
        ("HTTP/1.1 200 X\r\na: \x1f", 20),
        ("HTTP/1.1 200 X\r\n\rx", 18),
        // Among chunks a line end is whole, or none.
        (
            "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n1\nx\r\n",
            48,
        ),
        (
            "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\n",
            51,
        ),
        (
            "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxy",
            51,
        ),
        (
            "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n\r\n",
            54,
        ),
    ] {
        assert_eq!(
            to_start().read(text.as_bytes()),
            Err(Error::Malformed { at }),
            "{text:?}"
        );
    }
}

fn seen(answer: &Answer<'_>) -> impl PartialEq + core::fmt::Debug {
    (
        answer.said(),
        answer.status(),
        answer.date(),
        answer.retry_after(),
        answer.agent_id().map(str::to_owned),
        answer.reason().to_owned(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Any pieces of an answer, and of one in which a byte was changed, are read as
    /// the whole is.
    #[test]
    fn pieces_are_read_as_the_whole(
        chunked in any::<bool>(),
        id in "[ -~é]{0,50}",
        lens in prop::collection::vec(1_usize..30, 1..8),
        change in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let body = serde_json::json!({"x": [1, {"y": null}], "agent_id": id, "reason": id}).to_string();
        let mut text = b"HTTP/1.1 100 C\r\n\r\nHTTP/1.1 409 Conflict\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\nRetry-After: 5\r\nX: y\r\n".to_vec();
        if chunked {
            text.extend(b"Transfer-Encoding: chunked\r\n\r\n");
            let mut rest = body.as_bytes();
            for len in lens.iter().cycle() {
                let (chunk, after) = rest.split_at(rest.len().min(*len));
                text.extend(format!("{:x}\r\n", chunk.len()).bytes());
                text.extend(chunk);
                text.extend(b"\r\n");
                if chunk.is_empty() {
                    break;
                }
                rest = after;
            }
        } else {
            text.extend(format!("Content-Length: {}\r\n\r\n{body}", body.len()).bytes());
        }
        if let Some((at, byte)) = change {
            let at = at.index(text.len());
            text[at] = byte;
        }
        let mut whole = to_start();
        let at_once = whole.read(&text);
        if change.is_none() {
            prop_assert_eq!(at_once, Ok(text.len()));
            let kept = (!id.is_empty() && id.len() <= TEXT_MAX).then_some(id.as_str());
            prop_assert_eq!(whole.agent_id(), kept);
        }
        let mut cuts: Vec<_> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
        cuts.push(text.len());
        cuts.sort_unstable();
        let mut pieces = to_start();
        let (mut from, mut read, mut result) = (0, 0, Ok(0));
        for to in cuts {
            result = pieces.read(&text[from..to]);
            match result {
                Ok(len) => read += len,
                Err(_) => break,
            }
            from = to;
        }
        prop_assert_eq!(result.map(|_| read), at_once);
        prop_assert_eq!(pieces.end(), whole.end());
        prop_assert_eq!(seen(&pieces), seen(&whole));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        head in prop::sample::select(vec!["", "HTTP/1.1 200 X\r\n", "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 200 X\r\n\r\n"]),
    ) {
        let text = [head.as_bytes(), &bytes].concat();
        let mut whole = to_find(0);
        let at_once = whole.read(&text);
        let mut pieces = to_find(0);
        let mut read = 0;
        let mut result = Ok(0);
        for byte in &text {
            result = pieces.read(&[*byte]);
            match result {
                Ok(len) => read += len,
                Err(_) => break,
            }
        }
        prop_assert_eq!(result.map(|_| read), at_once);
        prop_assert_eq!(pieces.end(), whole.end());
        prop_assert_eq!(seen(&pieces), seen(&whole));
    }
}
