//! Certificates: good, unknown, for another host, and none at all.

use tokenmint::http::{ErrorKind, Tls};

use crate::caller::{ADAPTERS, GET, POST, TestCall, connection};
use crate::server::{Script, Server, answer};
use crate::tls::tls_server;

fn ask(server: &Server, tls: &Tls) -> Vec<Result<u16, ErrorKind>> {
    let mut results = Vec::new();
    for adapter in ADAPTERS {
        for endpoint in [GET, POST] {
            let call = TestCall::new(endpoint, &format!("https://localhost:{}", server.port));
            let (result, waits) = adapter.run(&connection().tls(tls.clone()), &call);
            assert!(waits.is_empty(), "{adapter:?}: tried again");
            results.push(result.map(|answer| answer.status).map_err(|error| {
                assert!(std::error::Error::source(&error).is_some(), "{error:?}");
                error.kind()
            }));
        }
    }
    results
}

#[test]
fn an_unknown_authority_is_refused_and_nothing_sent() {
    let (_, server) = tls_server("localhost");
    assert_eq!(ask(&server, &Tls::new()), [Err(ErrorKind::Tls); 4]);
    assert!(server.received().is_empty(), "the request was sent");
}

#[test]
fn a_private_authority_is_trusted_when_named() {
    let (authority, server) = tls_server("localhost");
    let tls = Tls::new().private_authority(authority.as_bytes()).unwrap();
    assert_eq!(ask(&server, &tls), [Ok(200); 4]);
    let (_, other) = tls_server("localhost");
    assert_eq!(ask(&other, &tls), [Err(ErrorKind::Tls); 4]);
}

#[test]
fn a_certificate_for_another_host_is_refused() {
    let (authority, server) = tls_server("other.example");
    let tls = Tls::new().private_authority(authority.as_bytes()).unwrap();
    assert_eq!(ask(&server, &tls), [Err(ErrorKind::Tls); 4]);
    assert!(server.received().is_empty(), "the request was sent");
}

#[test]
fn everything_is_accepted_when_asked_in_so_many_words() {
    let (_, server) = tls_server("other.example");
    let tls = Tls::new().accept_invalid_certificates();
    assert_eq!(ask(&server, &tls), [Ok(200); 4]);
}

#[test]
fn a_server_without_tls_is_refused() {
    let server = Server::deaf(|_| Script::send(answer(200, "", "{}")));
    assert_eq!(ask(&server, &Tls::new()), [Err(ErrorKind::Tls); 4]);
}

#[test]
fn bad_certificates_are_refused_at_once() {
    let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let unfinished = "-----BEGIN CERTIFICATE-----\nAAAA\n";
    for (pem, kind) in [
        ("", ErrorKind::EmptyCertificate),
        ("no certificate", ErrorKind::EmptyCertificate),
        (broken, ErrorKind::BadCertificate),
        (unfinished, ErrorKind::BadCertificate),
    ] {
        let error = Tls::new().private_authority(pem.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), kind, "{pem}");
    }
}

#[test]
fn plain_http_leaves_this_machine_only_when_allowed() {
    for adapter in ADAPTERS {
        let mut call = TestCall::new(GET, "http://service.invalid").once();
        call.settings.allow_plain_http = false;
        let error = adapter.ask(&call).expect_err("nothing is sent");
        assert_eq!(error.kind(), ErrorKind::BadUrl, "{adapter:?}");
        assert!(error.to_string().contains("allow_plain_http"), "{error}");
        call.settings.allow_plain_http = true;
        call.attempts = 0.into();
        let error = adapter.ask(&call).expect_err("no such name");
        assert_eq!(error.kind(), ErrorKind::Resolve, "{adapter:?}");
    }
}
