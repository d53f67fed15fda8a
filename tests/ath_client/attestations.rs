//! A fresh attestation for every attempt, for the right audience.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use tokenmint::Error as TokenError;
use tokenmint::ath::identity_key;
use tokenmint::client::ath::{ClientConfig, Developer, ErrorCode, GatewayClient, Key};
use tokenmint::http::{ErrorKind, Headers, Response};

use crate::clock::assert_clock_is_out_of_range;
use crate::fake::{
    AGENT, Fake, URL, authorization, config, key, now, ok, registered, registration,
};

#[test]
fn a_strict_implementor_is_content_with_the_whole_way() {
    let fake = Fake::strict(0);
    let client = fake.gateway(&config());
    client.register(&registration()).unwrap();
    let authorization = client.authorize(&authorization()).unwrap();
    assert_eq!(authorization.state.len(), 32);
    assert!(authorization.warnings().is_empty());
    let token = client
        .exchange_token("", &authorization.ath_session_id)
        .unwrap();
    assert!(token.warnings.is_empty(), "{token:?}");
    client.proxy("github", "GET", "/user", None).unwrap();
    client.revoke().unwrap();
    assert!(client.access_token().is_none());

    let fake = Fake::strict(0);
    let client = fake.async_gateway(&config());
    now(async {
        client.register(&registration()).await?;
        let session = client.authorize(&crate::fake::authorization()).await?;
        client.exchange_token("", &session.ath_session_id).await?;
        client.proxy("github", "GET", "/user", None).await?;
        client.revoke().await
    })
    .unwrap();
    assert_eq!(fake.requests().len(), 5);
}

#[test]
fn a_clock_that_is_off_is_refused_by_the_implementor_and_told() {
    for (skew, code) in [
        (-301, Some(ErrorCode::InvalidAttestation)),
        (-299, None),
        (299, None),
        (301, Some(ErrorCode::InvalidAttestation)),
    ] {
        let fake = Fake::strict(skew);
        let client = fake.gateway(&config());
        let result = client.register(&registration());
        assert_eq!(
            result.as_ref().err().map(|e| e.code().clone()),
            code,
            "{skew}"
        );
        assert_eq!(client.client_id().is_some(), code.is_none(), "{skew}");
        assert_eq!(fake.requests().len(), 1, "{skew}: not repeated");
    }
}

fn busy() -> Response {
    let mut headers = Headers::new();
    headers.set("retry-after", "1").unwrap();
    Response::new(503, headers, Vec::new())
}

fn attestations(fake: &Fake) -> Vec<String> {
    let text = |body: &Value| body["agent_attestation"].as_str().unwrap().to_string();
    fake.bodies().iter().map(text).collect()
}

