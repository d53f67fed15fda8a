//! Bad input is refused before any traffic, each kind with its own error.

use serde_json::json;
use tokenmint::client::convoai::types::agents::{AgentFilter, Properties, Speak, StartAgent};
use tokenmint::client::convoai::{Area, ClientConfig, SessionOptions, agents};
use tokenmint::http::{ErrorKind, RequestOptions};

use crate::fake::{APP_ID, CERTIFICATE, Fake, config, ok};

const EVIL: [&str; 4] = ["a\r\nx-evil: 1", "a\nb", "a\0b", "\u{7f}"];

#[test]
fn path_parameters() {
    let fake = Fake::rule(|_| ok(json!({})));
    let client = fake.blocking(&config(Area::Us));
    let mut cases = vec![
        ("", ErrorKind::EmptyPathParameter),
        (".", ErrorKind::DotSegment),
        ("..", ErrorKind::DotSegment),
        ("a/../b", ErrorKind::DotSegment),
        ("%2e%2E", ErrorKind::DotSegment),
    ];
    cases.extend(EVIL.map(|text| (text, ErrorKind::ControlCharacter)));
    for (bad, kind) in cases {
        for result in [
            client.send(&agents::get("A1").with_app_id(bad)).map(drop),
            client.agents().get(bad).map(drop),
            client.agents().stop(bad),
            client.stop_agent(bad),
            client.telephony().hangup(bad).map(drop),
            client.phone_numbers().delete(bad),
        ] {
            let error = result.expect_err(bad);
            assert_eq!(error.kind(), kind, "{bad:?}: {error:?}");
            assert!(error.kind().is_local() && error.endpoint().is_some());
        }
    }
    assert!(fake.requests().is_empty(), "something was sent");
}

#[test]
fn line_breaks_in_credentials_and_headers() {
    for evil in EVIL {
        let fake = Fake::rule(|_| ok(json!({})));
        let error = config(Area::Us).header("x-a", evil).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadHeader);
        let error = config(Area::Us).header(evil, "a").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BadHeader);
        assert_eq!(
            RequestOptions::new()
                .header("authorization", evil)
                .unwrap_err()
                .kind(),
            ErrorKind::BadHeader
        );
        let bare = || ClientConfig::new(Area::Us, APP_ID);
        for bad in [
            ClientConfig::new(Area::Us, evil).auth_token("t"),
            bare().app_certificate(evil),
            bare().basic(evil, "s"),
            bare().basic("i", evil),
            bare().auth_token(evil),
        ] {
            let http = tokenmint::http::Client::new(|_: tokenmint::http::Request| {
                panic!("something was sent")
            });
            let made = tokenmint::client::convoai::AgentClient::with_http(&bad, http);
            assert_eq!(made.unwrap_err().kind(), ErrorKind::Credentials, "{evil:?}");
        }
        // A channel or account that cannot be in a token.
        let client = fake.blocking(&config(Area::Us));
        let properties = Properties::joining(evil, "T", "1", &["2"]);
        let error = client.agents().start(&StartAgent::named("n", properties));
        assert_eq!(error.unwrap_err().kind(), ErrorKind::Token);
        let agent = tokenmint::client::convoai::Agent::new().with_preset("p");
        for (options, kinds) in [
            (
                SessionOptions::new(evil, "1", &["2"]),
                &[ErrorKind::Token][..],
            ),
            (
                SessionOptions::new("c", evil, &["2"]),
                &[ErrorKind::Token, ErrorKind::InvalidInput],
            ),
        ] {
            let error = agent.create_session(&client, options).start().unwrap_err();
            assert!(kinds.contains(&error.kind()), "{evil:?}: {error}");
        }
        assert!(fake.requests().is_empty(), "something was sent");
    }
}

#[test]
fn line_breaks_elsewhere_stay_data() {
    let fake = Fake::rule(|_| ok(json!({"agent_id": "A1"})));
    let client = fake.blocking(&config(Area::Us));
    for evil in EVIL {
        client.agents().speak("A1", &Speak::text_of(evil)).unwrap();
        let filter = AgentFilter::new().channel(evil).cursor(evil);
        client.agents().list(&filter).unwrap();
    }
    for request in fake.requests() {
        assert!(
            request.url.bytes().all(|byte| byte.is_ascii_graphic()),
            "{}",
            request.url
        );
        for (name, value) in request.headers.iter() {
            assert!(!name.contains("evil") && value.bytes().all(|byte| byte >= b' '));
        }
    }
    let spoken = fake.bodies().into_iter().step_by(2);
    for (body, evil) in spoken.zip(EVIL) {
        assert_eq!(body["text"], evil);
    }
}

#[test]
fn an_empty_certificate_has_a_kind_of_its_own() {
    let http = tokenmint::http::Client::new(|_: tokenmint::http::Request| panic!("sent"));
    let config = ClientConfig::new(Area::Us, APP_ID).app_certificate("");
    let made = tokenmint::client::convoai::AgentClient::with_http(&config, http);
    assert_eq!(made.unwrap_err().kind(), ErrorKind::EmptyCertificate);
    assert_eq!(CERTIFICATE.len(), 32);
}
