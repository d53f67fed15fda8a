//! Where requests may go.

use serde_json::json;
use tokenmint::client::ath::{ClientConfig, ErrorCode, GatewayClient};
use tokenmint::http::ErrorKind;

use crate::fake::{
    AGENT, Fake, TOKEN, authorization, config, key, ok, registered, registration, service,
};

#[test]
fn plain_http_is_for_this_machine_unless_allowed() {
    let make = |config: &ClientConfig| GatewayClient::with_http(config, Fake::strict(0).http());
    for url in [
        "http://gateway.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1:8080",
        "http://0.0.0.0",
    ] {
        let config = ClientConfig::new(url, AGENT, key());
        let error = make(&config).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadUrl, "{url}");
        let texts = [error.to_string(), error.message().to_string()];
        for text in texts {
            assert!(text.contains("allow_plain_http"), "{text}");
        }
        make(&config.allow_plain_http(true)).expect(url);
    }
    for url in [
        "https://gateway.example.com",
        "http://127.0.0.1:8080",
        "http://localhost:3000/gw/",
        "http://[::1]:8080",
    ] {
        make(&ClientConfig::new(url, AGENT, key())).expect(url);
    }
    for url in [
        "",
        "ftp://a",
        "gateway.example.com",
        "https://u:p@a",
        "https://a/?q",
    ] {
        let error = make(&ClientConfig::new(url, AGENT, key())).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadUrl, "{url}");
    }
}

#[test]
fn an_api_base_elsewhere_is_refused_unless_allowed() {
    let user = config().header("x-ath-user-token", "u-1").unwrap();
    for (api_base, by_default, when_allowed) in [
        ("https://gateway.example.com/api/", true, true),
        ("https://GATEWAY.example.com:443/v1", true, true),
        ("https://api.example.com", false, true),
        ("https://gateway.example.com:8443", false, true),
        ("http://gateway.example.com/api", false, false),
        ("http://api.example.com", false, false),
        ("http://127.0.0.1:1/", false, true),
        ("/api", false, false),
        ("", false, false),
    ] {
        for (config, expected) in [
            (user.clone(), by_default),
            (user.clone().allow_other_origin(true), when_allowed),
        ] {
            let fake = Fake::answers(vec![ok(service(api_base)), ok(json!({}))]);
            let client = fake.native(&config);
            client.set_token(TOKEN);
            assert_eq!(client.discover().unwrap().api_base, api_base);
            let result = client.api("GET", "/x", None);
            assert_eq!(result.is_ok(), expected, "{api_base}");
            match result {
                Ok(_) => {
                    let sent = &fake.requests()[1];
                    let base = api_base.trim_end_matches('/');
                    assert_eq!(sent.url, format!("{base}/x"));
                    // What proves the user goes to the service alone.
                    let header = sent.headers.get("x-ath-user-token");
                    assert_eq!(header.is_some(), by_default, "{api_base}");
                    assert!(sent.headers.get("authorization").is_some());
                }
                Err(error) => {
                    assert_eq!(error.kind(), ErrorKind::BadUrl, "{api_base}");
                    assert_eq!(fake.requests().len(), 1, "no token was sent");
                }
            }
        }
    }
}

#[test]
fn extra_headers_are_in_every_request() {
    let config = config()
        .header("x-ath-user-token", "u-1")
        .and_then(|config| config.header("cookie", "ath_session=1"))
        .unwrap();
    let fake = Fake::strict(0);
    let client = fake.gateway(&config);
    client.register(&registration()).unwrap();
    client.set_token(TOKEN);
    client.proxy("github", "GET", "/x", None).unwrap();
    client.revoke().unwrap();
    for request in fake.requests() {
        assert_eq!(request.headers.get("x-ath-user-token"), Some("u-1"));
        assert_eq!(request.headers.get("cookie"), Some("ath_session=1"));
        assert_eq!(request.headers.get("accept-encoding"), Some("identity"));
    }
}

#[test]
fn the_status_of_an_agent() {
    let record = json!({
        "client_id": "ath_1", "agent_id": AGENT, "agent_status": "pending",
        "approved_providers": [], "registered_at": "2026-01-01T00:00:00Z",
    });
    let fake = Fake::answers(vec![ok(record)]);
    let client = fake.gateway(&config());
    let error = client.agent_status().unwrap_err();
    assert_eq!(*error.code(), ErrorCode::NotRegistered);
    client.set_credentials("ath_1/../x", "s");
    let error = client.agent_status().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DotSegment);
    client.set_credentials("ath_1", "s");
    let found = client.agent_status().unwrap();
    assert_eq!(found.agent_status.as_str(), "pending");
    assert_eq!(found.extra["registered_at"], "2026-01-01T00:00:00Z");
    assert_eq!(fake.paths(), ["ath/agents/ath_1"]);
    assert_eq!(
        fake.requests()[0].headers.get("x-ath-agent-id"),
        Some(AGENT)
    );
}

#[test]
fn a_page_that_no_browser_should_open_is_refused() {
    for (url, allowed) in [
        ("https://idp.example.com/authorize?x=1#y", true),
        ("https://idp.example.com?x=1", true),
        ("http://127.0.0.1:3000/authorize", true),
        ("http://idp.example.com/authorize", false),
        ("http://127.0.0.1.example.com/", false),
        ("https://user@idp.example.com/", false),
        ("https://idp.example.com\\@evil.example/", false),
        ("javascript:alert(1)", false),
        ("file:///etc/passwd", false),
        ("https://idp.example.com/\u{1b}]8;;", false),
        ("https://idp.example.com/\u{9b}2J", false),
        ("https://idp.example.com/\u{202e}x", false),
        ("https://idp.example.com/ x", false),
        ("", false),
    ] {
        let fake = Fake::answers(vec![
            ok(registered("approved")),
            ok(json!({"authorization_url": url, "ath_session_id": "s1"})),
        ]);
        let client = fake.gateway(&config());
        client.register(&registration()).unwrap();
        let result = client.authorize(&authorization());
        assert_eq!(result.is_ok(), allowed, "{url:?}: {result:?}");
        if let Err(error) = result {
            assert_eq!(error.kind(), ErrorKind::Answer, "{url:?}");
        }
    }
}