#[test]
fn a_repeated_request_has_an_attestation_of_its_own() {
    let config = config().retry_posts(true);
    let fake = Fake::answers(vec![
        Ok(busy()),
        crate::fake::not_sent(),
        crate::fake::answer(201, &registered("approved")),
    ]);
    fake.gateway(&config).register(&registration()).unwrap();
    let attestations = attestations(&fake);
    assert_eq!(attestations.len(), 3);
    assert_ne!(attestations[0], attestations[1]);
    assert_ne!(attestations[1], attestations[2]);
    // Lost on the way: nobody knows whether it arrived.
    let fake = Fake::answers(vec![crate::fake::lost()]);
    let error = fake.gateway(&config).register(&registration()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
}

#[test]
fn posts_are_never_repeated_by_themselves() {
    for first in [Ok(busy()), crate::fake::not_sent(), crate::fake::lost()] {
        let again = || crate::fake::answer(201, &registered("approved"));
        let fake = Fake::answers(vec![first, again()]);
        fake.gateway(&config())
            .register(&registration())
            .unwrap_err();
        assert_eq!(fake.requests().len(), 1);
    }
    // But discovery may be.
    let document = json!({
        "ath_version": "0.1", "gateway_id": URL, "agent_registration_endpoint": URL, "new": 1,
    });
    let fake = Fake::answers(vec![crate::fake::lost(), Ok(busy()), ok(document)]);
    let found = fake.gateway(&config()).discover().unwrap();
    assert_eq!(found.extra["new"], 1, "unknown members are kept");
    assert_eq!(fake.requests().len(), 3);
}

#[test]
fn the_key_can_be_elsewhere() {
    static ASKED: AtomicU32 = AtomicU32::new(0);
    let element = |digest: &[u8; 32]| {
        ASKED.fetch_add(1, Ordering::SeqCst);
        key().sign_prehash(digest)
    };
    let external = Key::external(element, key().public_key());
    let fake = Fake::strict(0);
    let client = fake.gateway(&ClientConfig::new(URL, AGENT, external));
    client.register(&registration()).unwrap();
    client.authorize(&authorization()).unwrap();
    assert_eq!(ASKED.load(Ordering::SeqCst), 2, "once for each attestation");

    let broken = |_: &[u8; 32]| -> Result<[u8; 64], TokenError> { Err(TokenError::SignerFailed) };
    let key = Key::external(broken, key().public_key());
    let fake = Fake::answers(vec![]);
    let client = fake.gateway(&ClientConfig::new(URL, AGENT, key));
    let error = client.register(&registration()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Token);
    assert!(error.as_http().to_string().contains("register"), "{error}");
    assert!(fake.requests().is_empty());
}

#[test]
fn keys_are_read_in_every_notation() {
    let software = key();
    let mut pkcs8 = [0; tokenmint::ath::SigningKey::PKCS8_DER_LEN];
    let pkcs8 = software.write_pkcs8_der(&mut pkcs8).unwrap();
    let mut sec1 = [0; tokenmint::ath::SigningKey::SEC1_DER_LEN];
    let sec1 = software.write_sec1_der(&mut sec1).unwrap();
    let pem = software.write_pkcs8_pem(tokenmint::output::Owned).unwrap();
    for key in [
        Key::from_der(pkcs8).unwrap(),
        Key::from_der(sec1).unwrap(),
        Key::from_pem(pem).unwrap(),
    ] {
        assert_eq!(*key.public_key(), software.public_key());
    }
    assert!(Key::from_der(&[1, 2, 3]).is_err());
    assert!(Key::from_pem("no key").is_err());
}

#[test]
fn the_identity_document_has_the_key() {
    let client = Fake::strict(0).gateway(&config());
    let developer = Developer::new("Example", "example.com").contact("dev@example.com");
    let document = client.identity_document("Reviewer", &developer, &["review"]);
    let document = document.unwrap();
    assert_eq!(identity_key(&document, AGENT), Ok(key().public_key()));
    let document: Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["developer"]["contact"], "dev@example.com");
    assert_eq!(document["public_key"]["kty"], "EC");
    assert_eq!(document["capabilities"], json!(["review"]));
}

#[test]
fn bad_agent_ids_are_refused_at_construction() {
    for agent in [
        "",
        "agent.example.com",
        "http://agent.example.com/.well-known/agent.json",
        "https://agent.example.com/agent.json",
    ] {
        let config = ClientConfig::new(URL, agent, key());
        let error = GatewayClient::with_http(&config, Fake::strict(0).http()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Token, "{agent}");
    }
    for agent in [
        AGENT,
        "http://localhost:3000/agent.json",
        "http://127.0.0.1:1/a",
    ] {
        let config = ClientConfig::new(URL, agent, key());
        GatewayClient::with_http(&config, Fake::strict(0).http()).expect(agent);
    }
}

#[test]
fn a_clock_before_1970_signs_no_attestation_and_is_called_out_of_range() {
    let fake = Fake::answers(Vec::new());
    fake.before_1970();
    let error = fake
        .gateway(&config())
        .register(&registration())
        .unwrap_err();
    assert_clock_is_out_of_range(error.as_http());
}
