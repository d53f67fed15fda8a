//! What the environment says about proxies, in a process of its own.

use std::process::Command;

use tokenmint::http::{Connection, ErrorKind, ReqwestTransport, UreqTransport};

use crate::caller::{ADAPTERS, GET, TestCall};
use crate::server::{Act, Script, Server, answer};

const SERVICE: &str = "TOKENMINT_TEST_SERVICE";

/// Runs a test of this file with these variables.
fn with_environment(test: &str, variables: &[(&str, &str)]) {
    let mut child = Command::new(std::env::current_exe().expect("this program"));
    for name in ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"] {
        child.env_remove(name).env_remove(name.to_lowercase());
    }
    child.env_remove("REQUEST_METHOD");
    let child = child
        .args(["--ignored", "--exact", &format!("proxies::{test}")])
        .envs(variables.iter().copied())
        .output()
        .expect("a child");
    let text = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{variables:?}: {text}");
    assert!(text.contains("1 passed"), "{text}");
}

fn proxy() -> Server {
    Server::start(|_, request| {
        let mut acts = vec![Act::Send(answer(299, "", "{}")), Act::AwaitEnd];
        if request.line().0 == "CONNECT" {
            acts.insert(0, Act::Send(b"HTTP/1.1 200 OK\r\n\r\n".to_vec()));
        }
        Script::acts(acts)
    })
}

fn ask(base: &str) -> Vec<u16> {
    let statuses = ADAPTERS.map(|adapter| {
        let call = TestCall::new(GET, base).once();
        let result = adapter.run(&Connection::new(), &call).0;
        result.map_or(0, |answer| answer.status)
    });
    statuses.to_vec()
}

#[test]
fn loopback_does_not_go_through_a_proxy_of_the_environment() {
    let (service, proxy) = (Server::constant(answer(200, "", "{}")), proxy());
    for name in ["HTTP_PROXY", "ALL_PROXY", "all_proxy"] {
        let variables = [(SERVICE, service.url()), (name, proxy.url())];
        let variables = variables
            .each_ref()
            .map(|(name, url)| (*name, url.as_str()));
        with_environment("ask_the_service", &variables);
    }
    assert_eq!(proxy.connections(), 0, "the credentials went to the proxy");
    assert_eq!(service.connections(), 6);
}

#[test]
#[ignore = "run by the test above"]
fn ask_the_service() {
    let service = std::env::var(SERVICE).expect("an address");
    assert_eq!(ask(&service), [200, 200]);
}

#[test]
fn a_name_goes_through_the_proxy_of_its_scheme_unless_it_is_a_header_of_cgi() {
    let proxy = proxy();
    with_environment("ask_a_name", &[("HTTP_PROXY", &proxy.url())]);
    assert_eq!(proxy.connections(), 2);
    let cgi = [
        ("HTTP_PROXY", proxy.url()),
        ("REQUEST_METHOD", "GET".to_string()),
    ];
    let cgi = cgi.each_ref().map(|(name, value)| (*name, value.as_str()));
    with_environment("ask_no_name", &cgi);
    assert_eq!(proxy.connections(), 2, "a stranger's header is obeyed");
}

#[test]
#[ignore = "run by the test above"]
fn ask_a_name() {
    assert_eq!(ask("http://service.invalid"), [299, 299]);
}

#[test]
#[ignore = "run by the test above"]
fn ask_no_name() {
    assert_eq!(ask("http://service.invalid"), [0, 0]);
}

#[test]
fn a_proxy_that_cannot_be_honoured_is_an_error() {
    for value in ["socks5://127.0.0.1:1", "http://no port:x", "nonsense://"] {
        with_environment("make_adapters", &[("ALL_PROXY", value)]);
    }
}

#[test]
#[ignore = "run by the test above"]
fn make_adapters() {
    let connection = Connection::new();
    let errors = [
        UreqTransport::new(&connection).map(drop),
        ReqwestTransport::new(&connection).map(drop),
    ];
    for error in errors {
        assert_eq!(error.expect_err("no adapter").kind(), ErrorKind::BadUrl);
    }
}
