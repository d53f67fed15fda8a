//! Strings that try to be more than one string, and calls given up.

use std::time::Duration;

use tokenmint::http::{
    AsyncClient, BaseUrl, Error, ErrorKind, Headers, Method, Proxy, RequestOptions,
    ReqwestTransport,
};

use crate::caller::{ADAPTERS, GET, TestCall, connection, runtime};
use crate::server::{Act, Script, Server, answer};

const EVIL: [&str; 6] = [
    "a\r\nx-evil: 1",
    "a\nb",
    "a\rb",
    "a\0b",
    "a\u{7f}b",
    "\u{85}",
];

#[test]
fn line_breaks_are_refused_before_any_traffic() {
    let server = Server::constant(answer(200, "", "{}"));
    let refused = |result: Result<(), Error>, kind: ErrorKind, what: &str| {
        let error = result.expect_err(what);
        assert_eq!(error.kind(), kind, "{what}: {error:?}");
        assert!(error.kind().is_local());
        assert!(!format!("{error:?}{error}").contains("x-evil"), "{what}");
    };
    for text in EVIL {
        let mut headers = Headers::new();
        refused(headers.set("x-a", text), ErrorKind::BadHeader, "value");
        refused(headers.set(text, "a"), ErrorKind::BadHeader, "name");
        let options = RequestOptions::new().header("x-a", text);
        refused(options.map(drop), ErrorKind::BadHeader, "option");
        let base = format!("{}/{text}", server.url());
        refused(BaseUrl::new(&base).map(drop), ErrorKind::BadUrl, "base");
        refused(Proxy::url(text).map(drop), ErrorKind::BadUrl, "proxy");
        for adapter in ADAPTERS {
            let mut call = TestCall::new(GET, &server.url());
            call.id = text.to_string();
            let result = adapter.ask(&call).map(drop);
            refused(result, ErrorKind::ControlCharacter, "path");
        }
    }
    for adapter in ADAPTERS {
        for (id, kind) in [
            ("", ErrorKind::EmptyPathParameter),
            ("..", ErrorKind::DotSegment),
            ("a/%2E%2e/b", ErrorKind::DotSegment),
        ] {
            let mut call = TestCall::new(GET, &server.url());
            call.id = id.to_string();
            refused(adapter.ask(&call).map(drop), kind, id);
        }
    }
    assert_eq!(server.connections(), 0, "something was sent");
}

#[test]
fn line_breaks_in_a_query_are_encoded() {
    let server = Server::constant(answer(200, "", "{}"));
    for adapter in ADAPTERS {
        let mut call = TestCall::new(GET, &server.url());
        call.id = "a/b?c#d e".to_string();
        call.options = call.options.query("x\r\ny: z", "a\r\nx-evil: 1&b");
        assert_eq!(adapter.ask(&call).unwrap().status, 200);
    }
    for request in server.received() {
        assert_eq!(request.header("x-evil"), None);
        let path = "/things/a%2Fb%3Fc%23d%20e";
        let query = "q=1&x%0D%0Ay%3A+z=a%0D%0Ax-evil%3A+1%26b";
        assert_eq!(request.line(), ("GET", format!("{path}?{query}").as_str()));
    }
}

#[test]
fn every_method_reaches_the_server_as_named() {
    for adapter in ADAPTERS {
        for method in [
            Method::Get,
            Method::Post,
            Method::Put,
            Method::Patch,
            Method::Delete,
        ] {
            let server = Server::constant(answer(200, "", "{}"));
            let endpoint = tokenmint::http::Endpoint::new("test.any", method, "things/{id}");
            let call = TestCall::new(endpoint, &server.url());
            assert_eq!(
                adapter.ask(&call).unwrap().status,
                200,
                "{adapter:?} {method}"
            );
            let request = &server.received()[0];
            assert_eq!(request.line().0, method.as_str());
            // RFC 9110, section 8.6: where a method has content by nature, and there is
            // none, the length is 0; elsewhere there is none.
            let length = request.header("content-length");
            match method {
                Method::Put | Method::Patch => {
                    assert_eq!(length.as_deref(), Some("0"), "{adapter:?} {method}");
                }
                Method::Post => assert!(length.is_some_and(|length| length != "0")),
                _ => assert_eq!(length, None, "{adapter:?} {method}"),
            }
            assert_eq!(request.header("transfer-encoding"), None);
        }
    }
}

#[test]
fn dropping_the_future_closes_the_connection() {
    let server = Server::start(|_, _| Script::acts([Act::AwaitEnd]));
    runtime().block_on(async {
        let client = AsyncClient::new(ReqwestTransport::new(&connection()).unwrap());
        let call = TestCall::new(GET, &server.url());
        let given_up =
            tokio::time::timeout(Duration::from_millis(300), client.run(&call, &call)).await;
        assert!(given_up.is_err(), "the server never answers");
        server.await_ended(1);
    });
    assert_eq!(server.connections(), 1);
}

#[test]
fn a_proxy_is_used_and_its_password_is_not_shown() {
    let proxy = Server::start(|_, request| {
        let mut acts = vec![Act::Send(answer(200, "", "{}")), Act::AwaitEnd];
        if request.line().0 == "CONNECT" {
            acts.insert(0, Act::Send(b"HTTP/1.1 200 OK\r\n\r\n".to_vec()));
        }
        Script::acts(acts)
    });
    let url = format!("http://user:pr0xySecret@127.0.0.1:{}", proxy.port);
    let connection = connection().proxy(Proxy::url(&url).unwrap());
    assert!(!format!("{connection:?}").contains("pr0xySecret"));
    for adapter in ADAPTERS {
        let call = TestCall::new(GET, "http://service.example");
        let (result, _) = adapter.run(&connection, &call);
        assert_eq!(result.unwrap().status, 200, "{adapter:?}");
    }
    assert_eq!(proxy.connections(), 2);
    for request in proxy.received() {
        let password = request.header("proxy-authorization").unwrap();
        assert_eq!(password, "Basic dXNlcjpwcjB4eVNlY3JldA==");
    }
}

#[test]
fn connecting_has_a_limit_of_its_own() {
    // An address of the documentation network: nobody is there.
    let connection = connection().connect_timeout(Duration::from_millis(200));
    for adapter in ADAPTERS {
        let call = TestCall::new(GET, "http://192.0.2.1:9").once();
        let error = adapter
            .run(&connection, &call)
            .0
            .expect_err("nobody is there");
        let kinds = [ErrorKind::Timeout, ErrorKind::Connect];
        assert!(kinds.contains(&error.kind()), "{adapter:?}: {error:?}");
        let failures = call.failures.lock().unwrap();
        assert!(
            failures
                .iter()
                .all(tokenmint::http::Failure::allows_other_host),
            "{failures:?}"
        );
    }
}
